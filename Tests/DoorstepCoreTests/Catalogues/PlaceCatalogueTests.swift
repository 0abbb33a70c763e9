@testable import DoorstepCore
import Testing

@Suite("A place")
struct PlaceCatalogueTests {
    private let places: PlaceCatalogue

    init() throws {
        places = try Samples.catalogue.places
    }

    private func place(_ code: String) throws -> PlaceID {
        try #require(places.place(code: code), "no place \(code)").id
    }

    private func codes(_ outcome: PlaceCatalogue.Outcome) -> [String] {
        switch outcome {
        case .found(let id): [places[id].code]
        case .ambiguous(let ids): ["ambiguous"] + ids.map { places[$0].code }
        case .unknown: ["unknown"]
        }
    }

    // MARK: - The catalogue

    @Test("is one of 1,350, each in one that is a level above or, for townships of a city without counties, two")
    func levels() throws {
        #expect(places.all.count == 1350)
        for place in places.all {
            let parent = place.parent.map { places[$0].level }
            switch place.level {
            case .province: #expect(parent == nil)
            case .prefecture: #expect(parent == .province, "\(place.name)")
            case .county: #expect(parent == .prefecture, "\(place.name)")
            case .township: #expect(parent == .county || parent == .prefecture, "\(place.name)")
            }
        }
    }

    @Test("lies in itself and in all of its lineage, and in nothing else")
    func lies() {
        var random = SplitMix64.printed()
        for _ in 0..<2000 {
            let inner = random.pick(places.all)
            let outer = random.pick(places.all)
            var around: [PlaceID] = [inner.id]
            while let last = around.last, let parent = places[last].parent { around.append(parent) }
            #expect(places.lineage(inner.id) == around)
            #expect(places.lies(inner.id, in: outer.id) == around.contains(outer.id), "seed \(random.seed), \(inner.name) in \(outer.name)")
            #expect(around.allSatisfy { places.lies(inner.id, in: $0) })
        }
    }

    @Test("has its prefecture, its county and itself above it")
    func ancestors() throws {
        let township = try place("150784001")
        #expect(places.ancestor(of: township, at: .prefecture) == (try place("150700")))
        #expect(places.ancestor(of: township, at: .county) == (try place("150784")))
        #expect(places.ancestor(of: township, at: .township) == township)
        #expect(places.ancestor(of: try place("150700"), at: .county) == nil)
    }

    @Test("has a coarse point where the point is not its own level's")
    func coarse() throws {
        #expect(try !places[place("150784001")].hasCoarsePoint && places[place("150702001")].hasCoarsePoint && !places[place("150784")].hasCoarsePoint)
        // 200 of 1,234 townships have their own point.
        #expect(places.all.count { $0.level == .township && !$0.hasCoarsePoint } == 200)
        #expect(places.all.count { $0.level == .township } == 1234)
    }

    // MARK: - Found

