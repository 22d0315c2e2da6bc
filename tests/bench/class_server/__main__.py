"""Let a class come at the same moment, and print what each learner waits for and costs.

``python -m tests.bench.class_server 20``: so many learners log in, open lesson 10, run
all cells and move a control, on a real JupyterHub with real kernels.
"""

import asyncio
import contextlib
import os
import platform
import re
import statistics
import sys
import time

import psutil

from tests.bench.class_server import hub
from tests.bench.class_server.learner import Learner, visit

LARGE, MINUTES = 200, 5  # the class that is reckoned with, and when it has come


def main(count=20):
    """Measure a class of so many learners and print a table."""
    names = [f"learner{place:02}" for place in range(1, count + 1)]
    print(f"{time.strftime('%d %B %Y')}: {machine()}", flush=True)
    with hub.running(names) as running:
        print(f"Each learner a user of the system: {['no', 'yes'][running.apart]}")
        visits = asyncio.run(lesson(running, names))
        costs = [cost(processes) for processes in running.servers().values()]
        own = cost(running.own())
        errors = re.findall(r"^\[E.*", running.log.read_text("utf-8"), re.M)
    failed = [visit for visit in visits if visit.failure]
    print(f"{'what':<46}{'median':>9}{'95 %':>9}")
    for what, middle, most in rows([v for v in visits if not v.failure], costs):
        print(f"{what:<46}{middle:>9}{most:>9}")
    print(*outlook(costs, own), sep="\n")
    print(f"Failures: {len(failed)} of {count} (goal 0)")
    print(
        *(f"  {one.name}: {one.failure}" for one in failed[:5]), *errors[:5], sep="\n"
    )
    return bool(failed)


async def lesson(running, names):
    """All visits, begun at the same moment."""
    return await asyncio.gather(*(visit(Learner(running, name)) for name in names))


def machine():
    """The machine, and how busy it was before we came."""
    memory = psutil.virtual_memory().total / 1e9
    return (
        f"{os.cpu_count()} processors, {memory:.0f} GB of memory, {platform.system()}, "
        f"Python {platform.python_version()}, load before {os.getloadavg()[0]:.1f}"
    )


def cost(processes):
    """Megabytes and seconds of processor that processes have taken.

    Memory that several share is divided among them where the system can tell.
    """
    memory, seconds = 0, 0
    for process in processes:
        with contextlib.suppress(psutil.Error):
            held, times = process.memory_full_info(), process.cpu_times()
            memory += getattr(held, "pss", held.rss) / 1e6
            seconds += times.user + times.system
            seconds += times.children_user + times.children_system
    return memory, seconds


def rows(visits, costs):
    """What was measured, with its median and the value that 95 % stay below."""
    waits = {
        "until the server runs": "server",
        "until the lesson is open": "lesson",
        "until the first figure": "figure",
        "until all cells have run": "all_cells",
    }
    for what, name in waits.items():
        yield what, *spread([getattr(visit, name) for visit in visits], "{:.1f} s")
    yield (
        "from a moved control to its picture",
        *spread([1000 * visit.moved for visit in visits], "{:.0f} ms"),
    )
    memory, seconds = zip(*costs, strict=True)
    yield "memory of a learner, server and kernel", *spread(memory, "{:.0f} MB")
    yield "processor time of a learner", *spread(seconds, "{:.1f} s")


def spread(values, form):
    """The median and the 95th percentile, as text."""
    values = list(values)
    if len(values) < 2:
        return [form.format(value) for value in values * 2] or ["", ""]
    high = statistics.quantiles(values, n=20, method="inclusive")[-1]
    return [form.format(statistics.median(values)), form.format(high)]


def outlook(costs, own):
    """What this means for a large class."""
    memory = statistics.median(memory for memory, _ in costs)
    seconds = statistics.median(seconds for _, seconds in costs)
    total, work = (own[0] + LARGE * memory) / 1000, LARGE * seconds
    yield f"Hub and proxy: {own[0]:.0f} MB, {own[1]:.1f} s of processor time"
    yield f"{LARGE} learners: {total:.0f} GB of memory, hub and proxy included;"
    yield f"  {work:.0f} s of processor time to run the lesson once, so"
    yield f"  {work / 60 / MINUTES:.1f} processors if all come within {MINUTES} minutes"


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
