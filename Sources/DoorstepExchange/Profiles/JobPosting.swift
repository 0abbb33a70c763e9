import DoorstepCore

/// Jobs as schema.org's `JobPosting` (https://schema.org/JobPosting), the
/// form that search engines and other services of employment read.
///
/// What it has no property for stays behind: the range of age, groups,
/// hazardous and night work, lodging, the last day of work, notes, settlement,
/// insurance, probation and term of the contract. They are not in the file,
/// so that reading it in again changes none of them.
public struct JobPosting {
    private let register: Register
    private let catalogue: Catalogue
    private let form: ColumnForm
    private let isMasked: Bool

    /// Names a kind of job beside the few that `employmentType` has.
    static let kindName = "urn:doorstep:job-kind:"
    static let occupations = "中华人民共和国职业分类大典"

    /// - Parameter isMasked: whether contact and telephone are hidden in
    ///   part.
    public init(register: Register, catalogue: Catalogue, isMasked: Bool) {
        self.register = register
        self.catalogue = catalogue
        self.isMasked = isMasked
        form = ColumnForm(catalogue, .chinese)
    }

    /// One document with all postings, an object a line.
    public func document(_ jobs: some Sequence<Job>) -> [UInt8] {
        var bytes = Array(#"{"@context":"https://schema.org/","@graph":["#.utf8)
        for (index, job) in jobs.enumerated() {
            bytes += (index == 0 ? "\n" : ",\n").utf8
            node(job).append(to: &bytes)
        }
        return bytes + Array("\n]}\n".utf8)
    }

    /// A posting as a document of its own, on one line.
    public func line(_ job: Job) -> [UInt8] {
        var bytes: [UInt8] = []
        guard case .object(let members) = node(job) else { return bytes }
        JSONNode.object([("@context", .text("https://schema.org/"))] + members).append(to: &bytes)
        bytes.append(TextByte.lineFeed)
        return bytes
    }

    private func node(_ job: Job) -> JSONNode {
        let employer = register.employers[job.employer]
        let entry = JobEntry(job, employer: employer)
        func cell(_ id: String) -> String {
            guard let column = JobEntry.column(id) else { return "" }
            let text = column.text(of: entry, form)
            return isMasked ? column.masking(text) : text
        }
        let duties = cell("duties")
        var members: [(String, JSONNode?)] = [
            ("@type", .text("JobPosting")),
            ("title", .text(job.title)),
            ("description", .text(duties.isEmpty ? summary(job, employer) : duties)),
            // An empty one says that the description is not about duties.
            ("responsibilities", .text(duties)),
            ("identifier", .typed("PropertyValue", [("name", .text(register.station.name)), ("value", .text(job.id.text))])),
            ("datePosted", .text(job.posted.description)),
            // To the end of that day, in China.
            ("validThrough", job.closes.map { .text("\($0)T23:59:59+08:00") }),
            ("employmentType", employmentType(job).map { .text($0) }),
            ("additionalType", job.kind.map { .text(JobPosting.kindName + catalogue.kinds[$0].code) }),
            ("totalJobOpenings", .number(String(job.headcount))),
            ("hiringOrganization", organisation(cell("employer"), employer)),
            ("employmentUnit", JSONNode.filled(cell("actual_employer")).map { .typed("Organization", [("name", $0)]) }),
            ("jobLocation", location(job)),
        ]
        if job.isRemote {
            members.append(("jobLocationType", .text("TELECOMMUTE")))
            members.append(("applicantLocationRequirements", .typed("Country", [("name", .text("CN"))])))
        }
        members += [
            ("baseSalary", salary(job.wage)),
            ("jobStartDate", .filled(cell("from"))),
            ("workHours", .filled(cell("shifts"))),
            ("jobBenefits", .filled(cell("board"))),
            ("occupationalCategory", occupation(job)),
            ("skills", .texts(PlainText.list(cell("skills")))),
            ("qualifications", qualifications(job)),
            ("educationRequirements", job.education.map { education($0) }),
            ("directApply", .flag(false)),
            ("applicationContact", contact(cell("contact"), cell("phone"))),
        ]
        return .object(members.compactMap { name, value in value.map { (name, $0) } })
    }

    /// What a posting says of itself where nobody described the work.
    private func summary(_ job: Job, _ employer: Employer?) -> String {
        let parts = [
            employer?.name ?? "", job.title, "招\(job.headcount)人", WageText.long(job.wage).chinese, catalogue.places.fullName(job.place),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "，")
    }

    private func organisation(_ name: String, _ employer: Employer?) -> JSONNode {
        let code = employer?.creditCode.map { code in
            JSONNode.typed("PropertyValue", [("propertyID", .text("统一社会信用代码")), ("value", .text(code.text))])
        }
        return .typed("Organization", [("name", .text(name))] + (code.map { [("identifier", $0)] } ?? []))
    }

    private func location(_ job: Job) -> JSONNode {
        let lineage = catalogue.places.lineage(job.place).map { catalogue.places[$0] }
        func names(_ levels: [Place.Level]) -> String { lineage.reversed().filter { levels.contains($0.level) }.map(\.name).joined() }
        let address: [(String, JSONNode?)] = [
            ("addressCountry", .text("CN")), ("addressRegion", .filled(names([.province]))),
            ("addressLocality", .filled(names([.prefecture, .county]))), ("streetAddress", .filled(names([.township]))),
        ]
        let geo = job.coordinates.map { point in
            JSONNode.typed("GeoCoordinates", [("latitude", .number("\(point.latitude)")), ("longitude", .number("\(point.longitude)"))])
        }
        let code = JSONNode.typed("PropertyValue", [("propertyID", .text("GB/T 2260")), ("value", .text(catalogue.places[job.place].code))])
        let members = [("address", JSONNode.typed("PostalAddress", address.compactMap { name, value in value.map { (name, $0) } })), ("identifier", code)]
        return .typed("Place", members + (geo.map { [("geo", $0)] } ?? []))
    }

    private func salary(_ wage: Wage) -> JSONNode? {
        guard wage.lowest != nil || wage.highest != nil else { return nil }
        let ends = [("minValue", wage.lowest), ("maxValue", wage.highest)].compactMap { name, money in money.map { (name, JSONNode.number($0.description)) } }
        return .typed(
            "MonetaryAmount",
            [("currency", .text("CNY")), ("value", .typed("QuantitativeValue", ends + [("unitText", .text(wage.unit.rawValue.uppercased()))]))])
    }

    private func occupation(_ job: Job) -> JSONNode? {
        switch job.occupation {
        case .catalogued(let id)?:
            let skill = catalogue.skills[id]
            return .typed(
                "CategoryCode",
                [("inCodeSet", .text(JobPosting.occupations)), ("codeValue", .text(skill.code)), ("name", .text(skill.name))])
        case .word(let word)?: return .text(word)
        case nil: return nil
        }
    }

    private func qualifications(_ job: Job) -> JSONNode? {
        guard !job.certificates.isEmpty else { return nil }
        return .list(
            job.certificates.map { name in
                .typed(
                    "EducationalOccupationalCredential",
                    [("credentialCategory", .text("professional certificate")), ("name", .text(catalogue.certificates.title(name)))])
            })
    }

    /// In the words that search engines know, and in ours, which tell more.
    private func education(_ education: Education) -> JSONNode {
        let category: String? =
            switch education {
            case .none, .primary, .juniorMiddle: nil
            case .seniorMiddle: "high school"
            case .college: "associate degree"
            case .bachelor: "bachelor degree"
            case .master, .doctor: "postgraduate degree"
            }
        return .typed(
            "EducationalOccupationalCredential",
            (category.map { [("credentialCategory", JSONNode.text($0))] } ?? []) + [("educationalLevel", .text(education.phrase.chinese))])
    }

    private func contact(_ name: String, _ telephone: String) -> JSONNode? {
        let members = [("name", name), ("telephone", telephone)].filter { !$0.1.isEmpty }.map { ($0.0, JSONNode.text($0.1)) }
        return members.isEmpty ? nil : .typed("ContactPoint", members)
    }

    /// The words that search engines know for kinds of employment.
    private func employmentType(_ job: Job) -> String? {
        job.kind.map { kind in
            switch catalogue.kinds[kind].code {
            case "full-time", "assistance", "apprenticeship", "new-graduate": "FULL_TIME"
            case "part-time", "parent-friendly": "PART_TIME"
            case JobKind.dayWorkCode: "PER_DIEM"
            case "seasonal", "work-relief": "TEMPORARY"
            case "traineeship": "INTERN"
            default: "OTHER"
            }
        }
    }
}

/// JSON in the order it is written.
enum JSONNode {
    case text(String)
    /// As it is to stand there.
    case number(String)
    case flag(Bool)
    indirect case list([JSONNode])
    indirect case object([(String, JSONNode)])

    static func typed(_ type: String, _ members: [(String, JSONNode)]) -> JSONNode { .object([("@type", .text(type))] + members) }

    /// Nil where there is nothing to write.
    static func filled(_ text: String) -> JSONNode? { text.isEmpty ? nil : .text(text) }

    static func texts(_ texts: [String]) -> JSONNode? { texts.isEmpty ? nil : .list(texts.map { .text($0) }) }

    func append(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text): JSONNode.append(text, to: &bytes)
        case .number(let number): bytes += number.utf8
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .list(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(TextByte.comma) }
                value.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(TextByte.comma) }
                JSONNode.append(member.0, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.1.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// A string literal that may also stand within a page: what could end a
    /// script there is written as its number.
    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(TextByte.quote)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22, 0x5C: bytes += [TextByte.backslash, UInt8(scalar.value)]
            case ..<0x20, 0x26, 0x3C, 0x3E, 0x7F...0x9F, 0x2028, 0x2029:
                let hex = String(scalar.value, radix: 16)
                bytes += ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8
            default: bytes += String(scalar).utf8
            }
        }
        bytes.append(TextByte.quote)
    }
}
