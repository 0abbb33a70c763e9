/// One line of the table: a figure of the fast way and, where there is one,
/// of the plain way in the same run.
struct Figure {
    let workload: String
    let measure: String
    let unit: String
    let fast: Double
    let plain: Double?
    /// How the plain figure was come by, where not by doing all of it.
    var note = ""

    static let header = ["workload", "measure", "unit", "fast", "plain", "plain_over_fast", "note"]

    /// How many times as long the plain way takes; nil where it makes no
    /// sense.
    var ratio: Double? { plain.flatMap { fast > 0 ? $0 / fast : nil } }

    var key: String { workload + "|" + measure }

    var cells: [String] {
        [workload, measure, unit, Figure.text(fast), plain.map(Figure.text) ?? "", ratio.map { Figure.text($0) } ?? "", note]
    }

    /// Three figures that count.
    static func text(_ value: Double) -> String {
        guard value != 0 else { return "0" }
        var digits = 2
        var size = abs(value)
        while size >= 10, digits > 0 { (size, digits) = (size / 10, digits - 1) }
        while size < 1, digits < 8 { (size, digits) = (size * 10, digits + 1) }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let rounded = (value * scale).rounded() / scale
        var text = String(rounded)
        if text.hasSuffix(".0") { text.removeLast(2) }
        return text
    }
}
