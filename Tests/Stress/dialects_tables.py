"""Dialects in which tables are built in other ways: grids, merged cells, rows, and what tables stand in."""

import re

from dialects import CELL, DIALECTS, FIGURE, ROW, by_figure, by_table, dialect, text_run
from docx import paragraph, report_docx, run
from form import expanded
from looks import Look
from shapes import SHAPES, shaped
from styled import styled_docx


@dialect("plain")
def plain(report, dice):
    return report_docx(report)


@dialect("styled")
def styled(report, dice):
    return styled_docx(report, Look(head_fill="#d9e2f3", stripe="#f2f2f2", repeat_head=True, footnote=True, running_head="工作年度报告"))


for _shape in SHAPES:
    DIALECTS[_shape] = lambda report, dice, shape=_shape: styled_docx(shaped(report, shape), Look())


# The grid.

@by_table("no-grid")
def no_grid(xml, dice):
    return re.sub(r"<w:tblGrid>.*?</w:tblGrid>", "", xml)


@by_table("grid-too-short")
def grid_too_short(xml, dice):
    return re.sub(r"<w:tblGrid>.*?</w:tblGrid>", '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>', xml)


@by_table("no-widths")
def no_widths(xml, dice):
    return re.sub(r"<w:tcW [^>]*/>|<w:tblW [^>]*/>|<w:tblLayout [^>]*/>", "", xml)


