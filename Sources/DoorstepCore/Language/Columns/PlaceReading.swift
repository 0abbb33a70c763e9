extension CellReading {
    /// The place that a cell means, exactly as the catalogue has it.
    ///
    /// - Parameter level: the largest that is of use.
    public func place(_ text: String, atLeast level: Place.Level? = nil) throws(CellProblem) -> PlaceID {
        switch resolved(text) {
        case .found(let id): return try checked(id, text, atLeast: level)
        case .ambiguous(let ids): throw ambiguous(text, ids)
        case .unknown: throw unknown(text)
        }
    }

    /// As `place`, and an address is read too: by the smallest place that it
    /// names, with a warning.
    ///
    /// - Returns: whether the address says more than the place.
    mutating func address(_ text: String, atLeast level: Place.Level? = nil) throws(CellProblem) -> (place: PlaceID, saysMore: Bool) {
        switch resolved(text) {
        case .found(let id): return (try checked(id, text, atLeast: level), false)
        case .ambiguous(let ids): throw ambiguous(text, ids)
        case .unknown: break
        }
        // What the store keeps is exact.
        guard !isExact else { throw unknown(text) }
        switch said(text) {
        case .found(let id):
            let place = try checked(id, text, atLeast: level)
            warn(text, Phrase("按“\(catalogue.places.fullName(place))”记", "taken for \(catalogue.places.fullName(place))"))
            return (place, true)
        case .ambiguous(let ids): throw ambiguous(text, ids)
        case .several(let ids):
            throw problem(text, Phrase("提到几个地方", "names several places"), mend: Phrase("请只写一个：", "write one of them: ") + names(ids))
        case .elsewhere:
            throw problem(
                text, Phrase("不在内蒙古，地方目录里没有", "not in Inner Mongolia, whose places the catalogue has"),
                mend: Phrase("请填区内的地方，区外的写进备注", "write a place of the region, and others in the note"))
        case .nothing: throw unknown(text)
        }
    }

    /// What an address says, looked up once for all the rows that repeat it.
    func said(_ text: String) -> PlaceCatalogue.Said {
        memory.said.value(of: text) { catalogue.places.said(text, near: near) }
    }

    /// What a code or a name leads to.
    private func resolved(_ text: String) -> PlaceCatalogue.Outcome {
        remembered(text, \.places) { catalogue.places.resolve(text, near: near) }
    }

    /// Places in a list; a comma or a blank may stand between them too.
    mutating func places(_ text: String) throws(CellProblem) -> [PlaceID] {
        if !isExact, CellReading.isNothing(text) { return [] }
        var places: [PlaceID] = []
        for part in PlainText.list(text) {
            for place in try placesOf(part) where !places.contains(place) { places.append(place) }
        }
        return places
    }

    private mutating func placesOf(_ part: String) throws(CellProblem) -> [PlaceID] {
        if case .found(let id) = resolved(part) { return [id] }
        guard !isExact else { return [try place(part)] }
        let key = PlainText.key(part)
        if ["本地", "当地", "附近", "就近", "本市", "本旗", "家门口", "本地区"].contains(key), let near,
            let county = catalogue.places.ancestor(of: near, at: .county) ?? catalogue.places.ancestor(of: near, at: .prefecture)
        {
            warn(part, Phrase("按“\(catalogue.places.fullName(county))”记", "taken for \(catalogue.places.fullName(county))"))
            return [county]
        }
        if ["区内", "全区", "自治区内", "区内均可", "内蒙古区内"].contains(key), let region = catalogue.places.all.first(where: { $0.level == .province }) { return [region.id] }
        let pieces = part.split { ",，/／ 　或和及".contains($0) }.map { PlainText.trimmed($0) }.filter { !$0.isEmpty }
        if pieces.count > 1 {
            var ids: [PlaceID] = []
            for piece in pieces { if case .found(let id) = resolved(piece) { ids.append(id) } }
            if ids.count == pieces.count { return ids }
        }
        return [try address(part).place]
    }

    private func checked(_ id: PlaceID, _ text: String, atLeast level: Place.Level?) throws(CellProblem) -> PlaceID {
        if let level, catalogue.places[id].level < level {
            throw problem(text, Phrase("地方太大", "too large a place"), mend: Phrase("请至少写到旗县区", "name a county or smaller"))
        }
        return id
    }

    private func ambiguous(_ text: String, _ ids: [PlaceID]) -> CellProblem {
        problem(text, Phrase("有几个地方叫这个名字", "several places have this name"), mend: Phrase("请写明是 ", "say which: ") + names(ids))
    }

    private func unknown(_ text: String) -> CellProblem {
        let nearest = catalogue.places.nearest(to: String(text.prefix(60)), count: 3)
        return problem(
            text, Phrase("目录里没有这个地方", "no such place in the catalogue"),
            mend: nearest.isEmpty
                ? Phrase("请填区划代码或名称", "write a place's code or name")
                : Phrase("相近的有 ", "the nearest are ") + names(nearest))
    }

    private func names(_ ids: [PlaceID]) -> Phrase {
        Phrase.list(ids.prefix(5).map { Phrase(verbatim: "\(catalogue.places.fullName($0))(\(catalogue.places[$0].code))") })
    }

    mutating func household(_ text: String) -> Household {
        switch resolved(text) {
        case .found(let id): return .place(id)
        case .unknown:
            // What the store keeps as words stays words.
            guard !isExact, case .found(let id) = said(text) else { return .elsewhere(text) }
            warn(text, Phrase("按“\(catalogue.places.fullName(id))”记", "taken for \(catalogue.places.fullName(id))"))
            return .place(id)
        case .ambiguous:
            warn(text, Phrase("有几个地方叫这个名字，按原文保留", "several places have this name; kept as a word"))
            return .elsewhere(text)
        }
    }
}
