"""A lesson to print: one page for learners, and one with answers for instructors.

The learner's page holds nothing that the lesson folds away, no reading of the course
and no solution: what learners are to find out has blank lines.
"""

import html
import re

from helpers import claims, tables
from helpers.practice.tasks import questions
from helpers.report import printing
from helpers.report.page import page
from helpers.report.page import text as said
from helpers.teaching import exercise, text
from helpers.teaching import lesson as lessons
from helpers.teaching.lesson import Picture

ROWS_MOST, COLUMNS_MOST, CHARACTERS_MOST = 10, 6, 1100  # of a table that is small
PICTURE = 620, 800  # pixels of a page that is 665 wide and 980 high
LINES, LINES_WRITTEN = 2, 8
FOUND = ("What we found", "What this cannot tell us")
SCROLLS = 'tabindex="0" role="group" aria-label="table"'  # also without a mouse
STYLE = """
pre, code, h1, h2, h3 { overflow-wrap: anywhere; }
.line { border-bottom: 1px solid #8d9299; height: 2.1em; }
.answer { border-left: 3px solid #00626b; padding-left: .8em; margin: .4em 0; }
.verdicts td { height: 4.2em; }
.verdicts td.blank { width: 13%; } .verdicts td.reason { width: 28%; }
td, th { vertical-align: top; overflow-wrap: normal; } .short { white-space: nowrap; }
.scroll { overflow-x: auto; } .small { font-size: 8.5pt; } h3 { margin: .9em 0 .3em; }
pre { white-space: pre-wrap; font-size: 8.5pt; margin: .3em 0; } li { margin: .15em 0; }
ul.options { list-style: "☐  "; } h3 { break-after: avoid; font-size: 11pt; }
section.task, figure, .quiz, .small, pre, tr, li { break-inside: avoid; }
pre { break-after: avoid; } figure { margin: .4em 0; }
a { color: #00626b; } h2.exercise { break-before: page; }
"""


def write(name, folder):
    """Write both pages of a lesson into a folder, and print them where that can be.

    Parameters
    ----------
    name : str
        The lesson, for example ``"10_trade"``.
    folder : Path
        Made if need be; earlier handouts of the lesson there are replaced.

    Returns
    -------
    list of str
        A sentence on each file, or on what is missing for it.

    Raises
    ------
    LessonError
        When there is no such lesson.
    """
    lesson = lessons.find(name)
    folder.mkdir(parents=True, exist_ok=True)
    told = []
    for ending, answers in {"handout": False, "answers": True}.items():
        target = folder / f"{lesson.name}_{ending}.html"
        written = handout(lesson, answers=answers)
        target.write_text(written, encoding="utf-8", newline="\n")
        told.append(f"Written: {target}")
        told.append(printing.print_pdf(target, target.with_suffix(".pdf")))
    return told


def handout(lesson, *, answers):
    """The whole page of a lesson, for learners or with ``answers``."""
    parts = [
        *_opening(lesson, answers),
        *_claims(lesson, answers),
        *_results(lesson, answers),
        *(_found(lesson) if answers else []),
        *_discussion(lesson, answers),
        *_quizzes(lesson, answers),
        *_exercise(lesson, answers),
        *_terms(lesson),
    ]
    kind = "with answers, for instructors" if answers else "for learners"
    return page(f"{lesson.title} ({kind})", "\n".join(parts), STYLE)


def _opening(lesson, answers):
    box = lesson.box
    whom = "Handout with answers, for instructors" if answers else "Handout"
    facts = f"{whom}. {box['Time']}. Claims: {box['Claims']}."
    aims = "".join(f"<li>{text.inline(aim)}</li>" for aim in lesson.aims)
    notes = [
        text.to_html(block)
        for part in lesson.parts()
        for block in text.blocks(part.text)
        if block.startswith("**Content note")
    ]
    asked = lesson.section("The question")
    return [
        said(lesson.title, "h1"),
        f'<p class="quiet">{text.inline(facts)}</p>',
        f"<p>You will be able to</p><ul>{aims}</ul>",
        *notes,
        f"<h2>The question</h2>{text.to_html(asked)}" if asked else "",
    ]


def _claims(lesson, answers):
    """The claims with room for verdicts and reasons, or with the course's reading."""
    if not lesson.claims:
        return []
    if answers:
        readings = claims.reading(*lesson.claims)
        return ["<h2>The course's reading</h2>", *map(_reading, readings)]
    blank = '<td class="blank"></td><td class="blank"></td><td class="reason"></td>'
    rows = "".join(
        f'<tr><th scope="row">{name}</th>'
        f"<td>{html.escape(claims.claim(name).statement)}</td>{blank}</tr>"
        for name in lesson.claims
    )
    heads = ("Claim", "What it says", "As of 2020", "Now", "Because")
    head = "".join(f'<th scope="col">{one}</th>' for one in heads)
    options = dict.fromkeys(
        one for name in lesson.claims for one in claims.options(name)
    )
    return [
        f"<h2>Your verdict</h2><p>One of: {', '.join(options)}.</p>",
        f'<div class="scroll" {SCROLLS}><table class="verdicts">',
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>",
    ]


