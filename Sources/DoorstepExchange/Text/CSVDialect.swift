/// How a text sheet separates and quotes its cells.
struct CSVDialect: Hashable, Sendable {
    var separator: CSVSeparator
    /// What is put around cells that hold a separator or a line end.
    var quote = TextByte.quote
    /// A quote within quotes has a backslash before it, and is not doubled.
    var escapes = false
    /// Every separator has a blank behind it, which is no part of the cell
    /// where a quote follows (`a, "b,c"`).
    var isPadded = false

    /// How many records are looked at, and how many bytes of them.
    private static let sampleSize = 50
    private static let sampleBytes = 1 << 20

    /// - Parameter separator: where it is known; else it is judged by the
    ///   first records.
    init(of bytes: Span<UInt8>, separator: CSVSeparator? = nil) {
        self.separator = separator ?? CSVDialect.separator(of: bytes)
        let marks = CSVQuoteEvidence(in: bytes, separator: self.separator)
        if marks.isSingle { quote = TextByte.apostrophe }
        escapes = marks.isEscaped
        isPadded = CSVDialect.isPadded(bytes, self)
    }

    init(separator: CSVSeparator) { self.separator = separator }

    /// The separator that stands in most of the first records, outside quotes;
    /// of several such the one that stands equally often in most of them; of
    /// these the one that hardly stands for anything else. A comma if there is
    /// none.
    ///
    /// A separator is in the header and in every record, while commas in prose
    /// and semicolons in lists are in some: the writer relies on this. Where
    /// none is in all records, a sign that is in all of them, equally often
    /// and more than once, is meant.
    static func separator(of bytes: Span<UInt8>) -> CSVSeparator {
        let records = self.records(of: bytes, CSVScanner())
        var best = CSVSeparator.comma
        var bestScore = (records: 0, alike: 0, precedence: best.precedence)
        for separator in CSVSeparator.allCases {
            let frequencies = self.frequencies(of: separator, in: records)
            let score = (
                records: frequencies.values.reduce(0, +),
                alike: frequencies.values.max() ?? 0,
                precedence: separator.precedence)
            if score > bestScore, score.records > 0 {
                best = separator
                bestScore = score
            }
        }
        guard bestScore.records < records.count, records.count > 1 else { return best }
        for other in CSVSeparator.others {
            let records = self.records(of: bytes, CSVScanner(CSVDialect(separator: other)))
            let frequencies = self.frequencies(of: other, in: records)
            // Two lines of prose may have as many blanks.
            if records.count > (other == .bar ? 1 : 2), frequencies.count == 1, let (count, all) = frequencies.first, count >= 2, all == records.count { return other }
        }
        return best
    }

    private static func isPadded(_ bytes: Span<UInt8>, _ dialect: CSVDialect) -> Bool {
        guard dialect.separator != .space else { return false }
        var dialect = dialect
        dialect.isPadded = true
        let scanner = CSVScanner(dialect)
        var (index, lines, separators) = (0, 0, 0)
        while index < min(bytes.count, sampleBytes), lines < sampleSize {
            index = scanner.cell(in: bytes, at: index).terminator
            let end = CSVScanner.lineEndLength(in: bytes, at: index)
            if end > 0 {
                lines += 1
                index += end
            } else if index < bytes.count {
                guard index + 1 < bytes.count, bytes[index + 1] == TextByte.space else { return false }
                separators += 1
                index += 1
            }
        }
        return separators > 0 && lines > 1
    }

    /// How many records have the separator how often; those without it are
    /// left out.
    private static func frequencies(of separator: CSVSeparator, in records: [Counts]) -> [Int: Int] {
        var frequencies: [Int: Int] = [:]
        for record in records where record[separator] > 0 { frequencies[record[separator], default: 0] += 1 }
        return frequencies
    }

    /// How often each separator stands in a record.
    private struct Counts {
        private var counts: (Int, Int, Int, Int) = (0, 0, 0, 0)

        subscript(separator: CSVSeparator) -> Int {
            get {
                switch separator {
                case .comma: counts.0
                case .semicolon: counts.1
                case .tab: counts.2
                case .bar, .colon, .space: counts.3
                }
            }
            set {
                switch separator {
                case .comma: counts.0 = newValue
                case .semicolon: counts.1 = newValue
                case .tab: counts.2 = newValue
                case .bar, .colon, .space: counts.3 = newValue
                }
            }
        }
    }

    /// How often each separator stands in each of the first records that are
    /// not blank.
    private static func records(of bytes: Span<UInt8>, _ scanner: CSVScanner) -> [Counts] {
        var records: [Counts] = []
        var index = 0
        while index < bytes.count, records.count < sampleSize, index < sampleBytes || records.count < 2 {
            let blank = CSVScanner.lineEndLength(in: bytes, at: index)
            if blank > 0 {
                index += blank
                continue
            }
            var counts = Counts()
            var isOpen = true
            while isOpen {
                let cell = scanner.cell(in: bytes, at: index)
                index = cell.terminator
                let end = CSVScanner.lineEndLength(in: bytes, at: index)
                if end == 0, index < bytes.count, let separator = CSVSeparator(rawValue: bytes[index]) {
                    counts[separator] += 1
                    index += 1
                    // A line that goes on for ever says nothing more.
                    if index > sampleBytes, records.count < 2 { return records + [counts] }
                } else {
                    index += end
                    isOpen = false
                }
            }
            records.append(counts)
        }
        return records
    }
}
