import ArgumentParser
import DoorstepCore
import Foundation

/// The program: what is typed becomes a command, what a command throws
/// becomes one sentence and an exit code.
@main
struct Doorstep: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doorstep",
        abstract: .told("家门口：有活没人干，有人没活干，和后来怎样了。", "家门口: jobs with no one to do them, people with no job, and what came of it."),
        version: "0.1.0",
        subcommands: [
            ConsoleCommand.self, DemoCommand.self, InitCommand.self, ImportCommand.self, AddCommand.self, SetCommand.self, ShowCommand.self,
            DoublesCommand.self, MergeCommand.self,
            MatchCommand.self, PlanCommand.self, PlaceCommand.self, ServeCommand.self, FollowUpsCommand.self, PoliciesCommand.self, ReportCommand.self,
            SearchCommand.self, SearchesCommand.self, LetterCommand.self, ExportCommand.self, SettingsCommand.self, VerifyCommand.self,
            BackupCommand.self, RestoreCommand.self, CaseworkerCommand.self, SubjectCommand.self, ManualCommand.self,
        ],
        defaultSubcommand: ConsoleCommand.self)

    static func main() {
        _ = Beginning.moment
        // A closed pipe and a file-size limit come back as errors of the
        // write that met them, which can be said; the signals would end the
        // program in the middle.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        umask(0o077)
        // What the program knows of people stays out of crash dumps.
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        do {
            if let help = try HelpOnTopic.asked(by: Array(CommandLine.arguments.dropFirst())) { return try help.run() }
            var command = try parseAsRoot()
            try command.run()
        } catch {
            leave(with: error)
        }
    }

    private static func leave(with error: any Error) -> Never {
        let language = Surroundings.language(arguments: CommandLine.arguments)
        if let finding = error as? FindingsExit {
            Program.exit(finding.code)
        }
        if let error = error as? any SayableError {
            Output.say(error.message(language))
            Program.exit(ExitCodes.code(for: error))
        }
        let code = exitCode(for: error)
        guard !code.isSuccess else {
            // Help and version go to standard output, whole.
            print(fullMessage(for: error))
            Program.exit(0)
        }
        Output.say(ArgumentMessages.sentence(for: message(for: error), language))
        Program.exit(2)
    }
}

/// Ends the program with a code and nothing further to say.
struct FindingsExit: Error {
    let code: Int32
}

enum Program {
    static func exit(_ code: Int32) -> Never {
        fflush(nil)
        Foundation.exit(code)
    }
}
