"""The hand-kept figures on debt hold those of the sources folder, where it is there."""

import csv

import pytest

from helpers import tables

FIGURES = tables.DATA.parents[1] / "shared/sources/economy/reported_figures.csv"
PERIODS = {  # the page of November 2019 is from 26 October
    "2018-2019 (month unknown)": "2018-2019",
    "2019-11": "2019-10",
}
COLUMNS = {"total": "total_usd_mn", "owed": "owed_usd_mn", "share": "share_percent"}


def figures():
    """Debtor, date, column and value of each sourced figure."""
    if not FIGURES.exists():
        return
    with FIGURES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if not row["topic"].startswith("external_debt"):
                continue
            kind = "share" if row["unit"] == "percent" else "owed"
            kind = "total" if row["topic"] == "external_debt_total" else kind
            period = PERIODS.get(row["period"], row["period"])
            yield row["area_code"], period, COLUMNS[kind], float(row["value"])


@pytest.mark.skipif(not FIGURES.exists(), reason="the sources folder is not here")
def test_every_sourced_figure_is_kept():
    kept = tables.load("debt_reported")
    missing = [
        (debtor, period, column, value)
        for debtor, period, column, value in figures()
        if not (
            (kept["debtor"] == debtor)
            & (kept["as_of"] == period)
            & (kept[column] == value)
        ).any()
    ]
    assert missing == []
