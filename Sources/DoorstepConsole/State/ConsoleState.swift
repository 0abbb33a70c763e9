import DoorstepCore
import TerminalUI

/// All that the console is at one moment. Changed by `reduce` alone.
public struct ConsoleState: Sendable {
    public var size: Size
    public var language: Language
    public let caseworker: String
    public let stationName: String
    /// What the first row has to say of the store.
    public let storeNote: StoreNote
    public let day: Day
    /// Nil until the store is read.
    public var model: StationModel?
    /// Counts indexes asked for, so that one of an earlier store is dropped.
    var indexGeneration = 0
    /// Counts findings asked for, so that a late answer is dropped.
    var findingsGeneration = 0
    public var lists: [ListKind: ListView]
    public var current = ListKind.jobs
    public var panel = MatchPanel()
    /// The matches shown whole, over the list they belong to.
    public var matches: MatchesView?
    public var overlay: Overlay?
    /// Counts searches for the other side of a pair, so that a late answer
    /// to an old one is dropped.
    public var counterpartGeneration = 0
    public var message: Message?
    /// The disk or the store's file failed: nothing is saved any more.
    public var isHalted = false
    /// When to look next whether a backup is due.
    var backups = BackupPace()
    /// The caseworker asked to leave.
    public var isLeaving = false

    public enum StoreNote: Hashable, Sendable {
        case none, withoutPassphrase, demonstration, readOnly
    }

    public init(size: Size, language: Language, caseworker: String, stationName: String, storeNote: StoreNote, day: Day) {
        self.size = size
        self.language = language
        self.caseworker = caseworker
        self.stationName = stationName
        self.storeNote = storeNote
        self.day = day
        lists = Dictionary(uniqueKeysWithValues: ListKind.allCases.map { ($0, ListView($0)) })
    }

    /// The list that is shown.
    public var list: ListView {
        get { lists[current] ?? ListView(current) }
        set { lists[current] = newValue }
    }

    /// Where keys go.
    var scope: Scope {
        if overlay != nil { return .overlay }
        return matches == nil ? .list(current) : .matches
    }
}

/// The matches of the line under the cursor.
public struct MatchPanel: Equatable, Sendable {
    public var target: MatchTarget?
    /// Nil while they are being found.
    public var ranking: Ranking?
    public var generation = 0
}

/// The screen of all matches of one record.
public struct MatchesView: Equatable, Sendable {
    public let target: MatchTarget
    public var state = ListState()
}

/// What stands before the screen and takes the keys.
public enum Overlay: Equatable, Sendable {
    case help(HelpView)
    case step(StepForm)
    case export(ExportPrompt)
    case counterpart(CounterpartSearch)
    case why(WhyView)
    case findings(FindingsView)
    case saveSearch(SearchPrompt)
    case searches(SearchesView)
}

public struct HelpView: Equatable, Sendable {
    public var field = TextField()
    public var state = ListState()
}

public struct ExportPrompt: Equatable, Sendable {
    public var field: TextField
    /// The file is there already, and the caseworker was asked.
    public var isReplacing = false
    /// On its way to the disk.
    public var isWriting = false
}

/// The line that says what happened.
public struct Message: Equatable, Sendable {
    public enum Tone: Sendable {
        case plain, good, error
    }

    public let text: Phrase
    public let tone: Tone

    public init(_ text: Phrase, _ tone: Tone = .plain) {
        self.text = text
        self.tone = tone
    }
}

enum Scope: Equatable {
    case list(ListKind)
    case matches
    case overlay
}
