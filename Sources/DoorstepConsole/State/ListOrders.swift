import DoorstepCore
import Synchronization

/// The lists as they stand without a search, in each order that was asked
/// for: kept beside the register that they are made of, so that taking a
/// search back, sorting again, or narrowing by conditions alone sorts nobody
/// anew. What is known makes answers faster, never other ones.
public final class ListOrders: Sendable {
    private let known: Mutex<[Wanted: Order]>
    /// Who fits a condition, by position: while a search is typed its
    /// conditions stay, and what is typed behind them asks nobody again.
    private let answers = Mutex<[Condition: [Bool]]>([:])

    init() { known = Mutex([:]) }

    private init(_ orders: [Wanted: Order]) { known = Mutex(orders) }

    private struct Wanted: Hashable {
        let kind: ListKind
        let sort: ListSort
    }

    private struct Condition: Hashable {
        let kind: ListKind
        let term: SearchQuery.Term
    }

    /// All that stand in a list, in order.
    struct Order: Sendable {
        /// In the register.
        fileprivate(set) var positions: [Int32]
        /// Made once somebody wants to see them.
        fileprivate(set) var ids: [RecordID]?
        /// Positions of what changed since it was sorted.
        fileprivate var stale: Set<Int32> = []
    }

    // MARK: - What changes

    /// With more changes at once the lists are sorted anew.
    private static let mostChanges = 200

    /// What is known once some records have changed.
    ///
    /// - Parameter register: with the changes in it.
    func after(_ changes: [RecordChange], _ register: Register) -> ListOrders {
        let known = known.withLock { $0 }
        guard !known.isEmpty, changes.count <= Self.mostChanges else { return ListOrders() }
        var stale: [ListKind: Set<Int32>] = [:]
        var lost: Set<ListKind> = []
        func touch(_ kind: ListKind, _ position: Int?) {
            if let position { stale[kind, default: []].insert(Int32(position)) }
        }
        for change in changes {
            switch change {
            case .person(let person):
                touch(.people, register.people.position(of: person.id))
                for placement in register.placements(ofPerson: person.id) { touch(.ledger, register.placements.position(of: placement.id)) }
            case .job(let job): touch(.jobs, register.jobs.position(of: job.id))
            // The name stands in the lines of all its jobs.
            case .employer: lost.insert(.jobs)
            case .placement(let placement):
                touch(.ledger, register.placements.position(of: placement.id))
                touch(.jobs, register.jobs.position(of: register.standing(job: placement.job)))
                touch(.people, register.people.position(of: register.standing(person: placement.person)))
            case .distance, .service: break
            }
        }
        var orders = known.filter { !lost.contains($0.key.kind) }
        for (wanted, _) in orders {
            guard let touched = stale[wanted.kind] else { continue }
            orders[wanted]?.stale.formUnion(touched)
            orders[wanted]?.ids = nil
        }
        return ListOrders(orders)
    }

    // MARK: - Asking

    /// How many stand in the list, where that is known.
    func count(_ kind: ListKind) -> Int? {
        known.withLock { $0.first { $0.key.kind == kind && $0.value.stale.isEmpty }?.value.positions.count }
    }

    /// The list in an order.
    ///
    /// - Parameter model: the one that these orders are of.
    /// - Returns: nil where cancelled.
    func order(_ kind: ListKind, _ sort: ListSort, _ model: StationModel, _ isCancelled: @escaping @Sendable () -> Bool) -> Order? {
        let wanted = Wanted(kind: kind, sort: sort)
        let found = known.withLock { $0[wanted] }
        guard var order = found ?? make(kind, column: sort.column, model, isCancelled)?[sort.isDescending ? 1 : 0] else { return nil }
        guard order.ids == nil || !order.stale.isEmpty else { return order }
        order.mend(kind, sort, model)
        order.ids = kind.records.ids(order.positions.map { Int($0) }, model)
        let mended = order
        known.withLock { $0[wanted] = mended }
        return order
    }

    /// Sorts the lists by every column, beside all else, so that no key has to
    /// wait for it.
    public func prepare(_ model: StationModel, isCancelled: @escaping @Sendable () -> Bool = { false }) {
        for kind in ListKind.allCases {
            for column in kind.columns.indices {
                let wanted = Wanted(kind: kind, sort: ListSort(column: column, isDescending: false))
                if known.withLock({ $0[wanted] }) == nil, make(kind, column: column, model, isCancelled) == nil { return }
            }
        }
    }

