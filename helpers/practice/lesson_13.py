"""The tasks of lesson 13, debt."""

from helpers import claims, economy, tables
from helpers.practice.tasks import Task


def _tajik_flow(**changes):
    where = {
        "debtor": "TJK",
        "creditor": "CHN",
        "flow": "principal_repayment",
        "year": 2019,
    }
    return tables.value(_flows(), "value_usd_mn", **where | changes)


def _uzbek_stock(year=2019, creditor="CHN", column="stock_usd_mn"):
    stock = economy.debt_stock(_flows(), debtor="UZB", creditor=creditor)
    return tables.value(stock, column, year=year)


def _uzbek_sum(*flows, sign=1, **where):
    rows = tables.select(_flows(), debtor="UZB", creditor="CHN", **where)
    rows = rows[rows["year"] <= 2019]
    sums = rows.groupby("flow")["value_usd_mn"].sum()
    return sums["disbursement"] + sign * sum(sums[name] for name in flows)


def _share(debtor="TJK", year=2012, column="share_percent"):
    share = economy.creditor_share(_flows(), debtor=debtor, creditor="CHN")
    return tables.value(share, column, year=year)


def _whole_above(debtor="KGZ", year=2022):
    built = _share(debtor=debtor, year=year, column="total_usd_mn")
    return _reported_whole(debtor, year) - built


def _reported_whole(debtor="KGZ", year=2022):
    at = {"debtor": debtor, "said_by": "ministry", "year_end": year}
    rows = tables.select(tables.load("debt_reported"), **at)
    return rows["total_usd_mn"].iloc[-1]


def _ratio(debtor="TJK", numerator="flows", denominator="ministry", year=2019):
    ratio = economy.debt_ratio(
        _flows(),
        tables.load("debt_reported"),
        tables.load("gdp_and_public_debt"),
        debtor=debtor,
        numerator=numerator,
        denominator=denominator,
    )
    return tables.value(ratio, "percent", year=year)


def _due(debtor="KGZ", column="principal_usd_mn", is_scheduled=True, first=2023):
    service = economy.debt_service(_flows(), debtor=debtor, creditor="CHN")
    rows = service[service["is_scheduled"] == is_scheduled]
    due = rows.loc[rows["year"] >= first, column].sum()
    return 100 * due / _share(debtor=debtor, year=2022, column="stock_usd_mn")


def _flows():
    return tables.load("debt_flows")


