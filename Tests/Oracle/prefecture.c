/* The matching paper, worked out a third time: plainly, and fast enough for a prefecture.
 *
 * An independent implementation for comparison, as oracle.py is, but for 100,000 people and 20,000 jobs: it tries
 * every pair, rules first, and keeps the best of each job. It shares no code with the program. Every section named in
 * a comment ("Skills, S", "Order", ...) is one of the paper on matching.
 *
 * prefecture_sheets.py turns the catalogue and the sheets into the numbers read here; it describes their form.
 *
 *     cc -std=c11 -O2 -Wall -Wextra -pthread -o OUT/prefecture prefecture.c -lm
 *     python3 prefecture_sheets.py --data DIR --people people.csv --jobs jobs.csv --employers employers.csv
 *         --station 150784001 --on 2026-11-21 [--distances distances.csv] > OUT/numbers.txt
 *     OUT/prefecture [--top 20] [--threads 2] OUT/numbers.txt > matches.csv
 *
 * The columns are those of oracle.py. Placements are not looked at: nobody is in hand, has declined, or is placed but
 * by their own status, and every job has all its vacancies. Weights, ages and the rest are at their usual values.
 *
 * Exactness: S, G and the floors of L (1, 0.8, 0.5) are rational, and their shares of the points are worked out from
 * whole numbers by one division. So is L itself where its exponent is whole. Everywhere else L is irrational, the sum
 * cannot be exactly a half, and long double decides; only where L is rational is a sum within 1e-9 of a half, or a
 * remainder within 1e-9 of another, taken as exactly that.
 */

#define _POSIX_C_SOURCE 200809L

#include <math.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- Settings that the paper names, at their usual values ------------------------------------------------------ */

enum {
    SKILL_POINTS = 5500, LOCATION_POINTS = 3000, GROUP_POINTS = 1500, /* 10 000 x 55, 30, 15 / 100 */
    WORKING_AGE = 16, HAZARDOUS_AGE = 18,
    FULL_WITHIN_METRES = 1250, HALF_EVERY_METRES = 15000,
    COARSE_STREETS_METRES = 3000, COARSE_OTHER_METRES = 40000,
    COLLEGE = 4 /* 大专 */
};
static const long double EARTH_RADIUS_METRES = 6371008.8L;
static const long double NEARLY = 1e-9L;

/* --- Reading ---------------------------------------------------------------------------------------------------- */

#define ABSENT INT64_MIN /* a value that is not given */

static char *input; /* what is still to be read */

static void die(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("prefecture: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(2);
}

static void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size);
    if (!memory) die("out of memory");
    return memory;
}

static void read_all(FILE *file)
{
    size_t used = 0, room = 1 << 20;
    char *text = allocate(room, 1);
    size_t got;
    while ((got = fread(text + used, 1, room - used - 1, file)) > 0) {
        used += got;
        if (room - used < 2) {
            text = realloc(text, room *= 2);
            if (!text) die("out of memory");
        }
    }
    if (ferror(file)) die("cannot read");
    text[used] = '\0';
    input = text;
}

static char *next_word(void)
{
    input += strspn(input, " \t\n");
    char *word = input;
    input += strcspn(input, " \t\n");
    if (input == word) die("ends too early");
    if (*input) *input++ = '\0';
    return word;
}

/* The rest of the line, for what may contain spaces. */
static char *next_rest(void)
{
    char *text = input;
    input += strcspn(input, "\n");
    if (*input) *input++ = '\0';
    return text;
}

static int64_t next_number(void)
{
    char *word = next_word(), *end;
    if (strcmp(word, "-") == 0) return ABSENT;
    int64_t number = strtoll(word, &end, 10);
    if (*end) die("'%s' is not a number", word);
    return number;
}

/* A number that says which of so many, or -1. */
static int next_index(int count)
{
    int64_t number = next_number();
    if (number == ABSENT) return -1;
    if (number < 0 || number >= count) die("%lld is not one of %d", (long long)number, count);
    return (int)number;
}

static int next_count(void)
{
    int64_t number = next_number();
    if (number < 0 || number > 1000000000) die("not a count");
    return (int)number;
}

