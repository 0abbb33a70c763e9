import DoorstepCore
import Foundation

/// A file of JSON that others made: one document, or an object a line.
///
/// Read by Foundation, within bounds that it does not have itself: how long
/// a document may be, and how deep.
struct PostedObjects {
    /// Bytes of a document, which is held whole some twenty times over while
    /// it is read; lines may be any number.
    static let longest = 16 << 20
    static let deepest = 64

    private let text: DecodedText
    private let file: String

    init(_ text: DecodedText, file: String) { (self.text, self.file) = (text, file) }

    /// Begins as JSON does, and as no sheet does: with an object, or a list of
    /// objects.
    static func isJSON(_ text: DecodedText) -> Bool {
        switch Array(text.utf8.lazy.filter { !isBlank($0) }.prefix(2)) {
        case [UInt8(ascii: "{"), TextByte.quote], [UInt8(ascii: "["), UInt8(ascii: "{")], [UInt8(ascii: "["), UInt8(ascii: "]")]: true
        default: false
        }
    }

    /// Names of members in the order in which they are first written, those
    /// with an escape in them left out. Linear in the text's length.
    ///
    /// - Parameter mostNames: of more the first.
    func order(mostNames: Int) -> [String: Int] {
        var order: [String: Int] = [:]
        let bytes = text.utf8
        var index = bytes.startIndex
        while index < bytes.endIndex, order.count < mostNames {
            guard bytes[index] == TextByte.quote else {
                index += 1
                continue
            }
            let start = index + 1
            var end = start
            var isPlain = true
            while end < bytes.endIndex, bytes[end] != TextByte.quote {
                if bytes[end] == TextByte.backslash {
                    isPlain = false
                    end += 1
                }
                end += 1
            }
            guard end < bytes.endIndex else { return order }
            index = end + 1
            while index < bytes.endIndex, PostedObjects.isBlank(bytes[index]) { index += 1 }
            guard isPlain, index < bytes.endIndex, bytes[index] == UInt8(ascii: ":") else { continue }
            let name = String(decoding: bytes[start..<end], as: UTF8.self)
            if order[name] == nil { order[name] = order.count }
        }
        return order
    }

    /// A row for each object, with its number: the line where there is an
    /// object a line, else its place among them.
    ///
    /// - Parameters:
    ///   - containers: members that hold the objects, where the document is
    ///     one object that has one.
    ///   - cells: of an object; nil for one that is no row.
    func rows(within containers: [String], _ cells: (PostedValue) throws(WorkbookProblem) -> [String]?) throws(SheetError) -> [SheetLine] {
        var rows: [SheetLine] = []
        func take(_ document: PostedValue, line: Int?) throws(SheetError) {
            for object in document.members(containers) {
                do throws(WorkbookProblem) {
                    guard let cells = try cells(object) else { continue }
                    rows.append(SheetLine(made: cells, line: line ?? rows.count + 1))
                } catch {
                    throw .workbook(file: file, error)
                }
                if rows.count > WorkbookLimits.rows { throw .workbook(file: file, .tooManyRows) }
            }
        }
        let lines = listed(
            text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
                .filter { $1.contains { !PostedObjects.isBlank($0) } }, containers)
        // A line that is an object by itself has others like it below.
        guard lines.count > 1, let first = lines.first, first.element.first(where: { !PostedObjects.isBlank($0) }) == UInt8(ascii: "{"),
            let value = try? document(first.element, line: first.offset + 1)
        else {
            try take(document(text.utf8[...], line: nil), line: nil)
            return rows
        }
        try take(value, line: first.offset + 1)
        for line in lines.dropFirst() { try take(document(line.element, line: line.offset + 1), line: line.offset + 1) }
        return rows
    }

    private typealias Line = EnumeratedSequence<[ArraySlice<UInt8>]>.Element

