"""The course as a web site, which needs no kernel and no network."""

import os
import posixpath
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat

from helpers import atlas, build, journal
from helpers.teaching import web_lesson, web_pages

ROOT = build.ROOT
SEALED = "40_predictions"
DEMONSTRATION = Path("tests", "journals", "demonstration.json")
MARK = ".buildinfo"  # Sphinx leaves it in what it has made
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


class SiteError(Exception):
    """The site could not be written; the message says why, and what to do."""


def write(folder=None, root=ROOT):
    """Write the site.

    Parameters
    ----------
    folder : Path, optional
        By default ``site`` in the learner's folder. An earlier site in it is replaced.
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
    folder = Path(folder or journal.folder() / "site")
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise SiteError(f"{folder} holds other files: name an empty or a new folder.")
    with TemporaryDirectory(ignore_cleanup_errors=True) as place:
        source, pages = Path(place, "source"), Path(place, "pages")
        prepare(source, root)
        _convert(source, pages)
        if folder.exists():
            shutil.rmtree(folder)
        shutil.copytree(pages, folder)
    return folder / "index.html"


def prepare(source, root=ROOT):
    """Write into the folder ``source`` what Sphinx makes the site from."""
    lessons, _ = build.sources(root=root)
    exercises = sorted((root / "exercises").glob("[0-9]*/*.ipynb"))
    paths = {path.stem: path.relative_to(root).as_posix() for path in lessons}
    texts = _texts(paths, root)
    notebooks = [*lessons, *exercises]
    names = {path.relative_to(root).as_posix() for path in notebooks} | set(texts)
    place = _Places(source, root, names)
    anchors = web_pages.anchors(texts[web_pages.GLOSSARY])
    atlases = []
    for path, notebook in zip(notebooks, _executed(notebooks, root), strict=True):
        atlases += web_lesson.specs(notebook).values()
        name = path.relative_to(root).as_posix()
        _link(notebook, name, place, set(anchors))
        notebook = web_lesson.page(notebook, _notes(path, root))
        _write(source / name, build.text(notebook))
    for name, text in texts.items():
        _write(source / name, web_pages.relinked(text, name, place))
    shutil.copy(root / "docs" / "conf.py", source)
    shutil.copytree(root / "docs" / "_static", source / "_static")
    shutil.copy(atlas.widget.HERE / "atlas.css", source / "_static")
    _write(source / "_static" / "atlas.js", web_lesson.script(atlases))


class _Places:
    """Where the site has a file of the course; files beside the pages are copied."""

    def __init__(self, source, root, pages):
        self.source, self.root, self.pages = source, root, pages

    def __call__(self, path):
        path = {"README.md": web_pages.HOME}.get(path, path)
        file = self.root / path
        if path in self.pages or not file.exists():
            return path  # what does not exist, Sphinx finds and names
        if file.is_dir() or path.startswith(SOLUTIONS):
            return None
        _write(self.source / path, file.read_bytes())
        return path


def _texts(lessons, root):
    """Markdown of all pages that are no notebooks, by path."""
    paths = [root / "CONTRIBUTING.md", root / web_pages.CATALOGUE]
    paths += sorted((root / "docs").rglob("*.md"))
    texts = {
        path.relative_to(root).as_posix(): web_pages.cleaned(path.read_text("utf-8"))
        for path in paths
    }
    texts.setdefault(web_pages.GLOSSARY, web_pages.glossary_page(lessons))
    texts[web_pages.CLAIMS] = web_pages.claims_page(lessons)
    readme = web_pages.cleaned((root / "README.md").read_text("utf-8"))
    return {
        web_pages.HOME: web_pages.home(readme, _contents(texts, lessons, root))
    } | texts


def _contents(texts, lessons, root):
    """The table of contents: from a caption to its pages."""
    contents = {}
    for name, path in lessons.items():
        section = posixpath.dirname(path).partition("_")[2]
        caption = section.replace("_", " ").capitalize()
        entry = f"{web_pages.short_title(name)} <{path}>"
        contents.setdefault(caption, []).append(entry)
    contents["Exercises"] = [
        f"{web_pages.short_title(path.stem)} </{path.relative_to(root).as_posix()}>"
        for path in sorted((root / "exercises").glob("[0-9]*/*.ipynb"))
    ]
    look_up = [web_pages.CLAIMS, web_pages.GLOSSARY, web_pages.CATALOGUE]
    contents["To look up"] = look_up
    others = [name for name in texts if name not in look_up]
    guide = [name for name in others if name.startswith("docs/instructors/")]
    contents["For instructors"] = guide
    contents["About the course"] = [name for name in others if name not in guide]
    return contents


def _executed(notebooks, root):
    """The notebooks with outputs: those that maps or sealed results need are run."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as work:
        places = (Path(work, str(number)) for number, _ in enumerate(notebooks))
        with ThreadPoolExecutor(build.AT_ONCE) as pool:
            yield from pool.map(
                lambda path, place: _read(path, place, root), notebooks, places
            )


def _read(path, work, root):
    notebook = nbformat.read(path, as_version=4)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    sealed = path.stem == SEALED and path.is_relative_to(root / "notebooks")
    if not sealed and not any("atlas." in source for source in code):
        return notebook
    try:
        return build.execute(path, work, root / DEMONSTRATION if sealed else None)
    except build.BuildError as error:
        raise SiteError(f"{path.stem} does not run, {error}") from error


def _link(notebook, name, place, terms):
    """Put a notebook's links right; link claims and terms to their explanation."""
    up = posixpath.relpath(".", posixpath.dirname(name))
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown":
            text = web_pages.relinked(cell.source, name, place)
            text = web_pages.linked_claims(text, f"{up}/{web_pages.CLAIMS}")
            if number:
                path = f"{up}/{web_pages.GLOSSARY}"
                text = web_pages.linked_terms(text, path, terms)
            cell.source = text


def _notes(path, root):
    home = posixpath.relpath(web_pages.HOME, path.parent.relative_to(root).as_posix())
    if path.is_relative_to(root / "exercises"):
        return [EXERCISE_NOTE.format(home=home)]
    sealed = [SEALED_NOTE] if path.stem == SEALED else []
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


def _write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
