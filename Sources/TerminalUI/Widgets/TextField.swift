/// A line of text being edited.
public struct TextField: Hashable, Sendable {
    /// What was typed, on one line, as it will be stored.
    public private(set) var text: String
    /// The characters before the cursor.
    public private(set) var cursor: Int
    /// The most characters it takes; what is too much is left out.
    public var maximumLength: Int?
    /// Whether stars are shown in place of what is typed.
    public var isSecret: Bool

    /// The cursor stands behind `text`.
    public init(_ text: String = "", maximumLength: Int? = nil, isSecret: Bool = false) {
        self.text = ""
        self.cursor = 0
        self.maximumLength = maximumLength
        self.isSecret = isSecret
        insert(text)
    }

    public var isEmpty: Bool { text.isEmpty }

    /// Puts another text in place of the present one, the cursor behind it.
    public mutating func replace(with newText: String) {
        text = ""
        cursor = 0
        insert(newText)
    }

    /// Puts another text in place of the present one.
    ///
    /// - Parameter place: characters before the cursor.
    public mutating func replace(with newText: String, cursor place: Int) {
        replace(with: newText)
        cursor = min(max(0, place), text.count)
    }

    /// Puts `addition` in at the cursor, as one edit. Line ends and tabs become
    /// blanks, other control characters are left out.
    public mutating func insert(_ addition: String) {
        var before = String(text.prefix(cursor))
        let after = text.dropFirst(cursor)
        var room = maximumLength.map { max(0, $0 - text.count) } ?? .max
        for character in addition {
            guard let kept = Self.kept(character) else { continue }
            // A mark typed behind its letter joins it and makes nothing longer.
            let longer = before + String(kept)
            let grows = before.isEmpty || longer.count > before.count
            guard !grows || room > 0 else { break }
            if grows { room -= 1 }
            before = longer
        }
        text = before + after
        cursor = min(before.count, text.count)
    }

    public mutating func backspace() {
        guard cursor > 0 else { return }
        remove(cursor - 1..<cursor)
    }

    /// Deletes the character under the cursor.
    public mutating func delete() {
        guard cursor < text.count else { return }
        remove(cursor..<cursor + 1)
    }

    /// Deletes the word before the cursor, and the blanks behind it.
    public mutating func deleteWord() {
        remove(wordStart..<cursor)
    }

    public mutating func deleteToStart() {
        remove(0..<cursor)
    }

    public mutating func deleteToEnd() {
        remove(cursor..<text.count)
    }

    public mutating func moveLeft() { cursor = max(0, cursor - 1) }
    public mutating func moveRight() { cursor = min(text.count, cursor + 1) }
    public mutating func moveHome() { cursor = 0 }
    public mutating func moveEnd() { cursor = text.count }
    public mutating func moveWordLeft() { cursor = wordStart }
    public mutating func moveWordRight() { cursor = wordEnd }

    /// Applies an event; false where it is none of the field's business, as
    /// Enter, Escape, Tab, the arrows up and down, function keys.
    public mutating func handle(_ event: InputEvent) -> Bool {
        switch event {
        case .text(let addition), .paste(let addition):
            insert(addition)
            return true
        case .key(let stroke):
            return handle(stroke)
        case .mouse, .resize:
            return false
        }
    }

    private mutating func handle(_ stroke: KeyStroke) -> Bool {
        if let character = stroke.plainCharacter {
            insert(String(character))
            return true
        }
        guard !stroke.alt, !stroke.shift else { return false }
        switch (stroke.key, stroke.control) {
        case (.backspace, false): backspace()
        case (.delete, false), (.character("d"), true): delete()
        case (.left, false), (.character("b"), true): moveLeft()
        case (.right, false), (.character("f"), true): moveRight()
        case (.left, true): moveWordLeft()
        case (.right, true): moveWordRight()
        case (.home, false), (.character("a"), true): moveHome()
        case (.end, false), (.character("e"), true): moveEnd()
        case (.character("w"), true): deleteWord()
        case (.character("u"), true): deleteToStart()
        case (.character("k"), true): deleteToEnd()
        default: return false
        }
        return true
    }

    private mutating func remove(_ range: Range<Int>) {
        let before = String(text.prefix(range.lowerBound))
        text = before + text.dropFirst(range.upperBound)
        // What now touches may have become one character.
        cursor = min(before.count, text.count)
    }

    /// What is kept of a typed character: a blank for line ends and tabs,
    /// nothing for other controls.
    private static func kept(_ character: Character) -> Character? {
        if character.isNewline || character == "\t" { return " " }
        let isControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        return isControl ? nil : character
    }

    private var wordStart: Int {
        let characters = Array(text.prefix(cursor))
        var index = characters.count
        while index > 0, characters[index - 1].isWhitespace { index -= 1 }
        guard index > 0 else { return 0 }
        let isASCII = characters[index - 1].isASCII
        while index > 0, !characters[index - 1].isWhitespace, characters[index - 1].isASCII == isASCII {
            index -= 1
        }
        return index
    }

    private var wordEnd: Int {
        let characters = Array(text)
        var index = cursor
        while index < characters.count, characters[index].isWhitespace { index += 1 }
        guard index < characters.count else { return index }
        let isASCII = characters[index].isASCII
        while index < characters.count, !characters[index].isWhitespace, characters[index].isASCII == isASCII {
            index += 1
        }
        return index
    }
}
