import ArgumentParser
import DoorstepCore

/// Evidence as options of every step: one for each item of the list, called
/// as the item is.
struct EvidenceOptions: ParsableArguments {
    @Option(name: .customLong("contract-signed"), help: .item(.contractSigned)) var contractSigned: String?
    @Option(name: .customLong("contract-from"), help: .item(.contractFrom)) var contractFrom: String?
    @Option(name: .customLong("contract-to"), help: .item(.contractTo)) var contractTo: String?
    @Option(name: .customLong("contract-open"), help: .item(.contractOpen)) var contractOpen: String?
    @Option(name: .customLong("first-contract"), help: .item(.firstContract)) var firstContract: String?
    @Option(name: .customLong("insurance-from"), help: .item(.insuranceFrom)) var insuranceFrom: String?
    @Option(name: .customLong("pension-months"), help: .item(.pensionMonths)) var pensionMonths: String?
    @Option(name: .customLong("unemployment-months"), help: .item(.unemploymentMonths)) var unemploymentMonths: String?
    @Option(name: .customLong("injury-months"), help: .item(.injuryMonths)) var injuryMonths: String?
    @Option(name: .customLong("medical-months"), help: .item(.medicalMonths)) var medicalMonths: String?
    @Option(name: .customLong("maternity-months"), help: .item(.maternityMonths)) var maternityMonths: String?
    @Option(name: .customLong("insurance-unbroken"), help: .item(.insuranceUnbroken)) var insuranceUnbroken: String?
    @Option(name: .customLong("wage"), help: .item(.wage)) var wage: String?
    @Option(name: .customLong("paid"), help: .item(.paid)) var paid: String?
    @Option(name: .customLong("training-finished"), help: .item(.trainingFinished)) var trainingFinished: String?
    @Option(name: .customLong("training-body"), help: .item(.trainingBody)) var trainingBody: String?
    @Option(name: .customLong("training-hours"), help: .item(.trainingHours)) var trainingHours: String?
    @Option(name: .customLong("skill-level"), help: .item(.skillLevel)) var skillLevel: String?
    @Option(name: .customLong("certified"), help: .item(.certified)) var certified: String?
    @Option(name: .customLong("agency"), help: .item(.agency)) var agency: String?
    @Option(name: .customLong("traineeship-from"), help: .item(.traineeshipFrom)) var traineeshipFrom: String?
    @Option(name: .customLong("traineeship-to"), help: .item(.traineeshipTo)) var traineeshipTo: String?
    @Option(name: .customLong("traineeship-ended"), help: .item(.traineeshipEnded)) var traineeshipEnded: String?
    @Option(name: .customLong("retained"), help: .item(.retained)) var retained: String?
    @Option(name: .customLong("trainee-insured"), help: .item(.traineeInsured)) var traineeInsured: String?
    @Option(name: .customLong("reserve-from"), help: .item(.reserveFrom)) var reserveFrom: String?
    @Option(name: .customLong("reserve-to"), help: .item(.reserveTo)) var reserveTo: String?
    @Option(name: .customLong("reserve-employer"), help: .item(.reserveEmployer)) var reserveEmployer: String?
    @Option(name: .customLong("apprentice-agreement"), help: .item(.apprenticeAgreement)) var apprenticeAgreement: String?
    @Option(name: .customLong("key-employer"), help: .item(.keyEmployer)) var keyEmployer: String?
    @Option(name: .customLong("business-registered"), help: .item(.businessRegistered)) var businessRegistered: String?
    @Option(name: .customLong("first-business"), help: .item(.firstBusiness)) var firstBusiness: String?
    @Option(name: .customLong("operating-on"), help: .item(.operatingOn)) var operatingOn: String?
    @Option(name: .customLong("headcount-earlier"), help: .item(.headcountEarlier)) var headcountEarlier: String?
    @Option(name: .customLong("headcount-now"), help: .item(.headcountNow)) var headcountNow: String?
    @Option(name: .customLong("founder-group"), help: .item(.founderGroup)) var founderGroup: String?
    @Option(name: .customLong("newly-employed"), help: .item(.newlyEmployed)) var newlyEmployed: String?
    @Option(name: .customLong("aided-person"), help: .item(.aidedPerson)) var aidedPerson: String?
    @Option(name: .customLong("income-above-dibao"), help: .item(.incomeAboveAllowance)) var incomeAboveAllowance: String?
    @Option(name: .customLong("resident"), help: .item(.resident)) var resident: String?
    @Option(name: .customLong("able-willing"), help: .item(.ableAndWilling)) var ableAndWilling: String?
    @Option(name: .customLong("urban-work"), help: .item(.urbanWork)) var urbanWork: String?
    @Option(name: .customLong("part-time"), help: .item(.partTime)) var partTime: String?
    @Option(name: .customLong("rural-post"), help: .item(.ruralPost)) var ruralPost: String?
    @Option(name: .customLong("not-welfare-eligible"), help: .item(.notWelfareEligible)) var notWelfareEligible: String?
    @Option(name: .customLong("channels-failed"), help: .item(.channelsFailed)) var channelsFailed: String?
    @Option(name: .customLong("no-state-post"), help: .item(.noStatePost)) var noStatePost: String?
    @Option(name: .customLong("retirement-pension"), help: .item(.retirementPension)) var retirementPension: String?
    @Option(name: .customLong("employer-insurance"), help: .item(.employerInsurance)) var employerInsurance: String?
    @Option(name: .customLong("checked-against"), help: .item(.checkedAgainst)) var checkedAgainst: String?
    @Option(name: .customLong("claimed"), help: .item(.claimed)) var claimed: String?

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
        case .trainingHours: trainingHours
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
        case .founderGroup: founderGroup
        case .newlyEmployed: newlyEmployed
        case .aidedPerson: aidedPerson
        case .incomeAboveAllowance: incomeAboveAllowance
        case .resident: resident
        case .ableAndWilling: ableAndWilling
        case .urbanWork: urbanWork
        case .partTime: partTime
        case .ruralPost: ruralPost
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
