"""The instructor's guide says what the lessons say, and its figures are computed.

The Python below a heading is run in order, as if pasted into a new notebook; the block
of text below each piece is what it must print. A number in the prose stands in such a
text, in the lesson that a section is about, or counts something of a plan: minutes.
"""

import ast
import contextlib
import functools
import html
import io
import re

import nbformat
import pytest

from helpers import practice
from tests.notebooks import reading, test_numbers

GUIDE = reading.ROOT / "docs" / "instructors"
PAGES = sorted(GUIDE.glob("*.md"))
NAMES = ("index", "plans", "lessons", "activities", "sensitive", "extending")
OURS = [GUIDE / f"{name}.md" for name in NAMES]
BLOCK = re.compile(r"^```python\n(.*?)^```\n(?:\n?```text\n(.*?)^```)?", re.S | re.M)
SECTION = re.compile(r"^## (.+?)$\n(.*?)(?=^## |\Z)", re.S | re.M)
PARTS = re.compile(r"^\*\*(\d+) minutes\*\*: (.+?)\.(?: |$)", re.M)
CELLS = re.compile(r"(?:Extra cells: \d+ more\. )?Cells: (\d+) core, (\d+) extra\.")
STEP = re.compile(r"^\d+\. \((\d+)\) ", re.M)
FULL = {"quiz": 8, "core cells": 42, "discussion": 25, "verdict": 10, "exit": 5}
PLANNED = re.compile(
    r"\b\d+(?: (?:to|or|and) \d+)? (?:more )?(?:minutes?|hours?|days?|weeks?|learners?|"
    r"pairs?|teams?|groups?|seminars?|percent of the mark|MB)\b"
    r"|\b(?:[Ww]eek|[Dd]ay|[Tt]eams of|[Ss]tep|[Qq]uestions?|Python|task|[Ss]entence)"
    r" \d[\d.-]*(?:(?:,| and| to| or) \d+)*"
    r"|\b(?:quiz|core cells|discussion|verdict|exit|concept test|last task) \d+"
    r"|\(\d+\)|\b\d+\.\d+ or later|\b(?:port|column) \d+"
    r"|^\| \d+(?: to \d+)? \|",
    re.M,
)
LESSON = re.compile(
    rf"\b(?:{'|'.join(path.stem[:2] for path in reading.lessons())})\b"
    r"(?! *(?:percent|%|million|billion|USD|[.,]\d))"
)


def text(path):
    """The page as text."""
    return path.read_text(encoding="utf-8")


@functools.cache
def sections():
    """Number of the lesson, title and text of each section of ``lessons.md``."""
    found = SECTION.findall(text(GUIDE / "lessons.md"))
    return {title[:2]: (title, body) for title, body in found}


def box(path):
    """Title and box of a lesson, as Markdown."""
    return "\n".join(cell.source for cell in reading.read(path).markdown[:2])


def run(code, names):
    """Run a block as a notebook would; give what it prints, and its last value."""
    tree, said = ast.parse(code), io.StringIO()
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(said):
        exec(compile(tree, "", "exec"), names)
        value = last and eval(compile(ast.Expression(last.value), "", "eval"), names)
        if value is not None:
            print(repr(value))
    return "\n".join(line.rstrip() for line in said.getvalue().splitlines())


def loose(path, prose, cells, *, plan=False):
    """Numbers in the prose that neither a plan nor one of the cells explains.

    Plans name lessons by their number alone; other pages say *lesson 10*.
    """
    top = [nbformat.v4.new_markdown_cell(source) for source in ("# Title", "| box |")]
    for pattern in (CELLS, PLANNED, *([LESSON] if plan else [])):
        prose = pattern.sub("", reading.FENCED.sub("", prose))
    body = nbformat.v4.new_markdown_cell(prose)
    return test_numbers.loose_numbers(reading.Page(path, [*top, body, *cells]))


def printed(shown):
    """A cell that shows this text."""
    output = nbformat.v4.new_output("stream", text=shown)
    return nbformat.v4.new_code_cell("x", outputs=[output])


