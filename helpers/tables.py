"""Load a table or a map layer by name, describe its columns, cite its source."""

import functools
import html
import json
from pathlib import Path

import pandas as pd

# Learners read tables in the page: whole sentences, and only the digits that matter.
pd.set_option("display.max_colwidth", None, "display.precision", 2)

DATA = Path(__file__).resolve().parent.parent / "data"
SIGNS = {
    ("A", False): "● A",
    ("B", False): "○ B",
    ("A", True): "◆ A, contested",
    ("B", True): "◇ B, contested",
}
SIGN_WORDS = {
    "● A": "A: official, or several reports",
    "○ B": "B: one report",
    "◆ A, contested": "A, but contested",
    "◇ B, contested": "B, and contested",
}
MOST_NAMED = 60  # values in a message
_DTYPES = {
    "string": "str",
    "integer": "Int64",
    "number": "float64",
    "boolean": "boolean",
}


class Citation(str):
    """A sentence that names the source; a notebook shows it without quotes."""

    __slots__ = ()

    def __repr__(self):
        return str(self)

    def _repr_html_(self):
        return f"<p>{html.escape(self)}</p>"


def names():
    """Names of all tables, in the order of the catalogue.

    >>> "trade_by_partner" in names()
    True
    """
    return [name for name, entry in _package().items() if "schema" in entry]


def load(name):
    """Load one table of ``data/tables`` with typed columns.

    Parameters
    ----------
    name : str
        The name in the catalogue, ``data/README.md``.

    Returns
    -------
    DataFrame
        A copy that the caller may change. Years are integers, codes strings,
        values floats; units stand in :func:`describe`. Empty cells are missing.

    Raises
    ------
    KeyError
        When there is no such table; the message lists those there are.

    Examples
    --------
    >>> load("country_names").query("code == 'KGZ'")["name"].item()
    'Kyrgyzstan'
    """
    return _read(name).copy()


def layer(name):
    """Load one map layer.

    Parameters
    ----------
    name : str
        A layer of the base map (``countries``, ``provinces``, ``lakes``, ``rivers``,
        ``disputed_lines``, ``places``) or a map of the catalogue.

    Returns
    -------
    GeoDataFrame
        A copy in longitude and latitude (EPSG:4326). The base map is cut to the
        course's frame, so its areas and totals mean nothing.

    Raises
    ------
    KeyError
        When there is no such layer; the message lists those there are.
    """
    return _read_layer(name).copy()


def select(table, **where):
    """Rows of a table in which each named column has the value.

    Parameters
    ----------
    table : DataFrame
    **where : object
        A value for each column, by its name.

    Returns
    -------
    DataFrame
        At least one row.

    Raises
    ------
    KeyError
        When no row has a value, or there is no such column; the message lists those
        that occur.

    Examples
    --------
    >>> select(load("country_names"), name="Kyrgyzstan")["code"].item()
    'KGZ'
    """
    wanted = pd.Series(True, index=table.index)
    for column, value in where.items():
        _require(column, table)
        found = wanted & (table[column] == value)
        if found.hasnans:  # what is missing has no value
            found = found.fillna(False)
        if not found.any():
            there = _named(table.loc[wanted, column])
            raise KeyError(f"No rows with {column} {value!r}. There are: {there}.")
        wanted = found
    return table[wanted]


def _named(column):
    """The values of a column in words: all, or the first of very many."""
    known = sorted(column.dropna().unique())
    if len(known) > MOST_NAMED:
        known = [*known[:MOST_NAMED], f"and {len(known) - MOST_NAMED} more"]
    return ", ".join(map(str, known)) or "none"


def _require(column, table):
    if column not in table:
        there = ", ".join(map(str, table.columns))
        raise KeyError(f"No column {column!r}. There are: {there}.")


def value(table, column, **where):
    """The one value of a column where the other columns have these values.

    Parameters
    ----------
    table : DataFrame
    column : str
        Whose value to give.
    **where : object
        As for :func:`select`.

    Raises
    ------
    KeyError
        When there is no such row or column; the message lists those that occur.
    ValueError
        When there are several; the message says how many.

    Examples
    --------
    >>> value(load("country_names"), "code", name="Tajikistan")
    'TJK'
    """
    rows = select(table, **where)
    _require(column, rows)
    if rows.empty:
        raise KeyError("The table has no rows.")
    if len(rows) > 1:
        raise ValueError(f"{len(rows)} rows have {where}. Name one more column.")
    return rows[column].item()


def describe(name):
    """The columns of a table: type, unit and meaning.

    Returns
    -------
    DataFrame
        One row a column: ``column``, ``type``, ``unit``, ``meaning``.

    Examples
    --------
    >>> describe("trade_by_partner").set_index("column").loc["value_usd_mn", "unit"]
    'USD million'
    """
    return pd.DataFrame(
        {
            "column": field["name"],
            "type": field["type"],
            "unit": field.get("unit", ""),
            "meaning": field["description"],
        }
        for field in _columns(name)
    )


