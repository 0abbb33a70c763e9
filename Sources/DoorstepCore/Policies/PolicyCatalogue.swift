/// The policies of the plans: the rules that are reckoned, and the further
/// entries of the list.
public struct PolicyCatalogue: Sendable {
    public let plans: [PolicyPlan]
    public let policies: [Policy]
    public let others: [PolicyEntry]
    private let byID: [String: Int]
    /// By identifier and by name: one bit each.
    private let claims: [String: UInt64]

    /// - Parameter file: its name, for messages.
    public init(
        file: String, bytes: [UInt8], groups: GroupCatalogue, kinds: JobKindCatalogue, places: PlaceCatalogue
    ) throws(PolicyFileError) {
        let top: PolicyText
        switch PolicyText.read(bytes) {
        case .success(let text): top = text
        case .failure(let failure): throw .unreadable(file: file, line: failure.line)
        }
        let words = PolicyWords(file: file, groups: groups, kinds: kinds, places: places)
        let sheet = try PolicyNode(top, entry: file, words)
        try sheet.allow(["plans", "policies", "others"])
        let plans = try sheet.nodes("plans").map { node throws(PolicyFileError) in try PolicyPlan(node) }
        func plan(_ node: PolicyNode) throws(PolicyFileError) -> Int {
            let word = try node.text("plan")
            guard let index = plans.firstIndex(where: { $0.id == word }) else { throw node.unknown(.plan, word) }
            return index
        }
        var policies: [Policy] = []
        for node in try sheet.nodes("policies") {
            guard policies.count < Policy.most else { throw node.unknown(.field, node.entry) }
            policies.append(try Policy(node, number: policies.count, plan: plan(node)))
        }
        var others: [PolicyEntry] = []
        for node in try sheet.nodes("others") { others.append(try PolicyEntry(node, plan: plan(node))) }
        var byID: [String: Int] = [:]
        for (index, policy) in policies.enumerated() {
            guard byID.updateValue(index, forKey: policy.id) == nil else { throw .twice(file: file, entry: policy.id) }
        }
        var seen = Set(byID.keys)
        for entry in others where !seen.insert(entry.id).inserted { throw .twice(file: file, entry: entry.id) }
        for policy in policies {
            for id in [policy.replaces, policy.inCapOf].compactMap(\.self) where byID[id] == nil {
                throw .unknown(file: file, entry: policy.id, .field, word: id)
            }
        }
        self.plans = plans
        self.policies = policies
        self.others = others
        self.byID = byID
        var claims: [String: UInt64] = [:]
        for policy in policies {
            for name in Set([policy.id, policy.name.chinese, policy.name.english].map(PlainText.key)) {
                claims[name, default: 0] |= 1 << UInt64(policy.number)
            }
        }
        self.claims = claims
    }

    public func plan(of policy: Policy) -> PolicyPlan { plans[policy.plan] }
    public func plan(of entry: PolicyEntry) -> PolicyPlan { plans[entry.plan] }

    /// The policies that a note of claims names, by identifier or name; one
    /// bit each. Of a name that several plans have, those of all: which is in
    /// force where the placement is decides.
    func named(in text: String) -> UInt64 {
        text.split { "、,，；;|".contains($0) }.reduce(0) { $0 | (claims[PlainText.key(String($1))] ?? 0) }
    }

    /// The policy with this identifier.
    public func policy(_ id: String) -> Policy? { byID[id].map { policies[$0] } }
}

extension Policy {
    /// A placement's claims are kept as one bit a policy.
    static let most = 64
}

/// What the words of a policy file may mean.
struct PolicyWords {
    let file: String
    let groups: GroupCatalogue
    let kinds: JobKindCatalogue
    let places: PlaceCatalogue
}

/// One object of a policy file, with the entry that a message names.
struct PolicyNode {
    let entry: String
    let words: PolicyWords
    private let values: [String: PolicyText]

    init(_ text: PolicyText, entry: String, _ words: PolicyWords) throws(PolicyFileError) {
        guard case .object(let members) = text else { throw .missing(file: words.file, entry: entry, word: "{…}") }
        self.words = words
        values = Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        if case .text(let id)? = values["id"] { self.entry = id } else { self.entry = entry }
    }

