"""Measures of how alike states vote in the UN General Assembly, and of what that shows.

An index of agreement is a number from 0 to 1. A vote in which one of the two states has
no vote recorded is left out of every measure: it is not an abstention.
"""

import pandas as pd

from helpers import tables

POINTS = {"yes": 1.0, "abstain": 0.5, "no": 0.0}
OTHER = "other"
# The first issue with a word that occurs in the title takes the text, so order matters.
ISSUES = {
    "Ukraine": ("ukrain", "the path to peace", "membership of the russian federation"),
    "arms": (
        "nuclear",
        "atomic",
        "disarmament",
        "weapon",
        "armament",
        "arms race",
        "arms control",
        "arms trade",
        "munition",
        "mines",
        "mine action",
        "military domain",
        "confidence-building",
        "victim assistance",
        "outer space",
        "zone of peace",
        "security and cooperation in the mediterranean",
    ),
    "Palestine and Middle East": (
        "palestin",
        "israel",
        "syria",
        "leban",
        "legal and humanitarian obligations",
    ),
    "human rights": (
        "rights",
        "right to",
        "racism",
        "torture",
        "refugee",
        "displaced",
        "mercenar",
        "migrant",
        "women",
        "trafficking in persons",
        "indigenous",
        "albinism",
        "hate speech",
        "democratic and equitable",
    ),
    "colonies": ("coloni", "non-self-governing", "question of"),
    "development": (
        "development",
        "developing",
        "developed countries",
        "econom",
        "trade",
        "financ",
        "tax",
        "debt",
        "poverty",
        "commodit",
        "agricult",
        "nutrition",
        "forest",
        "climate",
        "desert",
        "dust",
        "energy",
        "disaster",
        "biological",
        "ocean",
        "health",
        "transport",
        "product safety",
        "vulnerability",
        "small island",
        "antigua",
        "sevilla",
        "south-south",
        "cooperatives",
        "social",
    ),
}


def vote_pairs(votes, *, country, partner):
    """The votes of two states side by side, with the points of each pair.

    The points are ``1 - |a - b|``, where yes is 1, abstain 0.5 and no 0: the same vote
    gives 1, one step apart 0.5, yes against no 0.

    Parameters
    ----------
    votes : DataFrame
        The table ``un_votes``, or a part of it.
    country, partner : str
        ISO 3166-1 alpha-3 codes.

    Returns
    -------
    DataFrame
        Columns ``resolution``, the votes in columns named by the two codes, and
        ``points``, which are missing where one of the two has no vote recorded.

    Raises
    ------
    KeyError
        When a state has no rows; the message lists those that have.

    Examples
    --------
    >>> votes = pd.DataFrame({
    ...     "resolution": ["A", "A", "B", "B"], "country": ["KAZ", "CHN"] * 2,
    ...     "vote": ["abstain", "no", "yes", "no vote recorded"]})
    >>> vote_pairs(votes, country="KAZ", partner="CHN")["points"].tolist()
    [0.5, nan]
    """
    one, other = (
        tables.select(votes, country=code).set_index("resolution")["vote"].rename(code)
        for code in (country, partner)
    )
    pairs = pd.concat([one, other], axis=1, join="inner").reset_index()
    steps = pairs[country].map(POINTS) - pairs[partner].map(POINTS)
    return pairs.assign(points=1 - steps.abs())


def agreement_score(votes, *, country, partner):
    """How alike two states voted: the mean of the points of their common votes.

    Parameters
    ----------
    votes, country, partner
        As for :func:`vote_pairs`.

    Returns
    -------
    DataFrame
        One row: ``country``, ``partner``, ``common_votes``, ``agreement`` and
        ``identical_share``, both 0 to 1, and missing without a common vote.

    Raises
    ------
    KeyError
        When a state has no rows; the message lists those that have.

    Notes
    -----
    Unweighted, as the dyadic index of the UN voting data of Voeten, Strezhnev and
    Bailey. Texts that were adopted without a vote are not in it.

    Examples
    --------
    >>> votes = pd.DataFrame({
    ...     "resolution": ["A", "A", "B", "B"], "country": ["KAZ", "CHN"] * 2,
    ...     "vote": ["abstain", "no", "yes", "yes"]})
    >>> agreement_score(votes, country="KAZ", partner="CHN").values.tolist()
    [['KAZ', 'CHN', 2, 0.75, 0.5]]
    """
    points = vote_pairs(votes, country=country, partner=partner)["points"].dropna()
    score = {
        "country": country,
        "partner": partner,
        "common_votes": len(points),
        "agreement": points.mean(),
        "identical_share": (points == 1).mean(),
    }
    return pd.DataFrame([score])


