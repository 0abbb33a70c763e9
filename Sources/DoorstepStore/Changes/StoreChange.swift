import DoorstepCore

/// A change that is saved whole, with one entry of the journal, or not at
/// all.
public enum StoreChange: Sendable {
    /// Records made or edited; those that are as the store has them already
    /// are left alone.
    case records(RecordBatch, reason: Reason)
    /// Takes back what an import did, by the entry that it made: the records
    /// that it changed become what they were `before`, all others that it made
    /// do not stand any more. Refused whole where one of them was changed
    /// since, or is used.
    case takeBackImport(entry: Int, before: RecordBatch)
    /// Opens a placement or moves one on.
    case step(StepDraft)
    /// Opens a referral for each pair of a plan that was accepted: all of
    /// them in one entry. Pairs that cannot be referred any more are left
    /// out, and told of by `Committed.refused`.
    case plan([PlanPair], date: Day)
    /// Something was done for a person or about a job.
    case service(ServiceDraft)
    /// What is masked of a person is about to be shown: whole numbers, to a
    /// caseworker who said why.
    case reveal(person: RecordID, shown: [MaskedField], reason: RevealReason)
    /// A sheet left the store: what it is, and whether personal data were
    /// unmasked in it. The state after it is signed, with the sheet.
    case export(SheetStatement, isUnmasked: Bool)
    /// Takes a person's data away for good, at their request: who they were
    /// cannot be told any more, that there was somebody still counts.
    case erase(RecordID)
    /// One that is so already is left alone.
    case setting(name: String, value: String)
    /// Keeps a search under its name, in the place of another of that name
    /// where it is to be replaced.
    case saveSearch(SavedSearch, replacing: Bool)
    case removeSearch(SearchName, RecordID.Kind)

    /// Why records change.
    public enum Reason: Sendable {
        /// Somebody made or changed them by hand.
        ///
        /// - Parameters:
        ///   - before: records as whoever changes them knew them: where the
        ///     store has one of them otherwise by now, nothing is changed.
        ///   - takesBack: the entry whose change is taken back.
        case edit(before: RecordBatch = RecordBatch(), takesBack: Int? = nil)
        /// A sheet was read: its name as the journal shows it, how many rows
        /// it had, and how many were refused.
        ///
        /// - Parameter basis: the sequence of the register that the sheet was
        ///   read on: where a record was changed since, nothing is stored.
        case `import`(file: String, rows: Int, refused: Int, basis: Int? = nil)
    }
}

/// Records to be put in, with the identifiers they shall have.
public struct RecordBatch: Hashable, Sendable {
    public var employers: [Employer]
    public var people: [Person]
    /// Their employers are in the batch or in the store.
    public var jobs: [Job]
    public var distances: [Distance]

    public init(employers: [Employer] = [], people: [Person] = [], jobs: [Job] = [], distances: [Distance] = []) {
        self.employers = employers
        self.people = people
        self.jobs = jobs
        self.distances = distances
    }
}

extension RecordBatch {
    /// - Parameter withEmployer: whether a job brings its employer.
    public init(_ record: EditedRecord, withEmployer: Bool) {
        switch record {
        case .person(let person): self.init(people: [person])
        case .job(let job, let employer): self.init(employers: withEmployer ? [employer] : [], jobs: [job])
        case .employer(let employer): self.init(employers: [employer])
        }
    }
}

extension RecordBatch {
    /// What such changes made of the records; steps are saved otherwise.
    public init(_ changes: [RecordChange]) {
        self.init()
        for change in changes {
            switch change {
            case .employer(let employer): employers.append(employer)
            case .person(let person): people.append(person)
            case .job(let job): jobs.append(job)
            case .distance(let distance): distances.append(distance)
            case .placement, .service: continue
            }
        }
    }
}

/// A change that was saved, and what of it the register takes in.
public struct Committed: Sendable, Hashable {
    /// The sequence of its entry in the journal; of a change that changed
    /// nothing, of the latest entry there is.
    ///
    /// Where it is more than one above the sequence that the caller's
    /// register stands at, another program changed something in between,
    /// which `StationStore.changes(since:catalogue:)` tells.
    public let sequence: Int
    /// How many records it made or changed.
    public let changed: Int
    /// After a step: the whole placement.
    public let placement: Placement?
    /// After a step that changed it: the person, with the new status.
    public let person: Person?
    /// After an export: what goes with the sheet.
    public let checkpoint: Checkpoint?
    /// After a search was saved or removed: all there are.
    public let searches: [SavedSearch]?
    /// After an import was taken back.
    public let takenBack: TakenBack?
    /// After a service.
    public let service: Service?
    /// After a plan was accepted: what was opened, in the order of the pairs.
    public let placements: [Placement]
    /// After a plan was accepted: the pairs that could not be referred, in
    /// their order.
    public let refused: [RefusedPair]

    init(
        sequence: Int, changed: Int = 0, placement: Placement? = nil, person: Person? = nil, checkpoint: Checkpoint? = nil,
        searches: [SavedSearch]? = nil, takenBack: TakenBack? = nil, service: Service? = nil,
        placements: [Placement] = [], refused: [RefusedPair] = []
    ) {
        self.sequence = sequence
        self.changed = changed
        self.placement = placement
        self.person = person
        self.checkpoint = checkpoint
        self.searches = searches
        self.takenBack = takenBack
        self.service = service
        self.placements = placements
        self.refused = refused
    }
}

/// A pair of a plan that could not be referred when the plan was accepted.
public struct RefusedPair: Sendable, Hashable {
    /// Among the pairs of the plan, from 0.
    public let position: Int
    public let pair: PlanPair
    public let refusal: StepRefusal

    public init(position: Int, pair: PlanPair, refusal: StepRefusal) {
        self.position = position
        self.pair = pair
        self.refusal = refusal
    }
}
