import DoorstepConsole
import DoorstepCore
import TerminalUI

/// Measures the console's keys, from the key to the changed screen: what
/// `reduce` takes, what it asks for, what it makes of the answers, and the
/// frames, as the program draws them.
///
/// In the program the questions are worked out beside the keyboard; here one
/// after the other, so that no figure is better than a caseworker's.
struct ConsoleMeasures {
    let register: Register
    let catalogue: Catalogue
    let readings: Readings
    let day: Day

    typealias Say = (_ measure: String, _ unit: String, _ fast: Double, _ plain: Double?, _ note: String) -> Void

    func run(_ say: Say) {
        var console = MeasuredConsole(
            StationModel(register: register, catalogue: catalogue, queries: QueryParser(catalogue), settings: StationSettings(), day: day, sequence: 1), readings)
        let keys = ConsoleScript.keys.map { key in
            let time = console.press(key.event)
            return (key: key, time: time)
        }
        report("console, first keys of a search", keys.filter(\.key.startsSearch), say)
        report("console, all other keys", keys.filter { !$0.key.startsSearch }, say)
        let rows = Spread(keys.map { Double($0.time.rows) })
        say("console, rows that a key changes, median", "", rows.quantile(0.5), nil, "of \(MeasuredConsole.size.rows); longest \(Int(rows.quantile(1)))")
        for (part, path) in [("reduce", \KeyTime.reduce), ("effects", \.effects), ("render", \.render)] as [(String, KeyPath<KeyTime, Double>)] {
            let spread = Spread(keys.map { $0.time[keyPath: path] })
            say("console, \(part) of a key, median", "ms", spread.quantile(0.5), nil, "")
            say("console, \(part) of a key, 99th percentile", "ms", spread.quantile(0.99), nil, "")
        }
    }

    private func report(_ what: String, _ keys: [(key: ConsoleScript.Key, time: KeyTime)], _ say: Say) {
        let spread = Spread(keys.map(\.time.total))
        let slowest = keys.sorted { $0.time.total > $1.time.total }.prefix(6).map { "\($0.key.name) \(Figure.text($0.time.total))" }
        say("\(what), median", "ms", spread.quantile(0.5), nil, "of \(keys.count)")
        say("\(what), 99th percentile", "ms", spread.quantile(0.99), nil, "")
        say("\(what), 99th percentile, processors", "ms", Spread(keys.map(\.time.processors)).quantile(0.99), nil, "")
        say("\(what), longest", "ms", spread.quantile(1), nil, slowest.joined(separator: ", "))
    }
}

/// What one key took, in milliseconds.
struct KeyTime {
    var reduce = 0.0
    /// Work that the program does beside the keyboard.
    var effects = 0.0
    var render = 0.0
    /// Of the processors together, whatever else the machine does.
    var processors = 0.0
    /// Rows of the screen that it changed.
    var rows = 0

    var total: Double { reduce + effects + render }
}

/// The console without a terminal, and with its questions answered at once.
private struct MeasuredConsole {
    static let size = Size(columns: 80, rows: 24)
    private static let matchLimit = 200

    private var state: ConsoleState
    private var frame: Frame
    private let readings: Readings

    init(_ model: StationModel, _ readings: Readings) {
        self.readings = readings
        state = ConsoleState(
            size: Self.size, language: .chinese, caseworker: "bench", stationName: model.register.station.name, storeNote: .none, day: model.day)
        frame = Frame(size: Self.size)
        var time = KeyTime()
        work(.opened(model), &time)
        frame = render(state)
    }

    mutating func press(_ event: InputEvent) -> KeyTime {
        var time = KeyTime()
        let cost = Cost.of { work(event, &time) }
        time.processors = cost.processor * 1000
        return time
    }

    private mutating func work(_ event: InputEvent, _ time: inout KeyTime) {
        var effects: [Effect] = []
        time.reduce += Cost.of { effects = reduce(&state, .input(event)) }.wall * 1000
        draw(&time)
        let isAsking = !effects.isEmpty
        answer(effects, &time)
        if isAsking { draw(&time) }
    }

    private mutating func draw(_ time: inout KeyTime) {
        var next = frame
        time.render += Cost.of { next = render(state) }.wall * 1000
        time.rows += (0..<Self.size.rows).count { next.cells[$0] != frame.cells[$0] }
        frame = next
    }

    private mutating func work(_ action: Action, _ time: inout KeyTime) {
        var effects: [Effect] = []
        time.reduce += Cost.of { effects = reduce(&state, action) }.wall * 1000
        answer(effects, &time)
    }

    private mutating func answer(_ effects: [Effect], _ time: inout KeyTime) {
        for effect in effects {
            var answers: [Action] = []
            time.effects += Cost.of { answers = self.answers(effect) }.wall * 1000
            for answer in answers { work(answer, &time) }
        }
    }

    /// What the program makes of an effect.
    private func answers(_ effect: Effect) -> [Action] {
        guard let model = state.model else { return [] }
        switch effect {
        case .narrow(let kind, let query, let sort, let generation):
            return Narrowing.run(kind, query: query, sort: sort, model).map { [.narrowed(kind, generation: generation, $0)] } ?? []
        case .rank(let target, let generation):
            return model.ranking(target, limit: Self.matchLimit).map { [.ranked(generation: generation, $0)] } ?? []
        case .makeIndex(let generation):
            model.orders.prepare(model)
            return [
                .indexed(MatchIndex(model.matcher), generation: generation),
                .searchable(SearchIndex(model.register, model.catalogue, readings), generation: generation),
            ]
        case .findCounterparts(let target, let query, let generation):
            return Counterparts.run(of: target, query: query, model).map { [.foundCounterparts(generation: generation, items: $0)] } ?? []
        default: return []
        }
    }
}
