import Foundation

/// Looks at the store's file before the store is asked what changed: each
/// change is written there, and a look at the file costs next to nothing.
struct StoreWatch {
    private let path: String?
    private var seen: Stamp?
    private var looks = 0

    /// Once in so many looks the store is asked all the same: folders that are
    /// shared over a network may tell late what a file is like.
    private static let patience = 60

    /// - Parameter path: nil for a store in memory, which no other program
    ///   knows.
    init(path: String?) { self.path = path }

    /// Whether another program may have changed the store since the last look.
    mutating func mayHaveChanged() -> Bool {
        guard let path else { return false }
        looks += 1
        // What is wrong with a file that is not there the store says.
        guard let stamp = Stamp(path) else { return true }
        defer { seen = stamp }
        if looks % StoreWatch.patience == 0 { return true }
        return stamp != seen || stamp.mayBeLeftAsItWas
    }

    /// What of a file changes with what is in it.
    private struct Stamp: Equatable {
        private let file: [UInt64]
        private let changed: [Int]

        /// Nil where there is no file.
        init?(_ path: String) {
            var state = stat()
            guard stat(path, &state) == 0 else { return nil }
            file = [UInt64(state.st_dev), UInt64(state.st_ino), UInt64(bitPattern: Int64(state.st_size))]
            changed = [state.st_mtim.tv_sec, state.st_mtim.tv_nsec, state.st_ctim.tv_sec, state.st_ctim.tv_nsec]
        }

        /// Two changes within one tick of the file system's clock leave the
        /// same time; so what changed just now, or in the future, is asked
        /// about once more.
        var mayBeLeftAsItWas: Bool { time(nil) - max(changed[0], changed[2]) < 3 }
    }
}
