"""Keeps workers busy and lives through whatever happens to them.

One loop without threads: it runs while the next record is asked for, and the time between two records is nobody's.
"""

from __future__ import annotations

import heapq
import select
import time
from collections import deque
from collections.abc import Generator, Iterator

from ._document import Document
from ._errors import Error
from ._task import Task
from ._worker import ANSWER_BYTES, Worker

# Lines that wait for one before them; beyond that nothing is begun, and at twice as much only the first input is read on.
HELD_BYTES = 64 << 20
# Inputs that wait likewise: their own bytes and paths cost memory, too.
HELD_TASKS = 4096
# A worker is asked for as many documents ahead as take it this long, and for some anyway while their time isn't known.
_AHEAD_SECONDS = 0.02
_AHEAD_MOST = 16
# What a worker leaks ends with it.
_WORKER_DOCUMENTS = 10_000
# How a worker ends that doesn't take its settings.
_USAGE = 64
# The worker's own deadline comes first: its answer says what took so long.
_SPARE_SECONDS = 1.0


class Supervisor:
    """Gives the lines of all records, in the order of the inputs."""

    def __init__(
        self, documents: Iterator[Document], command: list[str], jobs: int, timeout: float, memory: int
    ) -> None:
        self._documents = documents
        self._command = command
        self._jobs = jobs
        self._timeout = timeout
        self._memory = memory
        self._seconds = max(1, int(timeout))
        self._workers: list[Worker] = []
        self._by_descriptor: dict[int, Worker] = {}
        self._poll = select.poll()
        self._waiting: deque[Task] = deque()
        """Inputs that were begun and whose records are not all taken, in their order."""
        self._again: list[tuple[int, Task]] = []
        self._count = 0
        self._is_exhausted = False
        self._error: Exception | None = None
        """What the inputs raised: those before it have records first."""
        self._held = 0
        self._average = _AHEAD_SECONDS / 2
        self._away = 0.0

    def lines(self) -> Generator[tuple[bytes, str | None, bool], None, None]:
        """Each record's line, the member of an archive that it must be of, and whether it is the last of its input."""
        try:
            pumped = self._now()
            while True:
                self._assign()
                if not self._waiting:
                    if self._error is not None:
                        raise self._error
                    return
                while self._waiting and (self._waiting[0].lines or self._waiting[0].is_done):
                    task = self._waiting[0]
                    if not task.lines:
                        self._waiting.popleft()
                        continue
                    line, member = task.lines.popleft()
                    self._held -= len(line)
                    left = time.monotonic()
                    yield line, member, task.is_done and not task.lines
                    self._away += time.monotonic() - left
                    # Who takes long over a record must not make workers wait.
                    if time.monotonic() - pumped > 0.005:
                        self._attend(0)
                        self._assign()
                        pumped = time.monotonic()
                if self._waiting:
                    self._attend(None)
                    pumped = time.monotonic()
        finally:
            self.close()

    def close(self) -> None:
        """Ends all workers: what is under way is not waited for."""
        for worker in self._workers:
            worker.close()
        for worker in list(self._workers):
            self._remove(worker, patience=0.5)
        for task in self._waiting:
            task.close()

    def _now(self) -> float:
        """Seconds, without those in which nobody asked for a record: workers could not hand over what they had."""
        return time.monotonic() - self._away

    # Requests

    def _assign(self) -> None:
        while self._again:
            worker = self._idle()
            if worker is None:
                return
            _, task = heapq.heappop(self._again)
            self._ask(worker, task)
        if self._held > HELD_BYTES or len(self._waiting) >= HELD_TASKS:
            return
        while not self._is_exhausted:
            worker = self._idle() or self._least_busy()
            if worker is None:
                return
            try:
                document = next(self._documents, None)
            except Exception as error:
                self._error = error
                document = None
            if document is None:
                self._is_exhausted = True
                return
            task = Task(self._count, document, self._seconds)
            self._count += 1
            self._waiting.append(task)
            self._ask(worker, task)

    def _ask(self, worker: Worker, task: Task) -> None:
        if not worker.tasks:
            worker.began = self._now()
        worker.ask(task, task.request())
        if worker.has_unsent:
            self._poll.register(worker.requests, select.POLLOUT)
            self._by_descriptor[worker.requests] = worker

    def _idle(self) -> Worker | None:
        """A worker with nothing to do."""
        for worker in self._workers:
            if not worker.tasks:
                if worker.served < _WORKER_DOCUMENTS:
                    return worker
                self._remove(worker, patience=0.5)
                break
        if len(self._workers) >= self._jobs:
            return None
        worker = Worker(self._command)
        self._workers.append(worker)
        for descriptor in (worker.answers, worker.messages):
            self._poll.register(descriptor, select.POLLIN)
            self._by_descriptor[descriptor] = worker
        return worker

    def _least_busy(self) -> Worker | None:
        """A worker that may be asked for another document while one is under way."""
        ahead = min(_AHEAD_MOST, int(_AHEAD_SECONDS / self._average))
        worker = min(self._workers, key=lambda worker: len(worker.tasks))
        if len(worker.tasks) > ahead or worker.has_unsent or worker.served + len(worker.tasks) >= _WORKER_DOCUMENTS:
            return None
        return worker

    # Events

    def _attend(self, seconds: float | None) -> None:
        """Waits until something happens, or for ``seconds``, and attends to it."""
        self._pause()
        busy = [worker for worker in self._workers if worker.tasks and not worker.is_paused]
        if seconds is None and busy:
            deadline = min(worker.began for worker in busy) + self._timeout + _SPARE_SECONDS
            seconds = max(0.0, deadline - self._now())
        for descriptor, events in self._poll.poll(None if seconds is None else seconds * 1000 + 1):
            worker = self._by_descriptor.get(descriptor)
            # It was lost over an event before this one.
            if worker is None:
                continue
            if descriptor == worker.answers:
                self._receive(worker)
            elif descriptor == worker.messages:
                if not worker.listen():
                    self._forget(descriptor)
            else:
                worker.send()
                if not worker.has_unsent or events & (select.POLLERR | select.POLLHUP):
                    self._forget(descriptor)
        now = self._now()
        for worker in busy:
            if worker in self._workers and worker.tasks and now > worker.began + self._timeout + _SPARE_SECONDS:
                self._lose(worker, "worker_timeout", f"the document took longer than {self._timeout:g} s")

    def _pause(self) -> None:
        """Reads no more of an archive than may be held, unless its records are the next."""
        for worker in self._workers:
            is_over = self._held > 2 * HELD_BYTES and bool(worker.tasks) and worker.tasks[0] is not self._waiting[0]
            # What is to be asked again may be next, and waits for a worker without tasks.
            is_over = is_over and not self._again
            if is_over == worker.is_paused:
                continue
            worker.is_paused = is_over
            worker.began = self._now()
            self._poll.modify(worker.answers, 0 if is_over else select.POLLIN)

    def _receive(self, worker: Worker) -> None:
        lines = worker.read()
        if lines is None:
            return self._lose(worker)
        now = self._now()
        for line in lines:
            if not worker.tasks:
                return self._lose(worker, "worker_crashed", "the worker answered what nobody asked")
            task = worker.tasks[0]
            held = len(task.lines)
            if not task.take(line):
                return self._lose(worker, "worker_crashed", "the worker answered what is no record")
            if len(task.lines) > held:
                self._held += len(task.lines[-1][0])
                self._average += ((now - worker.began) / len(lines) - self._average) / 16
            if task.is_interrupted:
                task.is_interrupted = False
                heapq.heappush(self._again, (task.index, task))
            elif not task.is_done:
                continue
            worker.tasks.popleft()
            worker.served += 1
        if lines:
            worker.began = now
        if worker.answer_is_too_long:
            self._lose(worker, "document_limit", f"the record is longer than {ANSWER_BYTES} bytes")
        return None

    def _lose(self, worker: Worker, code: str | None = None, message: str = "") -> None:
        """Ends ``worker``; its document is tried once more where that may help, else it fails."""
        status = self._remove(worker, patience=0.5)
        tasks = worker.tasks
        if not tasks:
            return
        if status == _USAGE:
            raise Error(worker.last_words.decode("utf-8", "replace").strip() or f"{self._command[0]} takes no such settings", status)
        if code is None:
            code, message = self._cause(worker, status)
        tasks[0].lose(code, message, worker.last_words.decode("utf-8", "replace").strip())
        for each in tasks:
            heapq.heappush(self._again, (each.index, each))

    def _cause(self, worker: Worker, status: int) -> tuple[str, str]:
        if b"memory" in worker.last_words or b"bad_alloc" in worker.last_words:
            return "worker_memory", f"the document needed more memory than memory = {self._memory} bytes"
        if status < 0:
            return "worker_crashed", f"the worker was ended by signal {-status}"
        return "worker_crashed", f"the worker ended with status {status}"

    def _remove(self, worker: Worker, patience: float) -> int:
        self._workers.remove(worker)
        for descriptor in (worker.answers, worker.messages, worker.requests):
            self._forget(descriptor)
        return worker.end(patience)

    def _forget(self, descriptor: int) -> None:
        if self._by_descriptor.pop(descriptor, None) is not None:
            self._poll.unregister(descriptor)
