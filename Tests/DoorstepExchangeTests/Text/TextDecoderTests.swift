import DoorstepExchange
import Testing

@Suite("The decoder finds out how a file is encoded")
struct TextDecoderTests {
    private let sheet = "编号,姓名,技能\r\nP1,包青格勒,焊工:中级工;叉车司机\r\nP2,张𬭎,电工、架子工\r\nP3,ᠮᠣᠩᠭᠣᠯ,\r\n"

    @Test("a text comes out the same from every encoding, and the encoding is named")
    func everyEncoding() throws {
        let files: [(SheetEncoding, [UInt8])] = [
            (.utf8, Array(sheet.utf8)),
            (.utf8, [0xEF, 0xBB, 0xBF] + Array(sheet.utf8)),
            (.utf16LittleEndian, EncodedText.utf16(sheet, bigEndian: false, mark: true)),
            (.utf16BigEndian, EncodedText.utf16(sheet, bigEndian: true, mark: true)),
            (.utf16LittleEndian, EncodedText.utf16(sheet, bigEndian: false, mark: false)),
            (.utf16BigEndian, EncodedText.utf16(sheet, bigEndian: true, mark: false)),
            (.gb18030, EncodedText.gb18030(sheet)),
            (.gb18030, [0x84, 0x31, 0x95, 0x33] + EncodedText.gb18030(sheet)),
        ]
        for (encoding, bytes) in files {
            let text = try TextDecoder.decode(bytes)
            #expect(text.encoding == encoding)
            #expect(text.utf8 == Array(sheet.utf8), "\(encoding)")
        }
    }

    @Test("plain ASCII, even without a line end, is UTF-8")
    func ascii() throws {
        #expect(try TextDecoder.decode(Array("a".utf8)).string == "a")
        #expect(try TextDecoder.decode(Array("PK,name\n1,BM\n".utf8)).encoding == .utf8)
    }

    @Test("UTF-16 without a mark is told by its zeros though 一 has one too",
        arguments: [false, true])
    func zerosOfChinese(bigEndian: Bool) throws {
        let text = "一,一一一开\n一一一一,一开\n"
        let decoded = try TextDecoder.decode(EncodedText.utf16(text, bigEndian: bigEndian, mark: false))
        #expect(decoded.string == text)
    }

    @Test("short words of GB 18030 that look like UTF-8 in part are still GB 18030",
        arguments: ["联通", "编号,姓名\n1,联通\n", "移动联通\n", "姓名", "张喆", "ᠮᠣᠩᠭᠣᠯ", "岗位;人数\n力工;3\n", "€100"])
    func shortGB(text: String) throws {
        let bytes = EncodedText.gb18030(text)
        let decoded = try TextDecoder.decode(bytes)
        #expect(decoded.string == text)
        #expect(decoded.encoding == .gb18030)
    }

    @Test("a given encoding is obeyed, but a byte-order mark outranks it")
    func givenEncoding() throws {
        let bytes = Array("张三".utf8) // also valid as GB 18030: 寮犱笁
        #expect(try TextDecoder.decode(bytes, encoding: .gb18030).string == "寮犱笁")
        #expect(try TextDecoder.decode([0xEF, 0xBB, 0xBF] + bytes, encoding: .gb18030).string == "张三")
        let bigEndian = EncodedText.utf16("张三", bigEndian: true, mark: true)
        #expect(try TextDecoder.decode(bigEndian, encoding: .utf16LittleEndian).string == "张三")
    }

    @Test("encodings are known by the names people use", arguments: [
        ("utf-8", SheetEncoding.utf8), ("UTF8", .utf8), ("utf-8-sig", .utf8),
        ("utf-16", .utf16LittleEndian), ("UTF-16LE", .utf16LittleEndian), ("utf_16_be", .utf16BigEndian),
        ("gb18030", .gb18030), ("GBK", .gb18030), ("gb2312", .gb18030), ("cp936", .gb18030), ("GB 18030", .gb18030),
    ])
    func names(name: String, encoding: SheetEncoding) {
        #expect(SheetEncoding(name: name) == encoding)
    }

    @Test("unknown names are no encoding", arguments: ["", "big5", "utf-7", "latin1"])
    func unknownNames(name: String) {
        #expect(SheetEncoding(name: name) == nil)
    }
}

