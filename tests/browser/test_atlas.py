"""The atlas in a real browser: each control, the keyboard, and no kernel at all."""

import nbformat
import pytest

from helpers import atlas
from tests import features
from tests.browser.conftest import served
from tests.features import WORDS

LAYERS = [features.areas(), features.lines(), features.points()]
CODE = """from helpers import atlas
from tests import features
layers = [features.areas(), features.lines(), features.points()]
atlas.Atlas(layers, **features.WORDS, year=2009)"""


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """Address of the exported page, on disk."""
    path = tmp_path_factory.mktemp("atlas") / "atlas.html"
    page = atlas.Atlas(LAYERS, **WORDS, year=2009).page()
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def view(page, exported):
    """The exported page, opened anew without a network; errors on it fail the test."""
    errors, requests = [], []
    view = page.context.browser.new_page(viewport={"width": 1100, "height": 1300})
    view.on("pageerror", lambda error: errors.append(str(error)))
    view.on("request", lambda request: requests.append(request.url))
    view.context.set_offline(True)
    view.goto(exported)
    view.wait_for_selector(".atlas-status")
    yield view
    view.close()
    assert errors == []
    assert set(requests) == {exported}


def seen(view):
    """What the reader sees: the pixels of the map, and the sentence below it."""
    view.mouse.move(0, 0)
    picture = view.locator(".atlas-stage").screenshot()
    return picture, view.locator(".atlas-status").inner_text()


def shown(view):
    """Names of the features that the map shows."""
    return view.evaluate(
        "[...document.querySelectorAll('.atlas-feature')]"
        ".filter((node) => node.style.display !== 'none')"
        ".map((node) => node.feature.label)"
    )


def test_it_opens_at_its_year(view):
    assert seen(view)[1].startswith("2009. Share of imports: 5 of 6")
    assert {"Line one", "Line three", "Road", "Power plant"} < set(shown(view))
    assert {"Line two", "School", "Mine"}.isdisjoint(shown(view))


def test_each_key_on_the_slider_changes_pixels_and_sentence(view):
    view.locator(".atlas-year input").focus()
    view.keyboard.press("Home")
    states = [seen(view)]
    # In these years something begins or ends; in the others only the year changes.
    for year in range(2006, 2021):
        view.keyboard.press("ArrowRight")
        states.append(seen(view))
        assert states[-1][1].startswith(f"{year}. ")
        changed = states[-1][0] != states[-2][0]
        assert changed == (year in (2009, 2010, 2013, 2017, 2018, 2020))


def test_play_runs_to_the_last_year_and_can_be_paused(view):
    view.locator(".atlas-year input").focus()
    for _ in range(10):
        view.keyboard.press("ArrowRight")
    button = view.locator(".atlas-play")
    button.click()
    assert "Pause" in button.inner_text()
    view.wait_for_function("document.querySelector('output').textContent === '2020'")
    view.wait_for_function(
        "document.querySelector('.atlas-play').textContent.includes('Play')"
    )
    button.click()  # begins again
    assert seen(view)[1].startswith("2005.")
    button.click()
    assert "Play" in button.inner_text()


def test_each_place_can_be_zoomed_to(view):
    select = view.locator(".atlas-zoom")
    pictures = []
    for place in select.locator("option").all_inner_texts():
        select.select_option(label=place)
        picture, sentence = seen(view)
        pictures.append(picture)
        assert (f"Zoomed to {place}." in sentence) == (place != "the whole region")
    assert len(set(pictures)) == 6


def test_each_option_of_each_filter_changes_the_map(view):
    boxes = view.locator(".atlas-filters input[type=checkbox]").all()
    assert len(boxes) == 3 + 2 + 4
    for box in boxes:
        # Projects and areas end in 2017, lines begin in 2009: a year for each.
        view.locator(".atlas-year input").fill("2017")
        if "planned" in box.locator("..").inner_text():
            view.locator(".atlas-year input").fill("2020")
        before, features = seen(view), shown(view)
        box.uncheck()
        after = seen(view)
        assert after[0] != before[0]
        assert after[1] != before[1]
        box.check()
        assert (seen(view)[1], shown(view)) == (before[1], features)


