@testable import DoorstepCore
import Foundation
import Testing

@Suite("The policy file")
struct PolicyCatalogueTests {
    private func read(_ text: String) throws -> PolicyCatalogue {
        let catalogue = try Samples.catalogue
        return try PolicyCatalogue(file: "mine.json", bytes: Array(text.utf8), groups: catalogue.groups, kinds: catalogue.kinds, places: catalogue.places)
    }

    private static let plan = #"{"id": "p", "name": {"zh": "方案", "en": "plan"}, "place": "150602", "status": "draft", "to": "2027-12-31", "same_kind": "higher-only"}"#

    private func file(_ change: (inout String) -> Void = { _ in }) -> String {
        var policy = """
            {"id": "one", "name": {"zh": "一", "en": "one"}, "plan": "p", "item": "1", "recipient": "worker", "kind": "hukou", "amount": {"yuan": 500, "per": "person", "bound": "exact"},
             "place": "employer", "since": "hire", "concerns": "everybody", "when": {"groups": ["disabled"], "contract": true}, "evidence": ["contract-signed"], "readings": []}
            """
        change(&policy)
        return "{\"plans\": [\(PolicyCatalogueTests.plan)], \"policies\": [\(policy)], \"others\": []}"
    }

    @Test("of the program has 52 rules and 33 further entries, each with its words in both languages")
    func whole() throws {
        let policies = try Samples.catalogue.policies
        #expect((policies.policies.count, policies.others.count, policies.plans.count) == (52, 33, 5))
        for policy in policies.policies {
            #expect(policies.policy(policy.id)?.number == policy.number)
            #expect(!policy.name.english.contains { $0 > "\u{2E80}" } && policy.name.chinese != policy.name.english, "\(policy.id)")
            for phrase in policy.readings.map(\.text) + [policy.note].compactMap(\.self) {
                #expect(!phrase.chinese.isEmpty && !phrase.english.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) }, "\(policy.id): \(phrase.english)")
            }
        }
        #expect(policies.plans.filter(\.isDraft).map(\.id) == ["dongsheng", "ergun"])
        #expect(policies.plans.filter(\.takesHigher).map(\.id) == ["dongsheng"])
    }

