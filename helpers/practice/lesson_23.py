"""The tasks of lesson 23, alignment."""

from helpers import economy, security, tables
from helpers.practice.tasks import Task


def _counted(country="UZB", vote="no vote recorded"):
    cast = tables.select(_of_2025(), country=country)["vote"]
    return int((cast == vote).sum())


def _uzbek_score(partner="RUS", country="UZB", column="agreement"):
    score = security.agreement_score(_of_2025(), country=country, partner=partner)
    return score[column].item()


def _without_gaps(country="UZB", partner="CHN"):
    """The score of somebody who takes a missing vote for an abstention."""
    wrong = _of_2025().replace("no vote recorded", "abstain")
    score = security.agreement_score(wrong, country=country, partner=partner)
    return score["agreement"].item()


def _fall(country="UZB", partner="CHN"):
    right = _uzbek_score(partner=partner, country=country)
    return right - _without_gaps(country, partner)


def _highest(partner="USA", least_votes=40, country="TKM"):
    series = security.agreement_series(
        tables.load("un_agreement"), partner=partner, least_votes=least_votes
    )
    return tables.select(series, country=country)["agreement"].max()


def _on_arms(country="TJK", partner="RUS", issue="arms", column="agreement"):
    by_issue = security.votes_by_issue(
        _of_2025(), _texts(), country=country, partner=partner
    )
    return tables.value(by_issue, column, issue=issue)


def _without_arms(country="TJK", partner="RUS", left_out="arms"):
    texts = security.with_issue(_texts())
    kept = texts[texts["issue"] != left_out]["resolution"]
    votes = _of_2025()[_of_2025()["resolution"].isin(kept)]
    score = security.agreement_score(votes, country=country, partner=partner)
    return score["agreement"].item()


def _mean_of_issues():
    return security.votes_by_issue(_of_2025(), _texts(), country="TJK", partner="RUS")[
        "agreement"
    ].mean()


def _placebo(share_of="KAZ", flow="import", country="UZB", column="levels"):
    """How one state's share goes with another state's agreement with China."""
    past = tables.load("trade_long_run")
    shares = economy.partner_share(past, flow=flow, partner="CHN", reported_by=None)
    borrowed = tables.select(shares, country=share_of).assign(country=country)
    votes = security.agreement_series(
        tables.load("un_agreement"), partner="CHN", least_votes=20
    )
    found = security.change_correlation(borrowed, votes, value="share_percent")
    return found[column].item()


def _of_2025():
    return tables.select(tables.load("un_votes"), year=2025)


def _texts():
    return tables.select(tables.load("un_resolutions"), year=2025)


