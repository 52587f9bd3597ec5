"""What is raised; a document that can't be converted raises nothing, it gives a failed record."""

from __future__ import annotations


class Error(Exception):
    """The program can't be started, or it ended without doing what it was asked for.

    >>> import gongkai
    >>> try:
    ...     gongkai.run(["none"], "out")
    ... except gongkai.Error as error:
    ...     print(error.status)
    66
    """

    def __init__(self, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status
        """The program's exit status; None where it has none."""
