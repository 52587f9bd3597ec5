"""Sound XML that asks for more than any document holds."""

from families.case import group
from families.package import MARK, W, document, docx, paragraph, relationships

CASES, add = group("docx")
HUGE = 2_147_483_647


def body(name, want, text, must=(), slow=False, **parts):
    make = (lambda: docx(main=document(text() if callable(text) else text), **parts)) if callable(text) else docx(main=document(text), **parts)
    add(name, want, make, must, slow=slow)


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def row(*cells):
    return "<w:tr>" + "".join(cells) + "</w:tr>"


def table(*rows):
    return "<w:tbl>" + "".join(rows) + "</w:tbl>"


def many(unit, count, before="", after=""):
    return lambda: before + unit * count + after


LIMITED = "ok flagged document_limit xml_limit zip_limit"
body("runs_1m.docx", LIMITED, many("<w:r><w:t>a</w:t></w:r>", 1_000_000, "<w:p>", "</w:p>"), slow=True)
body("runs_10m.docx", LIMITED, many("<w:r><w:t>a</w:t></w:r>", 10_000_000, "<w:p>", "</w:p>"), slow=True)
body("paragraphs_1m.docx", LIMITED, many(paragraph("字"), 1_000_000), slow=True)
body("empty_paragraphs_5m.docx", LIMITED, many("<w:p/>", 5_000_000), slow=True)
body("rows_1m.docx", LIMITED, many(row(cell("字"), cell("1")), 1_000_000, "<w:tbl>", "</w:tbl>"), slow=True)
body("rows_10000.docx", LIMITED, many(row(cell("字"), cell("1")), 10_000, "<w:tbl>", "</w:tbl>"))
body("columns_100000.docx", LIMITED, many(cell("字"), 100_000, "<w:tbl><w:tr>", "</w:tr></w:tbl>"))
body("tables_100000.docx", LIMITED, many(table(row(cell("字"))), 100_000), slow=True)
body("ragged_triangle.docx", LIMITED, lambda: table(*[row(*[cell("1")] * count) for count in range(1, 500)]), slow=True)
for span in ("2147483647", "-1", "0", "99999999999999999999", "1e9", "abc", "", "1024", "70"):
    body(f"grid_span_{span or 'empty'}.docx", "ok flagged", table(row(cell(MARK, f'<w:gridSpan w:val="{span}"/>'), cell("1")), row(cell("a"), cell("b"))), MARK)
    body(f"grid_before_{span or 'empty'}.docx", "ok flagged", table(f'<w:tr><w:trPr><w:gridBefore w:val="{span}"/></w:trPr>{cell(MARK)}</w:tr>'), MARK)
body("grid_span_huge_1000_rows.docx", LIMITED, lambda: table(*[row(cell("字", f'<w:gridSpan w:val="{HUGE}"/>'))] * 1000))
body("grid_cols_100000.docx", LIMITED, lambda: f'<w:tbl><w:tblGrid>{"<w:gridCol/>" * 100_000}</w:tblGrid>{row(cell(MARK))}</w:tbl>', MARK)
for merge in ("-1", "continue", "restart", "x"):
    body(f"merge_{merge}.docx", "ok flagged", table(row(cell(MARK, f'<w:vMerge w:val="{merge}"/>')), row(cell("b", f'<w:vMerge w:val="{merge}"/>'))))
body("merge_all.docx", LIMITED, lambda: table(*[row(cell("", "<w:vMerge/>"))] * 20_000))
body("tables_64_deep.docx", LIMITED, lambda: "<w:tbl><w:tr><w:tc>" * 60 + paragraph(MARK) + "</w:tc></w:tr></w:tbl>" * 60, MARK)
body("table_in_each_cell.docx", LIMITED, lambda: table(*[row(*[f"<w:tc>{table(row(cell('1')))}</w:tc>"] * 20)] * 100))
body("table_without_rows.docx", "ok flagged", table() + paragraph(MARK), MARK)
body("row_without_cells.docx", "ok flagged", table(row(), row(cell(MARK))), MARK)
body("cell_outside.docx", "ok flagged", cell(MARK) + row(cell("b")) + "<w:r><w:t>c</w:t></w:r>")


def boxes(depth):
    """Each level twice, as a choice and its fallback, each of which holds both forms of the next."""
    inside = paragraph(MARK)
    for _ in range(depth):
        content = f"<w:txbxContent>{inside}</w:txbxContent>"
        inside = ('<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
                  f'<mc:Choice Requires="wps"><w:drawing>{content}</w:drawing></mc:Choice><mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>')
    return inside


