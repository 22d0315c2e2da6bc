"""The evidence on Confucius Institutes and on culture: claims P1 and P6."""

import functools

import pandas as pd

from helpers import claims, diplomacy, tables
from helpers.diplomacy.culture import BORN, STUDENTS
from helpers.evidence.clock import ANNUAL_TO

RUSSIA, CHINA = "RUS", "CHN"
KNOWN_REVISION, REVISION = 2019, 2024  # the revision of 2020 came in January 2021
STUDENTS_IN = 2019
STARTS = 2002, 2011  # first year of both systems, and first after Russia's gap
UIS, UN = "UNESCO Institute for Statistics, via 360info", "UN DESA, Migrant Stock"
MINISTRY = f"{UIS}; China's ministry of education"
SOURCES = {
    STUDENTS: UIS,
    "Remittances": "World Bank/KNOMAD, model of 2017",
    "Airline": "OpenFlights, June 2014",
    BORN: UN,
}
MODELLED = ("Remittances", "Airline")  # one model, one list kept by volunteers
SPEAKS = {"reads and writes Russian freely", "commands Russian"}
CENTRES = {
    "centres alone": ["centre"],
    "centres and cabinets": ["centre", "cabinet"],
}
STATES = "of 5 states"
OTHER = "the other revision, for the years that both have"


def _p1():
    """Institutes in the five states: openings added up, and a list of names.

    The openings up to 2018 count what was opened, not what still worked; no closure
    in the five states is recorded in the sources. The list is of 2021. Reports on
    other areas or later years are context.
    """
    counts = diplomacy.openings(tables.load("public_diplomacy"))
    last = counts.iloc[-1]
    listed = tables.load("confucius_institutes")
    yield _institutes(
        "openings added up",
        str(last["year"]),
        last["running_total"],
        "AidData, China's Public Diplomacy Dashboard 2.0",
        known=True,
    )
    yield _institutes(
        "a list of names", "2021", len(listed), "DigMandarin, list of 2021"
    )
    for row in tables.load("confucius_counts").itertuples():
        if row.area != "WLD":
            area = "the five states" if row.area == "CA5" else "with the Caucasus"
            yield _institutes(
                f"a report, {area}",
                str(row.year),
                row.institutes,
                row.source,
                known=row.year <= ANNUAL_TO,
                reliability=row.reliability,
                points=claims.CONTEXT,
            )


def _institutes(
    basis, period, value, source, *, known=False, reliability="B", points=""
):
    return claims.Evidence(
        claim_id="P1",
        quantity="Confucius Institutes in the five states",
        basis=basis,
        period=period,
        value=float(value),
        unit="institutes",
        reliability=reliability,
        known_in_2020=known,
        source=source,
        points=points,
    )


def _p6():
    """Is Russia first among all partners, and does it remain so?

    *First*: for each tie, the states in which Russia has a larger figure than every
    other partner of the source. More than half of the states that have a first point
    for, fewer than half against, half is context. *Remains*: a figure of the last
    year that is not lower than that of the first points for, a lower one against;
    the lead over China is measured from two first years, so that the choice shows.
    *Language*: half or more of a state's people point for. *Centres*: Russia's centres
    point for when they are not fewer than China's institutes of that time. Visa rules
    are policies, so they are context. The tests were written before the evidence was
    tabulated; the tables had been read before.
    """
    yield from _firsts()
    yield from _leads()
    yield _later_students()
    yield from _share_of_hosts()
    yield from _born_and_living_in_russia()
    yield from _language()
    yield from _centres()
    yield from _visas()


def _firsts():
    names = "students_abroad", "migrants", "remittances", "air_routes"
    found = diplomacy.firsts(
        **{name: tables.load(name) for name in names},
        students_in=STUDENTS_IN,
        revisions={KNOWN_REVISION: KNOWN_REVISION, REVISION: REVISION},
    )
    for (indicator, year), rows in found.groupby(["indicator", "year"], sort=False):
        named = rows["first"].dropna()
        count, states = int((named == RUSSIA).sum()), len(named)
        modelled = indicator.startswith(MODELLED)
        half = 2 * count == states
        points = claims.FOR if 2 * count > states else claims.AGAINST
        tie, _, revision = indicator.partition(", revision ")
        yield _indicator(
            quantity=f"states for which Russia is first: {tie.lower()}",
            basis=f"revision {revision}" if revision else "largest partner",
            period=year,
            value=count,
            unit=f"of {states} states",
            source=next(said for key, said in SOURCES.items() if tie.startswith(key)),
            reliability="B" if modelled else "A",
            points=claims.CONTEXT if half else points,
            known=year <= ANNUAL_TO,
            contested_by=OTHER if revision else "",
        )


def _leads():
    """Students in Russia for each one in China, from two first years.

    2002 has the highest ratio of all years and 2011 the lowest, so seen from them
    the last year can only be lower, or higher. The rows say so: they show how far the
    choice of a first year goes.
    """
    together = diplomacy.lead(_flows(), indicator=STUDENTS, together=True)
    ratio = together.set_index("year")["ratio"]
    last = ratio.index.max()
    ends = {ratio.idxmax(): ", the highest", ratio.idxmin(): ", the lowest"}
    for start in STARTS:
        yield _indicator(
            quantity=(
                "students in Russia for each one in China "
                f"({start}: {ratio[start]:.1f})"
            ),
            basis=f"since {start}{ends.get(start, '')}",
            period=last,
            value=ratio[last],
            unit="times",
            source=MINISTRY,
            reliability="B" if start < 2010 else "A",
            points=_not_lower(ratio[last], ratio[start]),
            known=last <= ANNUAL_TO,
        )


