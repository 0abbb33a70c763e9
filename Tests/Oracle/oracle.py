#!/usr/bin/env python3
"""The matching paper, worked out a second time: slowly, plainly and exactly.

It reads the catalogue and three clean sheets (UTF-8, Chinese headers) and writes the match table that
`doorstep match all` must agree with to the last point. It shares no code with the program. Every
section named in a comment ("Skills, S", "Order", ...) is one of the paper on matching; "interchange" is the
paper on commands and files.

    oracle.py --data DIR --people people.csv --jobs jobs.csv --employers employers.csv
              --station 150784001 --on 2026-11-21 [--top 20] [--near-misses]
              [--placements steps.csv] [--distances distances.csv] [--weights 55,30,15]
    oracle.py --self-test

The steps of placements have the columns `placement,job_id,person_id,step,by,date`, in the order in which they
were taken, corrections already applied; a step is named as in `doorstep place`: refer, interview, hire, start,
decline, check, leave.
"""

import argparse
import calendar
import csv
import datetime
import math
import os
import sys
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

# --- Settings that the papers name, at their usual values -------------------------------------------------

WEIGHTS = (Fraction(55), Fraction(30), Fraction(15))  # skills, location, groups
FULL_POINTS = 10_000
WORKING_AGE = 16
HAZARDOUS_AGE = 18
DECLINED_DAYS = 90

EARTH_RADIUS_METRES = 6_371_008.8
FULL_WITHIN_METRES = 1_250
HALF_EVERY_METRES = 15_000
COARSE_STREETS_METRES = 3_000
COARSE_OTHER_METRES = 40_000

DAYS_TO_THE_MONTH = Fraction("21.75")
HOURS_TO_THE_MONTH = Fraction(174)

LEVELS = {
    "学徒工": 1, "初级工": 2, "中级工": 3, "高级工": 4, "技师": 5, "高级技师": 6, "特级技师": 7, "首席技师": 8,
    "五级": 2, "四级": 3, "三级": 4, "二级": 5, "一级": 6,
}
EDUCATION = {
    "未上学": 0, "小学": 1, "初中": 2, "高中": 3, "中专": 3, "技校": 3, "大专": 4, "本科": 5, "硕士": 6, "博士": 7,
}
COLLEGE = EDUCATION["大专"]
PERSON_STATUS = {"": "seeking", "求职": "seeking", "已就业": "placed", "暂停": "paused", "退出求职": "withdrawn"}
JOB_STATUS = {"": "open", "招聘": "open", "已招满": "filled", "停招": "withdrawn"}
MONTHLY_FACTOR = {"": Fraction(1), "月": Fraction(1), "日": DAYS_TO_THE_MONTH, "时": HOURS_TO_THE_MONTH, "件": None}
DAY_WORK = "gig"


class Unreadable(ValueError):
    """A cell that this reader, which expects clean sheets, does not understand."""


# --- Numbers and dates ------------------------------------------------------------------------------------

def round_half_up(value):
    """A non-negative fraction to the nearest whole number, half away from zero."""
    return math.floor(value + Fraction(1, 2))


def add_months(day, months):
    """The same day of the month, or that month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def at_most_months_ago(day, months, on):
    """groups.csv's words: the date plus n months is not before the day of working."""
    return add_months(day, months) >= on


def at_least_months_ago(day, months, on):
    """The mirror image: the date plus n months is not after the day of working."""
    return add_months(day, months) <= on


def full_years(birth, on):
    """Age in full years; who was born on 29 February turns a year older on 1 March of a common year."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


# --- Cells and sheets -------------------------------------------------------------------------------------

def read_table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [{key: (cell or "").strip() for key, cell in row.items() if key} for row in csv.DictReader(file)]


def read_list(cell, separators=";；、|"):
    for separator in separators[1:]:
        cell = cell.replace(separator, separators[0])
    return [part.strip() for part in cell.split(separators[0]) if part.strip()]


def read_date(cell):
    return datetime.date.fromisoformat(cell) if cell else None


def read_number(cell):
    return Fraction(cell) if cell else None


def read_yes(cell):
    return read_word(cell, {"是": True, "否": False, "": False}, "yes or no")


def read_word(cell, words, what):
    if cell not in words:
        raise Unreadable(f"{what}: {cell!r} is not in the catalogue")
    return words[cell]


def read_education(cell):
    return None if cell in ("", "不限") else read_word(cell, EDUCATION, "education")


def read_coordinates(row):
    """A record's own point, or None; half a point is none."""
    longitude, latitude = row.get("经度", ""), row.get("纬度", "")
    return (float(latitude), float(longitude)) if longitude and latitude else None


def check_identity_number(number):
    """GB 11643: ISO 7064 MOD 11-2 over the first seventeen digits."""
    total = sum(int(digit) * 2 ** (17 - index) for index, digit in enumerate(number[:17]))
    if len(number) != 18 or "10X98765432"[total % 11] != number[17]:
        raise Unreadable(f"identity number {number!r}: wrong check digit")


# --- The catalogue ----------------------------------------------------------------------------------------

@dataclass(frozen=True)
class Place:
    code: str
    level: str
    name: str
    parent: str
    latitude: float
    longitude: float
    point: str

    @property
    def is_coarse(self):
        return self.point != self.level

    @property
    def is_street(self):
        return self.name.endswith("街道")


