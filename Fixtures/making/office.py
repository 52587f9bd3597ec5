"""A report as a PDF in the way of an office program: embedded TrueType subsets, each text in a clip of its own, borders as
filled rectangles, marked content around everything.

Han characters stand in Type0 fonts under Identity-H with a ToUnicode map; digits and letters in a simple TrueType font
with WinAnsiEncoding and no map, or in a Type0 font too. Needs fonttools and the fonts of HAN and LATIN.
"""

import functools
import io
import logging
import re
import zlib

from fontTools import subset
from fontTools.ttLib import TTFont
from looks import FOOTNOTE, LINK
from report import MARK
from webpage import COLUMNS, rows_with_roles

TRUETYPE = "/usr/share/fonts/truetype/"
HAN = {"hei": ("wqy/wqy-microhei.ttc", "WenQuanYiMicroHei"), "ming": ("arphic/uming.ttc", "ARPLUMingCN")}
HAN |= {"sans": HAN["hei"], "serif": HAN["ming"]}
LATIN = {"Liberation Serif": ("liberation/LiberationSerif-{}.ttf", "LiberationSerif"), "Liberation Sans": ("liberation/LiberationSans-{}.ttf", "LiberationSans"),
         "DejaVu Sans": ("dejavu/DejaVuSans{}.ttf", "DejaVuSans")}
CLOSING = "。，、；：）》〉”！？〕"
UNBROKEN = re.compile(r"[!-~]+|.", re.DOTALL)
logging.getLogger("fontTools.subset").setLevel(logging.ERROR)
TABLES = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"]


@functools.cache
def _opened(path):
    return TTFont(TRUETYPE + path, fontNumber=0)


class Font:
    """A font of the file and the characters that it is asked for."""

    def __init__(self, name, path, base, is_simple):
        self.name, self.path, self.base, self.is_simple = name, path, base, is_simple
        self.font, self.used = _opened(path), {}
        self.cmap, self.units = self.font.getBestCmap(), self.font["head"].unitsPerEm

    def width(self, character):
        return round(self.font["hmtx"][self.cmap[ord(character)]][0] * 1000 / self.units)

    def code(self, character):
        glyph = self.font.getGlyphID(self.cmap[ord(character)])
        self.used[character] = glyph
        return f"{ord(character):02X}" if self.is_simple else f"{glyph:04X}"

    def has(self, character):
        return ord(character) in self.cmap and (not self.is_simple or " " <= character <= "~")

    def program(self):
        options = subset.Options(retain_gids=True, notdef_outline=True, drop_tables=[], recalc_timestamp=False, glyph_names=False)
        cut = subset.Subsetter(options)
        cut.populate(unicodes=map(ord, self.used))
        font = TTFont(TRUETYPE + self.path, fontNumber=0, recalcTimestamp=False)
        cut.subset(font)
        for table in font.keys():
            if table not in TABLES + ["GlyphOrder"] + (["cmap"] if self.is_simple else []):
                del font[table]
        out = io.BytesIO()
        font.save(out)
        return out.getvalue()


