/// The number on a letter of introduction: the placement's identifier and two
/// digits that tell whether it was typed rightly when the slip comes back.
///
/// The digits are those of ISO/IEC 7064, MOD 97-10, over the letters and
/// digits of the identifier: they find every single wrong sign and every two
/// that changed places.
///
/// ```swift
/// LetterNumber(id).text   // "150784001-R000015-82"
/// ```
public struct LetterNumber: Hashable, Sendable {
    public let placement: RecordID

    public init(_ placement: RecordID) { self.placement = placement }

    public var text: String { "\(placement.text)-\(check)" }

    /// The two digits.
    public var check: String {
        let rest = LetterNumber.remainder(of: placement.text)
        let digits = 98 - rest * 100 % 97
        return digits < 10 ? "0\(digits)" : String(digits)
    }

    /// The placement that was typed, with the two digits or without.
    ///
    /// - Returns: nil where the text is no identifier.
    /// - Throws: `LetterRefusal.misread` where the digits are not those of
    ///   the identifier.
    public static func placement(_ text: String) throws(LetterRefusal) -> RecordID? {
        let typed = PlainText.halfWidth(PlainText.trimmed(text)).uppercased()
        guard let hyphen = typed.lastIndex(of: "-"), GivenID(String(typed[..<hyphen])) != nil else {
            return RecordID(GivenID(typed) == nil ? text : typed)
        }
        let check = typed[typed.index(after: hyphen)...]
        guard let id = RecordID(String(typed[..<hyphen])) else { return nil }
        guard LetterNumber(id).check == check else { throw .misread(typed) }
        return id
    }

    /// Of the number that the signs make, a letter counting from 10 (A) to 35
    /// (Z), divided by 97.
    private static func remainder(of text: String) -> Int {
        var rest = 0
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39: rest = (rest * 10 + Int(byte - 0x30)) % 97
            case 0x41...0x5A: rest = (rest * 100 + Int(byte - 0x41) + 10) % 97
            case 0x61...0x7A: rest = (rest * 100 + Int(byte - 0x61) + 10) % 97
            default: continue
            }
        }
        return rest
    }
}

/// Why there is no letter of introduction.
public enum LetterRefusal: SayableError, Hashable {
    case unknown(String)
    /// The digits at the end of a letter's number are not those it has.
    case misread(String)
    /// The referral was taken back.
    case takenBack(RecordID)
    /// It came to an end: at which stage, by whom.
    case ended(RecordID, Stage, Party?)
    /// Of the person only the identifier is left.
    case erased(RecordID)
    case barred(employer: String, reason: String)
    /// Nobody is in hand with the record under the cursor.
    case noneOpen
    case severalOpen(Int)

    public var message: Phrase {
        switch self {
        case .unknown(let id): StepRefusal.unknownPlacement(id).message
        case .misread(let text):
            Phrase("编号 \(text) 的校验位不对，请对照推荐信再输一遍。", "The number \(text) does not check; compare it with the letter and type it again.")
        case .takenBack(let id):
            Phrase("\(id) 的推荐已经撤销，不出推荐信；可以重新推荐。", "The referral \(id) was taken back and has no letter; the pair may be referred anew.")
        case .ended(let id, let stage, let party):
            Phrase(
                "\(id) 已经结束（\(stage.phrase(by: party).chinese)），不出推荐信；要再去请重新推荐。",
                "The placement \(id) has ended (\(stage.phrase(by: party).english)) and has no letter; refer the pair anew.")
        case .erased(let id):
            Phrase("\(id) 的求职者信息已经删除，出不了推荐信。", "The person of \(id) was erased; there is nobody to introduce.")
        case .barred(let employer, let reason):
            Phrase("\(employer)暂停推荐（\(reason)），不出推荐信；解除后再出。", "\(employer) is barred (\(reason)) and gets no letter until that is cleared.")
        case .noneOpen:
            Phrase("没有在办的推荐，先推荐再出推荐信。", "nobody was referred here; refer first, then write the letter.")
        case .severalOpen(let count):
            Phrase("有 \(count) 笔在办的推荐，请到台账里选一笔。", "\(count) referrals are in hand; choose one in the ledger.")
        }
    }
}

extension Register {
    /// The placement, where a letter may be written for it: the one rule of
    /// the console and of the command.
    public func placementForLetter(_ id: RecordID) throws(LetterRefusal) -> (placement: Placement, person: Person, job: Job) {
        guard let placement = placements[id], let job = job(of: placement) else { throw .unknown(id.text) }
        guard !placement.isVoid else { throw .takenBack(id) }
        guard placement.stage.isOpen else { throw .ended(id, placement.stage, placement.latest.party) }
        guard let person = person(of: placement), !person.name.isEmpty else { throw .erased(id) }
        if let employer = employers[job.employer], employer.isBarred { throw .barred(employer: employer.name, reason: employer.barred) }
        return (placement, person, job)
    }

    /// The one placement in hand among several, such as a person's.
    public func onlyOpen(of placements: [Placement]) throws(LetterRefusal) -> RecordID {
        let open = placements.filter { $0.stage.isOpen }
        guard let first = open.first else { throw .noneOpen }
        guard open.count == 1 else { throw .severalOpen(open.count) }
        return first.id
    }
}
