import DoorstepCore
import Testing

@testable import DoorstepConsole

@Suite("Backups by themselves, in the console")
struct BackupPaceTests {
    private func console() throws -> ConsoleDriver { try ConsoleDriver(columns: 100, rows: 30, model: SampleStation.model()) }

    private func rest(_ console: inout ConsoleDriver, seconds: Int) {
        for _ in 0..<seconds { console.apply(.rested) }
    }

    @Test("are looked for once nobody has touched a key for ten seconds, one at a time")
    func idle() throws {
        var console = try console()
        rest(&console, seconds: 9)
        try console.press("j")
        rest(&console, seconds: 9)
        #expect(console.looksForBackup == 0)
        rest(&console, seconds: 1)
        #expect(console.looksForBackup == 1)
        rest(&console, seconds: 1000)
        #expect(console.looksForBackup == 1, "the first is still under way")
    }

    @Test("are looked for every minute; one that was made is told of, where none was due nothing is said")
    func made() throws {
        var console = try console()
        rest(&console, seconds: 10)
        console.apply(.backedUp(to: nil))
        #expect(console.state.message == nil)
        rest(&console, seconds: 59)
        #expect(console.looksForBackup == 1)
        rest(&console, seconds: 1)
        console.apply(.backedUp(to: "/media/u/a.doorstep-backup"))
        #expect(console.screen.contains("已自动备份到 /media/u/a.doorstep-backup"))
    }

    @Test("that fail are told of in one line, and tried again after a while; the work goes on")
    func failed() throws {
        var console = try console()
        rest(&console, seconds: 10)
        console.apply(.backupFailed(Phrase("没有这个文件夹。", "No such folder.")))
        #expect(console.screen.contains("自动备份没有做成：没有这个文件夹。"))
        try console.press("j")
        rest(&console, seconds: 899)
        #expect(console.looksForBackup == 1)
        rest(&console, seconds: 1)
        #expect(console.looksForBackup == 2)
    }

    @Test("are not looked for before the store is read")
    func unopened() throws {
        var console = try ConsoleDriver(model: SampleStation.model(), isOpened: false)
        rest(&console, seconds: 1000)
        #expect(console.looksForBackup == 0)
    }

    @Test("are not looked for while the console is locked, and are again once it is not")
    func locked() throws {
        var console = try console()
        rest(&console, seconds: 10)
        try console.press("<f12>")
        console.apply(.backedUp(to: "/media/u/a.doorstep-backup"))
        #expect(!console.screen.contains("/media/u"))
        rest(&console, seconds: 1000)
        #expect(console.looksForBackup == 1)
        try console.press("<enter>")
        rest(&console, seconds: 60)
        #expect(console.looksForBackup == 2)
    }

    @Test("do not have the lists asked anew where another program sets them")
    func settings() throws {
        var console = try console()
        console.apply(.caughtUp([], settings: StationSettings.reading(["backup-to": "/media/u"]).settings, sequence: 2))
        #expect(console.state.message == nil)
    }
}