class Pages:
    """Pages being filled from the top, in points from the upper left corner."""

    def __init__(self, look, digits_in_type0):
        self.look = look
        self.size = (841.92, 595.32) if look.landscape else (595.32, 841.92)
        self.margin = look.margin * 2.8346
        self.pages, self.links, self.marks, self.fonts = [], [], 0, {}
        self.simple = not digits_in_type0
        self.is_sealed = False
        self.turn()

    @property
    def room(self):
        return self.size[0] - 2 * self.margin

    @property
    def bottom(self):
        return self.size[1] - self.margin

    def turn(self):
        self.pages.append([])
        self.links.append([])
        self.top = self.margin

    def font(self, character, bold):
        """(font, whether it has to be thickened) for a character."""
        latin = self.look.latin
        if latin and " " <= character <= "~":
            path, base = LATIN[latin]
            style = ("-Bold" if bold else "") if "DejaVu" in latin else "Bold" if bold else "Regular"
            key, args, fat = (latin, bold), (path.format(style), base + ("-Bold" if bold else ""), self.simple), False
        else:
            key, args, fat = ("han",), (*HAN[self.look.han], False), bold and self.look.fake_bold
        if key not in self.fonts:
            self.fonts[key] = Font(f"F{len(self.fonts) + 1}", *args)
        return self.fonts[key], fat

    def width(self, text, size, bold=False):
        return sum(self.font(c, bold)[0].width(c) for c in text) * size / 1000

    def add(self, operators):
        self.pages[-1].append(operators)

    def rectangle(self, left, top, width, height, color):
        self.add(f"{_rgb(color)} rg\n{left:.2f} {self.size[1] - top - height:.2f} {width:.2f} {height:.2f} re\nf*\n")

    def text(self, text, left, base, size, color="#000000", bold=False, clip=None, spread=0.0):
        """`text` on one line; `spread` is added behind every character."""
        x, y, w, h = clip or (0, 0, *self.size)
        out = f"{x:.3f} {self.size[1] - y - h:.3f} {w:.3f} {h:.3f} re\nW* n\n"
        for font, fat, piece in self._pieces(text, bold):
            codes = "".join(f"<{font.code(c)}>{-round(spread * 1000 / size)}" if spread else f"<{font.code(c)}>" for c in piece)
            if not spread:
                codes = "<" + codes.replace("><", "").strip("<>") + ">"
            self.marks += 1
            style = f"2 Tr {size / 30:.3f} w\n" if fat else ""
            out += (f"/P <</MCID {self.marks}>> BDC q\nBT\n/{font.name} {size:g} Tf\n1 0 0 1 {left:.2f} {self.size[1] - base:.2f} Tm\n{_gray(color)}\n"
                    f"{style}[{codes}] TJ\nET\nQ\n EMC\n")
            left += self.width(piece, size, bold) + spread * len(piece)
        self.add(f"q\n{out}Q\n")
        return left

    def _pieces(self, text, bold):
        last = None
        for character in text:
            key = self.font(character, bold)
            if last and last[0] == key:
                last[1] += character
            else:
                if last:
                    yield *last[0], last[1]
                last = [key, character]
        if last:
            yield *last[0], last[1]

    def lines(self, text, room, size, bold=False, indent=0.0, hangs=True):
        """`text` in lines that fit; nothing of Latin letters or digits is broken. Where it `hangs`, no line begins with a closing mark."""
        lines, line, used = [], "", indent
        for unit in UNBROKEN.findall(text):
            width = self.width(unit, size, bold)
            if line and used + width > room and not (hangs and unit in CLOSING):
                lines.append(line)
                line, used = "", 0.0
            line, used = line + unit, used + width
        return lines + [line] if line else lines


def _rgb(color):
    return " ".join(f"{int(color[i:i + 2], 16) / 255:.3g}" for i in (1, 3, 5))


def _gray(color):
    rgb = _rgb(color)
    return "0 g\n0 G" if rgb == "0 0 0" else f"{rgb} rg\n{rgb} RG"


