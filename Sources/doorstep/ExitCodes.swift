import DoorstepCore
import DoorstepStore

/// Exit codes: 0 done, 1 done in part or something found, 2 unusable
/// arguments or input, 3 the store is locked, damaged or newer.
enum ExitCodes {
    static func code(for error: any SayableError) -> Int32 {
        switch error {
        case let error as StoreError: code(for: error)
        case ChangeError.store(let error), BackupError.store(let error): code(for: error)
        case BackupError.newer, BackupError.unsound: 3
        case is CatalogueError, PassphraseProblem.nobodyToAsk: 3
        default: 2
        }
    }

    private static func code(for error: StoreError) -> Int32 {
        switch error {
        // The arguments name the wrong file, or records that do not fit.
        case .missing, .exists, .linked, .notAStore, .unstorable, .unknownEmployer, .passphraseTooShort, .caseworkerExists, .lastCaseworker, .unknownCaseworker: 2
        default: 3
        }
    }
}
