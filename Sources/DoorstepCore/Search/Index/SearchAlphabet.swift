/// The characters of an index by number, so that what a word makes of each is
/// worked out once a search and then looked up.
struct SearchAlphabet: Sendable {
    /// Stands between two texts.
    static let gap: UInt16 = 0
    /// Stands for characters beyond the 65,534 that there is room for; it is
    /// found by nothing.
    static let unknown = UInt16.max

    /// How each character may be read, by its number.
    private(set) var readings: [[SyllableID]] = [[]]
    private(set) var scalars: [Unicode.Scalar] = ["\n"]
    /// Of the characters below 65,536; 0 where there is none yet.
    private var codes = [UInt16](repeating: 0, count: 0x1_0000)
    private var others: [Unicode.Scalar: UInt16] = [:]
    private let table: Readings
    /// How the characters of surnames are read that are not read as usual;
    /// of compound ones under both characters.
    private var beginsSurname: [Bool] = []
    private var surnames: [UInt32: [SyllableID]] = [:]

    init(_ readings: Readings) {
        table = readings
        for name in readings.surnames {
            let scalars = Array(name.unicodeScalars)
            let codes = scalars.map { code(adding: $0) }
            guard let known = readings.surname(scalars), let first = codes.first else { continue }
            if beginsSurname.count <= first { beginsSurname += Array(repeating: false, count: Int(first) + 1 - beginsSurname.count) }
            beginsSurname[Int(first)] = true
            surnames[SearchAlphabet.key(first, codes.count > 1 ? codes[1] : SearchAlphabet.gap)] = known.first
            // What a search looks for first is what any reading fits.
            for (code, syllable) in zip(codes, known.first) where !self.readings[Int(code)].contains(syllable) { self.readings[Int(code)].append(syllable) }
            for (code, syllable) in zip(codes, known.other ?? []) where !self.readings[Int(code)].contains(syllable) { self.readings[Int(code)].append(syllable) }
        }
    }

    var count: Int { scalars.count }

    private static func key(_ first: UInt16, _ second: UInt16) -> UInt32 { UInt32(first) << 16 | UInt32(second) }

    /// How the surname that a name begins with is read, where it is not read
    /// as usual; a compound one goes before a single one.
    func surname(_ name: UnsafeBufferPointer<UInt16>) -> [SyllableID]? {
        guard let first = name.first, first < beginsSurname.count, beginsSurname[Int(first)] else { return nil }
        if name.count > 2, let compound = surnames[SearchAlphabet.key(first, name[1])] { return compound }
        return name.count > 1 ? surnames[SearchAlphabet.key(first, SearchAlphabet.gap)] : nil
    }

    @inline(__always)
    func code(_ scalar: Unicode.Scalar) -> UInt16? {
        guard scalar.value < 0x1_0000 else { return others[scalar] }
        let code = codes[Int(scalar.value)]
        return code == 0 ? nil : code
    }

    /// A character that is new gets the next number.
    mutating func code(adding scalar: Unicode.Scalar) -> UInt16 {
        if let code = code(scalar) { return code }
        guard count < Int(SearchAlphabet.unknown) else { return SearchAlphabet.unknown }
        let code = UInt16(count)
        scalars.append(scalar)
        readings.append(table.readings(of: scalar))
        if scalar.value < 0x1_0000 { codes[Int(scalar.value)] = code } else { others[scalar] = code }
        return code
    }
}

/// What of a text counts when it is searched for: half-width and in lower
/// case, without what is not seen and without the dots in names.
enum SearchForm {
    /// Calls with each character that counts, in order.
    @inline(__always)
    static func forEach(_ text: String, _ body: (Unicode.Scalar) -> Void) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x21...0x40, 0x5B...0x7E, 0x4E00...0x9FFF: body(scalar)
            case 0x41...0x5A: body(Unicode.Scalar(UInt8(scalar.value) + 0x20))
            default: other(scalar, body)
            }
        }
    }

    private static func other(_ scalar: Unicode.Scalar, _ body: (Unicode.Scalar) -> Void) {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map { forEach(String($0), body) }
        case 0x09...0x0D, 0x20, 0xA0, 0x2002...0x200A, 0x3000: body(" ")
        case 0xB7, 0x2022, 0x2027, 0x30FB, 0xFF65: return
        case 0x3400..<0xA000, 0x2_0000...: body(scalar)
        default:
            switch scalar.properties.generalCategory {
            case .control, .format: return
            default: scalar.properties.lowercaseMapping.unicodeScalars.forEach(body)
            }
        }
    }

    static func scalars(_ text: String) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        forEach(text) { scalars.append($0) }
        return scalars
    }

    /// As bytes, for what is searched for letter by letter.
    static func bytes(_ text: String) -> [UInt8] {
        var form = String.UnicodeScalarView()
        forEach(text) { form.append($0) }
        return Array(String(form).utf8)
    }
}
