"""What most notebooks do: ``interact`` and a new pyplot figure at each move."""

import io

import geopandas as gpd
import ipywidgets as widgets
import matplotlib.pyplot as plt

from helpers import economy, tables


def explorer(trade):
    """A slider that draws Kyrgyzstan's imports anew at each move."""

    def draw(year):
        table = economy.partner_values(trade, country="KGZ", flow="import") / 1000
        figure, axes = plt.subplots(figsize=(8.2, 4.6), dpi=110)
        for partner in table.columns[:5]:
            axes.plot(table.index, table[partner], label=partner)
        axes.axvline(year, color="lightgrey")
        axes.set_title(f"Kyrgyzstan, imports, {year}")
        axes.set_ylabel("USD billion")
        axes.legend()
        figure.savefig(io.BytesIO(), format="png", bbox_inches="tight")
        plt.close(figure)

    slider = widgets.IntSlider(min=2000, max=2024, value=2000)
    widgets.interactive_output(draw, {"year": slider})
    return slider


def atlas(projects):
    """A slider that draws the region and the projects anew with ``gdf.plot``."""
    points = gpd.GeoDataFrame(
        projects,
        geometry=gpd.points_from_xy(projects["longitude"], projects["latitude"]),
        crs="EPSG:4326",
    )

    def draw(year):
        figure, axes = plt.subplots(figsize=(10.4, 8.8), dpi=100)
        tables.layer("countries").plot(ax=axes, color="whitesmoke", edgecolor="grey")
        shown = points[points["year"] <= year]
        size = shown["amount_usd2017_mn"].fillna(1) / 5
        shown.plot(ax=axes, column="sector", markersize=size, legend=True)
        axes.set_title(f"Projects to {year}")
        figure.savefig(io.BytesIO(), format="png")
        plt.close(figure)

    slider = widgets.IntSlider(min=2002, max=2017, value=2002)
    widgets.interactive_output(draw, {"year": slider})
    return slider
