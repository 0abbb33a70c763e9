import ArgumentParser
import DoorstepCore
import DoorstepStore
import Foundation

/// Where a passphrase comes from: a file, the environment, or whoever sits
/// at the terminal. Never an argument, which every process can read.
struct PassphraseSource {
    /// Given with an option; nil where it was not.
    let file: String?
    /// The environment's variable.
    let variable: String
    /// What the terminal asks.
    let prompt: Phrase
    let language: Language

    /// The passphrase as it was typed.
    func read() throws(PassphraseProblem) -> String {
        if let given = try given() { return given }
        return try PassphraseSource.ask(prompt(language))
    }

    /// Nil where there is nobody to ask, and where Enter alone is the answer.
    func readIfOffered() throws(PassphraseProblem) -> String? {
        if let given = try given() { return given }
        let text: String
        do throws(PassphraseProblem) {
            text = try PassphraseSource.ask((Phrase("（直接回车则不打开加密内容）", "(Enter alone leaves what is sealed unopened) ") + prompt)(language))
        } catch .nobodyToAsk {
            return nil
        }
        return text.isEmpty ? nil : text
    }

    /// One that is to be set: at a terminal it is typed twice.
    func readNew() throws(PassphraseProblem) -> String {
        if let given = try given() { return given }
        let first = try PassphraseSource.ask(prompt(language))
        let again = try PassphraseSource.ask(Phrase("再输入一次：", "Once more: ")(language))
        guard first == again else { throw .different }
        return first
    }

    /// Nil where it stands neither in a file nor in the environment.
    func given() throws(PassphraseProblem) -> String? {
        if let file {
            guard let data = FileManager.default.contents(atPath: file) else { throw .unreadable(file) }
            let text = String(decoding: data, as: UTF8.self)
            return String(text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).first ?? "")
        }
        return Surroundings.variable(variable).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Asks at the terminal itself, whatever standard input is, without
    /// showing what is typed.
    private static func ask(_ prompt: String) throws(PassphraseProblem) -> String {
        let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard terminal >= 0 else { throw .nobodyToAsk }
        defer { close(terminal) }
        var settings = termios()
        guard tcgetattr(terminal, &settings) == 0 else { throw .nobodyToAsk }
        var silent = settings
        silent.c_lflag &= ~tcflag_t(ECHO)
        // An end by a key (^C) leaves the terminal silent otherwise.
        silent.c_lflag &= ~tcflag_t(ISIG)
        tcsetattr(terminal, TCSAFLUSH, &silent)
        defer { tcsetattr(terminal, TCSAFLUSH, &settings) }
        write(prompt, terminal)
        defer { write("\n", terminal) }
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while Foundation.read(terminal, &byte, 1) == 1, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
            // ^C and ^D mean what they mean elsewhere.
            guard byte != 3, !(byte == 4 && bytes.isEmpty) else { throw .givenUp }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func write(_ text: String, _ descriptor: Int32) {
        var text = text
        text.withUTF8 { _ = Foundation.write(descriptor, $0.baseAddress, $0.count) }
    }
}

enum PassphraseProblem: SayableError {
    case unreadable(String)
    case nobodyToAsk
    case different
    case givenUp

    var message: Phrase {
        switch self {
        case .unreadable(let file): Phrase("口令文件 \(file) 读不出来，请核对路径和权限。", "The passphrase file \(file) cannot be read; check its path and permissions.")
        case .nobodyToAsk:
            Phrase(
                "需要口令，而这里没有终端可问；请用 --passphrase-file，或设 $DOORSTEP_PASSPHRASE。",
                "A passphrase is needed, and there is no terminal to ask at; give --passphrase-file, or set $DOORSTEP_PASSPHRASE.")
        case .different: Phrase("两次输入的口令不一样，什么也没有改。", "The two passphrases differ; nothing was changed.")
        case .givenUp: Phrase("没有输入口令，什么也没有做。", "No passphrase was given, and nothing was done.")
        }
    }
}
