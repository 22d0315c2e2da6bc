"""Tables are what the recipes make of the sources, byte for byte."""

import hashlib
import json
import os
import shutil
import subprocess
import sys

import pytest

from helpers import tables

ROOT = tables.DATA.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    """All tables and maps, built anew in a temporary folder."""
    if not (SHARED / "sources").is_dir():
        pytest.skip("the sources are not here: they lie beside the clone, in shared/")
    folder = tmp_path_factory.mktemp("data")
    command = [sys.executable, str(tables.DATA / "recipes"), str(folder)]
    # The recipes find the sources from their own place, so the clone's are used.
    subprocess.run(command, check=True, env=os.environ, capture_output=True)
    return folder


@pytest.mark.parametrize(
    "path",
    sorted(
        path.relative_to(tables.DATA).as_posix()
        for path in [
            *(tables.DATA / "tables").iterdir(),
            *(tables.DATA / "maps").iterdir(),
            tables.DATA / "datapackage.json",
            tables.DATA / "README.md",
        ]
    ),
)
def test_the_recipes_rebuild_the_same_bytes(path, rebuilt):
    assert (rebuilt / path).read_bytes() == (tables.DATA / path).read_bytes()


def test_a_source_that_may_not_be_shipped_is_refused():
    if not (SHARED / "sources").is_dir():
        pytest.skip("the sources are not here: they lie beside the clone, in shared/")
    code = "import common; common.read('economy/trade_kaz_chn_1995_2020.csv')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tables.DATA / "recipes",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "terms do not allow" in done.stderr


def test_without_sources_the_recipes_say_what_is_missing(tmp_path):
    done = subprocess.run(
        [sys.executable, str(tables.DATA / "recipes"), str(tmp_path)],
        env=os.environ | {"COURSE_SOURCES": str(tmp_path / "nowhere")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "COURSE_SOURCES" in done.stderr


def test_without_sources_a_table_edited_by_hand_is_measured_anew(tmp_path):
    data = shutil.copytree(tables.DATA, tmp_path / "data")
    table = data / "tables" / "quizzes.csv"
    table.write_bytes(
        table.read_bytes().replace(b"The value is unknown", b"Nobody knows")
    )
    environment = os.environ | {"COURSE_SOURCES": str(tmp_path / "nowhere")}
    command = [sys.executable, str(data / "recipes")]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    changed = {
        path.relative_to(data).as_posix()
        for path in data.rglob("*")
        if path.is_file()
        and path.suffix != ".pyc"
        and path.read_bytes() != (tables.DATA / path.relative_to(data)).read_bytes()
    }
    assert changed == {"tables/quizzes.csv", "datapackage.json", "README.md"}
    package = json.loads((data / "datapackage.json").read_text("utf-8"))
    said = next(one for one in package["resources"] if one["name"] == "quizzes")
    assert said["hash"] == f"sha256:{hashlib.sha256(table.read_bytes()).hexdigest()}"
    assert said["bytes"] == table.stat().st_size
