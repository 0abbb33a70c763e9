import Testing

@testable import DoorstepStore

@Suite("The recovery code")
struct RecoveryCodeTests {
    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    @Test("It opens the store however it was copied, for whoever says it")
    func copied() throws {
        let folder = try Folder()
        let station = try LockedStation(folder)
        let code = station.recovery.text
        let forms = [
            code, code.lowercased(), code.replacing("-", with: ""), code.replacing("-", with: " "), code.replacing("-", with: "—"), " \(code)\n",
            code.replacing("0", with: "O").replacing("1", with: "I"), code.lowercased().replacing("0", with: "o").replacing("1", with: "l"),
        ]
        for form in forms {
            let store = try station.locked()
            #expect(try store.unlock(Passphrase(form), as: "李四", now: "2026-11-21T03:00:00Z") == "李四", "\(form)")
            #expect(!store.isLocked)
        }
        #expect(try station.locked().unlock(Passphrase(code), as: nil, now: "2026-11-21T03:00:00Z") == "recovery")
        #expect(try station.locked().unlock(Passphrase(code), as: "赵六", now: "2026-11-21T03:00:00Z") == "赵六")
    }

    @Test("Full-width letters of an input method are the letters they look like")
    func fullWidth() throws {
        let code = RecoveryCode()
        let wide = String(String.UnicodeScalarView(code.text.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
        #expect(RecoveryCode(wide)?.text == code.text)
    }

    @Test("Read back, it is written as it was printed: groups of four")
    func form() throws {
        let code = RecoveryCode()
        #expect(code.text.wholeMatch(of: /[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}/) != nil)
        #expect(RecoveryCode(code.text)?.text == code.text)
        #expect(RecoveryCode().text != code.text)
    }

    @Test("Every single wrong letter is noticed, and every swap of two neighbours")
    func mistyped() throws {
        for _ in 0..<20 {
            let letters = Array(RecoveryCode().text.replacing("-", with: ""))
            for position in letters.indices {
                for letter in Self.letters where letter != letters[position] {
                    var wrong = letters
                    wrong[position] = letter
                    #expect(RecoveryCode(String(wrong)) == nil, "\(String(letters)) at \(position)")
                }
                guard position + 1 < letters.count, letters[position] != letters[position + 1] else { continue }
                var wrong = letters
                wrong.swapAt(position, position + 1)
                #expect(RecoveryCode(String(wrong)) == nil, "\(String(letters)) at \(position)")
            }
            #expect(RecoveryCode(String(letters.dropLast())) == nil)
            #expect(RecoveryCode(String(letters + ["0"])) == nil)
        }
        #expect(RecoveryCode("") == nil)
        #expect(RecoveryCode("ßßßß-ﬁﬁﬁﬁ-١٢٣٤-UUUU-0000-0000-0000") == nil)
    }

    @Test("One of another store is a wrong passphrase, and is journalled as one")
    func foreign() throws {
        let folder = try Folder()
        let station = try LockedStation(folder)
        let store = try station.locked()
        #expect(throws: StoreError.wrongPassphrase(wait: 1)) { try store.unlock(Passphrase(RecoveryCode().text), as: "李四", now: "2026-11-21T03:00:00Z") }
        #expect(try Desk(store).column("SELECT content FROM journal WHERE kind = 'refused'") == ["holder=recovery\nname="])
        #expect(try store.verify().findings == [])
    }
}
