@testable import DoorstepCore
import Testing

@Suite("A person's status once a step was taken back")
struct StatusHistoryTests {
    /// Steps of one person as they were recorded, each on a status that it
    /// may have changed, or that somebody set by hand in between.
    private struct Records {
        var status: PersonStatus
        private(set) var steps: [StatusHistory.Step] = []
        private var stages: [RecordID: [(number: Int, stage: Stage)]] = [:]

        init(_ status: PersonStatus) { self.status = status }

        mutating func take(_ stage: Stage, _ placement: String, isDayWork: Bool = false) throws {
            let id = try recordID(placement)
            let next = status.following(stage, from: stages[id]?.last?.stage, isDayWork: isDayWork)
            steps.append(StatusHistory.Step(number: steps.count + 1, placement: id, stage: stage, corrects: nil, isDayWork: isDayWork, changedStatus: next != nil))
            status = next ?? status
            stages[id, default: []].append((steps.count, stage))
        }

        mutating func takeBack(_ placement: String) throws {
            let id = try recordID(placement)
            guard let last = stages[id]?.popLast() else { throw Nothing() }
            let next = StatusHistory(steps).status(status, takingBack: last.number)
            #expect(next != status)
            steps.append(
                StatusHistory.Step(number: steps.count + 1, placement: id, stage: .corrected, corrects: last.number, isDayWork: false, changedStatus: next != nil))
            status = next ?? status
        }
    }

    private struct Nothing: Error {}

    @Test("is seeking again where being hired had made them placed, and placed again where leaving or declining had not")
    func plain() throws {
        for last in [Stage.left, .declined] {
            var records = Records(.seeking)
            try records.take(.referred, "R1")
            try records.take(.hired, "R1")
            if last == .left { try records.take(.started, "R1") }
            try records.take(last, "R1")
            #expect(records.status == .seeking)
            try records.takeBack("R1")
            #expect(records.status == .placed)
            if last == .left { try records.takeBack("R1") }
            #expect(records.status == .placed)
            try records.takeBack("R1")
            #expect(records.status == .seeking)
            try records.takeBack("R1")
            #expect(records.status == .seeking)
        }
    }

    @Test("stays placed while another hire holds them so, whichever of the two had made them placed")
    func twoHires() throws {
        for order in [["R1", "R2"], ["R2", "R1"]] {
            var records = Records(.seeking)
            for placement in ["R1", "R2"] {
                try records.take(.referred, placement)
                try records.take(.hired, placement)
            }
            try records.takeBack(order[0])
            #expect(records.status == .placed)
            try records.takeBack(order[1])
            #expect(records.status == .seeking)
        }
    }

    @Test("stays what it was before: placed, paused or withdrawn by hand", arguments: [PersonStatus.placed, .paused, .withdrawn])
    func byHand(status: PersonStatus) throws {
        var records = Records(status)
        try records.take(.referred, "R1")
        try records.take(.hired, "R1")
        try records.take(.declined, "R1")
        for _ in 0..<3 { try records.takeBack("R1") }
        #expect(records.status == status)
    }

    @Test("stays what somebody set by hand since", arguments: [PersonStatus.seeking, .paused, .withdrawn])
    func byHandSince(status: PersonStatus) throws {
        var records = Records(.seeking)
        try records.take(.referred, "R1")
        try records.take(.hired, "R1")
        records.status = status
        try records.take(.referred, "R2")
        try records.takeBack("R1")
        #expect(records.status == status)
        try records.takeBack("R2")
        #expect(records.status == status)
    }

    @Test("follows from what came after it was set by hand")
    func afterByHand() throws {
        var records = Records(.seeking)
        try records.take(.referred, "R1")
        try records.take(.hired, "R1")
        try records.take(.started, "R1")
        records.status = .seeking
        try records.take(.referred, "R2")
        try records.take(.hired, "R2")
        #expect(records.status == .placed)
        try records.takeBack("R2")
        #expect(records.status == .seeking)
    }

    @Test("is none of day work's doing")
    func dayWork() throws {
        var records = Records(.seeking)
        try records.take(.referred, "R1", isDayWork: true)
        try records.take(.hired, "R1", isDayWork: true)
        #expect(records.status == .seeking)
        try records.take(.referred, "R2")
        try records.take(.hired, "R2")
        try records.takeBack("R1")
        #expect(records.status == .placed)
        try records.takeBack("R2")
        #expect(records.status == .seeking)
    }

    @Test("is what the steps that stand make of the beginning, whatever was recorded and taken back")
    func oracle() throws {
        var random = SplitMix64(seed: 20_261_121)
        for run in 0..<500 {
            let beginning = random.pick([PersonStatus.seeking, .seeking, .placed, .paused])
            var records = Records(beginning)
            var standing: [(placement: String, stage: Stage)] = []
            for _ in 0..<random.int(1...25) {
                let placement = "R\(random.int(1...3))"
                let stage = standing.last { $0.placement == placement }?.stage
                if stage != nil, random.once(in: 3), let last = standing.lastIndex(where: { $0.placement == placement }) {
                    try records.takeBack(placement)
                    standing.remove(at: last)
                } else {
                    let next = stage.map { $0.followers(isDayWork: false) } ?? [.referred]
                    guard !next.isEmpty else { continue }
                    let taken = random.pick(next)
                    try records.take(taken, placement)
                    standing.append((placement, taken))
                }
                // Then only what stands has ever been.
                var plain = Records(beginning)
                for step in standing { try plain.take(step.stage, step.placement) }
                #expect(records.status == plain.status, "run \(run): \(records.steps.map { "\($0.placement) \($0.stage)" })")
            }
            for step in standing.reversed() { try records.takeBack(step.placement) }
            #expect(records.status == beginning, "run \(run)")
        }
    }
}
