#!/usr/bin/env python3
"""An invented station whose records press on every rule of matching: boundary days, ties, coarse points, reserved posts.

    random_station.py --data DIR --seed N --people P --jobs J --employers E --out DIR
                      [--station 150784001] [--on 2026-11-21] [--placements N] [--distances N]

Writes people.csv, jobs.csv and employers.csv (UTF-8, Chinese headers, clean cells), and where asked for steps.csv
and distances.csv as oracle.py reads them. The same arguments give the same files. Nobody in it exists: identity
numbers have the sequence 000, which is given to no one.
"""

import argparse
import calendar
import csv
import datetime
import os
import random
import re

import oracle

PEOPLE_COLUMNS = [
    "编号", "姓名", "证件号码", "性别", "出生日期", "学历", "常住地", "经度", "纬度", "技能", "证书", "群体", "意向工种",
    "可接受用工形式", "期望月薪", "意向工作地区", "可外出", "户籍", "失业登记日期", "毕业日期", "从未就业", "登记日期", "状态",
]
JOB_COLUMNS = [
    "编号", "单位", "统一社会信用代码", "岗位", "工种", "用工形式", "人数", "工作地点", "经度", "纬度", "最低月薪", "最高月薪",
    "计薪方式", "技能要求", "证书要求", "学历要求", "最低年龄", "最高年龄", "优先群体", "定向群体", "包住", "居家", "危险", "夜班",
    "用工起", "用工止", "发布日期", "截止日期", "状态",
]
EMPLOYER_COLUMNS = ["单位", "统一社会信用代码", "单位类型", "行业", "规模", "所在地", "核实日期", "暂停推荐原因"]

LEVEL_NAMES = list(oracle.LEVELS)
UNKNOWN_SKILLS = ["CAD制图", "cad制图", "养骆驼", "会修农机具"]
UNKNOWN_CERTIFICATES = ["本厂上岗证", "本厂上岗证书", "牧场内训证"]
CERTIFICATES = ["A1驾驶证", "A2驾驶证", "A3驾驶证", "B2驾驶证", "C1驾驶证", "C2驾驶证", "健康证", "低压电工作业证", "叉车证"]
KINDS_WITH_RESERVATION = ["公益性岗位", "就业援助专岗", "就业见习", "应届岗位", "乡村公益性岗位"]
KINDS_WITHOUT = ["全日制", "非全日制", "灵活就业", "零工", "季节性用工", "共享用工", "以工代赈", "妈妈岗", "新型学徒制"]
OUTSIDE_HOUSEHOLDS = ["黑龙江省齐齐哈尔市", "山东省", "河北省张家口市"]
# Reserving a post by these would block by sex or household registration, which the paper rules out.
NEVER_RESERVED_FOR = {"woman", "local-registration"}
# Highest wages that come to the same month in another unit, or to one just beside it.
WAGES_BY_PAY = {"月": ["3000", "3480", "4350", "6000"], "日": ["138", "160", "200", "240"],
                "时": ["17.5", "20", "25"], "件": ["3", "0.5"]}
EXPECTED_WAGES = ["3000", "3001", "3002", "3045", "3046", "3480", "3481", "4350", "4351", "5220", "6000", "9000"]
# Degrees of latitude: nothing, 1 250 m, a little more, 16 250 m, 45 km.
LATITUDE_OFFSETS = [0, 0, 0.011241, 0.011251, 0.14614, 0.4047]
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "一丁万三东中丰丹乐云亚京亮人今仁介代冬冰初利力加北升华南友同吉向和国在坚城夏天太"


def identity_number(region, birth):
    body = f"{region}{birth:%Y%m%d}000"
    total = sum(int(digit) * 2 ** (17 - index) for index, digit in enumerate(body))
    return body + "10X98765432"[total % 11]


