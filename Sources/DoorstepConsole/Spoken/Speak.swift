import DoorstepCore
import TerminalUI

/// Says the state, as `render` draws it: the only thing that does.
public func speak(_ state: ConsoleState) -> Spoken {
    var state = state
    state.model?.turned = state.turned
    state.model?.called = state.called
    state.model?.explained = state.planning.explained
    state.firstLines?.turned = state.turned
    var spoken = Spoken(state.language)
    if let lock = state.lock {
        spoken.addLock(lock, state)
        return spoken
    }
    spoken.add(.message, state.shownMessage(counted: false)?.text, identity: String(state.messageNumber))
    spoken.addStation(state)
    switch state.overlay {
    case .help(let view)?: spoken.addHelp(view, state)
    case .command(let prompt)?: spoken.addCommand(prompt, state)
    case .step(let form)?: spoken.addStep(form)
    case .record(let form)?: spoken.addRecord(form)
    case .export(let prompt)?: spoken.addExport(prompt)
    case .counterpart(let search)?: spoken.addCounterpart(search, state)
    case .findings(let view)?: spoken.addFindings(view, state)
    case .why(let view)?: spoken.addWhy(view, state)
    case .reveal(let prompt)?: spoken.addReveal(prompt, state)
    case .service(let form)?: spoken.addService(form, state)
    case .saveSearch(let prompt)?: spoken.addSearchPrompt(prompt, state)
    case .searches(let view)?: spoken.addSearches(view, state)
    case .importing(let view)?: spoken.addImport(view, state)
    case .planRefusal(let form)?: spoken.addPlanRefusal(form, state)
    case .planSettings(let form)?: spoken.addPlanSettings(form)
    case .doubles(let view)?: spoken.addDoubles(view, state)
    case nil:
        if let view = state.matches {
            spoken.addMatches(view, state)
        } else if state.current == .plan {
            spoken.addPlan(state)
        } else if let page = state.current.page {
            spoken.addPage(page, state)
        } else {
            spoken.addList(state)
        }
    }
    spoken.addKeys(state)
    return spoken
}

extension Spoken {
    /// What stands on the first row of every screen.
    fileprivate mutating func addStation(_ state: ConsoleState) {
        let note: Phrase? = switch state.storeNote {
        case .none: nil
        case .withoutPassphrase: Words.open
        case .demonstration: Words.demo
        case .readOnly: Words.readOnly
        }
        let names = [state.stationName, state.caseworker, state.day.description].map { Phrase(verbatim: $0) }
        add(.station, .clauses(names + [note].compactMap(\.self)))
        add(.notes, [state.isHalted ? Words.haltedAloud : nil, state.turned == nil ? nil : Words.turnedAloud].compactMap(\.self))
        add(.tour, state.tour.map { tour in Phrase(tour.row(state.settings.keys, .chinese), tour.row(state.settings.keys, .english)) })
    }

    /// The hints of the last row.
    fileprivate mutating func addKeys(_ state: ConsoleState) {
        if let keys = Chrome.overlayKeys(state) {
            addHints(state.overlay?.name ?? "", keys)
        } else {
            let hints = Chrome.hints(state).map { Phrase("\($0.key) \($0.text)", "\($0.key)\($0.text)") }
            addHints(state.matches != nil ? "matches" : state.current.list.map { $0 == .ledger ? "ledger" : "list" } ?? (state.current == .plan ? "plan" : "page"), .clauses(hints))
        }
    }

    /// While it is locked nothing else is said.
    fileprivate mutating func addLock(_ lock: LockView, _ state: ConsoleState) {
        add(.title, .clauses([Words.locked, Phrase(verbatim: state.stationName)]))
        guard let caseworker = lock.caseworker else {
            add(.line, .clauses([Words.withoutPassphrase, Words.enterGoesOn]))
            return
        }
        if lock.isTrying { add(.progress, Words.unlocking) }
        add(.error, lock.error)
        let wait = lock.wait(at: state.second)
        // Not counted down aloud.
        if lock.waitsUntil > 0 { add(.wait, wait > 0 ? Words.wait(wait) : Words.waitIsOver, identity: "\(lock.waitsUntil)") }
        let position = lock.caseworkers.count > 1 ? Phrase(verbatim: " \(lock.chosen + 1)/\(lock.caseworkers.count)") : Phrase(verbatim: "")
        add(.line, .labelled(Words.caseworker, Phrase(verbatim: caseworker) + position))
        addHints("lock", lock.caseworkers.count > 1 ? Words.lockKeysOfMany : Words.lockKeys)
        type(.labelled(Words.passphrase, Phrase(verbatim: "")), lock.field)
    }
}

extension Overlay {
    /// Under which its keys are kept in mind.
    fileprivate var name: String {
        switch self {
        case .help: "help"
        case .command: "command"
        case .step: "step"
        case .record: "record"
        case .export: "export"
        case .counterpart: "counterpart"
        case .why: "why"
        case .findings: "findings"
        case .reveal: "reveal"
        case .service(let form): form.purpose == .call ? "call" : "service"
        case .saveSearch(let prompt): prompt.taken == nil ? "saveSearch" : "replaceSearch"
        case .searches(let view): view.asked == nil ? "searches" : "removeSearch"
        case .importing(let view): view.keysName
        case .doubles(let view): view.keysName
        case .planRefusal: "planRefusal"
        case .planSettings: "planSettings"
        }
    }
}
