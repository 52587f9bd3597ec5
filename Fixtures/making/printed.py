"""How each report is printed: which format, and with what dirt."""

import re

import docx
import reports
from docx import CENTER, paragraph, report_docx, run, section
from report import plain
from text import (ascii_commas, cell_lines, html_rows, joined, layout_rows, lines_of, markdown_rows, pipe_rows,
                  ragged_rows, spaced_digits, spaced_rows, tab_rows, wrapped)


def as_text(report, table=tab_rows, style=lambda t: t, gap=True):
    return joined(lines_of(report, table, style, gap)).encode()


def science(report):
    """The page break in table 2 loses the first label column and leaves a blank line."""
    lines = lines_of(report, ragged_rows, spaced_digits)
    at = next(i for i, l in enumerate(lines) if "3.要求提供公开出版物" in l)
    end = next(i for i, l in enumerate(lines) if l.startswith("四、结转"))
    lines[at:end] = [l[:-1] if "（六）" in l or "（七）" in l else l.removeprefix("\t") for l in lines[at:end]]
    lines.insert(at, "")
    label = lambda l: re.sub(r"^(\t*)(\d)\.", r"\1\2. ", l).replace("（一）予", "(一) 予")
    text = "\n\n\n" + joined(label(l) for l in lines)
    cut = text.index("完善公开方式")
    return (text[:cut] + "\n\n" + text[cut:]).encode()


def culture(report):
    """Page breaks left blank lines; the review row runs into the next heading."""
    text = joined(lines_of(report, cell_lines, gap=False))
    text = text.replace("主动公开政府信息情况统计表", "\n" * 9 + "主动公开政府信息情况统计表", 1)
    return text.replace("\n\n二、存在", "\n 二、存在").replace("\n石浦区", "  \n\n\n石浦区").encode() + b" \n"


def technology(report):
    """Hard line ends and a page number inside table 2."""
    out = []
    for line in lines_of(report, markdown_rows, spaced_digits):
        is_text = len(line) > 30 and "|" not in line and not line.startswith("202")
        out += wrapped(line, 27) if is_text else [line]
    at = next(i for i, l in enumerate(out) if "4.保护第三方" in l)
    out.insert(at, "— 3 —")
    return joined(out).encode()


def civil_affairs(report):
    text = joined(lines_of(report, layout_rows))
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def linhu(report):
    text = joined(lines_of(report, pipe_rows))
    return text.replace("六、其他需要", "|" * 400 + "\n\n六、其他需要").encode()


def statistics(report):
    """Figures typed, struck out and typed again under tracked changes; runs split by the spelling checker."""
    def tweak(block, xml):
        if block.kind == "p" and "统计公报" in block.text:
            text = plain(block.text)
            at = text.index("月度数据12期")
            author = 'w:id="7" w:author="审核" w:date="2022-01-10T00:00:00Z"'
            return paragraph(
                run(text[:at] + "月度数据") + f'<w:del {author}><w:r><w:delText>11期</w:delText></w:r></w:del>'
                + f"<w:ins {author}>{run('12期')}</w:ins>" + '<w:proofErr w:type="spellStart"/>'
                + "".join(run(c) for c in text[at + 7:at + 12]) + '<w:proofErr w:type="spellEnd"/>' + run(text[at + 12:]))
        return xml
    return report_docx(report, numbered=True, tweak=tweak)


