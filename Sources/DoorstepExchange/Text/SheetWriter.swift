/// Writes a sheet in any text form to whatever takes bytes.
///
/// ```swift
/// var writer = SheetWriter(.csv, header: ["编号", "分"])
/// for match in matches {
///     try writer.write([.text(match.id), .decimal(match.points, places: 2)], to: send)
/// }
/// try writer.finish(to: send)
/// ```
///
/// Bytes are handed on in pieces of about 64 KB, so a sheet of any size takes
/// no more memory than that; except a table, which cannot be begun before its
/// widest cell is known. An error of the sink is passed on as it is; what was
/// written until then stays written.
public struct SheetWriter: Sendable {
    private static let pieceSize = 1 << 16

    private var form: Form
    private var buffer: [UInt8] = []

    /// - Parameters:
    ///   - format: the form.
    ///   - header: the titles of the columns.
    ///   - byteOrderMark: whether a CSV file begins with a mark; the other
    ///     forms never do.
    public init(_ format: TextSheetFormat, header: [String], byteOrderMark: Bool = true) {
        switch format {
        case .csv:
            var writer = CSVWriter(byteOrderMark: byteOrderMark)
            writer.append(header, to: &buffer)
            form = .csv(writer)
        case .json: form = .json(JSONWriter(header: header))
        case .jsonl: form = .jsonl(JSONLinesWriter(header: header))
        case .table: form = .table(TextTable(header: header))
        }
    }

    /// Writes all rows and finishes.
    public static func write<Failure: Error>(
        _ rows: some Sequence<[SheetValue]>, header: [String], format: TextSheetFormat, byteOrderMark: Bool = true,
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var writer = SheetWriter(format, header: header, byteOrderMark: byteOrderMark)
        for row in rows { try writer.write(row, to: sink) }
        try writer.finish(to: sink)
    }

    /// As the other, on all processors: rows become bytes beside each other,
    /// and are handed on in their order.
    public static func write<Failure: Error>(
        _ rows: SheetRows, header: [String], format: TextSheetFormat, byteOrderMark: Bool = true, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var writer = SheetWriter(format, header: header, byteOrderMark: byteOrderMark)
        guard format != .table, let first = rows.first else {
            for row in rows { try writer.write(row, to: sink) }
            return try writer.finish(to: sink)
        }
        try writer.write(first, to: sink)
        // Every row but the first is written alike, whatever came before it.
        let form = writer.form
        for bytes in SheetRows(count: rows.count - 1, { rows[$0 + 1] }).portions({ form.bytes(of: $0) }) {
            writer.buffer += bytes
            if writer.buffer.count >= pieceSize { try writer.handOn(to: sink) }
        }
        try writer.finish(to: sink)
    }

    /// Takes a row, and hands bytes on when there are enough.
    public mutating func write<Failure: Error>(
        _ row: [SheetValue], to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        form.append(row, to: &buffer)
        if buffer.count >= Self.pieceSize { try handOn(to: sink) }
    }

    /// Hands the rest on. After that, nothing more is written.
    public mutating func finish<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        form.finish(to: &buffer)
        if !buffer.isEmpty { try handOn(to: sink) }
    }

    private mutating func handOn<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        try sink(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

/// The writer of the form that was asked for.
private enum Form: Sendable {
    case csv(CSVWriter)
    case json(JSONWriter)
    case jsonl(JSONLinesWriter)
    case table(TextTable)
    /// Nothing more is written.
    case finished

    mutating func append(_ row: [SheetValue], to buffer: inout [UInt8]) {
        switch self {
        case .csv(var writer):
            writer.append(row, to: &buffer)
            self = .csv(writer)
        case .json(var writer):
            writer.append(row, to: &buffer)
            self = .json(writer)
        case .jsonl(let writer):
            writer.append(row, to: &buffer)
        case .table(var table):
            // Two holders of the rows would make each addition copy them all.
            self = .finished
            table.append(row)
            self = .table(table)
        case .finished:
            break
        }
    }

    /// Rows between others, by themselves.
    func bytes(of rows: some Sequence<[SheetValue]>) -> [UInt8] {
        var form = self
        var bytes: [UInt8] = []
        for row in rows { form.append(row, to: &bytes) }
        return bytes
    }

    mutating func finish(to buffer: inout [UInt8]) {
        switch self {
        case .csv, .jsonl, .finished: break
        case .json(let writer): writer.finish(to: &buffer)
        case .table(let table): table.render(to: &buffer)
        }
        self = .finished
    }
}
