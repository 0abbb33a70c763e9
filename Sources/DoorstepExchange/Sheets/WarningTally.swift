import DoorstepCore

/// What is worth a second look in a sheet: the first of each sort whole, the
/// others counted, so that a hundred thousand rows with the same oddity take
/// no more room, and no more reading, than a few.
struct WarningTally: Sendable {
    /// How many of a sort are kept whole.
    static let mostOfSort = 20
    /// Sorts beyond are one: a sheet that has so many has something else the
    /// matter with it.
    private static let mostSorts = 500
    private static let mostSpellings = 10_000

    private(set) var count = 0
    private var first: [RowNote] = []
    private var sorts: [Sort] = []
    private var numbers: [Key: Int] = [:]
    /// The sorts of reasons as they stand: telling what of a reason is the
    /// same for all rows takes longer than looking it up.
    private var spellings: [Key: Int] = [:]

    private struct Sort: Sendable {
        let example: RowNote
        var count = 0
    }

    /// What makes warnings one sort: the file, what they are about, and the
    /// reason without what differs from row to row.
    struct Key: Hashable, Sendable {
        let file: String
        let about: String
        let reason: String
    }

    /// - Parameters:
    ///   - about: the column, where it is one that is spoken of.
    ///   - reason: in Chinese, with whatever the row has of its own in it.
    mutating func add(file: String, about: String, reason: String, _ note: () -> RowNote) {
        count += 1
        let spelling = Key(file: file, about: about, reason: reason)
        let number: Int
        if let known = spellings[spelling] {
            number = known
        } else {
            let key = Key(file: file, about: about, reason: WarningTally.general(reason))
            if let known = numbers[key] {
                number = known
            } else if sorts.count < WarningTally.mostSorts {
                number = sorts.count
                sorts.append(Sort(example: note()))
                numbers[key] = number
            } else {
                number = sorts.count - 1
            }
            if spellings.count >= WarningTally.mostSpellings { spellings.removeAll() }
            spellings[spelling] = number
        }
        sorts[number].count += 1
        if sorts[number].count == 1 {
            first.append(sorts[number].example)
        } else if sorts[number].count <= WarningTally.mostOfSort {
            first.append(note())
        }
    }

    /// The first of each sort, in the order in which they came, and a line
    /// for each sort that has more.
    var notes: (first: [RowNote], further: [RowNote]) {
        (first, sorts.compactMap { $0.example.standing(for: $0.count - WarningTally.mostOfSort) })
    }

    /// A reason without numbers, what stands between quotation marks, and
    /// what is set off by a blank up to the next comma.
    private static func general(_ reason: String) -> String {
        var result = String.UnicodeScalarView()
        var end: Unicode.Scalar?
        for scalar in reason.unicodeScalars {
            if let reached = end {
                if scalar == reached { end = nil }
                continue
            }
            if scalar == "“" { end = "”" } else if scalar == " " { end = "，" }
            if !("0"..."9").contains(scalar) { result.append(scalar) }
        }
        return String(result)
    }
}

extension RowNote {
    /// A note that stands for so many further ones; nil where there are none.
    func standing(for further: Int) -> RowNote? {
        guard further > 0 else { return nil }
        var note = RowNote(file: file, line: line, reason: reason, cells: [], titles: titles)
        note.further = further
        return note
    }
}