def test_all_and_none(view):
    view.get_by_role("button", name="Sector: none").click()
    sentence = seen(view)[1]
    assert "Projects: none of 4. Nothing is ticked under Sector." in sentence
    view.get_by_role("button", name="Sector: all").click()
    assert "Projects: 2 of 4" in seen(view)[1]


def test_tab_leads_to_features_and_arrows_from_one_to_the_next(view):
    view.locator(".atlas-zoom").focus()
    view.keyboard.press("Tab")
    active = "document.activeElement.getAttribute('aria-label')"
    first = view.evaluate(active)
    assert first.startswith("Kazakhstan; Share: under 20 %")
    assert view.locator(".atlas-tooltip").inner_text() == (
        "Kazakhstan\nShare: under 20 %"
    )
    view.keyboard.press("Tab")
    assert view.evaluate(active).startswith("Kyrgyzstan")
    view.keyboard.press("ArrowLeft")
    assert view.evaluate(active) == first
    view.keyboard.press("ArrowUp")  # round the corner, hidden features left out
    assert view.evaluate(active).startswith("Road")


def test_escape_closes_the_tooltip_then_the_zoom_then_leaves_the_map(view):
    view.locator(".atlas-zoom").select_option(label="Uzbekistan")
    view.locator(".atlas-zoom").focus()
    view.keyboard.press("Tab")
    tooltip = view.locator(".atlas-tooltip")
    assert tooltip.is_visible()
    view.keyboard.press("Escape")
    assert tooltip.is_hidden()
    assert view.locator(".atlas-zoom").input_value() == "5"
    view.keyboard.press("Escape")
    assert view.locator(".atlas-zoom").input_value() == "0"
    view.keyboard.press("Escape")
    assert view.evaluate("document.activeElement.className") == "atlas-status"


def test_features_out_of_view_are_no_stops_of_the_keyboard(view):
    stops = "[...document.querySelectorAll('.atlas-feature[tabindex=\"0\"]')].length"
    everything = view.evaluate(stops)
    view.locator(".atlas-zoom").select_option(label="Kyrgyzstan")
    assert 0 < view.evaluate(stops) < everything


def test_the_pointer_shows_what_a_point_is(view):
    view.locator(".atlas-points .atlas-feature circle").first.hover()
    said = view.locator(".atlas-tooltip").inner_text()
    assert said == "Power plant\nAmount, million USD: 2000"


def test_shape_fill_and_ring_tell_how_sure_a_site_is(page, tmp_path):
    path = tmp_path / "sites.html"
    path.write_text(atlas.Atlas([features.sites()], **WORDS).page(), encoding="utf-8")
    view = page.context.browser.new_page()
    view.goto(path.as_uri())
    view.wait_for_selector(".atlas-feature")
    sites = "[...document.querySelectorAll('.atlas-feature')]"
    look = "(node) => { const point = node.querySelector('.point');"
    look += "return [point.tagName, point.getAttribute('fill') === 'white',"
    look += "node.querySelectorAll('.ring').length]; }"
    looks = view.evaluate(f"{sites}.map({look})")
    boxes = view.evaluate(
        f"{sites}.map((node) => node.querySelector('.point').getBoundingClientRect())"
        ".map((box) => Math.round(box.width))"
    )
    view.close()
    assert looks == [
        ["circle", False, 0],
        ["circle", True, 1],
        ["path", False, 0],
        ["path", True, 1],
    ]
    assert all(width > 5 for width in boxes)


def test_what_is_missing_is_hatched(view):
    areas = "[...document.querySelectorAll('.atlas-areas .atlas-feature')]"
    pair = "(node) => [node.feature.label, node.firstChild.getAttribute('fill')]"
    fills = view.evaluate(f"Object.fromEntries({areas}.map({pair}))")
    assert "-hatch)" in fills["Turkmenistan"]
    assert fills["Kyrgyzstan"] == "#b2281f"
    assert "Share of imports: not known" in view.locator(".atlas-legend").inner_text()


