/// A mainland telephone number: a mobile of eleven digits, or a fixed line
/// with its area code. Digits only; signs people write between them are
/// taken off.
public struct Telephone: Hashable, Sendable, CustomStringConvertible {
    public let digits: String

    /// Nil where the text is neither a mobile nor a fixed line.
    public init?(_ text: String) {
        var digits = String(text.unicodeScalars.filter { ("0"..."9").contains($0) })
        let others = text.unicodeScalars.filter { !("0"..."9").contains($0) }
        guard others.allSatisfy({ " -+()（）—－　".unicodeScalars.contains($0) }) else { return nil }
        if digits.count == 13, digits.hasPrefix("86") { digits.removeFirst(2) }
        let isMobile = digits.count == 11 && digits.hasPrefix("1") && digits.dropFirst().first != "0"
        let isFixedLine = (10...12).contains(digits.count) && digits.hasPrefix("0")
        let isLocalLine = (7...8).contains(digits.count) && digits.first.map { $0 >= "2" } == true
        guard isMobile || isFixedLine || isLocalLine else { return nil }
        self.digits = digits
    }

    public var description: String { digits }

    /// `138****5678`, for the screen.
    public var masked: String { Telephone.mask(digits) }

    /// Masks any text in the place of a telephone: the last four stay.
    public static func mask(_ text: String) -> String {
        guard text.count > 4 else { return String(repeating: "*", count: text.count) }
        let head = text.count >= 11 ? 3 : 0
        return text.prefix(head) + String(repeating: "*", count: text.count - head - 4) + text.suffix(4)
    }
}
