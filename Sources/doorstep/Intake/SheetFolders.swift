import DoorstepConsole
import DoorstepCore
import DoorstepExchange
import Foundation

/// Folders in which a sheet is looked for.
enum SheetFolders {
    /// Of more nobody finds the one that is looked for without typing.
    private static let most = 10_000

    /// - Parameter path: nil for the folder that was read from last, or home.
    static func listing(_ path: String?) throws(SheetError) -> FolderListing {
        let folder = path ?? lastUsed ?? Surroundings.home
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw .cannotOpen(file: folder, reason: reason(of: folder))
        }
        let entries = names.prefix(most).map { name in
            var state = stat()
            guard stat(folder + "/" + name, &state) == 0 else { return FolderListing.Entry(name: name, isFolder: false) }
            let isFolder = state.st_mode & S_IFMT == S_IFDIR
            return FolderListing.Entry(name: name, isFolder: isFolder, size: Int(state.st_size), changed: Surroundings.localDay(of: state.st_mtim.tv_sec))
        }
        return FolderListing(path: folder, home: Surroundings.home, all: entries)
    }

    private static func reason(of folder: String) -> Phrase {
        guard let stream = opendir(folder) else { return Output.reason(errno) }
        closedir(stream)
        return Output.reason(EIO)
    }

    // MARK: - The one that was read from last

    private static var memory: String {
        let state = Surroundings.variable("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? Surroundings.home + "/.local/state"
        return state + "/doorstep/import-folder"
    }

    private static var lastUsed: String? {
        guard let data = FileManager.default.contents(atPath: memory), let path = String(validating: data, as: UTF8.self), path.hasPrefix("/") else { return nil }
        var state = stat()
        return stat(path, &state) == 0 && state.st_mode & S_IFMT == S_IFDIR ? path : nil
    }

    /// A convenience: where it cannot be kept, nothing is lost.
    static func remember(folderOf path: String) {
        let folder = (memory as NSString).deletingLastPathComponent
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try? Data((path as NSString).deletingLastPathComponent.utf8).write(to: URL(fileURLWithPath: memory), options: .atomic)
    }
}

/// The rows that an import refused, each with its reason.
enum Rejects {
    static func write(_ refusals: [RowNote], to path: String, replacing: Bool, _ language: Language) throws(OutputError) {
        let titles = refusals.first?.titles ?? []
        let header = [Phrase("文件", "file")(language), Phrase("行", "line")(language), Phrase("原因", "reason")(language)] + titles
        try Output.writeFile(path, replacing: replacing) { sink throws(OutputError) in
            try SheetWriter.write(
                refusals.lazy.map { note in [.text(note.file), .integer(note.line), .text(note.reason(language))] + note.cells.map { .text($0) } },
                header: header, format: .csv, to: sink)
        }
    }
}
