/// What a reading worked out about texts that sheets repeat: shared by its
/// copies, since every row is read by one.
final class ReadingMemory: Sendable {
    let nearest = TextMemory<[Phrase]>()
    /// Nil for what is none.
    let wages = TextMemory<WageReading?>()
    let said = TextMemory<PlaceCatalogue.Said>()
    let places = TextMemory<PlaceCatalogue.Outcome>()
    let education = TextMemory<Education?>()
    let trades = TextMemory<TradesRead>()
    let certificates = TextMemory<[CertificateName]>()
    let groups = TextMemory<GroupSet>()
    let kinds = TextMemory<[JobKindID]>()
    /// Nil for what is neither yes nor no.
    let answers = TextMemory<Bool?>()
}
