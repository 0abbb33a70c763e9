import ArgumentParser
import DoorstepCore
import DoorstepExchange
import DoorstepStore
import Foundation

extension SheetFormat: ExpressibleByArgument {}

/// Where rows go and in which form.
struct OutputOptions: ParsableArguments {
    @Option(
        help: .told(
            "csv、xlsx、json、jsonl 或 table（默认：按 --output 的扩展名；没有时，终端上是表格，其他情况是 csv）。",
            "csv, xlsx, json, jsonl or table (default: by the ending of --output; else a table on a terminal, csv elsewhere)."))
    var format: SheetFormat?

    @Option(help: .told("写到哪个文件（默认：标准输出）。", "The file to write (default: standard output)."), completion: .file())
    var output: String?

    /// The form that the rows will have.
    var writtenFormat: SheetFormat {
        if let format { return format }
        if let output { return SheetFormat(path: output) ?? .csv }
        return isatty(STDOUT_FILENO) == 1 ? .table : .csv
    }

    /// Refuses what cannot be done anyway before anything is journalled.
    func check() throws(OutputError) {
        if writtenFormat == .xlsx, output == nil, isatty(STDOUT_FILENO) == 1 { throw .isTerminal }
    }

    /// The rows as whoever reads the file finds them.
    func asWritten(_ rows: SheetRows) -> SheetRows { writtenFormat == .xlsx ? rows.inWorkbook : rows }

    /// Writes a sheet whole: a file is put in place only when all of it is
    /// on disk.
    ///
    /// - Parameters:
    ///   - title: what a workbook says of it.
    ///   - checkpoint: goes with it, as the last line of JSON Lines, in a
    ///     sheet of a workbook and beside any other file.
    func write(header: [String], rows: SheetRows, about title: SheetTitle? = nil, with checkpoint: Checkpoint? = nil) throws(OutputError) {
        try write(WrittenSheet(header: header, rows: rows, title: title, checkpoint: checkpoint))
    }

    /// As the other, of rows that come one after the other.
    func write(
        header: [String], rows: some Sequence<[SheetValue]>, about title: SheetTitle? = nil, with checkpoint: Checkpoint? = nil
    ) throws(OutputError) {
        try write(WrittenSheet(header: header, rows: rows, title: title, checkpoint: checkpoint))
    }

    func write(_ sheet: WrittenSheet) throws(OutputError) {
        let cut = if let output { try sheet.write(writtenFormat, to: output, replacing: true) } else { try sheet.write(writtenFormat) }
        if cut > 0 {
            let language = sheet.title?.language ?? Surroundings.language(arguments: CommandLine.arguments)
            Output.say(
                Phrase(
                    "有 \(cut) 个单元格的文字超过 32767 个字符，表里只有前面的部分；要全文请导出 csv。",
                    "\(cut) \(cut == 1 ? "cell has" : "cells have") more than 32,767 characters, and a workbook holds the beginning alone; export csv for all of it.")(language))
        }
    }
}

extension OutputOptions {
    /// Writes bytes that are no sheet, the checkpoint beside the file.
    func write(_ bytes: [UInt8], with checkpoint: Checkpoint) throws(OutputError) {
        guard let output else { return try Output.write(bytes, to: STDOUT_FILENO, name: "stdout") }
        try Output.writeFile(output, replacing: true) { sink throws(OutputError) in try sink(bytes) }
        try Output.write(checkpoint, beside: output)
    }
}

/// What could not be written, and why.
enum OutputError: SayableError {
    case cannotWrite(String, reason: Phrase)
    case exists(String)
    /// A store, or a sheet that is being read.
    case isStore(String)
    case isInput(String)
    /// A workbook is no text to be shown.
    case isTerminal

    var message: Phrase {
        switch self {
        case .cannotWrite(let name, let reason):
            Phrase("\(name)：写不出来（\(reason.chinese)），请换个位置或腾出空间。", "\(name): cannot be written (\(reason.english)); choose another place or make room.")
        case .isStore(let name):
            Phrase("\(name)：是台站数据文件，不能覆盖，请换个名字。", "\(name): is a station's store and is not replaced; choose another name.")
        case .isInput(let name):
            Phrase("\(name)：正是要读入的文件，不能覆盖，请换个名字。", "\(name): is a file being read and is not replaced; choose another name.")
        case .isTerminal:
            Phrase("xlsx 不能显示在终端上，请用 --output 指定文件。", "A workbook (xlsx) cannot be shown on a terminal; name a file with --output.")
        case .exists(let name):
            Phrase("\(name)：文件已存在，请换个名字。", "\(name): exists already; choose another name.")
        }
    }
}

enum Output {
    /// Where the checkpoint of an exported file is.
    static func checkpoint(of path: String) -> String { path + ".checkpoint" }

