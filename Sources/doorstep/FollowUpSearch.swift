import DoorstepCore

/// Which of what is due a search finds: every term has to fit the placement,
/// the person or the job that a line is about, so that whoever names a person
/// gets their placements too; what is not wanted must fit none of them.
struct FollowUpSearch {
    private static let kinds = [RecordID.Kind.placement, .person, .job]

    private let register: Register
    /// Of each term the records that it fits.
    private let terms: [(records: Set<RecordID>, isNegated: Bool)]

    /// - Parameter saved: the name of a saved search of people, jobs or
    ///   placements; what it finds, `query` narrows further.
    /// - Throws: `QueryError` for what is not understood, `SavedSearchError`
    ///   for the saved one.
    init(_ query: String, saved: String?, _ loaded: LoadedStation, _ desk: Desk) throws {
        let register = loaded.register
        self.register = register
        let queries = desk.queries()
        var wanted = try queries.query(query).terms
        if let saved {
            let search = try Self.named(saved, loaded)
            if let problem = queries.reading(search).problem { throw SavedSearchError.noLongerUnderstood(name: search.name, problem) }
            wanted = try queries.query(search.query).terms + wanted
        }
        let parsed = SearchQuery(wanted)
        let index = SearchIndex.Word.all(in: parsed).isEmpty ? nil : SearchIndex(register, desk.catalogue, try Resources.readings(), sounds: loaded.settings.sounds)
        terms = parsed.terms.map { term in
            let single = SearchQuery([SearchQuery.Term(term.condition)])
            guard !single.hasConditions else {
                let filter = QueryFilter(single, register: register, catalogue: desk.catalogue, day: desk.day)
                return (Self.records(register) { kind, position in filter.fits(kind, at: position) }, term.isNegated)
            }
            let words = SearchIndex.Word.all(in: single)
            // With gaps only what is nowhere as it was typed.
            for hasGaps in [false, true] {
                let found = Self.kinds.flatMap { kind in (index?.positions(kind, words, allowsGaps: hasGaps) ?? []).map { kind.id(at: $0, register) } }
                if !found.isEmpty { return (Set(found), term.isNegated) }
            }
            return ([], term.isNegated)
        }
    }

    func finds(_ call: FollowUp) -> Bool {
        let records = FollowUpRecords(call, register)
        let ids = [call.subject.id, records.person?.id, records.job?.id].compactMap(\.self)
        return terms.allSatisfy { term in ids.contains(where: term.records.contains) != term.isNegated }
    }

    private static func named(_ name: String, _ loaded: LoadedStation) throws -> SavedSearch {
        for kind in kinds {
            if let search = try? loaded.searches.named(name, for: kind) { return search }
        }
        return try loaded.searches.named(name, for: .person)
    }

    private static func records(_ register: Register, _ fits: (RecordID.Kind, Int) -> Bool) -> Set<RecordID> {
        Set(kinds.flatMap { kind in (0..<kind.count(register)).filter { fits(kind, $0) }.map { kind.id(at: $0, register) } })
    }
}

extension QueryFilter {
    fileprivate func fits(_ kind: RecordID.Kind, at position: Int) -> Bool {
        switch kind {
        case .placement: fits(placementAt: position)
        case .person: fits(personAt: position)
        case .job: fits(jobAt: position)
        case .employer: fits(employerAt: position)
        }
    }
}

extension RecordID.Kind {
    fileprivate func count(_ register: Register) -> Int {
        switch self {
        case .placement: register.placements.count
        case .person: register.people.count
        case .job: register.jobs.count
        case .employer: register.employers.count
        }
    }

    fileprivate func id(at position: Int, _ register: Register) -> RecordID {
        switch self {
        case .placement: register.placements[position].id
        case .person: register.people[position].id
        case .job: register.jobs[position].id
        case .employer: register.employers[position].id
        }
    }
}
