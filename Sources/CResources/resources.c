// The catalogues and the demonstration station, carried in the program, so
// that it works from any folder and after it was copied elsewhere.
#include "CResources.h"

#define RESOURCE(symbol) { symbol##_name, symbol, sizeof symbol }

static const char places_name[] = "places.tsv";
static const unsigned char places[] = {
#embed "catalogues/places.tsv"
};
static const char skills_name[] = "skills.tsv";
static const unsigned char skills[] = {
#embed "catalogues/skills.tsv"
};
static const char groups_name[] = "groups.tsv";
static const unsigned char groups[] = {
#embed "catalogues/groups.tsv"
};
static const char kinds_name[] = "job-kinds.tsv";
static const unsigned char kinds[] = {
#embed "catalogues/job-kinds.tsv"
};
static const char certificates_name[] = "certificates.tsv";
static const unsigned char certificates[] = {
#embed "catalogues/certificates.tsv"
};
static const char industries_name[] = "industries.tsv";
static const unsigned char industries[] = {
#embed "catalogues/industries.tsv"
};
static const char sayings_name[] = "sayings.tsv";
static const unsigned char sayings[] = {
#embed "catalogues/sayings.tsv"
};
static const char policies_name[] = "policies.json";
static const unsigned char policies[] = {
#embed "catalogues/policies.json"
};
static const char targets_name[] = "targets.tsv";
static const unsigned char targets[] = {
#embed "catalogues/targets.tsv"
};
static const char pinyin_name[] = "pinyin.tsv";
static const unsigned char pinyin[] = {
#embed "catalogues/pinyin.tsv"
};
static const char surnames_name[] = "surnames.tsv";
static const unsigned char surnames[] = {
#embed "catalogues/surnames.tsv"
};

static const char demo_people_name[] = "demonstration/people.csv";
static const unsigned char demo_people[] = {
#embed "../../Fixtures/demonstration/people.csv"
};
static const char demo_jobs_name[] = "demonstration/jobs.csv";
static const unsigned char demo_jobs[] = {
#embed "../../Fixtures/demonstration/jobs.csv"
};
static const char demo_employers_name[] = "demonstration/employers.csv";
static const unsigned char demo_employers[] = {
#embed "../../Fixtures/demonstration/employers.csv"
};
static const char demo_distances_name[] = "demonstration/distances.csv";
static const unsigned char demo_distances[] = {
#embed "../../Fixtures/demonstration/distances.csv"
};

static const doorstep_resource resources[] = {
    RESOURCE(places), RESOURCE(skills), RESOURCE(groups), RESOURCE(kinds),
    RESOURCE(certificates), RESOURCE(industries), RESOURCE(sayings),
    RESOURCE(policies), RESOURCE(targets),
    RESOURCE(pinyin), RESOURCE(surnames), RESOURCE(demo_people),
    RESOURCE(demo_jobs), RESOURCE(demo_employers), RESOURCE(demo_distances),
};

doorstep_resource doorstep_resource_at(size_t index) {
    if (index < sizeof resources / sizeof *resources) return resources[index];
    return (doorstep_resource){ "", (const unsigned char *)"", 0 };
}
