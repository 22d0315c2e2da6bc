"""The journal keeps what it was told: in normal use, in trouble, and when killed."""

import errno
import inspect
import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
import warnings
from collections import Counter
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import journal

can_fork = pytest.mark.skipif(
    not hasattr(os, "fork"),
    reason="this system cannot fork; the kill test with whole programs stands in",
)
pytestmark = pytest.mark.filterwarnings(
    "error::UserWarning", "ignore:.*multi-threaded.*fork:DeprecationWarning"
)


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    """A folder of its own for each test; the real journal is never touched."""
    place = tmp_path / "work"
    monkeypatch.setenv("COURSE_WORK", str(place))
    monkeypatch.setattr(journal, "COURSE", tmp_path / "course")
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    return place


def numbers(place):
    """The numbered answers that a file holds, read without the journal's help."""
    kept = json.loads((place / journal.JOURNAL).read_text(encoding="utf-8"))
    return [entry["number"] for entry in kept["entries"]]


def save(count, start=0):
    for number in range(start, start + count):
        journal.record("answer", f"10-{number % 3}", number=number)


# Normal use


def test_the_last_entry_of_a_key_is_the_current_one_and_all_are_kept():
    journal.record("verdict", "E3", as_of_2020="supported", reason="Customs say so")
    journal.record("verdict", "E4", now="partly")
    journal.record("verdict", "E3", now="partly", reason="It depends who counts")
    journal.record("quiz", "10-start-1", option="FOB", right=True)

    current = journal.latest("verdict")
    assert list(current) == ["E3", "E4"]
    assert current["E3"]["reason"] == "It depends who counts"
    assert "as_of_2020" not in current["E3"]
    assert len(journal.entries()) == 4
    assert [entry["key"] for entry in journal.entries("verdict")] == ["E3", "E4", "E3"]
    assert journal.latest("forecast") == {}


def test_an_entry_carries_its_time_kind_key_and_fields(work):
    before = datetime.now(UTC).replace(microsecond=0)
    entry = journal.record("forecast", "F1", probability=0.7, tags=("a", "b"))
    after = datetime.now(UTC)
    assert list(entry) == ["at", "kind", "key", "probability", "tags"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", entry["at"])
    assert before <= datetime.fromisoformat(entry["at"]) <= after
    assert journal.entries() == [entry]
    assert entry["tags"] == ["a", "b"]
    assert journal.path() == work / "journal.json"


def test_a_clock_set_back_does_not_turn_the_order(work):
    journal.record("answer", "10-1", number=0)
    text = journal.path().read_text(encoding="utf-8")
    journal.path().write_text(re.sub(r"\d{4}-", "2999-", text, count=1), "utf-8")
    assert journal.record("answer", "10-1", number=1)["at"].startswith("2999-")


def test_the_file_is_readable_by_people_in_any_script(work):
    journal.record("verdict", "E3", reason="Ташкент: 中国 — ўзбек, қазақ", mark=None)
    text = (work / "journal.json").read_text(encoding="utf-8")
    assert "Ташкент: 中国 — ўзбек, қазақ" in text
    assert "\n" in text
    assert list(json.loads(text)) == ["format", "learner", "entries"]
    assert json.loads(text)["format"] == 1


def test_changing_what_was_returned_changes_no_journal():
    given_list = ["a"]
    journal.record("forecast", "p6", marked=given_list)["marked"].append("x")
    given_list.append("y")
    journal.entries()[0]["marked"].append("z")
    journal.latest("forecast")["p6"]["marked"].clear()
    assert journal.entries()[0]["marked"] == ["a"]


def test_the_id_is_random_stable_and_tells_nothing(work, monkeypatch, tmp_path):
    mine = journal.learner_id()
    assert re.fullmatch("[0-9a-f]{32}", mine)
    journal.record("quiz", "10_trade", cell=3)
    assert journal.learner_id() == mine
    monkeypatch.setenv("COURSE_WORK", str(tmp_path / "another"))
    journal.record("quiz", "10_trade", cell=3)
    assert journal.learner_id() != mine


def test_reading_writes_nothing(work):
    assert journal.entries() == []
    assert list(work.iterdir()) == []
    save(1)
    (work / journal.LOCK).unlink(missing_ok=True)
    files = {file: file.stat().st_mtime_ns for file in work.iterdir()}
    journal.latest("answer"), journal.entries(), journal.learner_id()
    assert {file: file.stat().st_mtime_ns for file in work.iterdir()} == files


def test_nothing_but_journal_backup_and_lock_stays(work):
    save(3)
    (work / "journal.0123.tmp").write_text("left by a killed program", "utf-8")
    save(1, start=3)
    kept = {file.name for file in work.iterdir()} - {journal.LOCK}
    assert kept == {journal.JOURNAL, journal.BACKUP}
    assert numbers(work) == [0, 1, 2, 3]


# Values

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
).filter(lambda value: "Infinity" not in json.dumps(value))


