import DoorstepCore
import GRDB

/// Makes one change within its transaction.
struct ChangeMaking {
    let db: Database
    let occasion: Occasion
    let catalogue: Catalogue
    /// The station's code, with which identifiers begin.
    let station: String
    let reader: RecordReader
    let day: Day
    let secrets: Secrets
    /// The rows of a change of records; of an import that is taken back, those
    /// that it changed, as they were.
    let images: [RecordImage]
    /// What of them the store has to hold beforehand.
    let expected: [RecordImage]
    let watch: ChangeWatch

    func make(_ change: StoreChange) throws -> Committed {
        switch change {
        case .records(_, let reason): return try put(images, reason)
        case .takeBackImport(let entry, _): return try takeBackImport(entry, images)
        case .step(let draft): return try record(draft)
        case .plan(let pairs, let date): return try accept(pairs, on: date)
        case .service(let draft): return try record(draft)
        case .erase(let person): return try erase(person)
        case .export(let sheet, let isUnmasked):
            let content = EntryContent([
                ("sheet", sheet.kind), ("rows", String(sheet.rows)), ("digest", sheet.digest), ("unmasked", isUnmasked ? "1" : "0"),
            ])
            try occasion.write(.export, subjects: [], content, db)
            return Committed(
                sequence: occasion.sequence, checkpoint: try Checkpoints.make(sheet, station: station, now: occasion.now, secrets, db))
        case .reveal(let id, let shown, let reason):
            // Of who was erased there is nothing to show.
            guard let key = try RecordRows.find(.person, id.text, db)?.record.key(secrets) else { throw StepRefusal.unknownPerson(id.text) }
            try occasion.write(.reveal, subjects: [id.text], RevealContent.of(shown, reason, key, sequence: occasion.sequence), db)
            return Committed(sequence: occasion.sequence)
        case .setting(let name, let value):
            let value = value.withoutNUL
            guard try SettingRows.value(name, db) != value else { return Committed(sequence: occasion.sequence - 1) }
            try SettingRows.put(name, value, occasion, db)
            try occasion.write(.setting, subjects: [name], EntryContent([("name", name), ("value", value)]), db)
            return Committed(sequence: occasion.sequence)
        case .saveSearch(let search, let replacing): return try save(search, replacing: replacing)
        case .removeSearch(let name, let records): return try remove(name, records)
        }
    }

    // MARK: - Records

    /// All jobs of an employer move when it is merged: one that came since
    /// whoever merges looked would be left behind.
    private func checkMergedEmployers(_ images: [RecordImage]) throws {
        for image in images where image.kind == .employer && MergedRows.merged(image.facts) != nil {
            if try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM job WHERE employerId = ?)", arguments: [image.id]) == true {
                throw ChangeError.changedMeanwhile(record: image.kind.phrase(image.id))
            }
        }
    }

    /// - Parameter images: see `RecordBatch.images`.
    private func put(_ images: [RecordImage], _ reason: StoreChange.Reason) throws -> Committed {
        for image in expected {
            guard try RecordRows.find(image.kind, image.id, db)?.record.image(secrets) == image else {
                throw ChangeError.changedMeanwhile(record: image.kind.phrase(image.id))
            }
        }
        var basis: Int?
        if case .import(_, _, _, let sequence) = reason { basis = sequence }
        let merged = try MergeHistory.State(db)
        // They were made ready in a first pass.
        let states = try put(images, basis: basis, watch.pass(1, of: 2, over: images.count))
        try checkMergedEmployers(images)
        switch reason {
        case .edit(_, let takenBack):
            guard !states.isEmpty else { return Committed(sequence: occasion.sequence - 1) }
            var content = EntryContent(states.map { (RecordState.field, $0.entryValue) })
            if let takenBack { content.add("takes_back", String(takenBack)) }
            try MergeHistory.add(since: merged, to: &content, db)
            try Identifiers.tell(of: states, in: &content, db)
            try occasion.write(.edit, subjects: states.map(\.id), content, db)
        case .import(let file, let rows, let refused, _):
            var content = ImportContent.of(states, after: [("file", file), ("rows", String(rows)), ("refused", String(refused))])
            content.add(ImportContent.order, RecordState.order(of: states))
            try MergeHistory.add(since: merged, to: &content, db)
            try Identifiers.tell(of: states, in: &content, db)
            try occasion.write(.import, subjects: [], content, db)
        }
        return Committed(sequence: occasion.sequence, changed: states.count)
    }
}

/// Names of the fields of an import's entry.
enum ImportContent {
    static let digest = "digest"
    /// As `RecordState.order`; imports of earlier programs tell of none.
    static let order = "order"
    /// The entry of the import that this one takes back.
    static let takesBack = "takes_back"

    static func count(_ kind: RecordKind) -> String { "\(kind.rawValue)_count" }

    static func of(_ states: [RecordState], after fields: [(name: String, value: String)] = []) -> EntryContent {
        var content = EntryContent(fields)
        for kind in RecordKind.allCases { content.add(count(kind), String(states.count { $0.kind == kind })) }
        content.add(digest, Hex.text(RecordState.digest(states)))
        return content
    }
}