def _later_students():
    """Reports after the tables end: all five in Russia, and in China."""
    rows = tables.load("students_reported")
    five = rows["state"].isin(tables.the_five()) & (rows["year"] == 2021)
    russia = rows[five & (rows["host"] == RUSSIA)]["students"].sum()
    china = tables.value(rows, "students", state="CA5", host=CHINA)
    return _indicator(
        quantity=f"students in Russia, 2021 (in China, 2025: over {china:,})",
        basis="later reports",
        period="2021 to 2025",
        value=russia,
        unit="students",
        source="Russian ministry of science; Xinhua, 16 June 2025",
        reliability="B",
        points=_not_lower(russia, china),
        known=False,
    )


def _share_of_hosts():
    """Russia's part of all students abroad, in hosts that report."""
    share = diplomacy.host_share(tables.load("students_abroad"), host=RUSSIA)
    share = tables.select(share, state="CA5").set_index("year")["share_percent"]
    first, last = share.index.min(), share.index.max()
    yield _indicator(
        quantity=(
            "Russia's share of students, hosts that report "
            f"({first}: {share[first]:.1f})"
        ),
        basis=f"since {first}",
        period=last,
        value=share[last],
        unit="percent",
        source=UIS,
        points=_not_lower(share[last], share[first]),
        known=last <= ANNUAL_TO,
    )


def _born_and_living_in_russia():
    """The same trend by the revision known in 2020, and by the newest."""
    found = diplomacy.revisions(
        tables.load("migrants"), born_in=tables.the_five(), living_in=RUSSIA
    )
    for revision in (KNOWN_REVISION, REVISION):
        persons = found[revision].dropna() / 1e6
        first, last = 2010, persons.index.max()
        yield _indicator(
            quantity=(
                "people born in the five who live in Russia "
                f"({first}: {persons[first]:.2f})"
            ),
            basis=f"revision {revision}",
            period=last,
            value=persons[last],
            unit="million persons",
            source=UN,
            points=_not_lower(persons[last], persons[first]),
            known=revision <= ANNUAL_TO,
            contested_by=OTHER,
        )


def _language():
    """Of the questions, only those that cover all speakers can point."""
    for row in tables.load("russian_language").itertuples():
        if row.unit != "percent" or row.asked == "ethnic Russian":
            continue
        base = "base not known" if pd.isna(row.base) else f"of {row.base}"
        points = claims.CONTEXT
        if row.asked in SPEAKS:
            points = claims.FOR if row.value >= 50 else claims.AGAINST
        state = tables.country_names()[row.state]
        yield _indicator(
            quantity=f"{state}: {row.asked}, {base}",
            basis="census",
            period=row.year,
            value=row.value,
            unit="percent",
            source=row.source,
            reliability=row.reliability,
            points=points,
            known=row.year <= ANNUAL_TO,
        )


def _centres():
    """Centres of one Russian foundation, and China's institutes a few months before."""
    rows = tables.load("russian_centres")
    counts = diplomacy.openings(tables.load("public_diplomacy"))
    institutes = int(tables.value(counts, "running_total", year=2015))
    for kinds, name in (
        (["centre"], "centres"),
        (["centre", "cabinet"], "and cabinets"),
    ):
        number = rows.loc[rows["kind"].isin(kinds), "number"].sum()
        yield _indicator(
            quantity=f"places of the Russkiy Mir Foundation (institutes: {institutes})",
            basis=name,
            period=2016,
            value=number,
            unit="places",
            source="Russkiy Mir Foundation, 16 March 2016",
            reliability="B",
            points=_not_lower(number, institutes),
            known=True,
        )


def _visas():
    """States that a partner's citizens may enter without a visa."""
    counts = diplomacy.visa_free(tables.load("visa_rules"))
    inward = tables.select(counts, direction="into the five")
    for date in (inward["date"].min(), inward["date"].max()):
        day = tables.select(inward, date=date).set_index("partner")["visa_free"]
        yield _indicator(
            quantity=f"visa free for Russia's citizens (China's: {day[CHINA]})",
            basis="policy",
            period=date.year,
            value=day[RUSSIA],
            unit=STATES,
            source="Passport Index",
            reliability="B",
            points=claims.CONTEXT,
            known=date.year <= 2020,
        )


def _indicator(*, period, value, known, points, reliability="A", **words):
    return claims.Evidence(
        claim_id="P6",
        period=str(period),
        value=float(value),
        reliability=reliability,
        known_in_2020=bool(known),
        points=points,
        **words,
    )


def _not_lower(now, before):
    return claims.FOR if now >= before else claims.AGAINST


@functools.cache
def _flows():
    names = "students_in_china", "students_abroad", "students_reported", "migrants"
    names += "remittances", "air_routes"
    return diplomacy.flows(**{name: tables.load(name) for name in names})


CLAIMS = {"P1": _p1, "P6": _p6}
