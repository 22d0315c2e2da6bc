"""The memo is complete, escaped, and readable in any script."""

import errno
import html
import re
from pathlib import Path

import mistune
import pytest

from helpers import claims, journal, report
from helpers.report import policy_memo, printing

SCRIPTS = {
    "arabic": "لأن الديون انخفضت",
    "cyrillic": "потому что долг снизился",
    "kazakh": "өйткені қарыз азайды",
    "chinese": "因为债务下降了",
    "hebrew": "כי החוב ירד",
}


def judged(claim_id="E3", reason="because", now="partly"):
    journal.record("verdict", claim_id, as_of_2020="partly", now=now, reason=reason)


def forms(made):
    return made.markdown(), made.html()


def test_an_empty_journal_gives_a_word():
    for text in (repr(report.memo()), *forms(report.memo())):
        assert "Nothing to report yet" in text


def test_it_holds_verdict_figure_reason_and_source(demonstration):
    made = report.memo("E1", "E9")
    for text in forms(made):
        for words in (
            "E9",
            "now: contradicted",
            "less than a third in 2025",
            "World Bank, International Debt Statistics",
        ):
            assert words in text
    assert "Now: 2 contradicted." in made.markdown()


def test_the_usual_choice_fits_two_pages(demonstration):
    made = report.memo()
    assert len(made.blocks) == policy_memo.MOST
    assert all(block["reason"] for block in made.blocks)


def test_a_sensitive_claim_has_to_be_chosen():
    judged("S9")
    judged("E3")
    assert [block["claim_id"] for block in report.memo().blocks] == ["E3"]
    chosen = report.memo_form().box.children[1]
    assert (chosen.value, set(chosen.options)) == (("E3",), {"E3", "S9"})
    assert [block["claim_id"] for block in report.memo("S9").blocks] == ["S9"]


def test_no_name_stands_in_it_unless_given(demonstration):
    assert journal.learner_id() not in report.memo().html()
    assert "A. Learner" in report.memo(author="A. Learner").html()


def test_a_claim_that_is_not_there_is_named():
    with pytest.raises(KeyError, match="E99"):
        report.memo("E99")


def test_an_unjudged_claim_is_left_out(demonstration):
    assert [block["claim_id"] for block in report.memo("E1", "S4").blocks] == ["E1"]


@pytest.mark.parametrize("words", SCRIPTS.values(), ids=SCRIPTS)
def test_every_script_survives(words):
    judged(reason=words)
    for text in forms(report.memo()):
        assert words in text
    assert f'<blockquote dir="auto">{words}' in report.memo().html()


def test_what_is_written_is_escaped():
    judged(reason="<img src=x onerror=alert(1)> [x](javascript:1) # **bold** | `c`")
    made = report.memo(title="<b>T</b>", author="</title>")
    assert "<img src=x" not in made.html()
    assert "<b>T</b>" not in made.html()
    assert "[x](javascript" not in made.markdown()
    assert "\\# \\*\\*bold\\*\\*" in made.markdown()


@pytest.mark.parametrize(
    "words",
    [
        "- item",
        "+ x",
        "1. item",
        "2) item",
        "2019. Customs",
        "12) x",
        "3.5 percent",
        "---",
        "= x",
        "&lt;b&gt;",
        "a & b",
    ],
)
def test_markdown_gives_back_what_was_written(words):
    block = {"claim_id": "E3", "statement": "So.", "verdict": "Verdict now: partly."}
    block |= {"now": "partly", "figures": [], "reason": words}
    made = policy_memo.Memo("Title", words, (block,), chart=None, sources=())
    shown = mistune.html(made.markdown())
    assert f"<p>{html.escape(words)}</p>" in shown
    assert f"<blockquote>\n<p>{html.escape(words)}</p>" in shown


def test_a_claim_named_twice_stands_once(demonstration):
    made = report.memo("E1", "E1", title=None, author=None)
    assert (len(made.blocks), made.title) == (1, policy_memo.TITLE)


def test_a_journal_changed_by_hand_gives_a_memo_and_a_scorecard():
    for reason in (None, 5, ["x"], "half \ud83d"):
        judged(reason=reason)
        made = report.memo("E3")
        assert made.blocks[0]["reason"] == (reason if isinstance(reason, str) else "")
        assert "1 of" in repr(report.cards())


