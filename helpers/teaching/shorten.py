"""What a slide can hold of a text or a table; the speaker's notes hold the rest."""

import re

from bs4 import BeautifulSoup

from helpers.teaching import text

TEXT_MOST = 950  # characters of lists on one slide
LEAD_MOST, ASKS_MOST = 420, 240  # characters of prose, and of prose above a question
HEAD_LONG = 12  # characters of a column's name that may break
ROWS_MOST, TABLE_MOST = 12, 1100  # rows of a table, and characters in them
POINTS_BACK = re.compile(
    r"(It|They|That|This|These|Those|Such|None of this|So|Then|But|And)\b"
)
# A slide has no cell to run.
NOT_HERE = re.compile(r"\b(the|next|this) cell\b", re.IGNORECASE)
TERM = re.compile(r"(?<!\*)\*[^*\s][^*]*\*(?!\*)")


def leads(blocks, asks):
    """What a slide keeps of each paragraph: all of them when they are short.

    Else the first sentences, and those in which a term is explained, each with the
    one before that it points back to. A note on what may weigh on a reader is kept
    whole. A slide that also asks a question keeps less: of first sentences only that
    of the last paragraph, which leads to the question.
    """
    said = {block: _fitting(block) for block in blocks if _is_prose(block)}
    most = ASKS_MOST if asks else LEAD_MOST
    short = sum(len(" ".join(sentences)) for sentences in said.values()) <= most
    whole = short or any(block.startswith("**Content note") for block in said)
    length, kept_of = 0, {}
    leading = list(said)[-1:] if asks else said
    for block, sentences in said.items():
        kept = set()
        for place, sentence in enumerate(sentences):
            first = place == 0 and block in leading and not POINTS_BACK.match(sentence)
            if whole or (length < most and (first or TERM.search(sentence))):
                found = _with_what_it_needs(sentences, place) - kept
                length += sum(len(sentences[one]) for one in found)
                kept |= found
        kept_of[block] = " ".join(sentences[one] for one in sorted(kept))
    return kept_of


def pages(blocks, kept_of, shorten):
    """Blocks as HTML, page by page, so that no page's lists are too long."""
    made, length = [""], 0
    for block in blocks:
        items = text.items(block)
        if items is None:
            made[-1] += text.to_html(kept_of.get(block, block))
            continue
        items = [text.sentences(item)[0] if shorten else item for item in items]
        tag, start, held = "ol" if block[0].isdigit() else "ul", 1, []
        for place, item in enumerate(items, start=1):
            if held and length + len(item) > TEXT_MOST and not shorten:
                made[-1] += _list(tag, start, held)
                made.append("")
                length, held, start = 0, [], place
            held.append(item)
            length += len(item)
        made[-1] += _list(tag, start, held)
    return made


def _fitting(block):
    """The sentences of a paragraph that make sense away from the notebook."""
    found, left = [], False
    for sentence in text.sentences(without_extra(block)):
        left = bool(NOT_HERE.search(sentence) or (left and POINTS_BACK.match(sentence)))
        if not left:
            found.append(sentence)
    return found


def _with_what_it_needs(sentences, place):
    """The places of a sentence and of those that it points back to."""
    first = place
    while first and POINTS_BACK.match(sentences[first]):
        first -= 1
    return set(range(first, place + 1))


def _is_prose(block):
    return not block.startswith(("|", "```", "<")) and text.items(block) is None


def _list(tag, start, held):
    first = f' start="{start}"' if tag == "ol" else ""
    said = "".join(f"<li>{text.inline(item)}</li>" for item in held)
    return f"<{tag}{first}>{said}</{tag}>"


def without_extra(text):
    """A question without what follows for those who run the extra cells."""
    return re.split(r"\s*\(?\*\*Extra\*\*", text)[0]


def table(piece):
    """A table cut to what a slide can hold; it says how much is left out."""
    soup = BeautifulSoup(piece, "html.parser")
    for head in soup("th", scope="col"):
        if len(head.get_text()) > HEAD_LONG:
            head.string = head.get_text().replace("_", "_\u200b")  # may break there
    for found in soup("table"):
        rows, length = found.tbody("tr"), 0
        for place, row in enumerate(rows):
            length += len(row.get_text(" ", strip=True))
            if place and (place >= ROWS_MOST or length > TABLE_MOST):
                for left in rows[place:]:
                    left.decompose()
                note = soup.new_tag("p", attrs={"class": "quiet"})
                note.string = f"{len(rows) - place} more rows in the notebook"
                found.insert_after(note)
                break
    return str(soup)
