"""The evidence on the predictions F1 to F10.

Each prediction has a question and a rule in the table ``prediction_questions``. The
rows that the rule names point for or against, by a comparison that is made here on the
data; all others are context. The questions were written when most of the data were
known, so they are no test of the bulletin's skill: another question would resolve in
another way.
"""

from helpers import claims, economy, outlook, security, tables
from helpers.evidence import pandemic
from helpers.evidence.points import context, fell, held, rose

SUMMITS = ("EV102", "EV43", "EV48")  # presidents of China and the five, by date
FEELING, LENT = (2017, 2019), (2020, 2022)  # before, and the years that F2 names
CUSTOMS = {
    "basis": "China's customs",
    "source": "China's customs (IMF IMTS)",
    "reliability": "A",
}
PAID_OUT = {
    "basis": "World Bank",
    "source": "World Bank, International Debt Statistics",
    "reliability": "A",
}
SIPRI = {
    "basis": "SIPRI",
    "source": "SIPRI Arms Transfers Database",
    "reliability": "A",
}
LISTED = {"basis": "listed documents", "source": "prediction_documents, this course"}


def _f1():
    """For: more than half of the summits are reported to name the Belt and Road."""
    summits = _summits()
    summits = summits[summits["year"].between(2021, 2025)]
    found = _documents("names the Belt and Road", 2021, 2025)
    named = summits["date"].isin(found["date"]).sum()
    yield _row(
        "F1",
        "summits whose declaration is reported to name the Belt and Road, of "
        f"{len(summits)}",
        named,
        period="2021 to 2025",
        unit="summits",
        points=claims.FOR if 2 * named > len(summits) else claims.AGAINST,
        reliability=_worst(found),
        **LISTED,
    )


def _f2():
    """For: a series has a lower mean in the later years. Against: a higher one."""
    for words, change, where in (_committed(), _paid_out("CHN", FEELING, LENT)):
        yield _row("F2", words, change, points=fell, **where)
    inflow = tables.select(
        tables.load("fdi_kazakhstan_quoted"), partner="CHN", measure="inflow"
    )
    then, now = (
        tables.value(inflow, "value_eur_mn", year=year) for year in (2019, 2021)
    )
    yield _row(
        "F2",
        "change of Chinese investment that flows into Kazakhstan",
        now - then,
        period="2019 to 2021, the only years at hand",
        unit="EUR million a year",
        points=fell,
        basis="National Bank of Kazakhstan, as quoted",
        source="fdi_kazakhstan_quoted, this course",
        reliability=inflow["reliability"].max(),
    )


def _f3():
    """For: a measure of involvement grew or stayed. Against: it fell."""
    turnover = economy.turnover(tables.load("trade_by_partner"), partner="CHN")
    turnover = tables.select(turnover, reported_by="partner")
    by_year = turnover.groupby("year")["turnover_usd_mn"].sum()
    yield _row(
        "F3",
        "change of the five states' trade with China",
        100 * (by_year[2024] / by_year[2019] - 1),
        period="2019 to 2024",
        unit="percent, current dollars",
        points=held,
        **CUSTOMS,
    )
    yield pandemic.investment_stock(
        "F3",
        "change of the stock of Chinese investment in the five",
        points=held,
    )
    words, change, where = _paid_out("CHN", FEELING, LENT)
    yield _row("F3", words, change, points=held, **where)
    words, change, where = _arms("CHN")
    yield _row("F3", words, change, points=held, **where)
    year = _summits()["year"]
    later, earlier = year.between(2021, 2025).sum(), year.between(2016, 2020).sum()
    yield _row(
        "F3",
        "change in the number of summits of the six presidents",
        int(later - earlier),
        period="2016 to 2025",
        unit="summits in five years",
        points=held,
        basis="listed events",
        source="events, this course",
        reliability="A",
    )


