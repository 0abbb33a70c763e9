import ArgumentParser
import DoorstepCore
import DoorstepStore
import Foundation
import StationGenerator
import TerminalUI

/// `doorstep-bench console`: the program itself, from the other end of its
/// terminal.
struct ConsoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console", abstract: "Types keys at the program in a terminal and measures until the changed screen.",
        discussion: "From the key to the last byte of the screen that it changes, whatever else the program does meanwhile. It is started with a made-up station of --size, or on --store.")

    @Option(help: "The program.", completion: .file()) var program: String
    @Option(help: "PEOPLExJOBS of a station made up for it.") var size = "5000x1000"
    @Option(help: "A store without a passphrase, in place of a made-up station.", completion: .file()) var store: String?
    @Option(help: "A file with keys such as `j j / z h <enter>` set apart by blanks (default: moving, searching, matches).", completion: .file()) var keys: String?
    @Option(help: "The day of working, as 2026-11-21.") var on = "2026-11-21"
    @Option(help: "Columns of the terminal.") var columns: UInt16 = 80
    @Option(help: "Rows of the terminal.") var rows: UInt16 = 24
    @Option(help: "Seconds of rest that are measured.") var rest = 20
    @Option(help: "Milliseconds without a byte after which a screen is taken for whole.") var quiet: Int32 = 150

    /// In no folder of a caseworker's.
    private var variables: [String: String] {
        ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": "/nonexistent", "SWIFT_BACKTRACE": "enable=no"]
    }

    func run() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "doorstep-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = try store ?? makeStore(in: folder)
        let script = try keys.map { try String(contentsOfFile: $0, encoding: .utf8) } ?? Self.standardKeys
        let program: ProgramInTerminal
        let start = Clock.now
        do {
            program = try ProgramInTerminal(self.program, ["console", "--store", path, "--lang", "zh", "--on", on], columns: columns, rows: rows, variables: variables)
        } catch {
            throw ValidationError(error.message)
        }
        try open(program, since: start)
        let groups = Self.pieces(of: script).map { piece in (piece: piece, time: press(piece, program)) }
        report(groups)
        measureRest(program)
        program.type(Array("q".utf8))
    }

    private func makeStore(in folder: URL) throws -> String {
        let catalogue = try Resources.catalogue()
        let numbers = size.split(separator: "x").compactMap { Int($0) }
        guard numbers.count == 2, let day = Day(iso: on) else { throw ValidationError("--size: not of the form 5000x1000: \(size)") }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "station.doorstep").path
        do {
            let register = try StationPlan(seed: 20_261_121, people: numbers[0], jobs: numbers[1], day: day, station: "150784001").register(catalogue)
            let now = "2026-11-21T03:04:05Z"
            let store = try StationStore.create(at: path, station: register.station, caseworker: "bench", now: now)
            let batch = RecordBatch(employers: Array(register.employers), people: Array(register.people), jobs: Array(register.jobs))
            _ = try store.commit(.records(batch, reason: .import(file: "bench", rows: register.people.count, refused: 0)), by: "bench", now: now, day: day, catalogue: catalogue)
        } catch let error as any SayableError {
            throw ValidationError(error.message.english)
        }
        return path
    }

    /// Waits until the store is read and both indexes are made: until the
    /// processor is no longer used.
    private func open(_ program: ProgramInTerminal, since start: Double) throws {
        // The terminal is asked how wide it draws.
        let answers = [(question: Array("\u{1B}[6n".utf8), answer: Array("\u{1B}[2;2R".utf8))]
        if let (bytes, last) = program.read(quiet: 30, answers: answers) {
            print("first bytes: \(bytes), \(Int((last - start) * 1000)) ms after the start")
        }
        while true {
            let before = program.processorTime
            if let (bytes, last) = program.read(quiet: 1500, answers: answers) {
                print("a screen: \(bytes) bytes, \(Int((last - start) * 1000)) ms after the start")
            }
            guard !program.hasEnded else { throw ValidationError("the program ended") }
            if program.processorTime - before < 0.02 { break }
        }
        print("ready: \(Int((Clock.now - start) * 1000)) ms after the start")
    }

    // MARK: - Keys

    private struct Piece {
        let name: String
        let bytes: [UInt8]
        let startsSearch: Bool
        /// Moves the cursor by a line.
        let moves: Bool
    }

    private static let standardKeys = """
        j j j j j j k k j j <down> <down> <up> <pagedown> <pagedown> <pageup> G g <enter> j j j k <pagedown> <esc>
        2 j j j j j j k k <pagedown> <pagedown> <pageup> 1 2
        / z h a n g w e i <enter> j j <enter> j j <esc> <esc>
        / 张 伟 <enter> j <esc> / 1 3 8 1 <enter> j <esc> / + 焊 工 <enter> j j <esc>
        1 / 焊 工 <enter> j <enter> j j <esc> <esc> / h a i l a e r <enter> j <esc>
        > < o o ? j h e l p <esc> t j j t y 3 2 1
        """

    private static func pieces(of script: String) -> [Piece] {
        var wasSlash = false
        return script.split(whereSeparator: \.isWhitespace).map { word in
            defer { wasSlash = word == "/" }
            return Piece(name: String(word), bytes: bytes(of: String(word)), startsSearch: wasSlash, moves: ["j", "k", "<up>", "<down>"].contains(word))
        }
    }

    /// As a terminal sends the key.
    private static func bytes(of name: String) -> [UInt8] {
        let sequences = [
            "<up>": "\u{1B}OA", "<down>": "\u{1B}OB", "<pageup>": "\u{1B}[5~", "<pagedown>": "\u{1B}[6~", "<enter>": "\r", "<esc>": "\u{1B}", "<tab>": "\t", "<space>": " ",
            "<f9>": "\u{1B}[20~",
        ]
        return Array((sequences[name] ?? name).utf8)
    }

    private struct Time {
        let milliseconds: Double
        let bytes: Int
    }

    /// Nil where the screen stayed as it was.
    private func press(_ piece: Piece, _ program: ProgramInTerminal) -> Time? {
        let start = Clock.now
        program.type(piece.bytes)
        return program.read(quiet: quiet).map { Time(milliseconds: ($0.last - start) * 1000, bytes: $0.bytes) }
    }

    private func report(_ keys: [(piece: Piece, time: Time?)]) {
        func say(_ what: String, _ keys: [(piece: Piece, time: Time?)]) {
            let times = keys.compactMap { key in key.time.map { (name: key.piece.name, time: $0) } }
            let spread = Spread(times.map(\.time.milliseconds))
            let slowest = times.sorted { $0.time.milliseconds > $1.time.milliseconds }.prefix(6).map { "\($0.name) \(Figure.text($0.time.milliseconds))" }
            print(
                "\(what): median \(Figure.text(spread.quantile(0.5))) ms, 99th percentile \(Figure.text(spread.quantile(0.99))) ms, longest \(Figure.text(spread.quantile(1))) ms, of \(times.count) (\(slowest.joined(separator: ", ")))"
            )
        }
        say("first keys of a search", keys.filter(\.piece.startsSearch))
        say("Esc, which waits for what may follow it", keys.filter { $0.piece.name == "<esc>" })
        say("all other keys", keys.filter { !$0.piece.startsSearch && $0.piece.name != "<esc>" })
        let moved = Spread(keys.filter(\.piece.moves).compactMap { $0.time.map { Double($0.bytes) } })
        print("bytes for a moved cursor: median \(Int(moved.quantile(0.5))), most \(Int(moved.quantile(1)))")
        let all = Spread(keys.compactMap { $0.time.map { Double($0.bytes) } })
        print("bytes for a key: median \(Int(all.quantile(0.5))), most \(Int(all.quantile(1)))")
    }

    private func measureRest(_ program: ProgramInTerminal) {
        // What the last key began is over.
        _ = program.read(quiet: 3000)
        guard let ticks = program.ticks else { return print("at rest: the system does not say") }
        let before = program.processorTime
        let bytes = program.read(quiet: Int32(rest) * 1000)?.bytes ?? 0
        let spent = program.processorTime - before
        print("at rest for \(rest) s: \(Figure.text(spent * 1000)) ms of a processor, \((program.ticks ?? ticks) - ticks) ticks of utime and stime, \(bytes) bytes written")
    }
}
