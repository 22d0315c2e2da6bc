"""Tables on institutes and scholarships that the course team keeps by hand."""

from common import Field, Table

RELIABILITY = Field(
    "reliability",
    "string",
    "A official or several reports, B one report",
    enum=("A", "B"),
)

ACCUSATIONS = Table(
    name="institute_accusations",
    title="One accusation of espionage against a Confucius Institute, and the replies",
    description=(
        "One row a statement on one case in Brussels, which was in the news when the "
        "bulletin was written. The course found no such case with a date and a speaker "
        "in the five states; that is a fact about a short search. An accusation is not "
        "a finding, and neither is a denial. The list is not complete."
    ),
    key=("date", "speaker"),
    fields=(
        Field("date", "string", "Day or month, as exact as it is known"),
        Field("speaker", "string", "Who speaks"),
        Field("says", "string", "In one sentence"),
        RELIABILITY,
        Field("contested_by", "string", "Who denies it or differs", required=False),
        Field("source", "string", "Where it was read"),
        Field("url", "string", "Address of one of the pages"),
    ),
    credit="statements on institutes: this course, from pages named in the table",
)

CENTRES = Table(
    name="russian_centres",
    title="Centres of the Russkiy Mir Foundation in Central Asia, 2016",
    description=(
        "What the foundation said of itself in March 2016: centres, and the cabinets "
        "beside them. Its page calls the ten centres new, so there may be more. It is "
        "one of several Russian networks; the houses of Russia's state agency for "
        "culture abroad are not counted. No confirmed number of later years was found."
    ),
    key=("kind", "year"),
    fields=(
        Field("kind", "string", "What is counted", enum=("centre", "cabinet")),
        Field("year", "integer", "Year of the statement", unit="year"),
        Field("number", "integer", "How many in Central Asia", unit="centres"),
        RELIABILITY,
        Field("source", "string", "Who says so"),
        Field("url", "string", "Address of the page"),
    ),
    credit="Russkiy Mir Foundation, 16 March 2016",
)

BOLASHAK = Table(
    name="bolashak_hosts",
    title="Where holders of Kazakhstan's Bolashak scholarship studied in April 2018",
    description=(
        "Shares of the holders who were abroad at the time, as the centre that runs "
        "the programme told the press. The state pays and names the universities that "
        "it accepts, so this shows what the state chose, not where most students go."
    ),
    key=("host",),
    fields=(
        Field("host", "string", "Country or region of study"),
        Field("share_percent", "number", "Share of the holders", unit="percent"),
        Field("base", "integer", "Holders abroad at the time", unit="persons"),
        RELIABILITY,
        Field("source", "string", "Who says so"),
        Field("url", "string", "Address of the page"),
    ),
    credit="Centre for International Programs, via Kazinform, 17 April 2018",
)

TABLES = [ACCUSATIONS, CENTRES, BOLASHAK]
