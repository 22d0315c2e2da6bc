"""The learner's entries on disk, safely: a log that only grows, in one readable file.

``journal.json`` holds ``{"format": 1, "learner": a random id, "entries": [...]}``; a
change of mind is a further entry. ``journal.backup.json`` is a second copy, saved with
it: what the journal holds, the backup holds too.

Examples
--------
>>> from tempfile import TemporaryDirectory
>>> from unittest.mock import patch
>>> with TemporaryDirectory() as place, patch.dict(os.environ, COURSE_WORK=place):
...     first = record("verdict", "E3", now="supported", reason="Customs say so")
...     again = record("verdict", "E3", now="partly", reason="It depends who counts")
...     len(entries("verdict")), latest("verdict")["E3"]["now"]
(2, 'partly')
"""

import errno
import json
import math
import os
import re
import time
import warnings
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

KINDS = ("verdict", "forecast", "answer", "quiz", "explanations", "reveal")
FORMAT = 1
COURSE = Path(__file__).resolve().parent.parent
JOURNAL, BACKUP, LOCK = "journal.json", "journal.backup.json", "journal.lock"
LOCK_SECONDS = 10
DEEPEST = 20  # Python can write nested lists so deep that it cannot read them again
WINDOWS = os.name == "nt"
_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
_CLOSED = {
    errno.EACCES: "access is not allowed",
    errno.EPERM: "access is not allowed",
    errno.EROFS: "it is read-only",
}
_FULL = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the file may not become larger",
}


class JournalError(Exception):
    """The journal cannot do as asked; the message says what, where and what to do."""


def folder():
    """Find the folder of the journal, making it if need be.

    The environment variable ``COURSE_WORK`` names it; a relative path starts at the
    course's folder. Otherwise it is ``my_work`` in the course or, when that is
    read-only and holds no journal of yours, ``china_central_asia_course`` in the home
    directory.

    Returns
    -------
    Path

    Raises
    ------
    JournalError
        When that folder cannot be used.
    """
    chosen = os.environ.get("COURSE_WORK")
    place = chosen or "my_work"
    try:
        place = COURSE / Path(place).expanduser()
        try:
            _try_out(place)
        except OSError as error:
            if chosen or error.errno not in _CLOSED or _holds_own(place):
                raise
            place = Path.home() / "china_central_asia_course"
            _try_out(place)
    except (OSError, RuntimeError) as error:  # no known home is a RuntimeError
        named = ", named by COURSE_WORK," if chosen else ""
        remedy = "Set COURSE_WORK to a folder of your own"
        if _holds_own(COURSE / place):
            remedy = (
                "What you saved there is unharmed. Make the folder writable, or set "
                f"COURSE_WORK to a folder of your own and copy {JOURNAL} there"
            )
        raise JournalError(
            f"The journal's folder {place}{named} cannot be used: {in_words(error)}. "
            f"{remedy}."
        ) from error
    return place


def path():
    """Give the path of the journal, which need not exist yet.

    Returns
    -------
    Path
        ``journal.json`` in :func:`folder`.
    """
    return folder() / JOURNAL


def record(kind, key, **fields):
    """Add an entry; when this returns, it is safely on the disk.

    Parameters
    ----------
    kind : str
        One of ``KINDS``.
    key : str
        What the entry is about: a claim, a task, a question.
    **fields
        Text, numbers, true, false, None, and lists or dicts of these.

    Returns
    -------
    dict
        A copy of the entry: ``at`` (UTC, ISO 8601, to the second, never earlier than
        the entry before), ``kind``, ``key`` and the fields as JSON keeps them.

    Raises
    ------
    JournalError
        When a field is no plain value, or the entry cannot be written. The entries
        saved before are unharmed.

    Examples
    --------
    >>> record("answer", "10-2", answer=float("nan"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    helpers.journal.JournalError: The field 'answer' cannot be saved: ...
    """
    said = {name: _plain(name, value) for name, value in fields.items()}
    if not (isinstance(key, str) and key) or "at" in fields:
        raise JournalError("An entry needs text as its key; 'at' is set for you.")
    said = {"kind": _known(kind), "key": key, **said}
    place = folder()
    with _locked(place):
        journal = _current(place)
        before = [entry["at"] for entry in journal["entries"][-1:]]
        entry = {
            "at": max([_now(), *before]),
            **said,
        }
        journal["entries"].append(entry)
        _save(place, journal)
    return entry


def latest(kind):
    """Give the current state: the last entry of each key.

    Parameters
    ----------
    kind : str
        One of ``KINDS``.

    Returns
    -------
    dict of str to dict
        Copies, by key.

    Raises
    ------
    JournalError
        When the kind is unknown or the journal cannot be read.
    """
    return {entry["key"]: entry for entry in entries(_known(kind))}


