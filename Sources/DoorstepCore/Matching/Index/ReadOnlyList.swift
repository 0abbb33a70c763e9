/// Values side by side, read in place: those of an array would be copied, or
/// hold the array, for each.
final class ReadOnlyList<Element> {
    private let elements: UnsafeMutablePointer<Element>
    let count: Int

    /// - Parameter elements: what they point to is to be held as long as
    ///   this.
    init(_ elements: some Collection<Element>) {
        count = elements.count
        self.elements = .allocate(capacity: elements.count)
        _ = UnsafeMutableBufferPointer(start: self.elements, count: count).initialize(from: elements)
    }

    deinit {
        elements.deinitialize(count: count)
        elements.deallocate()
    }

    /// For loops that read one after another; good for as long as this is
    /// held.
    @inline(__always)
    var first: UnsafePointer<Element> { UnsafePointer(elements) }

    @inline(__always)
    subscript(position: Int) -> Element {
        unsafeAddress { UnsafePointer(elements + position) }
    }
}

// The compiler cannot check raw memory: only `init` writes it, before anybody else has the list, and what stands in it is Sendable.
extension ReadOnlyList: @unchecked Sendable where Element: Sendable {}