def cite(name):
    """The source of a table or map, with its licence, in one sentence.

    >>> cite("partner_shares")
    CIA, The World Factbook. Licence: public domain.
    """
    resource = _resource(name)
    licences = "; ".join(licence["title"] for licence in resource["licenses"])
    return Citation(f"{resource['citation']}. Licence: {licences}.")


def credit(*names):
    """Who counted, in short: the last line of a figure.

    Parameters
    ----------
    *names : str
        Tables or maps that the figure is drawn from.

    Examples
    --------
    >>> credit("partner_shares", "trade_long_run")
    'Data: CIA World Factbook; Correlates of War Project, dyadic trade 4.0.'
    """
    credits = (_resource(name)["credit"] for name in names)
    return f"Data: {'; '.join(dict.fromkeys(credits))}."


def signs(table):
    """How far each row can be trusted, as one sign: in tables, charts and the atlas.

    A filled sign is A, an official source or several independent reports; a hollow
    one is B, one report. A circle turns into a diamond where somebody denies the row.

    Parameters
    ----------
    table : DataFrame
        With the columns ``reliability`` (A or B) and ``contested_by``, which is empty
        where nobody is known to differ.

    Returns
    -------
    Series of str
        One of the ``SIGNS`` for each row.

    Raises
    ------
    ValueError
        When a row has another reliability: what is only recalled (R) is not shown.

    Examples
    --------
    >>> rows = pd.DataFrame({"reliability": ["A", "B"], "contested_by": [None, "Tass"]})
    >>> signs(rows).tolist()
    ['● A', '◇ B, contested']
    """
    grades = table["reliability"]
    if unknown := sorted(set(grades) - {grade for grade, _ in SIGNS}):
        raise ValueError(
            f"Reliability {', '.join(map(str, unknown))} has no sign: only rows of A "
            "and B are shown. Confirm the row in a source, or leave it out."
        )
    contested = table["contested_by"].fillna("").ne("")
    words = [SIGNS[pair] for pair in zip(grades, contested, strict=True)]
    return pd.Series(words, index=table.index, dtype="str")


def country_names():
    """Names of countries by ISO code.

    >>> country_names()["TJK"]
    'Tajikistan'
    """
    return _names_by_code().copy()


def the_five():
    """ISO codes of the five states of Central Asia.

    >>> the_five()
    ['KAZ', 'KGZ', 'TJK', 'TKM', 'UZB']
    """
    return _read("country_names").query("is_one_of_the_five")["code"].tolist()


@functools.cache
def _names_by_code():
    return _read("country_names").set_index("code")["name"].to_dict()


@functools.cache
def _package():
    text = (DATA / "datapackage.json").read_text(encoding="utf-8")
    return {entry["name"]: entry for entry in json.loads(text)["resources"]}


def _columns(name):
    """The described columns of a table, or of a map layer of its own."""
    entry = _resource(name)
    return entry["schema"]["fields"] if "schema" in entry else entry["columns"]


def _resource(name):
    if name not in _package():
        known = ", ".join(_package())
        raise KeyError(f"There is no table {name!r}. The catalogue has: {known}.")
    return _package()[name]


@functools.cache
def _read(name):
    if name not in names():
        raise KeyError(f"There is no table {name!r}. There are: {', '.join(names())}.")
    fields = _resource(name)["schema"]["fields"]
    return pd.read_csv(
        DATA / _resource(name)["path"],
        encoding="utf-8",
        dtype={field["name"]: _dtype(field) for field in fields if _dtype(field)},
        parse_dates=[field["name"] for field in fields if field["type"] == "date"],
        keep_default_na=False,
        na_values=[""],
    )


def _dtype(field):
    """The column's type; plain integers where no cell may be empty."""
    required = field.get("constraints", {}).get("required")
    if required and field["type"] in ("integer", "boolean"):
        return {"integer": "int64", "boolean": "bool"}[field["type"]]
    return _DTYPES.get(field["type"])


@functools.cache
def _read_layer(name):
    import geopandas as gpd  # a second to import, and only maps need it

    paths = {
        layer: DATA / entry["path"]
        for entry in _package().values()
        for layer in entry.get("layers", [])
    }
    if name not in paths:
        raise KeyError(f"There is no layer {name!r}. There are: {', '.join(paths)}.")
    frame = gpd.read_file(paths[name], layer=name)
    integers = {
        column["name"]: "Int64"
        for column in _package().get(name, {}).get("columns", [])
        if column["type"] == "integer"
    }
    return frame.astype(integers)
