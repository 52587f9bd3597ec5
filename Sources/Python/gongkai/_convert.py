"""Documents to records."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Mapping, Sized
from typing import Any, Union

from ._document import Document
from ._program import program
from ._records import Record, answered
from ._supervisor import Supervisor

Input = Union[str, bytes, "os.PathLike[str]", "os.PathLike[bytes]", Document]
"""A path, the bytes of a document, or a ``Document``, which has a name and an address besides. ``bytes`` are never a path."""


def convert(
    inputs: Input | Iterable[Input],
    *,
    jobs: int | None = None,
    timeout: float = 120,
    memory: int = 512 << 20,
    limits: Mapping[str, int] | None = None,
    progress: bool = False,
) -> Generator[Record, None, None]:
    """The records of ``inputs``, in their order: one for each, or one for each member of an archive.

    ``jobs`` processes work at a time (default: one a processor). One that dies, needs more than ``memory`` bytes or takes longer
    over a document than ``timeout`` seconds is replaced, and costs that document, whose record then has the status ``failed``.
    ``limits`` are those of docs/limits.md. Inputs are taken as they are needed, and memory doesn't grow with their number. With
    ``progress``, tqdm shows how many are done, where it is installed.

    >>> import gongkai
    >>> text = "云溪区人民政府2023年政府信息公开工作年度报告\\n本年度收到申请90件。".encode()
    >>> for record in gongkai.convert([text, "/none"], jobs=1):
    ...     print(record["status"], record["report_year"], gongkai.failure(record))
    partial 2023 None
    failed None Failed(code='input_unreadable', message='Cannot be read: No such file or directory', stage='input', retryable=True)
    """
    if jobs is None:
        jobs = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if jobs < 1 or timeout <= 0:
        raise ValueError("jobs and timeout are positive")
    if isinstance(inputs, (str, bytes, os.PathLike, Document)):
        inputs = [inputs]
    supervisor = Supervisor(map(_document, inputs), worker_command(memory, limits or {}), jobs, timeout, memory)
    return _records(supervisor, _bar(inputs) if progress else None)


def worker_command(memory: int, limits: Mapping[str, int]) -> list[str]:
    """What starts a worker."""
    command = [program(), "worker", "--supervised", "--memory", str(memory)]
    for name, value in limits.items():
        command += ["--limit", f"{name}={value}"]
    return command


def _records(supervisor: Supervisor, bar: Any) -> Generator[Record, None, None]:
    lines = supervisor.lines()
    try:
        for line, member, is_last in lines:
            record = answered(line, member)
            if bar is not None and is_last:
                bar.update()
            yield record
    finally:
        lines.close()
        if bar is not None:
            bar.close()


def _document(given: Input) -> Document:
    if isinstance(given, Document):
        return given
    return Document(content=given) if isinstance(given, bytes) else Document(given)


def _bar(inputs: Iterable[Input]) -> Any:
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return None
    return tqdm(total=len(inputs) if isinstance(inputs, Sized) else None, unit=" documents")
