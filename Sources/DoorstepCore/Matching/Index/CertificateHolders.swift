import HashTreeCollections

/// Who holds certificates that no catalogue has, by the word.
struct CertificateHolders: Sendable {
    private var slots: TreeDictionary<String, [UInt32]> = [:]

    /// Slots of those who hold it, good on the day; ascending.
    func holders(of word: String) -> [UInt32] { slots[word] ?? [] }

    /// Enters a slot that is higher than all others.
    mutating func append(_ words: Set<String>, at slot: Int) {
        for word in words { slots[word, default: []].append(UInt32(slot)) }
    }
}

extension Person {
    /// Words among the certificates that are good on a day.
    func certificateWords(on day: Day) -> Set<String> {
        Set(certificates.compactMap { held in
            guard case .word(let word) = held.name, held.expires.map({ $0 >= day }) ?? true else { return nil }
            return word
        })
    }
}
