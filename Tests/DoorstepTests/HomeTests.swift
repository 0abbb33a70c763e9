import Foundation
import Testing

/// Where the program keeps what nobody named a place for.
@Suite("The home folder")
struct HomeTests {
    @Test("is what HOME says, whoever runs the program; XDG_DATA_HOME goes before it")
    func home() throws {
        let program = try Program()
        defer { program.remove() }
        let arguments = ["init", "--station", "150784001", "--name", "拉布大林街道", "--no-passphrase"]
        #expect(try program.run(arguments: arguments, variables: ["DOORSTEP_STORE": ""]).code == 0)
        func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: program.folder.appendingPathComponent(path).path) }
        #expect(isThere(".local/share/doorstep/station.doorstep"))
        let data = program.folder.appendingPathComponent("data").path
        #expect(try program.run(arguments: arguments, variables: ["DOORSTEP_STORE": "", "XDG_DATA_HOME": data]).code == 0)
        #expect(isThere("data/doorstep/station.doorstep"))
    }
}
