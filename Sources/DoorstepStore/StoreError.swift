import DoorstepCore

/// Why the store cannot be used, or a change not be kept.
///
/// Whatever a change throws, nothing of it was saved, with the one exception
/// of `uncertain`, which says so.
public enum StoreError: SayableError, Hashable {
    /// There is no file at the path.
    case missing(path: String)
    /// A new store would replace a file.
    case exists(path: String)
    /// The path is a symbolic link, or the file has a second name: SQLite
    /// could then be given the same file with two different journals.
    case linked(path: String)
    /// The operating system does not let the file be read.
    case unreadable(path: String)
    /// A file, but no store.
    case notAStore(path: String)
    /// Made by a later version of the program.
    case newer(version: Int)
    /// Of an earlier format, on a medium that cannot be written.
    case older(version: Int)
    /// What cannot be read: the file, or a record of it.
    case damaged(at: Phrase)
    /// SQLite did not take a setting that the store's safety rests on.
    case unsafe(setting: String, value: String)
    /// A change was cut off, and the medium does not let it be undone.
    case cutOff(path: String)
    /// The path leads to another file than the one that was opened: a backup
    /// was restored, or somebody moved the file.
    case replaced(path: String)
    /// Another program is changing the store; empty where it is not known
    /// which.
    case locked(by: String)
    /// The medium or its permissions do not let the store be changed.
    case readOnly
    case diskFull
    /// The disk or SQLite refused, with SQLite's extended result code.
    case failed(code: Int)
    /// As `failed`, but the change is in the file; whether it would outlast a
    /// power cut cannot be told.
    case uncertain(code: Int)
    /// The disk or the file failed an earlier change: none is written since.
    case halted
    /// A job's employer is not in the store.
    case unknownEmployer(job: RecordID, employer: RecordID)
    /// A record that could not be read back as it would be kept.
    case unstorable(record: Phrase, reason: Phrase)
    /// The store is kept under passphrases, and nobody has unlocked it.
    case sealed
    /// Not the passphrase of the caseworker; the next try is taken after so
    /// many seconds.
    case wrongPassphrase(wait: Int)
    /// Too soon after a wrong passphrase.
    case slowedDown(wait: Int)
    case unknownCaseworker(String, known: [String])
    case caseworkerExists(String)
    /// Somebody has to be left who can open the store.
    case lastCaseworker(String)
    case passphraseTooShort(shortest: Int)
    /// The station's place is not in the catalogue.
    case unknownStation(code: String)