body("boxes_doubled_14.docx", LIMITED, lambda: boxes(14), slow=True)
body("boxes_doubled_8.docx", LIMITED, lambda: boxes(8), MARK)
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
body("fields_open.docx", "ok flagged", "<w:p>" + FIELD("begin") * 1000 + "</w:p>" + paragraph(MARK))
body("fields_closed.docx", "ok flagged", "<w:p>" + FIELD("end") * 1000 + "</w:p>" + paragraph(MARK), MARK)
body("fields_crossed.docx", "ok flagged", "<w:p>" + FIELD("separate") + FIELD("begin") + FIELD("separate") + FIELD("separate") + "</w:p>" + paragraph(MARK))
body("fields_nested_10000.docx", LIMITED, lambda: "<w:p>" + FIELD("begin") * 10_000 + FIELD("end") * 10_000 + "</w:p>" + paragraph(MARK), MARK)
body("field_include_text.docx", "ok flagged", '<w:p><w:fldSimple w:instr=" INCLUDETEXT &quot;/etc/passwd&quot; "/></w:p>' + paragraph(MARK), MARK)
body("field_dde.docx", "ok flagged", '<w:p><w:fldSimple w:instr=" DDEAUTO c:\\\\cmd.exe "/></w:p>' + paragraph(MARK), MARK)


def numbering(format, start, text="%1."):
    levels = f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>'
    xml = f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    return {"links": relationships(("rId5", "numbering", "numbering.xml", "")), "extra": [("word/numbering.xml", xml.encode())]}


LISTED = f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{MARK}</w:t></w:r></w:p>' * 3
for format in ("decimal", "upperRoman", "lowerLetter", "chineseCounting", "chineseLegalSimplified", "japaneseLegal", "ideographTraditional", "bullet", "none", "x"):
    for start in (HUGE, -HUGE - 1, 0, 99999999999999999999):
        body(f"number_{format}_{start}.docx", "ok flagged", LISTED, MARK, **numbering(format, start))
body("number_text_long.docx", "ok flagged", LISTED, MARK, **numbering("decimal", 1, "%1" * 5000))
body("number_text_percent.docx", "ok flagged", LISTED, MARK, **numbering("decimal", 1, "%%%9%0%1%"))
body("number_level_away.docx", "ok flagged", LISTED.replace('ilvl w:val="0"', f'ilvl w:val="{HUGE}"'), MARK, **numbering("decimal", 1))
body("number_list_away.docx", "ok flagged", LISTED.replace('numId w:val="1"', f'numId w:val="{HUGE}"'), MARK, **numbering("decimal", 1))


def styles(xml):
    return {"links": relationships(("rId4", "styles", "styles.xml", "")), "extra": [("word/styles.xml", f'<w:styles xmlns:w="{W}">{xml}</w:styles>'.encode())]}


STYLED = f'<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>{MARK}</w:t></w:r></w:p>'
BASED = '<w:style w:type="paragraph" w:styleId="{}"><w:basedOn w:val="{}"/></w:style>'.format
body("style_cycle.docx", "ok flagged", STYLED, MARK, **styles(BASED("a", "b") + BASED("b", "a")))
body("style_own_base.docx", "ok flagged", STYLED, MARK, **styles(BASED("a", "a")))
body("style_chain_100000.docx", LIMITED, lambda: STYLED, MARK, slow=False, **styles("".join(BASED("a" if not index else f"s{index}", f"s{index + 1}") for index in range(100_000))))
body("style_links_cycle.docx", "ok flagged", STYLED, MARK, **styles('<w:style w:type="paragraph" w:styleId="a"><w:link w:val="a"/></w:style>'))
body("tabs_1m.docx", LIMITED, many("<w:r><w:tab/></w:r>", 1_000_000, "<w:p>", "</w:p>"), slow=True)
body("breaks_1m.docx", LIMITED, many("<w:r><w:br/></w:r>", 1_000_000, "<w:p>", "</w:p>"), slow=True)
body("bookmarks_500000.docx", LIMITED, lambda: "".join(f'<w:bookmarkStart w:id="{index}" w:name="b{index}"/>' for index in range(500_000)) + paragraph(MARK), MARK, slow=True)
body("unknown_elements_500000.docx", LIMITED, many('<x xmlns="urn:x"/>', 500_000, "", paragraph(MARK)), slow=True)
body("deleted_text.docx", "ok flagged", f"<w:p><w:del><w:r><w:delText>删除</w:delText></w:r></w:del></w:p>{paragraph(MARK)}", MARK)
body("all_hidden.docx", "flagged", f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{MARK}</w:t></w:r></w:p>")
body("empty.docx", "flagged", "")
body("only_pictures.docx", "flagged", "<w:p><w:r><w:drawing/></w:r></w:p>" * 3)
body("only_spaces.docx", "flagged", '<w:p><w:r><w:t xml:space="preserve">   </w:t></w:r></w:p>')
body("figures_1m_one_line.docx", LIMITED, lambda: paragraph("受理1件,办结2件;" * 200_000), slow=True)
body("citations_one_line.docx", LIMITED, lambda: paragraph("《" * 200_000), slow=True)
body("brackets_one_line.docx", LIMITED, lambda: paragraph("（" * 200_000 + "一、" * 100_000), slow=True)
body("headings_100000.docx", LIMITED, lambda: "".join(paragraph(f"一、第{index}项") for index in range(100_000)), slow=True)
