"""The map widget: one description of layers, drawn and filtered in the browser."""

import functools
import html
import json
from pathlib import Path

import anywidget
import traitlets

from helpers import maps
from helpers.atlas import drawing
from helpers.maps import layers as parts

HERE = Path(__file__).parent
WIDGET = "application/vnd.jupyter.widget-view+json"


class Atlas(anywidget.AnyWidget):
    """A map of the region that readers filter, zoom and play, without a kernel.

    Parameters
    ----------
    layers : sequence of maps.Layer
        Drawn in this order; areas belong first.
    title : str
        The finding, built from the measure.
    subtitle : str
        What is drawn, and its unit.
    credit : str
        From ``tables.credit``.
    year : int, optional
        The year shown first, when a layer has years; by default the last one.

    Notes
    -----
    Tab leads through the features, arrows from one to the next, Escape closes a
    tooltip, ends a zoom and leaves the map. What is wrong with a layer (an unknown
    code, a feature without a place, a missing value) stands below the map. Where no
    kernel runs, a notebook shows the static map of the first year.
    """

    _esm = HERE / "atlas.js"
    _css = HERE / "atlas.css"
    spec = traitlets.Dict().tag(sync=True)

    def __init__(self, layers, *, title, subtitle, credit, year=None):
        prepared = [(layer, *maps.prepared(layer)) for layer in layers]
        years = _years([features for _, features, _ in prepared], year)
        words = {"title": title, "subtitle": subtitle, "credit": credit}
        self._static = functools.partial(
            maps.theme, layers, **words, year=years and years["value"]
        )
        super().__init__(spec=_spec(prepared, years) | words)

    @functools.cached_property
    def picture(self):
        """The static map of the first view, a ``style.Picture``."""
        return self._static()

    def page(self):
        """The atlas as one HTML page that needs no kernel and no network."""
        state = json.dumps(self.spec, ensure_ascii=False).replace("<", "\\u003c")
        script, css = (
            (HERE / name).read_text(encoding="utf-8")
            for name in ("atlas.js", "atlas.css")
        )
        script = script.replace("export default", "const widget =")
        title = html.escape(self.spec["title"])
        return PAGE.format(title=title, css=css, state=state, script=script)

    def _repr_mimebundle_(self, include=None, exclude=None):
        view = {"version_major": 2, "version_minor": 0, "model_id": self.model_id}
        data, metadata = self.picture._repr_mimebundle_()
        return data | {WIDGET: view}, metadata


PAGE = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>{css}</style>
<main id="atlas"></main>
<script type="module">
{script}
const state = {{ spec: {state} }};
widget.render({{
  model: {{ get: (name) => state[name] }},
  el: document.getElementById("atlas"),
}});
</script>
</html>
"""


def _spec(prepared, years):
    """Everything that the browser needs, as plain data."""
    groups = drawing.filters([(layer, features) for layer, features, _ in prepared])
    return {
        "ground": drawing.base(),
        "places": drawing.places(),
        "layers": [
            drawing.theme(layer, features, groups) for layer, features, _ in prepared
        ],
        "filters": groups,
        "legend": [
            entry
            for layer, features, _ in prepared
            for entry in drawing.legend(layer, features)
        ],
        "years": years,
        "missing": parts.MISSING,
        "problems": [text for _, _, problems in prepared for text in problems],
    }


def _years(frames, year):
    """First, last and shown year; None when no feature has years."""
    known = [
        int(value)
        for frame in frames
        for name in ("first", "last")
        for value in frame[name]
        if abs(value) < 9999
    ]
    if not known:
        return None
    known += [] if year is None else [year]
    first, last = min(known), max(known)
    return {"first": first, "last": last, "value": last if year is None else year}
