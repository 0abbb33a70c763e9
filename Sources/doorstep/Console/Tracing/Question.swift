import DoorstepConsole

/// Work beside the keyboard, as its effect asks for it and its answer comes
/// back: told apart from others of its kind by a number.
struct Question: Hashable {
    let name: String
    let number: Int

    init(_ name: String, _ number: Int = 0) { (self.name, self.number) = (name, number) }
}

extension Effect {
    /// What will be answered; nothing where the answer shows nothing.
    var questions: [Question] {
        switch self {
        case .narrow(let kind, _, _, let generation): [Question("narrow-\(kind.rawValue)", generation)]
        case .makePage(let screen, _, let generation): [Question("page-\(screen.rawValue)", generation)]
        case .rank(_, let generation): [Question("rank", generation)]
        case .makePlan(_, _, let generation): [Question("plan", generation)]
        case .explainPlan(_, let generation): [Question("plan-why", generation)]
        case .acceptPlan: [Question("save-steps")]
        case .makeIndex(let generation): [Question("match-index", generation), Question("search-index", generation)]
        case .makeMatchIndex(let generation): [Question("match-index", generation)]
        case .findCounterparts(_, _, let generation): [Question("counterparts", generation)]
        case .find(_, let generation): [Question("find", generation)]
        case .saveStep: [Question("save-step")]
        case .saveService: [Question("save-service")]
        case .saveSteps: [Question("save-steps")]
        case .saveRecord: [Question("save-record")]
        case .saveMerge: [Question("save-merge")]
        case .findDoubles(_, let generation): [Question("doubles", generation)]
        case .export, .writeLetter: [Question("export")]
        case .reveal: [Question("reveal")]
        case .open: [Question("open")]
        case .saveSearch, .removeSearch: [Question("save-search")]
        case .listFolder(_, let generation): [Question("folder", generation)]
        case .lookAtSheet(_, let generation), .decideDoubles(_, let generation): [Question("sheet", generation)]
        case .storeIntake: [Question("import")]
        case .takeBackImport, .makeImportAgain: [Question("take-back-import")]
        case .writeRejects: [Question("rejects")]
        case .stopIntake, .stopStoring, .endIntake, .lock, .unlock, .backUpIfDue, .stopFinding, .stopPlan, .suspend, .redraw, .copy, .editNote, .tell: []
        }
    }
}

extension Action {
    /// What it answers; nil where nothing was asked.
    var question: Question? {
        switch self {
        case .narrowed(let kind, let generation, _): Question("narrow-\(kind.rawValue)", generation)
        case .pageMade(let screen, let generation, _): Question("page-\(screen.rawValue)", generation)
        case .ranked(let generation, _): Question("rank", generation)
        case .planMade(_, let generation), .planRefused(_, let generation): Question("plan", generation)
        case .planExplained(_, _, let generation): Question("plan-why", generation)
        case .indexed(_, let generation): Question("match-index", generation)
        case .searchable(_, let generation): Question("search-index", generation)
        case .foundCounterparts(let generation, _): Question("counterparts", generation)
        case .found(_, let generation): Question("find", generation)
        case .stepSaved, .stepRefused: Question("save-step")
        case .serviceSaved, .serviceRefused: Question("save-service")
        case .stepsSaved: Question("save-steps")
        case .mergeSaved, .mergeRefused: Question("save-merge")
        case .foundDoubles(_, let generation): Question("doubles", generation)
        case .recordSaved, .recordRefused: Question("save-record")
        case .exported, .letterWritten, .exportRefused, .exportWouldReplace: Question("export")
        case .revealed, .revealRefused: Question("reveal")
        case .opened, .notOpened: Question("open")
        case .searchSaved, .searchRemoved, .searchTaken, .searchRefused: Question("save-search")
        case .folderListed(_, let generation), .folderRefused(_, let generation): Question("folder", generation)
        case .importStored(_, _, let madeAgain): Question(madeAgain ? "take-back-import" : "import")
        case .importTakenBack, .importRefused: Question("take-back-import")
        case .intake(let news, let generation): news.question(generation)
        default: nil
        }
    }
}

extension IntakeNews {
    fileprivate func question(_ generation: Int) -> Question? {
        switch self {
        case .understood, .progress: nil
        case .tried, .refused: Question("sheet", generation)
        case .recounted, .stopped, .notStored: Question("import")
        case .rejectsWritten, .rejectsRefused, .rejectsWouldReplace: Question("rejects")
        }
    }
}
