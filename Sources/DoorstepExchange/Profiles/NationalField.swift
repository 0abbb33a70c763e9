import DoorstepCore

/// The fields of a job as the national public recruitment site (中国公共招聘网,
/// job.mohrss.gov.cn) names them. Their names are those of the ministry's
/// data elements; what each holds is taken from public programs that read the
/// site's list of jobs, or feed a provincial one, and agree on it.
///
/// Other systems that use the ministry's names fill some with something else
/// (`acb241` and `acb242` with how many men and women are wanted): the
/// meanings here are the site's.
public enum NationalField: String, CaseIterable, Sendable {
    /// 招聘编号
    case number = "acb200"
    /// 单位名称
    case employer = "aab004"
    /// 统一社会信用代码
    case creditCode = "aab998"
    /// 岗位名称
    case title = "aca112"
    /// 招聘人数
    case headcount = "acb240"
    /// 月薪下限、上限
    case lowestWage = "acb241"
    case highestWage = "acb242"
    /// 工作地点行政区划代码, twelve digits.
    case region = "aab301"
    /// 工作地点
    case place = "acb202"
    /// The region's name, which the site shows.
    case district = "aab302"
    /// 学历要求, by the codes of GB/T 4658.
    case education = "aac011"
    /// 最低年龄、最高年龄
    case lowestAge = "acb221"
    case highestAge = "acb222"
    /// 岗位描述
    case duties = "acb22a"
    /// 联系人、联系电话
    case contact = "aae004"
    case telephone = "aae005"
    /// 发布日期、到期日期
    case posted = "aae397"
    case closes = "aae398"

    /// What the site's list calls the days, beside the moments.
    private static let shown = ["s_aae397": posted, "s_aae398": closes]

    /// - Parameter title: as `PlainText.key` makes it.
    init?(title: String) {
        guard let field = NationalField.shown[title] ?? NationalField(rawValue: title) else { return nil }
        self = field
    }

    /// Our column; nil for the identifier.
    var column: String? {
        switch self {
        case .number: nil
        case .employer: "employer"
        case .creditCode: "uscc"
        case .title: "title"
        case .headcount: "headcount"
        case .lowestWage: "wage_min"
        case .highestWage: "wage_max"
        case .region, .place, .district: "place"
        case .education: "education"
        case .lowestAge: "age_min"
        case .highestAge: "age_max"
        case .duties: "duties"
        case .contact: "contact"
        case .telephone: "phone"
        case .posted: "posted"
        case .closes: "closes"
        }
    }

    /// Where a place is told in several fields, the first that is filled.
    static let places: [NationalField] = [.region, .place, .district]

    /// - Parameter title: as `PlainText.key` makes it.
    static func meaning(of title: String) -> ColumnMeaning? {
        guard let field = NationalField(title: title) else { return isName(title) ? .ignored : nil }
        // Of several that tell a place the first column is meant, and
        // `NationalCells` brings it there.
        return field.column.map { .column($0) } ?? .identifier
    }

    /// Has the form of a data element's name, such as `aae036`: recognised,
    /// and of no meaning here.
    private static func isName(_ title: String) -> Bool {
        let bytes = Array(title.utf8)
        return bytes.count == 6 && bytes[..<3].allSatisfy { (0x61...0x7A).contains($0) } && bytes[3...].contains { (0x30...0x39).contains($0) }
            && bytes[3...].allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    }

    /// The codes of GB/T 4658-2006 that the site uses, first those that are
    /// written; 90 is 其他, which asks for nothing. Older programs have whole
    /// classes, and another number for a master's.
    private static let educations: [(code: String, education: Education)] = [
        ("11", .doctor), ("14", .master), ("21", .bachelor), ("31", .college), ("61", .seniorMiddle), ("41", .seniorMiddle), ("44", .seniorMiddle),
        ("47", .seniorMiddle), ("71", .juniorMiddle), ("81", .primary),
        ("10", .master), ("12", .master), ("20", .bachelor), ("30", .college), ("40", .seniorMiddle), ("60", .seniorMiddle), ("70", .juniorMiddle),
        ("80", .primary),
    ]

    static func code(of education: Education?) -> String { educations.first { $0.education == education }?.code ?? "" }

