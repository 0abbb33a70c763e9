import DoorstepCore

/// Records that were made or changed, each as it is now, in the order they
/// came.
public struct StoreChanges: Sendable {
    public let employers: [Employer]
    public let people: [Person]
    public let jobs: [Job]
    public let distances: [Distance]
    /// Whole, with all their steps.
    public let placements: [Placement]
    /// The sequence of the latest entry that is taken in.
    public let sequence: Int

    /// All of them, employers before their jobs, placements last.
    public var all: [RecordChange] {
        employers.map(RecordChange.employer) + people.map(RecordChange.person) + jobs.map(RecordChange.job) + distances.map(RecordChange.distance)
            + placements.map(RecordChange.placement)
    }

    public var isEmpty: Bool {
        employers.isEmpty && people.isEmpty && jobs.isEmpty && distances.isEmpty && placements.isEmpty
    }

    /// Takes the changes into a register.
    public func update(_ register: inout Register) {
        for change in all { register.update(change) }
    }
}