    /// An earlier file's checkpoint is replaced with the file.
    static func write(_ checkpoint: Checkpoint, beside path: String) throws(OutputError) {
        try writeFile(Output.checkpoint(of: path), replacing: true) { sink throws(OutputError) in try sink(Array(checkpoint.text.utf8)) }
    }

    /// A checkpoint as the last line of JSON Lines.
    static func line(_ checkpoint: Checkpoint) -> [UInt8] {
        var line: [UInt8] = []
        JSONLinesWriter(header: ["checkpoint"]).append([.text(checkpoint.text)], to: &line)
        return line
    }

    /// One line to standard error, without what could steer a terminal.
    static func say(_ line: String) {
        let safe = String(String.UnicodeScalarView(line.unicodeScalars.map { $0.properties.generalCategory == .control || $0.properties.generalCategory == .format ? " " : $0 }))
        FileHandle.standardError.write(Data((safe + "\n").utf8))
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32, name: String) throws(OutputError) {
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                Foundation.write(descriptor, buffer.baseAddress.map { $0 + start }, bytes.count - start)
            }
            if written < 0 {
                if errno == EINTR { continue }
                // Who reads has seen enough: nothing is wrong.
                if errno == EPIPE, descriptor == STDOUT_FILENO { Program.exit(0) }
                throw .cannotWrite(name, reason: Output.reason(errno))
            }
            start += written
        }
    }

    /// Whether a file is a store: never a place to write a sheet to.
    private static func isStore(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        return (try? file.read(upToCount: 15)) == Data("SQLite format 3".utf8)
    }

    /// What the system says of a failure, in both languages where it is one
    /// that people meet.
    static func reason(_ code: Int32) -> Phrase {
        switch code {
        case ENOENT: Phrase("没有这个目录", "no such folder")
        case EACCES, EPERM: Phrase("没有权限", "not permitted")
        case ENOSPC, EDQUOT: Phrase("磁盘已满", "the disk is full")
        case EROFS: Phrase("磁盘只读", "the disk is read-only")
        case EISDIR: Phrase("是目录", "is a folder")
        case EFBIG: Phrase("超出文件大小限制", "over the limit of a file's size")
        default: Phrase(verbatim: String(cString: strerror(code)))
        }
    }

    /// Writes a file whole, or not at all.
    static func writeFile(
        _ path: String, replacing: Bool, _ body: (_ sink: ([UInt8]) throws(OutputError) -> Void) throws(OutputError) -> Void
    ) throws(OutputError) {
        try placeFile(path, replacing: replacing) { _, descriptor throws(OutputError) in
            try body { bytes throws(OutputError) in try write(bytes, to: descriptor, name: path) }
        }
    }

    /// Whether a file may be written there, asked before anything is noted of
    /// it.
    static func checkCanBeWritten(_ path: String, replacing: Bool) throws(OutputError) {
        if !replacing, FileManager.default.fileExists(atPath: path) { throw .exists(path) }
        if isStore(path) { throw .isStore(path) }
    }

    /// Writes beside the file, syncs, renames, and syncs the folder: the file
    /// is whole or not there, and one that was said to be written outlasts a
    /// power cut.
    ///
    /// - Parameter body: fills the file that will take the other's place.
    static func placeFile(
        _ path: String, replacing: Bool, _ body: (_ temporary: String, _ descriptor: Int32) throws(OutputError) -> Void
    ) throws(OutputError) {
        try checkCanBeWritten(path, replacing: replacing)
        let temporary = path + ".\(getpid()).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotWrite(path, reason: Output.reason(errno)) }
        do throws(OutputError) {
            try body(temporary, descriptor)
            guard fsync(descriptor) == 0 else { throw .cannotWrite(path, reason: Output.reason(errno)) }
            let isThere = FileManager.default.fileExists(atPath: path)
            guard rename(temporary, path) == 0 else { throw .cannotWrite(path, reason: Output.reason(errno)) }
            do throws(OutputError) {
                try syncFolder(of: path)
            } catch {
                // Not told of as written, so it must not be there either;
                // what it has replaced was given up for it.
                if !isThere { unlink(path) }
                throw error
            }
            close(descriptor)
        } catch {
            close(descriptor)
            unlink(temporary)
            throw error
        }
    }

    static func folder(of path: String) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }

    /// Waits until the disk has the names in the folder of a file.
    private static func syncFolder(of path: String) throws(OutputError) {
        let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotWrite(path, reason: Output.reason(errno)) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .cannotWrite(path, reason: Output.reason(errno)) }
    }
}

/// Reads a file whole.
enum Input {
    /// Whether two paths lead to one file.
    static func isSame(_ one: String, _ other: String) -> Bool {
        var first = stat()
        var second = stat()
        return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    static func bytes(_ path: String) throws(SheetError) -> [UInt8] { try SourceFile(path).bytes() }
}
