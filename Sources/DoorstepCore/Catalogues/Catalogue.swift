/// Everything the program knows before it knows anybody: places, skills,
/// groups, kinds of job, certificates, industries, how people speak of work,
/// policies, and what the plans ask for in numbers.
public struct Catalogue: Sendable {
    public let places: PlaceCatalogue
    public let skills: SkillCatalogue
    public let groups: GroupCatalogue
    public let kinds: JobKindCatalogue
    public let certificates: CertificateCatalogue
    public let industries: IndustryCatalogue
    public let sayings: SayingCatalogue
    public let policies: PolicyCatalogue
    public let targets: TargetCatalogue

    /// Reads the catalogues from the sheets that the program carries.
    ///
    /// - Parameter sheet: the bytes of the sheet with a name such as
    ///   `places.tsv`.
    /// - Throws: `CatalogueError` where a sheet is damaged.
    public init(sheet: (String) -> [UInt8]) throws(CatalogueError) {
        func read(_ name: String) throws(CatalogueError) -> CatalogueSheet {
            try CatalogueSheet(name: name, bytes: sheet(name))
        }
        places = try PlaceCatalogue(read("places.tsv"))
        skills = try SkillCatalogue(read("skills.tsv"))
        groups = try GroupCatalogue(read("groups.tsv"))
        kinds = try JobKindCatalogue(read("job-kinds.tsv"), groups: groups)
        certificates = try CertificateCatalogue(read("certificates.tsv"))
        industries = try IndustryCatalogue(read("industries.tsv"))
        sayings = try SayingCatalogue(read("sayings.tsv"), skills: skills)
        do throws(PolicyFileError) {
            policies = try PolicyCatalogue(
                file: "policies.json", bytes: sheet("policies.json"), groups: groups, kinds: kinds, places: places)
        } catch {
            throw .policies(error)
        }
        targets = try TargetCatalogue(read("targets.tsv"), places: places)
    }
}
