"""Positions on Xinjiang, steps for kin, contested projects, competing explanations."""

import numpy as np
import pandas as pd

from helpers import economy, security, tables
from helpers.security.events import named_events

SIGNED, NOT_SIGNED, VOTED = "signed", "not signed", "voted"
COULD_NOT_VOTE, NOT_CHECKED = "could not vote", "not checked"
STATUSES = (SIGNED, NOT_SIGNED, VOTED, COULD_NOT_VOTE, NOT_CHECKED)
OUTCOMES = ("stopped", "changed", "went on", "not known")
FITS, AGAINST, CANNOT_TELL = "fits", "speaks against", "cannot tell"
MARKS = (FITS, AGAINST, CANNOT_TELL)
WEIGHTS = ("trade_percent_gdp", "debt_percent_gdp", "debt_share_percent")


def positions_by_text(positions, texts, *, stance=None, last=None):
    """Positions with the text that they are about, in order of date.

    Parameters
    ----------
    positions, texts : DataFrame
        The tables ``xinjiang_positions`` and ``xinjiang_texts``.
    stance : {"critical", "supporting", "vote"}, optional
        Only texts of this stance towards China.
    last : int, optional
        Only texts up to this year.

    Returns
    -------
    DataFrame
        ``date``, ``body``, ``stance``, ``text``, ``state``, ``status``, ``how`` and
        ``position``: the status, for a vote with the way of voting.

    Raises
    ------
    KeyError
        When no text has the stance; the message lists those there are.

    Examples
    --------
    >>> texts = pd.DataFrame({
    ...     "text": ["a"], "date": "2022-10-06", "body": "Council", "stance": "vote"})
    >>> positions = pd.DataFrame({
    ...     "text": "a", "state": ["KAZ", "KGZ"], "status": ["voted", "could not vote"],
    ...     "how": ["against", None]})
    >>> positions_by_text(positions, texts)["position"].tolist()
    ['voted against', 'could not vote']
    """
    chosen = texts if stance is None else tables.select(texts, stance=stance)
    if last is not None:
        chosen = chosen[chosen["date"].str[:4].astype(int) <= last]
    rows = chosen.merge(positions, on="text", validate="one_to_many")
    way = (" " + rows["how"]).fillna("")
    rows = rows.assign(position=rows["status"] + way)
    columns = ["date", "body", "stance", "text", "state", "status", "how", "position"]
    return rows.sort_values("date", kind="stable", ignore_index=True)[columns]


def position_grid(positions, texts, *, stance=None, last=None):
    """The positions as a grid: a row a text, a column a state.

    Parameters
    ----------
    positions, texts, stance, last
        As for :func:`positions_by_text`.

    Returns
    -------
    DataFrame
        ``date``, ``stance`` and a column for each state, with its position in words.

    Examples
    --------
    >>> texts = pd.DataFrame({
    ...     "text": ["a"], "date": "2022-10-06", "body": "Council", "stance": "vote"})
    >>> positions = pd.DataFrame({
    ...     "text": "a", "state": ["KAZ", "KGZ"], "status": ["voted", "could not vote"],
    ...     "how": ["against", None]})
    >>> position_grid(positions, texts).values.tolist()
    [['2022-10-06', 'vote', 'voted against', 'could not vote']]
    """
    rows = positions_by_text(positions, texts, stance=stance, last=last)
    wide = rows.pivot(index="text", columns="state", values="position")
    heads = rows.drop_duplicates("text").set_index("text")[["date", "stance"]]
    return heads.join(wide).reset_index(drop=True)


