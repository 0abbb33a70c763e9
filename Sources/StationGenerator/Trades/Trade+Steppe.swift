/// Fields, herds, woods and what is made of them.
extension Trade {
    static let steppe: [Trade] = [
        Trade(
            "家畜饲养员", ["饲养员", "肉牛饲养工", "牧场饲养员", "羊场工人"], skills: ["家畜饲养员", "牲畜防疫", "接羔", "农机驾驶操作员"], seekers: 34, openings: 20,
            wage: 4000...6000, at: [.herding, .stateFarm, .dairy], .regular, [.country, .lodging]),
        Trade(
            "家畜饲养员", ["挤奶工", "奶牛场挤奶员"], skills: ["挤奶", "家畜饲养员", "牲畜防疫"], certificates: ["health"], seekers: 22, openings: 26,
            wage: 4500...6500, at: [.dairy, .herding], .regular, [.country, .lodging]),
        Trade(
            "家畜饲养员", ["放牧员", "羊倌", "牛倌", "冬季放牧工"], skills: ["放牧", "接羔", "骑马游服务", "蒙古语"], seekers: 36, openings: 15,
            wage: 4000...7000, at: [.herding, .stateFarm, .household], .seasonal, [.men, .country, .lodging, .winter]),
        Trade(
            "家畜饲养员", ["接羔工", "剪毛工"], skills: ["接羔", "剪羊毛", "放牧", "家畜饲养员"], seekers: 14, openings: 8, wage: 4500...7000,
            at: [.herding, .stateFarm], .byTheDay, [.country, .lodging, .winter]),
        Trade(
            "兽医", ["村级防疫员", "兽医", "牧场兽医"], skills: ["牲畜防疫", "兽医", "牲畜改良配种"], certificates: ["rural-vet"], seekers: 8, openings: 8,
            wage: 4500...7500, at: [.herding, .stateFarm, .dairy], .regular, [.country, .lodging]),
        Trade(
            "农机驾驶操作员", ["拖拉机手", "农机手", "收割机手"], skills: ["农机驾驶操作员", "联合收割机驾驶", "打草捆草", "农机修理工"], certificates: ["tractor", "harvester"],
            seekers: 30, openings: 17, wage: 5500...9000, at: [.farming, .stateFarm], .seasonal, [.men, .country, .lodging, .certified]),
        Trade(
            "农机修理工", ["农机修理工", "农机手兼修理"], skills: ["农机修理工", "焊工", "农机驾驶操作员"], seekers: 9, openings: 7, wage: 5000...8000,
            at: [.stateFarm, .repair, .farming], .regular, [.men, .graded]),
        Trade(
            "农艺工", ["农工", "种地工", "马铃薯采收工", "甜菜采收工"], skills: ["大田种植", "农产品采收", "滴灌作业", "力工"], seekers: 48, openings: 18,
            wage: 3600...5400, at: [.farming, .stateFarm, .herbs], .byTheDay, [.country, .lodging]),
        Trade(
            "园艺工", ["大棚管理员", "大棚种植工"], skills: ["大棚种植", "滴灌作业", "农产品采收"], seekers: 18, openings: 9, wage: 3500...5000,
            at: [.farming], .seasonal, [.country]),
        Trade(
            "食用菌生产工", ["木耳采摘工", "食用菌管理员"], skills: ["食用菌栽培", "农产品采收", "大棚种植"], seekers: 16, openings: 10, wage: 3500...5000,
            at: [.mushroom], .seasonal, [.country, .lodging]),
        Trade(
            "中药材种植员", ["药材种植工", "中草药管护员"], skills: ["中草药种植", "大田种植", "农产品采收"], seekers: 10, openings: 8, wage: 3500...5000,
            at: [.herbs], .seasonal, [.country, .lodging]),
        Trade(
            "农机驾驶操作员", ["打草工", "捆草车手"], skills: ["打草捆草", "农机驾驶操作员", "力工"], certificates: ["tractor"], seekers: 16, openings: 7,
            wage: 5000...8000, at: [.herding, .farming, .stateFarm], .byTheDay, [.men, .country, .lodging]),
        Trade(
            "护林员", ["护林员", "草原管护员", "季节性护林防火员"], skills: ["护林员", "草原管护", "森林消防员", "小型汽车驾驶"], seekers: 24, openings: 13,
            wage: 2500...4200, at: [.greening, .publicBody], .publicService, [.country]),
        Trade(
            "造林更新工", ["治沙造林工", "植树工", "苗圃工"], skills: ["植树造林", "造林更新工", "森林抚育工", "滴灌作业", "力工"], seekers: 22, openings: 13,
            wage: 3600...5400, at: [.greening, .construction], .byTheDay, [.country, .lodging, .summer]),
        Trade(
            "森林消防员", ["半专业森林扑火队员"], skills: ["森林消防员", "护林员", "无人机驾驶员"], certificates: ["drone"], seekers: 6, openings: 5,
            wage: 4200...5600, at: [.greening], .regular, [.men, .hazardous, .lodging]),
        Trade(
            "民间工艺品制作工", ["蒙古族刺绣工", "刺绣居家加工", "非遗手工艺人"], skills: ["蒙古族刺绣", "缝纫工", "皮具制作"], seekers: 20, openings: 9,
            wage: 2500...4800, at: [.craft], .onTheRoad, [.women, .remote]),
        Trade(
            "皮革及皮革制品加工工", ["皮具制作工", "皮雕学徒"], skills: ["皮具制作", "蒙古族刺绣", "缝纫工"], seekers: 6, openings: 4, wage: 3200...5000,
            at: [.craft], .regular),
        Trade(
            "乳品加工工", ["奶食品制作工", "奶豆腐师傅"], skills: ["奶食品制作", "乳品加工工", "蒙古语"], certificates: ["health"], seekers: 16, openings: 9,
            wage: 3500...5200, at: [.dairy], .regular, [.women]),
    ]
}
