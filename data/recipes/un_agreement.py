"""How often the five states voted like others in the UN General Assembly, by year."""

from common import FIVE, Field, Table, read

DYADS = "security/unga_agreement_dyads_1992_2019_2025.csv"
STATES = [*FIVE, "CHN", "RUS"]
PARTNERS = ["CHN", "RUS", "USA", "IND", "TUR"]
KEY = ["country", "partner", "year"]


def build():
    """One row a country, partner and year."""
    rows = read(DYADS).rename(
        columns={
            "country_iso3": "country",
            "partner_iso3": "partner",
            "common_votes_count": "common_votes",
            "agreement_index_0_1": "agreement",
            "identical_vote_share_0_1": "identical_share",
        }
    )
    rows = rows[rows["country"].isin(STATES) & rows["partner"].isin(PARTNERS)]
    return rows[[column.name for column in TABLE.fields]].sort_values(KEY)


TABLE = Table(
    name="un_agreement",
    title="Agreement in votes of the UN General Assembly, 1992 to 2019, and 2025",
    description=(
        "For each pair of states the mean over the recorded votes of a year in which "
        "both took part: the same vote counts 1, one step apart (yes and abstain, or "
        "abstain and no) 0.5, yes and no 0. A vote in which one of the two has no "
        "vote recorded is left out. Most resolutions are adopted without a vote, so "
        "they are not in here. With few common votes a year's figure is noise: look at "
        "common_votes, above all for Tajikistan and Turkmenistan in the 1990s. In 2016 "
        "and 2017 the counts differ more between states than those of "
        "un_ideal_points, and the source does not say why. The "
        "years 2020 to 2024 are missing, not empty. 2025 comes from another source "
        "and has votes of the Assembly's plenary alone."
    ),
    key=tuple(KEY),
    fields=(
        Field("country", "string", "One state, ISO 3166-1 alpha-3"),
        Field("partner", "string", "The other state", enum=tuple(PARTNERS)),
        Field("year", "integer", "Year of the votes", unit="year"),
        Field(
            "common_votes",
            "integer",
            "Recorded votes in which both voted yes, no or abstain",
            unit="votes",
        ),
        Field(
            "agreement", "number", "Mean of the points of all common votes", "0 to 1"
        ),
        Field("identical_share", "number", "Share of the same vote", "0 to 1"),
    ),
    sources=(DYADS,),
    credit="Voeten, Strezhnev and Bailey, UN voting data; 2025: UN Digital Library",
    build=build,
)
