import DoorstepCore
import Foundation

/// Measures what each key of a search takes.
struct SearchMeasures {
    let register: Register
    let catalogue: Catalogue
    let readings: Readings

    /// As typed, key by key: pinyin, initials, mixtures, Chinese, digits, a
    /// place, a trade, what fits nothing.
    private static let typed = [
        "zhangwei", "wangxiuying", "liuyang", "zw", "lxy", "zhs", "zhang3", "张伟", "王秀英", "巴特尔", "bateer", "3", "138", "1381", "1502", "150784",
        "海拉尔", "hailaer", "焊工", "hangong", "chushi", "zzzzzz", "额尔古纳", "shanxian", "曾小红", "ouyang", "jiaoshi", "x", "qqq",
    ]

    func run(_ say: (_ measure: String, _ unit: String, _ fast: Double, _ plain: Double?, _ note: String) -> Void) {
        let before = Memory.now
        var made: SearchIndex?
        let building = Cost.of { made = SearchIndex(register, catalogue, readings) }
        guard let index = made else { return }
        made = nil
        say("memory of the search index", "MB", Memory.now - before, nil, "")
        say("search index building, processors", "s", building.processor, nil, "")
        say("search index building, wall", "s", building.wall, nil, "")

        let lines = register.people.map { PlainText.halfWidth("\($0.name) \($0.telephone) \($0.identityNumber?.text ?? "")").lowercased() }
        let plain = Spread(["张伟", "1381", "王秀英"].map { word in Cost.of { blackHole(lines.count { PlainText.holds($0, word) }) }.wall * 1000 })
        var (first, further): ([Double], [Double]) = ([], [])
        var slowest: [(time: Double, typed: String)] = []
        for word in Self.typed {
            for length in 1...word.count {
                let cost = Cost.of {
                    let found = index.positions(.person, [SearchIndex.Word(String(word.prefix(length)))]) ?? []
                    blackHole(index.ids(.person, found).count)
                }
                slowest.append((cost.wall * 1000, String(word.prefix(length))))
                if length == 1 { first.append(cost.wall * 1000) } else { further.append(cost.wall * 1000) }
            }
        }
        let note = "plain: one word in name and numbers, letter by letter"
        say("search, first key, median", "ms", Spread(first).quantile(0.5), plain.mean, note)
        say("search, first key, longest", "ms", Spread(first).quantile(1), nil, "")
        say("search, further keys, median", "ms", Spread(further).quantile(0.5), plain.mean, note)
        let longest = slowest.sorted { $0.time > $1.time }.prefix(8).map { "\($0.typed) \(Int($0.time))" }.joined(separator: ", ")
        say("search, further keys, 99th percentile", "ms", Spread(further).quantile(0.99), nil, "of \(further.count); longest: \(longest)")
        let step = max(1, register.people.count / 200)
        let edits = Spread(stride(from: 0, to: register.people.count, by: step).map { position in
            let held = index
            var changed = index
            let cost = Cost.of { changed.update(register.people[position]) }
            blackHole(held.register.people.count)
            return cost.wall * 1000
        })
        say("search, one edit, median", "ms", edits.quantile(0.5), nil, "")
    }
}

/// Keeps work from being left out because nobody looks at what came of it.
@inline(never)
private func blackHole(_ value: Int) { _ = value }
