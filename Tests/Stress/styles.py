"""The looks in which reports are printed, as data.

`lines` says which lines a reader of a table sees: all, part (some, or grounds in the place of lines), none, or picture (the table
is one, no text); the targets of check.py go by it. A style with `css` is printed by programs that print web pages, one with `edit` by LibreOffice.
"""

from dataclasses import dataclass, field

from officeedits import (all_borders, borders, cell_borders, chain, character_spacing, fills, page, replaced, row_borders, rows_may_break, turned_heads,
                         two_columns, wide_tables)

WEB = ("chromium", "weasyprint", "wkhtmltopdf")
CW = ("chromium", "weasyprint")
C = ("chromium",)
OWN = ("office", "office-simple", "reportlab", "libreoffice-tagged")


@dataclass(frozen=True)
class Style:
    name: str
    lines: str  # all, part, none or picture
    css: str | None = None
    edit: object = None  # a function of the XML of a docx
    look: dict = field(default_factory=dict)  # fields of a Look that are always so
    shape: str | None = None  # one of shapes.SHAPES
    web: tuple = WEB  # the programs that know what the CSS says
    own: tuple = ()  # producers of Fixtures/making that know the look
    big: bool | None = None  # numbers of up to five digits, or of up to three; None: either
    printed: str | None = None  # one of figures.PRINTED
    after: str | None = None  # one of pdfedits.EDITS: what is done to the PDF

    @property
    def producers(self):
        return (self.web if self.css is not None else ()) + (("libreoffice",) if self.edit else ()) + self.own


PLAIN = replaced("$^", "")
NO_LINES = "td { border: 0 !important }"
WRAP = "td.v { white-space: normal; word-break: break-all; overflow-wrap: anywhere }"
AUTO = "table { table-layout: auto; width: auto; margin: 6pt auto } col { width: auto !important } td { padding: 1pt 4pt }"
NARROW_LABELS = "td.l:not([rowspan]) { padding: 2pt 7% }"
BREAK = "tr { page-break-inside: auto; break-inside: auto }"
SMALL_PAGE = "@page { size: 160mm 110mm; margin: 9mm }"
UPRIGHT = "td.h:not([colspan]) { writing-mode: vertical-rl; height: 62pt; line-height: 1.1 }"
TURNED = UPRIGHT + " td.h:not([colspan]) { text-orientation: sideways }"

