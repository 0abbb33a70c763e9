import ArgumentParser
import DoorstepCore
import DoorstepExchange

/// Any pair, also one that no list shows.
struct MatchWhy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: .told("不符原因：任一人和任一岗位，每条规则、每一分。", "Why a person does or does not fit a job: every rule, every part of the score."))

    @Argument(help: .told("岗位的编号。", "The job's identifier."))
    var job: String

    @Argument(help: .told("求职者的编号。", "The person's identifier."))
    var person: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var station: StationOptions

    func run() throws {
        let desk = try Desk.open(station)
        let matcher = try desk.matcher()
        guard let jobID = RecordID(job), let job = matcher.register.jobs[jobID] else { throw StepRefusal.unknownJob(self.job) }
        guard let personID = RecordID(person), let person = matcher.register.people[personID] else { throw StepRefusal.unknownPerson(self.person) }
        let explanation = Explanation(matcher.assess(job: job, person: person), job: job, person: person, matcher: matcher)
        try output.write(
            header: WhyRows.header, rows: WhyRows.rows(explanation, desk.language), about: desk.title(Phrase("不符原因", "why not"), query: "\(job.id) \(person.id)"))
    }
}
