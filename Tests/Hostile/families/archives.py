"""Archives of documents that lie, expand, overlap, nest, or name what is not theirs."""

import struct

from families.case import group
from families.package import MARK, Entry, Repeated, archive, deflated, docx

CASES, add = group("archive")
SOUND = docx()
TEXT = f"{MARK}的通知\n各科室：\n请做好工作。\n".encode()
GOOD = Entry("好.docx", SOUND)


def lone(name, want, entry):
    """An archive in which one bad member stands between two good ones."""
    add(f"{name}.zip", "", lambda: archive([Entry("前.txt", TEXT), entry() if callable(entry) else entry, GOOD]), MARK,
        members=["ok", want, "ok"])


add("sound.zip", "", archive([GOOD, Entry("a/b.txt", TEXT)]), members=["ok", "ok"])
add("sound.docx", "", archive([GOOD]), members=["ok flagged"])
add("empty.zip", "archive_no_document", archive([]))
add("folders.zip", "archive_no_document", archive([Entry("a/", b""), Entry("__MACOSX/._a", b"x"), Entry("a/.DS_Store", b"x")]))
add("all_encrypted.zip", "encrypted", archive([Entry("a.txt", TEXT, flags=1), Entry("b.txt", TEXT, flags=1)]))
lone("bomb_member", "archive_limit input_too_large", lambda: Repeated(b"", b"\0", 1 << 28, b"").entry("bomb.txt"))
lone("bomb_lying_size", "zip_corrupt archive_limit", lambda: Repeated(b"", b"\0", 1 << 26, b"").entry("bomb.txt", size=5000))
lone("bomb_lying_packed_size", "zip_corrupt archive_limit", lambda: Repeated(b"", b"\0", 1 << 26, b"").entry("bomb.txt", packed_size=500))
add("bomb_of_many.zip", "", lambda: archive([Repeated(b"", b"\0", 60 << 20, b"").entry(f"{index}.txt") for index in range(24)]),
    members=["text_binary"] * 17 + ["archive_limit"] * 7, slow=True)
add("bomb_docx_members.zip", "", lambda: archive([Entry(f"{index}.docx", SOUND) for index in range(300)]), members=["ok"] * 300, slow=True)
lone("encrypted_member", "encrypted", Entry("密.docx", SOUND, flags=1, packed=bytes(12) + deflated(SOUND)))
lone("wrong_checksum", "zip_corrupt", Entry("坏.docx", SOUND, crc=1))
lone("method_14", "zip_corrupt", Entry("坏.docx", SOUND, method=14, packed=deflated(SOUND)))
lone("not_deflated", "zip_corrupt", Entry("坏.docx", SOUND, packed=SOUND))
lone("nested", "unsupported_format", Entry("内.zip", archive([GOOD, GOOD])))
lone("link", "input_not_regular", Entry("链.txt", b"/etc/passwd", attributes=0o120777 << 16))
lone("empty_member", "input_empty", Entry("空.docx", b""))
lone("traversal", "ok", Entry("../../../etc/cron.d/a.txt", TEXT))
lone("absolute", "ok", Entry("/etc/cron.d/a.txt", TEXT))
lone("drive", "ok", Entry("C:\\Windows\\a.txt", TEXT))
lone("terminal", "ok", Entry(b"\x1b[2J\x07.txt", TEXT))
lone("no_encoding", "flagged", Entry(b"\xff\xfe\x80.txt", TEXT))
lone("gbk_as_utf8", "ok", Entry("坏.txt".encode("gbk"), TEXT, flags=0x800))
lone("long_name", "flagged", Entry(b"a" * 60_000 + b".txt", TEXT))
lone("two_names", "flagged", Entry("甲.txt", TEXT, local_name="乙.txt".encode()))
add("duplicates.zip", "", archive([Entry("a.txt", TEXT), Entry("a.txt", TEXT + TEXT)]), members=["flagged", "flagged"])
add("members_1001.zip", "archive_limit", lambda: archive([Entry(f"{index}.txt", TEXT) for index in range(1001)]))
add("members_70000.zip", "archive_limit zip_corrupt", lambda: archive([Entry(f"{index}.txt") for index in range(70_000)]))


def same_place():
    """Members that all lie at the place of the first."""
    first = Entry("0.txt", TEXT)
    return archive([first] + [Entry(f"{index}.txt", TEXT, offset=0) for index in range(1, 50)] + [GOOD])


add("overlap_same_place.zip", "", same_place, members=["zip_corrupt"] * 50 + ["ok"])


def quoted(count=40):
    """Members that lie in one another: each quotes the header of the next in a stored block."""
    kernel = Repeated(b"", b"a", 21 << 20, b"")
    chain, rows, length = bytearray(kernel.packed), [], kernel.size
    for index in range(count - 1, -1, -1):
        name = f"o{index}.txt".encode()
        header = b"PK\3\4" + struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 0x21, 0, len(chain), length, len(name), 0) + name
        rows.append((name, len(chain), length, len(header) + len(chain)))
        chain = bytearray(b"\0" + struct.pack("<HH", len(header), len(header) ^ 0xFFFF) + header) + chain
        length += len(header)
    body = bytes(chain[5:])
    directory = b"".join(
        b"PK\1\2" + struct.pack("<HHHHHHLLLHHHHHLL", 20, 20, 0, 8, 0, 0x21, 0, packed, size, len(name), 0, 0, 0, 0, 0, len(body) - place) + name
        for name, packed, size, place in rows)
    return body + directory + b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, count, count, len(directory), len(body), 0)


add("overlap_quoted.zip", "", lambda: quoted(), members=["zip_corrupt archive_limit"] * 40)
PLAIN = archive([Entry("a.txt", TEXT), GOOD])
for cut in (1, 10, 22, 60, len(PLAIN) // 2, len(PLAIN) - 40):
    add(f"cut_by_{cut}.zip", "zip_corrupt", PLAIN[:-cut], must_not=MARK)
for name, content in [("rar4", b"Rar!\x1a\x07\x00" + bytes(30)), ("rar5", b"Rar!\x1a\x07\x01\x00" + bytes(30)), ("7z", b"7z\xbc\xaf\x27\x1c" + bytes(30))]:
    add(f"cut.{name}", "archive_no_document zip_corrupt", content)
