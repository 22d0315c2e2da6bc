"""Checks that name the mistake, hints, quizzes and forms that keep what is said."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import claims, journal, practice, style, tables
from helpers.practice import checks, tasks
from tests.notebooks import reading

TASKS = {
    key: task
    for path in reading.lessons()
    for key, task in tasks.lesson_tasks(path.stem[:2]).items()
}
QUIZZES = tables.load("quizzes")["quiz"].unique()


pytestmark = pytest.mark.usefixtures("my_work")


class TestCheck:
    @pytest.mark.parametrize("key", TASKS)
    def test_the_right_answer_gets_full_marks(self, key):
        feedback = practice.check(key, TASKS[key].right)
        assert repr(feedback) == "1"
        assert feedback.sentence.startswith("Right")

    @pytest.mark.parametrize("key", TASKS)
    def test_three_dots_are_still_open(self, key):
        feedback = practice.check(key, ...)
        assert repr(feedback) == "0"
        assert "Still open" in feedback.sentence
        assert journal.latest("answer") == {}

    @pytest.mark.parametrize(
        ("key", "sentence"),
        [(key, sentence) for key, task in TASKS.items() for sentence in task.mistakes],
    )
    def test_every_foreseen_mistake_is_named(self, key, sentence):
        feedback = practice.check(key, TASKS[key].known[sentence])
        assert feedback.mark == 0
        assert feedback.sentence == sentence

    @pytest.mark.parametrize("key", TASKS)
    def test_scale_and_sign_are_named(self, key):
        right = TASKS[key].right
        if isinstance(right, str):  # a word has no scale
            assert "text in quotes" in practice.check(key, 1.0).sentence
            return
        for factor, sentence in checks.SCALES.items():
            feedback = practice.check(key, factor * right)
            assert feedback.mark == 0
            assert feedback.sentence in {sentence, *TASKS[key].mistakes}

    @pytest.mark.parametrize(
        ("answer", "word"),
        [
            ("41.5 %", "%"),
            ("41.5", "quotes"),
            (float("nan"), "missing"),
            (np.float64("nan"), "missing"),
            (pd.NA, "missing"),
            (pd.NaT, "missing"),
            (float("inf"), "divided by zero"),
            (None, "None"),
            (True, "True or False"),
            (pd.DataFrame({"a": [1, 2]}), "whole table"),
            (pd.Series([1.0]), ".item()"),
            (pd.Series([1.0, 2.0]), "2 values"),
            (np.array([1.0, 2.0]), "2 values"),
            ([], "0 values"),
            ({"a": 1}, ".item()"),
            (1 + 2j, "complex"),
            (print, "builtin"),
        ],
    )
    def test_a_wrong_type_gets_a_helpful_sentence(self, answer, word):
        feedback = practice.check("10-1", answer)
        assert feedback.mark == 0
        assert word in feedback.sentence

    def test_the_answer_of_another_task_is_recognised(self):
        stale = TASKS["10-1"].right
        feedback = practice.check("10-2", stale)
        assert feedback.mark == 0
        assert "answer to task 10-1" in feedback.sentence

    def test_a_number_where_a_word_is_asked_for(self):
        feedback = practice.check("10-6", 35.2)
        assert feedback.mark == 0
        assert "text in quotes" in feedback.sentence

    def test_words_forgive_case_and_space(self):
        right = TASKS["10-6"].right
        assert practice.check("10-6", f" {right.upper()} ").mark == 1

    def test_an_unknown_task_is_said_and_not_raised(self):
        for key in ("10-99", "99-1", "nonsense", None):
            feedback = practice.check(key, 1.0)
            assert feedback.mark == 0
            assert "could not be checked" in feedback.sentence

    def test_an_answer_that_breaks_everything_is_not_raised(self):
        class Broken(float):
            def __float__(self):
                raise RuntimeError("broken on purpose")

        assert practice.check("10-1", Broken(1)).mark == 0

    @given(st.one_of(st.floats(), st.text(), st.none(), st.lists(st.integers())))
    def test_whatever_is_answered_there_is_a_mark_and_a_sentence(self, answer):
        feedback = checks._judge("10-2", answer)
        assert feedback.mark in (0, 1)
        assert feedback.sentence.endswith((".", "?", "help."))

    def test_nothing_goes_to_the_error_stream(self, capsys):
        practice.check("10-1", "wrong")
        assert capsys.readouterr() == ("", "")

    def test_an_answer_is_kept_once(self):
        for _ in range(2):
            practice.check("10-1", 1.0)
        assert len(journal.entries("answer")) == 1
        practice.check("10-1", TASKS["10-1"].right)
        assert journal.latest("answer")["10-1"]["mark"] == 1

    def test_a_journal_that_cannot_be_written_is_said(self, monkeypatch):
        def full(*_, **__):
            raise journal.JournalError("The disk is full.")

        monkeypatch.setattr(journal, "record", full)
        feedback = practice.check("10-1", TASKS["10-1"].right)
        assert feedback.mark == 1
        assert "The disk is full." in feedback.sentence

    def test_feedback_is_escaped(self):
        page = practice.check("10-6", "<script>")._repr_html_()
        assert "<script>" not in page


class TestReveal:
    def test_the_first_line_gives_nothing_away(self):
        picture = style.Picture(style.figure(1, 1), "the finding")
        for result in (["supported"], pd.DataFrame({"a": ["supported"]}), picture):
            data, _ = practice.reveal(result)._repr_mimebundle_()
            for text in (data["text/plain"], data.get("text/html", "The result")):
                assert "The result" in text.split("\n")[0]
                assert "supported" not in text.split("\n")[0]

    def test_a_picture_stays_a_picture(self):
        picture = style.Picture(style.figure(1, 1), "the finding")
        data, metadata = practice.reveal(picture)._repr_mimebundle_()
        assert data["image/png"] == style.encoded(picture.png)
        assert data["text/plain"].endswith("the finding")
        assert metadata["image/png"]["width"] == picture.width


class TestHints:
    @pytest.mark.parametrize("key", TASKS)
    def test_three_hints_of_growing_strength(self, key):
        hints = TASKS[key].hints
        assert len(hints) == len(set(hints)) == 3
        page = practice.hint(key)._repr_html_()
        assert page.count("<details>") == 3

    def test_no_hint_holds_the_answer(self):
        numbers = {
            key: one for key, one in TASKS.items() if one.right != str(one.right)
        }
        assert len(numbers) > 50
        for key, one in numbers.items():
            assert not any(f"{one.right:.2f}" in hint for hint in one.hints), key


class TestQuiz:
    @pytest.mark.parametrize("key", QUIZZES)
    def test_every_option_has_feedback_of_its_own(self, key):
        for place, question in enumerate(tasks.questions(key), start=1):
            form = practice.quiz(key)
            _, choice, said = form.box.children[place - 1].children
            seen = []
            for option in question.feedback:
                choice.value = option
                seen.append(said.value)
                kept = journal.latest("quiz")[f"{key}-{place}"]
                assert kept["right"] == (option == question.right)
            assert len(set(seen)) == len(question.feedback) >= 3

    @pytest.mark.parametrize("key", QUIZZES)
    def test_only_the_right_option_is_called_right(self, key):
        for question in tasks.questions(key):
            for option, said in question.feedback.items():
                assert said.startswith("Right") == (option == question.right)

    def test_the_page_without_a_kernel_shows_questions_but_no_answers(self):
        data = practice.quiz("10-start")._repr_mimebundle_()
        assert "two clocks" in data["text/plain"]
        assert "Right" not in data["text/html"] + data["text/plain"]

    def test_an_unknown_quiz_lists_those_there_are(self):
        with pytest.raises(KeyError, match="10-start"):
            practice.quiz("10-end")


class TestVerdict:
    @staticmethod
    def widgets(claim_id="E3"):
        """The widgets of one form: title, 2020, now, reason, button, status."""
        return practice.verdict(claim_id).box.children[0].children

    @pytest.mark.parametrize("said", claims.VERDICTS)
    @pytest.mark.parametrize("clock", [0, 1])
    def test_every_verdict_on_both_clocks_is_kept(self, clock, said):
        _, *clocks, reason, button, status = self.widgets()
        clocks[clock].value = said
        reason.value = "the mirror figures"
        button.click()
        name = list(claims.CLOCKS)[clock]
        assert journal.latest("verdict")["E3"][name] == said
        assert "Saved" in status.value

    def test_saved_verdicts_come_back(self):
        _, first, second, reason, button, _ = self.widgets()
        first.value, second.value, reason.value = "supported", "partly", "<b>因为</b>"
        button.click()
        _, first, second, reason, *_ = self.widgets()
        assert (first.value, second.value, reason.value) == (
            "supported",
            "partly",
            "<b>因为</b>",
        )

    def test_only_a_prediction_can_be_too_early_to_tell(self):
        offered = {
            name: claims.NOT_YET in self.widgets(name)[1].options
            for name in ("E3", "E8", "E13", "E16")
        }
        assert [name for name, offers in offered.items() if offers] == ["E8"]

    def test_nothing_chosen_is_not_saved(self):
        *_, button, status = self.widgets()
        button.click()
        assert "Nothing saved" in status.value
        assert journal.latest("verdict") == {}

    def test_a_verdict_without_a_reason_asks_for_one(self):
        _, first, second, _, button, status = self.widgets()
        first.value = second.value = "cannot tell"
        button.click()
        assert "Add a reason" in status.value

    def test_the_page_without_a_kernel_does_not_show_my_entries(self):
        _, first, second, reason, button, _ = self.widgets()
        first.value, second.value, reason.value = "supported", "partly", "my secret"
        button.click()
        data = practice.verdict("E3")._repr_mimebundle_()
        assert "my secret" not in data["text/plain"] + data["text/html"]

    def test_several_claims_in_one_form(self):
        assert len(practice.verdict("E1", "E3", "E4").box.children) == 3

    def test_an_unknown_claim_is_an_error(self):
        with pytest.raises(KeyError, match="E17"):
            practice.verdict("E99")


class TestExplanations:
    KEY = "33-explanations"

    def parts(self):
        """The lines of cells, the button and the status of the form."""
        _, _, *lines, button, status = practice.explanations(self.KEY).box.children
        return [line.children[1:] for line in lines], button, status

    def test_marks_are_kept_and_come_back(self):
        lines, button, _ = self.parts()
        lines[0][0].value, lines[1][2].value = "fits", "speaks against"
        button.click()
        marks = journal.latest("explanations")[self.KEY]["marks"]
        assert marks == {"1A": "fits", "2C": "speaks against"}
        lines, _, _ = self.parts()
        assert (lines[0][0].value, lines[1][2].value) == ("fits", "speaks against")
        assert lines[0][1].value == "choose"

    def test_what_fits_all_is_said(self):
        lines, button, status = self.parts()
        for line in lines:
            for cell in line:
                cell.value = "fits"
        lines[3][1].value = "speaks against"
        button.click()
        assert "B 1" in status.value
        assert "cannot tell them apart: 1, 2, 3, 5, 6, 7" in status.value
        assert "Still open" not in status.value

    def test_a_table_of_one_mark_tells_nothing(self):
        lines, button, status = self.parts()
        for line in lines:
            for cell in line:
                cell.value = "cannot tell"
        button.click()
        assert "No observation tells your explanations apart" in status.value

    def test_open_cells_are_counted(self):
        lines, button, status = self.parts()
        lines[0][0].value = "fits"
        button.click()
        cells = sum(map(len, lines))
        assert f"Still open: {cells - 1} of {cells} cells" in status.value

    def test_an_empty_table_is_not_saved(self):
        _, button, status = self.parts()
        button.click()
        assert "Nothing saved" in status.value
        assert journal.latest("explanations") == {}

    def test_a_journal_that_cannot_be_written_is_said(self, tmp_path, monkeypatch):
        blocked = tmp_path / "a file"
        blocked.touch()
        monkeypatch.setenv("COURSE_WORK", str(blocked))
        lines, button, status = self.parts()
        lines[0][0].value = "fits"
        button.click()
        assert "could not be saved" in status.value
        assert "COURSE_WORK" in status.value

    def test_the_page_without_a_kernel_shows_all_but_no_entries(self):
        lines, button, _ = self.parts()
        lines[0][0].value = "speaks against"
        button.click()
        data = practice.explanations(self.KEY)._repr_mimebundle_()
        for name, column in (
            ("explanations", "explanation"),
            ("observations", "observation"),
        ):
            for words in tables.load(name)[column]:
                assert words in data["text/plain"]
        assert data["text/html"].count("speaks against") == 1  # the list of marks

    def test_an_unknown_form_lists_those_there_are(self):
        with pytest.raises(KeyError, match="33-explanations"):
            practice.explanations("33-nothing")


class TestProgress:
    def test_nothing_is_done_at_first(self):
        row = practice.progress().set_index("lesson").loc["10_trade"]
        assert row.to_dict() == {
            "verdicts": 0,
            "claims": 3,
            "tasks_right": 0,
            "tasks": len(tasks.lesson_tasks("10")),
            "quiz_answers": 0,
        }

    def test_what_is_done_counts_once(self):
        journal.record("verdict", "E3", now="partly")
        journal.record("verdict", "E3", now="supported")
        practice.check("10-1", TASKS["10-1"].right)
        practice.check("10-2", 1.0)
        journal.record("quiz", "10-start-1", option="an option", right=False)
        row = practice.progress().set_index("lesson").loc["10_trade"]
        assert row[["verdicts", "tasks_right", "quiz_answers"]].tolist() == [1, 1, 1]


class TestConcepts:
    def answered(self, when, choose):
        form = practice.concept_test(when)
        _, *boxes, button, status = form.box.children
        asked = tasks.questions("concepts")
        for box, question in zip(boxes, asked, strict=True):
            box.children[1].value = choose(question)
        button.click()
        return status.value, asked

    def wrong(self, question):
        return next(one for one in question.feedback if one != question.right)

    def test_there_are_twelve(self):
        assert len(tasks.questions("concepts")) == 12

    def test_before_the_course_nothing_is_given_away(self):
        said, asked = self.answered("before", self.wrong)
        assert "12 of 12 questions answered" in said
        for question in asked:
            assert not any(words in said for words in question.feedback.values())

    def test_afterwards_both_results_are_shown_with_reasons(self):
        self.answered("before", self.wrong)
        said, asked = self.answered("after", lambda question: question.right)
        assert "0 before, 12 now" in said
        assert said.count("<li>") == len(asked)

    def test_nothing_chosen_is_nothing_saved(self):
        said, _ = self.answered("before", lambda _question: None)
        assert "Nothing saved yet" in said
        assert journal.entries() == []

    def test_another_time_is_named(self):
        with pytest.raises(ValueError, match="sometime"):
            practice.concept_test("sometime")

    def test_a_full_disk_is_said(self, monkeypatch):
        def full(*_, **__):
            raise journal.JournalError("The disk is full.")

        monkeypatch.setattr(journal, "record", full)
        said, _ = self.answered("before", self.wrong)
        assert "The disk is full." in said


class TestAJournalChangedByHand:
    """What makes no sense is left out; nothing that a lesson shows ends in an error."""

    def test_verdicts_and_reasons(self):
        journal.record("verdict", "E3", now="confirmed", as_of_2020="partly", reason=5)
        _, clock_2020, clock_now, reason, *_ = (
            practice.verdict("E3").box.children[0].children
        )
        values = {clock_2020.value, clock_now.value}
        assert values == {"partly", "choose"}
        assert reason.value == ""

    @pytest.mark.parametrize("fields", [{}, {"percent": "50"}, {"percent": 101}])
    def test_forecasts(self, fields):
        journal.record("forecast", "F1", **fields)
        assert practice.forecasts().empty
        assert "First save your forecast on F1" in repr(practice.resolutions("F1"))
        _, own, slider, *_ = practice.forecast("F1").box.children[0].children
        assert (own.value, slider.value) == ("", 50)

    def test_answers_and_marks(self):
        journal.record("answer", "10-1")
        assert not practice.progress()["tasks_right"].any()
        for marks in ({"1A": "perhaps"}, 5, None):
            journal.record("explanations", "33-explanations", marks=marks)
            assert practice.explanations("33-explanations")


def test_an_answer_without_words_is_not_raised():
    class Silent(float):
        def __str__(self):
            raise ValueError("no words")

    assert practice.check("10-1", Silent(1)).mark == 0
    assert practice.check("10-1", [10**5000]).mark == 0


def test_a_result_cannot_wait_for_a_question_that_is_not_there():
    with pytest.raises(KeyError, match="no question 'Z'"):
        practice.sealed(1, "Z")
