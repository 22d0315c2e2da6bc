"""The site: every page in a real browser, every link, and nothing from elsewhere."""

import functools
import http.server
import threading
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import nbformat
import pytest
from bs4 import BeautifulSoup

from helpers import claims
from helpers.teaching import site, web_pages

MOST = 3_000_000  # bytes of a page with all that it loads
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
ROOT = site.ROOT
UNFOLD = "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"
ONE_OF_EACH = """() => {
  const seen = new Set();
  const all = [...document.body.querySelectorAll("*")];
  const leaves = all.filter((node) => !node.firstElementChild);
  for (const leaf of leaves) {
    let path = "";
    for (let node = leaf; node; node = node.parentElement)
      path += ` ${node.tagName}.${node.getAttribute("class")}`;
    if (seen.has(path)) leaf.remove();
    seen.add(path);
  }
}"""  # what has the same classes all the way up has the same colours
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
def visits(page, address, folder, pages):
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
            "elsewhere": [
                url for url in asked if not url.startswith((address, "data:"))
            ],
            "bytes": sum(_size(folder, url) for url in set(asked)),
            "width": page.evaluate("document.documentElement.scrollWidth"),
            "violations": violations,
        }
        page.set_viewport_size(WIDE)
    return found


def _violations(page):
    """What axe calls serious: all rules; then contrast, which is slow, once a style."""
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()
    contrast = {"color-contrast": {"enabled": False}}
    first = axe.run(page, options={"resultTypes": ["violations"], "rules": contrast})
    page.evaluate(ONE_OF_EACH)
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


def main(soup):
    """The page without its menus."""
    return soup.select_one('[role="main"]')


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


def test_every_link_and_anchor_resolves(folder, pages):
    anchors = {
        path: {tag["id"] for tag in soup.find_all(id=True)}
        for path, soup in pages.items()
    }
    broken = []
    for path, soup in pages.items():
        for tag in soup.find_all(["a", "img", "link", "script"]):
            target = tag.get("href") or tag.get("src")
            if not target or urlsplit(target).scheme:
                continue
            file, anchor = map(unquote, urldefrag(urljoin(path, target)))
            file = file.partition("?")[0]
            known = anchors.get(file, ())
            if not (folder / file).is_file() or (anchor and anchor not in known):
                broken.append((path, target))
    assert not broken


def test_every_picture_has_words(pages):
    for path, soup in pages.items():
        assert all(picture.get("alt") for picture in main(soup)("img")), path


def test_pictures_say_what_the_notebook_says(pages):
    notebook = nbformat.read(ROOT / LESSON.replace(".html", ".ipynb"), as_version=4)
    alts = [picture["alt"] for picture in main(pages[LESSON])("img")]
    said = [
        " ".join(output.data["text/plain"].split())
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]
    assert len(alts) == len(said) > 3
    for alt, words in zip(alts, said, strict=True):
        assert words.endswith(alt)
        assert "decide first" not in alt


def test_what_the_lesson_folds_stays_folded(pages):
    notebook = nbformat.read(ROOT / LESSON.replace(".html", ".ipynb"), as_version=4)
    hidden = [cell for cell in notebook.cells if "outputs_hidden" in str(cell.metadata)]
    folds = main(pages[LESSON])("details")
    assert len(folds) == len(hidden) > 3
    assert not any(fold.has_attr("open") for fold in folds)
    assert "Did you decide first?" in folds[0].summary.text
    assert "Turkmenistan" in folds[0].img["alt"]


def test_claims_and_lessons_lead_to_each_other(pages):
    box = main(pages[LESSON]).table
    assert [link["href"] for link in box("a")][:3] == [
        f"../../claims.html#{name}" for name in ("e1", "e3", "e4")
    ]
    row = pages["claims.html"].find(id="e3").find_parent("tr")
    assert row.select_one(f'a[href="{LESSON}"]').text == "10 Trade"
    assert not row.details.has_attr("open")
    assert claims.reading("E3")[0].now in row.details.text
    assert len(main(pages["claims.html"])("details")) == len(claims.ledger())