def position_counts(positions, texts, *, last=None):
    """How often each state acted, of the texts on which it could and that we checked.

    Parameters
    ----------
    positions, texts, last
        As for :func:`positions_by_text`.

    Returns
    -------
    DataFrame
        One row a state and stance: ``texts``; ``could_act``, without those on which it
        could not vote; ``checked``, of these the ones whose list was read; ``acted``,
        of these the ones that it signed or on which it voted. The share is not given:
        unchecked texts would change it.

    Examples
    --------
    >>> texts = pd.DataFrame({
    ...     "text": ["a", "b"], "date": ["2019", "2020"], "body": "Council",
    ...     "stance": "supporting"})
    >>> positions = pd.DataFrame({
    ...     "text": ["a", "b"], "state": "TJK", "status": ["signed", "not checked"],
    ...     "how": None})
    >>> position_counts(positions, texts).values.tolist()
    [['TJK', 'supporting', 2, 2, 1, 1]]
    """
    rows = positions_by_text(positions, texts, last=last)
    could = rows["status"] != COULD_NOT_VOTE
    checked = could & (rows["status"] != NOT_CHECKED)
    rows = rows.assign(
        texts=1,
        could_act=could.astype(int),
        checked=checked.astype(int),
        acted=rows["status"].isin([SIGNED, VOTED]).astype(int),
    )
    counted = ["texts", "could_act", "checked", "acted"]
    return rows.groupby(["state", "stance"], as_index=False)[counted].sum()


def china_weight(trade, flows, wholes):
    """Three measures of how much a state depends on China, by year.

    Parameters
    ----------
    trade, flows, wholes : DataFrame
        The tables ``trade_by_partner``, ``debt_flows`` and ``gdp_and_public_debt``.

    Returns
    -------
    DataFrame
        ``country``, ``year`` and, in percent: ``trade_percent_gdp``, exports plus
        imports with China as China's customs report them, of the state's GDP;
        ``debt_percent_gdp``, public debt to China built from flows, of GDP;
        ``debt_share_percent``, the same debt of the debt to all creditors. Missing
        stays missing.

    Notes
    -----
    China's customs also count goods that only pass through a state; for Kyrgyzstan
    that is most of its figure. Debt from flows leaves out what was owed before the
    first year of the table.

    Examples
    --------
    >>> weight = china_weight(*map(
    ...     tables.load, ["trade_by_partner", "debt_flows", "gdp_and_public_debt"]))
    >>> round(tables.value(weight, "trade_percent_gdp", country="TKM", year=2018), 1)
    17.1
    """
    five = tables.the_five()
    seen = trade["country"].isin(five) & (trade["reported_by"] == "partner")
    china = trade[seen & (trade["partner"] == "CHN")]
    traded = china.groupby(["country", "year"])["value_usd_mn"].sum()
    owed = pd.concat(
        _owed(economy.debt_stock(flows, debtor=code, creditor="CHN")) for code in five
    )
    shares = pd.concat(
        _owed(economy.creditor_share(flows, debtor=code, creditor="CHN"))
        for code in five
    )
    rows = wholes[wholes["country"].isin(five)].set_index(["country", "year"])
    gdp_usd_mn = 1000 * rows["gdp_usd_bn"]
    weight = pd.DataFrame(
        {
            "trade_percent_gdp": 100 * traded / gdp_usd_mn,
            "debt_percent_gdp": 100 * owed["stock_usd_mn"] / gdp_usd_mn,
            "debt_share_percent": shares["share_percent"],
        }
    )
    return weight.reset_index().sort_values(["country", "year"], ignore_index=True)


