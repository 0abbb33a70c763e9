import ArgumentParser
import DoorstepCore

/// What a query of the command line finds.
struct Finder {
    private let kind: RecordID.Kind
    private let register: Register
    private let words: [SearchIndex.Word]
    private let filter: QueryFilter?
    /// Made only where words are looked for.
    private let index: SearchIndex?

    /// - Parameters:
    ///   - saved: the name of a saved search; what it finds, `query` narrows
    ///     further.
    ///   - kind: what is looked for.
    /// - Throws: `QueryError` for what is not understood, or has no meaning
    ///   for such records; `SavedSearchError` for the saved one.
    init(_ query: String, saved: String?, for kind: RecordID.Kind, _ loaded: LoadedStation, _ desk: Desk) throws {
        let register = loaded.register
        let queries = desk.queries()
        var terms = try queries.query(query).terms
        if let saved {
            let search = try loaded.searches.named(saved, for: kind)
            if let problem = queries.reading(search).problem { throw SavedSearchError.noLongerUnderstood(name: search.name, problem) }
            terms = try queries.query(search.query).terms + terms
        }
        let parsed = SearchQuery(terms)
        if let problem = queries.problems(of: parsed, for: kind).first { throw problem }
        self.kind = kind
        self.register = register
        words = SearchIndex.Word.all(in: parsed)
        filter = parsed.hasConditions ? QueryFilter(parsed, register: register, catalogue: desk.catalogue, day: desk.day) : nil
        index = words.isEmpty ? nil : SearchIndex(register, desk.catalogue, try Resources.readings(), sounds: loaded.settings.sounds)
    }

    /// Positions in the register, best first; as they were entered, where no
    /// words are looked for.
    func positions() -> [Int] {
        let all = index?.positions(kind, words) ?? (0..<count).filter { stands($0) }
        guard let filter else { return all }
        return all.filter { position in
            switch kind {
            case .person: filter.fits(personAt: position)
            case .job: filter.fits(jobAt: position)
            case .employer: filter.fits(employerAt: position)
            case .placement: filter.fits(placementAt: position)
            }
        }
    }

    private func stands(_ position: Int) -> Bool {
        switch kind {
        case .person: register.people[position].stands
        case .job: register.jobs[position].stands
        case .employer: register.employers[position].stands
        case .placement: true
        }
    }

    private var count: Int {
        switch kind {
        case .person: register.people.count
        case .job: register.jobs.count
        case .employer: register.employers.count
        case .placement: register.placements.count
        }
    }
}

/// Which records a command is about.
enum RecordsArgument: String, CaseIterable, ExpressibleByArgument {
    case people, jobs, employers, placements

    /// How the command line calls records of a kind.
    init(_ records: RecordID.Kind) {
        switch records {
        case .person: self = .people
        case .job: self = .jobs
        case .employer: self = .employers
        case .placement: self = .placements
        }
    }

    var records: RecordID.Kind {
        switch self {
        case .people: .person
        case .jobs: .job
        case .employers: .employer
        case .placements: .placement
        }
    }
}
