import DoorstepExchange
import Foundation

/// Figures on the terminal, each as soon as it is known.
enum FigureTable {
    private static let widths = [14, 46, 5, 10, 10, 9]

    static func printHeader(isCompared: Bool) {
        Swift.print(line(["workload", "measure", "unit", "fast", "plain", "times"]) + (isCompared ? "  earlier  change" : ""))
    }

    /// - Parameter earlier: nil where nothing is compared with.
    static func print(_ figure: Figure, earlier: Double??) {
        var text = line(Array(figure.cells.prefix(6)))
        switch earlier {
        case .some(.some(let value)):
            let change = value == 0 ? "" : "\(Figure.text((figure.fast / value - 1) * 100))%"
            text += "  \(Figure.text(value))  \(change)"
        case .some(.none): text += "  new"
        case .none: break
        }
        Swift.print(figure.note.isEmpty ? text : text + "  (\(figure.note))")
        fflush(nil)
    }

    private static func line(_ cells: [String]) -> String {
        zip(cells, widths).enumerated().map { number, cell in
            let blanks = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
            return number < 3 ? cell.0 + blanks : blanks + cell.0
        }.joined(separator: " ")
    }
}

/// Figures in a CSV file.
enum FigureFile {
    static func write(_ figures: [Figure], to path: String) throws {
        var bytes: [UInt8] = []
        SheetWriter.write(figures.lazy.map { $0.cells.map(SheetValue.text) }, header: Figure.header, format: .csv) { bytes += $0 }
        try Data(bytes).write(to: URL(filePath: path))
    }

    /// Fast figures by workload and measure.
    static func read(_ path: String) throws -> [String: Double] {
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        var figures: [String: Double] = [:]
        for row in CSVReader(text) where row.cells.count >= 4 { figures[row.cells[0] + "|" + row.cells[1]] = Double(row.cells[3]) }
        return figures
    }
}
