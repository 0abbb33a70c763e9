import DoorstepCore
import TerminalUI

/// What happened: a key, or the answer to an effect.
public enum Action: Sendable {
    case input(InputEvent)
    /// The first lines of the lists are there; the rest of the store is being
    /// read.
    case begun(FirstLines)
    /// The store was read.
    case opened(StationModel)
    /// The store could not be read.
    case notOpened(Phrase)
    /// What fits, and what of the query was not understood.
    case narrowed(ListKind, generation: Int, Narrowing.Found)
    case ranked(generation: Int, Ranking)
    case pageMade(Screen.ID, generation: Int, [PageLine])
    case planMade(PlanSheet, generation: Int)
    /// Why a vacancy stays empty, or a person without a job.
    case planExplained(Service.Subject, PlanReason?, generation: Int)
    /// So many lists of candidates are done, of how many.
    case planProgress(done: Int, of: Int, generation: Int)
    case planRefused(Phrase, generation: Int)
    case foundCounterparts(generation: Int, items: [RecordID])
    case found([FindingLine], generation: Int)
    case findingProgress(Int, generation: Int)
    /// A step is on disk.
    case stepSaved(Placement, person: Person?, sequence: Int)
    case stepRefused(Phrase)
    /// A service is on disk.
    case serviceSaved(Service, purpose: StepPurpose = .made, sequence: Int)
    case serviceRefused(Phrase, purpose: StepPurpose = .made)
    /// Of several steps these are on disk; what was refused, if anything.
    case stepsSaved([SavedStep], refused: RefusedStep?, purpose: StepPurpose = .made)
    /// A record is on disk, with the identifier that it got.
    case recordSaved(RecordEdit, EditPurpose, sequence: Int)
    case recordRefused(Phrase)
    case exported(path: String, rows: Int)
    /// A letter of introduction is in its file; what can go wrong is said as
    /// of an export.
    case letterWritten(path: String)
    case exportRefused(Phrase)
    /// The file to export to is there already.
    case exportWouldReplace
    /// The store's sequence went on: what others changed, if anything, and
    /// settings and saved searches as they are now where they were read too.
    case caughtUp([RecordChange], settings: StationSettings? = nil, searches: [SearchReading]? = nil, sequence: Int)
    /// A search is on disk, or taken from it; with all there are now.
    case searchSaved(SavedSearch, all: [SearchReading], sequence: Int)
    case searchRemoved(SavedSearch, all: [SearchReading], sequence: Int)
    /// Nothing was saved: another search has the name.
    case searchTaken(by: SavedSearch)
    case searchRefused(Phrase)
    /// The index that was asked for.
    case indexed(MatchIndex, generation: Int)
    case searchable(SearchIndex, generation: Int)
    /// Seconds since the program began.
    case tick(second: Int)
    /// Who may open the store; whether nobody has, or no longer.
    case caseworkers([String], isLocked: Bool)
    case unlocked(as: String)
    case unlockRefused(UnlockRefusal)
    /// That somebody asked to see a person's numbers is on disk.
    case revealed(RecordID, sequence: Int)
    case revealRefused(Phrase)
    case failed(Phrase)
    /// The disk or the store's file failed: nothing is saved from here on,
    /// and what is shown stays.
    case halted(Phrase)
    /// A second in which nothing happened.
    case rested
    /// A backup is in its place; nil where none was due.
    case backedUp(to: String?)
    case backupFailed(Phrase)
    case folderListed(FolderListing, generation: Int)
    case folderRefused(Phrase, generation: Int)
    case intake(IntakeNews, generation: Int)
    /// A sheet is on disk; its changes, where they are few. Where they are
    /// many the store is read anew, and `opened` follows.
    case importStored(StoredImport, changes: [RecordChange]?, madeAgain: Bool)
    case importTakenBack(TakenBackImport, changes: [RecordChange]?)
    /// An import that is being taken back, or made again, is so far.
    case importMoved(rows: Int, rowsASecond: Int)
    /// An import could not be taken back, or made again.
    case importRefused(Phrase)
    /// Records that may be one and the same, pair by pair.
    case foundDoubles([DoublePair], generation: Int)
    /// Two records are one on disk, or two again.
    case mergeSaved(RecordsMerge, EditPurpose, sequence: Int)
    case mergeRefused(Phrase)
    /// The caseworker left the editor, at that second.
    case noteEdited(NoteOutcome, second: Int)
}

