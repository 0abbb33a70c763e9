import DoorstepCore

/// A plan as the rows that other programs read, and that are read back when it
/// is accepted.
public enum PlanRows {
    private enum Column: String, CaseIterable, Sendable {
        case job = "job_id"
        case person = "person_id"
        case points
    }

    public static let header = Column.allCases.map(\.rawValue)

    public static func row(_ line: Plan.Line) -> [SheetValue] {
        [.text(line.job.text), .text(line.person.text), .integer(line.points.value)]
    }

    /// A row of a plan as somebody brings it back.
    public struct Read: Hashable, Sendable {
        /// The line of the file, or the row of the workbook, from 1.
        public let line: Int
        /// As they stand; empty where the cell is.
        public let job: String
        public let person: String
        /// The quote that opens here is never closed: the cells are a guess.
        public let isBroken: Bool
    }

    /// The rows of a plan, whatever other columns it has by now and whatever
    /// order they are in; empty rows are passed over.
    ///
    /// - Throws: `SheetError` where the file is no plan.
    public static func read(_ file: SheetFile) throws(SheetError) -> [Read] {
        var lines = try file.lines()
        var positions: [Column: Int]?
        var above = 0
        while positions == nil, above < Header<Column>.mostAbove, let line = try lines.next() {
            above += 1
            positions = columns(line)
        }
        guard let positions, let job = positions[.job], let person = positions[.person] else { throw .notPlan(file: file.name) }
        var rows: [Read] = []
        while let line = try lines.next() {
            func cell(_ position: Int) -> String { position < line.cells.count ? PlainText.trimmed(line.cells[position]) : "" }
            guard line.cells.contains(where: { !PlainText.trimmed($0).isEmpty }) else { continue }
            rows.append(Read(line: line.line, job: cell(job), person: cell(person), isBroken: line.problem != nil))
        }
        return rows
    }

    /// Where the two columns are; nil where the row is no header of a plan.
    private static func columns(_ line: SheetLine) -> [Column: Int]? {
        var positions: [Column: Int] = [:]
        for (position, cell) in line.cells.enumerated() {
            guard let column = Column(rawValue: PlainText.trimmed(cell).lowercased()), positions[column] == nil else { continue }
            positions[column] = position
        }
        return positions[.job] == nil || positions[.person] == nil ? nil : positions
    }
}

/// How many of each group a plan places, as rows.
public enum PlanGroupRows {
    public static let header = ["group", "name", "planned", "greedy", "people"]

    /// - Parameter greedy: of the plan that it is compared with, the count of
    ///   the same group.
    public static func row(_ count: Plan.GroupCount, greedy: Int, _ catalogue: Catalogue, _ language: Language) -> [SheetValue] {
        let group = catalogue.groups[count.group]
        return [.text(group.code), .text(group.name(language)), .integer(count.placed), .integer(greedy), .integer(count.people)]
    }
}

/// The referrals that were opened of an accepted plan, as rows.
public enum ReferralRows {
    public static let header = ["placement_id", "job_id", "person_id"]

    public static func row(_ placement: Placement) -> [SheetValue] {
        [.text(placement.id.text), .text(placement.job.text), .text(placement.person.text)]
    }
}
