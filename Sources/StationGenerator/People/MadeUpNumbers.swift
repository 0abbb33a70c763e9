import DoorstepCore

/// Numbers that pass every check and belong to nobody.
enum MadeUpNumbers {
    /// A number with sequence 000, which no office ever issues: it says
    /// nothing about sex.
    static func identityNumber(countyCode: String, birth: Day) -> IdentityNumber? {
        let (year, month, day) = birth.parts
        let date = String(year * 10_000 + month * 100 + day)
        let digits = (countyCode + date + "000").utf8.map { Int($0) - 48 }
        return try? IdentityNumber(countyCode + date + "000" + String(IdentityNumber.checkCharacter(digits)))
    }

    /// A mobile that begins with 154, a range given to no operator.
    static func telephone(_ owner: Owner, number: Int) -> String {
        // 7,654,321 shares no factor with 10^7: no two alike among so many.
        let scattered = (number % 10_000_000) * 7_654_321 % 10_000_000
        let digits = String(scattered)
        return "154" + owner.rawValue + String(repeating: "0", count: 7 - digits.count) + digits
    }

    enum Owner: String {
        case person = "0"
        case employer = "8"
    }

    /// A code that begins with W, which stands for no registration authority
    /// in GB 32100.
    static func creditCode(type: EmployerType, countyCode: String, number: Int) -> CreditCode? {
        let kind =
            switch type {
            case .publicInstitution: "2"
            case .socialOrganisation: "3"
            case .cooperative: "4"
            default: "1"
            }
        let digits = String(number)
        let body = "W" + kind + countyCode + "MA" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
        let alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
        let values = body.compactMap { letter in alphabet.firstIndex(of: letter).map { alphabet.distance(from: alphabet.startIndex, to: $0) } }
        return try? CreditCode(body + String(CreditCode.checkCharacter(values)))
    }
}
