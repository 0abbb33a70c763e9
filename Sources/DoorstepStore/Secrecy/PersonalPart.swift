import Crypto
import Foundation

/// The personal part of a row, as it is kept: a byte that says how, and the
/// bytes.
///
/// - 0: in clear, as stores of the first formats have it. It is read only
///   while such a store is sealed: later, it would be somebody else's.
/// - 1: of a person, their key and the sealed cells; else the seal.
/// - 2: erased.
enum PersonalPart {
    private enum Form {
        static let clear: UInt8 = 0
        static let sealed: UInt8 = 1
        static let erased: UInt8 = 2
    }

    static let erased = [Form.erased]

    static func isErased(_ bytes: [UInt8]) -> Bool { bytes == erased }

    /// What stands there in clear; nil where it does not.
    static func clear(_ bytes: [UInt8]) -> [UInt8]? { bytes.first == Form.clear ? Array(bytes.dropFirst()) : nil }

    // MARK: - People

    /// - Parameter cells: a `CellBlock`.
    static func sealed(_ cells: [UInt8], _ key: PersonKey, person: String, revision: Int) throws(SealError) -> [UInt8] {
        [Form.sealed] + key.wrapped + (try Seal.seal(Seal.padded(cells), key.key, place: place(person, revision)))
    }

    /// The person's key; nil where nothing is sealed.
    static func key(_ bytes: some Collection<UInt8>, person: String, _ wrapping: SymmetricKey) throws(SealError) -> PersonKey? {
        guard bytes.first == Form.sealed else { return nil }
        let wrapped = Array(bytes.dropFirst().prefix(PersonKey.length))
        guard wrapped.count == PersonKey.length else { throw .broken }
        return try PersonKey(wrapped: wrapped, of: person, under: wrapping)
    }

    /// The cells; empty where the person was erased.
    static func cells(_ bytes: [UInt8], _ key: PersonKey?, person: String, revision: Int) throws(SealError) -> [UInt8] {
        if isErased(bytes) { return [] }
        guard bytes.first == Form.sealed, let key,
            let cells = Seal.unpadded(try Seal.open(bytes.dropFirst(1 + PersonKey.length), key.key, place: place(person, revision)))
        else { throw .broken }
        return Array(cells)
    }

    private static func place(_ person: String, _ revision: Int) -> HashedFields {
        var place = HashedFields("doorstep-person-seal-1")
        place.add(person)
        place.add(revision)
        return place
    }

    // MARK: - Notes of steps

    static func sealed(note: String, _ key: PersonKey, step: Int) throws(SealError) -> [UInt8] {
        [Form.sealed] + (try Seal.seal(Seal.padded(Array(note.utf8)), key.key, place: place(ofStep: step)))
    }

    /// - Parameter key: of the person that the step is about; nil where they
    ///   were erased, and their notes with them.
    static func note(_ bytes: [UInt8], _ key: PersonKey?, step: Int) throws(SealError) -> String {
        if isErased(bytes) { return "" }
        guard bytes.first == Form.sealed else { throw .broken }
        guard let key else { return "" }
        guard let opened = Seal.unpadded(try Seal.open(bytes.dropFirst(), key.key, place: place(ofStep: step))),
            let note = String(validating: opened, as: UTF8.self)
        else { throw .broken }
        return note
    }

    private static func place(ofStep number: Int) -> HashedFields {
        var place = HashedFields("doorstep-note-seal-1")
        place.add(number)
        return place
    }

    // MARK: - Notes of services

    static func sealed(note: String, _ key: SymmetricKey, service: Int) throws(SealError) -> [UInt8] {
        [Form.sealed] + (try Seal.seal(Seal.padded(Array(note.utf8)), key, place: place(ofService: service)))
    }

    /// - Parameter key: nil where the person that it is about was erased, and
    ///   their notes with them.
    static func note(_ bytes: [UInt8], _ key: SymmetricKey?, service: Int) throws(SealError) -> String {
        if isErased(bytes) { return "" }
        guard bytes.first == Form.sealed else { throw .broken }
        guard let key else { return "" }
        guard let opened = Seal.unpadded(try Seal.open(bytes.dropFirst(), key, place: place(ofService: service))),
            let note = String(validating: opened, as: UTF8.self)
        else { throw .broken }
        return note
    }

    private static func place(ofService number: Int) -> HashedFields {
        var place = HashedFields("doorstep-service-seal-1")
        place.add(number)
        return place
    }

    // MARK: - Saved searches

    static func sealed(search cells: [UInt8], _ key: SymmetricKey, id: String, revision: Int) throws(SealError) -> [UInt8] {
        [Form.sealed] + (try Seal.seal(Seal.padded(cells), key, place: place(ofSearch: id, revision)))
    }

    static func search(_ bytes: [UInt8], _ key: SymmetricKey, id: String, revision: Int) throws(SealError) -> [UInt8] {
        guard bytes.first == Form.sealed,
            let cells = Seal.unpadded(try Seal.open(bytes.dropFirst(), key, place: place(ofSearch: id, revision)))
        else { throw .broken }
        return Array(cells)
    }

    private static func place(ofSearch id: String, _ revision: Int) -> HashedFields {
        var place = HashedFields("doorstep-search-seal-1")
        place.add(id)
        place.add(revision)
        return place
    }
}
