import ArgumentParser
import DoorstepCore

/// Evidence as options of every step: one for each item of the list, called
/// as the item is.
struct EvidenceOptions: ParsableArguments {
    @Option(help: .item(.contractSigned)) var contractSigned: String?
    @Option(help: .item(.contractFrom)) var contractFrom: String?
    @Option(help: .item(.contractTo)) var contractTo: String?
    @Option(help: .item(.contractOpen)) var contractOpen: String?
    @Option(help: .item(.firstContract)) var firstContract: String?
    @Option(help: .item(.insuranceFrom)) var insuranceFrom: String?
    @Option(help: .item(.pensionMonths)) var pensionMonths: String?
    @Option(help: .item(.unemploymentMonths)) var unemploymentMonths: String?
    @Option(help: .item(.injuryMonths)) var injuryMonths: String?
    @Option(help: .item(.medicalMonths)) var medicalMonths: String?
    @Option(help: .item(.maternityMonths)) var maternityMonths: String?
    @Option(help: .item(.insuranceUnbroken)) var insuranceUnbroken: String?
    @Option(help: .item(.wage)) var wage: String?
    @Option(help: .item(.paid)) var paid: String?
    @Option(help: .item(.trainingFinished)) var trainingFinished: String?
    @Option(help: .item(.trainingBody)) var trainingBody: String?
    @Option(help: .item(.skillLevel)) var skillLevel: String?
    @Option(help: .item(.certified)) var certified: String?
    @Option(help: .item(.agency)) var agency: String?
    @Option(help: .item(.traineeshipFrom)) var traineeshipFrom: String?
    @Option(help: .item(.traineeshipTo)) var traineeshipTo: String?
    @Option(help: .item(.traineeshipEnded)) var traineeshipEnded: String?
    @Option(help: .item(.retained)) var retained: String?
    @Option(help: .item(.traineeInsured)) var traineeInsured: String?
    @Option(help: .item(.reserveFrom)) var reserveFrom: String?
    @Option(help: .item(.reserveTo)) var reserveTo: String?
    @Option(help: .item(.reserveEmployer)) var reserveEmployer: String?
    @Option(help: .item(.apprenticeAgreement)) var apprenticeAgreement: String?
    @Option(help: .item(.keyEmployer)) var keyEmployer: String?
    @Option(help: .item(.businessRegistered)) var businessRegistered: String?
    @Option(help: .item(.firstBusiness)) var firstBusiness: String?
    @Option(help: .item(.operatingOn)) var operatingOn: String?
    @Option(help: .item(.headcountEarlier)) var headcountEarlier: String?
    @Option(help: .item(.headcountNow)) var headcountNow: String?
    @Option(help: .item(.notWelfareEligible)) var notWelfareEligible: String?
    @Option(help: .item(.channelsFailed)) var channelsFailed: String?
    @Option(help: .item(.noStatePost)) var noStatePost: String?
    @Option(help: .item(.retirementPension)) var retirementPension: String?
    @Option(help: .item(.employerInsurance)) var employerInsurance: String?
    @Option(help: .item(.checkedAgainst)) var checkedAgainst: String?
    @Option(help: .item(.claimed)) var claimed: String?

    /// What was given for an item.
    private func text(_ item: EvidenceItem) -> String? {
        switch item {
        case .contractSigned: contractSigned
        case .contractFrom: contractFrom
        case .contractTo: contractTo
        case .contractOpen: contractOpen
        case .firstContract: firstContract
        case .insuranceFrom: insuranceFrom
        case .pensionMonths: pensionMonths
        case .unemploymentMonths: unemploymentMonths
        case .injuryMonths: injuryMonths
        case .medicalMonths: medicalMonths
        case .maternityMonths: maternityMonths
        case .insuranceUnbroken: insuranceUnbroken
        case .wage: wage
        case .paid: paid
        case .trainingFinished: trainingFinished
        case .trainingBody: trainingBody
        case .skillLevel: skillLevel
        case .certified: certified
        case .agency: agency
        case .traineeshipFrom: traineeshipFrom
        case .traineeshipTo: traineeshipTo
        case .traineeshipEnded: traineeshipEnded
        case .retained: retained
        case .traineeInsured: traineeInsured
        case .reserveFrom: reserveFrom
        case .reserveTo: reserveTo
        case .reserveEmployer: reserveEmployer
        case .apprenticeAgreement: apprenticeAgreement
        case .keyEmployer: keyEmployer
        case .businessRegistered: businessRegistered
        case .firstBusiness: firstBusiness
        case .operatingOn: operatingOn
        case .headcountEarlier: headcountEarlier
        case .headcountNow: headcountNow
        case .notWelfareEligible: notWelfareEligible
        case .channelsFailed: channelsFailed
        case .noStatePost: noStatePost
        case .retirementPension: retirementPension
        case .employerInsurance: employerInsurance
        case .checkedAgainst: checkedAgainst
        case .claimed: claimed
        }
    }

    /// All that was given.
    ///
    /// - Throws: `CellProblem` for the first value that cannot be read.
    func evidence() throws -> Evidence {
        var evidence: Evidence = [:]
        for item in EvidenceItem.allCases {
            if let text = text(item) { evidence[item] = try item.read(text) }
        }
        return evidence
    }
}

extension ArgumentHelp {
    fileprivate static func item(_ item: EvidenceItem) -> ArgumentHelp { .told("\(item.phrase.chinese)。", "\(item.phrase.english.capitalizedFirst).") }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
