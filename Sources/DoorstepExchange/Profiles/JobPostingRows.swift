import DoorstepCore

/// Job postings as rows of a sheet with our own titles, so that everything
/// that reads a sheet reads them: refusals, warnings, dry run and doubles.
enum JobPostingRows {
    /// What a posting says, column by column.
    private static let columns: [(id: String, text: @Sendable (PostedValue) -> String)] = [
        ("id", { $0["identifier"].named("value") }),
        ("employer", { $0["hiringOrganization"].named("name") }),
        ("uscc", { creditCode($0["hiringOrganization"]) }),
        ("title", { $0["title"].text.isEmpty ? $0["name"].text : $0["title"].text }),
        ("occupation", { occupation($0["occupationalCategory"]) }),
        ("kind", { kind($0) }),
        ("headcount", { $0["totalJobOpenings"].text }),
        ("place", { place($0["jobLocation"]) }),
        ("lon", { coordinate($0["jobLocation"], "longitude") }),
        ("lat", { coordinate($0["jobLocation"], "latitude") }),
        ("wage_min", { Salary($0["baseSalary"]).lowest }),
        ("wage_max", { Salary($0["baseSalary"]).highest }),
        ("pay", { Salary($0["baseSalary"]).unit }),
        ("skills", { listed($0["skills"]) }),
        ("certificates", { posting in posting["qualifications"].list.filter(\.isObject).map { $0["name"].text }.joined(separator: ";") }),
        ("education", { education($0["educationRequirements"]) }),
        ("remote", { $0["jobLocationType"].list.contains { $0.text == "TELECOMMUTE" } ? "是" : "" }),
        ("from", { day($0["jobStartDate"]) }),
        ("posted", { day($0["datePosted"]) }),
        ("closes", { day($0["validThrough"]) }),
        ("contact", { $0["applicationContact"].named("name") }),
        ("phone", { $0["applicationContact"].list.first?["telephone"].text ?? "" }),
        ("note", { note($0) }),
        ("duties", { plain($0.has("responsibilities") ? $0["responsibilities"].text : $0["description"].text) }),
        ("shifts", { $0["workHours"].text }),
        ("board", { $0["jobBenefits"].text }),
        ("actual_employer", { $0["employmentUnit"].named("name") }),
    ]

    static func rows(_ objects: PostedObjects) throws(SheetError) -> [SheetLine] {
        let rows = try objects.rows(within: ["@graph", "itemListElement"]) { object in
            // Lists of items hold each in one more object.
            let posting = object["item"].isObject ? object["item"] : object
            return isPosting(posting) ? columns.map { $0.text(posting) } : nil
        }
        return [SheetLine(made: columns.map(\.id), line: 0)] + rows
    }

    private static func isPosting(_ object: PostedValue) -> Bool {
        object["@type"].list.contains { type in
            let name = type.text
            return name == "JobPosting" || name.hasSuffix("/JobPosting") || name.hasSuffix(":JobPosting")
        }
    }

    // MARK: - Values

    private static let creditCodeLength = 18

    private static func creditCode(_ organisation: PostedValue) -> String {
        for identifier in (organisation.list.first ?? organisation)["identifier"].list {
            let text = identifier.isObject ? identifier["value"].text : identifier.text
            // Others have numbers of other kinds there.
            if PlainText.key(text).utf8.count == creditCodeLength { return text }
        }
        return ""
    }

    private static func occupation(_ categories: PostedValue) -> String {
        for category in categories.list {
            if category.isObject, category["inCodeSet"].text == JobPosting.occupations { return category["codeValue"].text }
            let text = category.named("name")
            if !text.isEmpty { return text }
        }
        return ""
    }

    private static func kind(_ posting: PostedValue) -> String {
        for type in posting["additionalType"].list where type.text.hasPrefix(JobPosting.kindName) {
            return String(type.text.dropFirst(JobPosting.kindName.count))
        }
        for type in posting["employmentType"].list {
            switch type.text.uppercased() {
            case "FULL_TIME": return "full-time"
            case "PART_TIME": return "part-time"
            case "PER_DIEM": return JobKind.dayWorkCode
            case "TEMPORARY", "CONTRACTOR": return "flexible"
            case "INTERN": return "traineeship"
            default: continue
            }
        }
        return ""
    }

