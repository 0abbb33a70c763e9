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

    public var isEmpty: Bool {
        employers.isEmpty && people.isEmpty && jobs.isEmpty && distances.isEmpty && placements.isEmpty
    }

    /// Takes the changes into a register.
    public func update(_ register: inout Register) {
        for employer in employers { register.update(employer) }
        for person in people { register.update(person) }
        for job in jobs { register.update(job) }
        for distance in distances { register.update(distance) }
        for placement in placements { register.update(placement) }
    }
}
