"""Word packages and zip archives, right and wrong, written byte by byte."""

import dataclasses
import struct
import zlib

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
#: What every sound part of a package says.
MARK = "正文标记甲乙丙"


@dataclasses.dataclass
class Entry:
    """An entry of an archive; what is None is right, what is set is a lie."""

    name: str | bytes
    data: bytes = b""
    method: int = 8
    flags: int = 0
    packed: bytes | None = None
    crc: int | None = None
    size: int | None = None
    packed_size: int | None = None
    local_name: bytes | None = None
    offset: int | None = None
    extra: bytes = b""
    version: int = 20
    attributes: int = 0


def deflated(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def archive(entries, comment=b"", count=None, directory_offset=None, before=b"", after=b""):
    out, directory = bytearray(before), bytearray()
    for entry in entries:
        name = entry.name.encode() if isinstance(entry.name, str) else entry.name
        flags = entry.flags | (0x800 if isinstance(entry.name, str) else 0)
        packed = entry.packed
        if packed is None:
            packed = deflated(entry.data) if entry.method == 8 else entry.data
        crc = zlib.crc32(entry.data) if entry.crc is None else entry.crc
        size = len(entry.data) if entry.size is None else entry.size
        packed_size = len(packed) if entry.packed_size is None else entry.packed_size
        offset = len(out) if entry.offset is None else entry.offset
        head = struct.pack("<HHHHHLLL", entry.version, flags, entry.method, 0, 0x21, crc, packed_size, size)
        if entry.offset is None:
            local = name if entry.local_name is None else entry.local_name
            out += b"PK\3\4" + head + struct.pack("<HH", len(local), 0) + local + packed
        directory += (b"PK\1\2" + struct.pack("<H", 0x314) + head
                      + struct.pack("<HHHHHLL", len(name), len(entry.extra), 0, 0, 0, entry.attributes, offset) + name + entry.extra)
    count = len(entries) if count is None else count
    start = len(out) if directory_offset is None else directory_offset
    end = b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, count & 0xFFFF, count & 0xFFFF, len(directory), start & 0xFFFFFFFF, len(comment)) + comment
    return bytes(out + directory + end) + after


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def document(body, declaration='<?xml version="1.0" encoding="UTF-8"?>', doctype="", attributes=""):
    text = f'{declaration}{doctype}<w:document xmlns:w="{W}" xmlns:r="{R}"{attributes}><w:body>{body}</w:body></w:document>'
    return text.encode()


def content_types(main="/word/document.xml", kind="document.main+xml", more=""):
    return (f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="{main}" ContentType="{WORD}{kind}"/>{more}</Types>').encode()


def relationships(*rows):
    """Rows of (id, kind, target, attributes)."""
    inner = "".join(f'<Relationship Id="{id}" Type="{kind if ":" in kind else R + "/" + kind}" Target="{target}"{more}/>'
                    for id, kind, target, more in rows)
    return f'<Relationships xmlns="{RELS}">{inner}</Relationships>'.encode()


def parts(main=None, body=None, extra=(), root=None, links=None, types=None):
    """The entries of a package, in their usual order; None where a part is left out."""
    main = document(body if body is not None else paragraph(MARK)) if main is None else main
    entries = [
        Entry("[Content_Types].xml", content_types() if types is None else types),
        Entry("_rels/.rels", relationships(("rId1", "officeDocument", "word/document.xml", "")) if root is None else root),
        Entry("word/document.xml", main),
    ]
    if links is not None:
        entries.append(Entry("word/_rels/document.xml.rels", links))
    return entries + [entry if isinstance(entry, Entry) else Entry(*entry) for entry in extra]


def docx(*args, **options):
    return archive(parts(*args, **options))


def replaced(entries, name, entry):
    return [entry if it.name == name else it for it in entries]


class Repeated:
    """The packed and unpacked form of `head + unit * count + tail`, without ever holding the latter."""

    def __init__(self, head, unit, count, tail=b""):
        block = unit * max(1, (1 << 20) // len(unit))
        blocks = count * len(unit) // len(block)
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        first = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
        middle = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
        last = packer.compress(tail) + packer.flush()
        self.packed = first + middle * blocks + last
        self.crc = zlib.crc32(head)
        for _ in range(blocks):
            self.crc = zlib.crc32(block, self.crc)
        self.crc = zlib.crc32(tail, self.crc)
        self.size = len(head) + len(block) * blocks + len(tail)

    def entry(self, name, **lies):
        return Entry(name, packed=self.packed, **({"crc": self.crc, "size": self.size} | lies))
