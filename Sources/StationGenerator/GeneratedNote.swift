/// What every record that is made up says of itself.
enum GeneratedNote {
    static let mark = "虚构数据"

    /// The mark with something behind it.
    static func with(_ text: String) -> String { mark + "；" + text }
}
