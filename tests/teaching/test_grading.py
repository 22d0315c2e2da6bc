"""Assignments: what is written, what learners get for what, and what stops them."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig

import nbformat
import psutil
import pytest
from bs4 import BeautifulSoup
from nbformat import v4
from nbgrader.api import Gradebook
from traitlets.config import PyFileConfigLoader

from helpers import build
from helpers.__main__ import main
from helpers.teaching import execution, grading, limits, marks
from helpers.teaching.lesson import LessonError
from tests.notebooks import reading

LESSON = "10_trade"
# For a Python that is not this environment's own.
LIBRARIES = {
    "PYTHONPATH": os.pathsep.join([str(build.ROOT), sysconfig.get_path("purelib")])
}
SHORT = {"cell_seconds": 4, "memory_mb": 1200, "file_mb": 2, "disk_mb": 20}
SHORT |= {"output_mb": 1}
GREEDY = {
    "answer-1": "while True: pass",
    "answer-2": "kept = []\nwhile True: kept.append(bytearray(10**8))",
    "answer-3": "with open('large', 'wb') as file:\n    file.write(bytes(10**7))",
    "answer-4": "while True: print('x' * 1000)",
}
FILLER = """
for number in range(10**6):
    with open(str(number), "wb") as file:
        file.write(bytes(10**6))
"""
PEEK = """
import subprocess, sys
from pathlib import Path
wait = [sys.executable, "-c", "import time; time.sleep(600)"]
print("PID", subprocess.Popen(wait, start_new_session=True).pid)
for place in PLACES:
    try:
        print(Path(place).read_bytes()[:9])
    except OSError as error:
        print(type(error).__name__)
"""


def _nbgrader(python, folder, *arguments):
    return subprocess.run(
        [python, "-m", "nbgrader", *arguments],
        cwd=folder,
        env=os.environ | LIBRARIES,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )


def _pythons():
    """This Python and, for who hides it at home, one that all users can read."""
    return filter(None, [sys.executable, shutil.which("python3", path="/usr/bin")])


def _other_user():
    """A Python, and the user who may run it in the place of this one, or nobody."""
    if os.name != "posix" or os.geteuid():
        return sys.executable, ""
    needs = (
        f"import sys, helpers; assert sys.version_info[:2] == {sys.version_info[:2]}"
    )
    for python in _pythons():
        tried = subprocess.run(
            ["/usr/bin/env", python, "-c", needs],
            user="nobody",
            cwd="/",
            env=LIBRARIES,
            capture_output=True,
        )
        if not tried.returncode:
            return python, "nobody"
    return sys.executable, ""


def _hand_in(folder, learner, answers, tag=()):
    """Write a learner's notebook: answers by the name of their cell."""
    page = nbformat.read(folder / "release" / LESSON / f"{LESSON}.ipynb", as_version=4)
    for cell in page.cells:
        name = cell.metadata.nbgrader.grade_id
        cell.source = answers.get(name, cell.source)
        if name in tag:
            cell.metadata.tags = ["skip-execution"]
    target = folder / "submitted" / learner / LESSON / f"{LESSON}.ipynb"
    target.parent.mkdir(parents=True)
    nbformat.write(page, target)
    return target


def _solutions(folder):
    page = nbformat.read(folder / "source" / LESSON / f"{LESSON}.ipynb", as_version=4)
    return {
        cell.metadata.nbgrader.grade_id: re.sub("### .*SOLUTION\n?", "", cell.source)
        for cell in page.cells
        if cell.metadata.nbgrader.solution
    }


