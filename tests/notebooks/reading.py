"""Find notebooks and take them apart: cells, prose, links, calls, outputs."""

import ast
import dataclasses
import functools
import html
import os
import re
import subprocess
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]
YOURS = "yours, not checked: it differs from git's HEAD"
FENCED = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)")
HTML_LINK = re.compile(r"(?:href|src)=[\"']([^\"']+)")
MARKUP = re.compile(r"<[^>]+>|&nbsp;|[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}")
TABLE_RULE = re.compile(r"^[\s>|:-]+$", re.MULTILINE)
BLOCK_END = re.compile(r"\n\s*\n|\n(?=\s*(?:[*+-]|\d+\.)\s)|^#.*$|\|", re.MULTILINE)
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[^a-z])")


@dataclasses.dataclass(frozen=True)
class Page:
    """A notebook and the place where it stands."""

    path: Path
    cells: list

    @property
    def number(self):
        """The lesson's number, for example 10."""
        return int(self.path.stem[:2])

    @property
    def code(self):
        """Code cells that hold code, in order."""
        return [cell for cell in self.cells if cell.cell_type == "code" and cell.source]

    @property
    def markdown(self):
        """Cells of text, in order."""
        return [cell for cell in self.cells if cell.cell_type == "markdown"]

    @property
    def body(self):
        """Cells of text below the title and the box, without the list of sources."""
        sources = re.compile(r"^#+ Sources\s*$.*?(?=^#|\Z)", re.DOTALL | re.MULTILINE)
        below = self.markdown[1 if is_box(self.markdown[0].source) else 2 :]
        return [sources.sub("", cell.source) for cell in below]

    @property
    def headings(self):
        """Level and text of each heading, in order."""
        found = []
        for cell in self.markdown:
            for line in FENCED.sub("", cell.source).splitlines():
                if match := re.match(r"(#{1,6})\s+(.+)", line):
                    found.append((len(match[1]), match[2].strip().replace("’", "'")))
        return found


def lessons():
    """Paths of all lessons, in reading order."""
    return _notebooks(ROOT / "notebooks")


def solutions():
    """Paths of all solutions."""
    return _notebooks(ROOT / "exercises" / "solutions")


def exercises():
    """Paths of all learners' exercises."""
    return _notebooks(ROOT / "exercises")


def each(paths):
    """Notebooks as parameters of a test; the test skips those that are yours."""
    skip = pytest.mark.skip(reason=YOURS)
    return [
        pytest.param(
            path,
            id=path.relative_to(ROOT).with_suffix("").as_posix(),
            marks=[skip] if path in yours() else [],
        )
        for path in paths
    ]


@functools.cache
def yours(root=ROOT):
    """Notebooks that the user of this copy has made or changed.

    Returns
    -------
    frozenset of Path
        Those that differ from git's HEAD. Empty where everything is to be checked:
        when ``CI`` is set, and where there is no git or no clone.
    """
    if os.environ.get("CI") or not (root / ".git").exists():
        return frozenset()
    command = ["git", "--no-optional-locks", "status", "--porcelain", "-z"]
    options = ["--untracked-files=all", "--no-renames", "--", "*.ipynb"]
    try:
        status = subprocess.run(
            [*command, *options], cwd=root, check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError):
        return frozenset()
    entries = status.stdout.decode("utf-8").split("\0")
    return frozenset(root / entry[3:] for entry in entries if entry)


@functools.cache
def read(path):
    """The page at a path."""
    return Page(path, nbformat.read(path, as_version=4).cells)


def settle(problems):
    """Fail a test with these sentences, one a line; pass when there are none."""
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)


def is_box(source):
    """Whether a cell holds the box: after a title, nothing but a quote or a table."""
    lines = [line for line in source.splitlines() if line and not line.startswith("#")]
    return bool(lines) and all(line.startswith((">", "|")) for line in lines)


def prose(source, links=r"\1"):
    """Markdown without code, markup and targets; ``links`` replaces a link."""
    text = re.sub(r"`[^`\n]*`", "x", FENCED.sub("", source))
    text = LINK.sub(links, text)
    return html.unescape(MARKUP.sub("", text))


def words(source):
    """The words of Markdown prose, headings included."""
    return re.findall(r"\w[\w'’.,%-]*", prose(source))


def sentences(source):
    """The sentences of Markdown prose: headings, list items and table cells apart."""
    text = TABLE_RULE.sub("", prose(source))
    text = re.sub(r"^>\s?", "", text, flags=re.MULTILINE)
    blocks = BLOCK_END.split(text)
    return [
        " ".join(sentence.split())
        for block in blocks
        if block
        for sentence in SENTENCE_END.split(block)
        if sentence.strip()
    ]


def targets(cell):
    """Where the links of a cell lead."""
    text = re.sub(r"`[^`\n]*`", "", FENCED.sub("", cell.source))
    return [match[2] for match in LINK.finditer(text)] + HTML_LINK.findall(text)


def anchors(path):
    """The anchors of a notebook, as JupyterLab makes them, or of a Markdown file."""
    if path.suffix == ".ipynb":
        return {text.replace(" ", "-") for _, text in read(path).headings}
    lines = FENCED.sub("", path.read_text(encoding="utf-8")).splitlines()
    titles = [line.lstrip("#").strip() for line in lines if line.startswith("#")]
    return {
        re.sub(r"[^\w\- ]", "", title).lower().replace(" ", "-") for title in titles
    }


def tree(cell):
    """The syntax tree of a cell; an empty one when it is not plain Python."""
    try:
        return ast.parse(cell.source)
    except SyntaxError:
        return ast.Module([], [])


def called(cell, name):
    """Texts inside the calls of a helper, for example of ``claims.reading``.

    Returns
    -------
    list of str or None
        None when the cell does not call it.
    """
    calls = [
        node
        for node in ast.walk(tree(cell))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == name
    ]
    if not calls:
        return None
    return [
        node.value
        for call in calls
        for node in ast.walk(call)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def shown(cell):
    """What the outputs of a cell say, as text.

    Of a table only the cells count, not the labels at the left: those are often mere
    positions.
    """
    said = []
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        page = data.get("text/html", "")
        if 'class="dataframe"' in page:
            page = re.sub(r"<style.*?</style>|<th.*?</th>", " ", page, flags=re.DOTALL)
        else:
            said += [output.get("text", ""), data.get("text/plain", "")]
        said.append(html.unescape(re.sub(r"<[^>]+>", " ", page)))
    return "\n".join(said)


def _notebooks(folder):
    return sorted(folder.glob("[0-9]*/*.ipynb"))
