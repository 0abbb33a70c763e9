import DoorstepStore

@testable import StoreWorker

/// What a store has to be after a fault, whatever the fault was.
struct StoreCheck {
    /// The latest entry that is there.
    let sequence: Int
    /// What is wrong with the store, if anything.
    let problem: Problem?

    enum Problem: Equatable, CustomStringConvertible {
        /// Something that was acknowledged is not there.
        case lost(acknowledged: Int, sequence: Int)
        /// More is there than was ever begun.
        case unasked(acknowledged: Int, sequence: Int)
        /// The tables are not what the journal's latest entry leaves.
        case halfApplied(String)
        /// `verify` found something, or the store does not open.
        case damaged(String)

        var description: String {
            switch self {
            case .lost(let acknowledged, let sequence): "lost: \(acknowledged) was acknowledged, \(sequence) is there"
            case .unasked(let acknowledged, let sequence): "unasked: \(acknowledged) was acknowledged, \(sequence) is there"
            case .halfApplied(let what): "half applied: \(what)"
            case .damaged(let what): "damaged: \(what)"
            }
        }

        var isLoss: Bool { if case .lost = self { true } else { false } }
    }

    /// Looks at the store on which workers followed the script.
    ///
    /// - Parameter acknowledged: the sequence of the latest change that was
    ///   acknowledged; one more may have been under way.
    init(_ path: String, acknowledged: Int) {
        do {
            let desk = try WorkDesk(path)
            sequence = try desk.store.sequence()
            problem = Self.problem(of: desk, sequence, acknowledged: acknowledged)
        } catch {
            sequence = 0
            problem = .damaged(Self.sentence(error))
        }
    }

    private static func problem(of desk: WorkDesk, _ sequence: Int, acknowledged: Int) -> Problem? {
        if sequence < acknowledged { return .lost(acknowledged: acknowledged, sequence: sequence) }
        if sequence > acknowledged + 1 { return .unasked(acknowledged: acknowledged, sequence: sequence) }
        do {
            if let finding = try desk.store.verify().findings.first { return .damaged(finding.english) }
            return try StationState(of: desk).difference(from: StationState(after: sequence)).map { .halfApplied("entry \(sequence): \($0)") }
        } catch {
            return .damaged(sentence(error))
        }
    }

    private static func sentence(_ error: any Error) -> String {
        (error as? StoreError)?.message.english ?? "\(error)"
    }
}