    @Test("is found by its code, six or nine digits, or the longer statistical code of a township")
    func byCode() {
        for place in places.all {
            #expect(places.resolve(place.code, near: nil) == .found(place.id), "\(place.code)")
            if place.level == .township { #expect(places.resolve(place.code + "000", near: nil) == .found(place.id), "\(place.code)") }
        }
    }

    @Test("above the townships is found by its longer statistical code too", arguments: ["150784000000", "150700000000", "150000000000"])
    func byLongCode(code: String) throws {
        let short = try place(String(code.prefix(6)))
        #expect(places.resolve(code, near: nil) == .found(short))
    }

    @Test("is found by its name under its county, and by the whole row of names; where two in one county have the name, both are offered")
    func byFullName() {
        let twins = Dictionary(grouping: places.all, by: { places.fullName($0.id) })
        for place in places.all {
            let full = places.fullName(place.id)
            let row = places.lineage(place.id).reversed().map { places[$0].name }.joined()
            let same = twins[full, default: []].map(\.id)
            let expected: PlaceCatalogue.Outcome = same.count == 1 ? .found(place.id) : .ambiguous(same)
            #expect(places.resolve(full, near: nil) == expected, "\(full)")
            #expect(places.resolve(row, near: nil) == expected, "\(row)")
        }
        #expect(twins.values.filter { $0.count > 1 }.count <= 2)
    }

    @Test("is found by what people say for short, with blanks or full-width signs between", arguments: [
        ("额尔古纳市", "150784"), ("额尔古纳", "150784"), ("呼伦贝尔", "150700"), ("呼伦贝尔市", "150700"), ("内蒙古", "150000"), ("内蒙古自治区", "150000"),
        ("拉布大林", "150784001"), ("拉布大林街道办事处", "150784001"), ("拉布大林街道办", "150784001"), ("额尔古纳市 拉布大林街道", "150784001"),
        ("内蒙古呼伦贝尔额尔古纳拉布大林", "150784001"), ("额尔古纳拉布大林街道", "150784001"), (" 莫尔道嘎镇 ", "150784103"), ("１５０７８４", "150784"),
        ("海拉尔区", "150702"), ("呼伦贝尔市东山街道", "unknown"),
    ])
    func short(text: String, code: String) {
        // 东山街道 is in both 海拉尔区 and 满洲里市, so that the prefecture
        // alone does not tell which.
        let expected = code == "unknown" ? ["ambiguous", "150702008", "150781001"] : [code]
        #expect(codes(places.resolve(text, near: nil)) == expected)
    }

    // MARK: - Several of one name

    @Test("of a name that several have is the one of the near county, then the one of the near prefecture")
    func nearness() throws {
        // Given 新城街道 in 科尔沁 (150571003), 乌兰浩特 (152201009) and 阿尔山 (152202002)
        let name = "新城街道"
        #expect(codes(places.resolve(name, near: nil)) == ["ambiguous", "150571003", "152201009", "152202002"])
        // When asked from the same county
        #expect(places.resolve(name, near: try place("152202")) == .found(try place("152202002")))
        #expect(places.resolve(name, near: try place("152201009")) == .found(try place("152201009")))
        // When asked from the same prefecture as one of them
        #expect(places.resolve(name, near: try place("150521")) == .found(try place("150571003")))
        // When asked from a prefecture that has two, or none
        #expect(codes(places.resolve(name, near: try place("152221"))) == ["ambiguous", "150571003", "152201009", "152202002"])
        #expect(codes(places.resolve(name, near: try place("150784"))).first == "ambiguous")
    }

    @Test("of a name that several have is found from its own county, wherever its county has only one")
    func everyTwin() {
        for (name, twins) in Dictionary(grouping: places.all.filter { $0.level == .township }, by: \.name) where twins.count > 1 {
            for twin in twins where twins.count(where: { $0.parent == twin.parent }) == 1 {
                guard let parent = twin.parent, places[parent].level == .county else { continue }
                #expect(places.resolve(name, near: twin.parent) == .found(twin.id), "\(name) near \(places[parent].name)")
            }
        }
    }

    @Test("'s name goes before another's short name")
    func nameBeforeShortName() throws {
        // 新城区 is a district; it is also short for no street, though
        // 新城区街道 is one in 丰镇.
        #expect(places.resolve("新城区", near: try place("150981")) == .found(try place("150102")))
    }

    // MARK: - Not found

    @Test("that the catalogue has not is unknown, with the nearest names", arguments: [("额尔古纳是", "150784"), ("莫尔道噶镇", "150784103"), ("拉布达林街道", "150784001")])
    func unknown(text: String, nearest: String) {
        #expect(places.resolve(text, near: nil) == .unknown)
        let near = places.nearest(to: text, count: 3)
        #expect(near.count <= 3 && near.first.map { places[$0].code } == nearest)
    }

    @Test("in a row must lie in every place named before it", arguments: ["满洲里市拉布大林街道", "额尔古纳市海拉尔区", "额尔古纳市的拉布大林街道", "中国额尔古纳市拉布大林街道", "额尔古纳市拉布大林街道12号", "拉布大林街道额尔古纳市", "", "市"])
    func contradiction(text: String) {
        #expect(places.resolve(text, near: nil) == .unknown)
    }

    @Test("is written under its county, or by its own name where it is none's township", arguments: [
        ("150784001", "额尔古纳市拉布大林街道"), ("150784", "额尔古纳市"), ("150700", "呼伦贝尔市"), ("150000", "内蒙古自治区"),
    ])
    func fullName(code: String, name: String) throws {
        #expect(places.fullName(try place(code)) == name)
    }
}
