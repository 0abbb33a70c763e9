import DoorstepCore
import DoorstepStore

/// Exit codes: 0 done, 1 done in part or something found, 2 unusable
/// arguments or input, 3 the store is locked, damaged or newer.
enum ExitCodes {
    static func code(for error: any SayableError) -> Int32 {
        switch error {
        case let error as StoreError: error.isOfTheStore ? 3 : 2
        case let error as ChangeError: error.isOfTheStore ? 3 : 2
        default: 2
        }
    }
}
