"""The course's coding of paragraph 6 says what the ledger says."""

import pytest

from helpers import claims, tables

CODED = tables.load("paragraph_six")
LEDGER = claims.ledger().set_index("claim_id")
NAMED = [
    (claim_id, row.course_kind)
    for row in CODED.dropna(subset="claim_ids").itertuples()
    for claim_id in row.claim_ids.split(";")
]


@pytest.mark.parametrize(("claim_id", "kind"), NAMED)
def test_a_named_claim_is_of_this_paragraph_and_kind(claim_id, kind):
    assert LEDGER.loc[claim_id, "paragraph"] == 6
    assert LEDGER.loc[claim_id, "kind"] == kind


def test_every_claim_of_the_paragraph_is_named_once():
    named = sorted(claim_id for claim_id, _ in NAMED)
    assert named == sorted(LEDGER.index[LEDGER["paragraph"] == 6])


def test_a_sentence_without_a_claim_is_coded_so():
    without = CODED["claim_ids"].isna()
    assert (without == (CODED["course_kind"] == "not a claim")).all()


def test_codes_are_those_that_the_learner_may_give():
    assert set(CODED["course_kind"]) <= set(claims.CODES)


def test_sentences_are_numbered_without_gaps():
    assert CODED["sentence_no"].tolist() == list(range(1, len(CODED) + 1))