def _paragraph(pages, text, indent=True, align="left", size=None, bold=False, color="#000000"):
    look = pages.look
    size = size or look.size
    figures, bare = [], ""
    for piece, is_figure in ((p, n % 2 == 1) for n, p in enumerate(re.split("[\x02\x03]", MARK.sub("\x02\\1\x03", text)))):
        if is_figure:
            figures.append((len(bare), len(bare) + len(piece)))
        bare += piece
    start, height, at = 2 * size if indent else 0.0, size * look.line, 0
    lines = pages.lines(bare, pages.room, size, bold, start)
    for number, line in enumerate(lines):
        if pages.top + height > pages.bottom:
            pages.turn()
        room = pages.room - (start if number == 0 else 0)
        free = room - pages.width(line, size, bold)
        left = pages.margin + (start if number == 0 else 0) + {"center": free / 2, "right": free}.get(align, 0)
        spread = free / len(line) if align == "left" and number < len(lines) - 1 and abs(free) < 2 * size else 0.0
        base = pages.top + height * 0.5 + size * 0.38
        cuts = sorted({0, len(line), *(min(max(edge - at, 0), len(line)) for figure in figures for edge in figure)})
        for first, last in zip(cuts, cuts[1:]):
            is_figure = any(a <= at + first < b for a, b in figures)
            piece = line[first:last]
            end = pages.text(piece, left, base, size, look.prose_color or color if is_figure else color,
                             bold or is_figure and look.bold_figures, spread=spread)
            if is_figure and look.underline:
                pages.rectangle(left, base + size * 0.12, end - left, 0.48, color)
            left = end
        at += len(line)
        pages.top += height
    return left


def _table(pages, grid, name):
    look, size = pages.look, pages.look.table_size
    edges = [pages.margin]
    for share in COLUMNS[name]:
        edges.append(edges[-1] + pages.room * share / sum(COLUMNS[name]))
    rows, taken = [], {}
    for r, (roles, striped) in enumerate(rows_with_roles(grid, name)):
        column, cells = 0, []
        for cell, role in roles:
            while taken.get(column, 0) > r:
                column += 1
            for offset in range(cell.cols):
                taken[column + offset] = r + cell.rows
            cells.append((cell, role, edges[column], edges[column + cell.cols]))
            column += cell.cols
        lines = max((len(pages.lines(cell.text, right - left - 3, size, True, hangs=False)) for cell, _, left, right in cells if cell.rows == 1), default=1)
        rows.append((cells, striped, max(look.row, lines * size * 1.25 + 4)))
    while rows_left := [row for row in rows if row]:
        start = len(rows) - len(rows_left)
        end, top = start, pages.top
        while end < len(rows) and top + rows[end][2] <= pages.bottom:
            starts_block = any(cell.rows > 2 for cell, *_ in rows[end][0]) and top + 90 > pages.bottom
            if starts_block and end > start:
                break
            top += rows[end][2]
            end += 1
        if end == start:
            pages.turn()
            continue
        _rows(pages, rows, start, end)
        rows = [None] * end + rows[end:]
        if end < len(rows):
            pages.turn()
    pages.top += 6


def _rows(pages, rows, start, end):
    """The rows `start` to `end` on this page; a cell that goes on behind them is open there."""
    look, top, open_cells = pages.look, pages.top, []
    tops = [top]
    for _, _, height in rows[start:end]:
        tops.append(tops[-1] + height)
    lines = []
    # What goes on from the page before has its border here too, and no text.
    for cell, left, right, until in getattr(pages, "going_on", []):
        lines.append((left, right, tops[0], tops[min(until, end) - start]))
        if until > end:
            open_cells.append((cell, left, right, until))
    for r in range(start, end):
        cells, striped, _ = rows[r]
        for cell, role, left, right in cells:
            upper, lower = tops[r - start], tops[min(r + cell.rows, end) - start]
            if r + cell.rows > end:
                open_cells.append((cell, left, right, r + cell.rows))
            fill = look.head_fill if role == "h" else look.stripe if striped else None
            if fill:
                pages.rectangle(left, upper, right - left, lower - upper, fill)
            _cell_text(pages, cell, role, left, upper, right, lower)
            lines.append((left, right, upper, lower))
    w = look.border_width
    for left, right, upper, lower in lines:
        for x, y, width, height in ((left, upper, right - left, w), (left, lower, right - left + w, w), (left, upper, w, lower - upper), (right, upper, w, lower - upper)):
            pages.rectangle(x, y, width, height, look.border)
    pages.going_on = open_cells
    pages.top = tops[-1]


