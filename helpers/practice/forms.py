"""Forms in the page: hints, quizzes, verdicts, explanations and progress."""

import html

import ipywidgets as widgets
import pandas as pd

from helpers import claims, diplomacy, journal, tables
from helpers.practice.tasks import lesson_tasks, questions, task

NO_CHOICE = "choose"
CONCEPTS = "concepts"  # the quiz that is taken before and after
CELL, OBSERVATION = "8.5em", "24em"  # widths in the table of explanations


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

    def __init__(self, result, neutral=NEUTRAL):
        self.result = result
        self.neutral = neutral

    def __repr__(self):
        return f"{self.neutral}\n{self.result!r}"

    def _repr_mimebundle_(self, include=None, exclude=None):
        if hasattr(self.result, "_repr_mimebundle_"):
            data, metadata = self.result._repr_mimebundle_()
            said = f"{self.neutral}\n{data['text/plain']}"
            return data | {"text/plain": said}, metadata
        data = {"text/plain": repr(self)}
        if hasattr(self.result, "_repr_html_"):
            table = self.result._repr_html_()
            data["text/html"] = f"{self.neutral}\n{table}"
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
    return below_each_other(_verdict(claim_id) for claim_id in claim_ids)


def explanations(key):
    """A table that the learner fills: which observation fits which explanation.

    Each cell takes one of ``diplomacy.MARKS``; the feedback counts what speaks against
    each explanation, and names observations that fit all of them.

    Parameters
    ----------
    key : str
        A form of the tables ``explanations`` and ``observations``, for example
        ``"33-explanations"``.

    Returns
    -------
    Form
        Saved marks are shown again when the cell runs again.

    Raises
    ------
    KeyError
        When there is no such form; the message lists those there are.
    """
    columns = tables.select(tables.load("explanations"), form=key)
    rows = tables.select(tables.load("observations"), form=key)
    marks = kept("explanations", key).get("marks")
    cells = _cells(marks if isinstance(marks, dict) else {}, rows, columns)
    button = widgets.Button(description="Save my table", button_style="primary")
    status = widgets.HTML()

    def save(_button):
        marks = pd.DataFrame(
            [[box.value for box in line] for line in cells],
            index=rows["number"],
            columns=columns["letter"],
        )
        status.value = say(_save_marks(key, marks))

    button.on_click(save)
    title = "Does each observation fit, or speak against, each explanation?"
    about = [
        f"{row.letter} {row.explanation}: {row.meaning}."
        for row in columns.itertuples()
    ]
    seen = [f"{row.number} {row.observation}." for row in rows.itertuples()]
    letters = [f"<b>{letter}</b>" for letter in columns["letter"]]
    lines = [_line("<b>Observation</b>", [_head(letter, CELL) for letter in letters])]
    lines += [
        _line(html.escape(words), line) for words, line in zip(seen, cells, strict=True)
    ]
    heading = widgets.HTML(f"<b>{title}</b>{listing(about)}")
    choice = f"Each cell: {', '.join(diplomacy.MARKS)}."
    return Form(
        widgets.VBox([heading, *lines, button, status]),
        " ".join([title, *about, *seen, choice]),
        f"<p><b>{title}</b></p>{listing(about)}{listing(seen)}<p>{choice}</p>",
    )