@settings(
    max_examples=50,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    kind=st.sampled_from(journal.KINDS),
    key=st.text(min_size=1),
    fields=st.dictionaries(
        st.text().filter(lambda name: name not in ("at", "kind", "key")), plain
    ),
)
def test_any_text_and_any_plain_value_comes_back_as_it_was(kind, key, fields):
    journal.path().unlink(missing_ok=True)
    (journal.folder() / journal.BACKUP).unlink(missing_ok=True)
    saved = journal.record(kind, key, **fields)
    assert saved == {"at": saved["at"], "kind": kind, "key": key, **fields}
    assert journal.latest(kind) == {key: saved}


def test_half_a_character_pair_from_a_browser_comes_back():
    journal.record("answer", "10-1", said="cut \ud83d here")
    assert journal.latest("answer")["10-1"]["said"] == "cut \ud83d here"


def nested(depth):
    return [nested(depth - 1)] if depth else 1


looped = []
looped.append(looped)


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        [1, {"deep": float("inf")}],
        {1, 2},
        b"bytes",
        datetime(2020, 1, 1),
        {("a", "b"): 1},
        looped,
        nested(100),
        nested(900),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_that_json_lacks_is_refused_by_name(work, value):
    save(1)
    with pytest.raises(journal.JournalError, match=r"'share'.*cannot be saved"):
        journal.record("answer", "10-1", share=value)
    assert numbers(work) == [0]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: journal.record("verdct", "E3"), "'verdct'.*verdict, forecast"),
        (lambda: journal.latest("verdicts"), "'verdicts'"),
        (lambda: journal.entries(""), "''"),
        (lambda: journal.record("verdict", 3), "key"),
        (lambda: journal.record("verdict", ""), "key"),
        (lambda: journal.record("verdict", "E3", at="today"), "'at'"),
    ],
)
def test_a_wrong_call_is_answered_in_words(work, call, words):
    with pytest.raises(journal.JournalError, match=words):
        call()
    assert not (work / journal.JOURNAL).exists()


# Where the journal lives


def forbid(monkeypatch, *places):
    """Make folders read-only, also for an administrator."""
    touch, mkdir = Path.touch, Path.mkdir

    def refuse(path):
        if any(path.is_relative_to(place) for place in places):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    monkeypatch.setattr(Path, "touch", lambda p, **k: refuse(p) or touch(p, **k))
    monkeypatch.setattr(Path, "mkdir", lambda p, *a, **k: refuse(p) or mkdir(p, **k))


@pytest.fixture
def default(monkeypatch):
    monkeypatch.delenv("COURSE_WORK")


@pytest.mark.parametrize("empty", [True, False])
def test_my_work_is_the_default(default, monkeypatch, tmp_path, empty):
    if empty:
        monkeypatch.setenv("COURSE_WORK", "")
    assert journal.folder() == tmp_path / "course" / "my_work"


def test_a_read_only_course_sends_the_journal_home(default, monkeypatch, tmp_path):
    forbid(monkeypatch, tmp_path / "course")
    assert journal.folder() == tmp_path / "home" / "china_central_asia_course"
    save(2)
    assert numbers(tmp_path / "home" / "china_central_asia_course") == [0, 1]


@pytest.mark.parametrize("lost", ["", journal.JOURNAL])
def test_a_journal_of_ones_own_is_not_left_behind(default, monkeypatch, tmp_path, lost):
    save(2)
    if lost:  # the backup is one, too
        (tmp_path / "course" / "my_work" / lost).unlink()
    forbid(monkeypatch, tmp_path / "course")
    with pytest.raises(journal.JournalError, match="Make the folder writable, or set"):
        journal.entries()
    assert not (tmp_path / "home").exists()


