"""A policy memo of two pages, from the journal: Markdown, HTML and PDF."""

import dataclasses
import html
import re
from pathlib import Path

import ipywidgets as widgets
import pandas as pd

from helpers import charts, claims, evidence, journal, style
from helpers.practice.forms import Form, say
from helpers.report import page, printing
from helpers.report.verdicts import scorecard

MOST = 6  # claims that fit on two pages
TITLE = "China and Central Asia: claims of 2020, weighed with open data"
NAMES = ("memo.md", "memo.html", "memo.pdf", "memo_chart.png")
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&]|^[-+=](?=\s|[-=]|$))")
NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")  # it would begin a list
METHOD = (
    "Two clocks: what could be known in 2020, and what is known now. Grades: A is an "
    "official source or several independent reports, B one report. Official says who "
    "published, not that it is true. The bulletin: Arkadiusz Legieć, Perspectives on "
    "China's Policy towards Central Asia, Polish Institute of International Affairs, "
    "2020; its claims are in our words."
)


@dataclasses.dataclass(frozen=True)
class Memo:
    """A memo that is ready to be written; a notebook shows it as HTML."""

    title: str
    author: str
    blocks: tuple
    chart: style.Picture | None
    sources: tuple

    def __repr__(self):
        number = len(self.blocks)
        chosen = ", ".join(block["claim_id"] for block in self.blocks)
        return f"Memo on {number} claims: {chosen}." if number else self._empty()

    def _repr_html_(self):
        return self._body()

    def markdown(self):
        """The memo as Markdown; the chart is the file beside it."""
        parts = [f"# {_plain(self.title)}"]
        parts += [_plain(self.author)] if self.author else []
        parts += [self._lead()]
        for block in self.blocks:
            parts.append(f"## {block['claim_id']}: {_plain(block['statement'])}")
            parts.append(f"**{block['verdict']}**")
            parts.append("\n".join(f"* {_plain(line)}" for line in block["figures"]))
            if block["reason"]:
                parts.append(f"> {_plain(block['reason'])}")
        if self.chart:
            parts.append(f"![{_plain(self.chart.alt)}]({NAMES[3]})")
        if self.sources:
            listed = "\n".join(f"* {_plain(source)}" for source in self.sources)
            parts.append(f"## Sources\n\n{listed}")
        return "\n\n".join([*parts, METHOD]) + "\n"

    def html(self):
        """The memo as one HTML page with its chart inside."""
        return page.page(self.title, self._body())

    def write(self, folder):
        """Write all forms of the memo into a folder.

        Parameters
        ----------
        folder : Path
            Made if need be; earlier files of the memo there are replaced.

        Returns
        -------
        tuple of str
            A sentence on each file, or on what is missing for it.
        """
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        markdown, page_, pdf, chart = (folder / name for name in NAMES)
        files = {markdown: self.markdown(), page_: self.html()}
        page.write(files | ({chart: self.chart.png} if self.chart else {}))
        written = f"Written: {NAMES[0]} and {NAMES[1]} in {folder}."
        return (written, printing.print_pdf(page_, pdf))

    def _lead(self):
        if not self.blocks:
            return self._empty()
        number = len(self.blocks)
        words = f"This memo weighs {number} claim{'' if number == 1 else 's'} of a "
        words += f"policy bulletin of 2020 against open data. {self._bottom_line()}"
        if number > MOST:
            words += f" More than {MOST} claims may need more than two pages."
        return words

    def _bottom_line(self):
        """How the verdicts stand now, in one sentence."""
        said = [block["now"] for block in self.blocks if block["now"]]
        counts = [f"{said.count(verdict)} {verdict}" for verdict in dict.fromkeys(said)]
        return f"Now: {', '.join(counts)}." if counts else "Now: all still open."

    def _empty(self):
        return (
            "Nothing to report yet: save a verdict in a lesson, or choose a claim with "
            "a verdict."
        )

    def _body(self):
        parts = [page.text(self.title, "h1")]
        parts += [page.text(self.author)] if self.author else []
        parts.append(page.text(self._lead()))
        for place, block in enumerate(self.blocks):
            parts.append(page.text(f"{block['claim_id']}: {block['statement']}", "h2"))
            parts.append(f"<p><b>{html.escape(block['verdict'])}</b></p>")
            lines = "".join(page.text(line, "li") for line in block["figures"])
            parts.append(f"<ul>{lines}</ul>" if lines else "")
            if block["reason"]:
                parts.append(page.text(block["reason"], "blockquote"))
            if self.chart and place == 0:
                parts.append(_image(self.chart))
        if self.sources:
            listed = "; ".join(self.sources)
            parts += ["<h2>Sources</h2>", page.text(f"{listed}.")]
        parts.append(f'<p class="quiet">{html.escape(METHOD)}</p>')
        return "\n".join(parts)


