import DoorstepCore

/// An exported log of placements, which can be checked without the store:
/// whole, or for a span of recording.
public enum LedgerLog {
    /// What checking a log came to.
    public enum Verdict: Hashable, Sendable {
        /// Every row holds; `from` and `to` are the numbers of the first and
        /// the last step, nil in an empty log.
        case holds(rows: Int, from: Int?, to: Int?)
        /// The first row that does not hold, counted from 1 below the
        /// header, and why.
        case broken(row: Int, Flaw)

        public var message: Phrase {
            switch self {
            case .holds(_, let from?, let to?):
                Phrase("第 \(from) 至 \(to) 步完整，没有改动。", "Steps \(from) to \(to) are whole and unchanged.")
            case .holds: Phrase("没有记录。", "There are no steps.")
            case .broken(let row, let flaw): Phrase("第 \(row) 行：", "Row \(row): ") + flaw.message
            }
        }
    }

    public enum Flaw: Hashable, Sendable {
        /// The row has not the columns of a log.
        case unreadable
        /// What the row says is not what was recorded.
        case changed
        /// The row does not follow the one above it.
        case removedOrPutInBefore

        var message: Phrase {
            switch self {
            case .unreadable: Phrase("不是推荐台账的一行。", "not a row of a log of placements.")
            case .changed: Phrase("内容被改动。", "was changed.")
            case .removedOrPutInBefore: Phrase("它与上一行之间有删除、插入或调换。", "between it and the row above, something was removed, put in or moved.")
            }
        }
    }

    /// Checks rows of `LedgerRow.cells`, in the order of the log and without
    /// its header. In logs of earlier programs, which have no columns of
    /// corrections, reasons or evidence, those cells are empty.
    public static func verify(_ rows: some Sequence<[String]>) -> Verdict {
        var count = 0
        var first: Int?
        var latest: (number: Int, link: [UInt8])?
        for row in rows {
            count += 1
            guard row.count == LedgerRow.header.count, let number = Int(row[0]), number >= 1,
                let previous = Hex.bytes(row[15]), previous.count == 32, let link = Hex.bytes(row[16]), link.count == 32
            else { return .broken(row: count, .unreadable) }
            guard LedgerLink.next(previous: previous, columns: Array(row[..<12]), corrects: row[12], reason: row[13], evidence: row[14]) == link else { return .broken(row: count, .changed) }
            if let latest {
                guard previous == latest.link, number == latest.number + 1 else { return .broken(row: count, .removedOrPutInBefore) }
            } else if (number == 1) != (previous == LedgerLink.origin) {
                return .broken(row: count, .changed)
            }
            first = first ?? number
            latest = (number, link)
        }
        return .holds(rows: count, from: first, to: latest?.number)
    }
}
