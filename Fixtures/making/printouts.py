"""The reports that are kept as producers printed them: which report, which look, which producer."""

import producers
from generated import generated
from looks import Look

LINED = Look(head_fill="#d9e2f3", stripe="#f2f2f2", seal=True, footnote=True, running_head="政府信息公开工作年度报告", repeat_head=True)
BROWSER = Look(han="hei", latin="Liberation Sans", size=10.5, table_size=8, border="#999999", head_fill="#1f4e79", head_color="#ffffff", link=True, underline=True,
               prose_color="#0070c0", page_number="1", align="right")
PLAIN = Look(han="hei", latin=None, size=10.5, table_size=8, margin=18, align="left", figure_color="#0000ff", page_number="第1页")
OFFICE = Look(han="hei", size=16, table_size=9, margin=25.4, line=1.75, border="#000000", page_number="— 1 —", link=True)

# name: (about, producer, number of the report, edition, paragraphs behind it, look)
PRINTOUTS = {
    "printed-libreoffice-2021": ("thirteen pages as LibreOffice prints a docx: filled heads, striped rows, a translucent seal, a footnote",
                                 "libreoffice", 21, "2021", 75, LINED),
    "printed-chromium-2019": ("as Chromium prints a web page: white on dark heads, underlined and coloured figures, a link",
                              "chromium", 19, "2019", 20, BROWSER),
    "printed-weasyprint-2021": ("as WeasyPrint prints a web page: coloured figures at the left edges of their cells, digits in the font of the text",
                                "weasyprint", 22, "2021", 12, PLAIN),
    "printed-office-subset-2019": ("thirty pages with the embedded subsets of an office program, each text in a clip of its own, borders as filled rectangles",
                                   "office", 20, "2019", 124, OFFICE),
}


def report_of(name, table=PRINTOUTS):
    """The report and its look."""
    _, _, number, edition, paragraphs, look = table[name]
    return generated(f"printed/{number}", edition, annex=paragraphs, big=True), look


def print_out(name, table=PRINTOUTS):
    """The PDF; other bytes from run to run where the producer writes dates and ids."""
    return producers.printed(table[name][1], [report_of(name, table)])[0]
