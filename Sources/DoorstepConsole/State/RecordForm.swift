import DoorstepCore
import TerminalUI

/// A person, job or employer being written down.
public struct RecordForm: Equatable, Sendable {
    public let kind: RecordID.Kind
    /// As it was when the form was opened; nil for a new record.
    public private(set) var before: EditedRecord?
    /// None while the console is locked, and until its store is read again.
    public internal(set) var fields: [Field]
    /// What was typed before the console was locked, and of which record.
    private var asleep: Asleep?
    public internal(set) var focus = 0
    /// What goes with what is typed.
    var completion: ValueCompletion?
    /// What several fields say together, or why it was not saved.
    public internal(set) var error: Phrase?
    public internal(set) var isSaving = false
    /// Esc was pressed once over what is not saved.
    var isAskedToDrop = false

    public struct Field: Equatable, Sendable {
        public let column: RecordField
        public internal(set) var text: TextField
        let original: String
        /// The number is there and not shown until something else is typed.
        public internal(set) var isMasked: Bool
        public internal(set) var problem: Phrase?
        /// What is odd and kept.
        public internal(set) var note: Phrase?

        init(_ column: RecordField, _ original: String, isMasked: Bool) {
            self.column = column
            self.original = original
            self.isMasked = isMasked
            text = TextField(isMasked ? column.masking(original) : original, maximumLength: 2000)
        }

        /// What is to be saved.
        var value: String { isMasked ? original : text.text }

        var isChanged: Bool { value != original }
    }

    /// - Parameter isRevealed: whether the numbers are shown whole.
    init(_ kind: RecordID.Kind, _ before: EditedRecord?, isRevealed: Bool, _ catalogue: Catalogue, _ language: Language) {
        self.kind = kind
        self.before = before
        let texts = before?.texts(catalogue, language) ?? [:]
        fields = RecordForm.columns(kind).map { column in
            let text = texts[column.id] ?? ""
            let isNumber = kind == .person && [.telephone, .identityNumber].contains(column.masking)
            return Field(column, text, isMasked: isNumber && !text.isEmpty && !isRevealed)
        }
    }

    /// A new person, of whom something was typed already.
    init(_ typed: TypedPerson, _ catalogue: Catalogue, _ language: Language) {
        self.init(.person, nil, isRevealed: true, catalogue, language)
        for (column, text) in typed.values { fill(column, text) }
    }

    /// What of a form stays while the console is locked: which record it is
    /// of, and what was typed, but nothing that came from the store.
    private struct Asleep: Equatable {
        let id: RecordID?
        let typed: [String: String]
    }

    /// Forgets what came from the store.
    mutating func forget() {
        guard asleep == nil else { return }
        asleep = Asleep(id: before?.id, typed: changed)
        before = nil
        fields = []
        completion = nil
        error = nil
    }

    /// The form as it was before it was forgotten; nil where its record is
    /// no more.
    func awoken(_ model: StationModel, _ language: Language) -> RecordForm? {
        guard let asleep else { return self }
        let record = asleep.id.flatMap { EditedRecord(kind, $0, model.register) }
        guard asleep.id == nil || record != nil else { return nil }
        var form = RecordForm(kind, record, isRevealed: record == nil, model.catalogue, language)
        for index in form.fields.indices {
            guard let text = asleep.typed[form.fields[index].column.id] else { continue }
            form.fields[index].text.replace(with: text)
            form.fields[index].isMasked = false
        }
        form.focus = focus
        form.isSaving = isSaving
        return form
    }

    /// A new person starts with the identity number, which tells whether they
    /// are known and fills other fields; what hardly anybody types comes last.
    private static func columns(_ kind: RecordID.Kind) -> [RecordField] {
        let all = RecordField.all(kind)
        let first = all.filter { kind == .person && $0.id == identityNumber }
        let last = all.filter { ["lon", "lat"].contains($0.id) }
        return first + all.filter { !first.contains($0) && !last.contains($0) } + last
    }

    static let identityNumber = "id_number"

    var isChanged: Bool { fields.contains(where: \.isChanged) }

    /// What was typed, by the column's identifier.
    var changed: [String: String] { Dictionary(fields.filter(\.isChanged).map { ($0.column.id, $0.value) }) { first, _ in first } }

    /// Whether the other form is about the same record: two new ones of a
    /// kind are.
    func isAboutSame(as other: RecordForm) -> Bool { kind == other.kind && before == other.before }

    // MARK: - Typing

    mutating func moveFocus(by step: Int) {
        focus = min(max(0, focus + step), fields.count - 1)
        completion = nil
    }

