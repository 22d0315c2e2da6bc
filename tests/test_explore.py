"""Every option of every control is driven, and the picture must change."""

import asyncio
import hashlib

import pytest

from helpers import (
    claims,
    diplomacy,
    economy,
    evidence,
    explore,
    outlook,
    security,
    style,
    tables,
)
from helpers.explore import Choice, Explorer, Slider, explorer


def rivals():
    """The indicators of the index, with both ways to count China's trade."""
    sources = [
        tables.load(name)
        for name in (
            "trade_by_partner",
            "partner_shares",
            "fdi_kazakhstan_quoted",
            "debt_flows",
            "remittances",
        )
    ]
    for china_by in ("country", "partner"):
        yield economy.rival_indicators(*sources, china_by=china_by)


def ties():
    """What ties each state to China and Russia."""
    names = "students_in_china", "students_abroad", "students_reported", "migrants"
    names += "remittances", "air_routes"
    return diplomacy.flows(**{name: tables.load(name) for name in names})


EXPLORERS = {  # each explorer as its lesson builds it
    "trade_explorer": lambda: explore.trade_explorer(tables.load("trade_by_partner")),
    "mirror_lab": lambda: explore.mirror_lab(tables.load("trade_by_partner")),
    "lending_windows": lambda: explore.lending_windows(
        tables.load("chinese_finance_by_year")
    ),
    "debt_lab": lambda: explore.debt_lab(
        tables.load("debt_flows"),
        tables.load("debt_reported"),
        tables.load("gdp_and_public_debt"),
    ),
    "two_vintages": lambda: explore.two_vintages(tables.load("forecast_vintages")),
    "index_builder": lambda: explore.index_builder(*rivals()),
    "agreement_explorer": lambda: explore.agreement_explorer(
        tables.load("un_agreement"), tables.load("un_ideal_points")
    ),
    "border_squares": lambda: explore.border_squares(tables.load("border_areas")),
    "border_years": lambda: explore.border_years(
        security.border_steps(tables.load("border_steps"), tables.load("events"))
    ),
    "event_timeline": lambda: explore.event_timeline(tables.load("events")),
    "flow_map": lambda: explore.flow_map(ties()),
    "violence_explorer": lambda: explore.violence_explorer(
        tables.load("political_violence"),
        tables.load("armed_conflicts"),
        tables.load("violence_sources"),
    ),
    "supplier_windows": lambda: explore.supplier_windows(
        tables.load("arms_deliveries")
    ),
    "census_explorer": lambda: explore.census_explorer(
        tables.load("xinjiang_population"), tables.load("population_series")
    ),
    "position_table": lambda: explore.position_table(
        tables.load("xinjiang_positions"), tables.load("xinjiang_texts")
    ),
    "multiverse": lambda: explore.multiverse(claims.multiverse(evidence.table())),
    "penalty": explore.penalty,
    "forecast_scores": lambda: explore.forecast_scores(
        outlook.plain_forecasts(tables.load("prediction_questions")),
        claims.outcomes(evidence.resolutions()),
        claims.ledger().query("kind == 'prediction'"),
        tables.load("probability_words"),
    ),
    "survey_dots": lambda: explore.survey_dots(tables.load("opinion_surveys")),
}


def small(update=None, **controls):
    """An explorer of one word; ``update`` may fail on purpose."""
    figure = style.figure(2, 1)
    text = figure.text(0.1, 0.5, "")

    def show(**choices):
        text.set_text(" ".join(map(str, choices.values())))
        return text.get_text()

    return Explorer(
        style.Live(figure, {tuple(controls): [text]}, update or show), **controls
    )


@pytest.fixture
def fingerprints(monkeypatch):
    """Pictures are told apart by what is painted; making PNG of each takes longer."""

    def painted(canvas, *, live):
        return hashlib.blake2b(canvas.buffer_rgba()).digest()

    monkeypatch.setattr(style, "_compressed", painted)


@pytest.mark.parametrize("name", EXPLORERS)
def test_every_option_of_every_control_changes_the_picture(name, fingerprints):
    explorer = EXPLORERS[name]()
    for control, choice in explorer.choices.items():
        widget = explorer.controls[control]
        first = widget.value
        pictures, sentences = [], []
        for value in choice.values():
            widget.value = value
            pictures.append(explorer.image.value)
            sentences.append(explorer.status.value)
        assert len(set(pictures)) == len(pictures), control
        assert len(set(sentences)) == len(sentences), control
        assert not any('role="alert"' in sentence for sentence in sentences)
        widget.value = first


