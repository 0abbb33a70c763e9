/// Everything that an entry may be called, each once: its name, its aliases
/// with their parts, and the words of every day.
struct SayingPhrase {
    let skill: SkillID
    /// How surely the phrase means the entry, up to 1.
    var weight: Float
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
    /// catalogue's order. Works on scalars: the names are read at every
    /// start, and telling characters apart takes longer than all the rest.
    static func all(_ skills: SkillCatalogue, _ sayings: SayingCatalogue) -> [SayingPhrase] {
        var said: [[(word: [UInt32], weight: Float)]] = Array(repeating: [], count: skills.all.count)
        for meaning in sayings.meanings {
            let words = meaning.words.map(key)
            for (rank, skill) in meaning.skills.enumerated() {
                let weight = meanings[min(rank, meanings.count - 1)]
                said[Int(skill.position)] += words.map { ($0, weight) }
            }
        }
        let ranks = Set(sayings.rankWords.map(key))
        let endings = commonEndings.map(key)
        var phrases: [SayingPhrase] = []
        phrases.reserveCapacity(10_000)
        for skill in skills.all {
            var positions: [[UInt32]: Int] = [:]
            func add(_ scalars: [UInt32], _ weight: Float) {
                guard !scalars.isEmpty else { return }
                if let position = positions[scalars] {
                    phrases[position].weight = max(phrases[position].weight, weight)
                } else {
                    positions[scalars] = phrases.count
                    phrases.append(SayingPhrase(skill: skill.id, weight: weight, scalars: scalars))
                }
            }
            let name = key(skill.name)
            add(name, 1)
            if let ending = endings.first(where: { name.count - $0.count >= 2 && name.suffix($0.count).elementsEqual($0) }) {
                add(Array(name.dropLast(ending.count)), stem)
            }
            for text in skill.aliases {
                let name = key(text)
                add(name, alias)
                let parts = name.split { separators.contains($0) }
                guard parts.count > 1 else { continue }
                for part in parts where part.count >= 2 && !ranks.contains(Array(part)) { add(Array(part), SayingPhrase.part) }
            }
            for (word, weight) in said[Int(skill.id.position)] { add(word, weight) }
        }
        return phrases
    }

    private static let separators: Set<UInt32> = Set("/()、".unicodeScalars.map(\.value))

    /// Half-width, lower case, no blanks.
    private static func key(_ text: String) -> [UInt32] {
        SayingText.scalars(text).filter { $0 != 0x20 }
    }
}
