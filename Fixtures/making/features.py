"""Small documents that show one feature each, damaged files, and documents that are no report."""

import io
import struct
import zipfile
import zlib

import docx
import pages
import reports
from archives import ARCHIVES
from docx import CENTER, HEAD, INDENT, W, package, paragraph, run, table, zipped
from form import Cell
from pdf import doc_of, pdf_of
from printouts import PRINTOUTS, print_out
from text import cell_lines, joined, layout_rows, lines_of, pipe_rows, spaced_rows, tab_rows

NOTICE = "青岚市云溪区人民政府办公室关于做好2024年防汛备汛工作的通知"


def para(text, properties=""):
    return paragraph(run(text), properties)


def small(*rows):
    return [[Cell(t) if isinstance(t, str) else Cell(*t) for t in row] for row in rows]


SPANS = small(["片区", ("泵站（座）", 2), "合计"], ["东片", "12", "7", "19"], [("西片", 1, 2), "5", "3", "8"], ["4", "1", "5"])


def vertical_merge_ragged():
    """A continuation with nothing above it, and rows shorter than the grid."""
    cells = lambda *xs: "<w:tr>" + "".join(xs) + "</w:tr>"
    cell = lambda text, props="": f"<w:tc><w:tcPr><w:tcW w:w='2000'/>{props}</w:tcPr>{para(text) if text else '<w:p/>'}</w:tc>"
    grid = "<w:tblGrid>" + '<w:gridCol w:w="2000"/>' * 4 + "</w:tblGrid>"
    rows = [cells(cell("河道"), cell("长度（公里）"), cell("责任人"), cell("备注")),
            cells(cell("", "<w:vMerge/>"), cell("18.6"), cell("甲"), cell("")),
            cells(cell("南渡河", '<w:vMerge w:val="restart"/>'), cell("7.2"), cell("乙")),
            cells(cell("", "<w:vMerge/>"), cell("5.5"), cell("丙")),
            "<w:tr><w:trPr><w:gridBefore w:val='1'/><w:gridAfter w:val='1'/></w:trPr>" + cell("3.1") + cell("丁") + "</w:tr>"]
    return package(para("河道管护责任表", CENTER) + f"<w:tbl><w:tblPr/>{grid}{''.join(rows)}</w:tbl>" + para("注：长度为估算值。"))


def grid_span():
    return package(para("泵站数量表", CENTER) + table(SPANS, [2000] * 4))


def numbering_chinese_counting():
    items = [("防汛备汛", 0), ("隐患排查", 1), ("物资储备", 1), ("砂石料", 2), ("救生衣", 2), ("应急值守", 0), ("值班安排", 1)]
    body = para(NOTICE, CENTER) + "".join(para(t, docx.number(l)) for t, l in items)
    body += "".join(para(t, docx.number(0, 2)) for t in ("第一批", "第二批"))
    return package(body, numbering=True)


def tracked_changes():
    who = 'w:id="1" w:author="审核" w:date="2024-05-01T00:00:00Z"'
    deleted = lambda t: f"<w:del {who}><w:r><w:delText>{t}</w:delText></w:r></w:del>"
    inserted = lambda t: f"<w:ins {who}>{run(t)}</w:ins>"
    body = para(NOTICE, CENTER)
    body += paragraph(run("全区共储备编织袋") + deleted("3.2万") + inserted("4.5万") + run("条。"))
    body += paragraph(deleted("此段已删去。"), f"<w:rPr><w:del {who}/></w:rPr>")
    body += paragraph(run("段落标记被删去，") , f"<w:rPr><w:del {who}/></w:rPr>") + para("与下一段相连。")
    body += paragraph(f"<w:moveFrom {who}>{run('移动前的句子。')}</w:moveFrom>") + paragraph(f"<w:moveTo {who}>{run('移动后的句子。')}</w:moveTo>")
    row = f"<w:tr><w:trPr><w:del {who}/></w:trPr><w:tc><w:tcPr/>{paragraph(deleted('旧行'))}</w:tc><w:tc><w:tcPr/>{paragraph(deleted('1'))}</w:tc></w:tr>"
    body += table(small(["物资", "数量"], ["编织袋", "45000"]), [2000, 2000]).replace("</w:tbl>", row + "</w:tbl>")
    return package(body)