    public var message: Phrase {
        switch self {
        case .missing(let path):
            Phrase("没有找到台站数据 \(path)，请核对路径，或先用 doorstep init 新建。", "There is no store at \(path); check the path, or make one with doorstep init.")
        case .exists(let path):
            Phrase("\(path) 已经存在，未作改动；请换一个路径。", "\(path) exists already and was left as it is; choose another path.")
        case .linked(let path):
            Phrase("\(path) 是链接，台站数据不能经链接打开；请给出文件本身的路径。", "\(path) is a link, through which a store cannot be opened safely; give the path of the file itself.")
        case .unreadable(let path):
            Phrase("没有权限读取 \(path)，请检查文件和文件夹的权限。", "\(path) may not be read; check the permissions of the file and its folder.")
        case .notAStore(let path):
            Phrase("\(path) 不是本程序的台站数据，未作改动；请核对路径。", "\(path) is not a store of this program and was left as it is; check the path.")
        case .newer(let version):
            Phrase(
                "数据文件是新版程序建立的（格式 \(version)，本程序认识到 \(Schema.version)），请升级程序。",
                "The store was made by a newer program (format \(version), this one knows \(Schema.version)); upgrade the program.")
        case .older(let version):
            Phrase(
                "数据文件是旧格式（\(version)），要先在能写的地方打开一次；请复制到本机硬盘再打开。",
                "The store is of an earlier format (\(version)) and has to be opened once where it can be written; copy it to this machine's disk first.")
        case .damaged(let place):
            Phrase(
                "台站数据损坏：\(place.chinese)读不出来；请运行 doorstep verify，并从备份恢复。",
                "The store is damaged: \(place.english) cannot be read; run doorstep verify, and restore a backup.")
        case .unsafe(let setting, let value):
            Phrase(
                "SQLite 没有接受安全设置 \(setting)（现为 \(value)），台站数据没有打开；请检查系统的 SQLite。",
                "SQLite did not take the safety setting \(setting) (it is \(value)), and the store was not opened; check the system's SQLite.")
        case .cutOff(let path):
            Phrase(
                "\(path) 上次改动时中断，需要写入才能复原，但这里只读；请复制到可写的地方再打开。",
                "A change to \(path) was cut off and must be undone, but it cannot be written here; copy the folder to where it can, and open it there.")
        case .replaced(let path):
            Phrase(
                "\(path) 已被移走或换成了别的文件（如恢复了备份），什么也没有保存；请重新打开程序。",
                "\(path) was moved or replaced, as by restoring a backup, and nothing was saved; open the program again.")
        case .locked(let holder):
            Phrase(
                "台站数据正被占用\(holder.isEmpty ? "" : "（\(holder)）")，什么也没有保存；请稍后再试。",
                "The store is in use\(holder.isEmpty ? "" : " (\(holder))"), and nothing was saved; try again in a moment.")
        case .readOnly:
            Phrase("台站数据只能读，什么也没有保存；请检查磁盘和文件夹的写权限。", "The store can only be read, and nothing was saved; check that the disk and the folder can be written.")
        case .diskFull:
            Phrase("磁盘已满，什么也没有保存；请腾出空间再试。", "The disk is full, and nothing was saved; make room and try again.")
        case .failed(let code):
            Phrase("读写台站数据失败（SQLite \(code)），什么也没有保存；请检查磁盘并做备份。", "The store could not be read or written (SQLite \(code)), and nothing was saved; check the disk and make a backup.")
        case .uncertain(let code):
            Phrase(
                "改动已写入，但磁盘报错（SQLite \(code)），断电可能丢失；请检查磁盘并立即备份，不要重复录入。",
                "The change was written, but the disk reported an error (SQLite \(code)), and a power cut may lose it; check the disk, make a backup now, and do not enter it again.")
        case .halted:
            Phrase(
                "磁盘或数据文件出过错，为防损坏已停止保存，这次什么也没有保存；请检查磁盘并做备份，再重新打开程序。",
                "The disk or the file failed earlier: nothing is saved since, nor was this; check the disk, make a backup, and open the program again.")
        case .unknownEmployer(let job, let employer):
            Phrase(
                "岗位 \(job) 的单位 \(employer) 不在台站数据里，什么也没有保存；请先登记单位。",
                "The employer \(employer) of the job \(job) is not in the store, and nothing was saved; record the employer first.")
        case .unstorable(let record, let reason):
            Phrase("\(record.chinese)存不下，什么也没有保存：", "\(record.english) cannot be kept, and nothing was saved: ") + reason
        case .sealed:
            Phrase("台站数据设有口令，请先输入口令。", "The store is kept under passphrases; give yours first.")
        case .wrongPassphrase(wait: 0):
            Phrase("口令不对，请核对后再试。", "That is not the passphrase; check it and try again.")
        case .wrongPassphrase(let wait):
            wait == 0
                ? Phrase("口令不对，请再试。", "That is not the passphrase; try again.")
                : Phrase("口令不对，请 \(wait) 秒后再试。", "That is not the passphrase; try again in \(wait) s.")
        case .slowedDown(let wait):
            Phrase("口令刚刚输错，请等 \(wait) 秒再试。", "The passphrase was wrong just now; wait \(wait) s and try again.")
        case .unknownCaseworker(let name, let known):
            Phrase(
                "没有名为“\(name)”的经办人，请用 --caseworker 说明是谁：\(known.joined(separator: "、"))。",
                "No caseworker here is called “\(name)”; say who you are with --caseworker: \(known.joined(separator: ", ")).")
        case .caseworkerExists(let name):
            Phrase("经办人“\(name)”已经在了；要换口令请用 caseworker passphrase。", "There is a caseworker “\(name)” already; use caseworker passphrase to change theirs.")
        case .lastCaseworker(let name):
            Phrase("“\(name)”是最后一位经办人，删除后没有人能打开台站数据；请先添加另一位。", "“\(name)” is the last caseworker, and nobody else could open the store; add another first.")
        case .passphraseTooShort(let shortest):
            Phrase("口令太短，请至少用 \(shortest) 个字符。", "The passphrase is too short; use \(shortest) characters at least.")
        case .unknownStation(let code):
            Phrase("目录里没有站点所在地 \(code)，请升级程序。", "The station's place \(code) is not in the catalogue; upgrade the program.")
        }
    }
}

