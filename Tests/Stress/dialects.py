"""The dialects of docx in which reports are written: each function gives the bytes of a report.

Most change the XML of a plain docx of Fixtures/making: what they do to a table is a function of its XML.
"""

import re
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

import paths  # noqa: F401
from docx import package, paragraph, report_docx, run, zipped
from figures import WIDE
from form import expanded
from officeparts import parts_of, with_document
from looks import Look
from shapes import SHAPES, shaped
from styled import styled_docx
from webpage import webpage

DIALECTS = {}
TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.S)
ROW = re.compile(r"<w:tr>.*?</w:tr>", re.S)
CELL = re.compile(r"<w:tc>.*?</w:tc>", re.S)
FIGURE = re.compile(r'(<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t xml:space="preserve">(\d+)</w:t></w:r>')
REVISION = 'w:id="7" w:author="张三" w:date="2024-01-05T09:00:00Z"'


def dialect(name):
    def register(function):
        DIALECTS[name] = function
        return function
    return register


def by_table(name, **options):
    """Registers a function of (the XML of a table, dice)."""
    def register(function):
        def written(report, dice):
            return report_docx(report, tweak=lambda block, xml: function(xml, dice) if block.kind == "table" else xml, **options)
        DIALECTS[name] = written
        return function
    return register


def by_figure(name, share=1.0):
    """Registers a function of (the run's beginning with its properties, the digits, dice) that gives what stands in the place of a figure's run."""
    def register(function):
        def table(xml, dice):
            return FIGURE.sub(lambda match: function(match[1], match[2], dice) if dice.random() < share else match[0], xml)
        by_table(name)(table)
        return function
    return register


def text_run(beginning, text):
    return f'{beginning}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


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


# Tracked changes.

@by_figure("inserted-figures", share=0.6)
def inserted_figures(beginning, digits, dice):
    return f"<w:ins {REVISION}>{text_run(beginning, digits)}</w:ins>"


@by_figure("replaced-figures", share=0.4)
def replaced_figures(beginning, digits, dice):
    old = f'<w:del {REVISION}>{beginning}<w:delText>{dice.randrange(10, 999)}</w:delText></w:r></w:del>'
    new = f"<w:ins {REVISION}>{text_run(beginning, digits)}</w:ins>"
    return old + new if dice.random() < 0.5 else new + old


@by_figure("changed-digits", share=0.4)
def changed_digits(beginning, digits, dice):
    """One digit of a figure was put in, another one taken out."""
    at = dice.randrange(len(digits))
    gone = f"<w:del {REVISION}>{beginning}<w:delText>{dice.randrange(10)}</w:delText></w:r></w:del>"
    before, after = (text_run(beginning, piece) if piece else "" for piece in (digits[:at], digits[at + 1:]))
    return f"{before}{gone}<w:ins {REVISION}>{text_run(beginning, digits[at])}</w:ins>{after}"


@by_table("tracked-rows")
def tracked_rows(xml, dice):
    """Rows that were put in, and between them rows that were taken out and had other figures."""
    def row(match):
        inner = match[0].removeprefix("<w:tr>")
        new = f"<w:tr><w:trPr><w:ins {REVISION}/></w:trPr>{inner}"
        old = FIGURE.sub(lambda figure: f'<w:del {REVISION}>{figure[1]}<w:delText>{dice.randrange(1, 99)}</w:delText></w:r></w:del>', inner)
        return new + (f"<w:tr><w:trPr><w:del {REVISION}/></w:trPr>{old}" if FIGURE.search(inner) and "vMerge w:val" not in inner else "")
    return ROW.sub(lambda match: row(match) if dice.random() < 0.3 else match[0], xml)


@by_figure("moved-figures", share=0.3)
def moved_figures(beginning, digits, dice):
    moved = f'<w:moveFrom {REVISION}>{text_run(beginning, str(dice.randrange(1, 99)))}</w:moveFrom>'
    return moved + f"<w:moveTo {REVISION}>{text_run(beginning, digits)}</w:moveTo>"


@by_table("formats-changed")
def formats_changed(xml, dice):
    return xml.replace('<w:sz w:val="21"/></w:rPr>', f'<w:sz w:val="21"/><w:rPrChange {REVISION}><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrChange></w:rPr>')


