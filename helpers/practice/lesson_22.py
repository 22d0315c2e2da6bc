"""The tasks of lesson 22, threats and order."""

from helpers import claims, security, tables
from helpers.practice.tasks import Task

NONE_FOUND = "none found"


def _deaths(country="TJK", year=1992, column="value"):
    where = {"source": "UCDP", "measure": "deaths", "country": country, "year": year}
    return float(tables.value(_counts(), column, **where))


def _per_year(
    country="TJK", measure="attacks", first=1998, last=2009, column="per_year"
):
    rates = security.violence_per_year(
        _counts(),
        tables.load("violence_sources"),
        source="RAND from 1998",
        measure=measure,
        first=first,
        last=last,
    )
    return float(tables.value(rates, column, country=country))


def _per_year_with_a_row():
    rows = tables.select(
        _counts(), source="RAND from 1998", measure="attacks", country="TJK"
    )
    return float(rows["value"].mean())


def _per_million(country="TJK", year=2010, column="per_million"):
    rates = security.death_rates(_counts(), first=year, last=year)
    return float(tables.value(rates, column, country=country))


def _conflict_years(also_against=True):
    rows = tables.load("armed_conflicts")
    here = rows["country"] == "TJK"
    if also_against:
        here |= rows["against"] == "TJK"
    return int(rows.loc[here, "year"].nunique())


def _years_of_promise(partner="RUS", obligation="defence"):
    pacts = tables.select(tables.load("pacts"), state="TKM", partner=partner)
    return int(pacts[obligation].sum())


def _longer_promise(obligation="defence"):
    owed = [_years_of_promise(partner, obligation) for partner in ("RUS", "CHN")]
    return owed[0] - owed[1]


def _points(first=1999, middle=2009, last=2018, country="CHN"):
    where = {"source": "UCDP", "measure": "deaths"}
    old, new = (
        tables.value(
            security.violence_per_year(
                _counts(), tables.load("violence_sources"), first=a, last=b, **where
            ),
            "per_year",
            country=country,
        )
        for a, b in ((first, middle - 1), (middle, last))
    )
    return claims.FOR if new >= old else claims.AGAINST


def _part_of_members(year=2023, of_members=True):
    members = security.members(
        tables.load("memberships"), organisation="SCO", year=year
    )
    part = len(set(members) & set(tables.the_five()))
    return 100 * part / (len(members) if of_members else 5)


def _no_response(responders=("China",), responses=(NONE_FOUND,)):
    rows = tables.select(tables.load("crisis_responses"), where="between states")
    rows = rows[rows["responder"].isin(responders)]
    return int(rows["response"].isin(responses).sum())


def _crises_between_states():
    rows = tables.select(tables.load("crisis_responses"), where="between states")
    return rows["crisis"].nunique()


def _counts():
    return tables.load("political_violence")