def test_a_very_long_reason_is_kept_whole():
    judged(reason="word " * 5000 + "x" * 3000)
    assert report.memo().html().count("word") >= 5000
    assert "overflow-wrap" in report.memo().html()


def test_fifty_entries_are_written(my_work):
    for claim_id in claims.ledger()["claim_id"]:
        judged(claim_id)
    every = claims.ledger()["claim_id"].tolist()
    made = report.memo(*every)
    assert len(made.blocks) == len(every)
    assert "more than two pages" in made.markdown()


def test_the_chart_is_told_in_words(demonstration):
    made = report.memo("E1")
    alt = re.search(r'<img alt="([^"]+)"', made.html())[1]
    assert "percent" in alt
    assert "memo_chart.png" in made.markdown()


def test_without_a_figure_there_is_no_chart(demonstration):
    assert "<img" not in report.memo("E2").html()


def test_nothing_comes_from_outside(demonstration):
    assert not re.search(r'(?:src|href)="(?!data:)', report.memo().html())


def test_files_are_written_and_replaced(demonstration, tmp_path):
    folder = tmp_path / "out"
    for _ in range(2):
        said = report.memo().write(folder)
    names = {path.name for path in folder.iterdir()}
    assert {"memo.md", "memo.html", "memo_chart.png"} <= names
    assert "Written" in said[0]


def test_without_a_browser_it_says_how_to_get_a_pdf(demonstration, monkeypatch):
    monkeypatch.setattr(printing.shutil, "which", lambda _name: None)
    said = report.memo().write(journal.folder())
    assert "Save as PDF" in said[1]
    assert not (journal.folder() / "memo.pdf").exists()


def test_a_browser_that_fails_is_named(demonstration, monkeypatch):
    monkeypatch.setattr(printing.shutil, "which", lambda _name: "/no/such/browser")
    said = report.memo().write(journal.folder())
    assert said[1].startswith("No PDF: browser did not print it")


def test_an_earlier_pdf_is_not_taken_for_a_new_one(tmp_path, monkeypatch):
    (tmp_path / "memo.pdf").write_text("earlier", encoding="utf-8")
    monkeypatch.setattr(printing.shutil, "which", lambda _name: "/a/browser")
    monkeypatch.setattr(printing.subprocess, "run", lambda *_, **__: None)
    said = printing.print_pdf(tmp_path / "memo.html", tmp_path / "memo.pdf")
    assert said.startswith("No PDF: browser did not print it")


class TestForm:
    def parts(self):
        return report.memo_form().box.children

    def test_it_offers_only_what_is_judged(self, demonstration):
        _, chosen, *_ = self.parts()
        assert "E1" in chosen.options
        assert "S4" not in chosen.options
        assert len(chosen.value) == policy_memo.MOST

    def test_it_writes_beside_the_journal(self, demonstration, monkeypatch):
        monkeypatch.setattr(printing.shutil, "which", lambda _name: None)
        _, chosen, title, author, button, status = self.parts()
        chosen.value, title.value, author.value = ["E1"], "My memo", ""
        button.click()
        assert "memo.md" in status.value
        assert "My memo" in (journal.folder() / "memo.html").read_text("utf-8")

    def test_without_a_choice_it_says_what_to_do(self):
        *_, button, status = self.parts()
        button.click()
        assert "Choose at least one claim" in status.value

    def test_a_full_disk_is_said_in_the_page(self, demonstration, monkeypatch):
        def full(*_arguments):
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(printing.shutil, "which", lambda _name: None)
        *_, button, status = self.parts()
        button.click()
        before = (journal.folder() / "memo.md").read_text("utf-8")
        monkeypatch.setattr(Path, "write_bytes", full)
        button.click()
        assert "the disk is full. An earlier one, if there was" in status.value
        assert (journal.folder() / "memo.md").read_text("utf-8") == before
        assert not list(journal.folder().glob("memo*.tmp"))

    def test_half_a_character_is_written(self, demonstration, monkeypatch):
        monkeypatch.setattr(printing.shutil, "which", lambda _name: None)
        judged(reason="half \ud83d")
        *_, button, status = self.parts()
        button.click()
        assert "Written:" in status.value
