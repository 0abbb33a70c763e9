@testable import DoorstepCore
import Testing

@Suite("Skills and occupations")
struct SkillCatalogueTests {
    private let skills: SkillCatalogue

    init() throws {
        skills = try Samples.catalogue.skills
    }

    @Test("each of the 1,690 entries is found by its code and by its name")
    func everyEntry() {
        #expect(skills.all.count == 1690)
        for skill in skills.all {
            #expect(skills.skill(skill.code)?.id == skill.id, "\(skill.code)")
            #expect(skills.skill(skill.name)?.id == skill.id, "\(skill.name)")
            #expect(skills.skill(" \(skill.name)　")?.id == skill.id, "\(skill.name)")
        }
    }

    @Test("an alias finds its entry, unless it is another's name, which goes before")
    func aliases() {
        let byName = Dictionary(skills.all.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
        for skill in skills.all {
            for alias in skill.aliases { #expect(skills.skill(alias)?.id == byName[alias] ?? skill.id, "\(alias)") }
        }
    }

    @Test("a name goes before another's alias", arguments: ["快递员", "护林员", "缝纫工", "钢筋工"])
    func nameBeforeAlias(name: String) {
        #expect(skills.all.contains { $0.aliases.contains(name) })
        #expect(skills.skill(name)?.name == name)
    }

    @Test("letters, widths and blanks make no difference", arguments: ["EXCEL", "excel", "Ｅｘｃｅｌ", " ex cel "])
    func letters(text: String) {
        #expect(skills.skill(text)?.code == "x-office")
    }

    @Test("what the catalogue has not is kept as a word, letter for letter")
    func words() {
        #expect(skills.name("驯鹿养护") == .word("驯鹿养护"))
        #expect(skills.title(.word("驯鹿养护")) == "驯鹿养护" && skills.code(.word("驯鹿养护")) == "驯鹿养护" && skills.family(of: .word("驯鹿养护")) == nil)
        #expect(skills.name("驯鹿养护") != skills.name("驯鹿 养护"))
    }

    @Test("“会开叉车，有电工证” names the forklift and an electrician's certificate")
    func contained() throws {
        let text = "会开叉车，有电工证"
        let certificates = try Samples.catalogue.certificates
        #expect(skills.contained(in: text).first?.name == "起重装卸机械操作工")
        #expect(certificates.contained(in: text).map(\.code) == ["lv-electrician"])
    }

    @Test("a longer text names skills from left to right, each once, the longest name at each place", arguments: [
        ("电焊工，还会电焊和焊接", ["焊工"]), ("做饭、带孩子、做饭", ["家常烹饪", "婴幼儿照护"]), ("我什么都不会", []), ("养老护理员一名", ["养老护理员"]), ("", []),
        ("放羊", ["放牧"]), ("起重装卸机械操作工", ["起重装卸机械操作工"]),
    ])
    func leftToRight(text: String, names: [String]) {
        #expect(skills.contained(in: text).map(\.name) == names)
    }

    @Test("neighbours are of one family; whose neighbours say nothing is alone in it")
    func families() throws {
        let catalogue = try Samples.catalogue
        let family = { (name: String) throws in catalogue.skills.family(of: try catalogue.skill(name)) }
        #expect(try family("放牧") == family("挤奶") && family("放牧") != nil)
        #expect(try family("放牧") != family("抹灰"))
        // 4-03-02-01 is a family of its own: cooks of one cuisine say
        // nothing of those of another.
        #expect(try family("中式烹调师") != family("西式烹调师"))
    }

    @Test("an occupation of the classification is told from a skill that it lacks")
    func occupations() throws {
        #expect(try #require(skills.skill("焊工")).isOccupation && !(try #require(skills.skill("放牧")).isOccupation))
        #expect(skills.all.count(where: \.isOccupation) == 1642)
    }

    @Test("the names most like a text that is none are offered", arguments: [("焊工人", "焊工"), ("养老护里员", "养老护理员"), ("中式烹条师", "中式烹调师")])
    func nearest(text: String, name: String) {
        #expect(skills.skill(text) == nil)
        let nearest = skills.nearest(to: text, count: 3).map(\.name)
        #expect(nearest.first == name && nearest.count <= 3)
    }
}