@dataclass
class Catalogue:
    places: dict = field(default_factory=dict)  # code -> Place
    family_of: dict = field(default_factory=dict)  # code of a skill or occupation -> family
    skill_names: dict = field(default_factory=dict)  # name -> code
    skill_aliases: dict = field(default_factory=dict)  # alias -> code
    group_words: dict = field(default_factory=dict)  # identifier or Chinese name -> identifier
    priority_of: dict = field(default_factory=dict)  # group -> Fraction
    derived_groups: set = field(default_factory=set)
    kind_words: dict = field(default_factory=dict)
    reserved_of: dict = field(default_factory=dict)  # kind -> set of groups
    certificate_words: dict = field(default_factory=dict)  # identifier, name or alias -> identifier
    covered_by: dict = field(default_factory=dict)  # certificate -> set of those that it covers
    soft_certificates: set = field(default_factory=set)

    @staticmethod
    def load(directory):
        def table(name):
            return read_table(os.path.join(directory, name))

        catalogue = Catalogue()
        for row in table("places.csv"):
            catalogue.add_place(row)
        for row in table("occupations.csv"):
            catalogue.add_skill(row["code"], row["family"], row["name"], row["aliases"])
        for row in table("skills-extra.csv"):
            catalogue.add_skill(row["id"], row["family"], row["name"], row["aliases"])
        for row in table("groups.csv"):
            catalogue.add_group(row["id"], row["name"], row["priority"], row["how"])
        for row in table("job-kinds.csv"):
            catalogue.add_kind(row["id"], row["name"], row["only"])
        for row in table("certificates.csv"):
            catalogue.add_certificate(row["id"], row["name"], row["aliases"], row["covers"], row["soft"])
        if catalogue.derived_groups != set(DERIVED_GROUPS):
            differing = sorted(catalogue.derived_groups ^ set(DERIVED_GROUPS))
            raise Unreadable(f"groups.csv and this program differ in what is derived: {differing}")
        return catalogue

    def add_place(self, row):
        self.places[row["code"]] = Place(
            row["code"], row["level"], row["name"], row["parent"], float(row["lat"]), float(row["lon"]), row["point"])

    def add_skill(self, code, family, name, aliases=""):
        self.family_of[code] = family
        self.skill_names[name] = code
        for alias in read_list(aliases, "|"):
            self.skill_aliases[alias] = code

    def add_group(self, identifier, name, priority, how):
        self.group_words[identifier] = self.group_words[name] = identifier
        self.priority_of[identifier] = Fraction(priority)
        if how.startswith("derived"):
            self.derived_groups.add(identifier)

    def add_kind(self, identifier, name, only=""):
        self.kind_words[identifier] = self.kind_words[name] = identifier
        self.reserved_of[identifier] = set(read_list(only, "|"))

    def add_certificate(self, identifier, name, aliases="", covers="", soft=""):
        for word in [identifier, name, *read_list(aliases, "|")]:
            self.certificate_words[word] = identifier
        self.covered_by[identifier] = set(read_list(covers, "|"))
        if soft == "soft":
            self.soft_certificates.add(identifier)

    def place(self, word):
        """The one place with that code or name."""
        place = self.place_if_any(word)
        if place is None:
            raise Unreadable(f"place: {word!r} is not in the catalogue")
        return place

    def place_if_any(self, word):
        if word in self.places:
            return self.places[word]
        named = [place for place in self.places.values() if place.name == word]
        if len(named) > 1:
            raise Unreadable(f"place: {word!r} is the name of {len(named)} places; its code is needed")
        return named[0] if named else None

    def lies_in(self, place, area):
        """Whether a place is an area, or lies in it."""
        while place is not None:
            if place == area:
                return True
            place = self.places.get(place.parent)
        return False

    def city_of(self, place):
        while place is not None and place.level != "prefecture":
            place = self.places.get(place.parent)
        return place

    def skill(self, word):
        """A code, else a name, else an alias; what is none of these stays the word it is."""
        if word in self.family_of:
            return word
        return self.skill_names.get(word) or self.skill_aliases.get(word) or word

    def family(self, skill):
        """The family of a skill or an occupation; unknown words have none."""
        return self.family_of.get(skill)

    def certificate(self, word):
        return self.certificate_words.get(word, word)

    def groups(self, cell):
        return {read_word(word, self.group_words, "group") for word in read_list(cell)}

    def kind(self, word):
        return read_word(word, self.kind_words, "kind")


# --- Records ----------------------------------------------------------------------------------------------

@dataclass
class Certificate:
    identifier: str
    good_to: tuple = None  # (year, month), to the end of which it is good; None: for ever

    def is_good(self, on):
        return self.good_to is None or (on.year, on.month) <= self.good_to


@dataclass
class AskedSkill:
    skill: str
    level: int = 0
    weight: int = 3  # required 3, welcome 1


@dataclass
class Person:
    identifier: str
    place: Place
    point: tuple = None
    sex: str = ""
    birth: datetime.date = None
    education: int = None
    skills: dict = field(default_factory=dict)  # skill -> level, 0 where unknown
    certificates: list = field(default_factory=list)
    recorded_groups: set = field(default_factory=set)
    wants: list = field(default_factory=list)
    kinds: set = field(default_factory=set)  # empty: any
    wage_min: Fraction = None
    areas: list = field(default_factory=list)
    can_move: bool = False
    household: Place = None  # None where it lies outside the catalogue, or is not known
    unemployed_since: datetime.date = None
    left_school: datetime.date = None
    never_employed: bool = False
    status: str = "seeking"


