/// A skill or occupation of the catalogue.
public struct SkillID: Hashable, Comparable, Sendable {
    let position: UInt16

    public static func < (left: SkillID, right: SkillID) -> Bool {
        left.position < right.position
    }
}

/// Skills whose neighbours say something about each other: a minor group of
/// the classification, or the entry itself.
public struct FamilyID: Hashable, Sendable {
    let position: UInt16
}

public struct Skill: Hashable, Sendable {
    public let id: SkillID
    /// An occupation's code (`6-18-02-04`), or `x-…` where the
    /// classification lacks the skill.
    public let code: String
    public let family: FamilyID
    public let name: String
    public let aliases: [String]

    /// An occupation of the national classification, rather than a skill.
    public var isOccupation: Bool { !code.hasPrefix("x-") }
}

/// The national classification of occupations and the skills that it lacks.
public struct SkillCatalogue: Sendable {
    public let all: [Skill]
    private let byCode: [String: SkillID]
    private let finder: NameFinder
    private let familyCodes: [String]

    init(_ sheet: CatalogueSheet) throws(CatalogueError) {
        let code = try sheet.column("code")
        let family = try sheet.column("family")
        let name = try sheet.column("name")
        let aliases = try sheet.column("aliases")
        var all: [Skill] = []
        var byCode: [String: SkillID] = [:]
        var families: [String: FamilyID] = [:]
        var familyCodes: [String] = []
        var finder = NameFinder.Draft()
        all.reserveCapacity(sheet.rows.count)
        for (index, row) in sheet.rows.enumerated() {
            let id = SkillID(position: UInt16(index))
            let familyID = families[row[family]] ?? FamilyID(position: UInt16(families.count))
            if families.updateValue(familyID, forKey: row[family]) == nil { familyCodes.append(row[family]) }
            let names = CatalogueSheet.list(row[aliases])
            all.append(Skill(id: id, code: row[code], family: familyID, name: row[name], aliases: names))
            byCode[row[code]] = id
            finder.add(name: row[name], at: index)
            for alias in names { finder.add(alias: alias, at: index) }
        }
        self.all = all
        self.byCode = byCode
        self.finder = NameFinder(finder)
        self.familyCodes = familyCodes
    }

    public subscript(id: SkillID) -> Skill { all[Int(id.position)] }

    /// The entry with this code, name or alias; a name before an alias.
    public func skill(_ text: String) -> Skill? {
        if let id = byCode[PlainText.key(text)] { return self[id] }
        return finder.whole(text).first.map { all[$0] }
    }

    /// What a text means, kept as a word where the catalogue has nothing.
    public func name(_ text: String) -> SkillName {
        skill(text).map { .catalogued($0.id) } ?? .word(text)
    }

    /// The skills that a longer text names ("会开叉车，有电工证"), from left
    /// to right, each once.
    public func contained(in text: String) -> [Skill] {
        var seen: Set<Int> = []
        return finder.contained(in: text).compactMap(\.positions.first).filter { seen.insert($0).inserted }.map { all[$0] }
    }

    public func nearest(to text: String, count: Int) -> [Skill] {
        finder.nearest(to: text, count: count).map { all[$0] }
    }

    /// The minor group's code, or that of the entry that is its own family.
    public func code(of family: FamilyID) -> String { familyCodes[Int(family.position)] }

    /// The family of a skill; nil for a word.
    public func family(of name: SkillName) -> FamilyID? {
        switch name {
        case .catalogued(let id): self[id].family
        case .word: nil
        }
    }

    /// What to call it on the screen and in sheets.
    public func title(_ name: SkillName) -> String {
        switch name {
        case .catalogued(let id): self[id].name
        case .word(let word): word
        }
    }

    /// What to call it in the store: the code, which names never change.
    public func code(_ name: SkillName) -> String {
        switch name {
        case .catalogued(let id): self[id].code
        case .word(let word): word
        }
    }
}
