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
        texts.withUnsafeBytes { texts in
            var (record, from) = (0, 0)
            while let end = SearchChunk.end(of: word.bytes, in: texts, from: from) {
                while Int(textEnds[record]) < end { record += 1 }
                ranks[record] = min(ranks[record], SearchRank(.part, length: .max))
                from = Int(textEnds[record])
            }
        }
    }

    /// Where bytes that stand in others end, first after a position; nil
    /// where they do not.
    ///
    /// By the last byte: of Chinese characters it tells most. Of numbers, of
    /// which these texts are full, it tells little: by the last two, at
    /// sixteen places at once.
    private static func end(of bytes: [UInt8], in texts: UnsafeRawBufferPointer, from: Int) -> Int? {
        guard let first = texts.baseAddress, let last = bytes.last, texts.count - from >= bytes.count else { return nil }
        func fits(endingAt end: Int) -> Bool { memcmp(first + end - bytes.count, bytes, bytes.count) == 0 }
        var end = from + bytes.count
        if bytes.count > 1, (0x30...0x39).contains(last) {
            let (lasts, befores) = (SIMD16(repeating: last), SIMD16(repeating: bytes[bytes.count - 2]))
            while end + 15 <= texts.count {
                let isLast = (first + end - 1).loadUnaligned(as: SIMD16<UInt8>.self) .== lasts
                let isBefore = (first + end - 2).loadUnaligned(as: SIMD16<UInt8>.self) .== befores
                let both = unsafeBitCast(isLast .& isBefore, to: SIMD2<UInt64>.self)
                if both[0] | both[1] != 0 { for end in end..<end + 16 where fits(endingAt: end) { return end } }
                end += 16
            }
        }
        while end <= texts.count {
            guard let hit = memchr(first + end - 1, Int32(last), texts.count - end + 1) else { return nil }
            end = UnsafeRawPointer(hit) - first + 1
            if fits(endingAt: end) { return end }
            end += 1
        }
        return nil
    }
}

extension UInt64 {
    /// How many bits at the end are set.
    fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
