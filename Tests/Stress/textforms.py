"""The forms of text in which reports are copied: each function gives the text of a report, those of FROM_PDF from a PDF of it."""

import re
import subprocess
import tempfile
from pathlib import Path

import paths  # noqa: F401
from browser import COPIED, SELECTED
from form import expanded
from looks import Look
from shapes import shaped
from text import cell_lines, html_rows, joined, lines_of, markdown_rows, pipe_rows, spaced_rows, tab_rows, width
from webpage import webpage

TEXT_FORMS, FROM_PDF, FROM_BROWSER = {}, {}, {}


def with_paragraphs(page):
    """Each cell's text in a paragraph of its own, as office programs save web pages."""
    return re.sub(r"(<td[^>]*>)(.*?)</td>", r"\1<p>\2</p></td>", page)


def program(command, content, suffix):
    """What a program prints of a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"input.{suffix}"
        path.write_bytes(content)
        return subprocess.run([*command, path], capture_output=True, timeout=120, check=True).stdout.decode("utf-8", "replace")


def pdftotext(*options):
    return lambda content: subprocess.run(["pdftotext", *options, "-enc", "UTF-8", "-", "-"], input=content, capture_output=True, timeout=120, check=True).stdout.decode()


FROM_PDF["layout"] = pdftotext("-layout")
FROM_PDF["plain"] = pdftotext()
FROM_PDF["raw"] = pdftotext("-raw")
FROM_PDF["layout-fixed"] = pdftotext("-fixed", "5")
# The looks of the PDFs that those are made of: styles of styles.py.
PDF_LOOKS = ("lined", "bare", "rules-across", "large-type", "small-type", "total-first", "breaks-between-rows")

# What is done to the page, and what gives the text.
FROM_BROWSER["browser-copy"] = (str, COPIED)
FROM_BROWSER["browser-selection"] = (str, SELECTED)
FROM_BROWSER["browser-copy-paragraphs"] = (with_paragraphs, COPIED)
FROM_BROWSER["browser-selection-paragraphs"] = (with_paragraphs, SELECTED)


def text_form(name):
    def register(function):
        TEXT_FORMS[name] = function
        return function
    return register


def by_rows(name, rows, **options):
    """Registers a form whose tables are lines by `rows(grid, block)`."""
    TEXT_FORMS[name] = lambda report, dice: joined(lines_of(report, rows, **options))


def page_of(report):
    return webpage(report, Look(page_number=None)).encode()


@text_form("w3m")
def w3m(report, dice):
    return program(["w3m", "-dump", "-T", "text/html", "-O", "UTF-8", "-I", "UTF-8", "-cols", dice.choice(["100", "132", "180", "240"])], page_of(report), "html")


@text_form("w3m-lines")
def w3m_lines(report, dice):
    """A page whose tables have a border, which w3m draws."""
    page = page_of(report).replace(b"<table>", b'<table border="1">')
    return program(["w3m", "-dump", "-T", "text/html", "-O", "UTF-8", "-I", "UTF-8", "-cols", dice.choice(["120", "160", "220"])], page, "html")


@text_form("pandoc-plain")
def pandoc_plain(report, dice):
    return program(["pandoc", "-f", "html", "-t", "plain", "--columns", dice.choice(["72", "120", "200"])], page_of(report), "html")


@text_form("pandoc-markdown")
def pandoc_markdown(report, dice):
    return program(["pandoc", "-f", "html", "-t", dice.choice(["markdown", "gfm", "markdown_mmd"]), "--columns", "160"], page_of(report), "html")


@text_form("pandoc-from-docx")
def pandoc_from_docx(report, dice):
    from docx import report_docx
    return program(["pandoc", "-f", "docx", "-t", "plain", "--columns", "180"], report_docx(report), "docx")


by_rows("cell-a-line", lambda grid, block: [line for row in grid for line in [*(cell.text for cell in row)]])
by_rows("cell-a-line-tabs", cell_lines)
by_rows("cell-a-line-gaps", lambda grid, block: [line for row in grid for line in [*(cell.text for cell in row), ""]])
by_rows("two-spaces", lambda grid, block: ["  ".join(cell.text for cell in row if cell.text) for row in grid])
by_rows("one-space", spaced_rows)
by_rows("tabs", tab_rows)
by_rows("tabs-own-cells", html_rows)
by_rows("pipes", pipe_rows)
by_rows("markdown", markdown_rows)


by_rows("wide-spaces", lambda grid, block: ["\u3000\u3000".join(cell.text for cell in row if cell.text) for row in grid])
by_rows("cell-a-line-pipes", lambda grid, block: [line for row in grid for line in [*(f"{cell.text} |" for cell in row), "||"]])
by_rows("bars", lambda grid, block: ["│" + "│".join(cell.text for cell in row) + "│" for row in grid])


@text_form("drawn")
def drawn(report, dice):
    """Lines drawn with characters, a cell as wide as its column."""
    def rows(grid, block):
        matrix = [[text for text, _ in row] for row in expanded(grid)]
        sizes = [max(width(row[column]) for row in matrix) for column in range(len(matrix[0]))]
        rule = lambda left, middle, right: left + middle.join("─" * size for size in sizes) + right
        lines = ["│" + "│".join(text + " " * (size - width(text)) for text, size in zip(row, sizes)) + "│" for row in matrix]
        return [rule("┌", "┬", "┐"), *[line for each in lines for line in (each, rule("├", "┼", "┤"))][:-1], rule("└", "┴", "┘")]
    return joined(lines_of(report, rows))


@text_form("spreadsheet")
def spreadsheet(report, dice):
    """Copied from a spreadsheet: cells with line ends inside are quoted."""
    split = lambda text: f'"{text[:2]}\n{text[2:]}"' if len(text) == 4 and not text[0].isdigit() else text
    return joined(lines_of(report, lambda grid, block: ["\t".join(split(text) for text, _ in row) for row in expanded(grid)]))


@text_form("pandoc-rst")
def pandoc_rst(report, dice):
    return program(["pandoc", "-f", "html", "-t", dice.choice(["rst", "org", "asciidoc"]), "--columns", "180"], page_of(report), "html")


@text_form("markdown-bold")
def markdown_bold(report, dice):
    """Labels, heads and totals bold, headings with their marks, the whole grid with covered cells empty."""
    mark = lambda text: f"**{text}**" if text and not text[0].isdigit() else text
    def rows(grid, block):
        lines = ["| " + " | ".join(mark(text) for text, _ in row) + " |" for row in expanded(grid)]
        return [lines[0], "|" + " :---: |" * len(expanded(grid)[0]), *lines[1:]]
    text = joined(lines_of(report, rows))
    return "\n".join(f"## {line}" if line[:2] in ("一、", "二、", "三、", "四、", "五、", "六、") and "|" not in line else line for line in text.split("\n"))


for _shape in ("caption-row", "foot-row", "empty-rows", "one-label-column", "flat-head", "labels-repeated"):
    TEXT_FORMS[f"{_shape}-tabs"] = lambda report, dice, shape=_shape: TEXT_FORMS["tabs"](shaped(report, shape), dice)
for _name, _base in [("total-first-tabs", "tabs"), ("total-first-cell-a-line", "cell-a-line"), ("total-first-w3m", "w3m"), ("total-first-markdown", "markdown")]:
    TEXT_FORMS[_name] = lambda report, dice, base=_base: TEXT_FORMS[base](shaped(report, "total-first"), dice)

ENDINGS = {"markdown": ".md", "markdown-bold": ".md", "pandoc-markdown": ".md", "total-first-markdown": ".md"}
NEEDS = {"w3m": "w3m", "w3m-lines": "w3m", "total-first-w3m": "w3m", "pandoc-plain": "pandoc", "pandoc-markdown": "pandoc", "pandoc-from-docx": "pandoc", "pandoc-rst": "pandoc"}
