/// Reads the cells of one record: knows the catalogue, the station and the
/// day, and gathers what is worth a warning.
///
/// Whatever makes a row unusable is thrown; everything else is kept, with a
/// warning where it was not understood.
public struct CellReading: Sendable {
    public let catalogue: Catalogue
    /// Decides between places of the same name.
    public let near: PlaceID?
    public let day: Day
    public private(set) var warnings: [CellProblem] = []
    /// The column being read, for its messages.
    var column = Phrase(verbatim: "")
    /// The sheet has one column for the whole wage, so that a single number
    /// in it is the highest as well as the lowest.
    public var hasOneWageColumn = false
    private var nearest: [String: [Phrase]] = [:]
    /// Made when the first unknown skill is met: most sheets have none.
    private var sayings: SayingIndex?
    /// A warning of an unknown skill names those that are nearest, which
    /// takes an index of the catalogue.
    var namesNearestSkills = true
    /// No warnings are gathered, nor what they would need looked up.
    public var isSilent = false

    /// - Parameter sayings: of the catalogue, where somebody has it already.
    public init(catalogue: Catalogue, near: PlaceID?, day: Day, sayings: SayingIndex? = nil) {
        self.catalogue = catalogue
        self.sayings = sayings
        self.near = near
        self.day = day
    }

    /// The warnings so far, which are then forgotten: what one row has to say.
    public mutating func takeWarnings() -> [CellProblem] {
        defer { warnings = [] }
        return warnings
    }

    mutating func warn(_ value: String, _ reason: Phrase, mend: Phrase = Phrase(verbatim: "")) {
        guard !isSilent else { return }
        warnings.append(CellProblem(column: column, value: value, reason: reason, mend: mend))
    }

    /// A cell that was masked when it was written, and is not read.
    public mutating func noteMasked(_ value: String, in title: Phrase) {
        column = title
        warn(value, Phrase("是遮盖过的内容，没有读入", "was masked when it was written, and is not read"))
    }

    func problem(_ value: String, _ reason: Phrase, mend: Phrase) -> CellProblem {
        CellProblem(column: column, value: value, reason: reason, mend: mend)
    }

    // MARK: - Plain values

    func yesNo(_ text: String) throws(CellProblem) -> Bool {
        switch PlainText.key(text) {
        case "是", "yes", "y", "true", "1", "有", "√", "✓", "对": return true
        case "否", "no", "n", "false", "0", "无", "×", "x", "不": return false
        default:
            throw problem(text, Phrase("读不出是或否", "neither yes nor no"), mend: Phrase("请填“是”或“否”", "write yes or no"))
        }
    }

    func number(_ text: String, _ range: ClosedRange<Int>, unit: [String] = []) throws(CellProblem) -> Int {
        var key = PlainText.key(text)
        for ending in unit where key.hasSuffix(ending) { key.removeLast(ending.count) }
        if key.hasSuffix(".0") { key.removeLast(2) }
        guard let number = Int(key), range.contains(number) else {
            throw problem(
                text, Phrase("不是可用的数字", "not a usable number"),
                mend: Phrase("请填 \(range.lowerBound) 到 \(range.upperBound) 的整数", "write a whole number from \(range.lowerBound) to \(range.upperBound)"))
        }
        return number
    }

    func degrees(_ text: String, limit: Double) throws(CellProblem) -> Double {
        guard let value = Double(PlainText.key(text)), abs(value) <= limit else {
            throw problem(
                text, Phrase("不是可用的经纬度", "not usable degrees"),
                mend: Phrase("请填 ±\(Int(limit)) 以内的小数", "write decimal degrees within ±\(Int(limit))"))
        }
        return value
    }

    /// Reads `2026-11-21`, `2026/11/21`, `2026.11.21`, `2026年11月21日`,
    /// `20261121` and a spreadsheet's day number.
    func date(_ text: String) throws(CellProblem) -> Day {
        guard let day = CellReading.day(text) else {
            throw problem(text, Phrase("不是日期", "not a date"), mend: Phrase("请写成 2026-11-21 的样子", "write it as 2026-11-21"))
        }
        return day
    }

