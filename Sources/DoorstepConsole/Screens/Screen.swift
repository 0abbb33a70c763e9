import DoorstepCore

/// A screen of the console, with its tab on the first row. A new one: a file
/// that declares it, its line in `of`, and in the list of commands the one
/// that opens it.
public struct Screen: Sendable {
    /// In the order of the tabs.
    public enum ID: String, CaseIterable, Sendable {
        case today, jobs, people, ledger, followUps = "follow-ups", policies, plan, reports
    }

    /// What a screen is made of.
    enum Body: Sendable {
        /// Records on the left, the one under the cursor and its best matches
        /// on the right.
        case list(ListKind)
        /// Lines that are worked out of all records.
        case page(Page)
    }

    let id: ID
    /// The command that opens it, whose key stands on the tab.
    let command: Command.ID
    let tab: Phrase
    let body: Body

    /// The one list of screens.
    static func of(_ id: ID) -> Screen {
        switch id {
        case .jobs: JobsScreen.screen
        case .people: PeopleScreen.screen
        case .ledger: LedgerScreen.screen
        case .today: TodayScreen.screen
        case .followUps: FollowUpsScreen.screen
        case .policies: PoliciesScreen.screen
        case .plan: PlanScreen.screen
        case .reports: ReportsScreen.screen
        }
    }

    static var all: [Screen] { ID.allCases.map { of($0) } }

    /// The screen that a command opens.
    static func opened(by command: Command.ID) -> Screen? { all.first { $0.command == command } }

    /// The tab's text; a key that the caseworker chose is the one shown.
    func label(_ keys: KeyMap, _ language: Language) -> String {
        let key = Command.all.first { $0.id == command }.flatMap { keys.keys(of: $0).first }
        return (key?.label ?? "") + tab(language)
    }
}

extension Screen.ID {
    /// The list that the screen shows; nil for a page.
    var list: ListKind? {
        if case .list(let kind) = Screen.of(self).body { kind } else { nil }
    }

    var page: Page? {
        if case .page(let page) = Screen.of(self).body { page } else { nil }
    }
}
