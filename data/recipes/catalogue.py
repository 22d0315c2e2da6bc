"""Write datapackage.json from the recipes, and data/README.md from datapackage.json."""

import json
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent


def write_package(out):
    """Describe every table and map of the folder in ``datapackage.json``."""
    import base_map
    from common import write_json
    from recipes import TABLES

    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "china-central-asia-course",
        "title": "Open data for weighing a policy paper on China and Central Asia",
        "description": "Tables and maps of the course, built by data/recipes.",
        "licenses": [{"name": "CC-BY-4.0", "title": "CC BY 4.0, our own work only"}],
        "resources": [recipe.describe(out) for recipe in [*TABLES, base_map]],
    }
    write_json(out / "datapackage.json", package)


def measure_files(out=DATA):
    """Write size and hash of the files as they are into ``datapackage.json``."""
    from common import fingerprint, write_json

    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        resource |= fingerprint(out / resource["path"])
    write_json(out / "datapackage.json", package)


def write_catalogue(out=DATA):
    """Write ``README.md`` of the data folder from its ``datapackage.json``."""
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    parts = [_INTRODUCTION, *map(_chapter, package["resources"])]
    (out / "README.md").write_bytes(("\n".join(parts)).encode("utf-8"))


_INTRODUCTION = """# The data of the course

Generated from `datapackage.json` (Frictionless Data Package); do not edit by hand.
Tables are UTF-8 CSV files with one header line. An empty cell is unknown, never zero.
A missing row means "not covered", not "none". Country codes are ISO 3166-1 alpha-3.
"""


def _chapter(resource):
    lines = [f"## {resource['name']}", ""]
    lines += [f"**{resource['title']}** (`{resource['path']}`)", ""]
    lines += [resource["description"], ""]
    schema = resource.get("schema", resource)
    columns = schema.get("fields") or schema.get("columns")
    if columns:
        lines += ["| column | type | unit | meaning |", "|---|---|---|---|"]
        lines += [_column(entry) for entry in columns]
        key = ", ".join(
            f"`{name}`" for name in schema.get("primaryKey", schema.get("key"))
        )
        lines += ["", f"Key: {key}.", ""]
    for name, text in resource.get("layers", {}).items():
        lines.append(f"* layer `{name}`: {text}")
    licences = "; ".join(licence["title"] for licence in resource["licenses"])
    lines += ["", f"* Licence: {licences}."]
    lines += [f"* Source: {_source(source)}" for source in resource["sources"]]
    lines += [f"* Cite as: {resource['citation']}.", f"* `{resource['hash']}`", ""]
    return "\n".join(lines)


def _column(entry):
    unit = entry.get("unit", "")
    return f"| `{entry['name']}` | {entry['type']} | {unit} | {entry['description']} |"


def _source(source):
    details = [
        source.get(name) for name in ("version", "years", "licence_note", "path")
    ]
    return "; ".join([source["institution"], *filter(None, details)]) + "."
