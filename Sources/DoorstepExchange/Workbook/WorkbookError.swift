/// Why a workbook could not be written: nothing of it is of use.
public enum WorkbookError: Error, Hashable {
    /// The system said so; its error number, `ENOSPC` where the disk is full.
    case system(Int32)
    /// The file that came out is not whole, and the system did not say why.
    case notWhole
}
