"""The page of a class hides small numbers, and survives any file."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import claims, report
from helpers.__main__ import main
from helpers.report import classroom
from tests.notebooks.reading import ROOT

AT = "2026-11-01T10:00:00Z"


def shared(learner, *entries, flag=True):
    """The text of a file as ``practice.share`` writes it."""
    told = {"format": 1, "learner": learner, "entries": list(entries)}
    return json.dumps(told | ({"shared": True} if flag else {}))


def verdict(claim_id, now, **more):
    return {"at": AT, "kind": "verdict", "key": claim_id, "now": now, **more}


def forecast(key, percent):
    return {"at": AT, "kind": "forecast", "key": key, "percent": percent}


def make(folder, number, entries):
    for place in range(number):
        text = shared(f"{place:032x}", *entries(place))
        (folder / f"{place}.json").write_text(text, encoding="utf-8")


def page(folder):
    target, left_out = report.class_page(folder)
    return target.read_text(encoding="utf-8"), left_out


def test_under_five_learners_show_no_number(tmp_path):
    make(tmp_path, 4, lambda _: [verdict("E3", "partly")])
    text, _ = page(tmp_path)
    assert "no numbers are shown" in text
    assert "partly" not in text


def test_counts_from_five(tmp_path):
    make(tmp_path, 6, lambda _: [verdict("E3", "partly")])
    text, _ = page(tmp_path)
    assert "<td>E3</td><td>0</td><td>6</td>" in text


def shown_of(*rows):
    """The counts of some claims as the page shows them, as tuples."""
    counts = pd.DataFrame(rows, columns=list("abcde")[: len(rows[0])])
    return list(classroom.hidden(counts).itertuples(index=False, name=None))


def every_row(total):
    """All rows of three counts with this sum."""
    return [
        (first, second, total - first - second)
        for first in range(total + 1)
        for second in range(total + 1 - first)
    ]


@given(
    st.lists(st.integers(0, 12), min_size=5, max_size=5).filter(lambda row: sum(row))
)
def test_no_small_count_is_shown(row):
    (shown,) = shown_of(row)
    for count, text in zip(row, shown, strict=True):
        assert text in (str(count), classroom.HIDDEN)
        if 0 < count < classroom.FEWEST:
            assert text == classroom.HIDDEN


@pytest.mark.parametrize("total", range(1, 19))
def test_no_small_count_can_be_computed_from_the_sum(total):
    """Whoever knows the sum and this rule finds two values for each small count."""
    rows = every_row(total)
    shown = shown_of(*rows)
    possible = {}
    for row, texts in zip(rows, shown, strict=True):
        possible.setdefault(texts, []).append(row)
    for texts, fitting in possible.items():
        for place, text in enumerate(texts):
            if text == classroom.HIDDEN:
                assert len({row[place] for row in fitting}) > 1


def test_few_answers_are_hidden_as_a_whole():
    assert shown_of((4, 0, 0)) == [(classroom.HIDDEN,) * 3]


def test_large_counts_are_shown():
    assert shown_of((9, 0, 5)) == [("9", "0", "5")]


def test_no_id_and_no_unshared_reason_is_printed(tmp_path):
    def entries(place):
        said = "partly" if place % 2 else "contradicted"
        reason = {"reason": f"<b>reason {place}</b>"} if place < 2 else {}
        return [verdict("E3", said, **reason)]

    make(tmp_path, 12, entries)
    text, _ = page(tmp_path)
    assert "&lt;b&gt;reason 1&lt;/b&gt;" in text
    assert "<b>reason" not in text
    assert "0" * 31 not in text


def test_the_best_discussion_is_where_the_class_splits(tmp_path):
    def entries(place):
        return [
            verdict("E3", "partly"),
            verdict("E4", "partly" if place % 2 else "contradicted"),
            verdict("E1", "partly" if place else "contradicted"),
        ]

    make(tmp_path, 12, entries)
    learners, _ = classroom._read(tmp_path)
    split = classroom.splits(classroom.verdict_counts(learners))
    assert split.index.tolist() == ["E4", "E1"]
    text, _ = page(tmp_path)
    assert '<p dir="auto">E4:' in text


def test_forecasts_are_pooled_and_scored(tmp_path):
    make(tmp_path, 8, lambda place: [forecast("F1", 60 + place), forecast("N1", 80)])
    text, _ = page(tmp_path)
    assert "<td>F1</td>" in text
    assert "<td>N1</td>" in text
    assert "the mean forecast of the class" in text


def test_a_forecast_after_the_opening_does_not_count(tmp_path):
    reveal = {"at": AT, "kind": "reveal", "key": "F1"}
    make(tmp_path, 5, lambda _: [forecast("F1", 30), reveal, forecast("F1", 100)])
    learners, _ = classroom._read(tmp_path)
    assert set(classroom.pooled(learners)["percent"]) == {30}


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("broken.json", "{", "broken"),
        ("foreign.json", '{"photos": 3}', "no file of the course"),
        ("list.json", "[1, 2]", "no file of the course"),
        ("whole.json", shared("a" * 32, flag=False), "whole journal"),
        ("newer.json", '{"format": 99}', "newer version"),
        ("empty.json", "", "no file of the course"),
    ],
)
def test_other_files_are_listed_and_not_fatal(tmp_path, name, content, words):
    make(tmp_path, 5, lambda _: [verdict("E3", "partly")])
    (tmp_path / name).write_text(content, encoding="utf-8")
    text, left_out = page(tmp_path)
    (said,) = left_out
    assert name in said
    assert words in said
    assert name in text


def test_of_two_files_of_one_learner_one_counts(tmp_path):
    make(tmp_path, 5, lambda _: [verdict("E3", "partly")])
    (tmp_path / "again.json").write_text(
        shared("0" * 32, verdict("E3", "supported")), encoding="utf-8"
    )
    text, left_out = page(tmp_path)
    assert text.count("5 learners shared") == 1
    assert "gives way" in left_out[0]


def test_senseless_entries_are_passed_over(tmp_path):
    odd = [
        verdict("E99", "partly"),
        verdict("E3", "perhaps"),
        verdict("E3", 7),
        forecast("F1", 500),
        forecast("F1", "ten"),
        forecast("F1", True),
        {"at": AT, "kind": "verdict", "key": "E4"},
    ]
    make(tmp_path, 6, lambda _: [*odd, verdict("E1", "partly")])
    text, _ = page(tmp_path)
    assert "<td>E1</td>" in text
    assert "perhaps" not in text


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(report.ClassError, match="no folder"):
        report.class_page(tmp_path / "nowhere")


def test_a_folder_without_files_says_how_to_get_them(tmp_path):
    with pytest.raises(report.ClassError, match=r"practice\.share"):
        report.class_page(tmp_path)


def test_the_command_writes_the_page(tmp_path, capsys):
    make(tmp_path, 5, lambda _: [verdict("E3", "partly")])
    main("class", str(tmp_path))
    assert "Written" in capsys.readouterr().out
    assert (tmp_path / classroom.PAGE).exists()


def test_the_command_says_what_is_missing(tmp_path):
    with pytest.raises(SystemExit, match="no folder"):
        main("class", str(tmp_path / "nowhere"))


def test_the_command_names_the_folder_without_detours(tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.setenv("COURSE_FROM", str(tmp_path / "here"))
    with pytest.raises(SystemExit) as stopped:
        main("class", "../nowhere")
    assert f"no folder {tmp_path.resolve() / 'nowhere'}:" in str(stopped.value)


def test_a_large_class_is_read(tmp_path):
    chance = random.Random(1)
    ledger = claims.ledger()["claim_id"].tolist()

    def entries(_place):
        return [
            *(verdict(name, chance.choice(claims.VERDICTS)) for name in ledger),
            *(forecast(f"F{n}", chance.randint(0, 100)) for n in range(1, 11)),
        ]

    make(tmp_path, 300, entries)
    text, left_out = page(tmp_path)
    assert "300 learners shared a file" in text
    assert left_out == []


def test_what_makes_no_sense_is_not_counted_and_said(tmp_path):
    odd = [forecast("F1", percent) for percent in (-5, 500, "50", True)]
    make(tmp_path, 5, lambda _: [forecast("F1", 30), *odd, verdict("X9", "partly")])
    text, left_out = page(tmp_path)
    assert "0.json: 5 of its 6 entries make no sense, and are not counted." in left_out
    assert "<td>F1</td><td>30</td><td>30</td><td>30</td>" in text


def test_what_is_shared_later_counts_and_can_take_something_back(tmp_path):
    mine = [verdict("E3", "partly"), verdict("P4", "partly", reason="I said")]
    times = {"a": "2026-11-02T10:00:00Z", "b": "2026-11-03T10:00:00Z"}
    for (name, at), entries in zip(times.items(), (mine, mine[:1]), strict=True):
        told = json.loads(shared("1" * 32, *entries)) | {"at": at}
        (tmp_path / f"{name}.json").write_text(json.dumps(told), "utf-8")
    (kept,), left_out = classroom._read(tmp_path)
    assert kept == mine[:1]
    assert left_out == ["a.json gives way to b.json, of the same learner."]


def test_a_file_without_a_time_counts_by_that_of_the_system(tmp_path):
    for name, at in {"a": 2_000_000_000, "b": 1_000_000_000}.items():
        file = tmp_path / f"{name}.json"
        file.write_text(shared("1" * 32, verdict("E3", "partly")), "utf-8")
        os.utime(file, (at, at))
    _, left_out = classroom._read(tmp_path)
    assert left_out == ["b.json gives way to a.json, of the same learner."]


def test_links_to_nowhere_and_folders_are_listed(tmp_path):
    make(tmp_path, 5, lambda _: [verdict("E3", "partly")])
    (tmp_path / "folder.json").mkdir()
    try:
        (tmp_path / "link.json").symlink_to(tmp_path / "nowhere")
    except OSError:
        pytest.skip("this user may not make links")
    _, left_out = page(tmp_path)
    assert left_out[0].startswith("folder.json cannot be read:")
    assert left_out[1].startswith("link.json is no file of the course")


def test_half_a_character_harms_no_page(tmp_path):
    def split(place):
        now = "partly" if place % 2 else "contradicted"
        return [verdict("E3", now, reason="half \ud83d")]

    make(tmp_path, 10, split)
    text, _ = page(tmp_path)
    assert "half \\ud83d" in text


def test_a_page_that_cannot_be_written_leaves_the_earlier_one(tmp_path, monkeypatch):
    make(tmp_path, 5, lambda _: [verdict("E3", "partly")])
    before, _ = page(tmp_path)

    def full(file, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(report.ClassError, match=r"is full\. An earlier page, if"):
        report.class_page(tmp_path)
    assert (tmp_path / classroom.PAGE).read_text("utf-8") == before
    assert not list(tmp_path.glob("*.tmp"))


def test_a_folder_that_leads_in_a_circle_is_said(tmp_path):
    try:
        (tmp_path / "loop").symlink_to(tmp_path / "loop")
    except OSError:
        pytest.skip("this user may not make links")
    with pytest.raises(SystemExit, match="loop"):
        main("class", str(tmp_path / "loop"))


def test_a_window_without_cyrillic_letters_is_enough(tmp_path):
    folder = tmp_path / "класс"
    folder.mkdir()
    make(folder, 5, lambda _: [verdict("E3", "partly")])
    done = subprocess.run(
        [sys.executable, "-m", "helpers", "class", folder],
        env=os.environ | {"PYTHONIOENCODING": "cp1252"},
        cwd=ROOT,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    assert b"class.html" in done.stdout