@dataclass
class Job:
    identifier: str
    place: Place
    employer: str = ""
    uscc: str = ""
    point: tuple = None
    occupation: str = None
    kind: str = None
    headcount: int = 1
    wage_max: Fraction = None  # in the unit of monthly_factor
    monthly_factor: Fraction = Fraction(1)  # None: piece rates
    skills: list = field(default_factory=list)
    certificates: list = field(default_factory=list)
    education: int = None
    age_min: int = None
    age_max: int = None
    prefers: set = field(default_factory=set)
    only: set = field(default_factory=set)  # empty: by the kind
    lodging: bool = False
    remote: bool = False
    hazardous: bool = False
    night: bool = False
    first_day: datetime.date = None
    last_day: datetime.date = None
    closes: datetime.date = None
    status: str = "open"


@dataclass
class Placement:
    job: str
    person: str
    steps: list = field(default_factory=list)  # (step, date), in the order taken


def read_level(cell):
    """A level's name; anything else, a bare digit too, says nothing of the level."""
    return LEVELS.get(cell, 0)


def read_person_skills(cell, catalogue):
    """Where a skill is named twice, its highest level counts."""
    skills = {}
    for item in read_list(cell):
        word, _, level = item.replace("：", ":").partition(":")
        skill = catalogue.skill(word.strip())
        skills[skill] = max(skills.get(skill, 0), read_level(level.strip()))
    return skills


def read_asked_skills(cell, catalogue):
    asked = []
    for item in read_list(cell):
        is_welcome = item.endswith(("?", "？"))
        word, _, level = item.rstrip("?？").replace("：", ":").partition(":")
        asked.append(AskedSkill(catalogue.skill(word.strip()), read_level(level.strip()), 1 if is_welcome else 3))
    return asked


def read_certificates(cell, catalogue):
    certificates = []
    for item in read_list(cell):
        word, _, month = item.partition("@")
        good_to = tuple(int(part) for part in month.split("-")) if month else None
        certificates.append(Certificate(catalogue.certificate(word.strip()), good_to))
    return certificates


def read_person(row, catalogue):
    """interchange, People."""
    number, birth, sex = row.get("证件号码", ""), read_date(row.get("出生日期", "")), row.get("性别", "")
    if number:
        check_identity_number(number)
        birth_in_number = datetime.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
        if birth not in (None, birth_in_number):
            raise Unreadable(f"birth date {birth} contradicts the identity number {number}")
        birth = birth_in_number
        sex = sex or ("男" if int(number[16]) % 2 else "女")
    return Person(
        identifier=row["编号"],
        place=catalogue.place(row["常住地"]),
        point=read_coordinates(row),
        sex=read_word(sex, {"男": "男", "女": "女", "": ""}, "sex"),
        birth=birth,
        education=read_education(row.get("学历", "")),
        skills=read_person_skills(row.get("技能", ""), catalogue),
        certificates=read_certificates(row.get("证书", ""), catalogue),
        # What follows from dates is worked out, never read.
        recorded_groups=catalogue.groups(row.get("群体", "")) - catalogue.derived_groups,
        wants=[catalogue.skill(word) for word in read_list(row.get("意向工种", ""))],
        kinds={catalogue.kind(word) for word in read_list(row.get("可接受用工形式", ""))},
        wage_min=read_number(row.get("期望月薪", "")),
        areas=[catalogue.place(word) for word in read_list(row.get("意向工作地区", ""))],
        can_move=read_yes(row.get("可外出", "")),
        household=catalogue.place_if_any(row.get("户籍", "")),
        unemployed_since=read_date(row.get("失业登记日期", "")),
        left_school=read_date(row.get("毕业日期", "")),
        never_employed=read_yes(row.get("从未就业", "")),
        status=read_word(row.get("状态", ""), PERSON_STATUS, "status"),
    )


def read_job(row, catalogue):
    """interchange, Jobs."""
    highest = row.get("最高月薪", "")
    return Job(
        identifier=row["编号"],
        place=catalogue.place(row["工作地点"]),
        employer=row["单位"],
        uscc=row.get("统一社会信用代码", ""),
        point=read_coordinates(row),
        occupation=catalogue.skill(row["工种"]) if row.get("工种") else None,
        kind=catalogue.kind(row["用工形式"]) if row.get("用工形式") else None,
        headcount=int(row.get("人数") or 1),
        wage_max=None if highest == "面议" else read_number(highest),
        monthly_factor=read_word(row.get("计薪方式", ""), MONTHLY_FACTOR, "pay"),
        skills=read_asked_skills(row.get("技能要求", ""), catalogue),
        certificates=[each.identifier for each in read_certificates(row.get("证书要求", ""), catalogue)],
        education=read_education(row.get("学历要求", "")),
        age_min=int(row["最低年龄"]) if row.get("最低年龄") else None,
        age_max=int(row["最高年龄"]) if row.get("最高年龄") else None,
        prefers=catalogue.groups(row.get("优先群体", "")),
        only=catalogue.groups(row.get("定向群体", "")),
        lodging=read_yes(row.get("包住", "")),
        remote=read_yes(row.get("居家", "")),
        hazardous=read_yes(row.get("危险", "")),
        night=read_yes(row.get("夜班", "")),
        first_day=read_date(row.get("用工起", "")),
        last_day=read_date(row.get("用工止", "")),
        closes=read_date(row.get("截止日期", "")),
        status=read_word(row.get("状态", ""), JOB_STATUS, "status"),
    )


def read_records(path, read_one, catalogue):
    """The records of a sheet by identifier."""
    records = {}
    for line, row in enumerate(read_table(path), start=2):
        try:
            record = read_one(row, catalogue)
            if not record.identifier or record.identifier in records:
                raise Unreadable(f"identifier {record.identifier!r} is empty or not the first of its name")
        except ValueError as error:
            raise Unreadable(f"{path}, row {line}: {error}") from error
        records[record.identifier] = record
    return records


