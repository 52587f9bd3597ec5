"""Prints docx to PDF, or saves it in Word's old format, with LibreOffice."""

import pathlib
import subprocess
import tempfile


def pdf_of(docx):
    """The PDF of the docx bytes `docx`. Not the same bytes from run to run: dates and ids differ."""
    return _converted(docx, "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"false\"}}", "pdf")


def doc_of(docx):
    """The docx bytes `docx` as Word 97 has them. Not the same bytes from run to run."""
    return _converted(docx, "doc:MS Word 97", "doc")


def _converted(docx, options, extension):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "input.docx"
        path.write_bytes(docx)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", options,
                        "--outdir", folder, str(path)], check=True, capture_output=True, timeout=300)
        return (pathlib.Path(folder) / f"input.{extension}").read_bytes()
