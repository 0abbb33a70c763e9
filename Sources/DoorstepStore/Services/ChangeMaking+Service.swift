import DoorstepCore
import GRDB

extension ChangeMaking {
    /// Records a service, after looking in the tables whether it may be:
    /// another program may have been there since it was asked for.
    func record(_ draft: ServiceDraft) throws -> Committed {
        let row = try subject(of: draft)
        try register(of: draft, row).admit(draft, asOf: day)
        let number = try ServiceRows.latestNumber(db) + 1
        let service = ServiceRow(
            number: number, kind: draft.kind.rawValue, person: draft.subject.kind == .person ? draft.subject.id.text : "",
            job: draft.subject.kind == .job ? draft.subject.id.text : "", placement: draft.placement?.text ?? "",
            outcome: draft.outcome?.rawValue ?? "", again: draft.again?.description ?? "", takesBack: draft.takesBack.map { String($0) } ?? "",
            date: draft.date.description, recorded: occasion.now, caseworker: occasion.caseworker, note: try note(draft, number, row),
            noteSalt: Commitment.salt(), personal: row.record.personal, journal: occasion.sequence)
        try ServiceRows.insert(service, db)
        guard let recorded = service.service(secrets) else { throw StoreError.failed(code: 0) }
        let subjects = [draft.subject.id.text] + [draft.placement?.text].compactMap(\.self)
        try occasion.write(.service, subjects: subjects, service.content, db)
        return Committed(sequence: occasion.sequence, changed: 1, service: recorded)
    }

    private func subject(of draft: ServiceDraft) throws -> RecordRow {
        let kind: RecordKind = draft.subject.kind == .person ? .person : .job
        guard let row = try RecordRows.find(kind, draft.subject.id.text, db) else { throw ServiceRefusal.unknown(draft.subject.id.text) }
        return row
    }

    /// A register of whom the service is for, of the placement that it is
    /// about and of the services that were recorded of both.
    private func register(of draft: ServiceDraft, _ row: RecordRow) throws -> Register {
        guard let place = catalogue.places.place(code: station) else { throw StoreError.unknownStation(code: station) }
        var register = Register(station: Station(place: place, name: ""))
        let image = try row.record.image(secrets)
        switch draft.subject {
        case .person: register.update(try reader.person(image))
        case .job: register.update(try reader.job(image))
        }
        if let placement = draft.placement {
            for known in try StepRows.placements("WHERE placementId = ?", [placement.text], secrets, db) { register.update(known) }
        }
        let column = draft.subject.kind == .person ? "personId" : "jobId"
        let ids = try MergedRows.group(of: draft.subject.id.text, row.record.kind, db)
        for id in ids.dropFirst() {
            guard let other = try RecordRows.find(row.record.kind, id, db)?.record.image(secrets) else { continue }
            switch draft.subject {
            case .person: register.update(try reader.person(other))
            case .job: register.update(try reader.job(other))
            }
        }
        let places = Array(repeating: "?", count: ids.count).joined(separator: ", ")
        for service in try ServiceRows.services("WHERE \(column) IN (\(places))", StatementArguments(ids), secrets, db) { register.update(service) }
        return register
    }

    /// Sealed under the person's key, and of a job under the store's.
    private func note(_ draft: ServiceDraft, _ number: Int, _ row: RecordRow) throws(SealError) -> [UInt8] {
        guard draft.subject.kind == .person else { return try PersonalPart.sealed(note: draft.note, secrets.services, service: number) }
        // Who was erased has no key, and needs no notes.
        guard let key = try row.record.key(secrets) else { return PersonalPart.erased }
        return try PersonalPart.sealed(note: draft.note, key.key, service: number)
    }
}
