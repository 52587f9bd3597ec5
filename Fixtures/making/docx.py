"""Writes docx packages part by part, with the features a case asks for and always the same bytes."""

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
NAMESPACES = (' xmlns:r="%s" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
              ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
              ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
              ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
              ' xmlns:v="urn:schemas-microsoft-com:vml"'
              ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text, properties=""):
    props = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{props}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content, properties=""):
    """A paragraph of `content`, which is runs as XML."""
    props = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{props}{content}</w:p>"


CENTER, RIGHT, INDENT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>', '<w:ind w:firstLine="640"/>'


def table(grid, widths, repeat_header=False, size=21, split_after=None, one_char=False, vertical=False, border="single"):
    """A table with gridSpan and vMerge from own cells; `split_after` starts a new table after so many rows.

    The label over a whole block is set one character a line (`one_char`) or in vertical writing (`vertical`).
    """
    columns = len(widths)
    rows, open_spans = [], {}
    for r, row in enumerate(grid):
        xml, column, cells = "", 0, list(row)
        while cells or column in open_spans:
            if column in open_spans:
                left, span = open_spans[column]
                xml += cell("", widths[column:column + span], span, '<w:vMerge/>', size)
                open_spans[column] = (left - 1, span)
                if left == 1:
                    del open_spans[column]
                column += span
                continue
            own = cells.pop(0)
            merge = '<w:vMerge w:val="restart"/>' if own.rows > 1 else ""
            if vertical and own.rows > 12:
                merge += '<w:textDirection w:val="tbRlV"/>'
            if own.rows > 1:
                open_spans[column] = (own.rows - 1, own.cols)
            lines = list(own.text) if one_char and own.rows > 12 else own.text.split("\n")
            xml += cell(lines, widths[column:column + own.cols], own.cols, merge, size)
            column += own.cols
        props = "<w:trPr><w:tblHeader/></w:trPr>" if repeat_header and r < 3 else ""
        rows.append(f"<w:tr>{props}{xml}</w:tr>")
    borders = "".join(f'<w:{s} w:val="{border}" w:sz="4" w:space="0" w:color="000000"/>'
                      for s in ("top", "left", "bottom", "right", "insideH", "insideV"))
    start = (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
             f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
             '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr>'
             "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{w}"/>' for w in widths) + "</w:tblGrid>")
    if split_after:
        cut = "</w:tbl>" + paragraph('<w:r><w:br w:type="page"/></w:r>') + start
        return start + "".join(rows[:split_after]) + cut + "".join(rows[split_after:]) + "</w:tbl>"
    return start + "".join(rows) + "</w:tbl>"


def cell(lines, widths, span, merge, size):
    grid_span = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    half = f'<w:sz w:val="{size}"/>'
    paragraphs = "".join(paragraph(run(t, half) if t else "", CENTER) for t in (lines or [""]))
    return (f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>{grid_span}{merge}'
            f'<w:vAlign w:val="center"/></w:tcPr>{paragraphs}</w:tc>')


def section(landscape=False, footer=False, margins=1440, columns=0):
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if landscape else 'w:w="11906" w:h="16838"'
    reference = '<w:footerReference w:type="default" r:id="rIdF"/>' if footer else ""
    cols = f'<w:cols w:num="{columns}" w:space="425"/>' if columns else ""
    return (f'<w:sectPr>{reference}<w:pgSz {size}/><w:pgMar w:top="{margins}" w:right="{margins}"'
            f' w:bottom="{margins}" w:left="{margins}" w:header="720" w:footer="720" w:gutter="0"/>{cols}</w:sectPr>')


def styles(font, size):
    return (HEAD + f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
            f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
            f'<w:sz w:val="{size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
            '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>'
            '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>')


NUMBERING = (HEAD + f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
             '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/>'
             '<w:lvlText w:val="%1、"/></w:lvl>'
             '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/>'
             '<w:lvlText w:val="（%2）"/></w:lvl>'
             '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/>'
             '<w:lvlText w:val="%3."/></w:lvl></w:abstractNum>'
             '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
             '<w:numFmt w:val="decimalEnclosedCircle"/><w:suff w:val="nothing"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
             '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
             '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>')


def number(level, list_id=1):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def page_footer(style):
    before, after = style.split("1")
    field = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
             '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')
    return (HEAD + f'<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run(before)}{field}{run(after)}</w:p></w:ftr>')


