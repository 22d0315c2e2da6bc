"""The tasks of lesson 30, institutes and students."""

import functools

from helpers import diplomacy, tables
from helpers.practice.tasks import Task


def _counted(state="UZB", year=2018, column="degree_students"):
    rows = tables.load("students_in_china")
    return int(tables.value(rows, column, state=state, year=year))


def _opened(state="KGZ", year=2013, column="running_total"):
    counts = diplomacy.openings(tables.load("public_diplomacy"), state=state)
    return int(tables.value(counts, column, year=year))


def _degree_share(state="KAZ", year=2018, part="degree_students"):
    whole = _counted(state, year, "students")
    return 100 * _counted(state, year, part) / whole


def _times(state="TJK", year=2018):
    rows = diplomacy.lead(_flows(), indicator="Students")
    return tables.value(rows, "ratio", iso3=state, year=year)


def _together(year=2018):
    rows = diplomacy.lead(_flows(), indicator="Students", together=True)
    return tables.value(rows, "ratio", year=year)


def _degree_only(states=None, year=2018):
    """Degree students in Russia for each degree student in China."""
    states = states or tables.the_five()
    abroad = tables.load("students_abroad")
    russia = sum(
        tables.value(abroad, "students", state=state, host="RUS", year=year)
        for state in states
    )
    return russia / sum(_counted(state, year) for state in states)


def _mean_of_states():
    states = tables.the_five()
    return sum(_degree_only([state]) for state in states) / len(states)


def _difference(born_in="UZB", living_in="RUS", year=2020):
    found = diplomacy.revisions(
        tables.load("migrants"), born_in=born_in, living_in=living_in
    ).loc[year]
    return float(found[2020] - found[2024])


def _persons(revision):
    found = diplomacy.revisions(tables.load("migrants"), born_in="UZB", living_in="RUS")
    return float(found.loc[2020, revision])


def _first(revision=2024, year=2024, place=0):
    rows = tables.load("migrants").query("born_in == 'TKM'")
    rows = tables.select(rows, revision=revision, year=year)
    return rows.sort_values("persons", ascending=False)["living_in"].iloc[place]


@functools.cache
def _flows():
    names = "students_in_china", "students_abroad", "students_reported", "migrants"
    names += "remittances", "air_routes"
    return diplomacy.flows(**{name: tables.load(name) for name in names})


TASKS = {
    "30-1": Task(
        reference=_counted,
        unit="students",
        tolerance=0,
        mistakes={
            "These are all students. The task asks for degree students.": {
                "column": "students"
            },
            "This is 2017. The task asks for 2018.": {"year": 2017},
            "This is Kazakhstan. The task asks for Uzbekistan.": {"state": "KAZ"},
            "These are the holders of a scholarship.": {"column": "scholarships"},
        },
        hints=(
            "Each row is one state and one year. Which column counts the degree?",
            "Choose the state and the year with query, then one column.",
            "in_china.query(\"state == 'UZB' and year == ...\"), then the column "
            "degree_students and .item().",
        ),
    ),
    "30-2": Task(
        reference=_opened,
        unit="institutes",
        tolerance=0,
        mistakes={
            "This is only the year itself. Add up all years until its end.": {
                "column": "opened"
            },
            "Later years are in it. Stop at the end of 2013.": {"year": 2018},
            "These are all five states. The task asks for Kyrgyzstan.": {"state": None},
        },
        hints=(
            "The column of the table is yearly. A total needs a sum.",
            "diplomacy.openings adds up; give it the table and the state.",
            "diplomacy.openings(yearly, state='KGZ'), then the row of the year and the "
            "column running_total.",
        ),
    ),
    "30-3": Task(
        reference=_degree_share,
        unit="percent",
        mistakes={
            "This is 2017. The task asks for 2018.": {"year": 2017},
            "This is Kyrgyzstan. The task asks for Kazakhstan.": {"state": "KGZ"},
            "These are the scholarships. The task asks for degrees.": {
                "part": "scholarships"
            },
            "This is the rest: those who do not study for a degree.": lambda: (
                100 - _degree_share()
            ),
        },
        hints=(
            "A share is a part divided by a whole. Both are in the same row.",
            "The part is the degree students. The whole is all students in China.",
            "100 * row['degree_students'] / row['students'], of Kazakhstan, then "
            ".item().",
        ),
    ),
    "30-4": Task(
        reference=_times,
        unit="times",
        mistakes={
            "You divided China's by Russia's. Divide Russia's by China's.": lambda: (
                1 / _times()
            ),
            "This is 2017. The task asks for 2018.": {"year": 2017},
            "This is the region. The task asks for Tajikistan.": _together,
            "This counts degree students on both sides. Take all those in China.": (
                lambda: _degree_only(["TJK"])
            ),
        },
        hints=(
            "One figure is of UNESCO's table, the other of China's ministry.",
            "diplomacy.lead divides them; it needs the flows and the indicator.",
            "diplomacy.lead(flows, indicator='Students'), then the row of Tajikistan "
            "and the column ratio.",
        ),
    ),
    "30-5": Task(
        reference=_degree_only,
        unit="times",
        mistakes={
            "China's figure still holds all students. Take degree students.": _together,
            "This is the mean of five ratios. Add up first, then divide.": (
                _mean_of_states
            ),
            "This is 2017. The task asks for 2018.": {"year": 2017},
            "This is Kazakhstan alone. Add up the five states.": {"states": ["KAZ"]},
        },
        hints=(
            "Add up the students in Russia, then the degree students in China.",
            "students_abroad has Russia's figures under host 'RUS'; filter the year.",
            "Sum students of abroad.query(\"host == 'RUS' and year == ...\"), and "
            "degree_students of in_china.query(...). Divide the first by the second.",
        ),
    ),
    "30-6": Task(
        reference=_difference,
        unit="persons",
        mistakes={
            "This is Kazakhstan. The task asks for Uzbekistan.": {"born_in": "KAZ"},
            "This is 2015. The task asks for 2020.": {"year": 2015},
            "This is what the older revision says. Subtract the newer one.": lambda: (
                _persons(2020)
            ),
            "This is what the newer revision says. Subtract it from the older one.": (
                lambda: _persons(2024)
            ),
        },
        hints=(
            "Two revisions have this year. The answer is one minus the other.",
            "diplomacy.revisions gives one column a revision and one row a year.",
            "Name the result found; then found.loc[2020, 2020] is the older revision's "
            "figure. Subtract the newer revision's.",
        ),
    ),
    "30-7": Task(
        reference=_first,
        mistakes={
            "This is first in the revision of 2019. Take the one of 2024.": {
                "revision": 2019,
                "year": 2019,
            },
            "This is second. Sort from the largest to the smallest.": {"place": 1},
        },
        hints=(
            "Use one revision and one year, then look for the largest number.",
            "Filter born_in, revision and year with query; sort by persons.",
            "sort_values('persons', ascending=False), then the first row of the column "
            "living_in: .iloc[0].",
        ),
    ),
}
