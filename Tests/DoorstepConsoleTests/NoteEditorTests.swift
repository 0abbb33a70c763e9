import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

@Suite("A note in the caseworker's own editor")
struct NoteEditorTests {
    /// The step form with its cursor in the note.
    private func stepForm() throws -> ConsoleDriver {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("<enter>p<tab><tab>")
        console.commit("早班")
        return console
    }

    private func note(_ console: ConsoleDriver) -> String? {
        switch console.state.overlay {
        case .step(let form)?: form.note.text
        case .service(let form)?: form.note.text
        case .record(let form)?: form.fields.first { $0.column.id == "note" }?.text.text
        default: nil
        }
    }

    /// The record form with its cursor in the note.
    private func recordForm() throws -> ConsoleDriver {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("2e")
        for _ in 0..<60 {
            if case .record(let form)? = console.state.overlay, form.isInNote { break }
            try console.press("<down>")
        }
        return console
    }

    /// The form of a service with its cursor in the note.
    private func serviceForm() throws -> ConsoleDriver {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("2b")
        console.commit("早班")
        return console
    }

    @Test("Ctrl-O opens the note, and what the editor leaves stands in its place on one line, clean as a paste is")
    func opens() throws {
        for form in [stepForm, recordForm, serviceForm] {
            var console = try form()
            console.edited = .text("早班\u{1B}[31m\r\n夜班\u{7}\u{9B}也行\n\n")
            try console.press("<c-o>")
            #expect(console.opened.count == 1)
            #expect(note(console) == "早班[31m  夜班也行")
        }
        #expect(try stepForm().screen.contains("Ctrl-O"))
        #expect(try recordForm().screen.contains("Ctrl-O"))
        #expect(try serviceForm().screen.contains("Ctrl-O"))
    }

    @Test("The editor gets what was typed, and the form goes on from there")
    func goesOn() throws {
        var console = try stepForm()
        console.edited = .text("早班，包午饭\n")
        try console.press("<c-o><enter>")
        #expect(console.opened == ["早班"])
        #expect(console.saved.first?.note == "早班，包午饭")
    }

    @Test("An editor that fails changes nothing and says so")
    func fails() throws {
        for form in [stepForm, recordForm, serviceForm] {
            var console = try form()
            let before = console.state.overlay
            console.edited = .failed(Phrase("编辑器坏了", "the editor broke"))
            try console.press("<c-o>")
            #expect(console.state.overlay == before)
            #expect(console.screen.contains("编辑器坏了"))
        }
    }

    @Test("What is longer than the field is cut, and the message says where")
    func cut() throws {
        var console = try stepForm()
        console.edited = .text(String(repeating: "长", count: 600))
        try console.press("<c-o>")
        #expect(note(console)?.count == 500)
        #expect(console.screen.contains("只留下前 500 个字"))
    }

    @Test("However long the editor was open, the console does not lock over the form")
    func doesNotLock() throws {
        var console = try ConsoleDriver(model: SampleStation.model(), passphrases: ["乌兰": "x"])
        try console.press("<enter>p<tab><tab>")
        console.edited = .text("回来了")
        console.editingTime = 36_000
        try console.press("<c-o>")
        console.apply(.tick(second: 36_001))
        #expect(console.state.lock == nil && note(console) == "回来了")
        console.apply(.tick(second: 36_000 + 300))
        #expect(console.state.lock != nil)
    }

    @Test("In other fields nothing is opened")
    func elsewhere() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("<enter>p<c-o>")
        #expect(console.opened.isEmpty && console.screen.contains("只用于备注"))
        try console.press("<esc>2e<c-o>")
        #expect(console.opened.isEmpty && console.screen.contains("只用于备注"))
    }

    @Test("An answer that comes when the form is gone changes nothing")
    func late() throws {
        var console = try ConsoleDriver(model: SampleStation.model())
        let before = console.screen
        console.apply(.noteEdited(.text("x"), second: 1))
        console.apply(.noteEdited(.failed(Phrase("坏", "bad")), second: 1))
        #expect(console.screen == before)
    }
}
