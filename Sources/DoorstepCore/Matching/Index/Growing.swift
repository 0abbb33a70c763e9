/// Memory for values that only ever grow in number: of trivial types, so
/// that reading one is a load and nothing else.
struct Growing<Element: BitwiseCopyable> {
    private(set) var values: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        values = .allocate(capacity: capacity)
    }

    mutating func append(_ value: Element) {
        if count == capacity {
            capacity = max(8, capacity * 3 / 2)
            let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
            larger.update(from: values, count: count)
            values.deallocate()
            values = larger
        }
        values[count] = value
        count += 1
    }

    func copy() -> Growing {
        var copy = Growing(capacity: count)
        copy.values.update(from: values, count: count)
        copy.count = count
        return copy
    }

    func deallocate() { values.deallocate() }
}
