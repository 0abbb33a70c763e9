extension EvidenceItem {
    /// What a cell, an option or a field of a form says.
    ///
    /// - Throws: a problem that names the item, the value and the mend.
    public func read(_ text: String) throws(CellProblem) -> Evidence.Value {
        let typed = PlainText.trimmed(text)
        func problem(_ reason: Phrase, mend: Phrase) -> CellProblem { CellProblem(column: phrase, value: typed, reason: reason, mend: mend) }
        switch kind {
        case .day:
            guard let day = CellReading.day(typed) else {
                throw problem(Phrase("读不出日期", "not a date"), mend: Phrase("请写成 2026-11-21", "write it like 2026-11-21"))
            }
            return .day(day)
        case .yesNo:
            guard let yes = CellReading.yes(typed) else {
                throw problem(Phrase("读不出是或否", "neither yes nor no"), mend: Phrase("请填“是”或“否”", "write yes or no"))
            }
            return .yes(yes)
        case .number(let highest): return .number(try number(typed, 0...highest))
        case .money: return .number(try number(typed, 0...1_000_000))
        case .text:
            // What separates items in the ledger is no part of a text.
            let plain = typed.replacing(";", with: "；").replacing("=", with: "＝")
            guard (1...60).contains(plain.count), plain.unicodeScalars.allSatisfy({ ![.control, .format].contains($0.properties.generalCategory) }) else {
                throw problem(Phrase("没有内容、太长，或有控制字符", "empty, too long, or with control characters in it"), mend: Phrase("请填 1 到 60 个字", "write 1 to 60 characters"))
            }
            return .text(plain)
        case .level:
            let level = SkillLevel.allCases.first { level in
                level != .unknown && [level.phrase.chinese, level.phrase.english].contains { PlainText.key($0) == PlainText.key(typed) }
            }
            guard let level else {
                throw problem(Phrase("不是技能等级", "no level of skill"), mend: Phrase("请填“中级工”之类", "write a level such as intermediate"))
            }
            return .level(level)
        case .source:
            guard let source = EvidenceSource.read(typed) else {
                let words = Phrase.list(EvidenceSource.allCases.map(\.phrase))
                throw problem(Phrase("不是核实依据", "nothing to check against"), mend: Phrase("请填：", "write one of: ") + words)
            }
            return .source(source)
        }
    }

    private func number(_ text: String, _ range: ClosedRange<Int>) throws(CellProblem) -> Int {
        let key = PlainText.key(text)
        guard key.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(key), range.contains(number) else {
            throw CellProblem(
                column: phrase, value: text, reason: Phrase("不是可用的数字", "not a usable number"),
                mend: Phrase("请填 \(range.lowerBound) 到 \(range.upperBound) 的整数", "write a whole number from \(range.lowerBound) to \(range.upperBound)"))
        }
        return number
    }
}

extension EvidenceItem {
    /// The item that a name means: its own in either language, or what only
    /// one of them holds.
    public static func named(_ text: String) -> EvidenceItem? {
        if let item = read(text) { return item }
        let candidates = likely(text)
        return candidates.count == 1 ? candidates[0] : nil
    }

    /// Those whose name holds what was typed, in the order of the list.
    public static func likely(_ text: String) -> [EvidenceItem] {
        let key = PlainText.key(text)
        guard !key.isEmpty else { return [] }
        return allCases.filter { item in
            [item.phrase.chinese, item.phrase.english, item.rawValue].contains { PlainText.holds(PlainText.key($0), key) }
        }
    }
}

extension Evidence {
    /// What is typed in one line: `合同起 2026-01-01；养老保险月数=3`, with an
    /// item's name, then a blank, a colon or `=`, then its value.
    ///
    /// - Throws: a problem that names the part that is not understood.
    public init(typed text: String) throws(CellProblem) {
        self = [:]
        let parts = text.split { ";；\n".contains($0) }.map { PlainText.trimmed($0) }
        for part in parts where !part.isEmpty {
            guard let sign = part.firstIndex(where: { "=＝:：".contains($0) }) ?? part.lastIndex(where: { $0 == " " || $0 == "　" }) else {
                throw CellProblem(
                    column: Evidence.column, value: part, reason: Phrase("没有写值", "has no value"),
                    mend: Phrase("请写成“合同起 2026-01-01”，几项之间用分号", "write it like “contract from 2026-01-01”, with ; between several"))
            }
            let name = PlainText.trimmed(part[..<sign])
            guard let item = EvidenceItem.named(name) else {
                let likely = EvidenceItem.likely(name)
                let shown = likely.isEmpty ? Array(EvidenceItem.allCases.prefix(6)) : likely
                throw CellProblem(
                    column: Evidence.column, value: name, reason: Phrase("不是凭证的项目", "no item of evidence"),
                    mend: Phrase("请写：", "write one of: ") + Phrase.list(shown.map(\.phrase)))
            }
            self[item] = try item.read(String(part[part.index(after: sign)...]))
        }
    }

