import DoorstepCore
import TerminalUI

/// Services and calls, and what came of what was due.
extension ConsoleState {
    // MARK: - Opening the form

    /// The person or job that the cursor stands on.
    var servedSubject: Service.Subject? {
        if let matches {
            guard let match = panel.ranking?.line(matches.state.selection) else { return nil }
            if case .job = matches.target { return .person(match.person) }
            return .job(match.job)
        }
        if let about = page?.selected?.about { return model.flatMap { about.subject($0.register) } }
        switch current.list {
        case .people?: return list.selected.map { .person($0) }
        case .jobs?: return list.selected.map { .job($0) }
        case .ledger?, nil: return nil
        }
    }

    /// Records a service for whoever the cursor stands on.
    mutating func openService() -> [Effect] {
        guard model != nil else { return say(Words.opening) }
        guard let subject = servedSubject else { return say(Words.chooseFirst) }
        message = nil
        overlay = .service(ServiceForm(subject, .service, ServiceForm.services(for: subject.kind), day: day))
        return []
    }

    /// Shows the telephone, once that is in the journal, and asks what came of
    /// the call.
    mutating func openCall() -> [Effect] {
        guard let model else { return say(Words.opening) }
        guard let subject = servedSubject else { return say(Words.chooseFirst) }
        guard !model.telephone(of: subject, isWhole: true).isEmpty else { return say(Words.noTelephone) }
        let about = page?.selected?.about
        let placement: RecordID? = if case .followUp(let call)? = about, case .placement(let id) = call.subject { id } else { nil }
        message = nil
        overlay = .service(ServiceForm(subject, placement: placement, .call, ServiceForm.outcomes, day: day))
        guard case .person(let id) = subject, called != id, revealed != id, let reason = RevealReason(.call) else { return [] }
        return [.reveal(id, shown: [.telephone], reason)]
    }

    /// What came of what is due; on other lines, the record that they are of.
    mutating func openResult() -> [Effect] {
        guard let model else { return say(Words.opening) }
        guard let about = page?.selected?.about else { return openPageLine() }
        guard case .followUp(let call) = about else { return show(about) }
        let records = FollowUpRecords(call, model.register)
        guard let subject = about.subject(model.register) else { return say(Words.chooseFirst) }
        let isDayWork = records.job.map { model.catalogue.kinds.isDayWork($0) } ?? false
        let choices = ServiceForm.results(call, records, isDayWork: isDayWork)
        guard !choices.isEmpty else { return say(Words.chooseFirst) }
        message = nil
        overlay = .service(ServiceForm(subject, placement: records.placement?.id, .followUp, about: call.told(day), choices, day: day))
        return []
    }

    /// The line's record, in the list that it stands in.
    mutating func show(_ about: PageLine.About) -> [Effect] {
        let (kind, id): (ListKind, RecordID) =
            switch about {
            case .person(let id): (.people, id)
            case .job(let id): (.jobs, id)
            case .placement(let id): (.ledger, id)
            case .followUp(let call): (.ledger, call.subject.id)
            case .plan(let entry):
                switch entry.subject {
                case .person(let id): (.people, id)
                case .job(let id): (.jobs, id)
                }
            }
        let origin = current
        current = kind.screen
        list.field.replace(with: "")
        // Who seeks no more, or a job that is filled, is in no list of its own.
        let isListed = model.map { model in kind.spec.records.position(of: id, model.register).map { kind.spec.isListed($0, model) } ?? false } ?? true
        list.entries = isListed ? nil : ListEntries(Words.theChosen, [id])
        list.entries?.origin = origin
        list.awaited = id
        list.items = nil
        return [narrow(kind)]
    }

    // MARK: - Keys

    mutating func take(_ event: InputEvent, _ form: ServiceForm) -> [Effect] {
        guard !form.isSaving else { return [] }
        var form = form
        let wasAsked = form.isAskedToDrop
        form.isAskedToDrop = false
        if case .key(let stroke) = event {
            form.error = nil
            switch (stroke.key, stroke.control) {
            case (.escape, _):
                guard form.isChanged, !wasAsked else {
                    overlay = nil
                    message = nil
                    return []
                }
                form.isAskedToDrop = true
                overlay = .service(form)
                return say(Words.escAgain)
            case (.enter, _), (.character("s"), true): return save(form)
            case (.character("o"), true):
                overlay = .service(form)
                return openEditor()
            case (.tab, _), (.down, _): form.moveFocus(by: 1)
            case (.backTab, _), (.up, _): form.moveFocus(by: -1)
            default:
                if form.focus == .choice, let digit = stroke.halfWidth().plainCharacter?.wholeNumberValue {
                    guard form.choices.indices.contains(digit - 1) else { return [] }
                    form.chosen = digit - 1
                    // What came of a call is one key, but for the day agreed on.
                    if form.purpose == .call, form.choice != .call(.postponed) { return save(form) }
                    if form.choice == .call(.postponed) { form.focus = .again }
                } else {
                    form.edit(event)
                }
            }
        } else if case .text(let text) = event, form.focus == .choice, let strokes = KeyStroke.halfWidth(of: text) {
            overlay = .service(form)
            return strokes.flatMap { takeInOverlay(.key($0)) }
        } else {
            form.edit(event)
        }
        overlay = .service(form)
        return []
    }

