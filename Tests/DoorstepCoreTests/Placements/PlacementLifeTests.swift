@testable import DoorstepCore
import Testing

@Suite("The life of a placement")
struct PlacementLifeTests {
    private let desk: Desk

    init() throws {
        desk = try Desk()
    }

    /// The one way through: which step may follow which.
    private static let followers: [Stage: Set<Stage>] = [
        .referred: [.interviewed, .hired, .declined], .interviewed: [.hired, .declined], .hired: [.started, .checked, .declined],
        .started: [.checked, .left], .declined: [], .left: [.checked], .corrected: [],
    ]

    /// A day's work is done without having been started for longer, and
    /// settled after it.
    private static let followersOfDayWork: [Stage: Set<Stage>] = [
        .referred: [.interviewed, .hired, .declined], .interviewed: [.hired, .declined], .hired: [.started, .left, .checked, .declined],
        .started: [.left, .checked], .declined: [], .left: [.checked], .corrected: [],
    ]

    /// Those that say where a placement is.
    private static let places = Stage.allCases.filter { $0 != .checked }

    /// A placement that has come to a stage by the shortest way, its last
    /// step on 5 November.
    private func placement(at stage: Stage, by party: Party? = nil) throws -> Placement {
        let ways: [Stage: [Stage]] = [
            .referred: [], .interviewed: [.referred], .hired: [.referred], .started: [.referred, .hired], .declined: [.referred], .left: [.referred, .hired, .started], .corrected: [],
        ]
        let before = try #require(ways[stage])
        var placement = try desk.placement(steps: (before.first ?? stage, before.isEmpty ? "2026-11-05" : "2026-11-01"), by: party)
        for step in before.dropFirst() { placement.append(try desk.placement(steps: (step, "2026-11-01")).latest) }
        if !before.isEmpty { placement.append(try desk.placement(steps: (stage, "2026-11-05"), by: party).latest) }
        return placement
    }

    @Test("every step may follow where the life goes so, and no other", arguments: places, Stage.allCases)
    func everyFollower(from: Stage, to: Stage) throws {
        let placement = try placement(at: from, by: .person)
        let mayFollow = try #require(Self.followers[from]).contains(to)
        #expect(from.followers(isDayWork: false).contains(to) == mayFollow)
        #expect(try from.followers(isDayWork: true).contains(to) == #require(Self.followersOfDayWork[from]).contains(to))
        if mayFollow {
            #expect(throws: Never.self) { try placement.admit(to, on: desk.today) }
        } else {
            #expect(throws: StepRefusal.cannotFollow(stage: from, party: placement.latest.party, asked: to, isDayWork: false)) { try placement.admit(to, on: desk.today) }
        }
    }

    @Test("a step is dated no earlier than the one it follows")
    func dates() throws {
        let placement = try placement(at: .referred)
        #expect(throws: StepRefusal.before(step: try day("2026-11-05"), asked: try day("2026-11-04"))) { try placement.admit(.hired, on: day("2026-11-04")) }
        #expect(throws: Never.self) { try placement.admit(.hired, on: day("2026-11-05")) }
        #expect(throws: Never.self) { try placement.admit(.hired, on: day("2026-11-06")) }
    }

    @Test("steps stay as they were recorded, and the latest says where it stands")
    func steps() throws {
        var placement = try placement(at: .referred)
        let first = placement.latest
        placement.append(try desk.placement(steps: (.hired, "2026-11-07")).latest)
        #expect(placement.steps.first == first && placement.steps.count == 2 && placement.stage == .hired)
        #expect(placement.latest.date.description == "2026-11-07")
    }

    @Test("as of a day it stands where its latest step dated no later put it", arguments: [
        ("2026-10-31", nil), ("2026-11-01", .referred), ("2026-11-04", .referred), ("2026-11-05", .hired), ("2026-11-09", .hired), ("2026-11-10", .started), ("2027-01-01", .left),
    ] as [(String, Stage?)])
    func asOf(date: String, stage: Stage?) throws {
        let placement = try desk.placement(steps: (.referred, "2026-11-01"), (.hired, "2026-11-05"), (.started, "2026-11-10"), (.left, "2026-12-31"))
        #expect(placement.latest(asOf: try day(date))?.stage == stage)
    }

    @Test("it is under way until one side declines or the person leaves, and takes a vacancy while hired or at work")
    func stages() {
        #expect(Stage.allCases.filter(\.isOpen) == [.referred, .interviewed, .hired, .started])
        #expect(Stage.allCases.filter(\.takesVacancy) == [.hired, .started])
        #expect(Stage.allCases.map(\.phrase.chinese) == ["推荐", "面试", "录用", "到岗", "在岗核实", "未成", "离职", "更正"])
    }

