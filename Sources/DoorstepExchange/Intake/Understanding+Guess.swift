import DoorstepCore

extension Understanding {
    /// The kind under which most of a sheet's columns are understood; among
    /// equals one that lacks no column, then the one that is declared first.
    ///
    /// - Throws: as `of(_:as:sheet:)` for the first kind, where the sheet is
    ///   none of any.
    public static func guess(_ file: SheetFile, sheet: String? = nil) throws(SheetError) -> UnderstoodSheet {
        var best: UnderstoodSheet?
        var problem: SheetError?
        for kind in SheetKind.allCases {
            do throws(SheetError) {
                let understood = try of(file, as: kind, sheet: sheet)
                if best.map({ $0.weight < understood.weight }) ?? true { best = understood }
            } catch {
                problem = problem ?? error
            }
        }
        guard let best else { throw problem ?? .noHeader(file: file.name, kind: .people) }
        return best
    }
}

extension UnderstoodSheet {
    /// A title says more than what a column holds, and a sheet that lacks
    /// what its kind cannot do without is likelier another kind.
    fileprivate var weight: Int {
        let columns = columns.reduce(0) { sum, column in
            switch column.reason {
            case .name, .chosen: column.meaning == .ignored ? sum : sum + 2
            case .content: sum + 1
            case .unknown: sum
            }
        }
        return columns * 2 + (missing.isEmpty ? 3 : 0)
    }
}