STEPS = ("refer", "interview", "hire", "start", "decline", "check", "leave")


def read_placements(path, on):
    """The placements as they stood on the day of working: later steps had not been taken."""
    placements = {}
    for row in read_table(path):
        if row["step"] not in STEPS:
            raise Unreadable(f"{path}: {row['step']!r} is not a step")
        if read_date(row["date"]) <= on:
            placement = placements.setdefault(row["placement"], Placement(row["job_id"], row["person_id"]))
            placement.steps.append((row["step"], read_date(row["date"])))
    return list(placements.values())


def read_distances(path, catalogue):
    """The station's own table, kilometres turned into whole metres."""
    return {
        (catalogue.place(row["起"]).code, catalogue.place(row["止"]).code): round_half_up(Fraction(row["公里"]) * 1000)
        for row in read_table(path)
    }


@dataclass
class Station:
    """Everything besides the pair itself that decides whether and how it matches."""
    catalogue: Catalogue
    on: datetime.date
    place: Place
    barred_uscc: dict = field(default_factory=dict)  # credit code -> whether barred
    barred_name: dict = field(default_factory=dict)  # employer's name -> whether barred
    placements: list = field(default_factory=list)
    jobs: dict = field(default_factory=dict)
    distances: dict = field(default_factory=dict)
    weights: tuple = WEIGHTS

    def add_employers(self, rows):
        for row in rows:
            is_barred = bool(row.get("暂停推荐原因"))
            self.barred_name[row["单位"]] = is_barred
            if row.get("统一社会信用代码"):
                self.barred_uscc[row["统一社会信用代码"]] = is_barred

    def is_barred(self, job):
        """A job's employer is the one with its credit code, else the one with its name; one not on record is not barred."""
        return self.barred_uscc.get(job.uscc, self.barred_name.get(job.employer, False))


# --- Groups that follow from dates (groups.csv, column `how`) ----------------------------------------------
# Each takes the person, the tags found so far and the day of working. The order matters: a tag stands below
# those that it is made of.

def is_graduate(tags):
    return "college-graduate" in tags


DERIVED_GROUPS = {
    "unemployed-veteran": lambda person, tags, station:
        "veteran" in tags and person.unemployed_since is not None,
    "registered-unemployed": lambda person, tags, station:
        person.unemployed_since is not None,
    "unemployed-one-year": lambda person, tags, station:
        person.unemployed_since is not None and at_least_months_ago(person.unemployed_since, 12, station.on),
    "veteran-unemployed-one-year": lambda person, tags, station:
        bool(tags & {"veteran", "military-dependant"}) and "unemployed-one-year" in tags,
    "unemployed-youth": lambda person, tags, station:
        person.birth is not None and 16 <= full_years(person.birth, station.on) <= 24
        and person.unemployed_since is not None,
    "college-graduate": lambda person, tags, station:
        person.education is not None and person.education >= COLLEGE and person.left_school is not None,
    "graduating-year": lambda person, tags, station:
        is_graduate(tags) and person.left_school.year == station.on.year,
    "graduate-unemployed-two-years": lambda person, tags, station:
        is_graduate(tags) and at_most_months_ago(person.left_school, 24, station.on) and person.never_employed,
    "graduate-two-years": lambda person, tags, station:
        is_graduate(tags) and at_most_months_ago(person.left_school, 24, station.on),
    "graduate-unemployed": lambda person, tags, station:
        is_graduate(tags) and person.left_school <= station.on and person.never_employed,
    "graduate-five-years": lambda person, tags, station:
        is_graduate(tags) and at_most_months_ago(person.left_school, 60, station.on),
    "returnee-rural-worker": lambda person, tags, station:
        "returnee" in tags and bool(tags & {"rural-migrant", "rural-resident"}),
    "woman": lambda person, tags, station:
        person.sex == "女",
    "local-registration": lambda person, tags, station:
        person.household is not None
        and station.catalogue.lies_in(person.household, station.catalogue.city_of(station.place)),
    "graduate-job-choice-window": lambda person, tags, station:
        is_graduate(tags) and at_most_months_ago(person.left_school, 24, station.on),
}


def groups_of(person, station):
    """The recorded tags and those that follow from dates, as of the day of working."""
    tags = set(person.recorded_groups)
    for group, holds in DERIVED_GROUPS.items():
        if holds(person, tags, station):
            tags.add(group)
    return tags


def reserved_groups(job, catalogue):
    """Whom a job is reserved for: by its own column or, where that is empty, by its kind."""
    return job.only or catalogue.reserved_of.get(job.kind, set())


# --- Eligibility comes first ------------------------------------------------------------------------------
# Each function says whether its rule holds. A rule whose side gives no value holds.

def has_vacancy(job, station):
    """Vacancies are filled from hiring on, until the person leaves or one side declines. Day work takes people by the
    day: who is taken on fills one vacancy on that one day, and a vacancy is left where some day to come has one."""
    filling = [each for each in station.placements if each.job == job.identifier and
               each.steps[-1][0] in ("hire", "start", "check")]
    if job.kind != DAY_WORK:
        return len(filling) < job.headcount
    taken = [[date for step, date in each.steps if step in ("hire", "start")][-1] for each in filling]
    day = max(station.on, job.first_day or station.on)
    last_day = job.last_day or day
    while day <= last_day:
        if taken.count(day) < job.headcount:
            return True
        day += datetime.timedelta(days=1)
    return False