def memo(*claim_ids, title=TITLE, author="", entries=None):
    """A memo on claims that the learner has judged.

    Parameters
    ----------
    *claim_ids : str
        Without any: up to six judged claims, no sensitive one among them. Those with a
        reason come first, then those that could be told, then figures before events,
        judgements and predictions.
    title, author : str
        No name stands in the memo unless it is given here.
    entries : list of dict, optional
        Entries of a journal; by default the learner's own.

    Returns
    -------
    Memo
        A claim without a verdict is left out; without any, the memo says so.

    Raises
    ------
    KeyError
        When the ledger has no such claim.
    JournalError
        When the journal cannot be read.
    """
    for claim_id in claim_ids:
        claims.claim(claim_id)
    card = scorecard(entries).set_index("claim_id", drop=False)
    judged = card[(card["my_now"] != "") | (card["my_2020"] != "")]
    chosen = [name for name in dict.fromkeys(claim_ids) if name in judged.index]
    chosen = chosen if claim_ids else _unasked(_ranked(judged))
    blocks = tuple(_block(judged.loc[name]) for name in chosen)
    sources = [
        source
        for name in chosen
        for row in _cited(name).drop_duplicates("source").itertuples()
        for source in row.source.split("; ")
    ]
    return Memo(
        title=(title or "").strip() or TITLE,
        author=(author or "").strip(),
        blocks=blocks,
        chart=_chart(chosen),
        sources=tuple(dict.fromkeys(sources)),
    )


def memo_form():
    """A form that chooses claims and writes the memo beside the journal.

    Returns
    -------
    Form
    """
    judged = _judged()
    chosen = widgets.SelectMultiple(
        options=judged, value=_unasked(judged), description="claims", rows=10
    )
    title = widgets.Text(
        value=TITLE, description="title", layout=widgets.Layout(width="40em")
    )
    author = widgets.Text(value="", description="author", placeholder="may stay empty")
    button = widgets.Button(description="Write the memo", button_style="primary")
    status = widgets.HTML()

    def write(_button):
        said = _write(chosen.value, title.value, author.value)
        status.value = "".join(map(say, said))

    button.on_click(write)
    about = (
        f"A memo on the claims that you choose, best at most {MOST}: your verdicts and "
        "reasons, the newest figures, one chart and the sources. Sensitive claims "
        f"({', '.join(claims.SENSITIVE)}) are in it only when you choose them. No name "
        "stands in it unless you write one."
    )
    heading = widgets.HTML(f"<p>{about}</p>")
    return Form(
        widgets.VBox([heading, chosen, title, author, button, status]),
        about,
        f"<p>{about}</p>",
    )


def _judged():
    """Claims with a verdict; none when the journal cannot be read."""
    try:
        card = scorecard()
    except journal.JournalError:
        return []
    return _ranked(card[card["my_now"] != ""])


def _write(chosen, title, author):
    """Write the memo; sentences that tell the learner."""
    if not chosen:
        return ["Choose at least one claim. Only claims with your verdict are listed."]
    try:
        made, folder = memo(*chosen, title=title, author=author), journal.folder()
    except journal.JournalError as error:
        return [f"The memo could not be written: {error}"]
    try:
        return made.write(folder)
    except OSError as error:
        why = journal.in_words(error)
        return [
            f"The memo could not be written into {folder}: {why}. An earlier one, if "
            "there was one, is unchanged. Free some space or make the folder writable, "
            "then try again."
        ]


