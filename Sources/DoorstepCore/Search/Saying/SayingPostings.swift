/// By feature, who has it and how much; side by side in one array.
struct SayingPostings: Sendable {
    private let starts: [Int]
    private let owners: [Int32]
    private let weights: [Float]

    /// - Parameters:
    ///   - bounds: where each owner's features begin, and where the last
    ///     one's end.
    ///   - numbers: the features of one owner after those of another.
    ///   - count: how many features there are.
    init(owners bounds: [Int], numbers: [Int32], weights: [Float], count: Int) {
        var starts = [Int](repeating: 0, count: count + 1)
        for number in numbers { starts[Int(number) + 1] += 1 }
        for index in 0..<count { starts[index + 1] += starts[index] }
        var next = starts
        var sortedOwners = [Int32](repeating: 0, count: numbers.count)
        var sortedWeights = [Float](repeating: 0, count: numbers.count)
        for owner in 0..<bounds.count - 1 {
            for index in bounds[owner]..<bounds[owner + 1] {
                let slot = next[Int(numbers[index])]
                next[Int(numbers[index])] = slot + 1
                sortedOwners[slot] = Int32(owner)
                sortedWeights[slot] = weights[index]
            }
        }
        self.starts = starts
        owners = sortedOwners
        self.weights = sortedWeights
    }

    /// Hands over everybody who has the feature, with its weight.
    @inline(__always)
    func each(_ number: Int32, _ body: (_ owner: Int, _ weight: Float) -> Void) {
        for slot in starts[Int(number)]..<starts[Int(number) + 1] { body(Int(owners[slot]), weights[slot]) }
    }
}
