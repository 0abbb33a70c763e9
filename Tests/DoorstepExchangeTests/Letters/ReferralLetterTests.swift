import DoorstepCore
import Foundation
import Testing

@testable import DoorstepExchange

@Suite("The letter of introduction")
struct ReferralLetterTests {
    private func letter(_ register: Register, telephone: String = "0470-6800000") throws -> ReferralLetter {
        try ReferralLetter(ExchangeStation.placement, register: register, catalogue: ExchangeStation.catalogue(), telephone: telephone)
    }

    @Test("It has three parts with the number in each, what the employer needs, and until when it is good", arguments: Language.allCases)
    func whole(language: Language) throws {
        let letter = try letter(ExchangeStation.register())
        for text in [letter.text(language), letter.page(language)] {
            let number = "150784001-R000015-\(LetterNumber(ExchangeStation.placement).check)"
            #expect(text.components(separatedBy: number).count - 1 >= 3)
            for word in ["阿拉坦其其格·巴特尔", "三河糖业", "氩弧焊工", "15400000001", "韩梅", "15400000009", "2026-11-20", "2026-11-27", "乌兰", "0470-6800000", "36"] {
                #expect(text.contains(word), "\(word)")
            }
            #expect(text.components(separatedBy: "✂").count - 1 == 2)
        }
        #expect(letter.text(.chinese).contains("（存根）") && letter.text(.chinese).contains("（回执）") && letter.text(.chinese).contains("已录用"))
    }

    @Test("The employer reads no more than it takes: the identity number masked, no address, groups, notes, and only skills that the job asks for")
    func minimal() throws {
        let register = try ExchangeStation.register()
        let number = try #require(register.people[ExchangeStation.person]?.identityNumber)
        let letter = try letter(register)
        for text in [letter.text(.chinese), letter.page(.chinese)] {
            #expect(!text.contains(number.text) && text.contains(Masking.identityNumber(number.text)))
            for word in ["腿脚", "残疾", "密步注", "养老护理", "骑马", "村支书", "1990-05-01", "回老家"] { #expect(!text.contains(word), "\(word)") }
            #expect(text.contains("焊工（高级工）") && text.contains("低压电工作业"))
        }
    }

    @Test("No row is wider than 80 columns and no letter longer than 60 rows, whatever names are in it", arguments: Language.allCases)
    func fits(language: Language) throws {
        var random = SeededRandom(seed: SeededRandom.printedSeed(for: "letters"))
        func text() -> String {
            let pieces = ["阿拉坦其其格", "·", "Кузнецова ", "有限责任公司", "long words here ", "、", "（", "）", "\n", "\u{202E}", "0470-6800000", "😀", "”", "X"]
            return (0..<Int.random(in: 0...60, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
        let catalogue = try ExchangeStation.catalogue()
        for _ in 0..<300 {
            let register = try ExchangeStation.register { person, job, employer in
                person.name = "张" + text()
                person.telephone = text()
                person.skills = (0..<20).map { HeldSkill(.word("技\($0)" + text())) }
                job.skills = person.skills.map { AskedSkill($0.name) }
                (job.title, job.contact, job.telephone, employer.name) = (text(), text(), text(), text())
            }
            let letter = try ReferralLetter(ExchangeStation.placement, register: register, catalogue: catalogue, telephone: text())
            let rows = letter.text(language).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
            #expect(rows.count <= 60)
            for row in rows {
                #expect(DisplayWidth.of(row) <= 80 && !row.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E }, "\(row)")
            }
        }
    }

    @Test("Where nothing is known but the name and the title, a letter says these and leaves the rest out")
    func bare() throws {
        let register = try ExchangeStation.register { person, job, employer in
            person = Person(id: person.id, name: "张三", place: person.place, registered: person.registered)
            job = Job(id: job.id, employer: job.employer, title: "力工", place: job.place, posted: job.posted)
            employer = Employer(id: employer.id, name: "甲厂")
        }
        let text = try letter(register, telephone: "").text(.chinese)
        for word in ["张三", "力工", "甲厂"] { #expect(text.contains(word)) }
        for label in ["性别", "年龄", "学历", "电话", "证件号码", "技能", "证书", "联系人", "用工形式"] { #expect(!text.contains(label), "\(label)") }
    }

    @Test("Markup in names is text on the page, which has no script and asks for nothing from elsewhere")
    func hostile() throws {
        let evil = "<script>alert('1')</script>\"&\u{202E}<img src=http://x>"
        let register = try ExchangeStation.register { person, job, employer in
            (person.name, job.title, employer.name, job.contact) = (evil, evil, evil, evil)
        }
        let page = try letter(register).page(.chinese)
        #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("\u{202E}"))
        #expect(page.contains("&lt;script&gt;alert(&#39;1&#39;)"))
        #expect(!page.contains("src=\"") && !page.contains("href") && !page.contains("url("))
        #expect(page.contains("@page { size: A4"))
    }

    @Test("On the page there is room to sign, to seal and to write why, and no line to write on is longer than the page", arguments: Language.allCases)
    func room(language: Language) throws {
        let page = try letter(ExchangeStation.register()).page(language)
        #expect(page.components(separatedBy: "class=\"signed\"").count - 1 == 2 && page.components(separatedBy: "class=\"sealed\"").count - 1 == 1)
        let lines = page.split(separator: "\n").filter { $0.contains("class=\"write\"") }
        #expect(lines.count == 3)
        for line in lines where line.contains("_") {
            let text = line.replacing("&#160;", with: " ").replacing("<p class=\"write\">", with: "").replacing("</p>", with: "")
            #expect((70...80).contains(DisplayWidth.of(String(text))) && text.count { $0 == "_" } >= 20, "\(text)")
        }
    }

    @Test("Until a referral is taken back or ended it has a letter; then it is said which of the two, and by whom")
    func refused() throws {
        func refusal(_ change: (inout Register) throws -> Void) throws -> LetterRefusal? {
            var register = try ExchangeStation.register()
            try change(&register)
            do {
                _ = try letter(register)
                return nil
            } catch let error as LetterRefusal {
                return error
            }
        }
        let id = ExchangeStation.placement
        func stepped(_ steps: [PlacementStep]) throws -> LetterRefusal? {
            try refusal { register in
                var placement = try #require(register.placements[id])
                for step in steps { placement.append(step) }
                register.update(placement)
            }
        }
        #expect(try stepped([]) == nil)
        #expect(try stepped([ExchangeStation.step(2, .interviewed)]) == nil)
        #expect(try stepped([ExchangeStation.step(2, .corrected, corrects: 1)]) == .takenBack(id))
        #expect(try stepped([ExchangeStation.step(2, .declined, party: .person)]) == .ended(id, .declined, .person))
        #expect(try stepped([ExchangeStation.step(2, .hired), ExchangeStation.step(3, .started), ExchangeStation.step(4, .left)]) == .ended(id, .left, nil))
        // A decline that was taken back has not ended it.
        #expect(try stepped([ExchangeStation.step(2, .declined, party: .employer), ExchangeStation.step(3, .corrected, corrects: 2)]) == nil)
        #expect(try refusal { register in
            var person = try #require(register.people[ExchangeStation.person])
            person.name = ""
            register.update(person)
        } == .erased(id))
        #expect(try refusal { register in
            var employer = try #require(register.employers[ExchangeStation.employer])
            employer.barred = "欠薪"
            register.update(employer)
        } == .barred(employer: "三河糖业", reason: "欠薪"))
        let other = RecordID(station: "150784001", kind: .placement, number: 99)
        #expect(throws: LetterRefusal.unknown(other.text)) {
            try ReferralLetter(other, register: ExchangeStation.register(), catalogue: ExchangeStation.catalogue(), telephone: "")
        }
        #expect(LetterRefusal.ended(id, .declined, .employer).message.chinese.contains("单位未录用"))
    }

    @Test("Printed, it is one page of A4, with names as long as they come", .enabled(if: Printer.isThere))
    func onePage() throws {
        let long = String(repeating: "阿拉坦其其格乌兰图雅", count: 12)
        let register = try ExchangeStation.register { person, job, employer in
            (person.name, job.title, employer.name, job.contact) = (long, long, long, long)
            person.skills = (0..<30).map { HeldSkill(.word("技能\($0)")) }
            job.skills = person.skills.map { AskedSkill($0.name) }
        }
        for register in [try ExchangeStation.register(), register] {
            for language in Language.allCases { #expect(try Printer.pages(of: letter(register).page(language)) == 1) }
        }
    }
}

/// LibreOffice, where it is installed, prints pages.
private enum Printer {
    static let path = "/usr/bin/soffice"
    /// The part of it that reads pages.
    private static let reader = "/usr/lib/libreoffice/program/libswlo.so"
    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) && FileManager.default.fileExists(atPath: reader) }

