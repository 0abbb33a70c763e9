import DoorstepCore
import GRDB

extension ChangeMaking {
    /// So many records are sealed at a time by one processor.
    private static let portion = 256

    /// Puts records in, as new or as the next revision; those that are as the
    /// store has them already are left alone.
    ///
    /// Sealing is done on other processors, a few portions ahead, while rows
    /// are written one after the other.
    ///
    /// - Parameter basis: the sequence that whoever made the change stood at:
    ///   what was changed since then is not overwritten. Nil for any.
    /// - Parameter watch: of this pass alone.
    /// - Returns: the new states, in the order of the images.
    func put(_ images: [RecordImage], basis: Int? = nil, _ watch: ChangeWatch) throws -> [RecordState] {
        let images = RecordImage.latest(images)
        let secrets = self.secrets
        var ahead = HandedAhead<[Passage], Result<[(passage: Passage, sealed: (record: KeptRecord, commitment: [UInt8])?)], any Error>> { passages in
            Result { try passages.map { ($0, try Self.sealed($0, secrets)) } }
        }
        var states: [RecordState] = []
        states.reserveCapacity(images.count)
        var (found, done, told) = (0, 0, 0)
        try watch.tell(done)
        // No image is of a record that another one changes: each is found as
        // it was, however many of them are ahead.
        while let portion = try ahead.next({
            let next = images[found..<min(images.count, found + Self.portion)]
            found += next.count
            return next.isEmpty ? nil : try next.map { Passage(image: $0, known: try RecordRows.find($0.kind, $0.id, db)) }
        }) {
            for (passage, sealed) in try portion.get() {
                done += 1
                guard let sealed else { continue }
                if let basis, let known = passage.known, known.journal > basis {
                    throw ChangeError.changedMeanwhile(record: passage.image.kind.phrase(passage.image.id))
                }
                states.append(try RecordRows.put(sealed.record, commitment: sealed.commitment, after: passage.known, occasion, db))
            }
            guard done - told >= ChangeWatch.portion || done == images.count else { continue }
            told = done
            try watch.tell(done)
        }
        return states
    }

    /// A record on its way into the store.
    private struct Passage: Sendable {
        let image: RecordImage
        let known: RecordRow?
    }

    /// The next revision, and its commitment; nil of what the store has
    /// already.
    private static func sealed(_ passage: Passage, _ secrets: Secrets) throws -> (record: KeptRecord, commitment: [UInt8])? {
        let (image, known) = (passage.image, passage.known)
        if let known, try known.record.image(secrets) == image { return nil }
        // With another key than the one that was destroyed, what it sealed
        // would look damaged.
        if let known, PersonalPart.isErased(known.record.personal) { throw ChangeError.erased(record: image.kind.phrase(image.id)) }
        let record = try KeptRecord(image, after: known?.record, secrets)
        return (record, record.commitment)
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
