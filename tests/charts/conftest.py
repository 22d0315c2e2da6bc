"""The figures behind the pictures that a test draws."""

import pytest

from helpers import style


@pytest.fixture
def figures(monkeypatch):
    """A list that each finished figure joins."""
    drawn = []

    class Seen(style.Picture):
        def __init__(self, figure, alt):
            drawn.append(figure)
            super().__init__(figure, alt)

    monkeypatch.setattr(style, "Picture", Seen)
    return drawn


@pytest.fixture(autouse=True)
def unpainted(monkeypatch):
    """Charts are read by their texts and artists: painting each takes longer."""
    monkeypatch.setattr(style, "png", lambda _figure: b"")
