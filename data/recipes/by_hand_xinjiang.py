"""Tables on Xinjiang and on Uyghurs abroad that the course team keeps by hand."""

from common import Field, Table

SERIES = (
    "census 2000",
    "year-end 2005",
    "census 2010",
    "year-end 2015",
    "year-end 2018",
    "census 2020",
)
KINDS = (
    "UN assessment",
    "position of the state",
    "statement of another state",
    "scholarship",
    "journalism",
)
RELIABILITY = Field(
    "reliability",
    "string",
    "A official or several reports, B one report",
    enum=("A", "B"),
)
CONTESTED = Field(
    "contested_by", "string", "Who denies it or counts otherwise", required=False
)
SOURCE = Field("source", "string", "Who counted, and where it was read")
URL = Field("url", "string", "Address of a page that says so", required=False)

XINJIANG_POPULATION = Table(
    name="xinjiang_population",
    title="People of Xinjiang (China) by ethnic group, in six series",
    description=(
        "One row a series and ethnic group, as far as the pages we read publish them. "
        "A group without a row is not zero: it was not found, and is then part of "
        "Other or of All ethnic minorities. Ethnic group is what stands in a person's "
        "papers; it is not religion, of which these tables say nothing. A census and a "
        "year-end series do not count the same people, so they are not one line."
    ),
    key=("series", "ethnic_group"),
    fields=(
        Field("series", "string", "What was counted, and when", enum=SERIES),
        Field("ethnic_group", "string", "Ethnic group, or what is left over"),
        Field("persons", "integer", "People of the group", unit="persons"),
        RELIABILITY,
        CONTESTED,
        SOURCE,
        URL,
    ),
    credit="censuses and year-end series of China, from pages named in the table",
)

POPULATION_SERIES = Table(
    name="population_series",
    title="Six series on the people of Xinjiang (China): method and total",
    description=(
        "One row a series. The total is the one that the source prints. In the "
        "year-end series of 2015 the groups add up to less than the total, and the "
        "page does not say why."
    ),
    key=("series",),
    fields=(
        Field("series", "string", "Name of the series", enum=SERIES),
        Field("year", "integer", "Year that it describes", unit="year"),
        Field(
            "method",
            "string",
            "A count of everybody, or a yearly series of the statistics office",
            enum=("census", "year-end"),
        ),
        Field("total_persons", "integer", "Printed total", unit="persons"),
        Field("who_is_counted", "string", "As far as the pages say it"),
        Field("note", "string", "Which groups are published, and what else to know"),
        RELIABILITY,
        SOURCE,
        URL,
    ),
    credit="censuses and year-end series of China, from pages named in the table",
)

UYGHURS_ABROAD = Table(
    name="uyghurs_abroad",
    title="Uyghurs outside China by country: official counts, reports, one estimate",
    description=(
        "One row a country, year and basis. Bases must not be mixed: a census asks "
        "residents for their ethnic group, a report repeats numbers of different years "
        "and kinds, and one organisation gives rounded numbers, some as a range. Its "
        "number for Kazakhstan is the official one. A country without a row was not "
        "looked at, or nothing was found: it is not zero."
    ),
    key=("country", "year", "basis"),
    fields=(
        Field("country", "string", "ISO 3166-1 alpha-3 code"),
        Field("year", "integer", "Year that the number describes", unit="year"),
        Field(
            "basis",
            "string",
            "Who counts",
            enum=("official counts", "reports up to 2020", "one organisation, 2023"),
        ),
        Field("persons_low", "integer", "Lower end of the range", unit="persons"),
        Field("persons_high", "integer", "Upper end of the range", unit="persons"),
        RELIABILITY,
        CONTESTED,
        SOURCE,
        URL,
    ),
    credit="censuses; Wikipedia; Uyghur Human Rights Project",
)

UYGHURS_IN_KAZAKHSTAN = Table(
    name="uyghurs_in_kazakhstan",
    title="Uyghurs in Kazakhstan by census, in two versions",
    description=(
        "One row a census and version. Two lists of the same censuses differ before "
        "1959 by what looks like a lost first digit, and a little in 1970 and 1989. "
        "Both are shown; neither was checked against the printed census. Borders and "
        "the names of groups changed between the censuses."
    ),
    key=("year", "version"),
    fields=(
        Field("year", "integer", "Year of the census", unit="year"),
        Field("version", "string", "Which list", enum=("list", "Wikipedia")),
        Field("persons", "integer", "People", unit="persons"),
        RELIABILITY,
        CONTESTED,
        SOURCE,
        URL,
    ),
    credit="censuses, as listed by Nurasssyl and by Wikipedia",
)

XINJIANG_BIRTHS = Table(
    name="xinjiang_births",
    title="Birth rate and natural growth in Xinjiang and in China",
    description=(
        "One row a year and area. Natural growth is births minus deaths, without "
        "migration. Rates are per 1,000 people; one report misprints them as percent. "
        "They hold for all ethnic groups together. Years between the rows, and empty "
        "cells, were not found: they are not zero, and nothing may be drawn there."
    ),
    key=("year", "area"),
    fields=(
        Field("year", "integer", "Calendar year", unit="year"),
        Field("area", "string", "Area of the rates", enum=("China", "Xinjiang")),
        Field(
            "birth_rate_per_1000",
            "number",
            "Births in the year",
            unit="per 1,000 people",
            required=False,
        ),
        Field(
            "natural_growth_per_1000",
            "number",
            "Births minus deaths in the year",
            unit="per 1,000 people",
        ),
        RELIABILITY,
        SOURCE,
        URL,
    ),
    credit="National Bureau of Statistics of China, partly via the press",
)

XINJIANG_DOCUMENTS = Table(
    name="xinjiang_documents",
    title="Documents on Xinjiang: who says what, when, and who denies it",
    description=(
        "One row a document, in our own words. The table is not put to a vote: rows "
        "are not counted against each other. Reliability says how we confirmed that "
        "the document says this (A its own page or several reports, B one other "
        "page), not that it is right. A position of a state is a position, not "
        "evidence. The list is incomplete."
    ),
    key=("date", "author"),
    fields=(
        Field("date", "string", "Day or month of publication"),
        Field("author", "string", "Who says it: office, organisation or author"),
        Field("kind", "string", "What kind of document", enum=KINDS),
        Field("what_it_says", "string", "One or two sentences, in our words"),
        RELIABILITY,
        CONTESTED,
        URL,
    ),
    credit="documents named in the table",
)

TABLES = [
    XINJIANG_POPULATION,
    POPULATION_SERIES,
    UYGHURS_ABROAD,
    UYGHURS_IN_KAZAKHSTAN,
    XINJIANG_BIRTHS,
    XINJIANG_DOCUMENTS,
]