    @Test("is refused in words where it says what the program does not know", arguments: [
        (#""contract": true"#, #""contract_weeks": 5"#, "condition", "contract_weeks"), (#"["disabled"]"#, #"["martian"]"#, "group", "martian"),
        (#"["contract-signed"]"#, #"["blood-test"]"#, "item of evidence", "blood-test"), (#""hukou""#, #""lottery""#, "kind of policy", "lottery"),
        (#""worker""#, #""mayor""#, "recipient", "mayor"), (#""plan": "p""#, #""plan": "q""#, "plan", "q"), (#""item": "1""#, #""item": "1", "colour": "red""#, "field", "colour"),
        (#""contract": true"#, #""employer_in": "999999""#, "place", "999999"), (#""contract": true"#, #""job_kinds": ["piracy"]"#, "kind of job", "piracy"),
        (#""contract": true"#, #""employer_types": ["cartel"]"#, "type of employer", "cartel"), (#""per": "person""#, #""per": "week""#, "amount", "week"),
        (#""contract": true"#, #""proven": ["pension-months"]"#, "item of evidence", "pension-months"),
    ])
    func unknown(from: String, to: String, kind: String, word: String) throws {
        let text = file { $0 = $0.replacing(from, with: to) }
        #expect(text != file())
        let error = try #require(throws: PolicyFileError.self) { try read(text) }
        for phrase in [error.message.chinese, error.message.english] {
            #expect(phrase.contains("mine.json") && phrase.contains("one") && phrase.contains(word), "\(phrase)")
        }
        #expect(error.message.english.contains(kind), "\(error.message.english)")
    }

    @Test("is refused where something is missing, of the wrong form or there twice", arguments: [
        ("\"item\": \"1\", ", "", "item"), (#""yuan": 500"#, #""yuan": true"#, "yuan"), (#""contract": true"#, #""contract": false"#, "contract"),
        (#""contract": true"#, #""contract_months": 0"#, "contract_months"), (#""contract": true"#, #""retention_percent": 101"#, "retention_percent"),
        (#""contract": true"#, #""insurance_months": 601"#, "insurance_months"), (#""yuan": 500"#, #""yuan": 100000000"#, "yuan"),
    ])
    func wrong(from: String, to: String, word: String) throws {
        let text = file { $0 = $0.replacing(from, with: to) }
        #expect(text != file())
        let error = try #require(throws: PolicyFileError.self) { try read(text) }
        #expect(error == .missing(file: "mine.json", entry: "one", word: word))
    }

    @Test("that is none is refused with its line, and never brings the program down")
    func hostile() throws {
        #expect(try read(file()).policies.count == 1)
        #expect(throws: PolicyFileError.unreadable(file: "mine.json", line: 3)) { try read("{\"plans\": [],\n\"policies\": [],\n\"policies\": []}") }
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: PolicyFileError.unreadable(file: "mine.json", line: 1)) { try read(deep) }
        for text in ["", "{", "null", "[]", "{\"plans\": 1e5}", "{\"a\": \"\u{1}\"}", file() + "x", "{\"plans\": [], \"policies\": [], \"others\": [99999999999999999999]}"] {
            #expect(throws: PolicyFileError.self) { try read(text) }
        }
        #expect(throws: PolicyFileError.twice(file: "mine.json", entry: "one")) {
            try read(file { $0 += ", " + $0 })
        }
        // Cut anywhere, with any byte changed: refused or read, never a trap.
        var random = SplitMix64.printed()
        let whole = Array(file().utf8)
        for _ in 0..<2000 {
            var bytes = Array(whole.prefix(Int.random(in: 0...whole.count, using: &random)))
            if let place = bytes.indices.randomElement(using: &random) { bytes[place] = UInt8.random(in: 0...255, using: &random) }
            let catalogue = try Samples.catalogue
            do throws(PolicyFileError) {
                _ = try PolicyCatalogue(file: "mine.json", bytes: bytes, groups: catalogue.groups, kinds: catalogue.kinds, places: catalogue.places)
            } catch {
                #expect(!error.message.chinese.isEmpty && error.message.english.count < 400)
            }
        }
    }

    @Test("agrees with what the plans say, item by item", .enabled(if: SharedData.has("policies.json"), "../shared/data is absent"))
    func agreement() throws {
        let catalogue = try Samples.catalogue
        let source = try #require(SharedData.lines("policies.json")).joined(separator: "\n")
        let entries = try #require(JSONSerialization.jsonObject(with: Data(source.utf8)) as? [[String: Any]])
        #expect(entries.count == 52)
        for entry in entries {
            let id = try #require(entry["id"] as? String)
            let policy = try #require(catalogue.policies.policy(id), "\(id)")
            let plan = catalogue.policies.plan(of: policy)
            let conditions = try #require(entry["conditions"] as? [String: Any])
            #expect(policy.name.chinese == entry["name_zh"] as? String && policy.item == entry["item"] as? String, "\(id)")
            #expect(catalogue.places[plan.place].code == entry["jurisdiction_code"] as? String, "\(id)")
            #expect(plan.name.chinese == entry["instrument"] as? String, "\(id)")
            #expect(plan.isDraft == (entry["instrument_status"] as? String)?.hasPrefix("DRAFT"), "\(id)")
            #expect(plan.takesHigher == ((entry["same_kind_rule"] as? String)?.contains("就高不重复") ?? false), "\(id)")
            #expect(plan.to?.description == conditions["valid_to"] as? String, "\(id)")
            switch policy.amount {
            case .sum(let yuan, _, let bound):
                #expect(yuan == entry["amount"] as? Int, "\(id)")
                let unit = try #require(entry["unit"] as? String)
                #expect((bound == .floor) == unit.contains("not less") && (bound == .ceiling) == unit.contains("not more"), "\(id)")
            case .rate(let percent, .minimumWage, let bound):
                let rate = conditions["rate"] as? Double ?? conditions["rate_min"] as? Double
                #expect(Double(percent) == (rate ?? 0) * 100 && (bound == .floor) == (conditions["rate_min"] != nil), "\(id)")
            case .rate(let percent, .trainingHour, _): #expect((entry["amount"] as? String)?.contains("+\(percent)%") == true, "\(id)")
            case .notStated: #expect(entry["amount"] as? String == "not stated", "\(id)")
            case .eligibility: #expect(["eligibility", "permission", "service entitlement", "placement"].contains(entry["amount"] as? String), "\(id)")
            case .remainingTerm: #expect((entry["amount"] as? String)?.contains("remaining") == true, "\(id)")
            case .months(let months, _): #expect(months == entry["amount"] as? Int || entry["amount"] as? String == "\(months) months at most" || conditions["months_max"] as? Int == months, "\(id)")
            }
            var groups = GroupSet()
            var numbers: [String: Int] = [:]
            for condition in policy.conditions {
                switch condition {
                case .groups(let set, _, let isOpen), .founderGroup(let set, let isOpen):
                    groups = set
                    #expect(isOpen == (conditions["groups_open"] as? Bool ?? false), "\(id)")
                case .contractMonths(let months): numbers["contract_months_min"] = months
                case .contractAfterTraining(let months): numbers["contract_signed_within_months_of_training"] = months
                case .insurance(let months, let schemes, let isUnbroken):
                    if months > 0 { numbers["insurance_months_min"] = months } else { #expect(conditions["insurance_required"] as? Bool == true, "\(id)") }
                    #expect(schemes.count == (conditions["insurance_schemes"] as? [String])?.count ?? 0, "\(id)")
                    #expect(isUnbroken == conditions["insurance_continuous"] as? Bool ?? false, "\(id)")
                case .employment(let months): numbers["employment_months_min"] = months
                case .graduated(let months): numbers["graduation_months_max"] = months
                case .unemployed(let months): numbers["registered_unemployed_months_min"] = months
                case .operating(let months): numbers["operating_months_min"] = months
                case .jobs(let least, let insured):
                    numbers["jobs_min"] = least
                    numbers["insurance_months_min"] = insured
                case .perAgency(let least): numbers["min_count_per_agency_year"] = least
                case .cap(let yuan): numbers["cap_per_agency_cny"] = yuan
                case .reserve(let longest): numbers["period_months_max"] = longest
                case .retention(let percent): #expect(Double(percent) == (conditions["retention_rate_min"] as? Double ?? 0) * 100, "\(id)")
                case .householdIn(let place):
                    #expect(catalogue.places[place].code == conditions["household_jurisdiction"] as? String, "\(id)")
                    groups.insert(try catalogue.group("local-registration"))
                case .employerIn(let place): #expect(catalogue.places[place].code == conditions["employer_jurisdiction"] as? String, "\(id)")
                default: break
                }
            }
            let expected = (conditions["groups"] as? [String] ?? []).compactMap { catalogue.groups.group($0)?.id }
            #expect(groups == GroupSet(expected), "\(id)")
            let keys = [
                "contract_months_min", "contract_signed_within_months_of_training", "insurance_months_min", "employment_months_min", "graduation_months_max",
                "registered_unemployed_months_min", "operating_months_min", "jobs_min", "min_count_per_agency_year", "cap_per_agency_cny", "period_months_max",
            ]
            for key in keys { #expect(numbers[key] == conditions[key] as? Int, "\(id): \(key)") }
            for (key, isThere) in [("first_contract", policy.conditions.contains(.proven(.firstContract))), ("first_business", policy.conditions.contains(.proven(.firstBusiness)))] {
                #expect(isThere == conditions[key] as? Bool ?? false, "\(id): \(key)")
            }
        }
    }

    @Test("has the further entries of the list, as the plans name them", .enabled(if: SharedData.has("policies-other.json"), "../shared/data is absent"))
    func others() throws {
        let policies = try Samples.catalogue.policies
        let source = try #require(SharedData.lines("policies-other.json")).joined(separator: "\n")
        let entries = try #require(JSONSerialization.jsonObject(with: Data(source.utf8)) as? [[String: Any]])
        #expect(entries.map { $0["id"] as? String } == policies.others.map(\.id))
        for (entry, mine) in zip(entries, policies.others) {
            #expect(mine.name.chinese == entry["name_zh"] as? String && mine.item == entry["item"] as? String, "\(mine.id)")
            #expect(policies.plan(of: mine).name.chinese == entry["instrument"] as? String, "\(mine.id)")
            if let amount = entry["amount"] as? Int { #expect(mine.amount.chinese.contains("\(amount)"), "\(mine.id)") }
        }
    }
}
