import DoorstepCore

/// Which records of a list fit a query: run beside the keyboard, on a
/// register that does not change under it.
public enum Narrowing {
    public struct Found: Sendable {
        public let items: [RecordID]
        /// How many there are without the query.
        public let total: Int
        /// The first thing in the query that was not understood, and by which
        /// nothing was narrowed.
        public let problem: Phrase?
        /// Shows what was hit; nil where no words were looked for.
        public let hits: SearchHits?

        public init(items: [RecordID], total: Int, problem: Phrase? = nil, hits: SearchHits? = nil) {
            (self.items, self.total, self.problem, self.hits) = (items, total, problem, hits)
        }
    }

    /// Words are found best first, unless another order was chosen than the
    /// list's usual one; all else is in the order chosen.
    ///
    /// - Parameter isCancelled: asked now and then, from any thread; true
    ///   ends the search.
    /// - Returns: nil where it was cancelled.
    public static func run(
        _ kind: ListKind, query: ListQuery, sort: ListSort, _ model: StationModel, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) -> Found? {
        let parsed = model.queries.parse(query.text)
        let wanted = Wanted(kind, parsed.query, model)
        let problem = (parsed.problems.first ?? model.queries.problems(of: parsed.query, for: kind.records).first)?.message
        if query.isOfAll { return run(ofAll: kind, wanted, sort, model, problem, isCancelled) }
        if let entries = query.entries { return run(kind, wanted, among: entries, sort, model, problem, isCancelled) }
        if wanted.words.isEmpty { return run(kind, wanted, sort, model, problem, isCancelled) }
        guard let (candidates, areListed) = candidates(kind, wanted, model, isCancelled) else { return nil }
        let positions = wanted.fitting(candidates, areListed: areListed, isCancelled)
        if isCancelled() { return nil }
        var items = kind.records.ids(positions, model)
        let hits = wanted.hits()
        if hits == nil || sort != kind.standardSort { guard self.sort(&items, kind, sort, model, isCancelled) else { return nil } }
        guard let total = total(kind, model, isCancelled) else { return nil }
        let isLong = wanted.words.count > SearchIndex.mostWords
        return Found(
            items: items, total: total, problem: problem ?? (isLong ? Words.manyWords(SearchIndex.mostWords) : nil),
            hits: hits)
    }

    /// Without words the list is as it stands in its order, less whom the
    /// conditions leave out.
    private static func run(
        _ kind: ListKind, _ wanted: Wanted, _ sort: ListSort, _ model: StationModel, _ problem: Phrase?, _ isCancelled: @escaping @Sendable () -> Bool
    ) -> Found? {
        guard let order = model.orders.order(kind, sort, model, isCancelled), let ids = order.ids else { return nil }
        let items = wanted.fitting(ids, at: order.positions, kind, isCancelled)
        return isCancelled() ? nil : Found(items: items, total: ids.count, problem: problem)
    }

    /// Of some records those that fit; words that hit best come first, as
    /// without such a choice.
    private static func run(
        _ kind: ListKind, _ wanted: Wanted, among entries: [RecordID], _ sort: ListSort, _ model: StationModel, _ problem: Phrase?,
        _ isCancelled: @escaping @Sendable () -> Bool
    ) -> Found? {
        var positions = entries.compactMap { kind.records.position(of: $0, model.register) }
        let total = positions.count
        if !wanted.words.isEmpty {
            let chosen = Set(positions)
            guard let found = plainCandidates(kind, wanted, model, isCancelled) else { return nil }
            positions = found.filter(chosen.contains)
        }
        positions = wanted.fitting(positions, areListed: true, isCancelled)
        if isCancelled() { return nil }
        var items = kind.records.ids(positions, model)
        let hits = wanted.hits()
        if hits == nil || sort != kind.standardSort { guard self.sort(&items, kind, sort, model, isCancelled) else { return nil } }
        return Found(items: items, total: total, problem: problem, hits: hits)
    }

