"""Forms in the page: hints, quizzes, the learner's verdict and progress."""

import html

import ipywidgets as widgets
import pandas as pd

from helpers import claims, journal
from helpers.practice.tasks import lesson_tasks, questions, task

NO_CHOICE = "choose"


class Folded:
    """Hints, folded away, from weak to strong."""

    def __init__(self, key, hints):
        self.key = key
        self.hints = hints

    def __repr__(self):
        return f"{len(self.hints)} hints for task {self.key}: open one at a time."

    def _repr_html_(self):
        return "".join(
            f"<details><summary>Hint {place}</summary>{html.escape(text)}</details>"
            for place, text in enumerate(self.hints, start=1)
        )


class Reveal:
    """A result below a line that gives nothing away, which a folded cell shows."""

    NEUTRAL = "The result follows. Did you decide first?"

    def __init__(self, result):
        self.result = result

    def __repr__(self):
        return f"{self.NEUTRAL}\n{self.result!r}"

    def _repr_mimebundle_(self, include=None, exclude=None):
        if hasattr(self.result, "_repr_mimebundle_"):
            data, metadata = self.result._repr_mimebundle_()
            said = f"{self.NEUTRAL}\n{data['text/plain']}"
            return data | {"text/plain": said}, metadata
        data = {"text/plain": repr(self)}
        if hasattr(self.result, "_repr_html_"):
            table = self.result._repr_html_()
            data["text/html"] = f"{self.NEUTRAL}\n{table}"
        return data, {}


class Form:
    """Widgets with a static text for pages on which no kernel runs.

    ``box`` holds the widgets; ``sentence`` says what the form asks, ``static`` shows
    it as HTML.
    """

    def __init__(self, box, sentence, static):
        self.box = box
        self.sentence = sentence
        self.static = static

    def _repr_mimebundle_(self, include=None, exclude=None):
        bundle = dict(self.box._repr_mimebundle_())
        run = "<p><i>Run this cell to answer.</i></p>"
        bundle |= {"text/plain": self.sentence, "text/html": self.static + run}
        return bundle


def reveal(result):
    """Show a result below a neutral line: for cells whose outputs are folded.

    A folded cell shows the first line of its output, which must not be the answer.

    >>> reveal(42)
    The result follows. Did you decide first?
    42
    """
    return Reveal(result)


def hint(key):
    """Three hints for a task, folded away.

    >>> hint("10-1")
    3 hints for task 10-1: open one at a time.
    """
    return Folded(key, task(key).hints)


def quiz(key):
    """A quiz with feedback for every option; answers are kept in the journal.

    Parameters
    ----------
    key : str
        For example ``"10-start"``.

    Returns
    -------
    Form
    """
    asked = questions(key)
    parts = [
        _question(f"{key}-{place}", place, question)
        for place, question in enumerate(asked, start=1)
    ]
    static = "".join(
        f"<p>{place}. {html.escape(question.text)}</p><ul>"
        + "".join(f"<li>{html.escape(option)}</li>" for option in question.feedback)
        + "</ul>"
        for place, question in enumerate(asked, start=1)
    )
    sentence = " ".join(
        f"{place}. {question.text} ({'; '.join(question.feedback)})"
        for place, question in enumerate(asked, start=1)
    )
    return Form(widgets.VBox(parts), sentence, static)


def verdict(*claim_ids):
    """A form for the learner's verdicts on both clocks, with a reason for each.

    Parameters
    ----------
    *claim_ids : str
        Claims of the ledger.

    Returns
    -------
    Form
        Saved verdicts are shown again when the cell runs again.
    """
    forms = [_verdict(claim_id) for claim_id in claim_ids]
    return Form(
        widgets.VBox([form.box for form in forms]),
        " ".join(form.sentence for form in forms),
        "".join(form.static for form in forms),
    )


