/// How one rule stands for a pair.
public struct RuleFinding: Hashable, Sendable {
    public let rule: Rule
    public let state: State
    /// In words that name both values.
    public let words: Phrase

    /// The codes are stable: other programs read them.
    public enum State: String, CaseIterable, Hashable, Sendable {
        case holds, blocked, unchecked

        public var phrase: Phrase {
            switch self {
            case .holds: Phrase("符合", "holds")
            case .blocked: Phrase("不符", "blocked")
            case .unchecked: Phrase("未核对", "unchecked")
            }
        }
    }
}

extension Explanation {
    /// Every rule, in the order of `Rule`: for whoever asks why of a pair
    /// that no list shows.
    public var rules: [RuleFinding] {
        Rule.allCases.map { rule in
            if assessment.blocked.contains(rule) { return RuleFinding(rule: rule, state: .blocked, words: blocks(rule)) }
            if assessment.unchecked.contains(rule) { return RuleFinding(rule: rule, state: .unchecked, words: cannotCheck(rule)) }
            return RuleFinding(rule: rule, state: .holds, words: holds(rule))
        }
    }

    /// What the rules come to: a match, a near miss, or how many block.
    public var verdict: Phrase {
        if assessment.isMatch { return Phrase("匹配", "match") }
        if assessment.nearMiss != nil { return Phrase("差一项", "near miss") }
        let count = assessment.blocked.count
        return Phrase("不符 \(count) 项", count == 1 ? "blocked by 1 rule" : "blocked by \(count) rules")
    }

    private func holds(_ rule: Rule) -> Phrase {
        switch rule {
        case .jobOpen: return isOpen
        case .employerBarred: return Phrase("单位没有暂停推荐", "the employer is not barred")
        case .inHand: return Phrase("两者没有在办的推荐", "the pair is not in hand")
        case .declined:
            let days = matcher.settings.declineDays
            return Phrase("\(days) 天内双方都没有回绝", "neither side declined in the last \(days) days")
        case .ageRange:
            return Phrase("年龄 \(ageRange.chinese)，本人 \(candidate.age ?? 0) 岁", "asks for \(ageRange.english), is \(candidate.age ?? 0)")
        case .education where job.education == nil: return Phrase("学历不限", "no education asked for")
        case .certificate:
            guard !job.certificates.isEmpty else { return Phrase("不要求证书", "no certificate asked for") }
            return Phrase.list(job.certificates.map(brings))
        case .kind where person.kinds.isEmpty: return Phrase("本人用工形式不限", "accepts any kind")
        case .groupOnly:
            guard !opening.reservedFor.isEmpty else { return Phrase("不限群体", "reserved for nobody") }
            let reserved = catalogue.groups.names(opening.reservedFor)
            let own = catalogue.groups.names(candidate.groups.intersection(opening.reservedFor))
            return Phrase("限\(reserved.chinese)，本人是\(own.chinese)", "reserved for \(reserved.english), belongs to \(own.english)")
        // What blocks and what holds is said alike: both values.
        case .personSeeking, .legalAge, .education, .kind, .wage: return blocks(rule)
        }
    }

    private var isOpen: Phrase {
        let left = matcher.register.vacanciesLeft(of: job, asOf: matcher.day, isDayWork: opening.isDayWork)
        let room =
            left > 0
            ? Phrase("缺 \(left) 人", left == 1 ? "1 vacancy left" : "\(left) vacancies left")
            : Phrase("当天已满，之后还缺人", "full for the day, with room on later ones")
        let closes = job.closes.map { Phrase("，\($0) 截止", ", closes on \($0)") } ?? Phrase(verbatim: "")
        return Phrase("岗位在招，", "the job is open, ") + room + closes
    }

    /// How the person meets one certificate asked for.
    private func brings(_ certificate: CertificateName) -> Phrase {
        let title = catalogue.certificates.title(certificate)
        guard let held = matcher.held(by: person, for: certificate) else {
            return Phrase("要求\(title)，可以随后办理", "asks for \(title), which can be had on the way in")
        }
        let until = held.expires.map { Phrase("（\($0) 到期）", " (to \($0))") } ?? Phrase(verbatim: "")
        if held.name == certificate { return Phrase("要求\(title)，本人有", "asks for \(title), has it") + until }
        let other = catalogue.certificates.title(held.name)
        return Phrase("要求\(title)，本人有\(other)", "asks for \(title), has \(other)") + until
    }
}

// MARK: - What else there is to know of the pair

extension Explanation {
    /// How many were already sent to the job and how long both sides have
    /// waited: what stands beside a score and is no part of it. Who or what
    /// is off the lists waits no longer.
    public var crowding: Phrase {
        let register = matcher.register
        func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
        let sent = matcher.sentCount(to: job)
        var words = [Phrase("已推荐\(sent)人", "\(sent) sent")]
        if matcher.isOpen(opening) {
            let vacant = register.vacantDays(job, asOf: matcher.day)
            words.append(Phrase("空缺\(vacant)天", "vacant \(days(vacant))"))
        }
        if person.status == .seeking {
            let waiting = register.waitingDays(person, asOf: matcher.day)
            words.append(Phrase("求职\(waiting)天", "seeking \(days(waiting))"))
        }
        return Phrase(words.map(\.chinese).joined(separator: "，"), words.map(\.english).joined(separator: ", "))
    }

    /// The placements of this pair and where each stood on the day, in the
    /// order they were opened; without those whose referral was taken back.
    public var placements: [(id: RecordID, words: Phrase)] {
        (opening.pairs[person.id] ?? []).filter { !$0.isVoid }.compactMap { placement in
            placement.latest(asOf: matcher.day).map { step in
                (placement.id, Phrase(verbatim: "\(step.date) ") + step.stage.phrase(by: step.party))
            }
        }
    }
}