    /// The day that a text means, in any of the forms that sheets have.
    public static func day(_ text: String) -> Day? {
        if let day = Day(iso: text) ?? Day(iso: PlainText.key(text)) { return day }
        // A time of day after a blank is no part of the date.
        let date = PlainText.halfWidth(PlainText.trimmed(text)).split(separator: " ").first.map(String.init) ?? ""
        if date.utf8.allSatisfy({ (48...57).contains($0) }) {
            if date.count == 8, let number = Int(date) {
                return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
            }
            // Day 1 is 1900-01-01, and 1900 is taken for a leap year, so
            // that from March 1900 on the count starts at 1899-12-30.
            if let number = Int32(date), (10_000...80_000).contains(number) { return Day(number: number - 25_569) }
            return nil
        }
        var text = date
        if text.hasSuffix("日") || text.hasSuffix("号") { text.removeLast() }
        guard !text.contains("+") else { return nil }
        let parts = text.split(omittingEmptySubsequences: false) { "-/.年月".contains($0) }.map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], year >= 1000 else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// The many signs between two ends of a range, as one; two of them are
    /// one too.
    static func dashed(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isAfterOne = false
        for scalar in text.unicodeScalars {
            let isDash = "-～~—–至到".unicodeScalars.contains(scalar)
            if isDash && isAfterOne {
                isAfterOne = false
            } else {
                result.append(isDash ? "-" : scalar)
                isAfterOne = isDash
            }
        }
        return String(result)
    }

    // MARK: - Catalogues

    public func place(_ text: String, atLeast level: Place.Level? = nil) throws(CellProblem) -> PlaceID {
        switch catalogue.places.resolve(text, near: near) {
        case .found(let id):
            if let level, catalogue.places[id].level < level {
                throw problem(text, Phrase("地方太大", "too large a place"), mend: Phrase("请至少写到旗县区", "name a county or smaller"))
            }
            return id
        case .ambiguous(let ids):
            throw problem(
                text, Phrase("有几个地方叫这个名字", "several places have this name"),
                mend: Phrase("请写明是 ", "say which: ") + names(ids))
        case .unknown:
            let nearest = catalogue.places.nearest(to: text, count: 3)
            throw problem(
                text, Phrase("目录里没有这个地方", "no such place in the catalogue"),
                mend: nearest.isEmpty
                    ? Phrase("请填区划代码或名称", "write a place's code or name")
                    : Phrase("相近的有 ", "the nearest are ") + names(nearest))
        }
    }

    private func names(_ ids: [PlaceID]) -> Phrase {
        Phrase.list(ids.prefix(5).map { Phrase(verbatim: "\(catalogue.places.fullName($0))(\(catalogue.places[$0].code))") })
    }

    func places(_ text: String) throws(CellProblem) -> [PlaceID] {
        var places: [PlaceID] = []
        for part in PlainText.list(text) {
            let place = try place(part)
            if !places.contains(place) { places.append(place) }
        }
        return places
    }

    func education(_ text: String) throws(CellProblem) -> Education? {
        if ["不限", "无要求", "any", "学历不限"].contains(PlainText.key(text)) { return nil }
        guard let education = Education.read(text) else {
            throw problem(
                text, Phrase("不认识的学历", "unknown education"),
                mend: Phrase("可填 ", "write one of ") + Phrase.list(Education.allCases.map(\.phrase)))
        }
        return education
    }

    /// - Parameter derived: whether groups that follow from dates may be
    ///   named; of a person they are worked out, never read.
    mutating func groups(_ text: String, derived: Bool) throws(CellProblem) -> GroupSet {
        var groups: GroupSet = []
        for part in PlainText.list(text, isWhole: { catalogue.groups.group($0) != nil }) {
            guard let group = catalogue.groups.group(part) else {
                let nearest = catalogue.groups.nearest(to: part, count: 3).map(\.name)
                throw problem(
                    part, Phrase("目录里没有这个群体", "no such group in the catalogue"),
                    mend: nearest.isEmpty ? Phrase("请查群体目录", "see the list of groups") : Phrase("相近的有 ", "the nearest are ") + Phrase.list(nearest))
            }
            if group.isDerived && !derived {
                warn(part, Phrase("这个群体由日期推算，不从表里读", "this group follows from dates and is not read"))
            } else {
                groups.insert(group.id)
            }
        }
        return groups
    }

    func kind(_ text: String) throws(CellProblem) -> JobKindID {
        guard let kind = catalogue.kinds.kind(text) else {
            throw problem(
                text, Phrase("目录里没有这种用工形式", "no such kind of job"),
                mend: Phrase("可填 ", "write one of ") + Phrase.list(catalogue.kinds.all.map(\.name)))
        }
        return kind.id
    }

    func kinds(_ text: String) throws(CellProblem) -> [JobKindID] {
        var kinds: [JobKindID] = []
        for part in PlainText.list(text) {
            let kind = try kind(part)
            if !kinds.contains(kind) { kinds.append(kind) }
        }
        return kinds
    }

    // MARK: - Skills and certificates

