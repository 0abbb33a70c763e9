/// Everything that an entry may be called, each once: its name, its aliases
/// with their parts, and the words of every day.
struct SayingPhrase {
    let skill: SkillID
    /// How surely the phrase means the entry, up to 1.
    let weight: Float
    let scalars: [UInt32]
}

extension SayingPhrase {
    private static let alias: Float = 0.95
    /// A part of `店员/营业员`.
    private static let part: Float = 0.88
    /// A name without the ending that many names have.
    private static let stem: Float = 0.9
    /// The first, second and further entries that a word means.
    private static let meanings: [Float] = [1, 0.75, 0.7]

    private static let commonEndings = [
        "工程技术人员", "装配调试工", "专业人员", "设计人员", "技术人员", "研究人员", "人员", "制造工", "生产工", "加工工", "制作工", "操作工", "工", "员", "师",
    ]

    /// The phrases of all entries, an entry's own side by side, in the
    /// catalogue's order.
    static func all(_ skills: SkillCatalogue, _ sayings: SayingCatalogue) -> [SayingPhrase] {
        var said: [[(word: String, weight: Float)]] = Array(repeating: [], count: skills.all.count)
        for meaning in sayings.meanings {
            for (rank, skill) in meaning.skills.enumerated() {
                let weight = meanings[min(rank, meanings.count - 1)]
                said[Int(skill.position)] += meaning.words.map { ($0, weight) }
            }
        }
        let ranks = Set(sayings.rankWords)
        var phrases: [SayingPhrase] = []
        for skill in skills.all {
            var own: [(key: String, weight: Float)] = []
            var positions: [String: Int] = [:]
            func add(_ text: String, _ weight: Float) {
                let key = PlainText.key(text)
                guard !key.isEmpty else { return }
                if let position = positions[key] {
                    own[position].weight = max(own[position].weight, weight)
                } else {
                    positions[key] = own.count
                    own.append((key, weight))
                }
            }
            add(skill.name, 1)
            if let ending = commonEndings.first(where: { skill.name.hasSuffix($0) && skill.name.count - $0.count >= 2 }) {
                add(String(skill.name.dropLast(ending.count)), stem)
            }
            for name in skill.aliases {
                add(name, alias)
                let parts = PlainText.halfWidth(name).split { "/()、".contains($0) }
                guard parts.count > 1 else { continue }
                for part in parts where part.count >= 2 && !ranks.contains(String(part)) { add(String(part), SayingPhrase.part) }
            }
            for (word, weight) in said[Int(skill.id.position)] { add(word, weight) }
            phrases += own.map { SayingPhrase(skill: skill.id, weight: $0.weight, scalars: SayingText.scalars($0.key)) }
        }
        return phrases
    }
}
