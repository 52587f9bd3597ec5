"""Plain-text forms in which reports are found."""

import re
import unicodedata

from form import expanded
from report import plain


def lines_of(report, table, style=lambda t: t, gap=True):
    """Every block as lines; `table` prints a grid as a list of lines."""
    out = []
    for block in report.all_blocks():
        if block.kind == "table":
            out += ["", *table(report.grid(block), block), ""]
        else:
            texts = block.lines if block.lines else [block.text]
            out += [t if block.kind == "noise" else style(plain(t)) for t in texts]
            if gap:
                out.append("")
    return out


def joined(lines):
    text = "\n".join(lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def tab_rows(grid, block=None):
    """One row a line, a TAB between grid positions, covered positions empty: the form that we print ourselves."""
    return ["\t".join(text for text, _ in row) for row in expanded(grid)]


def html_rows(grid, block=None):
    """What a browser copies: own cells only, so that a row is short by what is merged into it."""
    return ["\t".join(cell.text for cell in row) for row in grid]


def ragged_rows(grid, block=None):
    """Labels without gaps, then values, then the empty field that a merged label leaves at the end."""
    out = []
    for row in expanded(grid):
        if len(row) == 10 and row[3][0] and not row[2][0] and row[2][1] == "left" and row[0][1] == "above":
            row = [row[0], row[1], *row[3:], ("", "left")]
        elif len(row) == 10 and row[0][1] == "own" and row[1][0] and row[2][1] == "left":
            row = [row[0], row[1], *row[3:], ("", "left")]
        out.append("\t".join(text for text, _ in row))
    return out


def cell_lines(grid, block=None):
    """One cell a line behind a TAB, a blank line between rows, a bare TAB for what is covered from above."""
    out = []
    for row in expanded(grid):
        out += ["\t" + text for text, owner in row if owner != "left"]
        out.append("")
    return out


def pipe_rows(grid, block=None):
    """Cells between pipes, covered cells lost."""
    return [" | ".join(cell.text for cell in row) + " |" for row in grid]


def markdown_rows(grid, block=None):
    """A markdown table whose rows have as many fields as the row has cells of its own."""
    rows = ["| " + " | ".join(cell.text for cell in row) + " |" for row in grid]
    return [rows[0], "| " + " | ".join("---" for _ in grid[0]) + " |", *rows[1:]]


def spaced_rows(grid, block=None):
    """Retyped by hand: one space between cells, nothing for what is merged or blank."""
    return [" ".join(cell.text for cell in row if cell.text) for row in grid]


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def layout_rows(grid, block=None):
    """Columns held apart by runs of spaces, as `pdftotext -layout` does; a merged label stands in its middle row."""
    matrix = [[text for text, _ in row] for row in expanded(grid)]
    owners = [[owner for _, owner in row] for row in expanded(grid)]
    for c in range(max(len(row) for row in matrix)):  # labels merged downwards move to the middle
        for r in range(len(matrix)):
            if c < len(matrix[r]) and matrix[r][c]:
                end = r
                while end + 1 < len(matrix) and c < len(owners[end + 1]) and owners[end + 1][c] == "above":
                    end += 1
                middle = (r + end) // 2
                if middle != r and owners[middle][c] == "above":
                    matrix[middle][c], matrix[r][c] = matrix[r][c], ""
    columns = max(len(row) for row in matrix)
    spans = [[(i == 0 or o == "own" or o == "above") for i, o in enumerate(row)] for row in owners]
    sizes = [0] * columns
    for row, own in zip(matrix, spans):
        for c, text in enumerate(row):
            alone = c + 1 >= len(own) or own[c + 1]
            if alone:
                sizes[c] = max(sizes[c], width(text) + 2)
    out = []
    for row in matrix:
        line, edge = "", 0
        for c, text in enumerate(row):
            if text:
                line += " " * max(2 if line.strip() else 0, edge - width(line)) + text
            edge += sizes[c]
        out.append("  " + line.rstrip())
    return out


def wrapped(text, columns=28, indent="    "):
    """Hard line ends every `columns` characters, never inside a number or before a stop, as exporters put them."""
    lines, start, first = [], 0, True
    while start < len(text):
        end = min(len(text), start + columns - (2 if first else 0))
        while end < len(text) and (text[end] in "，。；：、！？）》”%" or text[end].isdigit() and text[end - 1].isdigit()):
            end += 1
        lines.append((indent if first else "") + text[start:end].strip())
        start, first = end, False
    return lines


def ascii_commas(text):
    """The punctuation of an ASCII keyboard; stops stay."""
    return text.translate(str.maketrans("，：；（）", ",:;()"))


def spaced_digits(text):
    """A space between digits and Chinese characters, as word processors put there on export."""
    text = re.sub(r"(?<=[\u4e00-\u9fff])(?=\d)", " ", text)
    return re.sub(r"(?<=\d)(?=[\u4e00-\u9fff])", " ", text)
