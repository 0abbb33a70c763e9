/// The moment from which the program's own timings count: the first line of
/// `main`. The system has the moment at which it started the process as well,
/// but only to a hundredth of a second.
enum Beginning {
    static let moment = ContinuousClock.now

    /// Microseconds since then.
    static var microseconds: Int {
        let (seconds, attoseconds) = moment.duration(to: .now).components
        return Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
    }
}
