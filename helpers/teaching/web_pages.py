"""Pages of the site that are no notebooks: home and claims; and the site's links."""

import posixpath
import re

from helpers import claims
from helpers.report.glossary import short_title

HOME, CLAIMS, GLOSSARY, CATALOGUE = (
    "index.md",
    "claims.md",
    "docs/glossary.md",
    "data/README.md",
)
PICTURE = re.compile(r"!\[([^\]]*)\]\((?:https?:)?//[^)]*\)")
IMAGE = re.compile(r"(!)\[([^\[\]]*)\]\(([^)\s]+)\)")
LINK = re.compile(r"(?<!!)()\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")
RAW_ANCHOR = re.compile(r"""<a (?:id|name)=["']([^"']+)["']>\s*</a>""")
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


def claims_page(notebooks):
    """The ledger by section, each claim with its lesson and the folded reading.

    Parameters
    ----------
    notebooks : sequence of str
        Paths on the site; lessons come before exercises of the same name.
    """
    lessons = {posixpath.basename(path)[:-6]: path for path in reversed(notebooks)}
    parts = [CLAIMS_TEXT]
    for section, rows in claims.ledger().groupby("section", sort=False):
        parts.append(f"\n## {section.replace('_', ' ').capitalize()}\n")
        parts.append("| claim | what the bulletin says |\n|---|---|\n")
        parts.extend(
            _claim(name, lesson, lessons[lesson])
            for name, lesson in zip(rows["claim_id"], rows["lesson"], strict=True)
        )
    return "".join(parts)


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

    return LINK.sub(link, IMAGE.sub(link, text))  # a badge is an image in a link


def linked_claims(text, path):
    """The box of a lesson, with each claim of its row linked to the ledger's page."""
    known = set(claims.ledger()["claim_id"])

    def link(found):
        name = found[0]
        return f"[{name}]({path}#{name.lower()})" if name in known else name

    return CLAIMS_ROW.sub(lambda row: CLAIM_ID.sub(link, row[0]), text)


def _claim(name, lesson, path):
    """One row: the claim in words, its period, and the reading in a fold."""
    claim = claims.claim(name)
    kind = claim.kind.capitalize()
    (reading,) = claims.reading(name)
    says = f"As of 2020: {reading.as_of_2020}. Now: {reading.now}. {reading.reasons}"
    return (
        f"| [{name}]{{#{name.lower()}}} | {_plain(claim.statement)}.<br>"
        f"{kind}; {claim.period}, {claim.period_basis}. "
        f"Lesson: [{short_title(lesson)}]({path})"
        f"<details><summary>The course's reading of {name}</summary>"
        f"{_plain(says)}</details> |\n"
    )


def _plain(words):
    """Words that Markdown must not read as signs."""
    return re.sub(r"[\\`*_{}\[\]<>#|~$&\"]", lambda sign: f"&#{ord(sign[0])};", words)