def entries(kind=None):
    """Give all entries ever made, the oldest first.

    Parameters
    ----------
    kind : str, optional
        One of ``KINDS``; without it, entries of every kind.

    Returns
    -------
    list of dict
        Copies.

    Raises
    ------
    JournalError
        When the kind is unknown or the journal cannot be read.
    """
    if kind is not None:
        _known(kind)
    return [entry for entry in _read()["entries"] if kind in (None, entry["kind"])]


def share(entries):
    """Write entries to a file for others, beside the journal.

    Parameters
    ----------
    entries : list of dict
        Entries of the journal, or copies with fields left out.

    Returns
    -------
    Path
        ``shared_<the id's first eight digits>.json``; an earlier one is replaced.

    Raises
    ------
    JournalError
        When the journal cannot be read, or the file not be written.
    """
    learner, place = learner_id(), folder()
    about = {"format": FORMAT, "shared": True, "at": _now(), "learner": learner}
    shared = about | {"entries": entries}
    name = f"shared_{learner[:8]}.json"
    with _locked(place):
        _save(place, shared, names=(name,))
    return place / name


def read_shared(file):
    """Read a file that somebody shared.

    Parameters
    ----------
    file : Path

    Returns
    -------
    dict
        ``learner``, ``entries`` and ``at``: when it was written, by the file itself or
        else by the system.

    Raises
    ------
    JournalError
        When it is no such file; the message says what is wrong with it.
    """
    name = Path(file).name
    shared = _load(Path(file))
    if not shared:
        raise JournalError(f"{name} is no file of the course, or it is broken.")
    if shared.get("shared") is not True:
        raise JournalError(
            f"{name} is a whole journal, and was not read: ask its learner to share a "
            "file with practice.share()."
        )
    at = shared.get("at")
    if not (isinstance(at, str) and re.fullmatch(_TIME, at)):
        at = _now(Path(file).stat().st_mtime)
    return {"learner": shared["learner"], "entries": shared["entries"], "at": at}


def learner_id():
    """Give the journal's random id, which is made at first use and tells nothing.

    Returns
    -------
    str
        32 hexadecimal digits.

    Raises
    ------
    JournalError
        When the journal cannot be read, or a new one not be written.
    """
    if not path().exists():
        place = folder()
        with _locked(place):
            _save(place, _current(place))
    return _read()["learner"]


def _now(seconds=None):
    """This moment, or that of a clock of the system, as entries give it."""
    moment = (
        datetime.now(UTC) if seconds is None else datetime.fromtimestamp(seconds, UTC)
    )
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _known(kind):
    if kind in KINDS:
        return kind
    raise JournalError(f"No entries of kind {kind!r}: there are {', '.join(KINDS)}.")


def _plain(name, value):
    """Check a field and give a copy of it, as it will be read again."""
    try:
        copy = json.loads(json.dumps(value, allow_nan=False))
        if _depth(copy) > DEEPEST:
            raise ValueError("it is nested too deeply")
    except (TypeError, ValueError, RecursionError) as error:
        raise JournalError(
            f"The field '{name}' cannot be saved: {error}. "
            "Give text, a number, true, false, or a list of these."
        ) from error
    return copy


def _depth(value):
    inner = value.values() if isinstance(value, dict) else value
    return 1 + max(map(_depth, inner), default=0) if type(value) in (dict, list) else 0


def _try_out(place):
    """Make a file there: permissions tell too little. A full disk can still be read."""
    probe = place / _temporary()
    try:
        place.mkdir(parents=True, exist_ok=True)
        probe.touch(exist_ok=False)
    except OSError as error:
        if error.errno not in _FULL:
            raise
    with suppress(OSError):
        probe.unlink()


def _holds_own(place):
    """Whether the folder has a journal of this person, as far as the system tells."""
    me = 0 if WINDOWS else os.getuid()  # Windows gives every file to 0
    if not os.access(place, os.X_OK):  # a closed folder: whose is it?
        return _owner(place) == me
    return me in (_owner(place / JOURNAL), _owner(place / BACKUP))


def _owner(path):
    with suppress(OSError):
        return path.stat().st_uid


def _temporary():
    return f"journal.{uuid4().hex}.tmp"


def in_words(error):
    """Why the system did not do as asked.

    Parameters
    ----------
    error : OSError

    Returns
    -------
    str

    Examples
    --------
    >>> in_words(OSError(errno.ENOSPC, "No space left on device"))
    'the disk is full'
    """
    known = (_FULL | _CLOSED).get(getattr(error, "errno", None))
    return known or getattr(error, "strerror", None) or str(error).rstrip(".")


