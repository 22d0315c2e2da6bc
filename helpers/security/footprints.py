"""Arms deliveries, reported sites, and what came first: money or arms."""

import pandas as pd

from helpers import tables
from helpers.security.events import decimal_year, milestones

UNKNOWN = "unknown"
FEW_TIV_MN = 10  # a window below this total rests on few deliveries
SITE, DENIAL = "Chinese site", "no Chinese site"
CONCERNED = ("AFG", "CHN", "TJK")
RULES = {
    "acknowledged": "acknowledged by a government concerned",
    "two reports": "described by two or more reports",
    "seen": "described by a reporter at or near the place",
    "one report": "described by at least one report, denied or not",
}


def delivery_shares(arms, *, first, last, recipient=None):
    """Each supplier's share in the deliveries of major arms in a window of years.

    The share is 100 times the supplier's trend-indicator value (TIV) in the window,
    divided by that of all suppliers, the unknown ones included.

    Parameters
    ----------
    arms : DataFrame
        The table ``arms_deliveries``: columns ``recipient``, ``supplier``, ``year``
        and ``tiv_mn`` (million TIV, which is not money).
    first, last : int
        The window, both years included.
    recipient : str, optional
        ISO 3166-1 alpha-3 code of one state; by default all of the table together.

    Returns
    -------
    DataFrame
        Columns ``supplier``, ``tiv_mn`` and ``share_percent`` (0 to 100), largest
        first. It is empty where the table has no delivery in the window.

    Raises
    ------
    KeyError
        When the table has no such recipient; the message lists those it has.
    ValueError
        When the window ends before it begins.

    Examples
    --------
    >>> arms = pd.DataFrame({
    ...     "recipient": "KGZ", "supplier": ["RUS", "CHN"], "year": [2015, 2016],
    ...     "tiv_mn": [30.0, 10.0]})
    >>> delivery_shares(arms, first=2015, last=2016)["share_percent"].tolist()
    [75.0, 25.0]
    """
    if last < first:
        raise ValueError(f"The window ends in {last}, before it begins in {first}.")
    rows = arms if recipient is None else tables.select(arms, recipient=recipient)
    rows = rows[rows["year"].between(first, last)]
    sums = rows.groupby("supplier", as_index=False)["tiv_mn"].sum()
    sums["share_percent"] = 100 * sums["tiv_mn"] / sums["tiv_mn"].sum()
    return sums.sort_values(
        ["tiv_mn", "supplier"], ascending=[False, True], ignore_index=True
    )


def leading_suppliers(arms, *, first, last):
    """The largest supplier of each state in a window of years.

    Parameters
    ----------
    arms : DataFrame
        As for :func:`delivery_shares`.
    first, last : int
        The window, both years included.

    Returns
    -------
    DataFrame
        Columns ``recipient``, ``supplier``, ``tiv_mn``, ``share_percent``,
        ``total_tiv_mn`` (of all suppliers) and ``note`` (``few deliveries`` where that
        total is below 10 million TIV, else empty), one row a recipient with a delivery
        in the window, sorted by its code.

    Examples
    --------
    >>> arms = pd.DataFrame({
    ...     "recipient": "KGZ", "supplier": ["RUS", "CHN"], "year": [2015, 2016],
    ...     "tiv_mn": [30.0, 10.0]})
    >>> leading_suppliers(arms, first=2016, last=2016)["supplier"].tolist()
    ['CHN']
    """
    window = {"first": first, "last": last}
    shares = {
        code: delivery_shares(rows, **window)
        for code, rows in arms.groupby("recipient")
    }
    leaders = pd.concat(
        [
            rows.head(1).assign(recipient=code, total_tiv_mn=rows["tiv_mn"].sum())
            for code, rows in shares.items()
        ],
        ignore_index=True,
    )
    few = leaders["total_tiv_mn"] < FEW_TIV_MN
    leaders["note"] = few.map({True: "few deliveries", False: ""})
    columns = ["recipient", "supplier", "tiv_mn", "share_percent"]
    return leaders[[*columns, "total_tiv_mn", "note"]]


