import DoorstepCore
import GRDB

/// Whether the file is what SQLite and the program made it.
enum FileCheck {
    static func run(_ db: Database, _ verdict: inout Verdict) throws {
        let problems = try String.fetchAll(db, sql: "PRAGMA integrity_check(1)").filter { $0 != "ok" }
        if let problem = problems.first {
            if let code = readFailure(problem) { throw StoreError.failed(code: code) }
            verdict.find("文件结构损坏：\(problem)。", "The file's structure is damaged: \(problem).")
        }
        if let row = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") {
            let table = try row.text(0)
            let parent = try row.text(2)
            verdict.find("表 \(table) 有一行指向 \(parent) 里不存在的内容。", "A row of the table \(table) refers to what is not in \(parent).")
        }
        // An older one is left as it is where it can only be read.
        let version = try Schema.version(of: db)
        let migrations = Schema.migrator().migrations.prefix(version)
        let applied = try Schema.migrator().appliedIdentifiers(db)
        if migrations.isEmpty || applied != Set(migrations) {
            verdict.find("格式标记被改动。", "The format is not the one that the store was made with.")
        }
        let expected = try freshDeclarations(migrations.last ?? "")
        let found = try Schema.declarations(db)
        if let name = Set(expected).symmetricDifference(found).min() {
            verdict.find("表的定义被改动：\(name.prefix(60))。", "The tables are not declared as they were made: \(name.prefix(60)).")
        }
    }

    /// SQLite's code, where what it found is a disk that did not read: of the
    /// file that says nothing.
    private static func readFailure(_ problem: String) -> Int? {
        guard let number = problem.split(separator: "error code=").dropFirst().first?.prefix(while: \.isNumber), let code = Int(number) else { return nil }
        return code & 0xFF == StoreError.ioError ? code : nil
    }

    /// - Parameter migration: the last one that was made; all where there
    ///   is none of the name.
    private static func freshDeclarations(_ migration: String) throws -> [String] {
        let fresh = try DatabaseQueue()
        let migrator = Schema.migrator()
        if migrator.migrations.contains(migration) { try migrator.migrate(fresh, upTo: migration) } else { try migrator.migrate(fresh) }
        return try fresh.read { try Schema.declarations($0) }
    }
}
