import DoorstepCore

/// What others call the columns of jobs, for sheets that go to them and come
/// from them.
public enum ExchangeProfile: String, CaseIterable, Sendable {
    /// The national public recruitment site's field names, `NationalField`.
    case national
    /// schema.org's JobPosting as JSON-LD, `JobPosting`.
    case jobposting

    public var phrase: Phrase {
        switch self {
        case .national: Phrase("全国公共招聘网字段", "the national recruitment site's fields")
        case .jobposting: Phrase("schema.org 招聘信息（JSON-LD）", "schema.org job postings (JSON-LD)")
        }
    }

    /// Whose names a text begins with, where it has a name that nobody else
    /// uses; nil where it has none.
    init?(of text: DecodedText) {
        let beginning = String(decoding: text.utf8.prefix(4096), as: UTF8.self)
        if beginning.lowercased().contains(NationalField.title.rawValue) {
            self = .national
        } else if PostedObjects.isJSON(text), beginning.contains("\"@type\""), beginning.contains("JobPosting") {
            self = .jobposting
        } else {
            return nil
        }
    }

    /// What a title means under the profile; nil where it says nothing.
    func meaning(of title: String) -> ColumnMeaning? {
        switch self {
        case .national: NationalField.meaning(of: title)
        // Its rows have our own titles already.
        case .jobposting: nil
        }
    }

    /// The rows that a file of objects makes, their titles first; nil where
    /// the file is a sheet.
    func rows(_ text: DecodedText, file: String) throws(SheetError) -> [SheetLine]? {
        switch self {
        case .jobposting: return try JobPostingRows.rows(PostedObjects(text, file: file))
        case .national: return PostedObjects.isJSON(text) ? try NationalRows.rows(PostedObjects(text, file: file)) : nil
        }
    }
}

/// Why a profile cannot be used.
public enum ProfileProblem: SayableError, Hashable {
    /// It has no such records.
    case onlyJobs(ExchangeProfile)
    /// It is not written in that form.
    case onlyJSON(ExchangeProfile)
    /// A published list has no profile.
    case published

    public var message: Phrase {
        switch self {
        case .onlyJobs(let profile):
            Phrase("--profile \(profile.rawValue) 只用于岗位（jobs）。", "--profile \(profile.rawValue) is for jobs alone.")
        case .onlyJSON(let profile):
            Phrase("--profile \(profile.rawValue) 只写 json 或 jsonl，请加 --format json。", "--profile \(profile.rawValue) is written as json or jsonl; add --format json.")
        case .published:
            Phrase("--published 和 --profile 不能一起用，请分两次导出。", "--published and --profile do not go together; export twice.")
        }
    }
}

extension SheetLine {
    /// A row that was made of something else than a row.
    init(made cells: [String], line: Int) { self.init(line: line, record: line, cells: cells, problem: nil) }
}
