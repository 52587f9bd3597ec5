#!/usr/bin/env python3
"""Makes the documents below Fixtures/: all agencies, regions and numbers in them are invented.

usage: make.py [--pdf] [--own DIR --truth DIR] [--matrix DIR --truth DIR]

Without options it writes every input.docx and input.txt again, byte for byte the same each time, and the PDFs and doc files
that are missing. --pdf prints all of these again (LibreOffice, and for pdf/printed-* the producers of making/producers.py; their bytes
differ from run to run).
--own and --truth write copies of the reports as DIR/<slug>.<ext> and what a reader should find in them as
DIR/<slug>.json in the scorer's format. --matrix prints every report in every form instead, as DIR/<slug>-<form>.<ext>,
to measure with; nothing of that is kept here.
"""

import argparse
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "making"))

from features import all_small, described  # noqa: E402
from pdf import doc_of, pdf_of  # noqa: E402
from printed import all_printed, every_form  # noqa: E402
from truth import truth  # noqa: E402


def write_list():
    """CASES.md: what each case shows, in the words of its maker."""
    lines = ["# The cases", "", "Written by `make.py`; the words stand beside each maker in `making/`.", ""]
    reports = [(folder, report.slug, report.about) for folder, report, _, _ in all_printed()]
    small = [(folder, name, about) for folder, name, about in described()]
    for folder, name, about in dict.fromkeys(reports + small):
        lines.append(f"- `{folder}/{name}`" + (f": {about}" if about else ""))
    (HERE / "CASES.md").write_text("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pdf", action="store_true")
    parser.add_argument("--own", type=pathlib.Path)
    parser.add_argument("--truth", type=pathlib.Path)
    parser.add_argument("--matrix", type=pathlib.Path)
    options = parser.parse_args()
    if options.matrix:
        for report, form, extension, maker in every_form():
            stem = f"{report.slug}-{form}"
            content = maker(report)
            save(options.matrix / f"{stem}.{extension}", pdf_of(content) if extension == "pdf" else content)
            save_truth(report, stem, extension, options.truth)
        return
    for folder, report, extension, maker in all_printed():
        path = HERE / folder / report.slug / f"input.{extension}"
        printer = {"pdf": pdf_of, "doc": doc_of}.get(extension)
        write(path, lambda: printer(maker(report)) if printer else maker(report), printer is not None, options.pdf)
        several = folder == "twins"
        stem = f"{report.slug}-{extension}" if several else report.slug
        if options.own:
            save(options.own / f"{stem}.{extension}", path.read_bytes())
        save_truth(report, stem, extension, options.truth)
    for folder, name, extension, maker, printed in all_small():
        write(HERE / folder / name / f"input.{extension}", maker, printed, options.pdf)
    write_list()


def write(path, maker, printed, again):
    """Writes what `maker` gives; what a producer prints, only where it is missing or asked for `again`."""
    if printed and path.exists() and not again:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(maker())


def save(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def save_truth(report, stem, extension, folder):
    if folder:
        facts = truth(report, f"{stem}.{extension}")
        save(folder / f"{stem}.json", json.dumps(facts, ensure_ascii=False, indent=1).encode())


if __name__ == "__main__":
    main()
