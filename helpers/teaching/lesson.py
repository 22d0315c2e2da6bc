"""A lesson taken apart: its cells by tag, its box, and its outputs as HTML."""

import base64
import dataclasses
import functools
import html
import io
import re
from pathlib import Path

from bs4 import BeautifulSoup
from PIL import Image

from helpers import build
from helpers.teaching import text

BOX = "| **Time** |"  # below the title, in its cell or the next one
SHORT = re.compile(r"\S{1,12}")  # a date, a code: not to be broken over two lines
LONG = 40  # characters that want a wide column


class LessonError(Exception):
    """Nothing could be made of a lesson; the message says why."""


@dataclasses.dataclass(frozen=True)
class Picture:
    """A picture that a cell shows, with the text for those who do not see it."""

    png: str
    alt: str

    @functools.cached_property
    def size(self):
        """Width and height in pixels."""
        return Image.open(io.BytesIO(base64.b64decode(self.png))).size

    def image(self, width, height):
        """The ``<img>``, as large as fits into so many pixels."""
        scale = min(width / self.size[0], height / self.size[1])
        wide, high = (round(scale * side) for side in self.size)
        return (
            f'<img alt="{html.escape(self.alt)}" width="{wide}" height="{high}" '
            f'src="data:image/png;base64,{self.png}">'
        )


@dataclasses.dataclass(frozen=True)
class Lesson:
    """A lesson's name, the path of its notebook, and its cells."""

    name: str
    path: Path
    cells: tuple

    @property
    def solution(self):
        """The path of its exercise with the answers; None when it has no exercise."""
        paths = build.sources()[1]
        return next((path for path in paths if path.stem == self.name), None)

    @property
    def title(self):
        """The heading of the first level."""
        return text.HEADING.search(self.cells[0].source)[1]

    @property
    def box(self):
        """What stands in the box below the title, by the words at its left."""
        top = "\n".join(cell.source for cell in self.cells[:2])
        rows = re.findall(r"^\| \*\*(.+?)\*\* \| (.+) \|$", top, re.MULTILINE)
        return {name: text.plain(said) for name, said in rows}

    @property
    def aims(self):
        """What learners will be able to do."""
        return self.box["You will be able to"].split("; ")

    @property
    def claims(self):
        """The claims that the lesson asks a verdict on."""
        return all_arguments(self.cells, "practice.verdict")

    @property
    def quizzes(self):
        """The quizzes of the lesson, by their keys."""
        return all_arguments(self.cells, "practice.quiz")

    @property
    def teaches_code(self):
        """Whether Python itself is the subject: then its code is shown, not folded."""
        return self.box.get("Claims") == "none"

    def section(self, name):
        """The text below a large heading; empty when the lesson has none of it."""
        return "\n\n".join(
            part.text for part in self.parts() if part.section == name
        ).strip()

    def parts(self):
        """All text, part by part."""
        found = [text.Part("", "", "")]
        for cell in self.cells:
            if cell.cell_type == "markdown":
                found += text.split(cell.source, found[-1])
        return found[1:]


def find(name):
    """Find a lesson by its name or a piece of it.

    Parameters
    ----------
    name : str
        For example ``"10_trade"``, ``"10"`` or ``"trade"``.

    Returns
    -------
    Lesson

    Raises
    ------
    LessonError
        When no lesson or several have that name; the message lists the lessons.
    """
    paths = build.sources()[0]
    wanted = Path(name).stem
    found = [path for path in paths if path.stem == wanted]
    found = found or [path for path in paths if wanted and wanted in path.stem]
    if len(found) != 1:
        known = ", ".join(path.stem for path in found or paths)
        problem = "fits several lessons" if found else "is no lesson"
        raise LessonError(f"'{name}' {problem}. Choose one of these: {known}.")
    return read(found[0])


def read(path):
    """The lesson at a path; a ``LessonError`` says what it lacks."""
    try:
        cells = tuple(build.read(path).cells)
    except build.BuildError as error:
        raise LessonError(str(error)) from error
    top = "\n".join(cell.source for cell in cells[:2])
    if not top.startswith("# ") or BOX not in top:
        raise LessonError(
            f"{path.name} is no lesson: its first cells must hold a title and a box "
            "with the time, as in the other lessons."
        )
    return Lesson(path.stem, path, cells)


def tags(cell):
    """The tags of a cell."""
    return cell.metadata.get("tags", [])


def folded(cell):
    """Whether the output is folded away, because it gives something away."""
    return bool(cell.metadata.get("jupyter", {}).get("outputs_hidden"))


def unfolded(cell, output):
    """An output's data by their kinds; without the neutral first line of a fold."""
    data = output.get("data", {"text/plain": output.get("text", "")})
    return {
        kind: said.partition("\n")[2]
        if folded(cell) and kind.startswith("text/")
        else said
        for kind, said in data.items()
    }


def is_live(cell):
    """Whether the cell gives a control in the notebook, and here its static default."""
    return any(name in cell.source for name in ("explore.", "atlas."))


def arguments(cell, call):
    """The words with which a cell calls a helper; empty when it does not."""
    if cell.cell_type != "code" or f"{call}(" not in cell.source:
        return []
    return re.findall(r'"([^"]*)"', cell.source.partition(f"{call}(")[2])


def all_arguments(cells, call):
    """The words with which any of the cells calls a helper, in order."""
    return [word for cell in cells for word in arguments(cell, call)]


def shown(cell):
    """What a cell shows, piece by piece: a :class:`Picture`, or HTML."""
    for output in cell.get("outputs", []):
        data = unfolded(cell, output)
        said = data.get("text/plain", "").strip()
        if data.get("image/png"):
            yield Picture(data["image/png"].replace("\n", ""), said)
        elif data.get("text/html"):
            yield clean(data["text/html"])
        elif said:
            yield f"<pre>{html.escape(said)}</pre>"


def words(piece):
    """The words of HTML, without its markup."""
    return BeautifulSoup(piece, "html.parser").get_text(" ", strip=True)


def clean(source):
    """HTML of an output without pandas' own style, mere positions, and asking to run.

    ``header`` cells say what they head, as tables must for those who hear them.
    """
    soup = BeautifulSoup(source, "html.parser")
    for style in soup("style"):
        style.decompose()
    for run in soup("i", string="Run this cell to answer."):
        run.parent.decompose()
    for table in soup("table"):
        _tidy(table)
    return str(soup).strip()


def _tidy(table):
    for tag in table.find_all(True, style=True):
        del tag["style"]
    del table["border"]
    heads, rows = table.thead("tr"), table.tbody("tr")
    labels = [row.th.get_text() for row in rows if row.th]
    if len(heads) == 1 and all(label.isdigit() for label in labels):
        for row in [*heads, *rows] if labels else []:
            row.th.decompose()
    for cell in table.thead("th"):
        cell["scope"] = "col"
        if not cell.get_text(strip=True):
            cell.name = "td"
            del cell["scope"]
    for cell in table.tbody("th"):
        cell["scope"] = "row"
    for cell in table.tbody(["td", "th"]):
        said = cell.get_text(strip=True)
        if SHORT.fullmatch(said):
            cell["class"] = "short"
        elif len(said) > LONG:
            cell["class"] = "long"