static void next_must_be(const char *name)
{
    char *word = next_word();
    if (strcmp(word, name) != 0) die("'%s' where '%s' should be", word, name);
}

static int next_table(const char *name)
{
    next_must_be(name);
    return next_count();
}

struct list { int count, *items; };

static struct list next_list(int limit)
{
    struct list list = { next_count(), NULL };
    list.items = allocate((size_t)list.count, sizeof *list.items);
    for (int i = 0; i < list.count; i++) list.items[i] = next_index(limit);
    return list;
}

static uint64_t next_bits(int limit)
{
    uint64_t bits = 0;
    for (int left = next_count(); left > 0; left--) bits |= UINT64_C(1) << next_index(limit);
    return bits;
}

/* --- Dates, as 20261121 ----------------------------------------------------------------------------------------- */

static int64_t working_day;

static int days_of_month(int64_t year, int64_t month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && is_leap);
}

/* The same day of the month, or that month's last where it has no such day. */
static int64_t add_months(int64_t date, int months)
{
    int64_t total = date / 10000 * 12 + date / 100 % 100 - 1 + months;
    int64_t year = total / 12, month = total % 12 + 1, day = date % 100;
    int64_t last = days_of_month(year, month);
    return year * 10000 + month * 100 + (day < last ? day : last);
}

static bool at_least_months_ago(int64_t date, int months) { return add_months(date, months) <= working_day; }
static bool at_most_months_ago(int64_t date, int months) { return add_months(date, months) >= working_day; }

static int full_years(int64_t birth)
{
    return (int)(working_day / 10000 - birth / 10000 - (working_day % 10000 < birth % 10000));
}

/* --- The catalogue ---------------------------------------------------------------------------------------------- */

/* A point on the sphere of radius 1. */
struct point { long double x, y, z; };

struct place {
    int parent; /* -1: none */
    bool is_county, is_prefecture, is_coarse, is_street;
    struct point point;
};

static struct place *places;
static int place_count, station;

static char **group_names;
static int64_t *priorities; /* in ten-thousandths */
static int group_count;

static char **kind_names;
static uint64_t *kind_reserved; /* bits of groups */
static int kind_count;

static uint64_t *certificate_covers; /* for each certificate, the bits of itself and of those that it covers */
static uint64_t *soft_certificates;
static int certificate_count, certificate_words;

static int *families, skill_count; /* family of each skill and occupation, -1: none */

struct leg { int from, to, metres; };
static struct leg *legs; /* the station's own table of distances */
static int leg_count;

static struct point point_at(long double latitude, long double longitude)
{
    long double radian = acosl(-1.0L) / 180, across = cosl(latitude * radian);
    return (struct point){ across * cosl(longitude * radian), across * sinl(longitude * radian), sinl(latitude * radian) };
}

static bool next_point(struct point *point)
{
    char *latitude = next_word(), *longitude = next_word();
    if (strcmp(latitude, "-") == 0) return false;
    *point = point_at(strtold(latitude, NULL), strtold(longitude, NULL));
    return true;
}

/* A record's own coordinates, or NULL. */
static struct point *next_own_point(void)
{
    struct point point, *own = NULL;
    if (next_point(&point)) {
        own = allocate(1, sizeof *own);
        *own = point;
    }
    return own;
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), end_length = strlen(end);
    return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

static void set_bit(uint64_t *words, int bit) { words[bit / 64] |= UINT64_C(1) << bit % 64; }