@pytest.mark.parametrize("path", reading.lessons(), ids=lambda path: path.stem)
class TestLessons:
    def test_it_has_a_section_that_is_read_in_three_minutes(self, path):
        title, body = sections()[path.stem[:2]]
        known = (path.stem[3:].replace("_", " ").capitalize(), "The scorecard")
        assert title[3:] in known
        assert 100 < len(reading.words(body)) < 480
        assert f"{path.parent.name}/{path.name}" in body

    def test_the_minutes_are_those_of_the_lesson(self, path):
        _, body = sections()[path.stem[:2]]
        total, parts = PARTS.search(body).groups()
        minutes = {name: int(n) for name, n in re.findall(r"([a-z ]+?) (\d+)", parts)}
        minutes = {name.strip(): n for name, n in minutes.items()}
        stated, more = re.search(
            r"Time\W+(\d+) minutes(?:; (\d+) more)?", reading.prose(box(path))
        ).groups()
        assert int(total) == int(stated) == sum(minutes.values())
        assert minutes == FULL or int(total) < 90
        assert re.findall(r" (\d+) more\.", body) == ([more] if more else [])

    def test_each_part_is_in_the_lesson(self, path):
        page, (_, body) = reading.read(path), sections()[path.stem[:2]]
        source = "\n".join(cell.source for cell in page.cells)
        signs = {
            "quiz": f'practice.quiz("{page.number:02}-start")',
            "exit": f'practice.quiz("{page.number:02}-exit")',
            "verdict": "practice.verdict(",
            "discussion": "## Discussion",
            "concept test": 'practice.concept_test("before")',
        }
        parts = PARTS.search(body)[2]
        for name, sign in signs.items():
            assert (f"{name} " in parts) == (sign in source), name

    def test_cells_and_questions_are_as_many(self, path):
        page, (_, body) = reading.read(path), sections()[path.stem[:2]]
        tags = [cell.metadata.tags[0] for cell in page.cells]
        assert CELLS.search(body).groups() == (
            str(tags.count("core")),
            str(tags.count("extra")),
        )
        source = "\n\n".join(cell.source for cell in page.markdown)
        asked = source.partition("## Discussion")[2].partition("\n## ")[0]
        answered = body.partition("**Discussion: listen for**")[2]
        numbered = re.compile(r"^\d+\. ", re.M)
        assert len(numbered.findall(answered)) == len(numbered.findall(asked))

    def test_claims_and_tasks_exist(self, path):
        _, body = sections()[path.stem[:2]]
        head = body.partition("**The idea**")[0]
        for claim_id in re.findall(r"\b[ESPF]\d+\b", head):
            assert claim_id in box(path)
        checks = reading.ROOT / "helpers" / "practice" / f"lesson_{path.stem[:2]}.py"
        for task in re.findall(r"task (\d\d-\d)", body):
            assert f'"{task}"' in text(checks)

    def test_its_numbers_are_printed_by_the_lesson(self, path):
        _, body = sections()[path.stem[:2]]
        reading.settle(loose(path, body, reading.read(path).code))


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_blocks_print_what_stands_below_them(path):
    for below in re.split(r"^#{2,3} ", text(path), flags=re.M):
        names = {}
        for code, shown in BLOCK.findall(below):
            assert run(code, names) == shown.rstrip(), code


@pytest.mark.parametrize(
    "path",
    [path for path in OURS if path.stem != "lessons"],
    ids=lambda path: path.stem,
)
def test_numbers_in_the_prose_are_computed(path):
    shown = [printed(shown) for _, shown in BLOCK.findall(text(path))]
    prose = BLOCK.sub("", text(path))
    reading.settle(loose(path, prose, shown, plan=path.stem != "activities"))


def test_the_seminar_fills_ninety_minutes():
    page = text(GUIDE / "plans.md")
    rows = re.findall(r"^\| (\d+) to (\d+) \| ([a-z ]+) \|", page, re.M)
    spans = [(int(start), int(end)) for start, end, _ in rows]
    assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])]
    spent = dict.fromkeys(FULL, 0)
    for (start, end), (_, _, part) in zip(spans, rows, strict=True):
        spent[part] += end - start
    assert spent == FULL


def test_the_first_hour_shows_what_the_exercise_says():
    page = text(GUIDE / "index.md")
    hour = page.partition("## Your first hour")[2].partition("\n### ")[0]
    assert sum(map(int, re.findall(r"\((\d+) minutes\)", hour))) == 60
    answer = float(re.search(r"`answer = ([\d.]+)`", hour)[1])
    said = html.unescape(practice.check("10-1", answer)._repr_html_())
    assert re.search(r'"(This is China\'s report.+?)"', hour)[1] in said


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_links_lead_somewhere(path):
    cell = nbformat.v4.new_markdown_cell(text(path))
    for target in reading.targets(cell):
        if re.match(r"https?:|mailto:", target):
            continue
        name, _, anchor = target.partition("#")
        there = (path.parent / name).resolve() if name else path
        assert there.exists(), target
        if anchor:
            assert anchor in reading.anchors(there), target


def test_an_activity_has_all_its_parts():
    page = text(GUIDE / "activities.md")
    for activity in re.split(r"^### ", page, flags=re.M)[1:]:
        title = activity.partition("\n")[0]
        minutes = int(re.search(r"\*\*(\d+) minutes\*\*", activity)[1])
        assert sum(map(int, STEP.findall(activity))) == minutes, title
        for part in ("Materials", "Roles", "Steps", "Debrief", "Good work"):
            assert f"**{part}**" in activity, (title, part)


def test_each_section_of_the_course_has_two_activities():
    page = text(GUIDE / "activities.md")
    counts = {title: body.count("\n### ") for title, body in SECTION.findall(page)}
    for title in ("Economy", "Security", "Public diplomacy", "Outlook"):
        assert counts[title] >= 2, title
