import DoorstepConsole
import DoorstepCore
import Foundation
import Testing
import TerminalUI

@testable import doorstep

@Suite("Looking whether another program changed the store")
struct StoreWatchTests {
    private let program: Program

    init() throws { program = try Program() }

    private var path: String { program.folder.appendingPathComponent("store").path }

    /// Writes the file and dates it back.
    private func write(_ text: String, secondsAgo: Int) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { close(file) }
        _ = text.utf8.withContiguousStorageIfAvailable { Foundation.write(file, $0.baseAddress, $0.count) }
        let moment = timespec(tv_sec: time(nil) - secondsAgo, tv_nsec: 0)
        futimens(file, [moment, moment])
    }

    private func looks(_ watch: inout StoreWatch) -> Bool { watch.mayHaveChanged() }

    @Test("A store in memory, which no other program knows, is never asked")
    func inMemory() {
        defer { program.remove() }
        var watch = StoreWatch(path: nil)
        #expect((0..<200).allSatisfy { _ in !watch.mayHaveChanged() })
    }

    @Test("A file that is not there is asked about every time: the store has something to say of it")
    func missing() {
        defer { program.remove() }
        var watch = StoreWatch(path: path)
        #expect((0..<3).allSatisfy { _ in watch.mayHaveChanged() })
    }

    @Test("A change is seen, also one that leaves size and time of writing as they were, and another file in the place of the first")
    func changes() throws {
        defer { program.remove() }
        try write("one", secondsAgo: 100)
        var watch = StoreWatch(path: path)
        #expect(looks(&watch))
        // What was written just now is looked at again: a second change could
        // have left the same time.
        #expect(looks(&watch))
        try write("two", secondsAgo: 100)
        #expect(looks(&watch))
        try FileManager.default.removeItem(atPath: path)
        try write("two", secondsAgo: 100)
        #expect(looks(&watch))
    }

    @Test("One that has lain still is not asked about, but for once in sixty looks")
    func still() throws {
        defer { program.remove() }
        // A file of the system's, which nobody has changed for long.
        let old = "/etc/shells"
        try #require(FileManager.default.fileExists(atPath: old))
        var watch = StoreWatch(path: old)
        let asked = (1...180).map { _ in watch.mayHaveChanged() }
        #expect(asked[0] && asked.dropFirst().count { $0 } == 3)
    }
}

@MainActor
@Suite("The file of timings")
struct TraceTests {
    @Test("Of what came only kinds and numbers are kept, and no character that was typed")
    func kinds() throws {
        let strokes = try #require(KeyStroke.sequence("<down><down>zhang<c-s><a-z><f9><enter>"))
        let events = strokes.map { InputEvent.key($0) } + [.text("张三"), .paste("秘密"), .mouse(MouseEvent(position: .zero, kind: .press)), .resize(.zero)]
        #expect(Trace.kinds(of: events) == ["Down 2", "character 5", "Ctrl-S", "character", "F9", "Enter", "text", "paste", "mouse press", "resize"])
    }

    @Test("A key counts until the last frame that it caused; what was overtaken is not waited for; while the console is locked nothing tells how much was typed")
    func keys() throws {
        let program = try Program()
        defer { program.remove() }
        let path = program.folder.appendingPathComponent("trace.csv").path
        let trace = try Trace(to: path)
        func turn(_ events: [InputEvent], _ actions: [Action], asking: [Effect] = [], isLocked: Bool = false) {
            trace.begin(events, isLocked: isLocked)
            for event in events { trace.willApply(.input(event)) }
            for effect in asking { trace.willRun(effect) }
            for action in actions { trace.willApply(action) }
            trace.didReduce()
            trace.didRender()
            trace.didPresent()
        }
        let job = MatchTarget.job(try #require(RecordID("J1")))
        func search(_ number: Int) -> Effect { .findCounterparts(of: job, query: "秘密", generation: number) }
        func found(_ number: Int) -> Action { .foundCounterparts(generation: number, items: []) }
        trace.didRender()
        trace.didPresent()
        turn([.key(KeyStroke(character: "a"))], [], asking: [search(1)])
        turn([.text("秘密")], [], asking: [search(2)])
        turn([], [found(1)])
        turn([], [found(2)])
        turn([.key(KeyStroke(character: "s")), .key(KeyStroke(character: "t"))], [], isLocked: true)
        try trace.finish()
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let rows = text.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        #expect(rows.dropFirst().map { $0[1] + " " + $0[2] } == [
            "first-frame ", "turn character", "keys character", "turn text", "turn ", "turn (counterparts)", "answer counterparts", "keys text", "turn locked", "keys locked",
        ])
        #expect(!text.contains("秘密"))
    }
}
