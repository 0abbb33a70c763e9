extension Person: DoubleRecord {
    public static var doubleReasons: [DoubleReason] { [.identityNumber, .telephoneAndName, .nameAndBirth] }
    public var doubleName: String { name }

    public func doubleKey(_ reason: DoubleReason, _ rules: DoubleRules) -> UInt64? {
        guard stands else { return nil }
        var key = DoubleKey(reason)
        switch reason {
        case .identityNumber:
            guard let identityNumber else { return nil }
            key.add(identityNumber.digitsNumber)
        case .telephoneAndName:
            guard !name.isEmpty, key.add(telephone: telephone) else { return nil }
            key.add(name: name)
        case .nameAndBirth:
            guard !name.isEmpty, let birth else { return nil }
            key.add(UInt64(bitPattern: Int64(birth.number)))
            key.add(name: name)
        case .creditCode, .employerName, .posting: return nil
        }
        return key.number
    }

    public func isDouble(of other: Person, _ reason: DoubleReason, _ rules: DoubleRules) -> Bool {
        guard stands, other.stands else { return false }
        switch reason {
        case .identityNumber: return identityNumber != nil && identityNumber == other.identityNumber
        case .telephoneAndName:
            return !name.isEmpty && DoubleText.name(name) == DoubleText.name(other.name)
                && DoubleText.telephone(telephone).map { $0 == DoubleText.telephone(other.telephone) } ?? false
        case .nameAndBirth:
            // Two numbers are two people, born on the same day.
            guard !name.isEmpty, let birth, birth == other.birth else { return false }
            return DoubleText.name(name) == DoubleText.name(other.name) && !DoubleText.differ(identityNumber, other.identityNumber)
        case .creditCode, .employerName, .posting: return false
        }
    }
}

extension Employer: DoubleRecord {
    public static var doubleReasons: [DoubleReason] { [.creditCode, .employerName] }
    public var doubleName: String { name }

    public func doubleKey(_ reason: DoubleReason, _ rules: DoubleRules) -> UInt64? {
        guard stands else { return nil }
        var key = DoubleKey(reason)
        switch reason {
        case .creditCode:
            guard let creditCode else { return nil }
            key.add(name: creditCode.text)
        case .employerName:
            let name = rules.names.key(name)
            guard !name.isEmpty else { return nil }
            key.add(name: name)
        case .identityNumber, .telephoneAndName, .posting, .nameAndBirth: return nil
        }
        return key.number
    }

    public func isDouble(of other: Employer, _ reason: DoubleReason, _ rules: DoubleRules) -> Bool {
        guard stands, other.stands else { return false }
        switch reason {
        case .creditCode: return creditCode != nil && creditCode == other.creditCode
        case .employerName:
            // Two codes are two employers, whatever their names.
            let name = rules.names.key(name)
            return !name.isEmpty && name == rules.names.key(other.name) && !DoubleText.differ(creditCode, other.creditCode)
        case .identityNumber, .telephoneAndName, .posting, .nameAndBirth: return false
        }
    }
}

extension Job: DoubleRecord {
    public static var doubleReasons: [DoubleReason] { [.posting] }
    public var doubleName: String { title }

    public func doubleKey(_ reason: DoubleReason, _ rules: DoubleRules) -> UInt64? {
        guard reason == .posting, isPosted(on: rules.day) else { return nil }
        var key = DoubleKey(reason)
        key.add(UInt64(bitPattern: Int64(employer.hashValue)))
        key.add(UInt64(place.position))
        key.add(name: title)
        return key.number
    }

    /// Jobs for other days are other jobs: seasonal and day work is posted
    /// again and again. Of the wage nothing is asked: a posting that was
    /// raised is still the same job.
    public func isDouble(of other: Job, _ reason: DoubleReason, _ rules: DoubleRules) -> Bool {
        guard reason == .posting, isPosted(on: rules.day), other.isPosted(on: rules.day), employer == other.employer, place == other.place else { return false }
        let (days, others) = (days, other.days)
        return days.first <= others.last && others.first <= days.last && DoubleText.name(title) == DoubleText.name(other.title)
    }

    private func isPosted(on day: Day) -> Bool { stands && status == .open && days.last >= day }

    /// The days that the work is for; without any, every day.
    private var days: (first: Day, last: Day) {
        let last = [to, closes].compactMap(\.self).min() ?? Day(number: .max)
        return (from ?? Day(number: .min), last)
    }
}