def text_box(text):
    inner = paragraph(run(text, "<w:b/>"), CENTER)
    shape = ('<wp:inline><wp:extent cx="5000000" cy="900000"/><wp:docPr id="1" name="标题"/><a:graphic>'
             '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
             f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>'
             '<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>')
    return paragraph('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>' + shape
                     + "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>" + inner
                     + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>")


def education(report):
    tweak = lambda block, xml: text_box(block.text) if block.kind == "title" else xml
    return report_docx(report, tweak=tweak, strict=True)


def justice(report):
    """Everything inside one cell of a frame table."""
    body = docx.report_body(report)
    frame = ('<w:tbl><w:tblPr><w:tblW w:w="9400" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="9400"/></w:tblGrid>'
             f'<w:tr><w:tc><w:tcPr><w:tcW w:w="9400" w:type="dxa"/></w:tcPr>{body}</w:tc></w:tr></w:tbl><w:p/>')
    return docx.package(frame)


def health_style(text):
    return spaced_digits(ascii_commas(text))


def energy(report):
    """Table 2 and 3 on landscape pages of their own."""
    wide = {"applications": [1000, 1700, 4300] + [980] * 7, "review": [920] * 15}

    def tweak(block, xml):
        if block.name == "applications":
            return (paragraph("", section()[0:0]) + "<w:p><w:pPr>" + section() + "</w:pPr></w:p>" + xml)
        if block.name == "review":
            return xml + "<w:p><w:pPr>" + section(landscape=True) + "</w:pPr></w:p>"
        return xml
    return report_docx(report, tweak=tweak, widths=wide, footer=None)


TEXT, DOCX, PDF, DOC = "txt", "docx", "pdf", "doc"

# How each report is printed: folder, then format and maker.
PRINTED = {
    "yunxi-water-2023": ("twins", {TEXT: as_text, DOCX: report_docx, PDF: report_docx, DOC: report_docx}),
    "tongling-archives-2020": ("twins", {TEXT: as_text, DOCX: report_docx, PDF: report_docx, DOC: report_docx}),
    "wangchuan-market-2023": ("twins", {TEXT: as_text, DOCX: report_docx, PDF: report_docx, DOC: report_docx}),
    "qinglan-science-2019": ("reports", {TEXT: science}),
    "yunxi-housing-2020": ("reports", {TEXT: lambda r: as_text(r, cell_lines)}),
    "shipu-culture-2021": ("reports", {TEXT: culture}),
    "tongling-government-2020": ("reports", {DOCX: report_docx}),
    "liuqiao-government-2023": ("reports", {PDF: lambda r: report_docx(r, footer="-1-", vertical=True, style=spaced_digits)}),
    "liuqiao-government-2024": ("reports", {PDF: lambda r: report_docx(r, footer="-1-", split={"applications": 16}, style=spaced_digits)}),
    "wangchuan-government-2024": ("reports", {PDF: lambda r: report_docx(
        r, footer="- 1 -", one_char=True, table_size=24, style=spaced_digits,
        widths={"applications": [460, 900, 2200] + [600, 560, 560, 560, 560, 560, 600], "review": [560] * 15})}),
    "linhu-government-2022": ("reports", {TEXT: linhu}),
    "baishi-office-2019": ("reports", {TEXT: lambda r: as_text(r, html_rows)}),
    "baishi-technology-2024": ("reports", {TEXT: technology}),
    "baishi-office-2025": ("reports", {PDF: lambda r: report_docx(r, footer="— 1 —", narrow=True, style=spaced_digits)}),
    "xijie-subdistrict-2019": ("reports", {TEXT: as_text}),
    "songping-statistics-2021": ("reports", {DOCX: statistics}),
    "lanshan-health-2022": ("reports", {DOCX: lambda r: report_docx(r, style=health_style)}),
    "wangchuan-education-2024": ("reports", {DOCX: education}),
    "shipu-finance-2023": ("reports", {TEXT: lambda r: as_text(r).decode().encode("gb18030")}),
    "yunxi-audit-2022": ("reports", {TEXT: lambda r: b"\xff\xfe" + as_text(r, cell_lines).decode().encode("utf-16-le")}),
    "linhu-civil-affairs-2020": ("reports", {TEXT: civil_affairs}),
    "lanshan-forestry-2022": ("reports", {TEXT: lambda r: as_text(r, spaced_rows)}),
    "songping-agriculture-2021": ("reports", {DOCX: report_docx}),
    "dongpo-emergency-2022": ("reports", {TEXT: lambda r: as_text(r, html_rows)}),
    "dongpo-urban-2021": ("reports", {DOCX: lambda r: report_docx(r, split={"applications": 16})}),
    "lanshan-government-2022": ("reports", {DOCX: report_docx}),
    "lanshan-government-2023": ("reports", {DOCX: report_docx}),
    "xijie-subdistrict-2022": ("reports", {TEXT: as_text}),
    "liuqiao-justice-2024": ("reports", {DOCX: justice}),
    "shipu-energy-2022": ("reports", {PDF: energy}),
    "yunxi-ecology-2023": ("reports", {DOCX: report_docx}),
    "blank-template": ("reports", {DOCX: report_docx}),
    "songping-transport-2017": ("reports", {TEXT: as_text}),
}


# Addresses stand as printed: here with spaces around their digits.
STYLED = {"lanshan-health-2022": spaced_digits}


def all_printed():
    """(folder, report, extension, bytes maker) of every report document."""
    for make in reports.ALL:
        report = make()
        folder, formats = PRINTED[report.slug]
        if report.slug in STYLED and "address" in report.contacts:
            report.contacts["address"] = STYLED[report.slug](report.contacts["address"])
        for extension, maker in formats.items():
            yield folder, report, extension, maker


FORMS = {
    "tabs": (TEXT, as_text), "cells": (TEXT, lambda r: as_text(r, cell_lines)), "pipes": (TEXT, lambda r: as_text(r, pipe_rows)),
    "markdown": (TEXT, lambda r: as_text(r, markdown_rows)), "html": (TEXT, lambda r: as_text(r, html_rows)),
    "layout": (TEXT, lambda r: as_text(r, layout_rows)), "spaces": (TEXT, lambda r: as_text(r, spaced_rows)),
    "ragged": (TEXT, lambda r: as_text(r, ragged_rows)), "docx": (DOCX, report_docx),
    "split": (DOCX, lambda r: report_docx(r, split={"applications": 12, "active": 6})),
    "pdf": (PDF, lambda r: report_docx(r, footer="- 1 -")), "narrow": (PDF, lambda r: report_docx(r, narrow=True, table_size=24, footer="— 1 —")),
}


def every_form():
    """(report, form, extension, bytes maker) for every report in every form."""
    for make in reports.ALL:
        for form, (extension, maker) in FORMS.items():
            yield make(), form, extension, maker
