"""The tasks of lesson 21, military footprints."""

from helpers import claims, security, tables
from helpers.practice.tasks import Task


def _kazakh_arms(**changes):
    where = {"recipient": "KAZ", "supplier": "RUS", "year": 2015}
    return tables.value(_arms(), "tiv_mn", **where | changes)


def _kazakh_total():
    return tables.select(_arms(), recipient="KAZ", year=2015)["tiv_mn"].sum()


def _turkmen_share(supplier="TUR", first=2011, last=2017, column="share_percent"):
    window = {"first": first, "last": last, "recipient": "TKM"}
    shares = security.delivery_shares(_arms(), **window)
    return tables.value(shares, column, supplier=supplier)


def _china_share(first=2016, last=2020, supplier="CHN", column="share_percent"):
    shares = security.delivery_shares(_arms(), first=first, last=last)
    return tables.value(shares, column, supplier=supplier)


def _half_way(tie="trade", last=2024):
    series = security.involvement(
        tables.load("chinese_finance_by_year"),
        tables.load("trade_by_partner"),
        _arms(),
    )
    years = security.half_way_years(
        tables.select(series, tie=tie), first=2001, last=last
    )
    return int(years["half_way_year"].item())


def _words(says=(security.DENIAL,), kinds=("government",), site=None):
    rows = _reports()
    rows = rows[rows["says"].isin(says) & rows["speaker_kind"].isin(kinds)]
    return len(rows if site is None else rows[rows["site"] == site])


def _verdict(rule="two reports", until=None):
    counts = security.site_counts(_reports(), until=until)
    return claims.verdict("S9", tables.value(counts, "sites", rule=rule))


def _uzbek_gap(country="UZB", has_data=False):
    rows = tables.select(tables.load("military_spending"), country=country)
    runs = security.spans(
        rows, by="country", value="gdp_percent", first=1994, last=2024
    )
    return int(runs.loc[runs["has_data"] == has_data, "years"].sum())


def _longest_uzbek_gap():
    rows = tables.select(tables.load("military_spending"), country="UZB")
    runs = security.spans(
        rows, by="country", value="gdp_percent", first=1994, last=2024
    )
    return int(runs.loc[~runs["has_data"].astype(bool), "years"].max())


def _said(official=(True,), about=("China",)):
    rows = tables.load("statements_on_sites")
    return int((rows["is_official"].isin(official) & rows["about"].isin(about)).sum())


def _said_of_anybody(official=(True,)):
    return int(tables.load("statements_on_sites")["is_official"].isin(official).sum())


def _arms():
    return tables.load("arms_deliveries")


def _reports():
    return tables.load("site_reports")


