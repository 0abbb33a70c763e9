import TerminalUI

/// The keys of a caseworker's morning: moving, paging, the screens, searches
/// letter by letter, matches, sorting, help, why not.
enum ConsoleScript {
    struct Key {
        let name: String
        let event: InputEvent
        /// The first letter of what is searched for.
        var startsSearch = false
    }

    /// As typed with the keyboard, or committed by an input method.
    private static let searches = [
        "zhangwei", "wxy", "zhs", "张伟", "王秀英", "巴特尔", "bateer", "1381", "150784", "海拉尔", "焊工", "chushi", "#退役军人", "@额尔古纳市", "+焊工 >=4000", "zzzz",
    ]

    static let keys: [Key] =
        pressed("j j j j k j j <pagedown> <pagedown> <pageup> j j G g j <down> <down> <down> <up>") + matches
        + pressed("2 j j j j <pagedown> <pagedown> k k G g 1 2 3 2 1")
        + pressed("> < o o") + pressed("? j h e l p <esc> : s o r t <esc>")
        + ["1", "2"].flatMap { list in pressed(list) + searches.flatMap { searched($0) + matches + pressed("<esc>") } }
        + pressed("1 j t j j t 2 j t j t <f9> j j <f9> y <space> j <space> U")
        + pressed("1 w 张 <esc> 2 w <esc>") + pressed("<enter> j j w j j <pagedown> <esc> <esc>")

    /// The matches of the line under the cursor, looked through and left.
    private static let matches = pressed("<enter> j j j <pagedown> k <esc>")

    private static func pressed(_ names: String) -> [Key] {
        names.split(separator: " ").map { name in
            KeyStroke(String(name)).flatMap { name.utf8.count == 1 || name.hasPrefix("<") ? Key(name: String(name), event: .key($0)) : nil }
                ?? Key(name: String(name), event: .text(String(name)))
        }
    }

    /// `/`, the letters one after the other, Enter.
    private static func searched(_ text: String) -> [Key] {
        let letters = text.enumerated().map { index, letter in
            let event: InputEvent = letter.isASCII ? .key(KeyStroke(character: letter)) : .text(String(letter))
            return Key(name: "/" + text.prefix(index + 1), event: event, startsSearch: index == 0)
        }
        return pressed("/") + letters + pressed("<enter>")
    }
}
