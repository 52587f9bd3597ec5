"""XML that expands, reaches out, nests, or is no XML."""

from families.case import group
from families.package import MARK, R, W, docx, document, paragraph

CASES, add = group("xml")
SECRET = "root:x:0"


def main(text, want, name, must=(), must_not=SECRET, slow=False):
    add(name, want, (lambda: docx(main=text())) if callable(text) else docx(main=text if isinstance(text, bytes) else text.encode()), must, must_not, slow)


def with_dtd(dtd, body="<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"):
    return document(body, doctype=dtd)


laughs = '<!DOCTYPE d [<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9)) + '<!ENTITY x "&j;">]>'
for name, dtd in [
    ("laughs", laughs),
    ("quadratic", '<!DOCTYPE d [<!ENTITY x "' + "A" * 50_000 + '">]>'),
    ("parameter", '<!DOCTYPE d [<!ENTITY % a "b"><!ENTITY % b "%a;%a;"><!ENTITY x "%b;">]>'),
    ("recursive", '<!DOCTYPE d [<!ENTITY x "&y;"><!ENTITY y "&x;">]>'),
    ("file", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    ("http", '<!DOCTYPE d [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>'),
    ("external_subset", '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">'),
    ("public", '<!DOCTYPE d PUBLIC "-//W3C//DTD XHTML 1.0//EN" "file:///etc/passwd">'),
    ("parameter_file", '<!DOCTYPE d [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>'),
    ("harmless", "<!DOCTYPE d>"),
    ("default_attributes", '<!DOCTYPE d [<!ATTLIST w:p a CDATA "' + "A" * 60_000 + '">]>'),
]:
    main(with_dtd(dtd, "<w:p><w:r><w:t>" + "&x;" * 1000 + "</w:t></w:r></w:p>" if name == "quadratic" else "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"), "xml_dtd", f"dtd_{name}.docx")
main(document("<w:p><w:r><w:t>&nbsp;&copy;</w:t></w:r></w:p>"), "xml_malformed", "undeclared_entity.docx")
main(document(f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>{paragraph(MARK)}'), "ok flagged", "xinclude.docx", MARK)
main(b'<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>' + document(paragraph(MARK), declaration=""), "ok flagged", "stylesheet.docx", MARK)

for name, count, slow in [("1000", 1000, False), ("1m", 1_000_000, True)]:
    main(lambda count=count: document("<w:p>" * count), "xml_limit", f"depth_open_{name}.docx", slow=slow)
    main(lambda count=count: document("<w:sdt><w:sdtContent>" * count + paragraph(MARK) + "</w:sdtContent></w:sdt>" * count), "xml_limit", f"depth_closed_{name}.docx", slow=slow)
main(lambda: document("<w:tbl><w:tr><w:tc>" * 80 + paragraph(MARK) + "</w:tc></w:tr></w:tbl>" * 80), "ok flagged xml_limit document_limit", "tables_nested_80.docx")
main(lambda: document("<w:p><w:r><w:t>" + "字" * 4_000_000 + "</w:t></w:r></w:p>"), "ok flagged document_limit xml_limit", "text_12_mb.docx", slow=True)
main(lambda: document("<w:p><w:r><w:t>" + "字" * 30_000_000 + "</w:t></w:r></w:p>"), "document_limit xml_limit zip_limit", "text_90_mb.docx", slow=True)
main(lambda: document("<!--" + "a" * 11_000_000 + "-->" + paragraph(MARK)), "ok flagged xml_limit xml_malformed", "comment_11_mb.docx", slow=True)
main(lambda: document("<?x " + "a" * 11_000_000 + "?>" + paragraph(MARK)), "ok flagged xml_limit xml_malformed", "instruction_11_mb.docx", slow=True)
main(lambda: document("<w:p><w:r><w:t><![CDATA[" + "a" * 11_000_000 + "]]></w:t></w:r></w:p>"), "ok flagged xml_limit xml_malformed", "cdata_11_mb.docx", slow=True)
main(lambda: document(f'<w:p w:x="{"a" * 11_000_000}"/>' + paragraph(MARK)), "ok flagged xml_limit xml_malformed", "attribute_11_mb.docx", slow=True)
main(lambda: document(f"<{'a' * 200_000}/>" + paragraph(MARK)), "ok flagged xml_limit xml_malformed", "name_200_kb.docx")
for count in (2_000, 100_000, 400_000):
    main(lambda count=count: document("<w:p " + " ".join(f'a{index}="1"' for index in range(count)) + "/>"), "xml_limit", f"attributes_{count}.docx", slow=count > 100_000)
main(lambda: document("<w:p " + " ".join(f'xmlns:a{index}="u{index}"' for index in range(100_000)) + "/>"), "xml_limit", "namespaces_100000.docx")
main(lambda: document("".join(f'<a{index} xmlns:p{index}="u{index}">' for index in range(250)) * 1), "xml_limit xml_malformed", "namespaces_nested.docx")
main(lambda: document("".join(f"<a{index}/>" for index in range(400_000)) + paragraph(MARK)), "ok flagged xml_limit", "names_400000.docx", slow=True)
main(lambda: document("".join(f'<w:p w:a{index}="b"/>' for index in range(300_000))), "ok flagged xml_limit document_limit", "attribute_names_300000.docx", slow=True)
main(document('<w:p a="1" a="2"/>'), "xml_malformed", "attribute_twice.docx")

BODY = paragraph(MARK)
for encoding in ["utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "gb2312", "big5", "utf-32", "utf-7", "shift_jis", "latin-1", "utf-8-sig"]:
    named = {"utf-16-le": "UTF-16LE", "utf-16-be": "UTF-16BE", "latin-1": "ISO-8859-1", "utf-8-sig": "UTF-8"}.get(encoding, encoding.upper())
    mark = MARK if encoding not in ("latin-1", "big5", "shift_jis") else "abc"
    text = document(paragraph(mark), f'<?xml version="1.0" encoding="{named}"?>').decode()
    main(text.encode(encoding), "ok flagged xml_malformed", f"encoding_{encoding}.docx")
main(document(BODY, '<?xml version="1.0" encoding="X-UNKNOWN"?>'), "xml_malformed ok", "encoding_unknown.docx")
main(document(BODY, '<?xml version="1.0" encoding="GB18030"?>'), "xml_malformed flagged", "encoding_lies_gb18030.docx", must_not=MARK)
main(document(BODY, '<?xml version="1.0" encoding="UTF-16"?>'), "ok xml_malformed", "encoding_lies_utf16.docx")
main(document(BODY).decode().encode("utf-16-le"), "ok xml_malformed", "encoding_utf16_no_mark.docx")
main(document(BODY, '<?xml version="1.1"?>'), "ok xml_malformed", "version_1.1.docx")
main(document(BODY, '<?xml version="9.9"?>'), "ok xml_malformed", "version_9.9.docx")
main(document(BODY, " <?xml version='1.0'?>"), "xml_malformed", "declaration_late.docx")
main(document(BODY, '<?xml version="1.0" standalone="maybe"?>'), "xml_malformed ok", "standalone_maybe.docx")


def raw(inside):
    return document("<w:p><w:r><w:t>|</w:t></w:r></w:p>").replace(b"|", inside)


for name, inside in [
    ("invalid", b"\xff\xfe"), ("overlong", b"\xc0\xaf"), ("surrogate", b"\xed\xa0\x80"), ("cut", b"\xe5\xad"), ("too_high", b"\xf4\x90\x80\x80"), ("gbk", "正文".encode("gbk")),
    ("nul", b"a\0b"), ("control", b"a\x01b"), ("escape", b"a\x1bb"), ("fffe", "a\ufffeb".encode()), ("reference_nul", b"&#0;"), ("reference_control", b"&#1;"),
    ("reference_surrogate", b"&#xD800;"), ("reference_high", b"&#x110000;"), ("reference_overflow", b"&#99999999999999999999;"), ("bare_ampersand", b"a & b"), ("bare_less", b"a < b"), ("cdata_end", b"a ]]> b"),
]:
    main(raw(inside), "xml_malformed", f"text_{name}.docx")
for name, inside in [
    ("c1", "a\u0085b\u009fc"), ("bidi", "12\u202e34\u202c"), ("zero_width", "1\u200b2\ufeff3"), ("zalgo", "字" + "\u0301" * 20_000), ("private_use", "\ue000\ue001"),
    ("noncharacter", "a\ufdd0b"), ("plane_16", "\U0010ffff"), ("variation", "字\U000e0100"), ("tags", "\U000e0041" * 100), ("separators", "a\u2028b\u2029c"), ("replacement", "\ufffd" * 100), ("quotes", 'a"b\\c/d'),
]:
    main(raw(inside.encode()), "ok flagged xml_malformed", f"text_{name}.docx")
for share in (1, 20, 50, 80, 99):
    sound = document("".join(paragraph(f"{MARK}{index}") for index in range(200)))
    main(sound[:len(sound) * share // 100], "xml_malformed", f"cut_at_{share}_percent.docx", must_not=MARK)
main(document(BODY) + b"<more/>", "xml_malformed", "two_roots.docx", must_not=MARK)
main(document(BODY) + b"\0\0\0", "xml_malformed ok", "nul_behind.docx")
main(document(BODY) + b"text", "xml_malformed", "text_behind.docx", must_not=MARK)
main(document(BODY).replace(b"</w:r></w:t>", b"").replace(b"</w:t></w:r>", b"</w:r></w:t>"), "xml_malformed", "crossed_tags.docx", must_not=MARK)
main(document(BODY).replace(b"w:body", b"w:BODY"), "docx_no_main_part flagged", "upper_case.docx")
main(document(BODY).replace(b"xmlns:w=", b"xmlns:v="), "docx_no_main_part xml_malformed flagged", "undeclared_prefix.docx")
