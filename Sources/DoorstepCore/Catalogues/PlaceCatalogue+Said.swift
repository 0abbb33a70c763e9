/// Places in free text: what an address means.
extension PlaceCatalogue {
    /// What a longer text says of places.
    enum Said: Hashable, Sendable {
        /// The smallest place named, under what else is named.
        case found(PlaceID)
        case ambiguous([PlaceID])
        /// Places of which none lies in the other.
        case several([PlaceID])
        /// A place outside the region, by the name that tells.
        case elsewhere(String)
        case nothing
    }

    /// Longer texts are no addresses.
    private static let longest = 200

    /// The place that an address means: `额尔古纳市拉布大林街道办旁`,
    /// `内蒙古呼伦贝尔市额尔古纳市某路3号`.
    ///
    /// Reads from left to right, as addresses go from large to small: each
    /// name has to lie in those before it. The first has to begin the text,
    /// or follow a word that announces a place, since a name in the middle
    /// may belong to anything (西安新城区, 和平路). Linear in the text's
    /// length.
    func said(_ text: String, near: PlaceID?) -> Said {
        var key = PlainText.key(text)
        if key.hasPrefix("中国") { key.removeFirst(2) }
        let characters = Array(key)
        guard characters.count >= 2, characters.count <= PlaceCatalogue.longest else { return .nothing }
        let hits = finder.contained(in: key)
        let firstLength = hits.first.flatMap { $0.range.lowerBound == 0 ? $0.range.count : nil } ?? 0
        if let outside = Elsewhere.beginning(of: key), outside.count >= firstLength { return .elsewhere(outside) }
        /// What the text may mean so far, and where its name ends.
        var current: [PlaceID] = []
        var end = 0
        for hit in hits {
            let ids = hit.positions.map { PlaceID(position: UInt16($0)) }
            let isPartOfOther = !hit.isName && PlaceCatalogue.isPartOfOther(characters[hit.range.upperBound...])
            guard !isPartOfOther else { continue }
            if current.isEmpty {
                let candidates = hit.isName ? ids : ids.filter { isCertain($0, by: hit, before: characters[hit.range.upperBound...].first, near: near) }
                let begins = hit.range.lowerBound == 0 || hit.isName && PlaceCatalogue.announces(characters[hit.range.lowerBound - 1])
                guard begins, !candidates.isEmpty else { continue }
                (current, end) = (candidates, hit.range.upperBound)
                continue
            }
            let inside = ids.filter { id in current.contains { $0 != id && lies(id, in: $0) } }
            if !inside.isEmpty {
                // A short name further on may be that of a road or a village.
                guard hit.isName || hit.range.lowerBound == end else { continue }
                (current, end) = (inside, hit.range.upperBound)
            } else if ids.contains(where: { id in current.contains { lies($0, in: id) } }) {
                // Named before, or what it lies in is named behind it.
                let narrower = current.filter { place in ids.contains { lies(place, in: $0) } }
                if hit.isName, !narrower.isEmpty { current = narrower }
            } else if hit.isName {
                return .several(current + ids)
            }
        }
        switch choose(current, near: near) {
        case .found(let id)?: return .found(id)
        case .ambiguous(let ids)?: return .ambiguous(ids)
        case .unknown?, nil: return .nothing
        }
    }

    /// Whether a place is meant by what is not its whole name: one of the
    /// larger places, one whose name is all in it (拉布大林街道办), or one of
    /// the county of whoever asks, where nobody writes more (拉布大林幸福小区),
    /// and not as what it is not (拉布大林镇子).
    private func isCertain(_ place: PlaceID, by hit: NameFinder.Hit, before next: Character?, near: PlaceID?) -> Bool {
        if self[place].level < .township || hit.range.count > self[place].name.count { return true }
        if let next, "镇乡市旗县区苏嘎街".contains(next) { return false }
        return near.flatMap { ancestor(of: $0, at: .county) }.map { lies(place, in: $0) } ?? false
    }

    /// After these a place begins: 住在额尔古纳市, 小区（海拉尔区）.
    private static func announces(_ character: Character) -> Bool { ",;:(、在住于址".contains(character) }

    /// A short name is part of another where a road's, a building's or a
    /// firm's name goes on.
    private static func isPartOfOther(_ rest: ArraySlice<Character>) -> Bool {
        guard let first = rest.first else { return false }
        if "路街巷道里村屯桥店".contains(first) { return true }
        let next = String(rest.prefix(2))
        return ["大街", "大道", "胡同", "小区", "花园", "广场", "大厦", "酒店", "宾馆", "学校", "医院", "公司", "家园", "社区", "嘉园", "公园", "书店", "商场", "超市"].contains(next)
            || ["东路", "西路", "南路", "北路", "中路", "东街", "西街", "南街", "北街"].contains(next)
    }
}

/// The names by which a text is told to be of a place outside the region.
private enum Elsewhere {
    static func beginning(of key: String) -> String? {
        names.first { key.hasPrefix($0) }
    }

    /// The longest first: 河北省 tells more than 河北.
    private static let names: [String] = {
        let provinces = [
            "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃",
            "青海", "台湾",
        ]
        let cities = [
            "北京", "天津", "上海", "重庆", "石家庄", "太原", "沈阳", "大连", "长春", "哈尔滨", "齐齐哈尔", "大庆", "南京", "苏州", "无锡", "常州", "徐州", "杭州", "宁波", "温州", "合肥", "福州",
            "厦门", "泉州", "南昌", "济南", "青岛", "烟台", "潍坊", "郑州", "洛阳", "武汉", "长沙", "广州", "深圳", "珠海", "佛山", "东莞", "中山", "惠州", "南宁", "海口", "三亚", "成都", "贵阳",
            "昆明", "拉萨", "西安", "兰州", "西宁", "银川", "乌鲁木齐", "大同", "张家口", "承德", "白城", "漠河", "榆林", "保定", "唐山", "秦皇岛", "香港", "澳门",
        ]
        let regions = ["广西", "西藏", "宁夏", "新疆"]
        let all = provinces.flatMap { [$0, $0 + "省"] } + cities.flatMap { [$0, $0 + "市"] } + regions
        return all.sorted { $0.count > $1.count }
    }()
}
