import DoorstepCore
import GRDB

/// The top of one of the two lists, with all that is shown beside it.
public struct ListPage: Sendable {
    /// The records of the page with their employers and placements, and
    /// nobody else.
    public let register: Register
    /// In the order of the list.
    public let ids: [RecordID]
    /// Nothing of the list is left out.
    public let isWhole: Bool
}

extension StationStore {
    /// How many people and jobs there are: a look at two pages of the file.
    public func listedCount() throws(StoreError) -> Int {
        // Records are never removed, so that the last position counts them.
        try reading { db in
            try Int.fetchOne(db, sql: "SELECT coalesce((SELECT max(position) FROM person), 0) + coalesce((SELECT max(position) FROM job), 0)") ?? 0
        }
    }

    /// Who may stand in a list on a day, longest waiting first.
    ///
    /// Complexity: looks at the facts of each record of the kind and at each
    /// placement; opens no seal, and makes no record.
    public func waitingOrder(of list: WaitingOrder.List, asOf day: Day) throws(StoreError) -> WaitingOrder {
        try reading { db in try WaitingOrder(list, asOf: day, db) }
    }

    /// The first of an order who stand in the list, as they are now.
    ///
    /// - Parameters:
    ///   - count: how many, where there are as many.
    ///   - register: what other pages have, to which this one is added.
    public func page(
        _ order: WaitingOrder, count: Int, addingTo register: Register? = nil, catalogue: Catalogue
    ) throws(StoreError) -> ListPage {
        let secrets = try keys()
        let reader = try self.reader(catalogue)
        let known = register
        let station = try station(catalogue)
        return try reading { db in
            var page = PageReading(register: known ?? Register(station: station), order: order, reader: reader, catalogue: catalogue, secrets: secrets)
            var start = 0
            var next: ArraySlice<RecordID> = []
            // One more than is wanted tells whether there are others.
            while page.ids.count <= count, start < order.count || !next.isEmpty {
                if next.isEmpty {
                    let (ids, end) = order.next(count, from: start)
                    (next, start) = (ids[...], end)
                }
                try page.read(next.prefix(PageReading.portion), db)
                next = next.dropFirst(PageReading.portion)
            }
            return ListPage(register: page.register, ids: Array(page.ids.prefix(count)), isWhole: page.ids.count <= count)
        }
    }
}

/// A page while it is being read.
private struct PageReading {
    var register: Register
    var ids: [RecordID] = []
    let order: WaitingOrder
    let reader: RecordReader
    let catalogue: Catalogue
    let secrets: Secrets

    /// How many are looked up at a time: few are off the list.
    static let portion = 50

    /// Takes in those of the next records that stand in the list.
    mutating func read(_ portion: ArraySlice<RecordID>, _ db: Database) throws {
        var named = portion.map(\.text)
        // The placements of those merged into them are theirs.
        for (merged, standing) in order.standing where named.contains(standing) {
            guard let image = try RecordRows.find(order.list.kind, merged, db)?.record.image(secrets) else { continue }
            switch order.list {
            case .jobs: register.update(try reader.job(image))
            case .people: register.update(try reader.person(image))
            }
            named.append(merged)
        }
        let places = Array(repeating: "?", count: named.count).joined(separator: ", ")
        let condition = "WHERE \(order.list.column) IN (\(places))"
        for placement in try StepRows.placements(condition, StatementArguments(named), facts: catalogue, secrets, db) { register.update(placement) }
        for id in portion where try take(id, db) { ids.append(id) }
    }

    /// - Returns: whether the record stands in the list.
    private mutating func take(_ id: RecordID, _ db: Database) throws -> Bool {
        guard let image = try RecordRows.find(order.list.kind, id.text, db)?.record.image(secrets) else { return false }
        switch order.list {
        case .jobs:
            let job = try reader.job(image)
            guard register.isOpen(job, asOf: order.day, isDayWork: catalogue.kinds.isDayWork(job)) else { return false }
            register.update(job)
            if register.employers[job.employer] == nil, let row = try RecordRows.find(.employer, job.employer.text, db) {
                register.update(try reader.employer(row.record.image(secrets)))
            }
        case .people:
            let person = try reader.person(image)
            guard person.status == .seeking else { return false }
            register.update(person)
        }
        return true
    }
}
