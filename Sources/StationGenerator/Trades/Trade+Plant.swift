/// Plants, power, roads and warehouses.
extension Trade {
    static let plant: [Trade] = [
        Trade(
            "食糖制造工", ["糖厂操作工", "制糖工", "榨季临时工", "甜菜卸车工"], skills: ["流水线操作", "食糖制造工", "力工", "装卸搬运工"], seekers: 40, openings: 22,
            wage: 4200...6200, at: [.sugar], .seasonal, [.lodging, .night, .winter]),
        Trade(
            "乳品加工工", ["乳品厂操作工", "灌装工", "奶粉车间操作工"], skills: ["乳品加工工", "流水线操作", "包装工"], certificates: ["health"], seekers: 26, openings: 16,
            wage: 4000...5800, at: [.dairy], .regular, [.night]),
        Trade(
            "畜禽屠宰加工工", ["屠宰工", "分割工", "肉品加工工"], skills: ["畜禽屠宰加工工", "肉制品加工工", "分拣包装"], certificates: ["health"], seekers: 12, openings: 11,
            wage: 4500...7000, at: [.meat], .seasonal, [.lodging, .winter]),
        Trade(
            "包装工", ["包装工", "分拣员", "打包工"], skills: ["分拣包装", "包装工", "流水线操作"], seekers: 34, openings: 15, wage: 3300...4800,
            at: [.dairy, .sugar, .commerce, .logistics, .meat], .regular),
        Trade(
            "化学检验员", ["化验员", "质检员"], skills: ["化学检验员", "农产品食品检验员", "办公软件"], seekers: 8, openings: 5, wage: 4000...6000,
            at: [.sugar, .dairy], .regular, [.college, .graded]),
        Trade(
            "焊工", ["焊工", "电焊工", "管道焊工"], skills: ["焊工", "水暖安装", "力工"], certificates: ["welding"], seekers: 26, openings: 22, wage: 6000...10000,
            at: [.construction, .sugar, .repair, .energy], .regular, [.men, .certified, .graded, .hazardous]),
        Trade(
            "电工", ["电工", "维修电工", "水电工"], skills: ["电工", "水暖安装", "家用电器产品维修工"], certificates: ["lv-electrician"], seekers: 24, openings: 20,
            wage: 5000...8000, at: [.sugar, .dairy, .construction, .property, .energy, .heating], .regular, [.men, .certified, .graded, .hazardous]),
        Trade(
            "电工", ["高压电工", "变电站值班员"], skills: ["电工", "变电设备检修工"], certificates: ["hv-electrician", "lv-electrician"], seekers: 6, openings: 6,
            wage: 6000...9000, at: [.energy], .regular, [.men, .certified, .graded, .hazardous, .night, .lodging]),
        Trade(
            "风力发电运维值班员", ["风电运维员", "风机检修工"], skills: ["风力发电运维值班员", "电工"], certificates: ["hv-electrician", "height"], seekers: 8, openings: 9,
            wage: 6000...9500, at: [.energy], .regular, [.men, .certified, .hazardous, .lodging]),
        Trade(
            "光伏发电运维值班员", ["光伏运维员", "光伏安装工", "光伏板清洗工"], skills: ["光伏安装", "光伏发电运维值班员", "光伏板清洗", "电工"], certificates: ["lv-electrician"],
            seekers: 14, openings: 13, wage: 5000...8000, at: [.energy, .construction], .seasonal, [.men, .lodging, .summer]),
        Trade(
            "起重装卸机械操作工", ["叉车司机", "叉车工"], skills: ["起重装卸机械操作工", "仓储管理员", "装卸搬运工"], certificates: ["forklift"], seekers: 24, openings: 15,
            wage: 4800...7000, at: [.sugar, .dairy, .logistics, .borderTrade, .meat], .regular, [.men, .certified]),
        Trade(
            "仓储管理员", ["仓库保管员", "库管"], skills: ["仓储管理员", "理货员", "办公软件"], seekers: 22, openings: 9, wage: 3500...5000,
            at: [.logistics, .dairy, .retail, .borderTrade, .sugar], .regular),
        Trade(
            "装卸搬运工", ["装卸工", "搬运工", "卸车工"], skills: ["装卸搬运工", "力工"], seekers: 34, openings: 14, wage: 4500...7000,
            at: [.logistics, .borderTrade, .sugar, .retail], .byTheDay, [.men]),
        Trade(
            "道路货运汽车驾驶员", ["大车司机", "货车司机", "半挂司机", "甜菜运输司机"], skills: ["道路货运汽车驾驶员", "小型汽车驾驶", "汽车维修工"],
            certificates: ["drive-b2", "drive-a2", "transport"], seekers: 36, openings: 24, wage: 6500...11000,
            at: [.logistics, .borderTrade, .sugar, .construction, .dairy], .regular, [.men, .certified]),
        Trade(
            "客运车辆驾驶员", ["客车司机", "旅游包车司机", "校车司机", "网约车司机"], skills: ["客运车辆驾驶员", "小型汽车驾驶", "客车驾驶"],
            certificates: ["drive-a1", "passenger"], seekers: 18, openings: 9, wage: 5000...8000, at: [.tourism, .school, .logistics], .onTheRoad, [.men, .certified]),
        Trade(
            "报关人员", ["报关员", "口岸货代操作员"], skills: ["报关人员", "俄语", "办公软件"], seekers: 4, openings: 6, wage: 5000...8000, at: [.borderTrade], .office,
            [.college]),
        Trade(
            "翻译", ["俄语翻译", "口岸俄语业务员"], skills: ["俄语", "翻译", "办公软件"], seekers: 7, openings: 7, wage: 5000...9000, at: [.borderTrade, .tourism],
            .office, [.college]),
        Trade(
            "锅炉操作工", ["司炉工", "锅炉工", "供热管网工"], skills: ["锅炉司炉", "锅炉操作工", "水暖安装"], certificates: ["boiler"], seekers: 18, openings: 13,
            wage: 4000...6000, at: [.heating, .hotel, .school, .sugar], .seasonal, [.men, .certified, .hazardous, .night, .winter]),
        Trade(
            "汽车维修工", ["汽车修理工", "钣金喷漆工", "补胎工"], skills: ["汽车维修工", "汽车钣金喷漆", "轮胎修补"], seekers: 15, openings: 8, wage: 4500...8000,
            at: [.repair], .regular, [.men, .graded]),
    ]