    // MARK: - The person's status

    @Test("the person's status follows: placed when taken on, seeking again when it came to nothing", arguments: [
        (PersonStatus.seeking, Stage?.none, Stage.referred, PersonStatus?.none), (.seeking, .referred, .interviewed, nil), (.seeking, .referred, .hired, .placed),
        (.seeking, .interviewed, .hired, .placed), (.seeking, .hired, .started, .placed), (.placed, .hired, .started, nil), (.placed, .hired, .declined, .seeking),
        (.seeking, .referred, .declined, nil), (.placed, .referred, .declined, nil), (.placed, .interviewed, .declined, nil), (.placed, .started, .left, .seeking),
        (.seeking, .started, .left, nil), (.paused, .referred, .hired, nil), (.withdrawn, .started, .left, nil), (.paused, .hired, .declined, nil),
    ])
    func status(status: PersonStatus, previous: Stage?, stage: Stage, becomes: PersonStatus?) {
        #expect(status.following(stage, from: previous, isDayWork: false) == becomes)
    }

    @Test("day work makes nobody placed, and nobody seeking")
    func dayWorkStatus() {
        for status in PersonStatus.allCases {
            for stage in Stage.allCases {
                for previous in Stage.allCases { #expect(status.following(stage, from: previous, isDayWork: true) == nil) }
            }
        }
    }

    // MARK: - Said

    @Test("a refusal says where it stands, what was asked, and what may follow", arguments: [
        (StepRefusal.cannotFollow(stage: .referred, party: nil, asked: .left, isDayWork: false), "现在是“推荐”，不能接“离职”，可办 面试、录用、未成。",
         "It stands at “referred”, which “left” cannot follow; it may be followed by interviewed, hired, declined."),
        (.cannotFollow(stage: .declined, party: .employer, asked: .hired, isDayWork: false), "现在是“单位未录用”，不能接“录用”，这一笔已经结束。",
         "It stands at “declined by the employer”, which “hired” cannot follow; it has ended."),
        (.cannotFollow(stage: .left, party: nil, asked: .started, isDayWork: false), "现在是“离职”，不能接“到岗”，可办 在岗核实。",
         "It stands at “left”, which “started” cannot follow; it may be followed by checked."),
        (.cannotFollow(stage: .left, party: nil, asked: .hired, isDayWork: true), "现在是“完工”，不能接“派工”，可办 结算。",
         "It stands at “done”, which “sent for the day” cannot follow; it may be followed by settled."),
        (.partyMissing, "请说明是单位未录用还是本人放弃（employer 或 person）。", "Say who declined: the employer or the person."),
        (.noVacancy(title: "电焊工"), "岗位“电焊工”已经没有空缺，请先增加人数或办理其他岗位。", "The job “电焊工” has no vacancy left; raise its headcount or choose another."),
        (.unknownJob("J9"), "没有编号为 J9 的岗位，请核对编号。", "There is no job J9; check the identifier."),
        (.unknownPerson("P9"), "没有编号为 P9 的求职者，请核对编号。", "There is no person P9; check the identifier."),
        (.unknownPlacement("R9"), "没有编号为 R9 的推荐，请核对编号。", "There is no placement R9; check the identifier."),
        (.forbidden([Phrase("甲", "a"), Phrase("乙", "b")]), "不能推荐：甲、乙。", "Cannot be referred: a, b."),
    ])
    func refusals(refusal: StepRefusal, chinese: String, english: String) {
        #expect(refusal.message == Phrase(chinese, english))
    }

    @Test("a refusal over dates and over a placement in hand names them")
    func datedRefusals() throws {
        let (one, other) = (try day("2026-11-05"), try day("2026-11-04"))
        #expect(
            StepRefusal.before(step: one, asked: other).message
                == Phrase("日期 2026-11-04 早于上一步的 2026-11-05，请核对日期。", "The date 2026-11-04 is before the step it follows, 2026-11-05; check the date."))
        #expect(
            StepRefusal.inFuture(asked: one, today: other).message
                == Phrase("日期 2026-11-05 还没有到（今天 2026-11-04），请核对日期。", "The date 2026-11-05 is in the future (today is 2026-11-04); check the date."))
        #expect(
            StepRefusal.alreadyOpen(placement: try recordID("R1"), stage: .interviewed).message
                == Phrase("两者已有一笔在办（R1，面试），请在那一笔上继续。", "The pair is in hand already (R1, interviewed); go on with that placement."))
    }
}
