"""The glossary: one page made from the tables of terms and of names."""

import re
from pathlib import Path

from helpers import tables

LESSONS = Path(__file__).resolve().parents[2] / "notebooks"
LANGUAGES = {
    "russian": "ru",
    "chinese": "zh-Hans",
    "kazakh": "kk",
    "kyrgyz": "ky",
    "tajik": "tg",
    "uzbek": "uz",
    "turkmen": "tk",
    "uyghur": "ug",
}
FROM_THE_RIGHT = {"ug"}
GROUPS = {
    "States and their capitals": ("state", "capital"),
    "Other cities, regions and places": ("city", "region", "place"),
    "Border crossings": ("border crossing",),
    "Institutions and programmes": ("institution", "programme"),
}
INTRODUCTION = """# Glossary
Made from the tables `glossary` and `place_names` by `python3 course.py build`; change
the tables, not this page. Each term leads to the lesson that introduces it.

[Terms](#terms) | [Names by language](#names-by-language)
"""

GROUNDS = """A name stands here only where a source confirms it; the
[catalogue of data](../data/README.md#place_names) says which sources, and how far to
trust them. Where a language is missing, no name was confirmed. A name says nothing on
whose land a place is, or should be.
"""


def page():
    """The glossary as Markdown, seen from the folder ``docs``.

    Returns
    -------
    str
        Terms, each below a heading with the anchor :func:`anchor`; then the names of
        places and institutions, each marked with its language.
    """
    terms = tables.load("glossary").sort_values(
        "term", key=lambda term: term.str.casefold()
    )
    names = tables.load("place_names").fillna("")
    parts = [INTRODUCTION, "## Terms", _letters(terms["term"])]
    parts += [_term(row) for row in terms.itertuples()]
    parts += ["## Names by language", GROUNDS]
    for title, kinds in GROUPS.items():
        rows = names[names["kind"].isin(kinds)]
        parts += [f"### {title}", "\n".join(map(_place, rows.to_dict("records")))]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def anchor(term):
    """Where a term stands on the page.

    >>> anchor("Cohen's kappa")
    'cohens-kappa'
    """
    return re.sub(r"[^\w\- ]", "", term).lower().replace(" ", "-")


def short_title(lesson):
    """A notebook's name as a title.

    >>> short_title("11_energy_and_corridors")
    '11 Energy and corridors'
    """
    number, _, words = lesson.replace("_", " ").partition(" ")
    return f"{number} {words.capitalize()}"


def _letters(terms):
    """A link to the first term of each letter."""
    first = {term[0].upper(): anchor(term) for term in reversed(list(terms))}
    return " ".join(f"[{letter}](#{first[letter]})" for letter in sorted(first))


def _term(row):
    # JupyterLab keeps capitals and signs in the anchors of headings, code hosts do not.
    place = anchor(row.term)
    own = "" if place == row.term.replace(" ", "-") else f'<a id="{place}"></a>\n\n'
    (path,) = LESSONS.glob(f"*/{row.lesson}.ipynb")
    lesson = path.relative_to(LESSONS).as_posix()
    first = f"[{short_title(path.stem)}](../notebooks/{lesson})"
    return f"{own}### {row.term}\n{row.meaning} First in {first}."


def _place(row):
    codes = row["iso"] or row["located_in"].replace("; ", ", ")
    said = ", ".join(filter(None, [row["kind"], codes]))
    names = [
        f"{column.capitalize()} {_marked(row[column], language)}"
        for column, language in LANGUAGES.items()
        if row[column]
    ]
    note = [row["note"]] if row["note"] else []
    return f"* **{row['place']}** ({said}). " + " ".join(
        [*([" · ".join(names) + "."] if names else []), *note]
    )


def _marked(names, language):
    direction = ' dir="rtl"' if language in FROM_THE_RIGHT else ""
    return "; ".join(
        f'<span lang="{language}"{direction}>{name}</span>'
        for name in names.split("; ")
    )
