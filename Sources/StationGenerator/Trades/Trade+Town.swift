/// Kitchens, guests, shops and what keeps a town going.
extension Trade {
    static let town: [Trade] = [
        Trade(
            "中式烹调师", ["厨师", "炒菜师傅", "食堂厨师"], skills: ["中式烹调师", "家常烹饪", "中式面点师"], certificates: ["cook", "health"], seekers: 30, openings: 24,
            wage: 5000...8500, at: [.restaurant, .hotel, .school, .homestay], .regular, [.graded, .lodging]),
        Trade(
            "中式面点师", ["面点师", "早餐师傅"], skills: ["中式面点师", "家常烹饪"], certificates: ["health"], seekers: 14, openings: 10, wage: 4200...6500,
            at: [.restaurant, .hotel], .regular, [.women, .graded]),
        Trade(
            "西式烹调师", ["俄餐厨师", "俄罗斯餐厅后厨"], skills: ["西式烹调师", "土炉烤饼", "家常烹饪", "俄语"], certificates: ["health"], seekers: 9, openings: 10,
            wage: 4500...8000, at: [.russianKitchen], .regular, [.lodging, .summer]),
        Trade(
            "糕点面包烘焙师", ["列巴师傅", "土炉烤饼师傅", "烘焙师"], skills: ["土炉烤饼", "糕点面包烘焙师", "家常烹饪"], certificates: ["health"], seekers: 14, openings: 11,
            wage: 4000...6500, at: [.bakery, .russianKitchen], .regular),
        Trade(
            "餐厅服务员", ["餐厅服务员", "传菜员", "洗碗工", "后厨帮工"], skills: ["餐厅服务员", "家常烹饪", "普通话"], certificates: ["health"], seekers: 52, openings: 30,
            wage: 3000...4300, at: [.restaurant, .russianKitchen, .hotel, .homestay], .regular, [.women, .lodging]),
        Trade(
            "客房服务员", ["客房服务员", "客房保洁"], skills: ["客房服务", "客房服务员", "保洁员"], certificates: ["health"], seekers: 30, openings: 20, wage: 3000...4300,
            at: [.hotel, .homestay, .wellness], .seasonal, [.women, .lodging, .summer]),
        Trade(
            "前厅服务员", ["前台接待", "民宿前台"], skills: ["前厅服务员", "办公软件", "普通话"], seekers: 18, openings: 12, wage: 3200...4500,
            at: [.hotel, .homestay, .wellness], .regular, [.women, .night, .lodging]),
        Trade(
            "民宿管家", ["民宿管家", "民宿店长"], skills: ["民宿管家", "客房服务", "家常烹饪", "小型汽车驾驶"], seekers: 12, openings: 12, wage: 3800...6000,
            at: [.homestay], .seasonal, [.lodging, .summer]),
        Trade(
            "导游", ["导游", "景区讲解员", "研学导游"], skills: ["导游", "讲解员", "普通话", "俄语"], certificates: ["guide", "mandarin"], seekers: 15, openings: 12,
            wage: 3800...7000, at: [.tourism, .wellness], .seasonal, [.certified, .lodging, .summer]),
        Trade(
            "公共游览场所服务员", ["骑马游领骑员", "马场牵马员", "马队向导"], skills: ["骑马游服务", "放牧", "蒙古语", "普通话"], seekers: 16, openings: 10, wage: 4000...7000,
            at: [.tourism], .seasonal, [.men, .country, .lodging, .summer]),
        Trade(
            "公共游览场所服务员", ["景区检票员", "景区观光车司机", "冰雪乐园服务员"], skills: ["公共游览场所服务员", "小型汽车驾驶", "普通话"], certificates: ["sightseeing"], seekers: 20,
            openings: 11, wage: 3000...4500, at: [.tourism], .seasonal, [.winter, .lodging]),
        Trade(
            "商品营业员", ["导购", "超市理货员", "店员"], skills: ["商品营业员", "理货员", "收银员"], seekers: 48, openings: 18, wage: 2800...4200, at: [.retail, .borderTrade],
            .regular, [.women]),
        Trade(
            "收银员", ["收银员"], skills: ["收银员", "商品营业员", "办公软件"], seekers: 30, openings: 10, wage: 2800...3900, at: [.retail, .restaurant], .regular, [.women]),
        Trade(
            "互联网营销师", ["带货主播", "直播助理", "电商运营", "网店客服"], skills: ["互联网营销师", "短视频拍摄剪辑", "办公软件"], seekers: 22, openings: 14, wage: 3500...8000,
            at: [.commerce, .borderTrade], .onTheRoad, [.remote]),
        Trade(
            "互联网营销师", ["跨境电商专员", "跨境电商运营"], skills: ["互联网营销师", "俄语", "办公软件"], seekers: 6, openings: 7, wage: 4500...8000, at: [.borderTrade, .commerce],
            .office, [.college, .remote]),
        Trade(
            "网约配送员", ["外卖骑手", "同城配送员"], skills: ["网约配送员", "小型汽车驾驶"], certificates: ["health"], seekers: 30, openings: 12, wage: 4500...8000,
            at: [.delivery], .onTheRoad, [.men]),
        Trade(
            "快递员", ["快递员", "快递分拣员"], skills: ["快递员", "分拣包装", "小型汽车驾驶"], certificates: ["drive-c1"], seekers: 20, openings: 11, wage: 4200...6800,
            at: [.delivery, .logistics], .regular, [.men]),
        Trade(
            "保安员", ["保安", "门卫", "夜班值守"], skills: ["保安员", "停车管理员", "消防设施操作员"], certificates: ["security"], seekers: 58, openings: 20, wage: 2600...3800,
            at: [.property, .sugar, .school, .hospital, .hotel], .publicService, [.men, .night]),
        Trade(
            "消防设施操作员", ["消防中控员"], skills: ["消防设施操作员", "保安员"], certificates: ["fire"], seekers: 6, openings: 6, wage: 3500...5000,
            at: [.property, .hotel, .hospital], .regular, [.certified, .night]),
        Trade(
            "保洁员", ["保洁员", "街道保洁员", "村保洁员"], skills: ["保洁员", "生活垃圾清运工", "园林绿化工"], seekers: 58, openings: 24, wage: 2200...3400,
            at: [.property, .publicBody, .housekeeping, .hospital], .publicService, [.women]),
        Trade(
            "园林绿化工", ["绿化工", "花木养护工"], skills: ["园林绿化工", "植树造林", "力工"], seekers: 16, openings: 9, wage: 3000...4200, at: [.greening, .property],
            .seasonal, [.summer]),
        Trade(
            "美发师", ["美发师", "美发学徒"], skills: ["美发师", "美容师"], certificates: ["barber"], seekers: 10, openings: 5, wage: 3000...7000, at: [.retail, .hotel], .regular),
        Trade(
            "家用电器产品维修工", ["家电维修工"], skills: ["家用电器产品维修工", "电工"], seekers: 6, openings: 3, wage: 4000...6500, at: [.repair, .retail], .regular,
            [.men]),
        Trade(
            "洗衣师", ["布草洗涤工"], skills: ["洗衣师", "客房服务"], seekers: 10, openings: 5, wage: 3000...4000, at: [.hotel, .housekeeping], .regular, [.women]),
        Trade(
            "营销员", ["业务员", "乳品销售员"], skills: ["营销员", "小型汽车驾驶", "办公软件"], certificates: ["drive-c1"], seekers: 22, openings: 13, wage: 3500...8000,
            at: [.dairy, .retail, .finance, .borderTrade], .regular),
    ]
}
