"""The evidence on threats and order: claims S4, S10, S11 and S15.

All four are judgements. The cut at 2014 and the tests of treaties were chosen before
they were computed; the cut-offs of S11 were written after the figures were seen. The
list of events is incomplete: a row in it can point, a missing row cannot, so where
none is found the row is context. So some rows can point one way only: attacks, aid,
exercises and meetings that are found.
"""

import functools

import pandas as pd

from helpers import claims, security, tables
from helpers.evidence.clock import END_OF_2020

SINCE = 2014, 2017  # GTD ends in 2017, so UCDP is cut there, too
BEFORE = (1994, 2003), (2004, 2013)
LAST_TREATY_YEAR = 2018
NEWEST_YEAR = 2026
EVENTS = "events, this course"
UCDP_DEATHS = "UCDP GED, via Our World in Data"
GTD = "START, Global Terrorism Database, via Our World in Data"
ATOP = "ATOP 5"
BETWEEN, WITHIN = "between states", "within a state"
MEDIATE, SAID, HELP = "offer to mediate", "statement without a side", "offer of help"


def _s4():
    """Is violence no lower than before; are Chinese targets hit; is the group there?

    Attacks and deaths a year from 2014 to 2017 are compared with each of the two
    decades before: for, when they are no lower; else against. Two rows can turn with
    the base decade, so both are shown. Both count all motives, so neither shows who
    attacked. An attack on a Chinese target in the five states in the last ten
    years points for; so does a report that the group is active; a government's
    finding that it is not points against. A listing is a decision, so it is context.
    """
    yield from _attack_rates()
    yield from _death_rates()
    yield from _attacks_on_chinese_targets()
    for event, quantity, points in (
        ("EV343", "reports that the named group is active near China", claims.FOR),
        ("EV345", "reports that the named group is active near China", claims.FOR),
        ("EV104", "findings that the named group is not active", claims.AGAINST),
        ("EV254", "listings of the named group by the United Nations", claims.CONTEXT),
    ):
        row = tables.select(_events(), event=event)
        yield _counted("S4", quantity, row, points, basis=f"document of {_year(row)}")


def _attack_rates():
    """Quoted figures of GTD."""
    rates = security.quoted_per_year(tables.load("attacks_quoted"))
    for area, name in (("CHN", "China, all provinces"), ("CA5", "the five states")):
        for base in BEFORE:
            old, new = (
                tables.value(rates, "per_year", area=area, first_year=a, last_year=b)
                for a, b in (base, SINCE)
            )
            yield _rate("attacks", name, old, new, base, "GTD", GTD)


def _death_rates():
    """UCDP's deaths."""
    names = {"CHN": "China, all provinces"} | dict.fromkeys(
        tables.the_five(), "the five states"
    )
    new = _deaths(*SINCE).groupby(names)["per_year"].sum()
    for base in BEFORE:
        old = _deaths(*base).groupby(names)["per_year"].sum()
        for name in new.index:
            yield _rate("deaths", name, old[name], new[name], base, "UCDP", UCDP_DEATHS)


def _deaths(first, last):
    return security.violence_per_year(
        tables.load("political_violence"),
        tables.load("violence_sources"),
        source="UCDP",
        measure="deaths",
        first=first,
        last=last,
    ).set_index("country")


def _rate(what, name, old, new, base, basis, source):
    """One comparison of the rate since 2014 with that of a decade before."""
    return claims.Evidence(
        claim_id="S4",
        quantity=f"{what} a year in {name}; {old:.1f} in {base[0]}-{base[1]}",
        basis=basis,
        period=f"{SINCE[0]} to {SINCE[1]}",
        value=new,
        unit=f"{what} a year",
        reliability="B",
        known_in_2020=True,
        source=source,
        points=claims.FOR if new >= old else claims.AGAINST,
    )


def _attacks_on_chinese_targets():
    """Attacks with Chinese victims in one of the five states, in ten years."""
    rows = _events()
    hit = rows[
        (rows["kind"] == "attack") & _with(rows, "CHN") & _with_one_of_five(rows)
    ]
    for last in (2020, NEWEST_YEAR):
        found = hit[hit["year"].between(last - 9, last)]
        yield _counted(
            "S4",
            "attacks on Chinese targets in the five states, ten years",
            found,
            claims.FOR,
            period=f"{last - 9} to {last}",
            known=last <= 2020,
        )


