import DoorstepCore
import Foundation
import GRDB

extension ChangeMaking {
    /// Records a step, after looking in the tables whether it may follow:
    /// another program may have been there since it was asked for.
    func record(_ draft: StepDraft) throws -> Committed {
        let made = try make(draft)
        var content = StepContent.of(made.row)
        if let state = made.state { content.add(RecordState.field, state.entryValue) }
        try occasion.write(.step, subjects: made.subjects, content, db)
        return Committed(sequence: occasion.sequence, changed: made.state == nil ? 0 : 1, placement: made.placement, person: made.person)
    }

    /// A step that is in the tables, and in no entry yet.
    struct MadeStep {
        let row: StepRow
        /// Whole, with the step.
        let placement: Placement
        /// With the status that the step gave them, where it did.
        let person: Person?
        let state: RecordState?
        /// What the step's entry is about.
        let subjects: [String]
    }

    /// Looks whether a step may follow, and puts it into the tables; the
    /// entry is left to whoever calls.
    ///
    /// - Throws: `StepRefusal` where it may not: then nothing was put in.
    func make(_ draft: StepDraft) throws -> MadeStep {
        guard draft.stage != .declined || draft.party != nil else { throw StepRefusal.partyMissing }
        guard draft.date <= day else { throw StepRefusal.inFuture(asked: draft.date, today: day) }
        let subject = try subject(of: draft)
        let isDayWork = catalogue.kinds.isDayWork(subject.job)
        var takenBack: PlacementStep?
        switch (subject.placement, draft.stage) {
        case (let placement?, .corrected):
            takenBack = try register(of: subject).admitCorrection(draft, of: placement, to: subject.job, asOf: day, isDayWork: isDayWork)
        case (let placement?, let stage):
            try placement.admit(draft, isDayWork: isDayWork)
            if stage == .hired {
                try register(of: subject).admitHire(to: subject.job, on: draft.date, asOf: day, isDayWork: isDayWork)
                try refuseSecondHire(of: subject)
            }
        case (nil, .referred):
            try refuseSecond(of: subject, isDayWork: isDayWork)
            if !draft.evidence.isEmpty { try draft.evidence.admit(with: [:], on: draft.date, started: nil) }
        case (nil, let stage): throw ChangeError.notOpening(asked: stage)
        }

        let id = try subject.placement?.id ?? open(subject)
        let row = try step(draft, placement: id, takingBack: takenBack, subject)
        try insert(row)
        guard let step = row.step(secrets, catalogue) else { throw StoreError.failed(code: 0) }
        var placement = subject.placement ?? Placement(id: id, job: subject.job.id, person: subject.person.id, first: step)
        if subject.placement != nil { placement.append(step) }

        // Who was taken back is on no list, whatever comes of the placement.
        let status: PersonStatus? = !subject.person.stands ? nil : try takenBack.map { try statusWithout($0, of: subject) }
            ?? subject.person.status.following(draft.stage, from: subject.placement?.stage, isDayWork: isDayWork)
        let person = status.map { status in
            var person = subject.person
            person.status = status
            return person
        }
        let state = try person.flatMap { try RecordRows.put(RecordImage($0, catalogue), secrets, occasion, db) }
        var subjects = [id.text, subject.job.id.text, subject.person.id.text]
        // Those under which it was opened, where others stand for them now.
        for former in [subject.jobID, subject.personID] where !subjects.contains(former) { subjects.append(former) }
        return MadeStep(row: row, placement: placement, person: person, state: state, subjects: subjects)
    }

    /// Whom a step is about, as the tables have them.
    private struct Subject {
        let placement: Placement?
        /// As the placement names them.
        let jobID: String
        let personID: String
        /// Who stands for those.
        let job: Job
        let person: Person
        let employer: Employer
        /// The row of whom the placement names, with the key that seals its
        /// notes.
        let personRow: RecordRow
        /// All that were merged into the two, with them.
        let jobs: [String]
        let people: [String]
    }

