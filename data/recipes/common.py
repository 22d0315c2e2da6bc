"""What every recipe needs: where sources are, how a table is described and written."""

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

DATA = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("COURSE_SOURCES", DATA.parent.parent / "shared"))
FIVE = ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
# Built tables may come only from files whose terms allow it.
SHIPPABLE = {"yes", "excerpt"}


@dataclass(frozen=True)
class Field:
    """One column of a table.

    ``type`` is a Frictionless type: string, integer, number, boolean or date.
    """

    name: str
    type: str
    description: str
    unit: str = ""
    required: bool = True
    enum: tuple[str, ...] = ()

    def describe(self):
        """The column as the Table Schema standard writes it."""
        constraints = {"required": True} if self.required else {}
        if self.enum:
            constraints["enum"] = list(self.enum)
        entry = {"name": self.name, "type": self.type, "description": self.description}
        if self.unit:
            entry["unit"] = self.unit
        return entry | ({"constraints": constraints} if constraints else {})


@dataclass(frozen=True)
class Table:
    """A table that the course ships: what it holds, from where, and how it is built.

    ``sources`` are paths of the catalogue; ``credit`` names them in short, for the
    last line of a figure; ``build`` returns the DataFrame, or is ``None`` for a table
    that the course team keeps by hand in ``data/tables``.
    """

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    sources: tuple[str, ...] = ()
    credit: str = "this course"
    build: Callable | None = None

    @property
    def path(self):
        """Where the file lies, seen from ``data/``."""
        return f"tables/{self.name}.csv"

    def write(self, out):
        """Build the table, check it against its description, and write it."""
        if self.build is None:
            if out != DATA:
                write_bytes(out / self.path, (DATA / self.path).read_bytes())
            return
        frame = self.checked(self.build())
        text = frame.to_csv(index=False, lineterminator="\n")
        write_bytes(out / self.path, text.encode("utf-8"))

    def checked(self, frame):
        """The frame, if its columns and keys are those described."""
        names = [column.name for column in self.fields]
        found = [name for name in frame.columns if name != "geometry"]
        if found != names:
            raise ValueError(f"{self.name}: columns {found}, not {names}")
        keys = list(self.key)
        if frame.duplicated(keys).any():
            twice = frame.loc[frame.duplicated(keys), keys].head(3).to_dict("records")
            raise ValueError(f"{self.name}: key rows that occur twice: {twice}")
        return frame

    def describe(self, out):
        """The table as a resource of the data package."""
        return {
            "name": self.name,
            "type": "table",
            "path": self.path,
            "title": self.title,
            "description": self.description,
            "credit": self.credit,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            **fingerprint(out / self.path),
            **terms(self.sources),
            "schema": {
                "fields": [column.describe() for column in self.fields],
                "primaryKey": list(self.key),
                "missingValues": [""],
            },
        }


@dataclass(frozen=True)
class MapLayer(Table):
    """A small map layer: as a table, with a geometry in longitude and latitude.

    ``build`` returns a GeoDataFrame; ``geometry`` names its kind in words.
    """

    geometry: str = "lines"

    @property
    def path(self):
        """Where the file lies, seen from ``data/``."""
        return f"maps/{self.name}.geojson"

    def write(self, out):
        """Build the layer, check it against its description, and write it."""
        frame = self.checked(self.build())
        features = json.loads(frame.to_json(drop_id=True, na="null"))["features"]
        lines = ",\n".join(
            json.dumps(_rounded(feature), ensure_ascii=False) for feature in features
        )
        text = f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'
        write_bytes(out / self.path, text.encode("utf-8"))

    def describe(self, out):
        """The layer as a resource of the data package."""
        entry = super().describe(out)
        schema = entry.pop("schema")
        return entry | {
            "type": "file",
            "format": "geojson",
            "mediatype": "application/geo+json",
            "layers": {self.name: f"{self.geometry}; {self.title}"},
            "crs": "EPSG:4326",
            "columns": schema["fields"],
            "key": schema["primaryKey"],
        }


def read(path, **options):
    """Read one CSV of the sources folder; refuse a file that may not be shipped."""
    return pd.read_csv(source(path), **options)


def source(path):
    """Where a file of the sources folder lies; refuse one that may not be shipped."""
    if catalogue()[path]["redistribution"] not in SHIPPABLE:
        raise PermissionError(f"{path}: its terms do not allow a table built from it")
    return SHARED / "sources" / path


def catalogue():
    """The catalogue of sources: a dictionary from path to its row."""
    rows = pd.read_csv(SHARED / "sources" / "CATALOG.csv", dtype=str).fillna("")
    return {row["path"]: row for row in rows.to_dict("records")}


def terms(paths):
    """Sources, licences and citation of the files that a resource is built from."""
    if not paths:
        return {
            "sources": [{"title": "The course team", "institution": "The course team"}],
            "licenses": [{"name": "CC-BY-4.0", "title": "CC BY 4.0"}],
            "citation": "This course",
        }
    rows = [catalogue()[path] for path in paths]
    licences = dict.fromkeys(row["licence"] for row in rows)
    return {
        "sources": [_source(row) for row in rows],
        "licenses": [{"name": _slug(text), "title": text} for text in licences],
        "citation": "; ".join(dict.fromkeys(row["citation"] for row in rows)),
    }


def fingerprint(path):
    """Size and sha256 of a file, as the standard writes them."""
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return {"bytes": len(content), "hash": f"sha256:{digest}"}


def write_bytes(path, content):
    """Write a file, making its folder when it is not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def write_json(path, content):
    """Write JSON that reads well and does not change from run to run."""
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    write_bytes(path, text.encode("utf-8"))


def _rounded(value):
    """A feature with coordinates of four decimals, about ten metres."""
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_rounded(part) for part in value]
    return round(value, 4) if isinstance(value, float) else value


def _source(row):
    source = {
        "title": row["title"],
        "institution": row["institution"],
        "version": row["dataset_name_and_version"],
        "path": row["upstream_url_of_the_institution"],
        "years": row["years"],
        "read_from": row["mirror"],
        "curated": "2026-11-23",
        "redistribution": row["redistribution"],
        "licence_note": row["licence_note"],
        "citation": row["citation"],
    }
    return {name: text for name, text in source.items() if text}


def _slug(text):
    known = {
        "CC BY 4.0": "CC-BY-4.0",
        "public domain": "public-domain",
        "ODC-By 1.0": "ODC-By-1.0",
    }
    return known.get(text, "see-title")
