"""What is only recalled is shown as not checked, and rivals stay apart."""

import sys

import pandas as pd
import pytest

from helpers import tables

sys.path.insert(0, str(tables.DATA / "recipes"))
import common
import xinjiang_positions as recipe

sys.path.pop(0)


def test_recalled_rows_of_the_source_are_left_out():
    if not (common.SHARED / "sources" / recipe.POSITIONS).exists():
        pytest.skip("the sources folder is not there")
    rows = recipe._theirs()
    letter = rows[rows["text"] == "letter_supporting_2019"]
    assert letter["state"].tolist() == ["UZB"]  # the others are recalled there


def test_our_rows_belong_to_texts_whose_list_was_read():
    ours = pd.read_csv(recipe.OURS, dtype=str)
    texts = tables.load("xinjiang_texts").set_index("text")
    assert texts.loc[ours["text"], "list_read"].all()


def test_a_list_that_breaks_off_is_not_checked():
    texts = tables.load("xinjiang_texts").set_index("text")
    part = texts.index[texts["source"].str.contains("breaks off")]
    assert len(part) == 2
    assert not texts.loc[part, "list_read"].any()


def test_texts_stand_in_order_of_date():
    assert tables.load("xinjiang_texts")["date"].str[:7].is_monotonic_increasing


def test_no_private_person_is_named_in_our_own_tables():
    for name in ("kin_steps", "contested_projects", "xinjiang_texts"):
        text = tables.load(name).to_csv()
        assert "Sauytbay" not in text
        assert "Bilash" not in text


def test_a_form_has_letters_and_numbers_of_its_own():
    for name, key in (("explanations", "letter"), ("observations", "number")):
        table = tables.load(name)
        assert not table.duplicated(["form", key]).any()
    assert set(tables.load("explanations")["form"]) == set(
        tables.load("observations")["form"]
    )
