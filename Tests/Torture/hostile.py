"""Documents that no reader may choke on: damaged, mislabelled, locked, exploding. None of them hangs pdftotext."""

import functools
import random
import struct
import zlib

import pdf_reports
from reports import docx

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
BOMB_BLOCK = (b"<w:p><w:r><w:t>" + "文".encode() * 10_000 + b"</w:t></w:r></w:p>") * 40


@functools.cache
def bomb_part():
    """(deflated bytes, CRC, size) of a document.xml of 300 MB whose blocks deflate to the same bytes."""
    head = f'<w:document xmlns:w="{docx.W}"><w:body>'.encode()
    tail = b"</w:body></w:document>"
    count = 300_000_000 // len(BOMB_BLOCK)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    start = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(BOMB_BLOCK) + packer.flush(zlib.Z_FULL_FLUSH)
    end = packer.compress(tail) + packer.flush()
    crc = zlib.crc32(head)
    for _ in range(count):
        crc = zlib.crc32(BOMB_BLOCK, crc)
    return start + block * count + end, zlib.crc32(tail, crc), len(head) + count * len(BOMB_BLOCK) + len(tail)


def zip_of(parts, comment):
    """A zip of parts given as (name, deflated bytes, CRC, size)."""
    out, directory = b"", b""
    for name, packed, crc, size in parts:
        fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x5821, crc, len(packed), size, len(name), 0)
        directory += b"PK\1\2" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0, len(out)) + name
        out += b"PK\3\4" + fields + name + packed
    count = len(parts)
    return out + directory + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(out), len(comment)) + comment


def deflated(name, content):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return name.encode(), packer.compress(content) + packer.flush(), zlib.crc32(content), len(content)


def bomb(serial):
    types = (b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
             b'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
             b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
    rels = (b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
            b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            b'Target="word/document.xml"/></Relationships>')
    return zip_of([deflated("[Content_Types].xml", types), deflated("_rels/.rels", rels),
                   (b"word/document.xml", *bomb_part())], b"%d" % serial)


def docx_with(body="", **options):
    return docx.package(docx.paragraph(docx.run("某机关")) + body, **options)


def encrypted_pdf(serial):
    code = "5A" * 32
    content = pdf_reports.file([pdf_reports.show(f"第{serial}号", 40, 40, 11)])
    trailer = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> /ID [<00> <00>] /Root 1 0 R" % (
        code.encode(), code.encode())
    return content.replace(b"/Root 1 0 R", trailer)


def noise(serial, count):
    return random.Random(serial).randbytes(count)


HUGE_SPAN = ("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2147483647\"/></w:tcPr><w:p><w:r><w:t>%d</w:t></w:r></w:p></w:tc>"
             "</w:tr></w:tbl>")

# name: (extension, maker of (serial, a sound document of that extension), codes that its record may have; "ok" and
# "partial" stand for records with that status).
FAMILIES = {
    "cut-docx": ("docx", lambda n, good: good("docx")[:-700], ["zip_corrupt"]),
    "cut-in-half": ("docx", lambda n, good: good("docx")[:3000], ["zip_corrupt"]),
    "cut-pdf": ("pdf", lambda n, good: good("pdf")[:900], ["pdf_corrupt", "pdf_no_pages", "pdf_no_text"]),
    "tail-lost-pdf": ("pdf", lambda n, good: good("pdf")[:-600], ["ok", "partial", "pdf_corrupt", "pdf_no_pages"]),
    "zeros-docx": ("docx", lambda n, good: bytes(5000 + n % 5000) + b"%d" % n, ["unsupported_format", "text_binary"]),
    "zeros-pdf": ("pdf", lambda n, good: good("pdf")[:20] + bytes(9000 + n % 5000) + b"%d" % n,
                  ["pdf_corrupt", "pdf_no_pages"]),
    "zero-tail": ("docx", lambda n, good: good("docx")[:4096] + bytes(2000) + b"%d" % n, ["zip_corrupt"]),
    "password": ("docx", lambda n, good: OLE + noise(n, 504) + "EncryptedPackage".encode("utf-16-le") + noise(n, 600),
                 ["encrypted"]),
    "old-office": ("doc", lambda n, good: OLE + noise(n, 2000), ["cfb_corrupt"]),
    "error-page": ("pdf", lambda n, good: f"<!DOCTYPE html><html><title>404</title><p>找不到页面 {n}</html>".encode(),
                   ["html_no_content"]),
    "json-error": ("docx", lambda n, good: b'{"code":500,"id":%d}' % n, ["unsupported_format"]),
    "bomb": ("docx", lambda n, good: bomb(n), ["zip_limit", "document_limit", "xml_limit"]),
    "empty-archive": ("zip", lambda n, good: zip_of([deflated(".DS_Store", b"%d" % n), deflated("a/Thumbs.db", b"x")], b""),
                      ["archive_no_document"]),
    "dtd": ("docx", lambda n, good: docx_with(docx.paragraph(docx.run(f"{n}")), doctype='<!DOCTYPE d [<!ENTITY a "b">]>'),
            ["xml_dtd"]),
    "deep": ("docx", lambda n, good: docx_with("<w:sdt><w:sdtContent>" * 400 + f"<!--{n}-->" + "</w:sdtContent></w:sdt>" * 400),
             ["xml_limit", "document_limit"]),
    "not-closed": ("docx", lambda n, good: docx_with(f"<w:p><w:r>{n}</w:p>"), ["xml_malformed"]),
    "no-main-part": ("docx", lambda n, good: docx_with(f"<!--{n}-->", skip=("word/document.xml",)) + b"",
                     ["docx_no_main_part"]),
    "encrypted-pdf": ("pdf", lambda n, good: encrypted_pdf(n), ["encrypted"]),
    "no-pages": ("pdf", lambda n, good: pdf_reports.file([]) + b"%%%d\n" % n, ["pdf_no_pages", "pdf_corrupt"]),
    "no-text": ("pdf", lambda n, good: pdf_reports.file([f"{n % 500} 100 200 300 re f\n"]) + b"%%%d\n" % n, ["pdf_no_text"]),
    "binary-text": ("txt", lambda n, good: bytes(range(32)) * 40 + noise(n, 900), ["text_binary", "text_undecodable"]),
    "bad-bytes": ("txt", lambda n, good: "政府信息公开".encode() * 60 + b"\xff\xff\xfe" * 20 + b"%d" % n,
                  ["ok", "text_binary", "text_undecodable"]),
    "huge-span": ("docx", lambda n, good: docx_with(HUGE_SPAN % n), ["ok", "document_limit", "xml_limit"]),
}
