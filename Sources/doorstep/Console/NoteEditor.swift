import Dispatch
import DoorstepConsole
import DoorstepCore
import Foundation
import Synchronization
import TerminalUI

/// A note in the caseworker's own editor (`$VISUAL`, else `$EDITOR`).
///
/// The text is in a file for no longer than that, in memory and never on the
/// disk: in a folder that nobody else can open. Whatever the editor leaves
/// there is overwritten and removed with it.
@MainActor
enum NoteEditor {
    /// Hands the terminal over until the editor is left.
    ///
    /// - Returns: the text as the editor left it.
    static func edit(_ text: String, on terminal: any Terminal) -> NoteOutcome {
        guard let command = command else { return .failed(Words.noEditor) }
        guard let folder = PrivateFolder() else { return .failed(Words.noMemory) }
        defer { folder.remove() }
        guard folder.write(text.isEmpty ? text : text + "\n") else { return .failed(Words.noMemory) }
        var status: Int32?
        terminal.suspend {
            guard let editor = start(command, on: folder.file, device: "/dev/tty") else { return }
            status = wait(for: editor) { terminal.terminationRequested }
        }
        guard let status else { return .failed(Words.notStarted(command)) }
        guard status == 0 else { return .failed(Words.failed(status)) }
        guard let edited = folder.read() else { return .failed(Words.unreadable) }
        return .text(edited)
    }

    /// What the caseworker named, with its arguments.
    private static var command: String? {
        ["VISUAL", "EDITOR"].lazy.compactMap { Surroundings.variable($0) }.first { !PlainText.trimmed($0).isEmpty }
    }

    /// - Returns: the editor's process; nil where none could be started.
    private static func start(_ command: String, on file: String, device: String) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 0...2 as ClosedRange<Int32> { posix_spawn_file_actions_addopen(&actions, descriptor, device, O_RDWR, 0) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // What the program ignores an editor would ignore with it.
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGPIPE, SIGXFSZ] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        // The shell takes the arguments apart, as it does for git.
        let words = ["sh", "-c", "exec \(command) \"$@\"", "sh", file]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        // A passphrase that the program was given is no other program's.
        let environment = ProcessInfo.processInfo.environment.filter { $0.key != "DOORSTEP_PASSPHRASE" }
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var child = pid_t()
        return posix_spawn(&child, "/bin/sh", &actions, &attributes, &arguments, &variables) == 0 ? child : nil
    }

    /// - Parameter asked: the signal that asks the program to leave, which is
    ///   told the editor too: the file must not outlast it.
    /// - Returns: the status as `waitpid` gives it.
    private static func wait(for editor: pid_t, _ asked: () -> Int32?) -> Int32? {
        let isDone = DispatchSemaphore(value: 0)
        // A thread of its own, since a signal lets no wait return.
        let waiting = Ending()
        DispatchQueue.global(qos: .utility).async {
            var ended: Int32 = 0
            var result = waitpid(editor, &ended, 0)
            while result < 0, errno == EINTR { result = waitpid(editor, &ended, 0) }
            if result == editor { waiting.set(ended) }
            isDone.signal()
        }
        var isTold = false
        while isDone.wait(timeout: .now() + .milliseconds(250)) == .timedOut {
            guard !isTold, let signal = asked() else { continue }
            isTold = true
            kill(editor, signal == SIGHUP ? SIGHUP : SIGTERM)
        }
        return waiting.status
    }

    /// How the editor ended, told from one thread to another.
    private final class Ending: Sendable {
        private let ended = Mutex<Int32?>(nil)
        var status: Int32? { ended.withLock { $0 } }
        func set(_ status: Int32) { ended.withLock { $0 = status } }
    }

    private enum Words {
        static let noEditor = Phrase("没有指定编辑器：请设 $VISUAL 或 $EDITOR", "no editor is named: set $VISUAL or $EDITOR")
        static let noMemory = Phrase(
            "内存里没有可用的地方（$XDG_RUNTIME_DIR、/dev/shm），备注不写到磁盘上，编辑器没有打开",
            "there is no place in memory ($XDG_RUNTIME_DIR, /dev/shm), and a note goes on no disk: the editor was not opened")
        static let unreadable = Phrase("编辑器留下的不是 UTF-8 文本，或者太长；备注没有改动", "what the editor left is no UTF-8 text, or too long; the note is as it was")

        static func notStarted(_ command: String) -> Phrase { Phrase("编辑器打不开：\(command)", "the editor cannot be started: \(command)") }

        static func failed(_ status: Int32) -> Phrase {
            let signal = status & 0x7F
            let code = (status >> 8) & 0xFF
            if signal != 0 { return Phrase("编辑器被信号 \(signal) 中止；备注没有改动", "the editor was ended by signal \(signal); the note is as it was") }
            if code == 127 { return Phrase("找不到编辑器；备注没有改动", "the editor was not found; the note is as it was") }
            return Phrase("编辑器出错退出（\(code)）；备注没有改动", "the editor ended with \(code); the note is as it was")
        }
    }
}

/// A folder in memory that only its owner can open, with one file in it.
private struct PrivateFolder {
    private let path: String
    var file: String { path + "/note.txt" }

    /// More is no note.
    private static let limit = 1 << 20
    /// File systems that are kept in memory.
    private static let inMemory = ["tmpfs", "ramfs"]

    /// Nil where there is no place in memory, or no room in it.
    init?() {
        let runtime = Surroundings.variable("XDG_RUNTIME_DIR").flatMap { $0.hasPrefix("/") ? $0 : nil }
        for place in [runtime, "/dev/shm"].compactMap(\.self) {
            guard Self.isInMemory(place) else { continue }
            var template = Array((place + "/doorstep-XXXXXX").utf8CString)
            // Made with 0700.
            guard let made = mkdtemp(&template) else { continue }
            path = String(cString: made)
            return
        }
        return nil
    }

    /// Whether what is written in a folder stays in memory: as the table of
    /// mounts says of the device that it is on.
    private static func isInMemory(_ folder: String) -> Bool {
        var state = stat()
        guard stat(folder, &state) == 0, let mounts = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8) else { return false }
        // As the C library's `major` and `minor`, which are macros, take it apart.
        let number = state.st_dev
        let device = "\(number >> 8 & 0xFFF | number >> 32 & ~0xFFF):\(number & 0xFF | number >> 12 & ~0xFF)"
        return mounts.split(separator: "\n").contains { line in
            let words = line.split(separator: " ")
            guard words.count > 2, words[2] == device, let dash = words.firstIndex(of: "-"), words.indices.contains(dash + 1) else { return false }
            return inMemory.contains(String(words[dash + 1]))
        }
    }

    func write(_ text: String) -> Bool {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        do throws(OutputError) {
            try Output.write(Array(text.utf8), to: descriptor, name: file)
            return true
        } catch {
            return false
        }
    }

    func read() -> String? {
        guard let handle = FileHandle(forReadingAtPath: file) else { return nil }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: Self.limit + 1), data.count <= Self.limit else { return nil }
        return String(validating: data, as: UTF8.self)
    }

    /// Overwrites and removes all that is in it, and the folder.
    func remove() {
        let files = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        for name in files {
            let file = path + "/" + name
            let descriptor = open(file, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            var state = stat()
            if fstat(descriptor, &state) == 0, state.st_mode & S_IFMT == S_IFREG {
                let blanks = [UInt8](repeating: 0, count: min(Int(state.st_size), 1 << 24))
                _ = Foundation.write(descriptor, blanks, blanks.count)
            }
            close(descriptor)
        }
        try? FileManager.default.removeItem(atPath: path)
    }
}