@pytest.mark.skipif(
    os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0),
    reason="permission bits do not stop an administrator or Windows",
)
def test_real_permissions_send_the_journal_home(default, tmp_path):
    mine = tmp_path / "course" / "my_work"
    mine.mkdir(parents=True)
    mine.chmod(0o500)
    try:
        assert journal.folder().parent == tmp_path / "home"
    finally:
        mine.chmod(0o700)


def test_nowhere_to_write_is_said_in_words(default, monkeypatch, tmp_path):
    forbid(monkeypatch, tmp_path)
    with pytest.raises(journal.JournalError, match=r"read-only\. Set COURSE_WORK"):
        journal.entries()


def test_no_home_is_said_in_words(default, monkeypatch, tmp_path):
    def homeless():
        raise RuntimeError("Could not determine home directory.")

    forbid(monkeypatch, tmp_path)
    monkeypatch.setattr(Path, "home", homeless)
    with pytest.raises(journal.JournalError, match="Set COURSE_WORK"):
        journal.folder()


def test_course_work_moves_the_journal_at_once(monkeypatch, tmp_path):
    for name in ("first", "second"):
        monkeypatch.setenv("COURSE_WORK", str(tmp_path / name))
        journal.record("answer", "10-1", number=len(name))
    assert numbers(tmp_path / "first") == [5]
    assert numbers(tmp_path / "second") == [6]


def test_a_relative_course_work_is_one_folder_for_all_lessons(monkeypatch, tmp_path):
    monkeypatch.setenv("COURSE_WORK", "mine")
    for lesson in ("1_economy", "2_security"):
        (tmp_path / lesson).mkdir()
        monkeypatch.chdir(tmp_path / lesson)
        assert journal.folder() == tmp_path / "course" / "mine"


