import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

/// How each screen and each overlay looks, with its empty state and its
/// errors: at three sizes, in both languages, to the cell.
@Suite("Snapshots")
struct SnapshotTests {
    /// A screen, and how to come to it.
    struct Scene: Sendable, CustomTestStringConvertible {
        let name: String
        var start = Start.sample
        /// Keys, as in `KeyStroke.sequence`; what stands between `«` and `»`
        /// is committed by an input method.
        let keys: String
        var then: @Sendable (inout ConsoleDriver) -> Void = { _ in }

        enum Start: Sendable { case sample, empty, opening, withPassphrase, locked, doubles, plan }

        var testDescription: String { name }
    }

    static let scenes: [Scene] = [
        Scene(name: "jobs", keys: ""),
        Scene(name: "jobs-empty", start: .empty, keys: ""),
        Scene(name: "opening", start: .opening, keys: ""),
        Scene(name: "people", keys: "2j"),
        Scene(name: "people-empty", start: .empty, keys: "2"),
        Scene(name: "ledger", keys: "<enter>p<enter>3"),
        Scene(name: "ledger-empty", start: .empty, keys: "3"),
        Scene(name: "reports", keys: "7"),
        Scene(name: "reports-occupation", keys: "7G"),
        Scene(name: "reports-empty", start: .empty, keys: "7"),
        Scene(name: "today", keys: "2b<enter>0"),
        Scene(name: "find", keys: "0«张三»"),
        Scene(name: "find-nobody", keys: "0«李四光»"),
        Scene(name: "follow-ups", keys: "4j"),
        Scene(name: "follow-ups-empty", start: .empty, keys: "4"),
        Scene(name: "follow-up-result", keys: "4<enter>4"),
        Scene(name: "service", keys: "2b"),
        Scene(name: "call", keys: "2c"),
        Scene(name: "reports-year", keys: "<enter>p<enter>7mmm" + String(repeating: "j", count: 27)),
        Scene(name: "reports-entries", keys: "<enter>p<enter>7" + String(repeating: "j", count: 27) + "<enter>"),
        Scene(name: "policies", keys: "5"),
        Scene(name: "policies-empty", start: .empty, keys: "5"),
        Scene(name: "plan", start: .plan, keys: "6j"),
        Scene(name: "plan-empty", start: .empty, keys: "6"),
        Scene(name: "plan-finding", start: .plan, keys: "") { console in
            console.answersLate = true
            try? console.press("6")
            console.apply(.planProgress(done: 288, of: 1349, generation: console.state.planning.generation))
        },
        Scene(name: "plan-accepted", start: .plan, keys: "6p<enter>"),
        Scene(name: "plan-many", start: .plan, keys: "6<space><space>p"),
        Scene(name: "plan-refuse", start: .plan, keys: "6d<down>"),
        Scene(name: "plan-refused", start: .plan, keys: "6d1["),
        Scene(name: "plan-vacancies", start: .plan, keys: "6d2]"),
        Scene(name: "plan-unplaced", start: .plan, keys: "6]]"),
        Scene(name: "plan-differences", start: .plan, keys: "6]]]"),
        Scene(name: "plan-settings", start: .plan, keys: "6f<down><down>x<enter>"),
        Scene(name: "plan-asked", start: .plan, keys: "6mz"),
        Scene(name: "plan-turned", start: .plan, keys: "6t"),
        Scene(name: "plan-stale", start: .plan, keys: "6") { console in
            guard let id = RecordID("P2"), var person = console.state.model?.register.people[id] else { return }
            person.status = .paused
            console.apply(.caughtUp([.person(person)], sequence: 2))
        },
        Scene(name: "search", keys: "2/zs"),
        Scene(name: "search-nothing", keys: "2/xyzzy<enter>"),
        Scene(name: "search-unknown", keys: "2«#退役军入»<enter>"),
        Scene(name: "sorted", keys: "2<lt>o"),
        Scene(name: "marked", keys: "2<space><space>"),
        Scene(name: "matches-of-job", keys: "<enter>"),
        Scene(name: "matches-near-miss", keys: "<enter>G"),
        Scene(name: "matches-of-person", keys: "2<enter>"),
        Scene(name: "matches-none", keys: "2G<enter>"),
        Scene(name: "refer", keys: "<enter>p"),
        Scene(name: "refer-refused", keys: "<enter>p<tab><c-u>2027-01-01<enter>"),
        Scene(name: "refer-many", keys: "<enter><space><space>p"),
        Scene(name: "step", keys: "<enter>p<enter>3p"),
        Scene(name: "step-correction", keys: "<enter>p<enter>3p<left>"),
        Scene(name: "taken-back", keys: "<enter>p<enter>3p<right><enter>u"),
        Scene(name: "taken-back-void", keys: "<enter>p<enter>3up"),
        Scene(name: "saved", keys: "<enter>p<enter>"),
        Scene(name: "form-new-person", keys: "2n"),
        Scene(name: "form-mistake", keys: "2n123<enter><c-s>"),
        Scene(name: "form-edit-masked", keys: "2e<tab>"),
        Scene(name: "form-completion", keys: "n<enter><enter>«焊»"),
        Scene(name: "form-employer", keys: "E"),
        Scene(name: "export", keys: "x"),
        Scene(name: "export-exists", keys: "x") { $0.apply(.exportWouldReplace) },
        Scene(name: "why-who", keys: "w«巴»"),
        Scene(name: "why", keys: "w«王芳»<enter>"),
        Scene(name: "relax", keys: "r"),
        Scene(name: "training", keys: "T"),
        Scene(name: "reveal", keys: "2v<down>"),
        Scene(name: "revealed", keys: "2v<down><enter>"),
        Scene(name: "save-search", keys: "2«+焊工»<c-s>"),
        Scene(name: "searches", keys: "2«+焊工»<enter>S<enter>s"),
        Scene(name: "searches-empty", keys: "s"),
        Scene(name: "import-file", keys: "i"),
        Scene(name: "import-file-typed", keys: "i«登»"),
        Scene(name: "import-file-nothing", keys: "i«不»"),
        Scene(name: "import-sheet", keys: "i/home/wulan/求<enter><down><down><down>"),
        Scene(name: "import-trying", keys: "i/home/wulan/求<enter><down><down><down><down>") { console in
            console.answersLate = true
            try? console.press("d")
            console.apply(.intake(.progress(rows: 12_288, rowsASecond: 21_000), generation: console.state.intakeGeneration))
        },
        Scene(name: "import-missing", keys: "i/home/wulan/表格/家<enter>"),
        Scene(name: "import-problem", keys: "i/home/wulan/表格/坏<enter>"),
        Scene(name: "import-meanings", keys: "i/home/wulan/求<enter><down><enter>"),
        Scene(name: "import-refused", keys: "i/home/wulan/求<enter><right>"),
        Scene(name: "import-rejects", keys: "i/home/wulan/求<enter>x"),
        Scene(name: "import-save", keys: "i/home/wulan/求<enter>s"),
        Scene(name: "import-stored", keys: "i/home/wulan/求<enter>sy"),
        Scene(name: "import-doubles", keys: "i/home/wulan/表格/名<enter><left>m<down>"),
        Scene(name: "import-doubles-save", keys: "i/home/wulan/表格/名<enter><left>ms"),
        Scene(name: "import-workbook", keys: "i/home/wulan/岗<enter><f4>"),
        Scene(name: "doubles", start: .doubles, keys: "2D"),
        Scene(name: "doubles-none", keys: "2D"),
        Scene(name: "doubles-merge", start: .doubles, keys: "2D<enter>"),
        Scene(name: "doubles-question", start: .doubles, keys: "2D<enter><enter>m"),
        Scene(name: "help", keys: "?"),
        Scene(name: "help-search", keys: "?dc"),
        Scene(name: "command", keys: ":sort"),
        Scene(name: "turned", keys: "2t"),
        Scene(name: "turned-matches", keys: "<enter>t"),
        Scene(name: "tour", keys: ":tour<enter>2"),
        Scene(name: "locked", start: .locked, keys: "x"),
        Scene(name: "locked-wrong", start: .locked, keys: "x<enter>"),
        Scene(name: "locked-open-store", keys: "<f12>"),
        Scene(name: "unlocked", start: .withPassphrase, keys: ""),
        Scene(name: "failed", keys: "") { $0.apply(.failed(Phrase("磁盘已满，没有保存。", "The disk is full; nothing was saved."))) },
        Scene(name: "halted", keys: "2") { $0.apply(.halted(Phrase("磁盘坏了，什么也没有保存。", "The disk failed, and nothing was saved."))) },
    ]

