/// A short word, and all ways in which a text may fit it side by side in one
/// whole number: a lane of eight bits for each way, a bit for each place in
/// the word.
///
/// Says in one pass what `SearchWord.rank` says, wherever the name does not
/// begin with a surname that is read in its own way.
struct SearchLanes: Sendable {
    /// Places in the word after a character, by character, then place before
    /// it.
    private let steps: [UInt64]
    /// Whether the word may begin with a character: most it may not, and a
    /// table of bytes is always at hand.
    private let begins: [Bool]
    private let count: Int
    private let characters: Int
    /// The word's end, in each lane.
    private let ends: UInt64

    /// A lane has a bit for each place before a character and one for the
    /// end.
    static let longest = 7
    /// The first bit of each lane.
    private static let firsts: UInt64 = 0x01_01_01_01_01_01_01
    /// Where the lane stands that leads wherever any other does.
    private static let widest: UInt64 = 48

    /// The ways, best first, as lanes from the lowest bits up.
    private static let ways: [(way: SearchRank.Way, isUsual: Bool)] = [
        (.part, true), (.pinyin, true), (.pinyin, false), (.initials, true), (.initials, false), (.mixed, true), (.mixed, false),
    ]

    /// - Parameter steps: by place, then character.
    init?(_ steps: [SearchWord.Steps], count: Int, characters: Int) {
        guard count <= SearchLanes.longest else { return nil }
        self.count = count
        self.characters = characters
        ends = SearchLanes.firsts << UInt64(count)
        var byCharacter = [UInt64](repeating: 0, count: steps.count)
        for place in 0..<count {
            for character in 0..<characters {
                let step = steps[place * characters + character]
                let same = step.letter | step.numeral
                guard same | step.whole | step.initial != 0 else { continue }
                var lanes = step.letter | step.usualWhole << 8 | step.whole << 16 | step.usualInitial << 24 | step.initial << 32
                lanes |= (same | step.usualWhole | step.usualInitial) << 40
                lanes |= (same | step.whole | step.initial) << SearchLanes.widest
                byCharacter[character * count + place] = lanes
            }
        }
        self.steps = byCharacter
        begins = (0..<characters).map { byCharacter[$0 * count] != 0 }
    }

    /// Goes through texts with gaps between them, and tells of each that the
    /// word fits where it stands, and the best way.
    @inline(__always)
    func forEachFit(_ texts: UnsafeBufferPointer<UInt16>, _ body: (Range<Int>, (way: SearchRank.Way, isUsual: Bool)) -> Void) {
        steps.withUnsafeBufferPointer { steps in
            begins.withUnsafeBufferPointer { begins in
                var (places, ended) = (0 as UInt64, 0 as UInt64)
                for (position, code) in texts.enumerated() {
                    if Int(code) < characters {
                        if places | ended == 0, !begins[Int(code)] { continue }
                        places = next(places, steps, Int(code))
                        // A lane that has ended once has fitted, whatever follows.
                        ended |= places & ends
                        places &= ~ends
                    } else {
                        places = 0
                    }
                    if code == SearchAlphabet.gap, ended != 0 {
                        let start = texts[..<position].lastIndex(of: SearchAlphabet.gap).map { $0 + 1 } ?? 0
                        body(start..<position, SearchLanes.ways[ended.trailingZeroBitCount / 8])
                        ended = 0
                    }
                }
            }
        }
    }

    /// Places after a character, from those before it and from the word's
    /// beginning.
    @inline(__always)
    private func next(_ places: UInt64, _ steps: UnsafeBufferPointer<UInt64>, _ character: Int) -> UInt64 {
        let before = places | SearchLanes.firsts
        var (next, left) = (0 as UInt64, before >> SearchLanes.widest)
        while left != 0 {
            let place = left.trailingZeroBitCount
            // All bits of a lane that has come to the place.
            let come = (before >> UInt64(place) & SearchLanes.firsts) &* 0xFF
            next |= steps[character &* count &+ place] & come
            left &= left &- 1
        }
        return next
    }
}
