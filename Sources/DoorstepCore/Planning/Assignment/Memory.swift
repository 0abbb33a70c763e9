/// Values side by side in memory of their own, given back with it: for loops
/// that read and write single values a million times.
struct Memory<Value>: ~Copyable {
    private let values: UnsafeMutablePointer<Value>
    let count: Int

    init(_ count: Int, _ value: (Int) -> Value) {
        self.count = count
        values = .allocate(capacity: max(1, count))
        for position in 0..<count { (values + position).initialize(to: value(position)) }
    }

    init(_ array: [Value]) {
        self.init(array.count) { array[$0] }
    }

    deinit {
        values.deinitialize(count: count)
        values.deallocate()
    }

    @inline(__always)
    subscript(position: Int) -> Value {
        unsafeAddress { UnsafePointer(values + position) }
        nonmutating unsafeMutableAddress { values + position }
    }
}
