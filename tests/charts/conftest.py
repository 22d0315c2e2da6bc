"""The figures behind the pictures that a test draws."""

import pytest

from helpers import style


@pytest.fixture
def figures(monkeypatch):
    """A list that each finished figure joins; none is painted, for texts are read."""
    drawn = []
    monkeypatch.setattr(style, "png", lambda figure: b"")

    class Seen(style.Picture):
        def __init__(self, figure, alt):
            drawn.append(figure)
            super().__init__(figure, alt)

    monkeypatch.setattr(style, "Picture", Seen)
    return drawn
