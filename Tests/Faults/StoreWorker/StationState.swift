import DoorstepCore
import DoorstepStore

/// All that the script changes, as it has to be or as a store has it.
struct StationState: Equatable, Sendable {
    /// By identifier: what is noted of a person, and the status.
    var people: [String: String] = [:]
    var jobs: [String: String] = [:]
    /// By identifier: the stages so far.
    var placements: [String: [String]] = [:]
    var weight: String?

    /// What the script has done once the entry with this sequence is there.
    ///
    /// Worked out by itself, not from the changes: it is what they are
    /// compared with.
    init(after sequence: Int) {
        guard sequence >= 2 else { return }
        let done = sequence - Script.firstOfRound + 1
        // The sequence of a round's change, where it is done.
        func made(_ number: Int, _ change: Int) -> Int? {
            let entry = Script.firstOfRound + number * Script.round + change
            return number >= 0 && entry <= sequence ? entry : nil
        }
        let rounds = (done + Script.round - 1) / Script.round
        let edit = made(rounds - 1, 1) ?? made(rounds - 2, 1)
        for id in ["P1", "P2", "P3", "P4"] { people[id] = "seeking \(edit.map(String.init) ?? "")" }
        jobs = ["J1": edit.map(String.init) ?? "", "J2": ""]
        weight = (made(rounds - 1, 6) ?? made(rounds - 2, 6)).map(String.init)
        for number in 0..<max(0, rounds) {
            guard let start = made(number, 0) else { continue }
            let long = "\(start)" + String(repeating: "长", count: 100)
            for newcomer in 0..<Script.peopleOfRound {
                let note = (1...3).contains(newcomer) ? made(number, 4).map(String.init) ?? long : long
                let status = newcomer == 0 && made(number, 5) != nil ? "placed" : "seeking"
                people[Script.newcomer(number, newcomer)] = "\(status) \(note)"
            }
            let stages = [(2, "referred"), (3, "interviewed"), (5, "hired")].filter { made(number, $0.0) != nil }.map(\.1)
            if !stages.isEmpty { placements[Script.placement(number).text] = stages }
        }
    }

    /// What a store holds.
    init(of desk: WorkDesk) throws {
        let register = try desk.store.load(catalogue: desk.catalogue).register
        for person in register.people { people[person.id.text] = "\(person.status.rawValue) \(person.note)" }
        for job in register.jobs { jobs[job.id.text] = job.note }
        for placement in register.placements { placements[placement.id.text] = placement.steps.map(\.stage.rawValue) }
        weight = try desk.store.settings()["weight"]
    }

    /// The first thing that is not as in the other; nil where all is.
    func difference(from other: StationState) -> String? {
        func first<Value: Equatable>(_ name: String, _ mine: [String: Value], _ others: [String: Value]) -> String? {
            let keys = Set(mine.keys).union(others.keys).sorted()
            return keys.first { mine[$0] != others[$0] }.map { "\(name) \($0): \(mine[$0].map { "\($0)" } ?? "none"), not \(others[$0].map { "\($0)" } ?? "none")" }
        }
        return first("person", people, other.people) ?? first("job", jobs, other.jobs) ?? first("placement", placements, other.placements)
            ?? (weight == other.weight ? nil : "weight \(weight ?? "none"), not \(other.weight ?? "none")")
    }
}
