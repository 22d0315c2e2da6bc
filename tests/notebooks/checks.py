"""What a notebook of the course must be: each check lists what is wrong with a page."""

import ast
import functools
import re
import statistics
from urllib.parse import unquote

from helpers import build, claims, evidence
from tests.notebooks import reading

WIDTH, LONGEST, MEDIAN_LINES = 79, 15, 5
CORE_CELLS, ALL_CELLS = range(25, 41), range(25, 49)
WORDS = range(900, 1501)
HALF = {"core cells": range(15, 33), "cells": range(15, 39), "words": range(600, 1201)}
SENTENCE_WORDS = 40
ALT_WORDS = 5
WEIGHED = "Your verdict", "The course's reading"  # not in a lesson on methods alone
ANATOMY = (
    "The question",
    "The data",
    "The test",
    "It depends",
    *WEIGHED,
    "What we found",
    "What this cannot tell us",
    "Discussion",
    "Sources",
)
BOX = {
    "minutes": "minutes",
    "objectives": "able to|objectives",
    "claims": "claims",
    "what to know before": "before",
}
CODES = re.compile(r"\b(KAZ|KGZ|TJK|TKM|UZB|CHN|RUS)\b")
DRAWING = {"boxplot", "hist", "plot", "savefig", "subplots"}
LEFT_OUT = {"32_xinjiang_in_numbers", "33_silence"}  # a course may go on without them
HERE = re.escape(reading.ROOT.as_posix())
MACHINE_PATH = re.compile(
    rf"(?:(?<![\w./:])(?:~|/(?:home|Users|root|tmp|usr|var|opt|mnt)|{HERE})/)"
    r"|\b[A-Za-z]:[\\/](?!/)|file://"
)
MARKERS = re.compile(r"NBVAL_\w+|PYTEST_VALIDATE_IGNORE_OUTPUT|nbval-[\w-]+")


def one_title(page):
    """The first cell begins with the only heading of the first level."""
    titles = [text for level, text in page.headings if level == 1]
    if len(titles) != 1:
        return [f"there are {len(titles)} titles: {titles}"]
    first = page.cells[0]
    starts = first.cell_type == "markdown" and first.source.startswith("# ")
    return [] if starts else ["the first cell does not begin with the title"]


def box(page):
    """Below the title, a box says what a learner needs to know first."""
    boxes = [cell.source for cell in page.markdown[:2] if reading.is_box(cell.source)]
    if not boxes:
        return ["no box (a quote or a table) below the title"]
    return [
        f"the box does not say: {what}"
        for what, pattern in BOX.items()
        if not re.search(pattern, boxes[0], re.IGNORECASE)
    ]


def content_note(page):
    """A lesson on grave matters says so first, and that it can be left out."""
    if page.path.stem not in LEFT_OUT:
        return []
    opening = " ".join(cell.source for cell in page.markdown[:3])
    return [
        f"the opening does not say: {words}"
        for words in ("Content note", "leave this lesson out")
        if words not in opening
    ]


def needs_no_left_out(page):
    """What may be left out is not asked for elsewhere."""
    boxes = [cell.source for cell in page.markdown[:2] if reading.is_box(cell.source)]
    asked = re.findall(
        BOX["what to know before"] + ".*", " ".join(boxes), re.IGNORECASE
    )
    return [
        f"the box asks for lesson {name[:2]}, which may be left out"
        for name in LEFT_OUT - {page.path.stem}
        if re.search(rf"\b{name[:2]}\b", " ".join(asked))
    ]


def anatomy(page):
    """The parts of a lesson stand in their order."""
    headings = iter([text for level, text in page.headings if level in (2, 3)])
    skipped = () if _claims(page) else WEIGHED
    for part in ANATOMY:
        if part in skipped:
            continue
        if not any(heading.startswith(part) for heading in headings):
            return [f"the heading {part!r} is missing, or not in its place"]
    return []


