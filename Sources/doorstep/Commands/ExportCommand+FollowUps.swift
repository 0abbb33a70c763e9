import DoorstepCore
import DoorstepExchange

extension ExportCommand {
    /// What is due, narrowed by a search of people, jobs and placements alike.
    func exportFollowUps(_ loaded: LoadedStation, _ desk: Desk) throws {
        let register = loaded.register
        let matcher = Matcher(register: register, catalogue: desk.catalogue, settings: loaded.settings.matching, day: desk.day)
        let ahead = max(0, to.map { $0 - desk.day } ?? 0)
        let search = query == nil && saved == nil ? nil : try FollowUpSearch(query ?? "", saved: saved, loaded, desk)
        let calls = matcher.followUps(ahead: ahead, policyDates: matcher.policyDates(loaded.settings.policies, ahead: ahead))
            .filter { isInSpan($0.due) && search?.finds($0) ?? true }
        let rows = FollowUpRows(register: register, day: desk.day, language: desk.language, isMasked: !unmasking.unmasked)
        try write(FollowUpRows.header(desk.language), SheetRows(calls) { rows.row($0) }, desk)
    }
}
