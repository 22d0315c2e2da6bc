"""The flows map: widths follow the figures, and what is missing says so."""

import pandas as pd
import pytest

from helpers import maps
from tests.figures import problems

FIVE = ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
LINES = "casing", "body", "core"


def flows(**columns):
    """Students of three years to both partners, and money of one year from one report.

    Kazakhstan has no figure for China, Uzbekistan's is zero.
    """
    rows = [
        {
            "iso3": state,
            "partner": partner,
            "year": year,
            "value": value * (year - 2009),
        }
        for year in (2010, 2011, 2012)
        for partner, value in (("RUS", 1000.0), ("CHN", 250.0))
        for state in FIVE
    ]
    students = pd.DataFrame(rows).assign(indicator="Students", towards="partner")
    is_chinese = students["partner"] == "CHN"
    students.loc[is_chinese & (students["iso3"] == "UZB"), "value"] = 0.0
    students = students[~(is_chinese & (students["iso3"] == "KAZ"))]
    money = students[students["year"] == 2011].assign(
        indicator="Money", towards="state"
    )
    both = pd.concat(
        [students.assign(reliability="A"), money.assign(reliability="B")]
    ).assign(contested_by="", unit="number of something", table="remittances")
    return both.assign(**columns)


def drawn(live, **choices):
    """The widths of the lines by part and by flow, the heads, and the sentence."""
    alt = live.update(**choices)
    axes = live.figure.axes[0]
    *widths, heads = axes.collections[-4:]
    keys = list(maps.flows.STARTS)
    parts = {
        part: dict(zip(keys, lines.get_linewidths(), strict=True))
        for part, lines in zip(LINES, widths, strict=True)
    }
    return parts, heads.get_paths(), alt


@pytest.fixture(scope="module")
def live():
    return maps.flow_map(flows())


def test_widths_are_proportional_and_the_largest_is_the_widest(live):
    parts, _, _ = drawn(live, indicator="Students", year=2012)
    width = parts["body"]
    assert width["RUS", "KAZ"] == maps.flows.WIDEST
    assert width["CHN", "KGZ"] == pytest.approx(width["RUS", "KGZ"] / 4)
    earlier = drawn(live, indicator="Students", year=2010)[0]["body"]
    assert earlier["RUS", "KGZ"] == pytest.approx(width["RUS", "KGZ"] / 3)


def test_what_is_missing_or_zero_has_no_line_and_says_which(live):
    parts, heads, alt = drawn(live, indicator="Students", year=2012)
    assert parts["casing"]["CHN", "KAZ"] == parts["body"]["CHN", "UZB"] == 0
    assert "Kazakhstan: Russia ● 3,000, China no figure." in alt
    assert "Uzbekistan: Russia ● 3,000, China ● 0." in alt
    assert "Russia ahead in 4 of 4 states" in alt
    assert len(heads) == 8


def test_a_figure_of_one_report_is_hollow(live):
    parts, _, alt = drawn(live, indicator="Money", year=2011)
    assert 0 < parts["core"]["RUS", "KAZ"] < parts["body"]["RUS", "KAZ"]
    assert "○" in alt
    parts, _, alt = drawn(live, indicator="Students", year=2011)
    assert not any(parts["core"].values())
    assert "○" not in alt


def test_an_earlier_figure_keeps_its_year_and_a_later_one_is_not_shown(live):
    assert "Russia ○ 2,000 (2011)" in drawn(live, indicator="Money", year=2012)[2]
    parts, heads, alt = drawn(live, indicator="Money", year=2010)
    assert "no state has both figures" in alt
    assert not any(parts["body"].values())
    assert not heads


def test_heads_point_where_the_flow_goes():
    def first_tip(towards):
        live = maps.flow_map(flows(towards=towards))
        heads = drawn(live, indicator="Students", year=2012)[1]
        return heads and tuple(heads[0].vertices[0])

    start = maps.flows._curve("RUS", "KAZ")[0]
    assert first_tip("state")[0] == pytest.approx(start[0], abs=2e5)
    assert first_tip("partner")[0] < start[0] - 5e5
    assert not first_tip("both")


@pytest.mark.parametrize("year", [2010, 2012])
@pytest.mark.parametrize("indicator", ["Students", "Money"])
def test_labels_stay_apart(live, indicator, year):
    live.update(indicator=indicator, year=year)
    assert problems(live.figure) == []
