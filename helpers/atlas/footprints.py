"""The atlas of foreign military sites."""

from helpers import style, tables
from helpers.atlas.widget import Atlas
from helpers.maps import Layer

PAID_FOR = "Tajikistan, paid for by China"
OPERATORS = {
    "Russia": style.PARTNER["RUS"],
    "China": style.PARTNER["CHN"],
    PAID_FOR: "#e0a100",
    "United States": "#2a6f97",
    "Germany": "#4a4f57",
    "France": "#3a8f6b",
    "India": "#c65fa5",
}
POSITIONS = {True: "approximate", False: "from the source"}


def sites(table, year=2020):
    """Foreign sites by operator, kind and reliability, with who denies them.

    A year shows the sites that a source places in it. A site without a known first
    year is shown until its last one. The list is not complete.

    Parameters
    ----------
    table : DataFrame
        The table ``military_sites``.
    year : int
        The year shown first.

    Returns
    -------
    Atlas
        Titled with how many of the sites are reported Chinese ones, and how many of
        those somebody denies.
    """
    chinese = table[table["operator"] == "CHN"]
    denied = chinese.loc[chinese["contested_by"].notna(), "site"].nunique()
    return Atlas(
        [_layer(_described(table))],
        title=(
            f"Of {table['site'].nunique()} sites on the list, "
            f"{chinese['site'].nunique()} are reported Chinese ones, "
            f"and {denied} of these are denied"
        ),
        subtitle=(
            "Foreign military sites, and posts paid for by China, by operator and year"
        ),
        credit=tables.credit("military_sites"),
        year=year,
    )


def _described(table):
    """The table with the columns that the map shows and filters by."""
    names = tables.country_names()
    operator = table["operator"].map(names).mask(table["paid_by"].notna(), PAID_FOR)
    ended = table["ended"].astype("string").fillna("open")
    return table.assign(
        operator_name=operator,
        host_name=table["host"].map(names),
        sign=tables.signs(table),
        years=table["began"].astype("string").fillna("not known") + " to " + ended,
        denied_by=table["contested_by"].fillna("nobody known"),
        position=table["is_approximate"].map(POSITIONS),
    )


def _layer(rows):
    return Layer(
        name="Sites",
        frame=rows,
        kind="points",
        label="site",
        colour="operator_name",
        palette=OPERATORS,
        years=("began", "ended"),
        filters={
            "Operator": "operator_name",
            "Kind": "kind",
            "Reliability": "sign",
            "Host": "host_name",
        },
        details={
            "Operator": "operator_name",
            "Host": "host_name",
            "Kind": "kind",
            "Years": "years",
            "What is known": "what_is_known",
            "Reliability": "sign",
            "Denied or disputed by": "denied_by",
            "Position": "position",
            "Says": "source",
        },
        dashed="is_approximate",
        dashed_means="dashed ring: position approximate",
        reliability="sign",
    )
