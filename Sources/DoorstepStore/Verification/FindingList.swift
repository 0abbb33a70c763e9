import DoorstepCore

/// Findings of one sort: the first is said, the others are counted, since
/// what one fault leads to would fill the screen.
struct FindingList {
    private var first: Phrase?
    private var count = 0

    mutating func add(_ chinese: String, _ english: String) {
        if first == nil { first = Phrase(chinese, english) }
        count += 1
    }

    /// Nil where there are none.
    var phrase: Phrase? {
        guard let first else { return nil }
        return count == 1 ? first : first + Phrase("（共 \(count) 处）", " (\(count) in all)")
    }
}
