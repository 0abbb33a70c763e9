import Dispatch
import DoorstepConsole
import DoorstepCore
import DoorstepStore
import Foundation
import Synchronization

/// Carries out effects beside the keyboard and posts their answers.
///
/// Searching and matching run on a register that does not change under
/// them; what touches the store runs one after the other on a queue of its
/// own.
final class EffectRunner: Sendable {
    private let desk: Desk
    private let opening: Opening
    let mailbox: Mailbox<Action>
    let questions = Questions()
    let intake = IntakeDesk()
    let storeQueue = DispatchQueue(label: "store", qos: .userInitiated)
    /// Behind all that somebody waits for.
    private let backupQueue = DispatchQueue(label: "backup", qos: .utility)
    private let isLeaving = Atomic(false)
    let workQueue = DispatchQueue(label: "work", qos: .userInitiated, attributes: .concurrent)
    /// One sheet after the other.
    let intakeQueue = DispatchQueue(label: "intake", qos: .userInitiated)

    /// How many matches the console asks for.
    private static let matchLimit = 200

    /// - Parameter opening: reads the desk's store.
    init(desk: Desk, mailbox: Mailbox<Action>, _ opening: @escaping Opening) {
        self.desk = desk
        self.opening = opening
        self.mailbox = mailbox
    }

    /// How a store comes to be shown: hands over what there is as soon as
    /// there is something, and again where there is more to it.
    typealias Opening = @Sendable (_ show: (StationReading) -> Void) throws -> Void

    /// Reads the store; answers `begun` and `opened`, each perhaps twice, or
    /// `notOpened`.
    private func open() {
        storeQueue.async { [desk, mailbox, opening] in
            do {
                try opening { reading in
                    switch reading {
                    case .first(let lines): mailbox.post(.begun(lines))
                    case .whole(let loaded):
                        mailbox.post(.opened(desk.model(loaded)))
                        if let problem = loaded.problems.first { mailbox.post(.failed(problem.message)) }
                    }
                }
            } catch {
                mailbox.post(.notOpened(Desk.phrase(for: error)))
            }
        }
    }

    /// Looks whether another program changed the store.
    func lookForChanges(since model: StationModel) {
        storeQueue.async { [desk, mailbox] in
            do {
                guard let news = try desk.changes(since: model.sequence) else { return }
                let (settings, problems) = StationSettings.reading(news.settings)
                mailbox.post(.caughtUp(news.all, settings: settings, searches: model.readings(of: news.searches), sequence: news.sequence))
                if let problem = problems.first { mailbox.post(.failed(problem.message)) }
                mailbox.post(.caseworkers(try desk.store.caseworkers(), isLocked: desk.store.isLocked))
            } catch where desk.store.haltedBy == nil {
                mailbox.post(.failed(Desk.phrase(for: error)))
            } catch {
                mailbox.post(.halted(Desk.phrase(for: error)))
            }
        }
    }

    /// Says that something was not saved; and where it was for the disk's
    /// sake, that nothing will be.
    static func refuse(_ error: any Error, _ desk: Desk, _ mailbox: Mailbox<Action>, as action: (Phrase) -> Action) {
        let reason = Desk.phrase(for: error)
        mailbox.post(action(reason))
        if desk.store.haltedBy != nil { mailbox.post(.halted(reason)) }
    }

    /// - Parameter state: which the effect came out of.
    func run(_ effect: Effect, _ state: ConsoleState) {
        switch effect {
        case .open: open()
        case .lock: lock()
        case .unlock(let caseworker, let passphrase): unlock(caseworker, passphrase)
        case .listFolder(let path, let generation): list(path, generation)
        case .stopIntake(let generation): intake.ask(generation)
        case .stopStoring: intake.stopStoring()
        case .endIntake(let generation):
            intake.ask(generation)
            // Once what is under way has let go of it.
            intakeQueue.async { [intake] in if !intake.isOld(generation) { intake.forget() } }
        default:
            // Without a register there is nothing to ask.
            if let model = state.model { run(effect, model, desk.acting(as: state.caseworker).speaking(state.language)) }
        }
    }

    /// Gives the keys up, once what was to be saved before is.
    private func lock() {
        questions.forget()
        intake.ask(-1)
        intakeQueue.async { [intake] in intake.forget() }
        storeQueue.async { [desk, mailbox] in
            desk.store.lock()
            do {
                mailbox.post(.caseworkers(try desk.store.caseworkers(), isLocked: desk.store.isLocked))
            } catch {
                mailbox.post(.failed(Desk.phrase(for: error)))
            }
        }
    }

