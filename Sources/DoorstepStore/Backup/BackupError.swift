import DoorstepCore
import Foundation

/// Why a backup could not be made, read or restored. Nothing was changed but
/// where the case says so.
public enum BackupError: SayableError, Hashable {
    /// The station's store stood in the way.
    case store(StoreError)
    /// What was to be backed up does not hold: such a copy would take the
    /// place of better ones.
    case unsound(findings: [Phrase])
    case notABackup(path: String)
    /// Made by a later version of the program.
    case newer(path: String, version: Int)
    /// Changed, cut off, or put together of several.
    case damaged(path: String, at: Phrase)
    /// Whole as a file, but the store in it does not hold.
    case findings(path: String, [Phrase])
    /// There is a file of that name, and nobody said to replace it.
    case exists(path: String)
    /// A store is never replaced by a backup.
    case isStore(path: String)
    /// The path is a symbolic link.
    case linked(path: String)
    /// A folder, or what else is no plain file.
    case notAFile(path: String)
    case unreadable(path: String, DiskRefusal)
    case unwritable(path: String, DiskRefusal)
    /// What the medium gives back is not what was written to it.
    case differs(path: String)
    /// Whoever was asked did not want it.
    case declined
    /// Somebody stopped it.
    case stopped

    public var message: Phrase {
        switch self {
        case .store(let error): error.message
        case .unsound(let findings):
            Phrase("没有备份，台站数据自身不完好：", "Nothing was backed up, for the store does not hold: ") + Phrase.first(of: findings)
                + Phrase("请运行 doorstep verify，并保留以前的备份。", " Run doorstep verify, and keep the earlier backups.")
        case .notABackup(let path):
            Phrase("\(path) 不是备份，未作改动；请核对路径。", "\(path) is not a backup, and nothing was changed; check the path.")
        case .newer(let path, let version):
            Phrase(
                "\(path) 是新版程序做的备份（格式 \(version)，本程序认识到 \(BackupHeader.version)），请升级程序。",
                "\(path) was made by a newer program (format \(version), this one knows \(BackupHeader.version)); upgrade the program.")
        case .damaged(let path, let place):
            Phrase(
                "备份 \(path) 已损坏：\(place.chinese)，不能使用；请换另一份备份。",
                "The backup \(path) is damaged: \(place.english), and it cannot be used; take another one.")
        case .findings(let path, let findings):
            Phrase("备份 \(path) 里的台站数据不完好：", "The store in the backup \(path) does not hold: ") + Phrase.first(of: findings)
                + Phrase("未作改动，请换另一份备份。", " Nothing was changed; take another backup.")
        case .exists(let path):
            Phrase("\(path) 已经存在，未作改动；请换个名字，或加 --replace 覆盖。", "\(path) exists already and was left as it is; choose another name, or add --replace.")
        case .isStore(let path):
            Phrase("\(path) 是台站数据文件，不能被备份覆盖；请换个名字。", "\(path) is a station's store and is not replaced by a backup; choose another name.")
        case .linked(let path):
            Phrase("\(path) 是链接，备份不写到链接上；请给出文件本身的路径。", "\(path) is a link, which a backup is not written onto; give the path of the file itself.")
        case .notAFile(let path):
            Phrase("\(path) 不是普通文件，未作改动；请给出一个文件名。", "\(path) is not a plain file and was left as it is; give the name of a file.")
        case .unreadable(let path, let refusal):
            Phrase("\(path) 读不出来（\(refusal.phrase.chinese)），请检查路径、磁盘和权限。", "\(path) cannot be read (\(refusal.phrase.english)); check the path, the disk and the permissions.")
        case .unwritable(let path, let refusal):
            Phrase(
                "\(path) 写不进去（\(refusal.phrase.chinese)），没有留下任何文件；请换个位置或腾出空间。",
                "\(path) cannot be written (\(refusal.phrase.english)), and nothing was left there; choose another place or make room.")
        case .differs(let path):
            Phrase("\(path) 读回来与写进去的不一样，介质可能坏了；请换一个介质再备份。", "\(path) reads back other than it was written: the medium may be failing; back up to another one.")
        case .declined: Phrase("没有恢复，什么也没有改；不想被问到请加 --yes。", "Nothing was restored, and nothing was changed; with --yes nobody is asked.")
        case .stopped: Phrase("已停止，什么也没有留下。", "Stopped; nothing was left behind.")
        }
    }
}

/// What the operating system says of a file that it does not read or write.
public enum DiskRefusal: Hashable, Sendable {
    case full, tooLarge, notPermitted, readOnly, missing
    /// With the system's own number.
    case other(Int32)

    init(_ code: Int32) {
        switch code {
        case ENOSPC, EDQUOT: self = .full
        case EFBIG: self = .tooLarge
        case EACCES, EPERM: self = .notPermitted
        case EROFS: self = .readOnly
        case ENOENT, ENOTDIR: self = .missing
        default: self = .other(code)
        }
    }

    var phrase: Phrase {
        switch self {
        case .full: Phrase("磁盘已满", "the disk is full")
        case .tooLarge: Phrase("超出文件大小限制", "over the limit of a file's size")
        case .notPermitted: Phrase("没有权限", "not permitted")
        case .readOnly: Phrase("磁盘只读", "the disk is read-only")
        case .missing: Phrase("没有这个文件或文件夹", "no such file or folder")
        case .other(let code): Phrase(verbatim: String(cString: strerror(code)))
        }
    }
}

extension Phrase {
    /// The first of several findings, and how many there are.
    fileprivate static func first(of findings: [Phrase]) -> Phrase {
        let first = findings.first ?? Phrase("", "")
        return findings.count < 2 ? first : first + Phrase("（共 \(findings.count) 处）", " (\(findings.count) in all)")
    }
}

extension BackupError {
    /// What an error that came out of the store or of GRDB means here.
    init(_ error: any Error, store path: String) {
        switch error {
        case let error as BackupError: self = error
        case ChangeError.store(let error): self = .store(error)
        case is SealError: self = .store(.damaged(at: .sealed))
        default: self = .store(StoreError(error, path: path))
        }
    }
}
