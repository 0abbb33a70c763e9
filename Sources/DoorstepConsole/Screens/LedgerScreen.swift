import DoorstepCore
import TerminalUI

/// 台账: every placement with its stage, the latest step first.
enum LedgerScreen {
    static let screen = Screen(id: .ledger, command: .ledger, tab: Words.ledger, body: .list(.ledger))

    static let list = ListSpec(
        records: .placement, tab: Words.ledger, title: Words.ledgerTitle, emptyText: Words.noPlacements, columns: columns,
        standardSort: ListSort(column: 0, isDescending: true), isListed: { _, _ in true }, target: nil, edited: nil,
        details: { id, model, _ in details(id, model) })

    static let columns: [ListColumn] = [
        ListColumn(
            title: Phrase("日期", "Date"), minimum: 10, ideal: 10, priority: 8, startsDescending: true,
            text: { id, model, _ in step(id, model)?.date.description ?? "" },
            // Steps of one day in the order of recording.
            key: { id, model in .number(step(id, model).map { Int($0.date.number) * 10_000_000 + $0.number } ?? 0) }),
        ListColumn(
            title: Phrase("姓名", "Name"), minimum: 8, ideal: 10, weight: 1, priority: 9,
            text: { id, model, _ in name(id, model) }, key: { id, model in .text(name(id, model)) }),
        ListColumn(
            title: Phrase("阶段", "Stage"), minimum: 11, ideal: 11, priority: 8,
            text: { id, model, language in stage(id, model)?(language) ?? "" },
            key: { id, model in .text(step(id, model)?.stage.rawValue ?? "") }),
        ListColumn(
            title: Phrase("岗位", "Title"), minimum: 8, ideal: 14, weight: 2, priority: 7,
            text: { id, model, _ in step(id, model)?.title ?? "" }, key: { id, model in .text(step(id, model)?.title ?? "") }),
        ListColumn(
            title: Phrase("单位", "Employer"), minimum: 8, ideal: 16, weight: 2, priority: 5,
            text: { id, model, _ in step(id, model)?.employer ?? "" }, key: { id, model in .text(step(id, model)?.employer ?? "") }),
    ]

    private static func step(_ id: RecordID, _ model: StationModel) -> PlacementStep? {
        model.register.placements[id]?.latest
    }

    private static func stage(_ id: RecordID, _ model: StationModel) -> Phrase? {
        model.register.placements[id].map { $0.phrase(of: $0.latest) }
    }

    /// Of who was erased only the identifier is left.
    private static func name(_ id: RecordID, _ model: StationModel) -> String {
        guard let placement = model.register.placements[id] else { return "" }
        let name = model.person(of: placement)?.name ?? ""
        return name.isEmpty ? placement.person.text : name
    }

    static func details(_ id: RecordID, _ model: StationModel) -> [DetailLine] {
        guard let placement = model.register.placements[id] else { return [] }
        let step = placement.latest
        var lines = [
            DetailLine(Phrase(verbatim: "\(name(id, model)) -> \(step.title)"), .heading),
            DetailLine(Phrase(verbatim: step.employer)),
            DetailLine(Phrase(verbatim: placement.id.text), .muted),
            DetailLine(Phrase(verbatim: "")),
        ]
        for step in placement.steps {
            lines.append(line(step, of: placement))
            lines += proven(step)
            if !step.note.isEmpty, model.turned == nil { lines.append(DetailLine(Phrase(verbatim: "  " + step.note), .muted)) }
        }
        lines.append(DetailLine(Phrase(verbatim: "")))
        if placement.stage.followers(isDayWork: placement.latest.isDayWork).isEmpty { lines.append(DetailLine(placement.isVoid ? Words.isVoid : Words.ended, .muted)) }
        let next = StepForm.Choice.following(placement).map { $0.isCorrection ? Words.aCorrection : $0.phrase }
        if !next.isEmpty { lines.append(DetailLine(Phrase("p 可办 ", "p records ") + Phrase.list(next), .muted)) }
        return lines
    }

    /// What came in with a step, and why it was the last.
    private static func proven(_ step: PlacementStep) -> [DetailLine] {
        let reason = step.reason.map { [Phrase("原因：", "reason: ") + $0.phrase] } ?? []
        let items = step.evidence.items.map { Phrase.labelled($0.item.phrase, $0.value.phrase) }
        return (reason + items).map { DetailLine(Phrase(verbatim: "  ") + $0, .muted) }
    }

    /// What was taken back stands there still, in the background.
    private static func line(_ step: PlacementStep, of placement: Placement) -> DetailLine {
        var what = placement.phrase(of: step)
        if let former = placement.steps.first(where: { $0.number == step.corrects }) {
            what = what + Phrase("（", " (") + placement.phrase(of: former) + Phrase("）", ")")
        }
        let isTakenBack = placement.isTakenBack(step)
        let mark = isTakenBack ? Phrase(verbatim: "  ") + Words.takenBack : Phrase(verbatim: "")
        let text = Phrase(verbatim: "\(step.date) ") + what + Phrase(verbatim: "  \(step.caseworker)") + mark
        return DetailLine(text, isTakenBack || step.stage == .corrected ? .muted : .plain)
    }
}
