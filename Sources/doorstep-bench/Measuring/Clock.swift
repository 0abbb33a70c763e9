import Foundation

/// What a piece of work cost.
struct Cost {
    /// Seconds of the processors together.
    let processor: Double
    /// Seconds on the wall.
    let wall: Double

    /// Does the work and says what it cost.
    static func of(_ work: () throws -> Void) rethrows -> Cost {
        let (processor, wall) = (seconds(CLOCK_PROCESS_CPUTIME_ID), seconds(CLOCK_MONOTONIC))
        try work()
        return Cost(processor: seconds(CLOCK_PROCESS_CPUTIME_ID) - processor, wall: seconds(CLOCK_MONOTONIC) - wall)
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// What the process takes of the memory, in megabytes; zero where the system
/// does not say.
enum Memory {
    static var now: Double { field("VmRSS:") }
    /// The most since the start or the last `forgetPeak`.
    static var peak: Double { field("VmHWM:") }

    /// Asks the system to count the peak anew; it may not.
    static func forgetPeak() { try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs")) }

    private static func field(_ name: String) -> Double {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name) }),
            let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Double($0) })
        else { return 0 }
        return kilobytes / 1024
    }
}

/// Many times of one thing.
struct Spread {
    private let sorted: [Double]

    init(_ values: [Double]) { sorted = values.sorted() }

    /// The value below which a share of all lie; zero of none.
    func quantile(_ share: Double) -> Double {
        sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    var sum: Double { sorted.reduce(0, +) }
    var mean: Double { sorted.isEmpty ? 0 : sum / Double(sorted.count) }
}
