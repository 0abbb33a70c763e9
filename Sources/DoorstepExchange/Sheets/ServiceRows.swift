import DoorstepCore

/// Services as a sheet, without notes.
public enum ServiceRows {
    public static func header(_ language: Language) -> [String] {
        [
            Phrase("序号", "number"), Phrase("日期", "date"), Phrase("服务", "service"), Phrase("编号", "record"), Phrase("结果", "outcome"), Phrase("经办人", "caseworker"),
        ].map { $0(language) }
    }

    public static func row(_ service: Service, _ language: Language) -> [SheetValue] {
        [
            .integer(service.number), .date(service.date.description), .text(service.kind.phrase(language)), .text(service.subject.id.text),
            service.outcome.map { .text($0.phrase(language)) } ?? .empty, .text(service.caseworker),
        ]
    }
}
