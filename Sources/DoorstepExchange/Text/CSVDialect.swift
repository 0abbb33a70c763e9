/// Finds out which separator a text sheet uses.
enum CSVDialect {
    /// How many records are looked at.
    private static let sampleSize = 50

    /// The separator that stands in most of the first records, outside quotes;
    /// of several such the one that stands equally often in most of them; of
    /// these the one that hardly stands for anything else. A comma if there is
    /// none.
    ///
    /// A separator is in the header and in every record, while commas in prose
    /// and semicolons in lists are in some: the writer relies on this.
    static func separator(of bytes: Span<UInt8>) -> CSVSeparator {
        let records = self.records(of: bytes)
        var best = CSVSeparator.comma
        var bestScore = (records: 0, alike: 0, precedence: best.precedence)
        for separator in CSVSeparator.allCases {
            var frequencies: [Int: Int] = [:]
            for record in records {
                if let count = record[separator] { frequencies[count, default: 0] += 1 }
            }
            let score = (
                records: frequencies.values.reduce(0, +),
                alike: frequencies.values.max() ?? 0,
                precedence: separator.precedence)
            if score > bestScore, score.records > 0 {
                best = separator
                bestScore = score
            }
        }
        return best
    }

    /// How often each separator stands in each of the first records that are
    /// not blank.
    private static func records(of bytes: Span<UInt8>) -> [[CSVSeparator: Int]] {
        let scanner = CSVScanner()
        var records: [[CSVSeparator: Int]] = []
        var index = 0
        while index < bytes.count, records.count < sampleSize {
            let blank = CSVScanner.lineEndLength(in: bytes, at: index)
            if blank > 0 {
                index += blank
                continue
            }
            var counts: [CSVSeparator: Int] = [:]
            var isOpen = true
            while isOpen {
                let cell = scanner.cell(in: bytes, at: index)
                index = cell.terminator
                if index < bytes.count, let separator = CSVSeparator(rawValue: bytes[index]) {
                    counts[separator, default: 0] += 1
                    index += 1
                } else {
                    index += CSVScanner.lineEndLength(in: bytes, at: index)
                    isOpen = false
                }
            }
            records.append(counts)
        }
        return records
    }
}