    /// Of all that stand those that fit, words best first; without a query
    /// none. Linear in the records.
    private static func run(
        ofAll kind: ListKind, _ wanted: Wanted, _ sort: ListSort, _ model: StationModel, _ problem: Phrase?, _ isCancelled: @escaping @Sendable () -> Bool
    ) -> Found? {
        let standing = (0..<kind.records.count(model.register)).filter { kind.records.stands($0, model.register) }
        guard !wanted.query.terms.isEmpty else { return Found(items: [], total: standing.count, problem: problem) }
        var positions = standing
        if !wanted.words.isEmpty {
            guard let found = plainCandidates(kind, wanted, model, isCancelled) else { return nil }
            positions = found
        }
        positions = wanted.fitting(positions, areListed: true, isCancelled)
        if isCancelled() { return nil }
        var items = kind.records.ids(positions, model)
        let hits = wanted.hits()
        if hits == nil || sort != kind.standardSort { guard self.sort(&items, kind, sort, model, isCancelled) else { return nil } }
        return Found(items: items, total: standing.count, problem: problem, hits: hits)
    }

    /// Positions of those whom the words alone leave, and whether all of them
    /// are known to stand in the list.
    private static func candidates(
        _ kind: ListKind, _ wanted: Wanted, _ model: StationModel, _ isCancelled: @escaping @Sendable () -> Bool
    ) -> (positions: [Int], areListed: Bool)? {
        if let search = model.search {
            // Whether a job is open depends on more than the job.
            return search.positions(kind.records, wanted.words, onlyListed: true, isCancelled: isCancelled).map { ($0, kind != .jobs) }
        }
        return plainCandidates(kind, wanted, model, isCancelled).map { ($0, false) }
    }

    /// Positions of those whom the words alone leave, listed or not.
    private static func plainCandidates(
        _ kind: ListKind, _ wanted: Wanted, _ model: StationModel, _ isCancelled: @escaping @Sendable () -> Bool
    ) -> [Int]? {
        if let search = model.search { return search.positions(kind.records, wanted.words, onlyListed: false, isCancelled: isCancelled) }
        let text = SearchText(model.catalogue)
        let words = wanted.query.plainWords
        let register = model.register
        var found: [Int] = []
        for position in 0..<kind.records.count(register) {
            if position % 1024 == 0, isCancelled() { return nil }
            if kind.records.stands(position, register), words.isEmpty || words.fits(kind.records.text(position, text, register)) { found.append(position) }
        }
        return found
    }

    private static func total(_ kind: ListKind, _ model: StationModel, _ isCancelled: () -> Bool) -> Int? {
        if let count = model.orders.count(kind) { return count }
        if kind == .people, let search = model.search { return search.listedCount(.person) }
        let all = Wanted(kind, SearchQuery([]), model)
        var total = 0
        for position in 0..<kind.records.count(model.register) {
            if position % 4096 == 0, isCancelled() { return nil }
            if all.isListed(position) { total += 1 }
        }
        return total
    }

    /// - Returns: false where cancelled.
    private static func sort(
        _ items: inout [RecordID], _ kind: ListKind, _ sort: ListSort, _ model: StationModel, _ isCancelled: @Sendable () -> Bool
    ) -> Bool {
        let columns = kind.columns
        let column = columns[min(max(0, sort.column), columns.count - 1)]
        var keyed = items.mapOnAllProcessors(portion: 2048) { id in (key: isCancelled() ? SortKey.number(0) : column.key(id, model), id: id) }
        if isCancelled() { return false }
        keyed.sort { one, other in
            if one.key != other.key { return sort.isDescending ? one.key > other.key : one.key < other.key }
            return one.id < other.id
        }
        items = keyed.map(\.id)
        return true
    }
}

/// What of a list is wanted, besides words.
private struct Wanted {
    let query: SearchQuery
    let words: [SearchIndex.Word]
    private let spec: ListSpec
    private let model: StationModel
    private let filter: QueryFilter?

    init(_ kind: ListKind, _ query: SearchQuery, _ model: StationModel) {
        (spec, self.query, self.model) = (kind.spec, query, model)
        words = SearchIndex.Word.all(in: query)
        filter = query.hasConditions ? QueryFilter(query, register: model.register, catalogue: model.catalogue, day: model.day) : nil
    }

    /// Shows what is hit; nil where nothing is looked for, or no index is
    /// there to ask.
    func hits() -> SearchHits? {
        words.contains { !$0.isUnwanted } ? model.search?.hits(of: Array(words.prefix(SearchIndex.mostWords))) : nil
    }

