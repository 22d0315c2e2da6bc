"""Print a table of measured times and sizes beside their goals."""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from helpers import atlas, claims, maps, report, tables
from helpers.claims import VERDICTS
from tests.bench import browser, naive
from tests.test_explore import EXPLORERS

ROOT = Path(__file__).resolve().parents[2]
LESSON = ROOT / "notebooks" / "1_economy" / "10_trade.ipynb"
BARE_IMPORTS = "import pandas, geopandas, matplotlib.pyplot, ipywidgets"
OUR_IMPORTS = (
    "from helpers import charts, claims, economy, evidence, explore, maps, practice, "
    "tables"
)


def main():
    """Measure everything and print one line each."""
    print(f"{'what':<52}{'measured':>14}   goal")
    for what, measured, goal in rows():
        print(f"{what:<52}{measured:>14}   {goal}", flush=True)


def rows():
    """Name, measured value and goal of each measurement, one by one."""
    slow = move(naive.explorer(tables.load("trade_by_partner")))
    for name, build in EXPLORERS.items():
        fast = move(moved(build()))
        yield f"{name}: control moved to image bytes", f"{fast:.0f} ms", "50 ms"
        yield f"{name}: times faster than naive", f"{slow / fast:.1f} x", "5 x"
    yield "naive interact and new figure", f"{slow:.0f} ms", ""
    ours, bare = seconds_of(OUR_IMPORTS), seconds_of(BARE_IMPORTS)
    yield "imports of the course", f"{ours:.2f} s", ""
    yield "imports of pandas, geopandas, pyplot, ipywidgets", f"{bare:.2f} s", ""
    yield "imports: course over bare", f"{ours / bare:.2f} x", "1.1 x"
    yield "opening map, built and saved", f"{seconds(maps.region):.2f} s", "0.5 s"
    yield from atlas_rows()
    yield "page of a class of 300", f"{class_seconds(300):.1f} s", "5 s"
    folders = ROOT / "notebooks", ROOT / "exercises" / "solutions"
    notebooks = [path for place in folders for path in place.rglob("*.ipynb")]
    times = {path: nbval_seconds(path) for path in notebooks}
    for path, took in sorted(times.items(), key=lambda item: -item[1]):
        goal = "5 s" if int(path.stem[:2]) >= 10 else ""
        name = path.relative_to(ROOT).as_posix().removesuffix(".ipynb")
        yield (
            f"nbval: {name.rpartition('/')[0][-12:]}/{path.stem}",
            f"{took:.1f} s",
            goal,
        )
    yield "kernel memory after lesson 10", f"{kernel_memory():.0f} MB", "300 MB"


def class_seconds(learners):
    """Seconds for the page of a class of so many made-up learners."""
    chance = random.Random(1)
    at = {"at": "2026-11-01T10:00:00Z"}
    ids = claims.ledger()["claim_id"].tolist()
    with tempfile.TemporaryDirectory() as folder:
        for place in range(learners):
            verdicts = [
                at | {"kind": "verdict", "key": name, "now": chance.choice(VERDICTS)}
                for name in ids
            ]
            forecasts = [
                at
                | {"kind": "forecast", "key": name, "percent": chance.randint(0, 100)}
                for name in ids
                if name.startswith("F")
            ]
            told = {"format": 1, "shared": True, "learner": f"{place:032x}"}
            told["entries"] = verdicts + forecasts
            Path(folder, f"{place}.json").write_text(json.dumps(told), encoding="utf-8")
        start = time.perf_counter()
        report.class_page(folder)
        return time.perf_counter() - start


def atlas_rows():
    """The atlas of projects, in Chromium, beside the naive map in the same run."""
    projects = tables.load("chinese_projects")
    mapped = atlas.projects(projects)
    bare = atlas.Atlas([], title="", subtitle="", credit="")
    carried = json.dumps(bare.spec) + bare._esm + bare._css
    size = len(carried.encode("utf-8")) / 1000
    yield "atlas: what the region carries", f"{size:.0f} KB", "400 KB"
    measured = browser.measure(mapped)
    if measured is None:
        yield "atlas: key pressed to changed pixels", "no browser", "16.7 ms"
        return
    fast, grown = measured
    slow = move(naive.atlas(projects))
    yield "atlas: key pressed to changed pixels", f"{fast:.1f} ms", "16.7 ms"
    yield "atlas: times faster than naive gdf.plot", f"{slow / fast:.0f} x", "10 x"
    yield "naive interact and gdf.plot", f"{slow:.0f} ms", ""
    yield "atlas: heap grown by 500 moves", f"{grown:.2f} MB", "0"


def moved(explorer):
    """The last slider of an explorer, or its last menu where it has no slider."""
    controls = list(explorer.controls.values())
    sliders = [control for control in controls if hasattr(control, "min")]
    return (sliders or controls)[-1]


def move(control):
    """Milliseconds at the median from a moved control to new image bytes."""
    if hasattr(control, "min"):
        values = range(control.min, control.max + 1)
    else:
        values = [value for _, value in control.options]
    times = []
    for value in values:
        start = time.perf_counter()
        control.value = value
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times[1:])


def seconds(call):
    """Median seconds of three calls, the first one included."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def seconds_of(imports):
    """Median seconds of importing in a new interpreter, which is not counted."""
    code = (
        "import time; start = time.perf_counter()\n"
        f"{imports}\nprint(time.perf_counter() - start)"
    )
    return statistics.median(
        float(subprocess.check_output([sys.executable, "-c", code], cwd=ROOT))
        for _ in range(5)
    )


def nbval_seconds(notebook):
    """Seconds that strict nbval takes for one notebook."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "pytest", "-q", "--nbval", "--nbval-current-env"]
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(
            [*command, "-p", "no:cacheprovider", str(notebook)],
            cwd=ROOT,
            env=os.environ | {"COURSE_WORK": work},
            stdout=subprocess.DEVNULL,
            check=False,
        )
    return time.perf_counter() - start


def kernel_memory():
    """Megabytes that a kernel holds after all cells of lesson 10."""
    cells = json.loads(LESSON.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    with tempfile.TemporaryDirectory() as work:
        os.environ["COURSE_WORK"] = work
        from jupyter_client.manager import start_new_kernel

        manager, client = start_new_kernel(
            kernel_name="python3", cwd=str(LESSON.parent)
        )
        try:
            for source in sources:
                client.execute_interactive(
                    source, output_hook=lambda _: None, timeout=60
                )
            return resident_megabytes(manager.provisioner.pid)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


def resident_megabytes(process):
    """Memory of a process, with what is shared."""
    import psutil

    return psutil.Process(process).memory_info().rss / 1e6


if __name__ == "__main__":
    main()
