"""Dialects of other programs: WPS, LibreOffice, pandoc, HTML inside of a docx."""

import re
import subprocess
import tempfile
from pathlib import Path

from dialects import FIGURE, dialect
from dialects_cells import figure_in_pieces
from docx import package, report_docx, zipped
from looks import Look
from officeparts import parts_of, with_document
from webpage import webpage


@dialect("strict")
def strict(report, dice):
    return report_docx(report, strict=True)


@dialect("wps")
def wps(report, dice):
    """As WPS writes: hints of fonts, ids of revisions, split runs, custom data."""
    def edit(xml):
        xml = re.sub(r"<w:r><w:rPr>", '<w:r w:rsidR="00A1"><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/><w:kern w:val="0"/>', xml)
        xml = re.sub(r"<w:tr>", '<w:tr w:rsidR="00A1"><w:tblPrEx><w:tblCellMar><w:top w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPrEx>', xml)
        return xml.replace("<w:tcPr>", '<w:tcPr><w:noWrap w:val="0"/>')
    return with_document(report_docx(report, tweak=lambda block, xml: figures_split(xml, dice) if block.kind == "table" else xml), edit)


def figures_split(xml, dice):
    return FIGURE.sub(lambda match: figure_in_pieces(match[1], match[2], dice) if dice.random() < 0.5 else match[0], xml)


def converted(content, suffix, *filters):
    """What LibreOffice makes of a document: through `suffix` formats one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "input.docx"
        path.write_bytes(content)
        for number, target in enumerate(filters):
            out = Path(folder) / str(number)
            subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", target, "--outdir", out, path],
                           capture_output=True, timeout=180, check=True)
            path = next(out.iterdir())
        return path.read_bytes()


@dialect("libreoffice")
def libreoffice(report, dice):
    return converted(report_docx(report), "docx", "odt", "docx")


@dialect("libreoffice-old")
def libreoffice_old(report, dice):
    """A docx that was a .doc."""
    return converted(report_docx(report), "docx", "doc", "docx")


@dialect("libreoffice-rtf")
def libreoffice_rtf(report, dice):
    return converted(report_docx(report), "docx", "rtf", "docx")


@dialect("pandoc")
def pandoc(report, dice):
    """What pandoc makes of a web page."""
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder) / "input.html", Path(folder) / "output.docx"
        page.write_text(webpage(report, Look()))
        subprocess.run(["pandoc", "-f", "html", page, "-o", out], capture_output=True, timeout=120, check=True)
        return out.read_bytes()


@dialect("html-part")
def html_part(report, dice):
    """The body is a part of HTML, as html-docx-js writes it."""
    kept = {"word/page.html": webpage(report, Look())}
    content = package('<w:altChunk r:id="rIdHtml"/>')
    parts = parts_of(content)
    rels = parts["word/_rels/document.xml.rels"].decode().replace("</Relationships>", '<Relationship Id="rIdHtml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="page.html"/></Relationships>')
    types = parts["[Content_Types].xml"].decode().replace("<Override", '<Default Extension="html" ContentType="text/html"/><Override', 1)
    return zipped(parts | kept | {"word/_rels/document.xml.rels": rels, "[Content_Types].xml": types})


# The programs that a dialect needs.
NEEDS = {"libreoffice": "libreoffice", "libreoffice-old": "libreoffice", "libreoffice-rtf": "libreoffice", "pandoc": "pandoc"}