def _f4():
    """No statement is listed, and that is no evidence. All rows are context."""
    yield _row(
        "F4",
        "officials who say that China tied money to a political step",
        0,
        period="2021 to 2025",
        unit="found",
        basis="our search",
        source="this course",
        reliability="B",
    )
    yield _count("F4", "loan condition that an official names", 2021, 2025)
    yield from pandemic.debt_to_china("F4", points=context)


def _f5():
    """For: an approval of a Chinese-paid site is listed. Arms, later sites: context."""
    yield _count("F5", "Chinese-paid site in Tajikistan", 2021, 2025, points=rose)
    yield _count(
        "F5", "Chinese-paid site in Tajikistan", 2026, 2026, when=", after the last day"
    )
    words, change, where = _arms("CHN")
    yield _row("F5", words, change, **where)


def _f6():
    """For: the list holds more exercises in the later years. Against: not more."""
    shows = "exercise of China and Russia"
    earlier = _documents(shows, 2018, 2020)
    later = _documents(shows, 2021, 2023)
    yield _row(
        "F6",
        f"change in listed land exercises of China and Russia, from {len(earlier)}",
        len(later) - len(earlier),
        period="2018-20 to 2021-23",
        unit="exercises in three years",
        points=rose,
        reliability=_worst(later, earlier),
        **LISTED,
    )
    yield _count("F6", shows, 2024, 2025, when=", after the last day")
    votes = tables.select(tables.load("un_agreement"), country="CHN", partner="RUS")
    then, now = (
        100 * tables.value(votes, "agreement", year=year) for year in (2019, 2025)
    )
    yield _row(
        "F6",
        "change of the agreement of China and Russia in the UN General Assembly",
        now - then,
        period="2019 to 2025",
        unit="percentage points",
        basis="all votes of the year",
        source="Voeten; UN Digital Library",
        reliability="A",
    )


def _f7():
    """For: China traded more with a state than Russia did. Against: less."""
    trade = tables.select(tables.load("trade_by_partner"), reported_by="country")
    china, russia = (
        economy.turnover(trade, partner=code).set_index(["country", "year"])
        for code in ("CHN", "RUS")
    )
    lead = china["turnover_usd_mn"] - russia["turnover_usd_mn"]
    for code in lead.index.unique("country"):
        if code not in tables.the_five():
            continue
        for year in (2019, 2023):
            yield _row(
                "F7",
                f"China's trade with {tables.country_names()[code]}, less Russia's",
                lead[code, year],
                period=str(year),
                unit="USD million",
                points=rose if year == 2023 else context,
                basis="the state's own report",
                source="national statistics",
                reliability="A",
                known_in_2020=year == 2019,
            )


def _f8():
    """For: an agreement is listed. Steps away from Russia are context."""
    yield _count("F8", "defence agreement with Russia", 2021, 2025, points=rose)
    yield _count("F8", "distance from Russian-led bodies", 2021, 2025)


def _f9():
    """Against: no such treaty is listed, and a treaty would be public. For: one is."""
    found = _documents("land assigned to China", 2021, 2025, may_be_empty=True)
    steps = security.border_steps(tables.load("border_steps"), tables.load("events"))
    binding = steps["step"].isin(["signature", "ratification"])
    new = steps[binding & steps["date"].str[:4].astype(int).between(2021, 2025)]
    yield _row(
        "F9",
        "treaties that assign land to China, signed or ratified",
        len(found) + len(new),
        period="2021 to 2025",
        unit="found",
        points=lambda count: claims.FOR if count else claims.AGAINST,
        reliability="B",
        basis="listed documents and border steps",
        source="prediction_documents and border_steps, this course",
    )


def _f10():
    """For: Russia paid out more a year. Against: not more."""
    words, change, where = _paid_out("RUS", (2016, 2020), (2021, 2022), fill=True)
    yield _row("F10", words, change, points=rose, **where)
    for code in ("RUS", "CHN"):
        words, mean, where = _paid_out(code, None, (2021, 2022), fill=True)
        yield _row("F10", words, mean, **where)
    words, change, where = _arms("RUS")
    yield _row("F10", words, change, **where)
    yield _count(
        "F10", "Russian gift or debt relief", 2016, 2020, when=", in the years before"
    )
    yield _count("F10", "Russian gift or debt relief", 2021, 2022)
    yield _count("F10", "Russian loan announced", 2021, 2026)