def test_no_explorer_is_left_out():
    mechanism = {"Choice", "Explorer", "Slider"}
    assert set(explore.__all__) - mechanism == set(EXPLORERS)


@pytest.mark.parametrize("name", EXPLORERS)
def test_the_static_default_is_the_first_picture(name):
    explorer = EXPLORERS[name]()
    first = explorer.image.value
    data, _ = explorer._repr_mimebundle_()
    assert data["image/png"] == style.encoded(first)
    assert any(character.isdigit() for character in data["text/plain"])
    assert "application/vnd.jupyter.widget-view+json" in data
    control, choice = list(explorer.choices.items())[-1]
    explorer.controls[control].value = next(
        value for value in choice.values() if value != explorer.chosen()[control]
    )
    assert explorer.image.value != first
    assert explorer._repr_mimebundle_()[0]["image/png"] == style.encoded(first)


@pytest.mark.parametrize("name", EXPLORERS)
def test_every_control_has_a_label(name):
    for control in EXPLORERS[name]().controls.values():
        assert control.description


def test_the_sentence_for_screen_readers_follows_the_picture():
    explorer = small(word=Choice("Word", {"shown": "one", "other": "<two>"}))
    assert 'role="status"' in explorer.status.value
    explorer.controls["word"].value = "<two>"
    assert "&lt;two&gt;" in explorer.status.value


def test_a_picture_that_fails_says_so_and_the_last_one_stays():
    def fail_at_two(number):
        if number == 2:
            raise ValueError("no data for <two>")
        return f"number {number}"

    explorer = small(fail_at_two, number=Slider("Number", 1, 3, 1))
    before = explorer.image.value
    explorer.controls["number"].value = 2
    assert 'role="alert"' in explorer.status.value
    assert "no data for &lt;two&gt;" in explorer.status.value
    assert explorer.image.value == before
    explorer.controls["number"].value = 3
    assert "number 3" in explorer.status.value


def test_a_picture_seen_before_is_not_drawn_again():
    drawn = []
    explorer = small(
        lambda number: drawn.append(number) or f"{number}",
        number=Slider("Number", 1, 100, 1),
    )
    for number in (2, 1, 2, 1):
        explorer.controls["number"].value = number
    assert drawn == [1, 2]


def test_few_pictures_are_drawn_ahead_while_the_kernel_is_idle():
    drawn = []

    async def open_and_wait():
        small(
            lambda number: drawn.append(number) or f"{number}",
            number=Slider("Number", 1, 3, 1),
        )
        await asyncio.sleep(1.6)

    asyncio.run(open_and_wait())
    assert sorted(drawn) == [1, 2, 3]


def test_many_pictures_are_not_drawn_ahead():
    drawn = []

    async def open_and_wait():
        small(
            lambda number: drawn.append(number) or f"{number}",
            number=Slider("Number", 1, explorer.FEW + 1, 1),
        )
        await asyncio.sleep(1.4)

    asyncio.run(open_and_wait())
    assert drawn == [1]


def test_the_events_of_a_year_stand_below_with_source_and_who_differs():
    events = tables.load("events")
    timeline = explore.event_timeline(events)
    for year in (1999, 2022):
        timeline.controls["year"].value = year
        shown = timeline.below.value
        rows = events[events["year"] == year]
        assert shown.count("<li>") == len(rows)
        assert shown.count("Contested: ") == rows["contested_by"].notna().sum()
        assert shown.count("<a href=") == rows["url"].notna().sum()


def test_below_the_survey_dots_stands_how_each_question_was_asked():
    surveys = tables.load("opinion_surveys")
    dots = explore.survey_dots(surveys)
    shown = dots.below.value
    where = dots.chosen()
    rows = surveys[(surveys[list(where)] == list(where.values())).all(axis="columns")]
    assert shown.count("<li>") == len(rows)
    assert shown.count("<i>How</i>: not stated") == rows["mode"].isna().sum()
    dots.controls["area"].value = "TKM"
    assert "That is not zero" in dots.below.value
