/// Shows which characters of texts words fit: prepared once, so that drawing
/// a screen only looks things up.
public struct SearchHits: Equatable, Sendable {
    private let words: [SearchIndex.Word]
    private let prepared: [SearchWord]
    private let alphabet: SearchAlphabet

    init(words: [SearchIndex.Word], prepared: [SearchWord], alphabet: SearchAlphabet) {
        (self.words, self.prepared, self.alphabet) = (words, prepared, alphabet)
    }

    /// Those of the same words are the same.
    public static func == (one: SearchHits, other: SearchHits) -> Bool { one.words == other.words }

    /// The characters of a text that words fit, as offsets of characters; of
    /// each word the place that it fits best.
    public func callAsFunction(_ text: String) -> Set<Int> {
        var codes: [UInt16] = []
        var offsets: [Int] = []
        for (offset, character) in text.enumerated() {
            SearchForm.forEach(String(character)) { scalar in
                codes.append(alphabet.code(scalar) ?? SearchAlphabet.unknown)
                offsets.append(offset)
            }
        }
        var hits: Set<Int> = []
        codes.withUnsafeBufferPointer { codes in
            let surname = alphabet.surname(codes)
            for word in prepared {
                if let range = word.range(codes, surname: surname) {
                    hits.formUnion(range.map { offsets[$0] })
                } else if let scattered = word.fitWithGaps(codes, alphabet) {
                    hits.formUnion(scattered.map { offsets[$0] })
                }
            }
        }
        return hits
    }
}