# Text of cells.

@by_figure("figure-in-pieces")
def figure_in_pieces(beginning, digits, dice):
    """Each digit a run of its own, as after typing and proof-reading."""
    return '<w:proofErr w:type="gramStart"/>'.join(text_run(beginning, digit) for digit in digits)


@by_figure("simple-fields", share=0.5)
def simple_fields(beginning, digits, dice):
    return f'<w:fldSimple w:instr=" =SUM(LEFT) ">{text_run(beginning, digits)}</w:fldSimple>'


@by_figure("complex-fields", share=0.5)
def complex_fields(beginning, digits, dice):
    mark = lambda kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    return (f'{mark("begin")}<w:r><w:instrText xml:space="preserve"> =SUM(D4:I4) \\# "0" </w:instrText></w:r>{mark("separate")}{text_run(beginning, digits)}{mark("end")}')


@by_figure("hidden-text-beside", share=0.4)
def hidden_text_beside(beginning, digits, dice):
    """A hidden number before the shown one."""
    return f'<w:r><w:rPr><w:vanish/></w:rPr><w:t>{dice.randrange(1, 99)}</w:t></w:r>{text_run(beginning, digits)}'


@by_figure("bookmarks-and-comments", share=0.5)
def bookmarks_and_comments(beginning, digits, dice):
    return f'<w:bookmarkStart w:id="3" w:name="_Hlk1"/><w:commentRangeStart w:id="1"/>{text_run(beginning, digits)}<w:commentRangeEnd w:id="1"/><w:bookmarkEnd w:id="3"/>'


@by_figure("spaces-around")
def spaces_around(beginning, digits, dice):
    return text_run(beginning, dice.choice(["\u00a0", "\u3000", "  ", ""]) + digits + dice.choice([" ", "\u3000", ""]))


@by_figure("empty-paragraphs-around", share=0.5)
def empty_paragraphs_around(beginning, digits, dice):
    return f"</w:p><w:p>{text_run(beginning, digits)}</w:p><w:p>"


@by_figure("tabs-in-cells", share=0.5)
def tabs_in_cells(beginning, digits, dice):
    return f"<w:r><w:tab/></w:r>{text_run(beginning, digits)}"


@by_figure("equations", share=0.4)
def equations(beginning, digits, dice):
    return f'<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>{digits}</m:t></m:r></m:oMath>'


@by_figure("symbols", share=0.3)
def symbols(beginning, digits, dice):
    """Digits as signs of the font Symbol, which has them where ASCII does."""
    return "".join(f'<w:r><w:sym w:font="Symbol" w:char="F0{ord(digit):02X}"/></w:r>' for digit in digits)


@by_figure("raised-marks", share=0.3)
def raised_marks(beginning, digits, dice):
    """The mark of a note behind a figure."""
    return text_run(beginning, digits) + f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{dice.choice(["1", "①", "*", "[2]"])}</w:t></w:r>'


@by_figure("wide-digits-and-spaces", share=0.6)
def wide_digits_and_spaces(beginning, digits, dice):
    return text_run(beginning, dice.choice(["", "\u2002", "\u3000"]) + digits.translate(WIDE))


@by_figure("right-to-left-marks", share=0.5)
def right_to_left_marks(beginning, digits, dice):
    """Marks and wrappers of direction around figures that read from the left."""
    return f'<w:bdo w:val="ltr">{text_run(beginning, dice.choice(["", chr(0x200E), chr(0xFEFF), chr(0x200B)]) + digits)}</w:bdo>'


@by_table("minus-signs")
def minus_signs(xml, dice):
    """Other signs before changes than a hyphen."""
    return re.sub(r">-(\d+)<", lambda match: dice.choice([f">−{match[1]}<", f">－{match[1]}<", f"></w:t><w:noBreakHyphen/><w:t>{match[1]}<"]), xml)


@by_table("label-one-character-a-line", one_char=True)
def label_one_character_a_line(xml, dice):
    return xml


@by_table("label-upright", vertical=True, repeat_header=True)
def label_upright(xml, dice):
    return xml


@by_table("label-broken")
def label_broken(xml, dice):
    """Line breaks inside labels."""
    return re.sub(r"(<w:t xml:space=\"preserve\">)([^<\d]{3})([^<]{2,})</w:t>", r"\1\2</w:t><w:br/>\1\3</w:t>", xml)


