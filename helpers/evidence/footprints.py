"""The evidence on military footprints: claims S1, S9, S12 and S13."""

import functools

import pandas as pd

from helpers import claims, security, tables
from helpers.evidence.clock import ANNUAL_TO, END_OF_2020

LAUNCH = 2013
YEARS_TO_2019 = 7
YEARS_TO_NEWEST = {"loans and grants": 9, "trade": 12, "major arms": 12}
SIPRI = "SIPRI Arms Transfers Database, release of 2025"
SOURCES = {
    "loans and grants": ("AidData GCDF 3.0", "B"),
    "trade": ("China's customs (IMF IMTS)", "A"),
    "major arms": (SIPRI, "B"),
}
FIRST_STEPS = {  # kinds of events
    "exercise": "joint exercise with a state of the region",
    "military aid": "military aid to a state of the region",
}
FIRST_SITES = {  # columns of the table of sites in which China stands
    "paid_by": "first agreement on posts paid for by China",
    "operator": "first year that reports give for Chinese troops at an outpost",
}
AIDDATA = "AidData"  # its list of military gifts came out in 2021
DENIERS = "China, Tajikistan (Shaymak) and Afghanistan (Wakhan)"
WEIGHED_BY = {
    "acknowledged": "acknowledged by a government concerned",
    "two reports": "two or more reports, denied or not",
    "seen": "a reporter was at or near the place, denied or not",
    "one report": "at least one report, denied or not",
}
BASES = ["garrison or base", "air base"]
WINDOWS = ((2015, 2019), (2020, 2024))
ANSWERS = {  # rows on a state that asked Russia or the alliance for troops
    "EV327": ("Kyrgyzstan 2010, declined: an internal conflict", claims.AGAINST),
    "EV42": ("Kazakhstan 2022, troops came", claims.FOR),
    "EV245": (
        "Kyrgyzstan 2022, border with another member, none found to come",
        claims.CONTEXT,
    ),
}
ALL_FIVE = "Russia's share of the five states' arms imports"
SAID = {  # what Russia or its allies say of China, and which way it points
    "sees no threat": ("no threat in China's work, no site named", claims.FOR),
    "sees no objection": ("a scholar's judgement, on Russia's view", claims.FOR),
    "wants cooperation": ("wish for cooperation, no word on sites", claims.CONTEXT),
}


def _s1():
    """Whether ties grew after 2013, and whether the military ones grew later.

    A tie points for the claim when its average a year since 2013 is above that of an
    equally long window before, else against. Arms point for the order when half of
    them came later than half of trade, and of loans, else against. A first military
    step points for it when it was taken in 2013 or later, else against. No Chinese
    arms are recorded in the windows before 2013, so the rows on their growth cannot
    point against; and the rows on sites begin with what was noticed.
    """
    series = security.involvement(
        tables.load("chinese_finance_by_year"), tables.load("trade_by_partner"), _arms()
    )
    for tie in SOURCES:
        one = tables.select(series, tie=tie)
        for years in (YEARS_TO_2019, YEARS_TO_NEWEST[tie]):
            yield _s1_growth(one, tie, years)
    yield _s1_quoted()
    yield from _s1_order(series)
    for kind, quantity in FIRST_STEPS.items():
        yield from _s1_first(kind, quantity)
    for column, quantity in FIRST_SITES.items():
        yield _s1_site(column, quantity)


def _s1_growth(one, tie, years):
    row = security.before_and_since(one, cut=LAUNCH, years=years).iloc[0]
    source, reliability = SOURCES[tie]
    last = LAUNCH + years - 1
    return claims.Evidence(
        claim_id="S1",
        quantity=f"{tie}: average a year since {LAUNCH} minus before",
        basis=f"windows of equal length around {LAUNCH}",
        period=f"{LAUNCH} to {last}",
        value=row["change"],
        unit=row["unit"],
        reliability=reliability,
        # AidData published in 2023; arms by a release of 2025
        known_in_2020=tie == "trade" and last <= ANNUAL_TO,
        source=source,
        points=claims.FOR if row["change"] > 0 else claims.AGAINST,
    )


def _s1_quoted():
    """The rise of China's share, as a paper printed it in 2020."""
    quoted = tables.load("quoted_arms_shares")
    before = tables.value(quoted, "share_percent", supplier="CHN", first=2010)
    since = tables.select(quoted, supplier="CHN", first=2015).iloc[0]
    rise = since["share_percent"] - before
    return claims.Evidence(
        claim_id="S1",
        quantity="China's share of arms imports, 2015-19 minus 2010-14",
        basis="a paper of 2020",
        period="2015 to 2019",
        value=rise,
        unit="percentage points",
        reliability=since["reliability"],
        known_in_2020=pd.Timestamp(since["published"]) <= END_OF_2020,
        source=since["source"],
        points=claims.FOR if rise > 0 else claims.AGAINST,
    )


def _s1_order(series):
    """Years between the half-way year of arms and those of the economic ties."""
    half = security.half_way_years(series, first=2001, last=ANNUAL_TO)
    year = half.set_index("tie")["half_way_year"]
    for tie in ("loans and grants", "trade"):
        later = int(year["major arms"] - year[tie])
        yield claims.Evidence(
            claim_id="S1",
            quantity=f"half-way year of arms minus that of {tie}",
            basis=f"2001 to {ANNUAL_TO}",
            period=f"2001 to {ANNUAL_TO}",
            value=later,
            unit="years",
            reliability="B",
            known_in_2020=False,
            source=f"{SOURCES[tie][0]}; {SIPRI}",
            points=claims.FOR if later > 0 else claims.AGAINST,
        )


def _s1_first(kind, quantity):
    """The first event of a kind with China: of all rows, and of those of 2020."""
    events = tables.load("events")
    with_five = events["actors"].str.contains("|".join(tables.the_five()))
    found = events[with_five & events["actors"].str.contains("CHN")]
    found = tables.select(found, detail=kind).sort_values("date")
    is_new = found["source"].str.contains(AIDDATA)
    firsts = [found[~is_new].iloc[0], found.iloc[0]]
    for row in {row["event"]: row for row in firsts}.values():
        known = AIDDATA not in row["source"]
        words = "reported" if known else "in AidData's list of 2021"
        yield claims.Evidence(
            claim_id="S1",
            quantity=f"first {quantity}, {words}",
            basis="table of events",
            period=str(row["year"]),
            value=int(row["year"]),
            unit="year",
            reliability=row["reliability"],
            known_in_2020=known,
            source=row["source"],
            contested_by=_text(row["contested_by"]),
            points=claims.FOR if row["year"] >= LAUNCH else claims.AGAINST,
        )


def _s1_site(column, quantity):
    """The first year of a site that China is said to operate, or paid for."""
    sites = tables.select(tables.load("military_sites"), **{column: "CHN"})
    row = sites.sort_values("began").iloc[0]
    year = int(row["began"])
    return claims.Evidence(
        claim_id="S1",
        quantity=quantity,
        basis="table of sites",
        period=str(year),
        value=year,
        unit="year",
        reliability=row["reliability"],
        known_in_2020=year <= 2020,
        source=row["source"],
        contested_by=_text(row["contested_by"]),
        points=claims.FOR if year >= LAUNCH else claims.AGAINST,
    )


def _s9():
    """How many Chinese sites four rules count; each rule is a basis.

    What is counted is a reported Chinese site, by what was said until the end of 2020
    and until now. Posts that China paid for and Tajik forces hold are another
    quantity: context.
    """
    reports = tables.load("site_reports")
    newest = int(reports["year"].max())
    for until, known in ((2020, True), (newest, False)):
        counts = security.site_counts(reports, until=until)
        for row in counts.itertuples():
            yield claims.Evidence(
                claim_id="S9",
                quantity="Chinese sites in Gorno-Badakhshan and the Wakhan",
                basis=WEIGHED_BY[row.rule],
                period="2020",
                value=row.sites,
                unit="bases",
                reliability="B",
                known_in_2020=known,
                source=f"reports and statements until {until}",
                contested_by=DENIERS,
            )
    yield from _s9_paid()


def _s9_paid():
    """Facilities of Tajik forces that China paid for, by first year."""
    sites = tables.load("military_sites")
    paid = sites[sites["paid_by"] == "CHN"]
    for until in (2020, int(paid["began"].max())):
        rows = paid[paid["began"] <= until]
        yield claims.Evidence(
            claim_id="S9",
            quantity="facilities of Tajik forces, approved and paid for by China",
            basis="not Chinese sites",
            period=str(until),
            value=int(rows["facilities"].sum()),
            unit="facilities",
            reliability=rows["reliability"].max(),
            known_in_2020=until <= 2020,
            source="; ".join(rows["source"]),
            contested_by="; ".join(rows["contested_by"].dropna()),
            points=claims.CONTEXT,
        )


def _s12():
    """Where Russia is first by far, and where it is not.

    A share of arms points for the claim above one half, else against, for the five
    states and without Kazakhstan, the largest recipient; leading in supply, when
    Russia leads in more than half of the states. Allies: when more than half of the
    five are in the Russian-led alliance. Bases: when Russia has more bases by an
    acknowledged agreement than all others together. An answer to a call for troops
    points for it when troops came, against it when the call was declined; where none
    were found to come, the row is context. Troops reported to leave point against.
    Exercises of an incomplete list are context, and so are leaders in states with few
    deliveries. The shares without Kazakhstan were added after a review.
    """
    yield _s12_quoted()
    for first, last in WINDOWS:
        yield from _s12_arms(first, last)
    yield from _s12_allies()
    for year in (2020, 2026):
        yield _s12_bases(year)
    for event, (answer, points) in ANSWERS.items():
        yield _from_event("S12", event, f"call for troops: {answer}", points)
    yield _from_event(
        "S12", "EV326", "troops reported to leave the base", claims.AGAINST
    )
    yield _s12_exercises()


def _s12_quoted():
    row = tables.select(tables.load("quoted_arms_shares"), supplier="RUS").iloc[0]
    share = row["share_percent"]
    return claims.Evidence(
        claim_id="S12",
        quantity=ALL_FIVE,
        basis="a paper of 2020",
        period=f"{row['first']} to {row['last']}",
        value=share,
        unit="percent",
        reliability=row["reliability"],
        known_in_2020=pd.Timestamp(row["published"]) <= END_OF_2020,
        source=row["source"],
        points=claims.FOR if share > 50 else claims.AGAINST,
    )


def _s12_arms(first, last):
    """Shares with and without the largest recipient, and first suppliers."""
    window = {"first": first, "last": last}
    arms = _arms()
    without = arms[arms["recipient"] != "KAZ"]
    share, rest = (_russian_share(rows, **window) for rows in (arms, without))
    leaders = security.leading_suppliers(arms, **window)
    is_russia = leaders["supplier"] == "RUS"
    leads = int(is_russia.sum())
    many = int((is_russia & (leaders["note"] == "")).sum())
    for quantity, value, unit, points in (
        (ALL_FIVE, share, "percent", _sided(share > 50)),
        ("the same share without Kazakhstan", rest, "percent", _sided(rest > 50)),
        (
            "states whose first supplier is Russia",
            leads,
            "states",
            _sided(leads > 2.5),
        ),
        (
            "of these, states with more than few deliveries",
            many,
            "states",
            claims.CONTEXT,
        ),
    ):
        yield claims.Evidence(
            claim_id="S12",
            quantity=quantity,
            basis="release of 2025",
            period=f"{first} to {last}",
            value=value,
            unit=unit,
            reliability="B",
            known_in_2020=False,
            source=SIPRI,
            points=points,
        )


def _russian_share(arms, **window):
    shares = security.delivery_shares(arms, **window)
    return tables.value(shares, "share_percent", supplier="RUS")


def _sided(is_for):
    return claims.FOR if is_for else claims.AGAINST


def _s12_allies():
    """States of the five that an event of the alliance names as members."""
    for event in ("EV13", "EV50"):
        row = _event(event)
        members = sorted(set(row["actors"].split(";")) & set(tables.the_five()))
        yield claims.Evidence(
            claim_id="S12",
            quantity="states in the Russian-led alliance, of five",
            basis="members named by an event",
            period=str(row["year"]),
            value=len(members),
            unit="states",
            reliability=row["reliability"],
            known_in_2020=int(row["year"]) <= 2020,
            source=row["source"],
            points=claims.FOR if len(members) > 2.5 else claims.AGAINST,
        )


