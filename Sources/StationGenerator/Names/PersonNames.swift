import DoorstepCore

/// Makes up what people are called.
struct PersonNames: Sendable {
    private let surnames: WeightedChoice<String>
    private let general: WeightedChoice<Ethnicity>

    enum Ethnicity: String, Sendable {
        case han = "汉族"
        case mongolian = "蒙古族"
        case hui = "回族"
        case russian = "俄罗斯族"
        case daur = "达斡尔族"
        case evenki = "鄂温克族"
        case manchu = "满族"
    }

    init() throws(GeneratorError) {
        surnames = try WeightedChoice(zipf: HanNames.surnames, flatness: 5)
        general = try WeightedChoice([
            (.han, 770), (.mongolian, 105), (.hui, 45), (.russian, 30), (.daur, 22), (.evenki, 10), (.manchu, 18),
        ])
    }

    /// Whose descendant somebody of a settlement is: in one named for a
    /// people, four of ten are of it.
    func ethnicity(in settlement: Settlement, _ random: inout SeededGenerator) -> Ethnicity {
        let general = general.draw(&random)
        guard let peoples = settlement.peoples, random.percent(42) else { return general }
        return switch peoples {
        case .mongolian: .mongolian
        case .russian: .russian
        case .hui: .hui
        case .daur: .daur
        case .evenki: .evenki
        }
    }

    func name(_ ethnicity: Ethnicity, _ sex: Sex, born year: Int, _ random: inout SeededGenerator) -> String {
        switch ethnicity {
        case .mongolian where random.percent(72): mongolian(sex, &random)
        case .russian where random.percent(30): russian(sex, &random)
        case .mongolian: random.one(of: HanNames.mongolian) + given(sex, born: year, &random)
        case .russian: random.one(of: HanNames.russian) + given(sex, born: year, &random)
        case .hui: random.one(of: HanNames.hui) + given(sex, born: year, &random)
        case .daur: random.one(of: HanNames.daur) + given(sex, born: year, &random)
        case .evenki: random.one(of: HanNames.evenki) + given(sex, born: year, &random)
        case .han, .manchu: surnames.draw(&random) + given(sex, born: year, &random)
        }
    }

    private func given(_ sex: Sex, born year: Int, _ random: inout SeededGenerator) -> String {
        let list =
            switch (sex, year) {
            case (.male, ..<1976): HanNames.olderMen
            case (.female, ..<1976): HanNames.olderWomen
            case (.male, ..<1996): HanNames.men
            case (.female, ..<1996): HanNames.women
            case (.male, _): HanNames.youngMen
            case (.female, _): HanNames.youngWomen
            }
        return random.one(of: list)
    }

    private func mongolian(_ sex: Sex, _ random: inout SeededGenerator) -> String {
        let name = random.one(of: sex == .male ? PeoplesNames.mongolianMen : PeoplesNames.mongolianWomen)
        if random.percent(6) { return name + "·" + random.one(of: PeoplesNames.joined) }
        guard name.count <= 3, random.percent(35) else { return name }
        let ending = random.one(of: sex == .male ? PeoplesNames.mongolianMenEndings : PeoplesNames.mongolianWomenEndings)
        return name.last == ending.last ? name : name + ending
    }

    private func russian(_ sex: Sex, _ random: inout SeededGenerator) -> String {
        switch sex {
        case .male: random.one(of: PeoplesNames.russianMen) + "·" + random.one(of: PeoplesNames.russianFamilies)
        case .female: random.one(of: PeoplesNames.russianWomen) + "·" + random.one(of: PeoplesNames.russianFamiliesOfWomen)
        }
    }
}
