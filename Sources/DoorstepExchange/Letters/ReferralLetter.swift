import DoorstepCore

/// 推荐信: introduces a person to an employer, in three parts that are cut
/// apart. The stub (存根) stays at the station, the letter goes with the
/// person, and the employer sends the slip (回执) back.
///
/// The employer sees what it takes to receive the person and to call them:
/// name, sex, age, schooling, what of their skills and certificates the job
/// asks for, and the telephone. The identity number is masked; address,
/// groups, notes and score stay at the station.
public struct ReferralLetter: Hashable, Sendable {
    /// For how many days a letter is good. A slip that has not come back by
    /// then is to be asked after, as the calendar of follow-ups has it.
    public static let validDays = 7

    public let number: LetterNumber
    public let referred: Day
    /// Whom the letter is for.
    public let addressee: String
    let person: Candidate
    let job: Opening
    let employer: Contact
    let station: Contact
    let caseworker: String

    struct Candidate: Hashable, Sendable {
        var name: String
        var sex: Phrase?
        var age: Int?
        var education: Phrase?
        var telephone: String
        /// Masked.
        var identityNumber: String
        var skills: [Phrase]
        var certificates: [String]
    }

    struct Opening: Hashable, Sendable {
        var title: String
        var kind: Phrase?
        var place: String
    }

    struct Contact: Hashable, Sendable {
        var name: String
        var place: String
        var contact: String
        var telephone: String
    }

    /// - Parameter telephone: the station's; empty where none is known.
    /// - Throws: where the placement has no letter.
    public init(_ id: RecordID, register: Register, catalogue: Catalogue, telephone: String) throws(LetterRefusal) {
        let (placement, person, job) = try register.placementForLetter(id)
        let first = placement.standing.first ?? placement.latest
        number = LetterNumber(id)
        referred = first.date
        caseworker = first.caseworker
        let employer = register.employers[job.employer]
        addressee = employer?.name ?? first.employer
        self.person = ReferralLetter.candidate(person, for: job, catalogue, on: first.date)
        self.job = Opening(
            title: job.title, kind: job.kind.map { catalogue.kinds[$0].name }, place: catalogue.places.fullName(job.place))
        let hasContact = !(job.contact.isEmpty && job.telephone.isEmpty)
        self.employer = Contact(
            name: addressee, place: employer?.place.map { catalogue.places.fullName($0) } ?? "",
            contact: hasContact ? job.contact : employer?.contact ?? "", telephone: hasContact ? job.telephone : employer?.telephone ?? "")
        station = Contact(
            name: register.station.name, place: catalogue.places.fullName(register.station.place), contact: first.caseworker, telephone: telephone)
    }

    private static func candidate(_ person: Person, for job: Job, _ catalogue: Catalogue, on day: Day) -> Candidate {
        let asked = job.skills.map(\.name) + (job.occupation.map { [$0] } ?? [])
        let families = Set(asked.compactMap { catalogue.skills.family(of: $0) })
        // What says nothing about this job is not this employer's business.
        let skills = person.skills.filter { skill in
            asked.contains(skill.name) || catalogue.skills.family(of: skill.name).map(families.contains) ?? false
        }
        let certificates = person.certificates.filter { job.certificates.contains($0.name) && ($0.expires.map { day <= $0 } ?? true) }
        return Candidate(
            name: person.name, sex: person.sex?.phrase, age: person.birth.map { day.fullYears(since: $0) }, education: person.education?.phrase,
            telephone: person.telephone, identityNumber: Masking.identityNumber(person.identityNumber?.text ?? ""),
            skills: skills.map { skill in
                let title = catalogue.skills.title(skill.name)
                let level = skill.level.phrase
                return level.chinese.isEmpty ? Phrase(verbatim: title) : Phrase("\(title)（\(level.chinese)）", "\(title) (\(level.english))")
            },
            certificates: certificates.map { catalogue.certificates.title($0.name) })
    }

    /// The last day on which the letter is good.
    public var validUntil: Day { referred + ReferralLetter.validDays }

    // MARK: - What stands in each part

    /// One line of a part, as long as it needs to be within a bound.
    struct Field: Hashable, Sendable {
        let label: Phrase
        let value: Phrase
        /// How many rows it may take.
        let most: Int

        init(_ label: Phrase, _ value: Phrase, most: Int = 1) { (self.label, self.value, self.most) = (label, value, most) }

        init(_ label: Phrase, _ value: String, most: Int = 1) { self.init(label, Phrase(verbatim: value), most: most) }
    }

    private static func filled(_ fields: [Field]) -> [Field] { fields.filter { !$0.value.chinese.isEmpty } }