    private static let sizes = [Size(columns: 80, rows: 24), Size(columns: 160, rows: 40), Size(columns: 60, rows: 15)]

    private func console(_ start: Scene.Start, _ size: Size, _ language: Language) throws -> ConsoleDriver {
        let sample = try SampleStation.model()
        let passphrases = start == .withPassphrase || start == .locked ? ["乌兰": "correct horse", "高娃": "battery staple"] : [:]
        let empty = StationModel(
            register: Register(station: sample.register.station), catalogue: sample.catalogue, queries: sample.queries, settings: StationSettings(),
            day: ConsoleDriver.day, sequence: 1)
        return ConsoleDriver(
            columns: size.columns, rows: size.rows, language: language, model: start == .empty ? empty : start == .doubles ? try SampleStation.withDoubles() : start == .plan ? try SampleStation.withPlan() : sample, isOpened: start != .opening,
            passphrases: passphrases, isLocked: start == .locked)
    }

    @Test("Each screen looks as it was looked at last", arguments: scenes)
    func looks(scene: Scene) throws {
        var text = ""
        for size in Self.sizes {
            for language in Language.allCases {
                var console = try console(scene.start, size, language)
                for (index, part) in scene.keys.split(separator: "«", omittingEmptySubsequences: false).enumerated() {
                    let pieces = part.split(separator: "»", omittingEmptySubsequences: false)
                    if index > 0, let committed = pieces.first { console.commit(String(committed)) }
                    try console.press(String(pieces.last ?? ""))
                }
                scene.then(&console)
                text += Snapshot.text(console.frame, title: "\(size.columns)×\(size.rows) \(language.rawValue)")
            }
        }
        try Snapshot.check(text, scene.name)
    }

    @Test("No snapshot is kept of what is no longer shown")
    func complete() throws {
        #expect(try Snapshot.kept() == Set(Self.scenes.map(\.name)))
        #expect(Set(Self.scenes.map(\.name)).count == Self.scenes.count)
    }
}