def _unasked(ranked):
    """The claims of a memo for which nobody named any: a sensitive one is named."""
    return [name for name in ranked if name not in claims.SENSITIVE][:MOST]


def _ranked(judged):
    """Claims in the order in which a reader expects them."""
    order = {kind: place for place, kind in enumerate(claims.CODES)}
    ranked = judged.assign(
        silent=judged["reason"].str.strip() == "",
        untold=judged["my_now"].isin(["", claims.CANNOT_TELL, claims.NOT_YET]),
        rank=judged["kind"].map(order),
    )
    ranked = ranked.sort_values(["silent", "untold", "rank"], kind="stable")
    return ranked["claim_id"].tolist()


def _block(row):
    """What the memo says of one claim."""
    verdicts = {"as of 2020": row["my_2020"], "now": row["my_now"]}
    said = "; ".join(f"{clock}: {said}" for clock, said in verdicts.items() if said)
    return {
        "claim_id": row["claim_id"],
        "statement": f"{row['statement']}.",
        "now": row["my_now"],
        "verdict": f"Verdict {said}.",
        "figures": _figures(row["claim_id"]),
        "reason": " ".join(row["reason"].split()),
    }


def _figures(claim_id):
    """The claim's figures by basis, or the indicators that point."""
    rows = evidence.rows(claim_id)
    rows = rows[rows["reliability"] != "R"]
    weighed = rows[rows["points"] == ""]
    if len(weighed):
        period = claims.claim(claim_id).period
        return [_basis(part, period) for _, part in weighed.groupby("basis")][:5]
    table = claims.indicators(rows)
    table = table[table["clock"] == claims.CLOCKS["now"]]
    counts = table["points"].value_counts()
    listed = [
        f"{row.quantity}, {row.period}: {row.value:g} {row.unit} ({row.reliability}; "
        f"{row.points})"
        for row in table[table["points"] != claims.CONTEXT].head(3).itertuples()
    ]
    number = ", ".join(
        f"{counts.get(points, 0)} {points}" for points in (claims.FOR, claims.AGAINST)
    )
    return [
        f"Indicators now: {number}, {counts.get(claims.CONTEXT, 0)} context",
        *listed,
    ]


def _basis(rows, period):
    """One basis: its figure for the claimed period, if any, and its newest one."""
    said = []
    for one in _periods(rows, period):
        values = rows.loc[rows["period"] == one, "value"]
        span = _span(round(values.min(), 2), round(values.max(), 2))
        said.append(f"{span} in {one}")
    return f"{rows['basis'].iloc[0]}, {rows['unit'].iloc[0]}: {', '.join(said)}"


def _periods(rows, period):
    """The claimed period, if the rows have it, and their newest one."""
    newest = rows["period"].sort_values(kind="stable").iloc[-1]
    claimed = [period] if period in set(rows["period"]) else []
    return list(dict.fromkeys([*claimed, newest]))


def _cited(claim_id):
    """The rows behind what the memo says of a claim."""
    rows = evidence.rows(claim_id)
    rows = rows[(rows["reliability"] != "R") & (rows["points"] != claims.CONTEXT)]
    period = claims.claim(claim_id).period
    shown = [
        part[part["period"].isin(_periods(part, period))]
        for _, part in rows.groupby(["quantity", "basis"], sort=False)
    ]
    return pd.concat([rows.iloc[:0], *shown])


def _span(low, high):
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _chart(chosen):
    """One chart: that of the first claim whose figure the rule weighs."""
    for claim_id in chosen:
        rows = evidence.rows(claim_id)
        rows = rows[rows["points"] == ""]
        if len(rows) and claims.claim(claim_id).kind == "figure":
            return charts.bases(rows)
    return None


def _image(picture):
    alt = html.escape(picture.alt, quote=True)
    return (
        f'<img alt="{alt}" width="{round(0.7 * picture.width)}" '
        f'src="data:image/png;base64,{style.encoded(picture.png)}">'
    )


def _plain(words):
    """Text for one line of Markdown, in which nothing has a meaning of its own."""
    return NUMBER.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", " ".join(words.split())))
