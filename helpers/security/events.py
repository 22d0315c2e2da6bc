"""Events in order of time, and the years that a source covers."""

import calendar

import pandas as pd

from helpers import tables

CHRONOLOGY = [
    "event",
    "date",
    "start",
    "end",
    "kind",
    "format",
    "actors",
    "what_happened",
    "reliability",
    "contested_by",
    "source",
    "url",
]


def chronology(events, *, actors=(), kinds=(), formats=(), first=None, last=None):
    """The events that meet all conditions, in order, placed on a line of time.

    Parameters
    ----------
    events : DataFrame
        The table ``events``.
    actors : sequence of str
        ISO 3166-1 alpha-3 codes: events in which all of these take part.
    kinds, formats : sequence of str
        Events of one of these kinds, and of one of these formats. Empty: any.
    first, last : int, optional
        Years of the first day, both included.

    Returns
    -------
    DataFrame
        Columns ``event`` (its number), ``date`` (text, as exact as it is known),
        ``start`` and ``end`` (decimal years; a date known by its year only fills the
        year), ``kind``, ``format`` (empty for none of those), ``actors``,
        ``what_happened``, ``reliability`` (one of ``tables.SIGNS``), ``contested_by``
        (empty where nobody is known to differ), ``source`` and ``url`` (its address,
        or empty). It may be empty: the table is incomplete, so none found does not
        show that none happened.

    Raises
    ------
    KeyError
        When no event of the table has such an actor, kind or format; the message
        lists those there are.

    Examples
    --------
    >>> arms = chronology(
    ...     tables.load("events"), actors=["TKM"], kinds=["arms or aid"])
    >>> arms[["date", "start", "reliability"]].to_dict("records")
    [{'date': '2016', 'start': 2016.0, 'reliability': '○ B'}]
    """
    parties = events["actors"].str.split(";")
    wanted = pd.Series(True, index=events.index)
    for code in actors:
        _known("actor", code, parties.explode())
        wanted &= parties.map({code}.issubset)
    for column, chosen in (("kind", kinds), ("format", formats)):
        for name in chosen:
            _known(column, name, events[column])
        if len(chosen):
            wanted &= events[column].isin(chosen)
    wanted &= events["year"] >= (first if first is not None else -9999)
    wanted &= events["year"] <= (last if last is not None else 9999)
    found = events[wanted].reset_index(drop=True)
    latest = found["date_end"].fillna(found["date"])
    found = found.assign(
        start=[decimal_year(date) for date in found["date"]],
        end=[decimal_year(date, is_end=True) for date in latest],
        reliability=tables.signs(found),
        format=found["format"].fillna(""),
        contested_by=found["contested_by"].fillna(""),
        url=found["url"].fillna(""),
    )
    return found.sort_values("start", kind="stable", ignore_index=True)[CHRONOLOGY]


def named_events(events, rows, *, validate="one_to_many"):
    """The events that rows of another table name, with what these rows say of them.

    Parameters
    ----------
    events : DataFrame
        The table ``events``.
    rows : DataFrame
        A column ``event``, and columns that :func:`chronology` does not have.
    validate : {"one_to_many", "one_to_one"}
        Whether several rows may name one event.

    Returns
    -------
    DataFrame
        As :func:`chronology`, in order of time, with the columns of ``rows``.

    Raises
    ------
    KeyError
        When a row names an event that the table lacks; the message names it.
    """
    check_named(events, rows["event"])
    named = events[events["event"].isin(rows["event"])]
    return chronology(named).merge(rows, on="event", validate=validate)


def check_named(events, numbers):
    """Refuse numbers of events that the table lacks."""
    if missing := sorted(set(numbers) - set(events["event"])):
        raise KeyError(
            f"No event {', '.join(missing)} in the table events: correct the number, "
            "or add the event."
        )


def milestones(events, labels):
    """Chosen events in order of time, with the lane and the few words of a chart.

    Parameters
    ----------
    events : DataFrame
        The table ``events``.
    labels : DataFrame
        The table ``format_milestones`` or ``military_steps``: columns ``event``,
        ``lane`` and ``label``.

    Returns
    -------
    DataFrame
        As :func:`chronology`, with ``lane`` and ``label``.

    Raises
    ------
    KeyError
        When a labelled event is missing; the message names it.
    """
    return named_events(events, labels, validate="one_to_one")


def spans(table, *, by, value, first=None, last=None):
    """Runs of years with a value and runs without one, for each group.

    Parameters
    ----------
    table : DataFrame
        With a column ``year``, at most one row a group and year.
    by : str
        Column of the groups.
    value : str
        Column whose values count; a missing value is as good as no row.
    first, last : int, optional
        The years that are looked at; by default those of the table.

    Returns
    -------
    DataFrame
        Columns ``by``, ``first_year``, ``last_year``, ``years`` (how many) and
        ``has_data``, sorted; the runs of a group fill all years and alternate.

    Raises
    ------
    ValueError
        When a group has two rows in a year.

    Examples
    --------
    >>> table = pd.DataFrame(
    ...     {"country": "UZB", "year": [2001, 2002, 2018], "share": [0.8, 0.7, 2.9]})
    >>> spans(table, by="country", value="share")[["first_year", "has_data"]].values
    array([[2001, True],
           [2003, False],
           [2018, True]], dtype=object)
    """
    if table.duplicated([by, "year"]).any():
        raise ValueError(f"Several rows of one {by} and year: choose one first.")
    first = table["year"].min() if first is None else first
    last = table["year"].max() if last is None else last
    years = pd.RangeIndex(int(first), int(last) + 1, name="year")
    columns = [by, "first_year", "last_year", "years", "has_data"]
    runs = []
    for group, rows in table.groupby(by, sort=True):
        has = rows.set_index("year")[value].reindex(years).notna()
        run = (has != has.shift()).cumsum()
        for _, same in has.groupby(run):
            start, end = same.index[0], same.index[-1]
            runs.append((group, start, end, len(same), bool(same.iloc[0])))
    return pd.DataFrame(runs, columns=columns)


def decimal_year(date, *, is_end=False):
    """A date of year, month or day as a decimal year: its start, or its end.

    >>> decimal_year("2010"), decimal_year("2010", is_end=True)
    (2010.0, 2011.0)
    >>> round(decimal_year("2010-07"), 2), round(decimal_year("2010-07-02"), 2)
    (2010.5, 2010.5)
    """
    period = pd.Period(date)
    moment = (period.end_time if is_end else period.start_time).normalize()
    days = 366 if calendar.isleap(moment.year) else 365
    return float(moment.year + (moment.day_of_year - 1 + is_end) / days)


def _known(what, wanted, there):
    if wanted not in set(there.dropna()):
        known = ", ".join(sorted(set(there.dropna())))
        raise KeyError(f"No event with {what} {wanted!r}. There are: {known}.")
