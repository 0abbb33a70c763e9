/// What the journal says of a plan that was accepted: how many pairs it had,
/// how many of them were referred, and then each of those steps as an entry
/// of its own would tell of it, in the order of their numbers.
enum PlanContent {
    static let asked = "pairs"
    static let referred = "referred"
    /// The field that each step begins with.
    private static let first = LedgerRow.header[0]

    static func of(_ rows: [StepRow], asked count: Int) -> EntryContent {
        var content = EntryContent([(asked, String(count)), (referred, String(rows.count))])
        for row in rows {
            for field in StepContent.of(row).fields { content.add(field.name, field.value) }
        }
        return content
    }

    /// The steps, each by itself; nil where there are not as many as the
    /// entry says.
    static func steps(_ content: EntryContent) -> [EntryContent]? {
        var steps: [EntryContent] = []
        for field in content.fields {
            if field.name == first { steps.append(EntryContent()) }
            if !steps.isEmpty { steps[steps.count - 1].add(field.name, field.value) }
        }
        return content[referred] == String(steps.count) ? steps : nil
    }
}
