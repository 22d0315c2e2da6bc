"""Lessons, solutions and exercises have the shape that the course promises."""

import pytest

from helpers import evidence
from tests.notebooks import checks, reading
from tests.notebooks.pages import BOX, TRADE, code, page, text

ALLOWED_IGNORED = set()  # (lesson, cell id) of outputs that nbval does not compare
EXECUTED = [*reading.lessons(), *reading.solutions()]
READ = [*EXECUTED, *reading.exercises()]
LONG = [path for path in reading.lessons() if int(path.stem[:2]) >= 10]


def _by_name(check):
    return getattr(check, "__name__", None)


@pytest.mark.parametrize("check", checks.EVERYWHERE, ids=_by_name)
@pytest.mark.parametrize("path", reading.each(READ))
def test_every_notebook(path, check):
    reading.settle(check(reading.read(path)))


@pytest.mark.parametrize("check", checks.EXECUTED, ids=_by_name)
@pytest.mark.parametrize("path", reading.each(EXECUTED))
def test_executed_notebooks(path, check):
    reading.settle(check(reading.read(path)))


@pytest.mark.parametrize("check", checks.IN_LESSONS, ids=_by_name)
@pytest.mark.parametrize("path", reading.each(reading.lessons()))
def test_lessons(path, check):
    reading.settle(check(reading.read(path)))


@pytest.mark.parametrize("check", checks.FROM_LESSON_10, ids=_by_name)
@pytest.mark.parametrize("path", reading.each(LONG))
def test_lessons_on_claims(path, check):
    reading.settle(check(reading.read(path)))


@pytest.mark.parametrize("path", reading.each(READ))
def test_ignored_outputs_are_known(path):
    for name in checks.ignored(reading.read(path)):
        assert (path.stem, name) in ALLOWED_IGNORED


def test_there_are_lessons():
    assert {"00_start_here", "10_trade"} <= {path.stem for path in reading.lessons()}


PICTURE = {"image/png": "iVBO", "text/plain": "<Figure size 640x480 with 1 Axes>"}
FIGURES = code('charts.bases(evidence.rows("E1", "E3", "E4"))')
VERDICTS = code('practice.verdict("E1", "E3", "E4")')
READINGS = code('claims.reading("E1", "E3", "E4")', hidden=True)
EXPORTS = evidence.rows("E3")["value"].iloc[0]
SHARE = code("100 * part / whole", shows=f"about {EXPORTS:.2f}")
NOTED = reading.ROOT / "notebooks" / "3_public_diplomacy" / "33_silence.ipynb"
METHODS = reading.ROOT / "notebooks" / "2_security" / "23_alignment.ipynb"
PARTS = [text(f"## {part}") for part in checks.ANATOMY]
FULL = [text("word " * 900), *[code("1", shows="1")] * 22]


def _run_twice():
    executed = page(code("1", shows="1"), code("2", shows="2"))
    executed.cells[-1].execution_count = 7
    return executed


def _with_output(kind, **content):
    cell = code("1")
    cell.outputs = [checks.build.nbformat.v4.new_output(kind, **content)]
    return page(cell)


def _same_id():
    one, other = text("a"), text("b")
    other.id = one.id
    return page(one, other)


