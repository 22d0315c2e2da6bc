"""What a slide can hold of a text or a table; the speaker's notes hold the rest."""

import re

from bs4 import BeautifulSoup

from helpers.teaching import text

TEXT_MOST = 950  # characters of lists on one slide
LEAD_MOST = 420  # characters of prose
ROWS_MOST, TABLE_MOST = 12, 1100  # rows of a table, and characters in them
TERM = re.compile(r"(?<!\*)\*[^*\s][^*]*\*(?!\*)")


def leads(blocks, terms_only):
    """What a slide keeps of each paragraph: all of them when they are short.

    Else the first sentences, and those in which a term is explained. A note on what
    may weigh on a reader is kept whole.
    """
    said = [block for block in blocks if _is_prose(block)]
    short = sum(map(len, said)) <= LEAD_MOST and not terms_only
    whole = short or any(block.startswith("**Content note") for block in said)
    length, kept_of = 0, {}
    for block in said:
        kept = []
        for place, sentence in enumerate(text.sentences(block)):
            first = place == 0 and not terms_only
            if whole or (
                length < LEAD_MOST and (first or TERM.search(sentence) is not None)
            ):
                kept.append(sentence)
                length += len(sentence)
        kept_of[block] = " ".join(kept)
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