TASKS = {
    "21-1": Task(
        reference=_kazakh_arms,
        unit="million TIV",
        tolerance=0.001,
        mistakes={
            "This is the year 2016. The task asks for 2015.": {"year": 2016},
            "This is Turkmenistan. The task asks for Kazakhstan.": {"recipient": "TKM"},
            "These are all suppliers together. Choose Russia.": _kazakh_total,
        },
        hints=(
            "Every row is one recipient, supplier and year.",
            "Write one condition for each of the three, joined by and.",
            "Start from: arms.query(\"recipient == 'KAZ' and year == 2015\"), and add "
            "the supplier.",
        ),
    ),
    "21-2": Task(
        reference=_turkmen_share,
        unit="percent",
        tolerance=0.005,
        mistakes={
            "This is China's share. The task asks for Türkiye, TUR.": {
                "supplier": "CHN"
            },
            "This is Russia's share. The task asks for Türkiye, TUR.": {
                "supplier": "RUS"
            },
            "The window begins in 2011, not in 2015.": {"first": 2015},
            "This is the TIV itself. Divide it by that of all suppliers.": {
                "column": "tiv_mn"
            },
            "This is Türkiye's share in all five states. Choose one.": lambda: (
                _china_share(first=2011, last=2017, supplier="TUR")
            ),
        },
        hints=(
            "A share is a part divided by a whole, here in one state and a window.",
            "security.delivery_shares takes first, last and recipient.",
            "security.delivery_shares(arms, first=2011, last=2017, recipient='TKM'), "
            "then the column share_percent of the supplier TUR.",
        ),
    ),
    "21-3": Task(
        reference=_china_share,
        unit="percent",
        tolerance=0.005,
        mistakes={
            "This is the window of the lesson, 2015 to 2019.": {
                "first": 2015,
                "last": 2019,
            },
            "The window ends in 2020, not in 2019.": {"last": 2019},
            "This is Russia's share. The task asks for China.": {"supplier": "RUS"},
            "This is the TIV itself. The task asks for the share.": {
                "column": "tiv_mn"
            },
        },
        hints=(
            "Only the window differs from the lesson's.",
            "security.delivery_shares without a recipient adds up the five states.",
            "security.delivery_shares(arms, first=2016, last=2020), then share_percent "
            "of the supplier CHN.",
        ),
    ),
    "21-4": Task(
        reference=_half_way,
        tolerance=0,
        mistakes={
            "This is the half-way year of a window that ends in 2019.": {"last": 2019},
            "This is the half-way year of arms. The task asks for trade.": {
                "tie": "major arms"
            },
            "This is the half-way year of loans and grants.": {
                "tie": "loans and grants"
            },
        },
        hints=(
            "A longer window moves the half-way year.",
            "security.half_way_years takes the series, first and last.",
            "security.half_way_years(series, first=2001, last=2024), then the "
            "row whose tie is trade.",
        ),
    ),
    "21-5": Task(
        reference=_words,
        tolerance=0,
        mistakes={
            "This counts words on the Wakhan alone. Count both places.": {
                "site": "Wakhan"
            },
            "This counts reports of a Chinese site, not denials.": lambda: _words(
                says=(security.SITE,), kinds=("press",)
            ),
            "These are all rows of governments. Choose those that deny.": lambda: (
                _words(says=tuple(_reports()["says"].unique()))
            ),
            "This counts rows that speak of another state's site.": {
                "says": ("another state's site, paid by China",)
            },
        },
        hints=(
            "Two columns say who speaks and what is said.",
            "speaker_kind is government; says is no Chinese site.",
            "denials = reports.query(\"speaker_kind == 'government' and says == 'no "
            "Chinese site'\"), then count its rows with len.",
        ),
    ),
    "21-6": Task(
        reference=_verdict,
        mistakes={
            "This is the verdict for reports by 2020. Count all reports.": {
                "until": 2020
            },
            "This is the verdict of the mildest rule. Take two reports.": {
                "rule": "one report"
            },
        },
        hints=(
            "Count first, then apply the rule of the claim.",
            "security.site_counts(reports) gives the number for each rule.",
            "Take the number of the rule two reports, then "
            "claims.verdict('S9', number).",
        ),
    ),
    "21-7": Task(
        reference=_uzbek_gap,
        unit="years",
        tolerance=0,
        mistakes={
            "These are the years with a figure. Count those without one.": {
                "has_data": True
            },
            "This is Turkmenistan. The task asks for Uzbekistan.": {"country": "TKM"},
            "This is Tajikistan. The task asks for Uzbekistan.": {"country": "TJK"},
            "This is the longest gap alone. Add up all gaps.": _longest_uzbek_gap,
        },
        hints=(
            "security.spans lists runs of years with and without data.",
            "Set first=1994 and last=2024, and choose the runs without data.",
            "runs = security.spans(rows, by='country', value='gdp_percent', "
            "first=1994, last=2024), then the sum of years where has_data is False.",
        ),
    ),
    "21-8": Task(
        reference=_said,
        unit="rows",
        tolerance=0,
        mistakes={
            "A scholar's judgement is in it. Keep the officials.": {
                "official": (True, False)
            },
            "This counts officials on all states. Keep the words on China.": (
                _said_of_anybody
            ),
            "This counts every row of the table.": lambda: _said_of_anybody(
                (True, False)
            ),
            "None of them objects, but that is not the question. How many are there?": (
                lambda: 0
            ),
        },
        hints=(
            "Two columns decide: who speaks, and about whom.",
            "is_official is true or false; about names a state.",
            "len(said.query(\"is_official and about == 'China'\"))",
        ),
    ),
}