GOOD = {
    checks.one_title: [page(text("## Part\n```\n# no title\n```"))],
    checks.box: [page(), page(text(f"# Title\n\n{BOX}"), box=False)],
    checks.content_note: [
        page(),
        page(text("**Content note.** You may leave this lesson out."), path=NOTED),
    ],
    checks.needs_no_left_out: [page(text("Lesson 32 goes on."))],
    checks.anatomy: [
        page(*PARTS),
        page(text("### A picture"), *PARTS),
        page(*PARTS[:4], *PARTS[6:], path=METHODS),
    ],
    checks.headings_first: [page(text("### A part\nText.\n## More"), text("Text."))],
    checks.tags: [page(text("a", ["core", "slide"]), code("1", tags=["core"]))],
    checks.short_code: [page(code("\n".join(["x" * 79] * 15)))],
    checks.plain_python: [page(code("1 % 2"))],
    checks.imports: [page(code("import pandas as pd\nfrom helpers import maps"))],
    checks.nothing_defined: [page(code("x = max(1, 2)"))],
    checks.nothing_drawn: [page(code("charts.parts(rows)"))],
    checks.no_machine_paths: [
        page(text("a/b, 3/4, `my_work/`, and/or, https://x.org/"))
    ],
    checks.links: [
        page(text("## A part\n[up](#A-part) [x](10_trade.ipynb) [y](https://x.org)")),
        page(text("[data](../../data/README.md#the-data-of-the-course) `[no](link)`")),
    ],
    checks.run_in_order: [page(code("1"), text("a"), code("2"))],
    checks.clean_outputs: [_with_output("stream", name="stdout", text="fine")],
    checks.shows_something: [page(code("import x"), code("x = 1"), SHARE)],
    checks.alternative_texts: [
        page(code("x", data=PICTURE | {"text/plain": "China sells more than it buys."}))
    ],
    checks.hidden_reveals: [
        page(READINGS, text("**Before you run**"), code("1", hidden=True), code("2"))
    ],
    checks.folded_neutrally: [
        page(code("x", shows="The result follows.\n42", hidden=True)),
        page(code("x", shows="42")),
    ],
    checks.claims_weighed: [page(FIGURES, VERDICTS, READINGS)],
    checks.step_by_step: [page(SHARE, FIGURES)],
    checks.short_sentences: [page(text("word " * 40), text("- a b c.\n" * 20))],
    checks.countries_by_name: [
        page(text("`KAZ`, [x](KAZ.md), China")),
        page(code("KAZ")),
    ],
    checks.unique_ids: [page(text("a"), text("a"))],
    checks.ignored: [page(code("1"), code("2", tags=["core", "raises"]))],
}
BAD = {
    checks.one_title: [
        page(text("# Another")),
        page(text("Title\n# Title"), box=False),
        page(code("1"), text("# Title"), box=False),
        page(text("## Title"), box=False),
    ],
    checks.box: [
        page(text("# Title"), text("No box."), box=False),
        *[
            page(text("# Title"), text(BOX.replace(word, "")), box=False)
            for word in ("minutes", "able to", "Claims", "Before")
        ],
    ],
    checks.content_note: [page(path=NOTED), page(text("Content note"), path=NOTED)],
    checks.needs_no_left_out: [
        page(text("# Title"), text(BOX.replace("Before", "Before: 32")), box=False)
    ],
    checks.anatomy: [
        *[page(*PARTS[:place], *PARTS[place + 1 :]) for place in range(len(PARTS))],
        page(*PARTS[1:], PARTS[0]),
        page(*(text(f"#### {part}") for part in checks.ANATOMY)),
        page(*PARTS[:4], *PARTS[6:]),
        page(*PARTS[:4], *PARTS[7:], path=METHODS),
    ],
    checks.headings_first: [page(text("Text.\n### A part"))],
    checks.tags: [
        page(text("a", [])),
        page(code("1", tags=["core", "extra"])),
        page(code("1", tags=["extra", "slide"])),
        page(code("1", tags=["core", "sldie"])),
    ],
    checks.short_code: [page(code("x" * 80)), page(code("\n".join("x" * 16)))],
    checks.plain_python: [page(code("%time x")), page(code("!ls")), page(code("x?"))],
    checks.imports: [
        page(code("import matplotlib.pyplot as plt")),
        page(code("from geopandas import read_file")),
        page(code("from helpers import maps"), code("from helpers import tables")),
        page(code("import helpersome")),
    ],
    checks.nothing_defined: [
        page(code("def share(x):\n    return x")),
        page(code("class A:\n    x = 1")),
        page(code("x.map(lambda y: y + 1)")),
    ],
    checks.nothing_drawn: [
        page(code("shares.plot()")),
        page(code("shares.plot.bar()")),
        page(code("display(shares)")),
        page(code("plt.title('x')")),
    ],
    checks.no_machine_paths: [
        page(code("tables.load('/home/me/x.csv')")),
        page(code(r"x = 'C:\\Users\\me'")),
        page(text("See ~/course and file:///x")),
        page(code("x", shows="Read from /tmp/x.csv")),
        page(code("x", html="<p>/Users/me/x</p>")),
        page(code("x", shows=f"{reading.ROOT}/data")),
        page(code("import sys\nsys.path.append('..')")),
    ],
    checks.links: [
        page(text("[x](nowhere.ipynb)")),
        page(text("[x](#No-such-part)")),
        page(text("[x](10_trade.ipynb#No-such-part)")),
        page(text("[x](../../data/README.md#no-such-part)")),
        page(text("[x](/home/me/x.md)")),
        page(text("[x](../../../secret.md)")),
        page(text("![picture](nowhere.png)")),
        page(text('<img src="nowhere.png">')),
    ],
    checks.run_in_order: [_run_twice()],
    checks.clean_outputs: [
        _with_output("error", ename="KeyError", evalue="'x'", traceback=[]),
        _with_output("stream", name="stderr", text="a warning"),
        _with_output("stream", name="stdout", text="nan nan"),
        page(code("x", shows="np.float64(nan)")),
        _with_output("display_data", data={checks.build.WIDGET: {"model_id": "x"}}),
        page(code("x", shows="<helpers.Thing at 0x7f7a76f0cf60>")),
    ],
    checks.shows_something: [page(code("import x"), code("x.sort(inplace=True)"))],
    checks.alternative_texts: [
        page(code("x", data=PICTURE)),
        page(code("x", data=PICTURE | {"text/plain": "A picture"})),
        page(code("x", data={"image/svg+xml": "<svg/>"})),
    ],
    checks.hidden_reveals: [
        page(code('claims.reading("E3")')),
        page(code("claims.weigh(rows)")),
        page(text("**Before you run the next cell**: guess."), code("1", shows="1")),
    ],
    checks.folded_neutrally: [
        page(code("x", shows="42", hidden=True)),
        page(code("x", html="<p>The result follows.</p>", hidden=True)),
    ],
    checks.claims_weighed: [
        page(FIGURES, READINGS, VERDICTS),
        page(FIGURES, VERDICTS),
        page(FIGURES, READINGS),
        page(VERDICTS, READINGS),
        page(FIGURES, code('practice.verdict("E1", "E3")'), READINGS),
    ],
    checks.step_by_step: [
        page(FIGURES, SHARE),
        page(code("x", shows=f"{EXPORTS + 0.01:.2f}"), FIGURES),
        page(code("x", shows=f"{EXPORTS:.0f}"), FIGURES),  # too few digits to tell
    ],
    checks.short_sentences: [
        page(text("word " * 41)),
        page(text("Short. " + "word, " * 41)),
        page(text("- " + "word " * 41)),
        page(text("> " + "word " * 41, ["extra"])),
    ],
    checks.countries_by_name: [page(text("In KAZ, so.")), page(text("| KGZ |"))],
    checks.unique_ids: [_same_id()],
    checks.ignored: [
        page(code("# NBVAL_IGNORE_OUTPUT\n1")),
        page(code("#NBVAL_SKIP")),
        page(code("1", tags=["core", "nbval-ignore-output"])),
        page(code("1", tags=["core", "raises-exception"])),
    ],
}


