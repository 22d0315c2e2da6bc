"""Measures of debt: DataFrame in, DataFrame out; no files, no drawing.

Values are millions of current US dollars, shares percent (0 to 100). Only public and
publicly guaranteed debt to creditors abroad is counted; what private companies owe by
themselves is not.
"""

import pandas as pd

from helpers.tables import select

NUMERATORS = {
    "flows": "built from flows",
    "ministry": "as ministries say",
    "press": "as the press says",
}
DENOMINATORS = {
    "ministry": "foreign debt, as ministries say",
    "flows": "foreign debt, built from flows",
    "press": "foreign debt, as the press says",
    "public": "all public debt",
    "gdp": "GDP",
}
OTHER_QUANTITIES = ("public", "gdp")  # a share of these is no share of foreign debt


def debt_stock(flows, *, debtor, creditor=None):
    """Debt to a creditor at the end of each year, built from yearly flows.

    The stock of a year is the stock of the year before, plus what was disbursed, minus
    the principal that was repaid. Interest is a cost, and changes no stock.

    Parameters
    ----------
    flows : DataFrame
        The table ``debt_flows``.
    debtor : str
        ISO 3166-1 alpha-3 code, for example ``"KGZ"``.
    creditor : str, optional
        ``"CHN"``, ``"RUS"`` or ``"OTH"``: its state and its banks together. By default
        all creditors, as ``"WLD"``.

    Returns
    -------
    DataFrame
        One row a year: ``debtor``, ``creditor``, ``year``, ``disbursed_usd_mn``,
        ``repaid_usd_mn``, ``stock_usd_mn``. It ends with the last year whose flows are
        known, because what is scheduled may not be paid, and new loans are missing. A
        year without rows has no flow.

    Raises
    ------
    KeyError
        When the source lists no such debtor or creditor; the message lists those
        there are.

    Notes
    -----
    The stock starts at zero in the table's first year. What was owed before is left
    out while its repayment is counted, so the stock of an old creditor is too low, and
    can be negative. A write-off is no repayment, so a cancelled loan stays in the
    stock. Loans in other currencies are not valued again when exchange rates change.

    Examples
    --------
    >>> flows = pd.DataFrame({
    ...     "debtor": "KGZ", "creditor": "CHN", "year": [2010, 2011, 2011],
    ...     "flow": ["disbursement", "disbursement", "principal_repayment"],
    ...     "is_scheduled": False, "value_usd_mn": [100.0, 50.0, 30.0]})
    >>> debt_stock(flows, debtor="KGZ", creditor="CHN")["stock_usd_mn"].tolist()
    [100.0, 120.0]
    """
    known = flows[~flows["is_scheduled"]]
    rows = _owed(known, debtor, creditor)
    years = range(known["year"].min(), known["year"].max() + 1)
    yearly = rows.pivot_table(
        index="year", columns="flow", values="value_usd_mn", aggfunc="sum"
    ).reindex(index=years, columns=["disbursement", "principal_repayment"])
    yearly = yearly.fillna(0.0).set_axis(["disbursed_usd_mn", "repaid_usd_mn"], axis=1)
    net = yearly["disbursed_usd_mn"] - yearly["repaid_usd_mn"]
    yearly["stock_usd_mn"] = net.cumsum()
    stock = yearly.rename_axis("year").reset_index()
    stock.insert(0, "debtor", debtor)
    stock.insert(1, "creditor", creditor or "WLD")
    return stock


def creditor_share(flows, *, debtor, creditor):
    """One creditor's share in the debt to all creditors, both built from flows.

    Parameters
    ----------
    flows : DataFrame
        The table ``debt_flows``.
    debtor, creditor : str
        As in :func:`debt_stock`, which explains the errors.

    Returns
    -------
    DataFrame
        One row a year: ``debtor``, ``creditor``, ``year``, ``stock_usd_mn``,
        ``total_usd_mn``, ``share_percent``. The share is missing when a part would be
        negative, or greater than the whole: then repayments of loans from before the
        first year make both meaningless.

    Examples
    --------
    >>> flows = pd.DataFrame({
    ...     "debtor": "KGZ", "creditor": ["CHN", "OTH"], "year": 2010,
    ...     "flow": "disbursement", "is_scheduled": False,
    ...     "value_usd_mn": [100.0, 300.0]})
    >>> creditor_share(flows, debtor="KGZ", creditor="CHN")["share_percent"].tolist()
    [25.0]
    """
    share = debt_stock(flows, debtor=debtor, creditor=creditor)
    share = share[["debtor", "creditor", "year", "stock_usd_mn"]]
    total = debt_stock(flows, debtor=debtor)["stock_usd_mn"]
    share["total_usd_mn"] = total
    percent = 100 * share["stock_usd_mn"] / total
    possible = (total > 0) & percent.between(0, 100)
    share["share_percent"] = percent.where(possible)
    return share


