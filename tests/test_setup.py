"""The set-up: its files agree, and `course.py` answers every hindrance in words."""

import ast
import importlib.util
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import jsonschema
import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
ASKED = {
    "requirements.txt": PROJECT["dependencies"],
    "requirements-test.txt": [
        *PROJECT["dependencies"],
        *chain(*EXTRAS.values()),
    ],
}


def asked(lines):
    """Give the packages that pyproject.toml asks for, without the project itself."""
    wanted = [Requirement(line) for line in lines]
    return [r for r in wanted if canonicalize_name(r.name) != PROJECT["name"]]


def pins(name):
    """Give the lines of a requirements file, read as requirements."""
    return [Requirement(line) for line in (ROOT / name).read_text("utf-8").splitlines()]


def version(pin):
    """Give the one version that a pin allows."""
    (specifier,) = pin.specifier
    return specifier.version


@pytest.mark.parametrize("name", ASKED)
def test_requirements_are_exact_and_hold_no_address(name):
    for pin in pins(name):
        assert pin.url is None, pin
        assert [s.operator for s in pin.specifier] == ["=="], pin
        assert "*" not in version(pin), pin
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert not any(line.startswith("-") for line in text.splitlines())


def test_the_tests_run_on_the_versions_of_the_course():
    opened, tested = (set(map(str, pins(name))) for name in ASKED)
    assert opened <= tested


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize(
    ("platform", "os_name"), [("linux", "posix"), ("darwin", "posix"), ("win32", "nt")]
)
@pytest.mark.parametrize("name", ASKED)
def test_every_dependency_has_one_pin_everywhere(name, platform, os_name, python):
    place = {
        "implementation_name": "cpython",
        "os_name": os_name,
        "python_full_version": f"{python}.9",
        "python_version": python,
        "sys_platform": platform,
    }
    fitting = [p for p in pins(name) if not p.marker or p.marker.evaluate(place)]
    versions = {canonicalize_name(pin.name): version(pin) for pin in fitting}
    assert len(versions) == len(fitting)
    for dependency in asked(ASKED[name]):
        pinned = versions[canonicalize_name(dependency.name)]
        assert dependency.specifier.contains(pinned), dependency


def test_dependencies_have_lower_bounds_only():
    assert set(EXTRAS) == {"test", "teach", "site", "hub"}
    for dependency in asked(chain(PROJECT["dependencies"], *EXTRAS.values())):
        assert [s.operator for s in dependency.specifier] == [">="], dependency


def test_conda_installs_the_same():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    python, *others = environment["dependencies"]
    name, _, series = python.partition("=")
    assert name == "python"
    assert series in Requirement(f"python{PROJECT['requires-python']}").specifier
    assert others == ["pip", {"pip": ["-r requirements.txt", "-e ."]}]


def test_ci_runs_the_readme_s_test_command():
    command = "python3 course.py test"
    asked = f"\n{command}\n{command} --teaching\n"
    assert (ROOT / ".ci/run").read_text("utf-8").endswith(asked)
    assert command in (ROOT / "README.md").read_text("utf-8")


SOURCE = (ROOT / "course.py").read_text("utf-8")


def test_course_is_short_and_needs_only_python():
    assert len(SOURCE.splitlines()) <= 125
    nodes = list(ast.walk(ast.parse(SOURCE)))
    names = [
        n.name for node in nodes if isinstance(node, ast.Import) for n in node.names
    ]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom)]
    imported = {name.partition(".")[0] for name in names}
    assert imported <= sys.stdlib_module_names


def test_an_old_python_can_read_course():
    ast.parse(SOURCE, feature_version=(3, 6))


