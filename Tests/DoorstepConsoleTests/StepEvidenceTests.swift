import DoorstepCore
import Testing

@testable import DoorstepConsole

@Suite("Reasons and evidence in the step's form")
struct StepEvidenceTests {
    /// The form over the first match of the first job, referred and with the
    /// cursor on its placement in the ledger.
    private func ledger() throws -> ConsoleDriver {
        var console = try ConsoleDriver(model: SampleStation.model())
        try console.press("<enter>p<enter>3")
        return console
    }

    @Test("A reason is chosen with the arrows, comes round, and is saved; another step forgets it")
    func reason() throws {
        var console = try ledger()
        // 面试, 录用, 单位未录用
        try console.press("p<right><right><tab><tab><tab>")
        #expect(console.screen.contains("原因   [不写]"))
        try console.press("<right><right>")
        #expect(console.screen.contains("[经验不足] 2/8"))
        try console.press("<left><left>")
        #expect(console.screen.contains("[不写]"))
        try console.press("<left>")
        #expect(console.screen.contains("[其他] 8/8"))
        try console.press("<up><up><up><right>")
        #expect(console.screen.contains("[本人放弃]") && console.screen.contains("[不写]"))
        try console.press("<tab><tab><tab><right><right><enter>")
        #expect(console.saved.last?.reason == .tooFar)
        #expect(console.screen.contains("路远"))
    }

    @Test("Evidence is typed in one line, Tab goes on with a name, and what came in stands in the ledger")
    func evidence() throws {
        var console = try ledger()
        try console.press("p<right><tab><tab><tab>")
        #expect(console.screen.contains("合同签订日期、合同起"))
        console.commit("合同起 2026-11-20；合同止")
        try console.press("<tab>")
        #expect(console.screen.contains("合同起 2026-11-20；合同止"))
        console.commit("2027-11-19")
        try console.press("<enter>")
        #expect(console.saved.last?.stage == .hired)
        #expect(console.saved.last?.evidence.text == "contract-from=2026-11-20;contract-to=2027-11-19")
        #expect(console.screen.contains("合同止：2027-11-19"))
    }

    @Test("What is not understood stays in the form, with the cursor on it and the mend")
    func misread() throws {
        var console = try ledger()
        try console.press("p<right><tab><tab><tab>")
        console.commit("合同起 昨天")
        try console.press("<enter>")
        #expect(console.saved.count == 1 && console.screen.contains("读不出日期") && console.screen.contains(">凭证"))
        try console.press("<c-u>")
        console.commit("合同起 2026-11-20；合同止 2026-11-01")
        try console.press("<enter>")
        #expect(console.saved.count == 1 && console.screen.contains("早于合同起"))
    }

    @Test("Esc over evidence that is not saved asks first")
    func escape() throws {
        var console = try ledger()
        try console.press("p<right><tab><tab><tab>")
        console.commit("月工资 4500")
        try console.press("<esc>")
        #expect(console.screen.contains("再按一次 Esc 放弃") && console.screen.contains("月工资 4500"))
    }
}
