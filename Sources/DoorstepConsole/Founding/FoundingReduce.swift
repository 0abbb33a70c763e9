import DoorstepCore
import TerminalUI

/// The one way into a first start: an action changes the state and may ask
/// for effects.
public func reduce(_ state: inout FoundingState, _ action: FoundingAction) -> [FoundingEffect] {
    switch action {
    case .input(let event): return state.take(event)
    case .founded(let code):
        // Nobody needs it any more.
        for field in [FoundingForm.Field.passphrase, .again] { state.form.clear(field) }
        state.problem = nil
        if let code { state.stage = .recovery(code: code) } else { state.ending = .founded }
    case .notFounded(let reason):
        state.stage = .form
        state.problem = reason
    }
    return []
}

extension FoundingState {
    fileprivate mutating func take(_ event: InputEvent) -> [FoundingEffect] {
        if case .resize(let size) = event {
            self.size = size
            return []
        }
        if case .key(let stroke) = event, let effects = takeCommand(stroke) { return effects }
        switch stage {
        case .welcome(let chosen): takeOnWelcome(event, chosen)
        case .form: return takeInForm(event)
        case .withoutPassphrase: return takeAnswer(event)
        case .making: break
        case .recovery:
            // Whoever cannot see the code has not written it down.
            if isShown, event.plainKey == "y" { ending = .founded }
        }
        return []
    }

    /// What works everywhere; nil where the key is none of that.
    private mutating func takeCommand(_ stroke: KeyStroke) -> [FoundingEffect]? {
        guard stroke.isNoText, let command = settings.keys.find(stroke, in: .locked) else { return nil }
        switch command.id {
        case .quit:
            // What is being made is there in a moment, whoever leaves.
            if stage != .making { ending = isFounded ? .founded : .left }
        case .language: language = language == .chinese ? .english : .chinese
        case .suspend: return [.suspend]
        case .redraw: return [.redraw]
        default: break
        }
        return []
    }

    /// The store is on the disk, and leaving does not undo it.
    private var isFounded: Bool { if case .recovery = stage { true } else { false } }

    // MARK: - Welcome

    private mutating func takeOnWelcome(_ event: InputEvent, _ chosen: Offer) {
        let all = Offer.allCases
        func next(_ step: Int) -> Stage { .welcome(chosen: all[(chosen.rawValue + step + all.count) % all.count]) }
        if case .key(let stroke) = event {
            switch stroke.key {
            case .up, .backTab: return stage = next(-1)
            case .down, .tab: return stage = next(1)
            case .enter: return begin(chosen)
            default: break
            }
        }
        switch event.plainKey {
        case "1": begin(.station)
        case "2": begin(.demonstration)
        case "q": ending = .left
        default: break
        }
    }

    private mutating func begin(_ offer: Offer) {
        switch offer {
        case .station: stage = .form
        case .demonstration: ending = .demonstration
        }
    }

    // MARK: - The form

    private mutating func takeInForm(_ event: InputEvent) -> [FoundingEffect] {
        if case .key(let stroke) = event {
            switch stroke.key {
            case .escape:
                goBack(orTo: .welcome(chosen: .station))
                return []
            case .up:
                goBack(orTo: .form)
                return []
            case .backTab:
                if form.chosenName != nil, form.focus == .place { form.complete(by: -1) } else { goBack(orTo: .form) }
                return []
            case .tab where form.focus == .place && !form.names.isEmpty:
                form.complete(by: 1)
                return []
            case .enter, .down, .tab: return goOn(sendsOff: stroke.key == .enter)
            default: break
            }
        }
        if form.type(event, places) { problem = nil }
        return []
    }

    /// To the field before this one.
    private mutating func goBack(orTo start: Stage) {
        if let field = FoundingForm.Field(rawValue: form.focus.rawValue - 1) { form.focus = field } else { stage = start }
    }

    /// To the next field where nothing is wrong with this one.
    ///
    /// - Parameter sendsOff: whether the key does, on the last field.
    private mutating func goOn(sendsOff: Bool) -> [FoundingEffect] {
        guard form.check(form.focus, places, shortestPassphrase: shortestPassphrase) else { return [] }
        if form.focus == .passphrase, form.field(.passphrase).isEmpty {
            if let wrong = firstWrong(upTo: .caseworker) { form.focus = wrong } else { stage = .withoutPassphrase }
            return []
        }
        if let field = FoundingForm.Field(rawValue: form.focus.rawValue + 1) {
            form.focus = field
            return []
        }
        return sendsOff ? make() : []
    }

    private mutating func firstWrong(upTo last: FoundingForm.Field) -> FoundingForm.Field? {
        FoundingForm.Field.allCases.first { $0.rawValue <= last.rawValue && !form.check($0, places, shortestPassphrase: shortestPassphrase) }
    }

    private mutating func make() -> [FoundingEffect] {
        if let wrong = firstWrong(upTo: .again) {
            (stage, form.focus) = (.form, wrong)
            return []
        }
        guard let station = form.station(places) else { return [] }
        stage = .making
        problem = nil
        return [.found(station)]
    }

    // MARK: - Without a passphrase

    private mutating func takeAnswer(_ event: InputEvent) -> [FoundingEffect] {
        switch event {
        case .key, .text:
            guard event.plainKey == "y" else {
                stage = .form
                return []
            }
            return make()
        case .paste, .mouse, .resize: return []
        }
    }
}

extension KeyStroke {
    /// Not one that a text field takes for a letter.
    fileprivate var isNoText: Bool {
        if case .function = key { return true }
        return control
    }
}

extension InputEvent {
    /// The letter that was meant, also where an input method was left on.
    fileprivate var plainKey: Character? {
        switch self {
        case .key(let stroke): stroke.halfWidth().plainCharacter.map { Character($0.lowercased()) }
        case .text(let text): KeyStroke.halfWidth(of: text).flatMap { $0.count == 1 ? $0[0].plainCharacter.map { Character($0.lowercased()) } : nil }
        case .paste, .mouse, .resize: nil
        }
    }
}