@contextmanager
def _or_say(place, done):
    try:
        yield
    except OSError as error:
        remedy = "Free some space" if error.errno in _FULL else "Check the disk"
        if error.errno in _CLOSED:
            remedy = "Close what uses it, or set COURSE_WORK to a folder of your own"
        raise JournalError(
            f"The journal in {place} could not be {done}: {in_words(error)}. What you "
            f"saved before is unharmed. {remedy}, then try again."
        ) from error


@contextmanager
def _locked(place):
    """Hold the journal alone; the system ends the hold of a killed program."""
    with _or_say(place, "written"):
        try:
            lock = FileLock(place / LOCK)
            held = lock.acquire(timeout=LOCK_SECONDS, poll_interval=0.01)
        except Timeout:
            raise JournalError(
                f"The journal in {place} has been busy for {LOCK_SECONDS} seconds. "
                "Close other notebooks that use it, then try again."
            ) from None
        with held:
            yield


def patiently(action, *arguments):
    """On Windows, wait for a reader or a virus scanner to let go of the file."""
    for pause in (0.01, 0.02, 0.05, 0.1, 0.2, 0.5):
        try:
            return action(*arguments)
        except PermissionError:
            if not WINDOWS:
                raise
            time.sleep(pause)
    return action(*arguments)


def _read():
    """Give the journal, free of locks: a file is only ever replaced as a whole."""
    place = folder()
    with _or_say(place, "read"):
        journal = _load(place / JOURNAL)
        if journal or not any((place / name).exists() for name in (JOURNAL, BACKUP)):
            return journal or _new()
    with _locked(place):
        return _current(place)


def _new():
    return {"format": FORMAT, "learner": uuid4().hex, "entries": []}


def _current(place):
    """Give the journal, restored if need be; the lock is held."""
    file, backup = place / JOURNAL, place / BACKUP
    journal = _load(file)
    if journal:
        return journal
    journal = _load(backup)
    stamp = f"{datetime.now(UTC):%Y-%m-%dT%H-%M-%S.%fZ}"
    aside = {
        broken: broken.with_name(f"{broken.stem}.broken-{stamp}.json")
        for broken in ((file,) if journal else (file, backup))
        if broken.exists()
    }
    if not (journal or aside):
        return _new()
    news = f"The journal {file} {'is broken' if file in aside else 'is missing'}: "
    if journal:
        news += f"the last good one (entries: {len(journal['entries'])}) is restored"
    else:
        news += "no good copy was found, so a new one begins"
        journal = _new()
    if aside:
        news += f"; what is broken is kept as {' and '.join(map(str, aside.values()))}"
    _save(place, journal, aside)
    warnings.warn(f"{news}.", stacklevel=2)
    return journal


def _load(file):
    """Read a journal; None when there is none or it is broken."""
    try:
        text = patiently(file.read_bytes).decode("utf-8-sig")
        journal = json.loads(text, parse_float=_finite, parse_constant=_finite)
    except (FileNotFoundError, ValueError, RecursionError):
        return None
    version = journal.get("format") if isinstance(journal, dict) else None
    if type(version) is int and version > FORMAT:
        raise JournalError(
            f"{file} comes from a newer version of the course (format {version}, here "
            f"{FORMAT}) and was left alone. Update the course, then try again."
        )
    return journal if version == FORMAT and _well_formed(**journal) else None


def _finite(text):
    number = float(text)
    if math.isfinite(number):
        return number
    raise ValueError(f"{text} is no JSON number")


def _well_formed(learner=None, entries=None, **_more):
    return (
        isinstance(learner, str)
        and isinstance(entries, list)
        and all(
            isinstance(entry, dict)
            and all(isinstance(entry.get(name), str) for name in ("at", "kind", "key"))
            and re.fullmatch(_TIME, entry["at"])
            for entry in entries
        )
    )


def _save(place, journal, aside=None, names=(BACKUP, JOURNAL)):
    """Replace the named files, after putting broken ones aside; the lock is held.

    All copies are on the disk before any name is moved, so a full disk changes
    nothing. The backup goes first: it may be ahead of the journal, never behind.
    """
    text = json.dumps(journal, ensure_ascii=False, indent=1) + "\n"
    # Half a character pair, which UTF-8 lacks, becomes a JSON escape.
    content = text.encode("utf-8", "backslashreplace")
    copies = {place / _temporary(): place / name for name in names}
    try:
        for copy in copies:
            with copy.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        for old, new in {**(aside or {}), **copies}.items():
            patiently(old.replace, new)
        _sync(place)
    finally:
        # Under the lock, any other such file was left by a program that was killed.
        for left in place.glob("journal.*.tmp"):
            with suppress(OSError):
                left.unlink()


def _sync(place):
    """Bring new names to the disk; not on Windows, which opens no folder."""
    with suppress(OSError):
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
