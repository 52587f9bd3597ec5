"""Prints a report as a PDF of three pages: text over a font that poppler-data resolves, tables with ruled lines.

What never varies (rules and labels of the tables) is drawn once and kept.
"""

import functools
import zlib

from reports import TOKEN, form, plain, prose, with_tokens

WIDTH, HEIGHT, MARGIN = 595, 842, 40
SIZES = {"active": [129] * 4, "applications": [44, 66, 141] + [38] * 7, "review": [34] * 15}

FONT = [
    "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1)"
    " /Supplement 4 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 5 0 R >>",
    "<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880"
    " /Descent -120 /CapHeight 700 /StemV 80 >>",
]


def width(text, size):
    return sum(size if ord(c) > 0x7f else size / 2 for c in text)


def show(text, x, top, size):
    """`text` on one line, its left end at `x`, its upper edge at `top` from the top of the page."""
    return f"BT /F1 {size} Tf {x:.1f} {HEIGHT - top - size * 0.88:.1f} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"


def wrap(text, room, size):
    """`text` in lines that fit `room`, never broken inside a number."""
    lines, start = [], 0
    while start < len(text):
        end, used = start, 0
        while end < len(text) and (end == start or used + width(text[end], size) <= room):
            used += width(text[end], size)
            end += 1
        if end < len(text) and text[end].isdigit() and text[end - 1].isdigit():
            while end > start + 1 and text[end - 1].isdigit():
                end -= 1
        lines.append(text[start:end])
        start = end
    return lines


def grid_of(report, name, edition):
    return {"active": lambda: form.active_grid(edition, report.active),
            "applications": lambda: form.applications_grid(edition, report.applications),
            "review": lambda: form.review_grid(report.review)}[name]()


def placed(grid, name, row_height):
    """(cell, left, top, right, bottom) of each cell of a table whose top is at 0, in the order in which it is read."""
    edges = [MARGIN + sum(SIZES[name][:i]) for i in range(len(SIZES[name]) + 1)]
    taken = set()
    for r, row in enumerate(grid):
        column = 0
        for cell in row:
            while (r, column) in taken:
                column += 1
            taken |= {(r + down, column + right) for down in range(cell.rows) for right in range(cell.cols)}
            yield cell, edges[column], r * row_height, edges[column + cell.cols], (r + cell.rows) * row_height
            column += cell.cols


@functools.cache
def table(name, edition, row_height, size):
    """(drawing of rules and labels, places of the values, height) of a table whose top is at 0.

    A place is (token, middle x, top): the caller moves them down to where the table stands.
    """
    report = with_tokens(2022 if edition == "2021" else 2019, 0, "h")
    grid = grid_of(report, name, edition)
    rules, texts, places = [], [], []
    for cell, left, top, right, bottom in placed(grid, name, row_height):
        rules.append((left, top, right - left, bottom - top))
        found = TOKEN.fullmatch(cell.text)
        if found:
            places.append((found[1], (left + right) / 2, (top + bottom) / 2 - size / 2))
        else:
            lines = wrap(cell.text, right - left - 4, size)
            upper = (top + bottom) / 2 - len(lines) * size * 0.55
            texts += [(line, (left + right) / 2 - width(line, size) / 2, upper + i * size * 1.1)
                      for i, line in enumerate(lines)]
    return rules, texts, places, len(grid) * row_height


@functools.cache
def drawn(name, edition, top, row_height, size):
    rules, texts, places, height = table(name, edition, row_height, size)
    drawing = "0.5 w\n" + "".join(f"{x} {HEIGHT - top - y - h} {w} {h} re S\n" for x, y, w, h in rules)
    return drawing + "".join(show(t, x, top + y, size) for t, x, y in texts), places, top + height


class Pages:
    """Pages being filled from the top."""

    def __init__(self):
        self.pages, self.top = [[]], MARGIN

    def turn(self):
        self.pages.append([])
        self.top = MARGIN

    def text(self, text, size=11, indent=True, middle=False):
        for line in wrap(("　　" if indent else "") + text, WIDTH - 2 * MARGIN, size):
            x = WIDTH / 2 - width(line, size) / 2 if middle else MARGIN
            self.pages[-1].append(show(line, x, self.top, size))
            self.top += size * 1.6

    def table(self, facts, name, row_height, size):
        self.top = round(self.top + 4)
        drawing, places, bottom = drawn(name, facts.edition, self.top, row_height, size)
        self.pages[-1].append(drawing)
        for key, middle, y in places:
            value = facts.values[key]
            self.pages[-1].append(show(value, middle - width(value, size) / 2, self.top + y, size))
        self.top = bottom + 10


def pdf(facts):
    """The bytes of the report as a PDF."""
    report = with_tokens(facts.year, facts.voice, facts.style)
    pages = Pages()
    for block in report.all_blocks():
        text = facts.fill(TOKEN.split(plain(block.text)))
        if block.kind == "title":
            pages.text(text, 18, indent=False, middle=True)
        elif block.kind == "table":
            pages.table(facts, block.name, 15 if block.name == "applications" else 14, 6 if block.name == "applications" else 8)
        else:
            if block.text.endswith((prose.SECTION_2, prose.SECTION_4)):
                pages.turn()
            pages.text(text)
    return file(["".join(page) for page in pages.pages])


def file(contents):
    """A PDF with a page for each of `contents`."""
    kids = " ".join(f"{6 + 2 * i} 0 R" for i in range(len(contents)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Count {len(contents)} /Kids [{kids}] >>".encode(),
               *(line.encode() for line in FONT)]
    for content in contents:
        packed = zlib.compress(content.encode(), 1)
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << /F1 3 0 R >> >>"
                       f" /Contents {len(objects) + 2} 0 R >>".encode())
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\nendstream")
    out, places, at = [b"%PDF-1.7\n"], [], 9
    for number, content in enumerate(objects, 1):
        out.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
        places.append(at)
        at += len(out[-1])
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    out.append(b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
               % (len(objects) + 1, rows, len(objects) + 1, at))
    return b"".join(out)