def with_issue(resolutions):
    """The texts with their issue: the first of ``ISSUES`` that their title speaks of.

    Parameters
    ----------
    resolutions : DataFrame
        The table ``un_resolutions``, or a part of it.

    Returns
    -------
    DataFrame
        The same rows with ``issue``; a title without any of the words is ``other``.

    Examples
    --------
    >>> texts = pd.DataFrame({"title": ["Nuclear disarmament", "World Horse Day"]})
    >>> with_issue(texts)["issue"].tolist()
    ['arms', 'other']
    """
    return resolutions.assign(issue=[_issue(title) for title in resolutions["title"]])


def votes_by_issue(votes, resolutions, *, country, partner):
    """Agreement of two states, issue by issue.

    Parameters
    ----------
    votes, country, partner
        As for :func:`vote_pairs`.
    resolutions : DataFrame
        The table ``un_resolutions``, or the part of it that counts.

    Returns
    -------
    DataFrame
        ``issue``, ``texts`` (put to a vote), ``common_votes`` and ``agreement``, in
        the order of ``ISSUES``; an issue without a text is left out.

    Raises
    ------
    KeyError
        When a state has no rows; the message lists those that have.

    Examples
    --------
    >>> votes = pd.DataFrame({
    ...     "resolution": ["A", "A", "B", "B"], "country": ["KAZ", "CHN"] * 2,
    ...     "vote": ["abstain", "no", "yes", "yes"]})
    >>> titles = ["Ukraine", "Arms race"]
    >>> texts = pd.DataFrame({"resolution": ["A", "B"], "title": titles})
    >>> votes_by_issue(votes, texts, country="KAZ", partner="CHN").values.tolist()
    [['Ukraine', 1, 1, 0.5], ['arms', 1, 1, 1.0]]
    """
    pairs = vote_pairs(votes, country=country, partner=partner)
    rows = with_issue(resolutions).merge(pairs, on="resolution", validate="1:1")
    by_issue = rows.groupby("issue")["points"]
    counted = by_issue.agg(texts="size", common_votes="count", agreement="mean")
    there = [issue for issue in (*ISSUES, OTHER) if issue in counted.index]
    return counted.loc[there].reset_index()


def agreement_series(agreement, *, partner, least_votes=0):
    """Agreement of all states with one partner, by year, without the noisiest years.

    Parameters
    ----------
    agreement : DataFrame
        The table ``un_agreement``.
    partner : str
        ISO 3166-1 alpha-3 code.
    least_votes : int
        Years with fewer common votes keep their row, but lose their value.

    Returns
    -------
    DataFrame
        ``country``, ``year``, ``common_votes``, ``agreement`` (0 to 1), sorted.

    Raises
    ------
    KeyError
        When there is no such partner; the message lists those there are.

    Examples
    --------
    >>> years = pd.DataFrame({
    ...     "country": "TKM", "partner": "CHN", "year": [1996, 1997],
    ...     "common_votes": [7, 42], "agreement": [0.93, 0.8]})
    >>> agreement_series(years, partner="CHN", least_votes=20)["agreement"].tolist()
    [nan, 0.8]
    """
    rows = tables.select(agreement, partner=partner)
    enough = rows["common_votes"] >= least_votes
    rows = rows.assign(agreement=rows["agreement"].where(enough))
    columns = ["country", "year", "common_votes", "agreement"]
    return rows.sort_values(["country", "year"], ignore_index=True)[columns]


def ideal_point_distance(points, *, partner):
    """How far each state stands from one partner, by year: the absolute difference.

    Parameters
    ----------
    points : DataFrame
        The table ``un_ideal_points``.
    partner : str
        ISO 3166-1 alpha-3 code.

    Returns
    -------
    DataFrame
        ``country``, ``year``, ``distance`` (no unit, 0 is the same place), sorted;
        only years in which both have a place.

    Raises
    ------
    KeyError
        When the partner has no rows; the message lists the states that have.

    Notes
    -----
    The distance has no bounds here: the bounds of two places do not give them, because
    the errors of a year's places are not independent.

    Source: M. A. Bailey, A. Strezhnev and E. Voeten, *Estimating Dynamic State
    Preferences from United Nations Voting Data*, Journal of Conflict Resolution 61,
    2017.

    Examples
    --------
    >>> points = pd.DataFrame({
    ...     "country": ["KAZ", "CHN"], "year": 2019, "ideal_point": [-0.5, -0.25]})
    >>> ideal_point_distance(points, partner="CHN").values.tolist()
    [['KAZ', 2019, 0.25]]
    """
    place = tables.select(points, country=partner).set_index("year")["ideal_point"]
    others = points[points["country"] != partner]
    distance = (others["ideal_point"] - others["year"].map(place)).abs()
    rows = others.assign(distance=distance).dropna(subset=["distance"])
    columns = ["country", "year", "distance"]
    return rows.sort_values(columns[:2], ignore_index=True)[columns]


