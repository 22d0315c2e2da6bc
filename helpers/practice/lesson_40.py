"""The tasks of lesson 40, predictions."""

import functools

from helpers import claims, evidence, outlook, tables
from helpers.practice.tasks import Task


def _words(word="will"):
    said = _predictions()["strength"].str.partition(";")[0]
    return int((said == word).sum())


def _penalty(percent=35, happened=1):
    return outlook.brier(percent, happened)


def _mean_penalty(will=80, may=41):
    bulletin = outlook.word_forecasts(
        _predictions(),
        tables.load("probability_words"),
        will=will,
        may=may,
        possible=may,
    )
    return float(outlook.scores(bulletin, _outcomes())["brier"].item())


def _best_reading(best=min):
    return best(range(50, 101), key=_mean_penalty)


def _loans(before=(2015, 2017)):
    loans = tables.load("debt_flows")
    loans = loans[
        (loans["creditor"] == "CHN")
        & (loans["flow"] == "disbursement")
        & loans["debtor"].isin(tables.the_five())
    ]
    by_year = loans.groupby("year")["value_usd_mn"].sum()
    return float(by_year.loc[2020:2022].mean() - by_year.loc[slice(*before)].mean())


def _times():
    loans = tables.load("debt_flows").query("flow == 'disbursement' and year >= 2021")
    loans = loans[loans["debtor"].isin(tables.the_five())]
    paid = loans.groupby("creditor")["value_usd_mn"].sum()
    return float(paid["CHN"] / paid["RUS"])


def _without(claim_id="F3", word="summits"):
    rows = evidence.rows(claim_id)
    rows = rows[~rows["quantity"].str.contains(word)]
    questions = tables.load("prediction_questions")
    (one,) = claims.resolve(rows, questions[questions["claim_id"] == claim_id])
    return one.outcome


def _leads(year="2023"):
    rows = tables.select(evidence.rows("F7"), period=year)
    return int((rows["value"] > 0).sum())


@functools.cache
def _outcomes():
    return claims.outcomes(evidence.resolutions())


def _predictions():
    ledger = claims.ledger()
    return ledger[ledger["kind"] == "prediction"]


TASKS = {
    "40-1": Task(
        reference=_words,
        unit="predictions",
        tolerance=0,
        mistakes={
            "These are all predictions. Keep those whose first word is will.": lambda: (
                len(_predictions())
            ),
            "The words of F8 begin with will, too. Look at the first word alone.": (
                lambda: _words() - 1
            ),
        },
        hints=(
            "The column strength of the predictions holds the words.",
            "Use str.startswith('will') on the column, and add up.",
            "predictions['strength'].str.startswith('will').sum()",
        ),
    ),
    "40-2": Task(
        reference=_penalty,
        mistakes={
            "This is the penalty if it does not happen.": {"happened": 0},
            "The distance is not squared yet.": lambda: 1 - 0.35,
        },
        hints=(
            "Write the forecast as a fraction, and what happened as 1.",
            "Take the difference, and square it.",
            "(35 / 100 - 1) ** 2, or outlook.brier(35, 1).",
        ),
    ),
    "40-3": Task(
        reference=_mean_penalty,
        mistakes={
            "This is the score with the table's reading of will. Read it as 80.": {
                "will": 93
            },
            "This is the penalty of may read as 80. The task changes will.": {
                "will": 93,
                "may": 80,
            },
        },
        hints=(
            "outlook.word_forecasts takes other readings by name.",
            "Then outlook.scores needs these forecasts and the outcomes.",
            "bulletin = outlook.word_forecasts(predictions, words, will=80); then "
            "outlook.scores(bulletin, outcomes)['brier'].item().",
        ),
    ),
    "40-4": Task(
        reference=_best_reading,
        unit="percent",
        tolerance=0,
        mistakes={
            "This reading has the highest penalty. Look for the lowest.": {"best": max},
            "This is the table's own reading. Another one costs less.": lambda: 93,
        },
        hints=(
            "Compute the score of task 3 for each whole percent from 50 to 100.",
            "Keep the scores in a dict, from the percent to the score.",
            "min(scores, key=scores.get) gives the percent with the lowest score.",
        ),
    ),
    "40-5": Task(
        reference=_loans,
        unit="USD million a year",
        mistakes={
            "These are the years before of the question. Take 2015 to 2017.": {
                "before": (2017, 2019)
            },
            "This compares the sums of three years. Compare the means.": lambda: (
                3 * _loans()
            ),
        },
        hints=(
            "Take China's disbursements to the five, and sum them by year.",
            "Then take the mean of 2020 to 2022 less the mean of 2015 to 2017.",
            "by_year.loc[2020:2022].mean() - by_year.loc[2015:2017].mean()",
        ),
    ),
    "40-6": Task(
        reference=_times,
        unit="times",
        mistakes={
            "It is the other way round: divide China's sum by Russia's.": lambda: (
                1 / _times()
            ),
        },
        hints=(
            "Take the disbursements of 2021 and 2022, and sum them by creditor.",
            "Divide the sum of CHN by the sum of RUS.",
            "paid = loans.groupby('creditor')['value_usd_mn'].sum(); then "
            "paid['CHN'] / paid['RUS'].",
        ),
    ),
    "40-7": Task(
        reference=_without,
        mistakes={
            "This is the outcome with all five measures. Leave out summits.": lambda: (
                claims.HAPPENED
            ),
            "Two measures grew and two fell. What does the rule say then?": lambda: (
                claims.DID_NOT
            ),
        },
        hints=(
            "Keep the rows of F3 whose quantity does not speak of summits.",
            "Count for and against. The rule has a word for a balance.",
            "claims.resolve(rows, questions.query(\"claim_id == 'F3'\"))[0].outcome",
        ),
    ),
    "40-8": Task(
        reference=_leads,
        unit="states",
        tolerance=0,
        mistakes={
            "The question asks for all five. But two states are not in the evidence: "
            "missing is not yes.": lambda: len(tables.the_five()),
            "This is 2019. The task asks for 2023.": {"year": "2019"},
            "This counts both years. Keep 2023.": lambda: len(evidence.rows("F7")),
        },
        hints=(
            "Every row of the evidence on F7 is one state and one year.",
            "The column value is China's trade less Russia's. When is it larger?",
            "len(evidence.rows('F7').query(\"period == '2023' and value > 0\"))",
        ),
    ),
}
