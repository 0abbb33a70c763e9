extension PolicyPlan {
    init(_ node: PolicyNode) throws(PolicyFileError) {
        try node.allow(["id", "name", "place", "status", "from", "to", "same_kind"])
        id = try node.text("id")
        name = try node.phrase("name")
        place = try node.place("place")
        let status = try node.text("status")
        guard ["draft", "in-force"].contains(status) else { throw node.unknown(.field, status) }
        isDraft = status == "draft"
        from = try node.day("from")
        to = try node.day("to")
        let rule = try node.textIfAny("same_kind")
        guard rule == nil || rule == "higher-only" else { throw node.unknown(.field, rule ?? "") }
        takesHigher = rule != nil
    }
}

extension PolicyEntry {
    init(_ node: PolicyNode, plan: Int) throws(PolicyFileError) {
        try node.allow(["id", "name", "plan", "item", "recipient", "amount", "note"])
        self.plan = plan
        id = try node.text("id")
        name = try node.phrase("name")
        item = try node.text("item")
        recipient = try node.phrase("recipient")
        amount = try node.phrase("amount")
        note = try node.phraseIfAny("note")
    }
}

extension Policy {
    init(_ node: PolicyNode, number: Int, plan: Int) throws(PolicyFileError) {
        try node.allow([
            "id", "name", "plan", "item", "recipient", "kind", "amount", "place", "since", "concerns", "once", "additive", "replaces", "when", "evidence",
            "readings", "note",
        ])
        self.number = number
        self.plan = plan
        id = try node.text("id")
        name = try node.phrase("name")
        item = try node.text("item")
        recipient = try node.term("recipient", .recipient)
        kind = try node.term("kind", .kind)
        amount = try PolicyAmount(node)
        ground = try node.term("place", .place)
        let since = try node.text("since")
        guard ["hire", "referral"].contains(since) else { throw node.unknown(.field, since) }
        isFromReferral = since == "referral"
        concern = try node.term("concerns", .field)
        isOnce = try node.yes("once")
        isAdditive = try node.yes("additive")
        replaces = try node.textIfAny("replaces")
        evidence = try node.terms("evidence", .evidence)
        readings = try node.nodes("readings").map { reading throws(PolicyFileError) in
            try reading.allow(["about", "zh", "en"])
            return PolicyReading(about: try reading.text("about"), text: Phrase(try reading.text("zh"), try reading.text("en")))
        }
        note = try node.phraseIfAny("note")
        let when = try node.node("when")
        inCapOf = try when.textIfAny("in_cap_of")
        conditions = try PolicyCondition.all(when)
        guard conditions.count <= Policy.mostConditions else { throw node.missing("when") }
        if concern == .business, !conditions.contains(where: \.isOfFounder) { throw node.missing("when") }
        dependsOnReading = conditions.contains(where: \.dependsOnReading) || inCapOf != nil
    }

    /// Which of them are not met is kept as one bit each, beside two for the
    /// plan's own days.
    static let mostConditions = 14
}

extension PolicyAmount {
    init(_ node: PolicyNode) throws(PolicyFileError) {
        if node.isText("amount") {
            switch try node.text("amount") {
            case "not-stated": self = .notStated
            case "eligibility": self = .eligibility
            case let word: throw node.unknown(.amount, word)
            }
            return
        }
        let amount = try node.node("amount")
        try amount.allow(["yuan", "per", "bound", "percent", "of", "months", "remaining-term"], as: .amount)
        let bound: Bound = try amount.term("bound", .amount)
        if let yuan = try amount.numberIfAny("yuan") {
            guard yuan <= 10_000_000 else { throw amount.missing("yuan") }
            self = .sum(yuan: yuan, per: try amount.term("per", .amount), bound)
        } else if let percent = try amount.numberIfAny("percent") {
            guard percent <= 1000 else { throw amount.missing("percent") }
            self = .rate(percent: percent, of: try amount.term("of", .amount), bound)
        } else if try amount.yes("remaining-term") {
            self = .remainingTerm
        } else {
            self = .months(try amount.number("months"), bound)
        }
    }
}

extension PolicyCondition {
    fileprivate var isOfFounder: Bool {
        switch self {
        case .founderGroup, .jobs, .operating, .notStated: true
        default: false
        }
    }

    /// Words that say more of another condition.
    private static let besides: Set<String> = [
        "groups_open", "groups_narrow", "founder_group", "schemes", "insurance_unbroken", "jobs_insurance_months", "in_cap_of",
    ]