    private static func place(_ locations: PostedValue) -> String {
        guard let location = locations.list.first else { return "" }
        for identifier in location["identifier"].list where identifier["propertyID"].text == "GB/T 2260" { return identifier["value"].text }
        let address = location["address"]
        guard address.isObject else { return address.text.isEmpty ? location["name"].text : address.text }
        // Each names the larger places again here and there.
        return ["addressRegion", "addressLocality", "streetAddress"].map { address[$0].named("name") }.reduce("") { $1.hasPrefix($0) ? $1 : $0 + $1 }
    }

    private static func coordinate(_ locations: PostedValue, _ name: String) -> String { locations.list.first?["geo"][name].text ?? "" }

    /// One text holds several with commas between them; in a list each is by
    /// itself.
    private static func listed(_ values: PostedValue) -> String {
        let texts = values.list.map { $0.named("name") }.filter { !$0.isEmpty }
        return values.isList ? texts.joined(separator: ";") : texts.map { $0.replacing("，", with: ";").replacing(",", with: ";") }.joined()
    }

    private static func education(_ requirements: PostedValue) -> String {
        for requirement in requirements.list {
            let level = requirement["educationalLevel"].named("name")
            if !level.isEmpty { return level }
            switch PlainText.key(requirement.isObject ? requirement["credentialCategory"].named("name") : requirement.text) {
            case "norequirements", "": continue
            case "highschool": return Education.seniorMiddle.phrase.chinese
            case "associatedegree": return Education.college.phrase.chinese
            case "bachelordegree": return Education.bachelor.phrase.chinese
            case "postgraduatedegree": return Education.master.phrase.chinese
            case let other: if let education = Education.read(other) { return education.phrase.chinese }
            }
        }
        return ""
    }

    /// Dates, and moments of a date.
    private static func day(_ value: PostedValue) -> String { String(value.text.prefix { $0 != "T" }) }

    /// What is asked for in words, which no column has.
    private static func note(_ posting: PostedValue) -> String {
        let texts = posting["qualifications"].list.filter { !$0.isObject } + posting["experienceRequirements"].list.filter { !$0.isObject }
        let months = posting["experienceRequirements"].list.map { $0["monthsOfExperience"].text }.filter { !$0.isEmpty }.map { "\($0) 个月经验" }
        return (texts.map { plain($0.text) } + months).filter { !$0.isEmpty }.joined(separator: "；")
    }

    /// Text of a page without its markup.
    static func plain(_ text: String) -> String {
        guard text.contains("<") || text.contains("&") else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            guard let close = rest[open...].firstIndex(of: ">") else { break }
            result += rest[..<open] + " "
            rest = rest[rest.index(after: close)...]
        }
        // What is left after a sign that nothing closes is kept.
        result += rest
        for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")] { result = result.replacing(name, with: sign) }
        return result.split { $0 == " " || $0.isNewline }.joined(separator: " ")
    }
}

extension PostedValue {
    /// The text; where it is an object, or a list of them, that member of the
    /// first.
    fileprivate func named(_ member: String) -> String {
        guard let first = list.first else { return "" }
        return first.isObject ? first[member].text : first.text
    }
}

/// What a posting pays, in our units.
private struct Salary {
    let lowest: String
    let highest: String
    let unit: String

    init(_ amounts: PostedValue) {
        guard let amount = amounts.list.first, ["", "CNY", "RMB"].contains(amount["currency"].text) else {
            (lowest, highest, unit) = ("", "", "")
            return
        }
        let value = amount["value"].isObject ? amount["value"] : amount
        let name = PlainText.key(value["unitText"].text)
        let factor: Double
        switch name {
        case "day", "hour", "piece", "month": (unit, factor) = (name, 1)
        case "week": (unit, factor) = ("month", 52.0 / 12)
        case "year": (unit, factor) = ("month", 1.0 / 12)
        default: (unit, factor) = ("", 1)
        }
        let (low, high) = (value["minValue"], value["maxValue"])
        // One number is both ends; a bare one has no unit.
        let fixed = low.text.isEmpty && high.text.isEmpty ? Salary.text(value.isObject ? value["value"] : value, factor) : ""
        lowest = fixed.isEmpty ? Salary.text(low, factor) : fixed
        highest = fixed.isEmpty ? Salary.text(high, factor) : fixed
    }

    /// As it stands, or in whole yuan where it was worked out.
    private static func text(_ value: PostedValue, _ factor: Double) -> String {
        guard factor != 1, let number = value.number, let yuan = Int(exactly: (number * factor).rounded()) else { return value.text }
        return String(yuan)
    }
}
