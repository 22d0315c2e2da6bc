"""The tasks of lesson 31, opinion and protest."""

from helpers import claims, diplomacy, tables
from helpers.practice.tasks import Task


def _answer(indicator="relations_bad", target="CHN", year=2019):
    where = {"pollster": "IRI", "indicator": indicator, "target": target}
    return tables.value(_surveys(), "value_percent", **where, year_to=year)


def _margin(share_percent=39, n=1500):
    return diplomacy.margin_of_error(share_percent=share_percent, n=n)


def _rise(target):
    where = {"pollster": "IRI", "indicator": "relations_good", "target": target}
    return tables.value(_pairs(), "change_points", **where)


def _more_than(other="USA"):
    return _rise("CHN") - _rise(other)


def _beyond(target="CHN", falls_only=False):
    pairs = _pairs() if target is None else tables.select(_pairs(), target=target)
    changes = pairs["change_points"]
    size = -changes if falls_only else changes.abs()
    return int((size > pairs["margin_points"]).sum())


def _stock(as_of, column="chinese"):
    return tables.value(_permits(), column, state="KAZ", as_of=as_of)


def _growth(first="2020-11-01", last="2021-11-01", column="chinese"):
    return 100 * (_stock(last, column) / _stock(first, column) - 1)


def _hidden(short=2.05, long=2.40):
    return diplomacy.list_experiment_share(mean_short_list=short, mean_long_list=long)


def _where_the_threat_points():
    where = {"indicator": "main_economic_threat", "target": "CHN"}
    change = tables.value(_pairs(), "change_points", **where)
    margin = tables.value(_pairs(), "margin_points", **where)
    if abs(change) <= margin:
        return claims.CONTEXT
    return claims.FOR if change > 0 else claims.AGAINST


def _surveys():
    return tables.load("opinion_surveys")


def _pairs():
    return diplomacy.repeated_questions(_surveys())


def _permits():
    return tables.load("work_permits")


TASKS = {
    "31-1": Task(
        reference=_answer,
        unit="percent of 1,483 adults asked",
        mistakes={
            "This is the poll of 2018. The task asks for 2019.": {"year": 2018},
            "This part said good. The task asks for bad.": {
                "indicator": "relations_good"
            },
            "This is about the United States. The task asks about China.": {
                "target": "USA"
            },
        },
        hints=(
            "A row is one pollster, question, state asked about, and year.",
            "The question is relations_bad; write one condition for each column.",
            "surveys.query(\"pollster == 'IRI'\"), then indicator, target and year_to; "
            "take value_percent.",
        ),
    ),
    "31-2": Task(
        reference=_margin,
        unit="percentage points",
        tolerance=0.005,
        mistakes={
            "This is the margin of a share of 50 percent. The task has 39.": {
                "share_percent": 50
            },
            "This is the margin of 1,000 people. The task has 1,500.": {"n": 1000},
            "This is the standard error. Multiply it by 1.96.": lambda: (
                _margin() / 1.96
            ),
        },
        hints=(
            "The formula stands in the lesson; a helper computes it.",
            "diplomacy.margin_of_error takes a share in percent, and n.",
            "Call it with share_percent=39 and n=1500.",
        ),
    ),
    "31-3": Task(
        reference=_more_than,
        unit="percentage points",
        mistakes={
            "This is China's change alone. Subtract the comparison group's.": lambda: (
                _rise("CHN")
            ),
            "This is the change for the United States alone.": lambda: _rise("USA"),
            "You took Russia as the comparison group. The task takes the United "
            "States.": {"other": "RUS"},
            "You added the two changes. Subtract one from the other.": lambda: (
                _rise("CHN") + _rise("USA")
            ),
        },
        hints=(
            "You need two changes of the same question.",
            "diplomacy.repeated_questions has them in change_points.",
            "Keep relations_good; subtract the change of USA from the change of CHN.",
        ),
    ),
    "31-4": Task(
        reference=_beyond,
        unit="answers",
        tolerance=0,
        mistakes={
            "These are all repeated answers on China. Is each change larger than its "
            "margin?": lambda: len(tables.select(_pairs(), target="CHN")),
            "These are the answers on all states.": {"target": None},
            "These are only the falls. A rise can be larger than its margin, too.": {
                "falls_only": True
            },
        },
        hints=(
            "Compare two columns, row by row.",
            "A change may be negative: take its size with abs().",
            "china = pairs.query(\"target == 'CHN'\"); then compare "
            'china["change_points"].abs() with china["margin_points"], and sum().',
        ),
    ),
    "31-5": Task(
        reference=_growth,
        unit="percent",
        mistakes={
            "This starts in September 2020. Start on 1 November 2020.": {
                "first": "2020-09"
            },
            "This ends in September 2023. End on 1 November 2021.": {
                "last": "2023-09-01"
            },
            "These are the permits of all foreigners.": {"column": "all_foreign"},
            "This is the difference in permits. Divide by the first stock.": lambda: (
                _stock("2021-11-01") - _stock("2020-11-01")
            ),
        },
        hints=(
            "Growth in percent: the change, divided by the first value.",
            "Both stocks are rows of KAZ, with as_of 2020-11-01 and 2021-11-01.",
            "100 * (last / first - 1), with the column chinese.",
        ),
    ),
    "31-6": Task(
        reference=_hidden,
        unit="percent",
        mistakes={
            "Growth from one mean to the other is not a share. Take the difference.": (
                lambda: 100 * (2.40 / 2.05 - 1)
            ),
            "This is the mean of the long list alone. Subtract the short list's.": (
                lambda: 2.40
            ),
            "You added the means. Subtract one from the other.": lambda: 100 * 4.45,
        },
        hints=(
            "The two halves differ only by the sensitive statement.",
            "The difference of the means is the part for whom it is true.",
            "diplomacy.list_experiment_share(mean_short_list=..., mean_long_list=...)",
        ),
    ),
    "31-7": Task(
        reference=_where_the_threat_points,
        mistakes={
            "Fewer people named China, but by less than the margin of the "
            "difference. What does the rule say then?": lambda: claims.AGAINST,
            "The part of those who named China did not grow. Look at the sign.": (
                lambda: claims.FOR
            ),
        },
        hints=(
            "The rule looks at the size of the change before its direction.",
            "Find main_economic_threat and CHN in the repeated questions.",
            "Compare change_points with margin_points: a smaller one does not point.",
        ),
    ),
}
