import DoorstepCore
import TerminalUI

/// Records of the register that may be one and the same, pair by pair; and
/// two of them side by side, to be made one.
public struct DoublesView: Equatable, Sendable {
    let kind: RecordID.Kind
    /// Nil while they are being found.
    var pairs: [DoublePair]?
    var state = ListState()
    /// The two that are looked at.
    var merging: Merging?

    init(_ kind: RecordID.Kind) { self.kind = kind }

    /// Those of which there may be doubles, in the order in which one key
    /// goes round them.
    static let kinds: [RecordID.Kind] = [.person, .job, .employer]

    var pair: DoublePair? { pairs.flatMap { $0.indices.contains(state.selection) ? $0[state.selection] : nil } }

    struct Merging: Equatable, Sendable {
        /// The record that stands afterwards.
        var kept: RecordID
        var other: RecordID
        let reason: DoubleReason
        /// Whose value stands, where somebody chose.
        var choices: [String: Merge.Choice] = [:]
        var state = ListState()
        /// It was asked whether to merge.
        var isAsked = false
        var isSaving = false

        /// The two as they are now, and what was chosen.
        func merge(_ kind: RecordID.Kind, _ model: StationModel) throws(MergeRefusal) -> Merge {
            var merge = try Merge(kind, keeping: kept, other: other, model.register, model.catalogue, day: model.day)
            for (column, choice) in choices { merge.choose(choice, for: column) }
            return merge
        }
    }
}

/// Two records that became one, and what it takes to have two again.
public struct RecordsMerge: Equatable, Sendable {
    public let edit: RecordsEdit
    let kept: RecordID
    let other: RecordID
    let name: String

    /// What a message calls it.
    var phrase: Phrase { Phrase("\(name)：\(other.text) 并入 \(kept.text)", "\(name): \(other.text) merged into \(kept.text)") }
}

/// A column of two records that are made one, as it is shown.
struct MergeLine: Equatable {
    let id: String
    let title: Phrase
    let kept: String
    let other: String
    let isDiffering: Bool
    /// Nil where there is nothing to choose.
    let choice: Merge.Choice?

    /// What differs comes first.
    static func all(_ merge: Merge, _ model: StationModel, _ language: Language) -> [MergeLine] {
        let (texts, others) = (merge.kept.texts(model.catalogue, language), merge.other.texts(model.catalogue, language))
        let lines = merge.columns.map { column in
            MergeLine(
                id: column.id, title: column.field.title, kept: column.field.shown(texts[column.id] ?? ""), other: column.field.shown(others[column.id] ?? ""),
                isDiffering: column.isDiffering, choice: column.choices.count > 1 ? column.choice : nil)
        }
        return lines.filter(\.isDiffering) + lines.filter { !$0.isDiffering }
    }

    var said: Phrase {
        func told(_ text: String) -> Phrase { text.isEmpty ? ImportWords.nothingInIt : Phrase(verbatim: text) }
        guard isDiffering else { return .labelled(title, told(kept)) }
        return .labelled(title, .clauses([told(kept), told(other)] + [choice?.phrase].compactMap(\.self)))
    }
}

extension Merge.Choice {
    var phrase: Phrase {
        switch self {
        case .keep: Phrase("用左边", "left")
        case .other: Phrase("用右边", "right")
        case .both: Phrase("两边都要", "both")
        }
    }
}

extension DoublesView {
    var title: Phrase {
        let count = pairs.map { Phrase(" \($0.count) 对", " \($0.count) \($0.count == 1 ? "pair" : "pairs")") } ?? Phrase(verbatim: "")
        return DoublesWords.title + Phrase(verbatim: " > ") + DoublesWords.kind(kind) + count
    }

    func name(_ id: RecordID, _ model: StationModel?) -> String {
        guard let model, let record = EditedRecord(kind, id, model.register) else { return id.text }
        return "\(id.text) \(Masking.numbers(in: record.name))"
    }

    var keys: Phrase {
        guard let merging else { return DoublesWords.listKeys }
        return merging.isAsked ? ImportWords.questionKeys : DoublesWords.mergeKeys
    }

    var keysName: String { merging.map { $0.isAsked ? "doubles-question" : "doubles-merge" } ?? "doubles" }
}

/// What is said of doubles in the register.
enum DoublesWords {
    static let title = Phrase("查重", "Doubles")
    static let first = Phrase("先有的", "First")
    static let second = Phrase("后有的", "Second")
    static let none = Phrase("没有可能重复的", "nothing may be a double")
    static let searching = Phrase("正在查……", "Looking …")
    static let field = Phrase("项目", "Field")
    static let afterwards = Phrase("合并后", "Afterwards")
    static let stays = Phrase("（留下）", " (stays)")
    /// In front of an identifier, of which the end may be cut off.
    static let keeps = Phrase("留下 ", "Keep ")
    static let listKeys = Phrase("上下键选择  Enter并排看  Tab求职者/岗位/单位  u撤销合并  Esc返回", "Up Down choose  Enter side by side  Tab kind  u take back  Esc back")
    static let mergeKeys = Phrase("Enter换用哪边的  Tab换留下的  m合并  Esc返回", "Enter whose value  Tab which stays  m merge  Esc back")
    static let takesBack = Phrase("  u 撤销", "  u takes it back")
    static let merged = Phrase("已合并 ", "Merged ")

    static func ask(_ merging: DoublesView.Merging) -> Phrase {
        Phrase("把 \(merging.other.text) 合并到 \(merging.kept.text)？按 y 合并", "Merge \(merging.other.text) into \(merging.kept.text)? y merges")
    }

    static func kind(_ kind: RecordID.Kind) -> Phrase {
        switch kind {
        case .person: SheetKind.people.phrase
        case .job: SheetKind.jobs.phrase
        case .employer: SheetKind.employers.phrase
        case .placement: Phrase(verbatim: "")
        }
    }
}
