/// Care of people, and work at a desk.
extension Trade {
    static let care: [Trade] = [
        Trade(
            "养老护理员", ["养老护理员", "护理员", "失能老人护理员"], skills: ["养老护理员", "医疗护理员", "家政服务员"], certificates: ["elder-care", "health"], seekers: 22,
            openings: 26, wage: 3800...5800, at: [.elderCare, .wellness], .regular, [.women, .certified, .night, .graded, .lodging]),
        Trade(
            "医疗护理员", ["医院护工", "共享护工"], skills: ["医疗护理员", "养老护理员"], certificates: ["patient-care", "health"], seekers: 16, openings: 12, wage: 4000...6000,
            at: [.hospital, .elderCare, .housekeeping], .household, [.women, .night]),
        Trade(
            "家政服务员", ["钟点工", "住家保姆", "家庭保洁"], skills: ["家政服务员", "家常烹饪", "保洁员"], certificates: ["health"], seekers: 40, openings: 20, wage: 3200...5200,
            at: [.housekeeping, .household], .household, [.women]),
        Trade(
            "婴幼儿发展引导员", ["育儿嫂", "月嫂", "带孩子阿姨"], skills: ["婴幼儿照护", "母婴护理", "家常烹饪"], certificates: ["child-care", "maternity", "health"], seekers: 18,
            openings: 13, wage: 4000...8000, at: [.household, .housekeeping], .household, [.women]),
        Trade(
            "保育师", ["保育员", "托育老师"], skills: ["保育师", "婴幼儿照护"], certificates: ["nursery", "health"], seekers: 14, openings: 8, wage: 2800...4000,
            at: [.school], .regular, [.women, .certified]),
        Trade(
            "森林园林康养师", ["森林康养师", "康养活动专员"], skills: ["森林园林康养师", "保健按摩师", "普通话"], seekers: 6, openings: 7, wage: 3800...6000, at: [.wellness], .seasonal,
            [.summer, .lodging]),
        Trade(
            "社区护士", ["护士", "社区护士", "网约护士"], skills: ["社区护士", "内科护士"], certificates: ["nurse"], seekers: 10, openings: 10, wage: 4000...6500,
            at: [.hospital, .elderCare, .wellness], .regular, [.women, .college, .certified, .night]),
        Trade(
            "幼儿园教师", ["幼儿教师", "托管班教师", "艺术培训教师"], skills: ["幼儿园教师", "小学教师", "普通话"], certificates: ["teacher", "mandarin"], seekers: 18, openings: 10,
            wage: 3000...4800, at: [.school], .office, [.women, .college, .certified]),
        Trade(
            "中式烹调师", ["食堂做饭", "工地做饭", "学校食堂帮厨"], skills: ["家常烹饪", "中式面点师", "保洁员"], certificates: ["health"], seekers: 36, openings: 16, wage: 3200...4800,
            at: [.construction, .school, .elderCare, .stateFarm], .regular, [.women, .lodging]),
    ]

    static let office: [Trade] = [
        Trade(
            "会计专业人员", ["会计", "出纳", "代账会计"], skills: ["会计专业人员", "办公软件", "统计专业人员"], certificates: ["accountant"], seekers: 28, openings: 11,
            wage: 3500...6000, at: [.dairy, .construction, .retail, .borderTrade, .farming, .finance], .office, [.women, .college]),
        Trade(
            "行政办事员", ["文员", "办公室职员", "综合岗"], skills: ["办公软件", "打字录入", "行政办事员"], seekers: 40, openings: 12, wage: 3000...4500,
            at: [.construction, .energy, .publicBody, .property, .school], .office, [.women, .college]),
        Trade(
            "村务和社区工作者", ["社区工作者", "网格员", "家门口就业服务专员"], skills: ["村务和社区工作者", "办公软件", "普通话"], seekers: 16, openings: 9, wage: 3000...4200,
            at: [.publicBody], .office, [.college]),
        Trade(
            "社会工作者", ["社工", "助老社工"], skills: ["社会工作者", "村务和社区工作者", "办公软件"], certificates: ["social-worker"], seekers: 6, openings: 5, wage: 3200...4600,
            at: [.publicBody, .elderCare], .office, [.college]),
        Trade(
            "计算机程序设计员", ["程序员", "网络管理员", "系统运维"], skills: ["计算机程序设计员", "办公软件", "信息通信网络运行管理员"], seekers: 8, openings: 4, wage: 4500...9000,
            at: [.software, .energy], .office, [.college, .remote]),
        Trade(
            "打字员", ["数据录入员", "居家录入员", "客服专员"], skills: ["打字录入", "办公软件", "呼叫中心服务员"], seekers: 14, openings: 7, wage: 2600...4000,
            at: [.software, .commerce, .agency], .onTheRoad, [.remote]),
        Trade(
            "企业人力资源管理师", ["人事专员", "劳务专员"], skills: ["企业人力资源管理师", "办公软件"], seekers: 10, openings: 5, wage: 3500...5500,
            at: [.agency, .dairy, .sugar], .office, [.college]),
        Trade(
            "银行综合柜员", ["金融服务专员", "保险业务员"], skills: ["银行综合柜员", "保险代理人", "办公软件"], seekers: 8, openings: 5, wage: 3500...7000, at: [.finance], .office,
            [.college]),
        Trade(
            "无人机驾驶员", ["无人机飞手", "植保无人机飞手"], skills: ["无人机驾驶员", "短视频拍摄剪辑", "农机驾驶操作员"], certificates: ["drone"], seekers: 6, openings: 6,
            wage: 5000...9000, at: [.farming, .greening, .tourism], .seasonal, [.certified, .summer]),
    ]
}
