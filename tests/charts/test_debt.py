"""Charts of debt can be read alone, and no label is covered."""

import pytest

from helpers import charts, economy, evidence, tables
from tests.figures import problems, unreadable

FLOWS = tables.load("debt_flows")
REPORTED = tables.load("debt_reported")
WHOLES = tables.load("gdp_and_public_debt")
BORROWERS = ("KGZ", "TJK")

CHARTS = {
    **{
        f"stock {debtor} {creditor}": lambda debtor=debtor, creditor=creditor: (
            charts.debt_stock(
                economy.debt_stock(FLOWS, debtor=debtor, creditor=creditor)
            )
        )
        for debtor, creditor in (
            *((code, "CHN") for code in tables.the_five()),
            ("KGZ", "RUS"),
        )
    },
    **{
        f"against reports {debtor}": lambda debtor=debtor: charts.debt_against_reports(
            economy.creditor_share(FLOWS, debtor=debtor, creditor="CHN"), REPORTED
        )
        for debtor in BORROWERS
    },
    **{
        f"service {debtor}": lambda debtor=debtor: charts.debt_service(
            economy.debt_service(FLOWS, debtor=debtor, creditor="CHN")
        )
        for debtor in tables.the_five()
    },
    **{
        f"bases {claim_id}": lambda claim_id=claim_id: charts.bases(
            evidence.rows(claim_id), "debt_flows", "debt_reported"
        )
        for claim_id in ("E9", "E10")
    },
}


@pytest.fixture(scope="module")
def lab():
    return charts.debt_ratio(FLOWS, REPORTED, WHOLES)


@pytest.mark.parametrize("name", CHARTS)
def test_charts_can_be_read(name, figures):
    assert unreadable(CHARTS[name](), *figures) == []


def test_the_title_comes_from_the_measure():
    stock = economy.debt_stock(FLOWS, debtor="TKM", creditor="CHN")
    doubled = stock.assign(stock_usd_mn=2 * stock["stock_usd_mn"])
    highest = stock["stock_usd_mn"].max() / 1000
    assert f"{highest:.2f} billion" in charts.debt_stock(stock).alt
    assert f"{2 * highest:.2f} billion" in charts.debt_stock(doubled).alt


def test_what_is_scheduled_is_hatched(figures):
    service = economy.debt_service(FLOWS, debtor="KGZ", creditor="CHN")
    charts.debt_service(service)
    bars = [bar for bars in figures[0].axes[0].containers for bar in bars]
    hatched = {
        round(bar.get_x() + bar.get_width() / 2) for bar in bars if bar.get_hatch()
    }
    assert hatched == {2023, 2024, 2025}


@pytest.mark.parametrize("denominator", economy.DENOMINATORS)
@pytest.mark.parametrize("numerator", economy.NUMERATORS)
@pytest.mark.parametrize("debtor", BORROWERS)
def test_the_labs_labels_stay_apart(lab, debtor, numerator, denominator):
    for year in (2010, 2019, 2025):
        lab.update(
            debtor=debtor, numerator=numerator, denominator=denominator, year=year
        )
        assert problems(lab.figure) == []


def said(lab, **changes):
    at = {
        "debtor": "KGZ",
        "numerator": "ministry",
        "denominator": "ministry",
        "year": 2019,
    }
    return lab.update(**at | changes)


def test_the_lab_gives_the_rules_verdict(lab):
    assert "46.3 percent, supported" in said(lab)
    assert "42.5 percent, partly" in said(lab, year=2020)


def test_the_lab_gives_no_verdict_on_another_quantity(lab):
    assert "another quantity" in said(lab, denominator="gdp")


def test_the_lab_says_where_a_figure_is_missing(lab):
    alt = said(lab, debtor="TJK")
    assert "no figure" in alt
    assert "for the end of 2019" in alt
    assert "2016 to 2018, 2020, 2022 to 2025" in alt


def test_a_live_picture_equals_one_drawn_afresh(lab):
    at = {
        "debtor": "TJK",
        "numerator": "flows",
        "denominator": "flows",
        "year": 2016,
    }
    lab.frame(**at | {"denominator": "gdp", "year": 2020})
    fresh = charts.debt_ratio(FLOWS, REPORTED, WHOLES)
    assert lab.frame(**at) == fresh.frame(**at)
