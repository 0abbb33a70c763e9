import DoorstepCore

/// Why a file that seems to be a workbook cannot be read.
public enum WorkbookProblem: Error, Hashable, Sendable {
    /// The binary format before 2007 (.xls).
    case oldFormat
    /// Under a password.
    case encrypted
    /// The binary format after 2007 (.xlsb).
    case binaryFormat
    /// LibreOffice's own (.ods).
    case openDocument
    /// XML Spreadsheet 2003, a page saved with its pictures (.mht).
    case otherFormat
    /// A text document or slides.
    case otherDocument
    /// A container of something else.
    case otherArchive

    /// Cut short, or damaged.
    case brokenArchive
    /// A part that does not come out as it went in.
    case brokenPart(String)
    case brokenXML(part: String, line: Int)
    case missingPart(String)
    /// A part declares a document type; entities are never expanded.
    case declaresType(part: String)
    case noSheets

    case tooManyParts
    /// A part that grows beyond all measure while it is inflated.
    case bomb(part: String)
    case tooLargePart(String)
    case tooManyColumns(row: Int)
    case tooManyRows
    case tooManyCells
    case tooManyMerges
    /// A row whose number is not above that of the row before.
    case unorderedRows(row: Int)
    case tooLongCell(row: Int, column: Int)
    case tooLongRow(row: Int)
    /// A cell whose text is none of the shared strings.
    case noSuchString(row: Int, column: Int)
    /// Another program wrote to the file in the meantime.
    case changed

    /// What is wrong with the file, and the mend.
    var sentence: Phrase {
        switch self {
        case .oldFormat:
            return Phrase("这是旧式 .xls 文件，请在 WPS 或 Excel 里另存为 .xlsx。", "this is an old .xls file; save it as .xlsx in a spreadsheet program.")
        case .encrypted:
            return Phrase("文件加了密码，请在 WPS 或 Excel 里取消密码后再保存。", "the file is under a password; take the password off in a spreadsheet program and save it again.")
        case .binaryFormat:
            return Phrase("这是 .xlsb 文件，请在 WPS 或 Excel 里另存为 .xlsx。", "this is an .xlsb file; save it as .xlsx in a spreadsheet program.")
        case .openDocument:
            return Phrase("这是 .ods 文件，请另存为 .xlsx。", "this is an .ods file; save it as .xlsx.")
        case .otherFormat:
            return Phrase("是另一种格式的表格，请在 WPS 或 Excel 里打开，另存为 .xlsx。", "this is a sheet in another format; open it in a spreadsheet program and save it as .xlsx.")
        case .otherDocument:
            return Phrase("是文档或幻灯片，不是表格，请把表格复制到 WPS 或 Excel 里另存为 .xlsx。", "this is a document or slides, not a sheet; copy the table into a spreadsheet program and save it as .xlsx.")
        case .otherArchive:
            return Phrase("是压缩包，里面不是工作簿，请解压后选里面的表格。", "this is an archive and no workbook; unpack it and choose the sheet in it.")
        case .brokenArchive:
            return Phrase("文件不完整或已损坏，请重新取得，或在 WPS 里打开后另存。", "the file is cut short or damaged; get it again, or open it in a spreadsheet program and save it anew.")
        case .brokenPart(let part):
            return Phrase("文件已损坏（\(part)），请重新取得，或在 WPS 里打开后另存。", "the file is damaged (\(part)); get it again, or open it in a spreadsheet program and save it anew.")
        case .brokenXML(let part, let line):
            return Phrase("\(part) 第 \(line) 行不合格式，请在 WPS 或 Excel 里打开后另存。", "\(part) line \(line) is malformed; open the file in a spreadsheet program and save it anew.")
        case .missingPart(let part):
            return Phrase("缺少 \(part)，请在 WPS 或 Excel 里打开后另存。", "\(part) is missing; open the file in a spreadsheet program and save it anew.")
        case .declaresType(let part):
            return Phrase("\(part) 带有文档类型声明，为安全不读，请在 WPS 或 Excel 里打开后另存。", "\(part) declares a document type and is not read, for safety; open the file in a spreadsheet program and save it anew.")
        case .noSheets:
            return Phrase("里面没有工作表，请核对文件。", "there is no sheet in it; check the file.")
        case .tooManyParts:
            return Phrase("里面的部件超过 \(WorkbookLimits.parts) 个，不是正常的工作簿，请核对文件。", "it has more than \(WorkbookLimits.parts) parts, which no honest workbook has; check the file.")
        case .bomb(let part):
            return Phrase("\(part) 解压后大得反常，不读，请核对文件来源。", "\(part) grows beyond all measure when unpacked and is not read; check where the file is from.")
        case .tooLargePart(let part):
            return Phrase("\(part) 太大，请拆成几个文件。", "\(part) is too large; split the file.")
        case .tooManyColumns(let row):
            return Phrase("第 \(row) 行超过 \(WorkbookLimits.columns) 列，请核对文件。", "row \(row) has more than \(WorkbookLimits.columns) columns; check the file.")
        case .tooManyRows:
            return Phrase("超过 \(WorkbookLimits.rows) 行，请核对文件或拆成几个文件。", "it has more than \(WorkbookLimits.rows) rows; check the file, or split it.")
        case .tooManyCells:
            return Phrase("单元格太多，请删去多余的列或拆成几个文件。", "it has too many cells; delete columns that are not needed, or split the file.")
        case .tooManyMerges:
            return Phrase("合并单元格太多，请取消合并后另存。", "it has too many merged cells; unmerge them and save it again.")
        case .unorderedRows(let row):
            return Phrase("第 \(row) 行的行号前后颠倒，请在 WPS 或 Excel 里打开后另存。", "row \(row) is out of order; open the file in a spreadsheet program and save it anew.")
        case .tooLongCell(let row, let column):
            return Phrase("第 \(row) 行第 \(column) 列的文字太长，请核对文件。", "the text in row \(row), column \(column) is too long; check the file.")
        case .tooLongRow(let row):
            return Phrase("第 \(row) 行的文字太长，请核对文件。", "the texts of row \(row) are too long; check the file.")
        case .noSuchString(let row, let column):
            return Phrase("第 \(row) 行第 \(column) 列的文字缺失，请在 WPS 或 Excel 里打开后另存。", "the text of row \(row), column \(column) is missing; open the file in a spreadsheet program and save it anew.")
        case .changed:
            return Phrase("读的时候文件被改动，请保存好以后再读。", "the file was changed while it was read; read it again once it is saved.")
        }
    }
}