TASKS = {
    "13-1": Task(
        reference=_tajik_flow,
        unit="million US dollars",
        tolerance=0.005,
        mistakes={
            "This is interest. The task asks for the principal.": {
                "flow": "interest_payment"
            },
            "This is money that arrived. The task asks what was paid back.": {
                "flow": "disbursement"
            },
            "This is 2018. The task asks for 2019.": {"year": 2018},
            "This is Kyrgyzstan. The task asks for Tajikistan.": {"debtor": "KGZ"},
        },
        hints=(
            "Every row is one debtor, creditor, flow and year.",
            "What is paid back is called principal_repayment in the column flow.",
            "Start from: flows.query(\"debtor == 'TJK' and creditor == 'CHN' and "
            'year == 2019"), and add the flow.',
        ),
    ),
    "13-2": Task(
        reference=_uzbek_stock,
        unit="million US dollars",
        tolerance=0.005,
        mistakes={
            "China appears twice here. You left its banks (private) out.": lambda: (
                _uzbek_sum("principal_repayment", sign=-1, creditor_type="bilateral")
            ),
            "Nothing was taken out of the tank. Subtract the principal.": lambda: (
                _uzbek_sum()
            ),
            "Interest pays nothing back. Do not subtract it.": lambda: _uzbek_sum(
                "principal_repayment", "interest_payment", sign=-1
            ),
            "This is a flow of one year. The task asks for the stock.": {
                "column": "disbursed_usd_mn"
            },
            "This is the stock at the end of 2022. The task asks for 2019.": {
                "year": 2022
            },
            "This is the debt to all creditors. Name China.": {"creditor": None},
        },
        hints=(
            "A stock adds up all flows until its day, not those of one year.",
            "economy.debt_stock does it, for both kinds of Chinese lender.",
            "stock = economy.debt_stock(flows, debtor='UZB', creditor='CHN'), then the "
            "column stock_usd_mn in the row of 2019.",
        ),
    ),
    "13-3": Task(
        reference=_share,
        unit="percent",
        mistakes={
            "This is the year 2016. The task asks for 2012.": {"year": 2016},
            "This is Kyrgyzstan. The task asks for Tajikistan.": {"debtor": "KGZ"},
            "This is the part in millions. Divide it by the whole.": {
                "column": "stock_usd_mn"
            },
            "This is whole divided by part. Turn it round.": lambda: 1e4 / _share(),
        },
        hints=(
            "Part and whole are both built from flows.",
            "economy.creditor_share gives both, and the share.",
            "economy.creditor_share(flows, debtor='TJK', creditor='CHN'), then the "
            "column share_percent in the row of 2012.",
        ),
    ),
    "13-4": Task(
        reference=_whole_above,
        unit="million US dollars",
        mistakes={
            "This is the ministry's whole. Subtract the built one.": _reported_whole,
            "This is the built whole. Subtract it from the ministry's.": lambda: _share(
                debtor="KGZ", year=2022, column="total_usd_mn"
            ),
            "This is the end of 2019. The task asks for 2022.": {"year": 2019},
            "This is Tajikistan. The task asks for Kyrgyzstan.": {"debtor": "TJK"},
            "China's part was subtracted. Subtract the built whole.": lambda: (
                _reported_whole() - _share("KGZ", 2022, "stock_usd_mn")
            ),
        },
        hints=(
            "Two wholes: one in the table debt_reported, one built from flows.",
            "In the table, year_end is 2022 and total_usd_mn is the whole. "
            "economy.debt_stock without a creditor builds the other.",
            "Find the ministry's row for KGZ with year_end 2022, then subtract the "
            "stock_usd_mn of 2022 from its total_usd_mn.",
        ),
    ),
    "13-5": Task(
        reference=_ratio,
        unit="percent",
        tolerance=0.005,
        mistakes={
            "The whole is built from flows, too. Take the ministry's.": {
                "denominator": "flows"
            },
            "The part is the press's. Take the one built from flows.": {
                "numerator": "press"
            },
            "This is the end of 2018. The task asks for 2019.": {"year": 2018},
            "This is Kyrgyzstan. The task asks for Tajikistan.": {"debtor": "KGZ"},
            "This is divided by GDP, which is another quantity.": {
                "denominator": "gdp"
            },
        },
        hints=(
            "The lab shows it; economy.debt_ratio computes it.",
            "The numerator is flows, the denominator is ministry.",
            "economy.debt_ratio(flows, reported, wholes, debtor='TJK', "
            "numerator='flows', denominator='ministry'), then the row of 2019.",
        ),
    ),
    "13-6": Task(
        reference=lambda: claims.verdict("E10", _ratio()),
        hints=(
            "The rule for a claim with about has two distances: 10 and 25 percent.",
            "The claim is 50. A tenth of it is 5, a quarter is 12.5.",
            "claims.verdict('E10', your number of task 13-5) applies the rule.",
        ),
    ),
    "13-7": Task(
        reference=_due,
        unit="percent",
        mistakes={
            "Interest is in it. The task asks for the principal.": {
                "column": "service_usd_mn"
            },
            "This is the year 2025 alone. Add up all three years.": {"first": 2025},
            "These are years already paid. Take those that are scheduled.": {
                "is_scheduled": False,
                "first": 2020,
            },
            "This is Tajikistan. The task asks for Kyrgyzstan.": {"debtor": "TJK"},
            "This is the amount in millions. Divide it by the stock.": lambda: (
                _due() / 100 * _share("KGZ", 2022, "stock_usd_mn")
            ),
        },
        hints=(
            "A part divided by a whole: principal due, over the stock of 2022.",
            "economy.debt_service gives principal_usd_mn and is_scheduled by year.",
            "Add up principal_usd_mn of the scheduled rows, divide it by the stock of "
            "2022 from economy.debt_stock, and multiply by 100.",
        ),
    ),
}
