"""Build all tables and maps: ``python data/recipes [folder]`` (default: ``data``).

Without the sources, a clone's tables stay as they are, and only what the catalogue says
of their files is written anew: for those who edit a table by hand.
"""

import sys
from pathlib import Path

import base_map
from catalogue import measure_files, write_catalogue, write_package
from common import DATA, SHARED
from recipes import TABLES


def main(out):
    """Write every table and map to the folder ``out``."""
    if not (SHARED / "sources").is_dir():
        missing = (
            f"The sources are not at {SHARED}. They are needed only to rebuild tables; "
            "set COURSE_SOURCES to the folder that holds them."
        )
        if out != DATA:
            sys.exit(missing)
        measure_files(out)
        write_catalogue(out)
        print(missing, "Sizes and hashes of the files here are written anew.")
        return
    for table in TABLES:
        table.write(out)
        print("table", table.name)
    base_map.write(out)
    write_package(out)
    write_catalogue(out)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else DATA)
