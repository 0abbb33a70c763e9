/// How much of a file is believed. A sheet that a station can have stays far
/// below each; what is above was made to do harm, or is damaged.
enum WorkbookLimits {
    /// As in XLSX; texts are held to it too.
    static let columns = 16_384
    /// As in XLSX; texts are held to it too.
    static let rows = 1_048_576
    /// Cells of a sheet, the empty ones before a filled one included.
    static let cells = 64 << 20
    /// Bytes of one cell's text; a spreadsheet program takes a tenth of it.
    static let cellBytes = 1 << 20
    /// Bytes of all texts of a row.
    static let rowBytes = 16 << 20

    /// Parts of the container.
    static let parts = 10_000
    /// Bytes of a part that is gone through and not kept.
    static let partBytes = 2 << 30
    /// Times that a part may grow while it is inflated, once it is large. Real
    /// sheets reach a few dozen, bombs a thousand.
    static let ratio = 250
    static let ratioMatters = 32 << 20

    /// Bytes of the shared strings that are kept.
    static let stringBytes = 256 << 20
    static let strings = 16 << 20
    static let formats = 1 << 16
    static let merges = 1 << 20
    static let sheets = 4096

    /// Elements within elements.
    static let depth = 100
    /// Names of elements and attributes that differ, which the parser keeps.
    static let names = 1000
    /// Bytes of one tag, which the parser keeps until it has the end of it.
    static let tagBytes = 4 << 20
}
