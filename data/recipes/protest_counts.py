"""Published protest counts, each with the window that it covers.

``protest_counts.csv`` beside this file holds our own rows, read on the page named.
"""

from pathlib import Path

import pandas as pd
from common import Field, Table, read

COUNTS = "society/protest_counts_reported.csv"
OURS = Path(__file__).with_suffix(".csv")
INDICATORS = {  # the source's name, and what is counted: in words, and about what
    "all_protests": ("all protests", "everything"),
    "covid_linked_protests": ("protests linked to COVID-19 measures", "everything"),
    "anti_china_protests": ("anti-China protests", "China"),
    "anti_china_incidents_acled": ("incidents with anti-Chinese feeling", "China"),
    "china_related_protests_capt": ("protests related to China", "China"),
    "china_related_protests_academic": ("protests related to China", "China"),
}
WHO = {
    "China Global South Project": "China Global South Project",
    "J. Bagdonas": "Bagdonas, from ACLED",
    "Jardine": "Jardine, Karibayeva, Lemon",
    "Oxus Society": "Oxus Society",
}
RIVALS = {  # by who counted, where and about what
    ("China Global South Project", "KAZ", "China"): "192 in all five in 2002-2023",
    ("China Global South Project", "KGZ", "China"): "192 in all five in 2002-2023",
    ("Bagdonas, from ACLED", "KAZ_KGZ", "China"): "Oxus Society: 98 to 2020-08",
    ("Oxus Society", "CA5", "China"): "Bagdonas: 112 in two states to 2020-11",
}


def build():
    """One row a count: who counted what, where, and from when to when."""
    theirs = read(COUNTS, dtype=str).rename(
        columns={
            "area_code": "area",
            "protests_count": "protests",
            "certainty": "reliability",
        }
    )
    rows = pd.concat([theirs, pd.read_csv(OURS, dtype=str)], ignore_index=True)
    rows["counted_by"] = [
        next(name for start, name in WHO.items() if source.startswith(start))
        for source in rows["source"]
    ]
    rows["what"] = rows["indicator"].map(lambda name: INDICATORS[name][0])
    rows["about"] = rows["indicator"].map(lambda name: INDICATORS[name][1])
    keys = zip(rows["counted_by"], rows["area"], rows["about"], strict=True)
    rows["contested_by"] = [RIVALS.get(key) for key in keys]
    said = rows["qualifier"].fillna("").str.split(";").str[0]
    rows["qualifier"] = said.where(said.isin(["about", "at least", "more than"]))
    rows["protests"] = rows["protests"].astype(int)
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="protest_counts",
    title="Published counts of protests, each with its window",
    description=(
        "One row a count. Sources, rules, places and windows differ: never divide one "
        "count by another, and never turn one into a rate a month. A tracker finds "
        "more when more people look, so two windows of one tracker are no trend "
        "either. CA5 is the five states together, KAZ_KGZ Kazakhstan and Kyrgyzstan."
    ),
    key=("counted_by", "indicator", "area", "period_start"),
    fields=(
        Field("counted_by", "string", "Who counted"),
        Field("indicator", "string", "Short name of what is counted"),
        Field("what", "string", "What is counted, in words"),
        Field("about", "string", "About China or all", enum=("China", "everything")),
        Field("area", "string", "ISO 3166-1 alpha-3 code, or a group of states"),
        Field("period_start", "string", "First year or month of the window"),
        Field("period_end", "string", "Last year or month of the window"),
        Field("protests", "integer", "The count", unit="protests"),
        Field("qualifier", "string", "How the source hedges it", required=False),
        Field(
            "reliability",
            "string",
            "A official or several reports, B one report",
            enum=("A", "B"),
        ),
        Field("contested_by", "string", "Who counts otherwise", required=False),
        Field("note", "string", "What else a reader must know", required=False),
        Field("source", "string", "Where it was read"),
        Field("url", "string", "Address of the page"),
    ),
    sources=(COUNTS,),
    credit="protest counts of Oxus Society and others, see the table protest_counts",
    build=build,
)
