/// A word that is searched for, and what it makes of each character of an
/// index: where in the word one may go on after it.
///
/// A place in the word is a bit, so that all ways to read a text at once are
/// a few whole numbers.
struct SearchWord: Sendable {
    /// The numbers of its characters; nil for those that stand nowhere.
    let codes: [UInt16?]
    let bytes: [UInt8]
    /// The word as digits, four bits each; nil where it is none, or too long.
    let digits: NumberWindow.Pattern?
    /// The bit of the word's end.
    let end: UInt64
    /// Whether it is letters alone, and may be read as pinyin.
    let isLatin: Bool
    /// Its characters.
    let count: Int
    private let alphabetCount: Int
    /// By place, then character: where one may go on, however it is read.
    private let any: [UInt64]
    /// The same, way by way.
    private let steps: [Steps]
    /// By syllable, then place: after the whole of it, and after what stands
    /// for it.
    private let whole: [UInt64]
    private let initials: [UInt64]
    /// By syllable, then place: the furthest that its letters lead with gaps.
    private let gaps: [UInt8]
    /// All ways side by side; nil for words that are too long for that.
    let lanes: SearchLanes?

    /// Where one may go on after a character.
    struct Steps {
        /// The character itself.
        var letter: UInt64 = 0
        /// A digit that stands for it.
        var numeral: UInt64 = 0
        /// As it is usually read: after the whole syllable, after what stands
        /// for it.
        var usualWhole: UInt64 = 0
        var usualInitial: UInt64 = 0
        /// As it may be read.
        var whole: UInt64 = 0
        var initial: UInt64 = 0
    }

    /// Words that are longer are found letter by letter only.
    static let longest = 60

    init(_ text: String, _ alphabet: SearchAlphabet, _ spellings: [SyllableSpellings]) {
        let scalars = SearchForm.scalars(text)
        bytes = SearchForm.bytes(text)
        codes = scalars.map { alphabet.code($0) }
        digits = SearchWord.digits(scalars)
        isLatin = scalars.allSatisfy(\.isASCII)
        count = scalars.count
        alphabetCount = alphabet.count
        guard count <= SearchWord.longest, count > 0 else {
            (end, any, steps, whole, initials, gaps, lanes) = (0, [], [], [], [], [], nil)
            return
        }
        end = 1 << UInt64(count)
        let letters = scalars.map { $0.isASCII ? UInt8($0.value) : 0 }
        var whole = [UInt64](repeating: 0, count: spellings.count * count)
        var initials = whole
        var gaps = [UInt8](repeating: 0, count: spellings.count * count)
        for (syllable, spelling) in spellings.enumerated() {
            for place in 0..<count {
                let rest = letters[place...]
                let at = syllable * count + place
                for letters in spelling.initials where rest.starts(with: letters) { initials[at] |= 1 << UInt64(place + letters.count) }
                for letters in spelling.whole {
                    if rest.starts(with: letters) { whole[at] |= 1 << UInt64(place + letters.count) }
                    // Begun, at the word's end.
                    if rest.count < letters.count, rest.count > SyllableSpellings.initialLength(letters), letters.starts(with: rest) { whole[at] |= end }
                    gaps[at] = max(gaps[at], SearchWord.furthest(rest, letters))
                }
            }
        }
        (self.whole, self.initials, self.gaps) = (whole, initials, gaps)
        var steps = [Steps](repeating: Steps(), count: alphabetCount * count)
        for (code, readings) in alphabet.readings.enumerated() {
            for (number, syllable) in readings.enumerated() {
                for place in 0..<count {
                    let (whole, initial) = (whole[Int(syllable.position) * count + place], initials[Int(syllable.position) * count + place])
                    guard whole | initial != 0 else { continue }
                    let at = place * alphabetCount + code
                    if number == 0 { (steps[at].usualWhole, steps[at].usualInitial) = (whole, initial) }
                    steps[at].whole |= whole
                    steps[at].initial |= initial
                }
            }
        }
        for (place, scalar) in scalars.enumerated() {
            if let code = alphabet.code(scalar) { steps[place * alphabetCount + Int(code)].letter |= 1 << UInt64(place + 1) }
            // 张3 and zhang3: a digit stands for its character too.
            for numeral in SearchWord.numerals(of: scalar) {
                if let code = alphabet.code(numeral) { steps[place * alphabetCount + Int(code)].numeral |= 1 << UInt64(place + 1) }
            }
        }
        self.steps = steps
        any = steps.map { $0.letter | $0.numeral | $0.whole | $0.initial }
        lanes = SearchLanes(steps, count: count, characters: alphabet.count)
    }