def involvement(finance, trade, arms):
    """China's yearly commitments to, trade with and arms for the five states.

    Parameters
    ----------
    finance, trade, arms : DataFrame
        The tables ``chinese_finance_by_year``, ``trade_by_partner`` (of which China's
        own customs reports are taken, exports and imports together) and
        ``arms_deliveries``.

    Returns
    -------
    DataFrame
        Columns ``tie`` (``loans and grants``, ``trade`` or ``major arms``), ``year``,
        ``value`` and ``unit``. For arms, a year without a recorded delivery within
        the years of the table has the value 0. Loans and grants without a known
        amount are not in the sums, so these are lower limits.

    Examples
    --------
    >>> names = "chinese_finance_by_year", "trade_by_partner", "arms_deliveries"
    >>> series = involvement(*map(tables.load, names))
    >>> series["tie"].unique().tolist()
    ['loans and grants', 'trade', 'major arms']
    """
    reported = tables.select(trade, partner="CHN", reported_by="partner")
    chinese = tables.select(arms, supplier="CHN")
    every = range(int(arms["year"].min()), int(arms["year"].max()) + 1)
    sums = {
        ("loans and grants", "USD billion of 2021"): (
            finance.groupby("year")["total_usd2021_mn"].sum(min_count=1) / 1000
        ),
        ("trade", "USD billion"): (
            reported.groupby("year")["value_usd_mn"].sum() / 1000
        ),
        ("major arms", "million TIV"): (
            chinese.groupby("year")["tiv_mn"].sum().reindex(every, fill_value=0.0)
        ),
    }
    parts = [
        series.rename("value").rename_axis("year").reset_index().assign(tie=tie, unit=u)
        for (tie, u), series in sums.items()
    ]
    columns = ["tie", "year", "value", "unit"]
    return pd.concat(parts, ignore_index=True)[columns]


def before_and_since(series, *, cut, years):
    """The average a year before a year and from it on, in windows of equal length.

    Parameters
    ----------
    series : DataFrame
        From :func:`involvement`.
    cut : int
        First year of the later window.
    years : int
        Length of each window.

    Returns
    -------
    DataFrame
        Columns ``tie``, ``before`` and ``since`` (averages a year), ``change``
        (since minus before) and ``unit``, in the order of the series.

    Raises
    ------
    ValueError
        When a tie lacks a year of the two windows: the message names both.

    Examples
    --------
    >>> trade = pd.DataFrame({
    ...     "tie": "trade", "year": [2011, 2012, 2013, 2014],
    ...     "value": [10.0, 20.0, 30.0, 50.0], "unit": "USD billion"})
    >>> before_and_since(trade, cut=2013, years=2)["change"].tolist()
    [25.0]
    """
    wanted = range(cut - years, cut + years)
    found = []
    for tie, rows in series.groupby("tie", sort=False):
        values = rows.set_index("year")["value"].reindex(wanted)
        if values.isna().any():
            missing = ", ".join(map(str, values[values.isna()].index))
            raise ValueError(
                f"{tie} has no value for {missing}. Choose shorter windows."
            )
        before, since = values.iloc[:years].mean(), values.iloc[years:].mean()
        found.append((tie, before, since, since - before, rows["unit"].iloc[0]))
    return pd.DataFrame(found, columns=["tie", "before", "since", "change", "unit"])


def half_way_years(series, *, first, last):
    """The year by whose end half of everything in a window had come.

    A tie that grew late has a later half-way year; two ties of different units can
    be compared by it.

    Parameters
    ----------
    series : DataFrame
        From :func:`involvement`.
    first, last : int
        The window, both years included. Missing years count as nothing recorded.

    Returns
    -------
    DataFrame
        Columns ``tie`` and ``half_way_year``, earliest first.

    Raises
    ------
    ValueError
        When a tie has nothing in the window.

    Examples
    --------
    >>> arms = pd.DataFrame({
    ...     "tie": "major arms", "year": [2013, 2014, 2015],
    ...     "value": [1.0, 2.0, 7.0], "unit": "million TIV"})
    >>> half_way_years(arms, first=2013, last=2015)["half_way_year"].tolist()
    [2015]
    """
    found = []
    for tie, rows in series.groupby("tie", sort=False):
        values = rows[rows["year"].between(first, last)].set_index("year")["value"]
        total = values.sum()
        if not total > 0:
            raise ValueError(f"{tie} has nothing from {first} to {last}.")
        running = values.sort_index().cumsum()
        found.append((tie, int(running.index[running >= total / 2][0])))
    years = pd.DataFrame(found, columns=["tie", "half_way_year"])
    return years.sort_values("half_way_year", kind="stable", ignore_index=True)


