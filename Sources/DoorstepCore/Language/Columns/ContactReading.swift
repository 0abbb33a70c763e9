/// The telephones of one cell, and what else it says.
struct TelephonesRead {
    /// The first; as written where none is a telephone.
    let first: String
    let others: [String]
    /// `王经理` of `王经理13847001234`.
    let words: String
}

extension CellReading {
    mutating func telephones(_ text: String) -> TelephonesRead {
        if let telephone = Telephone(PlainText.halfWidth(text)) { return TelephonesRead(first: telephone.digits, others: [], words: "") }
        guard !isExact else { return TelephonesRead(first: text, others: [], words: "") }
        let plain = PlainText.halfWidth(text)
        if plain.hasSuffix(".0"), let telephone = Telephone(String(plain.dropLast(2))) { return TelephonesRead(first: telephone.digits, others: [], words: "") }
        var numbers: [String] = []
        var words: [String] = []
        for piece in plain.prefix(200).split(whereSeparator: { "/、,;|\n\r ".contains($0) }) {
            let digits = piece.filter { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == "+") }
            let rest = piece.filter { !($0.isASCII && ($0.isNumber || "-+():.".contains($0))) && $0 != "：" && $0 != "（" && $0 != "）" }
            if let telephone = Telephone(digits) {
                if !numbers.contains(telephone.digits) { numbers.append(telephone.digits) }
                if !rest.isEmpty { words.append(rest) }
            } else {
                words.append(String(piece))
            }
        }
        guard let first = numbers.first else {
            let isScientific = PlainText.key(text).contains("e+")
            warn(
                text, Phrase("不像电话号码，按原文保留", "does not look like a telephone number, kept as it is"),
                mend: isScientific ? Phrase("表格软件把它改成了科学计数，请把这一列设为文本重新填写", "the spreadsheet made it a figure; format the column as text and fill it in again") : Phrase(verbatim: ""))
            return TelephonesRead(first: text, others: [], words: "")
        }
        if numbers.count > 1 { warn(text, Phrase("有几个号码，第一个作联系电话", "several numbers, the first of which is dialled")) }
        return TelephonesRead(first: first, others: Array(numbers.dropFirst()), words: words.joined(separator: " "))
    }

    /// `张 三` is 张三; blanks stay in every name that is not of Chinese
    /// characters alone.
    func name(_ text: String) -> String {
        guard !isExact, text.unicodeScalars.contains(where: { $0 == " " || $0 == "　" }) else { return text }
        let joined = text.filter { $0 != " " && $0 != "　" }
        let isChinese = joined.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) }
        return isChinese && joined.count <= 4 ? joined : text
    }

    func identityNumber(_ text: String) throws(CellProblem) -> IdentityNumber {
        var key = PlainText.key(text)
        while let sign = key.first, "'’‘`\"".contains(sign) { key.removeFirst() }
        do {
            return try IdentityNumber(key)
        } catch {
            throw flawed(text, key, error)
        }
    }

    private func flawed(_ text: String, _ key: String, _ flaw: IdentityNumber.Flaw) -> CellProblem {
        let isFigures = key.utf8.allSatisfy { (48...57).contains($0) }
        let mend = Phrase("请核对证件", "check the card")
        let asText = Phrase("请把这一列设为文本，照证件重新填写", "format the column as text and fill it in from the card again")
        if key.contains("e+"), key.first?.isNumber == true, key.hasPrefix(key.prefix(1) + ".") || key.dropFirst().hasPrefix("e+") {
            return problem(text, Phrase("表格软件把它改成了科学计数，后几位已经丢失", "the spreadsheet made it a figure, and its last digits are lost"), mend: asText)
        }
        switch flaw {
        case .length(15) where isFigures:
            return problem(text, Phrase("是 15 位的旧号码", "an old number of 15 digits"), mend: Phrase("请照现在的证件填 18 位", "write the 18 of the present card"))
        case .length(let count): return problem(text, Phrase("应为 18 位，这里有 \(count) 位", "has \(count) characters instead of 18"), mend: mend)
        case .notDigits: return problem(text, Phrase("前 17 位应为数字", "the first 17 must be digits"), mend: mend)
        case .birthDate: return problem(text, Phrase("第 7 至 14 位不是日期", "characters 7 to 14 are no date"), mend: mend)
        case .checkCharacter(let expected):
            // A spreadsheet keeps fifteen digits of a figure.
            let isCut = isFigures && key.hasSuffix("000")
            return problem(text, Phrase("校验码不对，应为 \(expected)", "the check character should be \(expected)"), mend: isCut ? mend + Phrase("；如果末三位是表格软件改成的 0，", "; if a spreadsheet made the last three 0, ") + asText : mend)
        }
    }

    func creditCode(_ text: String) throws(CellProblem) -> CreditCode {
        do {
            return try CreditCode(PlainText.key(text))
        } catch {
            let mend = Phrase("请核对营业执照", "check the licence")
            switch error {
            case .length(let count): throw problem(text, Phrase("应为 18 位，这里有 \(count) 位", "has \(count) characters instead of 18"), mend: mend)
            case .character(let character): throw problem(text, Phrase("不会有字符 \(character)", "never has the character \(character)"), mend: mend)
            case .checkCharacter(let expected):
                throw problem(text, Phrase("校验码不对，应为 \(expected)", "the check character should be \(expected)"), mend: mend)
            }
        }
    }
}