def job_open(job, person, station):
    return (job.status == "open" and (job.closes is None or station.on <= job.closes)
            and has_vacancy(job, station))


def person_seeking(job, person, station):
    """Who has started is placed, but for day work."""
    has_started = any(
        each.person == person.identifier and each.steps[-1][0] in ("start", "check")
        and station.jobs[each.job].kind != DAY_WORK
        for each in station.placements)
    return person.status == "seeking" and not has_started


def employer_not_barred(job, person, station):
    return not station.is_barred(job)


def legal_age(job, person, station):
    lowest = HAZARDOUS_AGE if job.hazardous or job.night else WORKING_AGE
    return person.birth is None or full_years(person.birth, station.on) >= lowest


def placements_of_pair(job, person, station):
    return [each for each in station.placements if (each.job, each.person) == (job.identifier, person.identifier)]


def not_in_hand(job, person, station):
    """A referral is open until the person starts, or one side declines."""
    return not any(each.steps[-1][0] in ("refer", "interview", "hire")
                   for each in placements_of_pair(job, person, station))


def not_declined(job, person, station):
    return not any(step == "decline" and (station.on - date).days <= DECLINED_DAYS
                   for each in placements_of_pair(job, person, station) for step, date in each.steps)


def age_in_range(job, person, station):
    if person.birth is None:
        return True
    age = full_years(person.birth, station.on)
    return (job.age_min is None or job.age_min <= age) and (job.age_max is None or age <= job.age_max)


def educated(job, person, station):
    return job.education is None or person.education is None or person.education >= job.education


def certified(job, person, station):
    """Who has no certificate on record holds none."""
    catalogue = station.catalogue
    held = {each.identifier for each in person.certificates if each.is_good(station.on)}
    for identifier in held.copy():
        held |= catalogue.covered_by.get(identifier, set())
    return all(required in held or required in catalogue.soft_certificates for required in job.certificates)


def kind_accepted(job, person, station):
    return job.kind is None or not person.kinds or job.kind in person.kinds


def pays_enough(job, person, station):
    if job.wage_max is None or job.monthly_factor is None or person.wage_min is None:
        return True
    return job.wage_max * job.monthly_factor >= person.wage_min


def in_reserved_group(job, person, station):
    reserved = reserved_groups(job, station.catalogue)
    return not reserved or bool(reserved & groups_of(person, station))


RULES = [
    ("job-open", job_open),
    ("person-seeking", person_seeking),
    ("employer-barred", employer_not_barred),
    ("legal-age", legal_age),
    ("in-hand", not_in_hand),
    ("declined", not_declined),
    ("age-range", age_in_range),
    ("education", educated),
    ("certificate", certified),
    ("kind", kind_accepted),
    ("wage", pays_enough),
    ("group-only", in_reserved_group),
]
NEAR_MISS_CODES = [code for code, _ in RULES[-6:]]


def blocking_rules(job, person, station):
    return [code for code, holds in RULES if not holds(job, person, station)]


# --- The score --------------------------------------------------------------------------------------------

def fit(level, asked):
    return min(Fraction(1), Fraction(level + 1, asked + 1))


def skill_credit(asked, person, catalogue):
    credit = Fraction(0)
    family = catalogue.family(asked.skill)
    for skill, level in person.skills.items():
        if skill == asked.skill:
            credit = max(credit, fit(level, asked.level))
        elif family is not None and catalogue.family(skill) == family:
            credit = max(credit, fit(level, asked.level) / 2)
    return credit


def skills_part(job, person, catalogue):
    """S."""
    if job.skills:
        return (sum(asked.weight * skill_credit(asked, person, catalogue) for asked in job.skills)
                / Fraction(sum(asked.weight for asked in job.skills)))
    if not person.wants or job.occupation is None or job.occupation in person.wants:
        return Fraction(1)
    family = catalogue.family(job.occupation)
    if family is not None and family in [catalogue.family(wanted) for wanted in person.wants]:
        return Fraction(1, 2)
    return Fraction(3, 10)


def great_circle_metres(one, other):
    """Haversine between two (latitude, longitude) in degrees, in whole metres."""
    latitude_1, longitude_1, latitude_2, longitude_2 = map(math.radians, (*one, *other))
    square = (math.sin((latitude_2 - latitude_1) / 2) ** 2
              + math.cos(latitude_1) * math.cos(latitude_2) * math.sin((longitude_2 - longitude_1) / 2) ** 2)
    metres = 2 * EARTH_RADIUS_METRES * math.asin(math.sqrt(min(1.0, square)))
    return int(Decimal(metres).to_integral_value(ROUND_HALF_UP))


def distance_metres(job, person, station):
    """Location, L: d in whole metres."""
    here, there = person.place, job.place
    for pair in ((here.code, there.code), (there.code, here.code)):
        if pair in station.distances:
            return station.distances[pair]
    metres = great_circle_metres(person.point or (here.latitude, here.longitude),
                                 job.point or (there.latitude, there.longitude))
    rests_on_coarse_point = (person.point is None and here.is_coarse) or (job.point is None and there.is_coarse)
    if here != there and rests_on_coarse_point:
        are_streets_of_one_county = (
            here.is_street and there.is_street and here.parent == there.parent
            and station.catalogue.places[here.parent].level == "county")
        metres = max(metres, COARSE_STREETS_METRES if are_streets_of_one_county else COARSE_OTHER_METRES)
    return metres


