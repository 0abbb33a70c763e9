import CXLSXWriter
import DoorstepCore

/// How the cells of a workbook are shown: made when they are first needed, for
/// the library keeps each.
final class WorkbookLooks {
    typealias Format = UnsafeMutablePointer<lxw_format>
    private let book: UnsafeMutablePointer<lxw_workbook>
    let title: Format?
    let header: Format?
    let literal: Format?
    let date: Format?
    private var numbers: [UInt8: Format] = [:]

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        self.book = book
        title = workbook_add_format(book)
        format_set_bold(title)
        format_set_font_size(title, 14)
        header = workbook_add_format(book)
        format_set_bold(header)
        format_set_text_wrap(header)
        format_set_align(header, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        format_set_bg_color(header, 0xDDE8F0)
        format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
        literal = workbook_add_format(book)
        format_set_num_format(literal, "@")
        date = workbook_add_format(book)
        format_set_num_format(date, "yyyy-mm-dd")
    }

    func format(_ style: WorkbookCells.Style) -> Format? {
        switch style {
        case .plain: return nil
        case .literal: return literal
        case .date: return date
        case .number(let places):
            if let known = numbers[places] { return known }
            guard let format = workbook_add_format(book) else { return nil }
            format_set_num_format(format, places == 0 ? "0" : "0." + String(repeating: "0", count: Int(places)))
            numbers[places] = format
            return format
        }
    }

    /// The file's properties. What was asked for may name a person, so it is
    /// not among them; nor is who asked.
    func describe(_ title: SheetTitle) {
        let sheet = title.sheet(title.language)
        let day = title.day.description
        sheet.withCString { sheet in
            title.station.withCString { station in
                day.withCString { day in
                    var properties = lxw_doc_properties()
                    properties.title = UnsafeMutablePointer(mutating: sheet)
                    properties.author = UnsafeMutablePointer(mutating: station)
                    properties.company = UnsafeMutablePointer(mutating: station)
                    properties.subject = UnsafeMutablePointer(mutating: day)
                    properties.created = time_t(title.day.number) * 86_400
                    // The library keeps copies.
                    workbook_set_properties(book, &properties)
                }
            }
        }
    }
}
