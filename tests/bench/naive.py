"""What most notebooks do: ``interact`` and a new pyplot figure at each move."""

import io

import ipywidgets as widgets
import matplotlib.pyplot as plt

from helpers import economy


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
