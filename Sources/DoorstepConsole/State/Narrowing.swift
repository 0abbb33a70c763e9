import DoorstepCore

/// Which records of a list fit a query, in the list's order: run beside the
/// keyboard, on a register that does not change under it.
public enum Narrowing {
    /// - Parameter isCancelled: asked now and then; true ends the search.
    /// - Returns: what fits, and how many there are without the query; nil
    ///   where it was cancelled.
    public static func run(
        _ kind: ListKind, query: String, sort: ListSort, _ model: StationModel, isCancelled: () -> Bool = { false }
    ) -> (items: [RecordID], total: Int)? {
        let search = PlainSearch(query)
        let text = SearchText(model.catalogue)
        var items: [RecordID] = []
        var total = 0
        func take(_ id: RecordID, _ searchText: @autoclosure () -> String) -> Bool {
            total += 1
            if search.isEmpty || search.fits(searchText()) { items.append(id) }
            return total % 1024 != 0 || !isCancelled()
        }
        switch kind {
        case .jobs:
            for job in model.register.jobs where model.isOpen(job) {
                guard take(job.id, text.of(job, employer: model.register.employers[job.employer])) else { return nil }
            }
        case .people:
            for person in model.register.people where person.status == .seeking {
                guard take(person.id, text.of(person)) else { return nil }
            }
        case .ledger:
            for placement in model.register.placements {
                guard take(placement.id, text.of(placement, person: model.register.people[placement.person])) else { return nil }
            }
        }
        let columns = kind.columns
        let column = columns[min(max(0, sort.column), columns.count - 1)]
        var keyed: [(key: SortKey, id: RecordID)] = []
        for (index, id) in items.enumerated() {
            if index % 1024 == 0, isCancelled() { return nil }
            keyed.append((column.key(id, model), id))
        }
        keyed.sort { one, other in
            if one.key != other.key { return sort.isDescending ? one.key > other.key : one.key < other.key }
            return one.id < other.id
        }
        return (keyed.map(\.id), total)
    }
}