static void read_catalogue(void)
{
    next_must_be("on");
    working_day = next_number();
    next_must_be("station");
    station = (int)next_number();

    place_count = next_table("places");
    if (station < 0 || station >= place_count) die("no such station");
    places = allocate((size_t)place_count, sizeof *places);
    for (struct place *place = places; place < places + place_count; place++) {
        char *level = next_word(), *whose = next_word();
        place->is_county = strcmp(level, "county") == 0;
        place->is_prefecture = strcmp(level, "prefecture") == 0;
        place->is_coarse = strcmp(level, whose) != 0;
        place->parent = next_index(place_count);
        if (!next_point(&place->point)) die("a place without a point");
        place->is_street = ends_with(next_rest(), "街道");
    }

    group_count = next_table("groups");
    if (group_count > 64) die("more than 64 groups");
    group_names = allocate((size_t)group_count, sizeof *group_names);
    priorities = allocate((size_t)group_count, sizeof *priorities);
    for (int i = 0; i < group_count; i++) {
        priorities[i] = next_number();
        group_names[i] = next_word();
    }

    kind_count = next_table("kinds");
    if (kind_count > 64) die("more than 64 kinds");
    kind_names = allocate((size_t)kind_count, sizeof *kind_names);
    kind_reserved = allocate((size_t)kind_count, sizeof *kind_reserved);
    for (int i = 0; i < kind_count; i++) {
        kind_names[i] = next_word();
        kind_reserved[i] = next_bits(group_count);
    }

    certificate_count = next_table("certificates");
    certificate_words = (certificate_count + 63) / 64;
    certificate_covers = allocate((size_t)certificate_count * (size_t)certificate_words, sizeof *certificate_covers);
    soft_certificates = allocate((size_t)certificate_words, sizeof *soft_certificates);
    for (int i = 0; i < certificate_count; i++) {
        uint64_t *covers = certificate_covers + (size_t)i * (size_t)certificate_words;
        if (next_number()) set_bit(soft_certificates, i);
        set_bit(covers, i);
        for (int left = next_count(); left > 0; left--) set_bit(covers, next_index(certificate_count));
    }

    skill_count = next_table("skills");
    families = allocate((size_t)skill_count, sizeof *families);
    for (int i = 0; i < skill_count; i++) families[i] = next_index(INT32_MAX);

    leg_count = next_table("distances");
    legs = allocate((size_t)leg_count, sizeof *legs);
    for (int i = 0; i < leg_count; i++) {
        legs[i].from = next_index(place_count);
        legs[i].to = next_index(place_count);
        legs[i].metres = next_count();
    }
}

static bool lies_in(int place, int area)
{
    while (place >= 0 && place != area) place = places[place].parent;
    return place >= 0;
}

static int city_of(int place)
{
    while (place >= 0 && !places[place].is_prefecture) place = places[place].parent;
    return place;
}

static uint64_t group(const char *name)
{
    for (int i = 0; i < group_count; i++)
        if (strcmp(group_names[i], name) == 0) return UINT64_C(1) << i;
    die("no group '%s'", name);
    return 0;
}

/* --- Records ---------------------------------------------------------------------------------------------------- */

struct skill { int skill, family, level; };

struct person {
    int place, age, education; /* age and education: -1 where unknown */
    bool is_seeking, can_move;
    uint64_t kinds; /* 0: any */
    uint64_t tags; /* recorded, and those that follow from dates */
    int64_t wage_min; /* ABSENT, or ten-thousandths of a yuan */
    uint64_t *held; /* bits of certificates that are good, and of those that they cover */
    long double group_points; /* by the highest priority among the tags */
    struct point *point;
    struct skill *skills;
    int skill_count;
    struct list wants, areas;
    char *identifier;
};

struct asked { int skill, family, level, weight; };

struct job {
    bool is_open, is_barred, lodging, remote, is_hard;
    int place, occupation, kind, education; /* -1: none */
    int64_t age_min, age_max; /* ABSENT, or years */
    int64_t wage_month; /* highest; ABSENT, or ten-thousandths of a yuan by the month, times 100 */
    struct asked *skills;
    int skill_count, weight_sum;
    uint64_t *required; /* bits of certificates without the soft ones; NULL: none */
    uint64_t prefers, reserved;
    struct point *point;
    char *identifier;
};

static struct person *people;
static struct job *jobs;
static int person_count, job_count;

