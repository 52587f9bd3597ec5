"""Packages whose parts are elsewhere, missing, foreign or of another application."""

from families.case import group
from families.package import (MARK, R, RELS, TYPES, W, Entry, archive, content_types, document, docx, paragraph, parts, relationships)

CASES, add = group("opc")
MAIN = document(paragraph(MARK))
DECOY = document(paragraph("假冒内容"))
OFFICE = "officeDocument"


def rooted(target, more="", **options):
    return docx(root=relationships(("rId1", OFFICE, target, more)), **options)


def moved(name, root):
    return archive([Entry("[Content_Types].xml", content_types("/" + name)), Entry("_rels/.rels", relationships(("rId1", OFFICE, root, ""))), Entry(name, MAIN)])


add("main_elsewhere.docx", "ok", moved("a/b/c.xml", "a/b/c.xml"), MARK)
add("main_absolute.docx", "ok", moved("a/b/c.xml", "/a/b/c.xml"), MARK)
add("main_with_dots.docx", "ok docx_no_main_part", moved("a/c.xml", "b/../a/./c.xml"))
add("main_percent.docx", "ok docx_no_main_part", moved("a/正文.xml", "a/%E6%AD%A3%E6%96%87.xml"))
add("decoy_document.docx", "ok", archive([Entry("[Content_Types].xml", content_types("/word/real.xml")), Entry("_rels/.rels", relationships(("rId1", OFFICE, "word/real.xml", ""))), Entry("word/document.xml", DECOY), Entry("word/real.xml", MAIN)]), MARK, "假冒内容")
add("two_main_relationships.docx", "ok docx_no_main_part", docx(root=relationships(("rId1", OFFICE, "word/document.xml", ""), ("rId2", OFFICE, "word/other.xml", "")), extra=[("word/other.xml", DECOY)]))
for name, target in [("http", "http://127.0.0.1:9/x.xml"), ("file", "file:///etc/passwd"), ("unc", "\\\\127.0.0.1\\x\\y.xml"), ("passwd", "/etc/passwd")]:
    add(f"main_external_{name}.docx", "docx_no_main_part", archive(parts(root=relationships(("rId1", OFFICE, target, ' TargetMode="External"')))[:2]), must_not="root:x:0")
add("main_traversal.docx", "docx_no_main_part", rooted("../../../../../../etc/passwd"), must_not="root:x:0")
add("main_percent_traversal.docx", "docx_no_main_part", rooted("%2e%2e/%2e%2e/etc/passwd"), must_not="root:x:0")
add("main_empty_target.docx", "docx_no_main_part ok", rooted(""))
add("main_missing.docx", "docx_no_main_part", archive(parts()[:2]))
add("main_empty.docx", "xml_malformed docx_no_main_part", docx(main=b""))
add("main_is_zeros.docx", "xml_malformed", docx(main=bytes(5000)))
add("no_content_types.docx", "ok docx_no_main_part flagged", archive(parts()[1:]))
add("no_root_relationships.docx", "ok docx_no_main_part flagged", archive([it for it in parts() if it.name != "_rels/.rels"]))
add("root_relationships_malformed.docx", "ok xml_malformed docx_no_main_part flagged", docx(root=b"<Relationships><"))
add("root_relationships_loop.docx", "docx_no_main_part xml_malformed", rooted("_rels/.rels"))
add("main_is_wrong_root.docx", "docx_no_main_part xml_malformed flagged", docx(main=b"<html><body>404</body></html>"))
add("main_without_body.docx", "docx_no_main_part flagged", docx(main=f'<w:document xmlns:w="{W}"/>'.encode()))
add("main_of_foreign_namespace.docx", "docx_no_main_part flagged", docx(main=MAIN.replace(W.encode(), b"urn:x")))
XLSX = archive([Entry("[Content_Types].xml", content_types("/xl/workbook.xml").replace(b"wordprocessingml.document", b"spreadsheetml.sheet")), Entry("_rels/.rels", relationships(("rId1", OFFICE, "xl/workbook.xml", ""))), Entry("xl/workbook.xml", b"<workbook/>")])
add("book.docx", "docx_no_main_part unsupported_format", XLSX)
add("book.xlsx", "docx_no_main_part unsupported_format", XLSX)
ODT = archive([Entry("mimetype", b"application/vnd.oasis.opendocument.text", 0), Entry("content.xml", b"<office/>")])
add("open_document.docx", "backend_missing backend_failed", ODT)
OFD = archive([Entry("OFD.xml", b'<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"/>'), Entry("Doc_0/Document.xml", b"<x/>")])
add("ofd.docx", "docx_no_main_part unsupported_format", OFD)
add("plain_zip.docx", "", archive([Entry("a.txt", "年度报告".encode())]), members=["ok"])
ALT = document(paragraph(MARK) + '<w:altChunk r:id="rId9"/>')
for name, target, mode in [("passwd", "file:///etc/passwd", ' TargetMode="External"'), ("traversal", "../../../etc/passwd", ""), ("html", "afchunk.html", ""), ("itself", "document.xml", "")]:
    add(f"alt_chunk_{name}.docx", "ok" if name == "html" else "flagged", docx(main=ALT, links=relationships(("rId9", "aFChunk", target, mode)), extra=[("word/afchunk.html", b"<p>hidden</p>")]), MARK, "root:x:0")
NOTE = document(paragraph(MARK) + '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>')
SELF = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p><w:r><w:t>注</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote></w:footnotes>'.encode()
add("footnote_cites_itself.docx", "ok flagged", docx(main=NOTE, links=relationships(("rId3", "footnotes", "footnotes.xml", "")), extra=[("word/footnotes.xml", SELF)]), MARK)
add("footnotes_missing.docx", "ok flagged", docx(main=NOTE, links=relationships(("rId3", "footnotes", "footnotes.xml", ""))), MARK)
add("footnotes_malformed.docx", "flagged xml_malformed", docx(main=NOTE, links=relationships(("rId3", "footnotes", "footnotes.xml", "")), extra=[("word/footnotes.xml", SELF[:-30])]))
add("styles_malformed.docx", "ok flagged xml_malformed", docx(links=relationships(("rId3", "styles", "styles.xml", "")), extra=[("word/styles.xml", b"<w:styles")]))
add("numbering_is_main.docx", "ok flagged", docx(links=relationships(("rId3", "numbering", "document.xml", ""))), MARK)
add("template_remote.docx", "ok flagged", docx(links=relationships(("rId3", "attachedTemplate", "http://127.0.0.1:9/t.dotm", ' TargetMode="External"'))), MARK)
add("image_remote.docx", "ok flagged", docx(links=relationships(("rId3", "image", "http://127.0.0.1:9/i.png", ' TargetMode="External"'))), MARK)
add("relationships_100000.docx", "ok flagged xml_limit zip_limit", lambda: docx(links=relationships(*[(f"r{index}", "image", f"media/{index}.png", "") for index in range(100_000)])))
add("same_id_twice.docx", "ok flagged", docx(links=relationships(("rId3", "styles", "a.xml", ""), ("rId3", "styles", "b.xml", ""))), MARK)
