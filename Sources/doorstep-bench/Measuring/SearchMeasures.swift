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
        others(index, say)
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

    /// One name of two characters: the index beside a column of names that is
    /// gone through byte by byte, and beside `fzf --filter` where the machine
    /// has it.
    private func others(_ index: SearchIndex, _ say: (_ measure: String, _ unit: String, _ fast: Double, _ plain: Double?, _ note: String) -> Void) {
        let word = "张伟"
        func time(_ work: () -> Void) -> Double { Spread((0..<9).map { _ in Cost.of(work).wall * 1000 }).quantile(0.5) }
        let own = time { blackHole(index.positions(.person, [SearchIndex.Word(word)])?.count ?? 0) }
        let column = Array(register.people.map(\.name).joined(separator: "\n").utf8)
        say("search, a name of two characters", "ms", own, time { blackHole(Self.count(Array(word.utf8), in: column)) }, "plain: a column of names, byte by byte")
        guard let fzf = Command("fzf") else { return say("search, a name of two characters, beside fzf", "ms", own, nil, "fzf is not installed") }
        let names = FileManager.default.temporaryDirectory.appending(path: "doorstep-bench-names")
        defer { try? FileManager.default.removeItem(at: names) }
        guard FileManager.default.createFile(atPath: names.path, contents: Data(column)) else { return }
        say("search, a name of two characters, beside fzf", "ms", own, time { blackHole(fzf.run(["--filter", word], input: names)) }, "plain: fzf --filter, its whole process")
    }

    private static func count(_ word: [UInt8], in column: [UInt8]) -> Int {
        column.withUnsafeBytes { column in
            guard let start = column.baseAddress, let last = word.last else { return 0 }
            // By the last byte: of Chinese characters it tells most.
            var (from, count) = (word.count - 1, 0)
            while from < column.count, let hit = memchr(start + from, Int32(last), column.count - from) {
                let end = UnsafeRawPointer(hit) - start + 1
                if memcmp(start + end - word.count, word, word.count) == 0 { count += 1 }
                from = end
            }
            return count
        }
    }
}

/// A program of the machine's, to compare with.
private struct Command {
    private let program: URL

    /// Nil where it is not on the path.
    init?(_ name: String) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { URL(filePath: String($0)) }
        guard let program = folders.map({ $0.appending(path: name) }).first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else { return nil }
        self.program = program
    }

    /// - Returns: its exit status.
    func run(_ arguments: [String], input: URL) -> Int {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.standardInput = try? FileHandle(forReadingFrom: input)
        process.standardOutput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return -1 }
        process.waitUntilExit()
        return Int(process.terminationStatus)
    }
}

/// Keeps work from being left out because nobody looks at what came of it.
@inline(never)
private func blackHole(_ value: Int) { _ = value }
