"""What a hostile case is: a file, and what may come of it."""

import dataclasses
from collections.abc import Callable


@dataclasses.dataclass
class Case:
    """One file of the hostile tree."""

    group: str
    #: The file's name below the folder of its group; bytes where it is no UTF-8.
    name: str | bytes
    #: Acceptable outcomes: `ok` a record, `flagged` a record with an issue that says something is lost or odd,
    #: or failure codes.
    want: set[str]
    #: The file's bytes, or what makes them, or what puts something else than a file at a path.
    content: bytes | Callable
    #: What the record must hold if there is one, and what no line may hold.
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    #: Takes seconds or gigabytes: left out of the short tree.
    slow: bool = False
    #: Whether a walk through the tree meets it as a file; None if it may pass it over.
    listed: bool | None = True
    #: Of an archive whose members have a line each: what may come of every one, in order.
    members: tuple[str, ...] = ()


def group(name):
    """A list of cases, and the function that adds one to it."""
    cases = []

    def add(file, want, content, must=(), must_not=(), slow=False, listed=True, members=()):
        must = (must,) if isinstance(must, str) else tuple(must)
        must_not = (must_not,) if isinstance(must_not, str) else tuple(must_not)
        cases.append(Case(name, file, set(want.split()), content, must, must_not, slow, listed, tuple(members)))

    return cases, add
