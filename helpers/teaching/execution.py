"""How nbgrader runs what learners hand in: below limits, no mark without a check."""

import asyncio
import re
import sys
from collections import Counter
from logging import getLogger

from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec
from nbconvert.preprocessors.sanitize import SanitizeHTML
from nbformat.v4 import new_output
from nbgrader import preprocessors
from nbgrader.utils import is_grade, is_locked
from traitlets import Integer

# -P: what lies beside the notebook, for example a json.py, is not imported.
COMMAND = [sys.executable, "-P", "-m", "helpers.teaching.limits"]
SHOWN = {"stream", "display_data", "execute_result", "update_display_data"}
NO_MARK = "The check gave no mark here: practice.check was replaced or silenced."

TAGS = [
    *["a", "b", "blockquote", "br", "code", "details", "div", "em", "h2", "h3", "hr"],
    *["i", "li", "ol", "p", "pre", "span", "strong", "sub", "summary", "sup", "ul"],
    *["caption", "table", "tbody", "td", "th", "thead", "tr"],
]
ATTRIBUTES = {"*": ["class", "dir", "style"], "a": ["href"], "th": ["scope"]}
STYLES = ["border-left", "color", "font-weight", "padding-left", "text-align"]
# Markdown that makes a picture, or a link to anything but a page of the web.
PICTURE_OR_LINK = re.compile(r"!(?=\[)|\](?=\((?!https?://)|:(?!\s*https?://))")
HIDDEN = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


class LimitedKernel(AsyncKernelManager):
    """Starts the kernel that ``limits`` watches, whatever a notebook asks for."""

    @property
    def kernel_spec(self):
        """What to start."""
        return KernelSpec(
            argv=[*COMMAND, "-f", "{connection_file}"],
            display_name="Python below limits",
            language="python",
        )


class Execute(preprocessors.Execute):
    """Run a notebook; a cell that shows too much is interrupted."""

    output_mb = Integer(5, help="Most that a cell may show.").tag(config=True)

    def __init__(self, *arguments, **options):
        options["kernel_manager_class"] = LimitedKernel
        super().__init__(*arguments, **options)
        self._shown = Counter()
        self.timeout_func = self._seconds

    def _seconds(self, cell):
        """A slow machine may take its time for imports: those are the course's own."""
        return self.startup_timeout if is_locked(cell) else self.timeout

    def process_message(self, msg, cell, cell_index):
        """Take a message of the kernel, unless its cell has shown too much."""
        if msg["msg_type"] in SHOWN:
            most = self.output_mb * 1_000_000
            if self._shown[cell_index] > most:
                return None
            self._shown[cell_index] += len(repr(msg["content"]))
            if self._shown[cell_index] > most:
                self.log.error("A cell shows over %s MB.", self.output_mb)
                self._stopping = asyncio.ensure_future(self.km.interrupt_kernel())
                return None
        return super().process_message(msg, cell, cell_index)

    def on_cell_executed(self, **arguments):
        """Let no check pass that did not show a mark: nbgrader would give it all."""
        super().on_cell_executed(**arguments)
        cell = arguments["cell"]
        if is_grade(cell) and not any(map(_is_mark, cell.outputs)):
            problem = {"ename": "NoMark", "evalue": NO_MARK, "traceback": [NO_MARK]}
            cell.outputs.insert(0, new_output("error", **problem))


class Tame(preprocessors.NbGraderPreprocessor, SanitizeHTML):
    """Take programs out of what a notebook shows: it is opened where others mark."""

    def __init__(self, **options):
        allowed = {"tags": TAGS, "attributes": ATTRIBUTES, "styles": STYLES}
        super().__init__(**options | allowed, strip=True, log=getLogger(__name__))

    def preprocess_cell(self, cell, resources, cell_index):
        """Clean outputs and the learner's own text; the course's text stays."""
        if is_locked(cell) and cell.cell_type == "markdown":
            return cell, resources
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        if cell.cell_type == "markdown":
            cell.source = _as_words(cell.source)
        for output in cell.get("outputs", []):
            if "metadata" in output:
                output.metadata.clear()  # nbconvert writes it into tags as it is
            if "text/markdown" in output.get("data", {}):
                output.data["text/markdown"] = _as_words(output.data["text/markdown"])
        return cell, resources

    def sanitize_html_tags(self, html_str):
        """Clean a text, and what its scripts and styles say goes with them."""
        return super().sanitize_html_tags(HIDDEN.sub("", html_str))


def _as_words(markdown):
    """Markdown that fetches no picture and leads only to pages of the web."""
    return PICTURE_OR_LINK.sub(lambda sign: f"{sign[0]}\\", markdown)


def _is_mark(output):
    if output["output_type"] != "execute_result":
        return False
    try:
        return 0 <= float(output["data"]["text/plain"]) <= 1
    except (KeyError, ValueError):
        return False
