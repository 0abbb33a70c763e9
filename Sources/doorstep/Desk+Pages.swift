import DoorstepConsole
import DoorstepCore
import DoorstepStore

/// What there is to look at while a store is being read.
enum StationReading: Sendable {
    case first(FirstLines)
    case whole(LoadedStation)
}

extension Desk {
    /// More lines than any screen has rows.
    private static let pageCount = 200
    /// Fewer people and jobs are all read before anybody has seen a page.
    private static let fewest = 3000

    /// Reads the store: the first pages of the lists, then all of it.
    ///
    /// - Parameter ahead: the order of jobs, if somebody began to read it.
    func read(ahead: Beside<WaitingOrder>?, _ show: (StationReading) -> Void) throws {
        do {
            if try Desk.isWorthPages(store) { try readPages(ahead) { show(.first($0)) } }
        } catch {
            // What stands in the way of a page is told of by reading it all.
        }
        show(.whole(try load()))
    }

    /// Begins to read the first page, where there will be one.
    static func readAhead(_ store: StationStore, _ day: Day) -> Beside<WaitingOrder>? {
        // One that is locked is read when it is opened.
        guard !store.isLocked, (try? isWorthPages(store)) == true else { return nil }
        return Beside { try store.waitingOrder(of: .jobs, asOf: day) }
    }

    private static func isWorthPages(_ store: StationStore) throws -> Bool { try store.listedCount() >= fewest }

    private func readPages(_ ahead: Beside<WaitingOrder>?, _ show: (FirstLines) -> Void) throws {
        let (settings, _) = StationSettings.reading(try storedSettings())
        var register: Register?
        var lists: [ListKind: FirstLines.List] = [:]
        for (kind, list) in [(ListKind.jobs, WaitingOrder.List.jobs), (.people, .people)] {
            let order = try order(of: list, ahead)
            let page = try store.page(order, count: Desk.pageCount, addingTo: register, catalogue: catalogue)
            register = page.register
            lists[kind] = FirstLines.List(items: page.ids, isWhole: page.isWhole)
            show(FirstLines(
                model: StationModel(
                    register: page.register, catalogue: catalogue, queries: QueryParser(withoutBeginnings: catalogue), settings: settings, day: day,
                    sequence: order.sequence),
                lists: lists))
        }
    }

    /// The one that was read ahead, unless something changed since.
    private func order(of list: WaitingOrder.List, _ ahead: Beside<WaitingOrder>?) throws -> WaitingOrder {
        if let known = try ahead?.value(), known.list == list, known.sequence == (try store.sequence()) { return known }
        return try store.waitingOrder(of: list, asOf: day)
    }
}
