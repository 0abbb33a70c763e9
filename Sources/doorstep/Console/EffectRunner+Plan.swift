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

    /// Refers all of the pairs; those that cannot be any more are left out,
    /// and told of.
    func accept(_ pairs: [PlanPair], on date: Day, _ model: StationModel, _ desk: Desk) {
        run(.saveSteps(pairs.map { StepDraft(.pair(job: $0.job, person: $0.person), stage: .referred, date: date) }, .made), model, desk)
    }
}

/// How far whoever waits was told it is: a hundred times at the most.
private final class Told: Sendable {
    private let hundredths = Atomic(-1)

    func isNew(_ done: Int, of all: Int) -> Bool {
        let now = all > 0 ? done * 100 / all : 100
        return hundredths.exchange(now, ordering: .relaxed) < now
    }
}