def nearness(metres):
    """2 ^ (-max(0, d - 1.25) / 15): exact where the exponent is whole, else to fifty digits."""
    exponent = Fraction(max(0, metres - FULL_WITHIN_METRES), HALF_EVERY_METRES)
    if exponent.denominator == 1:
        return Fraction(1, 2 ** exponent.numerator)
    with localcontext() as context:
        context.prec = 50
        return Fraction(Decimal(2) ** (-Decimal(exponent.numerator) / Decimal(exponent.denominator)))


def location_part(job, person, metres, catalogue):
    """L."""
    if job.remote:
        return Fraction(1)
    part = nearness(metres)
    if any(catalogue.lies_in(job.place, area) for area in person.areas):
        part = max(part, Fraction(4, 5))
    if job.lodging and person.can_move:
        part = max(part, Fraction(1, 2))
    return part


def groups_part(job, person, station):
    """G."""
    tags = groups_of(person, station)
    if tags & (job.prefers | reserved_groups(job, station.catalogue)):
        return Fraction(1)
    return max((station.catalogue.priority_of[tag] for tag in tags), default=Fraction(0))


def share_points(parts, weights):
    """Points, and what skills, location and groups each have of them: rounded down, then what is still missing goes one by
    one to the largest remainders, in that order where equal."""
    exact = [FULL_POINTS * weight * part / sum(weights) for weight, part in zip(weights, parts)]
    points = round_half_up(sum(exact))
    shares = [math.floor(each) for each in exact]
    largest_first = sorted(range(3), key=lambda index: (shares[index] - exact[index], index))
    for index in largest_first[:points - sum(shares)]:
        shares[index] += 1
    assert sum(shares) == points
    return points, shares


@dataclass
class Row:
    """One line of the match table."""
    job: str
    person: str
    points: int
    shares: list
    metres: int
    blocked: list

    @property
    def order(self):
        """Order: points, then whole metres, then the identifier's bytes."""
        return -self.points, self.metres, self.person.encode()


def score(job, person, blocked, station):
    metres = distance_metres(job, person, station)
    parts = (skills_part(job, person, station.catalogue),
             location_part(job, person, metres, station.catalogue),
             groups_part(job, person, station))
    points, shares = share_points(parts, station.weights)
    return Row(job.identifier, person.identifier, points, shares, metres, blocked)


def ranking(job, people, station, near_misses=False):
    """All the job's matches, or all its near misses, best first."""
    if not job_open(job, None, station) or station.is_barred(job):
        return []
    rows = []
    for person in people:
        blocked = blocking_rules(job, person, station)
        is_near_miss = len(blocked) == 1 and blocked[0] in NEAR_MISS_CODES
        if (is_near_miss if near_misses else not blocked):
            rows.append(score(job, person, blocked, station))
    return sorted(rows, key=lambda row: row.order)


# --- The command ------------------------------------------------------------------------------------------

COLUMNS = ["job_id", "person_id", "rank", "points", "skill_points", "location_points", "group_points", "distance_m", "blocked"]


def write_table(jobs, people, station, top, near_misses, file):
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for job in sorted(jobs, key=lambda each: each.identifier.encode()):
        for rank, row in enumerate(ranking(job, people, station, near_misses)[:top], start=1):
            writer.writerow([row.job, row.person, rank, row.points, *row.shares, row.metres, ";".join(row.blocked)])


def read_weights(text):
    weights = tuple(Fraction(part) for part in text.split(","))
    if len(weights) != 3 or min(weights) < 0 or not any(weights):
        raise argparse.ArgumentTypeError("three non-negative numbers, not all zero")
    return weights