def share_by_whole(flows, above_zero, public, *, debtor, creditor):
    """One creditor's share in the debt, by three wholes.

    ``"all creditors"`` is that of :func:`creditor_share`: a creditor whose old loans
    were repaid has a negative stock, which makes the whole too small. ``"creditors
    above zero"`` leaves such creditors out. ``"all public debt"`` is percent of GDP
    times GDP, and includes what is owed at home and old loans.

    Parameters
    ----------
    flows, above_zero, public : DataFrame
        The tables ``debt_flows``, ``debt_above_zero`` and ``gdp_and_public_debt``.
    debtor, creditor : str
        As in :func:`debt_stock`, which explains the errors.

    Returns
    -------
    DataFrame
        One row a year and whole: ``year``, ``whole``, ``stock_usd_mn``,
        ``total_usd_mn``, ``share_percent``. The share is missing where a part would
        be negative, or greater than the whole, and where no whole is known.

    Examples
    --------
    >>> flows = pd.DataFrame({
    ...     "debtor": "TJK", "creditor": ["CHN", "OTH", "OTH"], "year": 2010,
    ...     "flow": ["disbursement", "disbursement", "principal_repayment"],
    ...     "is_scheduled": False, "value_usd_mn": [300.0, 300.0, 100.0]})
    >>> above_zero = pd.DataFrame(
    ...     {"debtor": ["TJK"], "year": [2010], "owed_usd_mn": [600.0]})
    >>> public = pd.DataFrame({"country": ["TJK"], "year": [2010],
    ...     "gdp_usd_bn": [2.0], "public_debt_percent_gdp": [50.0]})
    >>> shares = share_by_whole(
    ...     flows, above_zero, public, debtor="TJK", creditor="CHN")
    >>> shares["share_percent"].tolist()
    [60.0, 50.0, 30.0]
    """
    owed = debt_stock(flows, debtor=debtor, creditor=creditor)[["year", "stock_usd_mn"]]
    everyone = debt_stock(flows, debtor=debtor).set_index("year")
    above = above_zero[above_zero["debtor"] == debtor].set_index("year")
    own = public[public["country"] == debtor].set_index("year")
    wholes = {
        "all creditors": everyone["stock_usd_mn"],
        "creditors above zero": above["owed_usd_mn"],
        "all public debt": own["gdp_usd_bn"] * own["public_debt_percent_gdp"] * 10,
    }
    found = []
    for whole, total in wholes.items():
        rows = owed.assign(whole=whole, total_usd_mn=owed["year"].map(total))
        percent = 100 * rows["stock_usd_mn"] / rows["total_usd_mn"]
        possible = (rows["total_usd_mn"] > 0) & percent.between(0, 100)
        found.append(rows.assign(share_percent=percent.where(possible)))
    columns = ["year", "whole", "stock_usd_mn", "total_usd_mn", "share_percent"]
    return pd.concat(found, ignore_index=True)[columns]


def debt_service(flows, *, debtor, creditor=None):
    """What a state paid to a creditor in each year, or was due to pay.

    Parameters
    ----------
    flows, debtor, creditor
        As in :func:`debt_stock`, which explains the errors.

    Returns
    -------
    DataFrame
        One row a year with payments: ``debtor``, ``creditor``, ``year``,
        ``principal_usd_mn``, ``interest_usd_mn``, ``service_usd_mn`` and
        ``is_scheduled``: due by contract, not known to have been paid.

    Examples
    --------
    >>> flows = pd.DataFrame({
    ...     "debtor": "KGZ", "creditor": "CHN", "year": 2025,
    ...     "flow": ["principal_repayment", "interest_payment"],
    ...     "is_scheduled": True, "value_usd_mn": [180.0, 32.0]})
    >>> debt_service(flows, debtor="KGZ")[["service_usd_mn", "is_scheduled"]].values
    array([[212.0, True]], dtype=object)
    """
    rows = _owed(flows, debtor, creditor)
    rows = rows[rows["flow"] != "disbursement"]
    paid = rows.pivot_table(
        index=["year", "is_scheduled"],
        columns="flow",
        values="value_usd_mn",
        aggfunc="sum",
    ).reindex(columns=["principal_repayment", "interest_payment"])
    paid = paid.fillna(0.0).set_axis(["principal_usd_mn", "interest_usd_mn"], axis=1)
    paid["service_usd_mn"] = paid.sum(axis=1)
    paid = paid.reset_index().assign(debtor=debtor, creditor=creditor or "WLD")
    amounts = ["principal_usd_mn", "interest_usd_mn", "service_usd_mn"]
    return paid[["debtor", "creditor", "year", *amounts, "is_scheduled"]]


