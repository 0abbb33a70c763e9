import DoorstepCore

/// All that a store holds at one moment.
public struct StoreContents: Sendable {
    public let register: Register
    /// What the station has set, by name, as it was written.
    public let settings: [String: String]
    /// In the order they were first saved.
    public let searches: [SavedSearch]
    /// The sequence of the latest entry that is taken in.
    public let sequence: Int
}

/// Records that were made or changed, each as it is now, in the order they
/// came; and settings and saved searches, which are few, as they all are now.
public struct StoreChanges: Sendable {
    public let employers: [Employer]
    public let people: [Person]
    public let jobs: [Job]
    public let distances: [Distance]
    /// Whole, with all their steps.
    public let placements: [Placement]
    public let services: [Service]
    /// All that is set, by name, as it was written.
    public let settings: [String: String]
    /// All that are saved, in the order they first were.
    public let searches: [SavedSearch]
    /// The sequence of the latest entry that is taken in.
    public let sequence: Int

    /// All of them, employers before their jobs, placements last.
    public var all: [RecordChange] {
        employers.map(RecordChange.employer) + people.map(RecordChange.person) + jobs.map(RecordChange.job) + distances.map(RecordChange.distance)
            + placements.map(RecordChange.placement) + services.map(RecordChange.service)
    }

    /// Whether no record was made or changed.
    public var isEmpty: Bool {
        employers.isEmpty && people.isEmpty && jobs.isEmpty && distances.isEmpty && placements.isEmpty && services.isEmpty
    }

    /// Takes the changes into a register.
    public func update(_ register: inout Register) {
        for change in all { register.update(change) }
    }
}
