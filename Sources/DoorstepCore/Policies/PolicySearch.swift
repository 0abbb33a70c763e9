/// A policy as staff look it up: one of those that are reckoned, or one of
/// the further entries of the list.
public enum PolicyListed: Hashable, Sendable {
    case policy(Policy)
    case entry(PolicyEntry)

    public var id: String {
        switch self {
        case .policy(let policy): policy.id
        case .entry(let entry): entry.id
        }
    }

    public var name: Phrase {
        switch self {
        case .policy(let policy): policy.name
        case .entry(let entry): entry.name
        }
    }

    public var item: String {
        switch self {
        case .policy(let policy): policy.item
        case .entry(let entry): entry.item
        }
    }

    public var recipient: Phrase {
        switch self {
        case .policy(let policy): policy.recipient.phrase
        case .entry(let entry): entry.recipient
        }
    }

    public var amount: Phrase {
        switch self {
        case .policy(let policy): policy.amount.phrase
        case .entry(let entry): entry.amount
        }
    }

    public var note: Phrase? {
        switch self {
        case .policy(let policy): policy.note
        case .entry(let entry): entry.note
        }
    }
}

extension PolicyCatalogue {
    /// All 85: the rules, then the further entries.
    public var listed: [PolicyListed] { policies.map(PolicyListed.policy) + others.map(PolicyListed.entry) }

    public func plan(of listed: PolicyListed) -> PolicyPlan {
        switch listed {
        case .policy(let policy): plan(of: policy)
        case .entry(let entry): plan(of: entry)
        }
    }
}

extension PolicyPlan {
    /// 通辽市, 巴政发〔2025〕4号.
    public func phrase(_ catalogue: Catalogue) -> Phrase {
        let place = catalogue.places[place].name
        return Phrase(verbatim: place) + Phrase("，", ", ") + name
    }

    /// Of a plan, what decides whether it can be followed; nothing of one that
    /// is in force without a last day.
    public var standing: Phrase? {
        let draft = isDraft ? [Phrase("征求意见稿，尚未施行", "draft for comment, not in force")] : []
        let days = [from.map { Phrase("\($0) 起", "from \($0)") }, to.map { Phrase("到 \($0)", "to \($0)") }].compactMap(\.self)
        let all = draft + days
        return all.isEmpty ? nil : Phrase.list(all)
    }
}

extension Catalogue {
    /// The policies that hold every word: in their names, item, plan, place,
    /// recipient, amount, conditions or notes, in either language.
    ///
    /// - Parameter isBegun: whether a Chinese text is begun by a word, in
    ///   pinyin; nil where there are no readings.
    public func policies(holding text: String, isBegun: ((_ word: String) -> (String) -> Bool)? = nil) -> [PolicyListed] {
        let search = PlainSearch(text)
        let begins = isBegun.map { begun in search.wanted.map(begun) }
        return policies.listed.filter { listed in
            let plan = policies.plan(of: listed)
            var phrases = [listed.name, plan.phrase(self), listed.recipient, listed.amount, listed.note, plan.standing].compactMap(\.self)
            phrases += [Phrase("第\(listed.item)条", "item \(listed.item)")]
            if case .policy(let policy) = listed { phrases += policy.conditions.map { $0.phrase(self) } }
            let whole = ([listed.id] + phrases.flatMap { [$0.chinese, $0.english] }).joined(separator: "\n")
            let key = PlainText.halfWidth(whole).lowercased()
            guard !search.unwanted.contains(where: { PlainText.holds(key, $0) }) else { return false }
            return search.wanted.enumerated().allSatisfy { index, word in
                PlainText.holds(key, word) || begins.map { holds($0[index], listed.name.chinese) } ?? false
            }
        }
    }

    /// Whether what was typed begins a text at any of its characters.
    private func holds(_ begins: (String) -> Bool, _ name: String) -> Bool {
        name.indices.contains { begins(String(name[$0...])) }
    }
}
