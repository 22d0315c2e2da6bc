"""The evidence on opinion and protest: claims P2, P3 and P7.

All three are judgements. Only the same pollster's same question can show a change, and
a change counts only beyond the least margin of error of a difference; counts of
protests with different windows show none. What a government plans is a position, so
context. These comparisons follow the notes on the sources; the published figures had
been seen when they were written, so others are possible.
"""

import functools

import pandas as pd

from helpers import claims, diplomacy, tables

PERIOD_OF_P2 = 2017, 2021
POLLS_OUT_IN_2020 = "IRI"  # its second poll was published in February 2020
OUT_IN_SEPTEMBER_2020 = "Oxus Society"
CHANGE_UNIT = "percentage points"
LEVELS = (  # pollster, question, place: shown, not weighed
    ("Gallup World Poll", "leadership_approval", "CA4"),
    ("Central Asia Barometer", "best_able_to_help_covid", "KAZ"),
    ("TALAP", "favourable", "KAZ"),
    ("Global Times Research Center", "positive_role_peace_development", "KAZ"),
)
GROUPS = {"CA5": "the five states", "KAZ_KGZ": "Kazakhstan and Kyrgyzstan"}
KNOWN_TO = 2020
HALF = 50
PART = {  # of the staff; whom the page counts
    "local": "local part of the staff",
    "citizens": "citizens' part of the staff",
    "not from China": "part of the staff that is not from China",
}
MODES = {  # whether the way of asking changed; None: a mode is not stated
    True: ", face to face then by telephone",
    False: "",
    None: ", the first way of asking not stated, then by telephone",
}


def _p2():
    """Did answers about China become less friendly, for the same question?

    A repeated question about China within the claim's period: a friendly answer that
    became rarer, or an unfriendly one that became more frequent, points for, if the
    change is larger than its least margin of error; the opposite points against; a
    smaller change is context. The same question about Russia and the United States is
    context: it shows whether a change is special to China. So are levels that nobody
    asked twice, counts of protests, and states without a repeated question.
    """
    pairs = diplomacy.repeated_questions(_surveys())
    first, last = PERIOD_OF_P2
    pairs = pairs[pairs["year_before"].ge(first) & pairs["year_after"].le(last)]
    on_china = pairs[pairs["target"] == "CHN"]
    same = pairs.merge(on_china[["pollster", "indicator"]].drop_duplicates())
    for row in same.itertuples():
        yield _change(row)
    yield from _levels()
    yield from _protest_counts()
    asked = set(on_china["area"])
    yield claims.Evidence(
        claim_id="P2",
        quantity="states with no repeated question about China in our sources",
        basis="surveys found",
        period=f"{first} to {last}",
        value=len(set(tables.the_five()) - asked),
        unit="of 5 states",
        reliability="B",
        known_in_2020=False,
        source="surveys found by this course",
        points=claims.CONTEXT,
    )


def _change(row):
    """One repeated question."""
    names = tables.country_names()
    mode = MODES[None if pd.isna(row.mode_changed) else bool(row.mode_changed)]
    return claims.Evidence(
        claim_id="P2",
        quantity=(
            f"{names[row.target]}, {row.question}, in {names[row.area]}: from "
            f"{row.before_percent:g} to {row.after_percent:g} percent{mode}"
        ),
        basis=row.pollster,
        period=f"{row.year_before} to {row.year_after}",
        value=row.change_points,
        unit=CHANGE_UNIT,
        reliability=row.reliability,
        known_in_2020=row.pollster == POLLS_OUT_IN_2020,
        source=row.pollster,
        points=_direction(row),
    )


def _direction(row):
    """For where China looks worse beyond the margin, against where better."""
    worse = -row.change_points if row.tone == "friendly" else row.change_points
    if row.target != "CHN" or not abs(worse) > row.margin_points:
        return claims.CONTEXT
    return claims.FOR if worse > 0 else claims.AGAINST


def _levels():
    """Answers about China that our sources hold once only."""
    names = tables.country_names() | {"CA4": "four states, average"}
    for pollster, indicator, area in LEVELS:
        where = {"indicator": indicator, "area": area, "target": "CHN"}
        (row,) = tables.select(_surveys(), pollster=pollster, **where).itertuples()
        span = dict.fromkeys([str(row.year_from), str(row.year_to)])
        yield claims.Evidence(
            claim_id="P2",
            quantity=f"China, {row.question}, in {names[area]}, asked once",
            basis=pollster,
            period=" to ".join(span),
            value=row.value_percent,
            unit="percent of those asked",
            reliability=row.reliability,
            known_in_2020=row.year_to <= KNOWN_TO,
            source=pollster,
            points=claims.CONTEXT,
        )