TASKS = {
    "22-1": Task(
        reference=_deaths,
        unit="deaths",
        mistakes={
            "This is the second worst year, 1996. The task asks for 1992.": {
                "year": 1996
            },
            "This is the year after. The task asks for 1992.": {"year": 1993},
            "These are deaths per 100,000 people. Take the column value.": {
                "column": "per_100_000_people"
            },
        },
        hints=(
            "A row is one source, measure, country and year.",
            "Write one condition for each of the four, joined by and.",
            "Start from: counts.query(\"source == 'UCDP' and country == 'TJK'\"), and "
            "add the year; then the column value.",
        ),
    ),
    "22-2": Task(
        reference=_per_year,
        unit="attacks a year",
        mistakes={
            "This is the number of the whole period. Divide it by the years.": {
                "column": "total"
            },
            "Divided by the years that have a row. RAND covers 12 years; no row "
            "means that no attack was recorded.": _per_year_with_a_row,
            "These are deaths. The task asks for attacks.": {"measure": "deaths"},
            "This is Kyrgyzstan's rate.": {"country": "KGZ"},
        },
        hints=(
            "A base rate is a number divided by the years in which it was counted.",
            "security.violence_per_year does both; the source is 'RAND from 1998'.",
            "security.violence_per_year(counts, sources, source='RAND from 1998', "
            "measure='attacks', first=1998, last=2009), then per_year of TJK.",
        ),
    ),
    "22-3": Task(
        reference=_per_million,
        unit="deaths per million people",
        mistakes={
            "This is the number of deaths. Put it in relation to the people.": {
                "column": "deaths"
            },
            "This is per 100,000 people. A million is ten times as many.": lambda: (
                _per_million() / 10
            ),
            "This is Kyrgyzstan.": {"country": "KGZ"},
            "This is the year after. The task asks for 2010.": {"year": 2011},
        },
        hints=(
            "UCDP prints deaths per 100,000 people.",
            "security.death_rates turns them into deaths per million.",
            "security.death_rates(counts, first=2010, last=2010), then per_million of "
            "TJK.",
        ),
    ),
    "22-4": Task(
        reference=_conflict_years,
        unit="years",
        tolerance=0,
        mistakes={
            "The years in which Tajikistan is named second are missing: look at the "
            "column against, too.": {"also_against": False},
            "These are the years without a conflict over the threshold.": lambda: (
                2022 - 1992 + 1 - _conflict_years()
            ),
            "These are the rows of all countries.": lambda: len(
                tables.load("armed_conflicts")
            ),
        },
        hints=(
            "A state can stand in two columns: country, or against.",
            "Keep the rows with TJK in one column or the other, then count years.",
            "conflicts.query(\"country == 'TJK' or against == 'TJK'\")['year'], then "
            "nunique().",
        ),
    ),
    "22-5": Task(
        reference=_longer_promise,
        unit="years",
        tolerance=0,
        mistakes={
            "One short: the first year and the last one both count.": lambda: (
                _longer_promise() - 1
            ),
            "This is the promise not to attack. The task asks for defence.": {
                "obligation": "nonaggression"
            },
            "This is how long Turkmenistan owed China talks in a crisis.": lambda: (
                _years_of_promise("CHN", "consultation")
            ),
            "This is what it owed China in defence. The task asks for the "
            "difference.": lambda: _years_of_promise("CHN"),
        },
        hints=(
            "The table pacts has one row a state, partner and year.",
            "Keep the rows of TKM; defence is true or false, and true counts as one.",
            "pacts.query(\"state == 'TKM'\").groupby('partner')['defence'].sum(), then "
            "RUS less CHN.",
        ),
    ),
    "22-6": Task(
        reference=_points,
        mistakes={
            "This is where the cut at 2014 points, as in the lesson. The task cuts at "
            "2009.": {"first": 2004, "middle": 2014},
        },
        hints=(
            "Compute two rates: one for each ten years.",
            "for means: the newer rate is no lower than the older one.",
            "security.violence_per_year with source='UCDP', measure='deaths', once for "
            "1999 to 2008 and once for 2009 to 2018; compare per_year of CHN.",
        ),
    ),
    "22-7": Task(
        reference=_part_of_members,
        unit="percent",
        mistakes={
            "This is the share of 2024, with Belarus. The task asks for 2023.": {
                "year": 2024
            },
            "This is the share of 2022, before Iran joined.": {"year": 2022},
            "Divided by the five states. Divide by all members.": {"of_members": False},
        },
        hints=(
            "The part is members that are of the five, the whole is all members.",
            "security.members lists the members in a year.",
            "members = security.members(memberships, organisation='SCO', year=2023); "
            "count those in tables.the_five(), divide by len(members).",
        ),
    ),
    "22-8": Task(
        reference=_no_response,
        unit="crises",
        tolerance=0,
        mistakes={
            "These are all crises between states. In one of them China said "
            "something.": _crises_between_states,
            "This is the crisis in which China said something.": lambda: (
                _crises_between_states() - _no_response()
            ),
            "This counts other responders, too. Keep China.": {
                "responders": ("China", "Russia", "SCO", "CSTO")
            },
        },
        hints=(
            "Every row is one crisis and one responder.",
            "Three columns decide: where, responder and response.",
            "len(crises.query(\"where == 'between states' and responder == "
            "'China'\")), with one more condition on response.",
        ),
    ),
}
