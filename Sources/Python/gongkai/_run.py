"""The nightly run: a tree of originals to a folder of records."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from ._errors import Error
from ._program import execute
from ._records import Summary

# What a run that came to its end may say: all converted, some failed, an event that it was told to end on.
_FINISHED = (0, 3, 4)


def run(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    output: str | os.PathLike[str],
    *,
    jobs: int | None = None,
    timeout: int | None = None,
    limits: Mapping[str, int] | None = None,
    **settings: object,
) -> Summary:
    """Keeps ``output`` up to date with ``inputs``, as ``gongkai run`` does, and returns its summary.

    Every other setting of docs/operating.md goes by its name: ``tables=True``, ``max_removed="10%"``, ``exclude=["*.tmp"]``. The
    summary is the run's ``summary.json``, with ``exit_status``: 0, 3 where documents have failed, 4 by ``fail_on`` or
    ``max_removed``. A run that breaks raises ``Error``, and so does what is no run (``dry_run``); the output is then what it was.

    >>> import gongkai
    >>> summary = gongkai.run("in", "out", tables=True)
    >>> summary["exit_status"], summary["inputs"]["found"]
    (0, 2)
    """
    given = [inputs] if isinstance(inputs, (str, os.PathLike)) else list(inputs)
    arguments: list[str | bytes] = ["run", "--quiet", *_option("output", output)]
    named: dict[str, object] = {"jobs": jobs, "timeout": timeout, **settings}
    for name, value in named.items():
        arguments += _option(name, value)
    for name, limit in (limits or {}).items():
        arguments.append(f"--limit={name}={limit}")
    place = Path(os.fsdecode(output)) / "latest" / "summary.json"
    before = _file(place)
    done = execute([*arguments, "--", *(os.fsencode(path) for path in given)], _FINISHED)
    try:
        # That of a run before this one would say that all went well.
        if _file(place) == before:
            raise OSError(f"{place} is of an earlier one" if before else f"there is no {place}")
        summary = json.loads(place.read_bytes())
    except (OSError, ValueError) as error:
        raise Error(f"the run left no summary: {error}", done.returncode) from error
    return {**summary, "exit_status": done.returncode}


def _file(path: Path) -> tuple[int, int, int] | None:
    """Which file is at ``path``."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns


def _option(name: str, value: object) -> list[str | bytes]:
    flag = "--" + name.replace("_", "-")
    if value is None:
        return []
    if isinstance(value, bool):
        return [flag if value else flag.replace("--", "--no-", 1)]
    if isinstance(value, (str, bytes, os.PathLike)) or not isinstance(value, Iterable):
        # In one, or a value that begins with a hyphen would be an option.
        return [flag.encode() + b"=" + (os.fsencode(value) if isinstance(value, (str, bytes, os.PathLike)) else str(value).encode())]
    return [part for each in value for part in _option(name, each)]
