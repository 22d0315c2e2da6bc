"""Airline routes of the five states in June 2014, by country of destination."""

from common import FIVE, Field, Table, read

ROUTES = "society/air_routes_2014.csv"
ROWS = {
    "origin_iso3": "state",
    "destination_iso3": "destination",
    "airline_routes_count": "airline_routes",
    "airport_pairs_count": "airport_pairs",
}
YEAR = 2014


def build():
    """One row a state and country of destination."""
    rows = read(ROUTES).rename(columns=ROWS).assign(year=YEAR)
    rows = rows[rows["state"].isin(FIVE)]
    return rows[[column.name for column in TABLE.fields]].sort_values(list(TABLE.key))


TABLE = Table(
    name="air_routes",
    title="Airline routes of the five states by country of destination, June 2014",
    description=(
        "One month only. A route is one airline on one pair of airports: two airlines "
        "on one pair are two routes and one pair. A route says nothing of how often "
        "it is flown, by how many people, or whether it was in use: volunteers kept "
        "the list. Flights inside a state are left out."
    ),
    key=("state", "destination"),
    fields=(
        Field("state", "string", "Where the route begins, ISO 3166-1 alpha-3"),
        Field("destination", "string", "Where it ends, ISO 3166-1 alpha-3"),
        Field("year", "integer", "Year of the figure", unit="year"),
        Field("airline_routes", "integer", "Pairs of airline and airports", "routes"),
        Field("airport_pairs", "integer", "Pairs of airports", "pairs"),
    ),
    sources=(ROUTES,),
    credit="OpenFlights, routes of June 2014",
    build=build,
)
