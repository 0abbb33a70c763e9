/// What cells say beyond their values, on its way into a record's note, where
/// it is not lost and search finds it.
struct Remarks {
    private var lines: [String] = []

    /// What the store gives back was noted when it came in.
    mutating func add(_ title: String, _ text: String, _ reading: CellReading) {
        guard !reading.isExact else { return }
        lines.append("\(title)：\(text)")
    }

    /// The note with the remarks behind it, each once, however often the
    /// sheet is read.
    func appended(to note: String) -> String {
        var note = note
        for line in lines where !PlainText.holds(note, line) { note += (note.isEmpty ? "" : "；") + line }
        return note
    }

    var isEmpty: Bool { lines.isEmpty }
}
