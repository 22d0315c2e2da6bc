"""Decks: what is on them, in which order, and whether a browser shows all of it."""

import itertools
import re

import pytest

from helpers import claims
from helpers.__main__ import main
from helpers.teaching import lesson as lessons
from helpers.teaching import slides
from tests.notebooks import reading

LESSONS = [lessons.read(path) for path in reading.lessons()]
SIZE = range(12, 21)  # slides for ninety minutes
KINDS = 0, 1, 3, 6, 12, 13  # of lesson 10: title, quiz, table, figure, vote, reading
READING = 'class="fragment verdict"'
LEAST = 17  # pixels of text, on a slide of 720
MEASURE = """() => Reveal.getSlides().map((slide, place) => {
  Reveal.slide(place, 0, 99);
  const body = slide.querySelector(".body");
  const out = [...slide.querySelectorAll(".page *")].filter((piece) => {
    if (piece.closest("details pre")) return false; // opens above the slide
    const box = piece.getBoundingClientRect();
    return piece.getClientRects().length &&
      (box.right > 1281 || box.bottom > 721 || box.left < -1 || box.top < -1);
  });
  return {
    title: slide.querySelector("h1, h2").textContent,
    out: out.map((piece) => piece.tagName),
    hidden: body.scrollHeight > body.clientHeight + 1,
    scrolls: body.style.overflow === "auto",
    size: parseFloat(getComputedStyle(body).fontSize),
  };
})"""


def by_name(lesson):
    return lesson.name


def titles(deck):
    return [slide.title for slide in deck]


@pytest.fixture(scope="module")
def browser(page):
    """A page of the size of a slide, with what it asks for and complains of."""
    page.set_viewport_size({"width": 1280, "height": 720})
    heard = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: heard.append(request.url))
    page.heard = heard
    return page


@pytest.fixture(scope="module")
def opened(browser, tmp_path_factory):
    """Opens a lesson's deck from the disk."""
    folder = tmp_path_factory.mktemp("slides")

    def open_deck(name):
        address = slides.write(name, folder).as_uri()
        browser.heard.clear()
        browser.goto("about:blank")
        browser.goto(address)
        browser.wait_for_function("window.Reveal && Reveal.isReady()")
        return address

    return open_deck


@pytest.mark.parametrize("lesson", LESSONS, ids=by_name)
def test_a_deck_fits_a_seminar(lesson):
    made = slides.slides(lesson)
    assert len(made) in SIZE
    assert made[0].title == lesson.title.replace("'", "&#x27;")
    if int(lesson.name[:2]) >= 2:
        wanted = ("The question", "What we found", "What this cannot tell us")
        for title in (*wanted, "Discussion", "Sources"):
            assert title in titles(made)


@pytest.mark.parametrize("lesson", LESSONS, ids=by_name)
def test_nothing_is_given_away_early(lesson):
    made = slides.slides(lesson)
    cells = [cell for cell in lesson.cells if slides.TAG in lessons.tags(cell)]
    for before, cell in itertools.pairwise(cells):
        asked = before.cell_type == "markdown" and "Before you run" in before.source
        reads = lessons.arguments(cell, "claims.reading")
        assert not lessons.folded(cell) or asked or reads or lessons.folded(before)
    read = [place for place, slide in enumerate(made) if READING in slide.body]
    if read:
        assert titles(made).index("Your verdict") < read[0]
    bodies = [lessons.words(slide.body) for slide in made[: read[0] if read else None]]
    for one in claims.reading(*lesson.claims):
        first = slides.text.sentences(one.reasons)[0]
        assert not any(first in body for body in bodies)


def test_a_question_speaks_of_the_next_slide():
    bodies = [slide.body for slide in slides.slides(lessons.find("13"))]
    (asked,) = [body for body in bodies if "what Kyrgyzstan paid to China" in body]
    assert "</b> the next slide shows" in asked


