import DoorstepConsole
import DoorstepCore
import Testing

extension SampleStation {
    /// The sample with one vacancy less to weld in, and a welder who can drive
    /// a fork-lift as well: the best pair first leaves the other welder
    /// without, the plan places both. Nobody fits 王芳, who wants more than
    /// anyone pays.
    static func withPlan() throws -> StationModel {
        let sample = try model()
        var register = sample.register
        let (j1, p1) = (try #require(RecordID("J1")), try #require(RecordID("P1")))
        var job = try #require(register.jobs[j1])
        job.headcount = 1
        register.update(job)
        var person = try #require(register.people[p1])
        person.skills.append(HeldSkill(sample.catalogue.skills.name("叉车司机"), .senior))
        register.update(person)
        return StationModel(
            register: register, catalogue: sample.catalogue, queries: sample.queries, settings: StationSettings(), day: ConsoleDriver.day, sequence: 1)
    }
}