def weight_by_choice(weights, positions, *, text, year):
    """China's mean weight for the states that signed a text, and for the others.

    Parameters
    ----------
    weights : DataFrame
        From :func:`china_weight`.
    positions : DataFrame
        The table ``xinjiang_positions``.
    text : str
        A text whose list was read.
    year : int
        Year of the weights.

    Returns
    -------
    DataFrame
        One row a measure: ``measure``, ``signed`` and ``not_signed``, the means in
        percent, and ``difference``.

    Raises
    ------
    KeyError
        When there is no such text or year; the message lists those there are.
    ValueError
        When all signed, or none did, or the list was not read.

    Examples
    --------
    >>> weights = pd.DataFrame({
    ...     "country": ["KAZ", "TJK"], "year": 2018, "trade_percent_gdp": [11.0, 19.0],
    ...     "debt_percent_gdp": [1.0, 15.0], "debt_share_percent": [6.0, 47.0]})
    >>> positions = pd.DataFrame({
    ...     "text": "a", "state": ["KAZ", "TJK"], "status": ["not signed", "signed"]})
    >>> weight_by_choice(weights, positions, text="a", year=2018)["difference"].tolist()
    [8.0, 14.0, 41.0]
    """
    status = tables.select(positions, text=text).set_index("state")["status"]
    of_year = tables.select(weights, year=year).set_index("country")
    groups = of_year.groupby(status)[list(WEIGHTS)].mean().T
    if set(groups.columns) != {SIGNED, NOT_SIGNED}:
        there = ", ".join(sorted(set(status)))
        raise ValueError(
            f"{text} cannot be compared: its rows say only {there}. Choose a text that "
            "some signed and some did not."
        )
    groups = groups.rename(columns={NOT_SIGNED: "not_signed"})
    groups["difference"] = groups[SIGNED] - groups["not_signed"]
    groups = groups.rename_axis("measure").reset_index()
    return groups[["measure", SIGNED, "not_signed", "difference"]]


def before_and_after(weights, outcome, *, value, of, before, after, least_rise):
    """Did a state move towards China where its dependence grew, and only there?

    Parameters
    ----------
    weights : DataFrame
        ``country``, ``year`` and the column named by ``value``.
    outcome : DataFrame
        ``country``, ``year`` and the column named by ``of``; more means nearer.
    value, of : str
        The measure of dependence and the measure of alignment.
    before, after : tuple of int
        First and last year of the two windows.
    least_rise : float
        From which rise of the mean on dependence counts as grown.

    Returns
    -------
    DataFrame
        ``country``; ``rise``, the change of mean dependence; ``grew``; ``moved``, the
        change of mean alignment; and ``order``: ``fits`` when dependence grew and
        alignment rose, or neither did, ``speaks against`` otherwise, ``cannot tell``
        when a mean is missing. Five states are not a sample, so it is no test.

    Raises
    ------
    ValueError
        When a window is not before the other one.

    Examples
    --------
    >>> years = {"country": "TKM", "year": [2005, 2015]}
    >>> share = pd.DataFrame({**years, "share": [1.0, 17.0]})
    >>> votes = pd.DataFrame({**years, "agreement": [0.9, 0.8]})
    >>> before_and_after(
    ...     share, votes, value="share", of="agreement", before=(2005, 2009),
    ...     after=(2015, 2019), least_rise=5)[["rise", "grew", "order"]].values.tolist()
    [[16.0, True, 'speaks against']]
    """
    if before[1] >= after[0]:
        raise ValueError(f"The window {before} must end before {after} begins.")
    rise = _change(weights, value, before, after)
    moved = _change(outcome, of, before, after).reindex(rise.index)
    known = rise.notna() & moved.notna()
    fits = (rise >= least_rise) == (moved > 0)
    order = pd.Series(np.where(fits, FITS, AGAINST), rise.index).where(
        known, CANNOT_TELL
    )
    grew = (rise >= least_rise).astype("boolean").where(rise.notna())
    found = pd.DataFrame({"rise": rise, "grew": grew, "moved": moved, "order": order})
    return found.rename_axis("country").reset_index()


def nearness(points, *, partner, held=None):
    """How near each state is to a partner by ideal points; nearer is more.

    A state comes nearer when it moves, or when the partner does. With the partner held
    at one place only the state's own move counts.

    Parameters
    ----------
    points : DataFrame
        The table ``un_ideal_points``.
    partner : str
        ISO 3166-1 alpha-3 code.
    held : tuple of int, optional
        First and last year of a window; the partner stays at its mean of that window.
        By default it moves, year by year.

    Returns
    -------
    DataFrame
        ``country``, ``year`` and ``nearness``, the distance with a minus: 0 is nearest.

    Examples
    --------
    >>> points = pd.DataFrame({
    ...     "country": ["CHN", "CHN", "KAZ", "KAZ"], "year": [2005, 2015] * 2,
    ...     "ideal_point": [-0.7, -0.4, -0.3, -0.3]})
    >>> nearness(points, partner="CHN")["nearness"].round(1).tolist()
    [-0.4, -0.1]
    >>> nearness(
    ...     points, partner="CHN", held=(2005, 2009))["nearness"].round(1).tolist()
    [-0.4, -0.4]
    """
    if held is not None:
        there = points["country"] == partner
        window = there & points["year"].between(*held)
        place = points.loc[window, "ideal_point"].mean()
        points = points.assign(ideal_point=points["ideal_point"].mask(there, place))
    found = security.ideal_point_distance(points, partner=partner)
    return found.assign(nearness=-found["distance"])[["country", "year", "nearness"]]


