import DoorstepCore

/// A trade of the plans: what people of it can do, and how work in it is
/// offered. Names are those of the catalogue.
struct Trade: Sendable {
    let occupation: String
    /// What the jobs are called.
    let titles: [String]
    /// The first is the trade's own, the others often come with it.
    let skills: [String]
    /// Identifiers of certificates that go with the trade.
    let certificates: [String]
    /// How often people of the trade are among those who look for work, and
    /// jobs of it among those offered: shortages and surpluses differ.
    let seekers: Int
    let openings: Int
    /// Yuan a month.
    let wage: ClosedRange<Int>
    let employers: [EmployerSort]
    let work: Work
    let traits: Set<Trait>

    init(
        _ occupation: String, _ titles: [String], skills: [String], certificates: [String] = [], seekers: Int, openings: Int,
        wage: ClosedRange<Int>, at employers: [EmployerSort], _ work: Work = .regular, _ traits: Set<Trait> = []
    ) {
        self.occupation = occupation
        self.titles = titles
        self.skills = skills
        self.certificates = certificates
        self.seekers = seekers
        self.openings = openings
        self.wage = wage
        self.employers = employers
        self.work = work
        self.traits = traits
    }

    /// By which kinds of job the trade is mostly taken on.
    enum Work: Sendable, CaseIterable {
        case regular, office, seasonal, byTheDay, household, publicService, onTheRoad

        /// Identifiers of kinds of job, weight.
        var kinds: [(String, Int)] {
            switch self {
            case .regular:
                [("full-time", 72), ("part-time", 6), ("gig", 5), ("seasonal", 6), ("shared", 3), ("apprenticeship", 3), ("assistance", 2), ("parent-friendly", 3)]
            case .office:
                [("full-time", 60), ("part-time", 8), ("traineeship", 14), ("new-graduate", 9), ("parent-friendly", 5), ("flexible", 4)]
            case .seasonal:
                [("seasonal", 52), ("gig", 20), ("full-time", 14), ("work-relief", 6), ("shared", 5), ("flexible", 3)]
            case .byTheDay:
                [("gig", 58), ("seasonal", 14), ("work-relief", 14), ("full-time", 8), ("flexible", 6)]
            case .household:
                [("full-time", 46), ("part-time", 22), ("flexible", 14), ("gig", 10), ("parent-friendly", 8)]
            case .publicService:
                [("full-time", 34), ("public-welfare", 26), ("rural-public-welfare", 18), ("assistance", 6), ("part-time", 8), ("seasonal", 8)]
            case .onTheRoad:
                [("full-time", 50), ("flexible", 30), ("part-time", 12), ("gig", 8)]
            }
        }
    }

    enum Trait: Sendable {
        /// Mostly men's or women's in the register, as these trades are.
        case men, women
        /// People of it finished college.
        case college
        /// Jobs ask for the certificate.
        case certified
        /// Levels are recognised and asked for.
        case graded
        case hazardous, night, country, lodging, remote
        /// Of the summer's visitors, or of the winter.
        case summer, winter
    }

    /// The one list of trades.
    static let all = steppe + plant + building + town + care + office
}
