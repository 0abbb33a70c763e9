/// Recognises texts that are no sheets of separated cells, though spreadsheet
/// programs open them.
enum MarkupSignature {
    /// A page of HTML, whose tables are read.
    case page
    /// XML Spreadsheet 2003, a page saved with its pictures (.mht).
    case other

    /// Nil of anything else.
    init?(of text: Span<UInt8>) {
        let head = String(decoding: (0..<min(text.count, 4096)).map { text[$0] }, as: UTF8.self).lowercased()
        let start = head.drop(while: \.isWhitespace)
        let isMarkup = start.hasPrefix("<")
        if isMarkup, ["<html", "<table", "<!doctype html", "<body", "<meta"].contains(where: { start.contains($0) }) {
            self = .page
        } else if start.hasPrefix("mime-version:") || isMarkup && start.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            self = .other
        } else {
            return nil
        }
    }
}