def _set(folder, **limits):
    """Change limits in the settings, as an instructor would."""
    file = folder / grading.CONFIG
    settings = file.read_text("utf-8")
    for name, value in limits.items():
        settings = re.sub(f"{name}=[^,]*", f"{name}={value!r}", settings)
    file.write_text(settings, "utf-8")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A folder in which a class has been graded, and what nbgrader said."""
    folder = grading.assign(LESSON, tmp_path_factory.mktemp("outside") / "grading")
    python, user = _other_user()
    _set(folder, user=user, **SHORT)
    right = _solutions(folder)
    written = {
        "answer-9": "By customs, I would say otherwise. <script>alert(42)</script>"
    }
    _hand_in(folder, "right", right | written)
    half = {name: right[name] for name in list(right)[:4]}
    silence = {"answer-6": "practice.check = lambda *_: None"}
    _hand_in(folder, "half", half | silence, tag=["check-5"])
    places = [str(folder / "gradebook.db"), str(folder / "source" / LESSON)]
    _hand_in(folder, "unsolved", {"answer-1": f"PLACES = {places}\n{PEEK}"})
    _hand_in(folder, "broken", {}).write_text("{ not a notebook", "utf-8")
    _hand_in(folder, "greedy", right | GREEDY)
    _hand_in(folder, "filler", right | {"answer-2": FILLER})
    said = _nbgrader(python, folder, "autograde", LESSON)
    for command in (["generate_feedback", LESSON], ["export"]):
        done = _nbgrader(sys.executable, folder, *command)
        assert done.returncode == 0, done.stderr
    return folder, said, user


def _marks(folder):
    with (folder / "grades.csv").open(encoding="utf-8", newline="") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


def _graded(folder, learner):
    return (folder / "autograded" / learner / LESSON / f"{LESSON}.ipynb").read_text(
        "utf-8"
    )


def _page(folder, learner):
    return (folder / "feedback" / learner / LESSON / f"{LESSON}.html").read_text(
        "utf-8"
    )


def test_marks_are_exported(course):
    found = {
        name: (float(row["checks"]), float(row["score"]), row["state"].split(":")[0])
        for name, row in _marks(course[0]).items()
    }
    assert found == {
        "right": (8, 8, "a written answer waits for you"),
        "half": (4, 4, "complete"),
        "unsolved": (0, 0, "complete"),
        "greedy": (4, 4, "a written answer waits for you"),
        "broken": (0, 0, "not graded"),
        "filler": (0, 0, "not graded"),
    }
    assert {float(row["max_score"]) for row in _marks(course[0]).values()} == {15}


def test_who_could_not_be_graded_is_listed_at_the_end(course):
    _, said, _ = course
    last = re.findall(
        r"error processing assignment '.*' for student '(.*)'", said.stderr
    )
    assert last == ["broken", "filler"]
    assert said.returncode


def test_what_takes_too_much_is_stopped(course):
    folder, said, _ = course
    page = nbformat.reads(_graded(folder, "greedy"), as_version=4)
    errors = {
        cell.metadata.nbgrader.grade_id: {
            output.get("ename") for output in cell.outputs
        }
        for cell in page.cells
        if cell.metadata.nbgrader.grade_id in GREEDY
    }
    assert "CellTimeoutError" in errors["answer-1"]
    assert errors["answer-2"] & {"MemoryError", "CellTimeoutError"}
    assert errors["answer-3"] == {"OSError"}
    # On a busy machine the clock may stop it before its output is read.
    assert errors["answer-4"] & {"KeyboardInterrupt", "CellTimeoutError"}
    assert "A notebook was stopped: it wrote over 20 MB." in said.stderr


def test_a_cell_that_shows_too_much_is_interrupted(tmp_path, monkeypatch, caplog):
    monkeypatch.setenv(limits.NAME, "")
    (tmp_path / grading.CONFIG).write_text(grading.SETTINGS, "utf-8")
    _set(tmp_path, cell_seconds=500, output_mb=1, user="")
    settings = PyFileConfigLoader(grading.CONFIG, path=str(tmp_path)).load_config()
    cells = [v4.new_code_cell(GREEDY["answer-4"]), v4.new_code_cell("1 + 1")]
    for cell in cells:
        cell.metadata.nbgrader = {}
    execution.Execute(config=settings).preprocess(v4.new_notebook(cells=cells), {})
    assert [output.get("ename") for output in cells[0].outputs] == ["KeyboardInterrupt"]
    assert cells[1].outputs[0].data["text/plain"] == "2"
    assert "A cell shows over 1 MB." in caplog.text


def test_another_user_sees_neither_solutions_nor_marks(course):
    folder, _, user = course
    if not user:
        pytest.skip("only root can let another user run a notebook that all can read")
    assert _graded(folder, "unsolved").count("PermissionError") == 2


def test_what_a_notebook_leaves_running_is_ended(course):
    pid = int(re.search(r"PID (\d+)", _graded(course[0], "unsolved"))[1])
    assert not psutil.pid_exists(pid)


def test_feedback_tells_marks_and_gives_no_solution(course):
    folder, _, _ = course
    solutions = _solutions(folder)
    for learner in ("half", "unsolved", "greedy"):
        page = re.sub("<[^>]*>", "", _page(folder, learner))
        assert "(Score: " in page
        # What a learner wrote is there, and nobody else's.
        own = learner == "greedy"
        assert ("shares.append(" in page) == ("A model answer" in page) == own
    assert "shares.append(" in solutions["answer-8"]


def test_feedback_fetches_and_runs_nothing(course):
    page = _page(course[0], "right")
    assert "I would say otherwise." in page
    assert not re.search(r"alert\(42|(src|href)=\"https?:", page)


def test_all_lies_outside_the_course(course):
    folder, _, _ = course
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        assert [one.name for one in gradebook.assignments] == [LESSON]
    expected = {"source", "release", "submitted", "autograded", "feedback"}
    assert expected <= {path.name for path in folder.iterdir()}
    if os.name == "posix":
        assert folder.stat().st_mode & 0o777 == 0o700


def test_a_second_lesson_joins_and_a_second_time_loses_nothing(course):
    folder, _, _ = course
    before = {
        path: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".db"
    }
    grading.assign("13", folder)
    assert grading.assign(LESSON, folder) == folder
    assert {path: path.read_bytes() for path in before} == before
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        assert {one.name for one in gradebook.assignments} == {LESSON, "13_debt"}
        assert gradebook.find_submission(LESSON, "right").score == 8


def test_marks_given_by_hand_are_exported(course, tmp_path):
    folder, _, _ = course
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        grade = gradebook.find_grade("answer-9", LESSON, LESSON, "greedy")
        grade.manual_score, grade.needs_manual_grade = 5, False
        gradebook.db.commit()
        chosen = {"assignment": [LESSON], "student": ["greedy"]}
        marks.Marks(to=str(tmp_path / "grades.csv"), **chosen).export(gradebook)
    row = _marks(tmp_path)["greedy"]
    assert [float(row[name]) for name in ("checks", "written", "score")] == [4, 5, 9]
    assert row["state"] == "complete"


def test_release_and_source_are_the_courses_own(course):
    folder, _, _ = course
    solution = next(path for path in reading.solutions() if path.stem == LESSON)
    release = folder / "release" / LESSON / solution.name
    assert release.read_bytes() == build.exercise(solution).encode("utf-8")
    source = folder / "source" / LESSON / solution.name
    assert source.read_bytes() == solution.read_bytes()


def test_an_exercise_with_other_cells_does_not_replace_one_with_marks(course):
    folder, _, _ = course
    page = nbformat.read(folder / "release" / LESSON / f"{LESSON}.ipynb", as_version=4)
    del page.cells[5]
    with pytest.raises(grading.GradingError, match="holds marks for an exercise"):
        grading._enter(LESSON, nbformat.writes(page), folder)


def test_what_cannot_be_assigned_is_refused_in_words(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("mine", "utf-8")
    other = tmp_path / "other_course"
    other.mkdir()
    (other / grading.CONFIG).write_text("c = get_config()", "utf-8")
    for lesson, folder, words in [
        (LESSON, build.ROOT / "my_work" / "class", "inside the course"),
        (LESSON, build.ROOT, "inside the course"),
        (LESSON, tmp_path, r"holds other things \(notes.txt, other_course\)"),
        (LESSON, other, r"holds other things \(nbgrader_config.py\)"),
        (LESSON, file, "is a file"),
        ("01_first_steps", tmp_path / "new", "01_first_steps has no exercise"),
        ("1", tmp_path / "new", "'1' fits several lessons"),
    ]:
        with pytest.raises(LessonError, match=words):
            grading.assign(lesson, folder)
    assert sorted(tmp_path.rglob("*")) == [file, other, other / grading.CONFIG]
    with pytest.raises(SystemExit, match="Nothing could be written to"):
        main("assign", LESSON, str(file / "below"))


def test_the_command_says_what_stopped_it(tmp_path):
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    with pytest.raises(SystemExit, match="'99' is no lesson"):
        main("assign", "99", str(tmp_path / "new"))
    with pytest.raises(SystemExit, match="Nothing could be written to"):
        main("assign", LESSON, str(tmp_path / "notes.txt" / "below"))


@pytest.mark.parametrize("name", ["._anna_10_trade.ipynb", "anna/._10_trade.ipynb"])
def test_what_macos_adds_to_a_packed_folder_is_no_learner(name):
    assert not re.match(grading.NAMES, f"/g/10_trade/extracted/__MACOSX/{name}")


@pytest.mark.parametrize(
    ("name", "learner"),
    [
        ("anna_10_trade.ipynb", "anna"),
        ("anna/10_trade.ipynb", "anna"),
        ("anna_k_10_trade (1).ipynb", "anna_k"),
        ("Anna K_123_assignsubmission_file_10_trade.ipynb", "Anna K_123"),
        ("Anna K_123_assignsubmission_file/10_trade.ipynb", "Anna K_123"),
    ],
)
def test_learner_and_lesson_are_found_in_the_name_of_a_file(name, learner):
    found = re.match(grading.NAMES, f"/g/downloaded/10_trade/extracted/{name}")
    assert (found["student_id"], found["file_id"]) == (learner, LESSON)


def test_what_a_notebook_shows_runs_nothing():
    clean = execution.Tame().sanitize_html_tags(
        '<p dir="rtl" onclick="x()">a &lt; b</p><script>x()</script>'
        '<style>p { color: red }</style><a href="javascript:x()">c</a>'
        '<img src="x" onerror="x()">'
    )
    assert clean == '<p dir="rtl">a &lt; b</p><a>c</a>'


def _page_of(*cells):
    """What a browser gets to see of a learner's cells."""
    notebook, _ = execution.Tame().preprocess(v4.new_notebook(cells=list(cells)), {})
    page, _ = marks.Feedback().from_notebook_node(notebook)
    return BeautifulSoup(page, "html.parser").main