    /// More conditions than anybody thinks of at a time; each takes a byte for
    /// every record.
    private static let mostConditions = 16

    /// Which records fit a condition, by position.
    ///
    /// - Parameter make: looks at each; nil where cancelled.
    func fitting(_ kind: ListKind, _ term: SearchQuery.Term, _ make: () -> [Bool]?) -> [Bool]? {
        let condition = Condition(kind: kind, term: term)
        if let answer = answers.withLock({ $0[condition] }) { return answer }
        guard let answer = make() else { return nil }
        answers.withLock { answers in
            if answers.count >= Self.mostConditions { answers = [:] }
            answers[condition] = answer
        }
        return answer
    }

    // MARK: - Sorting

    /// The list by a column, upwards and downwards; nil where cancelled.
    private func make(_ kind: ListKind, column number: Int, _ model: StationModel, _ isCancelled: @escaping @Sendable () -> Bool) -> [Order]? {
        let column = kind.columns[min(max(0, number), kind.columns.count - 1)]
        let listed = Array(0..<kind.records.count(model.register)).mapOnAllProcessors(portion: 4096) { position in
            !isCancelled() && kind.spec.isListed(position, model)
        }
        var positions: [Int] = []
        for (position, isListed) in listed.enumerated() where isListed { positions.append(position) }
        // Where two are alike the identifier decides, upwards both ways.
        let ids = zip(kind.records.ids(positions, model), positions).sorted { $0.0 < $1.0 }
        let keys = ids.mapOnAllProcessors(portion: 2048) { isCancelled() ? SortKey.number(0) : column.key($0.0, model) }
        if isCancelled() { return nil }
        let upwards = Self.sorted(keys)
        var downwards: [Int] = []
        downwards.reserveCapacity(upwards.count)
        var end = upwards.count
        while end > 0 {
            var start = end - 1
            while start > 0, keys[upwards[start - 1]] == keys[upwards[start]] { start -= 1 }
            downwards += upwards[start..<end]
            end = start
        }
        let orders = [upwards, downwards].map { ranks in Order(positions: ranks.map { Int32(ids[$0].1) }) }
        known.withLock { known in
            known[Wanted(kind: kind, sort: ListSort(column: number, isDescending: false))] = orders[0]
            known[Wanted(kind: kind, sort: ListSort(column: number, isDescending: true))] = orders[1]
        }
        return orders
    }

    /// Places in `keys`, the least first; of the same the first first.
    private static func sorted(_ keys: [SortKey]) -> [Int] {
        var numbers: [(key: Int, place: Int)] = []
        numbers.reserveCapacity(keys.count)
        for (place, key) in keys.enumerated() {
            // Numbers are told apart faster than what could be a text.
            guard case .number(let number) = key else {
                return keys.indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : $0 < $1 }
            }
            numbers.append((number, place))
        }
        numbers.sort { ($0.key, $0.place) < ($1.key, $1.place) }
        return numbers.map(\.place)
    }
}

extension ListOrders.Order {
    /// Takes what changed out, and puts in what stands in the list now.
    fileprivate mutating func mend(_ kind: ListKind, _ sort: ListSort, _ model: StationModel) {
        guard !stale.isEmpty else { return }
        let column = kind.columns[min(max(0, sort.column), kind.columns.count - 1)]
        let changed = stale
        positions.removeAll { changed.contains($0) }
        func place(_ position: Int32) -> (key: SortKey, id: RecordID)? {
            kind.records.ids([Int(position)], model).first.map { (column.key($0, model), $0) }
        }
        for position in changed where kind.spec.isListed(Int(position), model) {
            guard let own = place(position) else { continue }
            var (low, high) = (0, positions.count)
            while low < high {
                let middle = (low + high) / 2
                guard let other = place(positions[middle]) else { break }
                let isBefore = other.key != own.key ? (sort.isDescending ? other.key > own.key : other.key < own.key) : other.id < own.id
                if isBefore { low = middle + 1 } else { high = middle }
            }
            positions.insert(position, at: low)
        }
        stale = []
        ids = nil
    }
}
