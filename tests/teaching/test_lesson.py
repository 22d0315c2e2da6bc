"""Lessons are found by name and taken apart."""

import pytest
from nbformat import v4

from helpers.teaching import lesson as lessons
from helpers.teaching import shorten, text

TABLE = (
    "<style scoped></style><table border='1'><thead><tr style='x'><th></th>"
    "<th>year</th></tr></thead><tbody><tr><th>{}</th><td>2019</td></tr></tbody></table>"
)


def cell(data, *, folded=False, source="x"):
    output = v4.new_output("execute_result", data, execution_count=1)
    metadata = {"jupyter": {"outputs_hidden": True}} if folded else {}
    return v4.new_code_cell(source, outputs=[output], metadata=metadata)


@pytest.mark.parametrize("name", ["10_trade", "10", "trade", "x/10_trade.ipynb"])
def test_a_lesson_is_found_by_a_piece_of_its_name(name):
    assert lessons.find(name).name == "10_trade"


@pytest.mark.parametrize("name", ["", "99_nothing", "1"])
def test_another_name_lists_the_lessons(name):
    with pytest.raises(lessons.LessonError, match=r"Choose one of these: .*10_trade"):
        lessons.find(name)


def test_the_box():
    box = lessons.find("10_trade").box
    assert box["Time"].startswith("90 minutes")
    assert "](" not in box["Before"]


def test_a_part_knows_its_large_heading():
    found = text.split("Above.\n### Small\nBelow.", text.Part("Large", "Other", ""))
    assert found == [
        text.Part("Large", "Other", "Above."),
        text.Part("Large", "Small", "Below."),
    ]


def test_a_table_loses_positions_and_keeps_names():
    (positions,) = lessons.shown(cell({"text/html": TABLE.format(7)}))
    assert "<th>7" not in positions and "style" not in positions
    assert '<th scope="col">year</th>' in positions
    (named,) = lessons.shown(cell({"text/html": TABLE.format("KAZ")}))
    assert '<th class="short" scope="row">KAZ</th>' in named


def test_a_date_stays_on_one_line_and_a_text_gets_a_wide_column():
    cells = f"<td>2030-12-31</td><td>two words</td><td>{'long ' * 20}</td>"
    source = TABLE.format("KAZ").replace("<td>2019</td>", cells)
    (table,) = lessons.shown(cell({"text/html": source}))
    assert (
        '<td class="short">2030-12-31</td><td>two words</td><td class="long">' in table
    )


def test_the_neutral_line_of_a_folded_output_is_left_out():
    said = {"text/plain": "The result follows.\n42"}
    assert list(lessons.shown(cell(said, folded=True))) == ["<pre>42</pre>"]
    assert "follows" in next(lessons.shown(cell(said)))


def test_a_control_in_a_folded_output_does_no_harm():
    said = {"text/plain": "The result follows.\n42"}
    control = {"application/vnd.jupyter.widget-view+json": {"model_id": "1"}}
    assert list(lessons.shown(cell(said | control, folded=True))) == ["<pre>42</pre>"]


def test_initials_and_links():
    assert text.sentences("M. Fravel argues. Others do not.") == [
        "M. Fravel argues.",
        "Others do not.",
    ]
    title = "A. Author, *Why? Because*, Review 2002, no. 5."
    assert text.sentences('She said "so." Others (a few.) did not.') == [
        'She said "so."',
        "Others (a few.) did not.",
    ]
    assert text.sentences(f"{title} **Extra. More** here. End.") == [
        title,
        "**Extra. More** here.",
        "End.",
    ]


def test_a_slide_keeps_what_a_sentence_points_back_to():
    long = "A first sentence stands here. " + "Words fill the paragraph. " * 20
    block = f"{long}The column falls. So it holds *yearly figures*. More follows."
    kept = shorten.leads([block], asks=True)[block]
    both = "The column falls. So it holds *yearly figures*."
    assert kept == f"A first sentence stands here. {both}"
    assert shorten.leads([block, "The question."], asks=True)[block] == both
    assert shorten.leads([block, "So it goes."], asks=False)["So it goes."] == ""


def test_a_slide_speaks_of_no_cell_to_run():
    block = "Why? Run the next cell. It loads tables. Then decide. **Extra**: more."
    assert shorten.leads([block], asks=False)[block] == "Why?"
    short = "Short. The rest."
    assert shorten.leads([short], asks=True)[short] == short
    assert text.plain("[a](b.ipynb) [c](https://d.org)") == "a [c](https://d.org)"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<<<<<<< HEAD", "no whole notebook"),
        ("{}", "no whole notebook"),
        (
            '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
            "a title",
        ),
    ],
)
def test_what_is_no_lesson_is_said(tmp_path, text, words):
    path = tmp_path / "99_new.ipynb"
    path.write_text(text, "utf-8")
    with pytest.raises(lessons.LessonError, match=f"99_new.ipynb is .*{words}"):
        lessons.read(path)
