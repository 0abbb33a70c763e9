extension Masking {
    /// A text in which each number that could be an identity number or a
    /// telephone is hidden in part, whatever else stands there: for cells of
    /// a sheet of which nobody knows yet what they hold.
    ///
    /// Complexity: O(n), without a copy where nothing is hidden.
    public static func numbers(in text: String) -> String {
        guard text.utf8.count >= shortestNumber, text.unicodeScalars.contains(where: isDigit) else { return text }
        var result = ""
        var run: [Character] = []
        func masked() -> String {
            guard run.count >= shortestNumber else { return String(run) }
            return run.count >= 15 ? Masking.identityNumber(String(run)) : Masking.telephone(String(run))
        }
        for character in text {
            let isPart = character.unicodeScalars.allSatisfy(isDigit) || (run.count == 17 && "xXｘＸ".contains(character))
            if isPart {
                run.append(character)
            } else {
                result += masked()
                run = []
                result.append(character)
            }
        }
        return result + masked()
    }

    /// Digits of a mainland mobile.
    private static let shortestNumber = 11

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
    }
}