    private static let column = Phrase("凭证", "evidence")

    /// Whether what came in can be true, with all that is known already.
    ///
    /// - Parameters:
    ///   - known: what earlier steps brought.
    ///   - date: the day it came in: what was paid or signed was by then.
    ///   - started: the day the person started or was taken on.
    public func admit(with known: Evidence, on date: Day, started: Day?) throws(StepRefusal) {
        var all = known
        for (item, value) in items { all[item] = value }
        for (item, value) in items {
            guard case .day(let day) = value else { continue }
            guard item.mayLieAhead || day <= date else { throw .evidenceAhead(item, day, on: date) }
            guard (1950...date.year + Evidence.longestTerm).contains(day.year) else { throw .implausibleDate(item, day) }
        }
        for (from, to) in [(EvidenceItem.contractFrom, EvidenceItem.contractTo), (.traineeshipFrom, .traineeshipTo), (.traineeshipFrom, .traineeshipEnded),
            (.reserveFrom, .reserveTo), (.businessRegistered, .operatingOn)] where self[from] != nil || self[to] != nil
        {
            if let first = all.day(from), let last = all.day(to), last < first { throw .endsBeforeItBegins(from, first, to, last) }
        }
        if self[.contractOpen] == .yes(true), let last = all.day(.contractTo), self[.contractTo] != nil {
            throw .contradicting(.contractOpen, .contractTo, Phrase(verbatim: last.description))
        }
        guard let first = all.day(.insuranceFrom) ?? started else { return }
        let possible = Evidence.months(from: first, to: date)
        for scheme in EvidenceItem.schemes {
            if let months = number(scheme), months > possible { throw .tooManyMonths(scheme, months, since: first, possible: possible) }
        }
    }

    /// No contract runs for longer, in years: one that does is a slip of the
    /// hand, or one without end.
    private static let longestTerm = 50

    /// Months of which at least a day lies between two days.
    static func months(from first: Day, to last: Day) -> Int {
        guard first <= last else { return 0 }
        let (from, to) = (first.parts, last.parts)
        return (to.year - from.year) * 12 + to.month - from.month + 1
    }
}

/// All that is proven of a placement as of a day, and by which step.
public struct ProvenEvidence: Sendable {
    public private(set) var values: Evidence = [:]
    /// Who wrote it down, when, and against what stands there.
    public private(set) var steps: [EvidenceItem: PlacementStep] = [:]

    /// What came in later counts: of each item the latest value.
    init(_ steps: [PlacementStep]) {
        for step in steps {
            for (item, value) in step.evidence.items {
                values[item] = value
                self.steps[item] = step
            }
        }
    }
}

extension Placement {
    /// What the steps that stand and are dated no later prove.
    public func evidence(asOf day: Day) -> ProvenEvidence { ProvenEvidence(standing.filter { $0.date <= day }) }

    /// The day the person started; nil where nobody did.
    public var started: Day? { standing.first { $0.stage == .started }?.date }

    /// The day the person was taken on.
    public var hired: Day? { standing.first { $0.stage == .hired }?.date }

    /// What to call one of the steps: who was taken on and declined never
    /// started; day work has words of its own.
    public func phrase(of step: PlacementStep) -> Phrase {
        if step.stage == .declined, standing.last(where: { $0.number < step.number && $0.stage != .checked })?.stage == .hired {
            return step.party == .employer ? Phrase("未到岗（单位）", "never started (employer)") : Phrase("未到岗", "never started")
        }
        return step.phrase
    }
}

extension PlacementStep {
    public var isDayWork: Bool { kind == JobKind.dayWorkCode }

    /// What to call it by itself, without what came before.
    public var phrase: Phrase { stage.phrase(by: party, isDayWork: isDayWork) }
}
