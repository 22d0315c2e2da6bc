"""Every number in the prose of a lesson is claimed, computed there, or accounted for.

Background numbers stand in ``constants.csv`` with the words around them, so that the
same digits elsewhere in the lesson still have to be computed.
"""

import csv
import re
from pathlib import Path

import pytest

from helpers import claims
from tests.notebooks import reading
from tests.notebooks.pages import code, page, text

with (
    Path(__file__).with_name("constants.csv").open(encoding="utf-8", newline="") as file
):
    CONSTANTS = list(csv.DictReader(file))
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
IN_PROSE = re.compile(rf"(?<![\w.,])(?<![A-Za-z]-)(?:{NUMBER.pattern})")
THOUSANDS = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}\b)")
NAMES = (
    r"\b(?:19|20)\d\d(?:[-–/]\d\d)?(?![\d.,]\d|\d)s?",  # years
    r"(?i)\b(?:lesson|paragraph|claim)s? \d+(?:(?:,| and| to| or) \d+)*",
    r"^[> ]*\d+\.\s",  # the items of a numbered list
)


def loose_numbers(page, constants=CONSTANTS):
    """Numbers in the prose that no output of the notebook and no claim contains."""
    known = list(_known(page))
    return [
        f"{number} in: {paragraph}"
        for paragraph in _paragraphs(page)
        for number in IN_PROSE.findall(_quantities(page, paragraph, constants))
        if not any(_same(number, other) for other in known)
    ]


def idle_constants(page, constants=CONSTANTS):
    """Constants that do not hold their number, or stand nowhere in the lesson."""
    prose = "\n".join(_paragraphs(page))
    return [
        f"{row['number']}: {row['context']}"
        for row in constants
        if row["lesson"] == page.path.stem
        and (row["number"] not in row["context"] or row["context"] not in prose)
    ]


def _paragraphs(page):
    """Prose without links, each paragraph and list item on one line."""
    prose = reading.prose("\n\n".join(page.body), links="")
    parts = re.split(
        r"\n\s*\n|\n(?=\s*(?:[*+-]|\d+\.)\s|#|\|)", THOUSANDS.sub("", prose)
    )
    return [" ".join(part.split()) for part in parts]


def _quantities(page, paragraph, constants):
    """A paragraph without the digits that are no quantities, and without constants."""
    for row in constants:
        if row["lesson"] == page.path.stem:
            paragraph = paragraph.replace(row["context"], "")
    titles = [path.stem.replace("_", " ") for path in reading.lessons()]
    for pattern in [*NAMES, *(rf"(?i)\b{title}\b" for title in titles)]:
        paragraph = re.sub(pattern, "", paragraph)
    return paragraph


def _known(page):
    """Numbers that the notebook prints, and those of the claims that it speaks of."""
    for cell in page.code:
        yield from NUMBER.findall(reading.shown(cell))
    ledger = claims.ledger()
    source = "\n".join(cell.source for cell in page.cells)
    spoken_of = set(re.findall(r"\b[ESPF]\d+\b", source))
    ours = ledger["claim_id"].isin(spoken_of) | (ledger["lesson"] == page.path.stem)
    for claim in ledger[ours].itertuples():
        yield f"{claim.claimed_value:f}"
        yield from NUMBER.findall(claim.statement)


def _same(number, other):
    """Whether one number is the other, or the other rounded."""
    value, exact = (float(text.replace(",", "")) for text in (number, other))
    decimals, finer = (len(text.partition(".")[2]) for text in (number, other))
    slack = 0.5 * 10**-decimals if finer > decimals else 0
    return abs(value - exact) <= slack + 1e-9


@pytest.mark.parametrize("path", reading.each(reading.lessons()))
def test_numbers_in_prose(path):
    reading.settle(loose_numbers(reading.read(path)))


@pytest.mark.parametrize("path", reading.each(reading.lessons()))
def test_constants_are_used(path):
    reading.settle(idle_constants(reading.read(path)))


def test_constants_have_a_source():
    known = {path.stem for path in reading.lessons()}
    for row in CONSTANTS:
        assert row["source"].strip(), row
        assert row["lesson"] in known, row


OUTPUT = code("x", shows="China's share: 22.796 percent of 58,065.6, or 4.0")


@pytest.mark.parametrize(
    "prose",
    [
        "China takes 22.8 percent, about 23%, of 58,066 (or 58\u202f066) million.",
        "From 1994 to 2023, in the 1990s and in 2019/20, under COVID-19.",
        "See E3, lesson 10, lessons 10 and 11, `10_trade` and [12](12.ipynb).",
        "The claim says 38 percent.",
        "Claim E5 says 21 percent.",
        "```\n97\n```\n\n1. One.\n2. Two.",
        "It was -4.0, so 4.",
        "### Sources\nVolume 97.",
    ],
)
def test_a_right_number_passes(prose):
    assert not loose_numbers(page(text(prose), OUTPUT))


@pytest.mark.parametrize(
    ("prose", "number"),
    [
        ("China takes 22.7 percent.", "22.7"),
        ("China takes 24 percent.", "24"),
        ("China takes 22.81 percent.", "22.81"),
        ("The total was 58,067 million.", "58,067"),
        ("The claim says 21 percent.", "21"),  # it is E5, which is not named
        ("## About 97 of them", "97"),
        ("| table | 97 |\n|---|---|", "97"),
        ("> quoted: 97", "97"),
        ("*97* of **them**", "97"),
        ("Sources\n\n## Else\n97", "97"),
        ("In 97 of 2019's months", "97"),
    ],
)
def test_a_wrong_number_is_seen(prose, number):
    (problem,) = loose_numbers(page(text(prose), OUTPUT))
    assert problem.startswith(f"{number} in: ")


def test_labels_of_rows_prove_nothing():
    table = '<table class="dataframe"><tr><th>97</th><td>3.5</td></tr></table>'
    output = code("x", shows="    x\n97  3.5", html=table)
    assert len(loose_numbers(page(text("It is 3.5, not 97."), output))) == 1


def test_a_constant_holds_only_in_its_context():
    row = {"lesson": "10_trade", "number": "97", "context": "all 97 of them"}
    assert not loose_numbers(page(text("It was all 97 of\nthem.")), [row])
    assert loose_numbers(page(text("It was 97 percent.")), [row])
    assert idle_constants(page(text("It was 97 percent.")), [row])
    assert idle_constants(page(text("all 97 of them")), [row | {"number": "98"}])
    assert not idle_constants(page(text("all 97 of them")), [row])
