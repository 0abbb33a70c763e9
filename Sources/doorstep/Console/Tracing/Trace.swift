import DoorstepConsole
import DoorstepCore
import DoorstepExchange
import Foundation
import TerminalUI

/// The program's own timings, kept while it runs and written when it ends
/// (`--trace FILE`).
///
/// Nothing in it tells of anybody: of what came only the kind and the number,
/// of keys the names of those that type no character, and while the console
/// is locked not even how many there were.
@MainActor
final class Trace {
    private let path: String
    private let file: Int32
    private let written = WrittenBytes()
    private var rows: [Row] = []
    /// Rows that there was no room for.
    private var leftOut = 0
    private var turn: Turn?
    /// What is being worked out beside the keyboard.
    private var asked: [Question: Asked] = [:]
    /// Turns with keys whose last frame has not been shown yet, by number.
    private var unsettled: [Int: Unsettled] = [:]
    private var turnCount = 0
    private var hasShown = false
    /// The turn with keys that what is applied just now goes back to.
    private var cause: Int?

    /// A day's work has some tens of thousands.
    private static let mostRows = 500_000

    /// One line of the file; times in microseconds.
    private struct Row {
        let time: Int
        let event: String
        var what = ""
        var reduce: Int?
        var render: Int?
        var present: Int?
        var bytes: Int?
        var shown: Int?
    }

    private struct Turn {
        let number: Int
        let time: Int
        var what: [String]
        var reduced: Int?
        var rendered: Int?
        var bytes: Int?
        /// Answered in this turn, with when they were asked.
        var answered: [(question: Question, asked: Asked)] = []
        /// Turns with keys that this turn's frame goes back to.
        var causes: Set<Int> = []
    }

    private struct Asked {
        let time: Int
        let cause: Int?
    }

    private struct Unsettled {
        let time: Int
        let what: String
        var open = 0
        var lastFrame: Int?
    }

