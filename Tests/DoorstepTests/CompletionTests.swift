import Foundation
import Testing

/// What the shell completes.
@Suite("Completions")
struct CompletionTests {
    private let program: Program

    init() throws { program = try Program() }

    /// What bash offers for the last of the words.
    private func offered(_ words: String...) throws -> [String] {
        let script = program.folder.appendingPathComponent("completion.bash")
        try program.run("--generate-completion-script", "bash").output.write(to: script, atomically: true, encoding: .utf8)
        let ask = """
            source '\(script.path)'
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE} COMP_TYPE=9
            _doorstep doorstep "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        return try Program.launch("/usr/bin/env", ["bash", "-c", ask, "bash", "doorstep"] + words, program.environment, in: program.folder).lines
    }

    @Test("Kinds, languages, formats, settings and chapters are offered, and files where a file is meant")
    func bash() throws {
        defer { program.remove() }
        #expect(try Set(offered("import", "")).isSuperset(of: ["people", "jobs", "employers", "distances"]))
        #expect(try offered("import", "pe") == ["people"])
        #expect(try offered("search", "people", "x", "--lang", "") == ["zh", "en"])
        #expect(try offered("export", "people", "--format", "j") == ["json", "jsonl"])
        #expect(try offered("place", "corr") == ["correct"])
        #expect(try offered("settings", "decl") == ["decline-days"])
        #expect(try offered("manual", "exit") == ["exit-codes"])
        try Data().write(to: program.folder.appendingPathComponent("sheet.csv"))
        #expect(try offered("import", "people", "she") == ["sheet.csv"])
        #expect(try offered("restore", "she") == ["sheet.csv"])
        #expect(try offered("verify", "--checkpoint", "she") == ["sheet.csv"])
    }
}
