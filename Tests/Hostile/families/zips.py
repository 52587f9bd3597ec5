"""Archives that lie, are cut, or unpack to far more than they are."""

import functools
import io
import struct
import zipfile
import zlib

from families.case import group
from families.package import (MARK, Entry, Repeated, archive, deflated, document, docx, paragraph, parts, replaced)

CASES, add = group("zip")
GIB = 1 << 30
HEAD, TAIL = document("<w:p><w:r><w:t>|</w:t></w:r></w:p>").split(b"|")
MAIN = "word/document.xml"
SOUND = docx()
LONG = docx(body="".join(paragraph(f"{MARK}{index * 7919 % 10007}") for index in range(2000)))


@functools.cache
def gib(head=HEAD, unit=b"a", tail=TAIL, size=GIB):
    return Repeated(head, unit, size // len(unit), tail)


def with_main(entry, **options):
    return archive(replaced(parts(**options), MAIN, entry))


add("sound.docx", "ok", SOUND, MARK)
add("bomb_main.docx", "zip_limit document_limit xml_limit", lambda: with_main(gib().entry(MAIN)), slow=True)
add("bomb_main_runs.docx", "zip_limit document_limit xml_limit",
    lambda: with_main(gib(unit=b"</w:t></w:r><w:r><w:t>a").entry(MAIN)), slow=True)
add("bomb_unused.docx", "ok", lambda: archive(parts() + [gib().entry("word/media/image1.bin")]), MARK, slow=True)
add("bomb_styles.docx", "zip_limit flagged xml_limit",
    lambda: archive(parts(links=links("styles")) + [gib(b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">', b"<w:style/>", b"</w:styles>").entry("word/styles.xml")]), slow=True)
add("bomb_content_types.docx", "zip_limit xml_limit xml_malformed",
    lambda: archive(replaced(parts(), "[Content_Types].xml", gib(b"<Types>", b"<Default/>", b"</Types>").entry("[Content_Types].xml"))), slow=True)
add("bomb_rels.docx", "zip_limit xml_limit xml_malformed",
    lambda: archive(replaced(parts(), "_rels/.rels", gib(b"<Relationships>", b"<Relationship/>", b"</Relationships>").entry("_rels/.rels"))), slow=True)
add("bomb_spaces.docx", "zip_limit ok flagged document_limit", lambda: with_main(gib(HEAD[:-5] + b">", b" ").entry(MAIN)), slow=True)
add("bomb_comment.docx", "zip_limit xml_limit xml_malformed", lambda: with_main(gib(HEAD + b"<!--", b"a", b"-->" + TAIL).entry(MAIN)), slow=True)
add("bomb_lying_size.docx", "zip_corrupt zip_limit", lambda: with_main(gib().entry(MAIN, size=5000)), slow=True)
add("bomb_lying_packed_size.docx", "zip_corrupt zip_limit xml_malformed", lambda: with_main(gib().entry(MAIN, packed_size=500)), slow=True)
add("bomb_ten_parts.docx", "zip_limit ok flagged document_limit xml_limit",
    lambda: archive(parts(links=links(*["header"] * 10)) + [gib(size=1 << 27).entry(f"word/header{index}.xml") for index in range(10)]), slow=True)
add("bomb_64_mib.docx", "zip_limit document_limit xml_limit", lambda: with_main(gib(size=1 << 27).entry(MAIN)))


def links(*kinds):
    from families.package import relationships
    name = (lambda index, kind: f"{kind}.xml") if len(kinds) == 1 else (lambda index, kind: f"{kind}{index}.xml")
    return relationships(*[(f"rId{index}", kind, name(index, kind), "") for index, kind in enumerate(kinds)])


def nested(depth):
    content = SOUND
    for level in range(depth):
        content = archive([Entry(f"{level}-{copy}.zip", content) for copy in range(8)])
    return content


add("nested_42.zip", "", lambda: nested(6), members=["unsupported_format"] * 8)
add("nested_42.docx", "", lambda: nested(6), members=["unsupported_format"] * 8)
add("nested_itself.docx", "ok", archive(parts() + [Entry("word/embeddings/a.docx", SOUND)]), MARK)


def overlapping():
    """Many entries that all lie at the place of the main part."""
    entries = parts()
    main = entries[2]
    offset = archive(entries).index(b"PK\3\4", archive(entries).index(MAIN.encode()) - 40)
    same = [Entry(f"word/copy{index}.xml", main.data, offset=offset, packed=deflated(main.data)) for index in range(500)]
    return archive(entries + same)


def quoted(count=48, size=21 << 20):
    """Entries that lie in one another: each quotes the header of the next in a stored block."""
    kernel = Repeated(HEAD, b"a", size, TAIL)
    names = [f"word/o{index}.xml".encode() for index in range(count - 1)] + [MAIN.encode()]
    crc, length, rows = kernel.crc, kernel.size, []
    chain = bytearray(kernel.packed)
    plain = b""
    for index in range(count - 1, -1, -1):
        name = names[index]
        header = b"PK\3\4" + struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 0x21, crc, len(chain), length, len(name), 0) + name
        rows.append((name, crc, len(chain), length, len(header) + len(chain)))
        block = b"\0" + struct.pack("<HH", len(header), len(header) ^ 0xFFFF) + header
        plain = header + plain
        chain = bytearray(block) + chain
        length += len(header)
        crc = crc_of(plain, kernel, size)
    body = bytes(chain[5:])
    total = len(body)
    directory = b"".join(
        b"PK\1\2" + struct.pack("<HHHHHHLLLHHHHHLL", 20, 20, 0, 8, 0, 0x21, crc, packed, length, len(name), 0, 0, 0, 0, 0, total - place) + name
        for name, crc, packed, length, place in rows)
    head = archive([it for it in parts() if it.name != MAIN])
    more = head[head.index(b"PK\1\2"):head.rindex(b"PK\5\6")]
    # The sound entries stand behind the chain; their offsets move with it.
    files, moved, position = head[:head.index(b"PK\1\2")], b"", 0
    while position < len(more):
        fixed = bytearray(more[position:position + 46])
        extra = sum(struct.unpack("<HHH", fixed[28:34]))
        fixed[42:46] = struct.pack("<L", struct.unpack("<L", fixed[42:46])[0] + total)
        moved += bytes(fixed) + more[position + 46:position + 46 + extra]
        position += 46 + extra
    directory += moved
    entries = count + 2
    return body + files + directory + b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, entries, entries, len(directory), total + len(files), 0)


def crc_of(prefix, kernel, size):
    crc = zlib.crc32(HEAD, zlib.crc32(prefix))
    block = b"a" * (1 << 20)
    for _ in range(size // len(block)):
        crc = zlib.crc32(block, crc)
    return zlib.crc32(TAIL, crc)


add("overlap_same_offset.docx", "ok flagged zip_corrupt zip_limit", overlapping)
add("overlap_quoted.docx", "zip_limit zip_corrupt document_limit xml_limit", lambda: quoted(), slow=True)

for part in (1, 3, 10, 21, 22, 23, 50):
    add(f"cut_by_{part}.docx", "zip_corrupt", LONG[:-part], must_not=MARK)
for share in (1, 10, 25, 50, 75, 90, 99):
    add(f"cut_at_{share}_percent.docx", "zip_corrupt", LONG[:len(LONG) * share // 100], must_not=MARK)
add("only_magic.docx", "zip_corrupt", b"PK\3\4")
add("only_end.docx", "archive_no_document", archive([]))
add("zero_tail.docx", "zip_corrupt", LONG[:len(LONG) // 2].ljust(len(LONG), b"\0"))
add("lost_sector.docx", "zip_corrupt xml_malformed", LONG[:1024] + bytes(512) + LONG[1536:])
add("zeros_appended.docx", "ok zip_corrupt", SOUND + bytes(1000))
add("page_appended.docx", "ok zip_corrupt", SOUND + b"<html>404</html>")
add("page_before.docx", "text_binary unsupported_format zip_corrupt ok", b"<html>\n" + SOUND)
add("text_mode_crlf.docx", "zip_corrupt", LONG.replace(b"\n", b"\r\n"))
add("seventh_bit.docx", "zip_corrupt text_binary text_undecodable unsupported_format", bytes(byte & 0x7F for byte in LONG))

MAIN_DATA = parts()[2].data
for name, want, lies in [
    ("crc", "zip_corrupt", {"crc": 0x12345678}), ("crc_zero", "zip_corrupt", {"crc": 0}),
    ("size_more", "zip_corrupt", {"size": len(MAIN_DATA) + 10}), ("size_less", "zip_corrupt", {"size": len(MAIN_DATA) - 10}),
    ("size_max", "zip_corrupt", {"size": 0xFFFFFFFE}), ("size_zero", "zip_corrupt", {"size": 0}),
    ("packed_less", "zip_corrupt", {"packed_size": 20}), ("packed_more", "ok zip_corrupt", {"packed_size": 100000}),
    ("method_stored", "zip_corrupt xml_malformed", {"method": 0, "packed": deflated(MAIN_DATA)}),
    ("method_deflated", "zip_corrupt", {"packed": MAIN_DATA}),
    ("method_1", "zip_corrupt", {"method": 1, "packed": deflated(MAIN_DATA)}), ("method_9", "zip_corrupt", {"method": 9, "packed": deflated(MAIN_DATA)}),
    ("method_14", "zip_corrupt", {"method": 14, "packed": deflated(MAIN_DATA)}), ("method_93", "zip_corrupt", {"method": 93, "packed": deflated(MAIN_DATA)}),
    ("method_255", "zip_corrupt", {"method": 255, "packed": deflated(MAIN_DATA)}),
    ("encrypted", "encrypted", {"flags": 1, "packed": bytes(12) + deflated(MAIN_DATA)}),
    ("strong_encryption", "encrypted zip_corrupt", {"flags": 0x41, "packed": bytes(12) + deflated(MAIN_DATA)}),
    ("aes", "encrypted zip_corrupt", {"flags": 1, "method": 99, "packed": bytes(40), "extra": struct.pack("<HHHHBH", 0x9901, 7, 2, 0x4541, 3, 8)}),
    ("offset_away", "zip_corrupt", {"offset": 0x7FFFFFF0}), ("offset_inside", "zip_corrupt", {"offset": 11}),
    ("local_name", "ok zip_corrupt", {"local_name": b"word/other.xml"}),
]:
    add(f"lie_{name}.docx", want, with_main(Entry(MAIN, MAIN_DATA, **lies)))

DECOY = document(paragraph("假冒内容"))
add("duplicate_main.docx", "zip_corrupt", archive(parts() + [Entry(MAIN, DECOY)]))
add("duplicate_by_case.docx", "zip_corrupt", archive(parts() + [Entry("WORD/DOCUMENT.XML", DECOY)]))
add("dotdot_entry.docx", "ok zip_corrupt", archive(parts() + [Entry("../../../../tmp/gongkai-hostile", b"x")]), MARK)
add("absolute_entry.docx", "ok zip_corrupt", archive(parts() + [Entry("/etc/gongkai-hostile", b"x")]), MARK)
add("backslash_names.docx", "ok docx_no_main_part", archive([Entry(it.name.replace("/", "\\"), it.data) for it in parts()]))
add("leading_slash_names.docx", "ok docx_no_main_part zip_corrupt", archive([Entry("/" + it.name, it.data) for it in parts()]))
add("nul_in_name.docx", "ok zip_corrupt", archive(parts() + [Entry(b"word/document.xml\0.png", b"x")]))
add("name_no_utf8.docx", "ok zip_corrupt", archive(parts() + [Entry(b"word/\xff\xfe.bin", b"x")]), MARK)
add("name_64k.docx", "ok zip_corrupt", archive(parts() + [Entry("a" * 65000, b"x")]), MARK)
add("symlink_entry.docx", "ok zip_corrupt docx_no_main_part xml_malformed", with_main(Entry(MAIN, b"/etc/passwd", attributes=0o120777 << 16)), must_not="root:x:0")
add("folder_as_main.docx", "docx_no_main_part xml_malformed zip_corrupt", with_main(Entry(MAIN + "/", b"")))
add("entries_70000.docx", "zip_limit zip_corrupt", lambda: archive(parts() + [Entry(f"a/{index}", b"", 0) for index in range(69_997)], count=70_000))
add("entries_9000.docx", "ok", lambda: archive(parts() + [Entry(f"a/{index}", b"", 0) for index in range(8_997)]), MARK)
add("count_lie_more.docx", "zip_corrupt", archive(parts(), count=30))
add("count_lie_less.docx", "zip_corrupt docx_no_main_part", archive(parts(), count=2))
add("directory_offset_lie.docx", "zip_corrupt", archive(parts(), directory_offset=7))
add("comment_64k.docx", "ok", archive(parts(), comment=b"c" * 65535), MARK)
add("comment_is_end_record.docx", "ok zip_corrupt docx_no_main_part", archive(parts(), comment=archive([])))
add("program_before.docx", "unsupported_format text_binary zip_corrupt", archive(parts(), before=b"MZ" + bytes(510)))


def zip64():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for entry in parts():
            with file.open(entry.name, "w", force_zip64=True) as stream:
                stream.write(entry.data)
    return out.getvalue()


add("zip64.docx", "ok", zip64, MARK)
add("zip64_end_away.docx", "zip_corrupt", SOUND[:-22] + b"PK\6\7" + struct.pack("<LQL", 0, 1 << 62, 1) + SOUND[-22:-6] + b"\xff\xff\xff\xff\0\0")
add("split_archive.docx", "zip_corrupt", SOUND[:-18] + struct.pack("<HH", 3, 3) + SOUND[-14:])
add("streamed_sizes.docx", "ok zip_corrupt", with_main(Entry(MAIN, MAIN_DATA, flags=8)))
