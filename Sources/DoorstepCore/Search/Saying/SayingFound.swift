/// An entry of the catalogue that a text may mean.
public struct SayingFound<ID: Hashable & Sendable>: Hashable, Sendable {
    public let id: ID
    /// How well the entry fits, comparable between the entries found for one
    /// text: from 0 to about 2, and from `SayingIndex.certain` upwards where
    /// the whole text is the entry's code, name or alias.
    public let score: Double
    /// The parts of the text that speak for the entry, in their order, in
    /// lower case and half-width as `PlainText` has them.
    public let matched: [String]
}
