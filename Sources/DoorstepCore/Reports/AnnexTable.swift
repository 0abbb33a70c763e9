/// 任务分解表, the table at the end of Tongliao's plan (004): its own columns
/// and rows, each cell with what was done beside what is asked.
public struct AnnexTable: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        /// As printed.
        public let title: Phrase
        public let unit: Phrase
        /// Nil where placements say nothing of it.
        public let indicator: Indicator?
    }

    public struct Row: Hashable, Sendable {
        /// As printed: 总 计, 科左中旗.
        public let title: String
        /// Nil of 开发区, which has no code of its own.
        public let place: PlaceID?
        public let cells: [Cell]
    }

    public struct Cell: Hashable, Sendable {
        public let asked: Int
        /// Nil where the log cannot say.
        public let done: Int?
    }

    public let columns: [Column]
    public let rows: [Row]

    /// What stands in a cell that the log says nothing of.
    public static let notFromLog = Phrase("不由台账产生", "not from the log")

    /// Nil where a station's place lies in no place that has such a table.
    ///
    /// - Parameter inYear: the figures of the year so far.
    public init?(_ inYear: Figures, of station: PlaceID, _ catalogue: Catalogue) {
        let targets = catalogue.targets.all.filter(\.isAnnex)
        guard let whole = targets.first?.place, catalogue.places.lies(station, in: whole) else { return nil }
        var columns: [Column] = []
        var titles: [String] = []
        for target in targets {
            if !columns.contains(where: { $0.title == target.indicator }) {
                columns.append(Column(title: target.indicator, unit: target.unit, indicator: target.indicatorID))
            }
            if !titles.contains(target.area) { titles.append(target.area) }
        }
        self.columns = columns
        rows = titles.map { title in
            let row = targets.filter { $0.area == title }
            let place = row.first?.place
            return Row(
                title: title, place: place,
                cells: columns.map { column in
                    let asked = row.first { $0.indicator == column.title }?.number ?? 0
                    guard let place, let indicator = column.indicator else { return Cell(asked: asked, done: nil) }
                    return Cell(asked: asked, done: inYear.count(indicator, in: place, catalogue.places))
                })
        }
    }
}
