import Testing

@testable import DoorstepCore

@Suite("Evidence")
struct EvidenceTests {
    @Test("every item is called otherwise than every other, in both languages, and its name is read back")
    func names() {
        for names in [EvidenceItem.allCases.map(\.phrase.chinese), EvidenceItem.allCases.map(\.phrase.english), EvidenceItem.allCases.map(\.rawValue)] {
            #expect(Set(names).count == EvidenceItem.allCases.count)
        }
        for item in EvidenceItem.allCases {
            #expect(EvidenceItem.named(item.phrase.chinese) == item)
            #expect(EvidenceItem.named(item.phrase.english) == item)
            #expect(EvidenceItem.named(item.rawValue) == item)
        }
    }

    @Test("what the ledger keeps of it is read back the same, whatever was written")
    func roundTrip() throws {
        let seed: UInt64 = 8_241
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        for _ in 0..<500 {
            var evidence: Evidence = [:]
            for item in EvidenceItem.allCases where random.once(in: 6) { evidence[item] = try item.read(typed(item, &random)) }
            #expect(Evidence(text: evidence.text) == evidence, "\(evidence.text)")
        }
    }

    private func typed(_ item: EvidenceItem, _ random: inout SplitMix64) -> String {
        switch item.kind {
        case .day: ["2026-11-21", "2026年3月1日", "20250505", "2026/7/9"][random.int(0...3)]
        case .yesNo: ["是", "no", "有", "×"][random.int(0...3)]
        case .number, .money: String(random.int(0...500))
        case .text: ["北疆人力", "a;b=c", "额尔古纳 一培多证", "=1+1"][random.int(0...3)]
        case .level: ["中级工", "高级技师", "junior"][random.int(0...2)]
        case .source: ["合同原件", "payroll", "电话"][random.int(0...2)]
        }
    }

    @Test("texts that are no evidence are none", arguments: ["wage", "wage=", "wage=x", "wage=-1", "wage=1;wage=2", "paid=maybe", "nothing=1", "contract-from=2026-02-30", ";", "skill-level=99", "checked-against=gossip"])
    func unreadable(text: String) {
        #expect(Evidence(text: text) == nil)
    }

    @Test("several items are typed in one line, by their names or what only one of them holds")
    func typed() throws {
        let evidence = try Evidence(typed: "合同起 2026-01-01；合同止：2026-12-31; 养老=3；连续参保 是")
        #expect(evidence.text == "contract-from=2026-01-01;contract-to=2026-12-31;pension-months=3;insurance-unbroken=yes")
        #expect(try Evidence(typed: "").isEmpty)
        #expect(try Evidence(typed: "wage a month 4500").number(.wage) == 4500)
    }

    @Test("a part that is not understood is named, with what could be meant", arguments: [
        ("合同 2026-01-01", "合同签订日期"), ("养老保险月数 很多", "不是可用的数字"), ("合同起", "没有写值"), ("合同起 昨天吧", "读不出日期"), ("随便 1", "不是凭证的项目"),
    ])
    func problem(text: String, said: String) {
        let error = #expect(throws: CellProblem.self) { try Evidence(typed: text) }
        #expect(error?.message.chinese.contains(said) == true, "\(error?.message.chinese ?? "")")
    }

    @Test("months are those of which a day lies in between", arguments: [
        ("2026-01-31", "2026-02-01", 2), ("2026-01-01", "2026-01-31", 1), ("2025-12-31", "2026-01-01", 2), ("2026-03-01", "2026-02-28", 0), ("2025-11-21", "2026-11-20", 13),
    ])
    func months(first: String, last: String, count: Int) throws {
        #expect(Evidence.months(from: try day(first), to: try day(last)) == count)
    }

    @Test("as many months as there were are possible, and one more is not", arguments: EvidenceItem.schemes)
    func possible(scheme: EvidenceItem) throws {
        let (started, today) = (try day("2026-09-15"), try day("2026-11-21"))
        func admit(_ months: Int, _ known: Evidence = [:]) throws(StepRefusal) {
            let evidence: Evidence = [scheme: .number(months)]
            try evidence.admit(with: known, on: today, started: started)
        }
        #expect(throws: Never.self) { try admit(3) }
        #expect(throws: StepRefusal.tooManyMonths(scheme, 4, since: started, possible: 3)) { try admit(4) }
        // Who was insured before may have more.
        #expect(throws: Never.self) { try admit(11, [.insuranceFrom: .day(try day("2026-01-31"))]) }
    }

