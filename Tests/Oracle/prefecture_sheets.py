#!/usr/bin/env python3
"""The sheets of a station as the numbers that prefecture.c reads.

    prefecture_sheets.py --data DIR --people people.csv --jobs jobs.csv --employers employers.csv
                         --station 150784001 --on 2026-11-21 [--distances distances.csv] > numbers.txt

Nothing is matched here: cells are read as oracle.py reads them, words become their numbers in the catalogue, and what
follows from them is left to prefecture.c. Sheets with codes in place of words (sex `female`, education `2`, yes `1`, ...)
are read too. An absent value is written `-`, a list as its length and its items, a date as 20261121, a month as 202611,
money in ten-thousandths of a yuan, an identifier at the end of its line after a tab.
"""

import argparse
import datetime
import functools
import sys

import oracle

YES = {"1": "是", "0": "否"}
EDUCATION = ["未上学", "小学", "初中", "高中", "大专", "本科", "硕士", "博士"]
CODED_WORDS = {
    "性别": {"male": "男", "female": "女"},
    "学历": {str(number): word for number, word in enumerate(EDUCATION)},
    "学历要求": {str(number): word for number, word in enumerate(EDUCATION)},
    "计薪方式": {"month": "月", "day": "日", "hour": "时", "piece": "件"},
    "状态": {"seeking": "求职", "placed": "已就业", "paused": "暂停", "open": "招聘", "filled": "已招满"},
    **{header: YES for header in ("可外出", "从未就业", "包住", "居家", "危险", "夜班")},
}
WITHDRAWN = {"people": "退出求职", "jobs": "停招"}
PAY = {factor: word for word, factor in oracle.MONTHLY_FACTOR.items() if word}
PAY_CODES = {"月": "month", "日": "day", "时": "hour", "件": "piece"}


def plain_words(row, sheet):
    """The row with codes turned into the words that oracle.py knows."""
    row = {header: CODED_WORDS.get(header, {}).get(cell, cell) for header, cell in row.items()}
    if row.get("状态") == "withdrawn":
        row["状态"] = WITHDRAWN[sheet]
    return row


# --- How single values are written --------------------------------------------------------------------------

def optional(value):
    return "-" if value is None else str(value)


def date(value):
    return "-" if value is None else f"{value:%Y%m%d}"


def money(value):
    if value is None:
        return "-"
    units = value * 10_000
    if units.denominator != 1:
        raise oracle.Unreadable(f"{value}: more than four decimals")
    return str(units.numerator)


def point(value):
    return "- -" if value is None else f"{value[0]!r} {value[1]!r}"


def items(values):
    values = [str(value) for value in values]
    return " ".join([str(len(values)), *values])


def identified(fields, identifier):
    if any(character in identifier for character in "\t\r\n"):
        raise oracle.Unreadable(f"identifier {identifier!r}: a tab or a line break")
    return " ".join(str(each) for each in fields) + "\t" + identifier


class Numbers(dict):
    """Numbers things from 0 in the order in which they are first asked for."""

    def __missing__(self, key):
        self[key] = len(self)
        return self[key]


# --- The station ----------------------------------------------------------------------------------------------

