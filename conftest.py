"""What holds for every test and every notebook: a journal of its own, no network."""

import os
import runpy
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

import hypothesis
import pytest

from tests.notebooks import reading

# By default a slow machine fails a test: times are measured by tests/bench alone.
hypothesis.settings.register_profile("untimed", deadline=None, max_examples=50)
hypothesis.settings.load_profile("untimed")

collect_ignore = ["tests/bench/class_server/trial_config.py"]  # JupyterHub reads it

NO_NETWORK = Path(__file__).resolve().parent / "tests" / "kernel" / "no_network.py"


def pytest_configure(config):
    """Give each process of pytest an empty journal, and kernels a start-up file."""
    work = TemporaryDirectory(ignore_cleanup_errors=True)
    config.add_cleanup(work.cleanup)
    os.environ["COURSE_WORK"] = mkdtemp(dir=work.name)
    os.environ["IPYTHONDIR"] = mkdtemp(dir=work.name)
    start_up = Path(os.environ["IPYTHONDIR"], "profile_default", "startup")
    start_up.mkdir(parents=True)
    shutil.copy(NO_NETWORK, start_up)
    runpy.run_path(str(NO_NETWORK))


def pytest_collection_modifyitems(items):
    """Leave the cells of notebooks that somebody has changed to that somebody."""
    for item in items:
        if item.path in reading.yours():
            item.add_marker(pytest.mark.skip(reason=reading.YOURS))


@pytest.fixture
def my_work(tmp_path, monkeypatch):
    """A journal of the test's own."""
    monkeypatch.setenv("COURSE_WORK", str(tmp_path))
    return tmp_path


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Start each notebook's kernel with an empty journal."""
    if item.path.suffix == ".ipynb" and item.parent.kernel is None:
        work = Path(os.environ["COURSE_WORK"]).parent
        os.environ["COURSE_WORK"] = mkdtemp(dir=work)
