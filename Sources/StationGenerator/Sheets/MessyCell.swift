import DoorstepCore

/// Writes cells as people do, each time a little differently, and never so
/// that they mean something else.
struct MessyCell {
    let catalogue: Catalogue
    let near: PlaceID?
    var random: SeededGenerator

    /// Blanks that a keyboard or a spreadsheet leaves.
    mutating func loose(_ text: String) -> String {
        guard !text.isEmpty, random.percent(5) else { return text }
        return random.one(of: [" " + text, text + " ", text + "　", "　" + text])
    }

    mutating func fullWidth(_ text: String, share: Int = 5) -> String {
        guard random.percent(share) else { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    ("0"..."9").contains(scalar) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
                }))
    }

    mutating func date(_ day: Day?) -> String {
        guard let day else { return "" }
        let (year, month, number) = day.parts
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        switch random.below(20) {
        case ..<7: return day.description
        case ..<10: return "\(year)/\(month)/\(number)"
        case ..<11: return "\(year)/\(two(month))/\(two(number))"
        case ..<14: return "\(year)年\(month)月\(number)日"
        case ..<16: return "\(year)\(two(month))\(two(number))"
        case ..<17: return "\(year).\(month).\(number)"
        case ..<18: return fullWidth(day.description, share: 100)
        case ..<19: return "\(year)/\(month)/\(number) 0:00"
        // The day number of a spreadsheet, counted from 1899-12-30.
        default: return year > 1960 ? String(day.number + 25_569) : day.description
        }
    }

    mutating func yesNo(_ value: Bool) -> String {
        value ? random.one(of: ["是", "是", "是", "有", "√", "Y"]) : random.one(of: ["否", "否", "", "", "无", "×"])
    }

    mutating func joined(_ parts: [String], asWell: [String] = ["、", "；", "|"]) -> String {
        parts.joined(separator: random.percent(40) ? ";" : random.one(of: asWell))
    }

    mutating func place(_ id: PlaceID?) -> String {
        guard let id else { return "" }
        let place = catalogue.places[id]
        let full = catalogue.places.fullName(id)
        var forms = [full, full, place.name, place.name, place.code]
        if place.isStreet { forms += [place.name + "办事处", String(place.name.dropLast(2)), place.name + "办"] }
        if place.name.hasSuffix("市") || place.name.hasSuffix("镇") || place.name.hasSuffix("乡") { forms.append(String(place.name.dropLast())) }
        if place.level == .township { forms.append("呼伦贝尔市" + full) }
        let form = random.one(of: forms)
        // Some names are those of other places too.
        return catalogue.places.resolve(form, near: near) == .found(id) ? loose(form) : place.code
    }

    mutating func places(_ ids: [PlaceID]) -> String {
        var names: [String] = []
        for id in ids { names.append(PlainText.trimmed(place(id))) }
        return joined(names)
    }

    mutating func telephone(_ digits: String) -> String {
        guard digits.count == 11 else { return digits }
        let head = digits.prefix(3)
        let middle = digits.dropFirst(3).prefix(4)
        let tail = digits.suffix(4)
        switch random.below(14) {
        case 0: return "\(head) \(middle) \(tail)"
        case 1: return "\(head)-\(middle)-\(tail)"
        case 2: return "86" + digits
        case 3: return fullWidth(digits, share: 100)
        default: return digits
        }
    }

    mutating func education(_ education: Education?, andAbove: Bool) -> String {
        guard let education else { return andAbove ? random.one(of: ["不限", "", "不限"]) : "" }
        let word =
            switch education {
            case .none: random.one(of: ["未上学", "文盲"])
            case .primary: "小学"
            case .juniorMiddle: random.one(of: ["初中", "初中", "初中毕业"])
            case .seniorMiddle: random.one(of: ["高中", "中专", "技校", "职高", "高中/中专/技校"])
            case .college: random.one(of: ["大专", "专科", "高职"])
            case .bachelor: random.one(of: ["本科", "大学", "大学本科"])
            case .master: random.one(of: ["硕士", "研究生"])
            case .doctor: "博士"
            }
        return andAbove && education < .bachelor && random.percent(50) && !word.hasSuffix("毕业") ? word + "及以上" : word
    }

    mutating func groups(_ groups: GroupSet) -> String {
        let names = groups.members.map { catalogue.groups[$0] }
        // A comma of the list's own would take apart a name that has one.
        let isSafe = names.allSatisfy { !$0.name.chinese.contains("、") }
        let texts = names.map { $0.name.chinese }
        return isSafe ? joined(texts) : texts.joined(separator: ";")
    }

    mutating func kinds(_ kinds: [JobKindID]) -> String {
        joined(kinds.map { catalogue.kinds[$0].name.chinese })
    }

    // MARK: - Skills and certificates

    /// The name, or what people call it where that means nothing else.
    mutating func skill(_ name: SkillName) -> String {
        guard case .catalogued(let id) = name else { return catalogue.skills.title(name) }
        let skill = catalogue.skills[id]
        guard !skill.aliases.isEmpty, random.percent(45) else { return skill.name }
        // The aliases of everyday come first or last; those of job boards are long.
        let short = skill.aliases.filter { $0.count <= 5 && !$0.contains("/") && !$0.contains(" ") }
        guard !short.isEmpty else { return skill.name }
        let alias = random.one(of: short)
        return catalogue.skills.name(alias) == name ? alias : skill.name
    }

    mutating func level(_ level: SkillLevel) -> String {
        guard level != .unknown else { return "" }
        let colon = random.percent(60) ? ":" : "："
        let number: String? =
            switch level {
            case .junior: "五级"
            case .intermediate: "四级"
            case .senior: "三级"
            case .technician: "二级"
            case .seniorTechnician: "一级"
            default: nil
            }
        if let number, random.percent(25) { return colon + number }
        let word = level.phrase.chinese
        return colon + (word.hasSuffix("级工") && random.percent(30) ? String(word.dropLast()) : word)
    }

    mutating func skills(_ skills: [HeldSkill]) -> String {
        var parts: [String] = []
        for held in skills { parts.append(skill(held.name) + level(held.level)) }
        return joined(parts)
    }

    mutating func skills(_ skills: [AskedSkill]) -> String {
        var parts: [String] = []
        for asked in skills {
            parts.append(skill(asked.name) + level(asked.level) + (asked.isRequired ? "" : random.percent(50) ? "?" : "？"))
        }
        return joined(parts)
    }

    mutating func certificate(_ name: CertificateName) -> String {
        guard case .catalogued(let id) = name else { return catalogue.certificates.title(name) }
        let certificate = catalogue.certificates[id]
        guard !certificate.aliases.isEmpty, random.percent(50) else { return certificate.name }
        let alias = random.one(of: certificate.aliases)
        return catalogue.certificates.name(alias) == name ? alias : certificate.name
    }

    mutating func certificates(_ certificates: [HeldCertificate]) -> String {
        var parts: [String] = []
        for held in certificates {
            var text = certificate(held.name)
            if let expires = held.expires {
                let (year, month, _) = expires.parts
                text += "@" + random.one(of: ["\(year)-\(month < 10 ? "0" : "")\(month)", "\(year)年\(month)月", "\(year).\(month)", expires.description])
            }
            parts.append(text)
        }
        return joined(parts)
    }

    mutating func certificates(_ names: [CertificateName]) -> String {
        var parts: [String] = []
        for name in names { parts.append(certificate(name)) }
        return joined(parts)
    }
}
