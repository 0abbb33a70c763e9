/// The texts that a workbook's cells share: one after the other in one buffer.
struct SharedStrings: Sendable {
    private let bytes: [UInt8]
    /// Where each ends.
    private let ends: [UInt32]

    init() { (bytes, ends) = ([], []) }

    fileprivate init(_ bytes: [UInt8], _ ends: [UInt32]) { (self.bytes, self.ends) = (bytes, ends) }

    var count: Int { ends.count }

    /// Nil where there is no such text.
    subscript(index: Int) -> String? {
        guard ends.indices.contains(index) else { return nil }
        let start = index == 0 ? 0 : Int(ends[index - 1])
        return bytes.withUnsafeBufferPointer { CellBytes.string(UnsafeBufferPointer(rebasing: $0[start..<Int(ends[index])])) }
    }
}

/// Collects the shared strings: runs of one text joined, what says how to
/// pronounce it left out.
final class SharedStringSink: XMLSink {
    private(set) var problem: WorkbookProblem?
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    private var text = RichText()
    private var isInItem = false
    private let part: String

    init(part: String) { self.part = part }

    var strings: SharedStrings { SharedStrings(bytes, ends) }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if isInItem {
            text.start(name)
        } else if "si" ~= name {
            isInItem = true
            text = RichText()
        }
    }

    func end(_ name: XMLName) {
        guard isInItem else { return }
        guard text.end(name) else { return }
        isInItem = false
        CellBytes.clean(&bytes, from: ends.last.map(Int.init) ?? 0)
        ends.append(UInt32(bytes.count))
        if ends.count > WorkbookLimits.strings { problem = .tooLargePart(part) }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) {
        guard isInItem, text.isOpen else { return }
        bytes.append(contentsOf: piece)
        if bytes.count > WorkbookLimits.stringBytes { problem = .tooLargePart(part) }
    }
}

/// Where one is in a text that may be made of runs: `<t>`, or `<r><t>` for
/// each of them; `<rPh>` and all else is passed over.
struct RichText {
    private enum Place { case item, run, text, textOfRun }

    private var place = Place.item
    private var passed = 0

    /// Whether what comes now is text of the cell.
    var isOpen: Bool { passed == 0 && (place == .text || place == .textOfRun) }

    mutating func start(_ name: XMLName) {
        guard passed == 0 else { return passed += 1 }
        switch (place, name) {
        case (.item, "t"): place = .text
        case (.item, "r"): place = .run
        case (.run, "t"): place = .textOfRun
        default: passed = 1
        }
    }

    /// True where it is the end of the text itself.
    mutating func end(_ name: XMLName) -> Bool {
        guard passed == 0 else {
            passed -= 1
            return false
        }
        switch place {
        case .text, .run: place = .item
        case .textOfRun: place = .run
        case .item: return true
        }
        return false
    }
}

/// The bytes of a cell's text.
enum CellBytes {
    /// The text without the apostrophe that disarms formulas.
    static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return bytes.first == TextByte.apostrophe ? FormulaGuard.removed(from: text) : text
    }

    /// Replaces what stands escaped behind `start` (`_x000D_`), makes every
    /// line end a line feed, and leaves NUL out.
    static func clean(_ bytes: inout [UInt8], from start: Int) {
        guard bytes[start...].contains(where: { $0 == UInt8(ascii: "_") || $0 == TextByte.carriageReturn }) else { return }
        var text = String.UnicodeScalarView()
        var units: [UInt16] = []
        func flush() {
            text.append(contentsOf: String(decoding: units, as: UTF16.self).unicodeScalars)
            units = []
        }
        var rest = String(decoding: bytes[start...], as: UTF8.self).unicodeScalars[...]
        while let scalar = rest.first {
            // Halves of a pair stand in two escapes, one after the other.
            if scalar == "_", let unit = escaped(rest) {
                units.append(unit)
                rest = rest.dropFirst(7)
            } else {
                flush()
                text.append(scalar)
                rest = rest.dropFirst()
            }
        }
        flush()
        bytes.removeSubrange(start...)
        bytes.append(contentsOf: lines(text))
    }

    private static func lines(_ text: String.UnicodeScalarView) -> [UInt8] {
        var lines = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text {
            defer { previous = scalar }
            switch scalar {
            case "\0": continue
            case "\n" where previous == "\r": continue
            case "\r": lines.append("\n")
            default: lines.append(scalar)
            }
        }
        return Array(String(lines).utf8)
    }

    /// The unit that `_xHHHH_` in front stands for.
    private static func escaped(_ text: Substring.UnicodeScalarView) -> UInt16? {
        let word = Array(text.prefix(7))
        guard word.count == 7, word[1] == "x", word[6] == "_" else { return nil }
        var unit: UInt16 = 0
        for scalar in word[2...5] {
            guard scalar.isASCII, let digit = Character(scalar).hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
