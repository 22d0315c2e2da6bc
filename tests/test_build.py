"""The build: the same files from every run, and failures told in words."""

import io
import subprocess
import sys

import nbformat
import pandas as pd
import pytest
from nbformat import v4

from helpers import __main__ as commands
from helpers import build, evidence

CATALOGUE = """
from pathlib import Path

def write_catalogue():
    Path(__file__).with_name("written.txt").touch()
"""
START_UP = "raise_nothing = 'a start-up file of the user'"
LESSON = [
    v4.new_markdown_cell("# Title"),
    v4.new_code_cell("import os\nsorted(os.listdir(os.environ['COURSE_WORK']))"),
    v4.new_code_cell("open(os.environ['COURSE_WORK'] + '/mine', 'w').close()"),
    v4.new_code_cell("'raise_nothing' in globals(), os.path.basename(os.getcwd())"),
    v4.new_code_cell("for word in 'ab':\n    print(word, flush=True)"),
    v4.new_code_cell("import ipywidgets\nipywidgets.IntSlider(value=3)"),
]
SOLUTION = [
    v4.new_markdown_cell(
        "# Exercise: [data](../../../data/README.md#x), [y](11.ipynb)"
    ),
    v4.new_code_cell("### BEGIN SOLUTION\nanswer = 42\n### END SOLUTION"),
    v4.new_code_cell("answer"),
    v4.new_markdown_cell("### BEGIN SOLUTION\nForty-two.\n### END SOLUTION"),
]
MARKS = [
    {"grade": False, "solution": False, "locked": True},
    {"grade": False, "solution": True, "locked": False},
    {"grade": True, "solution": False, "locked": True, "points": 1},
    {"grade": True, "solution": True, "locked": False, "points": 7},
]


def put(path, cells):
    """Write a notebook as somebody's JupyterLab might."""
    notebook = v4.new_notebook(cells=nbformat.from_dict(cells))
    for cell in notebook.cells:
        cell.metadata["execution"] = {"iopub.status.busy": "2020-01-01T00:00:00Z"}
    notebook.metadata["language_info"] = {"name": "python", "version": "3.12.1"}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(notebook), encoding="utf-8")


def put_catalogue(root):
    """Write a stand-in for the generator of the data catalogue."""
    recipes = root / "data" / "recipes"
    recipes.mkdir(parents=True)
    (recipes / "catalogue.py").write_text(CATALOGUE, encoding="utf-8")


def files(root):
    """What stands in each notebook, and when it was written."""
    paths = sorted(root.rglob("*.ipynb"))
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course of two lessons and an exercise, built in an unfriendly environment."""
    root = tmp_path_factory.mktemp("course")
    put_catalogue(root)
    for name in ("10_a", "11_b"):
        put(root / "notebooks" / "1_x" / f"{name}.ipynb", LESSON)
    for number, (cell, marks) in enumerate(zip(SOLUTION, MARKS, strict=True)):
        ours = {"grade_id": str(number), "schema_version": 3, "task": False}
        cell.metadata["nbgrader"] = ours | marks
    put(root / "exercises" / "solutions" / "1_x" / "10_a.ipynb", SOLUTION)
    users = root / "users"
    start_up = users / "profile_default" / "startup"
    start_up.mkdir(parents=True)
    (start_up / "mine.py").write_text(START_UP, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSE_WORK", str(users))
        patch.setenv("IPYTHONDIR", str(users))
        build.build(root=root)
    return root


@pytest.fixture(scope="module")
def lesson(course):
    """The first lesson, as built."""
    return nbformat.read(course / "notebooks" / "1_x" / "10_a.ipynb", as_version=4)


@pytest.fixture(scope="module")
def exercise(course):
    """The learner's exercise, as built."""
    return nbformat.read(course / "exercises" / "1_x" / "10_a.ipynb", as_version=4)


def said(cell):
    """The texts of a cell's outputs."""
    return [o.get("text") or o["data"]["text/plain"] for o in cell.outputs]


class TestLesson:
    @pytest.mark.parametrize("name", ["10_a", "11_b"])
    def test_has_an_empty_journal_of_its_own(self, course, name):
        path = course / "notebooks" / "1_x" / f"{name}.ipynb"
        assert said(nbformat.read(path, as_version=4).cells[1]) == ["[]"]

    def test_runs_in_its_folder_without_the_users_start_up_files(self, lesson):
        assert said(lesson.cells[3]) == ["(False, '1_x')"]

    def test_is_run_in_order(self, lesson):
        counts = [cell.execution_count for cell in lesson.cells[1:]]
        assert counts == [1, 2, 3, 4, 5]

    def test_has_one_stream(self, lesson):
        assert said(lesson.cells[4]) == ["a\nb\n"]

    def test_keeps_a_widgets_static_default_alone(self, lesson):
        (output,) = lesson.cells[5].outputs
        assert list(output["data"]) == ["text/plain"]
        assert "widgets" not in lesson.metadata

    def test_tells_nothing_of_this_run(self, lesson):
        assert lesson.metadata == build.METADATA
        assert not any(cell.metadata for cell in lesson.cells)

    def test_is_a_text_file_with_line_feeds(self, course):
        content = (course / "notebooks" / "1_x" / "10_a.ipynb").read_bytes()
        assert content.endswith(b"}\n")
        assert b"\r" not in content
        assert b'"nbformat_minor": 5' in content


