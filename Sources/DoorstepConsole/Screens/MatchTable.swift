import DoorstepCore
import TerminalUI

/// The columns of the screen of matches: who or what, with the score as a
/// number and as a bar where there is room.
struct MatchTable {
    /// A column, and what it says of a match.
    private struct Column {
        let spec: Table.Column
        let text: (Match) -> String
    }

    private let columns: [Column]
    private let table: Table
    private let widths: [Int]

    /// - Parameters:
    ///   - target: whose matches they are.
    ///   - room: screen columns for all of them.
    init(_ target: MatchTarget, _ model: StationModel, _ bar: Bar, room: Int, _ language: Language) {
        columns = MatchTable.columns(target, model, bar, language)
        table = Table(columns: columns.map(\.spec))
        widths = table.widths(in: room)
    }

    var header: String { table.header(widths: widths) }

    func line(_ match: Match) -> String {
        table.line(zip(columns, widths).map { column, width in width > 0 ? column.text(match) : "" }, widths: widths)
    }

    private static func columns(_ target: MatchTarget, _ model: StationModel, _ bar: Bar, _ language: Language) -> [Column] {
        func column(
            _ title: Phrase, _ minimum: Int, _ ideal: Int, weight: Int = 0, trailing: Bool = false, priority: Int, _ text: @escaping (Match) -> String
        ) -> Column {
            Column(
                spec: Table.Column(
                    title: title(language), minimum: minimum, ideal: ideal, weight: weight, alignment: trailing ? .trailing : .leading, priority: priority),
                text: text)
        }
        let rank = column(Phrase("名次", "Rank"), 4, 4, trailing: true, priority: 9) { String($0.rank) }
        let score = column(Phrase("得分", "Score"), 5, 5, trailing: true, priority: 9) { match in
            model.isShown(match.person) ? match.assessment.score.points.description : "-"
        }
        let picture = column(Phrase(verbatim: ""), 10, 10, priority: 1) { match in
            guard model.isShown(match.person) else { return "" }
            return bar.horizontal(Double(match.assessment.score.points.value) / Double(Points.range.upperBound), columns: 10)
        }
        let skills = column(Phrase("技能", "Skills"), 8, 22, weight: 3, priority: 7) { MatchLine.brought($0, target, model)(language) }
        let distance = column(Phrase("距离", "Distance"), 9, 9, trailing: true, priority: 6) { Explanation.distance($0.assessment.location)(language) }
        switch target {
        case .job:
            return [
                rank, score, picture,
                column(Phrase("姓名", "Name"), 8, 14, weight: 1, priority: 9) { model.person($0.person)?.name ?? $0.person.text },
                column(Phrase("龄", "Age"), 3, 3, trailing: true, priority: 4) { match in
                    model.person(match.person)?.birth.map { String(model.day.fullYears(since: $0)) } ?? ""
                },
                skills, distance,
                column(Phrase("群体", "Groups"), 24, 24, weight: 2, priority: 2) { match in
                    guard model.isShown(match.person), let person = model.person(match.person) else { return "" }
                    let groups = model.matcher.candidate(person).groups
                    return groups.isEmpty ? "" : model.catalogue.groups.names(groups)(language)
                },
            ]
        case .person:
            return [
                rank, score, picture,
                column(Phrase("岗位", "Title"), 10, 14, weight: 2, priority: 9) { model.job($0.job)?.title ?? $0.job.text },
                column(Phrase("单位", "Employer"), 8, 18, weight: 2, priority: 5) { match in
                    model.job(match.job).flatMap { model.employer($0.employer)?.name } ?? ""
                },
                column(Phrase("工资", "Pay"), 9, 11, trailing: true, priority: 4) { match in
                    model.job(match.job).map { WageText.short($0.wage)(language) } ?? ""
                },
                column(Phrase("已荐", "Sent"), 4, 4, trailing: true, priority: 8) { match in
                    let count = model.sentCount(to: match.job)
                    return count > 0 ? String(count) : ""
                },
                skills, distance,
            ]
        }
    }
}
