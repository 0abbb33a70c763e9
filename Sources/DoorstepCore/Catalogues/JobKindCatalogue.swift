public struct JobKindID: Hashable, Comparable, Sendable {
    let position: UInt8

    public static func < (left: JobKindID, right: JobKindID) -> Bool {
        left.position < right.position
    }
}

/// A kind of job of the plans, such as 公益性岗位.
public struct JobKind: Hashable, Sendable {
    public let id: JobKindID
    public let code: String
    public let name: Phrase
    /// Whom jobs of the kind are for, where they say nothing themselves.
    public let reservedFor: GroupSet

    /// 零工: taken on by the day, which does not make a person placed.
    public var isDayWork: Bool { code == JobKind.dayWorkCode }

    public static let dayWorkCode = "gig"

    /// Nobody has two of these at once.
    public var isFullTime: Bool { ["full-time", "apprenticeship", "traineeship", "new-graduate"].contains(code) }
}

public struct JobKindCatalogue: Sendable {
    public let all: [JobKind]
    private let byCode: [String: JobKindID]
    private let finder: NameFinder

    init(_ sheet: CatalogueSheet, groups: GroupCatalogue) throws(CatalogueError) {
        let id = try sheet.column("id")
        let name = try sheet.column("name")
        let english = try sheet.column("english")
        let reserved = try sheet.column("reserved_for")
        var all: [JobKind] = []
        var byCode: [String: JobKindID] = [:]
        var finder = NameFinder.Draft()
        for (index, row) in sheet.rows.enumerated() {
            var reservedFor: GroupSet = []
            for code in CatalogueSheet.list(row[reserved]) {
                guard let group = groups.group(code) else { throw .unreadable(sheet: sheet.name, line: index + 2) }
                reservedFor.insert(group.id)
            }
            let kindID = JobKindID(position: UInt8(index))
            all.append(JobKind(id: kindID, code: row[id], name: Phrase(row[name], row[english]), reservedFor: reservedFor))
            byCode[row[id]] = kindID
            finder.add(name: row[name], at: index)
            finder.add(alias: row[english], at: index)
        }
        self.all = all
        self.byCode = byCode
        self.finder = NameFinder(finder)
    }

    /// Whether a job takes people by the day.
    public func isDayWork(_ job: Job) -> Bool { job.kind.map { self[$0].isDayWork } ?? false }

    /// Whether a job takes the whole of a person's working time; one that
    /// says no kind does not say so.
    public func isFullTime(_ job: Job) -> Bool { job.kind.map { self[$0].isFullTime } ?? false }

    public subscript(id: JobKindID) -> JobKind { all[Int(id.position)] }

    /// The kind with this identifier or name.
    public func kind(_ text: String) -> JobKind? {
        if let id = byCode[PlainText.key(text)] { return self[id] }
        return finder.whole(text).first.map { all[$0] }
    }

    public func nearest(to text: String, count: Int) -> [JobKind] {
        finder.nearest(to: text, count: count).map { all[$0] }
    }
}
