"""Handouts: what learners get holds no answer, what instructors get holds them all."""

import html
import re

import pytest

from helpers import claims
from helpers.__main__ import main
from helpers.practice.tasks import questions
from helpers.report import printing
from helpers.teaching import exercise, handout
from helpers.teaching import lesson as lessons
from tests.notebooks import reading

LESSONS = [lessons.read(path) for path in reading.lessons()]
LONG = 25  # characters: shorter ones occur by chance


def words(page):
    return " ".join(lessons.words(page).split())


def by_name(lesson):
    return lesson.name


def folded(lesson):
    """What the lesson folds away: pictures, and texts that are long enough to tell."""
    for cell in lesson.cells:
        for piece in lessons.shown(cell) if lessons.folded(cell) else []:
            if isinstance(piece, lessons.Picture):
                yield piece.png
            elif len(words(piece)) > LONG:
                yield words(piece)


def solution_lines(lesson):
    """Lines of solutions that the lesson itself does not show."""
    known = "\n".join(cell.source for cell in lesson.cells)
    for task in exercise.tasks(lesson):
        for line in task.answer.splitlines():
            if len(line.strip()) > LONG and line.strip() not in known:
                yield line.strip()


def feedback(lesson):
    for key in lesson.quizzes + exercise.quizzes(lesson):
        for question in questions(key):
            yield from question.feedback.values()


def given_away(lesson, page):
    """What of the lesson's answers a page holds."""
    text = words(page)
    secrets = [one.reasons for one in claims.reading(*lesson.claims)]
    secrets += [*folded(lesson), *solution_lines(lesson), *feedback(lesson)]
    secrets += [task.feedback for task in exercise.tasks(lesson) if task.feedback]
    return [secret for secret in secrets if secret in page or secret in text]


@pytest.mark.parametrize("lesson", LESSONS, ids=by_name)
def test_the_learners_page_gives_nothing_away(lesson):
    page = handout.handout(lesson, answers=False)
    assert not given_away(lesson, page)
    for name in handout.FOUND:
        assert f"<h2>{name}</h2>" not in page


@pytest.mark.parametrize("lesson", LESSONS, ids=by_name)
def test_the_instructors_page_holds_the_answers(lesson):
    page = handout.handout(lesson, answers=True)
    text = words(page)
    for one in claims.reading(*lesson.claims):
        assert one.reasons in text
    for cell in lesson.cells:
        for piece in lessons.shown(cell) if lessons.folded(cell) else []:
            if isinstance(piece, lessons.Picture) and "core" in lessons.tags(cell):
                assert piece.png in page
    for task in exercise.tasks(lesson):
        assert task.feedback in text
        answer = handout.text.to_html(task.answer) if task.written else None
        assert (answer or html.escape(task.answer)) in page
    assert all(html.escape(one) in page for one in feedback(lesson))


@pytest.mark.parametrize("lesson", LESSONS, ids=by_name)
@pytest.mark.parametrize("answers", [False, True])
def test_a_page_needs_nothing_from_outside(lesson, answers):
    page = handout.handout(lesson, answers=answers)
    assert not re.findall(r"""(?:src|href)=["'](?!data:image/png|https?://)""", page)
    assert "<script" not in page and "](" not in page
    assert page.count("<h1") == 1
    images = re.findall(r"<img [^>]*>", page)
    assert all(re.search(r'alt="[^"]{20,}"', image) for image in images)


def test_what_is_given_away_is_seen():
    lesson = lessons.find("10_trade")
    page = handout.handout(lesson, answers=True)
    found = given_away(lesson, page)
    assert len(found) > 30
    kinds = [folded(lesson), solution_lines(lesson), feedback(lesson)]
    assert all(set(kind) & set(found) for kind in kinds)


@pytest.mark.parametrize("name", ["10_trade", "40_predictions"])
def test_a_page_can_be_used_by_all(name, page, tmp_path):
    from axe_playwright_python.sync_playwright import Axe

    page.set_viewport_size({"width": 360, "height": 740})
    target = tmp_path / "page.html"
    for answers in (False, True):
        made = handout.handout(lessons.find(name), answers=answers)
        target.write_text(made, encoding="utf-8")
        page.goto(target.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        found = Axe().run(page).response["violations"]
        assert not [one for one in found if one["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("lesson", LESSONS, ids=by_name)
def test_code_stands_once_above_what_it_shows(lesson):
    page = handout.handout(lesson, answers=True)
    results = page.partition("<h2>Figures and tables</h2>")[2].partition("<h2>")[0]
    code = re.findall("<pre>(.*?)</pre>", results, re.DOTALL)
    assert len(code) == len(set(code))


def test_the_first_handout_holds_the_text_to_code_and_no_empty_answers():
    page = handout.handout(lessons.find("02"), answers=False)
    assert "does not mediate in their disputes" in page
    assert "not decided yet" not in page and "my_kind" not in page


def test_every_task_is_found():
    for lesson in LESSONS:
        if int(lesson.name[:2]) >= 10:
            assert len(exercise.tasks(lesson)) >= 5, lesson.name
            assert any(task.written for task in exercise.tasks(lesson)), lesson.name


def test_without_a_browser_it_says_how_to_print(tmp_path, monkeypatch):
    monkeypatch.setattr(printing.shutil, "which", lambda _name: None)
    said = handout.write("10_trade", tmp_path / "new")
    assert any("10_trade_answers.html in any browser" in line for line in said)
    assert {path.suffix for path in (tmp_path / "new").iterdir()} == {".html"}


def test_a_browser_prints_both(chromium, tmp_path):
    handout.write("10_trade", tmp_path)
    for name in ("handout", "answers"):
        printed = (tmp_path / f"10_trade_{name}.pdf").read_bytes()
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) >= 4


def test_a_broken_solution_is_said(monkeypatch, tmp_path):
    broken = tmp_path / "10_trade.ipynb"
    broken.write_text("<<<<<<< HEAD", "utf-8")
    monkeypatch.setattr(lessons.Lesson, "solution", broken)
    with pytest.raises(SystemExit, match="is no whole notebook"):
        main("handout", "10", str(tmp_path / "new"))