    /// The objects of a list that is written with a line for each, as we do:
    /// read one by one, it may be as long as it likes.
    private func listed(_ lines: [Line], _ containers: [String]) -> [Line] {
        guard lines.count > 3, let first = lines.first, let last = lines.last else { return lines }
        let (opening, closing) = (PostedObjects.short(first.element), PostedObjects.short(last.element))
        guard opening == "[" || containers.contains(where: { opening.hasSuffix("\"\($0)\":[") }), closing.hasPrefix("]") else { return lines }
        return lines.dropFirst().dropLast().map { number, bytes in
            let end = bytes.lastIndex { !PostedObjects.isBlank($0) } ?? bytes.startIndex
            return (number, bytes[end] == TextByte.comma ? bytes[..<end] : bytes)
        }
    }

    /// The line that opens or closes a list is short: any other is empty here.
    private static func short(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.count > 200 ? "" : String(decoding: bytes.filter { !isBlank($0) }, as: UTF8.self)
    }

    private func document(_ bytes: ArraySlice<UInt8>, line: Int?) throws(SheetError) -> PostedValue {
        guard bytes.count <= PostedObjects.longest else { throw .tooLongJSON(file: file, megabytes: PostedObjects.longest >> 20) }
        guard PostedObjects.depth(bytes) <= PostedObjects.deepest else { throw .notJSON(file: file, line: line) }
        guard let value = try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed]) else {
            throw .notJSON(file: file, line: line)
        }
        return PostedValue(value)
    }

    /// How many brackets are open at most.
    private static func depth(_ bytes: ArraySlice<UInt8>) -> Int {
        var (depth, deepest) = (0, 0)
        var (isText, isEscaped) = (false, false)
        for byte in bytes {
            if isText {
                if isEscaped { isEscaped = false } else if byte == TextByte.backslash { isEscaped = true } else if byte == TextByte.quote { isText = false }
                continue
            }
            switch byte {
            case TextByte.quote: isText = true
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                deepest = max(deepest, depth)
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: continue
            }
        }
        return deepest
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// A value of such a file: asked for what is hoped to be there, it has
/// nothing where something else is.
struct PostedValue {
    private let value: Any?

    fileprivate init(_ value: Any?) { self.value = value }

    private var object: [String: Any]? { value as? [String: Any] }

    subscript(name: String) -> PostedValue { PostedValue(object?[name]) }

    /// Whether it has the member, whatever that is.
    func has(_ name: String) -> Bool { object?[name] != nil }

    var isObject: Bool { object != nil }
    var isList: Bool { value is [Any] }

    /// Of its members, in no order.
    var names: [String] { object.map { Array($0.keys) } ?? [] }

    /// What a cell of a sheet would say: several texts with `;` between them,
    /// yes and no in words.
    var cell: String {
        if let number = value as? NSNumber, String(cString: number.objCType) == "c" { return number.boolValue ? "是" : "否" }
        return isList ? list.map(\.text).filter { !$0.isEmpty }.joined(separator: ";") : text
    }

    /// A text or a number, trimmed; empty for anything else.
    var text: String {
        if let text = value as? String { return PlainText.trimmed(text) }
        if let number = value as? NSNumber { return number.stringValue }
        return ""
    }

    var isTrue: Bool { (value as? Bool) == true || PlainText.key(text) == "true" }

    var number: Double? { (value as? NSNumber)?.doubleValue ?? Double(text) }

    /// The values of a list; the value itself where it is none.
    var list: [PostedValue] {
        if let list = value as? [Any] { return list.map { PostedValue($0) } }
        return value == nil || value is NSNull ? [] : [self]
    }

    /// The same object with its names in lower case.
    var lowercased: PostedValue {
        PostedValue(Dictionary((object ?? [:]).map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first }))
    }

    /// The objects that it is, or holds in one of those members.
    fileprivate func members(_ names: [String]) -> [PostedValue] {
        for name in names where object?[name] is [Any] { return self[name].list.filter(\.isObject) }
        return list.filter(\.isObject)
    }
}
