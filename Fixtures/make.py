#!/usr/bin/env python3
"""Makes the documents below Fixtures/: all agencies, regions and numbers in them are invented.

usage: make.py [--pdf] [--own DIR --truth DIR]

Without options it writes every input.docx and input.txt again, byte for byte the same each time, and the PDFs that are
missing. --pdf prints all PDFs again (LibreOffice and the Noto CJK fonts; their bytes differ from run to run).
--own and --truth write copies of the reports as DIR/<slug>.<ext> and what a reader should find in them as
DIR/<slug>.json in the scorer's format.
"""

import argparse
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "making"))

from pdf import pdf_of  # noqa: E402
from printed import all_printed  # noqa: E402
from truth import truth  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pdf", action="store_true")
    parser.add_argument("--own", type=pathlib.Path)
    parser.add_argument("--truth", type=pathlib.Path)
    options = parser.parse_args()
    for folder, report, extension, maker in all_printed():
        path = HERE / folder / report.slug / f"input.{extension}"
        write(path, maker(report), extension, options.pdf)
        several = folder == "twins"
        stem = f"{report.slug}-{extension}" if several else report.slug
        if options.own:
            options.own.mkdir(parents=True, exist_ok=True)
            (options.own / f"{stem}.{extension}").write_bytes(path.read_bytes())
        if options.truth:
            options.truth.mkdir(parents=True, exist_ok=True)
            text = json.dumps(truth(report, f"{stem}.{extension}"), ensure_ascii=False, indent=1)
            (options.truth / f"{stem}.json").write_text(text)


def write(path, content, extension, again):
    path.parent.mkdir(parents=True, exist_ok=True)
    if extension == "pdf":
        if path.exists() and not again:
            return
        content = pdf_of(content)
    path.write_bytes(content)


if __name__ == "__main__":
    main()
