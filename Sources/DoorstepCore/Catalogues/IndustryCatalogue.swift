public struct IndustryID: Hashable, Comparable, Sendable {
    let position: UInt8

    public static func < (left: IndustryID, right: IndustryID) -> Bool {
        left.position < right.position
    }
}

/// A section (`C`) or division (`13`) of GB/T 4754.
public struct Industry: Hashable, Sendable {
    public let id: IndustryID
    public let code: String
    public let name: Phrase
    /// 一产, 二产 or 三产: 1, 2 or 3.
    public let sector: Int
}

public struct IndustryCatalogue: Sendable {
    public let all: [Industry]
    private let byCode: [String: IndustryID]
    private let finder: NameFinder

    init(_ sheet: CatalogueSheet) throws(CatalogueError) {
        let code = try sheet.column("code")
        let name = try sheet.column("name")
        let english = try sheet.column("english")
        let sector = try sheet.column("sector")
        var all: [Industry] = []
        var byCode: [String: IndustryID] = [:]
        var finder = NameFinder.Draft()
        for (index, row) in sheet.rows.enumerated() {
            guard let number = Int(row[sector]), (1...3).contains(number) else { throw .unreadable(sheet: sheet.name, line: index + 2) }
            let id = IndustryID(position: UInt8(index))
            all.append(Industry(id: id, code: row[code], name: Phrase(row[name], row[english]), sector: number))
            byCode[row[code].lowercased()] = id
            finder.add(name: row[name], at: index)
            if row[name].hasSuffix("业") { finder.add(alias: String(row[name].dropLast()), at: index) }
        }
        self.all = all
        self.byCode = byCode
        self.finder = NameFinder(finder)
    }

    public subscript(id: IndustryID) -> Industry { all[Int(id.position)] }

    /// The section or division with just this code.
    public func industry(code: String) -> IndustryID? { byCode[code.lowercased()] }

    /// The section or division with this letter, number or name, or that a
    /// code with its name behind it begins with.
    public func industry(_ text: String) -> Industry? {
        if let id = byCode[PlainText.key(text)] { return self[id] }
        if let first = text.split(whereSeparator: \.isWhitespace).first, let id = byCode[PlainText.key(String(first))] { return self[id] }
        return finder.whole(text).first.map { all[$0] }
    }
}
