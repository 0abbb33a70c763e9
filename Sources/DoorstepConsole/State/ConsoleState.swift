import DoorstepCore
import TerminalUI

/// All that the console is at one moment. Changed by `reduce` alone.
public struct ConsoleState: Sendable {
    public var size: Size
    public var language: Language
    /// Who works here; after each unlocking, who did.
    public var caseworker: String
    public let stationName: String
    public let settings: ConsoleSettings
    /// How wide the terminal draws what others draw narrow.
    let width: DisplayWidth
    /// What the first row has to say of the store.
    public var storeNote: StoreNote
    /// Who may open the store; none where it has no passphrase.
    public var caseworkers: [String]
    /// Stands before everything while it is there.
    public var lock: LockView?
    /// Seconds since the program began, as the last tick said, and at the
    /// last key.
    public var second = 0
    var lastInput = 0
    public let day: Day
    /// Nil until the store is read.
    public var model: StationModel?
    /// What there is to look at meanwhile.
    public internal(set) var firstLines: StationModel?
    /// Counts indexes asked for, so that one of an earlier store is dropped.
    var indexGeneration = 0
    /// Counts findings asked for, so that a late answer is dropped.
    var findingsGeneration = 0
    public var lists: [ListKind: ListView]
    /// The screen that is shown.
    public var current = Screen.ID.jobs {
        didSet { shownList = current.list ?? shownList }
    }
    /// The list of the screen that is shown or, where that is a page, the one
    /// that was shown before it.
    private var shownList = ListKind.jobs
    var pages: [Screen.ID: PageView] = [:]
    public var panel = MatchPanel()
    /// The plan over both lists.
    public internal(set) var planning = Planning()
    /// The matches shown whole, over the list they belong to.
    public var matches: MatchesView?
    public var overlay: Overlay?
    /// Forms that were left unsaved, to be taken up again; the latest last.
    var shelved: [RecordForm] = []
    /// What can be taken back.
    public internal(set) var history = WorkHistory()
    /// Set while the screen is turned towards the client.
    public internal(set) var turned: Turned?
    /// The person whose numbers are shown whole.
    public var revealed: RecordID?
    /// The person whose telephone is shown, for a call.
    public internal(set) var called: RecordID?
    /// Counts searches for the other side of a pair, so that a late answer
    /// to an old one is dropped.
    public var counterpartGeneration = 0
    /// Counts what was asked of doubles, likewise.
    var doublesGeneration = 0
    /// Counts what was asked of files, likewise.
    var intakeGeneration = 0
    /// The sheet that was looked at last and not stored, with what was said of
    /// it.
    var lastIntake: IntakeRequest?
    /// Files that were read in, the latest first.
    var recentSheets: [String] = []
    public var message: Message? {
        didSet { if message != nil { messageNumber += 1 } }
    }
    /// Counts messages, so that the same one again is known for another.
    private(set) var messageNumber = 0
    public internal(set) var tour: Tour?
    /// The store could not be read whole.
    public internal(set) var isUnreadable = false
    /// The disk or the store's file failed: nothing is saved any more.
    public var isHalted = false
    /// When to look next whether a backup is due.
    var backups = BackupPace()
    /// The caseworker asked to leave.
    public var isLeaving = false

    public enum StoreNote: Hashable, Sendable {
        case none, withoutPassphrase, demonstration, readOnly
    }

    /// - Parameters:
    ///   - caseworkers: who may open the store.
    ///   - isLocked: whether one of them still has to.
    ///   - width: as the terminal draws; the settings say what it is to be
    ///     asked.
    public init(
        size: Size, language: Language, caseworker: String, stationName: String, storeNote: StoreNote, day: Day, caseworkers: [String] = [],
        isLocked: Bool = false, settings: ConsoleSettings = ConsoleSettings(), width: DisplayWidth = DisplayWidth(ambiguous: .narrow)
    ) {
        self.size = size
        self.language = language
        self.caseworker = caseworker
        self.stationName = stationName
        self.storeNote = storeNote
        self.day = day
        self.caseworkers = caseworkers
        self.settings = settings
        self.width = width
        turned = settings.startsTurned ? Turned(client: nil) : nil
        lock = isLocked ? LockView(caseworkers, preselected: caseworker) : nil
        lists = Dictionary(uniqueKeysWithValues: ListKind.allCases.map { ($0, ListView($0)) })
    }

    /// What the lists are drawn from: all there is or, until that is read,
    /// their first lines.
    public var shown: StationModel? { model ?? firstLines }

    /// The list that is shown; on a page, the one that was shown before it.
    public var list: ListView {
        get { lists[shownList] ?? ListView(shownList) }
        set { lists[shownList] = newValue }
    }

    /// The page that is shown; nil where a list is.
    var page: PageView? {
        get { current.page == nil ? nil : pages[current] ?? PageView() }
        set { pages[current] = newValue }
    }

    /// Where keys go once the overlay is closed.
    var scopeBelow: Scope {
        var under = self
        under.overlay = nil
        return under.scope
    }

    /// Where keys go.
    var scope: Scope {
        if lock != nil { return .locked }
        if overlay != nil { return .overlay }
        if matches != nil { return .matches }
        return current.list.map { .list($0) } ?? current.page?.scope ?? .page
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
    public internal(set) var marks: Set<Pair> = []
    /// The line to be chosen once the matches are there again.
    var awaited: Pair?

    public struct Pair: Hashable, Sendable {
        public let job: RecordID
        public let person: RecordID
    }
}

/// What stands before the screen and takes the keys.
public enum Overlay: Equatable, Sendable {
    case help(HelpView)
    case command(CommandPrompt)
    case step(StepForm)
    case record(RecordForm)
    case export(ExportPrompt)
    case counterpart(CounterpartSearch)
    case why(WhyView)
    case findings(FindingsView)
    case reveal(RevealPrompt)
    case saveSearch(SearchPrompt)
    case searches(SearchesView)
    case importing(ImportView)
    case doubles(DoublesView)
    case service(ServiceForm)
    case planRefusal(PlanRefusalForm)
    case planSettings(PlanSettingsForm)
}

public struct ExportPrompt: Equatable, Sendable {
    public let subject: Subject
    public var field: TextField

    /// What the file is to hold.
    public enum Subject: Equatable, Sendable {
        case list(ExportSelection)
        /// The letter of introduction of a placement.
        case letter(RecordID)
    }

    /// The file is there already, and the caseworker was asked.
    public var isReplacing = false
    /// On its way to the disk.
    public var isWriting = false
}

/// What is exported from a list.
public struct ExportSelection: Equatable, Sendable {
    public let list: ListKind
    /// Nil for the whole ledger.
    public let lines: [RecordID]?
}

/// The line that says what happened.
public struct Message: Hashable, Sendable {
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
    case page
    /// A page whose lines are about records.
    case work
    /// A page of a period.
    case report
    /// The plan over both lists.
    case plan
    case matches
    case overlay
    case locked
}