def test_a_useless_course_work_is_named(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("no folder", "utf-8")
    for place in (tmp_path / "file", tmp_path / "file" / "inside"):
        monkeypatch.setenv("COURSE_WORK", str(place))
        for act in (journal.folder, journal.entries, lambda: save(1)):
            with pytest.raises(journal.JournalError, match="COURSE_WORK") as caught:
                act()
            assert str(place) in str(caught.value)
    forbid(monkeypatch, tmp_path)
    with pytest.raises(journal.JournalError, match=r"COURSE_WORK.*read-only"):
        journal.folder()


# Broken files

BREAKS = {
    "empty": lambda raw: b"",
    "truncated": lambda raw: raw[:-20],
    "zeros": lambda raw: bytes(len(raw)),
    "not JSON": lambda raw: b"Dear journal",
    "too deep": lambda raw: b"[" * 200_000,
    "UTF-16": lambda raw: raw.decode().encode("utf-16"),
    "Latin-1": lambda raw: raw.replace(b"answer", b"r\xe9ponse"),
    "NaN": lambda raw: raw.replace(b'"number": 0', b'"number": NaN'),
    "huge number": lambda raw: raw.replace(b'"number": 0', b'"number": 1e999'),
    "a list": lambda raw: b"[]",
    "no format": lambda raw: raw.replace(b'"format"', b'"form"'),
    "format as text": lambda raw: raw.replace(b'"format": 1', b'"format": "1"'),
    "no learner": lambda raw: raw.replace(b'"learner"', b'"pupil"'),
    "no entries": lambda raw: raw.replace(b'"entries"', b'"items"'),
    "entry without kind": lambda raw: raw.replace(b'"kind"', b'"sort"', 1),
    "entry without time": lambda raw: re.sub(rb'"at": "[^"]*"', b'"at": "now"', raw),
    "entry is a number": lambda raw: raw.replace(b"[", b"[7,", 1),
}


@pytest.mark.parametrize("how", BREAKS)
@pytest.mark.parametrize("first_act", ["read", "record"])
def test_a_broken_journal_is_kept_and_the_last_good_one_restored(work, how, first_act):
    save(3)
    mine = journal.learner_id()
    broken = BREAKS[how](journal.path().read_bytes())
    journal.path().write_bytes(broken)

    with pytest.warns(UserWarning, match="is broken.*entries: 3. is restored") as said:
        journal.entries() if first_act == "read" else save(1, start=3)
    (aside,) = work.glob("journal.broken-20*Z.json")
    assert len(said) == 1
    assert str(aside) in str(said[0].message)
    assert str(work / "journal.json") in str(said[0].message)
    assert aside.read_bytes() == broken
    assert numbers(work) == ([0, 1, 2] if first_act == "read" else [0, 1, 2, 3])
    assert journal.learner_id() == mine


def test_every_broken_file_is_kept(work):
    save(1)
    for text in ("first", "second"):
        journal.path().write_text(text, "utf-8")
        with pytest.warns(UserWarning, match="is broken"):
            journal.entries()
    kept = {file.read_text(encoding="utf-8") for file in work.glob("*.broken-*")}
    assert kept == {"first", "second"}


def test_a_missing_journal_is_restored(work):
    save(3)
    journal.path().unlink()
    with pytest.warns(UserWarning, match="is missing.*entries: 3. is restored"):
        save(1, start=3)
    assert numbers(work) == [0, 1, 2, 3]
    assert not list(work.glob("*.broken-*"))


def test_a_broken_backup_harms_nothing(work):
    save(2)
    (work / journal.BACKUP).write_text("{", "utf-8")
    save(1, start=2)
    assert (work / journal.BACKUP).read_bytes() == journal.path().read_bytes()
    assert numbers(work) == [0, 1, 2]


@pytest.mark.parametrize("journal_is_there", [True, False])
def test_without_a_good_copy_all_is_kept_and_a_new_one_begins(work, journal_is_there):
    save(2)
    journal.path().write_text("one", "utf-8")
    (work / journal.BACKUP).write_text("two", "utf-8")
    if not journal_is_there:
        journal.path().unlink()
    with pytest.warns(UserWarning, match="no good copy.*a new one begins.*kept as"):
        assert journal.entries() == []
    kept = [file.read_text(encoding="utf-8") for file in work.glob("*.broken-*")]
    assert sorted(kept) == (["one", "two"] if journal_is_there else ["two"])
    save(1)
    assert numbers(work) == [0]


@pytest.mark.parametrize("broken_first", [True, False])
def test_a_newer_format_is_left_alone(work, broken_first):
    save(1)
    newer = b'{"format": 2, "pages": []}'
    (work / journal.BACKUP).write_bytes(newer)
    journal.path().write_bytes(b"broken" if broken_first else newer)
    before = {file: file.read_bytes() for file in work.iterdir()}
    for act in (journal.entries, journal.learner_id, lambda: save(1)):
        with pytest.raises(journal.JournalError, match=r"newer.*format 2.*Update"):
            act()
    assert {file: file.read_bytes() for file in work.iterdir()} == before


def test_an_editor_that_adds_a_byte_order_mark_breaks_nothing(work):
    save(1)
    journal.path().write_bytes(b"\xef\xbb\xbf" + journal.path().read_bytes())
    save(1, start=1)
    assert numbers(work) == [0, 1]


# A full disk, a read-only folder, a busy file


def fail_with(number):
    def fail(*_arguments, **_options):
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full.*Free some space"),
        (errno.EDQUOT, "share of the disk.*Free some space"),
        (errno.EROFS, "read-only.*COURSE_WORK"),
        (errno.EACCES, "not allowed.*COURSE_WORK"),
        (errno.EIO, "Check the disk"),
    ],
)
@pytest.mark.parametrize(
    ("owner", "name"), [(os, "fsync"), (os, "replace"), (Path, "open")]
)
def test_a_failed_save_is_told_and_harms_nothing(
    work, monkeypatch, owner, name, number, words
):
    save(2)
    before = journal.path().read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, fail_with(number))
        with pytest.raises(journal.JournalError, match=words) as caught:
            save(1, start=2)
    assert str(work) in str(caught.value)
    assert "unharmed" in str(caught.value)
    assert journal.path().read_bytes() == before
    assert not list(work.glob("*.tmp"))
    save(1, start=2)
    assert numbers(work) == [0, 1, 2]


