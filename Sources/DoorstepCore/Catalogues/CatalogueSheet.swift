/// One of the program's own catalogue sheets: UTF-8, tab between columns,
/// header in line 1.
struct CatalogueSheet {
    let name: String
    let rows: [[String]]
    private let columns: [String: Int]

    /// - Throws: `CatalogueError.unreadable` where a row has not as many
    ///   columns as the header.
    init(name: String, bytes: [UInt8]) throws(CatalogueError) {
        self.name = name
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        guard let header = lines.first else { throw .unreadable(sheet: name, line: 1) }
        func cells(_ line: ArraySlice<UInt8>) -> [String] {
            line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        }
        let titles = cells(header)
        columns = Dictionary(titles.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var rows: [[String]] = []
        rows.reserveCapacity(lines.count)
        for (index, line) in lines.dropFirst().enumerated() {
            let row = cells(line)
            guard row.count == titles.count else { throw .unreadable(sheet: name, line: index + 2) }
            rows.append(row)
        }
        self.rows = rows
    }

    /// - Throws: `CatalogueError.unreadable` where the sheet lacks the column.
    func column(_ title: String) throws(CatalogueError) -> Int {
        guard let index = columns[title] else { throw .unreadable(sheet: name, line: 1) }
        return index
    }

    /// What stands in a list cell, between `|`.
    static func list(_ cell: String) -> [String] {
        cell.split(separator: "|").map(String.init)
    }
}

/// The program's own catalogues cannot be read: the program is damaged.
public enum CatalogueError: SayableError, Hashable {
    case unreadable(sheet: String, line: Int)
    case policies(PolicyFileError)

    public var message: Phrase {
        switch self {
        case .policies(let error): error.message
        case .unreadable(let sheet, let line):
            Phrase(
                "程序自带的目录 \(sheet) 第 \(line) 行读不出来，请重新安装程序。",
                "The program's own catalogue \(sheet) cannot be read at line \(line); install the program again.")
        }
    }
}
