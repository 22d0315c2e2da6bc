"""The course as a web site, which needs no kernel and no network."""

import itertools
import os
import posixpath
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat

from helpers import atlas, build
from helpers.report.glossary import short_title
from helpers.teaching import lesson, web_lesson, web_pages

ROOT = build.ROOT
SEALED = "40_predictions"
DEMONSTRATION = Path("tests", "journals", "demonstration.json")
MARK = ".buildinfo"  # Sphinx leaves it in what it has made
GUIDE = ("docs/instructors/", "docs/class_server")
SOLUTIONS = "exercises/solutions/"
LESSON_NOTE = (
    "This page shows the lesson after all its cells have run. To run it yourself, to "
    "vote and to keep your work, [open the course on your computer]({home})."
)
EXERCISE_NOTE = (
    "This page shows the exercise unsolved. To solve it, with hints and checks, "
    "[open the course on your computer]({home})."
)
SEALED_NOTE = (
    "**The results are open on this page.** It was run with the journal of an invented "
    "learner, `tests/journals/demonstration.json`. In your copy a result opens only "
    "after you have saved a forecast of your own: do that first."
)


class SiteError(lesson.LessonError):
    """The site could not be written; the message says why, and what to do."""


def write(folder, root=ROOT):
    """Write the site.

    Parameters
    ----------
    folder : Path
        New, empty, or with an earlier site, which is replaced; what else lies there,
        for example ``.git``, stays.
    root : Path
        The course, in which nothing is written.

    Returns
    -------
    Path
        The first page.

    Raises
    ------
    SiteError
        When the folder holds something else, a lesson does not run, or a page links to
        what does not exist.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise SiteError(f"{folder} holds other files: name an empty or a new folder.")
    with TemporaryDirectory(ignore_cleanup_errors=True) as place:
        source, pages = Path(place, "source"), Path(place, "pages")
        prepare(source, root)
        _convert(source, pages)
        _replace(folder, pages)
    return folder / "index.html"


def prepare(source, root=ROOT):
    """Write into the folder ``source`` what Sphinx makes the site from."""
    lessons, solutions = build.sources(root=root)
    exercises = [build.exercise_path(path) for path in solutions]
    names = [path.relative_to(root).as_posix() for path in [*lessons, *exercises]]
    texts = _texts(names, root)
    place = _Places(source, root, {*names, *texts})
    atlases = []
    notebooks = _notebooks([*lessons, *solutions], root)
    for name, notebook in zip(names, notebooks, strict=True):
        atlases += web_lesson.specs(notebook).values()
        _link(notebook, name, place)
        notebook = web_lesson.page(notebook, _notes(name))
        _write(source / name, build.text(notebook))
    for name, text in texts.items():
        _write(source / name, web_pages.relinked(text, name, place))
    _settings(source, root, web_lesson.script(atlases))


def _settings(source, root, script):
    """Add Sphinx's settings and what the pages load."""
    shutil.copy(root / "docs" / "conf.py", source)
    shutil.copytree(root / "docs" / "_static", source / "_static")
    shutil.copy(atlas.widget.HERE / "atlas.css", source / "_static")
    _write(source / "_static" / "atlas.js", script)


class _Places:
    """Where the site has a file of the course; files beside the pages are copied."""

    def __init__(self, source, root, pages):
        self.source, self.root, self.pages = source, root, pages

    def __call__(self, path):
        path = {"README.md": web_pages.HOME}.get(path, path)
        file = self.root / path
        if path in self.pages or path.startswith("..") or not file.exists():
            return path  # what does not exist, Sphinx finds and names
        if file.is_dir() or path.startswith(SOLUTIONS):
            return None
        _write(self.source / path, file.read_bytes())
        return path


def _texts(notebooks, root):
    """Markdown of all pages that are no notebooks, by path."""
    paths = [root / "CONTRIBUTING.md", root / web_pages.CATALOGUE]
    paths += sorted((root / "docs").rglob("*.md"))
    texts = {
        path.relative_to(root).as_posix(): web_pages.cleaned(path.read_text("utf-8"))
        for path in paths
    }
    texts[web_pages.CLAIMS] = web_pages.claims_page(notebooks)
    readme = web_pages.cleaned((root / "README.md").read_text("utf-8"))
    home = web_pages.home(readme, _contents(notebooks, texts))
    return {web_pages.HOME: home} | texts


def _contents(notebooks, texts):
    """The table of contents: from a caption to its pages."""
    contents = {}
    for path in notebooks:
        folder, section, name = path.split("/")
        words = section.partition("_")[2].replace("_", " ").capitalize()
        caption = "Exercises" if folder == "exercises" else words
        title = short_title(name.removesuffix(".ipynb"))
        contents.setdefault(caption, []).append(f"{title} <{path}>")
    look_up = [web_pages.CLAIMS, web_pages.GLOSSARY, web_pages.CATALOGUE]
    others = [name for name in texts if name not in look_up]
    guide = [name for name in others if name.startswith(GUIDE)]
    return contents | {
        "To look up": look_up,
        "For instructors": sorted(guide, key=lambda name: "/index" not in name),
        "About the course": [name for name in others if name not in guide],
    }


def _notebooks(paths, root):
    """The notebooks as pages show them, two at a time."""
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as work,
        ThreadPoolExecutor(build.AT_ONCE) as pool,
    ):
        places = (Path(work, str(number)) for number, _ in enumerate(paths))
        roots = itertools.repeat(root)
        yield from pool.map(_notebook, paths, places, roots)


def _notebook(path, work, root):
    """A lesson as it is stored, run if maps or sealed results need it; an exercise."""
    if path.is_relative_to(root / "exercises"):
        return nbformat.reads(build.exercise(path), as_version=4)  # nobody's answers
    notebook = build.read(path)
    entries = root / DEMONSTRATION if path.stem == SEALED else None
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    if not entries and not any("atlas." in source for source in code):
        return notebook
    try:
        return build.execute(path, work, entries)
    except build.BuildError as error:
        raise SiteError(f"{path.stem} does not run, {error}") from error


def _link(notebook, name, place):
    """Put a notebook's links right, and link its claims to the ledger's page."""
    ledger = posixpath.relpath(web_pages.CLAIMS, posixpath.dirname(name))
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            text = web_pages.relinked(cell.source, name, place)
            cell.source = web_pages.linked_claims(text, ledger)


def _notes(name):
    home = posixpath.relpath(web_pages.HOME, posixpath.dirname(name))
    if name.startswith("exercises/"):
        return [EXERCISE_NOTE.format(home=home)]
    sealed = [SEALED_NOTE] if SEALED in name else []
    return [LESSON_NOTE.format(home=home), *sealed]


def _convert(source, pages):
    """Let Sphinx make the pages; all that it warns of is an error."""
    options = ["-q", "-N", "-j", "2", "-d", source.parent / "doctrees"]
    sphinx = subprocess.run(
        [sys.executable, "-m", "sphinx", *options, source, pages],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    if sphinx.returncode or sphinx.stderr:
        found = sphinx.stderr.strip().replace(f"{source}{os.sep}", "")
        found = found.replace("WARNING: ", "")
        raise SiteError(f"The site was not written. These places need care:\n{found}")


def _replace(folder, pages):
    """Put the pages into the folder, in the place of earlier ones."""
    for page in pages.iterdir():
        earlier = folder / page.name
        if earlier.is_dir():
            shutil.rmtree(earlier)
        else:
            earlier.unlink(missing_ok=True)
    shutil.copytree(pages, folder, dirs_exist_ok=True)


def _write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
