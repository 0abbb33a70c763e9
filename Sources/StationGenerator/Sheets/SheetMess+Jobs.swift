import DoorstepCore

/// The lists of jobs and employers, as they are collected from door to door.
extension SheetMess {
    var jobSheet: Sheet {
        let employers = Dictionary(station.employers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let place = near.map { catalogue.places.fullName($0) } ?? ""
        return table(
            station.jobs, jobColumns(employers), heading: place + "“家门口”就业服务站岗位登记表（虚构数据）", byteOrderMark: true, stream: .jobSheet,
            spoilt: spoiltJobs,
            doubtful: [
                Spoiling("skills", isAdded: true) { _ in "能吃苦" }, Spoiling("sex") { _ in "限男性" }, Spoiling("skills", isAdded: true) { _ in "会来事?" },
                Spoiling("sex") { _ in "女" },
            ])
    }

    private func jobColumns(_ employers: [RecordID: Employer]) -> [MessColumn<Job>] {
        let kept = [JobExtra.settlement, .shifts, .board, .insurance, .contractTerm]
        let extras = kept.map { extra in
            MessColumn<Job>(extra.rawValue, extra.phrase.chinese) { job, _ in job.extras[extra] ?? "" }
        }
        return workColumns(employers) + demandColumns + extras + [MessColumn("note", "备注") { job, _ in job.note }]
    }

    private func workColumns(_ employers: [RecordID: Employer]) -> [MessColumn<Job>] {
        [
            MessColumn("employer", "*用人单位") { $1.loose(employers[$0.employer]?.name ?? "") },
            MessColumn("uscc", "社会信用代码") { job, cell in
                guard let code = employers[job.employer]?.creditCode?.text else { return "" }
                return cell.random.percent(12) ? code.lowercased() : code
            },
            MessColumn("title", "*岗位名称") { $1.loose($0.title) },
            MessColumn("occupation", "工种") { job, cell in job.occupation.map { cell.skill($0) } ?? "" },
            MessColumn("kind", "用工类型") { job, cell in cell.kinds(job.kind.map { [$0] } ?? []) },
            MessColumn("headcount", "招聘人数") { $1.headcount($0.headcount) },
            MessColumn("place", "工作地") { $1.place($0.place) },
            MessColumn("lon", "经度") { job, _ in job.coordinates.map { "\($0.longitude)" } ?? "" },
            MessColumn("lat", "纬度") { job, _ in job.coordinates.map { "\($0.latitude)" } ?? "" },
            MessColumn("wage_min", "工资待遇") { $1.wage($0.wage) },
        ]
    }

    private var demandColumns: [MessColumn<Job>] {
        [
            MessColumn("skills", "所需技能") { $1.skills($0.skills) },
            MessColumn("certificates", "资格要求") { $1.certificates($0.certificates) },
            MessColumn("education", "文化程度") { $1.education($0.education, andAbove: true) },
            MessColumn("age_min", "年龄要求") { $1.ages($0.lowestAge, $0.highestAge) },
            MessColumn("sex", "性别要求") { _, cell in cell.random.percent(70) ? "不限" : "" },
            MessColumn("prefers", "优先条件") { $1.groups($0.prefers) },
            MessColumn("only", "限定群体") { $1.groups($0.reservedFor) },
            MessColumn("lodging", "提供住宿") { $1.yesNo($0.givesLodging) },
            MessColumn("remote", "居家办公") { $1.yesNo($0.isRemote) },
            MessColumn("hazardous", "危险作业") { $1.yesNo($0.isHazardous) },
            MessColumn("night", "夜班") { $1.yesNo($0.isByNight) },
            MessColumn("from", "开始日期") { $1.date($0.from) },
            MessColumn("to", "结束日期") { $1.date($0.to) },
            MessColumn("posted", "发布时间") { $1.date($0.posted) },
            MessColumn("closes", "有效期至") { $1.date($0.closes) },
            MessColumn("contact", "联系人") { job, _ in job.contact },
            MessColumn("phone", "电话") { $1.telephone($0.telephone) },
            MessColumn("status", "招聘状态") { job, cell in
                switch job.status {
                case .open: cell.term("招聘", or: ["招聘中", "在招", ""])
                case .filled: cell.term("已招满", or: ["招满"])
                case .withdrawn: cell.term("停招", or: ["停止招聘"])
                }
            },
        ]
    }

    private var spoiltJobs: [Spoiling<Job>] {
        [
            Spoiling("place") { _ in "拉布大林镇子" },
            Spoiling("wage_min") { _ in "6000-4000" },
            Spoiling("age_min") { _ in "45-18岁" },
            Spoiling("headcount") { _ in "三五个" },
            Spoiling("uscc") { _ in "W1150784MA0000001X" },
            Spoiling("title") { _ in "" },
            Spoiling("closes") { _ in "2026年13月1日" },
            Spoiling("kind") { _ in "长期工" },
        ]
    }

    // MARK: - Employers

    var employerSheet: Sheet {
        table(
            station.employers, employerColumns, byteOrderMark: true, stream: .employerSheet, spoilt: spoiltEmployers,
            doubtful: [Spoiling("industry") { _ in "看看再说" }])
    }

    private var employerColumns: [MessColumn<Employer>] {
        [
            MessColumn("employer", "单位名称") { $1.loose($0.name) },
            MessColumn("uscc", "统一社会信用代码") { $1.loose($0.creditCode?.text ?? "") },
            MessColumn("type", "单位性质") { employer, cell in
                let name = employer.type?.phrase.chinese ?? ""
                return switch employer.type {
                case .enterprise?: cell.term(name, or: ["民营企业", "私营企业"])
                case .soleTrader?: cell.term(name, or: ["个体", "个体户"])
                case .stateEnterprise?: cell.term(name, or: ["国企"])
                case .household?: cell.term(name, or: ["个人"])
                default: name
                }
            },
            MessColumn("industry", "所属行业") { [catalogue] employer, cell in
                guard let id = employer.industry else { return "" }
                let industry = catalogue.industries[id]
                // A section and its only division can have one name.
                let isClear = catalogue.industries.industry(industry.name.chinese)?.id == id
                return !isClear || cell.random.percent(30) ? industry.code : industry.name.chinese
            },
            MessColumn("size", "企业规模") { employer, cell in
                guard let size = employer.size else { return "" }
                return cell.term(size.phrase.chinese, or: [size.phrase.chinese + "型", size.phrase.chinese + "型企业"])
            },
            MessColumn("place", "单位地址") { $1.place($0.place) },
            MessColumn("verified", "核实日期") { $1.date($0.verified) },
            MessColumn("barred", "禁荐原因") { employer, _ in employer.barred },
            MessColumn("contact", "联系人") { $1.loose($0.contact) },
            MessColumn("phone", "联系电话") { $1.telephone($0.telephone) },
            MessColumn("note", "备注") { employer, _ in employer.note },
        ]
    }

    private var spoiltEmployers: [Spoiling<Employer>] {
        [
            Spoiling("uscc") { _ in "W1150784MA000001" },
            Spoiling("uscc") { _ in "W1150784MA0000001X" },
            Spoiling("place") { _ in "漠北乡" },
            Spoiling("verified") { _ in "去年秋天" },
            Spoiling("employer") { _ in "" },
        ]
    }
}