/// What an editor made of a note.
public enum NoteOutcome: Equatable, Sendable {
    case text(String)
    /// Nothing changed, and why.
    case failed(Phrase)
}

/// What is to be done outside: each answers with actions.
public enum Effect: Equatable, Sendable {
    case narrow(ListKind, query: ListQuery, sort: ListSort, generation: Int)
    case rank(MatchTarget, generation: Int)
    /// Works out the lines of a page, or of those inside one of them.
    case makePage(Screen.ID, topic: String?, generation: Int)
    /// Makes the draft over both lists that is wished for: from the one that
    /// is there as far as that goes, or anew.
    case makePlan(PlanSettings, isAnew: Bool, generation: Int)
    /// The best so far is good enough.
    case stopPlan(generation: Int)
    /// Finds out why a job's vacancy stays empty, or a person without a job.
    case explainPlan(Service.Subject, generation: Int)
    /// Refers all of these pairs as one; answers as `saveSteps`.
    case acceptPlan([PlanPair], date: Day)
    /// Makes both indexes of the model as it is.
    case makeIndex(generation: Int)
    /// Makes the index of matches alone, under other settings.
    case makeMatchIndex(generation: Int)
    /// Who or what could be the other side of a pair.
    case findCounterparts(of: MatchTarget, query: String, generation: Int)
    case find(FindingsQuestion, generation: Int)
    /// What is being found is no longer wanted.
    case stopFinding(generation: Int)
    case saveStep(StepDraft)
    case saveService(ServiceDraft, StepPurpose = .made)
    /// Each for itself: one that is refused does not keep the others.
    case saveSteps([StepDraft], StepPurpose)
    case saveRecord(RecordEdit, EditPurpose)
    case export(ExportSelection, path: String, replacing: Bool)
    /// Writes the letter of introduction of a placement.
    case writeLetter(RecordID, Language, path: String, replacing: Bool)
    /// Notes in the journal what is about to be shown of a person, and why.
    case reveal(RecordID, shown: [MaskedField], RevealReason)
    /// Reads the store.
    case open
    /// Gives the keys up; answers who may open the store.
    case lock
    case unlock(caseworker: String, passphrase: String)
    /// Makes the backup that the station's settings ask for, if one is due.
    case backUpIfDue
    case saveSearch(SavedSearch, replacing: Bool)
    case removeSearch(SavedSearch)
    /// - Parameter path: nil for the folder that was read from last.
    case listFolder(String?, generation: Int)
    /// Finds out what a sheet's columns mean, and tries its rows.
    case lookAtSheet(IntakeRequest, generation: Int)
    /// What the rows come to where something else is decided about doubles.
    case decideDoubles(IntakeRequest, generation: Int)
    /// What is being found out is no longer wanted.
    case stopIntake(generation: Int)
    /// Stores what was tried, once more on the register as it is by then.
    case storeIntake(IntakeRequest, generation: Int)
    case stopStoring
    case writeRejects(path: String, replacing: Bool, generation: Int)
    /// Nothing of the file is wanted any more.
    case endIntake(generation: Int)
    case takeBackImport(StoredImport)
    case makeImportAgain(TakenBackImport)
    /// Finds the records of a kind that may be one and the same.
    case findDoubles(RecordID.Kind, generation: Int)
    /// Makes one of two records or, to take that back, two of one.
    case saveMerge(RecordsMerge, EditPurpose)
    /// Hands the terminal back for a while (Ctrl-Z).
    case suspend
    case redraw
    /// For the terminal's clipboard.
    case copy(ClipboardText)
    /// Hands the terminal to the caseworker's editor; answers at once.
    case editNote(String)
    /// Says the whole of what the cursor stands on.
    case tell
}