def credit_code(kind, region, organisation):
    """GB 32100, with the organisation's own check character by GB 11714."""
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(organisation, (3, 7, 9, 10, 5, 8, 4, 2))) % 11
    body = kind + region + organisation + {10: "X", 11: "0"}.get(rest, str(rest))
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(alphabet.index(character) * pow(3, index, 31) for index, character in enumerate(body))
    return body + alphabet[-total % 31]


class Maker:
    def __init__(self, options):
        self.random = random.Random(options.seed)
        self.on = options.on
        self.catalogue = oracle.Catalogue.load(options.data)
        self.station = self.catalogue.place(options.station)
        self.taken = set()  # identifiers, identity numbers, credit codes
        places = list(self.catalogue.places.values())
        self.counties = [place for place in places if place.level == "county"]
        self.places = self.choose_places(places)
        self.skills = self.choose_skills()
        names = [place.name for place in places]
        self.unique_names = {name for name in names if names.count(name) == 1}
        self.skill_words = {}  # code -> what people call it, where a list can hold it
        for words in (self.catalogue.skill_names, self.catalogue.skill_aliases):
            for word, code in words.items():
                if self.catalogue.skill(word) == code and not re.search(r"[\s;；、|:：?？]", word):
                    self.skill_words.setdefault(code, [code]).append(word)
        self.certificate_words = {}
        for word, identifier in self.catalogue.certificate_words.items():
            if word != identifier:
                self.certificate_words.setdefault(identifier, []).append(word)
        self.group_words = {}
        for word, identifier in self.catalogue.group_words.items():
            if "、" not in word:
                self.group_words.setdefault(identifier, []).append(word)
        self.recorded = sorted(set(self.group_words) - self.catalogue.derived_groups)
        self.derived = sorted(self.catalogue.derived_groups)

    # Choosing

    def chance(self, probability):
        return self.random.random() < probability

    def maybe(self, probability, *values):
        """One of the values, or an empty cell."""
        return self.random.choice(values) if self.chance(probability) else ""

    def some(self, values, most):
        return self.random.sample(values, self.random.randint(0, min(most, len(values))))

    # What the records are made of

    def choose_places(self, places):
        """Mostly round the station: its county, neighbouring counties, streets with and without points of their own."""
        catalogue = self.catalogue
        county = catalogue.places[self.station.parent]
        city = catalogue.city_of(self.station)
        near = [place for place in places if place.parent == county.code]
        elsewhere = self.random.sample([place for place in self.counties if place.parent == city.code and place != county], 2)
        elsewhere += self.random.sample([place for place in self.counties if place.parent != city.code], 2)
        far = []
        for each in elsewhere:
            children = [place for place in places if place.parent == each.code]
            far += [each] + self.random.sample(children, min(4, len(children)))
        under_cities = [place for place in places
                        if place.level == "township" and catalogue.places[place.parent].level == "prefecture"]
        of_one_city = self.random.choice(under_cities).parent
        far += [place for place in under_cities if place.parent == of_one_city][:3]
        return [self.station] * 6 + near * 3 + [county] * 3 + far

    def choose_skills(self):
        """A few families whole enough for relations, a few skills that stand alone."""
        members = {}
        for code, family in self.catalogue.family_of.items():
            members.setdefault(family, []).append(code)
        large = [family for family in members if len(members[family]) >= 3]
        alone = [family for family in members if len(members[family]) == 1]
        skills = []
        for family in self.random.sample(large, 4):
            skills += members[family][:3]
        return skills + [members[family][0] for family in self.random.sample(alone, 3)]

    def identifier(self, letters, number):
        """Short and long, capitals and small letters, leading zeros: the order is by bytes."""
        first = self.random.choice(letters)
        shapes = [f"{first}{number}", f"{first}{number:04d}", f"{first}-{number}", f"{first}{number}a",
                  f"{self.station.code}-{first}{number}", first * self.random.randint(1, 3)]
        identifier = next(shape for shape in self.random.sample(shapes, 6) if shape not in self.taken)
        self.taken.add(identifier)
        return identifier

    def unique(self, text):
        """The text the first time, an empty cell after that."""
        if text in self.taken:
            return ""
        self.taken.add(text)
        return text

    def place_word(self, place):
        return place.name if place.name in self.unique_names and self.chance(0.5) else place.code

    def coordinates(self, place, probability):
        if not self.chance(probability):
            return {"经度": "", "纬度": ""}
        latitude = place.latitude + self.random.choice(LATITUDE_OFFSETS)
        longitude = place.longitude + self.random.choice([0, 0, 0.02, -0.35])
        return {"经度": f"{longitude:.6f}", "纬度": f"{latitude:.6f}"}

    def skill_items(self, most, is_asked):
        items = []
        for skill in self.some(self.skills + UNKNOWN_SKILLS, most):
            item = self.random.choice(self.skill_words.get(skill, [skill]))
            if self.chance(0.7):
                item += ":" + self.random.choice(LEVEL_NAMES)
            elif not is_asked and self.chance(0.1):
                item += ":" + str(self.random.randint(1, 8))
            if is_asked and self.chance(0.35):
                item += "?"
            items.append(item)
        return ";".join(items)

    def certificate_items(self, most, is_held):
        items = []
        for name in self.some(CERTIFICATES + UNKNOWN_CERTIFICATES, most):
            identifier = self.catalogue.certificate(name)
            item = self.random.choice(self.certificate_words.get(identifier, [name]))
            if is_held and self.chance(0.5):
                good_to = oracle.add_months(self.on.replace(day=1), self.random.choice([-12, -1, 0, 0, 1, 12]))
                item += f"@{good_to:%Y-%m}"
            items.append(item)
        return ";".join(items)

    def group_items(self, groups):
        return ";".join(self.random.choice(self.group_words[group]) for group in groups)

    def occupation_word(self, skill):
        return self.random.choice(self.skill_words[skill])

    def day_near(self, months_ago, days=(-1, 0, 1)):
        """The day so many months ago, or the one beside it."""
        return oracle.add_months(self.on, -months_ago) + datetime.timedelta(days=self.random.choice(days))

    def month_end(self):
        year, month = self.random.randint(self.on.year - 6, self.on.year - 1), self.random.choice([2, 2, 4, 11])
        return datetime.date(year, month, calendar.monthrange(year, month)[1])

    def birth(self):
        kind = self.random.random()
        if kind < 0.06:
            return None
        if kind < 0.12:
            leap_years = [year for year in range(self.on.year - 62, self.on.year - 14) if calendar.isleap(year)]
            return datetime.date(self.random.choice(leap_years + leap_years[-2:] * 3), 2, 29)
        if kind < 0.40:  # a birthday on the day, the day before or after, at an age where something changes
            age = self.random.choice([15, 16, 16, 17, 18, 18, 24, 25, 30, 45, 46, 60])
            return self.day_near(12 * age)
        return self.on - datetime.timedelta(days=self.random.randint(19 * 365, 58 * 365))

    # Records

    def person(self, number):
        birth, place = self.birth(), self.random.choice(self.places)
        number_on_card = ""
        if birth and self.chance(0.5):
            number_on_card = self.unique(identity_number(self.random.choice(self.counties).code, birth))
        is_schooled = self.chance(0.45)
        education = (self.random.choice(["大专", "本科", "硕士", "博士"]) if is_schooled and self.chance(0.8)
                     else self.random.choice(["", "不限", *oracle.EDUCATION]))
        left_school = self.random.choice([
            self.day_near(24), self.day_near(60), self.day_near(0), self.month_end(), self.on,
            self.on.replace(month=1, day=1), datetime.date(self.on.year - 1, 12, 31)]) if is_schooled else ""
        unemployed_since = self.random.choice([
            self.day_near(12), self.day_near(12), self.month_end(), self.day_near(1)]) if self.chance(0.45) else ""
        # A tag that follows from dates is worked out, never read: one in the cell must count for nothing.
        groups = self.some(self.recorded, 2) if self.chance(0.6) else []
        groups += [self.random.choice(["veteran", "military-dependant", "hard-to-employ"])] if self.chance(0.15) else []
        groups += ["returnee", self.random.choice(["rural-migrant", "rural-resident"])] if self.chance(0.08) else []
        groups += [self.random.choice(self.derived)] if self.chance(0.08) else []
        areas = [place, self.station, *self.random.sample(self.places, 2),
                 self.catalogue.places[self.random.choice(self.places).parent], self.catalogue.city_of(place),
                 self.catalogue.places["150000"]]
        household = self.random.choice([self.place_word(self.random.choice(self.places)), self.place_word(place),
                                        self.catalogue.city_of(self.station).name, *OUTSIDE_HOUSEHOLDS, "150000", ""])
        return {
            "编号": self.identifier(["P", "p", "Q", "q", "Zz", "00", "7"], number),
            "姓名": self.name(number),
            "证件号码": number_on_card,
            "性别": self.random.choice(["男", "女", "女", ""]),
            "出生日期": birth if birth and (not number_on_card or self.chance(0.5)) else "",
            "学历": education,
            "常住地": self.place_word(place),
            **self.coordinates(place, 0.3),
            "技能": self.skill_items(5, is_asked=False),
            "证书": self.certificate_items(4, is_held=True),
            "群体": self.group_items(dict.fromkeys(groups)),
            "意向工种": ";".join(self.occupation_word(skill) for skill in self.some(self.skills, 3)),
            "可接受用工形式": ";".join(self.some(KINDS_WITHOUT + KINDS_WITH_RESERVATION, 14)) if self.chance(0.35) else "",
            "期望月薪": self.maybe(0.6, *EXPECTED_WAGES),
            "意向工作地区": ";".join(dict.fromkeys(self.place_word(area) for area in self.some(areas, 2))),
            "可外出": self.random.choice(["是", "否", ""]),
            "户籍": household,
            "失业登记日期": unemployed_since,
            "毕业日期": left_school,
            "从未就业": self.random.choice(["是", "否", ""]),
            "登记日期": self.maybe(0.7, *[self.on - datetime.timedelta(days=days) for days in (0, 1, 30, 400)]),
            "状态": self.random.choice(["", "求职", "求职", "求职", "求职", "求职", "求职", "已就业", "暂停", "退出求职"]),
        }

    def name(self, number):
        number, given = divmod(number, len(GIVEN))
        surname, second = divmod(number, len(GIVEN))
        return SURNAMES[surname % len(SURNAMES)] + GIVEN[second] + GIVEN[given]

    def double(self, person, number):
        """Someone whose score is the same, or differs by the place alone: the order decides."""
        place = self.random.choice(self.places)
        moved = {"常住地": self.place_word(place), "经度": "", "纬度": ""} if self.chance(0.4) else {}
        birth = person["出生日期"]
        if person["证件号码"]:
            birth = f"{person['证件号码'][6:10]}-{person['证件号码'][10:12]}-{person['证件号码'][12:14]}"
        return {**person, **moved, "证件号码": "", "出生日期": birth, "性别": person["性别"] or self.random.choice(["男", "女"]),
                "编号": self.identifier(["P", "p", "Q", "q", "Zz", "00", "7"], number), "姓名": self.name(number)}

    def people(self, count):
        people = []
        for number in range(count):
            is_double = people and self.chance(0.3)
            people.append(self.double(self.random.choice(people), number) if is_double else self.person(number))
        return people

    def employer(self, number):
        kind, register = self.random.choice([
            ("企业", "91"), ("国有企业", "91"), ("事业单位", "12"), ("社会组织", "52"), ("个体工商户", "92"), ("合作社", "93"),
            ("人力资源服务机构", "91"), ("个人雇主", "")])
        code = ""
        if register and self.chance(0.85):
            organisation = "".join(self.random.choice("0123456789") for _ in range(8))
            code = self.unique(credit_code(register, self.random.choice(self.counties).code, organisation))
        return {
            "单位": f"样例{kind}第{number + 1}号",
            "统一社会信用代码": code,
            "单位类型": kind,
            "行业": self.maybe(0.7, "A", "C", "F", "H"),
            "规模": self.maybe(0.7, "大", "中", "小", "微"),
            "所在地": self.place_word(self.random.choice(self.places)),
            "核实日期": self.maybe(0.6, self.on - datetime.timedelta(days=20)),
            "暂停推荐原因": self.maybe(0.1, "欠薪", "虚假招聘"),
        }

    def wage(self):
        pay = self.random.choice(["月", "", "", "日", "时", "件"])
        highest = self.random.choice(WAGES_BY_PAY[pay or "月"])
        lowest = self.random.choice(["", highest, WAGES_BY_PAY[pay or "月"][0]])
        kind = self.random.random()
        if kind < 0.08:
            lowest, highest, pay = "面议", "", ""
        elif kind < 0.16:
            lowest, highest = self.random.choice(["", "2000"]), ""
        elif lowest and float(lowest) > float(highest):
            lowest = highest
        return {"最低月薪": lowest, "最高月薪": highest, "计薪方式": pay}

    def days_of_work(self, kind):
        """Day work that is over has no vacancy on any day to come; a season's end closes nothing by itself."""
        if kind not in ("零工", "季节性用工"):
            return {"用工起": "", "用工止": ""}
        first, last = self.random.choice([(-10, 10), (0, 0), (-3, 0), (-9, -1), (5, 30), (None, None), (None, 3), (-2, None)])
        return {header: "" if days is None else self.on + datetime.timedelta(days=days)
                for header, days in (("用工起", first), ("用工止", last))}

    def job(self, number, employers):
        place = self.random.choice(self.places + [self.catalogue.city_of(self.station)] * 2)
        employer = self.random.choice(employers)
        kind = (self.random.choice(KINDS_WITH_RESERVATION) if self.chance(0.2)
                else self.maybe(0.85, *KINDS_WITHOUT, "零工", "季节性用工"))
        occupation = self.occupation_word(self.random.choice(self.skills)) if self.chance(0.75) else ""
        reservable = [group for group in self.recorded + self.derived if group not in NEVER_RESERVED_FOR]
        closing_days = [self.on + datetime.timedelta(days=days) for days in (-1, 0, 0, 1, 1, 30, 30)]
        return {
            "编号": self.identifier(["J", "j", "K", "Jj"], number),
            "单位": employer["单位"],
            "统一社会信用代码": employer["统一社会信用代码"] if self.chance(0.7) else "",
            "岗位": f"岗位{number + 1}",
            "工种": occupation,
            "用工形式": kind,
            "人数": self.maybe(0.7, "1", "2", "5"),
            "工作地点": self.place_word(place),
            **self.coordinates(place, 0.35),
            **self.wage(),
            "技能要求": self.skill_items(4, is_asked=True) if self.chance(0.6) else "",
            "证书要求": self.certificate_items(2, is_held=False) if self.chance(0.3) else "",
            "学历要求": self.random.choice(["", "", "", "", "不限", *oracle.EDUCATION]) if self.chance(0.6) else "",
            "最低年龄": self.maybe(0.4, "16", "18", "25"),
            "最高年龄": self.maybe(0.4, "30", "45", "60"),
            "优先群体": self.group_items(self.some(self.recorded + self.derived, 2)) if self.chance(0.4) else "",
            "定向群体": self.group_items(self.some(reservable, 3)) if self.chance(0.15) else "",
            "包住": self.random.choice(["是", "否", ""]),
            "居家": self.maybe(0.25, "是", "否"),
            "危险": self.maybe(0.3, "是", "否"),
            "夜班": self.maybe(0.3, "是", "否"),
            **self.days_of_work(kind),
            "发布日期": self.maybe(0.7, *[self.on - datetime.timedelta(days=days) for days in (0, 5, 100)]),
            "截止日期": self.maybe(0.5, *closing_days),
            "状态": self.maybe(0.6, *["招聘"] * 8, "已招满", "停招"),
        }

    def distances(self, count):
        """Each two places once, either way round, to the metre or coarser."""
        rows, seen = [], set()
        for _ in range(count):
            one, other = self.random.sample(self.places, 2)
            if one != other and frozenset((one, other)) not in seen:
                seen.add(frozenset((one, other)))
                kilometres = self.random.choice(["1.25", "1.251", "3", "16.25", "17.5", "38.6", "212"])
                rows.append({"起": self.place_word(one), "止": self.place_word(other), "公里": kilometres})
        return rows

    def steps(self, count, people, jobs, station):
        """Placements of pairs that match, each at another stage, half of them day work (mostly of the day itself, so that
        its vacancies run out), declines on either side of ninety days ago."""
        pairs = [(row.job, row.person) for job in jobs.values() for row in oracle.ranking(job, people.values(), station)]
        day_work = [pair for pair in pairs if jobs[pair[0]].kind == oracle.DAY_WORK]
        chosen = self.random.sample(day_work, min(count // 2, len(day_work)))
        others = [pair for pair in pairs if pair not in chosen]
        chosen += self.random.sample(others, min(count - len(chosen), len(others)))
        rows = []
        for number, (job, person) in enumerate(chosen):
            is_of_the_day = jobs[job].kind == oracle.DAY_WORK and self.chance(0.7)
            days_ago = 0 if is_of_the_day else self.random.choice([0, 1, 89, 90, 90, 91, 91, 120])
            by = self.random.choice(["employer", "person"])
            last_steps = self.random.choice([
                [], ["interview"], ["interview", "hire"], ["hire", "start"], ["hire", "start", "leave"], ["decline"], ["decline"]])
            for step in ["refer", *last_steps]:
                rows.append({"placement": f"{number + 1}", "job_id": job, "person_id": person, "step": step,
                             "by": by if step == "decline" else "", "date": self.on - datetime.timedelta(days=days_ago)})
        return rows


def write(path, columns, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


def main():
    parser = argparse.ArgumentParser(description="An invented station that presses on every rule of matching.")
    parser.add_argument("--data", required=True)
    parser.add_argument("--seed", required=True, type=int)
    parser.add_argument("--people", required=True, type=int)
    parser.add_argument("--jobs", required=True, type=int)
    parser.add_argument("--employers", required=True, type=int)
    parser.add_argument("--out", required=True)
    parser.add_argument("--station", default="150784001")
    parser.add_argument("--on", default=datetime.date(2026, 11, 21), type=datetime.date.fromisoformat)
    parser.add_argument("--placements", default=0, type=int, help="write steps.csv with so many placements")
    parser.add_argument("--distances", default=0, type=int, help="write distances.csv with up to so many pairs of places")
    options = parser.parse_args()

    maker = Maker(options)
    people = maker.people(options.people)
    employers = [maker.employer(number) for number in range(options.employers)]
    jobs = [maker.job(number, employers) for number in range(options.jobs)]

    def path(name):
        return os.path.join(options.out, name)

    os.makedirs(options.out, exist_ok=True)
    write(path("people.csv"), PEOPLE_COLUMNS, people)
    write(path("employers.csv"), EMPLOYER_COLUMNS, employers)
    write(path("jobs.csv"), JOB_COLUMNS, jobs)
    if options.distances:
        write(path("distances.csv"), ["起", "止", "公里"], maker.distances(options.distances))
    if options.placements:
        station = oracle.Station(maker.catalogue, maker.on, maker.station)
        station.add_employers(employers)
        known_people = oracle.read_records(path("people.csv"), oracle.read_person, maker.catalogue)
        known_jobs = oracle.read_records(path("jobs.csv"), oracle.read_job, maker.catalogue)
        steps = maker.steps(options.placements, known_people, known_jobs, station)
        write(path("steps.csv"), ["placement", "job_id", "person_id", "step", "by", "date"], steps)


if __name__ == "__main__":
    main()
