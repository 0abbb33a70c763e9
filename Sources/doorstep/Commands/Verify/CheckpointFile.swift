import DoorstepCore
import DoorstepStore
import Foundation

/// A checkpoint that lies beside a sheet, or that somebody kept.
enum CheckpointFile {
    /// - Throws: `CheckpointProblem` where the file is none.
    static func read(_ path: String) throws -> Checkpoint {
        let bytes = try Input.bytes(path)
        guard let text = String(validating: bytes, as: UTF8.self), let checkpoint = Checkpoint(text: text) else { throw CheckpointProblem.unreadable(path) }
        return checkpoint
    }

    /// The one beside a sheet; nil where there is none.
    static func beside(_ sheet: String) throws -> Checkpoint? {
        let path = Output.checkpoint(of: sheet)
        return FileManager.default.fileExists(atPath: path) ? try read(path) : nil
    }
}

enum CheckpointProblem: SayableError {
    case unreadable(String)

    var message: Phrase {
        switch self {
        case .unreadable(let path):
            Phrase("\(path) 不是签名存证，或者被改动过；请用导出时生成的那一个。", "\(path) is no checkpoint, or was changed; use the one that was written with the export.")
        }
    }
}
