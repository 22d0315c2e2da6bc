"""Charts of who matters most can be read alone, and no label is covered."""

import itertools

import pytest

from helpers import charts, economy, tables
from tests.figures import problems, unreadable

TRADE = tables.load("trade_by_partner")
LONG_RUN = tables.load("trade_long_run")
SOURCES = [
    tables.load(name)
    for name in (
        "trade_by_partner",
        "partner_shares",
        "fdi_kazakhstan_quoted",
        "debt_flows",
        "remittances",
    )
]
OWN = economy.rival_indicators(*SOURCES)
MIRROR = economy.rival_indicators(*SOURCES, china_by="partner")


@pytest.fixture(scope="module")
def builder():
    return charts.index_bars(OWN, MIRROR)


def since_1995(flow):
    past = economy.rival_shares(LONG_RUN, flow=flow, reported_by=None)
    return charts.since_1995(past, economy.rival_shares(TRADE, flow=flow), flow=flow)


def balances():
    sides = (("CHN", "country"), ("CHN", "partner"), ("RUS", "country"))
    return charts.balances(
        {
            (partner, by): economy.relative_balance(
                economy.balance(TRADE, partner=partner, reported_by=by)
            )
            for partner, by in sides
        }
    )


CHARTS = {
    "since 1995, exports": lambda: since_1995("export"),
    "since 1995, imports": lambda: since_1995("import"),
    "balances": balances,
    "side by side": lambda: charts.side_by_side(OWN),
    "side by side, by China": lambda: charts.side_by_side(MIRROR),
}


@pytest.mark.parametrize("name", CHARTS)
def test_charts_can_be_read(name, figures):
    assert unreadable(CHARTS[name](), *figures) == []


def test_missing_is_written_and_not_drawn(figures):
    charts.side_by_side(OWN)
    words = [text.get_text().strip() for text in figures[0].findobj() if _is_text(text)]
    assert words.count("no data") == OWN["china_percent"].isna().sum() == 4


def test_the_index_builders_labels_stay_apart(builder):
    for weights in itertools.product((0, 1, 4), repeat=4):
        named = dict(zip(economy.INDICATORS, weights, strict=True))
        for state in ("KAZ", "TKM"):
            builder.update(**named, state=state, china_by="country")
            assert problems(builder.figure) == [], (weights, state)


def test_the_title_counts_the_states_that_china_leads(builder):
    choices = {"state": "KGZ", "china_by": "country"}
    for weights in ((1, 1, 1, 1), (0, 1, 0, 0), (0, 0, 0, 2)):
        named = dict(zip(economy.INDICATORS, weights, strict=True))
        index = economy.composite_index(OWN, weights=named)["china_percent"]
        alt = builder.update(**named, **choices)
        assert f"leads in {(index > 50).sum()} of {index.notna().sum()} states" in alt


def test_no_weights_are_said_in_words(builder):
    nothing = dict.fromkeys(economy.INDICATORS, 0)
    alt = builder.update(**nothing, state="KGZ", china_by="country")
    assert alt.startswith("All weights are zero")


def _is_text(artist):
    return hasattr(artist, "get_text")
