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
    exact = table["claim_id"].isin([name for name in names if _is_exact(name)])
    figure = style.figure(8.6, 1.9 + ROW * len(names), dpi=style.LIVE_DPI)
    heading, subtitle, _ = style.words(figure, title="", subtitle="", source=SOURCE)
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

    def update(published, tolerance):
        keep = pd.Series(True, index=table.index)
        if published != ALL:
            keep &= table["published"] == published
        if tolerance != ALL:
            keep &= exact | (table["tolerance_percent"] == tolerance)
        kept = table[keep]
        shares = _shares(kept, names)
        left = pd.Series(0.0, index=names)
        for said, drawn in bars.items():
            for bar, name in zip(drawn, names, strict=True):
                bar.set_x(left[name])
                bar.set_width(shares.loc[name, said])
            left += shares[said]
        number = kept["claim_id"].value_counts()
        for text, name in zip(counts, names, strict=True):
            text.set_text(_counted(int(number.get(name, 0))))
        one_sided = int((shares.max(axis="columns") == 100).sum())
        known = int(shares.any(axis="columns").sum())
        title = f"{one_sided} of {known} verdicts are the same under every choice"
        which = "" if published == ALL else f" Published {published}."
        forgiven = "5, 10 and 20" if tolerance == ALL else tolerance
        said = f"Share of choices by verdict, percent. Tolerance {forgiven} %.{which}"
        heading.set_text(title)
        subtitle.set_text(said)
        listed = "; ".join(
            f"{name} {_listed(shares.loc[name])} of {number.get(name, 0)}"
            for name in names
        )
        return f"{title}. {said} {listed}. A share of choices, not a probability."

    drawn = [bar for group in bars.values() for bar in group]
    drawn += [*counts, heading, subtitle]
    return style.Live(figure, {("published", "tolerance"): drawn}, update)


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