def test_roles_and_names_for_screen_readers(view):
    assert view.get_by_role("region", name=WORDS["title"]).count() == 1
    assert view.get_by_role("slider", name="Year").count() == 1
    assert view.get_by_role("list", name="Projects").count() == 1
    assert view.get_by_role("listitem", name="Road; Amount, million USD: 100").count()
    assert view.locator("[role=status]").count() == 1


def test_wishes_of_the_reader_are_respected(view):
    border = "getComputedStyle(document.querySelector('.atlas-five path')).stroke"
    usual = view.evaluate(border)
    view.emulate_media(contrast="more")
    assert view.evaluate(border) == "rgb(0, 0, 0)" != usual
    view.emulate_media(contrast="no-preference", forced_colors="active")
    stage = "getComputedStyle(document.querySelector('.atlas-stage')).forcedColorAdjust"
    assert view.evaluate(stage) == "none"
    view.emulate_media(forced_colors="none", reduced_motion="reduce")
    pace = "window.paces = []; const set = setInterval;"
    pace += "window.setInterval = (call, ms) => (paces.push(ms), set(call, ms));"
    view.evaluate(pace)
    view.locator(".atlas-play").click()
    view.emulate_media(reduced_motion="no-preference")
    view.locator(".atlas-play").click()
    view.locator(".atlas-play").click()
    calm, usual = (pace for pace in view.evaluate("paces") if (pace or 0) >= 500)
    assert calm > usual


def test_500_moves_leave_no_nodes_behind(view):
    count = "document.querySelectorAll('*').length"
    before = view.evaluate(count)
    view.locator(".atlas-year input").focus()
    for move in range(500):
        view.keyboard.press("ArrowLeft" if move % 20 < 10 else "ArrowRight")
    assert view.evaluate(count) == before


def test_it_fits_a_telephone(page, exported):
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(exported)
    page.wait_for_selector(".atlas-status")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    legend, stage = (
        page.locator(name).bounding_box() for name in (".atlas-legend", ".atlas-stage")
    )
    assert legend["y"] >= stage["y"] + stage["height"]
    page.set_viewport_size({"width": 1300, "height": 1000})


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    """A folder with one notebook that builds an atlas."""
    folder = tmp_path_factory.mktemp("atlas_notebook")
    written = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CODE)])
    written.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(written, folder / "atlas.ipynb")
    return folder


def _moves(page):
    """Move the slider by keyboard; the sentence must follow."""
    status = page.locator(".atlas-status")
    status.wait_for()
    assert status.inner_text().startswith("2009.")
    page.locator(".atlas-year input").focus()
    page.keyboard.press("ArrowRight")
    assert status.inner_text().startswith("2010.")


def test_in_voila(page, notebook):
    settings = {"VoilaConfiguration.show_tracebacks": True}
    with served("voila", notebook, "Voila", settings) as address:
        page.goto(f"{address}/voila/render/atlas.ipynb?token=lessons")
        _moves(page)


@pytest.mark.parametrize(
    ("application", "where"),
    [("notebook", "notebooks/atlas.ipynb"), ("jupyterlab", "lab/tree/atlas.ipynb")],
)
def test_in_jupyter_the_map_outlives_its_kernel(page, notebook, application, where):
    more = {"ServerApp.root_dir": notebook}
    with served(application, notebook, "ServerApp", more) as address:
        page.goto(f"{address}/{where}?token=lessons")
        page.locator(".jp-CodeCell").first.click()
        page.wait_for_function(
            "document.body.innerText.includes('Python 3')", timeout=60_000
        )
        page.wait_for_timeout(1500)
        page.keyboard.press("Shift+Enter")
        _moves(page)
    # The server and its kernel have stopped, and Jupyter says so in a dialog.
    page.locator(".atlas-year input").fill("2011", force=True)
    assert page.locator(".atlas-status").inner_text().startswith("2011.")
