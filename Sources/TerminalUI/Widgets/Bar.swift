/// Bars drawn with characters.
public struct Bar: Hashable, Sendable {
    /// What bars are drawn with.
    public enum Glyphs: Hashable, Sendable {
        /// Block elements in eighths. Their width is ambiguous, so they suit
        /// terminals with narrow ambiguous characters only.
        case blocks
        case ascii
    }

    public var glyphs: Glyphs

    public init(_ glyphs: Glyphs = .ascii) {
        self.glyphs = glyphs
    }

    /// A column that is filled whole.
    public var full: Character { glyphs == .ascii ? "#" : "█" }

    /// A bar of exactly `columns`, filled from the left by `fraction` (cut to
    /// 0…1). Something above nothing always shows.
    public func horizontal(_ fraction: Double, columns: Int) -> String {
        guard columns > 0 else { return "" }
        switch glyphs {
        case .ascii:
            let filled = Self.steps(fraction, of: columns)
            return String(repeating: "#", count: filled) + String(repeating: ".", count: columns - filled)
        case .blocks:
            let eighths = Self.steps(fraction, of: columns * 8)
            var bar = String(repeating: "█", count: eighths / 8)
            if eighths % 8 > 0 { bar.append(Self.leftBlocks[eighths % 8]) }
            return bar + String(repeating: " ", count: columns - bar.count)
        }
    }

    /// One column for each of `values`, scaled to `maximum` (the greatest value
    /// if nil). Negative values count as nothing.
    public func sparkline(_ values: [Double], maximum: Double? = nil) -> String {
        chart(values, rows: 1, maximum: maximum).first ?? ""
    }

    /// An upright chart of `rows` lines, the top first: each value as a bar of
    /// `barColumns`, with `gap` blanks between two.
    public func chart(
        _ values: [Double], rows: Int, maximum: Double? = nil, barColumns: Int = 1, gap: Int = 0
    ) -> [String] {
        guard rows > 0 else { return [] }
        let greatest = maximum ?? values.filter(\.isFinite).max() ?? 0
        let levels = glyphs == .blocks ? Self.upBlocks : Self.upSigns
        let full = levels.count - 1
        let heights = values.map { greatest > 0 ? Self.steps($0 / greatest, of: rows * full) : 0 }
        let blanks = String(repeating: " ", count: max(0, gap))
        return (0..<rows).map { row in
            let below = (rows - 1 - row) * full
            return heights
                .map { height in
                    String(repeating: levels[max(0, min(full, height - below))], count: max(1, barColumns))
                }
                .joined(separator: blanks)
        }
    }

    /// A line chart of `rows` lines, the top first: a mark for each of
    /// `values`, `step` columns apart, joined by dots that rise or fall in
    /// even steps. Negative values count as nothing.
    public func lineChart(_ values: [Double], rows: Int, maximum: Double? = nil, step: Int = 2) -> [String] {
        guard rows > 0 else { return [] }
        let greatest = maximum ?? values.filter(\.isFinite).max() ?? 0
        let step = max(1, step)
        // The row of each value from below.
        let heights = values.map { value -> Int in
            guard greatest > 0, value > 0 else { return 0 }
            return max(0, min(rows - 1, Int(min(1, value / greatest) * Double(rows - 1) + 0.5)))
        }
        var grid = Array(repeating: Array(repeating: Character(" "), count: max(0, values.count * step - (step - 1))), count: rows)
        for (index, height) in heights.enumerated() {
            if index + 1 < heights.count {
                let next = heights[index + 1]
                for offset in 1..<max(step, 1) + 1 where offset < step {
                    let between = height + Int((Double((next - height) * offset) / Double(step)).rounded())
                    grid[rows - 1 - between][index * step + offset] = glyphs == .ascii ? "." : "·"
                }
            }
            grid[rows - 1 - height][index * step] = glyphs == .ascii ? "*" : "■"
        }
        return grid.map { String($0) }
    }

    /// `fraction` of `whole`, rounded, but not to nothing.
    private static func steps(_ fraction: Double, of whole: Int) -> Int {
        guard fraction > 0 else { return 0 }  // NaN too
        guard fraction < 1 else { return whole }
        return max(1, min(whole, Int(fraction * Double(whole) + 0.5)))
    }

    private static let leftBlocks: [Character] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
    private static let upBlocks: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    private static let upSigns: [Character] = [" ", ".", ":", "|"]
}
