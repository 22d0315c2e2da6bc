"""The tasks of lesson 33, silence."""

from helpers import claims, diplomacy, security, tables
from helpers.practice.tasks import Task

TRADE = "trade_percent_gdp"


def _cells(status="not checked"):
    return int((tables.load("xinjiang_positions")["status"] == status).sum())


def _counted(state="KGZ", column="checked", stances=("critical", "supporting", "vote")):
    counts = tables.select(_counts(), state=state)
    return int(counts.loc[counts["stance"].isin(stances), column].sum())


def _chances(last=2020, column="checked", stance="supporting"):
    counts = tables.select(_counts(last=last), stance=stance)
    return int(counts[column].sum())


def _difference(measure="debt_share_percent", year=2018, column="difference"):
    compared = diplomacy.weight_by_choice(
        _weights(),
        tables.load("xinjiang_positions"),
        text="letter_supporting_2019",
        year=year,
    )
    return float(tables.value(compared, column, measure=measure))


def _fitting(least_rise=3, order="fits", value=TRADE):
    changes = diplomacy.before_and_after(
        _weights(),
        diplomacy.nearness(tables.load("un_ideal_points"), partner="CHN"),
        value=value,
        of="nearness",
        before=(2005, 2009),
        after=(2015, 2019),
        least_rise=least_rise,
    )
    return int((changes["order"] == order).sum())


def _base_rate(state="KGZ", last=2020, months=6):
    protests = security.chronology(tables.load("events"), kinds=["protest"])
    return diplomacy.protest_base_rate(
        protests, state=state, first=2018, last=last, months=months
    )


def _points(states=("KAZ",), heeded=("stopped", "changed")):
    cases = tables.load("contested_projects")
    cases = cases[cases["state"].isin(states)]
    share = cases["outcome"].isin(heeded).mean()
    if share == 0.5:
        return claims.CONTEXT
    return claims.AGAINST if share > 0.5 else claims.FOR


def _counts(last=None):
    return diplomacy.position_counts(
        tables.load("xinjiang_positions"), tables.load("xinjiang_texts"), last=last
    )


def _weights():
    names = ("trade_by_partner", "debt_flows", "gdp_and_public_debt")
    return diplomacy.china_weight(*map(tables.load, names))


TASKS = {
    "33-1": Task(
        reference=_cells,
        unit="cells",
        tolerance=0,
        mistakes={
            "These are the cells not signed: there a list was read. The task asks for "
            "not checked.": {"status": "not signed"},
            "Could not vote is something else: the state had no vote. Count not "
            "checked alone.": lambda: _cells() + _cells("could not vote"),
            "These are texts. One text has five cells.": lambda: int(
                (~tables.load("xinjiang_texts")["list_read"]).sum()
            ),
        },
        hints=(
            "One row of the table positions is one cell: a text and a state.",
            "Keep the rows whose status is 'not checked', and count them.",
            "len(positions.query(...)) with a condition on status.",
        ),
    ),
    "33-2": Task(
        reference=_counted,
        unit="texts",
        tolerance=0,
        mistakes={
            "This includes the vote, in which it had no part. Could not vote does not "
            "count as a chance.": {"state": "KAZ"},
            "These are all texts, also those whose list we did not find.": {
                "column": "texts"
            },
            "These are the critical texts alone. Take all stances.": {
                "stances": ("critical",)
            },
            "These are the texts on which it could act. The list must be checked, "
            "too.": {"column": "could_act"},
        },
        hints=(
            "The table counts has the column checked for each state and stance.",
            "Keep the rows of KGZ and add up checked.",
            "counts.query(\"state == 'KGZ'\")['checked'], then sum().",
        ),
    ),
    "33-3": Task(
        reference=_chances,
        unit="chances",
        tolerance=0,
        mistakes={
            "This counts all years. Stop at 2020.": {"last": None},
            "This includes texts whose list we did not find, or you took the critical "
            "texts.": {"column": "could_act"},
            "These are texts. Each gives five chances, one for each state.": lambda: (
                _chances() // 5
            ),
        },
        hints=(
            "diplomacy.position_counts takes last, the last year that counts.",
            "Keep the supporting rows of all five states, and add up checked.",
            "until = diplomacy.position_counts(positions, texts, last=2020); then "
            "until.query(\"stance == 'supporting'\")['checked'].sum().",
        ),
    ),
    "33-4": Task(
        reference=_difference,
        unit="percentage points",
        mistakes={
            "This is trade in percent of GDP. Take China's share in public debt.": {
                "measure": TRADE
            },
            "This is debt in percent of GDP. Take China's share in public debt.": {
                "measure": "debt_percent_gdp"
            },
            "This is 2019. The task asks for 2018.": {"year": 2019},
            "This is the mean of the signers. Subtract that of the others.": {
                "column": "signed"
            },
        },
        hints=(
            "diplomacy.weight_by_choice compares signers and others by each measure.",
            "The text is 'letter_supporting_2019', the measure 'debt_share_percent'.",
            "compared = diplomacy.weight_by_choice(weights, positions, text=..., "
            "year=2018); take difference in the row of the measure.",
        ),
    ),
    "33-5": Task(
        reference=_fitting,
        unit="states",
        tolerance=0,
        mistakes={
            "This is the count with a threshold of five points. The task asks for "
            "three.": {"least_rise": 5},
            "These are the states that speak against.": {"order": "speaks against"},
            "This is the number of states. Count those whose order fits.": lambda: len(
                tables.the_five()
            ),
        },
        hints=(
            "Change one argument of diplomacy.before_and_after: least_rise.",
            "Then count the rows in which order is 'fits'.",
            "changes = diplomacy.before_and_after(..., least_rise=3); "
            "(changes['order'] == 'fits').sum().",
        ),
    ),
    "33-6": Task(
        reference=_base_rate,
        unit="percent of days",
        mistakes={
            "This is Kazakhstan.": {"state": "KAZ"},
            "This goes to 2021. Stop at 2020.": {"last": 2021},
            "These are three months. The task asks for six.": {"months": 3},
        },
        hints=(
            "diplomacy.protest_base_rate gives the share of all days.",
            "It takes the state, the first and the last year; six months is usual.",
            "diplomacy.protest_base_rate(protests, state='KGZ', first=2018, last=2020)",
        ),
    ),
    "33-7": Task(
        reference=_points,
        mistakes={
            "This is where all eight cases point. Take Kazakhstan alone.": {
                "states": ("KAZ", "KGZ")
            },
            "Only stopped was counted. The rule takes stopped or changed.": {
                "heeded": ("stopped",)
            },
        },
        hints=(
            "Keep the rows of KAZ and look at their outcomes.",
            "Count stopped and changed together, and compare with half of the cases.",
            "More than half is against, fewer is for; exactly half has a word of its "
            "own in the rule.",
        ),
    ),
}