/* groups.csv, column `how`. A tag stands below those that it is made of. */
static uint64_t tags_of(uint64_t recorded, int age, int education, bool is_female, int household,
                        int64_t unemployed_since, int64_t left_school, bool never_employed)
{
    uint64_t tags = recorded;
    if (unemployed_since != ABSENT) {
        tags |= group("registered-unemployed");
        if (tags & group("veteran")) tags |= group("unemployed-veteran");
        if (age >= 16 && age <= 24) tags |= group("unemployed-youth");
        if (at_least_months_ago(unemployed_since, 12)) {
            tags |= group("unemployed-one-year");
            if (tags & (group("veteran") | group("military-dependant"))) tags |= group("veteran-unemployed-one-year");
        }
    }
    if (education >= COLLEGE && left_school != ABSENT) {
        tags |= group("college-graduate");
        if (left_school / 10000 == working_day / 10000) tags |= group("graduating-year");
        if (left_school <= working_day && never_employed) tags |= group("graduate-unemployed");
        if (at_most_months_ago(left_school, 60)) tags |= group("graduate-five-years");
        if (at_most_months_ago(left_school, 24)) {
            tags |= group("graduate-two-years") | group("graduate-job-choice-window");
            if (never_employed) tags |= group("graduate-unemployed-two-years");
        }
    }
    if ((tags & group("returnee")) && (tags & (group("rural-migrant") | group("rural-resident"))))
        tags |= group("returnee-rural-worker");
    if (is_female) tags |= group("woman");
    if (city_of(station) >= 0 && lies_in(household, city_of(station))) tags |= group("local-registration");
    return tags;
}

static void read_person(struct person *person)
{
    person->is_seeking = strcmp(next_word(), "seeking") == 0;
    person->place = next_index(place_count);
    if (person->place < 0) die("a person without a place");
    person->point = next_own_point();
    int64_t birth = next_number();
    person->age = birth == ABSENT ? -1 : full_years(birth);
    person->education = next_index(8);
    bool is_female = strcmp(next_word(), "female") == 0;
    int household = next_index(place_count);
    int64_t unemployed_since = next_number(), left_school = next_number();
    bool never_employed = next_number();
    person->wage_min = next_number();
    person->can_move = next_number();

    person->skill_count = next_count();
    person->skills = allocate((size_t)person->skill_count, sizeof *person->skills);
    for (int i = 0; i < person->skill_count; i++) {
        int skill = next_index(skill_count);
        person->skills[i] = (struct skill){ skill, families[skill], next_index(9) };
    }
    person->held = allocate((size_t)certificate_words, sizeof *person->held);
    for (int left = next_count(); left > 0; left--) {
        uint64_t *covers = certificate_covers + (size_t)next_index(certificate_count) * (size_t)certificate_words;
        int64_t good_to = next_number(); /* to the end of that month; ABSENT: for ever */
        if (good_to == ABSENT || working_day / 100 <= good_to)
            for (int i = 0; i < certificate_words; i++) person->held[i] |= covers[i];
    }
    uint64_t recorded = next_bits(group_count);
    person->wants = next_list(skill_count);
    person->kinds = next_bits(kind_count);
    person->areas = next_list(place_count);
    person->identifier = next_rest();

    person->tags = tags_of(recorded, person->age, person->education, is_female, household,
                           unemployed_since, left_school, never_employed);
    int64_t priority = 0;
    for (int i = 0; i < group_count; i++)
        if ((person->tags >> i & 1) && priorities[i] > priority) priority = priorities[i];
    person->group_points = (long double)(GROUP_POINTS * priority) / 10000;
}

/* Hundredths of a month's units in one unit of pay: a day counts 21.75 to the month, an hour 174; 0: not compared. */
static int64_t monthly_factor(const char *pay)
{
    if (strcmp(pay, "month") == 0) return 100;
    if (strcmp(pay, "day") == 0) return 2175;
    if (strcmp(pay, "hour") == 0) return 17400;
    if (strcmp(pay, "piece") == 0) return 0;
    die("'%s' is not a way of paying", pay);
    return 0;
}

