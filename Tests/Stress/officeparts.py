"""The main part of a docx package, changed."""

import io
import zipfile

import paths  # noqa: F401
from docx import zipped

MAIN = "word/document.xml"


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_document(content, edit):
    """The package with its main part as `edit(xml)` gives it."""
    parts = parts_of(content)
    return zipped(parts | {MAIN: edit(parts[MAIN].decode())})