def _s10():
    """Bilateral military ties are there; is a promise of defence to China?

    Exercises of China with a single state of the five, and its military aid, point
    for when one is documented. No state that owes China defence points for, one or
    more against. A security mechanism that China shares with several states but not
    with Russia points against *bilateral*. A treaty that rules out alliances points
    for. What is owed to Russia is context.
    """
    rows = _events()
    pair = rows["actors"].str.count(";") == 1
    with_one = _with(rows, "CHN") & _with_one_of_five(rows)
    for quantity, mine, points in (
        ("exercises of China with one state", _kind("exercise") & pair, claims.FOR),
        ("arms or aid of China to one state", _kind("arms or aid") & pair, claims.FOR),
        (
            "security mechanisms with several states, without Russia",
            (rows["detail"] == "security mechanism") & ~pair & ~_with(rows, "RUS"),
            claims.AGAINST,
        ),
        (
            "treaties of China with all five that rule out some alliances",
            rows["note"].str.contains("no alliance", na=False),
            claims.FOR,
        ),
    ):
        yield from _on_both_clocks("S10", quantity, rows[with_one & mine], points)
    yield from _promises()


def _promises():
    """What the five owe China and Russia by treaty."""
    for partner, kind in (
        ("CHN", "defence"),
        ("RUS", "defence"),
        ("CHN", "consultation"),
    ):
        owed = security.obligations(_pacts(), year=LAST_TREATY_YEAR, partners=[partner])
        count = int(owed[kind].sum())
        points = claims.AGAINST if count else claims.FOR
        is_test = (partner, kind) == ("CHN", "defence")
        yield claims.Evidence(
            claim_id="S10",
            quantity=f"states that owe {tables.country_names()[partner]} {kind}",
            basis="treaty texts",
            period=str(LAST_TREATY_YEAR),
            value=count,
            unit="of 5 states",
            reliability="B",
            known_in_2020=True,
            source=ATOP,
            points=points if is_test else claims.CONTEXT,
        )


def _s11():
    """Does the SCO bind the five to China and Russia, and is there no other format?

    For, when all its members among the five began to owe China consultation in its
    founding year, and when China and Russia met or exercised in it. More than half
    of its members among the five points for, less than half against, half is
    context. Another format of China with all five points against when it met in two
    years or more; a single meeting is not yet a format, so it is context. Half, and
    one meeting, are exactly the values of 2020: these cut-offs were written after the
    figures were seen, and others are possible.
    """
    yield _consultation_since_the_founding()
    rows = _events()
    both = rows["format"].eq("SCO") & _with(rows, "CHN") & _with(rows, "RUS")
    met = rows["kind"].isin(["meeting", "exercise"])
    yield from _on_both_clocks(
        "S11", "meetings and exercises of China and Russia in it", rows[both & met]
    )
    for year in (2020, NEWEST_YEAR):
        yield _five_among_members(year)
        yield _other_format(year)


def _consultation_since_the_founding():
    founded = 2001
    spans = security.obligation_spans(_pacts(), partners=["CHN"])
    began = spans[
        (spans["obligation"] == "consultation") & (spans["first_year"] == founded)
    ]
    there = _of_five(founded)
    count = len(set(began["state"]) & set(there))
    return claims.Evidence(
        claim_id="S11",
        quantity="members that owe China consultation since the founding year",
        basis="treaty texts",
        period=str(founded),
        value=count,
        unit=f"of {len(there)} states",
        reliability="B",
        known_in_2020=True,
        source=ATOP,
        points=claims.FOR if count == len(there) else claims.CONTEXT,
    )


def _five_among_members(year):
    rows = tables.load("memberships")
    everybody = security.members(rows, organisation="SCO", year=year)
    share = 100 * len(_of_five(year)) / len(everybody)
    points = claims.FOR if share > 50 else claims.AGAINST
    return claims.Evidence(
        claim_id="S11",
        quantity="part of its members that is of the five",
        basis="memberships",
        period=str(year),
        value=share,
        unit="percent",
        reliability="A",
        known_in_2020=year <= 2020,
        source=EVENTS,
        points=claims.CONTEXT if share == 50 else points,
    )