    static let building: [Trade] = [
        Trade(
            "砌筑工", ["瓦工", "泥瓦工", "砌筑工"], skills: ["砌筑工", "抹灰粉刷", "贴砖"], seekers: 30, openings: 16, wage: 6500...10000, at: [.construction],
            .seasonal, [.men, .graded, .lodging, .summer]),
        Trade(
            "装饰装修工", ["刮大白师傅", "瓷砖工", "装修工"], skills: ["抹灰粉刷", "贴砖", "装饰装修工"], seekers: 18, openings: 10, wage: 6000...9500,
            at: [.construction, .household], .byTheDay, [.men]),
        Trade(
            "钢筋工", ["钢筋工", "混凝土工"], skills: ["钢筋工", "混凝土工", "力工"], seekers: 14, openings: 8, wage: 6000...9500, at: [.construction], .seasonal,
            [.men, .lodging, .summer, .graded]),
        Trade(
            "架子工", ["架子工"], skills: ["架子工", "力工"], certificates: ["construction-special", "height"], seekers: 7, openings: 6, wage: 7000...10500,
            at: [.construction], .seasonal, [.men, .certified, .hazardous, .lodging, .summer]),
        Trade(
            "手工木工", ["木工", "支模工", "木刻楞木工"], skills: ["木工支模", "手工木工", "装饰装修工"], seekers: 14, openings: 8, wage: 6500...10000,
            at: [.construction, .homestay], .seasonal, [.men, .graded, .summer]),
        Trade(
            "管道工", ["水暖工", "管道维修工"], skills: ["水暖安装", "管道工", "电工"], seekers: 15, openings: 10, wage: 5000...8000,
            at: [.construction, .heating, .property], .regular, [.men]),
        Trade(
            "挖掘铲运和桩工机械司机", ["挖掘机司机", "铲车司机", "装载机司机"], skills: ["挖掘铲运和桩工机械司机", "清雪", "小型汽车驾驶"], seekers: 20, openings: 11,
            wage: 6000...9500, at: [.construction, .sugar, .borderTrade], .seasonal, [.men, .lodging]),
        Trade(
            "公路养护工", ["公路养护工", "道路管护员"], skills: ["公路养护工", "力工", "清雪"], seekers: 16, openings: 9, wage: 3200...4800,
            at: [.construction, .publicBody], .publicService, [.country]),
        Trade(
            "装卸搬运工", ["力工", "小工", "零活工"], skills: ["力工", "装卸搬运工", "清雪"], seekers: 62, openings: 18, wage: 3800...5600,
            at: [.construction, .agency, .household, .logistics], .byTheDay, [.men]),
        Trade(
            "保洁员", ["清雪工", "冬季清雪临时工"], skills: ["清雪", "力工", "保洁员"], seekers: 28, openings: 16, wage: 3600...5200,
            at: [.publicBody, .property, .agency], .byTheDay, [.winter]),
        Trade(
            "安全员", ["施工安全员", "资料员"], skills: ["安全员", "办公软件"], certificates: ["safety-officer"], seekers: 6, openings: 5, wage: 5000...7500,
            at: [.construction, .energy], .regular, [.certified, .college]),
    ]
}
