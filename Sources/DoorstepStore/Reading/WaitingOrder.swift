import DoorstepCore
import Foundation
import GRDB

/// Who may stand in one of the two lists, those that wait for longest first,
/// as the store has them at one moment.
///
/// Told from what is kept in clear alone, and from two or three cells of it:
/// so that a page can be shown long before the store is read whole.
public struct WaitingOrder: Sendable {
    public let list: List
    let day: Day
    /// Those that are not off the list by what their facts say; of a job,
    /// whether it has a vacancy left is not looked at.
    private let ids: [RecordID]
    /// Positions in `ids`, longest first, with how long that is.
    private let order: [(days: Int32, position: Int32)]
    /// Who stands for those that were merged into others.
    let standing: [String: String]
    /// The sequence of the latest entry.
    public let sequence: Int

    /// 有活没人干, and 有人没活干.
    public enum List: Sendable {
        case jobs, people

        var kind: RecordKind { self == .jobs ? .job : .person }
        /// Among the columns of `placement`.
        var column: String { self == .jobs ? "jobId" : "personId" }
    }

    init(_ list: List, asOf day: Day, _ db: Database) throws {
        (self.list, self.day) = (list, day)
        standing = try MergedRows.all(list.kind, db)
        let referred = try WaitingOrder.latestReferrals(list, asOf: day, standing, db)
        var ids: [RecordID] = []
        var order: [(days: Int32, position: Int32)] = []
        let rows = try Row.fetchCursor(db, sql: "SELECT id, facts FROM \(list.kind.rawValue)")
        while let row = try rows.next() {
            // What cannot be read is told of by who reads the store whole.
            guard let facts = try row.withUnsafeData(atIndex: 1, { $0.flatMap(Facts.init) }), facts.isListed(list, on: day),
                let id = RecordID(try row.text(0))
            else { continue }
            let since = referred.isEmpty ? facts.since : referred[id] ?? facts.since
            order.append((Int32(clamping: since.map { max(0, day - $0) } ?? 0), Int32(ids.count)))
            ids.append(id)
        }
        order.sort { $0.days > $1.days }
        (self.ids, self.order) = (ids, order)
        sequence = try Int.fetchOne(db, sql: StationStore.latestSequence) ?? 0
    }

    var count: Int { order.count }

    /// The next ones: as many as are wanted, and those that wait as long as
    /// the last of them. Where two wait equally long, the identifier decides,
    /// which is only looked at here: most are never asked for.
    ///
    /// - Parameter start: 0, or where what was asked for before ended.
    func next(_ wanted: Int, from start: Int) -> (ids: [RecordID], end: Int) {
        var end = min(count, start + wanted)
        while end > start, end < count, order[end].days == order[end - 1].days { end += 1 }
        let part = order[start..<end].map { (days: $0.days, id: ids[Int($0.position)]) }
        return (part.sorted { $0.days != $1.days ? $0.days > $1.days : $0.id < $1.id }.map(\.id), end)
    }

    /// The day of the last referral of each, up to a day: a placement's first
    /// step, and no other, is one, unless it was taken back.
    private static func latestReferrals(_ list: List, asOf day: Day, _ standing: [String: String], _ db: Database) throws -> [RecordID: Day] {
        var latest: [RecordID: Day] = [:]
        // The join is in this order because it is a third of the time in the
        // other.
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(list.column), date FROM step CROSS JOIN placement ON placement.id = placementId
                WHERE stage = 'referred' AND date <= ? AND number NOT IN (SELECT corrects FROM step WHERE corrects IS NOT NULL)
                """, arguments: [day.description])
        while let row = try rows.next() {
            let named = try row.text(0)
            guard let id = RecordID(standing.isEmpty ? named : standing[named] ?? named), let date = Day(iso: try row.text(1)) else { continue }
            latest[id] = latest[id].map { max($0, date) } ?? date
        }
        return latest
    }
}

/// What of a record's facts its place in the order hangs on, read as the
/// record's own columns read it.
private struct Facts {
    private(set) var since: Day?
    private var closes: Day?
    private var status = ""

    /// Nil where the bytes are no cells.
    init?(_ data: Data) {
        guard let facts = data.withUnsafeBytes({ Facts(cells: $0) }) else { return nil }
        self = facts
    }

    private init?(cells bytes: UnsafeRawBufferPointer) {
        guard var cells = CellBlock.Walk(bytes) else { return nil }
        while let cell = cells.next() {
            if cell.column.spells("posted") || cell.column.spells("registered") {
                since = Facts.day(cell.text)
            } else if cell.column.spells("closes") {
                closes = Facts.day(cell.text)
            } else if cell.column.spells("status") {
                status = String(decoding: cell.text, as: UTF8.self)
            }
        }
    }

    func isListed(_ list: WaitingOrder.List, on day: Day) -> Bool {
        switch list {
        case .jobs: Facts.term(status, JobStatus.open) == .open && closes.map { day <= $0 } ?? true
        case .people: Facts.term(status, PersonStatus.seeking) == .seeking
        }
    }

    private static func day(_ text: UnsafeRawBufferPointer) -> Day? {
        Day(isoBytes: text) ?? CellReading.day(String(decoding: text, as: UTF8.self))
    }

    /// - Parameter standard: what a record is that says nothing, or nothing
    ///   that is understood.
    private static func term<T: Term>(_ text: String, _ standard: T) -> T { T(rawValue: text) ?? T.read(text) ?? standard }
}

extension UnsafeRawBufferPointer {
    fileprivate func spells(_ name: StaticString) -> Bool {
        count == name.utf8CodeUnitCount && baseAddress.map { memcmp($0, name.utf8Start, count) == 0 } ?? false
    }
}