def _of_five(year):
    members = security.members(
        tables.load("memberships"), organisation="SCO", year=year
    )
    return [state for state in members if state in tables.the_five()]


def _other_format(year):
    rows = _events()
    met = rows[rows["format"].eq("China and the five") & (rows["kind"] == "meeting")]
    years = met.loc[met["year"] <= year, "year"].nunique()
    return claims.Evidence(
        claim_id="S11",
        quantity="years in which China met all five without Russia",
        basis="listed events",
        period=_since_the_claim("S11", year),
        value=years,
        unit="years",
        reliability=met["reliability"].max(),
        known_in_2020=year <= 2020,
        source=EVENTS,
        points=claims.AGAINST if years >= 2 else claims.CONTEXT,
    )


def _s15():
    """When two of the five fought, what did China do, and what did others do?

    Only *does not mediate* is tested; *does not interfere* is not. The rule by which a
    response is coded stands in the description of the table ``crisis_responses``.

    In crises between states: an offer to mediate by China points against; a
    statement that takes no side points for. Where none is found the row is context,
    because not finding is not a finding. Russia's offers are context: they show that
    the same search finds offers. Help in crises within a state is context, too.
    """
    found = security.responses(tables.load("crisis_responses"), _events())
    for quantity, responder, response, where, points in (
        ("offers of China to mediate", "China", MEDIATE, BETWEEN, claims.AGAINST),
        ("statements of China without a side", "China", SAID, BETWEEN, claims.FOR),
        ("offers of Russia to mediate", "Russia", MEDIATE, BETWEEN, claims.CONTEXT),
        ("offers of help by China", "China", HELP, WITHIN, claims.CONTEXT),
    ):
        rows = found[(found["responder"] == responder) & (found["where"] == where)]
        done = rows[rows["response"] == response]
        behind = _events()[_events()["event"].isin(done["event"])]
        for last in (2020, NEWEST_YEAR):
            crises = int((rows["year"] <= last).sum())
            yield _counted(
                "S15",
                f"{quantity}, in crises {where}",
                behind[behind["year"] <= last],
                points,
                period=_since_the_claim("S15", last),
                known=last <= 2020,
                unit=f"of {crises} {'crisis' if crises == 1 else 'crises'}",
            )


def _on_both_clocks(claim_id, quantity, found, points=claims.FOR):
    """Documented cases up to 2020, and up to now."""
    for last in (2020, NEWEST_YEAR):
        yield _counted(
            claim_id,
            quantity,
            found[found["year"] <= last],
            points,
            period=_since_the_claim(claim_id, last),
            known=last <= 2020,
        )


def _counted(
    claim_id,
    quantity,
    found,
    points,
    *,
    basis="listed events",
    period="",
    known=None,
    unit="listed",
):
    """One row for a number of listed events; none found is context.

    One case is enough to point, so the row is contested only when every case is.
    """
    if known is None:
        known = pd.Timestamp(_year(found), 12, 31) <= END_OF_2020
    rivals = found["contested_by"].dropna().tolist()
    return claims.Evidence(
        claim_id=claim_id,
        quantity=quantity,
        basis=basis,
        period=period or str(_year(found)),
        value=len(found),
        unit=unit,
        reliability=found["reliability"].max() if len(found) else "B",
        known_in_2020=bool(known),
        source=EVENTS,
        contested_by="; ".join(rivals) if len(rivals) == len(found) else "",
        points=points if len(found) else claims.CONTEXT,
    )


def _since_the_claim(claim_id, last):
    """From the first year of the claim's period to a clock's last one."""
    return f"{claims.claim(claim_id).period[:4]} to {last}"


def _year(found):
    return int(found["year"].max())


def _kind(name):
    return _events()["kind"] == name


def _with(rows, code):
    return rows["actors"].str.split(";").map({code}.issubset)


def _with_one_of_five(rows):
    five = set(tables.the_five())
    return rows["actors"].str.split(";").map(lambda parties: bool(five & set(parties)))


@functools.cache
def _events():
    return tables.load("events")


@functools.cache
def _pacts():
    return tables.load("pacts")


CLAIMS = {"S4": _s4, "S10": _s10, "S11": _s11, "S15": _s15}
