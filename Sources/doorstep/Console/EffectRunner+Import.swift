import Dispatch
import DoorstepConsole
import DoorstepCore
import DoorstepExchange
import DoorstepStore
import Foundation
import Synchronization

/// Sheets: looked at beside the keyboard, stored on the store's queue.
extension EffectRunner {
    /// More changes are not taken in between two keys: the register is made
    /// anew beside the keyboard.
    private static let mostChanges = 2000

    func list(_ path: String?, _ generation: Int) {
        workQueue.async { [mailbox] in
            do throws(SheetError) {
                mailbox.post(.folderListed(try SheetFolders.listing(path), generation: generation))
            } catch {
                mailbox.post(.folderRefused(error.message, generation: generation))
            }
        }
    }

    func look(at request: IntakeRequest, _ model: StationModel, _ desk: Desk, _ generation: Int) {
        intake.ask(generation)
        intakeQueue.async { [mailbox, intake] in
            let tell = { @Sendable (news: IntakeNews) in mailbox.post(.intake(news, generation: generation)) }
            let pace = Pace { tell(.progress(rows: $0, rowsASecond: $1)) }
            let watch = ImportWatch(progressed: pace.tell) { intake.isOld(generation) }
            do {
                let tried = try intake.attempt(request, model.register, sequence: model.sequence, desk, watch) { tell(.understood($0)) }
                if let tried { tell(.tried(tried.report)) }
            } catch SheetError.stopped {
                // Whoever stopped it asked for something else.
            } catch {
                tell(.refused(Desk.phrase(for: error)))
            }
        }
    }

    /// What was decided about doubles, applied to what was tried; where that
    /// is gone, the sheet is tried again, and nothing is decided.
    func decide(_ request: IntakeRequest, _ model: StationModel, _ desk: Desk, _ generation: Int) {
        intake.ask(generation)
        intakeQueue.async { [self] in
            // Of several keys in a row only the last counts.
            guard !intake.isOld(generation) else { return }
            if let tried = intake.decide(request) { return mailbox.post(.intake(.tried(tried.report), generation: generation)) }
            var undecided = request
            undecided.decisions = DoubleDecisions()
            look(at: undecided, model, desk, generation)
        }
    }

    func store(_ request: IntakeRequest, _ model: StationModel, _ desk: Desk, _ generation: Int) {
        intake.beginStoring()
        storeQueue.async { [self] in
            let tell = { @Sendable [mailbox] (news: IntakeNews) in mailbox.post(.intake(news, generation: generation)) }
            let pace = Pace { tell(.progress(rows: $0, rowsASecond: $1)) }
            do {
                guard let tried = try upToDate(request, model, desk, pace, tell) else { return }
                let watch = ChangeWatch(progressed: pace.tell) { [intake] in !intake.mayStore }
                let before = tried.plan.before(tried.register)
                let (records, sequence) = try desk.save(tried.plan, files: [request.path], basis: tried.sequence, watch: watch)
                let stored = StoredImport(file: request.fileName, counts: tried.plan.counts, sequence: sequence, before: before)
                if desk.store.path != nil { SheetFolders.remember(folderOf: request.path) }
                answer(records, desk) { mailbox.post(.importStored(stored, changes: $0, madeAgain: false)) }
            } catch SheetError.stopped {
                tell(.stopped)
            } catch ChangeError.stopped {
                tell(.stopped)
            } catch {
                Self.refuse(error, desk, mailbox) { .intake(.notStored($0), generation: generation) }
            }
        }
    }