@pytest.mark.parametrize(
    "words",
    [
        "![seen](https://example.org/a.png)",
        "![seen][a]\n\n[a]: https://example.org/a.png",
        "[seen](javascript:x())",
        "[seen]( <java&#115;cript:x()>)",
        "[seen]<u>(javascript:x())",
        "[seen][a]\n\n[a]:\njavascript:x()",
    ],
)
def test_markdown_of_learners_fetches_and_runs_nothing(words):
    shown = v4.new_output("display_data", {"text/markdown": words})
    code = v4.new_code_cell("x", outputs=[shown])
    page = _page_of(v4.new_markdown_cell(words), code)
    assert page.text.count("seen") == 2
    assert not page.select('[src], [href]:not(.anchor-link, [href^="https:"])')


def test_links_of_learners_to_their_sources_stay():
    words = "[a](https://example.org/a) [b][b]\n\n[b]: https://example.org/b"
    links = _page_of(v4.new_markdown_cell(words)).select("a[href]")
    assert [link["href"][-1] for link in links] == ["a", "b"]


def test_a_picture_carries_no_program():
    width = '1" onerror="x()'
    output = v4.new_output(
        "display_data", {"image/png": "aGk="}, metadata={"image/png": {"width": width}}
    )
    page = _page_of(v4.new_code_cell("x", outputs=[output]))
    assert page.img and not page.select("[onerror]")


