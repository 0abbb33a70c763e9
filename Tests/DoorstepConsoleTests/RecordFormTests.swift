import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("Writing down a record")
struct RecordFormTests {
    private func console(columns: Int = 80, rows: Int = 24, language: Language = .chinese, passphrases: [String: String] = [:]) throws -> ConsoleDriver {
        ConsoleDriver(columns: columns, rows: rows, language: language, model: try SampleStation.model(), passphrases: passphrases)
    }

    private func person(_ console: ConsoleDriver, _ id: String) throws -> Person {
        let id = try #require(RecordID(id))
        return try #require(console.state.model?.register.people[id])
    }

    private func form(_ console: ConsoleDriver) throws -> RecordForm {
        guard case .record(let form)? = console.state.overlay else { throw NoForm() }
        return form
    }

    private struct NoForm: Error {}

    /// An identity number of made-up digits.
    private static func identityNumber(_ serial: Int = 145) throws -> String {
        let digits = [1, 5, 0, 7, 8, 4, 1, 9, 9, 0, 0, 5, 0, 1] + [serial / 100, serial / 10 % 10, serial % 10]
        return digits.map { String($0) }.joined() + String(IdentityNumber.checkCharacter(digits))
    }

    @Test("A new person starts with the identity number, which fills sex and birth date; saving lands on the matches", arguments: Language.allCases)
    func newPerson(language: Language) throws {
        var console = try console(language: language)
        try console.press("2n")
        console.commit(try Self.identityNumber())
        try console.press("<enter>")
        console.commit("李秀")
        try console.press("<enter>")
        let filled = try form(console).fields.map(\.text.text)
        #expect(filled[2] == (language == .chinese ? "男" : "male"))
        #expect(filled[3] == "1990-05-01")
        // A blank puts the station's place in where nothing is typed.
        try console.press("<enter><enter><enter><enter> <enter>")
        #expect(try form(console).fields[6].text.text.contains("拉布大林"))
        console.commit("焊工:高级工")
        try console.press("<c-s>")

        #expect(console.state.overlay == nil)
        let saved = try person(console, "150784001-P000001")
        #expect(saved.name == "李秀" && saved.sex == .male && saved.skills.count == 1)
        #expect(console.state.matches?.target == .person(saved.id))
        #expect(console.screen.contains("李秀"))
        #expect(console.screen.contains("氩弧焊工"))
    }

    @Test("A number that somebody has already opens their record")
    func known() throws {
        var model = try SampleStation.model()
        var known = try #require(model.register.people[0] as Person?)
        known.identityNumber = try IdentityNumber(Self.identityNumber())
        model.take([.person(known)])
        var console = ConsoleDriver(model: model)
        try console.press("2n")
        console.commit(try Self.identityNumber())
        try console.press("<enter>")
        #expect(try form(console).before?.id == known.id)
        #expect(console.screen.contains("已经登记"))
        #expect(console.screen.contains(known.name))
    }

    @Test("What is wrong is said at its field, nothing is saved, and the rest stays")
    func problems() throws {
        var console = try console()
        try console.press("2n")
        console.commit("15078419900501")
        try console.press("<enter>")
        console.commit("李秀")
        try console.press("<c-s>")
        #expect(console.edits.isEmpty)
        #expect(try form(console).focus == 0)
        #expect(console.screen.contains("应为 18 位，这里有 14 位"))
        #expect(console.screen.contains("!常住地*"))
        #expect(console.screen.contains("李秀"))
        // Mended, it is said no more.
        try console.press("<c-u>")
        #expect(!console.screen.contains("应为 18 位"))
    }

    @Test("Esc asks once, puts the form aside, and it is there again where it was left")
    func shelved() throws {
        var console = try console()
        try console.press("2n<down>")
        console.commit("李秀")
        try console.press("<esc>")
        #expect(console.screen.contains("再按一次 Esc"))
        #expect(try form(console).fields[1].text.text == "李秀")
        try console.press("<esc>")
        #expect(console.state.overlay == nil && console.edits.isEmpty)
        try console.press("n")
        #expect(try form(console).fields[1].text.text == "李秀")
        // Another form in between does not lose it.
        try console.press("<esc><esc>e<esc>n")
        #expect(try form(console).fields[1].text.text == "李秀")
        // A form that nothing was typed in goes at once.
        var other = try self.console()
        try other.press("2n<esc>")
        #expect(other.state.overlay == nil)
    }

    @Test("An edit changes what was typed; u takes it back, Ctrl-R makes it again, and each says which entry it is about")
    func undo() throws {
        var console = try console()
        try console.press("2e")
        let name = try person(console, "P1").name
        #expect(console.screen.contains("修改 \(name)"))
        try console.press("<down>")
        console.commit("二")
        try console.press("<c-s>")
        #expect(try person(console, "P1").name == name + "二")
        #expect(console.screen.contains("已保存 \(name)二"))
        try console.press("u")
        #expect(try person(console, "P1").name == name)
        #expect(console.edits.map(\.purpose) == [.made, .tookBack(2)])
        #expect(console.screen.contains("已撤销"))
        try console.press("<c-r>")
        #expect(try person(console, "P1").name == name + "二")
        try console.press("uu")
        #expect(console.screen.contains("没有可撤销"))
        #expect(console.edits.count == 4)
    }

