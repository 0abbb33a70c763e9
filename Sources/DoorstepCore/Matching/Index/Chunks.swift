/// Columns of so many records, in raw memory: the search reads single values
/// of many records, and an array in an array would be retained and released
/// for each.
protocol Chunk: SendableMetatype {
    /// With room for a chunk's records.
    ///
    /// - Parameter rowCount: how many rows of answers there are.
    init(rowCount: Int)

    /// The same in memory of its own.
    func copy() -> Self

    /// Gives the memory back.
    func deallocate()
}

/// One side's records, chunk by chunk. Copies share their chunks; an edit
/// copies the one it touches where somebody else has it too.
struct Chunks<Content: Chunk>: Sendable {
    private var chunks: [ChunkKeeper<Content>]
    private let rowCount: Int

    /// Made on all processors.
    ///
    /// - Parameter write: writes the records of the chunk of this number.
    init(count: Int, rowCount: Int, _ write: @Sendable (Int, inout Content) -> Void) {
        self.rowCount = rowCount
        chunks = Array(0..<count).mapOnAllProcessors(portion: 1) { number in
            var chunk = Content(rowCount: rowCount)
            write(number, &chunk)
            return ChunkKeeper(chunk)
        }
    }

    var count: Int { chunks.count }

    /// To be read for as long as this value is held.
    subscript(_ number: Int) -> Content { chunks[number].chunk }

    /// Of all chunks, to be read for as long as this value is held.
    var all: [Content] { chunks.map(\.chunk) }

    /// Adds a chunk without records at the end.
    mutating func append() { chunks.append(ChunkKeeper(Content(rowCount: rowCount))) }

    /// Changes a chunk, or a copy of it where others read it.
    @discardableResult
    mutating func edit<Result>(_ number: Int, _ body: (inout Content) -> Result) -> Result {
        if !isKnownUniquelyReferenced(&chunks[number]) { chunks[number] = ChunkKeeper(chunks[number].chunk.copy()) }
        return body(&chunks[number].chunk)
    }
}

/// Keeps a chunk's memory for as long as anybody holds it.
///
/// Taking a chunk in place (`&chunks[number]`) first gives the array that
/// holds it an owner of its own, so that another value's hold is counted.
// The compiler cannot check raw memory: only `Chunks.edit` writes it, when no other value holds the keeper (else it writes to a copy), and it is freed with the last holder.
private final class ChunkKeeper<Content: Chunk>: @unchecked Sendable {
    var chunk: Content

    init(_ chunk: Content) { self.chunk = chunk }

    deinit { chunk.deallocate() }
}