TASKS = {
    "23-1": Task(
        reference=_counted,
        unit="texts",
        tolerance=0,
        mistakes={
            "These are abstentions. The task asks for no vote recorded.": {
                "vote": "abstain"
            },
            "Abstentions are in it. Count only no vote recorded.": lambda: (
                _counted() + _counted(vote="abstain")
            ),
            "This is Turkmenistan. The task asks for Uzbekistan.": {"country": "TKM"},
            "These are all votes of Uzbekistan.": lambda: len(
                tables.select(_of_2025(), country="UZB")
            ),
        },
        hints=(
            "Every row is one text and one state; the vote stands in words.",
            "Choose the year, the state and the vote, then count the rows.",
            "len(votes.query(...)) counts rows. Write year == 2025, country == 'UZB' "
            "and the words of the vote in quotes.",
        ),
    ),
    "23-2": Task(
        reference=_uzbek_score,
        tolerance=0.004,
        mistakes={
            "This is the share of identical votes. One step apart counts a half.": {
                "column": "identical_share"
            },
            "This is the agreement with China. The task asks for Russia.": {
                "partner": "CHN"
            },
            "This is Tajikistan. The task asks for Uzbekistan.": {"country": "TJK"},
            "You took votes that are not recorded for abstentions.": lambda: (
                _without_gaps(partner="RUS")
            ),
        },
        hints=(
            "Agreement is the mean of the points of all common votes.",
            "security.agreement_score does it; give it the votes of 2025 alone.",
            "security.agreement_score(of_2025, country='UZB', partner='RUS'), then the "
            "column agreement.",
        ),
    ),
    "23-3": Task(
        reference=_fall,
        tolerance=0.02,
        mistakes={
            "This is the wrong score itself. Subtract it from the right one.": (
                _without_gaps
            ),
            "This is the right score. Subtract the wrong one from it.": lambda: (
                _uzbek_score(partner="CHN")
            ),
            "This is Turkmenistan's fall. The task asks for Uzbekistan.": {
                "country": "TKM"
            },
            "This is the fall with Russia. The task asks for China.": {
                "partner": "RUS"
            },
        },
        hints=(
            "Compute the score twice, once as it should be and once wrongly.",
            "of_2025.replace('no vote recorded', 'abstain') makes the mistake.",
            "Take the column agreement of both scores, and subtract the wrong one from "
            "the right one.",
        ),
    ),
    "23-4": Task(
        reference=_highest,
        tolerance=0.005,
        mistakes={
            "A year with very few common votes is in it. Set least_votes.": {
                "least_votes": 0
            },
            "This is the highest agreement with China.": {"partner": "CHN"},
            "This is Kazakhstan. The task asks for Turkmenistan.": {"country": "KAZ"},
            "This is the highest with at least 60 votes. Set least_votes to 40.": {
                "least_votes": 60
            },
        },
        hints=(
            "A score of seven votes is mostly chance.",
            "security.agreement_series takes least_votes.",
            "security.agreement_series(agreement, partner='USA', least_votes=40), then "
            "the rows of TKM, then .max() of the column agreement.",
        ),
    ),
    "23-5": Task(
        reference=_on_arms,
        tolerance=0.01,
        mistakes={
            "This is the agreement with China. The task asks for Russia.": {
                "partner": "CHN"
            },
            "This is Kazakhstan. The task asks for Tajikistan.": {"country": "KAZ"},
            "This is another issue: human rights.": {"issue": "human rights"},
            "This is the number of common votes. Take the agreement.": {
                "column": "common_votes"
            },
        },
        hints=(
            "Each text belongs to one issue, by words in its title.",
            "security.votes_by_issue gives one row an issue.",
            "security.votes_by_issue(of_2025, texts, country='TJK', partner='RUS'), "
            "then the column agreement in the row of arms.",
        ),
    ),
    "23-6": Task(
        reference=_without_arms,
        tolerance=0.004,
        mistakes={
            "Texts on arms are still in it. Leave them out.": lambda: _uzbek_score(
                country="TJK"
            ),
            "These are the texts on arms alone. Leave them out.": _on_arms,
            "The texts on Ukraine are out. Leave out those on arms.": {
                "left_out": "Ukraine"
            },
            "This is the agreement with China. The task asks for Russia.": {
                "partner": "CHN"
            },
            "This is the plain mean of the issues. Take the mean of the votes.": (
                _mean_of_issues
            ),
        },
        hints=(
            "Same votes, another agenda: which texts stay?",
            "security.with_issue(texts) adds the issue. Keep the rows where it is not "
            "arms.",
            "Keep the votes whose resolution is in that list, with "
            "of_2025[of_2025['resolution'].isin(kept['resolution'])], then "
            "security.agreement_score.",
        ),
    ),
    "23-7": Task(
        reference=_placebo,
        tolerance=0.01,
        mistakes={
            "This is Uzbekistan's own share. Lend it Kazakhstan's.": {
                "share_of": "UZB"
            },
            "These are exports. The task asks for imports.": {"flow": "export"},
            "These are the changes. The task asks for the levels.": {
                "column": "changes"
            },
            "These are Kazakhstan's own votes. Take Uzbekistan's.": {"country": "KAZ"},
        },
        hints=(
            "It is the placebo of the lesson, with imports instead of exports.",
            "Choose the rows of KAZ, then .assign(country='UZB') lends them to "
            "Uzbekistan.",
            "security.change_correlation(lent, with_china, value='share_percent'), "
            "then the column levels.",
        ),
    ),
}
