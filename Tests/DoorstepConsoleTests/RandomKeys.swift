import DoorstepCore
import Foundation
import TerminalUI

@testable import DoorstepConsole

/// Whatever anybody may do at the keyboard, drawn from a seed: mostly what
/// means something somewhere, so that it comes far.
struct RandomKeys {
    private var random: Splitter

    init(seed: UInt64) { random = Splitter(state: seed) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func one<Element>(_ elements: [Element]) -> Element { elements[Int.random(in: 0..<elements.count, using: &random)] }

    private static let commands = Command.all.filter { $0.id != .quit }.flatMap(\.keys)
    private static let typed: [Key] = [.enter, .escape, .tab, .backTab, .backspace, .delete, .left, .right, .up, .down, .home, .end, .pageUp, .pageDown, .insert, .function(7)]
    private static let texts = [
        "张", "巴特尔", "焊工", "ｑ", "？", "150784199005010013", "一\u{1B}[2J二", "\u{202E}abc", "👩‍👩‍👧", "e\u{301}\u{301}\u{301}", "𠮷", "\u{E000}", "　", "é", "；男；女",
    ]
    private static let pastes = ["q\nq\nq", "#退役军人 @额尔古纳市 >=4000 !焊工", String(repeating: "张三 ", count: 3000), "\t\t", "\u{9B}31m", "\"", "18-45岁 \"未完"]
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz#@+~!<>=\"'.,:;-_ 0123456789ABCDEFGHIJKLMNOPRSTUVWXYZ/?")

    /// A key, a text, a paste, the mouse or a new size.
    ///
    /// - Parameter size: of the screen, for the mouse.
    mutating func event(_ size: Size) -> InputEvent {
        switch number(0...99) {
        case 0...34: return .key(one(Self.commands))
        case 35...59: return .key(KeyStroke(one(Self.typed), control: number(0...9) == 0, alt: number(0...29) == 0))
        case 60...79: return .key(KeyStroke(.character(one(Self.letters)), control: number(0...9) == 0 && number(0...1) == 0, alt: number(0...29) == 0)).withoutLeaving
        case 80...87: return .text(one(Self.texts))
        case 88...89: return .paste(one(Self.pastes))
        case 90...95:
            let place = Point(column: number(0...max(0, size.columns)), row: number(0...max(0, size.rows)))
            return .mouse(MouseEvent(position: place, kind: one([.press, .doublePress, .wheelUp, .wheelDown, .middlePress, .rightPress])))
        case 96: return .resize(Size(columns: 1, rows: 1))
        case 97: return .resize(Size(columns: number(0...60), rows: number(0...15)))
        default: return .resize(Size(columns: number(60...300), rows: number(15...100)))
        }
    }
}

extension InputEvent {
    /// Ctrl-C and q leave, which would be the end of the test.
    fileprivate var withoutLeaving: InputEvent {
        guard case .key(let stroke) = self, stroke == .control("c") || stroke == KeyStroke(character: "q") else { return self }
        return .key(KeyStroke(.escape))
    }
}