    private func subject(of draft: StepDraft) throws -> Subject {
        let placement: Placement?
        let jobID: RecordID
        let personID: RecordID
        switch draft.target {
        case .pair(let job, let person): (placement, jobID, personID) = (nil, job, person)
        case .placement(let id):
            guard let known = try StepRows.placements("WHERE placementId = ?", [id.text], facts: catalogue, secrets, db).first else {
                throw StepRefusal.unknownPlacement(id.text)
            }
            (placement, jobID, personID) = (known, known.job, known.person)
        }
        guard let jobRow = try RecordRows.find(.job, jobID.text, db) else { throw StepRefusal.unknownJob(jobID.text) }
        guard let personRow = try RecordRows.find(.person, personID.text, db) else { throw StepRefusal.unknownPerson(personID.text) }
        let job = try reader.job(standing(jobRow).record.image(secrets))
        let person = try reader.person(standing(personRow).record.image(secrets))
        if placement == nil {
            for (id, absence) in [(jobID, job.id == jobID ? job.absence : .merged(into: job.id, MergeTrace())),
                (personID, person.id == personID ? person.absence : .merged(into: person.id, MergeTrace()))]
            {
                if let absence { throw StepRefusal.absent(record: id, absence.standing) }
            }
        }
        guard let employerRow = try RecordRows.find(.employer, job.employer.text, db) else {
            throw StoreError.unknownEmployer(job: job.id, employer: job.employer)
        }
        return try Subject(
            placement: placement, jobID: jobID.text, personID: personID.text, job: job, person: person,
            employer: reader.employer(employerRow.record.image(secrets)), personRow: personRow,
            jobs: MergedRows.group(of: job.id.text, .job, db), people: MergedRows.group(of: person.id.text, .person, db))
    }

    /// The row of the record that stands for one: its own, unless it was
    /// merged.
    private func standing(_ row: RecordRow) throws -> RecordRow {
        var (row, seen) = (row, Set([row.record.id]))
        while let next = MergedRows.merged(row.record.facts), seen.insert(next).inserted, let further = try RecordRows.find(row.record.kind, next, db) {
            row = further
        }
        return row
    }

    /// Day work in hand does not stand in the way: the same person may be
    /// sent to it again for another day.
    private func refuseSecond(of subject: Subject, isDayWork: Bool) throws {
        let condition = "WHERE jobId IN (\(places(subject.jobs))) AND personId IN (\(places(subject.people)))"
        let others = try StepRows.placements(condition, StatementArguments(subject.jobs + subject.people), secrets, db)
        if let open = others.first(where: { $0.stage.isInHand(isDayWork: isDayWork) }) {
            throw StepRefusal.alreadyOpen(placement: open.id, stage: open.stage)
        }
    }

    /// As `Register.admitSecondHire(of:to:)`, of what the tables hold.
    private func refuseSecondHire(of subject: Subject) throws {
        guard let placement = subject.placement, catalogue.kinds.isFullTime(subject.job) else { return }
        let others = try StepRows.placements("WHERE personId IN (\(places(subject.people)))", StatementArguments(subject.people), secrets, db)
        for other in others where other.id != placement.id && other.stage.takesVacancy {
            guard let row = try RecordRows.find(.job, other.job.text, db) else { continue }
            if catalogue.kinds.isFullTime(try reader.job(standing(row).record.image(secrets))) {
                throw StepRefusal.atWork(placement: other.id, employer: other.latest.employer)
            }
        }
    }

    private func places(_ ids: [String]) -> String { Array(repeating: "?", count: ids.count).joined(separator: ", ") }

    /// A register of a job's placements alone, and of who stands for whom
    /// among those whom they name.
    private func register(of subject: Subject) throws -> Register {
        guard let place = catalogue.places.place(code: station) else { throw StoreError.unknownStation(code: station) }
        var register = Register(station: Station(place: place, name: ""))
        let condition = "WHERE jobId IN (\(places(subject.jobs)))"
        for placement in try StepRows.placements(condition, StatementArguments(subject.jobs), secrets, db) { register.update(placement) }
        for id in subject.jobs.dropFirst().compactMap({ RecordID($0) }) {
            register.update(Job(id: id, employer: id, title: "", place: place.id, posted: day).absent(.merged(into: subject.job.id, MergeTrace())))
        }
        for id in subject.people.dropFirst().compactMap({ RecordID($0) }) {
            register.update(Person(id: id, name: "", place: place.id, registered: day).absent(.merged(into: subject.person.id, MergeTrace())))
        }
        return register
    }

