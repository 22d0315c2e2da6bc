"""Forecasts are kept, results stay sealed until then, and sharing leaves out."""

import json

import pytest

from helpers import claims, journal, practice, tables
from helpers.practice import forecasting

QUESTIONS = tables.load("prediction_questions")["claim_id"].tolist()
FORWARD = tables.load("forward_questions")["number"].tolist()


pytestmark = pytest.mark.usefixtures("my_work")


def save(key, percent):
    """Move the slider of a form and press its button."""
    form = practice.forecast(key)
    _, own, slider, button, status = form.box.children[0].children
    own.value, slider.value = f"my words on {key}", percent
    button.click()
    return status.value


@pytest.mark.parametrize("key", [*QUESTIONS, *FORWARD])
def test_a_form_saves_and_shows_again(key):
    assert f"Saved: 30 percent on {key}" in save(key, 30)
    _, own, slider, *_ = practice.forecast(key).box.children[0].children
    assert (own.value, slider.value) == (f"my words on {key}", 30)


def test_a_form_says_the_rule_where_no_kernel_runs():
    form = practice.forecast("N1")
    for part in (form.sentence, form.static):
        assert "2027-12-31" in part
        assert "Yes when" in part


def test_an_unknown_question_lists_those_there_are():
    with pytest.raises(KeyError, match=r"F1.*N5"):
        practice.forecast("F99")


def test_a_full_disk_is_said_in_the_page(monkeypatch):
    def full(*_arguments, **_fields):
        raise journal.JournalError("the disk is full")

    monkeypatch.setattr(journal, "record", full)
    assert "the disk is full" in save("F1", 10)


def test_nothing_opens_before_a_forecast():
    said = repr(practice.resolutions("F1", "F2"))
    assert "F1: happened" not in said
    assert said.count("First save your forecast") == 2
    assert journal.entries() == []


def test_each_result_opens_for_its_own_forecast():
    save("F1", 80)
    said = repr(practice.resolutions("F1", "F2"))
    assert "F1: happened" in said
    assert "F2: First save" in said
    assert list(journal.latest("reveal")) == ["F1"]


def test_the_first_line_gives_nothing_away():
    save("F1", 80)
    sealed = practice.resolutions("F1")
    html = sealed._repr_html_()
    for text in (repr(sealed), html):
        assert text.split("\n")[0] == forecasting.HEADING


def test_what_is_saved_after_the_opening_does_not_count():
    save("F1", 40)
    save("F1", 60)
    practice.resolutions("F1")
    practice.resolutions("F1")
    save("F1", 100)
    row = practice.forecasts().iloc[0]
    assert (row["percent"], row["saved"]) == (60, 3)
    assert len(journal.entries("reveal")) == 1
    assert len(journal.entries("forecast")) == 3


def test_the_scores_open_with_the_last_forecast():
    for key in QUESTIONS[:-1]:
        save(key, 50)
    said = repr(practice.sealed("the scores", *QUESTIONS))
    assert "the scores" not in said
    assert QUESTIONS[-1] in said
    save(QUESTIONS[-1], 50)
    assert "the scores" in repr(practice.sealed("the scores", *QUESTIONS))


def test_a_sealed_explorer_keeps_its_picture():
    from helpers import explore

    save("F1", 50)
    data, metadata = practice.sealed(explore.penalty(), "F1")._repr_mimebundle_()
    assert "image/png" in data
    assert metadata["image/png"]["width"]
    assert data["text/plain"].startswith(forecasting.HEADING)


class TestShare:
    def shared(self, place):
        (file,) = place.glob("shared_*.json")
        return json.loads(file.read_text("utf-8"))

    def press(self, **ticks):
        form = practice.share()
        _, reasons, sensitive, button, status = form.box.children
        reasons.value = ticks.get("reasons", False)
        sensitive.value = ticks.get("sensitive", False)
        button.click()
        return status.value

    def fill(self):
        save("F1", 70)
        save("F4", 70)
        for claim_id in ("E1", *claims.SENSITIVE):
            journal.record("verdict", claim_id, now="partly", reason="secret thoughts")
        journal.record("answer", "10-1", answer="1", mark=1)
        journal.record("explanations", "33-explanations", marks={"1A": "fits"})

    def test_without_ticks_no_reason_and_nothing_sensitive(self, my_work):
        self.fill()
        assert "Written: 2 entries" in self.press()
        shared = self.shared(my_work)
        assert {entry["key"] for entry in shared["entries"]} == {"F1", "E1"}
        assert "secret" not in json.dumps(shared)
        assert "my words" not in json.dumps(shared)

    def test_one_entry_is_one(self, my_work):
        save("F1", 70)
        assert "Written: 1 entry in" in self.press()
        assert len(self.shared(my_work)["entries"]) == 1

    def test_ticks_add_what_they_say(self, my_work):
        self.fill()
        self.press(reasons=True, sensitive=True)
        shared = self.shared(my_work)
        keys = {entry["key"] for entry in shared["entries"]}
        assert keys == {"F1", "E1", *claims.SENSITIVE}
        assert "secret thoughts" in json.dumps(shared)
        assert {entry["kind"] for entry in shared["entries"]} == {"forecast", "verdict"}

    def test_the_file_holds_the_random_id_and_replaces_itself(self, my_work):
        self.fill()
        self.press()
        self.press(reasons=True)
        shared = self.shared(my_work)
        assert shared["learner"] == journal.learner_id()

    def test_an_empty_journal_is_said(self, my_work):
        assert "nothing to share yet" in self.press()
        assert not list(my_work.glob("shared_*"))

    def test_it_can_be_read_again(self, my_work):
        self.fill()
        self.press()
        (file,) = my_work.glob("shared_*.json")
        assert journal.read_shared(file)["learner"] == journal.learner_id()

    def test_a_foreign_file_is_named(self, my_work):
        foreign = my_work / "holiday.json"
        foreign.write_text('{"photos": 3}', encoding="utf-8")
        with pytest.raises(journal.JournalError, match=r"holiday\.json"):
            journal.read_shared(foreign)


def test_sensitive_claims_are_in_the_ledger():
    assert set(claims.SENSITIVE) <= set(claims.ledger()["claim_id"])