def _protest_counts():
    """Counts of protests about China, each with its own window."""
    names = tables.country_names() | GROUPS
    windows = diplomacy.protest_windows(tables.load("protest_counts"), about="China")
    for row in windows.itertuples():
        yield claims.Evidence(
            claim_id="P2",
            quantity=f"{row.what}, {names[row.area]}",
            basis=row.counted_by,
            period=f"{row.period_start} to {row.period_end}",
            value=row.protests,
            unit="protests in the window",
            reliability=row.reliability[2],
            known_in_2020=row.counted_by == OUT_IN_SEPTEMBER_2020,
            source=row.counted_by,
            contested_by=row.contested_by,
            points=claims.CONTEXT,
        )


def _p3():
    """Is the staff of Chinese firms and projects mostly from China?

    For each count of a firm's people: more than half local points against, less than
    half points for; a bound counts only where the whole range lies on one side. A
    plan says what somebody promises, a limit what is allowed, and neither counts who
    works; so they are context, as are figures on all foreign employers. So are
    permits: they count workers with a permit, and not the local people beside them.
    The firms chose to speak, so they do not stand for all.
    """
    for row in diplomacy.local_shares(tables.load("local_staff")).itertuples():
        yield claims.Evidence(
            claim_id="P3",
            quantity=f"{PART[row.counted]}: {row.what} ({row.kind})",
            basis=f"{row.said_by}, {row.year}",
            period=str(row.year),
            value=row.local_percent,
            unit=f"percent of the staff, {row.qualifier}".rstrip(", "),
            reliability=row.reliability[2],
            known_in_2020=row.year <= KNOWN_TO,
            source=row.said_by,
            contested_by=row.contested_by,
            points=_staff_points(row),
        )
    shares = diplomacy.permit_shares(tables.load("work_permits"))
    names = tables.country_names()
    for row in shares.itertuples():
        yield claims.Evidence(
            claim_id="P3",
            quantity=f"Chinese citizens in all permits, {names[row.state]}",
            basis=row.measure,
            period=row.as_of,
            value=row.share_percent,
            unit=f"percent of {row.all_foreign:,} permits",
            reliability=row.reliability[2],
            known_in_2020=row.as_of[:4] <= "2020",
            source="ministries and migration services, via the press",
            points=claims.CONTEXT,
        )


def _staff_points(row):
    """Where a figure on local staff points."""
    if row.kind != "one firm":
        return claims.CONTEXT
    if row.local_percent > HALF and row.qualifier != "at most":
        return claims.AGAINST
    if row.local_percent < HALF and row.qualifier != "at least":
        return claims.FOR
    return claims.CONTEXT


def _p7():
    """Did anger at China come after the virus, and did anybody ask about blame?

    A survey points for or against only if it asks a sample of all adults who is to
    blame, before and after, with a group for comparison; none does, so all are
    context. The order of dated protests cannot show a cause either: a protest before
    the virus shows that there were other reasons, a later one may have the same.
    """
    order = diplomacy.order_of_events(
        tables.load("events"),
        tables.load("protest_labels"),
        tables.load("covid_by_month"),
    )
    protests = order[order["kind"] == "protest"]
    for when, rows in protests.groupby("when"):
        known = rows["start"].max() < KNOWN_TO + 1
        yield claims.Evidence(
            claim_id="P7",
            quantity=f"listed protests about China {when}",
            basis="listed events",
            period=f"{rows['date'].min()[:4]} to {rows['date'].max()[:4]}",
            value=len(rows),
            unit=f"of {len(protests)} listed",
            reliability=max(rows["reliability"].str[2]),
            known_in_2020=bool(known),
            source="events, this course",
            points=claims.CONTEXT,
        )
    for row in tables.load("covid_questions").itertuples():
        needed = (
            row.asks_blame,
            row.all_adults,
            row.before_and_after,
            row.comparison_group,
        )
        yield claims.Evidence(
            claim_id="P7",
            quantity=f"parts of a test that the survey has; it asked {row.asked}",
            basis=row.survey,
            period=row.fieldwork[-4:],  # the year
            value=sum(needed),
            unit="of 4 parts",
            reliability=row.reliability,
            known_in_2020=row.survey in ("Central Asia Barometer", "Demoscope"),
            source=row.source,
            points=claims.CONTEXT,
        )


@functools.cache
def _surveys():
    return tables.load("opinion_surveys")


CLAIMS = {"P2": _p2, "P3": _p3, "P7": _p7}