    /// Makes the file at once, so that what is wrong with it is said before
    /// the console opens.
    init(to path: String) throws(OutputError) {
        self.path = path
        file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw errno == EEXIST ? .exists(path) : .cannotWrite(path, reason: Output.reason(errno)) }
    }

    // MARK: - A turn of the main loop

    func begin(_ events: [InputEvent], isLocked: Bool) {
        turnCount += 1
        let what = events.isEmpty ? [] : isLocked ? ["locked"] : Self.kinds(of: events)
        var turn = Turn(number: turnCount, time: Beginning.microseconds, what: what)
        if !events.isEmpty {
            unsettled[turnCount] = Unsettled(time: turn.time, what: what.joined(separator: " "))
            turn.causes.insert(turnCount)
        }
        // What was not shown yet is shown with this turn.
        if let before = self.turn {
            turn.what = before.what + turn.what
            turn.answered = before.answered
            turn.causes.formUnion(before.causes)
        }
        self.turn = turn
    }

    /// An action is about to be reduced: what it asks for goes back to the
    /// keys that it came of.
    func willApply(_ action: Action) {
        if case .input = action {
            cause = turn?.number
            return
        }
        cause = nil
        guard let question = action.question, let asked = asked.removeValue(forKey: question) else { return }
        turn?.what.append("(\(question.name))")
        turn?.answered.append((question, asked))
        cause = asked.cause
        if let cause {
            unsettled[cause]?.open -= 1
            turn?.causes.insert(cause)
        }
    }

    func willRun(_ effect: Effect) {
        for question in effect.questions {
            // An answer to an older question of the kind is not waited for.
            for (older, forgotten) in asked where older.name == question.name {
                asked[older] = nil
                if let cause = forgotten.cause { drop(cause) }
            }
            asked[question] = Asked(time: Beginning.microseconds, cause: cause)
            if let cause { unsettled[cause]?.open += 1 }
        }
    }

    func didReduce() {
        cause = nil
        turn?.reduced = Beginning.microseconds
    }

    func didRender() {
        turn?.rendered = Beginning.microseconds
        turn?.bytes = written?.count
    }

    /// A frame was written.
    func didPresent() {
        let now = Beginning.microseconds
        let bytes = written?.count
        guard let turn else {
            if !hasShown { add(Row(time: now, event: "first-frame", bytes: bytes)) }
            hasShown = true
            return
        }
        let reduced = turn.reduced ?? turn.time
        add(Row(
            time: turn.time, event: "turn", what: turn.what.joined(separator: " "), reduce: reduced - turn.time,
            render: turn.rendered.map { $0 - reduced }, present: turn.rendered.map { now - $0 },
            bytes: bytes.flatMap { bytes in turn.bytes.map { bytes - $0 } }))
        for (question, asked) in turn.answered {
            if let moment = Self.moments[question.name] { add(Row(time: now, event: moment)) }
            add(Row(time: asked.time, event: "answer", what: question.name, shown: now - asked.time))
        }
        for cause in turn.causes {
            unsettled[cause]?.lastFrame = now
            settle(cause)
        }
        self.turn = nil
    }

    /// Nothing came, or nothing that was shown.
    func didRest() {
        turn?.causes.forEach { settle($0) }
        turn = nil
    }

    /// Moments that are asked for by name.
    private static let moments = ["open": "opened", "match-index": "indexed", "search-index": "searchable"]

    private func drop(_ cause: Int) {
        unsettled[cause]?.open -= 1
        if cause != turn?.number { settle(cause) }
    }

    /// The keys' last frame is on the screen, if nothing is out any more.
    private func settle(_ cause: Int) {
        guard let keys = unsettled[cause], keys.open <= 0 else { return }
        unsettled[cause] = nil
        guard let last = keys.lastFrame else { return }
        add(Row(time: keys.time, event: "keys", what: keys.what, shown: last - keys.time))
    }

    // MARK: - The file

    private func add(_ row: Row) {
        guard rows.count < Self.mostRows else {
            leftOut += 1
            return
        }
        rows.append(row)
    }

    static let header = ["microseconds", "event", "what", "reduce", "render", "present", "bytes", "shown"]

    /// Writes the file; what the terminal was given back before.
    func finish() throws(OutputError) {
        defer { close(file) }
        written?.close()
        for (cause, _) in unsettled { unsettled[cause]?.open = 0 }
        for cause in unsettled.keys.sorted() { settle(cause) }
        if leftOut > 0 { rows.append(Row(time: Beginning.microseconds, event: "left-out", what: String(leftOut))) }
        let cells = rows.lazy.map { row -> [SheetValue] in
            let numbers = [row.reduce, row.render, row.present, row.bytes, row.shown]
            return ([String(row.time), row.event, row.what] + numbers.map { $0.map(String.init) ?? "" }).map { .text($0) }
        }
        try SheetWriter.write(cells, header: Self.header, format: .csv) { bytes throws(OutputError) in
            try Output.write(bytes, to: file, name: path)
        }
    }

    // MARK: - What came

    /// The kinds of events in a row, each with how many: `Down 3`.
    static func kinds(of events: [InputEvent]) -> [String] {
        var runs: [(kind: String, count: Int)] = []
        for kind in events.map(kind) {
            if let last = runs.last, last.kind == kind { runs[runs.count - 1].count += 1 } else { runs.append((kind, 1)) }
        }
        return runs.map { $0.count == 1 ? $0.kind : "\($0.kind) \($0.count)" }
    }

    private static func kind(_ event: InputEvent) -> String {
        switch event {
        case .key(let stroke):
            // What types a character is not told apart, with Alt neither; a
            // key held with Ctrl types none.
            if case .character = stroke.key, !stroke.control { return "character" }
            return stroke.label
        case .text: return "text"
        case .paste: return "paste"
        case .mouse(let mouse): return "mouse \(mouse.kind)"
        case .resize: return "resize"
        }
    }
}
