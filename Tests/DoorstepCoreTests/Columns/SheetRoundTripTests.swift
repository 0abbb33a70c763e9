@testable import DoorstepCore
import Testing

/// A sheet that the program wrote is read back by it, in either language.
@Suite("A record in a sheet's words")
struct SheetRoundTripTests {
    private let reader: RowReader
    private var records: RandomRecords

    init() throws {
        reader = try RowReader()
        records = RandomRecords(reader.catalogue, .printed())
        // Places that share their full name with another have a test of
        // their own below.
        let places = reader.catalogue.places
        let twins = Dictionary(grouping: places.all, by: { places.fullName($0.id) })
        records.places.removeAll { (twins[places.fullName($0)] ?? []).count > 1 }
    }

    private func cells<Entry: RecordEntry>(_ entry: Entry, _ language: Language) -> [String: String] {
        let form = ColumnForm(reader.catalogue, language)
        return Dictionary(uniqueKeysWithValues: Entry.columns.map { ($0.id, $0.text(of: entry, form)) })
    }

    private func withoutTwins(_ areas: [PlaceID]) -> [PlaceID] {
        areas.filter { reader.catalogue.places[$0].level < .county || records.places.contains($0) }
    }

    @Test("is the same person when read back", arguments: Language.allCases)
    mutating func people(language: Language) throws {
        for number in 0..<150 {
            var person = records.person(try recordID("X1"))
            person.areas = withoutTwins(person.areas)
            let row: ReadRow<Person> = try reader.read(cells(PersonEntry(person), language), into: PersonEntry?.none)
            #expect(row.problem == nil && row.record == person, "seed \(records.random.seed), \(number)")
        }
    }

    @Test("is the same job when read back, with its employer's name and code", arguments: Language.allCases)
    mutating func jobs(language: Language) throws {
        for number in 0..<150 {
            let employer = records.employer(try recordID("E1"))
            let job = records.job(try recordID("X1"), employer: try recordID("X1"))
            var entry = JobEntry(id: job.id, near: reader.near, day: reader.today)
            var reading = reader.reading
            for (id, text) in cells(JobEntry(job, employer: employer), language) {
                try entry.read(text, try #require(JobEntry.column(id)), &reading)
            }
            #expect(try entry.finish(&reading) == job, "seed \(records.random.seed), \(number)")
            #expect(entry.employerName == employer.name && entry.creditCode == employer.creditCode, "seed \(records.random.seed), \(number)")
        }
    }

    @Test("is the same employer when read back", arguments: Language.allCases)
    mutating func employers(language: Language) throws {
        for number in 0..<150 {
            var employer = records.employer(try recordID("X1"))
            employer.industry = nil
            employer.place = employer.place.flatMap { withoutTwins([$0]).first }
            let row = try reader.employer(cells(EmployerEntry(employer), language))
            #expect(row.problem == nil && row.record == employer, "seed \(records.random.seed), \(number)")
        }
    }

    @Test("every industry is the same when read back", arguments: Language.allCases)
    func industries(language: Language) throws {
        for industry in reader.catalogue.industries.all {
            var employer = Employer(id: try recordID("X1"), name: "甲")
            employer.industry = industry.id
            let row = try reader.employer(cells(EmployerEntry(employer), language))
            #expect(row.record?.industry == industry.id, "\(industry.code) \(industry.name(language))")
        }
    }

    @Test("every place is the same when read back", arguments: Language.allCases)
    func places(language: Language) throws {
        for place in reader.catalogue.places.all {
            var employer = Employer(id: try recordID("X1"), name: "甲")
            employer.place = place.id
            let row = try reader.employer(cells(EmployerEntry(employer), language))
            #expect(row.record?.place == place.id, "\(place.code) \(place.name)")
        }
    }

    @Test("every skill, certificate, group, kind, level and education is the same when read back", arguments: Language.allCases)
    func catalogues(language: Language) throws {
        let form = ColumnForm(reader.catalogue, language)
        var reading = reader.reading
        for skill in reader.catalogue.skills.all { #expect(reading.skillName(form.skill(.catalogued(skill.id))) == .catalogued(skill.id), "\(skill.name)") }
        for certificate in reader.catalogue.certificates.all {
            #expect(reading.certificateName(form.certificate(.catalogued(certificate.id))) == .catalogued(certificate.id), "\(certificate.name)")
        }
        for group in reader.catalogue.groups.all {
            #expect(try reading.groups(form.groups([group.id]), derived: true) == [group.id], "\(group.code)")
        }
        for kind in reader.catalogue.kinds.all { #expect(try reading.kinds(form.kinds([kind.id])) == [kind.id], "\(kind.code)") }
        for level in SkillLevel.allCases {
            #expect(reading.heldSkills("焊工" + form.level(level)).map(\.level) == [level], "\(level)")
        }
        for education in Education.allCases { #expect(try reading.education(form.education(education)) == education, "\(education)") }
        #expect(reading.warnings.isEmpty)
    }
}
