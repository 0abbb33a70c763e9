import CNcurses
import CTerminalGuard
import Glibc
import TerminalDevice
import TerminalUI

extension NcursesTerminal {
    /// The longest the loop sleeps without looking at the terminal, in
    /// milliseconds: a change of size may have come just before it fell asleep.
    private static let longestSleep = 1000
    /// How long a paste may pause before its end is taken for lost.
    private static let pastePause = 500

    public func nextEvents(timeoutMilliseconds: Int?) -> [InputEvent] {
        let deadline = timeoutMilliseconds.map { SteadyClock.now + Int64(max(0, $0)) }
        while true {
            answerStops()
            if terminationRequested != nil { return decoder.finish() }
            let left = deadline.map { Int(max(0, min($0 - SteadyClock.now, Int64(Self.longestSleep)))) }
            var sleep = left ?? Self.longestSleep
            if decoder.isPasting { sleep = min(sleep, Self.pastePause) }
            if question.hasReadAhead { sleep = 0 }
            question.hasReadAhead = false
            forgetQuestionInTime()

            let (isReady, isWoken) = wait(milliseconds: sleep)
            drain()
            if decoder.isPasting, !isReady { decoder.endPaste() }
            let events = decoder.finish()
            let isLate = deadline.map { SteadyClock.now >= $0 } ?? false
            if !events.isEmpty || isWoken || isLate { return events }
        }
    }

    /// Waits for the keyboard or a wake.
    func wait(milliseconds: Int) -> (isReady: Bool, isWoken: Bool) {
        var descriptors = [
            pollfd(fd: isLost ? -1 : device, events: Int16(POLLIN), revents: 0),
            pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&descriptors, 2, Int32(clamping: milliseconds)) > 0 else { return (false, false) }
        let isWoken = descriptors[1].revents != 0
        if isWoken { pipe.drain() }
        if descriptors[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { isLost = true }
        return (descriptors[0].revents & Int16(POLLIN) != 0, isWoken)
    }

    private var hasBytes: Bool {
        var descriptor = pollfd(fd: device, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, 0) > 0 && descriptor.revents & Int16(POLLIN) != 0
    }

    /// Takes all that is there. Curses holds back bytes of its own while it
    /// looks for sequences, so it is asked once more after the last.
    func drain() {
        guard let window else { return }
        var failures = 0
        while true {
            let isReady = hasBytes
            if read(window) {
                failures = 0
            } else {
                guard isReady else { return }
                // A terminal that has something to read and never gives it is
                // gone.
                failures += 1
                if failures > 100 {
                    isLost = true
                    return
                }
            }
        }
    }

    /// Reads one character or key; false where there is none.
    private func read(_ window: UnsafeMutablePointer<WINDOW>) -> Bool {
        switch next(window, wait: 0) {
        case nil: return false
        case .code(let code): take(code: code)
        case .scalar("\u{1B}"): readEscape(window)
        case .scalar(let scalar): decoder.take(.scalar(scalar))
        }
        return true
    }

    private enum Piece {
        case code(Int32)
        case scalar(Unicode.Scalar)
    }

    /// The next key or character. Bytes are put together here and not by
    /// curses: that waits for the rest of a broken character, and then throws
    /// away what came instead.
    private func next(_ window: UnsafeMutablePointer<WINDOW>, wait: Int32) -> Piece? {
        wtimeout(window, wait)
        while true {
            let value = wgetch(window)
            guard value != ERR else { return nil }
            guard let byte = UInt8(exactly: value) else { return .code(value) }
            if let scalar = bytes.take(byte) { return .scalar(scalar) }
        }
    }

    private func take(code: Int32) {
        switch code {
        case KEY_RESIZE:
            shown = nil
            decoder.take(.resize(size))
        case KeyCodes.pasteStart: decoder.take(.pasteStart)
        case KeyCodes.pasteEnd: decoder.take(.pasteEnd)
        default:
            if let stroke = KeyCodes.stroke(of: code) { decoder.take(.stroke(stroke)) }
        }
    }

    /// What follows an escape that curses could not make a key of: nothing (the
    /// Escape key), a character (Alt was held), or a sequence, which is read to
    /// its end so that its letters run no commands.
    private func readEscape(_ window: UnsafeMutablePointer<WINDOW>) {
        switch next(window, wait: 0) {
        case nil:
            decoder.take(.scalar("\u{1B}"))
        case .code(let code):
            decoder.take(.scalar("\u{1B}"))
            take(code: code)
        case .scalar("\u{1B}"):
            decoder.take(.scalar("\u{1B}"))
            readEscape(window)
        case .scalar(let scalar):
            guard let form = SequenceForm(introducer: scalar) else {
                takeAlt(scalar)
                return
            }
            var sequence = String(Character(scalar))
            while sequence.unicodeScalars.count < 4096 {
                guard case .scalar(let scalar)? = next(window, wait: Int32(clamping: question.delay(options.escapeDelay))) else { break }
                sequence.unicodeScalars.append(scalar)
                if form.isEnd(scalar) { break }
            }
            if sequence == "[M" { sequence = oldMouseReport(window) }
            takeSequence(sequence)
        }
    }

    /// The older form of a mouse report, three bytes, in the newer form. Its
    /// bytes are no UTF-8.
    private func oldMouseReport(_ window: UnsafeMutablePointer<WINDOW>) -> String {
        let values = (0..<3).map { _ in max(0, Int(wgetch(window)) - 32) }
        return "[<\(values[0]);\(values[1]);\(values[2])M"
    }

    private func takeAlt(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            decoder.take(.altScalar(scalar))
        } else {
            decoder.take(.scalar("\u{1B}"))
            decoder.take(.scalar(scalar))
        }
    }

    private func takeSequence(_ sequence: String) {
        if sequence.unicodeScalars.count == 1, let scalar = sequence.unicodeScalars.first {
            decoder.take(.altScalar(scalar))
        } else if let report = EscapeSequence.cursorReport(sequence) {
            takeReport(row: report.row, column: report.column)
        } else if case .mouse(let event)? = EscapeSequence.event(for: sequence) {
            if hasMouse { decoder.take(.mouse(clicks.track(event, time: SteadyClock.now))) }
        } else {
            decoder.take(.escapeSequence(sequence))
        }
    }
}
