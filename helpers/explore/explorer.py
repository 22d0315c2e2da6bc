"""Controls around a live figure; no calculation of their own."""

import asyncio
import dataclasses
import functools
import html
import itertools

import ipywidgets as widgets

from helpers import style

FEW = 40  # so many pictures are drawn ahead while the kernel is idle
REMEMBERED = 300
# JupyterLab gives links in widgets no look of their own.
LINK = f"color: {style.CLAIM}; text-decoration: underline"
HIDDEN = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)"


def link(url, words):
    """The words as a link in HTML, or the words alone where there is no address."""
    words = html.escape(words)
    if not isinstance(url, str) or not url:
        return words
    return f'<a href="{html.escape(url)}" target="_blank" style="{LINK}">{words}</a>'


@dataclasses.dataclass(frozen=True)
class Choice:
    """A control with a few options: ``options`` maps what is shown to a value."""

    label: str
    options: dict
    value: object = None

    def values(self):
        """All values that the control can take."""
        return list(self.options.values())

    def control(self):
        """The widget."""
        start = self.values()[0] if self.value is None else self.value
        return widgets.Dropdown(
            options=list(self.options.items()), value=start, description=self.label
        )


@dataclasses.dataclass(frozen=True)
class Slider:
    """A control for whole numbers from ``low`` to ``high``."""

    label: str
    low: int
    high: int
    value: int

    def values(self):
        """All values that the control can take."""
        return list(range(self.low, self.high + 1))

    def control(self):
        """The widget."""
        return widgets.IntSlider(
            min=self.low, max=self.high, value=self.value, description=self.label
        )


class Explorer:
    """A live figure with controls.

    Parameters
    ----------
    live : style.Live
        Its ``frame`` takes one value for each control, by name.
    below : callable, optional
        Takes the same values, and returns HTML to read below the picture.
    **controls : Choice or Slider

    Notes
    -----
    Where no kernel runs, a notebook shows the picture for the first choices and its
    alternative text. A picture that cannot be drawn says so below the last one.
    """

    def __init__(self, live, below=None, **controls):
        self.width = style.page_width(live.figure)
        self.choices = controls
        self.controls = {name: choice.control() for name, choice in controls.items()}
        self._frame = functools.lru_cache(REMEMBERED)(live.frame)
        self.image = widgets.Image(format="png")
        self.image.layout.max_width = f"{self.width}px"
        self.status = widgets.HTML()
        self.below = widgets.HTML()
        self._read = below or (lambda **choices: "")
        for control in self.controls.values():
            control.observe(self._moved, names="value")
            control.style.description_width = "7em"
            control.layout.width = "25em"
        parts = [*self.controls.values(), self.image, self.below, self.status]
        self.box = widgets.VBox(parts)
        self._default = self._frame(**self.chosen())
        self._show(*self._default)
        self.below.value = self._read(**self.chosen())
        self._draw_ahead()

    def chosen(self):
        """The value of each control, by name."""
        return {name: control.value for name, control in self.controls.items()}

    def _moved(self, _change):
        try:
            self._show(*self._frame(**self.chosen()))
            self.below.value = self._read(**self.chosen())
        except Exception as error:  # nobody sees an error raised in a callback
            words = html.escape(f"{type(error).__name__}: {error}")
            self.status.value = (
                '<p role="alert">This picture could not be drawn, so the last one '
                f"stays. Move a control, or run the cell again. ({words})</p>"
            )

    def _show(self, png, alt):
        self.image.value = png
        self.status.value = f'<p role="status" style="{HIDDEN}">{html.escape(alt)}</p>'

    def _draw_ahead(self):
        """Draw all pictures in idle moments, when they are few."""
        values = [choice.values() for choice in self.choices.values()]
        combinations = list(itertools.product(*values))
        if len(combinations) > FEW:
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no kernel, so nobody will move a control soon
            return
        for place, combination in enumerate(combinations):
            ahead = dict(zip(self.choices, combination, strict=True))
            loop.call_later(1 + 0.1 * place, functools.partial(self._frame, **ahead))

    def _repr_mimebundle_(self, include=None, exclude=None):
        png, alt = self._default
        bundle = dict(self.box._repr_mimebundle_())
        bundle |= {"image/png": style.encoded(png), "text/plain": alt}
        return bundle, {"image/png": {"width": self.width}}