    /// How far letters of a syllable, in their order, lead in a word.
    private static func furthest(_ word: ArraySlice<UInt8>, _ letters: [UInt8]) -> UInt8 {
        var place = word.startIndex
        for letter in letters where place < word.endIndex && word[place] == letter { place += 1 }
        return UInt8(place)
    }

    static func numerals(of digit: Unicode.Scalar) -> [Unicode.Scalar] {
        let numerals: [[Unicode.Scalar]] = [["零", "〇"], ["一"], ["二"], ["三"], ["四"], ["五"], ["六"], ["七"], ["八"], ["九"]]
        guard ("0"..."9").contains(digit) else { return [] }
        return numerals[Int(digit.value - 0x30)]
    }

    private static func digits(_ scalars: [Unicode.Scalar]) -> NumberWindow.Pattern? {
        guard !scalars.isEmpty, scalars.count <= 16 else { return nil }
        var value: UInt64 = 0
        for scalar in scalars {
            switch scalar {
            case "0"..."9": value = value << 4 | UInt64(scalar.value - 0x30)
            case "x": value = value << 4 | NumberWindow.letterX
            default: return nil
            }
        }
        return NumberWindow.Pattern(value: value, count: scalars.count)
    }

    // MARK: - Fitting

    /// Whether the word fits texts with gaps between them at all, however
    /// they are read.
    @inline(__always)
    func mayFit(_ text: UnsafeBufferPointer<UInt16>) -> Bool {
        guard !any.isEmpty else { return literalRank(text) != .none }
        return any.withUnsafeBufferPointer { any in
            var places: UInt64 = 0
            for code in text {
                guard code != SearchAlphabet.unknown else {
                    places = 0
                    continue
                }
                var next = any[Int(code)]
                while places != 0 {
                    next |= any[places.trailingZeroBitCount &* alphabetCount &+ Int(code)]
                    places &= places &- 1
                }
                if next & end != 0 { return true }
                places = next
            }
            return false
        }
    }

    /// Places in the word after each way of reading what came.
    private struct Places {
        var letters: UInt64 = 0
        var pinyin: UInt64 = 0
        var initials: UInt64 = 0
        var mixed: UInt64 = 0
        // However characters are read.
        var anyPinyin: UInt64 = 0
        var anyInitials: UInt64 = 0
        var anyMixed: UInt64 = 0

        static let start = Places(letters: 1, pinyin: 1, initials: 1, mixed: 1, anyPinyin: 1, anyInitials: 1, anyMixed: 1)

        /// As a text may be fitted from here on too.
        mutating func restart() {
            (letters, pinyin, initials, mixed) = (letters | 1, pinyin | 1, initials | 1, mixed | 1)
            (anyPinyin, anyInitials, anyMixed) = (anyPinyin | 1, anyInitials | 1, anyMixed | 1)
        }

        /// Goes on from a place where a way has come there.
        @inline(__always)
        mutating func go(on step: Steps, from place: Int, of before: Places) {
            func taken(_ places: UInt64) -> UInt64 { 0 &- (places >> UInt64(place) & 1) }
            let same = step.letter | step.numeral
            letters |= taken(before.letters) & step.letter
            pinyin |= taken(before.pinyin) & step.usualWhole
            initials |= taken(before.initials) & step.usualInitial
            mixed |= taken(before.mixed) & (same | step.usualWhole | step.usualInitial)
            anyPinyin |= taken(before.anyPinyin) & step.whole
            anyInitials |= taken(before.anyInitials) & step.initial
            anyMixed |= taken(before.anyMixed) & (same | step.whole | step.initial)
        }

        /// The best way that has come to the end; nil where none has.
        func way(to end: UInt64) -> (way: SearchRank.Way, isUsual: Bool)? {
            guard anyMixed & end != 0 else { return nil }
            if letters & end != 0 { return (.part, true) }
            if anyPinyin & end != 0 { return (.pinyin, pinyin & end != 0) }
            if anyInitials & end != 0 { return (.initials, initials & end != 0) }
            return (.mixed, mixed & end != 0)
        }
    }