def _cell_text(pages, cell, role, left, upper, right, lower):
    look, size = pages.look, pages.look.table_size
    bold = look.is_bold and (look.bold_totals and role.endswith("t") or look.bold_labels and role == "l")
    color = look.head_color if role == "h" and look.head_fill else look.figure_color or "#000000" if role[0] == "v" else "#000000"
    lines = pages.lines(cell.text, right - left - 3, size, bold, hangs=False)
    height = size * 1.25
    base = (upper + lower) / 2 - height * len(lines) / 2 + height * 0.5 + size * 0.38
    for line in lines:
        free = right - left - pages.width(line, size, bold)
        at = {"center": free / 2, "right": free - 3, "left": 3}[look.align if role[0] == "v" else "center"]
        pages.text(line, left + at, base, size, color, bold, (left, upper, right - left, lower - upper))
        base += height


def document(report, look, digits_in_type0=True):
    """The bytes of the PDF, the same each time with the same fonts."""
    pages = Pages(look, digits_in_type0)
    for block in report.all_blocks():
        if block.kind == "title":
            _paragraph(pages, block.text, False, "center", 18, look.is_bold, look.title_color)
        elif block.kind == "table":
            _table(pages, report.grid(block), block.name)
        elif block.kind == "h":
            if look.link and block.number == "二":
                top = pages.top
                end = _paragraph(pages, LINK, color="#0563c1")
                if pages.top > top:
                    pages.links[-1].append((pages.margin, pages.size[1] - pages.top, end, pages.size[1] - top))
            if pages.top + 4 * look.size * look.line > pages.bottom or (
                    block.number in ("二", "三", "四") and (look.own_pages or pages.top + 140 > pages.bottom)):
                pages.turn()
            _paragraph(pages, block.text, bold=look.is_bold)
        elif block.kind == "right":
            _paragraph(pages, block.text, False, "right")
            if look.seal and block.text == report.signature:
                pages.is_sealed = True
                pages.add(f"q\n/GS8 gs\n80 0 0 80 {pages.size[0] - pages.margin - 90:.2f} {pages.size[1] - pages.top - 40:.2f} cm\n/Image9 Do\nQ\n")
        else:
            _paragraph(pages, block.text)
    if look.footnote:
        _paragraph(pages, f"注：{FOOTNOTE}", size=9)
    return _file(pages)


