"""The multiverse: each verdict under all defensible choices, as shares."""

import pandas as pd

from helpers import claims, style
from helpers.charts import pieces

ALL = "all"
COLOURS = {
    claims.SUPPORTED: style.CLAIM,
    claims.PARTLY: "#c9a227",
    claims.CONTRADICTED: "#8d3b72",
}
SOURCE = "Data: the tables of the lessons, weighed by this course"
ROW = 0.27  # inches


def multiverse(table):
    """A live figure of shares of verdicts by claim.

    Parameters
    ----------
    table : DataFrame
        From ``claims.multiverse``.

    Returns
    -------
    style.Live
        Takes ``published`` and ``tolerance``; ``"all"`` keeps every choice.
    """
    names = list(dict.fromkeys(table["claim_id"]))
    figure = style.figure(8.6, 1.9 + ROW * len(names), dpi=style.LIVE_DPI)
    heading, subtitle, _ = style.words(figure, title="", subtitle="", source=SOURCE)
    bars, counts = _empty_bars(figure, names)

    def update(published, tolerance):
        kept = _kept(table, published, tolerance)
        shares = _shares(kept, names)
        numbers = kept["claim_id"].value_counts().reindex(names, fill_value=0)
        left = shares.cumsum(axis="columns") - shares
        for said, drawn in bars.items():
            for bar, name in zip(drawn, names, strict=True):
                bar.set_x(left.loc[name, said])
                bar.set_width(shares.loc[name, said])
        for text, number in zip(counts, numbers, strict=True):
            text.set_text(_counted(number))
        heading.set_text(_title(shares))
        subtitle.set_text(_subtitle(published, tolerance))
        listed = "; ".join(
            f"{name} {_listed(shares.loc[name])} of {numbers[name]}" for name in names
        )
        words = f"{heading.get_text()}. {subtitle.get_text()} {listed}."
        return f"{words} A share of choices, not a probability."

    drawn = [bar for group in bars.values() for bar in group]
    drawn += [*counts, heading, subtitle]
    return style.Live(figure, {("published", "tolerance"): drawn}, update)


def _empty_bars(figure, names):
    """A row a claim: one bar of no length a verdict, and a text for the number."""
    pieces.colour_key(figure, COLOURS, below=True)
    axes = style.axes(figure, left=0.7, right=1.2, top=1.2, bottom=0.7, grid="x")
    axes.set_xlim(0, 100)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_yticks(range(len(names)), names, color=style.INK, size=style.TEXT_PT)
    bars = {
        said: axes.barh(range(len(names)), 0, height=0.62, color=colour)
        for said, colour in COLOURS.items()
    }
    counts = [pieces.label(axes) for _ in names]
    for place, text in enumerate(counts):
        text.xy = (100, place)
        text.set(size=style.SMALL_PT, color=style.SUBTITLE)
    return bars, counts


def _kept(table, published, tolerance):
    """The choices asked for; an exact claim knows no tolerance, and keeps its own."""
    keep = pd.Series(True, index=table.index)
    if published != ALL:
        keep &= table["published"] == published
    if tolerance != ALL:
        keep &= table["claim_id"].map(_is_exact) | (
            table["tolerance_percent"] == tolerance
        )
    return table[keep]


def _title(shares):
    one_sided = int((shares.max(axis="columns") == 100).sum())
    known = int(shares.any(axis="columns").sum())
    return f"{one_sided} of {known} verdicts are the same under every choice"


def _subtitle(published, tolerance):
    which = "" if published == ALL else f" Published {published}."
    forgiven = "5, 10 and 20" if tolerance == ALL else tolerance
    return f"Share of choices by verdict, percent. Tolerance {forgiven} %.{which}"


def _shares(kept, names):
    """Percent of choices by claim and verdict; nothing where no choice is left."""
    shares = 100 * pd.crosstab(kept["claim_id"], kept["verdict"], normalize="index")
    return shares.reindex(index=names, columns=list(COLOURS), fill_value=0.0).fillna(0)


def _is_exact(claim_id):
    return claims.claim(claim_id).comparator == "exactly"


def _counted(number):
    return f"{number} choice{'' if number == 1 else 's'}" if number else "no figure"


def _listed(shares):
    said = [f"{share:.0f} % {name}" for name, share in shares.items() if share]
    return ", ".join(said) or "no figure"