    @inline(__always)
    private func step(_ code: UInt16, _ place: Int, _ usual: SyllableID?) -> Steps {
        var step = steps[place &* alphabetCount &+ Int(code)]
        if let usual {
            step.usualWhole = whole[Int(usual.position) * count + place]
            step.usualInitial = initials[Int(usual.position) * count + place]
            step.whole |= step.usualWhole
            step.initial |= step.usualInitial
        }
        return step
    }

    @inline(__always)
    private func places(after before: Places, _ code: UInt16, _ usual: SyllableID?) -> Places {
        var next = Places()
        guard code != SearchAlphabet.unknown else { return next }
        var left = before.anyMixed & ~end
        while left != 0 {
            let place = left.trailingZeroBitCount
            next.go(on: step(code, place, usual), from: place, of: before)
            left &= left &- 1
        }
        return next
    }

    /// How well the word fits a text; `.none` where it does not.
    ///
    /// - Parameters:
    ///   - surname: how the characters that it begins with are read, where
    ///     not as usual.
    ///   - fromStart: only from the text's first character on.
    func rank(_ text: UnsafeBufferPointer<UInt16>, surname: [SyllableID]?, fromStart: Bool = false) -> SearchRank {
        guard !steps.isEmpty else { return literalRank(text) }
        if beginsWord(text) { return SearchRank(text.count == count ? .exact : .beginning, length: text.count) }
        var best = SearchRank.none
        var places = Places()
        for position in text.indices {
            if position == text.startIndex || !fromStart { places.restart() } else if places.anyMixed == 0 { break }
            let usual = surname.flatMap { position - text.startIndex < $0.count ? $0[position - text.startIndex] : nil }
            places = self.places(after: places, text[position], usual)
            if let (way, isUsual) = places.way(to: end) { best = min(best, SearchRank(way, isUsual: isUsual, length: text.count)) }
        }
        return best
    }

    /// How well the word fits a text that it is known to fit, and how where
    /// every character is read as usual.
    @inline(__always)
    func rank(_ text: UnsafeBufferPointer<UInt16>, surname: [SyllableID]?, _ fit: (way: SearchRank.Way, isUsual: Bool)) -> SearchRank {
        guard surname == nil else { return rank(text, surname: surname) }
        if fit.way == .part, beginsWord(text) { return SearchRank(text.count == count ? .exact : .beginning, length: text.count) }
        return SearchRank(fit.way, isUsual: fit.isUsual, length: text.count)
    }

    /// Letter by letter alone, for words that are very long.
    private func literalRank(_ text: UnsafeBufferPointer<UInt16>) -> SearchRank {
        guard count > 0, text.count >= count else { return .none }
        for start in 0...text.count - count where zip(text[start...], codes).allSatisfy({ $0 == $1 }) {
            return SearchRank(start > 0 ? .part : text.count == count ? .exact : .beginning, length: text.count)
        }
        return .none
    }

    private func beginsWord(_ text: UnsafeBufferPointer<UInt16>) -> Bool {
        text.count >= count && zip(text, codes).allSatisfy { $0 == $1 }
    }

    /// The characters of a text that the word fits in the way of its rank,
    /// the first of them; nil where it does not.
    func range(_ text: UnsafeBufferPointer<UInt16>, surname: [SyllableID]?) -> Range<Int>? {
        let best = rank(text, surname: surname)
        guard best != .none, !steps.isEmpty else { return nil }
        if beginsWord(text) { return 0..<count }
        for start in text.indices {
            var places = Places.start
            for position in start..<text.endIndex {
                let usual = surname.flatMap { position < $0.count ? $0[position] : nil }
                places = self.places(after: places, text[position], usual)
                guard places.anyMixed != 0 else { break }
                if let (way, isUsual) = places.way(to: end), SearchRank(way, isUsual: isUsual, length: text.count) == best { return start..<position + 1 }
            }
        }
        return nil
    }

    /// Whether the word's letters stand in a text in their order, with gaps;
    /// the characters that they stand in.
    func fitWithGaps(_ text: UnsafeBufferPointer<UInt16>, _ alphabet: SearchAlphabet) -> [Int]? {
        guard count > 1, count <= SearchWord.longest else { return nil }
        var place = 0
        var hits: [Int] = []
        for (position, code) in text.enumerated() where place < count && code != SearchAlphabet.unknown {
            var furthest = codes[place] == code ? place + 1 : place
            for syllable in alphabet.readings[Int(code)] { furthest = max(furthest, Int(gaps[Int(syllable.position) * count + place])) }
            if furthest > place { hits.append(position) }
            place = furthest
        }
        return place == count ? hits : nil
    }
}
