import DoorstepCore

/// The register of those who look for work, as an old desk computer has it.
extension SheetMess {
    var peopleSheet: Sheet {
        table(
            station.people, peopleColumns, byteOrderMark: false, stream: .peopleSheet, spoilt: spoiltPeople,
            doubtful: [
                Spoiling("skills", isAdded: true) { _ in "会唱歌" }, Spoiling("skills", isAdded: true) { _ in "修半导体" },
                Spoiling("certificates", isAdded: true) { _ in "优秀员工奖状" }, Spoiling("skills", isAdded: true) { _ in "赶爬犁" },
                Spoiling("marriage") { _ in "已婚" }, Spoiling("wants", isAdded: true) { _ in "离家近的活" },
            ])
    }

    private var peopleColumns: [MessColumn<Person>] {
        let kept = PersonExtra.allCases.filter { ![.employmentCertificate, .school, .otherTelephone].contains($0) }
        let extras = kept.map { extra in
            MessColumn<Person>(extra.rawValue, extra.phrase.chinese) { person, _ in person.extras[extra] ?? "" }
        }
        return whoColumns + wishColumns + extras + [MessColumn("note", "备注") { person, _ in person.note }]
    }

    private var whoColumns: [MessColumn<Person>] {
        [
            MessColumn("name", "姓名") { $1.loose($0.name) },
            MessColumn("id_number", "身份证号") { $1.identityNumber($0.identityNumber) },
            MessColumn("sex", "性别") { $1.term($0.sex == .female ? "女" : "男", or: $0.sex == .female ? ["女", "女性"] : ["男", "男性"]) },
            MessColumn("birth_date", "出生年月日") { $0.identityNumber != nil && $1.random.percent(40) ? "" : $1.date($0.birth) },
            MessColumn("phone", "联系电话") { $1.telephone($0.telephone) },
            MessColumn("education", "文化程度") { $1.education($0.education, andAbove: false) },
            MessColumn("place", "住址") { $1.place($0.place) },
            MessColumn("lon", "经度") { person, _ in person.coordinates.map { "\($0.longitude)" } ?? "" },
            MessColumn("lat", "纬度") { person, _ in person.coordinates.map { "\($0.latitude)" } ?? "" },
            MessColumn("skills", "*技能特长") { $1.skills($0.skills) },
            MessColumn("certificates", "持证情况") { $1.certificates($0.certificates) },
            MessColumn("groups", "人员类别") { $1.groups($0.recordedGroups) },
        ]
    }

    private var wishColumns: [MessColumn<Person>] {
        [
            MessColumn("wants", "求职意向") { person, cell in
                var names: [String] = []
                for name in person.wants { names.append(cell.skill(name)) }
                return cell.joined(names)
            },
            MessColumn("kinds", "接受类型") { $1.kinds($0.kinds) },
            MessColumn("wage_min", "期望工资（元/月）") { $1.expected($0.lowestWage) },
            MessColumn("areas", "愿去地区") { $1.places($0.areas) },
            MessColumn("can_move", "可外出务工") { $1.yesNo($0.canMove) },
            MessColumn("household", "户籍所在地") { $1.household($0.household) },
            MessColumn("unemployed_since", "失业登记时间") { $1.date($0.unemployedSince) },
            MessColumn("left_school", "毕业时间") { $1.date($0.leftSchool) },
            MessColumn("never_employed", "从未就业") { $1.yesNo($0.neverEmployed) },
            MessColumn("registered", "登记时间") { $1.date($0.registered) },
            MessColumn("status", "求职状态") { person, cell in
                switch person.status {
                case .seeking: cell.term("求职", or: ["求职中", "", "待业"])
                case .placed: cell.term("已就业", or: ["就业"])
                case .paused: cell.term("暂停", or: ["暂停求职"])
                case .withdrawn: cell.term("退出求职", or: ["退出"])
                }
            },
            // Not kept by the program: most leave it empty.
            MessColumn("marriage", "婚姻状况") { _, _ in "" },
        ]
    }

    private var spoiltPeople: [Spoiling<Person>] {
        [
            Spoiling("id_number") { person in SheetMess.wrongCheck(person) },
            Spoiling("place") { _ in "拉布大林镇子" },
            Spoiling("unemployed_since") { _ in "2026年2月30日" },
            Spoiling("birth_date") { person in (person.birth ?? Day(number: 0)).adding(months: 7).description },
            Spoiling("education") { _ in "初二没念完" },
            Spoiling("name") { _ in "" },
            Spoiling("can_move") { _ in "看情况" },
            Spoiling("groups") { _ in "困难户" },
        ]
    }

    /// An identity number whose last character is another.
    private static func wrongCheck(_ person: Person) -> String {
        let text = person.identityNumber?.text ?? "15078419900101000X"
        guard let last = text.last else { return text }
        return text.dropLast() + (last == "1" ? "2" : "1")
    }
}
