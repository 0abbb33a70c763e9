import DoorstepCore

/// The two queues in one sheet, jobs before people, names in part.
public enum WaitingRows {
    public static let header = ["queue", "id", "name_or_title", "days", "since"]

    public static func rows(_ waiting: WaitingQueues, _ register: Register) -> [[SheetValue]] {
        waiting.jobs.map { row("job", $0, register.jobs[$0.id]?.title ?? "") }
            + waiting.people.map { row("person", $0, Masking.name(register.people[$0.id]?.name ?? "")) }
    }

    private static func row(_ queue: String, _ line: WaitingQueues.Line, _ name: String) -> [SheetValue] {
        [
            .text(queue), .text(line.id.text), name.isEmpty ? .empty : .text(name), .integer(line.days), .date(line.since.description),
        ]
    }
}
