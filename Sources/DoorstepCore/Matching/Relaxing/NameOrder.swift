/// The order in which names stand where nothing else tells: the catalogue's
/// own by their codes, then words by their letters.
extension SkillCatalogue {
    func precedes(_ one: SkillName, _ other: SkillName) -> Bool {
        switch (one, other) {
        case (.catalogued, .word): true
        case (.word, .catalogued): false
        default: code(one) < code(other)
        }
    }
}

extension CertificateCatalogue {
    func precedes(_ one: CertificateName, _ other: CertificateName) -> Bool {
        switch (one, other) {
        case (.catalogued, .word): true
        case (.word, .catalogued): false
        default: code(one) < code(other)
        }
    }
}