    private func unlock(_ caseworker: String, _ passphrase: String) {
        storeQueue.async { [desk, mailbox] in
            do throws(StoreError) {
                mailbox.post(.unlocked(as: try desk.store.unlock(Passphrase(passphrase), as: caseworker, now: Surroundings.now())))
            } catch .wrongPassphrase(let wait) {
                mailbox.post(.unlockRefused(.wrong(wait: wait)))
            } catch .slowedDown(let wait) {
                mailbox.post(.unlockRefused(.tooSoon(wait: wait)))
            } catch {
                mailbox.post(.unlockRefused(.other(error.message)))
            }
        }
    }

    private func run(_ effect: Effect, _ model: StationModel, _ desk: Desk) {
        switch effect {
        case .narrow(let kind, let query, let sort, let generation):
            let question = "narrow-\(kind.rawValue)"
            questions.ask(question, generation)
            workQueue.async { [mailbox, questions] in
                let found = Narrowing.run(kind, query: query, sort: sort, model) { questions.isOld(question, generation) }
                guard let found else { return }
                mailbox.post(.narrowed(kind, generation: generation, found))
            }
        case .rank(let target, let generation):
            questions.ask("rank", generation)
            workQueue.async { [mailbox, questions] in
                guard let ranking = model.ranking(target, limit: Self.matchLimit, isCancelled: { questions.isOld("rank", generation) }) else { return }
                mailbox.post(.ranked(generation: generation, ranking))
            }
        case .makePage(let screen, let topic, let generation):
            let question = "page-\(screen.rawValue)"
            questions.ask(question, generation)
            workQueue.async { [mailbox, questions] in
                let lines = screen.lines(model, caseworker: desk.caseworker, topic: topic) { questions.isOld(question, generation) }
                if let lines { mailbox.post(.pageMade(screen, generation: generation, lines)) }
            }
        case .makePlan(let wish, let isAnew, let generation): makePlan(wish, isAnew: isAnew, model, generation)
        case .stopPlan(let generation): questions.ask("plan-stop", generation)
        case .explainPlan(let subject, let generation): explainPlan(subject, model, generation)
        case .acceptPlan(let pairs, let date): accept(pairs, on: date, model, desk)
        case .makeIndex(let generation):
            // Behind the match under the cursor, which is waited for.
            DispatchQueue.global(qos: .utility).async { [self] in
                mailbox.post(.indexed(MatchIndex(model.matcher), generation: generation))
                do {
                    let readings = try Resources.readings()
                    let index = SearchIndex(model.register, model.catalogue, readings, sounds: model.settings.sounds)
                    mailbox.post(.searchable(index, generation: generation))
                    model.orders.prepare(model) { self.isLeaving.load(ordering: .relaxed) }
                } catch {
                    mailbox.post(.failed(Desk.phrase(for: error)))
                }
            }
        case .makeMatchIndex(let generation):
            DispatchQueue.global(qos: .utility).async { [mailbox] in
                mailbox.post(.indexed(MatchIndex(model.matcher), generation: generation))
            }
        case .findCounterparts(let target, let query, let generation):
            questions.ask("counterparts", generation)
            workQueue.async { [mailbox, questions] in
                let found = Counterparts.run(of: target, query: query, model) { questions.isOld("counterparts", generation) }
                if let found { mailbox.post(.foundCounterparts(generation: generation, items: found)) }
            }
        case .find(let question, let generation):
            questions.ask("find", generation)
            workQueue.async { [mailbox, questions] in
                let lines = question.answer(model, isCancelled: { questions.isOld("find", generation) }) { share in
                    mailbox.post(.findingProgress(share, generation: generation))
                }
                if let lines { mailbox.post(.found(lines, generation: generation)) }
            }
        case .stopFinding(let generation):
            questions.ask("find", generation)
        case .saveStep(let draft):
            storeQueue.async { [mailbox] in
                do {
                    let step = try model.matcher.admit(draft)
                    let saved = try desk.record(step)
                    mailbox.post(.stepSaved(saved.placement, person: saved.person, sequence: saved.sequence))
                } catch {
                    Self.refuse(error, desk, mailbox, as: Action.stepRefused)
                }
            }
        case .saveService(let draft, let purpose):
            storeQueue.async { [mailbox] in
                do {
                    try model.register.admit(draft, asOf: desk.day)
                    let saved = try desk.record(draft)
                    mailbox.post(.serviceSaved(saved.service, purpose: purpose, sequence: saved.sequence))
                } catch {
                    Self.refuse(error, desk, mailbox, as: { .serviceRefused($0, purpose: purpose) })
                }
            }
        case .saveSteps(let drafts, let purpose):
            storeQueue.async { [mailbox] in
                var saved: [SavedStep] = []
                var refused: [(draft: StepDraft, reason: Phrase)] = []
                let matcher = model.matcher
                for draft in drafts {
                    do {
                        let step = try desk.record(matcher.admit(draft))
                        saved.append(SavedStep(placement: step.placement, person: step.person, sequence: step.sequence, draft: draft))
                    } catch {
                        refused.append((draft, Desk.phrase(for: error)))
                    }
                }
                let first = refused.first.map { RefusedStep(target: $0.draft.target, reason: $0.reason, of: refused.count) }
                mailbox.post(.stepsSaved(saved, refused: first, purpose: purpose))
                if let reason = first?.reason, desk.store.haltedBy != nil { mailbox.post(.halted(reason)) }
            }
        case .saveRecord(let edit, let purpose):
            storeQueue.async { [mailbox] in
                do {
                    let saved = try desk.save(edit, purpose)
                    mailbox.post(.recordSaved(saved.edit, purpose, sequence: saved.sequence))
                } catch {
                    Self.refuse(error, desk, mailbox, as: Action.recordRefused)
                }
            }
        case .reveal(let person, let shown, let reason):
            storeQueue.async { [mailbox] in
                do {
                    mailbox.post(.revealed(person, sequence: try desk.noteReveal(of: person, shown, reason)))
                } catch {
                    Self.refuse(error, desk, mailbox, as: Action.revealRefused)
                }
            }
        case .export(let selection, let path, let replacing):
            storeQueue.async { [mailbox] in
                do {
                    let rows = try desk.export(selection, model.register, to: path, replacing: replacing)
                    mailbox.post(.exported(path: path, rows: rows))
                } catch OutputError.exists {
                    mailbox.post(.exportWouldReplace)
                } catch {
                    Self.refuse(error, desk, mailbox, as: Action.exportRefused)
                }
            }
        case .writeLetter(let placement, let language, let path, let replacing):
            storeQueue.async { [mailbox] in
                do {
                    try desk.speaking(language).writeLetter(placement, model.register, model.settings, to: path, replacing: replacing)
                    mailbox.post(.letterWritten(path: path))
                } catch OutputError.exists {
                    mailbox.post(.exportWouldReplace)
                } catch {
                    Self.refuse(error, desk, mailbox, as: Action.exportRefused)
                }
            }
        case .backUpIfDue:
            backupQueue.async { [self] in
                do {
                    let watch = BackupWatch(isStopped: { [desk] in self.isLeaving.load(ordering: .relaxed) || desk.store.isLocked })
                    let receipt = try desk.store.backUpIfDue(by: desk.caseworker, now: Surroundings.now(), watch: watch)
                    mailbox.post(.backedUp(to: receipt?.path))
                } catch BackupError.stopped {
                    // Somebody locked the console or is leaving it.
                    mailbox.post(.backedUp(to: nil))
                } catch {
                    mailbox.post(.backupFailed(Desk.phrase(for: error)))
                }
            }
        case .saveSearch(let search, let replacing):
            storeQueue.async { [mailbox] in
                do {
                    let saved = try desk.save(search, replacing: replacing)
                    mailbox.post(.searchSaved(search, all: model.readings(of: saved.searches), sequence: saved.sequence))
                } catch SavedSearchError.taken(let other) {
                    mailbox.post(.searchTaken(by: other))
                } catch {
                    Self.refuse(error, desk, mailbox, as: Action.searchRefused)
                }
            }
        case .removeSearch(let search):
            storeQueue.async { [mailbox] in
                do {
                    let saved = try desk.remove(search)
                    mailbox.post(.searchRemoved(search, all: model.readings(of: saved.searches), sequence: saved.sequence))
                } catch {
                    Self.refuse(error, desk, mailbox, as: Action.searchRefused)
                }
            }
        case .findDoubles(let kind, let generation):
            questions.ask("doubles", generation)
            workQueue.async { [mailbox, questions] in
                let pairs = DoubleFinder(model.register, model.catalogue, day: model.day).pairs(kind)
                if !questions.isOld("doubles", generation) { mailbox.post(.foundDoubles(pairs, generation: generation)) }
            }
        case .saveMerge(let merge, let purpose):
            storeQueue.async { [mailbox] in
                do {
                    mailbox.post(.mergeSaved(merge, purpose, sequence: try desk.save(merge, purpose)))
                } catch {
                    Self.refuse(error, desk, mailbox, as: Action.mergeRefused)
                }
            }
        case .lookAtSheet(let request, let generation): look(at: request, model, desk, generation)
        case .decideDoubles(let request, let generation): decide(request, model, desk, generation)
        case .storeIntake(let request, let generation): store(request, model, desk, generation)
        case .writeRejects(let path, let replacing, let generation): writeRejects(to: path, replacing: replacing, desk, generation)
        case .takeBackImport(let stored): takeBack(stored, desk)
        case .makeImportAgain(let taken): makeAgain(taken, desk)
        case .listFolder, .stopIntake, .stopStoring, .endIntake, .open, .lock, .unlock, .suspend, .redraw, .tell, .copy, .editNote:
            break
        }
    }

    /// Waits until what was asked of the store is done; a backup that is
    /// under way is given up.
    func finish() {
        isLeaving.store(true, ordering: .relaxed)
        intake.ask(-1)
        storeQueue.sync {}
        backupQueue.sync {}
    }
}
