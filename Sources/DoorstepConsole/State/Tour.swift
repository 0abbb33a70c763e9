import DoorstepCore
import TerminalUI

/// The tour of two minutes: says what to press, one step at a time, and goes
/// on once that was done. It takes no key and asks for nothing to be saved.
public struct Tour: Equatable, Sendable {
    /// Steps that are done.
    public internal(set) var done = 0

    struct Step: Sendable {
        /// What to call for; nil where a key means the same for everyone.
        private let command: Command.ID?
        /// What to press, after the command's key.
        private let further: String
        /// What for: one row. `#` stands for the command's key.
        private let text: Phrase
        /// Whether the screen is as it is after the keys.
        let isDone: @Sendable (ConsoleState) -> Bool

        init(_ command: Command.ID?, then further: String = "", _ chinese: String, _ english: String, isDone: @escaping @Sendable (ConsoleState) -> Bool) {
            self.command = command
            self.further = further
            text = Phrase(chinese, english)
            self.isDone = isDone
        }

        private func key(_ keys: KeyMap) -> KeyStroke? {
            Command.all.first { $0.id == command }.flatMap { keys.keys(of: $0).first }
        }

        /// As in `KeyStroke.sequence`.
        func script(_ keys: KeyMap) -> String { (key(keys)?.description ?? "") + further }

        func text(_ keys: KeyMap) -> Phrase {
            let label = key(keys)?.label ?? ""
            return Phrase(text.chinese.replacing("#", with: label), text.english.replacing("#", with: label))
        }
    }

    static let steps = [
        Step(.people, "按 #：有人没活干，求职者的名单", "#: the people with no job") { $0.current == .people && $0.matches == nil },
        Step(.search, then: "z", "按 # 再打姓名拼音的首字母，如 z：边打边找", "# and the first letters of a name, such as z") { $0.list.isTyping && !$0.list.field.isEmpty },
        Step(nil, then: "<enter>", "按 Enter：停在查到的人上", "Enter: stay with who was found") { !$0.list.isTyping },
        Step(.open, "按 #：适合的岗位，最合适的在前", "#: the jobs that fit, best first") { $0.matches != nil },
        Step(.down, "按 #：下一个岗位；右边是每一分的由来", "#: the next; each point is explained") { state in
            state.panel.ranking.map { $0.lineCount < 2 || (state.matches?.state.selection ?? 1) > 0 } ?? false
        },
        Step(.record, "按 #：把人推荐到这个岗位", "#: refer the person to this job") { state in
            if case .step? = state.overlay { true } else { false }
        },
        Step(nil, then: "<esc>", "Enter 会记进台账；现在按 Esc，不保存", "Enter would record it; Esc now leaves it") { $0.overlay == nil },
        Step(.back, "再按 #：回到名单", "#: back to the list") { $0.matches == nil },
        Step(.turn, "按 #：屏幕转给来人看，别人的信息都遮住", "#: for the client's eyes, others' data hidden") { $0.turned != nil },
        Step(.turn, "再按 #：转回来", "# again: back to you") { $0.turned == nil },
        Step(.ledger, "按 #：台账，推荐之后的每一步", "#: the ledger, what came of each referral") { $0.current == .ledger },
        Step(.help, "按 #：全部命令，打几个字就能找到", "#: every command, found by typing") { state in
            if case .help? = state.overlay { true } else { false }
        },
        Step(nil, then: "<esc>", "按 Esc：关上；撤销、导出等都在里面", "Esc: close it; undo, export, all are there") { $0.overlay == nil },
    ]

    var step: Step? { Tour.steps.indices.contains(done) ? Tour.steps[done] : nil }

    /// The row that is shown.
    func row(_ keys: KeyMap, _ language: Language) -> String {
        guard let step else { return "" }
        let title = Phrase("导览 \(done + 1)/\(Tour.steps.count)  ", "Tour \(done + 1)/\(Tour.steps.count)  ")
        return (title + step.text(keys) + Phrase("（:tour 结束）", "  (:tour ends it)"))(language)
    }

    static let finished = Message(Phrase("导览完了；:tour 再看一遍，手册见 doorstep help", "that was the tour; :tour shows it again, doorstep help has the manual"), .good)
}

extension ConsoleState {
    /// Starts the tour, or ends it.
    mutating func toggleTour() -> [Effect] {
        tour = tour == nil ? Tour() : nil
        return []
    }

    /// Passes over what is done.
    mutating func goOnWithTour() {
        guard lock == nil, var tour else { return }
        while let step = tour.step, step.isDone(self) { tour.done += 1 }
        self.tour = tour.step == nil ? nil : tour
        if tour.step == nil { message = Tour.finished }
    }
}