def _committed():
    """Chinese finance for the five that AidData records: mean of years, and before."""
    finance = tables.load("chinese_finance_by_year")
    by_year = finance.groupby("year")["total_usd2021_mn"].sum()
    then, now = by_year.loc[2017:2019].mean(), by_year.loc[2020:2021].mean()
    return (
        "change of Chinese finance committed, a year",
        now - then,
        {
            "period": "2017-19 to 2020-21",
            "unit": "USD million of 2021",
            "basis": "AidData",
            "source": "AidData, Global Chinese Development Finance 3.0",
            "reliability": "A",
        },
    )


def _paid_out(creditor, before, after, *, fill=False):
    """State loans paid out to the five a year: the change of means, or one mean.

    ``fill`` counts a year without a record as nothing paid out, as the source does.
    """
    loans = tables.select(
        tables.load("debt_flows"), creditor=creditor, flow="disbursement"
    )
    loans = loans[loans["debtor"].isin(tables.the_five())]
    by_year = loans.groupby("year")["value_usd_mn"].sum()
    if fill:
        by_year = by_year.reindex(range(2000, 2023), fill_value=0.0)
    name = tables.country_names()[creditor]
    mean = by_year.loc[slice(*after)].mean()
    words = {"unit": "USD million a year", **PAID_OUT}
    spans = [
        f"{first}-{last % 100:02d}" for first, last in filter(None, [before, after])
    ]
    period = {"period": " to ".join(spans)}
    if before is None:
        return f"state loans that {name} paid out", mean, words | period
    change = mean - by_year.loc[slice(*before)].mean()
    return f"change of state loans that {name} paid out", change, words | period


def _arms(supplier):
    """Deliveries of major arms to the five: five years less the five before."""
    arms = tables.select(tables.load("arms_deliveries"), supplier=supplier)
    by_year = arms.groupby("year")["tiv_mn"].sum()
    change = by_year.loc[2020:2024].sum() - by_year.loc[2015:2019].sum()
    name = tables.country_names()[supplier]
    where = {"period": "2015-19 to 2020-24", "unit": "TIV million in five years"}
    return f"change of {name}'s arms deliveries", change, where | SIPRI


def _count(claim_id, shows, first, last, *, points=context, when=""):
    """One row for a number of documents; ``when`` if not in the question's years."""
    found = _documents(shows, first, last)
    return _row(
        claim_id,
        f"documents{when}: {shows}",
        len(found),
        period=f"{first} to {last}",
        unit="listed",
        points=points,
        reliability=_worst(found),
        contested_by="; ".join(found["contested_by"].dropna().unique()),
        **LISTED,
    )


def _documents(shows, first, last, *, may_be_empty=False):
    listed = tables.load("prediction_documents")
    if may_be_empty and shows not in set(listed["shows"]):
        return listed.iloc[:0]
    return outlook.documents(
        listed, tables.load("events"), shows=shows, first=first, last=last
    )


def _worst(*found):
    """The weakest grade of some documents; B when there is none."""
    grades = [grade for rows in found for grade in rows["reliability"]]
    return max(grades, default="B")


def _summits():
    events = tables.load("events").set_index("event")
    return events.loc[list(SUMMITS)].reset_index()


def _row(claim_id, quantity, value, *, points=context, known_in_2020=False, **fields):
    """A row of what came after 2020; ``points`` is a word, or reads the value."""
    return claims.Evidence(
        claim_id=claim_id,
        quantity=quantity,
        value=float(value),
        known_in_2020=known_in_2020,
        points=points(value) if callable(points) else points,
        **fields,
    )


CLAIMS = {
    "F1": _f1,
    "F2": _f2,
    "F3": _f3,
    "F4": _f4,
    "F5": _f5,
    "F6": _f6,
    "F7": _f7,
    "F8": _f8,
    "F9": _f9,
    "F10": _f10,
}
