"""A lesson's slides: one page of reveal.js that needs no network.

The cells tagged ``slide`` make the slides, in their order. A heading with its text
gives a slide with the first sentences and the lists; the whole text goes to the
speaker's notes, and so does the text of all other core cells. A figure has a slide of
its own. What a lesson folds away comes after the slide that asks for a guess; the
course's readings come after the vote, one step at a time.
"""

import html
import importlib.util
import re
from pathlib import Path

from helpers.teaching import lesson as lessons
from helpers.teaching import shorten, text
from helpers.teaching.lesson import LessonError, Picture
from helpers.teaching.slide import FORMS, Slide, code

TAG = "slide"
COURSE = "A policy paper, weighed: China and Central Asia in open data"
PICTURE = 1180, 575  # pixels of a slide of 1280 by 720
KEYS = "Keys: → next, S speaker notes, F full screen, O overview"
HERE = Path(__file__).parent


def write(name, folder):
    """Write a lesson's slides into a folder.

    Parameters
    ----------
    name : str
        The lesson, for example ``"10_trade"``.
    folder : Path
        Made if need be; earlier slides of the lesson there are replaced.

    Returns
    -------
    Path
        The page: open it in any browser.

    Raises
    ------
    LessonError
        When there is no such lesson, or reveal.js is not installed.
    """
    lesson = lessons.find(name)
    page = deck(lesson)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{lesson.name}_slides.html"
    target.write_text(page, encoding="utf-8", newline="\n")
    return target


def deck(lesson):
    """The whole page of a lesson's slides."""
    made = slides(lesson)
    styles = [
        _reveal("dist/reset.css"),
        _reveal("dist/reveal.css"),
        _ours("slides.css"),
    ]
    scripts = [_reveal("dist/reveal.js"), _reveal("plugin/notes/notes.js")]
    scripts.append(_ours("slides.js"))
    return "\n".join(
        [
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{html.escape(lesson.title)}: slides</title>",
            *(f"<style>{style}</style>" for style in styles),
            '</head>\n<body>\n<main class="reveal">\n<div class="slides">',
            *(slide.html() for slide in made),
            "</div>\n</main>",
            *(f"<script>{script}</script>" for script in scripts),
            "</body>\n</html>\n",
        ]
    )


def slides(lesson):
    """The slides of a lesson.

    Returns
    -------
    list of Slide

    Raises
    ------
    LessonError
        When no cell is tagged.
    """
    made, parts = [], [text.Part("", "", "")]
    for place, cell in enumerate(lesson.cells):
        chosen = TAG in lessons.tags(cell)
        if cell.cell_type == "markdown":
            parts = text.split(cell.source, parts[-1])
        if chosen and place == 0:
            made.append(_opening(lesson))
        elif chosen and cell.cell_type == "markdown":
            made += [slide for one in parts for slide in _text(one)]
        elif chosen:
            made += _result(cell, parts[-1], teaches_code=lesson.teaches_code)
        elif made and cell.cell_type == "markdown" and "core" in lessons.tags(cell):
            made[-1].notes.append(text.to_html(cell.source))
    if not made:
        raise LessonError(f"Lesson {lesson.name} has no cell with the tag '{TAG}'.")
    return made


def _opening(lesson):
    """Title, time, claims and objectives."""
    box = lesson.box
    aims = "".join(f"<li>{text.inline(aim)}</li>" for aim in lesson.aims)
    facts = "".join(
        f"<p><b>{name}</b>: {text.inline(box[name].partition(';')[0])}</p>"
        for name in ("Time", "Claims")
        if name in box
    )
    body = f"<p>You will be able to</p><ul>{aims}</ul>{facts}<p class=quiet>{KEYS}</p>"
    number = lesson.name.partition("_")[0]
    kicker = f"{COURSE} · Lesson {number}"
    return Slide(html.escape(lesson.title), body, kicker, level=1)


def _text(part):
    """Slides of the text below one heading: several when its lists are long."""
    if not part.text:
        return []
    prompt = text.PROMPT.search(part.text)
    above = part.text[: prompt.start()] if prompt else part.text
    blocks = [
        block for block in text.blocks(above) if not block.startswith("**Extra**")
    ]
    pages = shorten.pages(
        blocks, shorten.leads(blocks, bool(prompt)), part.section == "Sources"
    )
    if prompt:
        asked = re.sub(r"^it\b", "the next slide", shorten.without_extra(prompt[1]))
        asked = text.inline(asked)
        pages[-1] += f'<p class="prompt"><b>Before you look:</b> {asked}</p>'
    made = [_below(part, page) for page in pages]
    made[0].notes.append(text.to_html(part.text))
    return made


def _result(cell, part, teaches_code):
    """Slides of what a cell of code shows."""
    for call, make in FORMS.items():
        if asked := lessons.arguments(cell, call):
            return make(asked)
    pieces = list(lessons.shown(cell))
    pictures = [piece for piece in pieces if isinstance(piece, Picture)]
    rest = [shorten.table(piece) for piece in pieces if piece not in pictures]
    made = []
    if rest and (teaches_code or "<table" not in "".join(rest)):
        made.append(_below(part, code(cell.source) + "".join(rest)))
    elif rest:
        made.append(_below(part, "".join(rest), cell.source))
    made += [_below(part, one.image(*PICTURE), cell.source) for one in pictures]
    for slide, picture in zip(made[len(made) - len(pictures) :], pictures, strict=True):
        slide.notes.append(f"<p>In the figure: {html.escape(picture.alt)}</p>")
        if lessons.is_live(cell):
            slide.notes.append("<p>Live in the notebook: run this cell there.</p>")
    return made


def _below(part, body, folded=""):
    """A slide below the heading of a part, and the large heading above it."""
    kicker = text.inline(part.section) if part.section != part.heading else ""
    if body.startswith("<p><strong>Content note"):
        return Slide("Before we begin", body)
    return Slide(text.inline(part.heading), body, kicker, code=folded)


def _ours(name):
    return (HERE / name).read_text(encoding="utf-8")


def _reveal(name):
    """A file of reveal.js, from the package that ships it."""
    found = importlib.util.find_spec("sphinx_revealjs")
    if found is None:
        raise LessonError(
            "Slides need reveal.js from the package sphinx-revealjs, which is not "
            "installed here: python3 course.py slides installs it."
        )
    path = Path(found.origin).parent / "_static" / "revealjs" / name
    return path.read_text(encoding="utf-8").replace("</script", "<\\/script")
