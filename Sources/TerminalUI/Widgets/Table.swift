/// How columns share a width. Where room is short, columns shrink to their
/// minimum, then the least important ones are left out; where there is plenty,
/// they grow to their ideal, then by weight.
public struct Table: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        public var title: String
        /// The fewest screen columns in which it makes sense.
        public var minimum: Int
        /// The screen columns that hold most of its values whole.
        public var ideal: Int
        /// Its share of what is left over; 0 never grows beyond its ideal.
        public var weight: Int
        public var alignment: TextAlignment
        /// The lowest is left out first; among equals the rightmost.
        public var priority: Int

        public init(
            title: String, minimum: Int, ideal: Int? = nil, weight: Int = 0,
            alignment: TextAlignment = .leading, priority: Int = 0
        ) {
            self.title = title
            self.minimum = max(1, minimum)
            self.ideal = max(ideal ?? minimum, self.minimum)
            self.weight = max(0, weight)
            self.alignment = alignment
            self.priority = priority
        }
    }

    public var columns: [Column]
    /// Blank screen columns between two columns.
    public var gap: Int

    public init(columns: [Column], gap: Int = 1) {
        self.columns = columns
        self.gap = max(0, gap)
    }

    /// The width of each column within `total`; 0 for a column left out.
    /// Widths and the gaps between shown columns never exceed `total`.
    public func widths(in total: Int) -> [Int] {
        var shown = Array(columns.indices)
        while shown.count > 1, needed(by: shown) > total {
            guard let least = shown.min(by: isLessImportant) else { break }
            shown.removeAll { $0 == least }
        }
        var widths = Array(repeating: 0, count: columns.count)
        guard total > 0, !shown.isEmpty else { return widths }
        if shown.count == 1 {
            widths[shown[0]] = min(total, columns[shown[0]].minimum)
        } else {
            for index in shown { widths[index] = columns[index].minimum }
        }

        var left = total - widths.reduce(0, +) - gap * (shown.count - 1)
        let wishes = shown.map { columns[$0].ideal - widths[$0] }
        let granted = Self.share(min(left, wishes.reduce(0, +)), by: wishes)
        left -= granted.reduce(0, +)
        let extra = Self.share(left, by: shown.map { columns[$0].weight })
        for (position, index) in shown.enumerated() {
            widths[index] += granted[position] + extra[position]
        }
        return widths
    }

    /// The titles as a row.
    public func header(widths: [Int], width: DisplayWidth = DisplayWidth()) -> String {
        line(columns.map(\.title), widths: widths, width: width)
    }

    /// A row of text, each value fitted to its column.
    public func line(_ values: [String], widths: [Int], width: DisplayWidth = DisplayWidth()) -> String {
        zip(columns.indices, widths)
            .filter { $0.1 > 0 }
            .map { index, columnWidth in
                (index < values.count ? values[index] : "")
                    .fitted(to: columnWidth, alignment: columns[index].alignment, width: width)
            }
            .joined(separator: String(repeating: " ", count: gap))
    }

    /// Where each column stands within `row`; empty for a column left out.
    public func rects(widths: [Int], in row: Rect) -> [Rect] {
        var rest = row
        return widths.map { columnWidth in
            guard columnWidth > 0 else { return Rect(origin: rest.origin, size: .zero) }
            let (cell, after) = rest.splitLeft(columnWidth)
            rest = after.splitLeft(gap).rest
            return cell
        }
    }

    /// The column at screen column `offset` of the table, for a click on the
    /// header. The gap belongs to the column before it.
    public func column(atOffset offset: Int, widths: [Int]) -> Int? {
        guard offset >= 0 else { return nil }
        var start = 0
        for (index, columnWidth) in widths.enumerated() where columnWidth > 0 {
            let end = start + columnWidth + gap
            if offset < end { return offset < end ? index : nil }
            start = end
        }
        return nil
    }

    private func needed(by shown: [Int]) -> Int {
        shown.reduce(gap * (shown.count - 1)) { $0 + columns[$1].minimum }
    }

    private func isLessImportant(_ left: Int, _ right: Int) -> Bool {
        (columns[left].priority, -left) < (columns[right].priority, -right)
    }

    /// Shares `amount` out in proportion to `shares`, whole columns only; what
    /// rounding leaves goes to the first that take part.
    private static func share(_ amount: Int, by shares: [Int]) -> [Int] {
        let total = shares.reduce(0, +)
        guard amount > 0, total > 0 else { return shares.map { _ in 0 } }
        var result = shares.map { amount * $0 / total }
        var left = amount - result.reduce(0, +)
        for index in shares.indices where left > 0 && shares[index] > 0 {
            result[index] += 1
            left -= 1
        }
        return result
    }
}
