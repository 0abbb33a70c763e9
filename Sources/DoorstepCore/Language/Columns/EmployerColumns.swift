/// An employer while cells are being read.
public struct EmployerEntry: RecordEntry {
    public var employer: Employer
    private var remarks = Remarks()

    public init(id: RecordID, near: PlaceID, day: Day) {
        employer = Employer(id: id, name: "")
    }

    public init(_ employer: Employer) {
        self.employer = employer
    }

    public var absence: Absence? {
        get { employer.absence }
        set { employer.absence = newValue }
    }

    public mutating func finish(_ reading: inout CellReading) throws(CellProblem) -> Employer {
        if !remarks.isEmpty { employer.note = remarks.appended(to: employer.note) }
        return employer
    }

    public static let positions = index(columns)
    public static let titles = titleIndex(columns)

    public static let columns: [Column<EmployerEntry>] = [
        Column(
            "employer", Phrase("单位", "employer"),
            synonyms: [
                "单位名称", "用人单位", "企业名称", "公司名称", "用工单位", "招聘单位", "企业", "公司", "名称", "单位全称", "企业全称", "公司全称", "招聘企业", "用工企业",
            ], isRequired: true,
            read: { text, entry, _ in entry.employer.name = text }, write: { entry, _ in entry.employer.name }),
        Column(
            "uscc", Phrase("统一社会信用代码", "credit code"), synonyms: ["社会信用代码", "信用代码", "统一信用代码", "社会统一信用代码", "企业信用代码"],
            read: { text, entry, reading throws(CellProblem) in entry.employer.creditCode = try reading.creditCode(text) },
            write: { entry, _ in entry.employer.creditCode?.text ?? "" }),
        Column(
            "type", Phrase("单位类型", "type"),
            synonyms: [
                "单位性质", "企业性质", "企业类型", "单位类别", "经济类型", "登记类型",
            ], vocabulary: .terms(EmployerType.self),
            read: { text, entry, reading in
                guard let type = EmployerType.read(text) else { return reading.warn(text, Phrase("不认识，未采用", "not understood, not used")) }
                entry.employer.type = type
            },
            write: { entry, form in form.term(entry.employer.type) }),
        Column(
            "industry", Phrase("行业", "industry"), synonyms: ["所属行业", "行业类别", "行业类型", "行业分类", "所在行业"], vocabulary: .industries,
            read: { text, entry, reading in
                guard let industry = reading.catalogue.industries.industry(text) else {
                    return reading.warn(
                        text, Phrase("不是 GB/T 4754 的门类或大类，未采用", "no section or division of GB/T 4754, not used"),
                        mend: Phrase("请填字母、两位数字或名称", "write a letter, two digits or a name"))
                }
                entry.employer.industry = industry.id
            },
            write: { entry, form in
                guard let id = entry.employer.industry else { return "" }
                let industry = form.catalogue.industries[id]
                // Some divisions have their section's name: the code tells.
                return form.language.map { "\(industry.code) \(industry.name($0))" } ?? industry.code
            }),
        Column(
            "size", Phrase("规模", "size"), synonyms: ["企业规模", "单位规模"], vocabulary: .terms(EmployerSize.self),
            read: { text, entry, reading in
                guard let size = EmployerSize.read(text) else { return reading.warn(text, Phrase("不认识，未采用", "not understood, not used")) }
                entry.employer.size = size
            },
            write: { entry, form in form.term(entry.employer.size) }),
        Column(
            "place", Phrase("所在地", "place"),
            synonyms: [
                "单位地址", "注册地", "地址", "企业地址", "公司地址", "详细地址", "经营地址", "注册地址", "办公地址", "单位所在地", "所在地区",
            ], vocabulary: .places,
            read: { text, entry, reading throws(CellProblem) in
                let (place, saysMore) = try reading.address(text)
                entry.employer.place = place
                if saysMore { entry.remarks.add("地址", text, reading) }
            },
            write: { entry, form in form.place(entry.employer.place) }),
        Column(
            "verified", Phrase("核实日期", "verified"), synonyms: ["核实时间"], kind: .date,
            read: { text, entry, reading throws(CellProblem) in entry.employer.verified = try reading.date(text, inMonth: .first) },
            write: { entry, form in form.day(entry.employer.verified) }),
        Column(
            "barred", Phrase("暂停推荐原因", "barred"), synonyms: ["禁荐原因"],
            read: { text, entry, _ in entry.employer.barred = text }, write: { entry, _ in entry.employer.barred }),
        Column(
            "contact", Phrase("联系人", "contact"), synonyms: ["联系人姓名", "企业联系人", "单位联系人", "负责人"], masking: .name,
            read: { text, entry, _ in entry.employer.contact = text }, write: { entry, _ in entry.employer.contact }),
        Column(
            "phone", Phrase("联系电话", "phone"),
            synonyms: [
                "电话", "手机", "联系方式", "手机号", "手机号码", "电话号码", "联系手机", "联系人电话", "企业电话", "单位电话",
            ], masking: .telephone,
            read: { text, entry, reading in
                let telephones = reading.telephones(text)
                entry.employer.telephone = telephones.first
                if !telephones.others.isEmpty || !telephones.words.isEmpty { entry.remarks.add("电话", text, reading) }
            },
            write: { entry, _ in entry.employer.telephone }),
        Column(
            "note", Phrase("备注", "note"), synonyms: ["备注说明", "备注信息", "说明", "其他"],
            read: { text, entry, _ in entry.employer.note = text }, write: { entry, _ in entry.employer.note }),
    ]
}
