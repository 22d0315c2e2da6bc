"""A notebook as a page of the site: folded answers, words for pictures, live maps."""

import json

import nbformat

from helpers import atlas, build
from helpers.teaching import lesson

STATES = "application/vnd.jupyter.widget-state+json"
SHARED = ("ground", "places", "missing")  # what all atlases have in common
STILL_NOTE = "{.still}\nA still picture: its controls move when you run the lesson."
ATLAS = '<div><script type="application/json" class="atlas-spec">%s</script></div>'
SCRIPT = """(() => {
"use strict";
const shared = %s;
%s
for (const script of document.querySelectorAll("script.atlas-spec")) {
  const spec = { ...shared, ...JSON.parse(script.textContent) };
  script.closest(".cell_output").querySelector("img")?.remove();
  widget.render({ model: { get: () => spec }, el: script.parentElement });
}
})();
"""


def page(notebook, notes=()):
    """Prepare a notebook for the site.

    Parameters
    ----------
    notebook : NotebookNode
        Executed; it is changed in place. Where its metadata hold the state of an
        atlas, the page gets a live one.
    notes : sequence of str
        Paragraphs on the page, in Markdown, which follow its title and box.

    Returns
    -------
    NotebookNode
    """
    atlases = specs(notebook)
    cells = []
    for cell in notebook.cells:
        cells.append(cell)
        if cell.cell_type == "code":
            _outputs(cell, atlases)
            if "explore." in cell.source and cell.outputs and not lesson.folded(cell):
                cells.append(_markdown(STILL_NOTE, len(cells)))
    text = "\n\n".join(notes)
    if text:
        box = next(
            place for place, cell in enumerate(cells) if lesson.BOX in cell.source
        )
        cells.insert(box + 1, _markdown(f":::{{note}}\n{text}\n:::", "note"))
    notebook.cells = cells
    return build.normalised(notebook)


def script(atlases):
    """The script behind all atlases of the site, with what their specs share."""
    shared = {name: atlases[0][name] for name in SHARED}
    drawing = (atlas.widget.HERE / "atlas.js").read_text(encoding="utf-8")
    drawing = drawing.replace("export default", "const widget =")
    return SCRIPT % (json.dumps(shared, ensure_ascii=False), drawing)


def specs(notebook):
    """What each atlas of an executed notebook shows, by the id of its widget.

    Returns
    -------
    dict of str to dict
    """
    states = notebook.metadata.get("widgets", {}).get(STATES, {}).get("state", {})
    found = {name: model["state"].get("spec") for name, model in states.items()}
    return {name: spec for name, spec in found.items() if spec}


def _outputs(cell, atlases):
    """Fold what the lesson folds; describe pictures; wrap tables; wake up maps."""
    if lesson.folded(cell) and cell.outputs:
        _fold(cell, _said(cell.outputs[0]).partition("\n")[0])
    for output in list(cell.outputs):
        shown, data = lesson.unfolded(cell, output), output.get("data", {})
        if "text/html" in data:
            data["text/html"] = _tables(shown["text/html"])
        elif "image/png" in data:
            image = {"alt": " ".join(shown.get("text/plain", "").split())}
            cell.metadata.setdefault("mystnb", {})["image"] = image
        view = data.get(build.WIDGET, {}).get("model_id")
        if view in atlases:
            cell.outputs.append(_live(atlases[view]))


def _said(output):
    """What an output says as text: of a picture, what it shows."""
    return output.get("data", {}).get("text/plain") or output.get("text", "")


def _fold(cell, summary):
    """Put the output into a fold that says what the lesson's neutral line says."""
    cell.metadata.tags = [*lesson.tags(cell), "hide-output"]
    prompts = dict.fromkeys(["code_prompt_show", "code_prompt_hide"], summary)
    cell.metadata.setdefault("mystnb", {}).update(prompts)


def _tables(text):
    """Clean HTML, with each table in a box in which it can scroll."""
    box = '<div class="table-wrapper" role="region" aria-label="Table">'
    text = lesson.clean(text).replace("<table", f"{box}<table")
    return text.replace("</table>", "</table></div>")


def _live(spec):
    """An output that the shared script turns into an atlas."""
    own = {name: value for name, value in spec.items() if name not in SHARED}
    state = json.dumps(own, ensure_ascii=False).replace("<", "\\u003c")
    return nbformat.v4.new_output("display_data", {"text/html": ATLAS % state})


def _markdown(source, place):
    """A cell whose id is the same in every build."""
    return nbformat.v4.new_markdown_cell(source, id=f"site-{place}")
