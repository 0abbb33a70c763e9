/// Places by what people say: a code, a name, a name in a longer text, or
/// Latin letters as they are read.
extension SayingIndex {
    /// The places that a text may mean, likeliest first and the catalogue's
    /// order between equals.
    ///
    /// A code or a whole name comes first; then names in the text, the
    /// smallest place first, and one first of its name that lies in another
    /// place of the text (`额尔古纳市拉布大林街道办旁`); then readings
    /// (`labudalin`, `la bu da`); and names a little like a short text where
    /// there is nothing else. Linear in the text's length.
    public func places(_ text: String, limit: Int) -> [SayingFound<PlaceID>] {
        guard limit > 0 else { return [] }
        let places = catalogue.places
        let key = PlainText.key(text)
        guard !key.isEmpty else { return [] }
        var found = FoundPlaces()
        if let place = places.place(code: key) { found.add(place.id, SayingIndex.certain, key) }
        if key.count <= longestRow {
            switch places.resolve(key, near: nil) {
            case .found(let id): found.add(id, SayingIndex.certain, key)
            case .ambiguous(let ids): for id in ids { found.add(id, SayingIndex.certain, key) }
            case .unknown: break
            }
        }
        addNamed(in: key, to: &found)
        if found.isEmpty { addRead(key, to: &found) }
        if found.isEmpty, key.count <= 10 {
            for (rank, id) in places.nearest(to: key, count: min(limit, 5)).enumerated() { found.add(id, 0.5 / Double(rank + 1), "") }
        }
        return found.sorted(limit)
    }

    /// No row of names from the region down to a street is longer.
    private var longestRow: Int { 60 }

    private func addNamed(in key: String, to found: inout FoundPlaces) {
        let places = catalogue.places
        let hits = places.hits(in: key)
        let named = Set(hits.flatMap(\.ids))
        // A text that is no address repeats names; each counts once.
        var seen: Set<String> = []
        for hit in hits where seen.insert(hit.text).inserted {
            for id in hit.ids {
                let around = places.lineage(id).dropFirst().count { named.contains($0) }
                let depth = places.lineage(id).count
                found.add(id, 1 + 0.5 * Double(around) + 0.1 * Double(depth) + 0.05 * Double(min(hit.text.count, 9)), hit.text)
            }
        }
    }

    /// Latin letters, blanks or none between the syllables: the whole
    /// reading, or the beginning of one.
    private func addRead(_ key: String, to found: inout FoundPlaces) {
        let letters = key.filter { $0 != "'" && $0 != "-" }
        guard letters.utf8.count >= 3, letters.utf8.count <= 40, letters.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return }
        for place in catalogue.places.all {
            let reading = place.pinyin.filter { $0 != " " }
            if reading == letters {
                found.add(place.id, 2, key)
            } else if reading.hasPrefix(letters) {
                found.add(place.id, Double(letters.count) / Double(reading.count), key)
            }
        }
    }
}

/// Places with their best scores so far.
private struct FoundPlaces {
    private var scores: [PlaceID: (score: Double, text: String)] = [:]

    var isEmpty: Bool { scores.isEmpty }

    mutating func add(_ id: PlaceID, _ score: Double, _ text: String) {
        if let known = scores[id], known.score >= score { return }
        scores[id] = (score, text)
    }

    func sorted(_ limit: Int) -> [SayingFound<PlaceID>] {
        scores.sorted { ($1.value.score, $0.key.position) < ($0.value.score, $1.key.position) }.prefix(limit)
            .map { SayingFound(id: $0.key, score: $0.value.score, matched: $0.value.text.isEmpty ? [] : [$0.value.text]) }
    }
}
