"""The explorers of the public-diplomacy section."""

import functools
import html

import pandas as pd

from helpers import charts, diplomacy, maps, tables
from helpers.explore.explorer import Choice, Explorer, Slider, link


def flow_map(flows):
    """Flows between the five states, Russia and China: choose what flows, and the year.

    Parameters
    ----------
    flows : DataFrame
        From ``diplomacy.flows``; the first indicator is shown first, in the last year
        in which both partners have a figure.

    Returns
    -------
    Explorer
    """
    indicators = list(dict.fromkeys(flows["indicator"]))
    first = flows[flows["indicator"] == indicators[0]]
    years = [set(rows["year"]) for _, rows in first.groupby("partner")]
    return Explorer(
        maps.flow_map(flows),
        indicator=Choice("What flows", {name: name for name in indicators}),
        year=Slider(
            "Year",
            int(flows["year"].min()),
            int(flows["year"].max()),
            value=max(set.intersection(*years)),
        ),
    )


def census_explorer(population, sources):
    """Groups in the people of Xinjiang: choose the series, the groups and the whole.

    Parameters
    ----------
    population, sources : DataFrame
        The tables ``xinjiang_population`` and ``population_series``.

    Returns
    -------
    Explorer
    """
    names = sources.sort_values("year")["series"]
    return Explorer(
        charts.census_share(population, sources),
        series=Choice("Series", {name: name for name in names}, value="year-end 2015"),
        groups=Choice("Groups", {name: name for name in diplomacy.GROUPS}),
        whole=Choice("In percent of", {name: name for name in diplomacy.WHOLES}),
    )


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
        below=functools.partial(_shaded, positions, texts),
        stance=Choice("Texts", {"all": None} | stances | {"the vote": "vote"}),
        number=Slider("Up to text", 1, len(texts), value=len(texts)),
    )


def _shaded(positions, texts, stance, number):
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
    return (
        f"<p>{html.escape(about)} {read}{against}</p><p>{html.escape(done)}.</p>"
        f"<p>{link(text['url'], text['source'])}</p>"
    )


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
        "Question": _stated(row.wording),
        "People": _stated(row.sample),
        "How": _stated(row.mode),
        "When": _stated(row.fieldwork),
        "Who": _stated(row.asked_by),
    }
    said = "; ".join(f"<i>{name}</i>: {text}" for name, text in parts.items())
    note = f" ({_stated(row.note)})" if isinstance(row.note, str) else ""
    links = link(row.url, row.source)
    if isinstance(row.method_url, str):
        links += f". {link(row.method_url, 'Method')}"
    return (
        f"{sign[0]} {html.escape(row.pollster)}, {html.escape(row.question)}: "
        f"{qualifier}{row.value_percent:g} percent{note}. {said}. {links}."
    )


def _stated(value):
    """The words, or that there are none."""
    return html.escape(value) if isinstance(value, str) else NOT_STATED
