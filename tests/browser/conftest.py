"""A real Chromium, and a JupyterLab on a copy of the lessons."""

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import free_ports, wait_for

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
NO_NEWS = '{"@jupyterlab/apputils-extension:notification": {"fetchNews": "false"}}'


@pytest.fixture(scope="session")
def chromium():
    """Path of an installed Chromium; without one, skip, or fail if it is required."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        reason = "no Chromium is installed; browser tests need one of " + ", ".join(
            NAMES
        )
        if os.environ.get("COURSE_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """Address of a JupyterLab whose root is a copy of the lessons."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    settings = folder / "settings"
    settings.mkdir()
    (settings / "overrides.json").write_text(NO_NEWS, encoding="utf-8")
    more = {
        "ServerApp.root_dir": folder / "notebooks",
        "LabApp.app_settings_dir": settings,
        "LabApp.expose_app_in_browser": True,
    }
    with served("jupyterlab", folder, "ServerApp", more) as address:
        yield address


@contextlib.contextmanager
def served(module, folder, server, more=None):
    """A Jupyter application on a free port, stopped in the end; gives its address.

    ``server`` is the class of its settings for port and browser; ``more`` are further
    settings, or notebooks to open.
    """
    (port,) = free_ports(1)
    options = {
        f"{server}.port": port,
        f"{server}.open_browser": False,
        "IdentityProvider.token": "lessons",
    } | (more or {})
    command = [f"--{name}={value}" for name, value in options.items()]
    command += ["--allow-root"] if server == "ServerApp" else []
    with (folder / "log.txt").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", module, *command],
            cwd=folder,
            env=os.environ
            | {
                "COURSE_WORK": str(folder / "my_work"),
                "JUPYTER_CONFIG_DIR": str(folder / "config"),
                "PYTHONPATH": str(ROOT),
            },
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/?token=lessons", process, folder / "log.txt")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture(scope="module")
def page(chromium):
    """A page of a new browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=list(QUIET))
        try:
            page = browser.new_page(viewport={"width": 1300, "height": 1000})
            page.set_default_timeout(60_000)
            yield page
        finally:
            browser.close()
