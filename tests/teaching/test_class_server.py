"""A class of three on a real JupyterHub: nothing fails, what is private stays so."""

import asyncio
import hashlib
import json
import os
import re
import stat
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml

from tests.bench.class_server import hub
from tests.bench.class_server.learner import LESSON, Learner, visit

pytestmark = pytest.mark.skipif(os.name == "nt", reason="JupyterHub needs Unix")
ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "class_server.md"
ANA, BEK, CHEN = NAMES = ("ana", "bek", "chen")
JOURNAL = "my_work/journal.json"
RECORD = """
from helpers import journal
journal.record("verdict", "E3", now="supported", reason="Reason of {name}")
print(journal.path())
"""


class Class:
    """The hub, its learners, what they waited for; ``run`` waits for a coroutine."""

    def __init__(self, running, runner):
        self.hub, self.run = running, runner.run
        self.before = contents(running.course)
        self.learners = {name: Learner(running, name) for name in NAMES}
        self.visits = self.run(self.come())

    async def come(self):
        return await asyncio.gather(*map(visit, self.learners.values()))

    def say(self, name, code):
        """Run code in the kernel of a learner's lesson."""

        async def run():
            async with self.learners[name].kernel() as kernel:
                return await kernel.run(code)

        return self.run(run())


@pytest.fixture(scope="module")
def class_(tmp_path_factory):
    """A class that has done lesson 10."""
    if not hub.proxy_command():
        reason = f"the proxy is missing: npm install --global {hub.PROXY}@4"
        if os.environ.get("CI") or os.environ.get("COURSE_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    with hub.running(NAMES) as running, asyncio.Runner() as runner:
        yield Class(running, runner)


def contents(course):
    """A hash of every file of the course."""
    files = [path for path in course.rglob("*") if path.is_file()]
    return {
        path.relative_to(course): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
        if ".git" not in path.parts
    }


def mode(path):
    return stat.S_IMODE(path.stat().st_mode) & 0o777


def test_every_learner_runs_the_lesson_and_moves_a_control(class_):
    assert [visit.failure for visit in class_.visits] == [""] * len(NAMES)
    assert all(visit.figure and visit.moved for visit in class_.visits)


def test_a_login_without_a_link_opens_the_first_lesson(class_):
    page = class_.run(class_.learners[ANA].browser.get(class_.hub.address))
    assert page.status_code == 200
    asked = parse_qs(page.url.query.decode("ascii"))
    assert page.url.path == f"/user/{ANA}/git-pull"
    assert asked["repo"] == [class_.hub.course.as_uri()]
    first = asked["urlpath"][0].removeprefix("lab/tree/")
    assert class_.run(class_.learners[ANA].notebook(first))["cells"]


def test_journals_are_private(class_):
    for name in NAMES:
        answer = class_.say(name, RECORD.format(name=name))
        assert not answer.error
        journal = class_.hub.homes / name / JOURNAL
        assert answer.text().split() == [str(journal)]
        assert mode(journal.parent) == 0o700
        kept = json.loads(journal.read_text("utf-8"))["entries"]
        assert [entry["reason"] for entry in kept] == [f"Reason of {name}"]
        assert {mode(path) for path in journal.parent.iterdir()} == {0o600}


@pytest.mark.parametrize(
    "path", [f"api/contents/{JOURNAL}", f"files/{JOURNAL}", "api/sessions", "lab"]
)
def test_no_learner_reaches_the_server_of_another(class_, path):
    ana, address = class_.learners[ANA], f"{class_.learners[BEK].home}/{path}"
    answer = class_.run(ana.browser.get(address))
    assert answer.status_code == 403
    assert "Reason of" not in answer.text


def test_no_kernel_reads_the_files_of_another_or_writes_the_course(class_):
    if not class_.hub.apart:
        pytest.skip("needs root, and a Python that every user may run")
    files = class_.hub.homes / BEK / JOURNAL, class_.hub.course / "data" / "README.md"
    for path, way in zip(files, "ra", strict=True):
        assert (
            "PermissionError" in class_.say(ANA, f"open({str(path)!r}, {way!r})").error
        )


def test_kernels_talk_through_files_that_only_their_learner_opens(class_):
    path = "from ipykernel.connect import get_connection_info as info\nprint(info())"
    assert json.loads(class_.say(CHEN, path).text())["transport"] == "ipc"
    assert mode(class_.hub.homes / CHEN / ".kernels") == 0o700


def test_limits_hold(class_):
    assert "MemoryError" in class_.say(CHEN, "bytearray(4 * 2**30)").error
    ask = "import resource\nprint(resource.getrlimit(resource.RLIMIT_CPU)[0])"
    assert class_.say(CHEN, ask).text() == "3600\n"


def test_the_course_stays_as_it_was(class_):
    assert contents(class_.hub.course) == class_.before


def test_a_copy_holds_no_solutions_and_no_broken_links(class_):
    copy = class_.hub.homes / ANA / "course"
    assert (copy / "exercises" / "1_economy" / "10_trade.ipynb").is_file()
    assert not (copy / "exercises" / "solutions").exists()
    assert not (copy / "helpers").exists()
    for notebook in copy.rglob("*.ipynb"):
        if notebook.parent.name == ".ipynb_checkpoints":
            continue
        for cell in json.loads(notebook.read_text("utf-8"))["cells"]:
            for link in re.findall(r"\]\(([^)#:]+)[^):]*\)", "".join(cell["source"])):
                assert (notebook.parent / unquote(link)).exists(), (notebook, link)


def test_an_update_reaches_learners_and_keeps_their_work(class_):
    bek, lesson = class_.learners[BEK], LESSON.removeprefix("course/")
    mine = class_.run(bek.notebook())
    mine["cells"][-1]["source"] += "\nMy own words."
    class_.run(bek.save(mine))
    path = class_.hub.course / lesson
    new = json.loads(path.read_text("utf-8"))
    new["cells"][0]["source"].append("\nA new sentence.")
    path.write_text(json.dumps(new, indent=1, ensure_ascii=False), encoding="utf-8")
    hub.save(class_.hub.course, "A better lesson")
    class_.run(bek.pull())
    both = class_.run(bek.notebook())["cells"]
    assert "A new sentence." in both[0]["source"]
    assert "My own words." in both[-1]["source"]


def test_the_page_gives_the_link_that_was_tried(class_):
    (link,) = re.findall(
        r"^https://hub\.example\.org\S+$", PAGE.read_text("utf-8"), re.M
    )
    course = class_.hub.course.as_uri().replace(":", "%3A").replace("/", "%2F")
    link = link.replace("https://hub.example.org", class_.hub.address)
    link = link.replace("file%3A%2F%2F%2Fsrv%2Fcourse", course)
    assert link == class_.learners[ANA].link()


def test_what_is_opened_to_learners_is_not_an_instructors_journal(tmp_path):
    script = (PAGE.with_suffix("") / "set_up.sh").read_text("utf-8")
    (opening,) = re.findall(r"^.*\bchmod\b.*$", script, re.M)
    for name in ("my_work", "helpers"):
        (tmp_path / name).mkdir(mode=0o700)
        (tmp_path / name / "file").touch(mode=0o600)
    (tmp_path / "helpers" / "link").symlink_to(tmp_path / "my_work" / "file")
    subprocess.run(["bash", "-c", opening], cwd=tmp_path, check=True)
    found = {
        name: (mode(tmp_path / name), mode(tmp_path / name / "file"))
        for name in ("my_work", "helpers")
    }
    assert found == {"my_work": (0o700, 0o600), "helpers": (0o755, 0o644)}


def test_kubernetes_is_told_the_same():
    values = yaml.safe_load((PAGE.with_suffix("") / "values.yaml").read_text("utf-8"))
    learner = values["singleuser"]
    assert learner["extraEnv"]["COURSE_WORK"] == "~/my_work"
    asked = parse_qs(urlsplit(learner["defaultUrl"]).query)
    assert asked["repo"] == ["file:///srv/course"]
    assert asked["branch"] == ["lessons"]
    assert {"limit", "guarantee"} <= learner["memory"].keys() & learner["cpu"].keys()
