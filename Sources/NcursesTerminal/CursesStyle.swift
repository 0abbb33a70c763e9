import CNcurses
import TerminalUI

/// What curses calls a style: attributes and the number of a colour pair.
struct CursesStyle: Hashable {
    var attributes: attr_t
    var pair: Int16
}

/// Turns styles into what the terminal has.
struct CursesStyles {
    /// 0 where colours are not used.
    let colors: Int32
    let hasStandardColors: Bool
    /// The background is light, on which yellow and cyan cannot be read.
    let isLight: Bool

    /// To be made once curses was started.
    init(usesColor: Bool, isLight: Bool) {
        self.isLight = isLight
        guard usesColor, has_colors(), start_color() == OK else {
            colors = 0
            hasStandardColors = false
            return
        }
        colors = nc_colors()
        hasStandardColors = use_default_colors() == OK
    }

    func style(for style: Style) -> CursesStyle {
        var attributes = nc_attr_normal()
        if style.bold { attributes |= nc_attr_bold() }
        if style.dim { attributes |= nc_attr_dim() }
        if style.underline { attributes |= nc_attr_underline() }
        if style.reverse { attributes |= nc_attr_reverse() }
        // Without colour a background still has to be seen.
        guard colors >= 8 else {
            if style.foreground == .gray { attributes |= nc_attr_dim() }
            if style.background != .standard { attributes ^= nc_attr_reverse() }
            return CursesStyle(attributes: attributes, pair: 0)
        }
        if style.foreground == .gray, colors < 16 { attributes |= nc_attr_dim() }
        if style.foreground == .standard, style.background == .standard {
            return CursesStyle(attributes: attributes, pair: 0)
        }
        let foreground = number(of: style.foreground, standard: hasStandardColors ? -1 : 7)
        let background = number(of: style.background, standard: hasStandardColors ? -1 : 0)
        let pair = alloc_pair(foreground, background)
        return CursesStyle(attributes: attributes, pair: pair > 0 ? Int16(clamping: pair) : 0)
    }

    private func number(of color: Color, standard: Int32) -> Int32 {
        switch color {
        case .standard: standard
        case .black: 0
        case .red: 1
        case .green: 2
        case .yellow: isLight ? 5 : 3
        case .blue: 4
        case .magenta: 5
        case .cyan: isLight ? 4 : 6
        case .white: 7
        case .gray: colors >= 16 ? 8 : standard
        case .palette(let index): Int32(index) < colors ? Int32(index) : Int32(Color.basicIndex(nearest: index))
        }
    }
}
