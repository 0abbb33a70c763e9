import DoorstepCore
import GRDB

extension StoreError {
    /// SQLite's code for a disk that does not do what it is asked, which the
    /// store's own files can meet as well.
    static let ioError = Int(ResultCode.SQLITE_IOERR.rawValue)

    /// What an error that came out of GRDB means to a user.
    init(_ error: any Error, path: String) {
        if let error = error as? StoreError {
            self = error
            return
        }
        if let row = error as? UnreadableRow {
            self = row.storeError
            return
        }
        guard let error = error as? DatabaseError else {
            guard !(error is SealError) else {
                self = .damaged(at: .sealed)
                return
            }
            // A value that the schema does not allow.
            self = error is RowDecodingError ? .damaged(at: .file) : .failed(code: 0)
            return
        }
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(by: ChangeLock(path: path + ".lock", patience: 0).holder)
        case .SQLITE_READONLY: self = .readOnly
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_CORRUPT: self = .damaged(at: .file)
        case .SQLITE_NOTADB: self = .notAStore(path: path)
        // The store's own file was looked at before: what cannot be opened is
        // the journal of a change, on a disk that fails or is full.
        case .SQLITE_PERM, .SQLITE_AUTH: self = .unreadable(path: path)
        default: self = .failed(code: Int(error.extendedResultCode.rawValue))
        }
    }
}

extension Phrase {
    static let file = Phrase("文件", "the file")
    static let sealed = Phrase("加密的内容", "what is sealed")
    static let checkpoints = Phrase("签名存证", "the checkpoints")
    static let keySlots = Phrase("钥匙", "the keys")
}
