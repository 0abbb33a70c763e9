/// What a merge changed, kept with the record that went, so that the merge
/// can be taken back whenever that is asked for.
public struct MergeTrace: Hashable, Sendable {
    /// The status of the record that went, in the store's words.
    public var status: String
    /// What the record that stands got from it.
    public var columns: [Column]
    /// Of an employer, the jobs that moved.
    public var jobs: [RecordID]
    /// Those that had been merged into the record that went, and were led on
    /// to the one that stands.
    public var ledOn: [RecordID]

    /// A column that the merge changed, in the store's words.
    public struct Column: Hashable, Sendable {
        public let id: String
        public let before: String
        public let after: String

        public init(id: String, before: String, after: String) {
            (self.id, self.before, self.after) = (id, before, after)
        }
    }

    public init(status: String = "", columns: [Column] = [], jobs: [RecordID] = [], ledOn: [RecordID] = []) {
        (self.status, self.columns, self.jobs, self.ledOn) = (status, columns, jobs, ledOn)
    }

    var isEmpty: Bool { self == MergeTrace() }

    // MARK: - As text

    /// A line for each thing: what it is, and its parts, with tabs between.
    var text: String {
        var lines: [[String]] = status.isEmpty ? [] : [[Line.status, status]]
        lines += columns.map { [Line.column, $0.id, $0.before, $0.after] }
        lines += jobs.map { [Line.job, $0.text] }
        lines += ledOn.map { [Line.ledOn, $0.text] }
        return lines.map { $0.map(MergeTrace.escaped).joined(separator: "\t") }.joined(separator: "\n")
    }

    /// Nil where the text is none.
    init?(text: String) {
        self.init()
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(MergeTrace.unescaped)
            switch (parts[0], parts.count) {
            case (Line.status, 2): status = parts[1]
            case (Line.column, 4): columns.append(Column(id: parts[1], before: parts[2], after: parts[3]))
            case (Line.job, 2):
                guard let id = RecordID(parts[1]) else { return nil }
                jobs.append(id)
            case (Line.ledOn, 2):
                guard let id = RecordID(parts[1]) else { return nil }
                ledOn.append(id)
            default: return nil
            }
        }
    }

    private enum Line {
        static let status = "status"
        static let column = "column"
        static let job = "job"
        static let ledOn = "led-on"
    }

    /// By scalars: a carriage return and a line feed are one character.
    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped.append(contentsOf: "\\\\".unicodeScalars)
            case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
            case "\r": escaped.append(contentsOf: "\\r".unicodeScalars)
            case "\t": escaped.append(contentsOf: "\\t".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    private static func unescaped(_ text: Substring) -> String {
        var unescaped = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if isEscaped {
                unescaped.append(scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar == "t" ? "\t" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                unescaped.append(scalar)
            }
        }
        return String(unescaped)
    }
}
