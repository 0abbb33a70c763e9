/// One thing that a station may set for everybody who works at it, such as
/// what changes results: its name, what it means, and how its value is read and written.
///
/// A value is a short text that a command line takes without quotes; it is
/// kept in the store as `value(in:)` writes it.
public struct Setting: Sendable {
    /// ASCII, as it is typed and kept: `decline-days`.
    public let name: String
    /// One sentence.
    public let meaning: Phrase
    /// What a value may be, to stand behind “应为”.
    public let allowed: Phrase
    private let write: @Sendable (StationSettings) -> String
    /// False where the text is no value.
    private let read: @Sendable (String, inout StationSettings) -> Bool
    /// Whether a value is taken to the letter, as a path is.
    private var isVerbatim = false

    /// All there are, in the order they are listed.
    public static let all: [Setting] = [
        weights, lowestAge, lowestAgeForHazard, declineDays, threshold, sounds, lockMinutes, backupFolder, backupInterval, telephone, minimumWage, trainingHour,
    ]

    /// The setting of a name, as people type it.
    ///
    /// - Throws: `SettingError.unknown` with the names most like it.
    public static func named(_ name: String) throws(SettingError) -> Setting {
        let key = Setting.key(name)
        if let setting = all.first(where: { $0.name == key }) { return setting }
        let alike = all.map { (name: $0.name, likeness: PlainText.likeness($0.name, key)) }.filter { $0.likeness > 0.45 }
        let nearest = alike.sorted { $0.likeness > $1.likeness }.prefix(2).map(\.name)
        throw .unknown(name: name, nearest: nearest.isEmpty ? all.map(\.name) : nearest)
    }

    /// The value as it is kept and shown; `set` reads it back.
    public func value(in settings: StationSettings) -> String { write(settings) }

    /// What counts where nothing is set.
    public var standard: String { write(StationSettings()) }

    /// Takes a value over.
    ///
    /// - Throws: `SettingError.notAllowed`; the settings are then as before.
    public func set(_ value: String, in settings: inout StationSettings) throws(SettingError) {
        guard value.utf8.count <= Setting.longest, read(isVerbatim ? PlainText.trimmed(value) : PlainText.key(value), &settings) else {
            throw .notAllowed(name: name, value: value, allowed: allowed)
        }
    }

    /// In bytes; more is no value of any setting.
    private static let longest = 1000

    private static func key(_ name: String) -> String { PlainText.key(name).replacing("_", with: "-") }

    // MARK: - The settings

    private static let weights = Setting(
        name: "weights",
        meaning: Phrase("得分里技能、地点、群体三部分各占多少，只看比例。", "How much skills, location and groups count in a score; only their proportion matters."),
        allowed: Phrase("三个不小于零、不全为零的数，如 55,30,15", "three numbers from 0 on, not all 0, such as 55,30,15"),
        write: { settings in
            let weights = settings.matching.weights
            return [weights.skills, weights.location, weights.groups].map(decimal).joined(separator: ",")
        },
        read: { text, settings in
            let numbers = parts(text).map(decimal)
            guard numbers.count == 3, let skills = numbers[0], let location = numbers[1], let groups = numbers[2],
                let weights = MatchSettings.Weights(skills: skills, location: location, groups: groups)
            else { return false }
            settings.matching.weights = weights
            return true
        })

    private static let lowestAge = number(
        "lowest-age", \.matching.lowestAge, in: MatchSettings.lawfulAge...80,
        meaning: Phrase("不满多少周岁不推荐任何岗位。", "Nobody younger, in full years, is matched with any job."))

    private static let lowestAgeForHazard = number(
        "lowest-age-hazard", \.matching.lowestAgeForHazard, in: MatchSettings.lawfulAgeForHazard...80,
        meaning: Phrase("不满多少周岁不推荐危险或夜班岗位。", "Nobody younger, in full years, is matched with hazardous or night work."))

    private static let declineDays = number(
        "decline-days", \.matching.declineDays, in: 0...3650,
        meaning: Phrase("一方没有同意之后，多少天内不再匹配这一对。", "For how many days after one side declined the pair is left alone."))

    private static let threshold = number(
        "threshold", \.matching.thresholdPoints, in: 0...10_000,
        meaning: Phrase(
            "满分 10000，多少分以上算合适的匹配：用于培训清单和放宽一项。",
            "From how many of 10000 points on a match counts as a good one: for the training list and for what one change would bring."))

    private static let lockMinutes = number(
        "lock-minutes", \.lockMinutes, in: 1...60,
        meaning: Phrase("多少分钟不按键，控制台就自动锁定（台站设有口令时）。", "After how many minutes without a key the console locks, where the store has a passphrase."))

    private static let sounds = Setting(
        name: "southern-sounds",
        meaning: Phrase("查找姓名时哪些音可以混着打。", "Which sounds may be typed for one another when names are searched."),
        allowed: Phrase("off、all，或 zh=z、n=l、ng=n 中的几个，如 zh=z,n=l", "off, all, or some of zh=z, n=l, ng=n, such as zh=z,n=l"),
        write: { settings in
            let chosen = SouthernSounds.named.filter { settings.sounds.contains($0.sounds) }.map(\.name)
            return settings.sounds == .all ? "all" : chosen.isEmpty ? "off" : chosen.joined(separator: ",")
        },
        read: { text, settings in
            switch text {
            case "off": settings.sounds = []
            case "all": settings.sounds = .all
            default:
                let names = parts(text)
                let chosen = names.compactMap { name in SouthernSounds.named.first { $0.name == name }?.sounds }
                guard !names.isEmpty, chosen.count == names.count else { return false }
                settings.sounds = SouthernSounds(chosen)
            }
            return true
        })

