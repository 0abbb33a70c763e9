import DoorstepCore
import TerminalUI

/// How the console looks and which keys it listens to: the caseworker's own,
/// from their `config.toml`. What changes results is kept with the station.
public struct ConsoleSettings: Equatable, Sendable {
    /// Nil for what the environment says.
    public var language: Language?
    public var usesMouse = true
    public var usesColor = true
    public var background = Background.auto
    public var borders = Borders.ascii
    public var ambiguousWidth = AmbiguousWidthChoice.auto
    /// Whether the screen starts turned towards the client.
    public var startsTurned = false
    /// Whether lines are said rather than a screen drawn; see ``speak(_:)``.
    public var isPlain = false {
        didSet { keys.isPlain = isPlain }
    }
    public var keys = KeyMap()

    public init() {}

    public enum Background: String, CaseIterable, Sendable {
        case auto, dark, light
    }

    public enum Borders: String, CaseIterable, Sendable {
        case ascii, lines

        /// Lines only where the terminal draws them in one column each.
        var set: BorderSet { self == .ascii || DisplayWidth().ambiguous == .wide ? .ascii : .light }
        /// What bars and charts are drawn with.
        var glyphs: Bar.Glyphs { self == .ascii || DisplayWidth().ambiguous == .wide ? .ascii : .blocks }
    }

    /// Columns that a terminal gives to signs such as `…`, `·` and Cyrillic
    /// letters.
    public enum AmbiguousWidthChoice: Int, CaseIterable, Sendable {
        /// The terminal is asked.
        case auto = 0
        case one = 1, two = 2
    }

    // MARK: - The one list

    /// A line of the file: what it is called, what it is for, how it is read.
    public struct Entry: Sendable {
        public let name: String
        public let title: Phrase
        /// What can be written, for messages and the manual.
        public let values: String
        public let standard: String
        /// - Returns: false where the value is none of those.
        let read: @Sendable (ConfigValue, inout ConsoleSettings) -> Bool
    }

    public static let all: [Entry] = [
        Entry(
            name: "language", title: Phrase("显示的语言", "the language of what is shown"), values: #""zh" "en""#, standard: "",
            read: { value, settings in
                guard case .text(let text) = value, let language = Language(rawValue: text) else { return false }
                settings.language = language
                return true
            }),
        flag("mouse", Phrase("用鼠标", "listen to the mouse"), standard: true, \.usesMouse),
        flag("colors", Phrase("用颜色", "use colours"), standard: true, \.usesColor),
        choice("background", Phrase("终端的底色，决定用哪些颜色", "the terminal's background, which colours follow"), Background.auto, \.background),
        choice("borders", Phrase("边框和图形：ascii 字符，或 lines 线条色块", "borders and charts: ascii signs, or lines and blocks"), Borders.ascii, \.borders),
        Entry(
            name: "ambiguous-width",
            title: Phrase("…、·、“” 和西里尔字母在这个终端上占几列；auto 由程序问终端", "columns that …, ·, “” and Cyrillic letters take on the terminal; auto asks it"),
            values: #""auto" 1 2"#, standard: #""auto""#,
            read: { value, settings in
                switch value {
                case .text("auto"): settings.ambiguousWidth = .auto
                case .number(1), .text("1"): settings.ambiguousWidth = .one
                case .number(2), .text("2"): settings.ambiguousWidth = .two
                default: return false
                }
                return true
            }),
        flag("client", Phrase("打开时就是对客画面", "start with the screen turned to the client"), standard: false, \.startsTurned),
        flag("plain", Phrase("逐行方式，供读屏软件和盲文点显器", "plain mode, for screen readers and braille lines"), standard: false, \.isPlain),
    ]

    private static func flag(
        _ name: String, _ title: Phrase, standard: Bool, _ path: any WritableKeyPath<ConsoleSettings, Bool> & Sendable
    ) -> Entry {
        Entry(name: name, title: title, values: "true false", standard: String(standard)) { value, settings in
            guard case .flag(let flag) = value else { return false }
            settings[keyPath: path] = flag
            return true
        }
    }

    private static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: String, _ title: Phrase, _ standard: Choice, _ path: any WritableKeyPath<ConsoleSettings, Choice> & Sendable
    ) -> Entry {
        let values = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " ")
        return Entry(name: name, title: title, values: values, standard: "\"\(standard.rawValue)\"") { value, settings in
            guard case .text(let text) = value, let choice = Choice(rawValue: text) else { return false }
            settings[keyPath: path] = choice
            return true
        }
    }

    // MARK: - Reading

    /// Reads a file's text. What cannot be read is left as it was, and said
    /// with its line.
    public static func reading(_ text: String) -> (settings: ConsoleSettings, problems: [ConfigProblem]) {
        var settings = ConsoleSettings()
        var problems: [ConfigProblem] = []
        for line in ConfigFile.lines(text) {
            do throws(ConfigProblem) {
                try settings.take(line)
            } catch {
                problems.append(error)
            }
        }
        return (settings, problems)
    }

    private mutating func take(_ line: ConfigFile.Line) throws(ConfigProblem) {
        switch line.content {
        case .broken: throw ConfigProblem(line.number, Phrase("读不懂，请写成 名称 = 值", "not understood; write NAME = VALUE"))
        case .setting("", let name, let value):
            guard let entry = ConsoleSettings.all.first(where: { $0.name == name }) else {
                let names = ConsoleSettings.all.map(\.name).joined(separator: " ")
                throw ConfigProblem(line.number, Phrase("没有 \(name) 这个设置，可用的有 \(names)", "there is no setting \(name); there are \(names)"))
            }
            guard entry.read(value, &self) else {
                throw ConfigProblem(line.number, Phrase("\(name) 只能是 \(entry.values)", "\(name) is one of \(entry.values)"))
            }
        case .setting("keys", let name, let value): try takeKeys(name, value, line.number)
        case .setting(let table, _, _):
            throw ConfigProblem(line.number, Phrase("没有 [\(table)] 这一节，只有 [keys]", "there is no section [\(table)], only [keys]"))
        }
    }

    private mutating func takeKeys(_ name: String, _ value: ConfigValue, _ line: Int) throws(ConfigProblem) {
        guard let id = Command.ID(rawValue: name) else {
            throw ConfigProblem(line, Phrase("没有 \(name) 这个命令，按 ? 查看", "there is no command \(name); ? shows them"))
        }
        let texts: [String] = switch value {
        case .text(let text): [text]
        case .texts(let texts): texts
        case .flag, .number: []
        }
        let strokes = texts.compactMap { KeyStroke($0) }
        guard !strokes.isEmpty, strokes.count == texts.count else {
            throw ConfigProblem(line, Phrase("不是按键，请写成 \"p\"、\"<f5>\"、\"<c-p>\" 的样子", "not a key; write it like \"p\", \"<f5>\", \"<c-p>\""))
        }
        do throws(KeyTaken) {
            try keys.set(strokes, for: id)
        } catch {
            throw ConfigProblem(
                line, Phrase("\(error.key.label) 已经是“\(error.by.title.chinese)”", "\(error.key.label) means “\(error.by.title.english)” already"))
        }
    }
}

/// What of the file was not understood.
public struct ConfigProblem: SayableError, Hashable {
    /// From 1.
    public let line: Int
    public let reason: Phrase

    init(_ line: Int, _ reason: Phrase) { (self.line, self.reason) = (line, reason) }

    public var message: Phrase { Phrase("config.toml 第 \(line) 行：\(reason.chinese)。", "config.toml, line \(line): \(reason.english).") }
}
