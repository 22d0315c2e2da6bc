"""The tasks of lesson 20, borders."""

import functools

from helpers import claims, economy, security, tables
from helpers.practice.tasks import Task

CLAIMED = {"KAZ": 1996, "KGZ": 1998, "TJK": 2011}


def _stated(said_by="RFE/RL", state="KGZ"):
    where = {"state": state, "what": "to China", "said_by": said_by}
    return tables.value(_areas(), "km2", **where)


def _share(part=("to China", "Senate report"), whole=("disputed", "AFP")):
    what, said_by = part
    of, whole_said_by = whole
    value = functools.partial(tables.value, _areas(), "km2", state="KAZ")
    return (
        100 * value(what=what, said_by=said_by) / value(what=of, said_by=whole_said_by)
    )


def _of_territory(said_by="Chinese military press", whole="whole territory", of=None):
    shares = security.area_shares(_areas(), whole=whole)
    where = {"state": "TJK", "part_said_by": said_by, "is_printed": False}
    where |= {"whole_said_by": of} if of else {}
    return tables.value(shares, "share_percent", **where)


def _lag(state="KAZ", agreement="second supplement"):
    lags = security.treaty_lags(_steps())
    where = {"state": state, "agreement": agreement}
    return tables.value(lags, "years_low", **where, lag="signature to ratification")


def _near(within=1, talks=False):
    off = security.years_off(_steps(), claimed=CLAIMED)
    off = off if talks else off[off["step"] != "talks"]
    return int((off["years_off"].abs() <= within).sum())


def _all_steps():
    off = security.years_off(_steps(), claimed=CLAIMED)
    return int((off["step"] != "talks").sum())


def _trade_share(partner="CHN", country="KGZ", year=1999):
    own = tables.load("trade_long_run").assign(reported_by="country")
    shares = economy.turnover_share(own, partner=partner)
    return tables.value(shares, "share_percent", country=country, year=year)


def _one_flow(flow):
    shares = economy.partner_share(
        tables.load("trade_long_run"), flow=flow, partner="CHN", reported_by=None
    )
    return tables.value(shares, "share_percent", country="KGZ", year=1999)


def _verdict(which=-1, step="signature"):
    dates = tables.select(_steps(), state="KGZ", step=step)
    return claims.verdict("S6", float(dates["year"].iloc[which]))


def _over(verdicts=(claims.SUPPORTED,), said_by=None):
    rows = tables.select(_areas(), state="TJK", what="to China")
    said = [claims.verdict("S8", km2) for km2 in rows["km2"].dropna()]
    return sum(one in verdicts for one in said)


def _statements_with_percent():
    return len(tables.select(_areas(), state="TJK", what="to China"))


def _areas():
    return tables.load("border_areas")


@functools.cache
def _steps():
    return security.border_steps(tables.load("border_steps"), tables.load("events"))


