"""The explorers of the public-diplomacy section."""

import functools
import html

from helpers import charts, diplomacy, style, tables
from helpers.explore.explorer import Choice, Explorer, Slider

# JupyterLab gives links in widgets no look of their own.
LINK = f"color: {style.CLAIM}; text-decoration: underline"


def position_table(positions, texts):
    """Who signed what: choose the stance, and up to which text the grid is revealed.

    Parameters
    ----------
    positions, texts : DataFrame
        The tables ``xinjiang_positions`` and ``xinjiang_texts``.

    Returns
    -------
    Explorer
    """
    stances = {"critical of China": "critical", "supporting China": "supporting"}
    return Explorer(
        charts.position_table(positions, texts),
        below=functools.partial(_text, positions, texts),
        stance=Choice("Texts", {"all": None} | stances | {"the vote": "vote"}),
        number=Slider("Up to text", 1, len(texts), value=len(texts)),
    )


def _text(positions, texts, stance, number):
    """What the shaded text says, who read it, the five positions, and the source."""
    text = texts.iloc[number - 1]
    rows = diplomacy.positions_by_text(positions, texts[texts["text"] == text["text"]])
    names = tables.country_names()
    done = "; ".join(f"{names[row.state]}: {row.position}" for row in rows.itertuples())
    about = (
        f"Text {number}, {text['date']}, {text['body']}, {text['read_by']}, "
        f"{text['states']} states. {text['says']}."
    )
    read = "The list of names was read." if text["list_read"] else "No full list found."
    rivals = text["contested_by"]
    against = f" Contested: {html.escape(rivals)}." if isinstance(rivals, str) else ""
    address = html.escape(text["url"])
    link = f'<a href="{address}" target="_blank" style="{LINK}">'
    return (
        f"<p>{html.escape(about)} {read}{against}</p><p>{html.escape(done)}.</p>"
        f"<p>{link}{html.escape(text['source'])}</a></p>"
    )