def test_a_full_disk_can_still_be_read(default, work, monkeypatch, tmp_path):
    save(1)
    monkeypatch.setattr(Path, "touch", fail_with(errno.ENOSPC))
    assert journal.folder() == tmp_path / "course" / "my_work"
    assert len(journal.entries()) == 1


def test_a_full_disk_stops_a_repair_before_it_moves_anything(work, monkeypatch):
    save(2)
    journal.path().write_text("broken", "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail_with(errno.ENOSPC))
        with pytest.raises(journal.JournalError, match="disk is full"):
            journal.entries()
    assert journal.path().read_text(encoding="utf-8") == "broken"
    with pytest.warns(UserWarning, match="entries: 2. is restored"):
        journal.entries()


def test_an_unreadable_journal_is_not_taken_for_a_broken_one(work, monkeypatch):
    save(1)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", fail_with(errno.EIO))
        for act in (journal.entries, lambda: save(1)):
            with pytest.raises(journal.JournalError, match=re.escape(str(work))):
                act()
    assert numbers(work) == [0]


def test_on_windows_a_file_in_use_is_waited_for(work, monkeypatch):
    replace, calls = os.replace, Counter()

    def busy(old, new):
        calls[new] += 1
        if calls[new] < 3:
            raise PermissionError(errno.EACCES, "in use")
        replace(old, new)

    monkeypatch.setattr(journal, "WINDOWS", True)
    monkeypatch.setattr(os, "replace", busy)
    save(1)
    assert numbers(work) == [0]
    assert set(calls.values()) == {3}


def test_a_journal_that_stays_busy_is_told(work, monkeypatch):
    save(1)
    monkeypatch.setattr(journal, "LOCK_SECONDS", 0.1)
    with (
        journal.FileLock(work / journal.LOCK),
        pytest.raises(journal.JournalError, match=r"busy.*Close other notebooks"),
    ):
        save(1)
    assert len(journal.entries()) == 1
    save(1, start=1)


# Other programs, and programs that are killed


def in_a_child(act):
    """Fork, act there, and give what the child wrote and how it ended."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(reader)
            act(writer)
            os._exit(0)
        except BaseException as error:
            os.write(writer, f" failed: {error!r}".encode())
        finally:
            os._exit(1)
    os.close(writer)
    return child, reader


def ended(child, reader):
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    return said, status


def whole_and_sound(place, acknowledged):
    """Assert that nothing acknowledged is lost and that no file broke."""
    with warnings.catch_warnings():
        if not acknowledged:  # the very first save may have brought only the backup
            warnings.filterwarnings("ignore", ".*is missing: the last good one")
        kept = [entry["number"] for entry in journal.entries()]
    assert kept == list(range(len(kept)))
    assert acknowledged <= len(kept) <= acknowledged + 1
    assert not list(place.glob("*.broken-*"))
    if kept:
        backup = json.loads((place / journal.BACKUP).read_text(encoding="utf-8"))
        assert backup["entries"][: len(kept)] == journal.entries()
    return len(kept)


@can_fork
def test_killed_while_saving_200_times_nothing_is_lost(monkeypatch, tmp_path):
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    left_behind = set()
    for trial in range(200):
        if trial % 20 == 0:
            work, kept = tmp_path / f"work {trial}", 0
            monkeypatch.setenv("COURSE_WORK", str(work))

        def save_for_ever(writer, start=kept):
            for number in range(start, sys.maxsize):
                save(1, number)
                os.write(writer, b".")

        child, reader = in_a_child(save_for_ever)
        time.sleep(chance.uniform(0, 0.025))
        os.kill(child, 9)
        said, status = ended(child, reader)
        assert (os.WTERMSIG(status), said.strip(".")) == (9, ""), f"seed {seed}"
        left_behind.update(work.glob("*.tmp"))
        kept = whole_and_sound(work, kept + len(said))
    assert left_behind, "no kill came in the middle of a save"


@can_fork
@pytest.mark.parametrize("situation", ["first save", "later save", "repair"])
def test_killed_at_every_line_that_writes_nothing_is_lost(
    monkeypatch, tmp_path, situation
):
    def save_until(line):
        left = [line]

        def trace(frame, event, _argument):
            if frame.f_code in writers:
                left[0] -= event == "line"
                if left[0] < 0:
                    os.kill(os.getpid(), 9)
                return trace

        def traced(_writer):
            warnings.simplefilter("ignore")
            sys.settrace(trace)
            save(1, saved)

        return traced

    names = ("_try_out", "_locked", "_current", "_save", "patiently", "_sync")
    writers = {inspect.unwrap(getattr(journal, name)).__code__ for name in names}
    monkeypatch.setattr(os, "fsync", lambda _handle: None)  # slow, and no kill needs it
    saved = 0 if situation == "first save" else 2
    before = journal.folder()
    save(saved)
    if situation == "repair":
        journal.path().write_text("broken", "utf-8")
    for line in range(10**6):
        work = shutil.copytree(before, tmp_path / f"{line}")
        monkeypatch.setenv("COURSE_WORK", str(work))
        _, status = ended(*in_a_child(save_until(line)))
        with warnings.catch_warnings():
            if saved == 0 or situation == "repair":
                warnings.filterwarnings(
                    "ignore", ".*is (missing|broken): the last good"
                )
            kept = [entry["number"] for entry in journal.entries()]
            save(1, len(kept))
        assert kept in (list(range(saved)), list(range(saved + 1)))
        assert numbers(work) == list(range(len(kept) + 1))
        assert not list(work.glob("*.tmp"))
        broken = [file.read_text("utf-8") for file in work.glob("*.broken-*")]
        assert broken == (["broken"] if situation == "repair" else [])
        if os.WIFEXITED(status):
            break
    assert os.WEXITSTATUS(status) == 0
    assert line > 30


PROGRAM = """
import random, sys, time
from helpers import journal
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    journal.record("answer", sys.argv[1], number=number)
    print(number, flush=True)
    time.sleep(random.uniform(0, float(sys.argv[4])))
"""


@contextmanager
def programs(*keys, start=0, stop=10**6, pause=0):
    """Programs of their own that save answers, started at the same moment."""
    options = [str(option) for option in (start, stop, pause)]
    with ExitStack() as stack:
        writers = [
            stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", PROGRAM, key, *options],
                    cwd=Path(__file__).parent.parent,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            for key in keys
        ]
        for writer in writers:
            assert writer.stdout.readline() == "ready\n"
        for writer in writers:
            writer.stdin.write("go\n")
            writer.stdin.flush()
        yield writers


def test_whole_programs_killed_while_saving_lose_nothing(work):
    kept = 0
    for trial in range(5):
        with programs("10-1", start=kept) as (writer,):
            seen = [writer.stdout.readline() for _ in range(trial + 1)]
            writer.kill()
            seen += writer.stdout.readlines()
        assert seen[-1] == f"{kept + len(seen) - 1}\n"
        kept = whole_and_sound(work, kept + len(seen))


def test_two_open_notebooks_lose_nothing_of_each_other(work):
    with programs("first", "second", stop=40, pause=0.03) as both:
        while any(writer.poll() is None for writer in both):
            journal.entries()
            time.sleep(0.01)
    assert [writer.returncode for writer in both] == [0, 0]
    for key in ("first", "second"):
        mine = [e["number"] for e in journal.entries() if e["key"] == key]
        assert mine == list(range(40))
    times = [entry["at"] for entry in journal.entries()]
    assert times == sorted(times)
    keys = [entry["key"] for entry in journal.entries()]
    assert keys not in (sorted(keys), sorted(keys, reverse=True)), "they took turns"


@can_fork
def test_a_real_limit_on_the_file_size_harms_nothing(work):
    resource = pytest.importorskip("resource", reason="this system has no file limits")

    def save_until_full(writer):
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
        try:
            for number in range(1000):
                save(1, number)
                os.write(writer, b".")
        except journal.JournalError as error:
            os.write(writer, str(error).encode())

    said, status = ended(*in_a_child(save_until_full))
    assert status == 0
    saved = said.count(".", 0, said.index("The"))
    assert "may not become larger" in said
    assert 10 < saved < 100
    assert numbers(work) == list(range(saved))
    assert not list(work.glob("*.tmp"))
    save(1, start=saved)
    assert len(numbers(work)) == saved + 1
