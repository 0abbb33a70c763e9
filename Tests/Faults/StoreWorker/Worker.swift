import DoorstepCore
import DoorstepStore
import Foundation

/// Works at a store until it is done, killed, or out of luck, and says on
/// standard output what has been saved: what faults are made to befall.
///
///     StoreWorker write STORE COUNT     the next changes of the script
///     StoreWorker boast STORE COUNT     the same, but says so before it saves
///     StoreWorker contend STORE NAME COUNT   changes of its own, beside others
///     StoreWorker open STORE            only opens it
///     StoreWorker plain FILE JOURNAL SYNCHRONOUS COUNT   rows of `PlainFile`
///
/// It begins when it is told to by a byte on standard input, or when nobody
/// can tell it any more. Each line is the sequence of what is saved; `contend` adds the identifier.
@main
enum Worker {
    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            let message = (error as? any SayableError)?.message(.english) ?? "\(error)"
            FileHandle.standardError.write(Data((message + "\n").utf8))
            exit(3)
        }
    }

    private static func run(_ words: [String]) throws {
        guard words.count >= 2 else { throw WorkDesk.Unknown() }
        let path = words[1]
        let count = words.last.flatMap { Int($0) } ?? 0
        _ = try WorkDesk.catalogue
        waitForWord()
        switch words[0] {
        case "write", "boast":
            let desk = try WorkDesk(path)
            for _ in 0..<count {
                let sequence = try desk.store.sequence()
                let change = try Script.change(after: sequence, at: desk)
                if words[0] == "boast" { say("\(sequence + 1)") }
                let saved = try desk.commit(change)
                if words[0] == "write" { say("\(saved.sequence)") }
            }
        case "contend" where words.count == 4:
            var desk = try WorkDesk(path)
            desk.caseworker = words[2]
            for number in 1...max(1, count) {
                let id = try desk.store.reserve(.person, count: 1, by: desk.caseworker, now: desk.now)[0]
                let person = try desk.person(id.text, note: "\(words[2]) \(number)")
                say("\(try desk.commit(.records(RecordBatch(people: [person]), reason: .edit())).sequence) \(id)")
            }
        case "open":
            say("\(try WorkDesk(path).store.sequence())")
        case "plain" where words.count == 5:
            let file = try PlainFile(path, journal: words[2], synchronous: words[3])
            for _ in 0..<count { say("\(try file.add())") }
        default: throw WorkDesk.Unknown()
        }
    }

    /// So that nobody has to wait for a start who wants to see what happens
    /// in the middle.
    private static func waitForWord() {
        var byte: UInt8 = 0
        while read(STDIN_FILENO, &byte, 1) < 0, errno == EINTR {}
    }

    /// At once and whole: nothing of it waits in a buffer.
    private static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(STDOUT_FILENO, bytes, bytes.count)
    }
}
