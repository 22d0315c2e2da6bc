"""Another paper's claims: a short CSV that names measures and never holds code.

Columns of the file, one row a piece of evidence:

claim_id, statement, kind   as in the course's ledger; kind is figure or judgement
comparator, value, unit     about, under, over or exactly; the claimed figure
period                      the claimed period, in words
basis                       who counts, in words
measure                     a measure by name, for example economy.turnover_share
tables                      the tables it takes, in order, joined by a semicolon
parameters                  its arguments by name, for example partner=CHN
less                        optional: other parameters; this value is taken away
row                         which row of the result, for example country=KAZ; year=2023
column                      which column of the result

A judgement has no figure and no measure: it is listed, and the reader judges.
"""

import csv
import dataclasses
import inspect
import io
import math
from pathlib import Path

import pandas as pd

from helpers import claims, diplomacy, economy, security, tables

SECTIONS = {"economy": economy, "security": security, "diplomacy": diplomacy}
COLUMNS = (
    "claim_id",
    "statement",
    "kind",
    "comparator",
    "value",
    "unit",
    "period",
    "basis",
    "measure",
    "tables",
    "parameters",
    "less",
    "row",
    "column",
)
KINDS = ("figure", "judgement")
COMPARATORS = ("about", "under", "over", "exactly")
EXAMPLE = "partner=CHN; year=2023"


class LedgerError(Exception):
    """A ledger file cannot be read; the message says which row, and what to do."""


@dataclasses.dataclass(frozen=True)
class OtherLedger:
    """Another paper's claims, with their evidence weighed by the course's rule."""

    claims: tuple
    table: pd.DataFrame

    def verdicts(self):
        """One verdict a claim with figures, over all its bases.

        Returns
        -------
        DataFrame
            ``claim_id``, ``statement``, ``verdict``; a judgement has none.
        """
        rows = [
            {
                "claim_id": one.claim_id,
                "statement": one.statement,
                "verdict": claims.together(
                    self.table.loc[self.table["claim_id"] == one.claim_id, "verdict"]
                )
                if one.kind == "figure"
                else "yours to judge",
            }
            for one in self.claims
        ]
        return pd.DataFrame(rows)


def read_ledger(source):
    """Read another paper's claims and compute the evidence that each row names.

    Parameters
    ----------
    source : Path, str or DataFrame
        The file, or its rows with the columns that this module lists.

    Returns
    -------
    OtherLedger
        ``claims``, and ``table`` with one row a piece of evidence: ``claim_id``,
        ``basis``, ``period``, ``measured``, ``unit``, ``verdict``.

    Raises
    ------
    LedgerError
        When the file or a row is not as it should be; the message names the row of
        the file (the header is row 1) and the remedy.
    """
    stated, evidence = {}, []
    for number, row in _rows(source):
        one = _claim(number, row)
        before = stated.setdefault(one.claim_id, one)
        # As tuples, in which the one NaN of all judgements equals itself.
        if dataclasses.astuple(before) != dataclasses.astuple(one):
            raise LedgerError(
                f"Row {number}: {one.claim_id} stands in an earlier row with another "
                "statement, kind, figure or period. Write these alike in all its rows."
            )
        if one.kind == "figure":
            measured = _measured(number, row)
            evidence.append(
                {
                    "claim_id": one.claim_id,
                    "basis": row["basis"],
                    "period": row["row"],
                    "measured": measured,
                    "unit": one.unit,
                    "verdict": claims.verdict(one, measured),
                }
            )
    columns = ["claim_id", "basis", "period", "measured", "unit", "verdict"]
    return OtherLedger(tuple(stated.values()), pd.DataFrame(evidence, columns=columns))


def problem(source):
    """What is wrong with a ledger file, in words; empty when nothing is.

    Parameters
    ----------
    source : Path, str or DataFrame
        As for :func:`read_ledger`.

    Returns
    -------
    str
    """
    try:
        read_ledger(source)
    except LedgerError as error:
        return str(error)
    return ""


def _rows(source):
    """The rows as text, with every column there, by their numbers in the file."""
    if isinstance(source, pd.DataFrame):
        rows = source.astype("string").fillna("").set_axis(range(2, len(source) + 2))
    else:
        rows = _file(source)
    if missing := [name for name in COLUMNS if name not in rows]:
        raise LedgerError(
            f"Row 1: the columns {', '.join(missing)} are missing. The header must be: "
            f"{','.join(COLUMNS)}."
        )
    rows = rows[list(COLUMNS)].apply(lambda column: column.str.strip())
    numbered = zip(rows.index, rows.to_dict("records"), strict=True)
    filled = [(number, row) for number, row in numbered if any(row.values())]
    if not filled:
        raise LedgerError("The file has a header and no row. Add one row a claim.")
    return filled


