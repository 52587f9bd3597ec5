"""One input on its way to its records."""

from __future__ import annotations

import json
import os
import tempfile
from collections import deque
from contextlib import suppress
from typing import Any

from ._document import CONTENT_BYTES, Document
from ._errors import Error

# A deadline is not waited for twice, and a record is as long as it is.
_MAY_PASS = ("worker_crashed", "worker_memory")
_RECORD = b'"record":{"schema":'
_RECORD_BEGINS = len(b'"record":')


class Task:
    """What one input was answered so far, and what is to be asked next.

    Its number is in the request and in each line of the answer, so that no line is taken for that of another input. An archive is
    answered by as many lines as its first one announces. A worker that is lost over one of its members costs that member: the next one
    begins behind it.
    """

    __slots__ = (
        "_beginning", "_document", "_failure", "_file", "_is_retried", "_members", "_process", "_seconds", "_start", "index", "is_done", "is_interrupted",
        "lines",
    )

    def __init__(self, index: int, document: Document, seconds: int) -> None:
        self.index = index
        self._document: Document | None = document
        self._seconds = seconds
        self._beginning = b'{"id":%d,' % index
        self.lines: deque[tuple[bytes, str | None]] = deque()
        """Record lines that nobody has taken yet, each with the member of an archive that it must be of."""
        self.is_done = False
        self.is_interrupted = False
        """Whether the rest of an archive is to be asked for, behind a member that failed."""
        self._is_retried = False
        self._start = 0
        """Members of an archive that have a record."""
        self._members: list[tuple[str, int]] | None = None
        """All members of an archive, with their bytes; None until they are announced."""
        self._failure: dict[str, Any] | None = None
        self._file: str | None = None
        self._process = 0
        """Which has written it."""

    def request(self) -> bytes:
        document = self._document
        assert document, "nothing is asked of what is done"
        content = document.content
        if content is not None and len(content) > CONTENT_BYTES and self._file is None:
            handle, self._file = tempfile.mkstemp(prefix="gongkai-")
            self._process = os.getpid()
            with os.fdopen(handle, "wb") as file:
                file.write(content)
        return document.request(self._seconds, self._file, id=self.index, start=self._start or None, failure=self._failure)

    def take(self, line: bytes) -> bool:
        """Takes a line of the answer; False for one that is none."""
        is_own = line.startswith(self._beginning)
        rest = line[len(self._beginning):] if is_own else line
        if is_own and rest.startswith(_RECORD) and rest.endswith(b"}}"):
            self.lines.append((rest[_RECORD_BEGINS:-1], self._members[self._start][0] if self._members else None))
            self._is_retried = False
            self._start += 1
            if self._members is None or self._start == len(self._members):
                self.is_done = True
                self.close()
            elif self._failure is not None:
                self.is_interrupted = True
            self._failure = None
            return True
        try:
            answer = json.loads(line)
            if not is_own and "id" in answer and answer["id"] is not None:
                raise Error(
                    f"{self._name} was answered with the record of another document: the program gongkai does not answer what it is asked")
            if "members" in answer and self._failure is None:
                members = list(zip(answer["paths"], answer["bytes"], strict=True))
                if self._members is None:
                    self._members = members
                # A file that has changed meanwhile: what was announced first is what is owed.
                if self._start + len(members) != len(self._members):
                    return False
                return bool(members)
            message = answer["error"]["message"]
        except (ValueError, TypeError, KeyError, UnicodeDecodeError):
            return False
        raise Error(f"a worker does not understand what it is asked: {message}")

    @property
    def _name(self) -> str:
        """What it is that is under way, for a person."""
        document = self._document
        name = "a document" if document is None else document.carried
        return f"{name}!/{self._members[self._start][0]}" if self._members and self._start < len(self._members) else name

    def lose(self, code: str, message: str, last_words: str) -> None:
        """Notes that a worker was lost over the document, or the member, under way.

        It is tried once more where that may help. After that its failure is all that is asked for, so that its record is written by
        the program, too.
        """
        if self._failure is not None:
            raise Error(f"no worker answers: {message}" + (f"; it said: {last_words}" if last_words else ""))
        if code in _MAY_PASS and not self._is_retried:
            self._is_retried = True
            return
        self._failure = {"code": code, "message": message}
        if self._members is not None:
            path, size = self._members[self._start]
            self._failure |= {"member": path, "bytes": size}

    def close(self) -> None:
        """Lets go of the document, and removes what was written for a worker."""
        self._document = None
        # A process that was forked from ours lets go of it, too.
        if self._file is not None and self._process == os.getpid():
            with suppress(FileNotFoundError):
                os.unlink(self._file)
        self._file = None
