import DoorstepCore

/// 人员清单: the people who seek work, as far as everybody may read it.
///
/// Who is meant must not follow from a row. Neither numbers nor telephones,
/// no address, no groups, no notes; the age in tens of years; skills and
/// wishes in the words of the catalogue alone, for what somebody wrote in
/// their own words may say anything. Employers ask the station.
public enum PublishedPeople {
    public enum Column: String, CaseIterable, Sendable {
        case number = "id"
        case name, sex
        case ages
        case education, skills, wants, kinds
        case wage
        case areas
        case contact

        public var phrase: Phrase {
            switch self {
            case .number: Phrase("编号", rawValue)
            case .name: Phrase("姓名", rawValue)
            case .sex: Phrase("性别", rawValue)
            case .ages: Phrase("年龄段", rawValue)
            case .education: Phrase("学历", rawValue)
            case .skills: Phrase("技能", rawValue)
            case .wants: Phrase("意向工种", rawValue)
            case .kinds: Phrase("可接受用工形式", rawValue)
            case .wage: Phrase("期望月薪", rawValue)
            case .areas: Phrase("意向工作地区", rawValue)
            case .contact: Phrase("联系", rawValue)
            }
        }
    }

    public static let title = Phrase("人员清单", "People")

    public static func header(_ language: Language) -> [String] { Column.allCases.map { $0.phrase(language) } }

    /// The row of a person; nil where the person is not published: not
    /// seeking, or erased.
    ///
    /// - Parameter telephone: the station's; empty where none is known.
    public static func row(_ person: Person, _ matcher: Matcher, telephone: String, _ language: Language) -> [SheetValue]? {
        guard person.status == .seeking, !person.name.isEmpty else { return nil }
        let catalogue = matcher.catalogue
        var shown = person
        shown.skills = person.skills.filter { isCatalogued($0.name) }
        shown.wants = person.wants.filter { isCatalogued($0) }
        let entry = PersonEntry(shown)
        let form = ColumnForm(catalogue, language)
        func cell(_ id: String) -> String { PersonEntry.column(id)?.text(of: entry, form) ?? "" }
        return Column.allCases.map { column in
            let text: String
            switch column {
            case .number: text = PublishedID.text(person.id)
            case .name: text = Masking.name(person.name)
            case .sex: text = cell("sex")
            case .ages: text = person.birth.map { ages(matcher.day.fullYears(since: $0))(language) } ?? ""
            case .education: text = cell("education")
            case .skills: text = cell("skills")
            case .wants: text = cell("wants")
            case .kinds: text = cell("kinds")
            case .wage: text = person.lowestWage.map { Phrase("\($0)元起", "from \($0) yuan")(language) } ?? ""
            case .areas: text = areas(person, catalogue)
            case .contact: text = [matcher.register.station.name, telephone].filter { !$0.isEmpty }.joined(separator: " ")
            }
            return text.isEmpty ? .empty : .text(text)
        }
    }

    private static func isCatalogued(_ name: SkillName) -> Bool {
        if case .catalogued = name { true } else { false }
    }

    private static func ages(_ age: Int) -> Phrase {
        switch age {
        case ..<20: return Phrase("20岁以下", "under 20")
        case 60...: return Phrase("60岁以上", "60 and over")
        default:
            let first = age / 10 * 10
            return Phrase("\(first)-\(first + 9)岁", "\(first)-\(first + 9)")
        }
    }

    /// Counties and what is larger, each once.
    private static func areas(_ person: Person, _ catalogue: Catalogue) -> String {
        var names: [String] = []
        for area in person.areas {
            let name = catalogue.places[catalogue.places.ancestor(of: area, at: .county) ?? area].name
            if !names.contains(name) { names.append(name) }
        }
        return names.joined(separator: ";")
    }
}
