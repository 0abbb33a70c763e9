/// How characters are read aloud, without tones: all readings of each, the
/// commonest first, and what surnames are read as.
///
/// From the readings of the Unihan database (kTGHZ2013, kMandarin) and a
/// list of surnames whose reading is not the usual one.
public struct Readings: Sendable {
    /// Every syllable there is, in lower-case letters, `v` for ü.
    let syllables: [[UInt8]]
    private let ofCharacter: [Unicode.Scalar: [SyllableID]]
    /// Of a surname's characters: as a surname is read, and as it may be
    /// read besides.
    private let ofSurname: [[Unicode.Scalar]: (first: [SyllableID], other: [SyllableID]?)]

    /// Reads the sheets that the program carries.
    ///
    /// - Parameter sheet: the bytes of `pinyin.tsv` and `surnames.tsv`.
    /// - Throws: `CatalogueError` where a sheet is damaged.
    public init(sheet: (String) -> [UInt8]) throws(CatalogueError) {
        var syllables: [[UInt8]] = []
        var numbers: [String: SyllableID] = [:]
        func id(_ letters: Substring) -> SyllableID {
            if let known = numbers[String(letters)] { return known }
            let id = SyllableID(position: UInt16(syllables.count))
            syllables.append(Array(letters.utf8))
            numbers[String(letters)] = id
            return id
        }
        let characters = try CatalogueSheet(name: "pinyin.tsv", bytes: sheet("pinyin.tsv"))
        let (character, readings) = (try characters.column("character"), try characters.column("readings"))
        var ofCharacter: [Unicode.Scalar: [SyllableID]] = [:]
        ofCharacter.reserveCapacity(characters.rows.count)
        for (index, row) in characters.rows.enumerated() {
            guard let scalar = row[character].unicodeScalars.first, !row[readings].isEmpty
            else { throw .unreadable(sheet: characters.name, line: index + 2) }
            ofCharacter[scalar] = row[readings].split(separator: " ").map(id)
        }
        let surnames = try CatalogueSheet(name: "surnames.tsv", bytes: sheet("surnames.tsv"))
        let (surname, reading, other) = (try surnames.column("surname"), try surnames.column("reading"), try surnames.column("other_reading"))
        var ofSurname: [[Unicode.Scalar]: (first: [SyllableID], other: [SyllableID]?)] = [:]
        for (index, row) in surnames.rows.enumerated() {
            let scalars = Array(row[surname].unicodeScalars)
            // Two characters are read as two syllables, written as one word.
            func parts(_ letters: String) -> [SyllableID]? {
                if scalars.count == 1 { return [id(Substring(letters))] }
                for first in ofCharacter[scalars[0]] ?? [] {
                    let head = String(decoding: syllables[Int(first.position)], as: UTF8.self)
                    guard letters.hasPrefix(head), let last = numbers[String(letters.dropFirst(head.count))] else { continue }
                    return [first, last]
                }
                return nil
            }
            guard !scalars.isEmpty, scalars.count <= 2, let first = parts(row[reading])
            else { throw .unreadable(sheet: surnames.name, line: index + 2) }
            ofSurname[scalars] = (first, row[other].isEmpty ? nil : parts(row[other]))
        }
        self.syllables = syllables
        self.ofCharacter = ofCharacter
        self.ofSurname = ofSurname
    }

    /// All readings of a character, the commonest first; none of what is not
    /// read in syllables.
    func readings(of scalar: Unicode.Scalar) -> [SyllableID] { ofCharacter[scalar] ?? [] }

    /// How the surname at the beginning of a name is read, a syllable for
    /// each of its characters; nil where it is read as usual, or unknown. A
    /// compound surname goes before a single one.
    func surname(_ name: some BidirectionalCollection<Unicode.Scalar>) -> (first: [SyllableID], other: [SyllableID]?)? {
        let beginning = Array(name.prefix(2))
        if beginning.count == 2, let compound = ofSurname[beginning] { return compound }
        return beginning.first.flatMap { ofSurname[[$0]] }
    }

    /// Those who stand in the list of surnames; for tests of every one.
    var surnames: [String] {
        ofSurname.keys.map { String(String.UnicodeScalarView($0)) }.sorted()
    }

    /// The syllables of a row of them with blanks between; nil where one is
    /// none.
    func syllables(of row: String) -> [SyllableID]? {
        var found: [SyllableID] = []
        for part in row.split(separator: " ") {
            guard let position = syllables.firstIndex(of: Array(part.utf8)) else { return nil }
            found.append(SyllableID(position: UInt16(position)))
        }
        return found
    }
}
