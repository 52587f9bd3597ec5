"""Prints docx to PDF with LibreOffice."""

import pathlib
import subprocess
import tempfile


def pdf_of(docx):
    """The PDF of the docx bytes `docx`. Not the same bytes from run to run: dates and ids differ."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "input.docx"
        path.write_bytes(docx)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                        "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"false\"}}",
                        "--outdir", folder, str(path)], check=True, capture_output=True, timeout=300)
        return (pathlib.Path(folder) / "input.pdf").read_bytes()
