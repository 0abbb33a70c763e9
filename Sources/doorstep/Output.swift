import ArgumentParser
import DoorstepCore
import DoorstepExchange
import Foundation

extension SheetFormat: ExpressibleByArgument {}

/// Where rows go and in which form.
struct OutputOptions: ParsableArguments {
    @Option(help: .told("csv、json、jsonl 或 table（默认：终端上是表格，其他情况是 csv）。", "csv, json, jsonl or table (default: a table on a terminal, csv elsewhere)."))
    var format: SheetFormat?

    @Option(help: .told("写到哪个文件（默认：标准输出）。", "The file to write (default: standard output)."))
    var output: String?

    /// The form that the rows will have.
    var writtenFormat: SheetFormat {
        format ?? (output == nil && isatty(STDOUT_FILENO) == 1 ? .table : .csv)
    }

    /// Writes a sheet whole: a file is put in place only when all of it is
    /// on disk.
    func write(header: [String], rows: some Sequence<[SheetValue]>) throws(OutputError) {
        let format = writtenFormat
        if let output {
            try Output.writeFile(output, replacing: true) { sink throws(OutputError) in
                try SheetWriter.write(rows, header: header, format: format, to: sink)
            }
        } else {
            try SheetWriter.write(rows, header: header, format: format) { bytes throws(OutputError) in
                try Output.write(bytes, to: STDOUT_FILENO, name: "stdout")
            }
        }
    }
}

/// What could not be written, and why.
enum OutputError: SayableError {
    case cannotWrite(String, reason: String)
    case exists(String)

    var message: Phrase {
        switch self {
        case .cannotWrite(let name, let reason):
            Phrase("\(name)：写不出来（\(reason)），请换个位置或腾出空间。", "\(name): cannot be written (\(reason)); choose another place or make room.")
        case .exists(let name):
            Phrase("\(name)：文件已存在，请换个名字。", "\(name): exists already; choose another name.")
        }
    }
}

enum Output {
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
                throw .cannotWrite(name, reason: String(cString: strerror(errno)))
            }
            start += written
        }
    }

    /// Writes beside the file, syncs, and renames: the file is whole or not
    /// there.
    static func writeFile(
        _ path: String, replacing: Bool, _ body: (_ sink: ([UInt8]) throws(OutputError) -> Void) throws(OutputError) -> Void
    ) throws(OutputError) {
        if !replacing, FileManager.default.fileExists(atPath: path) { throw .exists(path) }
        let temporary = path + ".\(getpid()).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotWrite(path, reason: String(cString: strerror(errno))) }
        do throws(OutputError) {
            try body { bytes throws(OutputError) in try write(bytes, to: descriptor, name: path) }
            guard fsync(descriptor) == 0 else { throw .cannotWrite(path, reason: String(cString: strerror(errno))) }
            guard rename(temporary, path) == 0 else { throw .cannotWrite(path, reason: String(cString: strerror(errno))) }
            close(descriptor)
        } catch {
            close(descriptor)
            unlink(temporary)
            throw error
        }
    }
}

/// Reads a file whole.
enum Input {
    static func bytes(_ path: String) throws(SheetError) -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .cannotOpen(file: path, reason: Phrase("没有这个文件", "no such file")) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .cannotOpen(file: path, reason: Phrase("是目录", "is a directory")) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .cannotOpen(file: path, reason: Phrase("没有读取权限", "not readable"))
        }
        return [UInt8](data)
    }
}