    var keys: [String] { values.keys.sorted() }

    func has(_ key: String) -> Bool { values[key] != nil }

    func unknown(_ kind: PolicyFileError.Kind, _ word: String) -> PolicyFileError {
        .unknown(file: words.file, entry: entry, kind, word: word)
    }

    func missing(_ word: String) -> PolicyFileError { .missing(file: words.file, entry: entry, word: word) }

    /// Nothing but these keys.
    func allow(_ known: Set<String>, as kind: PolicyFileError.Kind = .field) throws(PolicyFileError) {
        for key in keys where !known.contains(key) { throw unknown(kind, key) }
    }

    func text(_ key: String) throws(PolicyFileError) -> String {
        guard case .text(let text)? = values[key], !text.isEmpty else { throw missing(key) }
        return text
    }

    func textIfAny(_ key: String) throws(PolicyFileError) -> String? { has(key) ? try text(key) : nil }

    func number(_ key: String) throws(PolicyFileError) -> Int {
        guard case .number(let number)? = values[key] else { throw missing(key) }
        return number
    }

    func numberIfAny(_ key: String) throws(PolicyFileError) -> Int? { has(key) ? try number(key) : nil }

    /// False where it is not there; there it can only be true.
    func yes(_ key: String) throws(PolicyFileError) -> Bool {
        guard let value = values[key] else { return false }
        guard case .yes(true) = value else { throw missing(key) }
        return true
    }

    func texts(_ key: String) throws(PolicyFileError) -> [String] {
        guard case .list(let list)? = values[key] else { throw missing(key) }
        return try list.map { value throws(PolicyFileError) in
            guard case .text(let text) = value else { throw missing(key) }
            return text
        }
    }

    func textsIfAny(_ key: String) throws(PolicyFileError) -> [String]? { has(key) ? try texts(key) : nil }

    func nodes(_ key: String) throws(PolicyFileError) -> [PolicyNode] {
        guard case .list(let list)? = values[key] else { throw missing(key) }
        return try list.map { value throws(PolicyFileError) in try PolicyNode(value, entry: entry, words) }
    }

    func node(_ key: String) throws(PolicyFileError) -> PolicyNode {
        guard let value = values[key] else { throw missing(key) }
        return try PolicyNode(value, entry: entry, words)
    }

    /// An amount that is one word, in the place of an object.
    func isText(_ key: String) -> Bool { if case .text? = values[key] { true } else { false } }

    func phrase(_ key: String) throws(PolicyFileError) -> Phrase {
        let node = try node(key)
        try node.allow(["zh", "en"])
        return Phrase(try node.text("zh"), try node.text("en"))
    }

    func phraseIfAny(_ key: String) throws(PolicyFileError) -> Phrase? { has(key) ? try phrase(key) : nil }

    func day(_ key: String) throws(PolicyFileError) -> Day? {
        guard let text = try textIfAny(key) else { return nil }
        guard let day = Day(iso: text) else { throw missing(key) }
        return day
    }

    func place(_ key: String) throws(PolicyFileError) -> PlaceID {
        let code = try text(key)
        guard let place = words.places.place(code: code) else { throw unknown(.place, code) }
        return place.id
    }

    func groups(_ key: String) throws(PolicyFileError) -> GroupSet {
        var set = GroupSet()
        for code in try texts(key) {
            guard let group = words.groups.group(code) else { throw unknown(.group, code) }
            set.insert(group.id)
        }
        return set
    }

    /// The words of a list that an enumeration knows.
    func terms<Word: RawRepresentable<String>>(_ key: String, _ kind: PolicyFileError.Kind) throws(PolicyFileError) -> [Word] {
        try texts(key).map { word throws(PolicyFileError) in
            guard let term = Word(rawValue: word) else { throw unknown(kind, word) }
            return term
        }
    }

    func term<Word: RawRepresentable<String>>(_ key: String, _ kind: PolicyFileError.Kind) throws(PolicyFileError) -> Word {
        let word = try text(key)
        guard let term = Word(rawValue: word) else { throw unknown(kind, word) }
        return term
    }
}