static void read_job(struct job *job)
{
    bool is_status_open = strcmp(next_word(), "open") == 0;
    int64_t closes = next_number(), first_day = next_number(), last_day = next_number(), headcount = next_number();
    job->is_barred = next_number();
    job->place = next_index(place_count);
    if (job->place < 0) die("a job without a place");
    job->point = next_own_point();
    job->occupation = next_index(skill_count);
    job->kind = next_index(kind_count);

    int64_t wage_max = next_number(), factor = monthly_factor(next_word());
    job->wage_month = wage_max == ABSENT || factor == 0 ? ABSENT : wage_max * factor;
    job->education = next_index(8);
    job->age_min = next_number();
    job->age_max = next_number();
    job->lodging = next_number();
    job->remote = next_number();
    bool hazardous = next_number(), night = next_number();
    job->is_hard = hazardous || night;

    job->skill_count = next_count();
    job->skills = allocate((size_t)job->skill_count, sizeof *job->skills);
    for (int i = 0; i < job->skill_count; i++) {
        int skill = next_index(skill_count), level = next_index(9), weight = next_count();
        job->skills[i] = (struct asked){ skill, families[skill], level, weight };
        job->weight_sum += weight;
    }
    for (int left = next_count(); left > 0; left--) {
        int certificate = next_index(certificate_count);
        if (soft_certificates[certificate / 64] >> certificate % 64 & 1) continue;
        if (!job->required) job->required = allocate((size_t)certificate_words, sizeof *job->required);
        set_bit(job->required, certificate);
    }
    job->prefers = next_bits(group_count);
    job->reserved = next_bits(group_count);
    if (job->reserved == 0 && job->kind >= 0) job->reserved = kind_reserved[job->kind];
    job->identifier = next_rest();

    /* Day work has vacancies on each of its days: one is left only where some day is still to come. */
    bool is_day_work = job->kind >= 0 && strcmp(kind_names[job->kind], "gig") == 0;
    int64_t earliest = first_day != ABSENT && first_day > working_day ? first_day : working_day;
    bool has_day_to_come = !is_day_work || last_day == ABSENT || last_day >= earliest;
    job->is_open = is_status_open && (closes == ABSENT || working_day <= closes) && headcount > 0 && has_day_to_come;
}

/* Identifiers, ascending by bytes. */
static int by_person_identifier(const void *one, const void *other)
{
    return strcmp(((const struct person *)one)->identifier, ((const struct person *)other)->identifier);
}

static int by_job_identifier(const void *one, const void *other)
{
    return strcmp(((const struct job *)one)->identifier, ((const struct job *)other)->identifier);
}

static void read_records(void)
{
    person_count = next_table("people");
    people = allocate((size_t)person_count, sizeof *people);
    for (int i = 0; i < person_count; i++) read_person(&people[i]);
    qsort(people, (size_t)person_count, sizeof *people, by_person_identifier);

    job_count = next_table("jobs");
    jobs = allocate((size_t)job_count, sizeof *jobs);
    for (int i = 0; i < job_count; i++) read_job(&jobs[i]);
    qsort(jobs, (size_t)job_count, sizeof *jobs, by_job_identifier);
}

/* --- Eligibility comes first ------------------------------------------------------------------------------------ */

static bool is_legal_age(const struct job *job, const struct person *person)
{
    return person->age < 0 || person->age >= (job->is_hard ? HAZARDOUS_AGE : WORKING_AGE);
}

static bool is_age_in_range(const struct job *job, const struct person *person)
{
    return person->age < 0
        || ((job->age_min == ABSENT || job->age_min <= person->age)
            && (job->age_max == ABSENT || person->age <= job->age_max));
}

static bool is_educated(const struct job *job, const struct person *person)
{
    return job->education < 0 || person->education < 0 || person->education >= job->education;
}

static bool is_certified(const struct job *job, const struct person *person)
{
    if (job->required)
        for (int i = 0; i < certificate_words; i++)
            if (job->required[i] & ~person->held[i]) return false;
    return true;
}

static bool is_kind_accepted(const struct job *job, const struct person *person)
{
    return job->kind < 0 || person->kinds == 0 || (person->kinds >> job->kind & 1);
}

static bool pays_enough(const struct job *job, const struct person *person)
{
    return job->wage_month == ABSENT || person->wage_min == ABSENT || job->wage_month >= person->wage_min * 100;
}

static bool is_in_reserved_group(const struct job *job, const struct person *person)
{
    return job->reserved == 0 || (job->reserved & person->tags);
}