def _reading(one):
    statement = html.escape(claims.claim(one.claim_id).statement)
    return (
        f"<h3>{one.claim_id}: {statement}</h3>"
        f"<p>As of 2020: <b>{one.as_of_2020}</b>. Now: <b>{one.now}</b>.</p>"
        f"{said(one.reasons)}"
    )


def _results(lesson, answers):
    """Figures and small tables below their headings; what is folded with answers."""
    found, part, headed, folded = [], text.Part("", "", ""), None, None
    for cell in lesson.cells:
        if cell.cell_type == "markdown":
            part = text.split(cell.source, part)[-1]
            continue
        folded = part.heading if lessons.folded(cell) else folded
        # A live figure starts with what the folded one above it shows.
        tells = folded == part.heading and lessons.is_live(cell)
        hidden = not answers and (lessons.folded(cell) or tells)
        if "core" not in lessons.tags(cell) or _has_its_place(cell, part) or hidden:
            continue
        pieces = [one for one in map(_piece, lessons.shown(cell)) if one]
        if pieces and part.heading != headed:
            found.append(f"<h3>{text.inline(part.heading)}</h3>")
            headed = part.heading
        if any(not one.startswith("<figure") for one in pieces):
            # A table stands below its code: the last line says what it is.
            found.append(f"<pre>{html.escape(cell.source)}</pre>")
        found += pieces
    return ["<h2>Figures and tables</h2>", *found] if found else []


def _has_its_place(cell, part):
    """Whether a cell lists the claims, asks, rests on answers, or gives a reading."""
    calls = ("practice.", "report.", "claims.reading", "claims.weigh")
    own = re.search(r"\bmy_", cell.source)  # names of what learners fill in
    asks = own or any(call in cell.source for call in calls)
    listed = part.heading == "The question"
    return listed or (asks and "practice.reveal(" not in cell.source)


def _piece(shown):
    """A picture, a small table or a short text as HTML; empty for a long one."""
    if isinstance(shown, Picture):
        return f"<figure>{shown.image(*PICTURE)}</figure>"
    heads = shown.partition("</tr>")[0]
    small = (
        shown.partition("</thead>")[2].count("<tr") <= ROWS_MOST
        and heads.count("<th scope") + heads.count("<td") <= COLUMNS_MOST
        and len(lessons.words(shown)) <= CHARACTERS_MOST
    )
    return f'<div class="scroll small" {SCROLLS}>{shown}</div>' if small else ""


def _found(lesson):
    return [
        f"<h2>{name}</h2>{text.to_html(lesson.section(name))}"
        for name in FOUND
        if lesson.section(name)
    ]


def _discussion(lesson, answers):
    asked = lesson.section("Discussion")
    if not asked:
        return []
    items = [
        f"<li>{text.inline(item)}{'' if answers else _lines(LINES)}</li>"
        for block in text.blocks(asked)
        for item in text.items(block) or []
    ]
    return [f"<h2>Discussion</h2><ol>{''.join(items)}</ol>"]


def _quizzes(lesson, answers):
    """The questions before and after, and those of the exercise."""
    keys = lesson.quizzes + exercise.quizzes(lesson)
    asked = [one for key in keys for one in questions(key)]
    listed = [
        f'<div class="quiz"><p>{place}. {html.escape(one.text)}</p>'
        f'<ul class="options">{_options(one, answers)}</ul></div>'
        for place, one in enumerate(asked, start=1)
    ]
    return ["<h2>Questions</h2>", *listed] if listed else []


def _options(question, answers):
    said_of = ""
    for option, feedback in question.feedback.items():
        words = html.escape(option)
        if answers:
            words = f"<b>{words} ✓</b>" if option == question.right else words
            words += f": {html.escape(feedback)}"
        said_of += f"<li>{words}</li>"
    return said_of


def _exercise(lesson, answers):
    tasks = exercise.tasks(lesson)
    made = []
    for task in tasks:
        below = _lines(LINES_WRITTEN if task.written else LINES)
        if answers:
            model = text.to_html(task.answer) if task.written else _code(task)
            below = f'<div class="answer">{model}</div>'
        made.append(f'<section class="task">{text.to_html(task.text)}{below}</section>')
    return ['<h2 class="exercise">Exercise</h2>', *made] if made else []


def _code(task):
    return f"<pre>{html.escape(task.answer)}</pre>{said(task.feedback)}"


def _terms(lesson):
    """The terms that the lesson explains."""
    glossary = tables.load("glossary")
    terms = glossary[glossary["lesson"] == lesson.name]
    listed = "".join(
        f"<li><b>{html.escape(row.term)}</b>: {html.escape(row.meaning)}</li>"
        for row in terms.itertuples()
    )
    return [f"<h2>Terms</h2><ul>{listed}</ul>"] if listed else []


def _lines(number):
    return '<div class="line" aria-hidden="true"></div>' * number
