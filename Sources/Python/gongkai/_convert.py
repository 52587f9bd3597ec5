"""Documents to records."""

from __future__ import annotations

import operator
import os
from collections.abc import Generator, Iterable, Mapping, Sized
from typing import Any, Union

from ._document import Document
from ._program import program
from ._records import Record, answered
from ._supervisor import Supervisor

Input = Union[str, bytes, bytearray, memoryview, "os.PathLike[str]", "os.PathLike[bytes]", Document]
"""A path, the bytes of a document, or a ``Document``, which has a name and an address besides. ``bytes`` are never a path."""

# What a worker takes.
_SECONDS = 86_400


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
    ``limits`` are those of docs/limits.md. Inputs are taken as they are needed, and memory doesn't grow with their number; what they raise is
    raised behind the records of those before. With ``progress``, tqdm shows how many are done, where it is installed.

    >>> import gongkai
    >>> text = "云溪区人民政府2023年政府信息公开工作年度报告\\n本年度收到申请90件。".encode()
    >>> for record in gongkai.convert([text, "/none"], jobs=1):
    ...     print(record["status"], record["report_year"], gongkai.failure(record))
    partial 2023 None
    failed None Failed(code='input_unreadable', message='Cannot be read: No such file or directory', stage='input', retryable=True)
    """
    if jobs is None:
        jobs = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if operator.index(jobs) < 1:
        raise ValueError("jobs is positive")
    check(timeout, memory)
    if isinstance(inputs, (str, bytes, bytearray, memoryview, os.PathLike, Document)):
        inputs = [inputs]
    # Its lines would each be taken for a document.
    if hasattr(inputs, "read"):
        raise TypeError("an open file is no input; give its path or its bytes")
    supervisor = Supervisor(map(_document, inputs), worker_command(memory, limits or {}), jobs, timeout, memory)
    return _records(supervisor, _bar(inputs) if progress else None)


def check(timeout: float, memory: int) -> None:
    """Raises for what no worker takes."""
    if not 0 < timeout <= _SECONDS:
        raise ValueError(f"timeout is positive and at most {_SECONDS} seconds")
    if operator.index(memory) < 0:
        raise ValueError("memory is a number of bytes")


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
    if isinstance(given, (bytes, bytearray, memoryview)):
        return Document(content=given)
    if isinstance(given, (str, os.PathLike)):
        return Document(given)
    raise TypeError(f"an input is a path, bytes or a Document, not {type(given).__name__}")


def _bar(inputs: Iterable[Input]) -> Any:
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return None
    return tqdm(total=len(inputs) if isinstance(inputs, Sized) else None, unit=" documents")
