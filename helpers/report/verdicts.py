"""The ledger as a scorecard: the learner's verdicts beside the course's readings."""

import functools
import html

import ipywidgets as widgets
import pandas as pd

from helpers import claims, evidence, journal, tables
from helpers.practice.forms import words_of

COMPLETE = 20  # verdicts that make a complete course
OPEN, AGREE, DIFFER = "open", "agree", "differ"
SECTIONS = {
    "economy": "Economy",
    "security": "Security",
    "public_diplomacy": "Public diplomacy",
    "outlook": "Outlook",
}
ALL = "all"
SHOWN = 6  # rows of evidence on a card
CARD = (
    "border:1px solid #c9ccd1;border-left:5px solid {};border-radius:4px;"
    "padding:.5em .8em;margin:.5em 0;max-width:60em"
)
EDGES = {OPEN: "#8d9299", AGREE: "#00626b", DIFFER: "#8d3b72"}


def scorecard(entries=None):
    """One row a claim: what the learner said, and what the course reads.

    Parameters
    ----------
    entries : list of dict, optional
        Entries of a journal; by default the learner's own.

    Returns
    -------
    DataFrame
        ``claim_id``, ``section``, ``kind``, ``lesson``, ``statement``; ``my_2020``,
        ``my_now``, ``reason``; ``course_2020``, ``course_now``, ``course_reasons``;
        ``status``: open (no verdict for now), agree or differ, by the verdict now.
        What is open has no course verdict: it opens with the learner's own.

    Raises
    ------
    JournalError
        When the journal cannot be read.
    """
    entries = journal.entries("verdict") if entries is None else entries
    mine = last_verdicts(
        entry for entry in entries if isinstance(entry.get("now", ""), str)
    )
    readings = tables.load("readings").set_index("claim_id")
    rows = [
        _row(stated, mine.get(stated.claim_id, {}), readings.loc[stated.claim_id])
        for stated in claims.ledger().itertuples()
    ]
    return pd.DataFrame(rows)


def last_verdicts(entries):
    """The last verdict on each claim among the entries of one journal."""
    return {entry["key"]: entry for entry in entries if entry["kind"] == "verdict"}


def totals(card, by="section"):
    """How many claims are judged, and how often learner and course agree.

    Parameters
    ----------
    card : DataFrame
        From :func:`scorecard`.
    by : {"section", "kind"}

    Returns
    -------
    DataFrame
        One row a group and one for all: ``claims``, ``judged``, ``agree``, ``differ``,
        ``open``.
    """
    counted = pd.crosstab(card[by], card["status"])
    counted = counted.reindex(columns=[AGREE, DIFFER, OPEN], fill_value=0)
    counted = counted.reindex(list(dict.fromkeys(card[by])))
    counted.loc["all"] = counted.sum()
    counted.insert(0, "judged", counted[AGREE] + counted[DIFFER])
    counted.insert(0, "claims", counted["judged"] + counted[OPEN])
    counted.columns.name = None
    return counted.rename_axis(by).reset_index()


def disagreements(card):
    """Where learner and course differ now, with both verdicts and the reason.

    Parameters
    ----------
    card : DataFrame
        From :func:`scorecard`.

    Returns
    -------
    DataFrame
        ``claim_id``, ``my_now``, ``course_now``, ``reason``.
    """
    differ = card[card["status"] == DIFFER]
    columns = ["claim_id", "my_now", "course_now", "reason"]
    return differ[columns].reset_index(drop=True)