def order_by_yardstick(weights, points, *, partner, before, after, least_rise):
    """In how many states the order fits, by measure and by whose move counts.

    Parameters
    ----------
    weights : DataFrame
        From :func:`china_weight`.
    points, partner
        As for :func:`nearness`.
    before, after, least_rise
        As for :func:`before_and_after`.

    Returns
    -------
    DataFrame
        One row a measure and yardstick: ``measure``; ``yardstick``, whether the
        partner moves or is held at its mean of one window; ``fits`` and ``known``,
        numbers of states.
    """
    yardsticks = {
        "China as it moved": None,
        f"China held at {before[0]}-{before[1] % 100:02}": before,
        f"China held at {after[0]}-{after[1] % 100:02}": after,
    }
    rows = []
    for measure in WEIGHTS:
        for name, held in yardsticks.items():
            order = before_and_after(
                weights,
                nearness(points, partner=partner, held=held),
                value=measure,
                of="nearness",
                before=before,
                after=after,
                least_rise=least_rise,
            )["order"]
            known = int((order != CANNOT_TELL).sum())
            rows.append((measure, name, int((order == FITS).sum()), known))
    return pd.DataFrame(rows, columns=["measure", "yardstick", "fits", "known"])


def kin_steps(events, steps):
    """What governments did or said for people in Xinjiang, in order of time.

    Parameters
    ----------
    events, steps : DataFrame
        The tables ``events`` and ``kin_steps``.

    Returns
    -------
    DataFrame
        As ``security.chronology``, with the columns of ``steps``.

    Raises
    ------
    KeyError
        When a step names an event that the table lacks; the message names it.

    Examples
    --------
    >>> found = kin_steps(tables.load("events"), tables.load("kin_steps"))
    >>> found[["date", "step"]].iloc[0].tolist()
    ['2018-05-28', 'raised with China']
    """
    return named_events(events, steps)


def protests_before(steps, protests, *, months=6):
    """How many listed protests a state saw in the months before each step.

    Parameters
    ----------
    steps : DataFrame
        From :func:`kin_steps`.
    protests : DataFrame
        From ``security.chronology``, with events of the kind protest.
    months : int
        Length of the window; the rule is six, written down before counting.

    Returns
    -------
    DataFrame
        The steps with ``protests_before``. None listed is not none.

    Raises
    ------
    ValueError
        When ``months`` is not positive.

    Examples
    --------
    >>> steps = pd.DataFrame({"state": ["KAZ"], "start": [2021.2]})
    >>> protests = pd.DataFrame({"actors": ["KAZ"], "start": [2021.1]})
    >>> protests_before(steps, protests)["protests_before"].tolist()
    [1]
    """
    if months <= 0:
        raise ValueError(f"A window of {months} months: give a positive number.")
    counts = [
        int(_near(_starts(protests, step.state), step.start, months).sum())
        for step in steps.itertuples()
    ]
    return steps.assign(protests_before=counts)


def protest_base_rate(protests, *, state, first, last, months=6):
    """The share of all days that have a listed protest in the months before.

    A step that is preceded by a protest tells little where most days are.

    Parameters
    ----------
    protests, months
        As for :func:`protests_before`.
    state : str
        ISO 3166-1 alpha-3 code.
    first, last : int
        Years, both included.

    Returns
    -------
    float
        Percent of days, 0 to 100.

    Raises
    ------
    ValueError
        When the last year is before the first.

    Examples
    --------
    >>> protests = pd.DataFrame({"actors": ["KAZ"], "start": [2020.0]})
    >>> round(protest_base_rate(protests, state="KAZ", first=2020, last=2020))
    50
    """
    if last < first:
        raise ValueError(f"The years {first} to {last} hold no day: turn them round.")
    days = np.arange(first, last + 1, 1 / 365.25)
    starts = _starts(protests, state)
    return float(100 * np.mean([_near(starts, day, months).any() for day in days]))


