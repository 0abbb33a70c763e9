@testable import DoorstepCore
import Testing

@Suite("Targets")
struct TargetTests {
    @Test("The catalogue has the 221 targets of the plans, 80 in the annex; those of drafts say so")
    func all() throws {
        let targets = try Samples.catalogue.targets.all
        #expect(targets.count == 221)
        #expect(targets.count(where: \.isAnnex) == 80)
        #expect(Set(targets.filter(\.isDraft).map(\.plan)) == ["001", "003"])
        #expect(targets.count { $0.place == nil } == 8)
        let first = try #require(targets.first)
        #expect(first.text == Phrase("≥7500 人", "≥7500 persons"))
        #expect(first.source.chinese.contains("巴彦淖尔市") && first.source.chinese.contains("一、总体要求"))
    }

    @Test("It says of every target what the sheet of targets says")
    func sheet() throws {
        guard let lines = SharedData.lines("targets.csv") else { return }
        let targets = try Samples.catalogue.targets.all
        #expect(lines.count == targets.count + 1)
        for (line, target) in zip(lines.dropFirst(), targets) {
            #expect(line.contains(",\(target.indicator.chinese),") && line.contains(",\(target.plan),"), "\(line)")
            if let number = target.number { #expect(line.contains(",\(number),"), "\(line)") }
        }
    }

    @Test("A station is asked for what its own place is and all that it lies in, the smallest first, and nothing of others")
    func asked() throws {
        let catalogue = try Samples.catalogue
        let targets = catalogue.targets.targets(of: try catalogue.place("150784001"), catalogue.places)
        let places = targets.compactMap(\.place).map { catalogue.places[$0].code }
        #expect(Set(places) == ["150784001", "150784", "150000"])
        #expect(places == places.sorted { $0.count != $1.count ? $0.count > $1.count : $0 > $1 })
        // Tongliao's text and its annex ask for the same: once.
        let city = catalogue.targets.targets(of: try catalogue.place("150500"), catalogue.places)
        #expect(city.count { $0.indicatorID == .urban } == 1)
        let banner = catalogue.targets.targets(of: try catalogue.place("150521"), catalogue.places)
        #expect(banner.filter { $0.indicatorID == .urban }.map(\.number) == [1000, 13_500])
    }

    @Test("What lies in the target's area counts towards it, and the year before says which year it is of")
    func progress() throws {
        var desk = try Desk()
        desk.register.update(try desk.employer())
        desk.register.update(try desk.job())
        desk.register.update(try desk.person { [catalogue = desk.catalogue] in $0.recordedGroups = try catalogue.groupSet("hard-to-employ") })
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-02"), (.hired, "2026-11-03"), (.started, "2026-11-05")))
        let year = Figures(desk.register, period: Period(.year, containing: desk.today), asOf: desk.today, desk.catalogue)
        let progress = Figures.progress(year, of: desk.home, desk.catalogue)
        let own = try #require(progress.first { $0.indicator == .newEmployment })
        #expect(own.target.number == 700 && own.done == 1 && own.share == 1 && own.shareText == "0.1%" && own.isOfAnotherYear)
        #expect(progress.first { $0.indicator == .hardToEmploy }?.done == 1)
        let last = Figures(desk.register, period: Period(.year, containing: try day("2025-06-30")), asOf: try day("2025-06-30"), desk.catalogue)
        #expect(Figures.progress(last, of: desk.home, desk.catalogue).allSatisfy { !$0.isOfAnotherYear && $0.done == 0 })
        let former = Figures(desk.register, period: Period(.year, containing: try day("2024-06-30")), asOf: try day("2024-06-30"), desk.catalogue)
        #expect(!Figures.progress(former, of: desk.home, desk.catalogue).contains { $0.target.year == .year(2025) })
    }

    @Test("A sheet with a place, a figure or a status that there is not is refused with its line", arguments: [
        ("150800", "150899"), ("urban", "rural"), ("issued", "perhaps"), ("at-least", "nearly"), ("7500", ""),
    ])
    func damaged(what: String, instead: String) throws {
        let text = String(decoding: Samples.sheet("targets.tsv"), as: UTF8.self).split(separator: "\n")
        let second = text[1].split(separator: "\t", omittingEmptySubsequences: false).map { $0 == what ? instead : String($0) }.joined(separator: "\t")
        let sheet = try CatalogueSheet(name: "targets.tsv", bytes: Array("\(text[0])\n\(second)\n".utf8))
        #expect(throws: CatalogueError.unreadable(sheet: "targets.tsv", line: 2)) { try TargetCatalogue(sheet, places: Samples.catalogue.places) }
    }
}

@Suite("The annex table of Tongliao's plan")
struct AnnexTableTests {
    private func figures(_ desk: Desk) -> Figures {
        Figures(desk.register, period: Period(.year, containing: desk.today), asOf: desk.today, desk.catalogue)
    }

    @Test("Its rows and columns are those of the plan, and each column's nine parts come to the whole")
    func table() throws {
        let desk = try Desk()
        let table = try #require(AnnexTable(figures(desk), of: try desk.catalogue.place("150521"), desk.catalogue))
        #expect(table.rows.map(\.title) == ["总 计", "科尔沁区", "霍林郭勒市", "开鲁县", "科左中旗", "科左后旗", "库伦旗", "奈曼旗", "扎鲁特旗", "开发区"])
        #expect(
            table.columns.map(\.title.chinese) == [
                "城镇新增就业人数", "农村牧区劳动力转移就业人数", "新增技能人才人数", "创业担保贷款发放金额", "二产新增就业岗位", "三产新增就业岗位", "新业态和灵活就业新增就业", "小微企业个体工商户新增就业",
            ])
        #expect(table.rows[0].cells.map(\.asked) == [13_500, 424_000, 8000, 11_000, 5000, 30_000, 3000, 5000])
        for column in table.columns.indices {
            #expect(table.rows.dropFirst().reduce(0) { $0 + $1.cells[column].asked } == table.rows[0].cells[column].asked, "\(column)")
        }
        #expect(table.columns.map { $0.indicator == nil } == [false, false, true, true, false, false, false, false])
        #expect(table.rows[9].cells.allSatisfy { $0.done == nil })
        #expect(table.rows[4].cells.map { $0.done == nil } == [false, false, true, true, false, false, false, false])
    }

    @Test("A start in 科左中旗 counts in its row and in the whole, and in no other")
    func cells() throws {
        var desk = try Desk()
        let town = try #require(desk.catalogue.places.all.first { $0.code.hasPrefix("150521") && $0.name.hasSuffix("镇") })
        desk.register.update(try desk.employer { [catalogue = desk.catalogue] in $0.industry = catalogue.industries.industry("C")?.id })
        desk.register.update(try desk.job { $0.place = town.id })
        desk.register.update(try desk.person { $0.place = town.id })
        desk.register.update(try desk.placement(steps: (.referred, "2026-11-02"), (.hired, "2026-11-03"), (.started, "2026-11-05")))
        let table = try #require(AnnexTable(figures(desk), of: town.id, desk.catalogue))
        #expect(table.rows.map { $0.cells[0].done } == [1, 0, 0, 0, 1, 0, 0, 0, 0, nil])
        #expect(table.rows.map { $0.cells[4].done } == [1, 0, 0, 0, 1, 0, 0, 0, 0, nil])
    }

    @Test("A station elsewhere has none")
    func elsewhere() throws {
        let desk = try Desk()
        #expect(AnnexTable(figures(desk), of: desk.home, desk.catalogue) == nil)
    }
}