def _file(source):
    """The rows of a file, blank ones too, so that row numbers are those of the file."""
    try:
        path = Path(source)
        text = path.read_text(encoding="utf-8-sig")
        lines = list(csv.reader(io.StringIO(text, newline="")))
    except FileNotFoundError:
        raise LedgerError(
            f"There is no file {path.name} here. Give its name as it is written."
        ) from None
    except TypeError:
        raise LedgerError(
            f"A ledger is the name of a file or a DataFrame, not {source!r}."
        ) from None
    except (ValueError, OSError, csv.Error) as error:
        raise LedgerError(
            f"{path.name} cannot be read as a CSV in UTF-8: {error}. Save it again "
            "as CSV UTF-8, with commas."
        ) from error
    first = next((place for place, line in enumerate(lines) if any(line)), None)
    if first is None:
        raise LedgerError(
            f"{path.name} is empty. Its first row must be: {','.join(COLUMNS)}."
        )
    header = [name.strip() for name in lines[first]]
    if len(header) == 1 and any(sign in header[0] for sign in ";\t"):
        raise LedgerError(
            f"Row 1: {path.name} has no commas between its columns. Save it again as "
            "CSV UTF-8, with commas."
        )
    if twice := [name for name in COLUMNS if header.count(name) > 1]:
        raise LedgerError(f"Row 1: the column {twice[0]} stands twice. Keep one.")
    filled = []
    for number, line in enumerate(lines[first + 1 :], start=first + 2):
        if len(line) > len(header):
            raise LedgerError(
                f"Row {number} has {len(line)} columns, the header {len(header)}. Put "
                'a text with a comma in quotation marks: "in trade, it leads".'
            )
        filled.append(line + [""] * (len(header) - len(line)))
    numbers = range(first + 2, len(lines) + 1)
    return pd.DataFrame(filled, columns=header, index=numbers, dtype="string")


def _claim(number, row):
    """The claim that a row states."""
    for name in ("claim_id", "statement", "kind"):
        if not row[name]:
            raise LedgerError(f"Row {number}: {name} is empty. Fill it.")
    _one_of(number, "kind", row["kind"], KINDS)
    value = math.nan
    if row["kind"] == "figure":
        _one_of(number, "comparator", row["comparator"], COMPARATORS)
        try:
            value = float(row["value"])
        except ValueError:
            value = math.inf
        if not math.isfinite(value):
            raise LedgerError(
                f"Row {number}: value is {row['value']!r}, not a number. Write it with "
                "a point and no unit, for example 22.5."
            )
    return claims.Claim(
        claim_id=row["claim_id"],
        kind=row["kind"],
        paragraph=0,
        statement=row["statement"],
        comparator=row["comparator"],
        claimed_value=value,
        unit=row["unit"],
        period=row["period"],
        period_basis="stated",
    )


def _measured(number, row):
    """The value that the measure of a row gives."""
    call = _measure(number, row["measure"])
    frames = [_table(number, name) for name in _split(row["tables"])]
    arguments = _pairs(number, "parameters", row["parameters"])
    value = _value(number, row, call, frames, arguments)
    if row["less"]:
        other = arguments | _pairs(number, "less", row["less"])
        value -= _value(number, row, call, frames, other)
    return value


def _measure(number, name):
    section, _, function = name.partition(".")
    known = SECTIONS.get(section)
    call = getattr(known, function, None) if known else None
    if known is None or function not in known.__all__ or not inspect.isfunction(call):
        there = SECTIONS if known is None else {section: known}
        names = [
            f"{part}.{one}"
            for part, module in there.items()
            for one in module.__all__
            if inspect.isfunction(getattr(module, one))
        ]
        raise LedgerError(
            f"Row {number}: there is no measure {name!r}. There are: "
            f"{', '.join(names)}."
        )
    return call


def _table(number, name):
    try:
        return tables.load(name)
    except KeyError as error:
        raise LedgerError(f"Row {number}: {error.args[0]}") from error


def _value(number, row, call, frames, arguments):
    """The one value of the result in the row and column that are asked for."""
    try:
        result = call(*frames, **arguments)
    except Exception as error:  # whatever a measure meets in another's arguments
        met = str(error.args[0] if error.args else error).rstrip(".")
        met = f"no {met}" if isinstance(error, KeyError) and " " not in met else met
        raise LedgerError(
            f"Row {number}: {row['measure']} cannot take {row['tables']!r} and "
            f"{arguments}: {met}. It takes {inspect.signature(call)}."
        ) from error
    if not isinstance(result, pd.DataFrame):
        return _number(number, row, result)
    where = _pairs(number, "row", row["row"])
    lost = [name for name in [*where, row["column"]] if name not in result]
    if lost:
        raise LedgerError(
            f"Row {number}: {row['measure']} gives no column {', '.join(lost)!r}. It "
            f"gives: {', '.join(map(str, result.columns))}."
        )
    try:
        return _number(number, row, tables.value(result, row["column"], **where))
    except (KeyError, ValueError, TypeError) as error:
        raise LedgerError(
            f"Row {number}: row {row['row']!r} does not name one row of the result: "
            f"{error.args[0]}"
        ) from error


def _number(number, row, value):
    try:
        return float(value)
    except (TypeError, ValueError):
        raise LedgerError(
            f"Row {number}: the column {row['column']!r} holds {value!r}, not a number."
        ) from None


def _pairs(number, column, text):
    """``a=1; b=x`` as a dict; numbers become numbers."""
    pairs = {}
    for part in _split(text):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not (equals and name.isidentifier() and value):
            raise LedgerError(
                f"Row {number}: {column} is {text!r}. Write names and values, for "
                f"example {EXAMPLE}."
            )
        if name in pairs:
            raise LedgerError(f"Row {number}: {column} names {name} twice. Keep one.")
        pairs[name] = _plain(value)
    return pairs


def _plain(value):
    """A number where it is one, else the text; nothing is ever run."""
    for kind in (int, float):
        try:
            return kind(value)
        except ValueError:
            continue
    return {"True": True, "False": False}.get(value, value)


def _split(text):
    return [part.strip() for part in text.split(";") if part.strip()]


def _one_of(number, column, value, known):
    if value not in known:
        raise LedgerError(
            f"Row {number}: {column} is {value!r}. Write one of {', '.join(known)}."
        )