def neighbours(page):
    """The last line leads to the lessons before and after."""
    order = reading.lessons()
    place = order.index(page.path)
    wanted = {"←": order[place - 1 : place], "→": order[place + 1 : place + 2]}
    last = page.cells[-1]
    line = last.source.rstrip().rpartition("\n")[2]
    links = reading.LINK.findall(line) if last.cell_type == "markdown" else []
    return [
        f"the last line has no link with {arrow} to {path.stem}"
        for arrow, paths in wanted.items()
        for path in set(paths) - reading.yours()
        if not any(
            arrow in text and (page.path.parent / target).resolve() == path
            for text, target in links
        )
    ]


def tags(page):
    """Every cell is for all, or extra; some of those for all are on slides, too."""
    return [
        f"not tagged core, extra, or core and slide: {_start(cell)}"
        for cell in page.cells
        if cell.metadata.get("tags", []) not in (["core"], ["extra"], ["core", "slide"])
    ]


def size(page):
    """A lesson fits its ninety minutes: cells, words, lines of code.

    A lesson on methods, which weighs no claim, has 45 minutes.
    """
    core = [cell for cell in page.cells if "core" in cell.metadata.get("tags", [])]
    counts = {
        "core cells": (len(core), CORE_CELLS),
        "cells": (len(page.cells), ALL_CELLS),
        "words": (len(reading.words("\n\n".join(page.body))), WORDS),
    }
    if not _claims(page):
        counts = {what: (count, HALF[what]) for what, (count, _) in counts.items()}
    found = [
        f"{count} {what}, not {allowed.start} to {allowed.stop - 1}"
        for what, (count, allowed) in counts.items()
        if count not in allowed
    ]
    lines = statistics.median(len(cell.source.splitlines()) for cell in page.code)
    if lines > MEDIAN_LINES:
        found.append(f"the median code cell has {lines:g} lines, over {MEDIAN_LINES}")
    return found


def headings_first(page):
    """A heading opens its cell, so that a part can be found, shown and linked."""
    found = []
    for cell in page.markdown:
        below = reading.FENCED.sub("", cell.source.strip()).partition("\n")[2]
        opens = cell.source.lstrip().startswith("#")
        if not opens and re.search("^#{1,6} ", below, re.MULTILINE):
            found.append(f"a heading in the middle of {_start(cell)}")
    return found


def short_code(page):
    """Code cells are short and narrow."""
    found = []
    for cell in page.code:
        lines = cell.source.splitlines()
        if len(lines) > LONGEST:
            found.append(f"{len(lines)} lines, over {LONGEST}: {_start(cell)}")
        found += [
            f"over {WIDTH} columns: {line}" for line in lines if len(line) > WIDTH
        ]
    return found


def plain_python(page):
    """No magics: what a learner reads here works in every Python."""
    found = []
    for cell in page.code:
        try:
            ast.parse(cell.source)
        except SyntaxError as error:
            found.append(f"not plain Python ({error.msg}): {_start(cell)}")
    return found


def imports(page):
    """One cell, the first one with code, imports helpers and pandas alone."""
    found = []
    for place, cell in enumerate(page.code):
        for node in ast.walk(reading.tree(cell)):
            if not isinstance(node, ast.Import | ast.ImportFrom):
                continue
            module = getattr(node, "module", None) or node.names[0].name
            if place > 0:
                found.append(f"imported below the first cell: {ast.unparse(node)}")
            if module.partition(".")[0] not in ("helpers", "pandas"):
                found.append(f"imported from elsewhere: {ast.unparse(node)}")
    return found


def nothing_defined(page):
    """Functions and classes stand in helpers."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda
    return [
        f"defined in the notebook: {ast.unparse(node).splitlines()[0]}"
        for node in _nodes(page)
        if isinstance(node, kinds)
    ]


def nothing_drawn(page):
    """Figures come from helpers, and a cell shows its last line: no ``display``."""
    return [
        f"drawn or displayed by hand: {ast.unparse(node)}"
        for node in _nodes(page)
        if (isinstance(node, ast.Attribute) and node.attr in DRAWING)
        or (isinstance(node, ast.Name) and node.id in ("display", "plt"))
    ]


def no_machine_paths(page):
    """Nothing tells where somebody's files lie."""
    texts = [(cell.source, _start(cell)) for cell in page.cells]
    texts += [(reading.shown(cell), f"output of {_start(cell)}") for cell in page.code]
    found = [
        f"{MACHINE_PATH.search(text)[0]} in {where}"
        for text, where in texts
        if MACHINE_PATH.search(text)
    ]
    return found + [
        f"sys.path in {where}" for text, where in texts if "sys.path" in text
    ]


