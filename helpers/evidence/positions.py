"""The evidence on silence and speech: claims P4, P5 and P8.

All three are judgements, and all speak of motives, which no table holds. The windows,
the six months and the threshold were fixed before a row was computed. Choices that were
made later: for P4 which measures of dependence to use, so all are shown, and ideal
points instead of agreement. A review then moved rows from pointing to context, because
their direction hung on a choice: the order in time (on whose move counts), how often
the matter was raised (on what counts as raised and as played down), steps after a
protest (for P5 where one step would turn them, for P8 always), detentions (the list is
too incomplete to count), and trade where two starts disagree. The lists behind the rows
are incomplete: a case that is found can point, one that is not found cannot.
"""

import functools

import pandas as pd

from helpers import claims, diplomacy, economy, security, tables
from helpers.evidence.clock import END_OF_2020
from helpers.evidence.points import rose

NEWEST_YEAR = 2026
LETTER = "letter_supporting_2019"  # the one list on which some of the five stand
YEAR_BEFORE = 2018
WINDOWS = {"before": (2005, 2009), "after": (2015, 2019)}  # those of lesson 23
LEAST_RISE = 5  # percentage points
FIRST_STEP_YEAR = 2018
NAMES_RELATIONS = ("EV468",)
DETAINED = ("EV114", "EV116", "EV120", "EV123")  # as reports say; more are not listed
STARTS = 2013, 2016  # trade at its height, and the year of the first listed protest
LISTS, EVENTS = "xinjiang_positions, this course", "events, this course"
CODING, PROJECTS = "kin_steps, this course", "contested_projects, this course"
CUSTOMS = "IMF, International Merchandise Trade Statistics; IMF WEO"
DEBT = "World Bank, International Debt Statistics; IMF WEO"
MEASURES = {
    "trade_percent_gdp": ("trade with China in percent of GDP", "A", CUSTOMS),
    "debt_percent_gdp": ("public debt to China in percent of GDP", "B", DEBT),
    "debt_share_percent": ("China's share in public debt", "B", DEBT),
}


def _p4():
    """Is there silence, is it deeper where dependence is, and does anybody say why?

    A signature of one of the five under a critical text points against. None is what
    the claim predicts, but its rivals predict it, too: context. If those who signed in
    support in 2019 depended more on China in the year before than those who did not,
    the row points for, else against; one row a measure of dependence. In how many
    states dependence grew and the state moved nearer to China in votes, or neither, is
    context: it hangs on whether China's own move counts. Nearness is the ideal point;
    agreement fell in all five, so it could not tell them apart. A public protest to
    China points against. A government that names relations with China as its reason
    points for.
    """
    yield from _critical_signatures()
    yield from _weight_of_signers()
    yield from _order_in_time()
    events = _events()
    protests = events[
        (events["detail"] == "diplomatic protest") & _between_china_and_one(events)
    ]
    for last in (2020, NEWEST_YEAR):
        yield _listed(
            "P4",
            "public diplomatic protests of the five to China",
            protests[protests["year"] <= last],
            claims.AGAINST,
            last,
        )
        named = events[events["event"].isin(NAMES_RELATIONS)]
        yield _listed(
            "P4",
            "governments that name relations with China as their reason to say little",
            named[named["year"] <= last],
            claims.FOR,
            last,
        )


def _critical_signatures():
    for last in (2020, NEWEST_YEAR):
        counts = diplomacy.position_counts(_positions(), _texts(), last=last)
        critical = tables.select(counts, stance="critical")
        signed, checked = critical["acted"].sum(), critical["checked"].sum()
        yield claims.Evidence(
            claim_id="P4",
            quantity="signatures of the five under critical texts",
            basis="lists of names that we read",
            period=f"2019 to {last}",
            value=int(signed),
            unit=f"of {checked} chances (texts times states)",
            reliability="A",
            known_in_2020=last <= 2020,
            source=LISTS,
            points=claims.AGAINST if signed else claims.CONTEXT,
        )


def _weight_of_signers():
    compared = diplomacy.weight_by_choice(
        _weights(), _positions(), text=LETTER, year=YEAR_BEFORE
    )
    for row in compared.itertuples():
        words, grade, source = MEASURES[row.measure]
        yield claims.Evidence(
            claim_id="P4",
            quantity=f"signers of 2019 less the others: {words}",
            basis="means of three and of two states",
            period=str(YEAR_BEFORE),
            value=row.difference,
            unit="percentage points",
            reliability=grade,
            known_in_2020=True,
            source=source,
            points=claims.FOR if row.difference > 0 else claims.AGAINST,
        )


