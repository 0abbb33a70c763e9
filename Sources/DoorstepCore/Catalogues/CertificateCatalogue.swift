public struct CertificateID: Hashable, Comparable, Sendable {
    let position: UInt8

    public static func < (left: CertificateID, right: CertificateID) -> Bool {
        left.position < right.position
    }
}

public struct Certificate: Hashable, Sendable {
    public let id: CertificateID
    public let code: String
    public let name: String
    public let aliases: [String]
    /// Certificates that this one is as good as.
    public let covers: Set<CertificateID>
    /// Can be had on the way in, so that lacking it blocks nobody.
    public let isSoft: Bool
}

public struct CertificateCatalogue: Sendable {
    public let all: [Certificate]
    private let byCode: [String: CertificateID]
    private let finder: NameFinder

    init(_ sheet: CatalogueSheet) throws(CatalogueError) {
        let id = try sheet.column("id")
        let name = try sheet.column("name")
        let aliases = try sheet.column("aliases")
        let covers = try sheet.column("covers")
        let soft = try sheet.column("soft")
        let byCode = Dictionary(
            sheet.rows.enumerated().map { ($1[id], CertificateID(position: UInt8($0))) }, uniquingKeysWith: { first, _ in first })
        var all: [Certificate] = []
        var finder = NameFinder.Draft()
        for (index, row) in sheet.rows.enumerated() {
            var covered: Set<CertificateID> = []
            for code in CatalogueSheet.list(row[covers]) {
                guard let other = byCode[code] else { throw .unreadable(sheet: sheet.name, line: index + 2) }
                covered.insert(other)
            }
            let names = CatalogueSheet.list(row[aliases])
            all.append(
                Certificate(
                    id: CertificateID(position: UInt8(index)), code: row[id], name: row[name], aliases: names,
                    covers: covered, isSoft: row[soft] == "soft"))
            finder.add(name: row[name], at: index)
            for alias in names { finder.add(alias: alias, at: index) }
        }
        self.all = all
        self.byCode = byCode
        self.finder = NameFinder(finder)
    }

    public subscript(id: CertificateID) -> Certificate { all[Int(id.position)] }

    /// The certificate with this code, name or alias; a name before an alias.
    public func certificate(_ text: String) -> Certificate? {
        if let id = byCode[PlainText.key(text)] { return self[id] }
        return finder.whole(text).first.map { all[$0] }
    }

    public func name(_ text: String) -> CertificateName {
        certificate(text).map { .catalogued($0.id) } ?? .word(text)
    }

    /// The certificates that a longer text names, from left to right.
    public func contained(in text: String) -> [Certificate] {
        var seen: Set<Int> = []
        return finder.contained(in: text).compactMap(\.positions.first).filter { seen.insert($0).inserted }.map { all[$0] }
    }

    public func nearest(to text: String, count: Int) -> [Certificate] {
        finder.nearest(to: text, count: count).map { all[$0] }
    }

    public func title(_ name: CertificateName) -> String {
        switch name {
        case .catalogued(let id): self[id].name
        case .word(let word): word
        }
    }

    public func code(_ name: CertificateName) -> String {
        switch name {
        case .catalogued(let id): self[id].code
        case .word(let word): word
        }
    }
}
