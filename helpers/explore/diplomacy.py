"""The explorers of the public-diplomacy section."""

import functools
import html

import pandas as pd

from helpers import charts, style, tables
from helpers.explore.explorer import Choice, Explorer

# JupyterLab gives links in widgets no look of their own.
LINK = f"color: {style.CLAIM}; text-decoration: underline"
NOT_STATED = "not stated"


def survey_dots(surveys):
    """What people answered about China, Russia and the United States, never joined.

    Below the picture stand the wording, the people asked, how, and the source.

    Parameters
    ----------
    surveys : DataFrame
        The table ``opinion_surveys``.

    Returns
    -------
    Explorer
    """
    names = tables.country_names()
    asked = {names[code]: code for code in tables.the_five()}
    asked["four states together"] = "CA4"
    return Explorer(
        charts.survey_dots(surveys),
        below=functools.partial(_polls, surveys),
        area=Choice("Asked in", asked),
        target=Choice("About", {names[code]: code for code in ("CHN", "RUS", "USA")}),
        tone=Choice("Answers", {"friendly": "friendly", "unfriendly": "unfriendly"}),
    )


def _polls(surveys, **choices):
    """How each figure of the picture was asked, as a list."""
    shown = surveys[(surveys[list(choices)] == pd.Series(choices)).all(axis="columns")]
    signs = tables.signs(shown)
    lines = [
        f"<li>{_poll(row, sign)}</li>"
        for row, sign in zip(shown.itertuples(), signs, strict=True)
    ]
    none = "<li>No published figure in our sources. That is not zero.</li>"
    return f"<ul>{''.join(lines) or none}</ul>"


def _poll(row, sign):
    """One figure: who asked, the wording, the people, the way, the source."""
    qualifier = f"{row.qualifier} " if isinstance(row.qualifier, str) else ""
    parts = {
        "Question": _text(row.wording),
        "People": _text(row.sample),
        "How": _text(row.mode),
        "When": _text(row.fieldwork),
        "Who": _text(row.asked_by),
    }
    said = "; ".join(f"<i>{name}</i>: {text}" for name, text in parts.items())
    note = f" ({_text(row.note)})" if isinstance(row.note, str) else ""
    return (
        f"{sign[0]} {html.escape(row.pollster)}, {html.escape(row.question)}: "
        f"{qualifier}{row.value_percent:g} percent{note}. {said}. "
        f"{_link(row.url, row.source)}{_link(row.method_url, 'Method')}"
    )


def _text(value):
    return html.escape(value) if isinstance(value, str) else NOT_STATED


def _link(url, words):
    """A link to a page, or nothing where there is none."""
    if not isinstance(url, str):
        return ""
    address = html.escape(url)
    return (
        f'<a href="{address}" target="_blank" style="{LINK}">{html.escape(words)}</a>. '
    )
