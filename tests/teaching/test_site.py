"""The site: every page in a real browser, every link, and nothing from elsewhere."""

import functools
import http.server
import threading
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from helpers.teaching import site, web_lesson, web_pages
from tests.browser.conftest import QUIET, chromium, page  # noqa: F401

# Sphinx warns what its own extensions will have to change.
pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated. Check CHANGES")
MOST = 3_000_000  # bytes of a page with all that it loads
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
UNFOLD = "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"
TRIM = """document.querySelectorAll(".sidebar-drawer, :is(tr, li):nth-child(n + 4)")
  .forEach((node) => node.remove())"""
LESSON = "notebooks/1_economy/10_trade.html"
SEALED = "notebooks/4_outlook/40_predictions.html"
START = "notebooks/0_start/00_start_here.html"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The site, written once."""
    return site.write(tmp_path_factory.mktemp("site") / "site").parent


@pytest.fixture(scope="module")
def pages(folder):
    """Each page's path and HTML."""
    return {
        path.relative_to(folder).as_posix(): BeautifulSoup(
            path.read_text("utf-8"), "html.parser"
        )
        for path in sorted(folder.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def address(folder):
    """Where a plain web server shows the site."""
    handler = functools.partial(_Quiet, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps connections

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def visits(page, address, folder, pages):  # noqa: F811
    """What a browser finds on each page, by path."""
    told, asked, found = [], [], {}
    page.on("console", lambda said: told.append(said) if said.type == "error" else None)
    page.on("pageerror", lambda error: told.append(error))
    page.on("request", lambda request: asked.append(request.url))
    for path in pages:
        told.clear()
        asked.clear()
        page.goto(address + path)
        page.evaluate(UNFOLD)
        violations = _violations(page)
        page.set_viewport_size(NARROW)
        found[path] = {
            "told": [str(said) for said in told],
            "elsewhere": [url for url in asked if not url.startswith((address, "data:"))],
            "bytes": sum(_size(folder, url) for url in set(asked)),
            "width": page.evaluate("document.documentElement.scrollWidth"),
            "violations": violations,
        }
        page.set_viewport_size(WIDE)
    return found


def _violations(page):  # noqa: F811
    """What axe calls serious: all rules; then contrast, slow, without repetitions."""
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()
    contrast = {"color-contrast": {"enabled": False}}
    first = axe.run(page, options={"resultTypes": ["violations"], "rules": contrast})
    page.evaluate(TRIM)
    rest = axe.run(page, options={"runOnly": ["color-contrast"]})
    return [
        (one["id"], one["nodes"][0]["html"][:200])
        for results in (first, rest)
        for one in results.response["violations"]
        if one["impact"] in ("serious", "critical")
    ]


def _size(folder, url):
    file = folder / unquote(urlsplit(url).path).lstrip("/")
    return file.stat().st_size if file.is_file() else 0


def bad(visits, name, wrong=bool):
    return {path: seen[name] for path, seen in visits.items() if wrong(seen[name])}


def test_no_page_asks_anything_from_elsewhere(visits):
    assert not bad(visits, "elsewhere")


def test_no_page_reports_an_error(visits):
    assert not bad(visits, "told")


def test_every_page_passes_axe(visits):
    assert not bad(visits, "violations")


def test_every_page_fits_a_telephone(visits):
    assert not bad(visits, "width", lambda width: width > NARROW["width"])


def test_no_page_is_heavy(visits):
    assert not bad(visits, "bytes", lambda size: size > MOST)
def test_x(visits):
    import json; json.dump(visits, open("/tmp/visits.json","w"), indent=1)