    /// A cell of the site as one of ours.
    func cell(_ text: String) -> String {
        switch self {
        case .education:
            let code = PlainText.key(text)
            if ["90", "00", "0"].contains(code) { return "" }
            return NationalField.educations.first { $0.code == code }?.education.phrase.chinese ?? text
        case .posted, .closes: return NationalField.day(text)
        // Nothing was filled in there.
        case .lowestWage, .highestWage, .lowestAge, .highestAge: return Double(PlainText.key(text)) == 0 ? "" : text
        // Some were written in an editor of pages.
        case .duties: return text.contains("</") || text.lowercased().contains("<br") ? JobPostingRows.plain(text) : text
        default: return text
        }
    }

    /// The site's lists give moments in milliseconds, which are days in
    /// China.
    private static func day(_ text: String) -> String {
        let digits = PlainText.trimmed(text)
        guard digits.utf8.count == 12 || digits.utf8.count == 13, let moment = Int(digits), moment > 0 else { return text }
        let seconds = moment / 1000 + 8 * 3600
        return Day(number: Int32(seconds / 86_400)).description
    }
}

/// Translates the rows of a sheet with the site's field names: finds the
/// header by itself, and leaves what stands above it alone.
struct NationalCells: Sendable {
    private var fields: [Int: NationalField] = [:]
    /// By position, in the order of `NationalField.places`.
    private var places: [Int] = []

    /// Tells the header from the rows below it.
    private static let fewest = 2

    mutating func translated(_ line: SheetLine) -> SheetLine {
        if fields.isEmpty {
            let found = line.cells.enumerated().compactMap { position, cell in NationalField(title: PlainText.key(cell)).map { (position, $0) } }
            guard found.count >= NationalCells.fewest else { return line }
            fields = Dictionary(found, uniquingKeysWith: { first, _ in first })
            places = NationalField.places.compactMap { place in fields.first { $0.value == place }?.key }
            return line
        }
        var cells = line.cells
        // A header that is repeated page by page.
        if fields.contains(where: { $0.key < cells.count && NationalField(title: PlainText.key(cells[$0.key])) == $0.value }) { return line }
        for (position, field) in fields where position < cells.count { cells[position] = field.cell(cells[position]) }
        if let first = places.min(), first < cells.count {
            let filled = places.first { $0 < cells.count && !PlainText.trimmed(cells[$0]).isEmpty }
            cells[first] = filled.map { cells[$0] } ?? ""
        }
        return SheetLine(line: line.line, record: line.record, cells: cells, problem: line.problem)
    }
}

/// The site's objects as rows.
enum NationalRows {
    private static let fields = NationalField.allCases

    static func rows(_ objects: PostedObjects) throws(SheetError) -> [SheetLine] {
        let rows = try objects.rows(within: ["records", "rows", "data", "list"]) { object in
            let object = object.lowercased
            return fields.map { field in
                let text = object[field.rawValue].text
                return text.isEmpty ? object["s_" + field.rawValue].text : text
            }
        }
        return [SheetLine(made: fields.map(\.rawValue), line: 0)] + rows
    }

    /// The row of a job that goes there: numbers as numbers, the wage by the
    /// month alone, for the site knows no other.
    ///
    /// - Parameter isMasked: whether contact and telephone are hidden in
    ///   part.
    static func row(_ job: Job, _ register: Register, _ catalogue: Catalogue, isMasked: Bool) -> [SheetValue] {
        let entry = JobEntry(job, employer: register.employers[job.employer])
        let form = ColumnForm(catalogue, .chinese)
        return fields.map { field in
            guard let id = field.column, let column = JobEntry.column(id) else { return .text(job.id.text) }
            let plain = column.text(of: entry, form)
            let text: String
            switch field {
            case .region:
                let code = catalogue.places[job.place].code
                text = code + String(repeating: "0", count: max(0, 12 - code.count))
            case .place: text = catalogue.places.fullName(job.place)
            case .district: text = catalogue.places[catalogue.places.ancestor(of: job.place, at: .county) ?? job.place].name
            case .education: text = NationalField.code(of: job.education)
            case .lowestWage, .highestWage: text = job.wage.unit == .month ? plain : ""
            default: text = isMasked ? column.masking(plain) : plain
            }
            if text.isEmpty { return .empty }
            switch column.kind {
            case .number: return SheetRowValue.number(text)
            case .date: return .date(text)
            case .text: return .text(text)
            }
        }
    }
}

/// Jobs as the site's sheets have them.
public enum NationalSheet {
    public static let header = NationalField.allCases.map(\.rawValue)

    /// - Parameter isMasked: whether contact and telephone are hidden in
    ///   part.
    public static func row(_ job: Job, _ register: Register, _ catalogue: Catalogue, isMasked: Bool) -> [SheetValue] {
        NationalRows.row(job, register, catalogue, isMasked: isMasked)
    }
}