def _file(pages):
    """The objects of the file: pages, fonts, contents."""
    look = pages.look
    if look.page_number or look.running_head:
        for number, page in enumerate(pages.pages, 1):
            pages.pages.append(page)  # text() writes on the last page
            for text, base in ((look.page_number and look.page_number.replace("1", str(number)), pages.size[1] - 36), (look.running_head, 40)):
                if text:
                    pages.text(text, (pages.size[0] - pages.width(text, 9)) / 2, base, 9)
            pages.pages.pop()
    objects = [b"", b""]

    def added(content):
        objects.append(content.encode() if isinstance(content, str) else content)
        return f"{len(objects)} 0 R"

    fonts = " ".join(f"/{font.name} {_font(font, added)}" for font in pages.fonts.values() if font.used)
    images = f"/XObject << /Image9 {_seal(added)} >>" if pages.is_sealed else ""
    resources = added(f"<< /Font << {fonts} >> /ExtGState << /GS7 << /Type /ExtGState /BM /Normal /ca 1 >> /GS8 << /Type /ExtGState /BM /Normal /CA 1 /ca 1 >> >> "
                      f"{images} /ProcSet [ /PDF /Text /ImageB /ImageC /ImageI ] >>")
    kids = []
    for page, links in zip(pages.pages, pages.links):
        content = added(_stream("".join(page).encode()))
        annotations = "".join(f"<< /Type /Annot /Subtype /Link /Rect [{' '.join(f'{c:.2f}' for c in box)}] /Border [0 0 0] /F 4 "
                              f"/A << /Type /Action /S /URI /URI ({LINK}) >> >> " for box in links)
        kids.append(added(f"<< /Type /Page /Parent 2 0 R /Resources {resources} /MediaBox [0 0 {pages.size[0]} {pages.size[1]}] /Contents {content} "
                          f"/Group << /Type /Group /S /Transparency /CS /DeviceRGB >> /Tabs /S" + (f" /Annots [ {annotations}]" if annotations else "") + " >>"))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>"
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [ {' '.join(kids)} ] >>".encode()
    info = added("<< /Creator (Fixtures) /Producer (Fixtures/making/office.py) >>")
    out, places = bytearray(b"%PDF-1.7\n%\xb5\xb5\xb5\xb5\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {info} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _stream(content, more=""):
    packed = zlib.compress(content, 9)
    return f"<< /Filter /FlateDecode /Length {len(packed)}{more} >>\nstream\n".encode() + packed + b"\nendstream"


def _font(font, added):
    head, hhea = font.font["head"], font.font["hhea"]
    scale = lambda value: round(value * 1000 / font.units)
    program = font.program()
    file = added(_stream(program, f" /Length1 {len(program)}"))
    base = f"ABCDE{'ABCDEFGHIJ'[int(font.name[1:]) % 10]}+{font.base}"
    descriptor = added(f"<< /Type /FontDescriptor /FontName /{base} /Flags 32 /ItalicAngle 0 /Ascent {scale(hhea.ascent)} /Descent {scale(hhea.descent)} "
                       f"/CapHeight 700 /AvgWidth 500 /StemV 50 /FontBBox [ {scale(head.xMin)} {scale(head.yMin)} {scale(head.xMax)} {scale(head.yMax)} ] /FontFile2 {file} >>")
    characters = sorted(font.used, key=font.used.get)
    if font.is_simple:
        first, last = ord(min(font.used)), ord(max(font.used))
        widths = " ".join(str(font.width(chr(code)) if chr(code) in font.used else 0) for code in range(first, last + 1))
        return added(f"<< /Type /Font /Subtype /TrueType /Name /{font.name} /BaseFont /{base} /Encoding /WinAnsiEncoding /FontDescriptor {descriptor} "
                     f"/FirstChar {first} /LastChar {last} /Widths [ {widths} ] >>")
    widths = " ".join(f"{font.used[c]} [{font.width(c)}]" for c in characters)
    below = added(f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{base} /CIDToGIDMap /Identity /DW 1000 /CIDSystemInfo << /Ordering (Identity) /Registry (Adobe) "
                  f"/Supplement 0 >> /FontDescriptor {descriptor} /W [ {widths} ] >>")
    pairs = [f"<{font.used[c]:04X}> <{c.encode('utf-16-be').hex().upper()}>" for c in characters]
    blocks = "".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n" for part in (pairs[i:i + 100] for i in range(0, len(pairs), 100)))
    to_unicode = added(_stream(("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                                "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
                                f"{blocks}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").encode()))
    return added(f"<< /Type /Font /Subtype /Type0 /BaseFont /{base} /Encoding /Identity-H /DescendantFonts [ {below} ] /ToUnicode {to_unicode} >>")


def _seal(added, side=120):
    """A ring of red as a picture with a soft mask."""
    middle, alpha = (side - 1) / 2, bytearray()
    for y in range(side):
        for x in range(side):
            away = ((x - middle) ** 2 + (y - middle) ** 2) ** 0.5 / middle
            alpha.append(150 if 0.88 < away < 0.98 or away < 0.18 else 0)
    size = f" /Type /XObject /Subtype /Image /Width {side} /Height {side} /BitsPerComponent 8"
    mask = added(_stream(bytes(alpha), size + " /ColorSpace /DeviceGray"))
    return added(_stream(bytes((220, 20, 20)) * side * side, f"{size} /ColorSpace /DeviceRGB /Interpolate true /SMask {mask}"))
