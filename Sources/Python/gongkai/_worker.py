"""One worker: a process that answers request lines with record lines, in order."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
from collections import deque
from contextlib import suppress

from ._errors import Error
from ._task import Task

# A record has some 20 KB, the largest a few MB.
ANSWER_BYTES = 64 << 20
_READ_BYTES = 256 << 10
_PIPE_BYTES = 1 << 20
_LAST_WORDS_BYTES = 4096


class Worker:
    """A process and the tasks that it was asked for, of which the first is under way."""

    def __init__(self, command: list[str]) -> None:
        try:
            self.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0,
                # A Ctrl-C is ours: workers end with their input.
                start_new_session=True)
        except OSError as error:
            raise Error(f"{command[0]} cannot be started: {error.strerror}") from error
        assert self.process.stdin and self.process.stdout and self.process.stderr
        self.requests = self.process.stdin.fileno()
        self.answers = self.process.stdout.fileno()
        self.messages = self.process.stderr.fileno()
        os.set_blocking(self.requests, False)
        # A worker may then be some records ahead of us; where the kernel refuses, it waits.
        with suppress(OSError, AttributeError):
            fcntl.fcntl(self.answers, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
        self.tasks: deque[Task] = deque()
        self.served = 0
        self.began = 0.0
        """When the document under way began, on the supervisor's clock."""
        self.last_words = b""
        self.is_paused = False
        self._unsent = memoryview(b"")
        self._partial: list[bytes] = []
        self._partial_bytes = 0

    @property
    def has_unsent(self) -> bool:
        return bool(self._unsent)

    def ask(self, task: Task, request: bytes) -> None:
        self.tasks.append(task)
        self._unsent = memoryview(bytes(self._unsent) + request if self._unsent else request)
        self.send()

    def send(self) -> None:
        """Sends what the pipe takes; that a worker is gone shows where it answers."""
        try:
            sent = os.write(self.requests, self._unsent)
        except BlockingIOError:
            return
        except BrokenPipeError:
            self._unsent = memoryview(b"")
            return
        self._unsent = self._unsent[sent:]

    def read(self) -> list[bytes] | None:
        """The lines that have come, without their LF; None at the end, which leaves a line that was begun unread."""
        data = os.read(self.answers, _READ_BYTES)
        if not data:
            return None
        lines = data.split(b"\n")
        if len(lines) > 1 and self._partial:
            lines[0] = b"".join(self._partial) + lines[0]
            self._partial = []
            self._partial_bytes = 0
        rest = lines.pop()
        if rest:
            self._partial.append(rest)
            self._partial_bytes += len(rest)
        return lines

    @property
    def answer_is_too_long(self) -> bool:
        return self._partial_bytes > ANSWER_BYTES

    def listen(self) -> bool:
        """Keeps the end of what it says to a person; False where it says no more."""
        said = os.read(self.messages, _READ_BYTES)
        self.last_words = (self.last_words + said)[-_LAST_WORDS_BYTES:]
        return bool(said)

    def close(self) -> None:
        """Closes its input."""
        if self.process.stdin:
            self.process.stdin.close()

    def end(self, patience: float) -> int:
        """Ends it and the programs that it started; its status, minus the number of a signal that ended it.

        Without its input it ends by itself, and the programs with it, which have sessions of their own.
        """
        self.close()
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.set_blocking(self.messages, False)
        with suppress(BlockingIOError):
            while self.listen():
                pass
        for file in (self.process.stdout, self.process.stderr):
            if file:
                file.close()
        return self.process.returncode
