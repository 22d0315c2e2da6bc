"""Lesson 40 is committed sealed, and opens with the demonstration journal."""

import nbformat

from helpers import build, claims
from tests.notebooks import reading

LESSON = reading.ROOT / "notebooks" / "4_outlook" / "40_predictions.ipynb"
DEMONSTRATION = reading.ROOT / "tests" / "journals" / "demonstration.json"
STILL = "First save your forecast"


def shown(notebook):
    """The text outputs of the cells that show what happened."""
    return [
        reading.shown(cell)
        for cell in notebook.cells
        if cell.cell_type == "code" and "What happened follows." in reading.shown(cell)
    ]


def test_the_lesson_is_committed_sealed():
    texts = shown(nbformat.read(LESSON, as_version=4))
    assert len(texts) >= 3
    for text in texts:
        assert STILL in text
        assert claims.DID_NOT not in text


def test_the_demonstration_opens_every_result(tmp_path):
    texts = shown(build.execute(LESSON, tmp_path, entries=DEMONSTRATION))
    assert len(texts) >= 3
    for text in texts:
        assert STILL not in text
    everything = "\n".join(texts)
    assert f"F1: {claims.HAPPENED}" in everything
    assert f"F9: {claims.DID_NOT}" in everything
    assert f"F7: {claims.NOT_YET}" in everything
    assert "you" in everything
