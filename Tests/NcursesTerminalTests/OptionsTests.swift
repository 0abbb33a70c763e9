import Testing
import TerminalUI

@testable import NcursesTerminal

@Suite("What the environment asks of the terminal")
struct OptionsTests {
    private func options(_ environment: [String: String]) -> NcursesTerminal.Options {
        .from { environment[$0] }
    }

    @Test("The terminal's name is TERM, empty where there is none")
    func name() {
        #expect(options(["TERM": "xterm"]).terminalName == "xterm")
        #expect(options([:]).terminalName == "")
    }

    @Test("NO_COLOR takes colours away, unless it is empty")
    func color() {
        #expect(options([:]).usesColor)
        #expect(options(["NO_COLOR": ""]).usesColor)
        #expect(!options(["NO_COLOR": "1"]).usesColor)
    }

    @Test("Escape waits longer over a network, and as long as ESCDELAY says")
    func escapeDelay() {
        #expect(options([:]).escapeDelay == 25)
        #expect(options(["SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"]).escapeDelay == 100)
        #expect(options(["SSH_CONNECTION": "x", "ESCDELAY": "50"]).escapeDelay == 50)
        #expect(options(["ESCDELAY": "soon"]).escapeDelay == 25)
        #expect(options(["ESCDELAY": "-1"]).escapeDelay == 0)
    }

    @Test("A cell that the C library measures otherwise is drawn as a stand-in of its width")
    func standIns() throws {
        try UnicodeLocale.establish()
        func text(_ text: String, _ columns: Int) -> String {
            String(String.UnicodeScalarView(CellText.scalars(of: text, columns: columns)
                .compactMap { Unicode.Scalar(UInt32($0)) }))
        }
        #expect(text("张", 2) == "张")
        #expect(text("e\u{301}", 1) == "e\u{301}")
        #expect(text("“", 2) == "\u{FF02}")
        #expect(text("…", 2) == "..")
        #expect(text("α", 2) == "? ")
        #expect(text("\u{378}", 1) == "?")
    }

    @Test("Inside tmux what is copied is handed through")
    func tmux() {
        #expect(options(["TMUX": "/tmp/tmux-0/default,1,0"]).isInsideTmux)
        #expect(!options(["TMUX": ""]).isInsideTmux && !options([:]).isInsideTmux)
    }
}
