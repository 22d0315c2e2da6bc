"""Surveys and their least error, protest windows, order of events, permits, staff."""

import math

import pandas as pd

from helpers import tables
from helpers.security.events import decimal_year, milestones

Z_95 = 1.96  # a normal variable lies within so many standard errors in 95 of 100 cases

BEFORE = "before the first cases in China"
BETWEEN = "after the first cases in China, before those at home"
AFTER = "after the first cases at home"


def margin_of_error(*, share_percent, n):
    """Least error of a share that was measured on a sample, in percentage points.

    1.96 * sqrt(p * (1 - p) / n), with p the share as a fraction: the half width of
    the 95 percent confidence interval of a simple random sample. Clustered and
    weighted samples have a larger one. House effects and answers that are not honest
    come on top, and no formula knows them.

    Parameters
    ----------
    share_percent : float or Series
        From 0 to 100.
    n : float or Series
        People asked; missing gives a missing margin.

    Returns
    -------
    float or Series
        Percentage points.

    Raises
    ------
    ValueError
        When a share lies outside 0 to 100, or nobody was asked.

    Examples
    --------
    >>> round(margin_of_error(share_percent=50, n=1000), 1)
    3.1
    >>> round(margin_of_error(share_percent=50, n=4000), 2)
    1.55
    """
    share, asked = (pd.Series(number, dtype="Float64") for number in (share_percent, n))
    if not share.dropna().between(0, 100).all():
        raise ValueError("A share lies between 0 and 100 percent. Is it a fraction?")
    if (asked.dropna() <= 0).any():
        raise ValueError("The number of people asked must be larger than 0.")
    fraction = share / 100
    margins = 100 * Z_95 * (fraction * (1 - fraction) / asked) ** 0.5
    margins = margins.astype("float64")
    return margins if isinstance(share_percent, pd.Series) else float(margins.iloc[0])


def with_margins(surveys):
    """Survey rows with the column ``margin_points``; missing where n is not stated.

    Parameters
    ----------
    surveys : DataFrame
        The table ``opinion_surveys``.

    Examples
    --------
    >>> rows = with_margins(tables.load("opinion_surveys"))
    >>> int(rows.query("pollster == 'M-Vector'")["margin_points"].count())
    0
    """
    margins = margin_of_error(
        share_percent=surveys["value_percent"], n=surveys["sample_n"]
    )
    return surveys.assign(margin_points=margins)


def repeated_questions(surveys):
    """The same pollster's same question at two times: how much the answers differ.

    The margin of a difference between two independent samples is the root of the sum
    of the squared margins. Periods of several years are left out.

    Parameters
    ----------
    surveys : DataFrame
        The table ``opinion_surveys``.

    Returns
    -------
    DataFrame
        One row a pollster, question, area and target that was asked in two years or
        more, first and last: ``pollster``, ``indicator``, ``question``, ``tone``,
        ``area``, ``target``, ``year_before``, ``year_after``, ``before_percent``,
        ``after_percent``, ``change_points``, ``margin_points`` (missing where a
        sample is not stated), ``mode_changed`` (missing where a mode is not stated),
        ``reliability`` (the weaker one).

    Examples
    --------
    >>> pairs = repeated_questions(tables.load("opinion_surveys"))
    >>> pairs.query("indicator == 'favourable' and area == 'KGZ'")[
    ...     ["change_points", "mode_changed"]].values.tolist()
    [[-9.0, True]]
    """
    single = surveys[surveys["year_from"] == surveys["year_to"]]
    single = with_margins(single).sort_values("year_to")
    keys = ["pollster", "indicator", "question", "tone", "area", "target"]
    pairs = []
    for key, rows in single.groupby(keys):
        if len(rows) < 2:
            continue
        first, last = rows.iloc[0], rows.iloc[-1]
        pairs.append(
            {
                **dict(zip(keys, key, strict=True)),
                "year_before": int(first["year_to"]),
                "year_after": int(last["year_to"]),
                "before_percent": first["value_percent"],
                "after_percent": last["value_percent"],
                "change_points": last["value_percent"] - first["value_percent"],
                "margin_points": math.hypot(
                    first["margin_points"], last["margin_points"]
                ),
                "mode_changed": _differ(first["mode"], last["mode"]),
                "reliability": max(first["reliability"], last["reliability"]),
            }
        )
    frame = pd.DataFrame(pairs)
    return frame.astype({"mode_changed": "boolean"})


