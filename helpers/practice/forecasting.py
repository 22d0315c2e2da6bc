"""Forecasts in the page: questions with a slider, results that stay sealed, sharing."""

import html

import ipywidgets as widgets
import pandas as pd

from helpers import claims, evidence, journal, tables
from helpers.practice.forms import (
    Form,
    Reveal,
    below_each_other,
    kept,
    listing,
    record,
    say,
    words_of,
)

YOU = "you"
HEADING = "What happened follows. It opens for each forecast that you have saved."
STILL = "First save your forecast on {} above, then run this cell again."
SHARED = ("forecast", "reveal", "verdict")


class Sealed:
    """Parts below a line that gives nothing away: results, or what opens them."""

    def __init__(self, *parts):
        self.parts = parts

    def __repr__(self):
        return "\n\n".join([HEADING, *map(str, self.parts)])

    def _repr_html_(self):
        shown = [
            part._repr_html_()
            if hasattr(part, "_repr_html_")
            else f"<p>{html.escape(part)}</p>"
            for part in self.parts
        ]
        return "\n".join([HEADING, *shown])


def forecast(*keys):
    """A form for probabilities: one slider a question, with the rule that resolves it.

    Parameters
    ----------
    *keys : str
        Predictions of the ledger, for example ``"F1"``, or questions of the table
        ``forward_questions``, for example ``"N1"``.

    Returns
    -------
    Form
        Saved forecasts are shown again when the cell runs again. A later forecast is
        kept beside the earlier one.

    Raises
    ------
    KeyError
        When there is no such question; the message lists those there are.
    """
    return below_each_other(_forecast(key) for key in keys)


def forecasts():
    """The learner's forecasts that count: the last one before each result was opened.

    Returns
    -------
    DataFrame
        One row a question: ``forecaster`` ("you"), ``question``, ``percent``, ``at``
        (when it was saved), ``saved`` (how many forecasts there are in all).

    Raises
    ------
    JournalError
        When the journal cannot be read.
    """
    return counted(journal.entries())


def is_percent(value):
    """Whether a value can be a forecast; a file may have been changed by hand."""
    return type(value) in (int, float) and 0 <= value <= 100


def counted(entries, forecaster=YOU):
    """The forecasts that count among the entries of one journal.

    Parameters
    ----------
    entries : list of dict
        As ``journal.entries`` gives them, the oldest first.
    forecaster : str
        What to call who made them.

    Returns
    -------
    DataFrame
        As :func:`forecasts`.
    """
    made, opened = {}, set()
    for entry in entries:
        key = entry["key"]
        if entry["kind"] == "reveal":
            opened.add(key)
        if entry["kind"] == "forecast" and is_percent(entry.get("percent")):
            saved = made[key]["saved"] + 1 if key in made else 1
            if key not in opened or key not in made:
                made[key] = {"percent": entry["percent"], "at": entry["at"]}
            made[key]["saved"] = saved
    rows = [{"forecaster": forecaster, "question": key, **made[key]} for key in made]
    columns = ["forecaster", "question", "percent", "at", "saved"]
    return pd.DataFrame(rows, columns=columns)


def resolutions(*claim_ids):
    """What became of predictions, each sealed until the learner has forecast it.

    Opening a result is noted in the journal: a forecast saved later does not count.

    Parameters
    ----------
    *claim_ids : str

    Returns
    -------
    Sealed
    """
    made = set(_made()["question"])
    parts = []
    for one in evidence.resolutions(*claim_ids):
        if one.claim_id in made:
            _note_opened(one.claim_id)
            parts.append(one)
        else:
            parts.append(f"{one.claim_id}: {STILL.format(one.claim_id)}")
    return Sealed(*parts)


def sealed(result, *keys):
    """A result that stays sealed until all these questions are forecast.

    Parameters
    ----------
    result : object
        What to show: a table, a picture, an explorer.
    *keys : str

    Returns
    -------
    Sealed or Reveal

    Raises
    ------
    KeyError
        When there is no such question; the message lists those there are.
    """
    for key in keys:
        _question(key)
    made = set(_made()["question"])
    if missing := [key for key in keys if key not in made]:
        return Sealed(STILL.format(", ".join(missing)))
    return Reveal(result, HEADING)


