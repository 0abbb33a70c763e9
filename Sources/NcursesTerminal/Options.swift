import Glibc
import TerminalUI

extension NcursesTerminal {
    /// What the terminal is to be taken for, and what is to be used of it.
    public struct Options: Hashable, Sendable {
        /// The value of `TERM`.
        public var terminalName: String
        /// Without colour only bold, dim, underline and reverse are used.
        public var usesColor: Bool
        public var usesMouse: Bool
        /// Colours that can be read on a light background are used.
        public var isLight: Bool
        /// How long an escape may be the beginning of a sequence before it is
        /// the Escape key, in milliseconds.
        public var escapeDelay: Int
        /// Where the terminal is. The controlling terminal rather than the
        /// standard streams, so that those may be pipes.
        public var devicePath: String
        /// Whether to answer to signals. Tests go without.
        public var handlesSignals: Bool
        /// How wide the terminal draws ambiguous signs; nil to ask it.
        public var ambiguousWidth: AmbiguousWidth?
        /// Within tmux, which hands on to its own terminal what it is asked to.
        public var isInsideTmux: Bool

        public init(
            terminalName: String, usesColor: Bool = true, usesMouse: Bool = true,
            isLight: Bool = false, escapeDelay: Int = 25, devicePath: String = "/dev/tty", handlesSignals: Bool = true,
            ambiguousWidth: AmbiguousWidth? = .narrow, isInsideTmux: Bool = false
        ) {
            self.terminalName = terminalName
            self.usesColor = usesColor
            self.usesMouse = usesMouse
            self.isLight = isLight
            self.escapeDelay = escapeDelay
            self.devicePath = devicePath
            self.handlesSignals = handlesSignals
            self.ambiguousWidth = ambiguousWidth
            self.isInsideTmux = isInsideTmux
        }

        /// The options that the environment asks for: `TERM`, `NO_COLOR`,
        /// `ESCDELAY`, `TMUX`, `COLORFGBG` (`0;15` tells of a light background), and a longer delay where `SSH_CONNECTION` tells that
        /// keys come over a network.
        public static func fromEnvironment(usesMouse: Bool = true) -> Options {
            from(usesMouse: usesMouse) { name in getenv(name).map { String(cString: $0) } }
        }

        /// ``fromEnvironment(usesMouse:)`` with any environment.
        public static func from(usesMouse: Bool = true, environment: (String) -> String?) -> Options {
            let isRemote = environment("SSH_CONNECTION")?.isEmpty == false
            let delay = environment("ESCDELAY").flatMap { Int($0) }.map { max(0, min($0, 5000)) }
            return Options(
                terminalName: environment("TERM") ?? "",
                usesColor: environment("NO_COLOR")?.isEmpty ?? true,
                usesMouse: usesMouse,
                isLight: environment("COLORFGBG")?.split(separator: ";").last.flatMap { Int($0) }.map { $0 == 7 || $0 == 15 } ?? false,
                escapeDelay: delay ?? (isRemote ? 100 : 25), isInsideTmux: environment("TMUX")?.isEmpty == false)
        }
    }
}
