@testable import DoorstepCore
import Testing

/// The index against a plain scan, which tries every way to read every name.
@Suite("The search index finds what a plain scan finds")
struct SearchOracleTests {
    /// Tries every way in which a name can be read, one after another.
    private struct Scan {
        let readings: Readings

        /// The ways in which a word may fit some of a name, each with whether
        /// all is read as usual.
        func ways(_ word: [Character], _ name: [Character]) -> Set<Way> {
            let surname = readings.surname(String(name).unicodeScalars).flatMap { name.count > $0.first.count ? $0 : nil }
            var ways: Set<Way> = []
            for start in name.indices { read(word[...], name, start, start, surname, Way(letters: false, wholes: false, initials: false, isUsual: true), &ways) }
            return ways
        }

        struct Way: Hashable {
            var letters: Bool
            var wholes: Bool
            var initials: Bool
            var isUsual: Bool

            var kind: SearchRank.Way {
                letters ? (wholes || initials ? .mixed : .part) : wholes && initials ? .mixed : wholes ? .pinyin : .initials
            }
        }

        private func read(
            _ rest: ArraySlice<Character>, _ name: [Character], _ start: Int, _ position: Int,
            _ surname: (first: [SyllableID], other: [SyllableID]?)?, _ way: Way, _ ways: inout Set<Way>
        ) {
            if rest.isEmpty {
                ways.insert(way)
                return
            }
            guard position < name.count, let scalar = name[position].unicodeScalars.first else { return }
            func go(_ count: Int, _ change: (inout Way) -> Void) {
                var next = way
                change(&next)
                read(rest.dropFirst(count), name, start, position + 1, surname, next, &ways)
            }
            if rest.first == name[position] { go(1) { $0.letters = true } }
            if let digit = rest.first?.unicodeScalars.first, SearchWord.numerals(of: digit).contains(scalar) { go(1) { ($0.letters, $0.wholes, $0.initials) = (true, true, $0.initials) } }
            let all = readings.readings(of: scalar)
            let usual = surname.flatMap { position < $0.first.count ? $0.first[position] : nil } ?? all.first
            var known = all
            for syllables in [surname?.first, surname?.other].compactMap({ $0 }) where position < syllables.count { known.append(syllables[position]) }
            for syllable in Set(known) {
                for letters in SyllableSpellings(readings.syllables[Int(syllable.position)], []).whole {
                    let text = Array(String(decoding: letters, as: UTF8.self))
                    let initial = text.count > 1 && text[1] == "h" ? 2 : 1
                    func note(_ way: inout Way) { way.isUsual = way.isUsual && syllable == usual }
                    if rest.starts(with: text) { go(text.count) { $0.wholes = true; note(&$0) } }
                    if rest.count < text.count, rest.count > initial, text.starts(with: rest) { go(rest.count) { $0.wholes = true; note(&$0) } }
                    for count in 1...initial where rest.starts(with: text.prefix(count)) { go(count) { $0.initials = true; note(&$0) } }
                }
            }
        }
    }

    private static let characters = Array("张三李四王五单曾解长重乐吕女绿一二行朝阳安娜西先欧尉迟恭巴特尔a1李s")
    private static let pieces = [
        "zhang", "zh", "z", "s", "san", "li", "l", "wang", "shan", "dan", "chan", "zeng", "ceng", "xie", "jie", "chang", "c", "yue", "le", "lv", "lu", "nv", "y", "yi",
        "er", "xing", "hang", "an", "na", "xi", "xian", "x", "n", "a", "1", "2", "3", "张", "三", "单", "阳", "yang", "ou", "yu", "wei", "chi", "zha", "xin", "o", "e",
    ]

    @Test("for random names and words: who fits, and in which way")
    func random() throws {
        var random = SplitMix64.printed()
        let readings = try Readings(sheet: Samples.sheet)
        let scan = Scan(readings: readings)
        let names = (0..<400).map { _ in String((0..<Int.random(in: 1...4, using: &random)).compactMap { _ in Self.characters.randomElement(using: &random) }) }
        let index = try SearchIndexTests.index(of: names)
        for _ in 0..<SplitMix64.rounds(150) {
            let word = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
            let found = try #require(index.positions(.person, [SearchIndex.Word(word)]))
            var fitting: [(position: Int, rank: SearchRank)] = []
            for (position, name) in names.enumerated() {
                let (letters, characters) = (Array(word), Array(name))
                var ranks = scan.ways(letters, characters).map { SearchRank($0.kind, isUsual: $0.kind == .part || $0.isUsual, length: characters.count) }
                if characters.starts(with: letters) { ranks.append(SearchRank(letters.count == characters.count ? .exact : .beginning, length: characters.count)) }
                if let best = ranks.min() { fitting.append((position, best)) }
            }
            // Places, identifiers and gaps are not what is compared here.
            if fitting.isEmpty { continue }
            let expected = fitting.sorted { ($0.rank, -$0.position) < ($1.rank, -$1.position) }.map(\.position)
            let others = Set(found).subtracting(expected)
            let common = found.filter { !others.contains($0) }
            let first = zip(common, expected).first { $0 != $1 }.map { "\(names[$0]) before \(names[$1])" } ?? "\(Set(expected).subtracting(common).map { names[$0] })"
            #expect(common == expected, "\(word): \(first)")
            #expect(others.allSatisfy { name in word.allSatisfy(\.isASCII) }, "\(word)")
        }
    }

    @Test("after any edits as if it had been made anew")
    func edits() throws {
        var random = SplitMix64.printed()
        let names = (0..<60).map { _ in String((0..<3).compactMap { _ in Self.characters.randomElement(using: &random) }) }
        var index = try SearchIndexTests.index(of: names)
        let held = index
        for _ in 0..<SplitMix64.rounds(20) {
            let position = Int.random(in: 0..<index.register.people.count, using: &random)
            var person = index.register.people[position]
            if Bool.random(using: &random) {
                person.name = String((0..<3).compactMap { _ in Self.characters.randomElement(using: &random) }) + "𠮷"
            } else {
                person = person.identified(as: try recordID("N\(index.register.people.count)"))
            }
            index.update(.person(person))
            let fresh = SearchIndex(index.register, try Samples.catalogue, try Readings(sheet: Samples.sheet))
            for word in ["z", "zs", "单", "chang", "a", "𠮷"] {
                #expect(Set(index.positions(.person, [SearchIndex.Word(word)]) ?? []) == Set(fresh.positions(.person, [SearchIndex.Word(word)]) ?? [-1]), "\(word)")
            }
        }
        #expect(held.positions(.person, [SearchIndex.Word("𠮷")]) == [])
        // Many at once as one by one.
        let catalogue = try Samples.catalogue
        let many = try (0..<3000).map { number in
            RecordChange.person(Person(id: try recordID("M\(number)"), name: "钱多多", place: try catalogue.place("150784"), registered: try day("2026-01-01")))
        }
        var together = index
        together.update(many)
        #expect(together.positions(.person, [SearchIndex.Word("qdd")])?.count == 3000)
        #expect(together.positions(.person, [])?.first == together.register.people.count - 1)
        // Whoever was touched last comes first.
        let last = index.register.people[7]
        index.update(.person(last))
        #expect(index.positions(.person, [])?.first == 7)
    }
}
