import DoorstepConsole
import DoorstepCore
import DoorstepExchange
import DoorstepStore
import Foundation
import Synchronization

/// The sheet that a console is about to read in: the file as it was opened,
/// and what its rows came to. The console itself has no files.
///
/// One question is worked on at a time; a newer one stops the one before.
final class IntakeDesk: Sendable {
    private let state = Mutex(Held())
    private let newest = Atomic(0)
    private let isStoringStopped = Atomic(false)

    private struct Held {
        var opened: Opened?
        var tried: Tried?
    }

    /// A file as it was read.
    private struct Opened {
        let path: String
        let encoding: String?
        let stamp: SourceFile
        let file: SheetFile
    }

    /// What the rows of a sheet came to.
    struct Tried: Sendable {
        let request: IntakeRequest
        let stamp: SourceFile
        let sheet: UnderstoodSheet
        /// With what was decided about doubles.
        let plan: ImportPlan
        /// Holds what was read.
        let importer: SheetImporter
        /// The register that it was made on, and the sequence at which that
        /// stood.
        let register: Register
        let sequence: Int

        var report: IntakeReport { importer.report(plan) }
    }

    // MARK: - What is wanted

    /// From here on only this question is worked on.
    func ask(_ generation: Int) { newest.store(generation, ordering: .relaxed) }

    func isOld(_ generation: Int) -> Bool { newest.load(ordering: .relaxed) != generation }

    func stopStoring() { isStoringStopped.store(true, ordering: .relaxed) }

    /// Whether storing goes on is asked anew each time.
    func beginStoring() { isStoringStopped.store(false, ordering: .relaxed) }

    var mayStore: Bool { !isStoringStopped.load(ordering: .relaxed) }

    /// Drops all that was read.
    func forget() {
        newest.store(-1, ordering: .relaxed)
        state.withLock { $0 = Held() }
    }

    // MARK: - Reading

    /// Opens the file, if it is not open as it is now, and finds out what its
    /// columns mean.
    private func understand(_ request: IntakeRequest, _ understanding: Understanding) throws -> (sheet: UnderstoodSheet, file: SheetFile, stamp: SourceFile) {
        let stamp = try SourceFile(request.path)
        let known = state.withLock { $0.opened }
        let file: SheetFile
        if let known, known.path == request.path, known.encoding == request.encoding, known.stamp == stamp {
            file = known.file
        } else {
            let encoding = request.encoding.flatMap { SheetEncoding(name: $0) }
            file = try SheetFile(path: request.path, encoding: encoding)
            let opened = Opened(path: request.path, encoding: request.encoding, stamp: stamp, file: file)
            state.withLock { $0.opened = opened }
        }
        let sheet = try request.kind.map { kind in try understanding.of(file, as: kind, sheet: request.sheet) }
            ?? understanding.kinds(of: file, sheet: request.sheet).first
        guard let sheet else { throw SheetError.noHeader(file: file.name, kind: .people) }
        return (request.applied(to: sheet), file, stamp)
    }

    /// Finds out what the columns mean, and tries the rows; nothing is stored.
    ///
    /// - Parameter understood: told of the columns before the rows are tried.
    /// - Returns: nil where a required column is missing.
    func attempt(
        _ request: IntakeRequest, _ register: Register, sequence: Int, _ desk: Desk, _ watch: ImportWatch, understood: (UnderstoodSheet) -> Void = { _ in }
    ) throws -> Tried? {
        let (sheet, file, stamp) = try understand(request, Understanding(catalogue: desk.catalogue, near: register.station.place, day: desk.day))
        understood(sheet)
        guard sheet.missing.isEmpty else { return nil }
        var importer = SheetImporter(register: register, catalogue: desk.catalogue, day: desk.day)
        try importer.read(sheet, of: file, watch)
        let plan = importer.plan(request.decisions)
        let tried = Tried(request: request, stamp: stamp, sheet: sheet, plan: plan, importer: importer, register: register, sequence: sequence)
        state.withLock { $0.tried = tried }
        return tried
    }

    /// What a sheet that was tried comes to where something else is decided
    /// about its doubles; it is not read again.
    ///
    /// - Returns: nil where it was not tried.
    func decide(_ request: IntakeRequest) -> Tried? {
        guard let known = (state.withLock { $0.tried }), known.request.isSame(as: request, decisions: false) else { return nil }
        let plan = known.importer.plan(request.decisions)
        let tried = Tried(
            request: request, stamp: known.stamp, sheet: known.sheet, plan: plan, importer: known.importer, register: known.register, sequence: known.sequence)
        state.withLock { $0.tried = tried }
        return tried
    }

    /// What was tried last, where it was this.
    func tried(_ request: IntakeRequest) -> Tried? {
        state.withLock { $0.tried }.flatMap { tried in tried.request.isSame(as: request) ? tried : nil }
    }

    /// The rows that were refused when the sheet was tried last.
    var refusals: [RowNote] { state.withLock { $0.tried?.plan.refusals ?? [] } }
}

extension IntakeRequest {
    /// The kind may have been found out since.
    fileprivate func isSame(as other: IntakeRequest, decisions: Bool = true) -> Bool {
        var (one, other) = (self, other)
        if !decisions { one.decisions = other.decisions }
        if one.kind == nil || other.kind == nil { (one.kind, other.kind) = (nil, nil) }
        return one == other
    }
}
