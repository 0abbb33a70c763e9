import CNcurses
import TerminalDevice
import TerminalUI

/// What was asked of the terminal: how wide it draws a sign.
struct WidthQuestion {
    /// Where the sign is printed, from 0: not on the first row, where the
    /// answer could not be told from a function key.
    static let row = 1
    static let sign = "…"
    /// How long the first screen waits for the answer, in milliseconds.
    static let patience: Int64 = 200
    /// How long an answer may be on its way, and how long its bytes may stand
    /// apart so that none of them is taken for a key.
    private static let memory: Int64 = 5000
    private static let slowest = 500

    /// When it was asked; nil where no answer is on its way.
    var asked: Int64?
    /// Keys came before the answer and wait to be handed out.
    var hasReadAhead = false

    /// How long an escape may be the beginning of a sequence.
    func delay(_ usual: Int) -> Int { asked == nil ? usual : max(usual, WidthQuestion.slowest) }

    func isForgotten(at time: Int64) -> Bool { asked.map { time - $0 > WidthQuestion.memory } ?? false }
}

extension NcursesTerminal {
    /// Prints an ambiguous sign, asks where the cursor came to stand, and
    /// takes the sign away. What is typed meanwhile is kept. A terminal that
    /// does not answer in time draws narrow; an answer that comes late is
    /// passed over.
    func askWidth() {
        guard size.rows > WidthQuestion.row, size.columns > 4 else { return }
        let place = "\u{1B}[\(WidthQuestion.row + 1);1H"
        question.asked = SteadyClock.now
        set_escdelay(Int32(clamping: question.delay(options.escapeDelay)))
        // Back to where curses left the cursor when it cleared the screen.
        send(Array("\(place)\(WidthQuestion.sign)\u{1B}[6n\(place)    \u{1B}[1;1H".utf8))
        let deadline = SteadyClock.now + WidthQuestion.patience
        while question.asked != nil, !isLost, SteadyClock.now < deadline {
            let (isReady, isWoken) = wait(milliseconds: Int(deadline - SteadyClock.now))
            // A wake is for whoever reads the events.
            if isWoken { waker.wake() }
            guard isReady || !isWoken, terminationRequested == nil else { break }
            if isReady {
                drain()
                question.hasReadAhead = true
            }
        }
    }

    /// Where the cursor stood behind the sign.
    func takeReport(row: Int, column: Int) {
        guard let asked = question.asked else { return }
        forgetQuestion()
        guard row == WidthQuestion.row + 1, SteadyClock.now - asked <= WidthQuestion.patience, shown == nil else { return }
        width = DisplayWidth(ambiguous: column == 3 ? .wide : .narrow)
    }

    /// An answer that has not come by now never will.
    func forgetQuestionInTime() {
        if question.isForgotten(at: SteadyClock.now) { forgetQuestion() }
    }

    private func forgetQuestion() {
        question.asked = nil
        set_escdelay(Int32(clamping: options.escapeDelay))
    }
}
