import DoorstepCore
import TerminalUI

/// What is worked out over a whole list: what one change would bring, what
/// training would unlock.
public struct FindingsView: Equatable, Sendable {
    public let question: FindingsQuestion
    /// Nil while it is being worked out.
    public var lines: [FindingLine]?
    /// How far the work is, in hundredths; nil where it does not say.
    public var progress: Int?
    public var state = ListState()

    init(_ question: FindingsQuestion) { self.question = question }
}

public enum FindingsQuestion: Hashable, Sendable {
    /// 放宽一项: which single change of a record's would bring how many
    /// further matches.
    case relax(MatchTarget)
    /// 培训清单: skills and certificates that alone keep people from jobs.
    case training
}

public struct FindingLine: Equatable, Sendable {
    public let text: Phrase
    /// Further matches.
    public let count: Int

    public init(_ text: Phrase, _ count: Int) {
        self.text = text
        self.count = count
    }
}

extension FindingsQuestion {
    /// Works the question out, beside the keyboard.
    ///
    /// - Parameters:
    ///   - isCancelled: asked now and then, from any thread.
    ///   - progress: told now and then how far it is, in hundredths.
    /// - Returns: nil where cancelled.
    public func answer(
        _ model: StationModel, isCancelled: @escaping @Sendable () -> Bool = { false }, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> [FindingLine]? {
        let catalogue = model.catalogue
        switch self {
        case .relax(.job(let id)):
            guard let job = model.register.jobs[id] else { return [] }
            return model.matcher.relaxations(for: job, isCancelled: isCancelled)?.map { FindingLine($0.change.phrase(catalogue), $0.matches) }
        case .relax(.person(let id)):
            guard let person = model.register.people[id] else { return [] }
            return model.matcher.relaxations(for: person, isCancelled: isCancelled)?.map { FindingLine($0.change.phrase(catalogue), $0.matches) }
        case .training:
            let list = model.matcher.trainingList(isCancelled: isCancelled) { done, total in progress(done * 100 / max(1, total)) }
            return list?.lines.map { line in
                let title =
                    switch line.subject {
                    case .skill(let skill): catalogue.skills.title(skill)
                    case .certificate(let certificate): catalogue.certificates.title(certificate)
                    }
                return FindingLine(
                    Phrase("\(title)（\(line.people)人，\(line.jobs)个岗位）", "\(title) (\(line.people) people, \(line.jobs) jobs)") + wishing(line), line.pairs)
            }
        }
    }

    /// How many of them wish for it, whom a course made to order (按需订制)
    /// would be for; no names, since the list may stand before a client.
    private func wishing(_ line: TrainingList.Line) -> Phrase {
        let count = line.wishing.count
        return count == 0 ? Phrase(verbatim: "") : Phrase(" 其中\(count)人想学", "; of these \(count) \(count == 1 ? "wishes" : "wish") for it")
    }
}