def package(body, sect=None, numbering=False, footer=None, font="Noto Serif CJK SC", size=32, strict=False,
            extra_parts=None, skip=(), doctype="", main="word/document.xml"):
    """The bytes of a docx with `body` as its XML; every date and order is fixed."""
    w, r = (W_STRICT, R_STRICT) if strict else (W, R)
    document = (HEAD + doctype + f'<w:document xmlns:w="{w}"{NAMESPACES % r} mc:Ignorable="w14"><w:body>{body}'
                + (sect or section(footer=bool(footer))) + "</w:body></w:document>")
    parts = {main: document, "word/styles.xml": styles(font, size)}
    kinds = {main: "document.main", "word/styles.xml": "styles"}
    relations = [("rIdS", "styles", "styles.xml")]
    if numbering:
        parts["word/numbering.xml"], kinds["word/numbering.xml"] = NUMBERING, "numbering"
        relations.append(("rIdN", "numbering", "numbering.xml"))
    if footer:
        parts["word/footer1.xml"], kinds["word/footer1.xml"] = page_footer(footer), "footer"
        relations.append(("rIdF", "footer", "footer1.xml"))
    for name, kind, xml in extra_parts or []:
        parts[f"word/{name}"] = xml
        if kind:
            kinds[f"word/{name}"] = kind
            relations.append((f"rId{kind}", kind, name))
    if strict:
        for name in ("word/styles.xml", "word/numbering.xml", "word/footer1.xml"):
            if name in parts:
                parts[name] = parts[name].replace(W, W_STRICT)
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        for name, kind in kinds.items())
    types = (HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
             '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
             '<Default Extension="xml" ContentType="application/xml"/>'
             '<Default Extension="png" ContentType="image/png"/>' + overrides + "</Types>")
    rels = lambda items: (HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                          + "".join(f'<Relationship Id="{i}" Type="{r}/{k}" Target="{t}"/>' for i, k, t in items) + "</Relationships>")
    everything = {"[Content_Types].xml": types, "_rels/.rels": rels([("rId1", "officeDocument", main)]),
                  **parts, "word/_rels/document.xml.rels": rels(relations)}
    return zipped({k: x for k, x in everything.items() if k not in skip})


def zipped(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content.encode() if isinstance(content, str) else content)
    return stream.getvalue()


def report_body(report, numbered=False, tweak=None, one_char=False, vertical=False, split=None, table_size=21, narrow=False,
                style=lambda t: t, widths=None, repeat_header=False):
    """The body of a report. `tweak(block, xml)` may replace the XML of a block."""
    from report import plain
    out = []
    for block in report.all_blocks():
        text = style(plain(block.text))
        if block.kind == "title":
            xml = paragraph(run(text, '<w:b/><w:sz w:val="44"/>'), CENTER)
        elif block.kind in ("h", "run"):
            props = INDENT
            if numbered and block.number:
                text = text[len(block.number):].lstrip("、")
                props = number(block.level - 1) + INDENT
            xml = paragraph(run(text), props)
        elif block.kind == "caption":
            xml = "".join(paragraph(run(t), CENTER) for t in block.lines or [text])
        elif block.kind == "right":
            xml = paragraph(run(text), RIGHT)
        elif block.kind == "table":
            grid = report.grid(block)
            sizes = (widths or {}).get(block.name) or {
                "active": [2260] * 4 if report.active_columns == 4 else [1800] * 5,
                "applications": [620, 1100, 2500] + [690] * 7 if not narrow else [480, 800, 1700] + [480] * 7,
                "review": [620] * 15 if not narrow else [560] * 15}.get(
                    block.name) or [9000 // sum(c.cols for c in grid[0])] * sum(c.cols for c in grid[0])
            xml = table(grid, sizes, size=table_size, one_char=one_char, vertical=vertical,
                                       repeat_header=repeat_header and block.name == "applications",
                                       split_after=(split or {}).get(block.name))
        else:
            xml = paragraph(run(text), INDENT if block.kind == "p" else "")
        out.append(tweak(block, xml) if tweak else xml)
    return "".join(out)


def report_docx(report, numbered=False, footer=None, sect=None, **options):
    body_options = {k: options.pop(k) for k in ("tweak", "one_char", "vertical", "split", "table_size", "narrow", "style",
                                                "widths", "repeat_header") if k in options}
    body = report_body(report, numbered, **body_options)
    return package(body, sect, numbering=numbered, footer=footer, **options)
