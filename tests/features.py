"""Small layers of made-up features, for the tests of maps and the atlas."""

import geopandas as gpd
import pandas as pd
from shapely import LineString

from helpers import maps, tables

STATUS = {"working": "#b2281f", "planned": "#00626b"}
NAMES = ["Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"]
SHARES = {"under 20 %": "#f3d9c9", "over 20 %": "#b2281f"}


def lines(**changes):
    """Three lines: one from 2009, one schematic from 2020, one without a year."""
    frame = gpd.GeoDataFrame(
        {
            "name": ["Line one", "Line two", "Line three"],
            "status": ["working", "planned", "working"],
            "begun": [2009, 2020, None],
            "ended": [None, None, None],
            "capacity": [30.0, None, 12.5],
            "sketched": [False, True, False],
        },
        geometry=[
            LineString([(62, 38), (70, 42), (80, 44)]),
            LineString([(62, 37), (74, 39)]),
            LineString([(52, 47), (60, 46)]),
        ],
        crs="EPSG:4326",
    ).assign(**changes)
    return maps.Layer(
        name="Lines",
        frame=frame,
        kind="lines",
        label="name",
        colour="status",
        palette=STATUS,
        years=("begun", "ended"),
        filters={"Status": "status"},
        details={"Capacity, bcm a year": "capacity"},
        dashed="sketched",
        dashed_means="schematic route",
    )


def points(**changes):
    """Four projects of 2005 to 2017, one without an amount and one without a sector."""
    frame = pd.DataFrame(
        {
            "name": ["Road", "Power plant", "School", "Mine"],
            "sector": ["transport", "energy", "education", None],
            "year": [2005, 2009, 2013, 2017],
            "amount": [100.0, 2000.0, None, 50.0],
            "longitude": [71.0, 76.9, 67.0, 59.0],
            "latitude": [40.0, 43.2, 45.3, 42.0],
        }
    ).assign(**changes)
    palette = {"transport": "#b07a1e", "energy": "#00626b", "education": "#5a55a3"}
    return maps.Layer(
        name="Projects",
        frame=frame.assign(last=2017),
        kind="points",
        label="name",
        colour="sector",
        palette=palette,
        size="amount",
        size_unit="million USD",
        years=("year", "last"),
        filters={"Sector": "sector"},
        details={"Amount, million USD": "amount"},
    )


def sites(**changes):
    """Four sites, one for each sign of reliability; two positions are approximate."""
    frame = pd.DataFrame(
        {
            "name": ["Airfield", "Post", "Radar", "Camp"],
            "operator": ["one", "other", "one", "other"],
            "longitude": [74.8, 74.9, 74.5, 69.4],
            "latitude": [42.9, 37.4, 46.6, 37.5],
            "rough": [False, True, False, True],
            "sign": list(tables.SIGN_WORDS),
        }
    ).assign(**changes)
    return maps.Layer(
        name="Sites",
        frame=frame,
        kind="points",
        label="name",
        colour="operator",
        palette={"one": "#5a55a3", "other": "#b2281f"},
        filters={"Reliability": "sign"},
        dashed="rough",
        dashed_means="position approximate",
        reliability="sign",
    )


def areas(**changes):
    """A class for four states, none for Turkmenistan; two rows for Kazakhstan."""
    low, high = SHARES
    frame = pd.DataFrame(
        {
            "code": ["KAZ", "KAZ", "KGZ", "TJK", "TKM", "UZB"],
            "name": ["Kazakhstan", "Kazakhstan", *NAMES],
            "share": [low, high, high, high, None, low],
            "from": [2005, 2010, 2005, 2005, 2005, 2005],
            "to": [2009, 2017, 2017, 2017, 2017, 2017],
        }
    ).assign(**changes)
    return maps.Layer(
        name="Share of imports",
        frame=frame,
        kind="areas",
        label="name",
        colour="share",
        palette=SHARES,
        years=("from", "to"),
        details={"Share": "share"},
    )


WORDS = {
    "title": "A finding in a few words",
    "subtitle": "What is drawn, USD million, 2005 to 2017",
    "credit": "Data: made up.",
}
