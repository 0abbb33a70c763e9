import DoorstepCore
import GRDB

extension ChangeMaking {
    /// Keeps a search under its name.
    ///
    /// - Throws: `SavedSearchError.taken` where the name has another search
    ///   that shall not be replaced.
    func save(_ search: SavedSearch, replacing: Bool) throws -> Committed {
        let known = try row(search.name, search.records)
        if let known {
            let old = try known.search(secrets)
            if old == search { return Committed(sequence: occasion.sequence - 1, searches: try SearchRows.searches(secrets, db)) }
            guard replacing else { throw SavedSearchError.taken(old) }
        }
        let state = try SearchRows.put(search, replacing: known, secrets, occasion, db)
        try occasion.write(.search, subjects: [state.id], EntryContent([(SearchState.saved, state.entryValue)]), db)
        return Committed(sequence: occasion.sequence, searches: try SearchRows.searches(secrets, db))
    }

    /// Takes a search away: its row goes, the journal keeps that there was
    /// one.
    ///
    /// - Throws: `SavedSearchError.unknown`.
    func remove(_ name: SearchName, _ records: RecordID.Kind) throws -> Committed {
        guard let known = try row(name, records) else {
            _ = try SearchRows.searches(secrets, db).named(name.text, for: records)
            throw SavedSearchError.unknown(name: name.text, nearest: [])
        }
        try SearchRows.remove(known, db)
        try occasion.write(.search, subjects: [known.image.id], EntryContent([(SearchState.removed, known.state.entryValue)]), db)
        return Committed(sequence: occasion.sequence, searches: try SearchRows.searches(secrets, db))
    }

    private func row(_ name: SearchName, _ records: RecordID.Kind) throws -> SearchRow? {
        try SearchRows.all(db).first { try $0.search(secrets).isNamed(name, for: records) }
    }
}
