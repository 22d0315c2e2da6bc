"""The scorecard counts what the learner judged, and keeps the rest open."""

import pytest

from helpers import claims, journal, report
from helpers.report import verdicts
from tests.notebooks import reading


def row(claim_id="E3"):
    return report.scorecard().set_index("claim_id").loc[claim_id]


def test_every_claim_has_a_row():
    card = report.scorecard()
    assert card["claim_id"].tolist() == claims.ledger()["claim_id"].tolist()
    assert set(card["status"]) == {verdicts.OPEN}


def test_what_is_open_gives_nothing_of_the_course_away():
    assert (report.scorecard()[["course_2020", "course_now"]] == "").all(axis=None)


@pytest.mark.parametrize(
    ("now", "status"),
    [("partly", verdicts.AGREE), ("contradicted", verdicts.DIFFER)],
)
def test_depending_on_the_basis_is_a_form_of_partly(now, status):
    journal.record("verdict", "E3", now=now, reason="r")
    assert row()["status"] == status
    assert row()["course_now"]


def test_the_last_verdict_counts():
    journal.record("verdict", "E3", now="contradicted", reason="a")
    journal.record("verdict", "E3", now="partly", reason="b")
    assert (row()["my_now"], row()["reason"]) == ("partly", "b")


def test_a_verdict_for_2020_alone_stays_open():
    journal.record("verdict", "E3", as_of_2020="supported", reason="")
    assert row()["status"] == verdicts.OPEN
    assert row()["my_2020"] == "supported"


@pytest.mark.parametrize("by", ["section", "kind"])
def test_totals_add_up(demonstration, by):
    card = report.scorecard()
    table = report.totals(card, by=by).set_index(by)
    groups = table.drop(index="all").sum()
    assert groups.tolist() == table.loc["all"].tolist()
    assert table.loc["all", "claims"] == len(claims.ledger())
    assert table.loc["all", "judged"] >= report.COMPLETE


def test_disagreements_show_both_sides(demonstration):
    table = report.disagreements(report.scorecard())
    assert len(table)
    assert (table["my_now"].str[:6] != table["course_now"].str[:6]).all()


def test_every_option_of_every_menu_changes_the_cards(demonstration):
    cards = report.cards()
    for name, control in cards.controls.items():
        seen = set()
        for _, value in control.options:
            control.value = value
            seen.add(cards.shown.value)
        assert len(seen) == len(control.options), name
        control.value = verdicts.ALL


def test_cards_escape_what_the_learner_wrote():
    reason = "<script>alert(1)</script> بسبب الديون, потому что, 因为债务"
    journal.record("verdict", "E3", now="partly", reason=reason)
    shown = report.cards().shown.value
    assert "<script>" not in shown
    for words in ("بسبب الديون", "потому что", "因为债务", 'dir="auto"'):
        assert words in shown


def test_links_of_cards_lead_to_lessons():
    for lesson in report.scorecard()["lesson"]:
        place = reading.ROOT / "notebooks" / verdicts._folder(lesson)
        assert (place / f"{lesson}.ipynb").exists()