def outcome_counts(projects, *, last=None):
    """What became of projects that met protest: counts by outcome.

    Parameters
    ----------
    projects : DataFrame
        The table ``contested_projects``.
    last : int, optional
        Only cases decided up to this year.

    Returns
    -------
    DataFrame
        ``outcome`` (all of ``OUTCOMES``) and ``cases``. The cases are known because
        there was a protest, so a share of them is no share of all projects.

    Examples
    --------
    >>> projects = pd.DataFrame({
    ...     "outcome": ["stopped", "went on"], "decided": ["2016-05-05", "2023-05-17"]})
    >>> outcome_counts(projects, last=2020)["cases"].tolist()
    [1, 0, 0, 0]
    """
    if last is not None:
        projects = projects[projects["decided"].str[:4].astype(int) <= last]
    counts = projects["outcome"].value_counts().reindex(OUTCOMES, fill_value=0)
    return counts.rename_axis("outcome").rename("cases").reset_index()


def weigh_explanations(marks):
    """Which explanation has least against it, and which observations tell them apart.

    In an analysis of competing hypotheses what speaks **against** an explanation
    counts. An observation that fits all of them tells nothing.

    Parameters
    ----------
    marks : DataFrame
        One row an observation, one column an explanation; each cell one of ``MARKS``,
        or missing while it is open.

    Returns
    -------
    tuple of DataFrame
        The explanations with the number of cells that fit, speak against, cannot tell
        or are open; and the observations with ``tells_apart``: false when every cell
        has the same mark, missing while a cell is open.

    Raises
    ------
    ValueError
        When a cell holds another word; the message names it and lists the marks.

    Notes
    -----
    Source: R. J. Heuer, *Psychology of Intelligence Analysis*, 1999, chapter 8.

    Examples
    --------
    >>> marks = pd.DataFrame(
    ...     {"E": ["fits", "speaks against"], "R": ["fits", "fits"]}, index=[1, 2])
    >>> explanations, observations = weigh_explanations(marks)
    >>> explanations[["explanation", "speaks against"]].values.tolist()
    [['E', 1], ['R', 0]]
    >>> observations["tells_apart"].tolist()
    [False, True]
    """
    if strange := set(marks.stack().dropna()) - set(MARKS):
        named = ", ".join(sorted(map(str, strange)))
        raise ValueError(f"{named} is no mark: use {', '.join(MARKS)}.")
    counts = {mark: (marks == mark).sum() for mark in MARKS}
    explanations = pd.DataFrame(counts | {"open": marks.isna().sum()})
    apart = (marks.nunique(axis=1) > 1).astype("boolean")
    apart = apart.where(marks.notna().all(axis=1))
    observations = apart.rename_axis("observation").rename("tells_apart")
    return (
        explanations.rename_axis("explanation").reset_index(),
        observations.reset_index(),
    )


def _owed(rows):
    return rows.rename(columns={"debtor": "country"}).set_index(["country", "year"])


def _change(rows, value, before, after):
    """Mean of the later window less mean of the earlier one, for each country."""
    early, late = (
        rows[rows["year"].between(*window)].groupby("country")[value].mean()
        for window in (before, after)
    )
    return late.sub(early).reindex(sorted(set(rows["country"])))


def _starts(protests, state):
    """Moments at which listed protests of a state began."""
    here = protests["actors"].str.split(";").map({state}.issubset)
    return protests.loc[here.astype(bool), "start"].to_numpy(dtype=float)


def _near(starts, moment, months):
    """Which of them lie in the months before a moment, or in it."""
    return (starts <= moment) & (starts >= moment - months / 12)
