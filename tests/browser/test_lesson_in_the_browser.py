"""Each lesson as a learner sees it: run all cells, then move what can be moved."""

import re

import pytest

from tests.notebooks import reading

IDLE = "text=/\\| Idle/"
# Cells wait with a star; the last cell with code is a form, which has run by then.
ALL_RUN = """() => {
  const prompts = [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")];
  const waiting = (prompt) => /\\[[* ]?\\]/.test(prompt.textContent);
  return prompts.length > 5 && !prompts.some(waiting)
    && document.querySelector(".widget-vbox, .atlas");
}"""
LESSONS = [path for path in reading.lessons() if int(path.stem[:2]) >= 10]


def opened(lab, page, path):
    """The page of a lesson, all cells run; JupyterLab itself is loaded once."""
    place = path.relative_to(reading.ROOT / "notebooks").as_posix()
    if not page.url.startswith(lab):
        page.goto(f"{lab}/lab?token=lessons")
        page.wait_for_function("() => window.jupyterapp")
    # Shutting all down asks nothing, and closes no page with unsaved cells.
    page.evaluate(
        """async (place) => {
          const app = window.jupyterapp;
          await app.restored;
          await app.serviceManager.sessions.shutdownAll();
          for (const panel of [...app.shell.widgets("main")]) panel.dispose();
          await app.commands.execute("docmanager:open", {path: place});
        }""",
        place,
    )
    page.wait_for_selector(IDLE)
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_function(ALL_RUN)
    page.wait_for_selector(IDLE)
    return page


def move(lesson, box):
    """Move an explorer's slider by a key; without a slider, choose in its last menu."""
    if not box.locator(".widget-hslider").count():
        menu = box.locator("select").last
        before = menu.input_value()
        menu.select_option(index=1)
        assert menu.input_value() != before
        return
    slider = box.locator(".widget-hslider").last
    handle = slider.get_by_role("slider")
    lowest = handle.get_attribute("aria-valuenow") == handle.get_attribute(
        "aria-valuemin"
    )
    before = slider.locator(".widget-readout").inner_text()
    handle.focus()
    lesson.keyboard.press("ArrowRight" if lowest else "ArrowLeft")
    assert slider.locator(".widget-readout").inner_text() != before


@pytest.mark.parametrize("path", reading.each(LESSONS))
def test_moved_controls_change_what_is_seen(lab, page, path):
    lesson = opened(lab, page, path)
    explorers = lesson.locator(".widget-vbox", has=lesson.locator("> .widget-image"))
    maps = lesson.locator(".atlas")
    assert explorers.count() + maps.count()
    for place in range(explorers.count()):
        box = explorers.nth(place)
        box.scroll_into_view_if_needed()
        image = box.locator("img")
        before = image.get_attribute("src")
        move(lesson, box)
        lesson.wait_for_function(
            "([image, before]) => image.src !== before",
            arg=[image.element_handle(), before],
        )
        assert image.evaluate("image => image.complete && image.naturalWidth") > 500
    for place in range(maps.count()):
        atlas = maps.nth(place)
        atlas.scroll_into_view_if_needed()
        status = atlas.locator(".atlas-status")
        before = status.inner_text()
        atlas.locator(".atlas-filters input[type=checkbox]").first.uncheck()
        assert status.inner_text() != before
    assert not lesson.locator('[role="alert"]').count()
    assert not lesson.locator(".jp-mod-error, [data-mime-type$=stderr]").count()


def test_a_quiz_answers_in_the_page(lab, page):
    lesson = opened(lab, page, LESSONS[0])
    option = lesson.get_by_text("Because 2020 knew less than we do")
    option.scroll_into_view_if_needed()
    option.click()
    lesson.wait_for_selector("text=/Right. One verdict uses/")


def rerun(lesson):
    """Run all cells again, as after saving something."""
    lesson.get_by_role("menuitem", name="Run", exact=True).click()
    lesson.get_by_role("menuitem", name=re.compile("^Run All Cells")).click()
    lesson.wait_for_function(ALL_RUN)
    lesson.wait_for_selector(IDLE)


def test_a_saved_forecast_opens_its_result(lab, page):
    (path,) = [path for path in LESSONS if path.stem == "40_predictions"]
    lesson = opened(lab, page, path)
    form = lesson.locator(".widget-vbox", has_text="F1: Will the declarations").last
    form.scroll_into_view_if_needed()
    form.get_by_role("slider").press("ArrowRight")
    form.get_by_role("button", name="Save my forecast").click()
    lesson.wait_for_selector("text=/Saved: 51 percent on F1/")
    assert not lesson.locator("text=/^F1: happened/").count()
    rerun(lesson)
    lesson.wait_for_selector("text=/^F1: happened/", state="attached")


def test_a_verdict_reaches_scorecard_and_memo(lab, page):
    by_name = {path.stem: path for path in LESSONS}
    lesson = opened(lab, page, by_name["10_trade"])
    form = lesson.locator(".widget-vbox", has_text="Your verdict on E1").last
    form.scroll_into_view_if_needed()
    for menu in form.locator("select").all():
        menu.select_option("contradicted")
    form.locator("textarea").fill("China's customs, потому что, 因为")
    form.get_by_role("button", name="Save my verdict").click()
    lesson.wait_for_selector("text=/Saved in your journal/")
    lesson = opened(lab, page, by_name["41_scorecard"])
    cards = lesson.locator(".widget-vbox", has_text="of 50 claims.").last
    cards.locator("select").last.select_option("differ")
    lesson.wait_for_selector("text=/1 of 50 claims/")
    assert "因为" in cards.text_content()
    button = lesson.get_by_role("button", name="Write the memo")
    button.scroll_into_view_if_needed()
    button.click()
    lesson.wait_for_selector("text=/Written: memo.md and memo.html/")
