"""Charts of forecasts: the penalty of one forecast, and the scores of forecasters."""

from itertools import zip_longest

import numpy as np
import pandas as pd

from helpers import outlook, style, tables
from helpers.charts import pieces

SIZE = 8.2, 4.4  # inches
COLOURS = {outlook.BULLETIN: style.CLAIM}
MOST = 4  # forecasters that fit


def penalty():
    """A live figure of what one forecast costs: the Brier score of one question.

    Returns
    -------
    style.Live
        Takes ``percent``, the forecast.
    """
    figure = style.figure(*SIZE, dpi=style.LIVE_DPI)
    heading = style.words(
        figure,
        title="",
        subtitle="Penalty (Brier score, 0 to 1) of one forecast, by its percent",
        source="Data: none. The formula of Brier, 1950",
    )[0]
    axes = style.axes(figure)
    percent = np.arange(101)
    for happened, colour, where, words in (
        (1.0, style.CLAIM, 4, "if it happens"),
        (0.0, style.GREY, 96, "if it does not"),
    ):
        axes.plot(percent, outlook.brier(percent, happened), color=colour, linewidth=2)
        height = outlook.brier(where, happened)
        axes.annotate(
            words,
            (where, height),
            xytext=(10 if happened else -10, 0),
            textcoords="offset points",
            ha="left" if happened else "right",
            va="center",
            size=style.TEXT_PT,
            color=style.text_colour(colour),
        )
    axes.set_xlim(0, 100)
    axes.set_ylim(0, 1.04)
    axes.set_xlabel("forecast, percent", size=style.SMALL_PT, color=style.SUBTITLE)
    (line,) = axes.plot([], [], color=style.INK, linewidth=1, zorder=3)
    dots = axes.scatter([], [], s=60, zorder=4, color=style.INK)

    def update(percent):
        yes, no = (outlook.brier(percent, happened) for happened in (1.0, 0.0))
        line.set_data([percent, percent], [0, max(yes, no)])
        dots.set_offsets([[percent, yes], [percent, no]])
        said = (
            f"{percent} percent costs {yes:.2f} if it happens, {no:.2f} if it does not"
        )
        heading.set_text(said)
        return f"{said}. Penalty of one forecast, from 0 (best) to 1 (worst)."

    return style.Live(figure, {("percent",): [line, dots, heading]}, update)


def forecast_scores(forecasts, outcomes, predictions, words):
    """A live figure of mean penalties, while words are read as other probabilities.

    Parameters
    ----------
    forecasts : DataFrame
        Forecasts of all but the bulletin: ``forecaster``, ``question``, ``percent``.
    outcomes : DataFrame
        From ``claims.outcomes``.
    predictions, words : DataFrame
        As for ``outlook.word_forecasts``.

    Returns
    -------
    style.Live
        Takes ``will``, and ``may`` for may and possible, both in percent.
    """
    figure = style.figure(*SIZE, dpi=style.LIVE_DPI)
    heading, subtitle, _ = style.words(
        figure,
        title="",
        subtitle="",
        source=tables.credit("prediction_questions", "probability_words"),
    )
    axes = style.axes(figure, left=2.1, right=0.9, grid="x")
    axes.set_xlim(0, 1)
    axes.set_ylim(MOST - 0.5, -0.5)
    axes.set_yticks([])
    bars = axes.barh(range(MOST), [0] * MOST, height=0.55)
    names = [_beside(axes, place, ha="right", x=-8) for place in range(MOST)]
    values = [_beside(axes, place, ha="left", x=6) for place in range(MOST)]
    columns = ["forecaster", "question", "percent"]

    def update(will, may):
        read = {"will": will, "may": may, "possible": may}
        bulletin = outlook.word_forecasts(predictions, words, **read)
        everybody = pd.concat([forecasts[columns], bulletin], ignore_index=True)
        rows = list(outlook.scores(everybody, outcomes).itertuples())
        places = zip_longest(rows, bars, names, values)  # fewer forecasters than places
        for place, (row, bar, name, value) in enumerate(places):
            score = row.brier if row else 0
            bar.set_width(score)
            bar.set_color(COLOURS.get(row and row.forecaster, style.GREY))
            name.set_text(row.forecaster if row else "")
            value.set_text(f"{score:.3f}" if row else "")
            value.xy = (score, place)
        asked = rows[0].questions if rows else 0
        title = f"Lowest penalty: {rows[0].forecaster}" if rows else "Nothing to score"
        said = (
            f"Mean penalty over {asked} questions, 0 to 1 by forecaster. "
            f"will = {will}, may = {may} percent"
        )
        heading.set_text(title)
        subtitle.set_text(said)
        listed = "; ".join(f"{row.forecaster} {row.brier:.3f}" for row in rows)
        return f"{title}. {said}. {listed}."

    drawn = [*bars, *names, *values, heading, subtitle]
    return style.Live(figure, {("will", "may"): drawn}, update)


def _beside(axes, place, *, ha, x):
    """An empty text beside a bar."""
    text = pieces.label(axes)
    text.set(ha=ha, color=style.INK, size=style.TEXT_PT)
    text.set_position((x, 0))
    text.xy = (0, place)
    return text