def test_terms_lead_to_the_glossary(pages):
    links = {link["href"] for link in main(pages[LESSON])("a")}
    assert "../../docs/glossary.html#mirror-statistics" in links


def test_sealed_results_are_shown_and_said_to_be(pages):
    text = main(pages[SEALED]).text
    assert "invented learner" in text
    assert f"F1: {claims.HAPPENED}" in text
    assert f"F9: {claims.DID_NOT}" in text
    assert "First save your forecast" not in text


def test_no_solution_is_shown(folder):
    assert not list(folder.rglob("*solutions*"))


def test_only_pages_with_a_map_load_its_script(pages):
    loaded = {
        path for path, soup in pages.items() if soup.select('script[src*="atlas.js"]')
    }
    maps = {path for path, soup in pages.items() if soup.select("script.atlas-spec")}
    assert loaded == maps
    assert START in maps
    assert len(maps) == 5


def test_still_pictures_say_so(pages):
    assert len(pages[LESSON].select("p.still")) == 2


def test_the_map_moves(page, address):
    page.goto(address + START)
    status = page.locator(".atlas-status")
    before = status.inner_text()
    page.locator(".atlas-year input").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function(
        "(text) => !document.body.innerText.includes(text)", arg=before
    )
    assert status.inner_text()
    assert page.locator(".atlas").locator("xpath=ancestor::*/img").count() == 0


@pytest.mark.parametrize("opened", ["served", "from its folder"])
def test_search_finds_a_term(page, address, folder, opened):
    errors = []
    page.on("pageerror", lambda error: errors.append(error))
    start = address if opened == "served" else f"{folder.as_uri()}/"
    page.goto(start + "search.html?q=mirror+statistics")
    page.get_by_text("Search finished").wait_for()
    found = [link.get_attribute("href") for link in page.locator("ul.search a").all()]
    assert any(link.startswith(LESSON) for link in found)
    assert any(link.startswith("docs/glossary.html") for link in found)
    assert not errors


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(site.SiteError, match="holds other files: name an empty"):
        site.write(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_an_earlier_site_is_replaced_and_what_else_lies_there_stays(
    tmp_path, monkeypatch
):
    def convert(_source, pages):
        for name in (site.MARK, "index.html", "docs/new.html"):
            site._write(pages / name, "new")

    monkeypatch.setattr(site, "prepare", lambda *_: None)
    monkeypatch.setattr(site, "_convert", convert)
    for name in (site.MARK, "index.html", "docs/old.html", ".git/config"):
        site._write(tmp_path / name, "old")
    site.write(tmp_path)
    found = {
        path.relative_to(tmp_path).as_posix(): path.read_text("utf-8")
        for path in tmp_path.rglob("*")
        if path.is_file()
    }
    new = dict.fromkeys([site.MARK, "index.html", "docs/new.html"], "new")
    assert found == new | {".git/config": "old"}


def test_a_broken_link_is_named(tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    (source / "conf.py").write_text("extensions = ['myst_nb']", encoding="utf-8")
    (source / "index.md").write_text("# Home\n\n[gone](gone.md)\n", encoding="utf-8")
    with pytest.raises(site.SiteError, match=r"need care:\nindex\.md:3: .*gone\.md"):
        site._convert(source, tmp_path / "pages")


class TestLinks:
    def place(self, path):
        return {"README.md": "index.md", "docs/a.md": "docs/a.md"}.get(path)

    @pytest.mark.parametrize(
        ("text", "seen"),
        [
            ("[home](../README.md#two)", "[home](../index.md#two)"),
            ("[a](a.md)", "[a](a.md)"),
            ("[key](../exercises/solutions/x.ipynb)", "key"),
            (
                "[![b](../README.md)](https://a.org)",
                "[![b](../index.md)](https://a.org)",
            ),
            ("[out](https://example.org) [here](#here)", None),
        ],
    )
    def test_relinked(self, text, seen):
        assert web_pages.relinked(text, "docs/b.md", self.place) == (seen or text)

    def test_pictures_from_elsewhere_become_words(self):
        badge = "[![Binder](https://example.org/badge.svg)](https://example.org)"
        assert web_pages.cleaned(badge) == "[Binder](https://example.org)"