class Writer:
    def __init__(self, catalogue, station):
        self.catalogue, self.station = catalogue, station
        self.places = {code: number for number, code in enumerate(catalogue.places)}
        self.groups = {group: number for number, group in enumerate(catalogue.priority_of)}
        self.kinds = {kind: number for number, kind in enumerate(catalogue.reserved_of)}
        # Words that the catalogue lacks are numbered after those that it has.
        self.certificates, self.skills, self.families = Numbers(), Numbers(), Numbers()
        for certificate in catalogue.covered_by:
            self.certificates[certificate]
        for skill in catalogue.family_of:
            self.skills[skill]

    def place(self, place):
        return "-" if place is None else self.places[place.code]

    def person(self, person):
        return identified([
            person.status, self.place(person.place), point(person.point), date(person.birth), optional(person.education),
            {"男": "male", "女": "female", "": "-"}[person.sex], self.place(person.household),
            date(person.unemployed_since), date(person.left_school), int(person.never_employed),
            money(person.wage_min), int(person.can_move),
            items(f"{self.skills[skill]} {level}" for skill, level in person.skills.items()),
            items(f"{self.certificates[each.identifier]} " + ("%d%02d" % each.good_to if each.good_to else "-")
                  for each in person.certificates),
            items(self.groups[group] for group in sorted(person.recorded_groups)),
            items(self.skills[wanted] for wanted in person.wants),
            items(self.kinds[kind] for kind in sorted(person.kinds)),
            items(self.place(area) for area in person.areas),
        ], person.identifier)

    def job(self, job):
        return identified([
            job.status, date(job.closes), date(job.first_day), date(job.last_day), job.headcount,
            int(self.station.is_barred(job)), self.place(job.place), point(job.point),
            "-" if job.occupation is None else self.skills[job.occupation],
            "-" if job.kind is None else self.kinds[job.kind],
            money(job.wage_max), PAY_CODES[PAY[job.monthly_factor]],
            optional(job.education), optional(job.age_min), optional(job.age_max),
            int(job.lodging), int(job.remote), int(job.hazardous), int(job.night),
            items(f"{self.skills[each.skill]} {each.level} {each.weight}" for each in job.skills),
            items(self.certificates[certificate] for certificate in job.certificates),
            items(self.groups[group] for group in sorted(job.prefers)),
            items(self.groups[group] for group in sorted(job.only)),
        ], job.identifier)

    def table(self, name, lines):
        lines = list(lines)
        return [f"{name} {len(lines)}", *lines]

    def lines(self, people, jobs):
        catalogue = self.catalogue
        # Records first: they number the words that the catalogue lacks.
        people = self.table("people", (self.person(each) for each in people))
        jobs = self.table("jobs", (self.job(each) for each in jobs))
        certificate_of = {number: word for word, number in list(self.certificates.items())}
        skill_of = {number: word for word, number in list(self.skills.items())}

        def family(skill):
            return "-" if catalogue.family(skill) is None else self.families[catalogue.family(skill)]

        return [
            f"on {self.station.on:%Y%m%d}",
            f"station {self.place(self.station.place)}",
            *self.table("places", (
                f"{each.level} {each.point} {self.place(catalogue.places.get(each.parent))} "
                f"{each.latitude!r} {each.longitude!r}\t{each.name}" for each in catalogue.places.values())),
            *self.table("groups", (f"{money(priority)} {group}" for group, priority in catalogue.priority_of.items())),
            *self.table("kinds", (
                f"{kind} {items(self.groups[group] for group in sorted(only))}"
                for kind, only in catalogue.reserved_of.items())),
            *self.table("certificates", (
                f"{int(word in catalogue.soft_certificates)} "
                + items(self.certificates[covered] for covered in sorted(catalogue.covered_by.get(word, ())))
                for word in certificate_of.values())),
            *self.table("skills", (family(word) for word in skill_of.values())),
            *self.table("distances", (
                f"{self.places[start]} {self.places[end]} {metres}"
                for (start, end), metres in self.station.distances.items())),
            *people,
            *jobs,
        ]


def main():
    parser = argparse.ArgumentParser(description="The sheets of a station as the numbers that prefecture.c reads.")
    for name in ("data", "people", "jobs", "employers", "station"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--on", required=True, type=datetime.date.fromisoformat)
    parser.add_argument("--distances")
    options = parser.parse_args()

    catalogue = oracle.Catalogue.load(options.data)
    catalogue.place_if_any = functools.cache(catalogue.place_if_any)
    people = oracle.read_records(
        options.people, lambda row, catalogue: oracle.read_person(plain_words(row, "people"), catalogue), catalogue)
    jobs = oracle.read_records(
        options.jobs, lambda row, catalogue: oracle.read_job(plain_words(row, "jobs"), catalogue), catalogue)
    station = oracle.Station(catalogue, options.on, catalogue.place(options.station))
    station.add_employers(oracle.read_table(options.employers))
    if options.distances:
        station.distances = oracle.read_distances(options.distances, catalogue)
    for line in Writer(catalogue, station).lines(people.values(), jobs.values()):
        print(line)


if __name__ == "__main__":
    sys.exit(main())