/* Every rule that takes both sides; job-open and employer-barred are asked once for the job. */
static bool is_match(const struct job *job, const struct person *person)
{
    return person->is_seeking && is_legal_age(job, person) && is_age_in_range(job, person) && is_educated(job, person)
        && is_certified(job, person) && is_kind_accepted(job, person) && pays_enough(job, person)
        && is_in_reserved_group(job, person);
}

/* --- Skills, S, as points --------------------------------------------------------------------------------------- */

/* In 5040ths: 5040 and its half are divisible by every r + 1 from 1 to 9. */
enum { WHOLE = 5040 };

static int fit(int level, int asked)
{
    return level >= asked ? WHOLE : WHOLE / (asked + 1) * (level + 1);
}

static int credit(const struct asked *asked, const struct person *person)
{
    int best = 0;
    for (const struct skill *held = person->skills; held < person->skills + person->skill_count; held++) {
        int value = 0;
        if (held->skill == asked->skill) value = fit(held->level, asked->level);
        else if (held->family >= 0 && held->family == asked->family) value = fit(held->level, asked->level) / 2;
        if (value > best) best = value;
    }
    return best;
}

static long double skill_points(const struct job *job, const struct person *person)
{
    if (job->skill_count > 0) {
        long sum = 0;
        for (const struct asked *asked = job->skills; asked < job->skills + job->skill_count; asked++)
            sum += (long)asked->weight * credit(asked, person);
        return (long double)(SKILL_POINTS * sum) / ((long)WHOLE * job->weight_sum);
    }
    if (job->occupation < 0 || person->wants.count == 0) return SKILL_POINTS;
    bool is_related = false;
    for (int i = 0; i < person->wants.count; i++) {
        int wanted = person->wants.items[i];
        if (wanted == job->occupation) return SKILL_POINTS;
        is_related |= families[wanted] >= 0 && families[wanted] == families[job->occupation];
    }
    return is_related ? SKILL_POINTS / 2 : SKILL_POINTS * 3 / 10;
}

/* --- Location, L, as points ------------------------------------------------------------------------------------- */

struct location { long double points; bool is_rational; int metres; };

/* Half the angle's sine is half the chord. */
static int great_circle_metres(const struct point *one, const struct point *other)
{
    long double x = one->x - other->x, y = one->y - other->y, z = one->z - other->z;
    long double half_chord = sqrtl(x * x + y * y + z * z) / 2;
    return (int)floorl(2 * EARTH_RADIUS_METRES * asinl(half_chord < 1 ? half_chord : 1) + 0.5L);
}

/* d; `point` is the person's own, or NULL; `recorded` is what the station's table says for the two places, or -1. */
static int distance_metres(int here, const struct point *point, const struct job *job, int recorded)
{
    if (recorded >= 0) return recorded;
    int there = job->place;
    int metres = great_circle_metres(point ? point : &places[here].point, job->point ? job->point : &places[there].point);
    bool rests_on_coarse_point = (!point && places[here].is_coarse) || (!job->point && places[there].is_coarse);
    if (here != there && rests_on_coarse_point) {
        int parent = places[here].parent;
        bool are_streets_of_one_county = places[here].is_street && places[there].is_street
            && parent == places[there].parent && parent >= 0 && places[parent].is_county;
        int least = are_streets_of_one_county ? COARSE_STREETS_METRES : COARSE_OTHER_METRES;
        if (metres < least) metres = least;
    }
    return metres;
}

/* By the distance alone. */
static struct location nearness(int metres)
{
    int beyond = metres > FULL_WITHIN_METRES ? metres - FULL_WITHIN_METRES : 0;
    if (beyond % HALF_EVERY_METRES == 0)
        return (struct location){ ldexpl(LOCATION_POINTS, -(beyond / HALF_EVERY_METRES)), true, metres };
    return (struct location){ LOCATION_POINTS * exp2l(-(long double)beyond / HALF_EVERY_METRES), false, metres };
}

static void raise_to(struct location *location, long double points)
{
    if (location->points <= points) {
        location->points = points;
        location->is_rational = true;
    }
}

