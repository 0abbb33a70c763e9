import Dispatch
import DoorstepConsole
import DoorstepCore
import DoorstepStore
import Synchronization

/// The plan over both lists: made on all processors beside the keyboard, and
/// accepted as one change.
extension EffectRunner {
    /// Makes the draft that is wished for, from the model's as far as that
    /// goes.
    ///
    /// - Parameter isAnew: finds the pairs in the lists as they are.
    func makePlan(_ wish: PlanSettings, isAnew: Bool, _ model: StationModel, _ generation: Int) {
        questions.ask("plan", generation)
        workQueue.async { [mailbox, questions] in
            // Stopped by whoever waits, it ends with what there is; one that
            // was overtaken is not wanted at all.
            @Sendable func isOld() -> Bool { questions.isOld("plan", generation) }
            @Sendable func isStopped() -> Bool { isOld() || !questions.isOld("plan-stop", generation) }
            let told = Told()
            do throws(PlanRefusal) {
                let sheet = try PlanSheet.make(wish, from: isAnew ? nil : model.plan, model, isStopped: isStopped) { done, all in
                    if told.isNew(done, of: all), !isOld() { mailbox.post(.planProgress(done: done, of: all, generation: generation)) }
                }
                if !isOld() { mailbox.post(.planMade(sheet, generation: generation)) }
            } catch {
                mailbox.post(.planRefused(error.message, generation: generation))
            }
        }
    }

    /// Finds out why a job's vacancy stays empty, or a person without a job.
    func explainPlan(_ subject: Service.Subject, _ model: StationModel, _ generation: Int) {
        questions.ask("plan-why", generation)
        workQueue.async { [mailbox, questions] in
            @Sendable func isOld() -> Bool { questions.isOld("plan-why", generation) }
            let reason = model.planReason(for: subject, isCancelled: isOld)
            if !isOld() { mailbox.post(.planExplained(subject, reason, generation: generation)) }
        }
    }

    /// Refers all of the pairs in one entry of the journal; those that cannot
    /// be any more are left out, and told of.
    func accept(_ pairs: [PlanPair], on date: Day, _ model: StationModel, _ desk: Desk) {
        storeQueue.async { [mailbox] in
            let matcher = model.matcher
            var admitted: [StepDraft] = []
            var refused: [(draft: StepDraft, reason: Phrase)] = []
            for pair in pairs {
                let draft = StepDraft(.pair(job: pair.job, person: pair.person), stage: .referred, date: date)
                do throws(StepRefusal) {
                    admitted.append(try matcher.admit(draft).draft)
                } catch {
                    refused.append((draft, error.message))
                }
            }
            var saved: [SavedStep] = []
            do {
                if !admitted.isEmpty {
                    let committed = try desk.commit(.plan(admitted.compactMap(\.planPair), date: date))
                    let left = Set(committed.refused.map(\.position))
                    let drafts = admitted.indices.filter { !left.contains($0) }.map { admitted[$0] }
                    saved = zip(drafts, committed.placements).map { SavedStep(placement: $1, person: nil, sequence: committed.sequence, draft: $0) }
                    refused += committed.refused.map { (admitted[$0.position], $0.refusal.message) }
                }
                let first = refused.first.map { RefusedStep(target: $0.draft.target, reason: $0.reason, of: refused.count) }
                mailbox.post(.stepsSaved(saved, refused: first))
            } catch {
                Self.refuse(error, desk, mailbox, as: Action.stepRefused)
            }
        }
    }
}

extension StepDraft {
    fileprivate var planPair: PlanPair? { if case .pair(let job, let person) = target { PlanPair(job: job, person: person) } else { nil } }
}

/// How far whoever waits was told it is: a hundred times at the most.
private final class Told: Sendable {
    private let hundredths = Atomic(-1)

    func isNew(_ done: Int, of all: Int) -> Bool {
        let now = all > 0 ? done * 100 / all : 100
        return hundredths.exchange(now, ordering: .relaxed) < now
    }
}