def links(page):
    """Links to files and headings lead somewhere."""
    found = []
    for target in [
        target for cell in page.markdown for target in reading.targets(cell)
    ]:
        if re.match(r"(https?|mailto|attachment):", target):
            continue
        name, _, anchor = unquote(target).partition("#")
        path = (page.path.parent / name).resolve() if name else page.path
        if name.startswith(("/", "\\")) or not path.is_relative_to(reading.ROOT):
            found.append(f"leads out of the course: {target}")
        elif path != page.path and path in reading.yours():
            continue
        elif not path.exists():
            found.append(f"leads nowhere: {target}")
        elif anchor and anchor not in _anchors(page, path):
            found.append(f"no such heading: {target}")
    return found


def run_in_order(page):
    """The outputs are those of one run from top to bottom."""
    counts = [cell.execution_count for cell in page.code]
    in_order = counts == list(range(1, len(counts) + 1))
    return [] if in_order else [f"run in the order {counts}"]


def clean_outputs(page):
    """No errors, warnings or addresses in memory; no widget without its kernel.

    A missing value in a table is known to be missing; a printed one is a slip.
    """
    found = []
    for cell in page.code:
        for output in cell.outputs:
            if output.output_type == "error" or output.get("name") == "stderr":
                found.append(f"an error or a warning below {_start(cell)}")
            result = output.get("data", {}).get("text/plain", "")
            printed = re.search(r"\bnan\b", output.get("text", ""))
            if printed or re.fullmatch(r"\S*\bnan\b\S*", result):
                found.append(f"no number is printed below {_start(cell)}")
            if build.WIDGET in output.get("data", {}):
                found.append(f"a widget without its kernel below {_start(cell)}")
        if re.search(r"\bat 0x[0-9a-f]+", reading.shown(cell)):
            found.append(f"an address in memory below {_start(cell)}")
    return found


def shows_something(page):
    """Every cell below the imports shows a result or gives it a name."""
    assigns = ast.Assign | ast.AugAssign | ast.AnnAssign
    return [
        f"shows nothing: {_start(cell)}"
        for cell in page.code[1:]
        if not cell.outputs
        and not any(isinstance(node, assigns) for node in reading.tree(cell).body[-1:])
    ]


def alternative_texts(page):
    """Every picture is told in words, too."""
    found = []
    for cell in page.code:
        for output in cell.outputs:
            data = output.get("data", {})
            alt = data.get("text/plain", "")
            pictured = any(kind.startswith("image/") for kind in data)
            if pictured and (alt.startswith("<") or len(alt.split()) < ALT_WORDS):
                found.append(f"a picture without a text below {_start(cell)}: {alt}")
    return found


def hidden_reveals(page):
    """What gives an answer away is folded until the learner opens it."""
    found = []
    announced = False
    for cell in page.cells:
        if cell.cell_type == "markdown":
            announced = "before you run" in cell.source.lower()
            continue
        gives_away = announced or any(
            reading.called(cell, name) is not None
            for name in ("claims.reading", "claims.weigh")
        )
        if gives_away and not cell.metadata.get("jupyter", {}).get("outputs_hidden"):
            found.append(f"the output is not hidden: {_start(cell)}")
        announced = False
    return found


def folded_neutrally(page):
    """A folded cell shows its output's first line, which must not be the answer."""
    found = []
    for cell in page.code:
        if not cell.metadata.get("jupyter", {}).get("outputs_hidden"):
            continue
        for output in cell.outputs:
            data = output.get("data", {"text/plain": output.get("text", "")})
            for kind in ("text/plain", "text/html"):
                first = data.get(kind, " follows.").split("\n")[0]
                if " follows." not in first or "<" in first:
                    found.append(f"folded, but its first line says: {first}")
    return found