@pytest.fixture
def nothing_is_yours(monkeypatch):
    monkeypatch.setattr(reading, "yours", frozenset)


def _examples(pages):
    return [
        pytest.param(check, example, id=f"{check.__name__}-{place}")
        for check, examples in pages.items()
        for place, example in enumerate(examples)
    ]


@pytest.mark.parametrize(("check", "example"), _examples(GOOD))
def test_a_good_notebook_passes(check, example, nothing_is_yours):
    assert check(example) == []


@pytest.mark.parametrize(("check", "example"), _examples(BAD))
def test_a_bad_notebook_is_seen(check, example, nothing_is_yours):
    assert check(example)


def test_every_check_can_fail():
    everything = {
        *checks.EVERYWHERE,
        *checks.EXECUTED,
        *checks.IN_LESSONS,
        *checks.FROM_LESSON_10,
        checks.ignored,
    }
    apart = {checks.as_built, checks.neighbours, checks.size}
    assert everything - apart == set(GOOD) == set(BAD)


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        (FULL, None),
        (FULL[:-1], "24 core cells"),
        ([*FULL, *FULL[1:]], "47 core cells"),
        ([*FULL, *[text("", ["extra"])] * 23], None),
        ([*FULL, *[text("", ["extra"])] * 24], "49 cells"),
        (FULL[1:] * 1 + [text("word " * 899)], "899 words"),
        ([*FULL, text("word " * 601)], "1501 words"),
        ([*FULL, text("## Sources\n" + "word " * 601)], None),
        ([FULL[0], *[code("1\n" * 6)] * 22], "the median code cell has 6 lines"),
    ],
)
def test_size(cells, problem):
    found = checks.size(page(*cells))
    assert not found if problem is None else found[0].startswith(problem)


