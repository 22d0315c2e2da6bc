"""Colours that colour-blind readers can tell apart; pictures that carry their text."""

import base64
import itertools

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from helpers import style

# Machado, Oliveira and Fernandes (2009), full deficiency, for linear RGB.
DEFICIENCIES = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
APART = 18  # CIELAB distance; about 2.3 can just be seen side by side
LINES = {**style.PARTNER, "claim": style.CLAIM, "other": style.GREY, "ink": style.INK}


def linear(colour):
    """Linear RGB of a colour: the screen's gamma taken out."""
    rgb = np.array(to_rgb(colour))
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def lab(colour, deficiency):
    """CIELAB of a colour as seen with a deficiency."""
    seen = np.clip(DEFICIENCIES[deficiency] @ linear(colour), 0, 1)
    to_xyz = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
    )
    ratio = to_xyz @ seen / np.array([0.95047, 1.0, 1.08883])
    f = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize(
    ("one", "other"), list(itertools.combinations(LINES, 2)), ids=str
)
def test_line_colours_can_be_told_apart(one, other, deficiency):
    distance = np.linalg.norm(
        lab(LINES[one], deficiency) - lab(LINES[other], deficiency)
    )
    assert distance > APART


def luminance(colour):
    """Relative luminance as the web's contrast rule defines it."""
    return float(linear(colour) @ [0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize("colour", [style.INK, style.SUBTITLE, style.FAINT])
def test_text_has_contrast_on_white(colour):
    assert 1.05 / (luminance(colour) + 0.05) >= 4.5


def test_a_picture_carries_its_alternative_text():
    figure = style.figure(2, 1)
    picture = style.Picture(figure, "The finding, 3 percent, 2019.")
    data, metadata = picture._repr_mimebundle_()
    assert data["text/plain"] == "The finding, 3 percent, 2019."
    assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")
    assert metadata["image/png"]["width"] == 192


def test_a_live_figure_draws_only_what_changes():
    figure = style.figure(2, 1)
    still = figure.text(0.1, 0.5, "still")
    moving = figure.text(0.6, 0.5, "")

    def update(word):
        moving.set_text(word)
        return word

    live = style.Live(figure, {("word",): [moving]}, update)
    first, alt = live.frame(word="one")
    still.set_text("nobody redraws me")
    second, _ = live.frame(word="two")
    again, _ = live.frame(word="one")
    assert alt == "one"
    assert first != second
    assert first == again


def contrast(colour):
    """Contrast with white, as the Web Content Accessibility Guidelines define it."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in to_rgb(colour)
    ]
    return 1.05 / (np.dot([0.2126, 0.7152, 0.0722], linear) + 0.05)


@pytest.mark.parametrize(
    "colour",
    [
        *[style.INK, style.SUBTITLE, style.FAINT, style.CLAIM],
        *[*style.PARTNER.values(), style.text_colour(style.GREY)],
        *[style.STATE_NAME, style.NEIGHBOUR_NAME, style.WATER_NAME],
    ],
)
def test_words_can_be_read(colour):
    assert contrast(colour) >= 4.5
