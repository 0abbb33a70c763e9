import DoorstepCore

/// What kind of business an employer is in.
enum EmployerSort: String, CaseIterable, Sendable {
    case sugar, dairy, meat, farming, stateFarm, herding, mushroom, herbs, craft, energy, logistics, borderTrade, retail, commerce, tourism,
        homestay, restaurant, russianKitchen, bakery, hotel, wellness, elderCare, hospital, school, housekeeping, construction, greening,
        repair, property, delivery, household, agency, publicBody, finance, heating, software

    /// How many of a thousand employers.
    var weight: Int {
        switch self {
        case .restaurant: 95
        case .retail: 75
        case .homestay, .construction: 60
        case .household: 70
        case .farming, .herding: 48
        case .tourism, .publicBody: 38
        case .hotel, .repair, .housekeeping: 32
        case .logistics, .borderTrade, .commerce, .property, .agency: 26
        case .dairy, .greening, .russianKitchen, .bakery, .elderCare: 22
        case .energy, .delivery, .craft, .mushroom, .herbs, .school, .hospital: 16
        case .meat, .stateFarm, .wellness, .finance, .heating: 13
        case .sugar, .software: 7
        }
    }

    /// A division of GB/T 4754.
    var industry: String {
        switch self {
        case .sugar, .meat: "13"
        case .dairy, .bakery: "14"
        case .farming, .stateFarm, .mushroom, .herbs: "01"
        case .herding: "03"
        case .craft: "24"
        case .energy, .heating: "44"
        case .logistics: "54"
        case .borderTrade: "51"
        case .retail, .commerce: "52"
        case .tourism: "78"
        case .homestay, .hotel: "61"
        case .restaurant, .russianKitchen: "62"
        case .wellness, .hospital: "84"
        case .elderCare: "85"
        case .school: "83"
        case .housekeeping, .household: "80"
        case .construction: "47"
        case .greening: "02"
        case .repair: "81"
        case .property: "70"
        case .delivery: "60"
        case .agency: "72"
        case .publicBody: "96"
        case .finance: "66"
        case .software: "65"
        }
    }

    /// What its names end with.
    var endings: [String] {
        switch self {
        case .sugar: ["糖业有限公司", "甜菜制糖有限责任公司"]
        case .dairy: ["乳业有限公司", "奶食品厂", "牧场乳品有限公司"]
        case .meat: ["肉业有限公司", "牛羊肉加工有限公司"]
        case .farming: ["种植专业合作社", "农业发展有限公司", "家庭农场", "农机服务专业合作社"]
        case .stateFarm: ["农牧场第一生产队", "农牧场第三生产队", "农牧场农机队"]
        case .herding: ["养殖专业合作社", "牧业专业合作社", "家庭牧场", "肉牛育肥场"]
        case .mushroom: ["食用菌专业合作社", "木耳种植基地"]
        case .herbs: ["中草药种植专业合作社", "药材有限公司"]
        case .craft: ["民族手工艺品店", "刺绣工作室", "皮具工坊"]
        case .energy: ["风电场", "新能源有限公司", "光伏电站"]
        case .logistics: ["物流有限公司", "仓储服务有限公司", "运输车队"]
        case .borderTrade: ["进出口贸易有限公司", "口岸货运代理有限公司", "跨境商贸有限公司"]
        case .retail: ["超市", "商贸有限公司", "便利店", "建材商店"]
        case .commerce: ["电子商务有限公司", "直播电商工作室", "特产网店"]
        case .tourism: ["旅游开发有限公司", "骑马游服务部", "湿地景区", "旅行社"]
        case .homestay: ["民宿", "木刻楞客栈", "家庭旅馆"]
        case .restaurant: ["饭店", "火锅店", "烧烤店", "餐饮有限公司", "早餐店"]
        case .russianKitchen: ["俄罗斯餐厅", "俄式家庭餐馆"]
        case .bakery: ["列巴房", "烘焙坊", "土炉烤饼店"]
        case .hotel: ["宾馆", "酒店有限公司"]
        case .wellness: ["森林康养中心", "康养服务有限公司"]
        case .elderCare: ["养老服务中心", "老年公寓"]
        case .hospital: ["门诊部", "社区卫生服务站"]
        case .school: ["幼儿园", "职业培训学校", "艺术培训中心"]
        case .housekeeping: ["家政服务有限公司", "保洁服务部"]
        case .construction: ["建筑工程有限公司", "装饰工程有限公司", "市政工程有限公司", "防沙治沙工程有限公司"]
        case .greening: ["林草服务有限公司", "园林绿化有限公司", "苗木专业合作社"]
        case .repair: ["汽车修理厂", "农机修理部", "轮胎店"]
        case .property: ["物业服务有限公司", "保安服务有限公司"]
        case .delivery: ["快递服务部", "同城配送站"]
        case .household: ["先生", "女士"]
        case .agency: ["劳务服务有限公司", "人力资源有限公司"]
        case .publicBody: ["社区居民委员会", "街道综合服务中心", "村民委员会", "公益服务站"]
        case .finance: ["金融服务部", "保险代理有限公司"]
        case .heating: ["供热有限公司", "热力站"]
        case .software: ["信息技术有限公司", "数字科技有限公司"]
        }
    }

    var types: [(EmployerType, Int)] {
        switch self {
        case .sugar: [(.enterprise, 1)]
        case .dairy, .meat, .logistics, .borderTrade, .software, .wellness: [(.enterprise, 92), (.soleTrader, 8)]
        case .energy, .heating, .finance: [(.stateEnterprise, 45), (.enterprise, 55)]
        case .stateFarm: [(.stateEnterprise, 1)]
        case .farming, .herding, .mushroom, .herbs: [(.cooperative, 70), (.soleTrader, 30)]
        case .craft, .repair, .delivery, .homestay, .restaurant, .russianKitchen, .bakery, .retail: [(.soleTrader, 72), (.enterprise, 28)]
        case .commerce, .tourism, .hotel, .housekeeping, .property, .construction: [(.enterprise, 85), (.soleTrader, 15)]
        case .greening: [(.enterprise, 70), (.cooperative, 30)]
        case .elderCare: [(.socialOrganisation, 60), (.enterprise, 40)]
        case .hospital: [(.publicInstitution, 60), (.enterprise, 40)]
        case .school: [(.publicInstitution, 30), (.socialOrganisation, 70)]
        case .household: [(.household, 1)]
        case .agency: [(.agency, 1)]
        case .publicBody: [(.publicInstitution, 60), (.socialOrganisation, 40)]
        }
    }

    /// Out in the country rather than in town.
    var isCountry: Bool {
        switch self {
        case .farming, .stateFarm, .herding, .mushroom, .herbs, .energy, .greening: true
        default: false
        }
    }

    /// Wherever there is something to see.
    var isSpread: Bool {
        switch self {
        case .homestay, .tourism, .russianKitchen, .bakery, .wellness, .publicBody, .construction, .dairy: true
        default: false
        }
    }
}
