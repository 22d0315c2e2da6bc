"""Lesson 10 as a learner sees it: run all cells, move a control by keyboard."""

import re

import pytest

IDLE = "text=/\\| Idle/"


@pytest.fixture(scope="module")
def lesson(lab, page):
    """The page of lesson 10, all cells run."""
    page.goto(f"{lab}/lab/tree/1_economy/10_trade.ipynb?token=lessons")
    page.wait_for_selector(IDLE)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("^Run All Cells")).click()
    page.wait_for_selector("text=/\\| Busy/", timeout=20_000)
    page.wait_for_selector(IDLE)
    return page


def explorer(page, title):
    """The box of widgets whose first control is labelled ``title``."""
    box = page.locator(".widget-vbox", has=page.locator(f"text={title}")).last
    box.scroll_into_view_if_needed()
    return box


@pytest.mark.parametrize("first_control", ["Country", "Imports of"])
def test_a_slider_moved_by_keyboard_changes_the_picture(lesson, first_control):
    box = explorer(lesson, first_control)
    image = box.locator("img")
    before = image.get_attribute("src")
    year = box.locator(".widget-hslider", has_text="Year")
    reading = year.locator(".widget-readout").inner_text()
    year.get_by_role("slider").focus()
    lesson.keyboard.press("ArrowLeft")
    lesson.wait_for_function(
        "([image, before]) => image.src !== before",
        arg=[image.element_handle(), before],
    )
    assert year.locator(".widget-readout").inner_text() != reading
    assert image.evaluate("image => image.complete && image.naturalWidth") > 500
    assert not lesson.locator('[role="alert"]').count()


def test_a_quiz_answers_in_the_page(lesson):
    option = lesson.get_by_text("Because 2020 knew less than we do")
    option.scroll_into_view_if_needed()
    option.click()
    lesson.wait_for_selector("text=/Right. One verdict uses/")
