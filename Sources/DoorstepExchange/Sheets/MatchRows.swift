import DoorstepCore

/// Matches as the rows that other programs read.
public enum MatchRows {
    public static let header = [
        "job_id", "person_id", "rank", "points", "skill_points", "location_points", "group_points", "distance_m", "blocked", "explanation",
    ]

    public static func row(_ match: Match, explanation: String) -> [SheetValue] {
        let score = match.assessment.score
        let blocked = match.assessment.blocked.members.map(\.rawValue).joined(separator: ";")
        return [
            .text(match.job.text), .text(match.person.text), .integer(match.rank), .integer(score.points.value),
            .integer(score.skillPoints), .integer(score.locationPoints), .integer(score.groupPoints),
            .integer(match.assessment.location.metres), blocked.isEmpty ? .empty : .text(blocked), .text(explanation),
        ]
    }
}
