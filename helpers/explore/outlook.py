"""The explorers of the outlook section."""

from helpers import charts, claims
from helpers.explore.explorer import Choice, Explorer, Slider


def penalty():
    """What one forecast costs: choose its probability.

    Returns
    -------
    Explorer
    """
    return Explorer(charts.penalty(), percent=Slider("Percent", 0, 100, value=70))


def forecast_scores(forecasts, outcomes, predictions, words):
    """Mean penalties: choose how to read will, and may or possible.

    Parameters
    ----------
    forecasts, outcomes, predictions, words : DataFrame
        As for ``charts.forecast_scores``.

    Returns
    -------
    Explorer
    """
    read = words.set_index("word")["percent"].astype(int)
    return Explorer(
        charts.forecast_scores(forecasts, outcomes, predictions, words),
        will=Slider("will", 50, 100, value=int(read["will"])),
        may=Slider("may, possible", 10, 70, value=int(read["may"])),
    )


def multiverse(table):
    """Verdicts under all choices: keep one publication, or one tolerance.

    Parameters
    ----------
    table : DataFrame
        From ``claims.multiverse``.

    Returns
    -------
    Explorer
    """
    published = {"all": "all", claims.THEN: claims.THEN, claims.SINCE: claims.SINCE}
    tolerances = {"all": "all"} | {
        f"{each} percent": each for each in claims.TOLERANCES
    }
    return Explorer(
        charts.multiverse(table),
        published=Choice("Published", published),
        tolerance=Choice("Tolerance", tolerances),
    )
