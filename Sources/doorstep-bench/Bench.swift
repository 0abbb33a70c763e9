import ArgumentParser

/// Makes up stations, for demonstrations, tests and measuring.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doorstep-bench", abstract: "Makes up stations and measures the program with them.", subcommands: [GenerateCommand.self, MeasureCommand.self, ConsoleCommand.self])
}
