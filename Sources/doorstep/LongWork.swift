import Dispatch
import DoorstepCore
import DoorstepExchange
import DoorstepStore
import Foundation
import Synchronization

/// Work that somebody waits for at a terminal: it says on standard error how
/// far it is, and whoever stops it (^C) finds nothing left behind.
enum LongWork {
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// Does the work; where a signal stopped it, the program ends by that
    /// signal once everything is cleared away.
    static func run<Result>(_ language: Language, _ work: (BackupWatch) throws -> Result) throws -> Result {
        try watching { line, caught in
            try work(BackupWatch(report: { line.tell($0.phrase(language) + ($1 > 0 ? " \($1)%" : "")) }, isStopped: { caught.number != nil }))
        }
    }

    /// Reads sheets, saying how many rows were read and how fast.
    static func reading<Result>(_ language: Language, _ work: (ImportWatch) throws -> Result) throws -> Result {
        try watching { line, caught in
            let pace = RowPace(Phrase("正在读取", "Reading"), language, line)
            return try work(ImportWatch(progressed: pace.tell, isStopped: { caught.number != nil }))
        }
    }

    /// Stores what was read, likewise.
    static func storing<Result>(_ language: Language, _ work: (ChangeWatch) throws -> Result) throws -> Result {
        try watching { line, caught in
            let pace = RowPace(Phrase("正在保存", "Storing"), language, line)
            return try work(ChangeWatch(progressed: pace.tell, isStopped: { caught.number != nil }))
        }
    }

    /// Plans, saying how many lists were found, and then writes what came of
    /// it: who stops the planning has the best plan so far. A second signal,
    /// or one while it is written, ends the program.
    static func planning<Made, Result>(
        _ language: Language, _ plan: (PlanWatch) throws -> Made, then write: (Made) throws -> Result
    ) throws -> Result {
        let caught = CaughtSignal(isPatient: true)
        return try watching(caught) { line, caught in
            let watch = PlanWatch(caught, language, line)
            let made = try plan(watch)
            line.clear()
            caught.losePatience()
            return try write(made)
        }
    }

    private static func watching<Result>(
        _ caught: CaughtSignal = CaughtSignal(), _ work: (ProgressLine, CaughtSignal) throws -> Result
    ) throws -> Result {
        let line = ProgressLine()
        let sources = signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { if !caught.take(number) { end(by: number) } }
            source.resume()
            return source
        }
        defer {
            line.clear()
            for (source, number) in zip(sources, signals) {
                source.cancel()
                signal(number, SIG_DFL)
            }
        }
        do {
            return try work(line, caught)
        } catch where isStop(error) {
            line.clear()
            caught.number.map(end)
            throw error
        }
    }

    /// Whether somebody stopped the work.
    private static func isStop(_ error: any Error) -> Bool {
        if case BackupError.stopped = error { return true }
        if case SheetError.stopped = error { return true }
        if case ChangeError.stopped = error { return true }
        return false
    }

    /// Ends the program by a signal, so that whoever started it knows.
    private static func end(by number: Int32) {
        fflush(nil)
        signal(number, SIG_DFL)
        // Watching a signal has blocked it.
        var one = sigset_t()
        sigemptyset(&one)
        sigaddset(&one, number)
        pthread_sigmask(SIG_UNBLOCK, &one, nil)
        raise(number)
    }

    /// Asks at the terminal; no terminal, no yes.
    static func confirm(_ question: String, _ watch: BackupWatch) -> Bool {
        guard isatty(STDIN_FILENO) == 1 else { return false }
        FileHandle.standardError.write(Data(("\r" + question).utf8))
        // A read would go on waiting where a signal was caught.
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while true {
            guard !watch.isStopped() else { return false }
            if poll(&input, 1, 100) > 0 { return readLine() == "yes" }
        }
    }
}

/// The signal that asked the program to end, if any.
private final class CaughtSignal: Sendable {
    private let caught = Atomic<Int32>(0)
    private let isPatient: Bool
    private let mayEnd = Atomic(false)