def content_control():
    field = lambda inner: f"<w:sdt><w:sdtPr><w:alias w:val='单位'/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    body = field(para(NOTICE, CENTER)) + paragraph(run("发文单位：") + field(run("云溪区人民政府办公室")))
    body += field(table(small(["项目", "数量"], ["巡查", "26"]), [2000, 2000]))
    body += paragraph('<w:hyperlink r:id="rIdX">' + run("www.yunxi.example.cn") + "</w:hyperlink><w:smartTag>" + run("（官网）") + "</w:smartTag>")
    return package(body)


def text_box():
    from printed import text_box as box
    return package(box(NOTICE) + para("各镇人民政府、街道办事处：") + para("现将有关事项通知如下。", INDENT))


def strict_namespace():
    return package(para(NOTICE, CENTER) + table(SPANS, [2000] * 4), strict=True)


def alternate_content():
    both = ("<mc:AlternateContent><mc:Choice Requires='wps'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>")
    body = para(NOTICE, CENTER) + paragraph(both.format(run("新版文字"), run("旧版文字")) + run("，只应出现一次。"))
    return package(body)


def nested_table():
    inner = table(small(["时间", "水位（米）"], ["8时", "21.35"], ["20时", "21.08"]), [1500, 1500])
    outer = (f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="5000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>{para("云溪站")}</w:tc>'
             f"<w:tc><w:tcPr/>{para('水位记录')}{inner}<w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr/>{para('南渡站')}</w:tc><w:tc><w:tcPr/>{para('停测')}</w:tc></w:tr></w:tbl>")
    return package(para("水位记录表", CENTER) + outer)


