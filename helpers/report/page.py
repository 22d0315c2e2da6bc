"""One HTML page that prints well and needs nothing from outside."""

import html
from contextlib import suppress
from uuid import uuid4

from helpers import journal

STYLE = """
@page { size: A4; margin: 16mm 17mm; }
body { font: 10.5pt/1.42 "DejaVu Sans", "Noto Sans", "Segoe UI", Arial, sans-serif;
  color: #2b2f36; max-width: 52em; margin: 1.5em auto; padding: 0 1em; }
h1 { font-size: 17pt; margin: 0 0 .2em; } h2 { font-size: 12.5pt; margin: 1em 0 .3em; }
p, li, td, th { overflow-wrap: anywhere; } p { margin: .3em 0; }
table { border-collapse: collapse; margin: .4em 0; } caption { text-align: left; }
td, th { padding: .15em .6em; border-bottom: 1px solid #c9ccd1; text-align: left; }
img { max-width: 100%; height: auto; } .quiet { color: #5b6068; font-size: 9pt; }
blockquote { margin: .3em 0 .3em 1em; border-left: 3px solid #c9ccd1;
  padding-left: .8em; }
h2, tr, img, blockquote { break-inside: avoid; } h2 { break-after: avoid; }
"""


def page(title, body, style=""):
    """A whole page: the title is escaped, the body is HTML already.

    ``style`` is more CSS, for what only this kind of page holds.
    """
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n<style>{STYLE}{style}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def write(files):
    """Write files in the place of earlier ones, which stay until all are written.

    Parameters
    ----------
    files : dict of Path to str or bytes
        Half a character pair in a text, which UTF-8 lacks, becomes an escape.

    Raises
    ------
    OSError
        When something cannot be written.
    """
    copies = {file: file.with_name(f"{file.name}.{uuid4().hex}.tmp") for file in files}
    try:
        for file, content in files.items():
            if isinstance(content, str):
                content = content.encode("utf-8", "backslashreplace")
            copies[file].write_bytes(content)
        for file, copy in copies.items():
            journal.patiently(copy.replace, file)
    finally:
        for copy in copies.values():
            with suppress(OSError):
                copy.unlink()


def text(words, tag="p"):
    """What somebody wrote, escaped, in the direction of its own script."""
    return f'<{tag} dir="auto">{html.escape(words)}</{tag}>'


def table(frame, caption):
    """A table with a caption and a header for each column."""
    head = "".join(
        f'<th scope="col">{html.escape(str(name))}</th>' for name in frame.columns
    )
    rows = "".join(
        "<tr>" + "".join(f"<td>{html.escape(str(cell))}</td>" for cell in row) + "</tr>"
        for row in frame.itertuples(index=False)
    )
    return (
        f"<table><caption>{html.escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )
