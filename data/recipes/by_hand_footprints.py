"""Tables on foreign military sites that the course team keeps by hand."""

from common import Field, Table

RELIABILITY = Field(
    "reliability",
    "string",
    "A official or several reports, B one report",
    enum=("A", "B"),
)

SITES = Table(
    name="military_sites",
    title="Foreign military sites in Central Asia, and posts paid for by China",
    description=(
        "One row a site, with who operates it and who denies it; a site has a row for "
        "each period when what is known of it changed. The list is not "
        "complete: other test ranges that Russia leases in western Kazakhstan have no "
        "position here, and what nobody reported is missing. Posts that China paid for "
        "and that Tajik forces hold are sites of Tajikistan. A reported site is a "
        "report, not a finding. Years are those of an agreement, an opening or a first "
        "report; an empty first year is not known, an empty last year is open. A "
        "position is approximate where no source gives it: the point then marks the "
        "place named, or the area. Russia's facilities in Kyrgyzstan are one base by "
        "the agreement of 2012 and four points on the map."
    ),
    key=("site", "reliability"),
    fields=(
        Field("site", "string", "Name of the site"),
        Field("operator", "string", "Whose forces, ISO 3166-1 alpha-3"),
        Field("host", "string", "On whose territory, ISO 3166-1 alpha-3"),
        Field("paid_by", "string", "Who paid for it, if another", required=False),
        Field(
            "kind",
            "string",
            "What it is, or is said to be",
            enum=(
                "garrison or base",
                "air base",
                "range, radar or station",
                "spaceport",
                "reported site",
                "posts paid for by China",
            ),
        ),
        Field("facilities", "integer", "How many places the row stands for"),
        Field("longitude", "number", "East of Greenwich", unit="degrees"),
        Field("latitude", "number", "North of the equator", unit="degrees"),
        Field("is_approximate", "boolean", "Whether the position is only approximate"),
        Field("began", "integer", "First year", unit="year", required=False),
        Field("ended", "integer", "Last year", unit="year", required=False),
        Field("what_is_known", "string", "In one sentence"),
        RELIABILITY,
        Field("contested_by", "string", "Who denies it or differs", required=False),
        Field("source", "string", "Who says so"),
        Field("url", "string", "Address of one of the pages"),
    ),
    credit="sites: ASIAR, University of Hong Kong, 2020, and this course",
)

REPORTS = Table(
    name="site_reports",
    title="Who says what of two reported Chinese sites",
    description=(
        "One row a report or statement on the reported sites near Shaymak "
        "(Gorno-Badakhshan, Tajikistan) and in the Wakhan corridor (Afghanistan). "
        "says keeps what the speaker claims, in five classes. A government's denial is "
        "a position, and so is a report that rests on unnamed sources: the table "
        "decides nothing. Papers that only repeat a report, the bulletin among them, "
        "are left out. That a row is missing does not show that nothing was said."
    ),
    key=("site", "date", "speaker"),
    fields=(
        Field("site", "string", "The reported site", enum=("Shaymak", "Wakhan")),
        Field("date", "string", "Day, month or year, as exact as it is known"),
        Field("year", "integer", "Year of the report or statement", unit="year"),
        Field("speaker", "string", "Who reports or states"),
        Field(
            "speaker_kind",
            "string",
            "Press, a government, or an official without a name",
            enum=("press", "government", "unnamed official"),
        ),
        Field("state", "string", "The government's state, else empty", required=False),
        Field(
            "says",
            "string",
            "What the speaker claims",
            enum=(
                "Chinese site",
                "Chinese forces, no site named",
                "another state's site, paid by China",
                "no Chinese site",
                "plan dropped",
            ),
        ),
        Field("was_there", "boolean", "Whether a reporter was at or near the place"),
        Field("rests_on", "string", "What the claim rests on"),
        Field("label", "string", "A few words for charts"),
        RELIABILITY,
        Field("contested_by", "string", "Who denies it or differs", required=False),
        Field("source", "string", "Where it was read"),
        Field("url", "string", "Address of the page"),
    ),
    credit="reports and statements: this course, from pages named in the table",
)

STATEMENTS = Table(
    name="statements_on_sites",
    title="What Russia and the Russian-led alliance said of other states' sites",
    description=(
        "Statements that the course found on public pages, one row each. Some are on "
        "China's work in general. Official Russian words on the reported Chinese site "
        "were looked for and not found: "
        "there is no row, and that is not a row with the word no. Statements behind "
        "closed doors leave no page."
    ),
    key=("date", "speaker"),
    fields=(
        Field("date", "string", "Day, month or year, as exact as it is known"),
        Field("year", "integer", "Year of the statement", unit="year"),
        Field("speaker", "string", "Who speaks"),
        Field("is_official", "boolean", "Whether a state or alliance speaks"),
        Field(
            "about",
            "string",
            "Whose sites or forces",
            enum=("the coalition in Afghanistan", "the United States", "China", "any"),
        ),
        Field(
            "position",
            "string",
            "What the speaker asks for or sees",
            enum=(
                "asks for an end",
                "objects",
                "asks for consent",
                "sees no threat",
                "wants cooperation",
                "sees no objection",
            ),
        ),
        Field("what_was_said", "string", "In one sentence"),
        RELIABILITY,
        Field("contested_by", "string", "Who denies it or differs", required=False),
        Field("source", "string", "Where it was read"),
        Field("url", "string", "Address of the page"),
    ),
    credit="statements: this course, from pages named in the table",
)

QUOTED = Table(
    name="quoted_arms_shares",
    title="Shares of arms imports that an older paper printed",
    description=(
        "Three figures of one paper, computed from the release of SIPRI's database of "
        "that time. A newer release gives other figures for the same years."
    ),
    key=("supplier", "first", "last"),
    fields=(
        Field("supplier", "string", "The supplier, ISO 3166-1 alpha-3"),
        Field("first", "integer", "First year of the window", unit="year"),
        Field("last", "integer", "Last year of the window", unit="year"),
        Field(
            "share_percent",
            "number",
            "Share of the five states' imports of major arms",
            unit="percent",
        ),
        Field("published", "string", "Month of publication"),
        RELIABILITY,
        Field("source", "string", "The paper"),
        Field("url", "string", "Address of the page"),
    ),
    credit="Jardine and Lemon, Kennan Cable 52, 2020",
)

STEPS = Table(
    name="military_steps",
    title="A choice of events for the timeline of lesson 21",
    description=(
        "Rows of the table events with the lane in which lesson 21 draws them and a "
        "few words. The choice is the course's, and so is the length of each lane."
    ),
    key=("event",),
    fields=(
        Field("event", "string", "Number of the row in the table events"),
        Field(
            "lane",
            "string",
            "The lane of the timeline",
            enum=(
                "Russian bases, leases",
                "Western and Indian sites",
                "Exercises with China",
                "Chinese aid, posts",
            ),
        ),
        Field("label", "string", "A few words for charts"),
    ),
)

TABLES = [SITES, REPORTS, STATEMENTS, QUOTED, STEPS]
