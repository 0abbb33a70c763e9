import Foundation

extension SearchChunk {
    /// How well each record fits a word, by its names, numbers, entries and
    /// all else: the best of these.
    ///
    /// - Parameters:
    ///   - entries: how well entries of the catalogues fit: those that do.
    ///   - windows: how many windows of digits a record has.
    func ranks(_ word: SearchWord, _ alphabet: SearchAlphabet, entries: [SearchEntries.Fit], windows: Int) -> [SearchRank] {
        var ranks = [SearchRank](repeating: .none, count: count)
        rankNames(word, alphabet, &ranks)
        if let digits = word.digits, windows > 0 { rankNumbers(digits, windows, &ranks) }
        rankEntries(entries, &ranks)
        rankTexts(word, &ranks)
        return ranks
    }

    private func rankNames(_ word: SearchWord, _ alphabet: SearchAlphabet, _ ranks: inout [SearchRank]) {
        guard let lanes = word.lanes else {
            forEachName { record, name in
                guard word.mayFit(name) else { return }
                ranks[record] = min(ranks[record], word.rank(name, surname: alphabet.surname(name)))
            }
            return
        }
        names.withUnsafeBufferPointer { names in
            var record = 0
            lanes.forEachFit(names) { range, fit in
                while Int(nameEnds[record]) <= range.upperBound { record += 1 }
                let name = UnsafeBufferPointer(rebasing: names[range])
                ranks[record] = min(ranks[record], word.rank(name, surname: alphabet.surname(name), fit))
            }
        }
    }

    /// By names alone, of which the word's letters stand in order, with gaps.
    func ranksWithGaps(_ word: SearchWord, _ alphabet: SearchAlphabet) -> [SearchRank] {
        var ranks = [SearchRank](repeating: .none, count: count)
        forEachName { record, name in
            guard word.fitWithGaps(name, alphabet) != nil else { return }
            ranks[record] = min(ranks[record], SearchRank(.gaps, length: name.count))
        }
        return ranks
    }

    @inline(__always)
    private func forEachName(_ body: (Int, UnsafeBufferPointer<UInt16>) -> Void) {
        names.withUnsafeBufferPointer { names in
            nameEnds.withUnsafeBufferPointer { ends in
                var (record, start) = (0, 0)
                for position in names.indices where names[position] == SearchAlphabet.gap {
                    while Int(ends[record]) <= position { record += 1 }
                    body(record, UnsafeBufferPointer(rebasing: names[start..<position]))
                    start = position + 1
                }
            }
        }
    }

    private func rankNumbers(_ digits: NumberWindow.Pattern, _ windows: Int, _ ranks: inout [SearchRank]) {
        numbers.withUnsafeBufferPointer { numbers in
            for record in 0..<count {
                for window in record * windows..<(record + 1) * windows where numbers[window] != NumberWindow.empty {
                    guard let position = digits.position(in: numbers[window]) else { continue }
                    let length = NumberWindow.length - numbers[window].trailingOnes / 4
                    let way: SearchRank.Way = position > 0 ? .part : digits.count == length ? .exact : .beginning
                    ranks[record] = min(ranks[record], SearchRank(way, length: length))
                }
            }
        }
    }

    private func rankEntries(_ fits: [SearchEntries.Fit], _ ranks: inout [SearchRank]) {
        entries.withUnsafeBufferPointer { entries in
            for fit in fits {
                var position = entries.position(of: UInt32(fit.entry) << 16)
                while position < entries.count, Int(entries[position] >> 16) == fit.entry {
                    let record = Int(entries[position] & 0xFFFF)
                    ranks[record] = min(ranks[record], fit.rank)
                    position += 1
                }
            }
        }
    }

    private func rankTexts(_ word: SearchWord, _ ranks: inout [SearchRank]) {
        // By the last byte: of Chinese characters it tells most.
        guard let last = word.bytes.last else { return }
        let length = word.bytes.count
        texts.withUnsafeBufferPointer { texts in
            guard let first = texts.baseAddress else { return }
            var record = 0
            var from = length - 1
            while from < texts.count, let hit = memchr(first + from, Int32(last), texts.count - from) {
                let end = UnsafeRawPointer(hit) - UnsafeRawPointer(first) + 1
                from = end
                guard memcmp(first + end - length, word.bytes, length) == 0 else { continue }
                while Int(textEnds[record]) < end { record += 1 }
                ranks[record] = min(ranks[record], SearchRank(.part, length: .max))
                from = Int(textEnds[record]) + length - 1
            }
        }
    }
}

extension UInt64 {
    /// How many bits at the end are set.
    fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
