import DoorstepCore
import Testing
import TerminalUI

@testable import DoorstepConsole

/// A first start without a terminal: keys go in as they would be typed, a
/// station that is to be founded is told of at once.
struct FoundingDriver {
    private(set) var state: FoundingState
    private(set) var stations: [NewStation] = []
    /// What founding comes to.
    var refusal: Phrase?
    /// The station is being made until `answer` is called.
    var holds = false

    static let code = "389V-SM3G-A845-6W8S-4GYT-W36V-DF9M"

    init(columns: Int = 80, rows: Int = 24, language: Language = .chinese, caseworker: String = "乌兰") throws {
        state = FoundingState(
            size: Size(columns: columns, rows: rows), language: language, path: "/home/wulan/station.doorstep", caseworker: caseworker,
            places: FoundingPlaces(try SampleStation.catalogue()), shortestPassphrase: 8)
    }

    mutating func press(_ script: String, location: SourceLocation = #_sourceLocation) throws {
        for stroke in try #require(KeyStroke.sequence(script), sourceLocation: location) { send(.key(stroke)) }
    }

    /// What an input method commits.
    mutating func commit(_ text: String) { send(.text(text)) }

    mutating func send(_ event: InputEvent) {
        for case .found(let station) in reduce(&state, .input(event)) {
            stations.append(station)
            if !holds { answer() }
        }
    }

    mutating func answer() {
        let action: FoundingAction = refusal.map { .notFounded($0) } ?? .founded(recovery: stations.last?.passphrase == nil ? nil : Self.code)
        _ = reduce(&state, action)
    }

    /// Up to the field of the passphrase, which is asked for.
    mutating func fill(place: String = "lbdl") throws {
        try press("<enter>")
        commit(place)
        try press("<enter><enter><enter>")
        #expect(state.form.focus == .passphrase)
    }

    var frame: Frame { render(state) }
    var screen: String { frame.text }
}