BEFORE, AFTER = "[← 09](09_before.ipynb)", "[11 →](../1_economy/11_after.ipynb)"


@pytest.mark.parametrize(
    ("end", "missing"),
    [
        (text(f"Exercise: x.\n\n{BEFORE} | [Start](00.ipynb) | {AFTER}"), 0),
        (text(AFTER), 1),
        (text(f"{BEFORE}\n\n{AFTER}"), 1),
        (text(f"{BEFORE} | {AFTER}\n\nThe end."), 2),
        (text(f"{BEFORE} | {AFTER}".replace("ipynb", "md")), 2),
        (text(f"{BEFORE} | {AFTER}".replace("←", "→")), 1),
        (code(f"{BEFORE} | {AFTER}"), 2),
    ],
)
def test_neighbours(end, missing, monkeypatch):
    order = [TRADE.with_name(f"{name}.ipynb") for name in ("09_before", "11_after")]
    monkeypatch.setattr(reading, "lessons", lambda: [order[0], TRADE, order[1]])
    assert len(checks.neighbours(page(end))) == missing
    monkeypatch.setattr(reading, "yours", lambda: frozenset(order))
    assert checks.neighbours(page(end)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"version": "3.11"', '"version": "3.11.7"'),
        ('"metadata": {}', '"metadata": {"execution": {}}'),
        ('"nbformat_minor": 5', '"nbformat_minor": 5, "x": 1'),
        ("\n", "\r\n"),
        (" ", "  "),
    ],
)
def test_what_the_build_would_write_otherwise_is_seen(tmp_path, old, new):
    notebook = checks.build.nbformat.v4.new_notebook(cells=[code("1", tags=[])])
    notebook.cells[0].metadata = {}
    written = checks.build.text(checks.build.normalised(notebook))
    path = tmp_path / "10_trade.ipynb"
    path.write_bytes(written.encode("utf-8"))
    assert checks.as_built(reading.Page(path, [])) == []
    path.write_bytes(written.replace(old, new).encode("utf-8"))
    assert checks.as_built(reading.Page(path, []))


def test_yours(tmp_path, monkeypatch):
    def git(*arguments):
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        command = ["git", "-C", str(tmp_path), *identity, *arguments]
        reading.subprocess.run(command, check=True, capture_output=True)

    monkeypatch.delenv("CI", raising=False)
    yours = reading.yours.__wrapped__
    folder = tmp_path / "notebooks" / "1 a section"
    folder.mkdir(parents=True)
    same, changed, new = (folder / f"{name}.ipynb" for name in "abc")
    same.write_text("a", encoding="utf-8")
    changed.write_text("b", encoding="utf-8")
    assert yours(tmp_path) == set()  # no clone: everything is checked
    git("init")
    git("add", ".")
    git("commit", "-m", "x")
    assert yours(tmp_path) == set()
    changed.write_text("mine", encoding="utf-8")
    new.write_text("mine", encoding="utf-8")
    assert yours(tmp_path) == {changed, new}
    git("add", ".")
    assert yours(tmp_path) == {changed, new}
    with monkeypatch.context() as without_git:
        without_git.setenv("PATH", str(tmp_path))
        assert yours(tmp_path) == set()
    monkeypatch.setenv("CI", "true")
    assert yours(tmp_path) == set()