def _order_in_time():
    """One row a measure: how many states fit, at least and at most, by yardstick."""
    found = diplomacy.order_by_yardstick(
        _weights(),
        tables.load("un_ideal_points"),
        partner="CHN",
        least_rise=LEAST_RISE,
        **WINDOWS,
    )
    for value, (words, _, source) in MEASURES.items():
        rows = tables.select(found, measure=value)
        fits = rows["fits"]
        yield claims.Evidence(
            claim_id="P4",
            quantity=f"states that moved as dependence did: {words}",
            basis="means of 2005-09 and of 2015-19, votes as ideal points",
            period="2005 to 2019",
            value=int(fits.min()),
            unit=f"to {fits.max()} of {rows['known'].max()}, by whose move counts",
            reliability="B",
            known_in_2020=True,
            source=f"{source}; Bailey, Strezhnev and Voeten",
            points=claims.CONTEXT,
        )


def _p5():
    """Did governments raise the matter, again and again, and because of the public?

    States that raised it with China: more than half of the five point for. Years with
    such a step: two or more point for. How often it was raised stands beside how often
    it was played down, and China backed: context, for what counts as a step decides
    which is more. Steps with a listed protest in the six months before: if there are
    more of them than the share of all days of the same years would give, by one step
    or more, the row points for, if fewer, against, else context. An official who
    names calming protesters as the aim points for. A step for all minorities, and not
    for citizens and kin alone, points for. What is not found is context.
    """
    for last in (2020, NEWEST_YEAR):
        steps = _steps(last)
        raised = steps[steps["step"] == "raised with China"]
        states, years = raised["state"].nunique(), raised["date"].str[:4].nunique()
        row = functools.partial(_step_row, last=last, rows=raised)
        yield row(
            "states that raised the matter with China",
            states,
            "of 5 states",
            claims.FOR if states > 2.5 else claims.CONTEXT,
        )
        yield row(
            "years in which it was raised",
            years,
            "years",
            claims.FOR if years >= 2 else claims.CONTEXT,
        )
        yield row(
            "times it was raised, beside steps the other way",
            len(raised),
            _other_way(steps, last),
            claims.CONTEXT,
        )
        yield _after_protest(raised, last)
        aims = raised[raised["stated_aim"].notna()]
        yield row(
            "steps whose stated aim is to end protests",
            len(aims),
            "listed",
            claims.FOR if len(aims) else claims.CONTEXT,
        )
        wide = (raised["for_whom"] == "all minorities").sum()
        yield row(
            "steps for all minorities, and not for citizens or kin alone",
            int(wide),
            f"of {len(raised)} listed",
            claims.FOR if wide else claims.CONTEXT,
        )


def _other_way(steps, last):
    """How often the matter was played down or China backed, in words for a unit."""
    counted = steps["step"].value_counts()
    down, backed = counted["played down"], counted["backed China"]
    counts = diplomacy.position_counts(_positions(), _texts(), last=last)
    signed = tables.select(counts, stance="supporting")["acted"].sum()
    voted = counts.loc[counts["stance"] == "vote", "acted"].sum()
    return (
        f"listed; {down} played down, {backed} backed China, {signed + voted} signed "
        "or voted for China"
    )


def _after_protest(raised, last):
    """Steps with a protest before, beside the share of all days that have one."""
    protests = security.chronology(_events(), kinds=["protest"])
    before = diplomacy.protests_before(raised, protests)["protests_before"] > 0
    newest = int(raised["date"].str[:4].astype(int).max())
    base = {
        state: diplomacy.protest_base_rate(
            protests, state=state, first=FIRST_STEP_YEAR, last=newest
        )
        for state in set(raised["state"])
    }
    share, expected = 100 * before.mean(), raised["state"].map(base).mean()
    beyond = (share - expected) * len(raised) / 100
    return _step_row(
        "steps after a protest, beside the share of all days",
        share,
        f"percent of {len(raised)} listed; of all days {expected:.0f}",
        claims.CONTEXT if abs(beyond) < 1 else rose(beyond),
        last=last,
        rows=raised,
    )


