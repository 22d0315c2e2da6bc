"""Border settlements: their steps in time, and the areas as each source states them."""

import pandas as pd

from helpers import tables
from helpers.security.events import named_events

STEPS = [
    "state",
    "agreement",
    "step",
    "label",
    "date",
    "year",
    "start",
    "end",
    "actors",
    "reliability",
    "contested_by",
    "source",
]
CHINA_COUNTS_FROM = {"KAZ": 2013, "KGZ": 2009, "TJK": 2011}  # in trade_long_run
LAGS = {
    "signature to ratification": ("signature", "ratification"),
    "demarcation to ratification": ("demarcation", "ratification"),
}


def border_steps(steps, events):
    """The steps of each settlement with their dates, in order of time.

    Parameters
    ----------
    steps : DataFrame
        The table ``border_steps``.
    events : DataFrame
        The table ``events``.

    Returns
    -------
    DataFrame
        One row a step: ``state``, ``agreement``, ``step``, ``label``, ``date`` (text,
        as exact as it is known), ``year``, ``start`` and ``end`` (decimal years: a
        date known by its year only fills the year), ``actors``, ``reliability`` (one
        of ``tables.SIGNS``), ``contested_by`` (empty where nobody is known to differ)
        and ``source``.

    Raises
    ------
    KeyError
        When a step names an event that the table lacks.

    Examples
    --------
    >>> found = border_steps(tables.load("border_steps"), tables.load("events"))
    >>> found.query("state == 'TJK' and step == 'signature'")["date"].tolist()
    ['1999-08-13', '2002-05-17']
    """
    dated = named_events(events, steps)
    return dated.assign(year=dated["date"].str[:4].astype(int))[STEPS]


def treaty_lags(steps):
    """How many years lie between the steps of one agreement, and of one border.

    A lag is the date of the later step minus that of the earlier one, in years. A date
    that is known by its year only gives a range.

    Parameters
    ----------
    steps : DataFrame
        From :func:`border_steps`.

    Returns
    -------
    DataFrame
        One row a lag: ``state``, ``agreement``, ``lag`` (from which step to which),
        ``years_low``, ``years_high``. Both are missing where the later step was not
        found. For the agreement ``"all"``: from the talks to the first signature, and
        from the last signature to the demarcation.

    Examples
    --------
    >>> steps = border_steps(tables.load("border_steps"), tables.load("events"))
    >>> lags = treaty_lags(steps).query("state == 'KAZ' and agreement == 'agreement'")
    >>> lags[["lag", "years_low"]].round(1).values.tolist()
    [['signature to ratification', 1.1]]
    """
    found = []
    for state, of_state in steps.groupby("state", sort=False):
        talks, signed, marked = (
            of_state[of_state["step"] == step]
            for step in ("talks", "signature", "demarcation")
        )
        if marked.empty:
            continue
        found += [
            (state, "all", "talks to first signature", *_lag(talks, signed.head(1))),
            (state, "all", "last signature to demarcation", *_lag(signed, marked)),
        ]
        for agreement, rows in of_state.groupby("agreement", sort=False):
            for lag, (first, then) in LAGS.items():
                if (rows["step"] == first).any():
                    pair = (rows[rows["step"] == step] for step in (first, then))
                    found.append((state, agreement, lag, *_lag(*pair)))
    columns = ["state", "agreement", "lag", "years_low", "years_high"]
    return pd.DataFrame(found, columns=columns)


def years_off(steps, *, claimed):
    """How far each step lies from a claimed year.

    Parameters
    ----------
    steps : DataFrame
        From :func:`border_steps`.
    claimed : dict of str to int
        The claimed year by the state's ISO code. Other states are left out.

    Returns
    -------
    DataFrame
        The steps, with ``claimed_year`` and ``years_off``: the step's year minus the
        claimed one, so negative before it.

    Raises
    ------
    KeyError
        When a state has no steps; the message lists those that have.

    Examples
    --------
    >>> steps = border_steps(tables.load("border_steps"), tables.load("events"))
    >>> off = years_off(steps, claimed={"KGZ": 1998})
    >>> off.query("step == 'signature'")["years_off"].tolist()
    [-2, 1]
    """
    for state in claimed:
        tables.select(steps, state=state)
    rows = steps[steps["state"].isin(list(claimed))].reset_index(drop=True)
    rows["claimed_year"] = rows["state"].map(claimed)
    rows["years_off"] = rows["year"] - rows["claimed_year"]
    return rows


def area_shares(areas, *, part="to China", whole="disputed"):
    """What part of an area is of another, for each source of either.

    The share is 100 times part divided by whole. Part and whole may come from two
    sources; where one source prints the share itself, that share stands as printed.

    Parameters
    ----------
    areas : DataFrame
        The table ``border_areas``.
    part, whole : str
        Kinds of area, as in its column ``what``.

    Returns
    -------
    DataFrame
        One row a state, source of the part and source of the whole: ``state``,
        ``part_said_by``, ``whole_said_by``, ``part_km2``, ``whole_km2``,
        ``share_percent`` (0 to 100), ``is_printed``. In a printed row both areas are
        missing.

    Raises
    ------
    KeyError
        When there is no such kind of area; the message lists those there are.

    Examples
    --------
    >>> areas = pd.DataFrame({
    ...     "state": "TJK", "what": ["to China", "disputed", "disputed"],
    ...     "said_by": ["a minister", "a minister", "a scholar"],
    ...     "km2": [1000.0, 20000.0, 40000.0], "share_percent": [5.0, None, None]})
    >>> area_shares(areas)[["whole_said_by", "share_percent", "is_printed"]].values
    array([['a minister', 5.0, False],
           ['a scholar', 2.5, False],
           ['a minister', 5.0, True]], dtype=object)
    """
    parts, wholes = (
        tables.select(areas, what=what)[["state", "said_by", "km2", "share_percent"]]
        for what in (part, whole)
    )
    pairs = parts.dropna(subset="km2").merge(
        wholes.dropna(subset="km2"), on="state", suffixes=("_part", "_whole")
    )
    computed = pd.DataFrame(
        {
            "state": pairs["state"],
            "part_said_by": pairs["said_by_part"],
            "whole_said_by": pairs["said_by_whole"],
            "part_km2": pairs["km2_part"],
            "whole_km2": pairs["km2_whole"],
            "share_percent": 100 * pairs["km2_part"] / pairs["km2_whole"],
            "is_printed": False,
        }
    )
    if whole != "disputed":  # sources print shares of the disputed area only
        return computed
    printed = parts.dropna(subset="share_percent").drop(columns="km2")
    printed = printed.rename(columns={"said_by": "part_said_by"}).assign(
        whole_said_by=printed["said_by"], is_printed=True
    )
    shares = pd.concat([computed, printed], ignore_index=True)
    return shares.sort_values("state", kind="stable", ignore_index=True)


def _lag(before, after):
    """The least and the greatest number of years from the last of one to the other."""
    if before.empty or after.empty:
        return float("nan"), float("nan")
    before, after = before.iloc[-1], after.iloc[0]
    day = 1 / 365
    return after["start"] - before["end"] + day, after["end"] - before["start"] - day
