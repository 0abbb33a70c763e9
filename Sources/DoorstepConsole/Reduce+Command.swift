import DoorstepCore
import TerminalUI

extension ConsoleState {
    /// Keys of the line in which a command is called by its name.
    mutating func take(_ event: InputEvent, _ prompt: CommandPrompt) -> [Effect] {
        var prompt = prompt
        let found = prompt.found(self)
        let height = CommandOverlay.rows(size)
        if case .key(let stroke) = event {
            switch stroke.key {
            case .escape:
                overlay = nil
                return []
            case .enter where prompt.field.isEmpty && prompt.state.selection == 0:
                overlay = nil
                return []
            case .enter: return call(found.indices.contains(prompt.state.selection) ? found[prompt.state.selection] : nil)
            // The best one stands lowest.
            case .up: prompt.state.move(by: 1, count: found.count, height: height)
            case .down: prompt.state.move(by: -1, count: found.count, height: height)
            case .pageUp: prompt.state.page(by: 1, count: found.count, height: height)
            case .pageDown: prompt.state.page(by: -1, count: found.count, height: height)
            case .tab where found.indices.contains(prompt.state.selection):
                prompt.field.replace(with: found[prompt.state.selection].title(language))
                prompt.state = ListState()
            // As in an editor: what is empty is left by rubbing out its sign.
            case .backspace where prompt.field.isEmpty:
                overlay = nil
                return []
            default: if prompt.field.handle(event) { prompt.state = ListState() }
            }
        } else if case .mouse(let mouse) = event {
            let isPress = mouse.kind == .press || mouse.kind == .doublePress
            if mouse.kind == .wheelUp { prompt.state.move(by: ListState.wheelRows, count: found.count, height: height) }
            if mouse.kind == .wheelDown { prompt.state.move(by: -ListState.wheelRows, count: found.count, height: height) }
            if isPress, let index = CommandOverlay.index(at: mouse.position, prompt, count: found.count, size) {
                prompt.state.select(index, count: found.count, height: height)
                if mouse.kind == .doublePress { return call(found[index]) }
            }
        } else if prompt.field.handle(event) {
            prompt.state = ListState()
        }
        overlay = .command(prompt)
        return []
    }

    /// Runs a command where it works; else says that it does not.
    private mutating func call(_ command: Command?) -> [Effect] {
        overlay = nil
        guard let command else {
            message = Message(Words.noCommand)
            return []
        }
        guard command.works(in: scope) else {
            message = Message(Words.notHere(command.title))
            return []
        }
        return run(command.id)
    }
}