@Suite("The decoder refuses what is not text, and repairs nothing")
struct TextRefusalTests {
    @Test("files of other kinds are named for what they are", arguments: [
        ([], TextDecodingError.empty),
        ([0xEF, 0xBB, 0xBF], .empty),
        ([0xFF, 0xFE], .empty),
        ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], .spreadsheet),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldSpreadsheet),
        (Array("%PDF-1.7\n".utf8), .notText(.pdf)),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .notText(.image)),
        ([0xFF, 0xD8, 0xFF, 0xE0], .notText(.image)),
        ([0x1F, 0x8B, 0x08, 0x00], .notText(.archive)),
        ([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00, 0x00, 0x00], .notText(.other)),
        (Array("a\u{0}b\n".utf8), .notText(.other)),
    ])
    func refusals(bytes: [UInt8], refusal: TextDecodingError) {
        #expect(throws: refusal) { try TextDecoder.decode(bytes) }
    }

    @Test("one broken byte in UTF-8 is reported at its line, not read as GB 18030")
    func brokenUTF8() {
        var bytes = Array("编号,姓名\n1,张三\n2,李".utf8)
        let offset = bytes.count
        bytes += [0xE5, 0x9B] + Array(",四\n".utf8)
        #expect(throws: TextDecodingError.badBytes(encoding: .utf8, line: 3, column: 4, offset: offset)) {
            try TextDecoder.decode(bytes)
        }
    }

    @Test("any single byte broken or lost in a UTF-8 sheet is reported as bad UTF-8, wherever it is")
    func anyBrokenByte() {
        let good = Array("编号,姓名\r\nP1,包青\r\nP2,张三\r\n".utf8)
        for offset in good.indices where good[offset] >= 0x80 {
            for replacement: [UInt8] in [[], [0xFF], [0x20], [0x3F], [0xC3]] {
                var bytes = good
                bytes.replaceSubrange(offset...offset, with: replacement)
                #expect(refusedEncoding(of: bytes) == .utf8, "offset \(offset), \(replacement)")
            }
        }
    }

    @Test("any character of GB 18030 broken is reported as bad GB 18030")
    func anyBrokenCharacter() {
        let good = EncodedText.gb18030("编号,姓名\r\nP1,包青\r\nP2,张三\r\n")
        for offset in good.indices where good[offset] >= 0x80 {
            var bytes = good
            bytes[offset] = 0xFF
            #expect(refusedEncoding(of: bytes) == .gb18030, "offset \(offset)")
        }
    }

    @Test("accented letters of a Western encoding are bad bytes, not Chinese", arguments: [
        Array("name\ncaf".utf8) + [0xE9] + Array("s\n".utf8),
        Array("name\nAndr".utf8) + [0xE9] + Array(",Paris\n".utf8),
        Array("name\nM".utf8) + [0xFC] + Array("ller,J".utf8) + [0xF6] + Array("rg\n".utf8),
    ])
    func western(bytes: [UInt8]) {
        #expect(refusedEncoding(of: bytes) == .utf8)
    }

    /// The encoding in which the decoder found a bad byte.
    private func refusedEncoding(of bytes: [UInt8]) -> SheetEncoding? {
        do throws(TextDecodingError) {
            _ = try TextDecoder.decode(bytes)
        } catch {
            if case .badBytes(let encoding, _, _, _) = error { return encoding }
        }
        return nil
    }

    @Test("one broken byte in GB 18030 is reported at its line as such")
    func brokenGB() {
        let head = EncodedText.gb18030("编号,姓名\r\n1,张三\r\n2,李")
        let bytes = head + [0xFF] + EncodedText.gb18030(",四\r\n")
        #expect(throws: TextDecodingError.badBytes(encoding: .gb18030, line: 3, column: 4, offset: head.count)) {
            try TextDecoder.decode(bytes)
        }
    }

    @Test("half a character at the end of a file is a bad byte in every encoding")
    func cutOff() {
        let text = "姓名\n张三"
        for (encoding, bytes) in [
            (SheetEncoding.utf8, Array(text.utf8)),
            (.gb18030, EncodedText.gb18030(text)),
            (.utf16LittleEndian, EncodedText.utf16(text, bigEndian: false, mark: true)),
        ] {
            let cut = Array(bytes.dropLast())
            let offset = cut.count - (encoding == .utf8 ? 2 : 1)
            #expect(throws: TextDecodingError.badBytes(encoding: encoding, line: 2, column: 2, offset: offset)) {
                try TextDecoder.decode(cut, encoding: encoding)
            }
        }
    }

    @Test("half a pair of surrogates is a bad byte")
    func loneSurrogate() {
        let bytes: [UInt8] = [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x41, 0x00]
        #expect(throws: TextDecodingError.badBytes(encoding: .utf16LittleEndian, line: 1, column: 2, offset: 4)) {
            try TextDecoder.decode(bytes)
        }
    }

    @Test("a stray zero in a long text is a bad byte at its line")
    func strayZero() {
        let line = "张三,13800000000,焊工\n"
        let text = String(repeating: line, count: 10) + "李\u{0}四\n" + String(repeating: line, count: 10)
        let inUTF8 = Array(text.utf8), inGB = EncodedText.gb18030(text)
        let utf8Offset = inUTF8.firstIndex(of: 0) ?? 0, gbOffset = inGB.firstIndex(of: 0) ?? 0
        #expect(throws: TextDecodingError.badBytes(encoding: .utf8, line: 11, column: 2, offset: utf8Offset)) {
            try TextDecoder.decode(inUTF8)
        }
        #expect(throws: TextDecodingError.badBytes(encoding: .gb18030, line: 11, column: 2, offset: gbOffset)) {
            try TextDecoder.decode(inGB)
        }
    }

    @Test("lines are counted by LF, CRLF and CR alike")
    func lineEnds() {
        let bytes = Array("一\r二\r\n三\n四".utf8) + [0xFF]
        #expect(throws: TextDecodingError.badBytes(encoding: .utf8, line: 4, column: 2, offset: 16)) {
            try TextDecoder.decode(bytes)
        }
    }
}
