/// Where text stands in a field wider than itself.
public enum TextAlignment: Hashable, Sendable {
    case leading
    case center
    case trailing
}

/// Fitting text into columns. The results are safe to show (``SafeText``);
/// columns are measured after that.
extension String {
    /// The longest beginning that takes at most `columns`, never half a
    /// character. O(n).
    public func clipped(to columns: Int, width: DisplayWidth = DisplayWidth()) -> String {
        guard columns > 0 else { return "" }
        if utf8.count <= columns, SafeText.isPlainASCII(self) { return self }
        var used = 0
        var result = ""
        for unit in DisplayUnit.units(of: self, width: width) {
            guard used + unit.columns <= columns else { break }
            used += unit.columns
            result += unit.text
        }
        return result
    }

    /// The text with blanks added until it takes `columns`. Longer text is
    /// left as long as it is.
    public func padded(
        to columns: Int, alignment: TextAlignment = .leading, width: DisplayWidth = DisplayWidth()
    ) -> String {
        let text = SafeText.clean(self)
        let missing = columns - width.of(text)
        guard missing > 0 else { return text }
        switch alignment {
        case .leading:
            return text + String(repeating: " ", count: missing)
        case .trailing:
            return String(repeating: " ", count: missing) + text
        case .center:
            let left = missing / 2
            return String(repeating: " ", count: left) + text + String(repeating: " ", count: missing - left)
        }
    }

    /// The text in exactly `columns`: padded where shorter, cut where longer,
    /// with `ellipsis` in place of what was cut.
    ///
    /// The sign for cut text is `~`, since terminals disagree about the width
    /// of `…`.
    public func fitted(
        to columns: Int, alignment: TextAlignment = .leading, ellipsis: String = "~",
        width: DisplayWidth = DisplayWidth()
    ) -> String {
        guard columns > 0 else { return "" }
        let text = SafeText.clean(self)
        guard width.of(text) > columns else {
            return text.padded(to: columns, alignment: alignment, width: width)
        }
        let sign = ellipsis.clipped(to: columns, width: width)
        let kept = text.clipped(to: columns - width.of(sign), width: width)
        // A wide character that no longer fits leaves a column free.
        return (kept + sign).padded(to: columns, alignment: .leading, width: width)
    }
}
