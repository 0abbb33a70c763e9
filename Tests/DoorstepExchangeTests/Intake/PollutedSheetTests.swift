import DoorstepCore
@testable import DoorstepExchange
import Foundation
import Testing

@Suite("A sheet with one thing wrong with it")
struct PollutedSheetTests {
    private let station: EmptyStation
    private let importer: SheetImporter

    init() throws {
        station = try EmptyStation()
        importer = station.importer
    }

    private static func sheet(_ kind: SheetKind, _ count: Int) -> PollutedSheet { kind == .people ? .people(count) : .jobs(count) }

    @Test("in its form, its encoding, its header or what stands around it is read as if it were clean, or refused in a sentence", arguments: [SheetKind.people, .jobs])
    func files(kind: SheetKind) {
        let sheet = Self.sheet(kind, 28)
        check(Pollution.ofFiles(sheet), of: sheet)
    }

    /// All rows and columns make some 3,000 files; a debug build takes fewer
    /// rows, which have all that the others have.
    @Test("in one cell loses that row and at most its neighbour, and says so", arguments: [SheetKind.people, .jobs])
    func cells(kind: SheetKind) {
        #if DEBUG
        let sheet = Self.sheet(kind, 14)
        #else
        let sheet = Self.sheet(kind, 84)
        #endif
        check(Pollution.ofCells(sheet) + Pollution.ofRows(sheet), of: sheet)
    }

    @Test("in its name is read for what it is", arguments: ["$.csv", ".csv", "\u{A0}.csv", "source.pdf", "a;b,c.csv", "名单 (1).xls", "-x", "CON"])
    func name(name: String) throws {
        let sheet = PollutedSheet.people(14)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("polluted-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent(name).path
        try Data(sheet.text().utf8).write(to: URL(fileURLWithPath: path))
        let plan = try PollutedOutcome.plan(.people, SheetFile(path: path), station, importer)
        #expect(plan.people.newCount == 14 && plan.refusals.isEmpty)
    }

    @Test("or cells of a column in other forms is read the same")
    func forms() {
        var sheet = PollutedSheet.people(84)
        let clean = outcome(sheet)
        for row in sheet.rows.indices {
            let (date, phone, wage) = (sheet.rows[row][2].split(separator: "-"), sheet.rows[row][3], sheet.rows[row][7])
            sheet.rows[row][2] = ["\(date[0])/\(date[1])/\(date[2])", "\(date[0])年\(date[1])月\(date[2])日", date.joined(), "\(date[0]).\(date[1]).\(date[2])"][row % 4]
            sheet.rows[row][3] = [phone, "\(phone.prefix(3)) \(phone.dropFirst(3).prefix(4)) \(phone.suffix(4))", "+86 \(phone)", "\(phone.prefix(3))-\(phone.dropFirst(3))"][row % 4]
            sheet.rows[row][7] = [wage, "\(wage)元", "\(wage)元/月", "￥\(wage.prefix(1)),\(wage.dropFirst())"][row % 4]
        }
        let read = outcome(sheet)
        #expect(read.refused.map(\.message.chinese) == [])
        #expect(read.facts.filter { clean.facts[$0.key] != $0.value }.keys.sorted() == [])
    }

    #if !DEBUG
    @Test("or with 70,000 rows is read whole")
    func long() {
        var sheet = PollutedSheet.people(84)
        let rows = sheet.rows
        sheet.rows = (0..<70_000).map { number in
            var row = rows[number % 84]
            (row[0], row[3]) = ("甲\(number)", "139\(10_000_000 + number)")
            return row
        }
        let read = outcome(sheet)
        #expect(read.stored == 70_000 && read.refused.isEmpty)
    }
    #endif

    // MARK: - What is expected

    private func outcome(_ sheet: PollutedSheet) -> PollutedOutcome { PollutedOutcome(sheet.kind, Array(sheet.text().utf8), station, importer) }

    private func check(_ all: [Pollution], of sheet: PollutedSheet) {
        let clean = outcome(sheet)
        #expect(clean.facts.count == sheet.rows.count && clean.stored == sheet.rows.count && clean.refused.isEmpty && clean.warnings.map(\.message.chinese) == [])
        for pollution in all {
            let read = PollutedOutcome(pollution.kind, pollution.bytes, station, importer)
            for fault in faults(read, clean, sheet, pollution.expected) { Issue.record("\(pollution.name): \(fault)") }
        }
    }

    private func faults(_ read: PollutedOutcome, _ clean: PollutedOutcome, _ sheet: PollutedSheet, _ expected: Pollution.Expected) -> [String] {
        var faults: [String] = []
        func fail(_ condition: Bool, _ what: @autoclosure () -> String) { if condition { faults.append(what()) } }
        let sentences = (read.refused + read.warnings).map(\.message) + (read.problem.map { [$0.message] } ?? [])
        for sentence in sentences {
            fail(sentence.chinese.contains { $0.isNewline } || sentence.chinese.utf8.count > 1_000 || sentence.english.contains { $0.isNewline }, "no line: \(sentence.chinese.prefix(200))")
        }
        fail(read.stored + read.refused.count != read.rowCount, "\(read.stored) + \(read.refused.count) != \(read.rowCount)")
        if case .unusable = expected {
            fail(read.problem == nil, "read: \(read.stored) stored, \(read.refused.count) refused")
            return faults
        }
        if let problem = read.problem {
            // A sheet that lacks a column which has to be there is none.
            if case .rows = expected { return faults }
            return faults + [problem.message.chinese]
        }
        let changed = sheet.keys.indices.filter { read.facts[sheet.keys[$0]] != clean.facts[sheet.keys[$0]] }
        switch expected {
        case .unusable: break
        case .rows: fail(read.stored < min(sheet.rows.count, read.rowCount), "only \(read.stored) of \(read.rowCount) stored: \(read.refused.first?.message.chinese ?? "")")
        case .same(let refused):
            fail(!changed.isEmpty, "changed: \(changed) \(read.refused.first?.message.chinese ?? "")")
            fail(!refused.contains(read.refused.count), "refused \(read.refused.count): \(read.refused.first?.message.chinese ?? "")")
            fail(read.stored != sheet.rows.count, "stored \(read.stored)")
        case .costs(let rows, let extra):
            // Where the file holds fewer rows, all that it holds are the same.
            let there = rows.isEmpty ? changed.filter { $0 < read.rowCount } : changed.filter { !rows.contains($0) }
            fail(!there.isEmpty, "changed: \(there)")
            fail(!rows.isEmpty && abs(read.rowCount - sheet.rows.count) > extra, "\(read.rowCount) rows")
            let isTold = !read.refused.isEmpty || !read.warnings.isEmpty
            fail(!changed.filter { rows.contains($0) }.isEmpty && !isTold, "changed in silence: \(changed.map { sheet.keys[$0] })")
        }
        return faults
    }
}
