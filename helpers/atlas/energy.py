"""The atlas of pipelines and land ports."""

from helpers import economy, style, tables
from helpers.atlas.widget import Atlas
from helpers.maps import Layer

INSIDE = "inside the region"
DIRECTIONS = {
    "China": style.PARTNER["CHN"],
    "Russia": style.PARTNER["RUS"],
    "Iran": "#e0a100",
    INSIDE: "#7f858c",
}
ON_PAPER = {
    "under construction": "#2f7f4f",
    "proposed": "#3f9fd0",
    "cancelled": "#c65fa5",
    "mothballed": "#4a4f57",
}
PORTS = {"road": "#8a6d4b", "railway": "#1f2329", "dry port": "#00a087"}
INDEPENDENT = 1992  # first year of the five as states


def pipelines(lines, gateways, year=2019):
    """Gas and oil lines by where they lead, with land ports: by year and status.

    Lines in operation appear in the year of their opening. Lines that are not in
    operation have no such year: they are a layer of their own, always dashed.

    Parameters
    ----------
    lines : GeoDataFrame
        The map layer ``pipelines``.
    gateways : DataFrame
        The table ``gateways``.
    year : int
        The year shown first.

    Returns
    -------
    Atlas
        Titled with how many of the lines out of the region lead to China.
    """
    counts = economy.lines_by_direction(lines, since=INDEPENDENT)
    to_china = tables.value(counts, "lines", leads_to="CHN")
    drawn = _described(economy.routes(lines))
    works = drawn["status"] == "operating"
    return Atlas(
        [
            _on_paper(drawn[~works]),
            _in_operation(drawn[works]),
            _land_ports(gateways),
        ],
        title=(
            f"Of {counts['lines'].sum()} lines opened since {INDEPENDENT} that leave "
            f"the region, {to_china} lead to China"
        ),
        subtitle=(
            "Gas and oil lines by where they lead, and land ports, by year of opening. "
            "Lines side by side are one route"
        ),
        credit=tables.credit("pipelines", "gateways"),
        year=year,
    )


def _described(lines):
    """The routes with the columns that the map shows and filters by."""
    direction = lines["leads_to"].map(tables.country_names()).fillna(INSIDE)
    sketch = lines["is_schematic"].map({True: "a sketch", False: "simplified"})
    return lines.assign(direction=direction, drawn_as=sketch, closed=float("nan"))


def _in_operation(lines):
    return Layer(
        name="Routes in operation",
        frame=lines,
        kind="lines",
        label="name",
        colour="direction",
        palette=DIRECTIONS,
        years=("opened", "closed"),
        filters={"Fluid": "fluid", "Leads to": "direction", "Status": "status"},
        details={
            "Carries": "fluid",
            "Leads to": "direction",
            "Opened": "years",
            "Capacity, bcm a year": "capacities",
            "Route": "drawn_as",
        },
        dashed="is_schematic",
        dashed_means="dashed: only a sketch",
    )


def _on_paper(lines):
    return Layer(
        name="Routes not in operation",
        frame=lines.assign(dashed=True),
        kind="lines",
        label="name",
        colour="status",
        palette=ON_PAPER,
        filters={"Fluid": "fluid", "Leads to": "direction", "Status": "status"},
        details={
            "Would carry": "fluid",
            "Would lead to": "direction",
            "Status": "status",
            "Year that was planned": "planned",
            "Route": "drawn_as",
        },
        dashed="dashed",
    )


def _land_ports(gateways):
    """Roads below railways, and those below the dry port: some lie at one place."""
    ports = gateways.sort_values("kind", key=lambda kind: kind.map(list(PORTS).index))
    country = ports["state"].map(tables.country_names())
    return Layer(
        name="Land ports to China",
        frame=ports.assign(closed=float("nan"), country=country),
        kind="points",
        label="place",
        colour="kind",
        palette=PORTS,
        years=("opened", "closed"),
        filters={"Land ports": "kind"},
        details={
            "Kind": "kind",
            "Opposite China": "country",
            "Opened": "opened",
            "What is known": "what_opened",
            "Says": "institution",
        },
    )
