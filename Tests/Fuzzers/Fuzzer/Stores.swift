import Crypto
import DoorstepCore

@testable import DoorstepStore

/// What the journal and what goes with an export say.
struct Journal: Reader {
    func read(_ bytes: [UInt8]) {
        // The character NUL is left out of every content.
        let text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
        if let content = EntryContent(text: text) {
            promise(EntryContent(text: content.text) == content, "an entry's content comes back as it was")
            for field in content.fields {
                guard let state = RecordState(field) else { continue }
                promise(RecordState(EntryContent.Field(name: field.name, value: state.entryValue)) == state, "a state comes back")
            }
            var keys = KeysTold()
            keys.take(content, 1)
        }
        if let checkpoint = Checkpoint(text: text) {
            promise(checkpoint.text.utf8.elementsEqual(text.utf8), "a checkpoint has one way to be written")
            _ = checkpoint.isSigned
        }
        let rows = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        _ = LedgerLog.verify(rows)
    }
}

/// Rows of the tables, as whoever has the file can write them.
struct Rows: Reader {
    private let reader: RecordReader
    private let secrets = Secrets(StoreKey())

    init() throws {
        let catalogue = try Resources.catalogue()
        guard let place = catalogue.places.place(code: "150784001") else { throw Missing() }
        reader = RecordReader(catalogue, near: place.id)
    }

    func read(_ bytes: [UInt8]) {
        let half = bytes.count / 2
        let (facts, personal) = (Array(bytes[..<half]), Array(bytes[half...]))
        for kind in RecordKind.allCases {
            try? reader.check(RecordImage(kind: kind, id: "P1", facts: bytes, personal: kind == .person ? bytes : [], employer: "E1"))
            try? reader.check(RecordImage(kind: kind, id: "P1", facts: facts, personal: kind == .person ? personal : [], employer: "E1"))
            let kept = KeptRecord(kind: kind, id: "P1", revision: 1, salt: [], facts: facts, personal: bytes, employer: "E1")
            _ = kept.commitment
            if let image = try? kept.image(secrets) { try? reader.check(image) }
        }
        if let cells = CellBlock.cells(bytes) { promise(CellBlock.bytes(cells) == bytes, "cells have one way to be written") }
        _ = Seal.unpadded(bytes)
        promise(StepStatistics(bytes, step: 1, secrets.statistics) == nil, "nothing opens that was not sealed")
    }
}

/// Keys, codes and seals.
struct Keys: Reader {
    private let key = StoreKey()
    private let person: PersonKey

    init() throws { person = try PersonKey(of: "P1", under: key.key(for: .people)) }

    func read(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        if let code = RecoveryCode(text) { promise(RecoveryCode(code.text)?.text == code.text, "a recovery code comes back as it is printed") }
        _ = Passphrase(text)
        promise((try? PersonKey(wrapped: bytes, of: "P1", under: key.key(for: .people))) == nil, "no key opens that was not wrapped")
        promise((try? PersonalPart.key(bytes, person: "P1", key.key(for: .people))).flatMap { $0 } == nil, "no key opens that was not wrapped")
        _ = try? PersonalPart.note(bytes, person, step: 1)
        _ = Hex.bytes(text)
    }
}
