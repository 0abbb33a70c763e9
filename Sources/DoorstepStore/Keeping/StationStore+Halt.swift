extension StationStore {
    /// Why nothing is written any more: a disk that failed or was full, or a
    /// file that is damaged. What was read before is still good to look at.
    ///
    /// Who goes on writing to such a disk may turn one lost change into a
    /// lost store. Only a full disk is forgiven, once there is room again.
    public var haltedBy: StoreError? { halt.withLock { $0 } }

    /// - Throws: what every change is told while nothing is written.
    func checkHalt() throws(ChangeError) {
        guard let cause = haltedBy else { return }
        guard cause == .diskFull else { throw .store(.halted) }
        guard let path, StoreFile(path: path).hasRoom else { throw .store(.diskFull) }
        halt.withLock { $0 = nil }
    }

    /// Takes note of what went wrong.
    func note(_ cause: StoreError) {
        guard cause.endsWriting else { return }
        halt.withLock { $0 = $0 ?? cause }
    }
}

extension StoreError {
    /// Whether the disk or the file has let the store down, rather than
    /// somebody asked for what cannot be.
    fileprivate var endsWriting: Bool {
        switch self {
        case .diskFull, .damaged, .uncertain: true
        case .failed(let code): code != 0
        default: false
        }
    }
}
