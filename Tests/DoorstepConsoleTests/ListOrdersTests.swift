import DoorstepCore
import Testing

@testable import DoorstepConsole

@Suite("Lists that are kept sorted")
struct ListOrdersTests {
    @Test("Whatever changes, each list is in each order as one that is sorted anew", arguments: 1...8)
    func oracle(seed: UInt64) throws {
        var random = Splitter(state: seed)
        var model = try SampleStation.model()
        for step in 0..<60 {
            model.take((0..<Int.random(in: 1...3, using: &random)).compactMap { _ in change(model, &random) })
            if step == 20 { model.orders.prepare(model) }
            let kind = ListKind.allCases[Int.random(in: 0..<3, using: &random)]
            let sort = ListSort(column: Int.random(in: 0..<kind.columns.count, using: &random), isDescending: Bool.random(using: &random))
            let query = ["", "", "#退役军人", ">=1000", "!等待>30天", ">=1000 !等待>30天", "18-30岁 #退役军人"][Int.random(in: 0..<7, using: &random)]
            let found = try #require(Narrowing.run(kind, query: ListQuery(query), sort: sort, model))
            let plain = plain(kind, query, sort, model)
            #expect(found.items == plain.items, "\(kind) \(sort) \(query) at \(step)")
            #expect(found.total == plain.total)
        }
    }

    /// Each record looked at, then all of them sorted.
    private func plain(_ kind: ListKind, _ query: String, _ sort: ListSort, _ model: StationModel) -> (items: [RecordID], total: Int) {
        let filter = QueryFilter(model.queries.parse(query).query, register: model.register, catalogue: model.catalogue, day: model.day)
        let column = kind.columns[sort.column]
        var (items, total): ([(SortKey, RecordID)], Int) = ([], 0)
        for position in 0..<kind.records.count(model.register) where kind.spec.isListed(position, model) {
            total += 1
            let fits = switch kind {
            case .jobs: filter.fits(jobAt: position)
            case .people: filter.fits(personAt: position)
            case .ledger: filter.fits(placementAt: position)
            }
            guard query.isEmpty || fits, let id = kind.records.ids([position], model).first else { continue }
            items.append((column.key(id, model), id))
        }
        items.sort { one, other in one.0 == other.0 ? one.1 < other.1 : (one.0 < other.0) != sort.isDescending }
        return (items.map(\.1), total)
    }

    private func change(_ model: StationModel, _ random: inout Splitter) -> RecordChange? {
        let register = model.register
        let names = ["张三", "李四", "王芳", "赵六", "Катя"]
        let name = names[Int.random(in: 0..<names.count, using: &random)]
        let number = Int.random(in: 1...12, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            guard let id = RecordID("P\(number)") else { return nil }
            var person = register.people[id] ?? Person(id: id, name: name, place: register.station.place, registered: model.day + -number)
            person.name = name
            person.status = [.seeking, .seeking, .paused, .placed][Int.random(in: 0..<4, using: &random)]
            person.birth = model.day + -365 * (18 + number)
            return .person(person)
        case 1:
            guard let id = RecordID("J\(number)"), let employer = RecordID("E1") else { return nil }
            var job = register.jobs[id] ?? Job(id: id, employer: employer, title: name, place: register.station.place, posted: model.day + -number)
            job.title = name
            job.headcount = Int.random(in: 0...3, using: &random)
            return .job(job)
        case 2:
            guard let id = RecordID("E1"), var employer = register.employers[id] else { return nil }
            employer.name = name
            return .employer(employer)
        default:
            guard let id = RecordID("R\(number)"), let job = Array(register.jobs).randomElement(using: &random), let person = Array(register.people).randomElement(using: &random) else { return nil }
            let step = PlacementStep(
                number: number, stage: .referred, party: nil, date: model.day + -number, recorded: "2026-11-21T01:00:00Z", caseworker: "乌兰", note: "",
                employer: name, title: name, kind: "", link: "")
            guard register.placements[id] == nil else { return nil }
            return .placement(Placement(id: id, job: job.id, person: person.id, first: step))
        }
    }
}
