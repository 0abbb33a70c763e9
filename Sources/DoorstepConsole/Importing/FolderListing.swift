import DoorstepCore

/// What a folder holds, as far as a sheet is looked for in it.
public struct FolderListing: Equatable, Sendable {
    /// Without a slash at the end, but for the topmost.
    public let path: String
    /// Whose `~` means it.
    public let home: String
    /// Folders first, each by name.
    public let entries: [Entry]
    /// Files that are no sheets by their names, and what is hidden.
    public let leftOut: Int

    public struct Entry: Equatable, Sendable {
        public let name: String
        public let isFolder: Bool
        /// Bytes.
        public let size: Int
        public let changed: Day?

        public init(name: String, isFolder: Bool, size: Int = 0, changed: Day? = nil) {
            (self.name, self.isFolder, self.size, self.changed) = (name, isFolder, size, changed)
        }

        /// Endings of the names of files that may be sheets.
        static let endings: Set<String> = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "json", "jsonl"]
    }

    /// Complexity: sorts what the folder holds.
    ///
    /// - Parameter all: everything in it, in any order.
    public init(path: String, home: String, all: [Entry]) {
        self.path = path
        self.home = home
        let shown = all.filter { $0.name.first != "." && ($0.isFolder || $0.isSheet) }
        entries = shown.sorted { ($0.isFolder ? 0 : 1, $0.name) < ($1.isFolder ? 0 : 1, $1.name) }
        leftOut = all.count - shown.count
    }
}

extension FolderListing.Entry {
    fileprivate var isSheet: Bool {
        name.split(separator: ".").last.map { Self.endings.contains($0.lowercased()) && name.contains(".") } ?? false
    }
}

/// Paths as text: no file is looked at.
enum FolderPath {
    static func joined(_ folder: String, _ name: String) -> String { folder == "/" ? "/" + name : folder + "/" + name }

    static func parent(of path: String) -> String { normal(path + "/..") }

    static func name(of path: String) -> String { path.split(separator: "/").last.map { String($0) } ?? path }

    /// Without `.`, `..` and doubled slashes.
    static func normal(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// What was typed or pasted, where it is a path: its folder, and what
    /// stands behind the last slash. Nil where it is the beginning of a name.
    ///
    /// - Parameter folder: from which a path without a slash in front goes.
    static func typed(_ text: String, in folder: String, home: String) -> (folder: String, name: String)? {
        var text = PlainText.trimmed(text)
        // As a file manager hands it over.
        for quote in ["'", "\""] where text.count > 1 && text.hasPrefix(quote) && text.hasSuffix(quote) { text = String(text.dropFirst().dropLast()) }
        if text.hasPrefix("file://") { text = String(text.dropFirst("file://".count)) }
        if text == "~" { return (home, "") }
        guard let slash = text.lastIndex(of: "/") else { return nil }
        let before = String(text[..<slash])
        let name = String(text[text.index(after: slash)...])
        if text.hasPrefix("~/") { return (normal(home + "/" + before.dropFirst(1)), name) }
        return (normal(text.hasPrefix("/") ? before : folder + "/" + before), name)
    }
}
