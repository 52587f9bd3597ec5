#!/usr/bin/env python3
"""The programs and libraries beside which Gongkai is measured, each in the form in which it is fastest over many files.

usage: peers.py NAME FILE...

As a program it runs in the environment of requirements.txt (`make peers`) and reads the files with one of them, in one
process; without files it only starts and imports what it needs. As a module it says how to call that. What others give
back is less: text, Markdown, or cells without meaning.
"""

import functools
import pathlib
import subprocess
import sys

ENVIRONMENT = pathlib.Path(__file__).resolve().parents[2] / ".build" / "peers"
PYTHON = ENVIRONMENT / "bin" / "python"


def python_docx(paths):
    """The text of every paragraph and of every cell, by row."""
    import docx
    for path in paths:
        document = docx.Document(path)
        yield [paragraph.text for paragraph in document.paragraphs]
        for table in document.tables:
            yield [[cell.text for cell in row.cells] for row in table.rows]


def docx2txt(paths):
    import docx2txt
    for path in paths:
        yield docx2txt.process(path)


def kreuzberg(paths):
    """Its text, by its own batch call."""
    import kreuzberg
    settings = kreuzberg.ExtractionConfig(use_cache=False)
    for result in kreuzberg.batch_extract_files_sync(paths, config=settings) if paths else []:
        yield result.content


def markitdown(paths):
    from markitdown import MarkItDown
    converter = MarkItDown()
    for path in paths:
        yield converter.convert(path).text_content


def pandoc(paths):
    """To Markdown, a process for each file: it makes one document of all that it is given."""
    import pypandoc
    program = pypandoc.get_pandoc_path()
    for path in paths:
        yield subprocess.run([program, "--from=docx", "--to=markdown", path], check=True, capture_output=True).stdout


def pdfplumber(paths):
    """Text and tables of every page."""
    import pdfplumber
    for path in paths:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                yield page.extract_tables()
                yield page.extract_text()


def pymupdf_text(paths):
    import pymupdf
    for path in paths:
        with pymupdf.open(path) as pdf:
            for page in pdf:
                yield page.get_text()


def pymupdf_tables(paths):
    import pymupdf
    for path in paths:
        with pymupdf.open(path) as pdf:
            for page in pdf:
                yield [table.extract() for table in page.find_tables().tables]


READERS = {"python-docx": python_docx, "docx2txt": docx2txt, "kreuzberg": kreuzberg, "markitdown": markitdown, "pandoc": pandoc,
           "pdfplumber": pdfplumber, "pymupdf text": pymupdf_text, "pymupdf tables": pymupdf_tables}
PACKAGES = {"pandoc": "pypandoc-binary", "pymupdf text": "pymupdf", "pymupdf tables": "pymupdf"}


def command(name, paths):
    return [PYTHON, "-W", "ignore", __file__, name, *paths]


@functools.cache
def versions():
    """{package: version} of what is installed; empty where nothing is."""
    if not PYTHON.exists():
        return {}
    listed = subprocess.run([PYTHON, "-m", "pip", "list", "--format=freeze", "--disable-pip-version-check"],
                            check=True, capture_output=True, text=True).stdout
    return {name.lower().replace("_", "-"): version for name, _, version in (line.partition("==") for line in listed.split())}


def is_installed(name):
    return PACKAGES.get(name, name) in versions()


if __name__ == "__main__":
    found = sum(1 for part in READERS[sys.argv[1]](sys.argv[2:]) if part)
    sys.exit(0 if found or not sys.argv[2:] else f"{sys.argv[1]} read nothing")
