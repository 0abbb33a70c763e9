/// Records of every kind, as they were or are.
public struct ImportedRecords: Hashable, Sendable {
    public var employers: [Employer]
    public var people: [Person]
    public var jobs: [Job]
    public var distances: [Distance]

    public init(employers: [Employer] = [], people: [Person] = [], jobs: [Job] = [], distances: [Distance] = []) {
        (self.employers, self.people, self.jobs, self.distances) = (employers, people, jobs, distances)
    }

    public var count: Int { employers.count + people.count + jobs.count + distances.count }

    /// For a register: employers before the jobs that name them.
    public var changes: [RecordChange] {
        employers.map(RecordChange.employer) + people.map(RecordChange.person) + jobs.map(RecordChange.job) + distances.map(RecordChange.distance)
    }
}

/// An import that was stored, and what it takes to take it back.
public struct StoredImport: Hashable, Sendable {
    /// The file's name.
    public let file: String
    public let counts: IntakeCounts
    /// The entry of the journal that it made.
    public let sequence: Int
    /// The records that it changed, as they were before; those that it brought
    /// are not among them.
    public let before: ImportedRecords

    public init(file: String, counts: IntakeCounts, sequence: Int, before: ImportedRecords) {
        (self.file, self.counts, self.sequence, self.before) = (file, counts, sequence, before)
    }
}

/// An import that was taken back, and what it takes to make it again.
public struct TakenBackImport: Hashable, Sendable {
    public let file: String
    public let counts: IntakeCounts
    /// The entry of the journal that the import had made.
    public let entry: Int
    /// The one that took it back.
    public let sequence: Int
    /// The records as the import had made them.
    public let after: ImportedRecords
    /// Those that it had changed, as they were before, and are again.
    public let before: ImportedRecords

    public init(_ taken: StoredImport, sequence: Int, after: ImportedRecords) {
        (file, counts, entry, before) = (taken.file, taken.counts, taken.sequence, taken.before)
        (self.sequence, self.after) = (sequence, after)
    }
}
