import CNcurses
import CTerminalGuard
import Glibc
import TerminalUI

extension NcursesTerminal {
    public func suspend(_ body: () -> Void) {
        guard window != nil else {
            body()
            return
        }
        def_prog_mode()
        leaveModes()
        endwin()
        terminal_guard_set_active(false)
        body()
        terminal_guard_set_active(true)
        resume()
    }

    public func suspendToShell() {
        suspend { terminal_guard_stop() }
    }

    /// Stops and goes on where another process asked for it.
    func answerStops() {
        if terminal_guard_take_stop() { suspendToShell() }
        if terminal_guard_take_continue() { resume() }
    }

    /// Takes the terminal again after another program had it.
    private func resume() {
        guard let window else { return }
        reset_prog_mode()
        flushinp()
        var measured = winsize()
        if ioctl(device, UInt(TIOCGWINSZ), &measured) == 0, measured.ws_col > 0, measured.ws_row > 0,
            Size(columns: Int(measured.ws_col), rows: Int(measured.ws_row)) != size
        {
            resizeterm(Int32(measured.ws_row), Int32(measured.ws_col))
            shown = nil
            decoder.take(.resize(size))
        }
        clearok(window, true)
        wrefresh(window)
        keypad(window, true)  // else only the next read would switch it on
        enterModes()
        redrawAll()
    }
}