    @Test("what contradicts itself is refused, also where its halves came in at different times")
    func contradicting() throws {
        let today = try day("2026-11-21")
        let late: Evidence = [.contractTo: .day(try day("2026-12-31"))]
        #expect(throws: StepRefusal.endsBeforeItBegins(.contractFrom, try day("2027-01-01"), .contractTo, try day("2026-12-31"))) {
            try late.admit(with: [.contractFrom: .day(day("2027-01-01"))], on: today, started: nil)
        }
        let both: Evidence = [.contractOpen: .yes(true), .contractTo: .day(try day("2026-12-31"))]
        #expect(throws: StepRefusal.self) { try both.admit(with: [:], on: today, started: nil) }
        let old: Evidence = [.businessRegistered: .day(try day("1949-10-01"))]
        #expect(throws: StepRefusal.implausibleDate(.businessRegistered, try day("1949-10-01"))) { try old.admit(with: [:], on: today, started: nil) }
    }

    @Test("of each item the latest value counts, with the step that brought it; a step taken back brings nothing")
    func proven() throws {
        let desk = try Desk()
        var placement = try desk.placement(steps: (.referred, "2026-01-01"), (.hired, "2026-01-05"))
        placement.append(step(3, .checked, "2026-02-01", [.wage: .number(4000), .pensionMonths: .number(1)]))
        placement.append(step(4, .checked, "2026-05-01", [.pensionMonths: .number(4)]))
        placement.append(step(5, .checked, "2026-06-01", [.wage: .number(9000)]))
        placement.append(step(6, .corrected, "2026-06-02", [:], corrects: 5))
        let proven = placement.evidence(asOf: try day("2026-11-21"))
        #expect(proven.values == [.wage: .number(4000), .pensionMonths: .number(4)])
        #expect(proven.steps[.pensionMonths]?.number == 4 && proven.steps[.wage]?.number == 3)
        #expect(placement.evidence(asOf: try day("2026-04-30")).values.number(.pensionMonths) == 1)
        #expect(placement.stage == .hired, "a check moves it nowhere")
    }

    private func step(_ number: Int, _ stage: Stage, _ date: String, _ evidence: Evidence, corrects: Int? = nil) -> PlacementStep {
        PlacementStep(
            number: number, stage: stage, party: nil, corrects: corrects, date: Day(iso: date) ?? Day(number: 0), recorded: "2026-11-21T03:04:05Z",
            caseworker: "李四", note: "", evidence: evidence, employer: "", title: "", kind: "", link: "")
    }

    @Test("who declined after being taken on never started; day work is sent, done and settled")
    func words() throws {
        let desk = try Desk()
        let never = try desk.placement(steps: (.referred, "2026-01-01"), (.hired, "2026-01-05"), (.declined, "2026-01-06"), by: .person)
        #expect(never.steps.map { never.phrase(of: $0).chinese } == ["推荐", "录用", "未到岗"])
        let turned = try desk.placement(steps: (.referred, "2026-01-01"), (.declined, "2026-01-06"), by: .person)
        #expect(turned.phrase(of: turned.latest).chinese == "本人放弃")
        #expect([Stage.hired, .left, .checked].map { $0.phrase(by: nil, isDayWork: true).chinese } == ["派工", "完工", "结算"])
    }

    @Test("day work that is done takes its day's vacancy still, and no other day's")
    func vacancy() throws {
        let desk = try Desk()
        let placement = try desk.placement(steps: (.referred, "2026-11-01"), (.hired, "2026-11-05"), (.left, "2026-11-05"))
        #expect(placement.takesVacancy(on: try day("2026-11-05"), isDayWork: true))
        #expect(!placement.takesVacancy(on: try day("2026-11-06"), isDayWork: true))
        #expect(!placement.takesVacancy(on: try day("2026-11-05"), isDayWork: false))
    }
}
