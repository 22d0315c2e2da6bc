"""The page of a class, from the files that learners shared.

Random ids only, and none is printed. A count under five is hidden, and with it so many
others of its row that nobody can compute it, not even from the sum. Reasons appear only
where a learner shared them, sensitive claims only from those who ticked them.
"""

import functools
import math
import statistics
from pathlib import Path

import pandas as pd

from helpers import claims, evidence, journal, outlook, tables
from helpers.practice.forecasting import counted, is_percent
from helpers.report import page
from helpers.report.verdicts import last_verdicts

FEWEST = 5  # learners behind a number that is shown
HIDDEN = "hidden"
QUESTIONS_SHOWN = 5  # where the class splits most
REASONS_SHOWN = 6  # a claim
PAGE = "class.html"


class ClassError(Exception):
    """The page cannot be made; the message says why and what to do."""


def class_page(folder):
    """Read shared files and write one HTML page beside them.

    Parameters
    ----------
    folder : Path
        Its ``.json`` files are read; of two files of one learner the one written later
        counts, so that a learner can take something back.

    Returns
    -------
    tuple
        The path of the page, and sentences on files and entries that were left out.

    Raises
    ------
    ClassError
        When there is no such folder, it holds no shared file, or the page cannot be
        written.
    """
    folder = Path(folder)
    learners, left_out = _read(folder)
    if not learners:
        why = " ".join(left_out) or "It holds no file that ends in .json."
        raise ClassError(
            f"No shared file was found in {folder}. {why} Learners write one with "
            "practice.share() in lesson 40 or 41."
        )
    target = folder / PAGE
    try:
        page.write({target: _page(learners, left_out)})
    except OSError as error:
        raise ClassError(
            f"{target} could not be written: {journal.in_words(error)}. An earlier "
            "page, if there was one, is unchanged."
        ) from error
    return target, left_out


def verdict_counts(learners, clock="now"):
    """How many learners gave each verdict.

    Parameters
    ----------
    learners : list of list of dict
        The entries of each learner, the oldest first.
    clock : {"now", "as_of_2020"}

    Returns
    -------
    DataFrame
        One row a claim that somebody judged, in the order of the ledger; a column a
        verdict; counts of learners.
    """
    options = _options()
    said = [
        {"claim_id": claim_id, "verdict": entry[clock]}
        for entries in learners
        for claim_id, entry in last_verdicts(entries).items()
        if entry.get(clock) in options[claim_id]
    ]
    said = pd.DataFrame(said, columns=["claim_id", "verdict"])
    counts = pd.crosstab(said["claim_id"], said["verdict"])
    columns = [*claims.VERDICTS, claims.NOT_YET]
    counts = counts.reindex(
        index=[name for name in options if name in counts.index],
        columns=columns,
        fill_value=0,
    )
    return counts.rename_axis(index="claim_id", columns=None)


def hidden(counts):
    """Counts as text: small ones are hidden, and as many others as it takes.

    In a row with a count under five the smallest counts are hidden until their sum is
    five or more and each count that stays is larger than that sum. So who knows how
    many answered, and this rule, cannot compute a hidden count. A row with fewer
    answers than five is hidden as a whole. All hidden cells look the same.

    Examples
    --------
    >>> counts = pd.DataFrame({"a": [3, 3, 2], "b": [12, 9, 0], "c": [6, 5, 0]})
    >>> for row in hidden(counts).itertuples(index=False, name=None):
    ...     print(*row)
    hidden 12 hidden
    hidden 9 hidden
    hidden hidden hidden
    """
    shown = counts.astype(object).map(str)
    for name, row in counts.iterrows():
        given = row[row > 0].sort_values(kind="stable")
        sums = given.cumsum()
        if sums.iloc[-1] < FEWEST:
            shown.loc[name] = HIDDEN
        elif given.iloc[0] < FEWEST:
            stays = given.astype(float).shift(-1, fill_value=math.inf)
            enough = ((sums >= FEWEST) & (stays > sums)).to_numpy()
            shown.loc[name, given.index[: enough.argmax() + 1]] = HIDDEN
    return shown


def splits(counts):
    """Where the class splits most: the share of learners outside the largest group.

    Parameters
    ----------
    counts : DataFrame
        From :func:`verdict_counts`.

    Returns
    -------
    Series
        From the claim that splits most; claims with under ten answers are left out.
    """
    answers = counts.sum(axis="columns")
    outside = 1 - counts.max(axis="columns") / answers
    kept = outside[(answers >= 2 * FEWEST) & (outside > 0)]
    return kept.sort_values(ascending=False, kind="stable")


def pooled(learners):
    """The forecasts of a class: how many, the median and the middle half.

    Parameters
    ----------
    learners : list of list of dict

    Returns
    -------
    DataFrame
        Columns ``forecaster``, ``question``, ``percent``: one row a learner's forecast
        that counts; the forecaster is a number.
    """
    made = [counted(entries, place) for place, entries in enumerate(learners)]
    made = [table for table in made if len(table)]
    columns = ["forecaster", "question", "percent"]
    if not made:
        return pd.DataFrame(columns=columns)
    return pd.concat(made, ignore_index=True)[columns]


def _files(folder):
    try:
        if folder.is_dir():
            return sorted(
                path for path in folder.iterdir() if path.suffix.lower() == ".json"
            )
    except OSError as error:
        raise ClassError(
            f"{folder} cannot be read: {journal.in_words(error)}."
        ) from error
    raise ClassError(f"There is no folder {folder}: name the one with the files.")


