/// How a cell is drawn.
public struct Style: Hashable, Sendable {
    public var foreground: Color
    public var background: Color
    public var bold: Bool
    public var dim: Bool
    public var underline: Bool
    public var reverse: Bool

    public init(
        foreground: Color = .standard, background: Color = .standard,
        bold: Bool = false, dim: Bool = false, underline: Bool = false, reverse: Bool = false
    ) {
        self.foreground = foreground
        self.background = background
        self.bold = bold
        self.dim = dim
        self.underline = underline
        self.reverse = reverse
    }

    /// The terminal's own colours, no attribute.
    public static let plain = Style()

    public func with(foreground: Color) -> Style {
        var style = self
        style.foreground = foreground
        return style
    }

    public func with(background: Color) -> Style {
        var style = self
        style.background = background
        return style
    }

    public func with(bold: Bool = true) -> Style {
        var style = self
        style.bold = bold
        return style
    }

    public func with(dim: Bool) -> Style {
        var style = self
        style.dim = dim
        return style
    }

    public func with(underline: Bool) -> Style {
        var style = self
        style.underline = underline
        return style
    }

    public func with(reverse: Bool) -> Style {
        var style = self
        style.reverse = reverse
        return style
    }

    /// This style laid over `base`: what it leaves standard is taken from
    /// `base`, attributes of either count.
    public func over(_ base: Style) -> Style {
        Style(
            foreground: foreground == .standard ? base.foreground : foreground,
            background: background == .standard ? base.background : background,
            bold: bold || base.bold, dim: dim || base.dim,
            underline: underline || base.underline, reverse: reverse || base.reverse)
    }
}