    /// What a person's status becomes without a step; nil where it stays.
    /// Which steps had changed it their entries tell; a plan's, which is long,
    /// has referrals alone, and those change none.
    private func statusWithout(_ step: PlacementStep, of subject: Subject) throws -> PersonStatus? {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT number, placementId, stage, step.kind, corrects, CASE journal.kind WHEN 'plan' THEN '' ELSE content END
                FROM step JOIN placement ON placement.id = placementId JOIN journal ON journal.sequence = step.journal
                WHERE personId IN (\(places(subject.people))) ORDER BY number
                """, arguments: StatementArguments(subject.people))
        let steps = try rows.compactMap { row -> StatusHistory.Step? in
            guard let placement = RecordID(try row.text(1)), let stage = Stage(rawValue: try row.text(2)) else { return nil }
            let told = EntryContent(text: try row.text(5))?.fields.compactMap { RecordState($0) } ?? []
            return StatusHistory.Step(
                number: try row.number(0), placement: placement, stage: stage, corrects: try row.numberIfAny(4),
                isDayWork: try row.text(3) == JobKind.dayWorkCode, changedStatus: told.contains { $0.kind == .person && subject.people.contains($0.id) })
        }
        return StatusHistory(steps).status(subject.person.status, takingBack: step.number)
    }

    private func open(_ subject: Subject) throws -> RecordID {
        let ids = try Identifiers.take(.placement, count: 1, station: station, db)
        try db.execute(
            sql: "INSERT INTO placement (id, jobId, personId) VALUES (?, ?, ?)",
            arguments: [ids[0].text, subject.job.id.text, subject.person.id.text])
        return ids[0]
    }

    private func step(_ draft: StepDraft, placement: RecordID, takingBack takenBack: PlacementStep?, _ subject: Subject) throws -> StepRow {
        let number = try StepRows.latestNumber(db) + 1
        let party = draft.stage == .declined ? draft.party?.rawValue ?? "" : ""
        let shown = LedgerRow(
            number: number, placement: placement.text, job: subject.jobID, person: subject.personID, stage: draft.stage.rawValue,
            party: party, date: draft.date.description, recorded: occasion.now, caseworker: occasion.caseworker,
            employer: subject.employer.name.withoutNUL, title: subject.job.title.withoutNUL, kind: subject.job.kind.map { catalogue.kinds[$0].code } ?? "",
            corrects: takenBack.map { String($0.number) } ?? "", reason: draft.reason?.rawValue ?? "", evidence: draft.evidence.text.withoutNUL, after: try StepRows.link(ofStep: number - 1, db))
        // Who was erased has no key, and needs no notes.
        let note = try subject.personRow.record.key(secrets).map { key throws(SealError) in
            try PersonalPart.sealed(note: draft.note, key, step: shown.number)
        }
        let facts = StepFacts(
            of: subject.person, at: subject.job, subject.employer, asOf: draft.date, station: catalogue.places.place(code: station)?.id, catalogue)
        let statistics = StepStatistics(facts, catalogue)
        return StepRow(
            shown: shown, note: note ?? PersonalPart.erased, noteSalt: Commitment.salt(),
            statistics: try statistics.sealed(step: shown.number, secrets.statistics), personal: subject.personRow.record.personal,
            journal: occasion.sequence)
    }

    private func insert(_ row: StepRow) throws {
        let shown = row.shown
        try db.cachedStatement(
            sql: """
                INSERT INTO step (
                  number, placementId, stage, party, date, recorded, caseworker, employer, title, kind, corrects, reason, evidence,
                  note, noteSalt, statistics, journal, link)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            shown.number, shown.placement, shown.stage, shown.party, shown.date, shown.recorded, shown.caseworker, shown.employer, shown.title,
            shown.kind, Int(shown.corrects), shown.reason, shown.evidence, Data(row.note), Data(row.noteSalt), Data(row.statistics), row.journal, Data(shown.link),
        ])
    }
}