STYLES = [
    # All lines.
    Style("lined", "all", "", PLAIN, own=OWN),
    Style("lines-hairline", "all", "td { border: .1pt solid #000 }", all_borders(size=1)),
    Style("lines-thick", "all", "td { border: 2pt solid #000 }", all_borders(size=18)),
    Style("lines-double", "all", "td { border: 2.4pt double #000 }", all_borders("double", 4)),
    Style("lines-dotted", "all", "td { border: .75pt dotted #000 }", all_borders("dotted", 6)),
    Style("lines-dashed", "all", "td { border: .75pt dashed #000 }", all_borders("dashed", 6)),
    Style("lines-light", "all", "td { border: .5pt solid #dcdcdc }", all_borders(color="DDDDDD")),
    Style("lines-coloured", "all", "td { border: .75pt solid #c00000 }", all_borders(color="4472C4", size=6)),
    Style("lines-groove", "all", "table { border: 2pt outset #999; border-collapse: separate; border-spacing: 1pt } td { border: 1pt inset #999 }"),
    Style("lines-separate", "all", "table { border-collapse: separate; border-spacing: 2pt }"),
    Style("lines-rectangles", "all", "table { border-top: .6pt solid #000; border-left: .6pt solid #000 } td { border: 0; position: relative }"
          " td::before { content: ''; position: absolute; right: 0; top: 0; width: .6pt; height: 100%; background: #000 }"
          " td::after { content: ''; position: absolute; left: 0; bottom: 0; height: .6pt; width: 100%; background: #000 }", web=C),
    Style("lines-dark-heads", "all", "", PLAIN, look={"head_fill": "#1f4e79", "head_color": "#ffffff", "stripe": "#f2f2f2"}, own=OWN),
    Style("lines-thick-frame", "all", "table { border: 2.5pt solid #000 } td { border: .25pt solid #888 }", cell_borders("top left bottom right", size=2)),
    Style("lines-mixed-widths", "all", "tr:nth-child(3n) td { border-bottom: 2pt solid #000 } td.t { border-left: 2pt double #000 }", None),
    Style("wrapped-figures", "all", WRAP, PLAIN, look={"narrow": True, "table_size": 9}, big=True),
    Style("wrapped-figures-large", "all", WRAP + " td.v { padding: 1pt 0 }", PLAIN, look={"narrow": True, "table_size": 10.5, "row": 24}, big=True),
    Style("wrapped-labels", "all", "td.l, td.h { word-break: break-all } table { font-size: 12pt }", None, big=False),
    Style("lined-auto", "all", AUTO, None),
    Style("narrow-labels", "all", NARROW_LABELS, None, big=False),
    Style("spaced-figures", "all", "td.v { letter-spacing: .3em }", character_spacing(40, digits_only=True), look={"table_size": 7.5}),
    Style("spaced-figures-wide", "all", "td.v { letter-spacing: .7em }", None, look={"table_size": 7.5}, big=False),
    Style("spaced-text", "all", "body { letter-spacing: .12em } td { letter-spacing: .2em }", character_spacing(20), look={"table_size": 7.5}, big=False),
    Style("tight-text", "all", "body, td { letter-spacing: -.06em }", character_spacing(-8)),
    Style("upright-heads", "all", UPRIGHT, turned_heads("tbRlV"), web=C),
    Style("turned-heads", "all", TURNED, turned_heads("tbRl"), web=C),
    Style("turned-heads-left", "all", TURNED + " td.h:not([colspan]) { transform: rotate(180deg) }", turned_heads("btLr"), web=C),
    Style("turned-labels", "all", "td.l[rowspan] { writing-mode: vertical-rl; text-orientation: upright }", None, web=C),
    Style("turned-table", "all", "table { writing-mode: vertical-rl; width: auto; height: 230mm; table-layout: auto } td { height: auto; width: 11pt }", None, web=C,
          look={"own_pages": True, "table_size": 8}),
    Style("turned-table-up", "all", "table { writing-mode: vertical-rl; transform: rotate(180deg); width: auto; height: 230mm; table-layout: auto } td { height: auto; width: 11pt }", None, web=C,
          look={"own_pages": True, "table_size": 8}),
    Style("turned-whole-table", "all", "table { writing-mode: vertical-rl; text-orientation: sideways; width: auto; height: 230mm; table-layout: auto } td { height: auto; width: 11pt }", None, web=C,
          look={"own_pages": True, "table_size": 8}),
    Style("lying-tables", "all", "@page wide { size: A4 landscape; margin: 18mm } table { page: wide }", wide_tables, web=CW),
    Style("lying-pages", "all", "", page(16838, 11906, 1134), look={"landscape": True}),
    Style("pages-with-rotate", "all", "", None, look={"landscape": True}, web=CW, after="rotate"),
    Style("watermark", "all", "body::before { content: '内部资料 注意保存'; position: fixed; left: 15%; top: 45%; font-size: 44pt; color: #c8c8c8; transform: rotate(-35deg) }", None, web=CW),
    Style("watermark-over", "all", "body::after { content: '政府信息公开 2023'; position: fixed; left: 5%; top: 40%; font-size: 52pt; color: rgba(180,0,0,.25); transform: rotate(-45deg);"
          " white-space: nowrap }", None, web=CW),
    Style("watermark-tiled", "all", "body::before { content: '样本 样本 样本 样本\\A样本 样本 样本 样本\\A样本 样本 样本 样本'; white-space: pre; position: fixed; left: 0; top: 20%; font-size: 30pt;"
          " line-height: 5; color: #e4e4e4; transform: rotate(-20deg) }", None, web=CW),
    Style("background-gradient", "all", "body { background: linear-gradient(#eaf2ff, #fff6e0) } td { background: rgba(255,255,255,.5) }", None, web=CW),
    Style("background-picture", "all", "table { background: repeating-linear-gradient(45deg, #f4f4f4 0 6pt, #e9eefc 6pt 12pt) }", None, web=CW),
    Style("transparent-group", "all", "body { opacity: .93 }", None, web=CW),
    Style("transparent-table", "all", "table { opacity: .85 }", None, web=CW),
    Style("turned-slightly", "all", "table { transform: rotate(.2deg) }", None, web=C, look={"own_pages": True}),
    Style("scaled", "all", "table { transform: scale(.9); transform-origin: top left }", None, web=CW, look={"own_pages": True, "table_size": 8}),
    Style("zoomed", "all", "body { zoom: .83 }", None, web=("chromium", "wkhtmltopdf")),
    Style("shadowed-table", "all", "table { box-shadow: 2pt 2pt 6pt #888; border-radius: 4pt } td { text-shadow: .3pt .3pt .5pt #aaa }", None, web=C),
    Style("large-type", "all", "h1 { font-size: 26pt }", PLAIN, look={"size": 18, "table_size": 12, "margin": 12}, big=False),
    Style("small-type", "all", "", PLAIN, look={"size": 7, "table_size": 5, "row": 7, "margin": 30}, own=OWN),
    Style("two-columns", "all", "body { columns: 2; column-gap: 18pt } h1, table { column-span: all }", two_columns, web=CW, look={"size": 10.5}),
    Style("heads-and-feet", "all", "@page { @top-left { content: '政府信息公开工作年度报告'; font-size: 9pt } @top-right { content: '2 0 2 3' } @bottom-left { content: '第 ' counter(page) ' 页 共 ' counter(pages) ' 页' } }",
          PLAIN, web=CW, look={"running_head": "政府信息公开工作年度报告", "page_number": "第1页"}),
    Style("breaks-between-rows", "all", SMALL_PAGE, page(9071, 6236, 500), web=CW, look={"table_size": 9}),
    Style("breaks-inside-rows", "all", SMALL_PAGE + BREAK + "td { height: 34pt; line-height: 2 }", chain(page(9071, 6236, 500), rows_may_break(700)), web=CW, look={"table_size": 9}),
    Style("breaks-inside-figures", "all", SMALL_PAGE + BREAK + WRAP, chain(page(9071, 6236, 500), rows_may_break()), web=CW, look={"narrow": True, "table_size": 10.5}, big=True),
    Style("breaks-inside-labels", "all", SMALL_PAGE + BREAK + "td.l:not([rowspan]) { word-break: break-all; padding: 2pt 9% }", None, web=CW, look={"table_size": 10.5}, big=False),
    Style("breaks-heads-repeated", "all", SMALL_PAGE, page(9071, 7236, 500), web=CW, look={"repeat_head": True, "table_size": 8}),
    Style("cut-rows", "all", "", None, web=("wkhtmltopdf",), look={"row": 24, "size": 14}),
    Style("heads-repeated", "all", "", PLAIN, look={"repeat_head": True}, own=OWN),
    Style("total-first", "all", "", PLAIN, shape="total-first"),
    Style("labels-repeated", "all", "", PLAIN, shape="labels-repeated"),
    Style("labels-unmerged", "all", "", PLAIN, shape="labels-unmerged"),
    Style("flat-head", "all", "", PLAIN, shape="flat-head"),
    Style("one-label-column", "all", "", PLAIN, shape="one-label-column"),
    Style("head-merged-down", "all", "", PLAIN, shape="head-merged-down"),
    Style("caption-row", "all", "", PLAIN, shape="caption-row"),
    Style("foot-row", "all", "", PLAIN, shape="foot-row"),
    Style("empty-rows", "all", "", PLAIN, shape="empty-rows"),
    Style("empty-column", "all", "", PLAIN, shape="empty-column"),
    Style("two-on-a-sheet", "all", "", PLAIN, after="two-up"),
    Style("cut-out-of-a-sheet", "all", "", PLAIN, after="offset"),
    Style("small-margins", "all", "@page { margin: 4mm }", page(11906, 16838, 230), look={"page_number": None, "margin": 4}),
    Style("figures-top", "all", "td { vertical-align: top; line-height: 1.1; height: 30pt }", replaced('<w:vAlign w:val="center"/>', '<w:vAlign w:val="top"/>'), look={"row": 28}),
    Style("figures-bottom", "all", "td.v { vertical-align: bottom } td { height: 30pt }", replaced('<w:vAlign w:val="center"/>', '<w:vAlign w:val="bottom"/>'), look={"row": 28}),
    Style("thousands", "all", "", PLAIN, printed="thousands"),
    Style("thousands-wrapped", "all", WRAP, PLAIN, look={"narrow": True}, printed="thousands", big=True),
    Style("units", "all", "", PLAIN, printed="units"),
    Style("wide-digits", "all", "", PLAIN, printed="wide-digits"),
    Style("padded-figures", "all", "", PLAIN, printed="padded"),
    Style("links-and-lines", "all", "td.v { text-decoration: underline; color: #00c }", replaced(r'(<w:sz w:val="\d+"/>)(</w:rPr><w:t xml:space="preserve">[\d.]+<)', r'\1<w:u w:val="single"/>\2')),
    Style("boxed-sections", "all", "body { border: 1pt solid #000; padding: 6pt } h2 { border-bottom: 1pt solid #000; background: #eee }", None),
    Style("picture-of-table", "picture", "table { filter: grayscale(1) }", None, web=C),
    # Some lines, or grounds in their place.
    Style("rules-across", "part", "td { border-width: .5pt 0 }", borders("top bottom insideH")),
    Style("rules-across-light", "part", "td { border: 0; border-bottom: .5pt solid #ddd }", borders("bottom insideH", color="DDDDDD")),
    Style("rules-across-dashed", "part", "td { border: 0; border-bottom: .75pt dashed #666 }", borders("insideH", "dashed", 6)),
    Style("rules-across-wide", "part", "td { border-width: .5pt 0; height: 26pt } table { font-size: 8pt }", borders("top bottom insideH"), look={"row": 26}, big=False),
    Style("rules-across-right", "part", "td { border-width: .5pt 0 }", borders("top bottom insideH"), look={"align": "right"}),
    Style("rules-across-left", "part", "td { border-width: .5pt 0 }", borders("top bottom insideH"), look={"align": "left"}),
    Style("three-lines", "part", "td { border: 0 } tr:first-child td { border-top: 1.5pt solid #000 } td.h { border-bottom: .75pt solid #000 } table { border-bottom: 1.5pt solid #000 }",
          chain(borders("top bottom", size=12), row_borders(lambda number, count: number == 3))),
    Style("rules-every-third", "part", "td { border: 0 } tr:nth-child(3n) td { border-bottom: .5pt solid #000 }", chain(borders("top bottom"), row_borders(lambda number, count: number % 3 == 0))),
    Style("rules-down", "part", "td { border-width: 0 .5pt }", borders("left right insideV")),
    Style("rules-down-frame", "part", "td { border-width: 0 .5pt } table { border: .5pt solid #000 }", borders("top bottom left right insideV")),
    Style("rules-down-wrapped", "part", "td { border-width: 0 .5pt }" + WRAP, borders("left right insideV"), look={"narrow": True, "row": 24}, big=True),
    Style("frame", "part", "td { border: 0 } table { border: 1pt solid #000 }", borders("top bottom left right")),
    Style("frame-and-head", "part", "td { border: 0 } td.h { border: .5pt solid #000 } table { border: 1pt solid #000 }", chain(borders("top bottom left right"), row_borders(lambda number, count: number < 4))),
    Style("labels-lined", "part", "td.v { border: 0 } td.l, td.h { border: .5pt solid #000 }", None),
    Style("figures-lined", "part", "td.l, td.h { border: 0 } td.v { border: .5pt solid #000 }", None),
    Style("lines-with-holes", "part", "td { border: 0 } tr:nth-child(odd) td:nth-child(odd) { border: .5pt solid #000 } tr:nth-child(even) td:nth-child(even) { border: .5pt solid #000 }",
          chain(all_borders("nil"), cell_borders("top left bottom right", lambda number: number % 3 != 1))),
    Style("lines-not-left", "part", "td { border-width: .5pt .5pt .5pt 0 } td:first-child { border-left: 0 }", borders("top bottom right insideH insideV")),
    Style("stripes", "part", NO_LINES, all_borders("nil"), look={"stripe": "#e3e9f3"}),
    Style("stripes-heads", "part", NO_LINES, all_borders("nil"), look={"stripe": "#f2f2f2", "head_fill": "#1f4e79", "head_color": "#ffffff"}),
    Style("stripes-down", "part", NO_LINES + " td.v:nth-last-child(odd) { background: #e8eef8 }", chain(all_borders("nil"), fills(lambda row, place: "E8EEF8" if place % 2 else None))),
    Style("head-ground", "part", NO_LINES, all_borders("nil"), look={"head_fill": "#d9e2f3"}),
    Style("white-lines", "part", "td { border: 1pt solid #fff; background: #dce6f1 } td.h { background: #4472c4 }", chain(all_borders(size=8, color="FFFFFF"), fills(lambda row, place: "DCE6F1"))),
    Style("white-lines-stripes", "part", "td { border: 1pt solid #fff; background: #e9edf4 } tr:nth-child(even) td { background: #d0d8e8 }",
          chain(all_borders(size=8, color="FFFFFF"), fills(lambda row, place: "D0D8E8" if row % 2 else "E9EDF4"))),
    Style("cells-on-black", "part", "table { background: #000; border-collapse: separate; border-spacing: .75pt } td { border: 0; background: #fff }", None),
    Style("cells-apart", "part", "table { border-collapse: separate; border-spacing: 2.5pt } td { border: 0; background: #eef }", None),
    Style("chessboard", "part", NO_LINES + " tr:nth-child(odd) td:nth-child(odd), tr:nth-child(even) td:nth-child(even) { background: #e6eef8 }",
          chain(all_borders("nil"), fills(lambda row, place: "E6EEF8" if (row + place) % 2 else None))),
    Style("rules-across-breaks", "part", SMALL_PAGE + "td { border-width: .5pt 0 }", chain(borders("top bottom insideH"), page(9071, 6236, 500)), web=CW, look={"table_size": 9}),
    Style("rules-across-auto", "part", "td { border-width: .5pt 0 } " + AUTO, None),
    Style("rules-across-wrapped-labels", "part", "td { border-width: .5pt 0 } " + NARROW_LABELS, None, big=False),
    Style("rules-down-stripes", "part", "td { border-width: 0 .5pt }", borders("left right insideV"), look={"stripe": "#eef2fa"}),
    Style("stripes-wrapped-labels", "part", NO_LINES + NARROW_LABELS, None, look={"stripe": "#e3e9f3"}, big=False),
    Style("rules-across-flat-head", "part", "td { border-width: .5pt 0 }", borders("top bottom insideH"), shape="flat-head"),
    Style("rules-across-heads-repeated", "part", SMALL_PAGE + "td { border-width: .5pt 0 }", chain(borders("top bottom insideH"), page(9071, 7236, 500)), web=CW, look={"repeat_head": True, "table_size": 8}),
    Style("rules-across-watermark", "part", "td { border-width: .5pt 0 } body::before { content: '内部资料 注意保存'; position: fixed; left: 15%; top: 45%; font-size: 44pt; color: #c8c8c8; transform: rotate(-35deg) }", None, web=CW),
    Style("rules-across-thousands", "part", "td { border-width: .5pt 0 }", borders("top bottom insideH"), printed="thousands"),
    Style("stripes-breaks", "part", SMALL_PAGE + NO_LINES, chain(all_borders("nil"), page(9071, 6236, 500)), web=CW, look={"stripe": "#e3e9f3", "table_size": 8}),
    Style("rules-across-total-first", "part", "td { border-width: .5pt 0 }", borders("top bottom insideH"), shape="total-first"),
    # No lines.
    Style("bare", "none", NO_LINES, all_borders("nil")),
    Style("bare-right", "none", NO_LINES, all_borders("nil"), look={"align": "right"}),
    Style("bare-left", "none", NO_LINES, all_borders("nil"), look={"align": "left"}),
    Style("bare-small", "none", NO_LINES, all_borders("nil"), look={"table_size": 6, "row": 10}),
    Style("bare-tall-rows", "none", NO_LINES + " td { height: 30pt }", all_borders("nil"), look={"row": 30, "table_size": 8}),
    Style("bare-spaced", "none", NO_LINES + " td.v { letter-spacing: .3em }", chain(all_borders("nil"), character_spacing(40, digits_only=True)), look={"table_size": 7.5}, big=False),
    Style("bare-lying", "none", NO_LINES, chain(all_borders("nil"), page(16838, 11906, 1134)), look={"landscape": True}),
    Style("bare-breaks", "none", SMALL_PAGE + NO_LINES, chain(all_borders("nil"), page(9071, 6236, 500)), web=CW, look={"table_size": 9}),
    Style("bare-heads-repeated", "none", NO_LINES, all_borders("nil"), look={"repeat_head": True}),
    Style("bare-total-first", "none", NO_LINES, all_borders("nil"), shape="total-first"),
    Style("bare-flat-head", "none", NO_LINES, all_borders("nil"), shape="flat-head"),
    Style("bare-watermark", "none", NO_LINES + " body::before { content: '内部资料 注意保存'; position: fixed; left: 15%; top: 45%; font-size: 44pt; color: #c8c8c8; transform: rotate(-35deg) }", None, web=CW),
    Style("bare-turned-heads", "none", NO_LINES + TURNED, chain(all_borders("nil"), turned_heads("btLr")), web=C),
    Style("bare-thousands", "none", NO_LINES, all_borders("nil"), printed="thousands"),
    Style("bare-caption-row", "none", NO_LINES, all_borders("nil"), shape="caption-row"),
    Style("bare-foot-row", "none", NO_LINES, all_borders("nil"), shape="foot-row"),
    Style("bare-one-label-column", "none", NO_LINES, all_borders("nil"), shape="one-label-column"),
    Style("bare-labels-repeated", "none", NO_LINES, all_borders("nil"), shape="labels-repeated"),
    Style("bare-two-on-a-sheet", "none", NO_LINES, all_borders("nil"), after="two-up"),
    Style("bare-two-columns", "none", NO_LINES + " body { columns: 2; column-gap: 18pt } h1, table { column-span: all }", chain(all_borders("nil"), two_columns), web=CW, look={"size": 10.5}),
    Style("bare-auto", "none", NO_LINES + AUTO, None),
    Style("bare-wrapped-labels", "none", NO_LINES + NARROW_LABELS, None, big=False),
    Style("bare-figures-top", "none", NO_LINES + NARROW_LABELS + " td { vertical-align: top }", chain(all_borders("nil"), replaced('<w:vAlign w:val="center"/>', '<w:vAlign w:val="top"/>'))),
    Style("bare-figures-bottom", "none", NO_LINES + NARROW_LABELS + " td { vertical-align: bottom }", chain(all_borders("nil"), replaced('<w:vAlign w:val="center"/>', '<w:vAlign w:val="bottom"/>'))),
    Style("bare-labels-left", "none", NO_LINES + " td.l { text-align: left }", None, look={"align": "right"}),
    Style("bare-wrapped", "none", NO_LINES + WRAP, all_borders("nil"), look={"narrow": True, "row": 24}, big=True),
]
BY_NAME = {style.name: style for style in STYLES}