/* How far a place is from the job: by the table, or -1; and for people there without a point of their own. */
struct view { int recorded; struct location location; };

/* The table is read in either direction, from the person to the job first. */
static void look_from_places(const struct job *job, struct view *views)
{
    for (int i = 0; i < place_count; i++) views[i].recorded = -1;
    for (int i = 0; i < leg_count; i++)
        if (legs[i].from == job->place) views[legs[i].to].recorded = legs[i].metres;
    for (int i = 0; i < leg_count; i++)
        if (legs[i].to == job->place) views[legs[i].from].recorded = legs[i].metres;
    for (int i = 0; i < place_count; i++) views[i].location = nearness(distance_metres(i, NULL, job, views[i].recorded));
}

static struct location location_points(const struct job *job, const struct person *person, const struct view *views)
{
    const struct view *view = &views[person->place];
    struct location location = person->point
        ? nearness(distance_metres(person->place, person->point, job, view->recorded)) : view->location;
    if (job->remote) raise_to(&location, LOCATION_POINTS);
    for (int i = 0; i < person->areas.count; i++)
        if (lies_in(job->place, person->areas.items[i])) raise_to(&location, LOCATION_POINTS * 8 / 10);
    if (job->lodging && person->can_move) raise_to(&location, LOCATION_POINTS / 2);
    return location;
}

/* --- Groups, G, as points --------------------------------------------------------------------------------------- */

static long double group_points(const struct job *job, const struct person *person)
{
    return person->tags & (job->prefers | job->reserved) ? GROUP_POINTS : person->group_points;
}

/* --- Points and their parts ------------------------------------------------------------------------------------- */

struct score { long double parts[3]; bool is_rational; int metres; };

static struct score score(const struct job *job, const struct person *person, const struct view *views)
{
    struct location location = location_points(job, person, views);
    return (struct score){
        { skill_points(job, person), location.points, group_points(job, person) }, location.is_rational, location.metres };
}

static int points_of(const struct score *score)
{
    long double sum = score->parts[0] + score->parts[1] + score->parts[2], whole = floorl(sum);
    return (int)whole + (sum - whole >= 0.5L - (score->is_rational ? NEARLY : 0));
}

/* Each part rounded down; what is missing goes one by one to the largest remainders, in order where equal. */
static void share_points(const struct score *score, int shares[3])
{
    long double remainders[3];
    int missing = points_of(score);
    for (int i = 0; i < 3; i++) {
        shares[i] = (int)floorl(score->parts[i]);
        remainders[i] = score->parts[i] - shares[i];
        missing -= shares[i];
    }
    for (; missing > 0; missing--) {
        int largest = 0;
        for (int i = 1; i < 3; i++) {
            bool may_be_equal = score->is_rational || (i != 1 && largest != 1); /* an irrational one equals none */
            if (remainders[i] > remainders[largest] + (may_be_equal ? NEARLY : 0)) largest = i;
        }
        shares[largest]++;
        remainders[largest] = -1;
    }
}

/* --- Order ------------------------------------------------------------------------------------------------------ */

struct match { int points, metres, person; }; /* people are numbered in the order of their identifiers */

static bool stands_before(const struct match *one, const struct match *other)
{
    if (one->points != other->points) return one->points > other->points;
    if (one->metres != other->metres) return one->metres < other->metres;
    return one->person < other->person;
}

static int by_order(const void *one, const void *other)
{
    return stands_before(one, other) ? -1 : stands_before(other, one);
}

/* The best so far are kept as a heap with the worst of them in front. */

static void swap(struct match *one, struct match *other)
{
    struct match kept = *one;
    *one = *other;
    *other = kept;
}

static void sift_up(struct match *heap, int index)
{
    for (int parent; index > 0; index = parent) {
        parent = (index - 1) / 2;
        if (!stands_before(&heap[parent], &heap[index])) return;
        swap(&heap[parent], &heap[index]);
    }
}

static void sift_down(struct match *heap, int count)
{
    for (int index = 0;;) {
        int worst = index;
        for (int child = 2 * index + 1; child <= 2 * index + 2 && child < count; child++)
            if (stands_before(&heap[worst], &heap[child])) worst = child;
        if (worst == index) return;
        swap(&heap[worst], &heap[index]);
        index = worst;
    }
}