    /// Those of some positions that stand in the list and fit all that is no
    /// word, in their order; anything, where cancelled.
    ///
    /// - Parameter areListed: whether all stand in the list.
    func fitting(_ positions: [Int], areListed: Bool, _ isCancelled: @Sendable () -> Bool) -> [Int] {
        let fits = fits
        if areListed, fits == nil { return positions }
        let fitting = positions.mapOnAllProcessors(portion: 4096) { position in
            if position % 1024 == 0, isCancelled() { return false }
            return (areListed || isListed(position)) && fits?(position) ?? true
        }
        return zip(positions, fitting).filter { $1 }.map(\.0)
    }

    /// Those of some listed records that fit all that is no word, in their
    /// order; anything, where cancelled.
    func fitting(_ ids: [RecordID], at positions: [Int32], _ kind: ListKind, _ isCancelled: @escaping @Sendable () -> Bool) -> [RecordID] {
        var fitting: [[Bool]] = []
        for term in query.terms {
            let single = SearchQuery([term])
            guard single.hasConditions else { continue }
            let answer = model.orders.fitting(kind, term) { Wanted(kind, single, model).answers(isCancelled) }
            guard let answer else { return [] }
            fitting.append(answer)
        }
        guard !fitting.isEmpty else { return ids }
        var found: [RecordID] = []
        for (id, position) in zip(ids, positions) where fitting.allSatisfy({ $0[Int(position)] }) { found.append(id) }
        return found
    }

    /// Whether each record fits, as they lie in memory: going from one to
    /// another in any other order takes far longer.
    private func answers(_ isCancelled: @escaping @Sendable () -> Bool) -> [Bool]? {
        if spec.records == .person, let filter, let answers = model.search?.answers(filter) { return answers }
        guard let fits else { return nil }
        let answers = Array(0..<spec.records.count(model.register)).mapOnAllProcessors(portion: 4096) { position in
            position % 1024 == 0 && isCancelled() ? false : fits(position)
        }
        return isCancelled() ? nil : answers
    }

    /// Whether the record at a position stands in the list.
    func isListed(_ position: Int) -> Bool { spec.isListed(position, model) }

    /// Whether the record at a position fits all that is no word; nil where
    /// there is nothing to fit.
    private var fits: (@Sendable (Int) -> Bool)? {
        // Each takes the filter from where it is: a copy of it for every
        // record would have the processors wait for one another.
        guard let filter else { return nil }
        return switch spec.records {
        case .job: { filter.fits(jobAt: $0) }
        case .person: { filter.fits(personAt: $0) }
        case .placement: { filter.fits(placementAt: $0) }
        case .employer: { _ in true }
        }
    }
}

extension RecordID.Kind {
    /// Identifiers of the records at positions.
    func ids(_ positions: [Int], _ model: StationModel) -> [RecordID] {
        if let search = model.search { return search.ids(self, positions) }
        let register = model.register
        return switch self {
        case .job: positions.map { register.jobs[$0].id }
        case .person: positions.map { register.people[$0].id }
        case .placement: positions.map { register.placements[$0].id }
        case .employer: positions.map { register.employers[$0].id }
        }
    }

    /// Where a record stands in the register; nil where there is none.
    func position(of id: RecordID, _ register: Register) -> Int? {
        switch self {
        case .job: register.jobs.position(of: id)
        case .person: register.people.position(of: id)
        case .placement: register.placements.position(of: id)
        case .employer: register.employers.position(of: id)
        }
    }

    func count(_ register: Register) -> Int {
        switch self {
        case .job: register.jobs.count
        case .person: register.people.count
        case .placement: register.placements.count
        case .employer: register.employers.count
        }
    }

    /// Whether the record at a position stands; a placement always does.
    func stands(_ position: Int, _ register: Register) -> Bool {
        switch self {
        case .job: register.jobs[position].stands
        case .person: register.people[position].stands
        case .employer: register.employers[position].stands
        case .placement: true
        }
    }

    /// What words are looked for in, of the record at a position.
    fileprivate func text(_ position: Int, _ text: SearchText, _ register: Register) -> String {
        switch self {
        case .job: text.of(register.jobs[position], employer: register.employers[register.jobs[position].employer])
        case .person: text.of(register.people[position])
        case .placement: text.of(register.placements[position], person: register.person(of: register.placements[position]))
        case .employer: text.of(register.employers[position])
        }
    }
}
