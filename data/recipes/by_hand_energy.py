"""Tables on energy and corridors that the course team keeps by hand in data/tables."""

from common import Field, Table

GATEWAYS = Table(
    name="gateways",
    title="Land ports between China and Central Asia",
    description=(
        "Crossings that goods use, one row for each place and kind of traffic. The "
        "list is not complete. Coordinates are rounded to a tenth of a degree, enough "
        "for a map of the region. The year is the one in which the present traffic "
        "began or began again; it is empty where no independent page confirms it. How "
        "much passes is not in the table: no source gives it for all of them."
    ),
    key=("place", "kind"),
    fields=(
        Field("place", "string", "Names on both sides of the border, or one for both"),
        Field("kind", "string", "What crosses", enum=("road", "railway", "dry port")),
        Field("state", "string", "State on the western side, ISO 3166-1 alpha-3"),
        Field("longitude", "number", "East of Greenwich, rounded", unit="degrees"),
        Field("latitude", "number", "North, rounded", unit="degrees"),
        Field("opened", "integer", "Year of opening", unit="year", required=False),
        Field("what_opened", "string", "What began in that year"),
        Field("institution", "string", "Who says so"),
        Field(
            "reliability",
            "string",
            "Of the year: A official or several reports, B one report",
            enum=("A", "B"),
        ),
        Field("url", "string", "Address of one of the pages"),
    ),
    credit="land ports: this course, from pages named in the table",
)

BELT_DOCUMENTS = Table(
    name="belt_documents",
    title="Documents on the announcement of the Silk Road Economic Belt",
    description=(
        "What each document says of year and place, and which goals it names: those "
        "of the five fields of the speech, or of the talks of the two presidents on "
        "the same day. Empty: not read for this. An official text is a position; it "
        "does not show what was done. The Chinese documents are not independent of "
        "each other."
    ),
    key=("document",),
    fields=(
        Field("document", "string", "Title, in English and shortened"),
        Field("about", "string", "What it reports", enum=("announcement", "talks")),
        Field("kind", "string", "What kind of document it is"),
        Field("published", "string", "Date or year of publication"),
        Field("year_named", "integer", "Year of the event it gives", unit="year"),
        Field("place_named", "string", "Place of the event it gives"),
        Field("names_transport", "boolean", "Names roads, transport", required=False),
        Field("names_trade", "boolean", "Names trade and markets", required=False),
        Field("names_energy", "boolean", "Names energy", required=False),
        Field("institution", "string", "Who speaks"),
        Field("reliability", "string", "A official, B one report", enum=("A", "B")),
        Field("url", "string", "Address of the page"),
    ),
)

CORRIDOR_FIGURES = Table(
    name="corridor_figures",
    title="Single figures on gas, oil and railways to China and through the region",
    description=(
        "Figures read in news and agency pages, one page a row. A price is what the "
        "customs of China record at the border (value divided by volume), with "
        "transport. Years, quarters and months must not be mixed. Containers are "
        "those of one operator (UTLC ERA) and cross Kazakhstan, Russia and Belarus; a "
        "TEU is one container of twenty feet. The railways' share in trade counts all "
        "railways, also those that do not cross the region."
    ),
    key=("topic", "area", "period"),
    fields=(
        Field("topic", "string", "What is measured"),
        Field("area", "string", "ISO 3166-1 alpha-3 code, or a group of states"),
        Field("period", "string", "The year, quarter or month that is described"),
        Field("value", "number", "The figure", unit="see the column unit"),
        Field("unit", "string", "Unit of the figure"),
        Field("qualifier", "string", "How the source hedges it", required=False),
        Field("institution", "string", "Who counted"),
        Field("publisher", "string", "Where it was read"),
        Field(
            "reliability",
            "string",
            "A official or several reports, B one report",
            enum=("A", "B"),
        ),
        Field("published_date", "string", "When it was published"),
        Field("url", "string", "Address of the page"),
        Field("contested_by", "string", "Who gives another figure", required=False),
    ),
    credit="offices and agencies, as quoted by the press",
)

TABLES = [GATEWAYS, BELT_DOCUMENTS, CORRIDOR_FIGURES]