def site_counts(reports, *, until=None):
    """How many reported Chinese sites each rule of counting finds.

    The rules were fixed before anything was counted, from the strictest on: a site is
    counted when a government concerned (China, Tajikistan or Afghanistan) acknowledges
    a Chinese site; when two or more reports of the press describe one; when a report
    by somebody who was at or near the place does; when at least one report does.

    Parameters
    ----------
    reports : DataFrame
        The table ``site_reports``.
    until : int, optional
        Count only what was said by the end of this year.

    Returns
    -------
    DataFrame
        One row a rule: ``rule`` (a key of ``RULES``), ``meaning``, ``sites`` (how
        many) and ``which`` (names, empty for none).

    Examples
    --------
    >>> reports = tables.load("site_reports")
    >>> site_counts(reports, until=2020)["sites"].tolist()
    [0, 0, 1, 2]
    """
    said = reports if until is None else reports[reports["year"] <= until]
    said = said[said["says"] == SITE]
    press = said[said["speaker_kind"] == "press"]
    official = (said["speaker_kind"] == "government") & said["state"].isin(CONCERNED)
    numbers = press.groupby("site")["speaker"].nunique()
    counted = {
        "acknowledged": said.loc[official, "site"],
        "two reports": numbers[numbers >= 2].index,
        "seen": press.loc[press["was_there"], "site"],
        "one report": press["site"],
    }
    names = {rule: sorted(set(sites)) for rule, sites in counted.items()}
    return pd.DataFrame(
        {
            "rule": list(names),
            "meaning": [RULES[rule] for rule in names],
            "sites": [len(sites) for sites in names.values()],
            "which": [", ".join(sites) for sites in names.values()],
        }
    )


def report_chronology(reports):
    """Reports and statements on a site, placed on a line of time.

    Parameters
    ----------
    reports : DataFrame
        The table ``site_reports``.

    Returns
    -------
    DataFrame
        Columns ``date``, ``start`` and ``end`` (decimal years), ``lane`` (the site,
        and whether a report or an official word), ``actors`` (the state that speaks,
        empty for the press), ``label``, ``says``, ``rests_on``, ``reliability`` (a
        sign), ``contested_by`` and ``source``: by lane, China's words last.

    Examples
    --------
    >>> found = report_chronology(tables.load("site_reports"))
    >>> found.loc[0, ["date", "lane", "reliability"]].tolist()
    ['2019-02-18', 'Reports on Shaymak', '◇ B, contested']
    """
    speakers = reports["speaker_kind"].map({"press": "Reports"}).fillna("Officials")
    rows = reports.assign(
        start=[decimal_year(date) for date in reports["date"]],
        end=[decimal_year(date, is_end=True) for date in reports["date"]],
        lane=speakers + " on " + reports["site"],
        _is_official=speakers != "Reports",
        _is_chinese=reports["state"] == "CHN",
        actors=reports["state"].fillna(""),
        reliability=tables.signs(reports),
        contested_by=reports["contested_by"].fillna(""),
    )
    columns = ["date", "start", "end", "lane", "actors", "label", "says", "rests_on"]
    columns += ["reliability", "contested_by", "source"]
    order = ["site", "_is_official", "_is_chinese", "start"]
    return rows.sort_values(order, ignore_index=True)[columns]


def steps(events, chosen):
    """Milestones lane by lane, with the few words that a timeline prints.

    Parameters
    ----------
    events : DataFrame
        The table ``events``.
    chosen : DataFrame
        The table ``military_steps``: which events, in which ``lane``, with which
        ``label``.

    Returns
    -------
    DataFrame
        As :func:`milestones`, lanes in the order of the table.

    Raises
    ------
    KeyError
        When a chosen event is not in the table of events.

    Examples
    --------
    >>> found = steps(tables.load("events"), tables.load("military_steps"))
    >>> found["lane"].iloc[0]
    'Russian bases, leases'
    """
    found = milestones(events, chosen)
    places = found["lane"].map(list(chosen["lane"].unique()).index)
    return found.iloc[places.argsort(kind="stable")].reset_index(drop=True)


def operators(sites, *, year, kinds=()):
    """How many foreign sites each operator has in a year.

    Parameters
    ----------
    sites : DataFrame
        The table ``military_sites``.
    year : int
        A site without a known first year counts until its last one.
    kinds : sequence of str
        Only these kinds; empty: any.

    Returns
    -------
    DataFrame
        Columns ``operator``, ``kind`` and ``sites`` (rows of the table, which is not
        complete), largest operator first.

    Raises
    ------
    KeyError
        When the table has no such kind; the message lists those it has.

    Examples
    --------
    >>> sites = tables.load("military_sites")
    >>> operators(sites, year=2020, kinds=["air base"])["operator"].tolist()
    ['IND', 'RUS']
    """
    for kind in kinds:
        tables.select(sites, kind=kind)
    begun = sites["began"].fillna(-9999) <= year
    shown = sites[begun & (sites["ended"].fillna(9999) >= year)]
    if len(kinds):
        shown = shown[shown["kind"].isin(kinds)]
    counts = shown.groupby(["operator", "kind"]).size().rename("sites").reset_index()
    total = counts.groupby("operator")["sites"].transform("sum")
    order = ["_total", "operator", "sites", "kind"]
    counts = counts.assign(_total=total).sort_values(
        order, ascending=[False, True, False, True], ignore_index=True
    )
    return counts.drop(columns="_total")