    /// The conditions of a policy, in the order of their words.
    static func all(_ when: PolicyNode) throws(PolicyFileError) -> [PolicyCondition] {
        var conditions: [PolicyCondition] = []
        for word in when.keys where !besides.contains(word) { conditions += try PolicyCondition.read(word, when) }
        return conditions
    }

    /// - Throws: an unknown word is refused, never passed over: a rule without
    ///   one of its conditions would give what the plan does not.
    private static func read(_ word: String, _ when: PolicyNode) throws(PolicyFileError) -> [PolicyCondition] {
        switch word {
        case "groups":
            let groups = try when.groups(word)
            let isOpen = try when.yes("groups_open")
            if try when.yes("founder_group") { return [.founderGroup(groups, isOpen: isOpen)] }
            return [.groups(groups, narrow: when.has("groups_narrow") ? try when.groups("groups_narrow") : groups, isOpen: isOpen)]
        case "agency": return try flag(word, when, .agency)
        case "employer_in": return [.employerIn(try when.place(word))]
        case "employer_types": return [.employerTypes(try when.terms(word, .employerType))]
        case "employer_sizes": return [.employerSizes(try when.terms(word, .employerSize))]
        case "small_or_non_public": return try flag(word, when, .smallOrNonPublic)
        case "entity": return try flag(word, when, .smallEntity)
        case "contract": return try flag(word, when, .contract)
        case "contract_months": return [.contractMonths(try months(word, when))]
        case "contract_within_months_of_training": return [.contractAfterTraining(months: try months(word, when))]
        case "contract_before_traineeship_ends": return try flag(word, when, .contractBeforeTraineeshipEnds)
        case "insurance": return try flag(word, when, .insurance(months: 0, schemes: [], isUnbroken: false))
        case "insurance_months":
            let schemes: [EvidenceItem] = when.has("schemes") ? try when.terms("schemes", .evidence) : []
            guard Set(schemes).isSubset(of: EvidenceItem.schemes) else { throw when.unknown(.evidence, "schemes") }
            return [.insurance(months: try months(word, when), schemes: schemes, isUnbroken: try when.yes("insurance_unbroken"))]
        case "employment_months": return [.employment(months: try months(word, when))]
        case "employed": return try flag(word, when, .employed)
        case "household_in": return [.householdIn(try when.place(word))]
        case "job_kinds":
            return [
                .jobKinds(
                    try when.texts(word).map { code throws(PolicyFileError) in
                        guard let kind = when.words.kinds.kind(code) else { throw when.unknown(.jobKind, code) }
                        return kind.id
                    })
            ]
        case "unemployed_months": return [.unemployed(months: try months(word, when))]
        case "graduated_months_max": return [.graduated(months: try months(word, when))]
        case "proven":
            let items: [EvidenceItem] = try when.terms(word, .evidence)
            for item in items where item.kind != .yesNo { throw when.unknown(.evidence, item.rawValue) }
            return items.map(PolicyCondition.proven)
        case "proven_any": return [.provenAny(try when.terms(word, .evidence))]
        case "newly_employed": return try flag(word, when, .newlyEmployed)
        case "reserve": return try flag(word, when, .reserve(longest: nil))
        case "reserve_months_max": return [.reserve(longest: try months(word, when))]
        case "traineeship": return try flag(word, when, .traineeship)
        case "retention_percent":
            let percent = try when.number(word)
            guard (1...100).contains(percent) else { throw when.missing(word) }
            return [.retention(percent: percent)]
        case "jobs_min": return [.jobs(least: try count(word, when), insured: try months("jobs_insurance_months", when))]
        case "operating_months": return [.operating(months: try months(word, when))]
        case "headcount_kept": return try flag(word, when, .headcountKept)
        case "min_per_agency_year": return [.perAgency(least: try count(word, when))]
        case "cap_per_agency":
            let yuan = try when.number(word)
            guard (1...100_000_000).contains(yuan) else { throw when.missing(word) }
            return [.cap(yuan: yuan)]
        case "conditions_not_stated": return try flag(word, when, .notStated)
        default: throw when.unknown(.condition, word)
        }
    }

    private static func flag(_ word: String, _ when: PolicyNode, _ condition: PolicyCondition) throws(PolicyFileError) -> [PolicyCondition] {
        try when.yes(word) ? [condition] : []
    }

    private static func months(_ word: String, _ when: PolicyNode) throws(PolicyFileError) -> Int {
        let months = try when.number(word)
        guard (1...600).contains(months) else { throw when.missing(word) }
        return months
    }

    private static func count(_ word: String, _ when: PolicyNode) throws(PolicyFileError) -> Int {
        let count = try when.number(word)
        guard (1...100_000).contains(count) else { throw when.missing(word) }
        return count
    }
}
