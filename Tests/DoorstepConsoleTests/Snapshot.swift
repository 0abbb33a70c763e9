import Foundation
import Testing
import TerminalUI

@testable import DoorstepConsole

/// Frames written out as text: what stands on each row, where the cursor is,
/// and every run of cells that is not plain.
///
/// Kept in `Snapshots` beside this file. Where one differs the test fails with
/// the first row that does; `DOORSTEP_RECORD_SNAPSHOTS=1 swift test --filter
/// Snapshots` writes them anew, to be looked at before they are kept.
enum Snapshot {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
    private static let isRecording = ProcessInfo.processInfo.environment["DOORSTEP_RECORD_SNAPSHOTS"] != nil

    static func text(_ frame: Frame, title: String) -> String {
        var lines = ["== \(title), cursor \(frame.cursor.column),\(frame.cursor.row)"]
        lines += (0..<frame.size.rows).map { frame.cells.text(row: $0) }
        lines.append("-- styles")
        lines += (0..<frame.size.rows).compactMap { row in
            let runs = styles(frame.cells[row])
            return runs.isEmpty ? nil : "\(row): " + runs.joined(separator: "; ")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Runs of cells of one style, those that are plain left out.
    private static func styles(_ cells: ArraySlice<Cell>) -> [String] {
        var runs: [(style: Style, first: Int, last: Int)] = []
        for (column, cell) in cells.enumerated() {
            if let last = runs.last, last.style == cell.style {
                runs[runs.count - 1].last = column
            } else {
                runs.append((cell.style, column, column))
            }
        }
        return runs.filter { $0.style != .plain }.map { "\($0.first)-\($0.last) \($0.style.summary)" }
    }

    /// Compares with what is kept under a name, or keeps it.
    static func check(_ text: String, _ name: String, location: SourceLocation = #_sourceLocation) throws {
        let file = folder.appending(path: name + ".txt")
        if isRecording {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        guard kept != text else { return }
        let new = text.split(separator: "\n", omittingEmptySubsequences: false)
        let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
        let frame = new.prefix(line + 1).last { $0.hasPrefix("==") } ?? ""
        func shown(_ lines: [Substring]) -> String { lines.indices.contains(line) ? String(lines[line]) : "(nothing)" }
        Issue.record("Snapshots/\(name).txt, line \(line + 1), \(frame)\nkept: \(shown(old))\nnow:  \(shown(new))", sourceLocation: location)
    }

    /// Names of all that are kept.
    static func kept() throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) })
    }
}