    private static let backupFolder = Setting(
        name: "backup-to",
        meaning: Phrase("控制台空闲时把备份自动写到哪个文件夹，保留三份。", "The folder to which an open console writes backups in idle time; three are kept."),
        allowed: Phrase("以 / 开头的文件夹路径，或 off", "the path of a folder, from / on, or off"),
        write: { $0.backups.folder.isEmpty ? off : $0.backups.folder },
        read: { text, settings in
            let isOff = PlainText.key(text) == off
            let isWritable = text.unicodeScalars.allSatisfy { ![.control, .format].contains($0.properties.generalCategory) }
            guard isOff || text.hasPrefix("/") && isWritable else { return false }
            settings.backups.folder = isOff ? "" : text
            return true
        }, isVerbatim: true)

    private static let off = "off"

    private static let backupInterval = Setting(
        name: "backup-every",
        meaning: Phrase("隔多久自动备份一次。", "How often backups are written there."),
        allowed: Phrase("小时数或天数，如 12h、1d", "hours or days, such as 12h or 1d"),
        write: { $0.backups.interval.text },
        read: { text, settings in
            guard let interval = BackupInterval(text) else { return false }
            settings.backups.interval = interval
            return true
        })

    private static let telephone = Setting(
        name: "station-phone",
        meaning: Phrase("台站的电话，印在推荐信上。", "The station's telephone, as letters of introduction give it."),
        allowed: Phrase("电话号码，如 0470-6800000，或 off", "a telephone number, such as 0470-6800000, or off"),
        write: { $0.telephone.isEmpty ? off : $0.telephone },
        read: { text, settings in
            let digits = text.count { ("0"..."9").contains($0) }
            let isNumber = (5...20).contains(digits) && text.unicodeScalars.allSatisfy { "0123456789-+".unicodeScalars.contains($0) }
            guard text == off || isNumber else { return false }
            settings.telephone = text == off ? "" : text
            return true
        })

    private static let minimumWage = rates(
        "minimum-wage", \.policies.minimumWage,
        meaning: Phrase("自治区一类地区最低工资标准，元/月，从哪天起：见习补贴按它算。", "The minimum wage of the region's class-1 areas, yuan a month, with the day from which it counts: traineeship subsidies are reckoned from it."),
        example: "2024-12-01:2270")

    private static let trainingHour = rates(
        "training-hour", \.policies.trainingHour,
        meaning: Phrase("培训课时基准，元/课时，从哪天起：培训补贴上浮按它算。", "The base rate of a training hour, yuan, with the day from which it counts: the uplift after training is reckoned from it."),
        example: "2025-01-01:12.5")

    /// Yuan with the days from which they count, or none.
    private static func rates(
        _ name: String, _ path: any WritableKeyPath<StationSettings, DatedRates> & Sendable, meaning: Phrase, example: String
    ) -> Setting {
        Setting(
            name: name, meaning: meaning,
            allowed: Phrase("日期:元，逗号分开，如 \(example)，或 off", "dates with yuan, such as \(example), with commas between, or off"),
            write: { $0[keyPath: path].text },
            read: { text, settings in
                guard text != off else {
                    settings[keyPath: path] = DatedRates()
                    return true
                }
                guard let rates = DatedRates(text) else { return false }
                settings[keyPath: path] = rates
                return true
            })
    }

    /// A whole number within a range.
    private static func number(
        _ name: String, _ path: any WritableKeyPath<StationSettings, Int> & Sendable, in range: ClosedRange<Int>, meaning: Phrase
    ) -> Setting {
        Setting(
            name: name, meaning: meaning,
            allowed: Phrase("\(range.lowerBound) 到 \(range.upperBound) 的整数", "a whole number from \(range.lowerBound) to \(range.upperBound)"),
            write: { String($0[keyPath: path]) },
            read: { text, settings in
                guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), range.contains(number) else { return false }
                settings[keyPath: path] = number
                return true
            })
    }

    // MARK: - Reading and writing

    /// Joined with a comma, which a shell leaves alone; what else separates
    /// parts of a cell is read too.
    private static func parts(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false) { ",;、|:/".contains($0) }.map(String.init)
    }

    private static func decimal(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ "0123456789.e+-".utf8.contains($0) }), let first = text.utf8.first, first != UInt8(ascii: "-") else { return nil }
        return Double(text)
    }

    private static func decimal(_ number: Double) -> String {
        let text = number.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

extension SouthernSounds {
    /// What each is called where it is set.
    static let named: [(name: String, sounds: SouthernSounds)] = [("zh=z", .flatInitials), ("n=l", .nasalInitial), ("ng=n", .backFinals)]
}

extension MatchSettings {
    /// `threshold`, as the number it is; none beyond what points may be.
    fileprivate var thresholdPoints: Int {
        get { threshold.value }
        set { threshold = Points(clamping: newValue) }
    }
}
