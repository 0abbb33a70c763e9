import DoorstepCore
import GRDB

extension ChangeMaking {
    /// Puts records in, as new or as the next revision; those that are as the
    /// store has them already are left alone.
    ///
    /// What was sealed is sealed on all processors; rows are written one after
    /// the other.
    ///
    /// - Parameter basis: the sequence that whoever made the change stood at:
    ///   what was changed since then is not overwritten. Nil for any.
    /// - Parameter watch: of this pass alone.
    /// - Returns: the new states, in the order of the images.
    func put(_ images: [RecordImage], basis: Int? = nil, _ watch: ChangeWatch) throws -> [RecordState] {
        let images = RecordImage.latest(images)
        var states: [RecordState] = []
        var done = 0
        while done < images.count {
            try watch.tell(done)
            let next = Array(images[done..<min(images.count, done + ChangeWatch.portion)])
            states += try putPortion(next, basis: basis)
            done += next.count
        }
        try watch.tell(done)
        return states
    }

    private func putPortion(_ images: [RecordImage], basis: Int?) throws -> [RecordState] {
        let secrets = self.secrets
        let pairs = try images.map { ($0, try RecordRows.find($0.kind, $0.id, db)) }
        let kept = try pairs.mapOnAllProcessors(portion: 256) { image, known -> KeptRecord? in
            if let known, try known.record.image(secrets) == image { return nil }
            // With another key than the one that was destroyed, what it sealed
            // would look damaged.
            if let known, PersonalPart.isErased(known.record.personal) { throw ChangeError.erased(record: image.kind.phrase(image.id)) }
            return try KeptRecord(image, after: known?.record, secrets)
        }
        return try zip(kept, pairs).compactMap { record, pair in
            guard let record else { return nil }
            if let basis, let known = pair.1, known.journal > basis { throw ChangeError.changedMeanwhile(record: pair.0.kind.phrase(pair.0.id)) }
            return try RecordRows.put(record, after: pair.1, occasion, db)
        }
    }
}

extension RecordImage {
    /// Of a record that is told of twice, what was told last, where it was
    /// told of first: a change makes one revision of each.
    fileprivate static func latest(_ images: [RecordImage]) -> [RecordImage] {
        var positions: [RecordKey: Int] = [:]
        positions.reserveCapacity(images.count)
        var latest: [RecordImage] = []
        latest.reserveCapacity(images.count)
        for image in images {
            let key = RecordKey(image)
            if let position = positions[key] {
                latest[position] = image
            } else {
                positions[key] = latest.count
                latest.append(image)
            }
        }
        return latest
    }
}

/// Which record, whatever its revision.
struct RecordKey: Hashable {
    let kind: RecordKind
    let id: String

    init(_ image: RecordImage) { (kind, id) = (image.kind, image.id) }

    init(_ record: KeptRecord) { (kind, id) = (record.kind, record.id) }
}