def list_experiment_share(*, mean_short_list, mean_long_list):
    """Share for whom the sensitive item of a list experiment is true, in percent.

    Half of the people get a short list of harmless items, the other half the same
    list with the sensitive item. All say only how many are true. The share is 100
    times the difference of the two means. Nobody reveals an answer of his own.

    Parameters
    ----------
    mean_short_list, mean_long_list : float
        Mean numbers of true items in the two halves.

    Returns
    -------
    float
        Percent of the people.

    Raises
    ------
    ValueError
        When the difference is not between 0 and 1: no share can be like that.

    Examples
    --------
    >>> round(list_experiment_share(mean_short_list=1.9, mean_long_list=2.3), 1)
    40.0
    """
    share = round(mean_long_list - mean_short_list, 12)  # computers round
    if not 0 <= share <= 1:
        raise ValueError(
            f"The means differ by {share:.2f}; a share lies between 0 and 1. Are the "
            "two lists in the right order?"
        )
    return 100 * share


def protest_windows(counts, *, about=None):
    """Counts of protests with the window that each covers, as decimal years.

    There is no rate on purpose: rules, places and windows differ.

    Parameters
    ----------
    counts : DataFrame
        The table ``protest_counts``.
    about : {"China", "everything"}, optional

    Returns
    -------
    DataFrame
        Columns ``counted_by``, ``what``, ``about``, ``area``, ``period_start``,
        ``period_end``, ``start`` and ``end`` (decimal years), ``months`` (length of
        the window), ``protests``, ``qualifier`` (empty for none), ``reliability``
        (one of ``tables.SIGNS``) and ``contested_by``, longest window first.

    Raises
    ------
    KeyError
        When nothing is counted about it; the message lists what is.

    Examples
    --------
    >>> windows = protest_windows(tables.load("protest_counts"), about="China")
    >>> windows[["period_start", "period_end", "protests"]].values[0].tolist()
    ['2002', '2023', 192]
    """
    rows = counts if about is None else tables.select(counts, about=about)
    ends = [decimal_year(date, is_end=True) for date in rows["period_end"]]
    rows = rows.assign(
        start=[decimal_year(date) for date in rows["period_start"]],
        end=ends,
        qualifier=rows["qualifier"].fillna(""),
        reliability=tables.signs(rows),
        contested_by=rows["contested_by"].fillna(""),
    )
    rows["months"] = (12 * (rows["end"] - rows["start"])).round().astype(int)
    rows = rows.sort_values(
        ["months", "start", "protests"], ascending=False, kind="stable"
    )
    columns = [
        "counted_by",
        "what",
        "about",
        "area",
        "period_start",
        "period_end",
        "start",
        "end",
        "months",
        "protests",
        "qualifier",
        "reliability",
        "contested_by",
    ]
    return rows[columns].reset_index(drop=True)


def first_cases(covid):
    """The first month in which each state recorded a case of COVID-19.

    Parameters
    ----------
    covid : DataFrame
        The table ``covid_by_month``.

    Returns
    -------
    DataFrame
        Columns ``state``, ``month`` and ``cases`` of that month, in order of time. A
        state that reported none has no row.

    Examples
    --------
    >>> first_cases(tables.load("covid_by_month"))["month"].tolist()
    ['2019-12', '2020-02', '2020-03', '2020-03', '2020-03', '2020-05']
    """
    found = covid[covid["cases"] > 0].sort_values(["month", "state"])
    firsts = found.drop_duplicates("state")
    return firsts[["state", "month", "cases"]].reset_index(drop=True)


def order_of_events(events, labels, covid):
    """Dated protests beside the first recorded cases in China and at home.

    Parameters
    ----------
    events, labels, covid : DataFrame
        The tables ``events``, ``protest_labels`` and ``covid_by_month``.

    Returns
    -------
    DataFrame
        As ``security.milestones``, in order of lane and time; ``kind`` is
        ``"protest"`` or ``"first cases"``. For a protest, ``when`` is one of
        ``BEFORE``, ``BETWEEN`` and ``AFTER``; a month of cases begins on its first
        day. ``label`` of first cases names the states.

    Examples
    --------
    >>> order = order_of_events(
    ...     tables.load("events"), tables.load("protest_labels"),
    ...     tables.load("covid_by_month"))
    >>> order.query("event == 'EV121'")["when"].item()
    'after the first cases in China, before those at home'
    """
    protests = milestones(events, labels)
    firsts = first_cases(covid)
    starts = firsts.set_index("state")["month"].map(decimal_year)
    protests["when"] = [
        _when(row.start, china=starts["CHN"], home=starts[row.actors])
        for row in protests.itertuples()
    ]
    both = pd.concat([_case_marks(firsts), protests], ignore_index=True)
    return both.sort_values(["lane", "start"], kind="stable", ignore_index=True)


