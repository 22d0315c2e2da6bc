"""The data package: valid, complete, and true to its files."""

import hashlib
import json

import frictionless
import pytest

from helpers import tables

PACKAGE = json.loads((tables.DATA / "datapackage.json").read_text(encoding="utf-8"))
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}


def test_the_package_is_valid():
    report = frictionless.validate(str(tables.DATA / "datapackage.json"))
    assert report.valid, report.flatten(["name", "fieldName", "message"])


def test_every_file_is_described():
    files = {
        path.relative_to(tables.DATA).as_posix()
        for folder in ("tables", "maps")
        for path in (tables.DATA / folder).iterdir()
    }
    assert files == {resource["path"] for resource in RESOURCES.values()}


@pytest.mark.parametrize("name", RESOURCES)
def test_hash_and_size_are_those_of_the_file(name):
    resource = RESOURCES[name]
    content = (tables.DATA / resource["path"]).read_bytes()
    assert resource["bytes"] == len(content)
    assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


@pytest.mark.parametrize("name", RESOURCES)
def test_a_resource_names_source_licence_and_citation(name):
    resource = RESOURCES[name]
    assert resource["title"]
    assert resource["description"]
    assert resource["citation"]
    assert all(licence["title"] for licence in resource["licenses"])
    assert all(source["institution"] for source in resource["sources"])


@pytest.mark.parametrize("name", tables.names())
def test_columns_are_explained_and_values_have_a_unit(name):
    schema = RESOURCES[name]["schema"]
    assert schema["primaryKey"]
    assert schema["missingValues"] == [""]
    for field in schema["fields"]:
        assert len(field["description"]) > 5
        if field["type"] == "number":
            assert field["unit"]


def test_nothing_is_shipped_whose_terms_forbid_it():
    allowed = {"yes", "excerpt"}
    for resource in RESOURCES.values():
        for source in resource["sources"]:
            assert source.get("redistribution", "yes") in allowed


def test_the_readme_is_generated_from_the_package():
    text = (tables.DATA / "README.md").read_text(encoding="utf-8")
    for name, resource in RESOURCES.items():
        assert f"## {name}\n" in text
        assert resource["hash"] in text


def test_text_files_end_lines_as_git_keeps_them():
    for path in (tables.DATA / "tables").iterdir():
        assert b"\r" not in path.read_bytes()


def test_an_empty_cell_is_missing_and_never_zero():
    claims = tables.load("claims").set_index("claim_id")
    assert claims["claimed_value"].isna()["E2"]
    assert claims["year_to"].isna()["F1"]
