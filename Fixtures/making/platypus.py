"""A report as a PDF by reportlab: simple TrueType subsets of 8-bit codes, tables as its Platypus lays them out."""

import dataclasses
import io

import office
from looks import FOOTNOTE, LINK
from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle
from report import MARK
from webpage import COLUMNS, rows_with_roles


def document(report, look):
    """The bytes of the PDF, the same each time; upright and with low rows, since Platypus splits no merged cell that is higher than a page."""
    look = dataclasses.replace(look, landscape=False, row=13, table_size=min(look.table_size, 8), margin=min(look.margin, 20))
    rl_config.invariant = 1
    name = f"Han-{look.han}"
    pdfmetrics.registerFont(TTFont(name, office.TRUETYPE + office.HAN[look.han][0], subfontIndex=0))
    margin, size = look.margin * 2.8346, A4
    prose = ParagraphStyle("prose", fontName=name, fontSize=look.size, leading=look.size * look.line, firstLineIndent=look.size * 2, wordWrap="CJK")
    head = ParagraphStyle("head", prose, spaceBefore=4, keepWithNext=True)
    title = ParagraphStyle("title", prose, fontSize=18, leading=26, alignment=1, firstLineIndent=0, textColor=HexColor(look.title_color))
    right = ParagraphStyle("right", prose, alignment=2, firstLineIndent=0)
    flow = []
    for block in report.all_blocks():
        if block.kind == "table":
            flow += [_table(report.grid(block), block.name, look, name, size[0] - 2 * margin), Spacer(1, 6)]
        else:
            if look.link and block.kind == "h" and block.number == "二":
                flow.append(Paragraph(f'<a href="{LINK}" color="#0563c1">{LINK}</a>', prose))
            flow.append(Paragraph(_prose(block.text, look), {"title": title, "right": right, "h": head}.get(block.kind, prose)))
    if look.footnote:
        flow.append(Paragraph(f"注：{FOOTNOTE}", ParagraphStyle("note", prose, fontSize=9)))
    out = io.BytesIO()

    def furniture(canvas, made):
        canvas.setFont(name, 9)
        if look.page_number:
            canvas.drawCentredString(size[0] / 2, 30, look.page_number.replace("1", str(made.page)))
        if look.running_head:
            canvas.drawCentredString(size[0] / 2, size[1] - 36, look.running_head)

    SimpleDocTemplate(out, pagesize=size, leftMargin=margin - 6, rightMargin=margin - 6, topMargin=margin, bottomMargin=margin).build(
        flow, onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()


def _prose(text, look):
    start, end = "", ""
    if look.underline:
        start, end = "<u>", "</u>"
    if look.prose_color:
        start, end = f'{start}<font color="{look.prose_color}">', f"</font>{end}"
    return MARK.sub(lambda match: start + match[1] + end, text)


def _table(grid, name, look, font, room):
    shares = COLUMNS[name]
    small = ParagraphStyle("cell", fontName=font, fontSize=look.table_size, leading=look.table_size * 1.25, alignment=1, wordWrap="CJK", rightIndent=look.table_size / 2)  # closing marks hang
    white = ParagraphStyle("head", small, textColor=HexColor(look.head_color))
    style = [("GRID", (0, 0), (-1, -1), look.border_width, HexColor(look.border)), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
             ("ALIGN", (0, 0), (-1, -1), look.align.upper()), ("FONT", (0, 0), (-1, -1), font, look.table_size, look.table_size * 1.25),
             ("LEFTPADDING", (0, 0), (-1, -1), 2), ("RIGHTPADDING", (0, 0), (-1, -1), 2), ("TOPPADDING", (0, 0), (-1, -1), 1),
             ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
    data, taken = [], {}
    for r, (roles, striped) in enumerate(rows_with_roles(grid, name)):
        line, column = [""] * len(shares), 0
        for cell, role in roles:
            while taken.get(column, 0) > r:
                column += 1
            last = (column + cell.cols - 1, r + cell.rows - 1)
            for offset in range(cell.cols):
                taken[column + offset] = r + cell.rows
            if cell.cols > 1 or cell.rows > 1:
                style.append(("SPAN", (column, r), last))
            fill = look.head_fill if role == "h" else look.stripe if striped else None
            if fill:
                style.append(("BACKGROUND", (column, r), last, HexColor(fill)))
            if role[0] == "v":
                line[column] = cell.text
                if look.figure_color:
                    style.append(("TEXTCOLOR", (column, r), last, HexColor(look.figure_color)))
            else:
                line[column] = Paragraph(cell.text, white if role == "h" and look.head_fill else small)
            column += cell.cols
        data.append(line)
    return Table(data, [room * share / sum(shares) for share in shares], style=TableStyle(style), repeatRows=3 if look.repeat_head and name != "active" else 0,
                 minRowHeights=[look.row] * len(data))