def claims_weighed(page):
    """Each claim of the lesson has evidence, the learner's verdict, then a reading."""
    ledger = claims.ledger().query("lesson == @page.path.stem")
    found = []
    for claim_id, kind in zip(ledger["claim_id"], ledger["kind"], strict=True):
        first = functools.partial(_first_call, page, claim_id)
        verdict, reading_ = first("practice.verdict"), first("claims.reading")
        if verdict is None or reading_ is None or verdict >= reading_:
            found.append(f"{claim_id}: no practice.verdict before claims.reading")
        if kind == "figure" and first("evidence.rows") is None:
            found.append(f"{claim_id}: a figure without evidence.rows")
    return found


def step_by_step(page):
    """The lesson computes a figure itself before it shows the evidence rows."""
    ledger = claims.ledger().query("lesson == @page.path.stem and kind == 'figure'")
    values_of = evidence_values()
    weighed = [name for name in ledger["claim_id"] if name in values_of.groups]
    above = []
    for cell in page.code:
        if reading.called(cell, "evidence.rows") is not None:
            break
        above += _numbers(cell)
    values = [value for name in weighed for value in values_of.get_group(name)]
    agree = any(
        abs(value - printed) <= slack for value in values for printed, slack in above
    )
    if weighed and not agree:
        return [f"no value of the evidence on {', '.join(weighed)} is computed before"]
    return []


@functools.cache
def evidence_values():
    """The values of all evidence, by claim."""
    return evidence.table().groupby("claim_id")["value"]


def short_sentences(page):
    """No sentence is clearly too long."""
    return [
        f"{len(sentence.split())} words: {sentence}"
        for source in page.body
        for sentence in reading.sentences(source)
        if len(sentence.split()) > SENTENCE_WORDS
    ]


def countries_by_name(page):
    """Country codes are for code."""
    return [
        f"{match[0]} in prose: {_start(cell)}"
        for cell in page.markdown
        for match in CODES.finditer(reading.prose(cell.source, links=""))
    ]


def unique_ids(page):
    """Cells can be told apart."""
    names = [cell.id for cell in page.cells]
    return [f"twice: {name}" for name in sorted(set(names)) if names.count(name) > 1]


def as_built(page):
    """The file is what the build writes: nothing of one run or one machine is in it."""
    stored = page.path.read_bytes().decode("utf-8")
    notebook = build.normalised(build.nbformat.reads(stored, as_version=4))
    return [] if build.text(notebook) == stored else ["not as the build writes it"]


def ignored(page):
    """Cells whose outputs nbval would not compare, by their id."""
    return [
        cell.id
        for cell in page.code
        if MARKERS.search(cell.source)
        or any(
            MARKERS.match(tag) or tag == "raises-exception"
            for tag in cell.metadata.get("tags", [])
        )
    ]


EVERYWHERE = (one_title, short_code, plain_python, links, unique_ids, no_machine_paths)
EXECUTED = (run_in_order, clean_outputs, alternative_texts, as_built)
IN_LESSONS = (
    box,
    content_note,
    needs_no_left_out,
    headings_first,
    neighbours,
    tags,
    imports,
    nothing_defined,
    nothing_drawn,
    shows_something,
    hidden_reveals,
    folded_neutrally,
    short_sentences,
    countries_by_name,
)
FROM_LESSON_10 = (anatomy, size, claims_weighed, step_by_step)


def _claims(page):
    """Claims of the ledger that the lesson weighs."""
    return claims.ledger().query("lesson == @page.path.stem")["claim_id"].tolist()


def _start(cell):
    return cell.source.strip().partition("\n")[0][:60]


def _nodes(page):
    return [node for cell in page.code for node in ast.walk(reading.tree(cell))]


def _anchors(page, path):
    here = {text.replace(" ", "-") for _, text in page.headings}
    return here if path == page.path else reading.anchors(path)


def _first_call(page, claim_id, name):
    for place, cell in enumerate(page.code):
        if claim_id in (reading.called(cell, name) or []):
            return place
    return None


def _numbers(cell):
    """Numbers of at least three digits in the outputs, with half their last digit.

    A count may be smaller when it is all that the cell shows.
    """
    shown = reading.shown(cell)
    if re.fullmatch(r"\s*\d+\s*", shown):
        yield float(shown), 0.0
    for text in re.findall(r"\d+(?:\.\d+)?", shown):
        if len(text.replace(".", "").lstrip("0")) >= 3:
            yield float(text), 0.5 * 10 ** -len(text.partition(".")[2])