def _s12_bases(year):
    sites = tables.load("military_sites")
    counts = security.operators(sites, year=year, kinds=BASES)
    russian = counts["operator"] == "RUS"
    own = int(counts.loc[russian, "sites"].sum())
    others = int(counts.loc[~russian, "sites"].sum())
    return claims.Evidence(
        claim_id="S12",
        quantity="Russian bases by agreement, minus those of all others",
        basis="table of sites",
        period=str(year),
        value=own - others,
        unit="bases",
        reliability="B" if others else "A",
        known_in_2020=year <= 2020,
        source="agreements of 2012; this course's table of sites",
        points=claims.FOR if own > others else claims.AGAINST,
    )


def _s12_exercises():
    """Exercises of the list in which Russia and China both take part."""
    found = security.chronology(
        tables.load("events"), actors=["RUS"], kinds=["exercise"]
    )
    joint = found[found["actors"].str.contains("CHN")]
    return claims.Evidence(
        claim_id="S12",
        quantity=f"of {len(found)} exercises with Russia, those with China too",
        basis="table of events, incomplete",
        period=f"{joint['date'].min()[:4]} to {joint['date'].max()[:4]}",
        value=len(joint),
        unit="rows",
        reliability="B",
        known_in_2020=False,
        source="this course's table of events",
        points=claims.CONTEXT,
    )


def _s13():
    """What Russia and the Russian-led alliance said, and what was not found.

    Only words on China point: an official Russian word that China's work in the
    country is no threat, and a scholar's judgement, point for the claim; an official
    objection to China's sites would point against it. What is not found is context,
    for it is not shown not to exist. Context too: objections to the sites of others,
    since their contrast with silence is still silence; words that do not speak of
    sites or of harm; and the rule on consent. These comparisons were written after a
    review, when the statements were known.
    """
    said = tables.load("statements_on_sites")
    official = said[said["is_official"]]
    objects = official[official["position"].isin(["asks for an end", "objects"])]
    chinese = objects["about"] == "China"
    for row in objects[chinese].itertuples():
        yield _s13_row("objection to China's site", row, claims.AGAINST)
    for until in (2020, int(said["year"].max())):
        yield claims.Evidence(
            claim_id="S13",
            quantity="official objections to China's reported site",
            basis="the course's search",
            period=str(until),
            value=int((chinese & (objects["year"] <= until)).sum()),
            unit="statements found",
            reliability="B",
            known_in_2020=until <= 2020,
            source="the course's search of public pages: none found",
            points=claims.CONTEXT,
        )
    for row in objects[~chinese].itertuples():
        yield _s13_row(f"words on the sites of {row.about}", row, claims.CONTEXT)
    for row in tables.select(said, position="asks for consent").itertuples():
        yield _s13_row("rule: bases of outsiders need consent", row, claims.CONTEXT)
    for row in said[said["position"].isin(list(SAID))].itertuples():
        yield _s13_row(SAID[row.position][0], row, SAID[row.position][1])


def _s13_row(quantity, row, points):
    return claims.Evidence(
        claim_id="S13",
        quantity=quantity,
        basis="statements on public pages",
        period=str(row.year),
        value=1,
        unit="statements found",
        reliability=row.reliability,
        known_in_2020=row.year <= 2020,
        source=row.source,
        contested_by=_text(row.contested_by),
        points=points,
    )


def _from_event(claim_id, event, quantity, points):
    """One row for an event that points one way."""
    row = _event(event)
    return claims.Evidence(
        claim_id=claim_id,
        quantity=quantity,
        basis="table of events",
        period=str(row["year"]),
        value=1,
        unit="event",
        reliability=row["reliability"],
        known_in_2020=int(row["year"]) <= 2020,
        source=row["source"],
        contested_by=_text(row["contested_by"]),
        points=points,
    )


def _event(event):
    return tables.select(tables.load("events"), event=event).iloc[0]


def _text(value):
    return "" if pd.isna(value) else value


@functools.cache
def _arms():
    return tables.load("arms_deliveries")


CLAIMS = {"S1": _s1, "S9": _s9, "S12": _s12, "S13": _s13}
