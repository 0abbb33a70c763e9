import DoorstepCore

/// A station's report as sheets.
public struct ReportRows: Sendable {
    let report: StationReport
    let catalogue: Catalogue
    let language: Language

    public init(_ report: StationReport, _ catalogue: Catalogue, _ language: Language) {
        (self.report, self.catalogue, self.language) = (report, catalogue, language)
    }

    /// A sheet of the report.
    public enum Sheet: String, CaseIterable, Sendable {
        case indicators, areas, groups, months, supply, places, shortage, annex

        public var phrase: Phrase {
            switch self {
            case .indicators: Phrase("指标", "Indicators")
            case .areas: Phrase("地区", "Areas")
            case .groups: Phrase("群体", "Groups")
            case .months: Phrase("月度", "Months")
            case .supply: Phrase("供求", "Supply")
            case .places: Phrase("供求地区", "Supply by place")
            case .shortage: Phrase("急需紧缺", "Shortage")
            case .annex: Phrase("任务分解表", "Annex")
            }
        }
    }

    public func header(_ sheet: Sheet) -> [String] {
        func words(_ phrases: Phrase...) -> [String] { phrases.map { $0(language) } }
        switch sheet {
        case .indicators:
            return words(
                Phrase("代码", "code"), Phrase("指标", "indicator"), Phrase("本期", "period"), Phrase("上期同期", "period before"), Phrase("去年同期", "year before"),
                Phrase("本年累计", "year to date"), Phrase("目标", "target"), Phrase("单位", "unit"), Phrase("完成%", "done %"), Phrase("时间进度%", "year gone %"),
                Phrase("目标地区", "target's area"), Phrase("地区内完成", "done in area"), Phrase("目标出处", "source"), Phrase("缺资料未计", "wanting facts"),
                Phrase("口径", "definition"))
        case .areas: return words(Phrase("旗县市区", "county"), Phrase("苏木乡镇街道", "township")) + ReportRows.outcomes.map { $0.phrase(language) }
        case .groups: return words(Phrase("群体", "group")) + ReportRows.outcomes.map { $0.phrase(language) }
        case .months:
            return words(Phrase("代码", "code"), Phrase("指标", "indicator")) + report.figures.months.map { String($0.description.prefix(7)) }
        case .supply:
            return words(Phrase("工种", "occupation"), Phrase("空缺", "vacancies"), Phrase("求职", "seekers"), Phrase("缺口", "gap"), Phrase("求人倍率", "ratio"))
        case .places:
            return words(
                Phrase("旗县市区", "county"), Phrase("苏木乡镇街道", "township"), Phrase("空缺", "vacancies"), Phrase("求职", "seekers"), Phrase("缺口", "gap"),
                Phrase("求人倍率", "ratio"))
        case .shortage: return words(Phrase("工种", "occupation"), Phrase("空缺", "vacancies"), Phrase("求职者", "candidates"), Phrase("空缺天数", "days open"))
        case .annex:
            return words(Phrase("旗县市区", "county"))
                + (report.annex?.columns ?? []).flatMap { column in
                    ["\(column.title(language))（\(column.unit(language))）" + Phrase("完成", " done")(language), column.title(language) + Phrase("任务", " asked")(language)]
                }
        }
    }

    public func rows(_ sheet: Sheet) -> [[SheetValue]] {
        switch sheet {
        case .indicators: indicators
        case .areas: areas
        case .groups: groups
        case .months:
            Indicator.allCases.filter { $0.section != .assistance }.map { indicator in
                [.text(indicator.code), .text(indicator.phrase(language))] + report.figures.monthly(indicator).map { .integer($0) }
            }
        case .supply: report.supply.lines.map { line in
            [.text(line.occupation.map(catalogue.skills.title) ?? unknown), .integer(line.vacancies), .integer(line.seekers), .integer(line.gap), ratio(line.ratio)]
        }
        case .places: report.places.lines.map { line in
            area(line.place) + [.integer(line.vacancies), .integer(line.seekers), .integer(line.gap), ratio(line.ratio)]
        }
        case .shortage: report.shortage.lines.map { line in
            [.text(catalogue.skills.title(line.occupation)), .integer(line.vacancies), .integer(line.candidates), .integer(line.days)]
        }
        case .annex: (report.annex?.rows ?? []).map { row in
            [.text(row.title)] + row.cells.flatMap { [$0.done.map { .integer($0) } ?? .text(AnnexTable.notFromLog(language)), .integer($0.asked)] }
        }
        }
    }

    // MARK: -

    /// What stands in the columns of areas and groups.
    private static let outcomes = Indicator.allCases.filter { $0.section == .outcomes || $0 == .referred || $0 == .left }

    private var unknown: String { Phrase("没有写明", "not known")(language) }

    private func ratio(_ hundredths: Int?) -> SheetValue { hundredths.map { .decimal($0, places: 2) } ?? .empty }

    /// How many rows of the sheet of indicators have a target: these stand
    /// first.
    var targetRows: Int { report.progress.count }

    private var indicators: [[SheetValue]] {
        let answered = report.progress.map { row($0.indicator, $0) }
        return answered + Indicator.allCases.filter { report.progress(of: $0).isEmpty }.map { row($0, nil) }
    }

    private func row(_ indicator: Indicator, _ progress: TargetProgress?) -> [SheetValue] {
        let figures = report.figures
        func number(_ number: Int?) -> SheetValue { number.map { .integer($0) } ?? .empty }
        let target = progress?.target
        return [
            .text(indicator.code), .text(indicator.phrase(language)), .integer(figures.count(indicator)), number(figures.countBefore(indicator)),
            number(figures.countAYearBefore(indicator)), .integer(figures.yearToDate(indicator)), number(target?.number),
            .text(target?.unit(language) ?? indicator.unit.phrase(language)), progress?.share.map { .decimal($0, places: 1) } ?? .empty,
            progress == nil ? .empty : .decimal(figures.yearGone, places: 2), target.map { .text($0.area) } ?? .empty, number(progress?.done),
            target.map { .text($0.source(language)) } ?? .empty, .integer(figures.wanting(indicator).count), .text(indicator.definition(language)),
        ]
    }

    /// A county and, where it is known, the township in it.
    private func area(_ place: PlaceID?) -> [SheetValue] {
        guard let place else { return [.text(unknown), .text(unknown)] }
        let county = catalogue.places.ancestor(of: place, at: .county)
        // Known no closer: named in both, so that charts have a name for it.
        guard catalogue.places[place].level == .township else { return Array(repeating: .text(catalogue.places[place].name), count: 2) }
        return [.text(county.map { catalogue.places[$0].name } ?? ""), .text(catalogue.places[place].name)]
    }

    private var areas: [[SheetValue]] {
        let parts = ReportRows.outcomes.map { report.figures.byArea($0, .township, catalogue.places) }
        let names = Set(parts.flatMap { $0.compactMap(\.name) }).sorted()
        let isSomeUnknown = parts.contains { $0.contains { $0.name == nil } }
        return (names.map { $0 as PlaceID? } + (isSomeUnknown ? [nil] : [])).map { name in
            area(name) + parts.map { part in .integer(part.first { $0.name == name }?.count ?? 0) }
        }
    }

    private var groups: [[SheetValue]] {
        let parts = ReportRows.outcomes.map { report.figures.byGroup($0) }
        return Set(parts.flatMap { $0.compactMap(\.name) }).sorted().map { name in
            [.text(catalogue.groups[name].name(language))] + parts.map { part in .integer(part.first { $0.name == name }?.count ?? 0) }
        }
    }
}
