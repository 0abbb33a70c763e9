@testable import DoorstepCore
import Testing

@Suite("Certificates, kinds of job and industries")
struct CertificateCatalogueTests {
    private let catalogue: Catalogue

    init() throws {
        catalogue = try Samples.catalogue
    }

    @Test("each certificate is found by its code, its name and every alias")
    func everyEntry() {
        let all = catalogue.certificates.all
        #expect(all.count == 46)
        for certificate in all {
            for text in [certificate.code, certificate.name, certificate.code.uppercased()] + certificate.aliases {
                #expect(catalogue.certificates.certificate(text)?.id == certificate.id, "\(text)")
            }
        }
    }

    @Test("what the list has not is kept as a word")
    func words() {
        #expect(catalogue.certificates.name("驯鹿证") == .word("驯鹿证"))
        #expect(catalogue.certificates.title(.word("驯鹿证")) == "驯鹿证" && catalogue.certificates.code(.word("驯鹿证")) == "驯鹿证")
    }

    @Test("a licence covers the lesser ones", arguments: [
        ("A1", ["A3", "B1", "B2", "C1", "C2"]), ("A2", ["B1", "B2", "C1", "C2"]), ("A3", ["C1", "C2"]), ("B1", ["C1", "C2"]), ("B2", ["C1", "C2"]),
        ("C1", ["C2"]), ("C2", []), ("C5", []), ("叉车证", []), ("高压电工作业证", []),
    ])
    func covers(name: String, covered: [String]) throws {
        let certificate = try #require(catalogue.certificates.certificate(name))
        let expected = try covered.map { try #require(catalogue.certificates.certificate($0)).id }
        #expect(certificate.covers == Set(expected))
    }

    @Test("what a covered certificate covers is covered too, and nothing covers itself")
    func transitive() {
        for certificate in catalogue.certificates.all {
            #expect(!certificate.covers.contains(certificate.id), "\(certificate.name)")
            for covered in certificate.covers {
                #expect(catalogue.certificates[covered].covers.isSubset(of: certificate.covers), "\(certificate.name)")
            }
        }
    }

    @Test("the health certificate alone can be had on the way in")
    func soft() {
        #expect(catalogue.certificates.all.filter(\.isSoft).map(\.code) == ["health"])
    }

    // MARK: - Kinds of job

    @Test("each kind of job is found by its identifier and by its name in both languages")
    func kinds() {
        #expect(catalogue.kinds.all.count == 14)
        for kind in catalogue.kinds.all {
            for text in [kind.code, kind.name.chinese, kind.name.english, kind.name.english.uppercased()] {
                #expect(catalogue.kinds.kind(text)?.id == kind.id, "\(text)")
            }
        }
    }

    @Test("a kind is reserved for those whom the plans say", arguments: [
        ("public-welfare", ["hard-to-employ", "zero-employment-family", "disabled"]), ("assistance", ["hard-to-employ", "veteran-unemployed-one-year"]),
        ("traineeship", ["college-graduate", "unemployed-youth", "school-leaver"]), ("new-graduate", ["graduating-year", "graduate-job-choice-window"]),
        ("rural-public-welfare", ["out-of-poverty", "rural-low-income"]), ("full-time", []), ("part-time", []), ("flexible", []), ("gig", []), ("seasonal", []),
        ("shared", []), ("work-relief", []), ("parent-friendly", []), ("apprenticeship", []),
    ])
    func reservations(kind: String, groups: [String]) throws {
        let kind = try #require(catalogue.kinds.kind(kind))
        #expect(Set(kind.reservedFor.members.map { catalogue.groups[$0].code }) == Set(groups))
    }

    @Test("零工 alone is day work")
    func dayWork() {
        #expect(catalogue.kinds.all.filter(\.isDayWork).map(\.name.chinese) == ["零工"])
    }

    // MARK: - Industries

    @Test("each of the 20 sections and 97 divisions is found by its letter or number", arguments: [("A", 1), ("C", 2), ("E", 2), ("G", 3), ("01", 1), ("05", 3), ("13", 2), ("47", 2), ("83", 3)])
    func industries(code: String, sector: Int) throws {
        #expect(catalogue.industries.all.count == 117)
        #expect(try #require(catalogue.industries.industry(code)).sector == sector)
        #expect(catalogue.industries.industry(code.lowercased())?.code == code)
        for industry in catalogue.industries.all { #expect(catalogue.industries.industry(industry.code)?.id == industry.id, "\(industry.code)") }
    }

    @Test("an industry is found by its name with or without 业; where a section and a division share it, the section")
    func industryNames() {
        for industry in catalogue.industries.all {
            let found = catalogue.industries.industry(industry.name.chinese)
            #expect(found?.name.chinese == industry.name.chinese, "\(industry.name.chinese)")
        }
        #expect(catalogue.industries.industry("采矿")?.code == "B" && catalogue.industries.industry("教育")?.code == "P")
        #expect(catalogue.industries.industry("挖矿") == nil)
    }
}
