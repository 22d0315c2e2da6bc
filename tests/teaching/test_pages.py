"""Pages for readers on a code host: each link leads somewhere, each count is right."""

import re
from urllib.parse import unquote

import pytest

from helpers import claims, tables
from tests.notebooks import reading

PAGES = [
    *sorted((reading.ROOT / "docs").rglob("*.md")),
    *(reading.ROOT / name for name in ("README.md", "CONTRIBUTING.md")),
    reading.ROOT / "data" / "README.md",
]
LINK = re.compile(r"(?<!!)\[(?:!\[[^\]]*\]\([^)]*\)|[^\[\]])*\]\(([^)\s]+)\)")
IMAGE = re.compile(r"!\[[^\]]*\]\(([^)\s]+)\)")
OWN_ANCHOR = re.compile(r'<a id="([^"]+)">')
CITED = re.compile(r"@(\w+)")
PAPER = reading.ROOT / "docs" / "paper.md"


def problems(path):
    """What is wrong with the links of a page: one sentence each."""
    text = reading.FENCED.sub("", path.read_text(encoding="utf-8"))
    text = re.sub(r"`[^`\n]*`", "", text)
    targets = LINK.findall(text) + IMAGE.findall(text) + reading.HTML_LINK.findall(text)
    found = []
    for target in targets:
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = unquote(target).partition("#")
        place = (path.parent / name).resolve() if name else path
        if not place.is_relative_to(reading.ROOT) or not place.exists():
            found.append(f"leads nowhere: {target}")
        elif anchor and anchor not in anchors(place):
            found.append(f"no such heading: {target}")
    return found


def anchors(path):
    """Anchors of a page or a notebook, with those that it sets itself."""
    own = OWN_ANCHOR.findall(path.read_text(encoding="utf-8"))
    return reading.anchors(path) | set(own)


@pytest.mark.parametrize(
    "path", PAGES, ids=lambda path: path.relative_to(reading.ROOT).as_posix()
)
def test_links_lead_somewhere(path):
    reading.settle(problems(path))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("# A part\n[x](#a-part) [y](https://x.org) `[z](no.md)`", 0),
        ("[x](other.md#there)", 0),
        ("[x](other.md#not-there)", 1),
        ("[x](no.md) ![x](no.svg)", 2),
        ("[![x](no.svg)](other.md#nor)", 2),
        ('<img src="no.png">', 1),
        ("[x](../../../other.md)", 1),
    ],
)
def test_a_link_that_leads_nowhere_is_seen(tmp_path, monkeypatch, text, count):
    monkeypatch.setattr(reading, "ROOT", tmp_path)
    (tmp_path / "other.md").write_text('<a id="there"></a>\n', encoding="utf-8")
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    assert len(problems(page)) == count


def test_the_paper_counts_right():
    paper = " ".join(PAPER.read_text(encoding="utf-8").split())
    review = (reading.ROOT / "docs" / "jose.md").read_text(encoding="utf-8")
    counts = {
        "testable claims": len(claims.ledger()),
        "Jupyter notebooks": len(reading.lessons()),
        "exercise notebooks": len(reading.solutions()),
        "small tables": len(tables.names()),
        "terms": len(tables.load("glossary")),
    }
    for what, count in counts.items():
        assert f"{count} {what}" in paper
    assert f"{len(reading.lessons())} lessons" in review
    assert f"{len(reading.solutions())} exercises" in review


def test_every_reference_of_the_paper_is_in_its_list_and_used():
    cited = set(CITED.findall(PAPER.read_text(encoding="utf-8")))
    listed = PAPER.with_suffix(".bib").read_text(encoding="utf-8")
    assert cited == set(re.findall(r"^@\w+\{(\w+),", listed, re.MULTILINE))


def test_badges_need_no_network():
    for badge in (reading.ROOT / "docs").glob("badge_*.svg"):
        text = badge.read_text(encoding="utf-8")
        assert re.findall(r"https?:[^\"]+", text) == ["http://www.w3.org/2000/svg"]
