import ArgumentParser
import DoorstepCore

extension String {
    /// A text of `--help`, in the language that the arguments or the
    /// environment ask for: help is built before any option is read.
    static func told(_ chinese: String, _ english: String) -> String {
        Surroundings.language(arguments: CommandLine.arguments) == .chinese ? chinese : english
    }
}

extension ArgumentHelp {
    static func told(_ chinese: String, _ english: String) -> ArgumentHelp {
        ArgumentHelp(String.told(chinese, english))
    }
}