    /// - Parameter isPatient: what is worked on ends by itself after the first
    ///   signal, and whoever sends another does not want to wait for that.
    init(isPatient: Bool = false) { self.isPatient = isPatient }

    /// - Returns: whether it is enough to have been told.
    func take(_ number: Int32) -> Bool {
        let earlier = caught.exchange(number, ordering: .relaxed)
        return !isPatient || earlier == 0 && !mayEnd.load(ordering: .relaxed)
    }

    /// From here on the first signal ends the program.
    func losePatience() { mayEnd.store(true, ordering: .relaxed) }

    var number: Int32? {
        let number = caught.load(ordering: .relaxed)
        return number == 0 ? nil : number
    }
}

/// One line that is written over and over; only on a terminal.
private final class ProgressLine: Sendable {
    private let isShown = isatty(STDERR_FILENO) == 1
    private let latest = Mutex("")

    func tell(_ text: String) {
        guard isShown else { return }
        latest.withLock { latest in
            guard text != latest else { return }
            latest = text
            FileHandle.standardError.write(Data(("\r\u{1B}[K" + text).utf8))
        }
    }

    func clear() {
        guard isShown, latest.withLock({ !$0.isEmpty }) else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}

/// Looks on at a plan while it is being made.
struct PlanWatch: Sendable {
    private let caught: CaughtSignal
    private let language: Language
    private let line: ProgressLine
    private let seen = Seen()

    private final class Seen: Sendable {
        let stop = Atomic(false)
        let done = Atomic(0)
        let total = Atomic(0)
    }

    fileprivate init(_ caught: CaughtSignal, _ language: Language, _ line: ProgressLine) {
        (self.caught, self.language, self.line) = (caught, language, line)
    }

    /// Whether the planning is to end.
    @Sendable func isStopped() -> Bool {
        guard caught.number != nil else { return false }
        seen.stop.store(true, ordering: .relaxed)
        return true
    }

    /// Told how many lists were found, of how many.
    @Sendable func progressed(_ done: Int, _ total: Int) {
        seen.total.store(total, ordering: .relaxed)
        let latest = seen.done.max(done, ordering: .relaxed).newValue
        line.tell(Phrase("正在找候选名单 \(latest)/\(total)", "Finding lists \(latest)/\(total)")(language))
        if latest == total { line.tell(Phrase("正在安排……", "Planning …")(language)) }
    }

    /// Whether anybody was told that it is to end.
    var wasStopped: Bool { seen.stop.load(ordering: .relaxed) }

    /// How many lists were found, of how many there are.
    var listed: (done: Int, total: Int) { (seen.done.load(ordering: .relaxed), seen.total.load(ordering: .relaxed)) }
}

/// How many rows, and how fast.
private struct RowPace: Sendable {
    private let start = ContinuousClock.now
    private let title: Phrase
    private let language: Language
    private let line: ProgressLine

    init(_ title: Phrase, _ language: Language, _ line: ProgressLine) { (self.title, self.language, self.line) = (title, language, line) }

    @Sendable func tell(_ rows: Int) {
        let milliseconds = Int(start.duration(to: .now) / .milliseconds(1))
        // What is done at once needs no word.
        guard milliseconds > 200 else { return }
        let pace = rows * 1000 / milliseconds
        line.tell((title + Phrase(" \(rows) 行，每秒 \(pace) 行", " \(rows) rows, \(pace) a second"))(language))
    }
}

extension BackupWatch.Stage {
    fileprivate var phrase: Phrase {
        switch self {
        case .copying: Phrase("正在复制……", "Copying …")
        case .checking: Phrase("正在核对……", "Checking …")
        case .writing: Phrase("正在写备份", "Writing the backup")
        case .readingBack: Phrase("正在读回核对", "Reading it back")
        case .opening: Phrase("正在打开备份", "Opening the backup")
        }
    }
}
