/// What came of one condition, or of all of a policy.
enum PolicyOutcome: UInt8, Sendable {
    case met, waiting, unknown, failed
}

/// One of the two ways to read what a plan leaves open: the narrow one gives
/// no more than is certain, the wide one all that the words bear.
enum PolicyWay: Sendable {
    case narrow, wide
}

/// What came of a policy for a placement, under one reading.
struct PolicyHalf: Hashable, Sendable {
    var state: State = .claimable
    /// The day it waits for; nil where that is no day.
    var until: Day?
    /// Conditions by their places, one bit each; beside them the plan's days.
    var failed: UInt16 = 0
    var waiting: UInt16 = 0
    var unknown: UInt16 = 0
    /// The placement that counts in its place, or how many of a threshold
    /// there are.
    var other: Int32 = -1
    /// The policy that does.
    var otherPolicy: UInt8 = 0

    enum State: UInt8, Hashable, Sendable {
        case claimable
        /// Claimed on record.
        case claimed
        case waiting, unknown, failed
        /// Another policy of its kind gives more, or takes its place.
        case superseded
        /// Counted with another placement of the same person or employer.
        case repeated
        /// Too few people of the agency's in that year yet.
        case belowThreshold
        /// Beyond what one agency may have.
        case overCap
    }

    /// The plan's days: not yet, or no longer.
    static let tooEarly: UInt16 = 1 << 14
    static let tooLate: UInt16 = 1 << 15

    mutating func take(_ outcome: PolicyOutcome, until day: Day?, condition: Int) {
        let bit: UInt16 = 1 << UInt16(condition)
        switch outcome {
        case .met: break
        case .waiting:
            // Who waits for several things waits for the last; a day that is
            // not known is later than any.
            until = waiting == 0 ? day : until.flatMap { known in day.map { max(known, $0) } }
            waiting |= bit
        case .unknown: unknown |= bit
        case .failed: failed |= bit
        }
    }

    /// What failed decides; then what has still to come, since evidence of it
    /// cannot be there before; then what is not known.
    mutating func conclude() {
        state = failed != 0 ? .failed : waiting != 0 ? .waiting : unknown != 0 ? .unknown : .claimable
    }

    var isClaimable: Bool { state == .claimable }
    /// It counts towards thresholds and against caps.
    var counts: Bool { state == .claimable || state == .claimed }
}

/// What came of a policy for a placement, under both readings.
struct PolicyFinding: Hashable, Sendable {
    let placement: Int32
    let policy: UInt8
    /// In fen; -1 where no sum can be said.
    var lower: Int64 = -1
    var upper: Int64 = -1
    var narrow: PolicyHalf
    var wide: PolicyHalf

    subscript(way: PolicyWay) -> PolicyHalf {
        get { way == .narrow ? narrow : wide }
        set { if way == .narrow { narrow = newValue } else { wide = newValue } }
    }

    var isFailed: Bool { narrow.state == .failed && wide.state == .failed }
}
