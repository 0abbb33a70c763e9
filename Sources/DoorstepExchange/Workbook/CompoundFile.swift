/// The container of Microsoft's programs before 2007, and of what later ones
/// put under a password.
enum CompoundFile {
    static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    /// What is in it, by the names of its streams.
    ///
    /// Their entries stand at multiples of their length, wherever the
    /// directory begins: they are looked for in all of the file, so that a
    /// directory that is damaged does not matter.
    static func problem(_ source: WorkbookSource) throws(WorkbookProblem) -> WorkbookProblem {
        let bytes = try source.head(64 << 20)
        for (name, problem) in streams where has(name, in: bytes) { return problem }
        return .oldFormat
    }

    private static let streams: [(String, WorkbookProblem)] = [
        ("EncryptedPackage", .encrypted), ("Workbook", .oldFormat), ("Book", .oldFormat), ("WordDocument", .otherDocument),
        ("PowerPoint Document", .otherDocument),
    ]

    private static let entryLength = 128

    private static func has(_ name: String, in bytes: [UInt8]) -> Bool {
        // Of letters that take one byte, and a zero behind each.
        let entry = name.utf8.flatMap { byte -> [UInt8] in [byte, 0] } + [0, 0]
        return stride(from: 0, to: bytes.count - entryLength, by: entryLength).contains { bytes[$0] == entry[0] && bytes[$0...].starts(with: entry) }
    }
}
