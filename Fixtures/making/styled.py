"""A report as a docx with its look, for LibreOffice to print."""

import io
import re
import zipfile
from xml.sax.saxutils import escape

from docx import HEAD, INDENT, R, W, package, paragraph, section, zipped
from looks import FOOTNOTE, HAN, LINK, seal_png
from report import MARK
from webpage import column_widths, rows_with_roles

JUSTIFY = {"center": "center", "left": "left", "right": "right"}


def styled_docx(report, look):
    """The bytes of the docx, the same each time."""
    writer = _Writer(report, look)
    body = "".join(writer.block(block) for block in report.all_blocks())
    parts = [("footnotes.xml", "footnotes", _footnotes())] if look.footnote else []
    references = ""
    if look.running_head:
        parts.append(("header1.xml", "header", f'{HEAD}<w:hdr xmlns:w="{W}">{paragraph(writer.run(look.running_head, size=9), CENTER)}</w:hdr>'))
        references = '<w:headerReference w:type="default" r:id="rIdheader"/>'
    sect = section(look.landscape, bool(look.page_number), round(look.margin * 56.7)).replace("<w:sectPr>", "<w:sectPr>" + references)
    content = package(body, sect, footer=look.page_number, font=look.latin or HAN[look.han], size=round(look.size * 2), extra_parts=parts)
    return _with_seal(content) if writer.has_seal else content


CENTER, RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'


class _Writer:
    def __init__(self, report, look):
        self.report, self.look, self.has_seal = report, look, False

    def run(self, text, more="", size=None, color=None, bold=False):
        """`text` in the fonts of the look."""
        han = HAN[self.look.han]
        latin = self.look.latin or han
        properties = f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{han}" w:cs="{latin}"/>' + ("<w:b/>" if bold else "")
        properties += f'<w:color w:val="{color.lstrip("#")}"/>' if color else ""
        properties += f'<w:sz w:val="{round(size * 2)}"/>' if size else ""
        return f'<w:r><w:rPr>{properties}{more}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def prose(self, text):
        """Runs of `text`, its marked figures in their look."""
        look, out, end = self.look, "", 0
        for match in MARK.finditer(text):
            out += self.run(text[end:match.start()]) if match.start() > end else ""
            out += self.run(match[1], '<w:u w:val="single"/>' if look.underline else "", color=look.prose_color, bold=look.bold_figures)
            end = match.end()
        return out + (self.run(text[end:]) if end < len(text) else "")

    def block(self, block):
        look = self.look
        spacing = f'<w:spacing w:line="{round(look.line * 240)}" w:lineRule="auto"/>'
        if block.kind == "title":
            return paragraph(self.run(block.text, size=18, color=look.title_color, bold=look.is_bold), CENTER)
        if block.kind == "table":
            return self.table(self.report.grid(block), block.name) + paragraph("")
        if block.kind == "h":
            before = "<w:pageBreakBefore/>" if look.own_pages and block.number in ("二", "三", "四") else ""
            out = paragraph(self.run(block.text, bold=look.is_bold), "<w:keepNext/>" + before + INDENT)
            if look.link and block.number == "二":
                link = f'<w:fldSimple w:instr=" HYPERLINK &quot;{LINK}&quot; ">{self.run(LINK, color="#0563c1")}</w:fldSimple>'
                out = paragraph(self.run("信息公开专栏：") + link, spacing + INDENT) + out
            return out
        if block.kind == "right":
            seal = ""
            if look.seal and block.text == self.report.signature:
                self.has_seal, seal = True, SEAL
            return paragraph(self.run(block.text) + seal, RIGHT)
        runs = self.prose(block.text)
        if look.footnote and block.kind == "p" and "主动公开政府信息" in block.text and "门户网站" in block.text:
            at = block.text.index("门户网站") + 4
            runs = self.prose(block.text[:at]) + '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>' + self.prose(block.text[at:])
        return paragraph(runs, spacing + INDENT)

    def table(self, grid, name):
        look = self.look
        page = 841.9 if look.landscape else 595.3
        room = (page - look.margin * 2 * 2.8346) * 20
        shares = column_widths(name, grid, look)
        widths = [round(room * share / sum(shares)) for share in shares]
        line = f'w:val="single" w:sz="{round(look.border_width * 8)}" w:space="0" w:color="{look.border.lstrip("#")}"'
        borders = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
        rows, spans = "", {}
        for roles, is_striped in rows_with_roles(grid, name):
            cells, column, xml = list(roles), 0, ""
            is_head = all(role == "h" for _, role in roles)
            while cells or column in spans:
                if column in spans:
                    left, span, fill = spans[column]
                    xml += self.cell("", "h" if fill else "l", widths[column:column + span], "<w:vMerge/>", is_striped, fill)
                    spans[column] = (left - 1, span, fill)
                    if left == 1:
                        del spans[column]
                    column += span
                    continue
                cell, role = cells.pop(0)
                if cell.rows > 1:
                    spans[column] = (cell.rows - 1, cell.cols, role == "h")
                merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
                xml += self.cell(cell.text, role, widths[column:column + cell.cols], merge, is_striped, role == "h")
                column += cell.cols
            header = "<w:tblHeader/>" if look.repeat_head and is_head and name != "active" else ""
            rows += f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{round(look.row * 20)}" w:hRule="atLeast"/>{header}</w:trPr>{xml}</w:tr>'
        return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders>'
                '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="30" w:type="dxa"/><w:right w:w="30" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>'
                + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths) + f"</w:tblGrid>{rows}</w:tbl>")

    def cell(self, text, role, widths, merge, is_striped, is_head):
        look = self.look
        fill = look.head_fill if is_head else look.stripe if is_striped else None
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill.lstrip("#")}"/>' if fill else ""
        span = f'<w:gridSpan w:val="{len(widths)}"/>' if len(widths) > 1 else ""
        color = look.head_color if is_head and look.head_fill else look.figure_color if role[0] == "v" else None
        bold = look.is_bold and (look.bold_totals and role.endswith("t") or look.bold_labels and role == "l")
        align = f'<w:jc w:val="{JUSTIFY[look.align] if role[0] == "v" else "center"}"/>'
        inner = self.run(text, size=look.table_size, color=color, bold=bold) if text else ""
        return (f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>{span}{merge}{shade}<w:vAlign w:val="center"/></w:tcPr>'
                f"{paragraph(inner, align)}</w:tc>")


def _footnotes():
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    return (f'{HEAD}<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
            f'<w:footnote w:id="1"><w:p>{mark}<w:r><w:t>{FOOTNOTE}</w:t></w:r></w:p></w:footnote></w:footnotes>')


SIDE = 1_000_000  # EMU, 28 mm
SEAL = (f'<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" '
        'allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>-200000</wp:posOffset></wp:positionV><wp:extent cx="{SIDE}" cy="{SIDE}"/><wp:wrapNone/>'
        '<wp:docPr id="9" name="seal"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="9" name="seal.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rIdSeal"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{SIDE}" cy="{SIDE}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        '</pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>')


def with_part(content, name, part, relation, kind):
    """A docx with one more part that its main one refers to by the id `relation`."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    rels = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = re.sub(
        "</Relationships>", f'<Relationship Id="{relation}" Type="{R}/{kind}" Target="{name}"/></Relationships>', rels)
    return zipped({**parts, f"word/{name}": part})


def _with_seal(content):
    return with_part(content, "media/seal.png", seal_png(), "rIdSeal", "image")