class Cards:
    """The scorecard as cards, with menus that choose which are shown."""

    def __init__(self, card):
        self.card = card
        sections = {ALL: ALL} | {words: name for name, words in SECTIONS.items()}
        choices = {
            "section": sections,
            "kind": {ALL: ALL} | {kind: kind for kind in card["kind"].unique()},
            "status": {ALL: ALL} | {status: status for status in EDGES},
        }
        self.controls = {
            name: widgets.Dropdown(options=list(options.items()), description=name)
            for name, options in choices.items()
        }
        self.shown = widgets.HTML()
        for control in self.controls.values():
            control.observe(self._choose, names="value")
        self.box = widgets.VBox([*self.controls.values(), self.shown])
        self._choose()

    def __repr__(self):
        judged = int((self.card["status"] != OPEN).sum())
        agree = int((self.card["status"] == AGREE).sum())
        return (
            f"{judged} of {len(self.card)} claims judged, {agree} as the course reads "
            f"them. {COMPLETE} verdicts make a complete course."
        )

    def _choose(self, _change=None):
        kept = self.card
        for name, control in self.controls.items():
            if control.value != ALL:
                kept = kept[kept[name] == control.value]
        cards_ = [_card(row) for row in kept.itertuples()]
        count = f'<p role="status">{len(kept)} of {len(self.card)} claims.</p>'
        self.shown.value = count + "".join(cards_)

    def _repr_mimebundle_(self, include=None, exclude=None):
        bundle = dict(self.box._repr_mimebundle_())
        run = "<p><i>Run this cell to see the cards.</i></p>"
        said = f"<p>{html.escape(repr(self))}</p>{run}"
        return bundle | {"text/plain": repr(self), "text/html": said}


def cards(card=None):
    """The scorecard as cards that can be filtered.

    Parameters
    ----------
    card : DataFrame, optional
        From :func:`scorecard`; by default the learner's own.

    Returns
    -------
    Cards
    """
    return Cards(scorecard() if card is None else card)


def _row(stated, mine, reading):
    now = mine.get("now", "")
    status = OPEN if not now else AGREE if _alike(now, reading["now"]) else DIFFER
    said = {"course_2020": "", "course_now": "", "course_reasons": ""}
    if status != OPEN:
        said = {
            "course_2020": reading["as_of_2020"],
            "course_now": reading["now"],
            "course_reasons": reading["reasons"],
        }
    return {
        "claim_id": stated.claim_id,
        "section": stated.section,
        "kind": stated.kind,
        "lesson": stated.lesson,
        "statement": stated.statement,
        "my_2020": words_of(mine.get("as_of_2020")),
        "my_now": now,
        "reason": words_of(mine.get("reason")),
        **said,
        "status": status,
    }


def _alike(mine, course):
    """ "Partly: depends on the basis" is a form of partly."""
    return mine.partition(":")[0] == course.partition(":")[0]


def _card(row):
    """One claim as a card; what the learner wrote is escaped, and keeps its script."""
    link = f"../{_folder(row.lesson)}/{row.lesson}.ipynb"
    parts = [
        f"<b>{row.claim_id}</b> ({row.kind}): {html.escape(row.statement)} "
        f'<a href="{link}">{row.lesson.replace("_", " ")}</a>'
    ]
    if row.my_now or row.my_2020:
        mine = f"as of 2020 {row.my_2020 or 'open'}, now {row.my_now or 'open'}"
        parts.append(f"Mine: {html.escape(mine)}")
    else:
        parts.append("Mine: still open. Open is not wrong.")
    if row.reason:
        parts.append(f'<span dir="auto">Because: {html.escape(row.reason)}</span>')
    if row.status == OPEN:
        parts.append("The course's reading opens with your verdict for now.")
    else:
        parts.append(
            f"Course: as of 2020 {row.course_2020}, now {row.course_now}. "
            f"{html.escape(row.course_reasons)}"
        )
        parts.append(_evidence(row.claim_id))
    lines = "".join(f"<div>{part}</div>" for part in parts)
    return f'<div style="{CARD.format(EDGES[row.status])}">{lines}</div>'


@functools.cache
def _evidence(claim_id):
    """The newest rows of evidence, with their signs of reliability, folded."""
    rows = evidence.rows(claim_id)
    rows = rows[rows["reliability"] != "R"]
    rows = rows.assign(sign=tables.signs(rows)).sort_values("period", kind="stable")
    lines = [
        html.escape(
            f"{row.quantity}, {row.basis}, {row.period}: {row.value:.4g} {row.unit} "
            f"({row.sign})"
        )
        for row in rows.tail(SHOWN).itertuples()
    ]
    if len(rows) > SHOWN:
        lines.append(f"and {len(rows) - SHOWN} rows more in the lesson")
    listed = "".join(f"<li>{line}</li>" for line in lines)
    return f"<details><summary>Evidence</summary><ul>{listed}</ul></details>"


def _folder(lesson):
    """Where a lesson stands: the first digit of its number is that of its section."""
    return f"{lesson[0]}_{list(SECTIONS)[int(lesson[0]) - 1]}"
