"""The text of a lesson: headings, paragraphs, lists, sentences, and HTML of them."""

import dataclasses
import re

import mistune

HEADING = re.compile(r"^#{1,3} (.+)$", re.MULTILINE)
LINK = re.compile(r"(?<!!)\[([^\]]*)\]\((?!https?:)[^)]*\)")
SENTENCE_END = re.compile(r"((?<!\b[A-Z])(?<!\bno)[.!?][\"'”’)]*)\s+(?=[^a-z])")
PROMPT = re.compile(r"\*\*Before you run the next cell\*\*(?: \(.*?\))?:\s*(.+)")
NAVIGATION = re.compile(r"^\[(←|.*→\])")
TO_HTML = mistune.create_markdown(escape=False, plugins=["table"])


@dataclasses.dataclass(frozen=True)
class Part:
    """Text below one heading: ``section`` is the large heading that it belongs to."""

    section: str
    heading: str
    text: str


def split(source, above):
    """Take text apart at its headings; before the first one the part above goes on."""
    section, heading = above.section, above.heading
    parts, start = [], 0
    for match in HEADING.finditer(source):
        parts.append(Part(section, heading, source[start : match.start()].strip()))
        heading, start = match[1].strip(), match.end()
        section = heading if match[0].startswith(("# ", "## ")) else section
    parts.append(Part(section, heading, source[start:].strip()))
    return [part for part in parts if part.text or part is parts[-1]]


def blocks(text):
    """Paragraphs, lists and tables; without the line that leads to other lessons."""
    found = [block.strip("\n") for block in re.split(r"\n\s*\n", text)]
    return [block for block in found if block and not NAVIGATION.match(block)]


def items(block):
    """The items of a list; None when it is none."""
    found = re.split(r"^(?:[*-]|\d+\.) ", block, flags=re.MULTILINE)
    return [item.strip() for item in found[1:]] if not found[0].strip() else None


def sentences(text):
    """The sentences of a paragraph; a title in italics may hold several."""
    found = []
    for sentence in filter(None, SENTENCE_END.sub("\\1\0", text).split("\0")):
        if found and (found[-1].count("*") % 2 or found[-1].count("**") % 2):
            found[-1] += f" {sentence}"
        else:
            found.append(sentence)
    return found


def plain(text):
    """Markdown without the links that lead into the course's folders."""
    return LINK.sub(r"\1", text)


def to_html(text):
    """Markdown as HTML, without headings and links into the course's folders."""
    bold = HEADING.sub(r"**\1**\n", "\n\n".join(blocks(text)))
    return TO_HTML(plain(bold)).strip()


def inline(text):
    """One line of Markdown as HTML without a paragraph around it."""
    return to_html(text).removeprefix("<p>").removesuffix("</p>")