def progress():
    """What the journal holds of each lesson that has tasks.

    Returns
    -------
    DataFrame
        One row a lesson: ``lesson``, ``verdicts`` given, ``claims`` to weigh,
        ``tasks_right``, ``tasks``, ``quiz_answers``.

    Raises
    ------
    JournalError
        When the journal cannot be read.
    """
    done = {kind: journal.latest(kind) for kind in ("verdict", "answer", "quiz")}
    right = {key for key, entry in done["answer"].items() if entry["mark"] == 1}
    rows = []
    for lesson, weighed in claims.ledger().groupby("lesson")["claim_id"]:
        number = lesson.partition("_")[0]
        if tasks := lesson_tasks(number):
            rows.append(
                {
                    "lesson": lesson,
                    "verdicts": len(set(weighed) & set(done["verdict"])),
                    "claims": len(weighed),
                    "tasks_right": len(right & set(tasks)),
                    "tasks": len(tasks),
                    "quiz_answers": sum(key.startswith(number) for key in done["quiz"]),
                }
            )
    return pd.DataFrame(rows)


def _verdict(claim_id):
    stated = claims.claim(claim_id)
    before = _kept(claim_id)
    clocks = {
        clock: widgets.Dropdown(
            options=[NO_CHOICE, *claims.options(claim_id)],
            value=before.get(clock, NO_CHOICE),
            description=words,
        )
        for clock, words in claims.CLOCKS.items()
    }
    reason = widgets.Textarea(
        value=before.get("reason", ""),
        description="because",
        placeholder="Which figure, from which source, convinced you?",
        layout=widgets.Layout(width="40em", height="5em"),
    )
    button = widgets.Button(description="Save my verdict", button_style="primary")
    status = widgets.HTML()

    def save(_button):
        status.value = _say(
            _save_verdict(
                claim_id,
                {name: box.value for name, box in clocks.items()},
                reason.value,
            )
        )

    button.on_click(save)
    title = f"Your verdict on {claim_id}: {stated.statement}"
    options = ", ".join(claims.options(claim_id))
    return Form(
        widgets.VBox(
            [
                widgets.HTML(f"<b>{html.escape(title)}</b>"),
                *clocks.values(),
                reason,
                button,
                status,
            ]
        ),
        f"{title}. As of 2020, and now: {options}. Because: your reason.",
        f"<p><b>{html.escape(title)}</b></p><p>As of 2020, and now: {options}. "
        "Because: your reason.</p>",
    )


def _question(key, place, question):
    choice = widgets.RadioButtons(
        options=list(question.feedback), value=None, layout=widgets.Layout(width="auto")
    )
    said = widgets.HTML()

    def answered(change):
        option = change["new"]
        problem = _record("quiz", key, option=option, right=option == question.right)
        said.value = _say(f"{question.feedback[option]} {problem}".strip())

    choice.observe(answered, names="value")
    title = widgets.HTML(f"<b>{place}. {html.escape(question.text)}</b>")
    return widgets.VBox([title, choice, said])


def _save_verdict(claim_id, clocks, reason):
    """Save what was chosen; the sentence that tells the learner."""
    chosen = {clock: said for clock, said in clocks.items() if said != NO_CHOICE}
    if not chosen:
        return "Nothing saved yet: choose a verdict for at least one clock."
    problem = _record("verdict", claim_id, **chosen, reason=reason.strip())
    if problem:
        return problem
    missing = [words for clock, words in claims.CLOCKS.items() if clock not in chosen]
    if missing:
        return f"Saved. Still to choose: your verdict “{missing[0]}”."
    if not reason.strip():
        return "Saved. Add a reason: a verdict is worth as much as its reason."
    return "Saved in your journal. You may change it; the change is kept as a change."


def _kept(claim_id):
    try:
        return journal.latest("verdict").get(claim_id, {})
    except journal.JournalError:
        return {}


def _record(kind, key, **fields):
    """Write to the journal; the problem in words, or nothing."""
    try:
        journal.record(kind, key, **fields)
    except journal.JournalError as error:
        return f"This could not be saved: {error}"
    return ""


def _say(sentence):
    return f'<p role="status">{html.escape(sentence)}</p>'