def main():
    if "--self-test" in sys.argv[1:]:
        return self_test()
    parser = argparse.ArgumentParser(description="The match table of a station, worked out from the paper.")
    for name in ("data", "people", "jobs", "employers", "station"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--on", required=True, type=datetime.date.fromisoformat)
    parser.add_argument("--top", type=int, default=20)
    parser.add_argument("--near-misses", action="store_true")
    parser.add_argument("--placements")
    parser.add_argument("--distances")
    parser.add_argument("--weights", type=read_weights, default=WEIGHTS)
    parser.add_argument("--self-test", action="store_true", help="check this program against cases worked by hand")
    options = parser.parse_args()

    catalogue = Catalogue.load(options.data)
    people = read_records(options.people, read_person, catalogue)
    jobs = read_records(options.jobs, read_job, catalogue)
    station = Station(catalogue, options.on, catalogue.place(options.station), jobs=jobs, weights=options.weights)
    station.add_employers(read_table(options.employers))
    if options.placements:
        station.placements = read_placements(options.placements, options.on)
    if options.distances:
        station.distances = read_distances(options.distances, catalogue)
    write_table(jobs.values(), people.values(), station, options.top, options.near_misses, sys.stdout)
    return 0


# --- Cases worked by hand ---------------------------------------------------------------------------------

def small_catalogue():
    catalogue = Catalogue()
    for code, level, name, parent, latitude, longitude, point in [
        ("1", "province", "某区", "", 45, 110, "province"),
        ("11", "prefecture", "甲市", "1", 45, 110, "prefecture"),
        ("12", "prefecture", "乙市", "1", 45, 118, "prefecture"),
        ("111", "county", "子县", "11", 45, 110, "county"),
        ("121", "county", "丑县", "12", 45, 118, "county"),
        ("1111", "township", "东街道", "111", 45, 110, "county"),
        ("1112", "township", "西街道", "111", 45, 110, "county"),
        ("1113", "township", "南镇", "111", 46, 110, "township"),
        ("1114", "township", "北街道", "111", 45, 110, "township"),
    ]:
        catalogue.add_place(dict(code=code, level=level, name=name, parent=parent, lat=latitude, lon=longitude, point=point))
    catalogue.add_skill("w1", "weld", "焊工", "电焊工|铆工")
    catalogue.add_skill("w2", "weld", "铆工")
    catalogue.add_skill("l1", "labour", "力工")
    for identifier, priority, how in [("disabled", "0.6", "recorded"), ("veteran", "0.3", "recorded")]:
        catalogue.add_group(identifier, identifier, priority, how)
    for identifier in DERIVED_GROUPS:
        catalogue.add_group(identifier, identifier, "0.4" if identifier == "unemployed-one-year" else "0.3", "derived")
    catalogue.add_kind("full-time", "全日制")
    catalogue.add_kind("gig", "零工")
    catalogue.add_kind("public-welfare", "公益性岗位", "disabled")
    catalogue.add_certificate("drive-c1", "C1驾驶证", "C1", "drive-c2")
    catalogue.add_certificate("drive-c2", "C2驾驶证")
    catalogue.add_certificate("health", "健康证", soft="soft")
    return catalogue


def self_test():
    catalogue = small_catalogue()
    day = datetime.date
    station = Station(catalogue, day(2026, 11, 21), catalogue.place("1114"))
    north = catalogue.place("1114")
    failures = []

    def expect(name, found, expected):
        if found != expected:
            failures.append(f"{name}: expected {expected!r}, found {found!r}")

    def person(identifier="p", place=north, **values):
        return Person(identifier, place, **values)

    def job(place=north, **values):
        return Job("j", place, **values)

    def result(one_job, one_person):
        row = score(one_job, one_person, [], station)
        return row.points, row.shares, row.metres

    # 1. Level 2 of 3 asked for, weight 3: 3 x 3/4; a welcome skill missing, weight 1: 0. S = 2.25/4 = 0.5625.
    #    5500 x 0.5625 = 3093.75; L = 1: 3000; G = 0. The sum 6093.75 rounds to 6094, the missing point goes to .75.
    asked = read_asked_skills("焊工:中级工;力工?", catalogue)
    expect("level short by one", result(job(skills=asked), person(skills={"w1": 2})), (6094, [3094, 3000, 0], 0))

    # 2. 首席技师 (8) asked for: own level 0 gives 1/9; the related skill at level 8 gives 9/9 halved, which is better.
    eight = AskedSkill("w1", 8)
    expect("own level alone", skill_credit(eight, person(skills={"w1": 0}), catalogue), Fraction(1, 9))
    expect("related is better", skill_credit(eight, person(skills={"w1": 0, "w2": 8}), catalogue), Fraction(1, 2))
    expect("other family", skill_credit(eight, person(skills={"l1": 8}), catalogue), 0)

    # 3. No skill asked for: the occupation wished for 1, no wish 1, no occupation 1, same family 0.5, else 0.3.
    for wants, occupation, expected in [
        (["w1", "l1"], "w1", "1"), ([], "w1", "1"), (["l1"], None, "1"), (["w2"], "w1", "0.5"), (["l1"], "w1", "0.3"),
    ]:
        expect(f"wish {wants} for {occupation}", skills_part(job(occupation=occupation), person(wants=wants), catalogue),
               Fraction(expected))

    # 4. Full to 1 250 m; 16 250 m is 15 km beyond: 1/2; 31 250 m: 1/4; 8 750 m: 2^-0.5 = 0.70710678...
    expect("within a walk", nearness(1_250), 1)
    expect("15 km beyond", nearness(16_250), Fraction(1, 2))
    expect("30 km beyond", nearness(31_250), Fraction(1, 4))
    expect("7.5 km beyond", math.floor(nearness(8_750) * 10 ** 8), 70_710_678)

    # 5. S = 0.3, L = 0.8 by the wished area (40 km away, 2^-2.58), G = 0.6: 1650 + 2400 + 900 = 4950.
    #    A degree of latitude is 6371008.8 x pi / 180 = 111195.08 m.
    far = person(place=catalogue.place("1113"), areas=[catalogue.place("111")], wants=["l1"], recorded_groups={"disabled"})
    expect("wished area", result(job(occupation="w1"), far), (4950, [1650, 2400, 900], 111_195))
    #    Lodging and willing to move: L = 0.5, 5500 + 1500 + 0. From home: L = 1; the distance stays.
    mover = person(place=catalogue.place("1113"), can_move=True)
    expect("lodging", result(job(lodging=True), mover), (7000, [5500, 1500, 0], 111_195))
    expect("from home", result(job(remote=True), mover), (8500, [5500, 3000, 0], 111_195))

    # 6. Coarse points: two streets of one county at least 3 km, otherwise at least 40 km, the same place and own points
    #    as they are; the table of distances comes first, in either direction.
    east, west, south = (catalogue.place(code) for code in ("1111", "1112", "1113"))
    expect("two streets", distance_metres(job(west), person(place=east), station), 3_000)
    expect("street and county", distance_metres(job(catalogue.place("111")), person(place=east), station), 40_000)
    expect("beyond the floor", distance_metres(job(south), person(place=east), station), 111_195)
    expect("same place", distance_metres(job(east), person(place=east), station), 0)
    expect("one own point", distance_metres(job(west), person(place=east, point=(45, 110)), station), 3_000)
    expect("own points", distance_metres(job(west, point=(45, 110)), person(place=east, point=(45, 110)), station), 0)
    station.distances = {("1112", "1111"): 2_345}
    expect("own table", distance_metres(job(west), person(place=east), station), 2_345)
    station.distances = {}

    # 7. Weights 1, 1, 1 and every part 1/2: 5000, each part 1666.67; two points missing go to the first two.
    halves = [Fraction(1, 2)] * 3
    expect("equal remainders", share_points(halves, (1, 1, 1)), (5000, [1667, 1667, 1666]))
    #    5500 x 1/11000 = 0.5 rounds away from zero.
    expect("half away from zero", share_points([Fraction(1, 11_000), Fraction(0), Fraction(0)], WEIGHTS), (1, [1, 0, 0]))

    # 8. 2025-11-21 + 12 months = the day of working: a year ago, at least and at most. A day later is less than a year.
    since = {date: "unemployed-one-year" in groups_of(person(unemployed_since=date), station)
             for date in (day(2025, 11, 21), day(2025, 11, 22))}
    expect("registered a year ago", list(since.values()), [True, False])
    expect("two years at most", at_most_months_ago(day(2024, 11, 21), 24, station.on), True)
    expect("two years and a day", at_most_months_ago(day(2024, 11, 20), 24, station.on), False)
    expect("leap day and a year", add_months(day(2024, 2, 29), 12), day(2025, 2, 28))

    # 9. 16 on the birthday, 15 the day before it; born on 29 February: older from 1 March.
    expect("birthday", full_years(day(2010, 11, 21), station.on), 16)
    expect("eve of the birthday", full_years(day(2010, 11, 22), station.on), 15)
    expect("leap birthday", [full_years(day(2008, 2, 29), day(2026, *rest)) for rest in ((2, 28), (3, 1))], [17, 18])
    seventeen = person(birth=day(2009, 1, 1))
    expect("by night", blocking_rules(job(night=True), seventeen, station), ["legal-age"])
    expect("no birth date", blocking_rules(job(night=True, age_min=18), person(), station), [])

    # 10. 200 a day x 21.75 = 4350 a month = 25 an hour x 174; piece rates are not compared.
    for highest, pay, expected, blocked in [
        (200, "日", 4350, []), (200, "日", 4351, ["wage"]), (25, "时", 4350, []), (25, "时", 4351, ["wage"]), (5, "件", 9999, []),
    ]:
        offer = job(wage_max=Fraction(highest), monthly_factor=MONTHLY_FACTOR[pay])
        expect(f"{highest} by {pay} for {expected}", blocking_rules(offer, person(wage_min=Fraction(expected)), station), blocked)

    # 11. C1 covers C2, not the other way round; good to the end of its month; a health certificate can be had on the way in.
    for held, required, blocked in [
        ("C1@2026-11", "C2驾驶证", []), ("C1@2026-10", "C2驾驶证", ["certificate"]), ("C2驾驶证", "C1", ["certificate"]),
        ("", "健康证", []), ("某证", "某证", []), ("某证", "某证书", ["certificate"]),
    ]:
        offer = job(certificates=[each.identifier for each in read_certificates(required, catalogue)])
        holder = person(certificates=read_certificates(held, catalogue))
        expect(f"{held} for {required}", blocking_rules(offer, holder, station), blocked)

    # 12. Reserved by its kind for the disabled; its own column stands before the kind. Who is in the group has G = 1.
    expect("by the kind", blocking_rules(job(kind="public-welfare"), person(), station), ["group-only"])
    veterans = job(kind="public-welfare", only={"veteran"})
    expect("by its own column", blocking_rules(veterans, person(recorded_groups={"disabled"}), station), ["group-only"])
    expect("reserved for", groups_part(veterans, person(recorded_groups={"veteran"}), station), 1)
    expect("highest priority", groups_part(job(), person(recorded_groups={"veteran", "disabled"}), station), Fraction(3, 5))

    # 13. One of the last six rules alone is a near miss; two, or any other rule, are none.
    choosy = [person("A", kinds={"gig"}), person("B", kinds={"gig"}, wage_min=Fraction(9)), person("C", status="paused")]
    offer = job(kind="full-time", wage_max=Fraction(8))
    expect("near misses", [(row.person, row.blocked) for row in ranking(offer, choosy, station, True)], [("A", ["kind"])])
    expect("no matches", ranking(offer, choosy, station), [])

    # 14. Equal points: nearer first, then by bytes, capitals before small letters, the shorter first.
    crowd = [person("b"), person("B10"), person("B1"), person("A", place=south), person("Z", wants=["l1"])]
    expect("order", [row.person for row in ranking(job(occupation="w1", remote=True), crowd, station)],
           ["B1", "B10", "b", "A", "Z"])

    # 15. A decline 90 days ago still blocks, 91 days ago no longer; an open referral does. 2026-08-23 is 90 days before.
    for steps, blocked in [
        ([("refer", day(2026, 8, 1)), ("decline", day(2026, 8, 23))], ["declined"]),
        ([("refer", day(2026, 8, 1)), ("decline", day(2026, 8, 22))], []),
        ([("refer", day(2026, 8, 1))], ["in-hand"]),
    ]:
        station.placements = [Placement("j", "p", steps)]
        expect(f"{steps}", blocking_rules(job(), person(), station), blocked)

    # 16. A name stands before an alias, what the catalogue lacks matches letter for letter, a bare digit is no level.
    expect("words", read_person_skills("铆工:五级;电焊工:4;CAD:技师", catalogue), {"w2": 2, "w1": 0, "CAD": 5})

    for failure in failures:
        print(failure, file=sys.stderr)
    print("self-test:", f"{len(failures)} failed" if failures else "all cases hold")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
