/// Why a setting is not taken, or not followed.
public enum SettingError: SayableError, Hashable {
    /// There is none of the name; the nearest that there are.
    case unknown(name: String, nearest: [String])
    /// Not one of the values that are `allowed`.
    case notAllowed(name: String, value: String, allowed: Phrase)
    /// The store has a setting that this program does not know.
    case unknownInStore(name: String)
    /// The store has a value that this program cannot read; the `standard`
    /// one counts in its place.
    case unreadableInStore(name: String, standard: String)

    public var message: Phrase {
        switch self {
        case .unknown(let name, let nearest):
            Phrase(
                "没有设置“\(name.shortened)”，相近的有 \(nearest.joined(separator: "、"))；全部见 doorstep settings。",
                "There is no setting “\(name.shortened)”; the nearest are \(nearest.joined(separator: ", ")), and doorstep settings lists all.")
        case .notAllowed(let name, let value, let allowed):
            Phrase(
                "\(name) 不能是“\(value.shortened)”，应为\(allowed.chinese)；没有改动。",
                "\(name) cannot be “\(value.shortened)”: it has to be \(allowed.english); nothing was changed.")
        case .unknownInStore(let name):
            Phrase(
                "本程序不认识台站数据里的设置“\(name.shortened)”，结果可能与新版程序不同；请升级程序。",
                "The store has a setting “\(name.shortened)” that this program does not know; results may differ from a newer program's: upgrade it.")
        case .unreadableInStore(let name, let standard):
            Phrase(
                "台站数据里的设置 \(name) 读不懂，暂按 \(standard) 计算；请升级程序，或用 doorstep settings \(name)=… 重新设置。",
                "The store's setting \(name) cannot be read and counts as \(standard) meanwhile; upgrade the program, or set it anew with doorstep settings \(name)=….")
        }
    }
}

extension String {
    /// What of it an error has room for.
    var shortened: String { count > 40 ? prefix(40) + "…" : self }
}
