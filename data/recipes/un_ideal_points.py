"""Where states stand on one line, estimated from their votes in the Assembly."""

from common import FIVE, Field, Table, read

POINTS = "security/unga_ideal_points_1992_2019.csv"
STATES = [*FIVE, "CHN", "RUS", "USA", "IND", "TUR"]
KEY = ["country", "year"]


def build():
    """One row a state and year."""
    rows = read(POINTS).rename(
        columns={
            "iso3": "country",
            "votes_count": "votes",
            "ideal_point_q05": "low",
            "ideal_point_q95": "high",
        }
    )
    rows = rows[rows["country"].isin(STATES)]
    return rows[[column.name for column in TABLE.fields]].sort_values(KEY)


TABLE = Table(
    name="un_ideal_points",
    title="Ideal points from votes in the UN General Assembly, 1992 to 2019",
    description=(
        "One place for each state and year on a single line without a unit, estimated "
        "from all states' votes. Resolutions that come back in the same words tie the "
        "years together, so that a change of the questions moves the places less than "
        "it moves an agreement index. Only distances between states mean something. "
        "The United States stand at the upper end. low and high are the 5th and 95th "
        "percentile of the estimate: nine times in ten the model puts the place "
        "between them. Bounds of two states do not give bounds of their distance."
    ),
    key=tuple(KEY),
    fields=(
        Field("country", "string", "The state, ISO 3166-1 alpha-3"),
        Field("year", "integer", "First year of the Assembly's session", unit="year"),
        Field("votes", "integer", "Votes of the state that were used", unit="votes"),
        Field("ideal_point", "number", "The estimate", "no unit"),
        Field("low", "number", "5th percentile of the estimate", "no unit"),
        Field("high", "number", "95th percentile of the estimate", "no unit"),
    ),
    sources=(POINTS,),
    credit="Bailey, Strezhnev and Voeten, ideal points",
    build=build,
)
