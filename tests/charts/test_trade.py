"""Charts of trade can be read alone, and no label is covered."""

import pytest

from helpers import charts, economy, evidence, tables
from tests.figures import problems, texts, unreadable

TRADE = tables.load("trade_by_partner")
CIA = tables.load("partner_shares")
LONG_RUN = tables.load("trade_long_run")
PAST = {"reported_by": None}

CHARTS = {
    **{
        f"mirror {importer} {exporter}": lambda importer=importer, exporter=exporter: (
            charts.mirror(
                economy.mirror_gap(TRADE, importer=importer, exporter=exporter)
            )
        )
        for code in ("KAZ", "KGZ", "UZB")
        for importer, exporter in ((code, "CHN"), ("CHN", code))
    },
    **{
        f"bases {claim_id}": lambda claim_id=claim_id: charts.bases(
            evidence.rows(claim_id), "trade_by_partner", "partner_shares"
        )
        for claim_id in ("E1", "E3", "E4")
    },
    **{
        f"parts {flow} {year}": lambda flow=flow, year=year: charts.parts(
            economy.regional_parts(TRADE, CIA, flow=flow, year=year)
        )
        for flow in ("export", "import")
        for year in (2019, 2023)
    },
    **{
        f"long run {flow}": lambda flow=flow: charts.long_run(
            economy.partner_share(LONG_RUN, flow=flow, partner="CHN", **PAST),
            economy.partner_share(LONG_RUN, flow=flow, partner="RUS", **PAST),
            flow=flow,
        )
        for flow in ("import",)
    },
    "shares": lambda: charts.shares(
        {
            "China's customs": economy.share_in_partner_trade(TRADE),
            "the states' customs": economy.share_in_partner_trade(
                TRADE, reported_by="country"
            ),
        },
        "E1",
    ),
}


@pytest.fixture(scope="module")
def lab():
    return charts.mirror_lines(TRADE)


@pytest.fixture(scope="module")
def lines():
    return charts.partner_lines(TRADE)


@pytest.mark.parametrize("name", CHARTS)
def test_charts_can_be_read(name, figures):
    assert unreadable(CHARTS[name](), *figures) == []


def test_the_title_comes_from_the_measure(figures):
    gap = economy.mirror_gap(TRADE, importer="KGZ", exporter="CHN")
    doubled = gap.assign(ratio=2 * gap["ratio"])
    titles = [charts.mirror(frame).alt.split(".  ")[0] for frame in (gap, doubled)]
    assert titles[0] != titles[1]
    assert f"{2 * gap['ratio'].iloc[-1]:.1f} times" in titles[1]


@pytest.mark.parametrize("reported_by", ["country", "partner"])
@pytest.mark.parametrize("flow", ["export", "import"])
@pytest.mark.parametrize("country", tables.the_five())
def test_the_explorers_labels_stay_apart(lines, country, flow, reported_by):
    lines.update(country=country, flow=flow, reported_by=reported_by, year=2019)
    assert problems(lines.figure) == []


@pytest.mark.parametrize("cost_percent", [0, 20])
@pytest.mark.parametrize("code", ["KAZ", "KGZ", "UZB"])
def test_the_labs_labels_stay_apart(lab, code, cost_percent):
    for pair in ((code, "CHN"), ("CHN", code)):
        lab.update(pair=pair, cost_percent=cost_percent, year=2019)
        assert problems(lab.figure) == []


def test_a_live_picture_equals_one_drawn_afresh():
    at = {"country": "KGZ", "flow": "import", "reported_by": "country", "year": 2019}
    used = charts.partner_lines(TRADE)
    used.frame(**at | {"country": "KAZ", "year": 2022})
    assert used.frame(**at) == charts.partner_lines(TRADE).frame(**at)


def test_a_silent_state_says_so(lines):
    alt = lines.update(country="TKM", flow="import", reported_by="country", year=2019)
    assert "no figures by partner from Turkmenistan" in alt
    assert any(
        "no figures by partner" in text.get_text() for text in texts(lines.figure)
    )
