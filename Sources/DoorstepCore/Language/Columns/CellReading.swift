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
    /// What is not worked out twice, whichever row asks for it.
    let memory = ReadingMemory()
    /// The columns that the sheet has not, by identifier, and whose values
    /// may be taken from what others say: a sheet that has them and leaves
    /// them empty says that there are none.
    public var absent: Set<String> = []
    /// Made when the first unknown skill is met: most sheets have none.
    private var sayings: SayingIndex?
    /// A warning of an unknown skill names those that are nearest, which
    /// takes an index of the catalogue.
    var namesNearestSkills = true
    /// What is read was written by the program itself: names and codes mean
    /// what they say to the letter, and there is nothing to warn of.
    public var isExact = false

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
        guard !isExact else { return }
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

    // MARK: - Texts that sheets repeat

    /// What a text means that needs no message, worked out once for all the
    /// rows that repeat it.
    ///
    /// What the store holds is read as it is: its codes take less time than
    /// to remember them, and many read it side by side.
    func remembered<Value: Sendable>(_ text: String, _ memory: (ReadingMemory) -> TextMemory<Value>, _ work: () -> Value) -> Value {
        isExact ? work() : memory(self.memory).value(of: text, work)
    }

    /// As the other, of what may warn or be refused: that is worked out, and
    /// said, for each row.
    mutating func remembered<Value: Sendable, Failure: Error>(
        _ text: String, _ memory: (ReadingMemory) -> TextMemory<Value>, _ work: (inout CellReading) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        guard !isExact else { return try work(&self) }
        if let known = memory(self.memory)[text] { return known }
        let before = warnings.count
        let value = try work(&self)
        if warnings.count == before { memory(self.memory).remember(value, of: text) }
        return value
    }

    // MARK: - Plain values

    func yesNo(_ text: String) throws(CellProblem) -> Bool {
        guard let yes = remembered(text, \.answers, { CellReading.yes(text) }) else {
            throw problem(text, Phrase("读不出是或否", "neither yes nor no"), mend: Phrase("请填“是”或“否”", "write yes or no"))
        }
        return yes
    }

    /// Nil where the text says neither.
    static func yes(_ text: String) -> Bool? {
        switch PlainText.key(text) {
        case "是", "yes", "y", "true", "1", "有", "√", "✓", "✔", "对", "可以", "可", "能", "愿意", "同意", "需要", "提供", "t": true
        case "否", "no", "n", "false", "0", "无", "×", "x", "不", "不是", "没有", "没", "不可以", "不可", "不能", "不愿意", "不愿", "不同意", "不需要", "不提供", "非", "f": false
        default: nil
        }
    }

    /// `包吃住`, `不提供`, as well as yes and no.
    func lodging(_ text: String) throws(CellProblem) -> Bool {
        do throws(CellProblem) {
            return try yesNo(text)
        } catch {
            if Lodging.isGiven(text) { return true }
            let key = PlainText.key(text)
            if ["住宿", "可住宿", "宿舍", "食宿", "吃住", "住"].contains(key) { return true }
            // Board alone is no lodging.
            let isBoard = ["包吃", "管吃", "管饭", "包餐", "供餐", "工作餐", "午餐", "自理", "自行解决"].contains { PlainText.holds(key, $0) }
            let isRefused = ["不包", "不管", "不提供", "无宿", "无住", "不含", "无食宿", "没宿", "没有宿"].contains { PlainText.holds(key, $0) }
            if isBoard || isRefused { return false }
            throw error
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

    /// The many signs between two ends of a range, as one; two of them are
    /// one too.
    static func dashed(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isAfterOne = false
        for scalar in text.unicodeScalars {
            let isDash = "-～~—–―−‐‑〜至到".unicodeScalars.contains(scalar)
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

    /// - Parameter derived: whether groups that follow from dates may be
    ///   named; of a person they are worked out, never read.
    mutating func groups(_ text: String, derived: Bool) throws(CellProblem) -> GroupSet {
        // Of a job, derived ones may be named, and another cell means them.
        guard !derived else { return try eachGroup(text, derived: true) }
        return try remembered(text, \.groups) { reading throws(CellProblem) in try reading.eachGroup(text, derived: false) }
    }

    private mutating func eachGroup(_ text: String, derived: Bool) throws(CellProblem) -> GroupSet {
        var groups: GroupSet = []
        if !isExact, CellReading.isNothing(text) || ["否", "不是", "不属于", "普通人员", "一般人员"].contains(PlainText.key(text)) { return groups }
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
        guard let kind = catalogue.kinds.kind(text) ?? CellReading.kindSynonyms[PlainText.key(text)].flatMap({ catalogue.kinds.kind($0) }) else {
            throw problem(
                text, Phrase("目录里没有这种用工形式", "no such kind of job"),
                mend: Phrase("可填 ", "write one of ") + Phrase.list(catalogue.kinds.all.map(\.name)))
        }
        return kind.id
    }

    /// What job sites and forms call the kinds.
    private static let kindSynonyms = [
        "全职": "full-time", "全日制用工": "full-time", "正式工": "full-time", "正式": "full-time", "合同制": "full-time", "劳动合同": "full-time",
        "兼职": "part-time", "小时工": "part-time", "钟点工": "part-time", "非全日制用工": "part-time", "临时工": "gig", "临时": "gig", "短工": "gig", "日结": "gig",
        "日结工": "gig", "零工岗位": "gig", "季节工": "seasonal", "季节性": "seasonal", "实习": "traineeship", "见习": "traineeship", "见习岗位": "traineeship", "公益岗": "public-welfare",
        "公益岗位": "public-welfare", "公益性": "public-welfare", "灵活用工": "flexible",
    ]

    /// Nothing asked for or wished for.
    static func isNothing(_ text: String) -> Bool {
        guard text.utf8.count <= 18 else { return false }
        return ["无", "没有", "暂无", "不限", "无要求", "不要求", "均可", "都可以", "都行", "无所谓", "-", "--", "—", "/", "\\", "none"].contains(PlainText.key(text))
    }

    mutating func kinds(_ text: String) throws(CellProblem) -> [JobKindID] {
        try remembered(text, \.kinds) { reading throws(CellProblem) in try reading.eachKind(text) }
    }

    private func eachKind(_ text: String) throws(CellProblem) -> [JobKindID] {
        if !isExact, CellReading.isNothing(text) { return [] }
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
        if isExact || !namesNearestSkills { return [] }
        if let known = memory.nearest[text] { return known }
        let index = sayings ?? SayingIndex(catalogue)
        sayings = index
        let names = index.skills(text, limit: 3).map { Phrase(verbatim: catalogue.skills[$0.id].name) }
        memory.nearest.remember(names, of: text)
        return names
    }

    /// `焊工:中级工` → the skill and its level.
    mutating func skill(_ text: String) -> (SkillName, SkillLevel) {
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

    mutating func certificateName(_ text: String) -> CertificateName {
        let name = catalogue.certificates.name(text)
        if case .word = name { warn(text, Phrase("证书目录里没有，按原文保留", "not in the list of certificates, kept as a word")) }
        return name
    }

    /// A month is good to its end.
    func expiry(_ text: String) throws(CellProblem) -> Day {
        let month = PlainText.halfWidth(text).split(omittingEmptySubsequences: true) { "-/.年月".contains($0) }.map { Int($0) }
        if month.count == 2, let year = month[0], let number = month[1], let first = Day(year: year, month: number, day: 1) {
            return first.endOfMonth
        }
        return try date(text)
    }
}