@pytest.mark.parametrize("lesson", LESSONS, ids=by_name)
def test_the_notes_hold_the_whole_text(lesson):
    made = slides.slides(lesson)
    notes = lessons.words(" ".join("".join(slide.notes) for slide in made))
    notes = " ".join(notes.split())
    core = [cell for cell in lesson.cells[2:] if "core" in lessons.tags(cell)]
    for cell in core:
        if cell.cell_type == "markdown":
            for part in slides.text.split(cell.source, slides.text.Part("", "", "")):
                for block in slides.text.blocks(part.text):
                    said = lessons.words(slides.text.to_html(block))
                    assert " ".join(said.split()) in notes


@pytest.mark.parametrize("lesson", LESSONS, ids=by_name)
def test_a_deck_needs_nothing_from_outside(lesson):
    page = slides.deck(lesson)
    marked = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert not re.findall(r"""(?:src|href)=["'](?!data:image/png|https?://)""", marked)
    assert not re.findall(r"""(?:src|@import|url\()["'(\s=]*https?:""", page)
    images = re.findall(r"<img [^>]*>", marked)
    assert all(re.search(r'alt="[^"]{20,}"', image) for image in images)
    pictured = [slide for slide in slides.slides(lesson) if "<img" in slide.body]
    assert all(slide.body.count("<img") == 1 for slide in pictured)


@pytest.mark.parametrize("lesson", LESSONS, ids=by_name)
def test_every_slide_fits(lesson, opened, browser):
    address = opened(lesson.name)
    measured = browser.evaluate(MEASURE)
    for slide in measured:
        assert not slide["out"], slide
        assert not slide["hidden"] or slide["scrolls"], slide
        assert slide["size"] >= LEAST, slide
    assert sum(slide["hidden"] for slide in measured) == 0
    assert {one for one in browser.heard if not one.startswith("data:")} == {address}


def test_keys_move_and_notes_open(opened, browser):
    opened("10_trade")
    browser.keyboard.press("ArrowRight")
    assert browser.evaluate("Reveal.getIndices().h") == 1
    browser.keyboard.press("ArrowRight")  # a step on the same slide
    assert browser.evaluate("Reveal.getIndices().h") == 1
    assert browser.locator(".right.visible").count() == 1
    with browser.expect_popup() as popup:
        browser.keyboard.press("s")
    notes = popup.value
    notes.wait_for_function(
        "document.querySelector('.speaker-controls-notes .value').textContent"
        ".includes('Right. A verdict says')"
    )
    notes.close()


def test_a_deck_can_be_used_by_all(opened, browser):
    from axe_playwright_python.sync_playwright import Axe

    opened("10_trade")
    serious = []
    for place in KINDS:
        browser.evaluate(f"Reveal.slide({place}, 0, 99)")
        found = Axe().run(browser).response["violations"]
        serious += [one for one in found if one["impact"] in ("serious", "critical")]
    assert not serious


def test_on_a_telephone_it_is_one_page(browser, tmp_path):
    browser.set_viewport_size({"width": 360, "height": 700})
    browser.goto(slides.write("10_trade", tmp_path).as_uri())
    wide = browser.evaluate("document.documentElement.scrollWidth")
    shown = browser.locator("section:visible").count()
    browser.set_viewport_size({"width": 1280, "height": 720})
    assert wide <= 360
    assert shown == len(slides.slides(lessons.find("10_trade")))


def test_the_command(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("COURSE_FROM", str(tmp_path))
    main("slides", "10", "deck")
    assert (tmp_path / "deck" / "10_trade_slides.html").exists()
    assert "Written: " in capsys.readouterr().out
    with pytest.raises(SystemExit, match="'99' is no lesson"):
        main("slides", "99")


def test_without_reveal_it_says_what_to_do(monkeypatch):
    monkeypatch.setattr(slides.importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(lessons.LessonError, match="python3 course"):
        slides.deck(lessons.find("10_trade"))