def permit_shares(permits, *, measure=None):
    """The share of Chinese citizens in all permits, each within its own measure.

    Parameters
    ----------
    permits : DataFrame
        The table ``work_permits``.
    measure : str, optional
        A value of its column ``measure``. Shares of two measures do not compare.

    Returns
    -------
    DataFrame
        Columns ``state``, ``as_of``, ``measure``, ``chinese``, ``all_foreign`` (the
        base of the share), ``share_percent`` and ``reliability`` (one of
        ``tables.SIGNS``), sorted by measure and date.

    Raises
    ------
    KeyError
        When there is no such measure; the message lists those there are.

    Examples
    --------
    >>> shares = permit_shares(
    ...     tables.load("work_permits"), measure="issued in the year")
    >>> shares["share_percent"].round(1).tolist()
    [41.8, 34.6]
    """
    rows = permits if measure is None else tables.select(permits, measure=measure)
    rows = rows.assign(
        share_percent=100 * rows["chinese"] / rows["all_foreign"],
        reliability=tables.signs(rows),
    )
    columns = ["state", "as_of", "measure", "chinese", "all_foreign"]
    rows = rows[[*columns, "share_percent", "reliability"]]
    return rows.sort_values(["measure", "state", "as_of"], ignore_index=True)


def local_shares(staff):
    """The local part of the staff, stated or computed from two counts.

    What is computed is the part that is not from China: the two counts are all people
    at work and citizens of China, so people of a third country are in it.

    Parameters
    ----------
    staff : DataFrame
        The table ``local_staff``.

    Returns
    -------
    DataFrame
        Columns ``what``, ``state``, ``year``, ``kind``, ``counted`` (local,
        citizens, or not from China), ``local_percent``, ``qualifier`` (empty for
        none), ``said_by``, ``reliability`` (one of ``tables.SIGNS``) and
        ``contested_by``, largest part first.

    Raises
    ------
    ValueError
        When a row has neither a stated part nor both counts; the message names it.

    Examples
    --------
    >>> shares = local_shares(tables.load("local_staff"))
    >>> shares.query("what == 'Emir Oil'")["local_percent"].round(1).item()
    98.3
    """
    counted = 100 * (1 - staff["chinese"] / staff["staff"]).astype("float64")
    rows = staff.assign(
        local_percent=staff["stated_percent"].fillna(counted),
        qualifier=staff["qualifier"].fillna(""),
        reliability=tables.signs(staff),
        contested_by=staff["contested_by"].fillna(""),
    )
    if (silent := rows["local_percent"].isna()).any():
        names = ", ".join(rows.loc[silent, "what"])
        raise ValueError(f"{names}: state a percentage, or both counts.")
    columns = ["what", "state", "year", "kind", "counted", "local_percent"]
    rows = rows[[*columns, "qualifier", "said_by", "reliability", "contested_by"]]
    return rows.sort_values("local_percent", ascending=False, ignore_index=True)


def _case_marks(firsts):
    """First cases in China and the five, one row a month, shaped as milestones."""
    near = firsts[firsts["state"].isin(["CHN", *tables.the_five()])]
    names = near["state"].map(tables.country_names())
    months = near.assign(name=names).groupby("month")
    marks = months.agg(
        actors=("state", ";".join), label=("name", ", ".join)
    ).reset_index(names="date")
    return marks.assign(
        event=[f"cases {month}" for month in marks["date"]],
        start=[decimal_year(month) for month in marks["date"]],
        end=[decimal_year(month, is_end=True) for month in marks["date"]],
        kind="first cases",
        reliability=tables.SIGNS["A", False],
        lane="First cases of COVID-19",
    )


def _when(start, *, china, home):
    """Where a protest stands in the order of the first cases."""
    if start < china:
        return BEFORE
    return BETWEEN if start < home else AFTER


def _differ(one, other):
    """Whether two words differ; missing when one of them is missing."""
    return pd.NA if pd.isna(one) or pd.isna(other) else one != other