@dialect("label-numbers-automatic")
def label_numbers_automatic(report, dice):
    """The numbers of headings, and 1. 2. 3. before labels, are made by the program."""
    levels = iter(range(3, 40))
    kept = {}
    def tweak(block, xml):
        if block.kind != "table" or block.name != "applications":
            return xml
        def label(match):
            if match[2] == "1":
                kept["list"] = next(levels)
            return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{kept.get("list", 3)}"/></w:numPr>{match[1]}{match[3]}'
        return re.sub(r'(<w:jc w:val="center"/></w:pPr>(?:(?!</w:p>).)*?<w:t xml:space="preserve">)(\d)\.([^<\d])', label, xml)
    content = report_docx(report, numbered=True, tweak=tweak)
    lists = "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="9"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>' for number in range(3, 40))
    kind = '<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    parts = parts_of(content)
    numbering = parts["word/numbering.xml"].decode().replace("<w:num w:numId", kind + "<w:num w:numId", 1).replace("</w:numbering>", lists + "</w:numbering>")
    return zipped(parts | {"word/numbering.xml": numbering})


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


# Other programs.

@dialect("strict")
def strict(report, dice):
    return report_docx(report, strict=True)


@dialect("wps")
def wps(report, dice):
    """As WPS writes: hints of fonts, ids of revisions, split runs, custom data."""
    def edit(xml):
        xml = re.sub(r"<w:r><w:rPr>", '<w:r w:rsidR="00A1"><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/><w:kern w:val="0"/>', xml)
        xml = re.sub(r"<w:tr>", '<w:tr w:rsidR="00A1"><w:tblPrEx><w:tblCellMar><w:top w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPrEx>', xml)
        return xml.replace("<w:tcPr>", '<w:tcPr><w:noWrap w:val="0"/>')
    return with_document(report_docx(report, tweak=lambda block, xml: figures_split(xml, dice) if block.kind == "table" else xml), edit)


def figures_split(xml, dice):
    return FIGURE.sub(lambda match: figure_in_pieces(match[1], match[2], dice) if dice.random() < 0.5 else match[0], xml)


def converted(content, suffix, *filters):
    """What LibreOffice makes of a document: through `suffix` formats one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "input.docx"
        path.write_bytes(content)
        for number, target in enumerate(filters):
            out = Path(folder) / str(number)
            subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", target, "--outdir", out, path],
                           capture_output=True, timeout=180, check=True)
            path = next(out.iterdir())
        return path.read_bytes()


@dialect("libreoffice")
def libreoffice(report, dice):
    return converted(report_docx(report), "docx", "odt", "docx")


@dialect("libreoffice-old")
def libreoffice_old(report, dice):
    """A docx that was a .doc."""
    return converted(report_docx(report), "docx", "doc", "docx")


@dialect("libreoffice-rtf")
def libreoffice_rtf(report, dice):
    return converted(report_docx(report), "docx", "rtf", "docx")


@dialect("pandoc")
def pandoc(report, dice):
    """What pandoc makes of a web page."""
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder) / "input.html", Path(folder) / "output.docx"
        page.write_text(webpage(report, Look()))
        subprocess.run(["pandoc", "-f", "html", page, "-o", out], capture_output=True, timeout=120, check=True)
        return out.read_bytes()


@dialect("html-part")
def html_part(report, dice):
    """The body is a part of HTML, as html-docx-js writes it."""
    kept = {"word/page.html": webpage(report, Look())}
    content = package('<w:altChunk r:id="rIdHtml"/>')
    parts = parts_of(content)
    rels = parts["word/_rels/document.xml.rels"].decode().replace("</Relationships>", '<Relationship Id="rIdHtml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="page.html"/></Relationships>')
    types = parts["[Content_Types].xml"].decode().replace("<Override", '<Default Extension="html" ContentType="text/html"/><Override', 1)
    return zipped(parts | kept | {"word/_rels/document.xml.rels": rels, "[Content_Types].xml": types})


NEEDS = {"libreoffice": "libreoffice", "libreoffice-old": "libreoffice", "libreoffice-rtf": "libreoffice", "pandoc": "pandoc"}
