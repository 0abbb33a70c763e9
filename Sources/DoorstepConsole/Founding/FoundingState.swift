import DoorstepCore
import TerminalUI

/// A first start, where there is no store yet: asks what a station needs,
/// offers the demonstration, and shows the recovery code. Changed by
/// `reduce` alone.
public struct FoundingState: Sendable {
    public internal(set) var size: Size
    public internal(set) var language: Language
    let settings: ConsoleSettings
    /// Where the store would be.
    let path: String
    let places: FoundingPlaces
    /// How many characters a passphrase needs.
    let shortestPassphrase: Int
    public internal(set) var stage = Stage.welcome(chosen: .station)
    var form: FoundingForm
    /// Why nothing was made, or what else there is to say.
    var problem: Phrase?
    /// How the first start ended; nil while it goes on.
    public internal(set) var ending: Ending?

    public enum Stage: Equatable, Sendable {
        case welcome(chosen: Offer)
        case form
        /// Nothing was typed for a passphrase: whether that was meant.
        case withoutPassphrase
        /// The store is being made.
        case making
        /// It is there; the code is shown once.
        case recovery(code: String)
    }

    /// What can be begun with.
    public enum Offer: Int, CaseIterable, Sendable {
        case station, demonstration
    }

    public enum Ending: Equatable, Sendable {
        /// Nothing was made.
        case left
        case demonstration
        /// The station is founded, and its console to be opened.
        case founded
    }

    /// - Parameter caseworker: who it seems to be, to be corrected.
    public init(
        size: Size, language: Language, path: String, caseworker: String, places: FoundingPlaces, shortestPassphrase: Int,
        settings: ConsoleSettings = ConsoleSettings()
    ) {
        self.size = size
        self.language = language
        self.path = path
        self.places = places
        self.shortestPassphrase = shortestPassphrase
        self.settings = settings
        form = FoundingForm(caseworker: caseworker)
    }

    /// All of it can be seen.
    var isShown: Bool { size.columns >= Layout.smallest.columns && size.rows >= Layout.smallest.rows }
}

/// What happened on a first start.
public enum FoundingAction: Sendable {
    case input(InputEvent)
    /// The store is on the disk; with the code that opens it where it has a
    /// passphrase.
    case founded(recovery: String?)
    case notFounded(Phrase)
}

/// What is to be done outside.
public enum FoundingEffect: Equatable, Sendable {
    case found(NewStation)
    case suspend
    case redraw
}

/// A station that is to be founded.
public struct NewStation: Hashable, Sendable {
    public let place: Place
    public let name: String
    public let caseworker: String
    /// Nil where the store is kept openly.
    public let passphrase: String?

    public init(place: Place, name: String, caseworker: String, passphrase: String?) {
        (self.place, self.name, self.caseworker, self.passphrase) = (place, name, caseworker, passphrase)
    }
}
