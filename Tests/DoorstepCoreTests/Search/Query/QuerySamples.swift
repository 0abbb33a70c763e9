@testable import DoorstepCore

/// The parser of the program's own catalogues, made once: that sorts their
/// names.
enum QuerySamples {
    private static let made = Result { QueryParser(try Samples.catalogue) }

    static var parser: QueryParser {
        get throws { try made.get() }
    }
}
