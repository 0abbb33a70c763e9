import DoorstepCore
import Testing

@Suite("Settings")
struct SettingTests {
    private func set(_ name: String, _ value: String) throws -> StationSettings {
        var settings = StationSettings()
        try Setting.named(name).set(value, in: &settings)
        return settings
    }

    @Test("Each is there once, with a sentence in both languages, and its default reads back as it is written")
    func list() throws {
        #expect(
            Setting.all.map(\.name) == [
                "weights", "lowest-age", "lowest-age-hazard", "decline-days", "threshold", "southern-sounds", "lock-minutes", "backup-to", "backup-every", "station-phone",
                "minimum-wage", "training-hour",
            ])
        for setting in Setting.all {
            #expect(setting.meaning.chinese.hasSuffix("。") && setting.meaning.english.hasSuffix("."), "\(setting.name)")
            #expect(try set(setting.name, setting.standard) == StationSettings(), "\(setting.name)")
        }
        #expect(Setting.all.map(\.standard) == ["55,30,15", "16", "18", "90", "5000", "off", "5", "off", "1d", "off", "off", "off"])
    }

    @Test("Values are taken as people write them, and written in one way", arguments: [
        ("weights", "50,30,20", "50,30,20"), ("weights", "0.5; 0.3;0.2", "0.5,0.3,0.2"), ("weights", "５０：３０：２０", "50,30,20"),
        ("weights", "1/0/0", "1,0,0"), ("weights", "1e300,1e-300,0", "1e+300,1e-300,0"), ("Lowest_Age", " 18 ", "18"),
        ("lowest-age-hazard", "２０", "20"), ("decline-days", "0", "0"), ("threshold", "10000", "10000"), ("southern-sounds", "ALL", "all"),
        ("southern-sounds", "n=l；zh=z", "zh=z,n=l"), ("southern-sounds", "zh=z,n=l,ng=n", "all"), ("southern-sounds", "off", "off"),
        ("backup-to", " /media/U盘 一/Backup ", "/media/U盘 一/Backup"), ("backup-to", "ＯＦＦ", "off"), ("backup-every", "12H", "12h"),
        ("backup-every", "24h", "1d"), ("backup-every", "７天", "7d"), ("backup-every", "36小时", "36h"), ("backup-every", "365d", "365d"),
        ("minimum-wage", "2024-12-01:2270", "2024-12-01:2270"), ("minimum-wage", "2026-01-01:2400, 2024-12-01:2270", "2024-12-01:2270,2026-01-01:2400"),
        ("minimum-wage", "OFF", "off"), ("training-hour", "２０２５-01-01：12.50", "2025-01-01:12.5"),
    ])
    func written(name: String, value: String, expected: String) throws {
        let setting = try Setting.named(name)
        let settings = try set(name, value)
        #expect(setting.value(in: settings) == expected)
        #expect(try set(name, expected) == settings)
    }

    @Test("What no value can be is refused, says what is allowed, and changes nothing", arguments: [
        ("weights", ""), ("weights", "50,30"), ("weights", "50,30,20,0"), ("weights", "0,0,0"), ("weights", "-1,1,1"), ("weights", "-0,1,1"),
        ("weights", "nan,1,1"), ("weights", "inf,1,1"), ("weights", "1e999,1,1"), ("weights", "0x1p3,1,1"), ("weights", "很,1,1"),
        ("lowest-age", "15"), ("lowest-age", "81"), ("lowest-age", "+18"), ("lowest-age", "18.0"), ("lowest-age-hazard", "17"),
        ("decline-days", "-1"), ("decline-days", "99999999999999999999999"), ("threshold", "10001"), ("threshold", "五千"),
        ("southern-sounds", ""), ("southern-sounds", "zh=c"), ("southern-sounds", "zh=z,"), ("southern-sounds", "off,all"),
        ("weights", String(repeating: "9", count: 10_000)), ("southern-sounds", "off\u{202E}"), ("decline-days", "9\u{7}0"),
        ("backup-to", ""), ("backup-to", "backups"), ("backup-to", "/a\nb"), ("backup-to", "/a\u{202E}b"), ("backup-every", ""), ("backup-every", "d"),
        ("backup-every", "0h"), ("backup-every", "-1d"), ("backup-every", "1"), ("backup-every", "1w"), ("backup-every", "400d"), ("backup-every", "1.5h"),
        ("minimum-wage", ""), ("minimum-wage", "2270"), ("minimum-wage", "2024-12-01:"), ("minimum-wage", "2024-13-01:2270"), ("minimum-wage", "2024-12-01:0"),
        ("minimum-wage", "2024-12-01:-5"), ("minimum-wage", "2024-12-01:2270,2024-12-01:2300"), ("minimum-wage", "2024-12-01:2270,"), ("minimum-wage", "0001-01-01:2270"),
        ("training-hour", "2025-01-01:1.234"), ("training-hour", "2025-01-01:1e3"), ("training-hour", "2025-01-01:999999"), ("training-hour", "2025-01-01:."),
    ])
    func refused(name: String, value: String) throws {
        var settings = StationSettings()
        let setting = try Setting.named(name)
        let error = #expect(throws: SettingError.self) { try setting.set(value, in: &settings) }
        #expect(error?.message.chinese.contains(setting.allowed.chinese) == true)
        #expect(error?.message.english.contains(setting.allowed.english) == true)
        #expect((error?.message.chinese.count ?? .max) < 200)
        #expect(settings == StationSettings())
    }

    @Test("A name that there is not is answered with the nearest")
    func unknown() {
        #expect(throws: SettingError.unknown(name: "weight", nearest: ["weights"])) { try Setting.named("weight") }
        #expect(throws: SettingError.unknown(name: "decline_day", nearest: ["decline-days"])) { try Setting.named("decline_day") }
        let error = #expect(throws: SettingError.self) { try Setting.named("权重") }
        #expect(error?.message.english.contains("southern-sounds") == true)
    }

    @Test("What a store has and cannot be read is named, and the rest counts")
    func stored() {
        let (settings, problems) = StationSettings.reading(["weights": "1,2,3,4", "decline-days": "30", "colour": "red"])
        #expect(settings.matching.declineDays == 30)
        #expect(settings.matching.weights == .standard)
        #expect(problems == [.unknownInStore(name: "colour"), .unreadableInStore(name: "weights", standard: "55,30,15")])
    }

    @Test("No setting lets anybody work whom the law does not")
    func law() {
        var settings = MatchSettings()
        settings.lowestAge = 3
        settings.lowestAgeForHazard = 3
        #expect(settings.lowestAge == 16 && settings.lowestAgeForHazard == 18)
    }
}
