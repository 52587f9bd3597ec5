"""Where the program is."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from ._errors import Error


def program() -> str:
    """The path of the program: ``$PYTHON_GONGKAI``, else the one in the wheel, else the one in ``$PATH``.

    >>> import gongkai, os
    >>> os.path.basename(gongkai.program())
    'gongkai'
    """
    named = os.environ.get("PYTHON_GONGKAI")
    if named:
        return named
    bundled = Path(__file__).parent / "bin" / "gongkai"
    if bundled.is_file():
        return str(bundled)
    installed = shutil.which("gongkai")
    # The command of this package would find itself.
    if installed and not _is_script(installed):
        return installed
    raise Error("there is no program gongkai: install a wheel that holds it, or set PYTHON_GONGKAI to its path")


def version() -> str:
    """What the program says of its version.

    >>> import gongkai
    >>> gongkai.version().split()[0]
    'gongkai'
    """
    return execute(["--version"]).stdout.decode().strip()


def execute(
    arguments: list[str | bytes], statuses: tuple[int, ...] = (0,), path: str | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Runs the program to its end; raises ``Error`` with its last words for another exit status than ``statuses``."""
    executable = path or program()
    try:
        done = subprocess.run([executable, *arguments], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    except OSError as error:
        raise Error(f"{executable} cannot be started: {error.strerror}") from error
    if done.returncode not in statuses:
        words = done.stderr.decode("utf-8", "replace").strip()
        raise Error(words or f"{executable} ended with status {done.returncode}", done.returncode)
    return done


def _is_script(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(2) == b"#!"
    except OSError:
        return True
