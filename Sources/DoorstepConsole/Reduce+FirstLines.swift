import DoorstepCore
import TerminalUI

/// The first lines of the lists, while the store is being read whole.
extension ConsoleState {
    /// Shows the lines that are there. A line that was chosen before the
    /// console was locked is chosen again; where it is not among them, it is when
    /// the whole list comes.
    mutating func show(_ first: FirstLines) -> [Effect] {
        // Read before the console was locked, or overtaken.
        guard model == nil, lock == nil || !hasPassphrases else { return [] }
        firstLines = first.model
        let height = Layout(size).height
        for (kind, shown) in first.lists where lists[kind]?.items == nil {
            lists[kind]?.items = shown.items
            lists[kind]?.firstLines = shown.isWhole ? .whole : .some
            let position = lists[kind]?.awaited.flatMap { shown.items.firstIndex(of: $0) } ?? 0
            lists[kind]?.state.select(position, count: shown.items.count, height: height)
        }
        return matches == nil ? followCursor() : []
    }

    /// What a command says that has to wait for the rest; nil where it need
    /// not wait.
    func stillReading(_ command: Command.ID) -> Message? {
        guard model == nil, command.needsWholeStation else { return nil }
        return isUnreadable ? Message(Words.notReadWhole, .error) : Message(Words.stillReading)
    }

    /// Narrows the list by what was typed, or says that it will be.
    mutating func narrowAsTyped() -> [Effect] {
        if model == nil, !isUnreadable { message = Message(Words.narrowsLater) }
        return [narrow(list.kind)]
    }

    /// What stands where matches will.
    var waitingForMatches: Phrase { model != nil ? Words.ranking : isUnreadable ? Words.notReadWhole : Words.matchesLater }

    /// What was said of waiting is over.
    mutating func forgetWaiting() {
        firstLines = nil
        isUnreadable = false
        // Whoever was put off is told; what was typed is looked for by itself.
        if message?.text == Words.stillReading { message = Message(Words.readNow, .good) }
        if message?.text == Words.narrowsLater { message = nil }
    }

    /// The store cannot be read. What there is of it stays in sight.
    mutating func endReading(_ reason: Phrase) {
        isUnreadable = true
        message = Message(reason, .error)
    }
}
