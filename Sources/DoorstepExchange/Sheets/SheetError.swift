import DoorstepCore

/// Why a file is no sheet of the kind that was asked for; nothing of it was
/// read in.
public enum SheetError: SayableError, Hashable {
    case cannotOpen(file: String, reason: Phrase)
    case notDecoded(file: String, TextDecodingError)
    case workbook(file: String, WorkbookProblem)
    /// The workbook has no sheet of that name.
    case noSheet(file: String, sheet: String, sheets: [String])
    /// A text, of which a sheet was asked for.
    case noSheets(file: String)
    case tooLarge(file: String, megabytes: Int)
    /// Another program wrote to it while it was read.
    case changed(file: String)
    case noHeader(file: String, kind: SheetKind)
    case missingColumn(file: String, line: Int, Phrase)
    /// Somebody stopped it.
    case stopped(file: String)
    /// Not JSON, at a line where it has an object a line.
    case notJSON(file: String, line: Int?)
    case tooLongJSON(file: String, megabytes: Int)
    /// A header, and nothing below it.
    case noRows(file: String)
    /// So many rows, and not one that can be used; why the first cannot.
    case nothingUsable(file: String, rows: Int, Phrase)
    /// More columns than any sheet of records has.
    case tooWide(file: String, line: Int, columns: Int)
    /// What somebody said of its columns does not fit.
    case map(file: String, ColumnMapError)
    /// No log of placements.
    case notLog(file: String)
    /// No plan, nor pairs of one.
    case notPlan(file: String)

    public var message: Phrase {
        switch self {
        case .cannotOpen(let file, let reason):
            return Phrase("\(file)：打不开（\(reason.chinese)），请核对路径。", "\(file): cannot be opened (\(reason.english)); check the path.")
        case .notDecoded(let file, let error):
            return Phrase("\(file)：", "\(file): ") + error.sentence
        case .workbook(let file, let problem): return Phrase("\(file)：", "\(file): ") + problem.sentence
        case .noSheet(let file, let sheet, let sheets):
            let known = Phrase.list(sheets.map(Phrase.init(verbatim:)))
            return Phrase(
                "\(file)：没有名为“\(sheet)”的工作表，有的是：\(known.chinese)。", "\(file): there is no sheet “\(sheet)”; it has \(known.english).")
        case .noSheets(let file):
            return Phrase("\(file)：是文本表格，里面没有工作表，请去掉 --sheet。", "\(file): is a text and has no sheets; leave --sheet out.")
        case .tooLarge(let file, let megabytes):
            return Phrase(
                "\(file)：有 \(megabytes) MB，最多读 \(SourceFile.mostBytes >> 20) MB，请拆成几个文件。",
                "\(file): has \(megabytes) MB and at most \(SourceFile.mostBytes >> 20) MB are read; split it.")
        case .changed(let file): return Phrase("\(file)：", "\(file): ") + WorkbookProblem.changed.sentence
        case .noHeader(let file, let kind):
            let columns = Phrase.list(kind.requiredColumns)
            return Phrase(
                "\(file)：找不到表头，\(kind.phrase.chinese)表至少要有 \(columns.chinese) 列。",
                "\(file): no header found; a sheet of \(kind.phrase.english) needs at least the columns \(columns.english).")
        case .noRows(let file):
            return Phrase("\(file)：只有表头，没有数据行，请核对文件。", "\(file): a header and no rows below it; check the file.")
        case .nothingUsable(let file, let rows, let reason):
            return Phrase(
                "\(file)：前 \(rows) 行没有一行能用，没有再读下去；第一行的原因：\(reason.chinese)",
                "\(file): not one of the first \(rows) rows can be used, and the rest was not read; of the first: \(reason.english)")
        case .tooWide(let file, let line, let columns):
            return Phrase(
                "\(file) 第 \(line) 行：有 \(columns) 列，不像登记表，请核对分隔符或另存一份。",
                "\(file) line \(line): has \(columns) columns, which no sheet of records has; check the separator, or save it anew.")
        case .map(let file, let error):
            return Phrase("\(file)：", "\(file): ") + error.message
        case .notLog(let file):
            return Phrase("\(file)：不是导出的台账，请选 doorstep export placements 写出的文件。", "\(file): is no exported log; choose a file that doorstep export placements wrote.")
        case .notPlan(let file):
            return Phrase(
                "\(file)：不是方案，表头要有 job_id 和 person_id 两列；请选 doorstep plan 写出的文件。",
                "\(file): is no plan, whose header has the columns job_id and person_id; choose a file that doorstep plan wrote.")
        case .notJSON(let file, let line?):
            return Phrase("\(file) 第 \(line) 行：不是 JSON，请核对文件。", "\(file) line \(line): is not JSON; check the file.")
        case .notJSON(let file, nil): return Phrase("\(file)：不是 JSON，请核对文件。", "\(file): is not JSON; check the file.")
        case .tooLongJSON(let file, let megabytes):
            return Phrase(
                "\(file)：超过 \(megabytes) MB，请改成一行一个对象的 JSON Lines，或分成几个文件。",
                "\(file): is over \(megabytes) MB; make it JSON Lines, an object a line, or several files.")
        case .stopped(let file): return Phrase("\(file)：已停止，什么也没有保存。", "\(file): stopped; nothing was saved.")
        case .missingColumn(let file, let line, let column):
            return Phrase(
                "\(file) 第 \(line) 行：表头缺“\(column.chinese)”列，请补上。",
                "\(file) line \(line): the header lacks the column “\(column.english)”; add it.")
        }
    }
}

extension TextDecodingError {
    /// What is wrong with the file, and the mend.
    var sentence: Phrase {
        switch self {
        case .empty: return Phrase("文件是空的，请核对文件。", "the file is empty; check it.")
        case .spreadsheet:
            return Phrase("这是 XLSX 文件，请在 WPS 或 Excel 里另存为 CSV。", "this is an XLSX file; save it as CSV in a spreadsheet program.")
        case .oldSpreadsheet:
            return WorkbookProblem.oldFormat.sentence
        case .notText:
            return Phrase("不是表格文件，请选 XLSX 或 CSV 文件。", "is no sheet; choose an XLSX or CSV file.")
        case .badBytes(let encoding, let line, let column, _):
            return Phrase(
                "第 \(line) 行第 \(column) 个字符不是 \(encoding.title) 编码，请重新导出，或用 --encoding 指明编码。",
                "line \(line), character \(column) is not \(encoding.title); export it again, or name the encoding with --encoding.")
        case .noConverter(let encoding):
            return Phrase(
                "本机缺少 \(encoding.title) 的转换表，请另存为 UTF-8。", "this machine cannot convert \(encoding.title); save the file as UTF-8.")
        }
    }
}

extension SheetEncoding {
    var title: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
        case .gb18030: "GB 18030"
        }
    }
}