def _read(folder):
    """The entries of each learner, and sentences on all that is left out."""
    read, left_out = [], []
    for file in _files(folder):
        try:
            shared = journal.read_shared(file)
        except journal.JournalError as error:
            left_out.append(str(error))
        except OSError as error:
            left_out.append(f"{file.name} cannot be read: {journal.in_words(error)}.")
        else:
            entries = shared["entries"]
            read.append((shared["at"], file.name, shared["learner"], entries))
    newest = {}
    for _, name, learner, entries in sorted(read, key=lambda one: one[:2]):
        if learner in newest:
            older = newest[learner][0]
            left_out.append(f"{older} gives way to {name}, of the same learner.")
        newest[learner] = name, entries
    valid = [_valid(entries) for _, entries in newest.values()]
    for (name, entries), kept in zip(newest.values(), valid, strict=True):
        if lost := len(entries) - len(kept):
            left_out.append(
                f"{name}: {lost} of its {len(entries)} entries make no sense, and are "
                "not counted."
            )
    return valid, sorted(left_out)


@functools.cache
def _options():
    """The verdicts that each claim can get, in the order of the ledger."""
    return {name: claims.options(name) for name in claims.ledger()["claim_id"]}


@functools.cache
def _asked():
    """The keys of all questions that can be forecast."""
    asked = set(tables.load("prediction_questions")["claim_id"])
    return asked | set(tables.load("forward_questions")["number"])


def _valid(entries):
    """The entries that make sense; a file may have been changed by hand."""
    known, asked = _options(), _asked()
    return [
        entry
        for entry in entries
        if (entry["kind"] == "verdict" and entry["key"] in known)
        or (entry["kind"] == "reveal" and entry["key"] in asked)
        or (
            entry["kind"] == "forecast"
            and entry["key"] in asked
            and is_percent(entry.get("percent"))
        )
    ]


def _page(learners, left_out):
    parts = ["<h1>What the class says</h1>"]
    number = len(learners)
    if number < FEWEST:
        parts.append(
            f"<p>Under {FEWEST} learners shared a file, so no numbers are shown.</p>"
        )
    else:
        parts.append(
            f"<p>{number} learners shared a file. A number under {FEWEST} is hidden, "
            "and with it others, so that nobody can compute it.</p>"
        )
        parts += [*_splits(learners), *_forecasts(learners), *_counts(learners)]
    if left_out:
        listed = "".join(page.text(said, "li") for said in left_out)
        parts.append(f"<h2>Left out</h2><ul>{listed}</ul>")
    return page.page("What the class says", "\n".join(parts))


def _splits(learners):
    """The best questions for a discussion, with the reasons that were shared."""
    split = splits(verdict_counts(learners)).head(QUESTIONS_SHOWN)
    parts = ["<h2>Where the class splits most</h2>"]
    if split.empty:
        return [*parts, f"<p>No claim has {2 * FEWEST} answers and a split yet.</p>"]
    for claim_id in split.index:
        statement = claims.claim(claim_id).statement
        parts.append(page.text(f"{claim_id}: {statement}."))
        parts += [
            page.text(reason, "blockquote") for reason in _reasons(learners, claim_id)
        ]
    return parts


def _reasons(learners, claim_id):
    """Reasons on one claim that learners chose to share, in no order of people."""
    given = (
        last_verdicts(entries).get(claim_id, {}).get("reason") for entries in learners
    )
    texts = {" ".join(text.split()) for text in given if isinstance(text, str)}
    return sorted(texts - {""})[:REASONS_SHOWN]


def _forecasts(learners):
    made = pooled(learners)
    by_question = made.groupby("question")["percent"]
    enough = by_question.filter(lambda percents: len(percents) >= FEWEST)
    kept = made.loc[enough.index]
    parts = ["<h2>Forecasts</h2>"]
    if kept.empty:
        return [*parts, f"<p>No question has {FEWEST} forecasts yet.</p>"]
    middle = kept.groupby("question")["percent"].quantile([0.25, 0.5, 0.75]).unstack()
    table = (
        middle.round()
        .astype(int)
        .set_axis(
            ["a quarter says under", "median", "a quarter says over"], axis="columns"
        )
    )
    parts.append(page.table(table.reset_index(), "Percent, by question"))
    return [*parts, *_scores(kept)]


def _scores(made):
    """The class beside forecasters without an opinion, on what resolved."""
    outcomes = claims.outcomes(evidence.resolutions())
    known = made.merge(outcomes.dropna(subset="happened"), on="question")
    if known.empty:
        return []
    known["brier"] = outlook.brier(known["percent"], known["happened"])
    people = known.groupby("forecaster")["brier"].mean()
    crowd = known.groupby("question")[["percent", "happened"]].mean()
    together = outlook.brier(crowd["percent"], crowd["happened"]).mean()
    rows = [
        ("median of the learners", statistics.median(people)),
        ("the mean forecast of the class", together),
        ("always 50 percent", 0.25),
    ]
    table = pd.DataFrame(rows, columns=["who", "mean Brier score"]).round(3)
    return [page.table(table, f"On {len(crowd)} resolved questions; lower is better")]


def _counts(learners):
    parts = []
    for clock, words in claims.CLOCKS.items():
        counts = hidden(verdict_counts(learners, clock))
        parts.append(f"<h2>Verdicts {words}</h2>")
        parts.append(page.table(counts.reset_index(), "Number of learners"))
    return parts