class TestExercise:
    def test_holds_stubs_and_no_outputs(self, exercise):
        _, answer, check, reason = exercise.cells
        assert answer.source == "answer = ..."
        assert (
            reason.source
            == "*Double-click here, write your answer, then press Shift and Enter.*"
        )
        assert check.outputs == []
        assert check.execution_count is None

    def test_is_locked_but_for_the_answers(self, exercise):
        editable = [cell.metadata.get("editable", True) for cell in exercise.cells]
        assert editable == [False, True, False, True]
        assert all("checksum" in cell.metadata.nbgrader for cell in exercise.cells)

    def test_has_links_as_seen_from_its_folder(self, exercise):
        links = "[data](../../data/README.md#x), [y](11.ipynb)"
        assert exercise.cells[0].source == f"# Exercise: {links}"


def test_the_readme_s_map_is_drawn(course):
    assert (course / "docs" / "map.png").read_bytes().startswith(b"\x89PNG")


def test_the_catalogue_is_written(course):
    assert (course / "data" / "recipes" / "written.txt").exists()


def test_a_second_build_changes_nothing(course, capsys):
    before = files(course)
    build.build(root=course)
    assert files(course) == before
    assert "written" not in capsys.readouterr().out


def test_one_lesson_alone(course, capsys):
    build.build("11", root=course)
    said = capsys.readouterr().out.splitlines()
    assert said == [
        "unchanged notebooks/1_x/11_b.ipynb",
        "unchanged docs/map.png",
        "unchanged docs/glossary.md",
    ]


def test_a_learners_answers_are_kept(course, capsys):
    path = course / "exercises" / "1_x" / "10_a.ipynb"
    made = path.read_text(encoding="utf-8")
    solved = made.replace("answer = ...", "answer = 41 + 1")
    path.write_text(solved, encoding="utf-8")
    build.build("10_a", root=course)
    assert path.read_text(encoding="utf-8") == solved
    assert "kept      exercises/1_x/10_a.ipynb: it holds answers" in (
        capsys.readouterr().out
    )
    path.write_text(made.replace("# Exercise", "# An older text"), encoding="utf-8")
    build.build("10_a", root=course)
    assert path.read_text(encoding="utf-8") == made


def test_an_unknown_lesson(course):
    with pytest.raises(build.BuildError, match=r"'12'\. There are: 10_a, 11_b\."):
        build.build("12", root=course)


def test_failures_are_told_and_the_others_still_built(tmp_path, monkeypatch):
    failing = {
        "10_error": "x = {}\nx['nothing']",
        "11_slow": "import time; time.sleep(60)",
        "12_dead": "import os; os._exit(1)",
    }
    put_catalogue(tmp_path)
    folder = tmp_path / "notebooks" / "1_x"
    for name, source in failing.items():
        cells = [v4.new_code_cell("1"), v4.new_markdown_cell("x")]
        put(folder / f"{name}.ipynb", [*cells, v4.new_code_cell(source)])
    put(folder / "13_good.ipynb", [v4.new_code_cell("6 * 7")])
    before = files(folder)
    monkeypatch.setattr(build, "CELL_SECONDS", 5)
    with pytest.raises(build.BuildError) as caught:
        build.build(root=tmp_path)
    error, slow, dead = str(caught.value).split("\n\nnotebooks/")
    for name, told in zip(failing, (error, slow, dead), strict=True):
        assert f"1_x/{name}.ipynb, code cell 2: " in told
        assert failing[name] in told
    assert "KeyError: 'nothing'" in error
    assert "\x1b" not in error
    assert "after 5 seconds" in slow
    assert "Kernel died" in dead
    after = files(folder)
    changed = [path.stem for path in after if after[path] != before[path]]
    assert changed == ["13_good"]


def test_a_failed_build_ends_with_code_1(monkeypatch):
    def fail(_lesson):
        raise build.BuildError("10_trade, code cell 2")

    monkeypatch.setattr(build, "build", fail)
    with pytest.raises(SystemExit, match=r"(?s)stopped.*10_trade, code cell 2"):
        commands.main("build", "10_trade")


@pytest.mark.parametrize("arguments", [["biuld"], [], ["evidence", "E3"]])
def test_an_unknown_command_lists_those_there_are(arguments):
    with pytest.raises(SystemExit, match=r"(?s)build \[lesson\]: .*evidence: "):
        commands.main(*arguments)


def test_a_command_with_a_word_missing_is_named():
    with pytest.raises(SystemExit, match="'class' got too few words or too many"):
        commands.main("class")


def test_evidence_is_printed_as_csv():
    command = [sys.executable, "-m", "helpers", "evidence"]
    run = subprocess.run(command, cwd=build.ROOT, capture_output=True, check=True)
    assert b"\r" not in run.stdout
    printed = pd.read_csv(
        io.BytesIO(run.stdout), dtype={"period": str}, keep_default_na=False
    )
    assert list(printed.columns) == list(evidence.table().columns)
    assert printed["claim_id"].tolist() == evidence.table()["claim_id"].tolist()