def window_means(rows, *, values, windows):
    """Means of yearly values in windows of years, state by state.

    Parameters
    ----------
    rows : DataFrame
        ``country``, ``year`` and the columns named by ``values``.
    values : sequence of str
        The columns to average; missing years are left out of a mean.
    windows : sequence of tuple of int
        First and last year of each window.

    Returns
    -------
    DataFrame
        ``country``, ``years`` (as "2005-09") and the means, sorted.

    Raises
    ------
    ValueError
        When a window holds no row.

    Examples
    --------
    >>> rows = pd.DataFrame({
    ...     "country": "KAZ", "year": [2005, 2006, 2015], "agreement": [0.5, 0.7, 0.8]})
    >>> window_means(
    ...     rows, values=["agreement"], windows=[(2005, 2009), (2015, 2019)]
    ... ).values.tolist()
    [['KAZ', '2005-09', 0.6], ['KAZ', '2015-19', 0.8]]
    """
    found = []
    for first, last in windows:
        inside = rows[rows["year"].between(first, last)]
        if inside.empty:
            raise ValueError(
                f"No row in {first} to {last}: the years go from {rows['year'].min()} "
                f"to {rows['year'].max()}. Choose other windows."
            )
        means = inside.groupby("country", as_index=False)[list(values)].mean()
        means.insert(1, "years", f"{first}-{last % 100:02}")
        found.append(means)
    return pd.concat(found).sort_values(["country", "years"], ignore_index=True)


def change_correlation(measure, series, *, value, outcome="agreement"):
    """Do two yearly series of a state move together: their levels, and their changes?

    Pearson's correlation of the values, and of the changes from one year to the next.
    Two series that both rise over the years correlate in levels, whatever their cause.

    Parameters
    ----------
    measure : DataFrame
        ``country``, ``year`` and the column named by ``value``.
    series : DataFrame
        ``country``, ``year`` and the column named by ``outcome``, for example from
        :func:`agreement_series`.
    value, outcome : str
        The two columns.

    Returns
    -------
    DataFrame
        ``country``, ``years`` (with both values), ``levels`` and ``changes`` (-1 to 1),
        and ``steps`` (changes that could be taken: a gap in the years gives none).

    Raises
    ------
    ValueError
        When no state has three years with both values.

    Examples
    --------
    >>> years = {"country": "KAZ", "year": [2000, 2001, 2002, 2003]}
    >>> share = pd.DataFrame({**years, "share": [1.0, 2.0, 3.0, 5.0]})
    >>> votes = pd.DataFrame({**years, "agreement": [0.5, 0.7, 0.8, 0.8]})
    >>> change_correlation(share, votes, value="share").round(2).values.tolist()
    [['KAZ', 4, 0.83, 3, -0.87]]
    """
    both = measure.merge(series, on=["country", "year"], validate="1:1")
    both = both.dropna(subset=[value, outcome]).sort_values(["country", "year"])
    found = []
    for country, rows in both.groupby("country"):
        if len(rows) < 3:
            continue
        pair = rows[[value, outcome]]
        steps = pair.diff()[rows["year"].diff() == 1]
        found.append(
            {
                "country": country,
                "years": len(rows),
                "levels": pair[value].corr(pair[outcome]),
                "steps": len(steps),
                "changes": steps[value].corr(steps[outcome]),
            }
        )
    if not found:
        raise ValueError(
            f"No state has three years with {value} and {outcome}: do the two tables "
            "cover the same states and years?"
        )
    return pd.DataFrame(found)


def _issue(title):
    """The first issue whose words occur in the title, in any letters."""
    lower = title.lower()
    found = (
        issue for issue, words in ISSUES.items() if any(word in lower for word in words)
    )
    return next(found, OTHER)