    /// What was tried, as long as neither the file nor the store changed; else
    /// it is tried once more.
    ///
    /// - Returns: nil where it came to something else, which is to be
    ///   confirmed anew.
    private func upToDate(
        _ request: IntakeRequest, _ model: StationModel, _ desk: Desk, _ pace: Pace, _ tell: @Sendable (IntakeNews) -> Void
    ) throws -> IntakeDesk.Tried? {
        let known = intake.tried(request)
        var register = known?.register ?? model.register
        let news = try desk.store.changes(since: known?.sequence ?? model.sequence, catalogue: desk.catalogue)
        let isFileChanged = try known.map { try SourceFile(request.path) != $0.stamp } ?? true
        if let known, !isFileChanged, news.isEmpty { return known }
        news.update(&register)
        let watch = ImportWatch(progressed: pace.tell) { [intake] in !intake.mayStore }
        guard var tried = try intake.attempt(request, register, sequence: news.sequence, desk, watch, understood: { tell(.understood($0)) }) else {
            tell(.notStored(Phrase("文件在核对之后改过，请重新核对。", "The file was changed since it was checked; look at it again.")))
            return nil
        }
        let hasSameDoubles = known.map { known in known.plan.doubles.elementsEqual(tried.plan.doubles) { $0.isSame(as: $1) } } ?? false
        if let known, hasSameDoubles, known.plan.counts == tried.plan.counts, known.sheet == tried.sheet { return tried }
        var reason =
            isFileChanged
            ? Phrase("文件在核对之后改过，已重新核对，请再确认", "the file was changed meanwhile and was checked again; confirm once more")
            : Phrase("台站数据在核对之后有变化，已重新核对，请再确认", "the store changed meanwhile and the sheet was checked again; confirm once more")
        if !hasSameDoubles, request.decisions != DoubleDecisions() {
            // What was decided was decided about other rows.
            var undecided = request
            undecided.decisions = DoubleDecisions()
            tried = intake.decide(undecided) ?? tried
            reason = reason + Phrase("；重复的行要重新选择", "; decide about the doubles anew")
        }
        tell(.recounted(tried.sheet, tried.report, reason))
        return nil
    }

    func writeRejects(to path: String, replacing: Bool, _ desk: Desk, _ generation: Int) {
        intakeQueue.async { [mailbox, intake] in
            let tell = { @Sendable (news: IntakeNews) in mailbox.post(.intake(news, generation: generation)) }
            let refusals = intake.refusals
            do throws(OutputError) {
                try Rejects.write(refusals, to: path, replacing: replacing, desk.language)
                tell(.rejectsWritten(path: path, rows: refusals.count))
            } catch .exists {
                tell(.rejectsWouldReplace)
            } catch {
                tell(.rejectsRefused(error.message))
            }
        }
    }

    func takeBack(_ stored: StoredImport, _ desk: Desk) {
        let watch = reversalWatch()
        storeQueue.async { [self] in
            do {
                let (taken, records) = try desk.takeBack(stored, watch)
                answer(records, desk) { mailbox.post(.importTakenBack(taken, changes: $0)) }
            } catch ChangeError.stopped {
                mailbox.post(.importRefused(ImportReversal.stopped))
            } catch {
                Self.refuse(error, desk, mailbox, as: Action.importRefused)
            }
        }
    }

    func makeAgain(_ taken: TakenBackImport, _ desk: Desk) {
        let watch = reversalWatch()
        storeQueue.async { [self] in
            do {
                let stored = try desk.makeAgain(taken, watch)
                answer(taken.after, desk) { mailbox.post(.importStored(stored, changes: $0, madeAgain: true)) }
            } catch ChangeError.stopped {
                mailbox.post(.importRefused(ImportReversal.stopped))
            } catch {
                Self.refuse(error, desk, mailbox, as: Action.importRefused)
            }
        }
    }

    /// Looks on while an import is taken back or made again.
    private func reversalWatch() -> ChangeWatch {
        intake.beginStoring()
        let pace = Pace { [mailbox] in mailbox.post(.importMoved(rows: $0, rowsASecond: $1)) }
        return ChangeWatch(progressed: pace.tell) { [intake] in !intake.mayStore }
    }

    /// Hands over what changed; where it is too much for that, says that it
    /// did, and reads the store anew.
    private func answer(_ records: ImportedRecords, _ desk: Desk, _ post: ([RecordChange]?) -> Void) {
        guard records.count > Self.mostChanges else { return post(records.changes) }
        post(nil)
        do {
            mailbox.post(.opened(desk.model(try desk.load())))
        } catch {
            mailbox.post(.failed(Desk.phrase(for: error)))
        }
    }
}

/// Says how far it is, as often as anybody can read it, and how fast it goes.
private final class Pace: Sendable {
    private let start = ContinuousClock.now
    private let said = Mutex(ContinuousClock.now)
    private let post: @Sendable (_ rows: Int, _ rowsASecond: Int) -> Void
    private static let pause = Duration.milliseconds(100)

    init(_ post: @escaping @Sendable (_ rows: Int, _ rowsASecond: Int) -> Void) { self.post = post }

    @Sendable func tell(_ rows: Int) {
        let now = ContinuousClock.now
        let isDue = said.withLock { said in
            guard said.duration(to: now) >= Self.pause else { return false }
            said = now
            return true
        }
        guard isDue, rows > 0 else { return }
        let milliseconds = max(1, Int(start.duration(to: now) / .milliseconds(1)))
        post(rows, rows * 1000 / milliseconds)
    }
}
