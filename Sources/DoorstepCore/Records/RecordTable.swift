import HashTreeCollections

/// Records of one kind, in the order they came, found by position or
/// identifier.
///
/// Kept in chunks and with a persistent index, so that an edit beside a
/// reader that holds the table copies one chunk of 512 records and not half
/// a million.
public struct RecordTable<Record: Identifiable & Sendable>: Sendable where Record.ID: Sendable {
    private static var chunkSize: Int { 512 }
    private var chunks: [[Record]] = []
    private var positions: TreeDictionary<Record.ID, Int> = [:]

    public init() {}

    public init(_ records: some Sequence<Record>) {
        for record in records { update(record) }
    }

    public var count: Int { positions.count }
    public var isEmpty: Bool { positions.isEmpty }

    /// The record at a position from 0 to `count - 1`.
    public subscript(position: Int) -> Record {
        // In place: a copy of a person retains all that is known of them.
        _read { yield chunks[position / Self.chunkSize][position % Self.chunkSize] }
    }

    public subscript(id: Record.ID) -> Record? {
        positions[id].map { self[$0] }
    }

    public func position(of id: Record.ID) -> Int? { positions[id] }

    /// Puts a new record at the end, or a known one in the place of what was
    /// known of it.
    public mutating func update(_ record: Record) {
        if let position = positions[record.id] {
            chunks[position / Self.chunkSize][position % Self.chunkSize] = record
            return
        }
        if count % Self.chunkSize == 0 {
            chunks.append([])
            chunks[chunks.count - 1].reserveCapacity(Self.chunkSize)
        }
        positions[record.id] = count
        chunks[chunks.count - 1].append(record)
    }
}

extension RecordTable: Sequence {
    public func makeIterator() -> AnyIterator<Record> {
        AnyIterator(chunks.lazy.joined().makeIterator())
    }
}