def _p8():
    """Did public feeling change what governments did with China?

    Cases that met protest: if more than half were stopped or changed, the row points
    against, if fewer, for. Steps for people in Xinjiang within six months after a
    protest are context: more than half of all days do, too. Protests at which people
    were detained are context: those that we could name, out of more. If the five
    states' trade with China grew, cooperation went on, which points for, if it fell,
    against; two starts are taken, 2013 and the year of the first protest, and where
    they disagree both rows are context.
    """
    for last in (2020, NEWEST_YEAR):
        cases = _cases(last)
        heeded = cases["outcome"].isin(["stopped", "changed"]).sum()
        yield claims.Evidence(
            claim_id="P8",
            quantity="cases that met protest and were stopped or changed",
            basis="contested projects and rules",
            period=f"2016 to {last}",
            value=int(heeded),
            unit=f"of {len(cases)} known cases",
            reliability=cases["reliability"].max(),
            known_in_2020=last <= 2020,
            source=PROJECTS,
            points=_majority(heeded, len(cases), claims.AGAINST, claims.FOR),
        )
        steps = _steps(last)
        raised = steps[steps["step"] == "raised with China"]
        protests = security.chronology(_events(), kinds=["protest"])
        after = diplomacy.protests_before(raised, protests)["protests_before"] > 0
        yield _step_row(
            "steps for people in Xinjiang after a protest",
            int(after.sum()),
            "listed",
            claims.CONTEXT,
            last=last,
            rows=raised[after],
            claim_id="P8",
        )
        events = _events()
        held = events[events["event"].isin(DETAINED) & (events["year"] <= last)]
        yield _listed(
            "P8", "protests at which people were detained", held, claims.CONTEXT, last
        )
    yield from _trade_went_on()


def _trade_went_on():
    """Trade of the five with China, from two starts."""
    turnover = economy.turnover(tables.load("trade_by_partner"), partner="CHN")
    turnover = tables.select(turnover, reported_by="partner")
    by_year = turnover.groupby("year")["turnover_usd_mn"].sum()
    for last in (2019, int(by_year.index.max())):
        change = {start: 100 * (by_year[last] / by_year[start] - 1) for start in STARTS}
        grew = sum(value > 0 for value in change.values())
        points = {len(STARTS): claims.FOR, 0: claims.AGAINST}.get(grew, claims.CONTEXT)
        for start, value in change.items():
            yield claims.Evidence(
                claim_id="P8",
                quantity=f"change of the five states' trade with China since {start}",
                basis="China's customs",
                period=f"{start} to {last}",
                value=value,
                unit="percent, current dollars",
                reliability="A",
                known_in_2020=last <= 2019,
                source="IMF, International Merchandise Trade Statistics",
                points=points,
            )


def _majority(part, whole, more, fewer):
    """Where more than half of the cases point, and where fewer do; half is context."""
    if 2 * part == whole:
        return claims.CONTEXT
    return more if 2 * part > whole else fewer


def _step_row(quantity, value, unit, points, *, last, rows, claim_id="P5"):
    """One row on the steps that are coded; the weakest source grades it."""
    hollow = rows["reliability"].str.contains("B").any() or rows.empty
    return claims.Evidence(
        claim_id=claim_id,
        quantity=quantity,
        basis="coded events",
        period=f"{FIRST_STEP_YEAR} to {last}",
        value=value,
        unit=unit,
        reliability="B" if hollow else "A",
        known_in_2020=last <= 2020,
        source=CODING,
        points=points,
    )


def _listed(claim_id, quantity, found, points, last):
    """One row for a number of listed events; none found is context.

    It is contested only when every case is.
    """
    rivals = found["contested_by"].dropna().tolist()
    return claims.Evidence(
        claim_id=claim_id,
        quantity=quantity,
        basis="listed events",
        period=f"{claims.claim(claim_id).period[:4]} to {last}",
        value=len(found),
        unit="listed",
        reliability=found["reliability"].max() if len(found) else "B",
        known_in_2020=pd.Timestamp(last, 12, 31) <= END_OF_2020,
        source=EVENTS,
        contested_by="; ".join(rivals) if len(rivals) == len(found) else "",
        points=points if len(found) else claims.CONTEXT,
    )


def _between_china_and_one(events):
    parties = events["actors"].str.split(";")
    five = set(tables.the_five())
    return parties.map(lambda codes: "CHN" in codes and bool(five & set(codes)))


def _steps(last):
    steps = diplomacy.kin_steps(_events(), tables.load("kin_steps"))
    return steps[steps["date"].str[:4].astype(int) <= last]


def _cases(last):
    cases = tables.load("contested_projects")
    return cases[cases["decided"].str[:4].astype(int) <= last]


@functools.cache
def _weights():
    names = ("trade_by_partner", "debt_flows", "gdp_and_public_debt")
    return diplomacy.china_weight(*map(tables.load, names))


@functools.cache
def _events():
    return tables.load("events")


@functools.cache
def _positions():
    return tables.load("xinjiang_positions")


@functools.cache
def _texts():
    return tables.load("xinjiang_texts")


CLAIMS = {"P4": _p4, "P5": _p5, "P8": _p8}