@by_table("span-too-long")
def span_too_long(xml, dice):
    """The last cell of some rows spans more columns than there are."""
    def row(match):
        cells = CELL.findall(match[0])
        if len(cells) < 2 or dice.random() < 0.5 or "gridSpan" in cells[-1] or "vMerge" in cells[-1]:
            return match[0]
        return match[0].replace(cells[-1] + "</w:tr>", cells[-1].replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="4"/>', 1) + "</w:tr>")
    return ROW.sub(row, xml)


@by_table("span-of-one")
def span_of_one(xml, dice):
    """Each cell says that it spans one column."""
    return CELL.sub(lambda match: match[0] if "gridSpan" in match[0] else re.sub(r"(<w:tcW [^>]*/>)", r'\1<w:gridSpan w:val="1"/>', match[0], count=1), xml)


@by_table("finer-grid")
def finer_grid(xml, dice):
    """Every column of the grid is two, as after a column was drawn in and taken out again."""
    grid = re.sub(r'<w:gridCol w:w="(\d+)"/>', lambda match: f'<w:gridCol w:w="{int(match[1]) // 2}"/>' * 2, xml)
    def cell(match):
        span = re.search(r'<w:gridSpan w:val="(\d+)"/>', match[0])
        bare = re.sub(r"<w:gridSpan [^>]*/>", "", match[0])
        return re.sub(r"(<w:tcW [^>]*/>)", rf'\1<w:gridSpan w:val="{2 * int(span[1]) if span else 2}"/>', bare, count=1)
    return CELL.sub(cell, grid)


@by_table("grid-before-and-after")
def grid_before_and_after(xml, dice):
    """A row that leaves out grid columns at its left, where the cell that is merged from above goes on, and all of them one at the right."""
    def row(match):
        skipped = re.match(r'<w:tr><w:tc><w:tcPr><w:tcW w:w="\d+" w:type="dxa"/><w:vMerge/>.*?</w:tc>', match[0], re.S)
        before = '<w:gridBefore w:val="1"/>' if skipped else ""
        rest = match[0][skipped.end():] if skipped else match[0].removeprefix("<w:tr>")
        return f'<w:tr><w:trPr>{before}<w:gridAfter w:val="1"/></w:trPr>{rest}'
    with_column = xml.replace("</w:tblGrid>", '<w:gridCol w:w="20"/></w:tblGrid>')
    return ROW.sub(row, with_column)


# Merged cells.

@by_table("merge-continue-said")
def merge_continue_said(xml, dice):
    return xml.replace("<w:vMerge/>", '<w:vMerge w:val="continue"/>')


@by_table("merge-without-start")
def merge_without_start(xml, dice):
    return xml.replace('<w:vMerge w:val="restart"/>', "<w:vMerge/>")


@by_table("merge-across-old")
def merge_across_old(xml, dice):
    """w:hMerge in the place of gridSpan: each covered column has a cell."""
    def cell(match):
        span = re.search(r'<w:gridSpan w:val="(\d+)"/>', match[0])
        if not span:
            return match[0]
        vertical = re.search(r"<w:vMerge[^>]*/>", match[0])
        empty = f'<w:tc><w:tcPr><w:hMerge w:val="continue"/>{vertical[0] if vertical else ""}</w:tcPr><w:p/></w:tc>'
        return match[0].replace(span[0], '<w:hMerge w:val="restart"/>') + empty * (int(span[1]) - 1)
    return CELL.sub(cell, xml)


@by_table("merge-text-repeated")
def merge_text_repeated(xml, dice):
    """Cells that are merged away hold a text of their own, which no program shows."""
    return re.sub(r"(<w:vMerge/>.*?)<w:p>.*?</w:p>", lambda match: match[1] + paragraph(run("不显示")), xml, flags=re.S)


# Tables in other things.

@by_table("layout-table")
def layout_table(xml, dice):
    """The table in the only cell of another one."""
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr>{xml}<w:p/></w:tc></w:tr></w:tbl>'


@by_table("figures-in-nested-tables")
def figures_in_nested_tables(xml, dice):
    def nested(match):
        inner = re.search(r"<w:p>.*</w:p>", match[0], re.S)
        if not inner or not FIGURE.search(inner[0]) or dice.random() < 0.8:
            return match[0]
        small = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="400"/></w:tblGrid><w:tr><w:tc><w:tcPr/>{inner[0]}</w:tc></w:tr></w:tbl><w:p/>'
        return match[0].replace(inner[0], small)
    return CELL.sub(nested, xml)


@by_table("text-box")
def text_box(xml, dice):
    """In a shape, with the same once more for older programs."""
    shape = ('<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
             '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">'
             '<wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="5700000" cy="7000000"/><wp:wrapTopAndBottom/><wp:docPr id="3" name="文本框"/><a:graphic>'
             '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>'
             f'<w:txbxContent>{xml}<w:p/></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>')
    old = f'<w:pict><v:shape style="width:450pt;height:600pt"><v:textbox><w:txbxContent>{xml}<w:p/></w:txbxContent></v:textbox></v:shape></w:pict>'
    return paragraph(f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>')


SDT = "<w:sdt><w:sdtPr><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


@by_table("control-around-table")
def control_around_table(xml, dice):
    return SDT.format(xml)


@by_table("control-around-rows")
def control_around_rows(xml, dice):
    return ROW.sub(lambda match: SDT.format(match[0]) if dice.random() < 0.4 else match[0], xml)


@by_table("control-around-cells")
def control_around_cells(xml, dice):
    return CELL.sub(lambda match: SDT.format(match[0]) if dice.random() < 0.4 else match[0], xml)


@by_figure("control-around-figures")
def control_around_figures(beginning, digits, dice):
    return SDT.format(text_run(beginning, digits))


@by_table("smart-tags")
def smart_tags(xml, dice):
    tagged = FIGURE.sub(lambda match: f'<w:smartTag w:uri="urn:x" w:element="chmetcnv">{match[0]}</w:smartTag>', xml)
    return ROW.sub(lambda match: f'<w:customXml w:element="row">{match[0]}</w:customXml>' if dice.random() < 0.3 else match[0], tagged)


@by_table("floating")
def floating(xml, dice):
    return xml.replace("<w:tblPr>", '<w:tblPr><w:tblpPr w:leftFromText="180" w:rightFromText="180" w:vertAnchor="text" w:horzAnchor="margin" w:tblpY="1"/>')


# Rows.

@by_table("a-table-a-row")
def a_table_a_row(xml, dice):
    """Every row is a table; labels that were merged downwards stand in the first of them."""
    start = xml[:xml.index("<w:tr>")]
    return "".join(f"{start}{row}</w:tbl><w:p/>" for row in ROW.findall(re.sub(r"<w:vMerge[^>]*/>", "", xml)))


@by_table("page-break-and-heads")
def page_break_and_heads(xml, dice):
    """The table is cut in two, each with its head."""
    rows, start = ROW.findall(xml), xml[:xml.index("<w:tr>")]
    if len(rows) < 20:
        return xml
    at = 12
    second = re.sub(r'<w:tcPr>((?:(?!</w:tcPr>).)*)<w:vMerge/>', r'<w:tcPr>\1<w:vMerge w:val="restart"/>', rows[at])
    turn = paragraph('<w:r><w:br w:type="page"/></w:r>')
    return f"{start}{''.join(rows[:at])}</w:tbl>{turn}{start}{''.join(rows[:3])}{second}{''.join(rows[at + 1:])}</w:tbl>"


@by_table("hidden-rows")
def hidden_rows(xml, dice):
    """Rows that are hidden stand between the others: last year's figures."""
    def row(match):
        if not FIGURE.search(match[0]) or "vMerge" in match[0] or dice.random() < 0.7:
            return match[0]
        old = FIGURE.sub(lambda figure: f'<w:r><w:rPr><w:vanish/></w:rPr><w:t>{dice.randrange(1, 99)}</w:t></w:r>', match[0])
        old = re.sub(r"<w:r><w:rPr><w:sz", "<w:r><w:rPr><w:vanish/><w:sz", old)
        return match[0] + old.replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>")
    return ROW.sub(row, xml)


@dialect("tabs-no-table")
def tabs_no_table(report, dice):
    """Paragraphs with tabs in the place of tables."""
    def tweak(block, xml):
        if block.kind != "table":
            return xml
        rows = ["\t".join(text for text, _ in row) for row in expanded(report.grid(block))]
        return "".join(paragraph("<w:r><w:tab/></w:r>".join(run(text) if text else "" for text in row.split("\t"))) for row in rows)
    return report_docx(report, tweak=tweak)