def share():
    """A form that writes forecasts and verdicts to a file for others.

    Reasons and verdicts on sensitive claims are left out unless the learner ticks them.
    The file holds the journal's random id and no name; nothing is sent anywhere.

    Returns
    -------
    Form
    """
    ticks = {
        "reasons": widgets.Checkbox(description="with my reasons", indent=False),
        "sensitive": widgets.Checkbox(
            description=f"with {', '.join(claims.SENSITIVE)}", indent=False
        ),
    }
    button = widgets.Button(description="Write the file", button_style="primary")
    status = widgets.HTML()

    def write(_button):
        chosen = {name: box.value for name, box in ticks.items()}
        status.value = say(_write_shared(**chosen))

    button.on_click(write)
    title = "Share your forecasts and verdicts: a file without a name, on your computer"
    about = (
        "Left out unless you tick them: your reasons, and the sensitive claims "
        f"{', '.join(claims.SENSITIVE)}."
    )
    heading = widgets.HTML(f"<b>{title}</b><p>{about}</p>")
    return Form(
        widgets.VBox([heading, *ticks.values(), button, status]),
        f"{title}. {about}",
        f"<p><b>{title}</b></p><p>{about}</p>",
    )


def shareable(entries, *, reasons=False, sensitive=False):
    """The entries that a learner shares, with the fields that may be shared.

    Parameters
    ----------
    entries : list of dict
    reasons, sensitive : bool
        Whether the learner ticked reasons, and the sensitive claims.

    Returns
    -------
    list of dict
        Forecasts, openings and verdicts; copies.
    """
    left_out = set() if sensitive else set(claims.SENSITIVE)
    hidden = set() if reasons else {"reason", "asked"}
    return [
        {name: value for name, value in entry.items() if name not in hidden}
        for entry in entries
        if entry["kind"] in SHARED and entry["key"] not in left_out
    ]


def _forecast(key):
    asked = _question(key)
    before = kept("forecast", key)
    percent = before.get("percent")
    slider = widgets.IntSlider(
        value=round(percent) if is_percent(percent) else 50,
        min=0,
        max=100,
        description="percent",
        layout=widgets.Layout(width="30em"),
    )
    own = widgets.Textarea(
        value=words_of(before.get("asked")),
        description="in my words",
        placeholder="How would you ask it, so that a stranger could decide?",
        layout=widgets.Layout(width="40em", height="4em"),
    )
    button = widgets.Button(description="Save my forecast", button_style="primary")
    status = widgets.HTML()

    def save(_button):
        problem = record("forecast", key, percent=slider.value, asked=own.value.strip())
        done = f"Saved: {slider.value} percent on {key}. A change is kept as a change."
        status.value = say(problem or done)

    button.on_click(save)
    title = f"{key}: {asked['question']}"
    lines = [f"Closes: {asked['closes']}.", asked["rule"]]
    lines += [f"Known: {asked['known']}"] if "known" in asked else []
    heading = widgets.HTML(f"<b>{html.escape(title)}</b>{listing(lines)}")
    return Form(
        widgets.VBox([heading, own, slider, button, status]),
        f"{title} {' '.join(lines)} Your probability: 0 to 100 percent.",
        f"<p><b>{html.escape(title)}</b></p>{listing(lines)}"
        "<p>Your probability: 0 to 100 percent.</p>",
    )


def _question(key):
    """Question, last day and rule, by the key of a prediction or of a question."""
    forward = tables.load("forward_questions").rename(columns={"number": "claim_id"})
    known = pd.concat([tables.load("prediction_questions"), forward])
    known = known.set_index("claim_id")
    if key not in known.index:
        there = ", ".join(known.index)
        raise KeyError(f"There is no question {key!r}. There are: {there}.")
    return known.loc[key].dropna().to_dict()


def _made():
    """The learner's forecasts; none when the journal cannot be read."""
    try:
        return forecasts()
    except journal.JournalError:
        return counted([])


def _note_opened(claim_id):
    """Note the first opening; a journal that cannot be written keeps nothing sealed."""
    try:
        if claim_id not in journal.latest("reveal"):
            journal.record("reveal", claim_id)
    except journal.JournalError:
        return


def _write_shared(*, reasons, sensitive):
    """Write the file; the sentence that tells the learner."""
    try:
        entries = shareable(journal.entries(), reasons=reasons, sensitive=sensitive)
        if not entries:
            return "There is nothing to share yet: save a forecast or a verdict first."
        target = journal.share(entries)
    except journal.JournalError as error:
        return f"The file could not be written: {error}"
    many = f"{len(entries)} {'entry' if len(entries) == 1 else 'entries'}"
    return f"Written: {many} in {target.name}, beside your journal."
