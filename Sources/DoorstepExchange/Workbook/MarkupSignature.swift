/// Recognises texts that are no sheets of separated cells, though spreadsheet
/// programs open them.
enum MarkupSignature {
    /// Nil of anything else.
    static func problem(of text: Span<UInt8>) -> WorkbookProblem? {
        let head = String(decoding: (0..<min(text.count, 4096)).map { text[$0] }, as: UTF8.self).lowercased()
        let start = head.drop(while: \.isWhitespace)
        if start.hasPrefix("mime-version:") { return .otherFormat }
        guard start.hasPrefix("<") else { return nil }
        return ["urn:schemas-microsoft-com:office:spreadsheet", "<html", "<table", "<!doctype html"].contains { start.contains($0) } ? .otherFormat : nil
    }
}