    @Test("A new person taken back is offered to nobody, and is there again when it is done again")
    func undoNew() throws {
        var console = try console()
        try console.press("2n<down>")
        console.commit("李秀")
        try console.press("<down><down><down><down><down> <c-s><esc>u")
        #expect(try person(console, "150784001-P000001").status == .withdrawn)
        #expect(!console.screen.contains("李秀 "))
        try console.press("<c-r>")
        #expect(try person(console, "150784001-P000001").status == .seeking)
    }

    @Test("Telephone and identity number stay masked in the form, and are kept unless they are typed over")
    func masked() throws {
        var console = try console()
        try console.press("2e")
        #expect(console.screen.contains("154****0001"))
        #expect(!console.screen.contains("15400000001"))
        try console.press("<down>")
        console.commit("二")
        try console.press("<c-s>")
        #expect(try person(console, "P1").telephone == "15400000001")
        try console.press("e")
        let phone = try #require(form(console).fields.firstIndex { $0.column.id == "phone" })
        for _ in 0..<phone { try console.press("<down>") }
        #expect(console.screen.contains("号码已遮盖"))
        // Moving the cursor changes nothing.
        try console.press("<left><home>")
        #expect(try form(console).fields[phone].isMasked)
        console.commit("15400000009")
        try console.press("<c-s>")
        #expect(try person(console, "P1").telephone == "15400000009")
    }

    @Test("Tab completes what is typed, in a list its last part, and goes on where nothing is")
    func completion() throws {
        var console = try console()
        try console.press("2n")
        let skills = try #require(form(console).fields.firstIndex { $0.column.id == "skills" })
        for _ in 0..<skills { try console.press("<tab>") }
        #expect(try form(console).focus == skills)
        console.commit("焊工:中级工;chache")
        #expect(console.screen.contains("Tab: "))
        try console.press("<tab>")
        #expect(try form(console).fields[skills].text.text.hasPrefix("焊工:中级工;"))
        #expect(try !form(console).fields[skills].text.text.contains("chache"))
        let first = try form(console).fields[skills].text.text
        try console.press("<tab><s-tab>")
        #expect(try form(console).fields[skills].text.text == first)
    }

    @Test("What the store refuses stays in the form, with the reason")
    func refused() throws {
        var console = try console()
        console.refusal = Phrase("刚被其他人改过", "changed meanwhile")
        try console.press("2e<down>")
        console.commit("二")
        try console.press("<c-s>")
        #expect(console.screen.contains("刚被其他人改过"))
        #expect(try form(console).fields[1].text.text.hasSuffix("二"))
    }

    @Test("While the console is locked the form holds only what was typed, and goes on afterwards")
    func locked() throws {
        var console = try console(passphrases: ["乌兰": "口令口令"])
        try console.press("2e<down>")
        let name = try person(console, "P1").name
        console.commit("二")
        try console.press("<f12>")
        let asleep = try form(console)
        #expect(asleep.fields.isEmpty && asleep.before == nil)
        #expect(!"\(asleep)".contains("15400000001"))
        console.commit("口令口令")
        try console.press("<enter>")
        #expect(try form(console).fields[1].text.text == name + "二")
        try console.press("<c-s>")
        #expect(try person(console, "P1").name == name + "二")
        // What could be taken back is forgotten with the keys.
        try console.press("<f12>")
        console.commit("口令口令")
        try console.press("<enter>u")
        #expect(console.screen.contains("没有可撤销"))
    }

    @Test("The employer of a job is edited from the job; in the ledger there is nothing to make")
    func employer() throws {
        var console = try console()
        try console.press("1E")
        #expect(try form(console).kind == .employer)
        #expect(console.screen.contains("暂停推荐原因"))
        try console.press("<esc>3n")
        #expect(console.state.overlay == nil)
        #expect(console.screen.contains("没有这个命令"))
    }

    @Test("Whatever the size, the form fills the screen exactly and the cursor stands in its field", arguments: [(60, 15), (80, 24), (200, 60)])
    func sizes(columns: Int, rows: Int) throws {
        for language in Language.allCases {
            var console = try console(columns: columns, rows: rows, language: language)
            try console.press("2e")
            for step in 0..<40 {
                let cursor = console.frame.cursor
                #expect(cursor.row < rows - 2 && cursor.column < columns, "\(step)")
                #expect(console.screen.split(separator: "\n", omittingEmptySubsequences: false).count == rows)
                try console.press("<down>")
            }
        }
    }
}
