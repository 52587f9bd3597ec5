"""Prints a report as a PDF in the order in which word processors do: a table row by row and cell by cell.

Tests/Torture/pdf_reports.py, whose pages these are, draws all labels of a table before its values, which is quicker to
make and leaves it to the ruling lines where a value belongs.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Torture"))

import pdf_reports  # noqa: E402
from pdf_reports import HEIGHT, grid_of, placed, show, width, wrap  # noqa: E402
from reports import TOKEN, plain, prose, with_tokens  # noqa: E402

ROWS = {"active": (14, 8), "applications": (17, 6), "review": (14, 8)}  # height of a row, size of the letters


class Pages(pdf_reports.Pages):
    """Pages being filled from the top, each table drawn in the order in which it is read."""

    def table(self, facts, name, row_height, size):
        report = with_tokens(facts.year, facts.voice, facts.style)
        start = round(self.top + 4)
        rules, texts = "0.5 w\n", ""
        grid = grid_of(report, name, facts.edition)
        for cell, left, top, right, bottom in placed(grid, name, row_height):
            upper, lower = start + top, start + bottom
            rules += f"{left} {HEIGHT - lower} {right - left} {lower - upper} re S\n"
            lines = wrap(facts.fill(TOKEN.split(cell.text)), right - left - 4, size)
            first = (upper + lower) / 2 - len(lines) * size * 0.55
            texts += "".join(show(line, (left + right) / 2 - width(line, size) / 2, first + i * size * 1.1, size)
                             for i, line in enumerate(lines))
        self.pages[-1].append(rules + texts)
        self.top = start + len(grid) * row_height + 10

    def report(self, facts):
        for block in with_tokens(facts.year, facts.voice, facts.style).all_blocks():
            text = facts.fill(TOKEN.split(plain(block.text)))
            if block.kind == "title":
                self.text(text, 18, indent=False, middle=True)
            elif block.kind == "table":
                self.table(facts, block.name, *ROWS[block.name])
            else:
                if block.text.endswith((prose.SECTION_2, prose.SECTION_4)):
                    self.turn()
                self.text(text)


def content(facts, pages=None, paragraphs=()):
    """The bytes of the report; with `paragraphs` behind it until it has so many pages, or these alone on one or two."""
    printed = Pages()
    if pages is None or pages > 2:
        printed.report(facts)
        if pages is not None and len(printed.pages) < pages:
            printed.turn()
    for paragraph in paragraphs:
        if printed.top > HEIGHT - 100:
            if len(printed.pages) >= pages:
                break
            printed.turn()
        printed.text(paragraph)
    return pdf_reports.file(["".join(page) for page in printed.pages])