    private var dates: [Field] {
        [Field(Phrase("编号", "Number"), number.text), Field(Phrase("推荐日期", "Referred"), referred.description)]
    }

    private var valid: Field {
        let days = ReferralLetter.validDays
        return Field(
            Phrase("有效期至", "Good until"), Phrase("\(validUntil)（推荐之日起 \(days) 天）", "\(validUntil) (\(days) days from the referral)"))
    }

    private var who: [Field] {
        [
            Field(Phrase("姓名", "Name"), person.name), Field(Phrase("岗位", "Job"), job.title),
            Field(Phrase("用人单位", "Employer"), addressee),
        ]
    }

    var stub: [Field] {
        ReferralLetter.filled(dates + who + [Field(Phrase("有效期至", "Good until"), validUntil.description), Field(Phrase("经办人", "Caseworker"), caseworker)])
    }

    var aboutPerson: [Field] {
        ReferralLetter.filled([
            Field(Phrase("姓名", "Name"), person.name),
            Field(Phrase("性别", "Sex"), person.sex ?? Phrase(verbatim: "")),
            Field(Phrase("年龄", "Age"), person.age.map { Phrase("\($0) 岁", "\($0)") } ?? Phrase(verbatim: "")),
            Field(Phrase("学历", "Education"), person.education ?? Phrase(verbatim: "")),
            Field(Phrase("电话", "Telephone"), person.telephone),
            Field(Phrase("证件号码", "Identity number"), person.identityNumber),
            Field(Phrase("相关技能", "Skills"), Phrase.list(person.skills), most: 2),
            Field(Phrase("相关证书", "Certificates"), Phrase.list(person.certificates.map { Phrase(verbatim: $0) }), most: 2),
        ])
    }

    var aboutJob: [Field] {
        ReferralLetter.filled([
            Field(Phrase("岗位", "Job"), job.title),
            Field(Phrase("用工形式", "Kind"), job.kind ?? Phrase(verbatim: "")),
            Field(Phrase("工作地点", "Workplace"), job.place),
            Field(Phrase("单位地址", "Employer's place"), employer.place),
            Field(Phrase("单位联系人", "Contact"), employer.contact),
            Field(Phrase("单位电话", "Telephone"), employer.telephone),
        ])
    }

    var aboutLetter: [Field] { dates + [valid] }

    var sender: [Field] {
        ReferralLetter.filled([
            Field(Phrase("推荐单位", "Referred by"), Phrase("\(station.name)（盖章）", "\(station.name) (seal)")),
            Field(Phrase("经办人", "Caseworker"), caseworker),
            Field(Phrase("地址", "Place"), station.place),
            Field(Phrase("电话", "Telephone"), station.telephone),
        ])
    }

    var slip: [Field] { ReferralLetter.filled(dates + who) }

    var returnTo: Phrase {
        let parts = [station.name, station.place, station.telephone].filter { !$0.isEmpty }.joined(separator: "  ")
        return Phrase("交回：\(parts)", "Back to: \(parts)")
    }
}

/// What every letter says, whoever it is about.
enum LetterWords {
    static let stub = Phrase("推荐信（存根）", "LETTER OF INTRODUCTION: STUB")
    static let letter = Phrase("推 荐 信", "LETTER OF INTRODUCTION")
    static let slip = Phrase("推荐信（回执）", "LETTER OF INTRODUCTION: RETURN SLIP")
    static let kept = Phrase("由推荐单位留存", "kept by the station")
    static let fillIn = Phrase("请用人单位填写、盖章，有效期内交回推荐单位", "for the employer to fill in, seal and send back while the letter is good")
    static let signature = Phrase("本人签名", "The person's signature")
    static let colon = Phrase("：", ": ")

    static func greeting(_ addressee: String) -> Phrase { Phrase("\(addressee)：", "To \(addressee):") }

    static let body = Phrase(
        "兹推荐下列求职者到贵单位应聘，请予接洽。是否录用，请填写回执并在有效期内交回。",
        "we introduce the person named below, who applies for the job named below. Please receive them, and send the return slip back while the letter is good, whether you take them on or not.")

    /// What the employer ticks; where it ends in blanks to be filled in, the
    /// line goes to the margin.
    static let choices = [
        Phrase("已录用，自      年    月    日起上岗", "hired, at work from (date)"),
        Phrase("未录用，原因：", "not hired, because"),
        Phrase("本人未到或放弃，原因：", "the person did not come, or declined, because"),
    ]
    static let signatures = [Phrase("单位经办人签名", "Signature for the employer"), Phrase("单位盖章", "Seal")]
    static let date = Phrase("日期：      年    月    日", "Date:")
}
