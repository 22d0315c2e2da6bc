"""The atlas measured in Chromium: from a pressed key to changed pixels, and memory."""

import shutil
import statistics
import tempfile
from pathlib import Path

from tests.browser.conftest import NAMES, QUIET

MOVES = 500
# From the key's own time stamp to the first task after the frame that it changed.
TIMER = """() => {
  window.times = [];
  addEventListener("keydown", (event) => requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = () => {
      times.push(performance.now() - event.timeStamp);
      after.port1.close();
    };
    after.port2.postMessage(0);
  }), true);
}"""


def measure(atlas):
    """Median milliseconds a move, and megabytes that 500 moves add; None, no browser.

    Parameters
    ----------
    atlas : Atlas
        With years.
    """
    chromium = next(filter(None, map(shutil.which, NAMES)), None)
    if chromium is None:
        return None
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        path = Path(folder, "atlas.html")
        path.write_text(atlas.page(), encoding="utf-8")
        browser = play.chromium.launch(executable_path=chromium, args=list(QUIET))
        try:
            page = browser.new_page(viewport={"width": 1100, "height": 1300})
            page.goto(path.as_uri())
            page.locator(".atlas-year input").focus()
            _move(page, 40)  # warm up
            before = _heap(page)
            _move(page, MOVES)
            grown = _heap(page) - before
            page.evaluate(TIMER)
            _move(page, 60)
            return statistics.median(page.evaluate("times")), grown
        finally:
            browser.close()


def _move(page, times):
    """Press arrows back and forth over the years, one after the last has been drawn."""
    for move in range(times):
        page.keyboard.press("ArrowLeft" if move % 20 < 10 else "ArrowRight")
        page.evaluate("() => new Promise(requestAnimationFrame)")


def _heap(page):
    """Megabytes of the page's heap after a collection."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    metrics = session.send("Performance.getMetrics")["metrics"]
    return {row["name"]: row["value"] for row in metrics}["JSHeapUsedSize"] / 1e6