TASKS = {
    "20-1": Task(
        reference=_stated,
        unit="square kilometres",
        mistakes={
            "This is what deputies said in 2001, on both agreements.": {
                "said_by": "deputies"
            },
            "This is the figure of the Washington Times. Whose is asked for?": {
                "said_by": "Washington Times"
            },
            "This is Kazakhstan's figure. Choose the rows of Kyrgyzstan.": {
                "state": "KAZ",
                "said_by": "Senate report",
            },
        },
        hints=(
            "Every row is one state, one kind of area and one source.",
            "Write one condition each for state, what and said_by, joined by and.",
            "Start from: areas.query(\"state == 'KGZ' and what == 'to China'\"), then "
            "choose the row of RFE/RL and its column km2.",
        ),
    ),
    "20-2": Task(
        reference=_share,
        unit="percent",
        mistakes={
            "Part and whole are both from the Senate report. The whole should be "
            "AFP's.": {"whole": ("disputed", "Senate report")},
            "This is the part that Kazakhstan kept.": {
                "part": ("kept", "Senate report")
            },
            "This is the whole divided by the part. Turn it round.": lambda: (
                1e4 / _share()
            ),
            "This is an area. Divide it by the whole.": lambda: _stated(
                "Senate report", "KAZ"
            ),
        },
        hints=(
            "A share is a part divided by a whole, times 100.",
            "The part is what the Senate report says was left to China, the whole is "
            "what AFP says was disputed.",
            "security.area_shares(areas) has one row for each pair of sources: choose "
            "state KAZ, part_said_by 'Senate report', whole_said_by 'AFP'.",
        ),
    ),
    "20-3": Task(
        reference=_lag,
        unit="years",
        tolerance=0.02,
        mistakes={
            "This is the lag of the first agreement.": {"agreement": "agreement"},
            "This is the lag of the first supplement.": {"agreement": "supplement"},
            "This is Kyrgyzstan's supplement.": {
                "state": "KGZ",
                "agreement": "supplement",
            },
            "This is in days. Divide by 365.": lambda: 365 * _lag(),
        },
        hints=(
            "The lag runs from the signature of one agreement to its ratification.",
            "security.treaty_lags(steps) has a row for each lag.",
            "Choose state 'KAZ', agreement 'second supplement' and the lag 'signature "
            "to ratification'; both columns of years hold the same number.",
        ),
    ),
    "20-4": Task(
        reference=_of_territory,
        unit="percent",
        mistakes={
            "This is a share of the disputed land, as the minister states it.": {
                "whole": "disputed",
                "of": "minister Zarifi",
            },
            "This takes the minister's round figure as the part.": {
                "said_by": "minister Zarifi"
            },
            "This takes the scholar's figure as the part.": {"said_by": "Gleason"},
        },
        hints=(
            "Same part, another whole. Which one is asked for?",
            "security.area_shares takes the kind of whole: whole='whole territory'.",
            "Choose part_said_by 'Chinese military press' in the result.",
        ),
    ),
    "20-5": Task(
        reference=_near,
        unit="steps",
        mistakes={
            "Only steps in the very year are counted. Add those one year away.": {
                "within": 0
            },
            "This counts steps up to two years away.": {"within": 2},
            "These are all steps. Count only those near the claimed year.": _all_steps,
        },
        hints=(
            "security.years_off gives the distance of each step, with a sign.",
            "Leave out the talks, and take the size of the distance without its sign.",
            "near = off[off['years_off'].abs() <= 1], without talks; len(near) counts.",
        ),
    ),
    "20-6": Task(
        reference=_trade_share,
        unit="percent",
        mistakes={
            "This is Russia's share.": {"partner": "RUS"},
            "This is 1998, the bulletin's year. The task asks for 1999.": {
                "year": 1998
            },
            "This is 1996, the year of the first signature.": {"year": 1996},
            "This is China's share in exports alone. Add both flows.": lambda: (
                _one_flow("export")
            ),
            "This is China's share in imports alone. Add both flows.": lambda: (
                _one_flow("import")
            ),
        },
        hints=(
            "Add exports and imports, with China and with the world (WLD).",
            "Filter past for KGZ and 1999, then group by partner and add the values.",
            "sums = rows.groupby('partner')['value_usd_mn'].sum(), then 100 times CHN "
            "divided by WLD.",
        ),
    ),
    "20-7": Task(
        reference=_verdict,
        mistakes={
            "This is the verdict on another date. Take the last signature of "
            "Kyrgyzstan, and compare with 1998.": {"which": 0},
            "This would be right for the first ratification. The task asks for the "
            "last signature.": {"which": 0, "step": "ratification"},
        },
        hints=(
            "Kyrgyzstan signed twice. Which year is the later one?",
            "claims.verdict takes the claim's id and a number: the year.",
            "claims.verdict('S6', year), with the year of the supplement.",
        ),
    ),
    "20-8": Task(
        reference=_over,
        unit="areas",
        tolerance=0,
        mistakes={
            "One of these is exactly 1,000, which is not over it.": {
                "verdicts": claims.VERDICTS
            },
            "These are the areas for which the rule says partly.": {
                "verdicts": (claims.PARTLY,)
            },
            "One row gives no area, and one is not over 1,000.": (
                _statements_with_percent
            ),
        },
        hints=(
            "Keep the rows of TJK with what == 'to China'. A row without km2 is no "
            "area.",
            "The claim says over 1,000. Is 1,000 over 1,000?",
            "claims.verdict('S8', km2) for each km2 of rows['km2'].dropna(); then "
            "count 'supported'.",
        ),
    ),
}
