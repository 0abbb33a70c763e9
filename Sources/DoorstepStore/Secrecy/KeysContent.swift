import Crypto

/// What the journal says of the keys: the digest of each slot that was set,
/// the slots that were removed, and the station's public key.
enum KeysContent {
    static let slot = "slot"
    static let removed = "removed"
    static let signing = "signing"

    static func of(_ slots: [KeySlot], removing: [KeySlot.Holder] = [], signing key: Curve25519.Signing.PublicKey? = nil) -> EntryContent {
        var content = EntryContent()
        if let key { content.add(signing, Hex.text(key.rawRepresentation)) }
        for slot in slots { content.add(KeysContent.slot, "\(slot.holder.kind) \(Hex.text(slot.digest)) \(slot.holder.name)") }
        for holder in removing { content.add(removed, "\(holder.kind) \(holder.name)") }
        return content
    }
}