@pytest.mark.parametrize("path", reading.each(reading.solutions()))
def test_about_half_of_the_points_are_for_reasons(path):
    cells = reading.read(path).cells
    tasks = [cell.metadata.nbgrader for cell in cells]
    written = [place for place, one in enumerate(tasks) if one.grade and one.solution]
    assert len(written) == 1
    points = tasks[written[0]].points
    rubric = re.findall(r"\((\d) points?\b", cells[written[0] - 1].source)
    assert sum(map(int, rubric)) == points
    assert 0.45 < points / sum(one.points for one in tasks if one.grade) < 0.55


def test_settings_hand_on_every_limit(tmp_path, monkeypatch):
    monkeypatch.setenv(limits.NAME, "")
    (tmp_path / grading.CONFIG).write_text(grading.SETTINGS, "utf-8")
    found = PyFileConfigLoader(grading.CONFIG, path=str(tmp_path)).load_config()
    assert found.CourseDirectory.root == str(tmp_path)
    assert found.ExecutePreprocessor.timeout == 60
    assert limits.Limits(**json.loads(os.environ[limits.NAME])).memory_mb == 2048


def test_the_guide_quotes_the_limits():
    guide = (build.ROOT / "docs/instructors/grading.md").read_text("utf-8")
    quoted = re.findall(r"^\| `(\w+)` \| (\d+) \|", guide, re.MULTILINE)
    assert quoted == re.findall(r"^    (\w+)=(\d+),", grading.SETTINGS, re.MULTILINE)


def test_a_damaged_gradebook_is_said(tmp_path):
    folder = grading.assign(LESSON, tmp_path / "grading")
    (folder / grading.GRADEBOOK).write_bytes(b"no database" * 100)
    with pytest.raises(grading.GradingError, match=r"not a database.*earlier copy"):
        grading.assign(LESSON, folder)