def frame_table():
    """A table of one column is a frame: its content prints as if it stood alone."""
    inner = table(small(["站点", "雨量"], ["云溪", "38.5"]), [2000, 2000])
    return package(f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="8000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>{para(NOTICE)}{inner}{para("各单位：")}</w:tc></w:tr></w:tbl><w:p/>')


def fields_and_breaks():
    field = lambda code, shown: ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ' + code
                                 + ' </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run(shown) + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    body = para(NOTICE, CENTER) + paragraph(run("全年巡查") + field("=SUM(ABOVE)", "126") + run("次，") + f"<w:fldSimple w:instr=' DATE '>{run('2024年5月1日')}</w:fldSimple>" + run("止。"))
    body += paragraph(run("第一行") + "<w:r><w:br/></w:r>" + run("第二行") + "<w:r><w:tab/></w:r>" + run("跳格后") + "<w:r><w:noBreakHyphen/></w:r>" + run("连字符") + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>')
    return package(body)


def hidden_text():
    body = para(NOTICE, CENTER) + paragraph(run("可见部分，") + run("隐藏的草稿，", "<w:vanish/>") + run("可见结尾。"))
    body += paragraph(run("批注处") + '<w:commentRangeStart w:id="0"/>' + run("有批注") + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>')
    comments = HEAD + f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="审核">{para("请核实")}</w:comment></w:comments>'
    return package(body, extra_parts=[("comments.xml", "comments", comments)])


def footnotes():
    body = para(NOTICE, CENTER) + paragraph(run("累计降雨量") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("为412毫米。"))
    notes = (HEAD + f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
             f'<w:footnote w:id="2">{para("数据截至5月1日8时。")}</w:footnote></w:footnotes>')
    return package(body, extra_parts=[("footnotes.xml", "footnotes", notes)], footer="- 1 -")


def split_runs():
    text = "全年主动公开政府信息412条，电话：0999-8123456。"
    pieces = "".join(run(c) + '<w:proofErr w:type="gramStart"/><w:bookmarkStart w:id="3" w:name="_Hlk1"/><w:bookmarkEnd w:id="3"/>' for c in text)
    return package(para(NOTICE, CENTER) + paragraph(pieces))


def page_broken_table():
    """Word repeats nothing: the table goes on as a second one on the next page."""
    return package(para("泵站数量表", CENTER) + table(SPANS, [2000] * 4, split_after=2))


def seen():
    """What a page shows counts: a white digit, a tiny one, pictures in place of numbers, marks of notes, words in a first cell."""
    report = short_report()
    report.active["licensing"], report.active["penalty"], report.active["coercion"] = ["@white"], ["@picture"], ["@mark"]
    report.active["normative_docs"] = ["@theme", 0, "@floating"]
    report.applications["granted"] = ["@tiny", *report.applications["granted"][1:]]
    report.applications["new_received"] = [*report.applications["new_received"][:-1], "@inline"]
    report.review = ["约12", *report.review[1:]]
    looks = {"@white": ("38", '<w:color w:val="FFFFFF"/>', "9"), "@tiny": ("0", '<w:sz w:val="1"/>', "7"), "@mark": ("6", '<w:vertAlign w:val="superscript"/>', "1"),
             "@theme": ("4", '<w:color w:val="000000" w:themeColor="background1"/>', "2")}
    picture = "<w:r><w:drawing><wp:{0}><a:graphic><a:graphicData><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"/></a:graphicData></a:graphic></wp:{0}></w:drawing></w:r>"
    xml = docx.report_docx(report)
    parts = unpacked(xml)
    main = parts["word/document.xml"].decode()
    for token, (text, look, more) in looks.items():
        main = in_run(main, token, run(text) + run(more, look))
    main = in_run(main, "@picture", picture.format("inline"))
    main = in_run(main, "@inline", run("9") + picture.format("inline"))
    main = in_run(main, "@floating", run("3") + picture.format("anchor"))
    dark = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/><w:vAlign w:val="center"/></w:tcPr>'
    head = main.index(">自然人<")
    start = main.rindex('<w:vAlign w:val="center"/></w:tcPr>', 0, head)
    main = main[:start] + main[start:head].replace('<w:vAlign w:val="center"/></w:tcPr>', dark).replace("<w:sz", '<w:color w:val="FFFFFF"/><w:sz') + main[head:]
    parts["word/document.xml"] = main.encode()
    return zipped(parts)


def in_run(xml, token, runs):
    """`xml` with `runs` in place of the run whose text is `token`."""
    at = xml.index(token)
    start, end = xml.rindex("<w:r>", 0, at), xml.index("</w:r>", at) + len("</w:r>")
    return xml[:start] + runs + xml[end:]


DOCX_FEATURES = {
    "vertical-merge-ragged": vertical_merge_ragged, "grid-span": grid_span,
    "numbering-chinese-counting": numbering_chinese_counting, "tracked-changes": tracked_changes,
    "content-control": content_control, "text-box": text_box, "strict-namespace": strict_namespace,
    "alternate-content": alternate_content, "nested-table": nested_table, "frame-table": frame_table,
    "fields-and-breaks": fields_and_breaks, "hidden-text": hidden_text, "footnotes": footnotes,
    "split-runs": split_runs, "page-broken-table": page_broken_table,
    "what-is-seen": seen,
}


def form_text(report, rows, style=lambda t: t):
    return joined(lines_of(report, rows, style))


def letter_for_digit(report):
    report.applications["granted"] = ["O", *report.applications["granted"][1:]]
    report.applications["partial"] = ["1 2", *report.applications["partial"][1:]]
    report.applications["denied.state_secret"] = ["若干", *report.applications["denied.state_secret"][1:]]
    return form_text(report, tab_rows).encode()


def traditional(report):
    pairs = dict(zip("开报务关数处办现与时间总条华国规组织档电单发动业个计", "開報務關數處辦現與時間總條華國規組織檔電單發動業個計"))
    return form_text(report, tab_rows).translate(str.maketrans(pairs)).encode()


def unnumbered(report):
    """No headings over the tables at all: only their own labels tell them apart."""
    lines = [l for l in lines_of(report, tab_rows) if l not in ("二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况")]
    return joined(lines).encode()


def border_dirt(report):
    """Scanned borders before headings, brackets lost, an empty heading."""
    text = form_text(report, tab_rows).replace("一、总体情况", "|一、总体情况").replace("五、存在", "丨五、存在")
    return text.replace("（三）政府信息管理情况", "三)政府信息管理情况").encode()


def reported_twice(report):
    text = form_text(report, tab_rows)
    start, end = text.index("三、收到和处理"), text.index("五、存在")
    return (text[:end] + text[start:end] + text[end:]).encode()


TEXT_FEATURES = {
    "tab-rows": lambda r: form_text(r, tab_rows).encode(),
    "one-cell-a-line": lambda r: form_text(r, cell_lines).encode(),
    "pipes": lambda r: form_text(r, pipe_rows).encode(),
    "columns-by-spaces": lambda r: form_text(r, layout_rows).encode(),
    "single-spaces": lambda r: form_text(r, spaced_rows).encode(),
    "gb18030": lambda r: form_text(r, tab_rows).encode("gb18030"),
    "utf-16-big-endian": lambda r: b"\xfe\xff" + form_text(r, tab_rows).encode("utf-16-be"),
    "carriage-returns": lambda r: b"\xef\xbb\xbf" + form_text(r, tab_rows).replace("\n", "\r\n").replace("六、", "\f六、").encode(),
    "letter-for-digit": letter_for_digit, "traditional-characters": traditional, "no-table-headings": unnumbered,
    "border-dirt": border_dirt, "table-twice": reported_twice,
}


def notice_text():
    return ("青岚市云溪区人民政府办公室\n关于做好2024年防汛备汛工作的通知\n云政办发〔2024〕15号\n\n各镇人民政府、街道办事处，区政府各部门：\n\n"
            "为切实做好2024年防汛备汛工作，根据《云溪区防汛应急预案》（云政发〔2022〕8号），现就有关事项通知如下。\n\n一、压实工作责任\n\n"
            "（一）明确责任人\n\n各镇（街道）要于4月30日前公布防汛责任人名单，共计126人。\n\n（二）加强值守\n\n严格执行24小时值班制度。\n\n"
            "二、做好物资储备\n\n全区储备编织袋4.5万条、救生衣800件，详见下表。\n\n物资\t数量\t单位\n编织袋\t45000\t条\n救生衣\t800\t件\n\n"
            "青岚市云溪区人民政府办公室\n\n2024年4月8日\n\n（此件公开发布）\n").encode()


def rules_docx():
    body = para("云溪区城市供水管理办法", CENTER) + para("（2023年11月2日区政府第18次常务会议通过）", CENTER)
    for number, text in [("第一章", "总则"), ("第一条", "为加强城市供水管理，保障用水安全，根据有关法律法规，制定本办法。"),
                         ("第二条", "本办法适用于云溪区行政区域内的城市供水、用水及相关管理活动。"), ("第二章", "水质与水压"),
                         ("第三条", "供水单位应当每日检测水质，检测项目不少于9项。")]:
        body += para(f"{number}　{text}", INDENT)
    return package(body + table(small(["用水类别", ("价格（元/立方米）", 2)], ["居民", "2.15", "2.30"], ["非居民", "3.60", "3.60"]), [2500] * 3))


def budget_docx():
    """A table with 总计 and 其他 that is none of the three."""
    body = para("云溪区2023年一般公共预算收入情况", CENTER) + para("单位：万元")
    rows = [["项目", "预算数", "决算数"], ["税收收入", "182,400", "190,315.6"], ["其他收入", "21,050", "19,884"], ["总计", "203,450", "210,199.6"]]
    return package(body + table(small(*rows), [3000] * 3))


DOCUMENTS = {"flood-notice": ("txt", notice_text), "water-supply-rules": ("docx", rules_docx), "budget-table": ("docx", budget_docx)}


def whole():
    return docx.report_docx(reports.audit())


def bomb():
    """Seventy megabytes of blanks in seventy kilobytes."""
    xml = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>'.encode() + b" " * (70 << 20) + b"</w:t></w:r></w:p></w:body></w:document>"
    parts = unpacked(package(para("一")))
    parts["word/document.xml"] = xml
    return zipped(parts)


def unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {i.filename: archive.read(i) for i in archive.infolist()}


def with_main(change):
    parts = unpacked(package(para(NOTICE)))
    parts["word/document.xml"] = change(parts["word/document.xml"])
    return zipped(parts)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def compound(name, content=b""):
    """A compound file with one stream, as an encrypted package or an old .doc is; the stream fills sectors from the third on."""
    def entry(name, kind, child, start, size):
        text = name.encode("utf-16-le")
        return (text.ljust(64, b"\0") + struct.pack("<HBB3I", len(text) + 2, kind, 1, *[2**32 - 1] * 2, child) + b"\0" * 36
                + struct.pack("<IQ", start, size))
    content = content.ljust(4096, b"\0")
    sectors = len(content) // 512
    header = OLE + b"\0" * 16 + struct.pack("<5H6x3I", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1) + struct.pack("<6I", 0, 4096, 2**32 - 2, 0, 2**32 - 2, 0)
    table = [2**32 - 3, 2**32 - 2] + list(range(3, 2 + sectors)) + [2**32 - 2]
    directory = entry("Root Entry", 5, 1, 2**32 - 2, 0) + entry(name, 2, 2**32 - 1, 2, len(content)) + b"\0" * 256
    return (header + struct.pack("<109I", 0, *[2**32 - 1] * 108) + struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
            + directory + content)


def word_95():
    """A document of Word 95 says so in its first bytes."""
    return compound("WordDocument", b"\xdc\xa5\x68\0")


def encrypted_doc():
    """A password of Word 97: a bit in the header."""
    return compound("WordDocument", b"\xec\xa5\xc1\0" + b"\0" * 6 + b"\0\x01")


def cut_off_doc():
    """The head of a compound file and nothing of what it lists."""
    return compound("WordDocument")[:1200]


def bad_checksum():
    content = bytearray(package(para(NOTICE * 40)))
    at = content.index(b"word/document.xml") + 60
    content[at] ^= 0x55
    return bytes(content)


def pdf_with(objects, trailer=b""):
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for i, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{i} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + b"".join(f"{o:010} 00000 n \n".encode() for o in offsets)
    return bytes(out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R ".encode() + trailer + f">>\nstartxref\n{start}\n%%EOF\n".encode())


CATALOG, PAGES = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def stream(content):
    return f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def no_text_pdf():
    """A scanned page: one picture, no text."""
    picture = zlib.compress(bytes(200 for _ in range(64 * 64)))
    image = (f"<< /Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length {len(picture)} >>\nstream\n").encode() + picture + b"\nendstream"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>"
    return pdf_with([CATALOG, PAGES, page, stream(b"q 400 0 0 600 90 120 cm /I Do Q"), image])


def no_pages_pdf():
    return pdf_with([CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"])


def encrypted_pdf():
    """The standard handler with a user password that nobody knows."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
    crypt = b"<< /Filter /Standard /V 1 /R 2 /P -64 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>"
    return pdf_with([CATALOG, PAGES, page, stream(b"\x13\x37\x20"), crypt], b"/Encrypt 5 0 R /ID [<41><41>] ")


DAMAGED = {
    "not-a-zip": ("docx", lambda: b"PK\x03\x04" + b"no archive at all" * 20),
    "truncated": ("docx", lambda: whole()[:len(whole()) // 2]),
    "bad-checksum": ("docx", bad_checksum),
    "encrypted": ("docx", lambda: compound("EncryptedPackage")),
    "old-doc": ("docx", word_95),
    "encrypted-doc": ("doc", encrypted_doc),
    "cut-off-doc": ("doc", cut_off_doc),
    "workbook": ("doc", lambda: compound("Workbook")),
    "bomb": ("docx", bomb),
    "missing-main-part": ("docx", lambda: package(para(NOTICE), skip=("word/document.xml",))),
    "dtd": ("docx", lambda: package(para(NOTICE), doctype='<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]>')),
    "malformed-xml": ("docx", lambda: with_main(lambda x: x[:-40] + b"</w:q>" + x[-40:])),
    "deep-nesting": ("docx", lambda: with_main(lambda x: x.replace(b"<w:body>", b"<w:body>" + b"<w:sdt>" * 400).replace(b"</w:body>", b"</w:sdt>" * 400 + b"</w:body>"))),
    "empty": ("docx", lambda: b""),
    "empty-text": ("txt", lambda: b""),
    "binary-text": ("txt", lambda: bytes((i * 37 + i // 7) % 256 for i in range(2048))),
    "undecodable-text": ("txt", lambda: "政府信息公开".encode() * 20 + b"\xff\xc0\x80" * 30),
    "web-page": ("txt", lambda: "<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><hr>nginx</body></html>".encode()),
    "script-page": ("html", lambda: pages.script_only()),
    "not-a-pdf": ("pdf", lambda: b"%PDF-1.7\n" + b"nothing follows\n" * 8),
    "no-text-layer": ("pdf", no_text_pdf),
    "no-pages": ("pdf", no_pages_pdf),
    "encrypted-pdf": ("pdf", encrypted_pdf),
}


def landscape():
    """The notice on a landscape page."""
    return package(para(NOTICE, CENTER) + table(SPANS, [3000] * 4) + para("注：数据截至5月1日。"), docx.section(landscape=True))


def two_columns():
    texts = ["各镇人民政府、街道办事处要加强巡查，发现险情立即报告。", "区水务局负责全区防汛工作的日常协调。"] * 8
    return package("".join(para(t, INDENT) for t in texts), docx.section(columns=2), size=28)


def running_heads():
    texts = [f"（{n}）" + "各单位要认真落实防汛责任，强化值班值守，确保信息畅通，遇有险情立即处置并按规定上报。" * 4 for n in "一二三四五六七八"]
    return package(para(NOTICE, CENTER) + "".join(para(t, INDENT) for t in texts), footer="- 1 -")


def table_across_pages():
    rows = [["序号", "河道名称", "长度（公里）", "责任单位"]] + [[str(i), f"{a}{b}河", f"{i * 1.7:.1f}", f"{a}镇"] for i, (a, b) in enumerate(
        [(a, b) for a in "青云南柳石桐澜" for b in "东西中前后"], 1)]
    return package(para("河道名录", CENTER) + table(small(*rows), [1500, 2500, 2500, 2500], size=28), footer="— 1 —")


def narrow_cells():
    """Figures wrapped inside their cells: 30 over 01 is 3001."""
    rows = [["类别", "甲", "乙", "丙", "总计"], ["申请数量", "30015", "128", "7", "30150"], ["办结数量（含上年结转）", "29987", "96", "12", "30095"]]
    return package(para("申请数量表", CENTER) + table(small(*rows), [2400, 560, 560, 560, 560], size=28))


def without_rules():
    """Only the columns show that it is a table."""
    rows = [["类别", "收到", "办结", "结转"], ["防汛", "126", "119", "7"], ["供水", "48", "48", "0"], ["河湖", "305", "291", "14"]]
    return package(para("来件办理情况", CENTER) + table(small(*rows), [2200] * 4, border="nil") + para("以上为全年数。", INDENT))


PDF_FEATURES = {"landscape-page": landscape, "two-columns": two_columns, "running-heads": running_heads,
                "table-across-pages": table_across_pages, "narrow-cells": narrow_cells, "table-without-rules": without_rules}


# What LibreOffice keeps of them in Word's old format.
DOC_FEATURES = ["numbering-chinese-counting", "grid-span", "nested-table", "text-box", "hidden-text", "footnotes"]


def all_small():
    """(folder, name, extension, bytes maker, whether a producer prints it)."""
    for name, maker in DOCX_FEATURES.items():
        yield "docx", name, "docx", maker, False
    for name, maker in TEXT_FEATURES.items():
        yield "text", name, "txt", lambda maker=maker: maker(short_report()), False
    for name, maker in PDF_FEATURES.items():
        yield "pdf", name, "pdf", lambda maker=maker: pdf_of(maker()), True
    for name in PRINTOUTS:
        yield "pdf", name, "pdf", lambda name=name: print_out(name), True
    for name in DOC_FEATURES:
        yield "doc", name, "doc", lambda name=name: doc_of(DOCX_FEATURES[name]()), True
    for name, (extension, maker) in DOCUMENTS.items():
        yield "documents", name, extension, maker, False
    for name, (extension, maker) in WEB_PAGES.items():
        yield "html", name, extension, maker, False
    for name, (extension, maker) in DAMAGED.items():
        yield "damaged", name, extension, maker, False
    for name, maker in ARCHIVES.items():
        yield "archives", name, "zip", maker, False


def twin(slug):
    return next(report for report in (make() for make in reports.ALL) if report.slug == slug)


# Each is a twin of the docx of its report, but for what it shows by itself.
PAGE_TWINS = {"2021": "wangchuan-market-2023", "2019": "tongling-archives-2020", "legacy": "songping-transport-2017"}
WEB_PAGES = {f"bare-{edition}": ("html", lambda slug=slug: pages.bare(twin(slug))) for edition, slug in PAGE_TWINS.items()}
WEB_PAGES |= {f"{form}-{edition}": (extension, lambda make=make, edition=edition: make(twin(PAGE_TWINS[edition])))
          for edition, forms in {"2021": ["zoomcon", "trs-editor", "layout-tables", "split-over-siblings", "word-page", "browser-archive"],
                                 "2019": ["info-cont", "ucap", "platform", "one-cell-a-line", "hidden-body", "fragment", "word-archive"]}.items()
          for form in forms for extension, make in [pages.FORMS[form]]}
WEB_PAGES |= {"what-is-seen": ("html", pages.what_is_seen), "wrong-spans": ("html", pages.wrong_spans), "table-in-text": ("txt", pages.table_in_text),
          "attachments-only": ("html", pages.attachments_only)}


def short_report():
    """The forestry bureau's report without most of its prose."""
    report = reports.forestry()
    keep = [b for b in report.blocks if not (b.kind == "p" and len(b.text) > 160)]
    report.blocks = keep
    return report


def described():
    """(folder, name, what it shows) where the maker says it."""
    groups = [("docx", DOCX_FEATURES), ("doc", {name: DOCX_FEATURES[name] for name in DOC_FEATURES}), ("text", TEXT_FEATURES), ("pdf", PDF_FEATURES)]
    groups += [("documents", {k: m for k, (_, m) in DOCUMENTS.items()}), ("damaged", {k: m for k, (_, m) in DAMAGED.items()})]
    groups += [("html", {name: pages.ABOUT.get(name.rpartition("-")[0]) or pages.ABOUT.get(name) or maker for name, (_, maker) in WEB_PAGES.items()})]
    groups += [("archives", ARCHIVES)]
    for folder, makers in groups:
        for name, maker in makers.items():
            yield folder, name, (maker.__doc__ or "").strip().rstrip(".")
    for name, (about, *_) in PRINTOUTS.items():
        yield "pdf", name, about
