import DoorstepCore
import TerminalUI

/// Finding somebody from the day's screens: among all who stand, whether they
/// seek or not. Who is not found is written down.
extension ConsoleState {
    /// Screens from which everybody is looked for.
    private static let finding: Set<Screen.ID> = [.today, .followUps]

    /// A search that begins here is for anybody.
    var findsEveryone: Bool { Self.finding.contains(current) }

    /// Opens the search over all people, with what was typed already.
    mutating func openEveryone(with text: String) -> [Effect] {
        let origin = current
        current = .people
        let former = list.isOfEveryone ? list.entries?.former : list.field.text
        list.entries = .everyone(from: origin, former: former ?? "")
        list.field.replace(with: "")
        list.field.insert(text)
        list.history.forgetPlace()
        list.completion = nil
        list.items = []
        list.firstLines = nil
        list.hits = nil
        list.problem = nil
        list.state = ListState()
        list.isTyping = true
        return text.isEmpty ? [narrow(.people)] : narrowAsTyped()
    }

    /// The list has the people who seek again, and the narrowing that it had;
    /// nothing where it is as it always is.
    mutating func endEveryone() -> [Effect] {
        guard var people = lists[.people], people.isOfEveryone else { return [] }
        people.field.replace(with: people.entries?.former ?? "")
        people.entries = nil
        people.isTyping = false
        lists[.people] = people
        return [narrow(.people)]
    }

    /// Esc out of the search over all people; nil where there is none.
    mutating func leaveEveryone() -> [Effect]? {
        guard current == .people, list.isOfEveryone else { return nil }
        let origin = list.entries?.origin ?? .today
        list.history.add(list.field.text)
        return go(to: origin)
    }

    /// Nobody is called so or has such a number: whoever it is may be new.
    var offersNewPerson: Bool {
        current == .people && matches == nil && list.isOfEveryone && list.isAnswered && list.items?.isEmpty == true && !isSearchComing
            && !TypedPerson(list.field.text).values.isEmpty
    }

    /// What stands in the search over all people where it has no lines.
    var nobodyListed: Phrase {
        if list.field.isEmpty { return Words.findAnyone }
        if isSearchComing { return Words.searchComing }
        return offersNewPerson ? Words.offersNewPerson : list.isAnswered ? Words.nothingFound : Phrase(verbatim: "")
    }
}

/// What was typed to find somebody, as fields of a new record.
struct TypedPerson: Equatable {
    /// By the identifiers of columns.
    private(set) var values: [String: String] = [:]

    /// Fewer figures are no telephone.
    private static let fewestFigures = 5
    /// The old numbers of 1984 had as many figures; no telephone has.
    private static let identityFigures = 15

    init(_ text: String) {
        var names: [String] = []
        var figures = ""
        for part in text.split(whereSeparator: \.isWhitespace) {
            let key = PlainText.key(String(part))
            guard let first = key.unicodeScalars.first else { continue }
            if Self.isNumber(key) {
                let bare = key.filter { $0 != "-" }
                if bare.count >= Self.identityFigures, !bare.hasPrefix("+"), values[RecordForm.identityNumber] == nil {
                    values[RecordForm.identityNumber] = bare.uppercased()
                } else {
                    figures += bare
                }
            } else if !"#@+<>=!-0123456789".unicodeScalars.contains(first) {
                // Conditions say nothing of who it is.
                names.append(PlainText.halfWidth(String(part)))
            }
        }
        // A number in groups, as cards are printed.
        if figures.count >= Self.identityFigures, !figures.hasPrefix("+"), values[RecordForm.identityNumber] == nil {
            values[RecordForm.identityNumber] = figures.uppercased()
        } else if figures.count >= Self.fewestFigures {
            values["phone"] = figures
        }
        guard !names.isEmpty else { return }
        let isPlain = names.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
        values["name"] = names.joined(separator: isPlain ? " " : "")
    }

    private static func isNumber(_ key: String) -> Bool {
        let figures = key.hasSuffix("x") ? key.dropLast() : key[...]
        let bare = figures.hasPrefix("+") ? figures.dropFirst() : figures
        return !bare.isEmpty && bare.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D } && bare.utf8.contains { $0 != 0x2D }
    }
}