/// Why a change was not made: the store could not keep it, or the rules of
/// placements do not let it follow.
public enum ChangeError: SayableError, Hashable {
    case store(StoreError)
    case refused(StepRefusal)
    case service(ServiceRefusal)
    /// About a saved search: its name is taken, or there is none.
    case search(SavedSearchError)
    /// Somebody else changed the record since it was read: nothing was saved
    /// over it.
    case changedMeanwhile(record: Phrase)
    /// An import cannot be taken back: something was done with one of its
    /// records since.
    case changedSince(record: Phrase)
    /// Likewise: one of its people or jobs has a placement by now.
    case placedSince(record: Phrase)
    /// Likewise: something was done for one of them by now.
    case servedSince(record: Phrase)
    /// There is no import of that number.
    case noImport(entry: Int)
    /// Somebody stopped it.
    case stopped
    /// A placement begins with a referral and with nothing else.
    case notOpening(asked: Stage)

    public var message: Phrase {
        switch self {
        case .store(let error): error.message
        case .refused(let refusal): refusal.message
        case .service(let refusal): refusal.message
        case .search(let error): error.message
        case .changedMeanwhile(let record):
            Phrase(
                "\(record.chinese)刚被其他人改过，这次没有保存；请重新打开再改。",
                "The \(record.english) was changed by somebody else meanwhile; nothing was saved. Open it again and repeat the change.")
        case .changedSince(let record):
            Phrase(
                "\(record.chinese)在读入之后改过，这次读入不能整批撤销，什么也没有改动；请逐条修改。",
                "The \(record.english) was changed after the import, which can no longer be taken back whole; nothing was changed. Edit the records one by one.")
        case .placedSince(let record):
            Phrase(
                "\(record.chinese)在读入之后已有推荐，这次读入不能整批撤销，什么也没有改动；请逐条修改。",
                "The \(record.english) has had a placement since the import, which can no longer be taken back whole; nothing was changed. Edit the records one by one.")
        case .servedSince(let record):
            Phrase(
                "\(record.chinese)在读入之后已有服务记录，这次读入不能整批撤销，什么也没有改动；请逐条修改。",
                "Something was done for the \(record.english) since the import, which can no longer be taken back whole; nothing was changed. Edit the records one by one.")
        case .noImport(let entry):
            Phrase("日志第 \(entry) 条不是读入表格，什么也没有改动；请核对。", "Journal entry \(entry) is no import; nothing was changed. Check the number.")
        case .stopped: Phrase("已停止，什么也没有保存。", "Stopped; nothing was saved.")
        case .notOpening(let asked):
            Phrase(
                "一笔推荐要从“\(Stage.referred.phrase.chinese)”开始，不能从“\(asked.phrase.chinese)”开始；请先推荐。",
                "A placement begins with “\(Stage.referred.phrase.english)”, not with “\(asked.phrase.english)”; refer the person first.")
        }
    }
}
