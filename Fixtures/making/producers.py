"""The programs that print a report as a PDF: each says what it needs, and takes a report with its look.

LibreOffice (`libreoffice-writer-nogui`), Chromium (`chromium`) and wkhtmltopdf are programs; WeasyPrint, reportlab and
fonttools come from PyPI (Tests/Paint/requirements.txt). "office" is our own writer of what office programs write.
"""

import dataclasses
import functools
import importlib.util
import os
import pathlib
import shutil
import subprocess
import tempfile

from styled import styled_docx
from webpage import webpage


class Missing(Exception):
    """A program or package that is not installed."""


@functools.cache
def what_is_missing(name):
    """What is not installed of what the producer `name` needs; None where it can print."""
    programs = {"libreoffice": ["soffice"], "libreoffice-tagged": ["soffice"], "chromium": ["chromium", "chromium-browser", "google-chrome"], "wkhtmltopdf": ["wkhtmltopdf"]}
    packages = {"weasyprint": "weasyprint", "reportlab": "reportlab", "office": "fontTools", "office-simple": "fontTools"}
    if name in programs:
        return None if any(map(shutil.which, programs[name])) else programs[name][0]
    return None if importlib.util.find_spec(packages[name]) else packages[name]


def printed(producer, reports):
    """The PDFs of (report, look) pairs, in order."""
    if missing := what_is_missing(producer):
        raise Missing(missing)
    return PRODUCERS[producer](reports)


def _libreoffice(reports, tagged=False):
    return printed_docx([styled_docx(report, look) for report, look in reports], tagged)


def printed_docx(documents, tagged=False):
    """The PDFs of many docx by one start of LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / f"{number}.docx" for number in range(len(documents))]
        for path, content in zip(paths, documents):
            path.write_bytes(content)
        options = "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"%s\"}}" % str(tagged).lower()
        call(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", options, "--outdir", folder, *map(str, paths)],
              120 + 20 * len(paths))
        return [path.with_suffix(".pdf").read_bytes() for path in paths]


def _by_browser(command, fitting=lambda look: look):
    def all_of(reports):
        return [_page_printed(command, report, fitting(look)) for report, look in reports]
    return all_of


def _page_printed(command, report, look):
    return printed_page(command, webpage(report, look), look)


def printed_page(command, page_text, look):
    """The PDF of a page of HTML by a program that prints one; `command` says how it is called."""
    with tempfile.TemporaryDirectory() as folder:
        page, out = pathlib.Path(folder) / "input.html", pathlib.Path(folder) / "output.pdf"
        page.write_text(page_text)
        call(command(page, out, folder, look), 120)
        return out.read_bytes()


def call(command, seconds):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": tempfile.gettempdir()}
    done = subprocess.run(command, capture_output=True, timeout=seconds, env=environment)
    if done.returncode:
        raise RuntimeError(f"{command[0]} ends with {done.returncode}: {done.stderr.decode(errors='replace')[-1000:]}")


def _chromium(page, out, folder, look):
    program = next(filter(shutil.which, ["chromium", "chromium-browser", "google-chrome"]))
    return [program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer",
            f"--print-to-pdf={out}", page.as_uri()]


def _on_whole_pages(look):
    """wkhtmltopdf cuts rows in two at the foot of a page; here no table comes to one."""
    return dataclasses.replace(look, own_pages=True, landscape=False, row=13, table_size=min(look.table_size, 8), margin=min(look.margin, 20))


def wkhtmltopdf(page, out, folder, look):
    return ["wkhtmltopdf", "--quiet", "--page-size", "A4", "--orientation", "Landscape" if look.landscape else "Portrait",
            *(word for side in "TBLR" for word in (f"-{side}", f"{look.margin}mm")), str(page), str(out)]


def _weasyprint(reports):
    import weasyprint
    return [weasyprint.HTML(string=webpage(report, look, footnotes=True)).write_pdf() for report, look in reports]


def _office(reports, digits_in_type0=True):
    import office
    return [office.document(report, look, digits_in_type0) for report, look in reports]


def _reportlab(reports):
    import platypus
    return [platypus.document(report, look) for report, look in reports]


PRODUCERS = {"libreoffice": _libreoffice, "libreoffice-tagged": lambda reports: _libreoffice(reports, True), "chromium": _by_browser(_chromium),
             "wkhtmltopdf": _by_browser(wkhtmltopdf, _on_whole_pages), "weasyprint": _weasyprint, "office": _office, "office-simple": lambda reports: _office(reports, False), "reportlab": _reportlab}