    mutating func edit(_ event: InputEvent) {
        var field = fields[focus]
        if field.isMasked {
            guard event.changesText else { return }
            field.text.replace(with: "")
            field.isMasked = false
        }
        let before = field.text.text
        _ = field.text.handle(event)
        if field.text.text != before {
            field.problem = nil
            field.note = nil
            error = nil
        }
        fields[focus] = field
        completion = nil
    }

    /// Puts a value in a field that is empty.
    mutating func fill(_ column: String, _ text: String) {
        guard let index = fields.firstIndex(where: { $0.column.id == column }), fields[index].value.isEmpty else { return }
        fields[index].text.replace(with: text)
        fields[index].problem = nil
    }
}

/// What Tab makes of the last part of a field: one value of its column's
/// vocabulary after another.
struct ValueCompletion: Equatable {
    /// Before the part that is completed.
    private let lead: String
    let candidates: [String]
    /// Which of the candidates stands in the field; nil before the first Tab.
    private(set) var position: Int?

    private static let limit = 40

    /// Nil where the column has no vocabulary, or nothing goes with what was
    /// typed. What is short is offered whole before anything is typed, and of
    /// places the station's.
    init?(_ field: RecordForm.Field, _ model: StationModel, _ language: Language) {
        guard let vocabulary = field.column.vocabulary, !field.isMasked else { return nil }
        let text = field.text.text
        guard !text.isEmpty || vocabulary.isShort else {
            guard vocabulary == .places, field.column.isRequired else { return nil }
            lead = ""
            candidates = [model.catalogue.places.unmistakableName(model.register.station.place)]
            return
        }
        let start = text.lastIndex { ";；、|｜".contains($0) }.map { text.index(after: $0) } ?? text.startIndex
        lead = String(text[..<start])
        let typed = String(text[start...])
        if vocabulary == .employers, let known = model.employers(called: typed, limit: ValueCompletion.limit) {
            guard !known.isEmpty, known != [typed] else { return nil }
            candidates = known
            return
        }
        var fits: ((String) -> Bool)?
        let candidates = model.queries.values(
            of: vocabulary, typed: typed, employers: model.register.employers.lazy.filter(\.stands).map(\.name), in: language, limit: ValueCompletion.limit
        ) { name, typed in
            guard !typed.isEmpty, let search = model.search else { return false }
            let prepared = fits ?? search.beginning(with: typed)
            fits = prepared
            return prepared(name)
        }
        guard !candidates.isEmpty, candidates != [typed] else { return nil }
        self.candidates = candidates
    }

    /// Whether a blank goes through them: nothing is typed that it could be
    /// part of.
    func takesBlank(_ text: String) -> Bool { text.isEmpty || applied == text }

    /// The field with the candidate in it.
    var applied: String? { position.map { lead + candidates[$0] } }

    mutating func turn(by step: Int) {
        position = position.map { ($0 + step + candidates.count) % candidates.count } ?? (step > 0 ? 0 : candidates.count - 1)
    }

    /// The candidates around the one that stands in the field, which is in
    /// brackets.
    var line: String {
        let chosen = position ?? -1
        let first = max(0, min(chosen - 2, candidates.count - 6))
        return (first..<min(candidates.count, first + 6)).map { $0 == chosen ? "[\(candidates[$0])]" : candidates[$0] }.joined(separator: "  ")
    }
}

extension StationModel {
    /// Names of employers that go with what was typed, likeliest first; asked
    /// of the index, since at a key nobody waits for all of them to be read.
    /// Nil until it is there, and where nothing is typed.
    func employers(called typed: String, limit: Int) -> [String]? {
        let words = typed.split(whereSeparator: \.isWhitespace).map { SearchIndex.Word(String($0)) }
        guard !words.isEmpty, let search, let positions = search.positions(.employer, words) else { return nil }
        var seen: Set<String> = []
        let names = positions.lazy.map { search.register.employers[$0].name }.filter { seen.insert($0).inserted }
        return Array(names.prefix(limit))
    }
}

extension Vocabulary {
    /// All of it can be shown before anything is typed.
    fileprivate var isShort: Bool {
        switch self {
        case .words, .kinds: true
        case .groups, .places, .skills, .certificates, .industries, .employers: false
        }
    }
}

extension InputEvent {
    /// Whether a text field's content would change by it, rather than where
    /// the cursor stands in it.
    fileprivate var changesText: Bool {
        switch self {
        case .text, .paste: true
        case .key(let stroke): stroke.plainCharacter != nil || [.backspace, .delete].contains(stroke.key) || stroke.control
        case .mouse, .resize: false
        }
    }
}
