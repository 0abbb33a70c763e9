import Foundation

/// What a workbook's main part says: its sheets and how it counts days.
final class WorkbookOutline: XMLSink {
    struct Sheet {
        let name: String
        let relation: String
        /// As the workbook shows it, or hides it.
        let isHidden: Bool
    }

    private(set) var problem: WorkbookProblem?
    private(set) var sheets: [Sheet] = []
    private(set) var countsFrom1904 = false
    private var isInSheets = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "workbookPr": countsFrom1904 = attributes.isTrue("date1904")
        case "sheets": isInSheets = true
        case "sheet" where isInSheets:
            guard let name = attributes["name"], let relation = attributes["id"], sheets.count < WorkbookLimits.sheets else { return }
            sheets.append(Sheet(name: name, relation: relation, isHidden: (attributes["state"] ?? "visible") != "visible"))
        default: break
        }
    }

    func end(_ name: XMLName) { if "sheets" ~= name { isInSheets = false } }
}

/// Which parts belong to a part, and as what.
final class Relations: XMLSink {
    struct Relation {
        /// The last word of its type, which both editions of the standard
        /// share: `worksheet`, `styles`, `sharedStrings`.
        let kind: String
        /// The part's name in the container.
        let part: String
    }

    private(set) var problem: WorkbookProblem?
    private(set) var all: [String: Relation] = [:]
    /// In which the part is that they belong to.
    private let folder: [Substring]

    /// Of a part of that name.
    init(of part: String) { folder = part.split(separator: "/").dropLast() }

    /// Where the relations of a part are.
    static func part(of name: String) -> String {
        var path = name.split(separator: "/")
        let last = path.popLast() ?? ""
        return (path + ["_rels", last + ".rels"]).joined(separator: "/")
    }

    func first(_ kind: String) -> String? { all.values.first { $0.kind == kind }?.part }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard "Relationship" ~= name, attributes["TargetMode"] != "External", all.count < WorkbookLimits.parts,
            let id = attributes["Id"], let target = attributes["Target"]
        else { return }
        let kind = (attributes["Type"] ?? "").split(separator: "/").last.map(String.init) ?? ""
        all[id] = Relation(kind: kind, part: resolved(target))
    }

    func end(_ name: XMLName) {}

    /// From the top of the container where it says so, else from where the
    /// part is.
    private func resolved(_ target: String) -> String {
        let target = (target.removingPercentEncoding ?? target).replacing("\\", with: "/")
        var path = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = path.popLast() } else { path.append(step) }
        }
        return path.joined(separator: "/")
    }
}
