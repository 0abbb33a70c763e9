import Crypto
import DoorstepCore
import Foundation

/// A state of a station's store, signed with the station's key: what lies
/// before a checkpoint that somebody else holds cannot be rewritten
/// unnoticed.
///
/// As text, a line for each field, `name value`, in this order:
///
/// ```
/// doorstep-checkpoint-1
/// station 150784001
/// time 2026-11-21T03:04:05Z
/// entries 123                    the journal's entries so far
/// journal 9f…                    the link of the latest, 64 digits
/// steps 45                       the ledger's steps so far
/// ledger 3c…                     the link of the latest
/// previous 5a…                   SHA-256 of the checkpoint before; 64 zeros
/// sheet …                        what goes with it, see `SheetStatement`
/// key 05…                        the station's public key, Ed25519
/// signature 7b…                  over all lines above, line feeds included
/// ```
///
/// UTF-8, line feeds; numbers in decimal, bytes in lower-case hexadecimal.
public struct Checkpoint: Hashable, Sendable {
    public let station: String
    /// UTC.
    public let time: String
    public let entries: Int
    public let journal: [UInt8]
    public let steps: Int
    public let ledger: [UInt8]
    public let previous: [UInt8]
    /// The exported sheet that it goes with.
    public let sheet: SheetStatement?
    /// The station's public key.
    public let key: [UInt8]
    public let signature: [UInt8]

    static let format = "doorstep-checkpoint-1"

    /// Signs a state.
    init(_ state: State, sheet: SheetStatement?, _ signing: Curve25519.Signing.PrivateKey) throws {
        (station, time, entries, journal) = (state.station, state.time, state.entries, state.journal)
        (steps, ledger, previous) = (state.steps, state.ledger, state.previous)
        self.sheet = sheet
        key = Array(signing.publicKey.rawRepresentation)
        let unsigned = Checkpoint.lines(state, sheet, key: key)
        signature = Array(try signing.signature(for: Data(unsigned.utf8)))
    }

    /// What is signed.
    struct State: Hashable, Sendable {
        let station: String
        let time: String
        let entries: Int
        let journal: [UInt8]
        let steps: Int
        let ledger: [UInt8]
        let previous: [UInt8]
    }

    private var state: State {
        State(station: station, time: time, entries: entries, journal: journal, steps: steps, ledger: ledger, previous: previous)
    }

    public var text: String { Checkpoint.lines(state, sheet, key: key) + "signature \(Hex.text(signature))\n" }

    /// SHA-256 over the text.
    var digest: [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }

    private static func lines(_ state: State, _ sheet: SheetStatement?, key: [UInt8]) -> String {
        var lines = [
            format, "station \(state.station)", "time \(state.time)", "entries \(state.entries)", "journal \(Hex.text(state.journal))",
            "steps \(state.steps)", "ledger \(Hex.text(state.ledger))", "previous \(Hex.text(state.previous))",
        ]
        lines += sheet?.lines ?? []
        lines.append("key \(Hex.text(key))")
        return lines.map { $0 + "\n" }.joined()
    }

    /// Whether the signature is that of the key in it.
    public var isSigned: Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key) else { return false }
        return key.isValidSignature(signature, for: Data(Checkpoint.lines(state, sheet, key: self.key).utf8))
    }

    /// Nil where the text is no checkpoint, to the letter. Whether it is
    /// signed, `isSigned` tells.
    public init?(text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        func take(_ name: String) -> String? {
            guard let line = lines.first, line.hasPrefix(name + " ") else { return nil }
            lines.removeFirst()
            return String(line.dropFirst(name.count + 1))
        }
        func bytes(_ name: String, _ count: Int) -> [UInt8]? { take(name).flatMap { Hex.bytes($0) }.flatMap { $0.count == count ? $0 : nil } }
        guard lines.popFirst() == Checkpoint.format, let station = take("station"), let time = take("time"), let entries = take("entries").flatMap({ Int($0) }),
            let journal = bytes("journal", 32), let steps = take("steps").flatMap({ Int($0) }), let ledger = bytes("ledger", 32),
            let previous = bytes("previous", 32)
        else { return nil }
        (self.station, self.time, self.entries, self.journal) = (station, time, entries, journal)
        (self.steps, self.ledger, self.previous) = (steps, ledger, previous)
        sheet = SheetStatement(&lines)
        guard let key = bytes("key", 32), let signature = bytes("signature", 64), lines == [""] else { return nil }
        (self.key, self.signature) = (key, signature)
        // No second way to write the same.
        guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
    }
}
