/// What can be searched for in up to 1,024 records, each sort of it side by
/// side.
struct SearchChunk: Sendable {
    static let size = 1024

    private(set) var ids: [RecordID] = []
    /// Whether the record stands in the list of its kind.
    private(set) var isListed: [Bool] = []
    /// Whether it stands: what does not is found by nothing.
    private(set) var stands: [Bool] = []
    /// Names and titles as characters of the alphabet, with gaps between;
    /// where each record's end.
    private(set) var names: [UInt16] = []
    private(set) var nameEnds: [UInt32] = []
    /// So many windows for each record.
    private(set) var numbers: [UInt64] = []
    /// Entries of the catalogues, in the upper half, with the record that has
    /// each: by entry.
    private(set) var entries: [UInt32] = []
    /// All else, as lower-case letters with line breaks between.
    private(set) var texts: [UInt8] = []
    private(set) var textEnds: [UInt32] = []
    /// Characters that the alphabet had not.
    private(set) var newcomers: Set<Unicode.Scalar> = []

    var count: Int { ids.count }

    /// Writes the records of a chunk.
    struct Writer {
        fileprivate(set) var chunk = SearchChunk()
        private let alphabet: SearchAlphabet
        private let windows: Int
        private var windowsLeft = 0

        init(_ alphabet: SearchAlphabet, windows: Int) {
            self.alphabet = alphabet
            self.windows = windows
        }

        mutating func begin(_ id: RecordID, isListed: Bool, stands: Bool = true) {
            chunk.ids.append(id)
            chunk.isListed.append(isListed)
            chunk.stands.append(stands)
            windowsLeft = windows
        }

        mutating func end() {
            while windowsLeft > 0 { append(NumberWindow.empty) }
            chunk.nameEnds.append(UInt32(chunk.names.count))
            chunk.textEnds.append(UInt32(chunk.texts.count))
        }

        /// A name or title, found by pinyin too.
        mutating func name(_ text: String) {
            guard !text.isEmpty else { return }
            SearchForm.forEach(text) { scalar in
                if let code = alphabet.code(scalar) {
                    chunk.names.append(code)
                } else {
                    chunk.names.append(SearchAlphabet.unknown)
                    chunk.newcomers.insert(scalar)
                }
            }
            chunk.names.append(SearchAlphabet.gap)
        }

        /// A telephone number, found by any of its digits.
        mutating func telephone(_ text: String) {
            var digits = NumberWindow.Digits()
            for byte in text.utf8 where (0x30...0x39).contains(byte) { digits.append(Int(byte) - 0x30) }
            if digits.count > NumberWindow.length { self.text(text) }
            append(digits.count > NumberWindow.length ? NumberWindow.empty : digits.first)
        }

        /// An identity number of 18 digits: two windows.
        mutating func identity(_ number: IdentityNumber?) {
            guard let number else { return }
            var digits = NumberWindow.Digits()
            number.forEachDigit { digits.append($0) }
            append(digits.first)
            append(digits.last)
        }

        private mutating func append(_ window: UInt64) {
            guard windowsLeft > 0 else { return }
            windowsLeft -= 1
            chunk.numbers.append(window)
        }

        mutating func entry(_ number: Int) { chunk.entries.append(UInt32(number) << 16 | UInt32(chunk.count - 1)) }

        /// The chunk, once all its records are written.
        consuming func finished() -> SearchChunk {
            chunk.entries.sort()
            return chunk
        }

        /// Anything else, found letter by letter.
        mutating func text(_ text: String) {
            guard !text.isEmpty else { return }
            SearchForm.forEach(text) { scalar in
                if scalar.isASCII { chunk.texts.append(UInt8(scalar.value)) } else { chunk.texts.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
            }
            chunk.texts.append(UInt8(ascii: "\n"))
        }
    }
}
