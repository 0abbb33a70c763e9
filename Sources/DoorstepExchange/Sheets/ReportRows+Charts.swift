import DoorstepCore

extension ReportRows {
    /// The report as a workbook's sheets, each with what its rows look like.
    public func sheets(_ title: (Phrase, _ rows: Int) -> SheetTitle) -> [ChartedSheet] {
        Sheet.allCases.compactMap { sheet in
            if sheet == .annex, report.annex == nil { return nil }
            let rows = rows(sheet)
            return ChartedSheet(title: title(sheet.phrase, rows.count), header: header(sheet), rows: rows, charts: charts(sheet, rows.count))
        }
    }

    /// The rows of all sheets, one below the other, as whoever reads the
    /// workbook back finds them: each as long as the first sheet's header.
    public static func statement(_ sheets: [ChartedSheet]) -> [[SheetValue]] {
        let width = sheets.first?.header.count ?? 0
        return sheets.flatMap(\.rows).map { $0 + Array(repeating: .empty, count: max(0, width - $0.count)) }
    }

    /// Occupations that a chart has room for.
    private static let mostBars = 15

    private func charts(_ sheet: Sheet, _ count: Int) -> [SheetChart] {
        func column(_ column: Int, _ last: Int, from first: Int = 0) -> SheetChart.Cells { SheetChart.Cells(rows: first...last, columns: column...column) }
        func named(_ columns: [Int], _ last: Int) -> [SheetChart.Series] { columns.map { SheetChart.Series(header(sheet)[$0], column($0, last)) } }
        switch sheet {
        case .indicators:
            let last = targetRows - 1
            guard last >= 0 else { return [] }
            return [
                SheetChart(
                    .columns, title: Phrase("完成与目标（对数刻度）", "done and asked (logarithmic)")(language), categories: column(1, last), series: named([11, 6], last),
                    isLogarithmic: true),
                SheetChart(.columns, title: Phrase("完成%与时间进度%", "done %, and year gone %")(language), categories: column(1, last), series: named([8, 9], last)),
            ]
        case .months:
            let shown = Indicator.allCases.filter { $0.section != .assistance }
            let lines = [Indicator.newEmployment, .referred, .hired, .started, .left].compactMap { indicator in
                shown.firstIndex(of: indicator).map { SheetChart.Series(indicator.phrase(language), SheetChart.Cells(rows: $0...$0, columns: 2...13)) }
            }
            return [
                SheetChart(.lines, title: Phrase("近十二个月", "twelve months")(language), categories: SheetChart.Cells(rows: -1 ... -1, columns: 2...13), series: lines)
            ]
        case .supply, .places:
            guard count > 0 else { return [] }
            let last = min(count, ReportRows.mostBars) - 1
            let columns = sheet == .supply ? [1, 2] : [2, 3]
            return [
                SheetChart(
                    .bars, title: Phrase("空缺与求职", "vacancies and seekers")(language),
                    categories: SheetChart.Cells(rows: 0...last, columns: sheet == .supply ? 0...0 : 1...1), series: named(columns, last))
            ]
        case .shortage:
            guard count > 0 else { return [] }
            let last = min(count, ReportRows.mostBars) - 1
            return [SheetChart(.bars, title: Phrase("急需紧缺", "shortage")(language), categories: column(0, last), series: named([1, 2], last))]
        case .areas:
            guard count > 0 else { return [] }
            return [SheetChart(.columns, title: Phrase("各地新增就业", "new employment by place")(language), categories: column(1, count - 1), series: named([2, 3], count - 1))]
        case .groups:
            guard count > 0 else { return [] }
            return [SheetChart(.columns, title: Phrase("各群体新增就业", "new employment by group")(language), categories: column(0, count - 1), series: named([1], count - 1))]
        case .annex: return []
        }
    }
}
