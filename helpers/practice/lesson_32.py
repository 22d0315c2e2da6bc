"""The tasks of lesson 32, Xinjiang in numbers."""

from helpers import claims, diplomacy, tables
from helpers.practice.tasks import Task

MINORITIES = (diplomacy.MINORITIES,)


def _persons(series="census 2020", group="Hui"):
    where = {"series": series, "ethnic_group": group}
    return int(tables.value(_population(), "persons", **where))


def _share(
    series="census 2000", groups=("Kazakh",), whole="printed total", end="low_percent"
):
    row = diplomacy.group_share(
        _population(), _series(), series=series, groups=groups, whole=whole
    )
    return float(row[end].item())


def _kazakhs_of_minorities():
    return 100 * _persons("census 2000", "Kazakh") / (_total() - _persons_of_han())


def _minorities(series="year-end 2015", whole="sum of the groups", groups=MINORITIES):
    return _share(series, groups, whole)


def _ten(series="census 2020", groups=diplomacy.MOSTLY_MUSLIM, end="high_percent"):
    return _share(series, groups, end=end)


def _growth(first=1959, column="percent_a_year"):
    counts = tables.select(tables.load("uyghurs_in_kazakhstan"), version="list")
    grown = diplomacy.growth_between(counts)
    return float(tables.value(grown, column, from_year=first))


def _times_the_next(basis="reports up to 2020", place=1):
    ranks = diplomacy.community_ranks(tables.load("uyghurs_abroad"), basis=basis)
    persons = ranks["persons_high"]
    return float(persons.iloc[0] / persons.iloc[place])


def _at_most(series="year-end 2005", comparator="under"):
    value = _share(series, MINORITIES)
    return claims.verdict("S2", value, comparator=comparator)


def _total():
    return tables.value(_series(), "total_persons", series="census 2000")


def _persons_of_han():
    return _persons("census 2000", "Han")


def _population():
    return tables.load("xinjiang_population")


def _series():
    return tables.load("population_series")


TASKS = {
    "32-1": Task(
        reference=_persons,
        unit="people",
        tolerance=0,
        mistakes={
            "This is the census of 2000. The task asks for 2020.": {
                "series": "census 2000"
            },
            "This is the year-end series of 2015. The task asks for the census of "
            "2020.": {"series": "year-end 2015"},
            "These are the Kazakhs. The task asks for the Hui.": {"group": "Kazakh"},
        },
        hints=(
            "A row is one series and one ethnic group.",
            "Two conditions, joined by and: the series, and the group.",
            "population.query(\"series == 'census 2020' and ethnic_group == 'Hui'\"), "
            "then the column persons.",
        ),
    ),
    "32-2": Task(
        reference=_share,
        unit="percent",
        mistakes={
            "This is the part of the minorities. Divide by all people counted.": (
                _kazakhs_of_minorities
            ),
            "This is the year-end series of 2005.": {"series": "year-end 2005"},
            "This is the census of 2020.": {"series": "census 2020"},
            "This is the share of the Hui.": {"groups": ("Hui",)},
        },
        hints=(
            "The part is one row, the whole is the printed total of the series.",
            "The total stands in the table series; group_share also divides for you.",
            "diplomacy.group_share(population, series, series='census 2000', "
            "groups=('Kazakh',)), then low_percent.",
        ),
    ),
    "32-3": Task(
        reference=_minorities,
        unit="percent",
        tolerance=0.005,
        mistakes={
            "This is in percent of the printed total. Use the sum of the groups.": {
                "whole": "printed total"
            },
            "These are the three groups. The task asks for all minorities.": {
                "groups": diplomacy.NAMED
            },
            "This is the year-end series of 2018.": {"series": "year-end 2018"},
            "This is the year-end series of 2005.": {"series": "year-end 2005"},
        },
        hints=(
            "Only the whole changes: what the people are divided by.",
            "group_share has an argument whole; diplomacy.WHOLES lists its values.",
            "groups=(diplomacy.MINORITIES,) and whole='sum of the groups', with "
            "series='year-end 2015'.",
        ),
    ),
    "32-4": Task(
        reference=_ten,
        unit="percent",
        tolerance=0.005,
        mistakes={
            "This is the lower end: only the groups that are published. The task asks "
            "for the upper end.": {"end": "low_percent"},
            "These are all minorities. Mongols, for example, are not among the ten.": {
                "groups": MINORITIES
            },
            "This is the year-end series of 2015.": {"series": "year-end 2015"},
            "This is the year-end series of 2018.": {"series": "year-end 2018"},
        },
        hints=(
            "Groups without a row are among the people without a name in the series.",
            "group_share gives both ends of the range.",
            "groups=diplomacy.MOSTLY_MUSLIM with series='census 2020', then the column "
            "high_percent.",
        ),
    ),
    "32-5": Task(
        reference=_growth,
        unit="percent a year",
        mistakes={
            "This says how many times as many there were. The task asks for percent a "
            "year.": {"column": "times"},
            "The growth of all years, divided by the years. Growth compounds: each "
            "year starts from more people.": lambda: (
                100 * (_growth(column="times") - 1) / (1970 - 1959)
            ),
            "This is the growth from 1979 on.": {"first": 1979},
            "This is the growth from 1939 on, whose first number is in doubt.": {
                "first": 1939
            },
        },
        hints=(
            "One version of the list at a time: the one that is called list.",
            "diplomacy.growth_between gives one row for each pair of censuses.",
            "growth_between(counts.query(\"version == 'list'\")), then the row whose "
            "from_year is 1959, and percent_a_year.",
        ),
    ),
    "32-6": Task(
        reference=_times_the_next,
        unit="times",
        mistakes={
            "This is the basis of one organisation. Use the reports up to 2020.": {
                "basis": "one organisation, 2023"
            },
            "Turn the division round: Kazakhstan divided by the second country.": (
                lambda: 1 / _times_the_next()
            ),
            "Divided by the third country. Divide by the second one.": {"place": 2},
        },
        hints=(
            "Rank the countries on one basis; the largest comes first.",
            "diplomacy.community_ranks gives the newest number of each country.",
            "community_ranks(abroad, basis='reports up to 2020')['persons_high']; "
            "divide the first value by the second.",
        ),
    ),
    "32-7": Task(
        reference=_at_most,
        mistakes={
            "This is the verdict when the wording is read as about 60.": {
                "comparator": "about"
            },
            "There is a margin: up to a tenth beyond the claim the rule says less than "
            "that.": lambda: claims.CONTRADICTED,
        },
        hints=(
            "Compute the share first, then ask the rule.",
            "claims.verdict takes a comparator; at most 60 is the rule under.",
            "claims.verdict('S2', value, comparator='under'), with the share of "
            "(diplomacy.MINORITIES,) in 'year-end 2005'.",
        ),
    ),
}
