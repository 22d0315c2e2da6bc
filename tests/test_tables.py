"""Tables load typed, by name, as copies; wrong names get a list of right ones."""

import re

import pandas as pd
import pytest

from helpers import tables


@pytest.mark.parametrize("name", tables.names())
def test_every_table_loads_with_the_described_columns(name):
    table = tables.load(name)
    assert list(table.columns) == tables.describe(name)["column"].tolist()
    assert len(table) > 0


def test_types_follow_the_schema():
    trade = tables.load("trade_by_partner")
    assert pd.api.types.is_integer_dtype(trade["year"])
    assert pd.api.types.is_float_dtype(trade["value_usd_mn"])
    first_seen = tables.load("partner_shares")["first_seen"]
    assert pd.api.types.is_datetime64_any_dtype(first_seen)


def test_a_changed_copy_leaves_the_table_alone():
    mine = tables.load("claims")
    mine["statement"] = "changed"
    assert "changed" not in set(tables.load("claims")["statement"])
    tables.country_names().clear()
    assert tables.country_names()


def test_an_unknown_table_gets_the_list_of_known_ones():
    with pytest.raises(KeyError, match="trade_by_partner"):
        tables.load("trade")


def test_the_map_is_no_table():
    with pytest.raises(KeyError, match="trade_by_partner"):
        tables.load("base")


def test_an_unknown_layer_gets_the_list_of_known_ones():
    with pytest.raises(KeyError, match="countries"):
        tables.layer("roads")


def test_every_table_can_be_cited():
    for name in tables.names():
        assert "Licence: " in str(tables.cite(name))


def test_every_code_in_trade_has_a_name():
    trade, shares = tables.load("trade_by_partner"), tables.load("partner_shares")
    codes = {*trade["country"], *trade["partner"], *shares["partner"]}
    assert codes <= set(tables.country_names())


MIXED = pd.DataFrame({"who": ["b", None, "a"], "n": pd.array([2, None, 1], "Int64")})


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ({"who": "z"}, "No rows with who 'z'. There are: a, b."),
        ({"n": 5}, "No rows with n 5. There are: 1, 2."),
        ({"whom": "a"}, "No column 'whom'. There are: who, n."),
    ],
)
def test_what_is_not_there_is_said(where, words):
    with pytest.raises(KeyError, match=re.escape(words)):
        tables.select(MIXED, **where)


def test_rows_with_missing_cells_are_found():
    assert tables.select(MIXED, n=1)["who"].tolist() == ["a"]
    assert tables.value(MIXED, "n", who="b") == 2


def test_a_message_names_only_the_first_of_many_values():
    many = pd.DataFrame({"n": range(1000)})
    with pytest.raises(KeyError, match="58, 59, and 940 more"):
        tables.select(many, n=-1)


def test_a_value_needs_its_column_and_a_row():
    with pytest.raises(KeyError, match="No column 'whose'"):
        tables.value(MIXED, "whose", who="a")
    with pytest.raises(KeyError, match="no rows"):
        tables.value(MIXED.iloc[:0], "n")
    with pytest.raises(KeyError, match="There are: none"):
        tables.value(MIXED.iloc[:0], "n", who="a")
