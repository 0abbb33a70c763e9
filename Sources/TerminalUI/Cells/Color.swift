/// A colour of a cell. Few by intent: the eight that every terminal has and
/// lets its user choose, the terminal's own, a gray, and the palette for those
/// who ask for it.
public enum Color: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case standard
    case black, red, green, yellow, blue, magenta, cyan, white
    /// "Bright black". Terminals with eight colours show it dimmed.
    case gray
    /// A colour of the 256-colour palette. Terminals with fewer show the
    /// nearest of the eight.
    case palette(UInt8)

    /// The nearest of the eight basic colours (0 black … 7 white) to a colour
    /// of the 256-colour palette.
    public static func basicIndex(nearest index: UInt8) -> Int {
        if index < 16 { return Int(index % 8) }
        let red, green, blue: Int
        if index >= 232 {
            let level = 8 + 10 * (Int(index) - 232)
            (red, green, blue) = (level, level, level)
        } else {
            let cube = Int(index) - 16
            let levels = [0, 95, 135, 175, 215, 255]
            (red, green, blue) = (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
        }
        let threshold = max(96, max(red, green, blue) / 2)
        return (red >= threshold ? 1 : 0) + (green >= threshold ? 2 : 0) + (blue >= threshold ? 4 : 0)
    }
}