/* --- The ranking of every job ----------------------------------------------------------------------------------- */

struct row { struct match match; int shares[3]; };
struct ranking { struct row *rows; int count; };

static struct ranking *rankings;
static int top = 20;
static atomic_int next_job;

/* `views` and `heap` are the thread's own room, for every place and for as many matches as are kept. */
static void rank(const struct job *job, struct ranking *ranking, struct view *views, struct match *heap)
{
    if (!job->is_open || job->is_barred) return;
    look_from_places(job, views);

    int count = 0;
    for (int i = 0; i < person_count; i++) {
        if (!is_match(job, &people[i])) continue;
        struct score found = score(job, &people[i], views);
        struct match match = { points_of(&found), found.metres, i };
        if (count < top) {
            heap[count] = match;
            sift_up(heap, count++);
        } else if (stands_before(&match, &heap[0])) {
            heap[0] = match;
            sift_down(heap, count);
        }
    }
    qsort(heap, (size_t)count, sizeof *heap, by_order);

    ranking->count = count;
    ranking->rows = allocate((size_t)count, sizeof *ranking->rows);
    for (int i = 0; i < count; i++) {
        struct score found = score(job, &people[heap[i].person], views);
        ranking->rows[i].match = heap[i];
        share_points(&found, ranking->rows[i].shares);
    }
}

static void *rank_jobs(void *unused)
{
    (void)unused;
    struct view *views = allocate((size_t)place_count, sizeof *views);
    struct match *heap = allocate((size_t)(top < person_count ? top : person_count), sizeof *heap);
    for (int index; (index = atomic_fetch_add(&next_job, 1)) < job_count;)
        rank(&jobs[index], &rankings[index], views, heap);
    free(heap);
    free(views);
    return NULL;
}

/* --- The command ------------------------------------------------------------------------------------------------ */

static void write_cell(const char *text)
{
    bool is_plain = !strpbrk(text, ",\"");
    if (!is_plain) putchar('"');
    for (; *text; text++) {
        if (*text == '"') putchar('"');
        putchar(*text);
    }
    if (!is_plain) putchar('"');
    putchar(',');
}

static void write_table(void)
{
    puts("job_id,person_id,rank,points,skill_points,location_points,group_points,distance_m,blocked");
    for (int i = 0; i < job_count; i++) {
        for (int k = 0; k < rankings[i].count; k++) {
            const struct row *row = &rankings[i].rows[k];
            write_cell(jobs[i].identifier);
            write_cell(people[row->match.person].identifier);
            printf("%d,%d,%d,%d,%d,%d,\n", k + 1, row->match.points,
                   row->shares[0], row->shares[1], row->shares[2], row->match.metres);
        }
    }
    if (fflush(stdout) || ferror(stdout)) die("cannot write");
}

static int read_option(const char *value)
{
    char *end;
    long number = value ? strtol(value, &end, 10) : 0;
    if (number < 1 || number > 1000000 || *end) die("usage: prefecture [--top N] [--threads N] [numbers.txt]");
    return (int)number;
}

int main(int count, char **arguments)
{
    int threads = 2;
    FILE *file = stdin;
    for (int i = 1; i < count; i++) {
        if (strcmp(arguments[i], "--top") == 0) top = read_option(arguments[++i]);
        else if (strcmp(arguments[i], "--threads") == 0) threads = read_option(arguments[++i]);
        else if (!(file = fopen(arguments[i], "r"))) die("cannot open %s", arguments[i]);
    }
    read_all(file);
    read_catalogue();
    read_records();

    rankings = allocate((size_t)job_count, sizeof *rankings);
    pthread_t *others = allocate((size_t)threads, sizeof *others);
    for (int i = 1; i < threads; i++)
        if (pthread_create(&others[i], NULL, rank_jobs, NULL)) die("cannot start a thread");
    rank_jobs(NULL);
    for (int i = 1; i < threads; i++) pthread_join(others[i], NULL);
    free(others);
    write_table();
    return 0;
}
