"""Files that are not what their names say, and files that are two things."""

import gzip

from families.case import group
from families.package import MARK, Entry, archive, docx
from families.packages import OFD, ODT, XLSX
from families.pdfs import SOUND as PDF, WORD as PDF_MARK

CASES, add = group("mislabelled")
DOCX = docx()
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
HTML = '<!DOCTYPE html><html><head><title>404</title></head><body>页面不存在</body></html>'.encode()
JSON = '{"code":404,"message":"文件不存在"}'.encode()
RTF = b"{\\rtf1\\ansi report}"
MHTML = b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>"
XML = '<?xml version="1.0"?><error><code>NoSuchKey</code></error>'.encode()

add("pdf.docx", "flagged", PDF, PDF_MARK)
add("pdf.txt", "flagged", PDF, PDF_MARK)
add("docx.pdf", "flagged", DOCX, MARK)
add("docx.doc", "flagged", DOCX, MARK)
add("docx.txt", "flagged", DOCX, MARK)
add("text.docx", "flagged", "年度报告\n一、总体情况\n".encode(), "年度报告")
add("text.pdf", "flagged", "年度报告\n一、总体情况\n".encode(), "年度报告")
for extension in ("docx", "pdf", "txt", "doc", "html"):
    add(f"page.{extension}", "html_no_content", HTML)
for extension in ("docx", "pdf", "txt", "json"):
    add(f"error_json.{extension}", "unsupported_format", JSON)
add("spaced_json.txt", "unsupported_format", b'\n{\n  "code" : 500,\n  "msg" : "error"\n}\n')
add("json_list.txt", "unsupported_format", b'[\n {"a": 1}]')
add("jsonp.txt", "unsupported_format flagged ok", b'callback({"code":404})')
for extension in ("docx", "pdf", "txt"):
    add(f"gzip.{extension}", "unsupported_format", gzip.compress(DOCX, mtime=0))
    add(f"ofd.{extension}", "unsupported_format docx_no_main_part", OFD)
    add(f"rtf.{extension}", "backend_missing flagged ok", RTF)
    add(f"zeros.{extension}", "text_binary text_undecodable", bytes(10_000))
    add(f"empty.{extension}", "input_empty", b"")
# By LibreOffice, where it is installed.
add("rtf.doc", "backend_missing flagged ok", RTF)
add("cut_off.rtf", "doc_corrupt", RTF[:-1])
add("nested.rtf", "doc_corrupt", b"{\\rtf1" + b"{" * 1_000_000)
add("cut_off.odt", "zip_corrupt", ODT[:-40])
add("old.doc", "cfb_corrupt", OLE + bytes(1000))
add("old.docx", "cfb_corrupt", OLE + bytes(1000))
add("old.pdf", "cfb_corrupt", OLE + bytes(1000))
add("encrypted.docx", "encrypted", OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500))
MAIL = b"From: a@b.cn\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n5LiA44CB\r\n"
for extension in ("eml", "txt", "docx"):
    add(f"mail.{extension}", "unsupported_format", MAIL)
add("mhtml.doc", "html_no_content", MHTML)
add("mhtml.docx", "html_no_content", MHTML)
add("word_page.doc", "flagged", b'<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>x</body></html>')
add("page_late.txt", "html_no_content", b"\xef\xbb\xbf\n\n  " + HTML)
add("page_without_type.txt", "html_no_content flagged", b"<head><meta charset=utf-8></head><body><div>404</div></body>")
add("xml.docx", "unsupported_format", XML)
add("flat_opc.docx", "unsupported_format", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>')
add("book.pdf", "unsupported_format docx_no_main_part", XLSX)
add("open_document.odt", "backend_missing backend_failed", ODT)
add("picture.pdf", "unsupported_format", b"\x89PNG\r\n\x1a\n" + bytes(500))
add("photo.docx", "unsupported_format", b"\xff\xd8\xff\xe0" + bytes(500))
add("web_picture.pdf", "unsupported_format text_binary text_undecodable", b"RIFF\x24\0\0\0WEBPVP8 " + bytes(500))
add("bitmap.pdf", "unsupported_format text_binary text_undecodable", b"BM" + bytes(500))
add("program.docx", "unsupported_format text_binary text_undecodable", b"MZ\x90\0" + bytes(500))
add("elf.pdf", "unsupported_format", b"\x7fELF" + bytes(500))
add("script.pdf", "ok flagged unsupported_format", b"#!/bin/sh\nrm -rf /\n")
add("rar.docx", "zip_corrupt archive_no_document", b"Rar!\x1a\x07\0" + bytes(500))
add("seven.docx", "zip_corrupt archive_no_document", b"7z\xbc\xaf\x27\x1c" + bytes(500))
add("sqlite.docx", "unsupported_format text_binary text_undecodable", b"SQLite format 3\0" + bytes(500))
add("http_answer.pdf", "ok flagged", b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + PDF, PDF_MARK)
add("http_answer_cut.pdf", "flagged unsupported_format", b"HTTP/1.1 500 Internal Server Error\r\n\r\n")
add("polyglot_pdf_zip.pdf", "ok flagged", PDF + DOCX, PDF_MARK)
add("polyglot_zip_pdf.docx", "ok flagged zip_corrupt", DOCX + PDF)
add("polyglot_zip_comment.docx", "ok flagged", archive([Entry("[Content_Types].xml"), Entry("a.pdf", PDF, 0)], before=PDF))
add("polyglot_page_pdf.pdf", "ok flagged html_no_content", HTML[:60] + PDF)
add("~$lock.docx", "unsupported_format text_binary", b"\x05user" + bytes(157), listed=False)
add("base64.docx", "flagged unsupported_format ok text_undecodable", __import__("base64").b64encode(DOCX))
add("git_lfs.pdf", "flagged unsupported_format", b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n")
