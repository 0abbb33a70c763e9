/// What reads bytes that others wrote: it may refuse them, and must not do
/// anything else.
protocol Reader: Sendable {
    /// Reads the bytes, and traps where what came of it is not what the
    /// reader promises.
    func read(_ bytes: [UInt8])
}

enum Readers {
    private static let all: [(name: String, make: @Sendable () throws -> any Reader)] = [
        ("csv", { CSVText() }),
        ("xlsx", { Workbooks() }),
        ("people", { try Sheets(.people) }),
        ("jobs", { try Sheets(.jobs) }),
        ("log", { try Log() }),
        ("query", { try Queries() }),
        ("journal", { Journal() }),
        ("rows", { try Rows() }),
        ("keys", { try Keys() }),
        ("backup", { try BackupFiles() }),
        ("terminal", { Terminal() }),
        ("jobposting", { try Sheets(.jobs, profile: .jobposting) }),
        ("national", { try Sheets(.jobs, profile: .national) }),
    ]

    static var names: [String] { all.map(\.name) }

    static func named(_ name: String) -> (any Reader)? { all.first { $0.name == name }.flatMap { try? $0.make() } }
}

/// What a reader promised does not hold: libFuzzer keeps the input.
func promise(_ holds: Bool, _ what: String) {
    guard !holds else { return }
    fatalError(what)  // libFuzzer keeps an input only where the process ends: the trap is how it is told
}