def reported_share(reported, *, debtor, said_by=None):
    """China's share in a state's foreign debt, as others give it.

    Parameters
    ----------
    reported : DataFrame
        The table ``debt_reported``.
    debtor : str
        ISO 3166-1 alpha-3 code.
    said_by : {"ministry", "IMF", "press"}, optional
        By default all of them.

    Returns
    -------
    DataFrame
        One row a figure, in the order of its dates: the columns of the table, with
        ``share_percent`` computed from part and whole where the row has both, and as
        printed elsewhere. Rows without a share are left out.

    Raises
    ------
    KeyError
        When there are no such rows; the message lists those there are.

    Examples
    --------
    >>> reported = pd.DataFrame({
    ...     "debtor": "TJK", "as_of": ["2020-10", "2016-12"], "said_by": "ministry",
    ...     "owed_usd_mn": [1200.0, None], "total_usd_mn": [3000.0, 2300.0],
    ...     "share_percent": [None, 50.0]})
    >>> reported_share(reported, debtor="TJK")["share_percent"].tolist()
    [50.0, 40.0]
    """
    where = {"debtor": debtor} | ({"said_by": said_by} if said_by else {})
    rows = select(reported, **where).sort_values("as_of", ignore_index=True)
    computed = 100 * rows["owed_usd_mn"] / rows["total_usd_mn"]
    rows["share_percent"] = computed.fillna(rows["share_percent"])
    return rows.dropna(subset="share_percent").reset_index(drop=True)


def debt_ratio(flows, reported, wholes, *, debtor, numerator, denominator):
    """What a state owes to China in percent of a whole, one choice of each.

    Parameters
    ----------
    flows, reported, wholes : DataFrame
        The tables ``debt_flows``, ``debt_reported`` and ``gdp_and_public_debt``.
    debtor : str
        ISO 3166-1 alpha-3 code.
    numerator : {"flows", "ministry", "press"}
        Who says what is owed to China.
    denominator : {"ministry", "flows", "press", "public", "gdp"}
        What it is divided by. ``public`` is all public debt, domestic too.

    Returns
    -------
    DataFrame
        One row a year that has both: ``year``, ``part_usd_mn``, ``whole_usd_mn``,
        ``percent``. Reported figures stand at the nearest end of a year, the latest
        one where there are several. When one source gives part and whole, both are
        taken from one row.

    Raises
    ------
    KeyError
        When the numerator or denominator is unknown, or there are no rows.
    """
    for choice, known in ((numerator, NUMERATORS), (denominator, DENOMINATORS)):
        if choice not in known:
            raise KeyError(f"There is no {choice!r}. There are: {', '.join(known)}.")
    if numerator == denominator == "flows":
        share = creditor_share(flows, debtor=debtor, creditor="CHN").dropna()
        share = share.set_index("year")
        part, whole = share["stock_usd_mn"], share["total_usd_mn"]
    elif numerator == denominator:
        pairs = _in_dollars(reported_share(reported, debtor=debtor, said_by=numerator))
        part = _latest(pairs, "owed_usd_mn")
        whole = _latest(pairs, "total_usd_mn")
    else:
        part = _part(flows, reported, debtor, numerator)
        whole = _whole(flows, reported, wholes, debtor, denominator)
    ratio = pd.DataFrame({"part_usd_mn": part, "whole_usd_mn": whole}).dropna()
    ratio["percent"] = 100 * ratio["part_usd_mn"] / ratio["whole_usd_mn"]
    return ratio.rename_axis("year").reset_index()


def _owed(flows, debtor, creditor):
    """Rows of one debtor, and of one creditor where it is named."""
    return select(flows, debtor=debtor, **({"creditor": creditor} if creditor else {}))


def _part(flows, reported, debtor, numerator):
    """What is owed to China, by year."""
    if numerator == "flows":
        stock = debt_stock(flows, debtor=debtor, creditor="CHN")
        return stock.set_index("year")["stock_usd_mn"]
    rows = select(reported, debtor=debtor, said_by=numerator)
    counted = rows["counts"].isin(["China", "Eximbank"])
    return _latest(_in_dollars(rows[counted]), "owed_usd_mn")


def _whole(flows, reported, wholes, debtor, denominator):
    """What the part is divided by, by year."""
    if denominator == "flows":
        return debt_stock(flows, debtor=debtor).set_index("year")["stock_usd_mn"]
    if denominator in OTHER_QUANTITIES:
        rows = select(wholes, country=debtor).set_index("year")
        gdp = 1000 * rows["gdp_usd_bn"]
        part = rows["public_debt_percent_gdp"] / 100
        return gdp * part if denominator == "public" else gdp
    rows = select(reported, debtor=debtor, said_by=denominator)
    return _latest(rows, "total_usd_mn")


def _in_dollars(rows):
    """Parts and wholes that a printed share implies, where the row lacks one."""
    share = rows["share_percent"] / 100
    owed = rows["owed_usd_mn"].fillna(share * rows["total_usd_mn"])
    total = rows["total_usd_mn"].fillna(owed / share)
    return rows.assign(owed_usd_mn=owed, total_usd_mn=total)


def _latest(rows, column):
    """The latest figure at each end of a year."""
    known = rows.dropna(subset=column).sort_values("as_of")
    return known.groupby("year_end")[column].last()
