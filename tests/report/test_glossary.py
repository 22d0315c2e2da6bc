"""The glossary: up to date, and linked from the lesson that introduces a term."""

import re

import pytest

from helpers import tables
from helpers.report import glossary
from tests.notebooks import reading

FILE = reading.ROOT / "docs" / "glossary.md"
TERMS = tables.load("glossary").set_index("term")["lesson"]
NAMES = tables.load("place_names").fillna("")
PAGE = FILE.read_text(encoding="utf-8")
LESSONS = {path.stem: path for path in reading.lessons()}
LINK = re.compile(r"docs/glossary\.md#([\w-]+)")


def linked(path):
    """Anchors of the glossary to which a notebook links."""
    cells = reading.read(path).markdown
    targets = (target for cell in cells for target in reading.targets(cell))
    return [match[1] for target in targets if (match := LINK.search(target))]


def test_the_page_is_what_the_build_writes():
    assert glossary.page() == PAGE


@pytest.mark.parametrize("term", TERMS.index)
def test_a_term_is_linked_once_from_its_lesson(term):
    path = LESSONS[TERMS[term]]
    if path not in reading.yours():
        assert linked(path).count(glossary.anchor(term)) == 1


def test_each_link_to_the_glossary_finds_its_term():
    known = set(map(glossary.anchor, TERMS.index))
    assert len(known) == len(TERMS)
    assert known <= reading.anchors(FILE)
    for path in [*reading.lessons(), *reading.solutions(), *reading.exercises()]:
        assert set(linked(path)) <= known, path.stem


@pytest.mark.parametrize("column", glossary.LANGUAGES)
def test_names_are_marked_with_their_language(column):
    language = glossary.LANGUAGES[column]
    direction = ' dir="rtl"' if language == "ug" else ""
    for names in filter(None, NAMES[column]):
        for name in names.split("; "):
            assert f'<span lang="{language}"{direction}>{name}</span>' in PAGE


SCRIPTS = {
    "russian": r"[\u0400-\u04ff ,-]+",
    "chinese": r"[\u4e00-\u9fff-]+",
    "kazakh": r"[\u0400-\u04ff ,]+",
    "kyrgyz": r"[\u0400-\u04ff -]+",
    "tajik": r"[\u0400-\u04ff ]+",
    "uzbek": r"[A-Za-z\u02bb ,]+",
    "turkmen": r"[A-Za-zÄäÇçŇňÖöŞşÜüÝýŽž ]+",
    "uyghur": r"[\u0600-\u06ff ]+",
}


@pytest.mark.parametrize("column", SCRIPTS)
def test_names_stand_in_the_script_that_the_table_promises(column):
    for names in filter(None, NAMES[column]):
        for name in names.split("; "):
            assert re.fullmatch(SCRIPTS[column], name), name


def test_a_name_has_a_source():
    named = NAMES[list(glossary.LANGUAGES)].ne("").any(axis=1)
    assert (NAMES.loc[named, "sources"] != "").all()


def test_codes_of_states_are_those_of_all_tables():
    known = set(tables.load("country_names")["code"])
    states = NAMES.query("kind == 'state'")
    assert set(states["iso"]) <= known
    for codes in filter(None, NAMES["located_in"]):
        assert set(codes.split("; ")) <= known