    private mutating func save(_ form: ServiceForm) -> [Effect] {
        var form = form
        func refuse(_ field: ServiceForm.Field, _ reason: Phrase) -> [Effect] {
            form.error = reason
            form.focus = field
            overlay = .service(form)
            return []
        }
        guard let model else { return say(Words.opening) }
        guard let date = CellReading.day(form.date.text) else { return refuse(.date, Words.badDate) }
        let note = PlainText.trimmed(form.note.text)
        let effect: Effect
        switch form.choice {
        case .service, .call:
            var (kind, outcome, again) = (ServiceKind.call, CallOutcome?.none, Day?.none)
            if case .service(let chosen) = form.choice { kind = chosen }
            if case .call(let chosen) = form.choice { outcome = chosen }
            if outcome == .postponed {
                again = CellReading.day(form.again.text)
                if again == nil { return refuse(.again, Words.badDate) }
            }
            let draft = ServiceDraft(form.subject, kind, outcome: outcome, placement: form.placement, again: again, date: date, note: note)
            do throws(ServiceRefusal) {
                try model.register.admit(draft, asOf: day)
            } catch {
                return refuse(again.map { $0 <= date } == true ? .again : .date, error.message)
            }
            effect = .saveService(draft)
        case .step(let stage, let party, let paid):
            guard let placement = form.placement else { return [] }
            effect = .saveStep(
                StepDraft(.placement(placement), stage: stage, party: party, date: date, note: note, evidence: paid.map { [.paid: .yes($0)] } ?? [:]))
        case .job(let status):
            guard case .job(let id) = form.subject, let before = EditedRecord(.job, id, model.register) else { return [] }
            do throws(FieldProblems) {
                let edit = try RecordEditor(model.register, model.catalogue, day: day, namesNearestSkills: false)
                    .read(.job, changed: ["status": status.phrase(language)], before: before)
                effect = .saveRecord(edit, .made)
            } catch {
                return refuse(.choice, error.byField.values.first?.message ?? Words.badDate)
            }
        }
        form.isSaving = true
        overlay = .service(form)
        return [effect]
    }

    // MARK: - What came of it

    /// It is on disk.
    mutating func acknowledge(_ service: Service, _ purpose: StepPurpose, _ sequence: Int) -> [Effect] {
        model?.take([.service(service)])
        advance(to: sequence)
        isHalted = false
        switch purpose {
        case .made:
            if case .service? = overlay { overlay = nil }
            // Locked meanwhile, the console keeps nothing of anybody.
            if model != nil { history.add(service) }
            message = Message(Words.saved + service.told, .good)
        case .tookBack:
            history.isWaiting = false
            let former = history.tookBack(service)
            message = Message(Words.tookBack + told(former ?? service), .good)
        case .madeAgain:
            history.isWaiting = false
            history.madeAgain(service)
            message = Message(Words.madeAgain + told(service), .good)
        }
        return refresh()
    }

    /// What a message says of a service.
    private func told(_ service: Service) -> Phrase {
        let name = model.map { PageLine.About(service.subject).name($0) } ?? service.subject.id.text
        return service.what + Phrase(verbatim: " \(name)")
    }

    /// What the store refuses is said in the form that asked for it.
    mutating func refuseService(_ reason: Phrase, _ purpose: StepPurpose) {
        if purpose == .made, refuseService(reason) { return }
        if purpose != .made { history.isWaiting = false }
        message = Message(reason, .error)
    }

    /// - Returns: false where no such form waits for an answer.
    mutating func refuseService(_ reason: Phrase) -> Bool {
        guard case .service(var form)? = overlay else { return false }
        form.isSaving = false
        form.error = reason
        overlay = .service(form)
        return true
    }
}

extension ServiceForm {
    /// A key that is neither leave, save nor move.
    fileprivate mutating func edit(_ event: InputEvent) {
        switch focus {
        case .choice:
            guard case .key(let stroke) = event else {
                // What an input method commits here is meant as a note.
                if case .mouse = event { return }
                focus = .note
                _ = note.handle(event)
                return
            }
            switch stroke.key {
            case .left: chosen = (chosen + choices.count - 1) % choices.count
            case .right, .character(" "): chosen = (chosen + 1) % choices.count
            default: break
            }
        case .again: _ = again.handle(event)
        case .date: _ = date.handle(event)
        case .note: _ = note.handle(event)
        }
    }
}

extension StationModel {
    /// Of a person their own, of a job its contact's or its employer's; empty
    /// where there is none, or it is hidden.
    func telephone(of subject: Service.Subject, isWhole: Bool) -> String {
        switch subject {
        case .person(let id):
            let number = person(id)?.telephone ?? ""
            return isWhole ? number : number.isEmpty ? "" : Masking.telephone(number)
        case .job(let id):
            guard let job = job(id) else { return "" }
            return job.telephone.isEmpty && turned == nil ? register.employers[job.employer]?.telephone ?? "" : job.telephone
        }
    }
}