    static func pages(of page: String) throws -> Int {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("letter-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try page.write(to: folder.appendingPathComponent("letter.html"), atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = [
            "--headless", "-env:UserInstallation=file://\(folder.path)/profile", "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder.path,
            folder.appendingPathComponent("letter.html").path,
        ]
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        process.waitUntilExit()
        let pdf = String(decoding: try Data(contentsOf: folder.appendingPathComponent("letter.pdf")), as: UTF8.self)
        let counts = pdf.components(separatedBy: "/Type/Pages").dropFirst() + pdf.components(separatedBy: "/Type /Pages").dropFirst()
        let count = counts.compactMap { $0.range(of: "/Count ").map { range in Int(counts.first?[range.upperBound...].prefix { $0.isNumber } ?? "") } }.first ?? nil
        return count ?? 0
    }
}

@Suite("A letter's number")
struct LetterNumberTests {
    @Test("The number that is printed is read back, in any width and case, and without its check too")
    func readBack() throws {
        let number = LetterNumber(ExchangeStation.placement)
        #expect(try LetterNumber.placement(number.text) == number.placement)
        #expect(try LetterNumber.placement(" " + number.text.lowercased() + " ") == number.placement)
        #expect(try LetterNumber.placement("１５０７８４００１－Ｒ００００１５") == number.placement)
        #expect(try LetterNumber.placement(number.placement.text) == number.placement)
        #expect(try LetterNumber.placement("R1") == RecordID("R1"))
        #expect(try LetterNumber.placement("") == nil)
    }

    @Test("Every wrong digit and every two that changed places are found")
    func mistyped() throws {
        var random = SeededRandom(seed: SeededRandom.printedSeed(for: "letter numbers"))
        for _ in 0..<50 {
            let id = RecordID(station: "150784001", kind: .placement, number: Int.random(in: 1...999_999, using: &random))
            let text = Array(LetterNumber(id).text)
            var mistakes: Set<[Character]> = []
            for index in text.indices where text[index].isNumber {
                for digit in "0123456789" where digit != text[index] {
                    var wrong = text
                    wrong[index] = digit
                    mistakes.insert(wrong)
                }
                if index + 1 < text.count, text[index + 1].isNumber, text[index] != text[index + 1] {
                    var wrong = text
                    wrong.swapAt(index, index + 1)
                    mistakes.insert(wrong)
                }
            }
            for wrong in mistakes {
                let taken = (try? LetterNumber.placement(String(wrong))) ?? nil
                // A number that begins with 0 is none that a station gives.
                #expect(taken == nil || taken?.isGiven == false, "\(String(wrong))")
            }
        }
    }
}
