/// A terminal without a terminal: it is given its input beforehand and keeps
/// what was shown. For tests and scripts.
@MainActor
public final class MemoryTerminal: ScreenTerminal {
    public private(set) var size: Size
    /// What was shown last.
    public private(set) var lastFrame: Frame?
    /// How often something was shown.
    public private(set) var presentCount = 0
    public private(set) var suspendCount = 0
    /// What was handed over for the clipboard last.
    public private(set) var clipboard: ClipboardText?
    private var batches: ArraySlice<[InputEvent]>

    public init(size: Size, events: [InputEvent] = []) {
        self.size = size
        batches = events.map { [$0] }[...]
    }

    /// Adds events that arrive together, after those added before.
    public func feed(_ events: [InputEvent]) {
        batches.append(events)
    }

    /// Whether all events were taken.
    public var isDrained: Bool { batches.isEmpty }

    public func nextEvents(timeoutMilliseconds: Int?) -> [InputEvent] {
        guard let batch = batches.popFirst() else { return [] }
        for case .resize(let newSize) in batch { size = newSize }
        return batch
    }

    public func present(_ frame: Frame) {
        lastFrame = frame
        presentCount += 1
    }

    public func suspend(_ body: () -> Void) {
        suspendCount += 1
        body()
    }

    public func suspendToShell() {
        suspendCount += 1
    }

    public func copy(_ text: ClipboardText) { clipboard = text }

    public func redrawAll() {}
}
