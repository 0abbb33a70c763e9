/// What was proven with a step: values of the list `EvidenceItem`.
public struct Evidence: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    // Hardly any step brings some, and all take its room.
    private var values: [EvidenceItem: Value]?

    public enum Value: Hashable, Sendable {
        case day(Day)
        case yes(Bool)
        /// Months, people, whole yuan.
        case number(Int)
        case text(String)
        case level(SkillLevel)
        case source(EvidenceSource)
    }

    public init(dictionaryLiteral elements: (EvidenceItem, Value)...) {
        values = elements.isEmpty ? nil : Dictionary(elements, uniquingKeysWith: { _, last in last })
    }

    public var isEmpty: Bool { values?.isEmpty ?? true }

    public subscript(item: EvidenceItem) -> Value? {
        get { values?[item] }
        set {
            var changed = values ?? [:]
            changed[item] = newValue
            values = changed.isEmpty ? nil : changed
        }
    }

    /// In the order of the list.
    public var items: [(item: EvidenceItem, value: Value)] {
        guard let values else { return [] }
        return EvidenceItem.allCases.compactMap { item in values[item].map { (item, $0) } }
    }

    /// Each item in no order, without looking for those that there are not.
    func forEach(_ body: (EvidenceItem, Value) -> Void) {
        guard let values else { return }
        for (item, value) in values { body(item, value) }
    }

    public func day(_ item: EvidenceItem) -> Day? {
        if case .day(let day)? = self[item] { day } else { nil }
    }

    public func yes(_ item: EvidenceItem) -> Bool? {
        if case .yes(let yes)? = self[item] { yes } else { nil }
    }

    public func number(_ item: EvidenceItem) -> Int? {
        if case .number(let number)? = self[item] { number } else { nil }
    }

    public func text(_ item: EvidenceItem) -> String? {
        if case .text(let text)? = self[item] { text } else { nil }
    }

    public func level(_ item: EvidenceItem) -> SkillLevel? {
        if case .level(let level)? = self[item] { level } else { nil }
    }
}

// MARK: - As the ledger keeps it

extension Evidence {
    /// `contract-from=2026-01-01;pension-months=3`, in the order of the list;
    /// what the ledger's chain covers and a log shows.
    public var text: String { items.map { "\($0.item.rawValue)=\($0.value.text)" }.joined(separator: ";") }

    /// Reads `text` back; nil where it is nothing that this program knows.
    public init?(text: String) {
        self = [:]
        guard !text.isEmpty else { return }
        for part in text.split(separator: ";", omittingEmptySubsequences: false) {
            guard let sign = part.firstIndex(of: "="), let item = EvidenceItem(rawValue: String(part[..<sign])),
                let value = Value(kept: String(part[part.index(after: sign)...]), item), self[item] == nil
            else { return nil }
            self[item] = value
        }
    }
}

extension Evidence.Value {
    /// As the ledger keeps it. `;` separates items, so texts have none.
    var text: String {
        switch self {
        case .day(let day): day.description
        case .yes(let yes): yes ? "yes" : "no"
        case .number(let number): String(number)
        case .text(let text): text
        case .level(let level): String(level.rawValue)
        case .source(let source): source.rawValue
        }
    }

    init?(kept text: String, _ item: EvidenceItem) {
        switch item.kind {
        case .day:
            guard let day = Day(iso: text) else { return nil }
            self = .day(day)
        case .yesNo:
            guard text == "yes" || text == "no" else { return nil }
            self = .yes(text == "yes")
        case .number, .money:
            guard let number = Int(text), number >= 0 else { return nil }
            self = .number(number)
        case .text: self = .text(text)
        case .level:
            guard let number = Int(text), let level = SkillLevel(rawValue: .init(clamping: number)) else { return nil }
            self = .level(level)
        case .source:
            guard let source = EvidenceSource(rawValue: text) else { return nil }
            self = .source(source)
        }
    }

    /// As it is shown.
    public var phrase: Phrase {
        switch self {
        case .day(let day): Phrase(verbatim: day.description)
        case .yes(let yes): yes ? Phrase("是", "yes") : Phrase("否", "no")
        case .number(let number): Phrase(verbatim: String(number))
        case .text(let text): Phrase(verbatim: text)
        case .level(let level): level.phrase
        case .source(let source): source.phrase
        }
    }
}