@pytest.fixture
def course(tmp_path, monkeypatch):
    """Give `course.py`, loaded from a copy of the course where nothing is set up."""
    home = tmp_path / "the course"
    home.mkdir()
    for name in ("course.py", "pyproject.toml", *ASKED):
        shutil.copy(ROOT / name, home)
    shutil.copytree(ROOT / "helpers" / "jupyter", home / "helpers" / "jupyter")
    spec = importlib.util.spec_from_file_location("course", home / "course.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)  # put back at the end
    return module


@pytest.fixture
def done(course, monkeypatch):
    """Give the list of what `course.py` does; nothing is installed or started."""
    actions = []

    def step(text, *command):
        actions.append(text.partition(": ")[2])
        course.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        course.PYTHON.touch()

    def start(command):
        actions.append(list(map(str, command[2:])))

    monkeypatch.setattr(course, "step", step)
    monkeypatch.setattr(course.os, "execv", lambda _, command: start(command))
    monkeypatch.setattr(course.subprocess, "call", start)
    return actions


def stop(course, *arguments):
    """Give the sentence with which a command stops."""
    with pytest.raises(SystemExit) as stopped:
        course.main(*arguments)
    assert isinstance(stopped.value.code, str)  # printed; the exit code is then 1
    return stopped.value.code


MAKING = "making .venv"
HELPERS = "adding the course's own helpers"
OPENING = ["installing requirements.txt", HELPERS]
TESTING = ["installing requirements-test.txt", HELPERS]


class TestSetUp:
    def test_happens_once(self, course, done):
        course.main("evidence", "E3")
        assert done == [MAKING, *OPENING, ["helpers", "evidence", "E3"]]
        course.main("evidence")
        assert done[4:] == [["helpers", "evidence"]]

    def test_adds_what_the_tests_need_and_keeps_it(self, course, done):
        course.main("evidence")
        done.clear()
        course.main("test", "-k", "journal")
        course.main("build")
        course.main("evidence")
        assert done[:2] == TESTING
        assert done[2] == ["tests", "-k", "journal"]
        assert done[3:] == [["helpers", "build"], ["helpers", "evidence"]]

    @pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
    def test_follows_a_changed_file(self, course, done, name):
        course.main("evidence")
        done.clear()
        with (course.ROOT / name).open("a", encoding="utf-8") as file:
            file.write("# changed\n")
        course.main("evidence")
        assert done[:-1] == OPENING

    def test_follows_the_course_to_another_folder(self, course, done, monkeypatch):
        course.main("evidence")
        done.clear()
        moved = course.ROOT.rename(course.ROOT.with_name("moved"))
        for name in ("ROOT", "VENV", "PYTHON", "STAMP", "SETTINGS"):
            inside = getattr(course, name).relative_to(
                course.ROOT.with_name("the course")
            )
            monkeypatch.setattr(course, name, moved / inside)
        course.main("evidence")
        assert done[:-1] == OPENING

    def test_starts_anew_after_an_interruption(self, course, done, monkeypatch):
        recorder = course.step

        def interrupted(text, *command):
            recorder(text, *command)
            if text.startswith("2"):
                raise KeyboardInterrupt

        monkeypatch.setattr(course, "step", interrupted)
        assert "starts it again" in stop(course, "evidence")
        monkeypatch.setattr(course, "step", recorder)
        done.clear()
        course.main("evidence")
        assert done[:-1] == [MAKING, *OPENING]

    def test_starts_anew_without_python_inside(self, course, done):
        course.main("evidence")
        done.clear()
        course.PYTHON.unlink()
        course.main("evidence")
        assert done[:-1] == [MAKING, *OPENING]

    def test_keeps_jupyterlab_from_asking_about_news(self, course, done):
        course.main("evidence")
        file = course.VENV / "share/jupyter/lab/settings/overrides.json"
        (name, settings), *others = json.loads(file.read_text("utf-8")).items()
        assert not others
        assert settings == {"fetchNews": "false", "checkForUpdates": False}
        schema = Path(sys.prefix, "share/jupyter/lab/schemas", *name.split(":"))
        schema = json.loads(schema.with_suffix(".json").read_text("utf-8"))
        jsonschema.validate(settings, schema)

    def test_keeps_graders_menus_from_learners(self, course, done):
        course.main("test")
        file = course.VENV / "etc/jupyter/labconfig/page_config.json"
        assert json.loads(file.read_text("utf-8")) == {
            "disabledExtensions": {"@jupyter/nbgrader": True}
        }


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]])
def test_the_code_is_tidy(command):
    ruff = [sys.executable, "-m", "ruff", *command, "--no-cache", "."]
    done = subprocess.run(ruff, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


class TestHindrances:
    def test_old_python(self, course, monkeypatch):
        monkeypatch.setattr(course.sys, "version_info", (3, 10, 14, "final", 0))
        assert "Python 3.11 or later" in stop(course)

    def test_missing_venv(self, course, done, monkeypatch):
        find = importlib.util.find_spec
        monkeypatch.setattr(
            course.importlib.util,
            "find_spec",
            lambda name: None if name == "ensurepip" else find(name),
        )
        assert "sudo apt install python3-venv" in stop(course, "test")
        assert not course.VENV.exists()

    def test_read_only_folder(self, course, done, monkeypatch):
        def refuse(path, **_):
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(Path, "mkdir", refuse)
        sentence = stop(course, "test")
        assert "folder of your own" in sentence
        assert str(course.VENV) in sentence

    def test_unknown_command(self, course, done):
        sentence = stop(course, "tset")
        assert all(f"\n  {command} " in sentence for command in course.COMMANDS)
        assert not done

    def test_failing_step_gives_its_reason(self, course):
        script = "print('Fine.'); print('ERROR: the disk is full'); raise SystemExit(3)"
        with pytest.raises(SystemExit, match=r"\(ERROR: the disk is full\)"):
            course.step("trying", sys.executable, "-c", script)

    def test_no_internet(self, course, monkeypatch):
        with socket.create_server(("127.0.0.1", 0)) as closed:
            port = closed.getsockname()[1]
        for name in [name for name in os.environ if name.startswith("PIP_")]:
            monkeypatch.delenv(name)
        monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
        monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{port}/")
        monkeypatch.setenv("PIP_RETRIES", "1")
        pip = [sys.executable, "-m", "pip", "download", "--no-cache-dir", "attrs"]
        with pytest.raises(SystemExit, match="no internet"):
            course.step("trying", *pip)

    @pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
    def test_ctrl_c(self, course):
        process = subprocess.Popen(
            [sys.executable, course.ROOT / "course.py", "evidence"],
            stderr=subprocess.PIPE,
            start_new_session=True,
            encoding="utf-8",
            # A shell in whose background the tests run has told them to ignore it.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        for line in process.stderr:
            if line.startswith("1 of 3"):
                break
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=20)
        assert said == "Stopped: the same command starts it again.\n"
        assert process.returncode == 1
        assert not course.STAMP.exists()


class TestOpen:
    def test_goes_to_the_first_notebook(self, course, done):
        course.main()
        module, *arguments = done[-1]
        assert module == "jupyterlab"
        assert f"--ServerApp.root_dir={course.ROOT}" in arguments
        (page,) = (a for a in arguments if "default_url" in a)
        assert (ROOT / page.partition("/lab/tree/")[2]).is_file()
        assert Path.cwd() == course.ROOT

    def test_passes_options_on(self, course, done):
        course.main("open", "--no-browser")
        assert done[-1][-1] == "--no-browser"
        course.main("--no-browser")
        assert done[-1][-1] == "--no-browser"
        assert done[-1][0] == "jupyterlab"

    def test_says_that_it_opens_after_the_set_up(self, course, done, monkeypatch):
        said = []
        monkeypatch.setattr(course, "say", said.append)
        monkeypatch.setattr(course, "set_up", lambda _names: said.append("set up"))
        course.main()
        assert said[0] == "set up"
        assert "opens on port" in said[1]

    @pytest.mark.parametrize("word", ["help", "-h", "--help"])
    def test_help_lists_the_commands(self, course, word):
        assert "class FOLDER" in stop(course, word)

    def test_finds_a_free_port_and_names_it(self, course, done, monkeypatch):
        said = []
        monkeypatch.setattr(course, "say", said.append)
        busy = socket.create_server

        def taken(address):
            if address[1] < 8890:
                raise OSError("Address already in use")
            return busy(("127.0.0.1", 0))

        monkeypatch.setattr(course.socket, "create_server", taken)
        course.main()
        assert "--port=8890" in done[-1]
        assert "port 8890" in said[-1]

    @pytest.mark.parametrize("option", ["--port={}", "--port {}"])
    def test_takes_the_port_asked_for_or_says_that_it_is_busy(
        self, course, done, option
    ):
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
            options = option.format(port).split()
            assert f"Port {port} is busy" in stop(course, "open", *options)
            assert not done
        course.main("open", *options)
        assert done[-1][-len(options) :] == options
        assert sum("--port" in argument for argument in done[-1]) == 1

    def test_says_that_an_impossible_port_is_barred(self, course, done):
        assert "Port 99999 is" in stop(course, "open", "--port", "99999")
