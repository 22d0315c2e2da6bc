"""Pages of the site that are no notebooks: home, claims, glossary; and its links."""

import posixpath
import re

from helpers import claims, tables

HOME, CLAIMS, GLOSSARY, CATALOGUE = (
    "index.md",
    "claims.md",
    "docs/glossary.md",
    "data/README.md",
)
PICTURE = re.compile(r"!\[([^\]]*)\]\((?:https?:)?//[^)]*\)")
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")
RAW_ANCHOR = re.compile(r"""<a (?:id|name)=["']([^"']+)["']>\s*</a>""")
ANCHOR = re.compile(r"\{#([^\s}]+)\}|^#+ +(.+)$", re.MULTILINE)
TERM = re.compile(r"(?<![*\w\[])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![*\w\]])")
CLAIMS_ROW = re.compile(r"^\| \*\*Claims\*\* \|.*$", re.MULTILINE)
CLAIM_ID = re.compile(r"\b[A-Z]\d+\b")
ELSEWHERE = re.compile(r"[a-z]+:|#|//")
HOME_TEXT = """
## On this site
Each lesson stands here as it looks when all its cells have run. Results that a learner
should first think about are folded: open them after you have decided. Maps with a
slider work here. Other controls are shown as still pictures: they move when you open
the course on your computer. Nothing that you do here is sent anywhere.

* [The claims](claims.md), with the course's own readings folded away
* [The glossary](docs/glossary.md)
* [The data](data/README.md): each table, its columns, its sources
"""
CLAIMS_TEXT = """# The claims
What the bulletin says, in our words. A *figure* can be computed, an *event* can be
dated, a *judgement* needs reasons, a *prediction* needs time. The period is *stated* by
the bulletin or *assumed* by the course. Open the course's reading after you have
decided: yours may differ, with reasons.
"""
GLOSSARY_TEXT = "# Glossary\nEach term stands where a lesson first needs it.\n"


def slug(words):
    """The anchor of a heading or term.

    >>> slug("Cohen's kappa")
    'cohens-kappa'
    """
    return re.sub(r"[^\w\- ]", "", words.strip().lower()).replace(" ", "-")


def short_title(name):
    """A notebook's name as a title.

    >>> short_title("11_energy_and_corridors")
    '11 Energy and corridors'
    """
    number, _, words = name.replace("_", " ").partition(" ")
    return f"{number} {words[:1].upper()}{words[1:]}"


def home(readme, contents):
    """The first page: the README, what is special here, and the table of contents.

    Parameters
    ----------
    readme : str
    contents : dict of str to list of str
        From a caption to the pages below it, as toctree wants them.
    """
    trees = (
        f"\n```{{toctree}}\n:hidden:\n:caption: {caption}\n\n"
        + "\n".join(pages)
        + "\n```\n"
        for caption, pages in contents.items()
        if pages
    )
    return readme + HOME_TEXT + "".join(trees)


def claims_page(lessons):
    """The ledger by section, each claim with its lesson and the folded reading.

    Parameters
    ----------
    lessons : dict of str to str
        From the name of a lesson to its path on the site.
    """
    parts = [CLAIMS_TEXT]
    ledger = claims.ledger()
    for section, rows in ledger.groupby("section", sort=False):
        parts.append(f"\n## {section.replace('_', ' ').capitalize()}\n")
        parts.append("| claim | what the bulletin says | lesson |\n|---|---|---|\n")
        parts.extend(
            _claim(name, lesson, lessons[lesson])
            for name, lesson in zip(rows["claim_id"], rows["lesson"], strict=True)
        )
    return "".join(parts)


def glossary_page(lessons):
    """The table ``glossary`` as a page; ``lessons`` as for ``claims_page``."""
    parts = [GLOSSARY_TEXT]
    for row in tables.load("glossary").itertuples():
        link = f"[{short_title(row.lesson)}](../{lessons[row.lesson]})"
        term = f"[{_plain(row.term)}]{{#{slug(row.term)}}}"
        parts.append(f"\n{term}\n: {_plain(row.meaning)} {link}\n")
    return "".join(parts)


def anchors(text):
    """The anchors of a Markdown page: those it names, and those of its headings."""
    return {name or slug(heading) for name, heading in ANCHOR.findall(text)}


def cleaned(text):
    """Markdown without pictures from elsewhere, with anchors that can be checked."""
    return RAW_ANCHOR.sub(r"[]{#\1}", PICTURE.sub(r"\1", text))


def relinked(text, page, place):
    """The Markdown of a page with each relative link put where the site has it.

    Parameters
    ----------
    text, page : str
        ``page`` is its path in the course, for example ``"docs/jose.md"``.
    place : callable
        Takes a path in the course and gives that on the site, or None where the site
        does not have it: then the words stay without their link.
    """

    def link(found):
        sign, words, target = found.groups()
        if ELSEWHERE.match(target):
            return found[0]
        path, mark, anchor = target.partition("#")
        here = posixpath.dirname(page)
        there = place(posixpath.normpath(posixpath.join(here, path)))
        if there is None:
            return words
        return f"{sign}[{words}]({posixpath.relpath(there, here or '.')}{mark}{anchor})"

    return LINK.sub(link, text)


def linked_claims(text, path):
    """The box of a lesson, with each claim of its row linked to the ledger's page."""
    known = set(claims.ledger()["claim_id"])

    def link(found):
        name = found[0]
        return f"[{name}]({path}#{name.lower()})" if name in known else name

    return CLAIMS_ROW.sub(lambda row: CLAIM_ID.sub(link, row[0]), text)


def linked_terms(text, path, terms):
    """Markdown with each italic term linked to the glossary where it comes first.

    ``terms`` holds the anchors that are still to be linked; those found are taken out.
    """

    def link(found):
        anchor = slug(found[1])
        if anchor not in terms:
            return found[0]
        terms.discard(anchor)
        return f"[{found[0]}]({path}#{anchor})"

    return TERM.sub(link, text)


def _claim(name, lesson, path):
    """One row: the claim in words, its period, and the reading in a fold."""
    claim = claims.claim(name)
    kind = claim.kind.capitalize()
    (reading,) = claims.reading(name)
    says = f"As of 2020: {reading.as_of_2020}. Now: {reading.now}. {reading.reasons}"
    return (
        f"| [{name}]{{#{name.lower()}}} | {_plain(claim.statement)}.<br>"
        f"{kind}; {claim.period}, {claim.period_basis}."
        f"<details><summary>The course's reading of {name}</summary>"
        f"{_plain(says)}</details> | [{short_title(lesson)}]({path}) |\n"
    )


def _plain(words):
    """Words that Markdown must not read as signs."""
    return re.sub(r"[\\`*_{}\[\]<>#|~$&\"]", lambda sign: f"&#{ord(sign[0])};", words)
