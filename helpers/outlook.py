"""Measures of forecasts: penalties, words as probabilities, forecasters to compare.

A forecast is a row with ``forecaster``, ``question`` (its key) and ``percent``, from 0
to 100. An outcome is 1 when it happened, 0 when it did not, and missing when nobody can
tell yet. No files, no drawing.
"""

import pandas as pd

ALWAYS_50, NO_CHANGE = "always 50 percent", "no change"
BULLETIN = "the bulletin's words"


def brier(percent, happened):
    """The penalty of one forecast: the squared distance from what happened.

    Parameters
    ----------
    percent : float or Series
        Forecast probability, 0 to 100.
    happened : float or Series
        1 or 0; missing gives missing.

    Returns
    -------
    float or Series
        From 0 (sure and right) to 1 (sure and wrong). Source: G. W. Brier,
        Verification of Forecasts Expressed in Terms of Probability, 1950, in the form
        for two outcomes.

    Raises
    ------
    ValueError
        When a probability lies outside 0 to 100; the message gives it.

    Examples
    --------
    >>> brier(50, 1), round(brier(80, 1), 2), round(brier(80, 0), 2)
    (0.25, 0.04, 0.64)
    """
    given = pd.Series(percent, dtype=float)
    wrong = given[(given < 0) | (given > 100)]
    if len(wrong):
        raise ValueError(
            f"A probability lies between 0 and 100, not {wrong.iloc[0]:g}."
        )
    return (percent / 100 - happened) ** 2


def scores(forecasts, outcomes):
    """The mean penalty of each forecaster, over the questions that all answered.

    Parameters
    ----------
    forecasts : DataFrame
        Columns ``forecaster``, ``question``, ``percent``; one row each.
    outcomes : DataFrame
        Columns ``question`` and ``happened`` (1, 0 or missing).

    Returns
    -------
    DataFrame
        One row a forecaster, the best first: ``forecaster``, ``questions`` (how many
        were scored), ``brier`` (0 to 1, lower is better). Questions without an outcome
        are left out; without a common question there is no row.

    Examples
    --------
    >>> forecasts = pd.DataFrame({
    ...     "forecaster": ["a", "a", "b", "b"], "question": ["x", "y", "x", "y"],
    ...     "percent": [80, 10, 50, 50]})
    >>> outcomes = pd.DataFrame({"question": ["x", "y"], "happened": [1, 0]})
    >>> scores(forecasts, outcomes).round(3).values.tolist()
    [['a', 2, 0.025], ['b', 2, 0.25]]
    """
    known = forecasts.merge(
        outcomes[["question", "happened"]].dropna(), validate="many_to_one"
    )
    whole = forecasts["forecaster"].nunique()
    answered = known.groupby("question")["forecaster"].nunique()
    known = known[known["question"].isin(answered.index[answered == whole])]
    known = known.assign(brier=brier(known["percent"], known["happened"]))
    means = known.groupby("forecaster", sort=False)["brier"].agg(["count", "mean"])
    means = means.rename(columns={"count": "questions", "mean": "brier"})
    return means.sort_values("brier", kind="stable").reset_index()


def leave_one_out(forecasts, outcomes):
    """The mean penalties when each question in turn is left out.

    Parameters
    ----------
    forecasts, outcomes : DataFrame
        As for :func:`scores`.

    Returns
    -------
    DataFrame
        One row a scored question: ``left_out``, a column a forecaster with its mean
        penalty over the other questions, and ``first``, the forecaster with the lowest.

    Examples
    --------
    >>> forecasts = pd.DataFrame({
    ...     "forecaster": ["a", "a", "b", "b"], "question": ["x", "y", "x", "y"],
    ...     "percent": [80, 90, 50, 50]})
    >>> outcomes = pd.DataFrame({"question": ["x", "y"], "happened": [1, 0]})
    >>> leave_one_out(forecasts, outcomes)["first"].tolist()
    ['b', 'a']
    """
    rows = []
    for question in outcomes.dropna(subset="happened")["question"]:
        others = outcomes[outcomes["question"] != question]
        means = scores(forecasts, others).set_index("forecaster")["brier"]
        if len(means):
            rows.append({"left_out": question, **means, "first": means.idxmin()})
    return pd.DataFrame(rows)