    mutating func skillName(_ text: String) -> SkillName {
        let name = catalogue.skills.name(text)
        if case .word = name {
            let nearest = nearestSkills(text)
            warn(
                text, Phrase("目录里没有，按原文保留", "not in the catalogue, kept as a word"),
                mend: nearest.isEmpty ? Phrase(verbatim: "") : Phrase("目录里最接近的是 ", "the nearest in the catalogue are ") + Phrase.list(nearest))
        }
        return name
    }

    /// What the word may mean as people speak. A sheet repeats its words.
    private mutating func nearestSkills(_ text: String) -> [Phrase] {
        if isSilent || !namesNearestSkills { return [] }
        if let known = nearest[text] { return known }
        let index = sayings ?? SayingIndex(catalogue)
        sayings = index
        let names = index.skills(text, limit: 3).map { Phrase(verbatim: catalogue.skills[$0.id].name) }
        nearest[text] = names
        return names
    }

    /// `焊工:中级工` → the skill and its level.
    private mutating func skill(_ text: String) -> (SkillName, SkillLevel) {
        // Cut where the sign stands, full-width or not: a word is kept letter
        // for letter.
        func isSign(_ scalar: Unicode.Scalar) -> Bool { scalar == ":" || scalar == "：" }
        let scalars = text.unicodeScalars.drop(while: isSign)
        guard !scalars.isEmpty, let sign = scalars.firstIndex(where: isSign) else {
            return (skillName(scalars.isEmpty ? text : String(scalars)), .unknown)
        }
        let name = skillName(PlainText.trimmed(Substring(scalars[..<sign])))
        let word = PlainText.trimmed(Substring(scalars[scalars.index(after: sign)...]))
        guard !word.isEmpty else { return (name, .unknown) }
        guard let level = SkillLevel.read(word) else {
            let reason =
                Int(word) != nil
                ? Phrase("等级写成数字分不清方向，按未知处理", "a level written as a digit could be counted from either end; taken as unknown")
                : Phrase("不认识的等级，按未知处理", "unknown level, taken as none")
            warn(text, reason, mend: Phrase("请写 初级工、中级工、高级工……", "write junior, intermediate, senior …"))
            return (name, .unknown)
        }
        return (name, level)
    }

    mutating func heldSkills(_ text: String) -> [HeldSkill] {
        var skills: [HeldSkill] = []
        for part in PlainText.list(text) {
            let (name, level) = skill(part)
            if let index = skills.firstIndex(where: { $0.name == name }) {
                if level > skills[index].level { skills[index] = HeldSkill(name, level) }
            } else {
                skills.append(HeldSkill(name, level))
            }
        }
        return skills
    }

    mutating func askedSkills(_ text: String) -> [AskedSkill] {
        var skills: [AskedSkill] = []
        for part in PlainText.list(text) {
            let isWelcome = part.hasSuffix("?") || part.hasSuffix("？")
            let (name, level) = skill(isWelcome ? PlainText.trimmed(part.dropLast()) : part)
            if let index = skills.firstIndex(where: { $0.name == name }) {
                let known = skills[index]
                skills[index] = AskedSkill(name, max(level, known.level), isRequired: known.isRequired || !isWelcome)
            } else {
                skills.append(AskedSkill(name, level, isRequired: !isWelcome))
            }
        }
        return skills
    }

    mutating func certificateName(_ text: String) -> CertificateName {
        let name = catalogue.certificates.name(text)
        if case .word = name { warn(text, Phrase("证书目录里没有，按原文保留", "not in the list of certificates, kept as a word")) }
        return name
    }

    mutating func heldCertificates(_ text: String) throws(CellProblem) -> [HeldCertificate] {
        var certificates: [HeldCertificate] = []
        for part in PlainText.list(text) {
            let pieces = part.unicodeScalars.split(maxSplits: 1) { $0 == "@" || $0 == "＠" }.map { PlainText.trimmed(Substring($0)) }
            let name = certificateName(pieces.first ?? part)
            let expires = pieces.count == 2 && !pieces[1].isEmpty ? try expiry(pieces[1]) : nil
            certificates.removeAll { $0.name == name }
            certificates.append(HeldCertificate(name, expires: expires))
        }
        return certificates
    }

    /// A month is good to its end.
    private func expiry(_ text: String) throws(CellProblem) -> Day {
        let month = PlainText.halfWidth(text).split(omittingEmptySubsequences: true) { "-/.年月".contains($0) }.map { Int($0) }
        if month.count == 2, let year = month[0], let number = month[1], let first = Day(year: year, month: number, day: 1) {
            return first.endOfMonth
        }
        return try date(text)
    }

    mutating func certificateNames(_ text: String) -> [CertificateName] {
        var names: [CertificateName] = []
        for part in PlainText.list(text) {
            let name = certificateName(part)
            if !names.contains(name) { names.append(name) }
        }
        return names
    }
}
