import CExpat
import Foundation

/// Takes what stands in an XML part, in the order in which it stands.
protocol XMLSink: AnyObject {
    /// What makes the part unusable; ends the reading.
    var problem: WorkbookProblem? { get }
    func start(_ name: XMLName, _ attributes: XMLAttributes)
    func end(_ name: XMLName)
    /// Some of a text; one text may come in several pieces.
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

extension XMLSink {
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Reads a part's XML piece by piece.
///
/// Elements are known by their names without prefix: `row`, `x:row` and that
/// of either edition of the standard are one. A document type is refused where
/// it begins, so no entity is ever declared, expanded or fetched. What expat
/// keeps for as long as it lives (names, open elements, a tag that has not
/// ended) is bounded.
final class XMLReader {
    private let parser: OpaquePointer
    private let part: ArchivePart
    private let sink: any XMLSink
    private var problem: WorkbookProblem?
    private var depth = 0
    private var names = NameCensus()
    private var given = 0
    private var isAtEnd = false

    /// How much is read at a time.
    private static let piece = 1 << 15

    init(_ part: ArchivePart, _ sink: any XMLSink) throws(WorkbookProblem) {
        guard let parser = XML_ParserCreate(nil) else { throw .brokenPart(part.name) }
        (self.parser, self.part, self.sink) = (parser, part, sink)
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { reader, name, attributes in
                guard let reader, let name, let attributes else { return }
                Unmanaged<XMLReader>.fromOpaque(reader).takeUnretainedValue().start(name, attributes)
            },
            { reader, name in
                guard let reader, let name else { return }
                Unmanaged<XMLReader>.fromOpaque(reader).takeUnretainedValue().end(name)
            })
        XML_SetCharacterDataHandler(parser) { reader, start, count in
            guard let reader, let start else { return }
            let bytes = UnsafeRawBufferPointer(start: start, count: Int(count))
            Unmanaged<XMLReader>.fromOpaque(reader).takeUnretainedValue().text(bytes.bindMemory(to: UInt8.self))
        }
        XML_SetStartDoctypeDeclHandler(parser) { reader, _, _, _, _ in
            guard let reader else { return }
            Unmanaged<XMLReader>.fromOpaque(reader).takeUnretainedValue().refuseType()
        }
    }

    deinit { XML_ParserFree(parser) }

    /// Reads all of a part.
    static func read(_ part: ArchivePart, _ sink: any XMLSink) throws(WorkbookProblem) {
        let reader = try XMLReader(part, sink)
        while try reader.advance() {}
    }

    /// Reads one more piece; false at the end.
    func advance() throws(WorkbookProblem) -> Bool {
        guard !isAtEnd else { return false }
        // Whatever goes wrong, there is nothing more to be had.
        isAtEnd = true
        guard let buffer = XML_GetBuffer(parser, Int32(XMLReader.piece)) else { throw malformed }
        let count = try part.read(into: buffer, XMLReader.piece)
        given += count
        let status = XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
        if let problem = problem ?? sink.problem { throw problem }
        guard status == XML_STATUS_OK else { throw malformed }
        guard count > 0 else { return false }
        guard given - max(0, Int(XML_GetCurrentByteIndex(parser))) <= WorkbookLimits.tagBytes else { throw malformed }
        isAtEnd = false
        return true
    }

    private var malformed: WorkbookProblem { .brokenXML(part: part.name, line: Int(XML_GetCurrentLineNumber(parser))) }

    private func start(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
        guard problem == nil else { return }
        depth += 1
        let attributes = XMLAttributes(pairs: attributes)
        names.take(name)
        attributes.forEach { name, _ in names.take(name) }
        guard depth <= WorkbookLimits.depth, names.count <= WorkbookLimits.names else { return stop(malformed) }
        sink.start(XMLName(name), attributes)
        if sink.problem != nil { stop(sink.problem) }
    }

    private func end(_ name: UnsafePointer<CChar>) {
        guard problem == nil else { return }
        depth -= 1
        sink.end(XMLName(name))
        if sink.problem != nil { stop(sink.problem) }
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard problem == nil else { return }
        sink.text(bytes)
        if sink.problem != nil { stop(sink.problem) }
    }

    private func refuseType() { stop(.declaresType(part: part.name)) }

    private func stop(_ problem: WorkbookProblem?) {
        self.problem = problem
        XML_StopParser(parser, 0)
    }
}

/// The name of an element, without its prefix. Of no use after the call that
/// it came with.
struct XMLName {
    private let local: UnsafePointer<CChar>

    init(_ name: UnsafePointer<CChar>) {
        var (start, place) = (name, name)
        while place.pointee != 0 {
            if place.pointee == CChar(bitPattern: UInt8(ascii: ":")) { start = place + 1 }
            place += 1
        }
        local = start
    }

    static func ~= (word: StaticString, name: XMLName) -> Bool {
        strcmp(name.local, UnsafeRawPointer(word.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }
}

/// The attributes of an element. Of no use after the call that they came with.
struct XMLAttributes {
    fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

    func forEach(_ body: (_ name: UnsafePointer<CChar>, _ value: UnsafePointer<CChar>) -> Void) {
        var place = pairs
        while let name = place[0], let value = place[1] {
            body(name, value)
            place += 2
        }
    }

    /// The value of the attribute of that name, with any prefix.
    subscript(_ word: StaticString) -> String? {
        var found: String?
        forEach { name, value in if found == nil, word ~= XMLName(name) { found = String(cString: value) } }
        return found
    }

    func number(_ word: StaticString) -> Int? { self[word].flatMap { Int($0) } }

    /// Whether it is said to be so, in any of the ways to say it.
    func isTrue(_ word: StaticString) -> Bool { ["1", "true", "on"].contains(self[word]) }
}

/// How many different names there were, by their hashes.
private struct NameCensus {
    private var seen = [UInt64](repeating: 0, count: 256)
    private(set) var count = 0

    mutating func take(_ name: UnsafePointer<CChar>) {
        var hash: UInt32 = 2_166_136_261
        var place = name
        while place.pointee != 0 {
            hash = (hash ^ UInt32(UInt8(bitPattern: place.pointee))) &* 16_777_619
            place += 1
        }
        hash ^= hash >> 15
        let (word, bit) = (Int(hash >> 6 & 0xFF), UInt64(1) << UInt64(hash & 63))
        guard seen[word] & bit == 0 else { return }
        seen[word] |= bit
        count += 1
    }
}