def word_forecasts(predictions, words, **readings):
    """The wording of predictions read as probabilities.

    Parameters
    ----------
    predictions : DataFrame
        Columns ``claim_id`` and ``strength``; of several words, joined by a semicolon,
        the first counts.
    words : DataFrame
        Columns ``word`` and ``percent`` (the table ``probability_words``).
    **readings : float
        Other readings of words in percent, for example ``will=80``.

    Returns
    -------
    DataFrame
        Columns ``forecaster``, ``question`` and ``percent``.

    Raises
    ------
    KeyError
        When a word has no reading; the message names it.

    Examples
    --------
    >>> predictions = pd.DataFrame({"claim_id": ["F1"], "strength": ["will; may"]})
    >>> words = pd.DataFrame({"word": ["will"], "percent": [93]})
    >>> word_forecasts(predictions, words)["percent"].tolist()
    [93.0]
    >>> word_forecasts(predictions, words, will=70)["percent"].tolist()
    [70.0]
    """
    percents = {**words.set_index("word")["percent"], **readings}
    said = predictions["strength"].str.partition(";")[0]
    unread = sorted(set(said) - set(percents))
    if unread:
        raise KeyError(f"No probability for {', '.join(unread)}: add it to the words.")
    return pd.DataFrame(
        {
            "forecaster": BULLETIN,
            "question": predictions["claim_id"].to_numpy(),
            "percent": said.map(percents).astype(float).to_numpy(),
        }
    )


def plain_forecasts(questions):
    """Two forecasters without an opinion: always 50 percent, and no change.

    No change says 100 percent to what happened in the years before, and 0 to the rest.

    Parameters
    ----------
    questions : DataFrame
        Columns ``claim_id`` and ``no_change`` (the table ``prediction_questions``).

    Returns
    -------
    DataFrame
        Columns ``forecaster``, ``question`` and ``percent``.

    Examples
    --------
    >>> questions = pd.DataFrame({"claim_id": ["F1", "F2"], "no_change": [True, False]})
    >>> plain_forecasts(questions)["percent"].tolist()
    [50.0, 50.0, 100.0, 0.0]
    """
    same = questions["no_change"].astype(float) * 100
    return pd.concat(
        [
            pd.DataFrame(
                {
                    "forecaster": name,
                    "question": questions["claim_id"],
                    "percent": percent,
                }
            )
            for name, percent in ((ALWAYS_50, 50.0), (NO_CHANGE, same))
        ],
        ignore_index=True,
    )


def documents(listed, events, *, shows, first, last):
    """Documents of one kind in a span of years, with what the table events says.

    Parameters
    ----------
    listed : DataFrame
        The table ``prediction_documents``.
    events : DataFrame
        The table ``events``.
    shows : str
        A value of the column ``shows``.
    first, last : int
        Years, both included.

    Returns
    -------
    DataFrame
        Columns ``date``, ``states``, ``what``, ``reliability``, ``contested_by``,
        ``source``, ``url``, in order of date; empty when none is listed.

    Raises
    ------
    KeyError
        When nothing of this kind is listed in any year (the message lists the kinds),
        or an event is missing.
    """
    kinds = listed["shows"].unique()
    if shows not in kinds:
        raise KeyError(f"Nothing shows {shows!r}. There is: {', '.join(kinds)}.")
    there = events.rename(columns={"actors": "states", "what_happened": "what"})
    there = there.set_index("event")
    named = listed["event"].dropna()
    if lost := sorted(set(named) - set(there.index)):
        raise KeyError(f"The table events has no {', '.join(lost)}.")
    columns = ["date", "states", "what", "reliability", "contested_by", "source", "url"]
    rows = listed.copy()
    for column in columns:
        rows[column] = rows[column].fillna(rows["event"].map(there[column]))
    year = rows["date"].str[:4].astype(int)
    found = rows[(rows["shows"] == shows) & year.between(first, last)]
    return found[columns].sort_values("date", ignore_index=True)