def concept_test(when):
    """Twelve questions on concepts, before the course or after it.

    Before, no answer is given away. After, each answer is explained, beside how many
    were right before.

    Parameters
    ----------
    when : {"before", "after"}

    Returns
    -------
    Form

    Raises
    ------
    ValueError
        When ``when`` is another word.
    """
    if when not in ("before", "after"):
        raise ValueError(f"The test is taken 'before' or 'after', not {when!r}.")
    asked = questions(CONCEPTS)
    boxes = [_concept(place, one) for place, one in enumerate(asked, start=1)]
    button = widgets.Button(description="Save my answers", button_style="primary")
    status = widgets.HTML()

    def save(_button):
        status.value = _save_concepts(when, asked, [box.children[1] for box in boxes])

    button.on_click(save)
    title = f"Concept test, {when} the course: {len(asked)} questions."
    listed = " ".join(
        f"{place}. {one.text} ({'; '.join(one.feedback)})"
        for place, one in enumerate(asked, start=1)
    )
    static = "".join(
        f"<p>{place}. {html.escape(one.text)}</p>{listing(list(one.feedback))}"
        for place, one in enumerate(asked, start=1)
    )
    heading = widgets.HTML(f"<b>{title}</b>")
    return Form(
        widgets.VBox([heading, *boxes, button, status]),
        f"{title} {listed}",
        f"<p><b>{title}</b></p>{static}",
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
    right = {key for key, entry in done["answer"].items() if entry.get("mark") == 1}
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
    before = kept("verdict", claim_id)
    clocks = {
        clock: widgets.Dropdown(
            options=[NO_CHOICE, *claims.options(claim_id)],
            value=_choice(before.get(clock), claims.options(claim_id)),
            description=words,
        )
        for clock, words in claims.CLOCKS.items()
    }
    reason = widgets.Textarea(
        value=words_of(before.get("reason")),
        description="because",
        placeholder="Which figure, from which source, convinced you?",
        layout=widgets.Layout(width="40em", height="5em"),
    )
    button = widgets.Button(description="Save my verdict", button_style="primary")
    status = widgets.HTML()

    def save(_button):
        status.value = say(
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
        problem = record("quiz", key, option=option, right=option == question.right)
        said.value = say(f"{question.feedback[option]} {problem}".strip())

    choice.observe(answered, names="value")
    title = widgets.HTML(f"<b>{place}. {html.escape(question.text)}</b>")
    return widgets.VBox([title, choice, said])


def _concept(place, question):
    """A question whose answer is not commented."""
    choice = widgets.RadioButtons(
        options=list(question.feedback), value=None, layout=widgets.Layout(width="auto")
    )
    title = widgets.HTML(f"<b>{place}. {html.escape(question.text)}</b>")
    return widgets.VBox([title, choice])


def _save_concepts(when, asked, choices):
    """Save the answers; HTML that tells the learner, afterwards with explanations."""
    given = {
        place: choice.value
        for place, choice in enumerate(choices, start=1)
        if choice.value is not None
    }
    if not given:
        return say("Nothing saved yet: answer at least one question.")
    for place, option in given.items():
        right = option == asked[place - 1].right
        key = f"{CONCEPTS}-{when}-{place}"
        if problem := record("quiz", key, option=option, right=right):
            return say(problem)
    done = f"Saved: {len(given)} of {len(asked)} questions answered."
    if when == "before":
        return say(f"{done} The answers come with the test after the course.")
    right = {
        moment: sum(
            kept("quiz", f"{CONCEPTS}-{moment}-{place}").get("right", False)
            for place in range(1, len(asked) + 1)
        )
        for moment in ("before", "after")
    }
    said = say(f"{done} Right: {right['before']} before, {right['after']} now.")
    return said + listing(
        [
            f"{place}. {asked[place - 1].feedback[option]}"
            for place, option in given.items()
        ]
    )


def _save_verdict(claim_id, clocks, reason):
    """Save what was chosen; the sentence that tells the learner."""
    chosen = {clock: said for clock, said in clocks.items() if said != NO_CHOICE}
    if not chosen:
        return "Nothing saved yet: choose a verdict for at least one clock."
    problem = record("verdict", claim_id, **chosen, reason=reason.strip())
    if problem:
        return problem
    missing = [words for clock, words in claims.CLOCKS.items() if clock not in chosen]
    if missing:
        return f"Saved. Still to choose: your verdict “{missing[0]}”."
    if not reason.strip():
        return "Saved. Add a reason: a verdict is worth as much as its reason."
    return "Saved in your journal. You may change it; the change is kept as a change."


def _cells(before, rows, columns):
    """A dropdown for each observation and explanation, as it was left."""
    return [
        [
            widgets.Dropdown(
                options=[NO_CHOICE, *diplomacy.MARKS],
                value=_choice(
                    before.get(f"{row.number}{column.letter}"), diplomacy.MARKS
                ),
                tooltip=f"Observation {row.number}, {column.explanation}",
                layout=widgets.Layout(width=CELL),
            )
            for column in columns.itertuples()
        ]
        for row in rows.itertuples()
    ]


def _save_marks(key, marks):
    """Save the table; the sentence that tells the learner what it says."""
    marked = marks.where(marks != NO_CHOICE)
    plain = {
        f"{number}{letter}": mark
        for (number, letter), mark in marked.stack().dropna().items()
    }
    if not plain:
        return "Nothing saved yet: mark at least one cell."
    problem = record("explanations", key, marks=plain)
    return problem or f"Saved. {_weighed(marked)}"


def _weighed(marks):
    """What a table of marks says, in sentences."""
    counted, observations = diplomacy.weigh_explanations(marks)
    counts = counted.set_index("explanation")
    against = ", ".join(
        f"{letter} {number}" for letter, number in counts["speaks against"].items()
    )
    said = f"Cells that speak against each explanation: {against}."
    everywhere = marks.index[(marks == "fits").all(axis=1)]
    if len(everywhere):
        numbers = ", ".join(map(str, everywhere))
        said += f" Fits all of them, so it cannot tell them apart: {numbers}."
    if still := int(counts["open"].sum()):
        return f"{said} Still open: {still} of {marks.size} cells."
    if not observations["tells_apart"].any():
        said += " No observation tells your explanations apart."
    return said


def _line(words, cells):
    """One row of the table of explanations."""
    return widgets.HBox([_head(words, OBSERVATION), *cells])


def _head(words, width):
    return widgets.HTML(words, layout=widgets.Layout(width=width))


def below_each_other(forms):
    """Several forms as one."""
    forms = list(forms)
    return Form(
        widgets.VBox([form.box for form in forms]),
        " ".join(form.sentence for form in forms),
        "".join(form.static for form in forms),
    )


def listing(texts):
    """Texts as a list in HTML."""
    return f"<ul>{''.join(f'<li>{html.escape(text)}</li>' for text in texts)}</ul>"


def kept(kind, key):
    """The last entry on a key; empty when there is none, or the journal is closed."""
    try:
        return journal.latest(kind).get(key, {})
    except journal.JournalError:
        return {}


def words_of(value):
    """A saved text; empty when it is none: a file may have been changed by hand."""
    return value if isinstance(value, str) else ""


def _choice(value, options):
    return value if value in options else NO_CHOICE


def record(kind, key, **fields):
    """Write to the journal; the problem in words, or nothing."""
    try:
        journal.record(kind, key, **fields)
    except journal.JournalError as error:
        return f"This could not be saved: {error}"
    return ""


def say(sentence):
    """A sentence in the page that screen readers speak, too."""
    return f'<p role="status">{html.escape(sentence)}</p>'
