"""What is converted, and how a worker is asked for it."""

from __future__ import annotations

import base64
import json
import os
from dataclasses import dataclass

# What a request may hold; a larger file is given by its path.
CONTENT_BYTES = 16 << 20
_PATH_BYTES = 16 << 10
# Of a request beside its longest text; a kilobyte of them is for what isn't text.
_LINE_BYTES = 127 << 10


@dataclass(frozen=True)
class Document:
    """A document by its path or its bytes, with what is known of it.

    >>> import gongkai
    >>> [record] = gongkai.convert([gongkai.Document(content="甲乙丙".encode(), name="a.txt", url="https://example.invalid/a")])
    >>> record["source"]["name"], record["source"]["url"]
    ('a.txt', 'https://example.invalid/a')
    """

    path: str | bytes | os.PathLike[str] | os.PathLike[bytes] | None = None
    """Where it is, and what the record calls it; of bytes only what the record calls them."""
    content: bytes | bytearray | memoryview | None = None
    name: str | None = None
    """The file's name, where that isn't the last part of its path."""
    url: str | None = None
    """Where it was downloaded from."""
    root: str | os.PathLike[str] | None = None
    """The folder that the path lies below: then nothing outside it is opened, whatever links there are."""

    def __post_init__(self) -> None:
        for key, value in (("name", self.name), ("url", self.url)):
            if not isinstance(value, (str, type(None))):
                raise TypeError(f"{key} is text, not {type(value).__name__}")
        if not isinstance(self.content, (bytes, bytearray, memoryview, type(None))):
            raise TypeError(f"content is bytes, not {type(self.content).__name__}")
        if self.content is not None:
            # What somebody may write to meanwhile is copied.
            object.__setattr__(self, "content", bytes(self.content))
        elif self.path is None:
            raise ValueError("a document has a path or content")
        for path in (self.path, self.name, self.root):
            text = None if path is None else os.fsencode(path)
            if text == b"" or (text and b"\0" in text):
                raise ValueError("a path or name is empty or holds a NUL")
            # The system opens none of more than 4,096 bytes, which its record says; a request has room for this many.
            if text and len(text) > _PATH_BYTES:
                raise ValueError(f"a path has more than {_PATH_BYTES} bytes")
        if self.name and "/" in self.name:
            raise ValueError("a name holds a /")
        if self.content is not None and self.root is not None:
            raise ValueError("bytes lie below no folder")
        if not self._has_room():
            raise ValueError("path, root, name and url are too long together")

    def _has_room(self) -> bool:
        """Whether a request can hold it."""
        texts = [self.carried, *(carry(path) for path in (self.root, self.name) if path is not None), self.url or ""]
        # In JSON a character has at most six bytes.
        if 6 * sum(map(len, texts)) < _LINE_BYTES:
            return True
        sizes = [len(json.dumps(text, ensure_ascii=False).encode("utf-8", "replace")) for text in texts]
        return sum(sizes) - max(*sizes, len(self.content or b"")) <= _LINE_BYTES

    @property
    def carried(self) -> str:
        """What the record calls it, as ``carry`` has it."""
        return carry(self.name or "-" if self.path is None else self.path)

    def request(self, seconds: int, location: str | None = None, **more: object) -> bytes:
        """The line that asks for its record: ``location`` is where its content was written to, if it was."""
        # The order in which the program writes requests itself: it reads that fastest.
        members: dict[str, object] = {
            "path": self.carried,
            "root": None if self.root is None else carry(self.root),
            "location": location,
            "url": self.url,
            "start": more.get("start"),
            "seconds": seconds,
            "id": more.get("id"),
            "name": None if self.name is None else carry(self.name),
            "content": None,
            "failure": more.get("failure"),
        }
        if self.content is not None and location is None and not more.get("failure"):
            members["content"] = base64.b64encode(self.content).decode("ascii")
        given = {key: value for key, value in members.items() if value is not None}
        return json.dumps(given, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def carry(path: str | bytes | os.PathLike[str] | os.PathLike[bytes]) -> str:
    """A path as text: a byte that is no UTF-8 is the private-use character U+10FF00 + byte, as docs/worker.md says."""
    text = os.fsencode(path).decode("utf-8", "surrogateescape")
    return text.translate(_CARRIED) if not text.isascii() else text


_CARRIED = {0xDC00 + byte: chr(0x10FF00 + byte) for byte in range(0x80, 0x100)}
