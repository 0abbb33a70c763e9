import DoorstepCore
import TerminalUI

/// What is asked of a new station, a field a line.
struct FoundingForm: Equatable, Sendable {
    private var texts: [Field: TextField]
    private(set) var problems: [Field: Phrase] = [:]
    var focus = Field.place
    /// Names that go with what is typed for the place.
    private(set) var names: [String] = []
    /// Which of them stands in the field; nil before the first Tab.
    private(set) var chosenName: Int?
    /// What the place filled in for a name; another one was typed.
    private var filledName = ""

    enum Field: Int, CaseIterable, Sendable {
        case place, name, caseworker, passphrase, again

        var title: Phrase {
            switch self {
            case .place: Phrase("台站所在地", "The station's place")
            case .name: Phrase("台站名称", "The station's name")
            case .caseworker: Phrase("经办人姓名", "Your name")
            case .passphrase: Phrase("口令", "Passphrase")
            case .again: Phrase("再输一次", "Once more")
            }
        }

        /// Longer is no name; it is taken all the same, to be shortened.
        fileprivate var longest: Int {
            switch self {
            case .place, .name, .caseworker: 60
            case .passphrase, .again: 500
            }
        }
    }

    init(caseworker: String) {
        texts = Dictionary(uniqueKeysWithValues: Field.allCases.map { field in
            (field, TextField(field == .caseworker ? caseworker : "", maximumLength: 1000, isSecret: field == .passphrase || field == .again))
        })
    }

    func field(_ field: Field) -> TextField { texts[field] ?? TextField() }

    func text(_ field: Field) -> String { PlainText.trimmed(texts[field]?.text ?? "") }

    // MARK: - Typing

    /// - Returns: false where the event is none of a text field's business.
    mutating func type(_ event: InputEvent, _ places: FoundingPlaces) -> Bool {
        let before = texts[focus]?.text
        guard texts[focus]?.handle(event) == true else { return false }
        guard texts[focus]?.text != before else { return true }
        problems[focus] = nil
        if focus == .passphrase { texts[.again]?.replace(with: "") }
        if focus == .place { offer(places.names(for: text(.place))) }
        return true
    }

    private mutating func offer(_ names: [String]) {
        self.names = names
        chosenName = nil
    }

    /// Puts the next name in that goes with what was typed.
    mutating func complete(by step: Int) {
        guard !names.isEmpty else { return }
        let next = chosenName.map { ($0 + step + names.count) % names.count } ?? (step > 0 ? 0 : names.count - 1)
        chosenName = next
        texts[.place]?.replace(with: names[next])
        problems[.place] = nil
    }

    mutating func clear(_ field: Field) { texts[field]?.replace(with: "") }

    // MARK: - Checking

    /// Says what is wrong with a field, and fills what follows from it.
    ///
    /// - Returns: whether nothing is.
    mutating func check(_ field: Field, _ places: FoundingPlaces, shortestPassphrase: Int) -> Bool {
        let problem: Phrase? = switch field {
        case .place: checkPlace(places)
        case .name, .caseworker: checkName(field)
        case .passphrase:
            texts[field]?.isEmpty == false && text(field).count < shortestPassphrase ? FoundingWords.tooShort(shortestPassphrase) : nil
        case .again: texts[.again]?.text == texts[.passphrase]?.text ? nil : FoundingWords.different
        }
        problems[field] = problem
        // What cannot be seen cannot be corrected.
        if problem != nil, field == .again { clear(.again) }
        return problem == nil
    }

    private mutating func checkPlace(_ places: FoundingPlaces) -> Phrase? {
        let typed = text(.place)
        guard !typed.isEmpty else { return FoundingWords.placeMissing }
        guard typed.count <= Field.place.longest else { return FoundingWords.tooLong(Field.place.longest) }
        switch places.meaning(of: typed) {
        case .place(let place):
            texts[.place]?.replace(with: places.name(of: place))
            offer([])
            fillName(place)
            return nil
        case .several(let names):
            offer(names)
            return FoundingWords.severalPlaces
        case .none(let nearest):
            offer([])
            return FoundingWords.noSuchPlace(nearest)
        }
    }

    /// The place's name is mostly the station's; one that was typed stays.
    private mutating func fillName(_ place: Place) {
        guard text(.name).isEmpty || text(.name) == filledName else { return }
        filledName = place.name
        texts[.name]?.replace(with: place.name)
        problems[.name] = nil
    }

    private func checkName(_ field: Field) -> Phrase? {
        if text(field).isEmpty { return FoundingWords.nameMissing }
        return text(field).count <= field.longest ? nil : FoundingWords.tooLong(field.longest)
    }

    /// The station, once every field was checked.
    func station(_ places: FoundingPlaces) -> NewStation? {
        guard case .place(let place) = places.meaning(of: text(.place)) else { return nil }
        let passphrase = field(.passphrase).text
        return NewStation(place: place, name: text(.name), caseworker: text(.caseworker), passphrase: passphrase.isEmpty ? nil : passphrase)
    }
}
