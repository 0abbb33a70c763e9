extension Matcher {
    /// The days that policies gave of late, or give soon: on which something
    /// has to be seen or claimed. Only of placements that may still claim.
    ///
    /// What came due is what a month ago was still waited for.
    ///
    /// Complexity: that of the policies for all placements, twice.
    ///
    /// - Parameters:
    ///   - settings: the rates that no plan gives.
    ///   - ahead: how many days ahead what is coming counts.
    public func policyDates(_ settings: PolicySettings, ahead: Int = 0) -> [PolicyDate] {
        guard !register.placements.isEmpty else { return [] }
        let now = PolicyBook(register, catalogue, settings, asOf: day)
        let earlier = PolicyBook(register, catalogue, settings, asOf: day + -FollowUp.policyDays)
        return earlier.dates(until: day).filter { now.stands($0) } + (ahead > 0 ? now.dates(until: day + ahead) : [])
    }
}

extension PolicyBook {
    /// Whether the placement may still claim under the policy.
    fileprivate func stands(_ date: PolicyDate) -> Bool {
        guard let position = register.placements.position(of: date.placement) else { return false }
        return findings(of: Int32(position)).contains { catalogue.policies.policies[Int($0.policy)].id == date.policy.id }
    }
}
