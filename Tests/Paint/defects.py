#!/usr/bin/env python3
"""Paints one random defect over one random number of each of many clean reports, the same ones by the same seed.

usage: defects.py OUT --clean DIR [--count 600] [--seed 1] [--kinds WORD,WORD] [--verify]

DIR is what clean.py made. OUT gets NAME.pdf or NAME.docx with NAME.json beside it: the kind, the cell, what a reader sees
there, and the value of every cell of the clean report. The kinds take turns. --verify holds pictures of the pages before
and after against each other, and names what changed though it may not, or didn't though it must.
"""

import argparse
import collections
import functools
import json
import multiprocessing
import os
import pathlib
import random
import subprocess
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "Fixtures" / "making")]

import paintdocx  # noqa: E402
import paintpdf  # noqa: E402
import paintturned  # noqa: E402, F401
import paintwords  # noqa: E402, F401
from cells import TABLES, cells_of, value_of  # noqa: E402
from places import places_of  # noqa: E402
from target import Document, Target, Unfit  # noqa: E402

TRIES = 60


@functools.cache
def truth_of(path):
    truth = json.loads(path.with_suffix(".json").read_text())
    cells = cells_of(truth)
    return truth, cells, places_of(path, cells) if path.suffix == ".pdf" else None


def opened(path):
    """(document, its target maker) of a clean file; None where its cells are not found."""
    truth, cells, places = truth_of(path)
    if path.suffix == ".docx":
        return paintdocx.DocxDocument(path.read_bytes(), cells), paintdocx.DocxTarget
    return (Document(path, truth, cells, places), Target) if places else (None, None)


def painted(job):
    """Paints one; its row for the list, or why it was given up."""
    number, kind, clean, out, seed, verify = job
    dice = random.Random(f"defects/{seed}/{number}/{kind}")
    maker = (paintdocx.KINDS if kind in paintdocx.KINDS else paintpdf.KINDS)[kind]
    reason = ""
    for _ in range(TRIES):
        source = dice.choice(clean)
        document, target_of = opened(source)
        if document is None:
            continue
        table = dice.choice(TABLES)
        cells = [name for name in document.places if name.startswith(table)]
        # Most numbers of a report are small; half of the time a longer one is taken.
        longer = [name for name in cells if len(document.cells[name][1]) > 1]
        cell = dice.choice(longer if longer and dice.random() < 0.7 else cells)
        location = document.location(cell) if source.suffix == ".docx" else None
        try:
            target = target_of(document, cell, dice)
            seen = maker(target)
        except Unfit as error:
            reason = str(error)
            continue
        path = out / f"{number:05d}-{kind}-{source.stem}{source.suffix}"
        if source.suffix == ".docx":
            path.write_bytes(document.saved())
        else:
            target.save()
            document.save(path)
        value, raw = document.cells[cell]
        affected = sorted({*(seen.affected or []), *([] if seen.said == "document" else [cell])})
        note = {"kind": kind, "detail": seen.detail, "source": source.name, "cell": cell, "affected": affected,
                "sees": {"raw": None if seen.raw is None else seen.raw + target.suffix, "value": None if seen.raw is None else value_of(seen.raw + target.suffix, raw, value)},
                "said": seen.said, "words": list(seen.words), "cells": {name: value for name, (value, _) in document.cells.items()},
                "meta": {key: truth_of(source)[0][key] for key in ("agency", "year", "title", "edition", "date")}}
        if location:
            note["location"] = location
        else:
            note["page"], note["box"] = document.places[cell].page + 1, document.places[cell].box
            note["boxes"] = {name: [document.places[name].page + 1, *document.places[name].box] for name in affected}
        path.with_suffix(".json").write_text(json.dumps(note, ensure_ascii=False, indent=1))
        complaint = compared(source, path, note, seen) if verify and source.suffix == ".pdf" else ""
        return kind, complaint
    return kind, f"{kind}: given up: {reason}"


def compared(source, path, note, seen):
    """Whether the picture of the page changed as the kind says; "" where it did."""
    import io

    from PIL import Image, ImageChops
    pictures = []
    for file in (source, path):
        done = subprocess.run(["pdftoppm", "-cropbox", "-r", "100", "-f", str(note["page"]), "-l", str(note["page"]), str(file)], capture_output=True, check=True)
        pictures.append(Image.open(io.BytesIO(done.stdout)).convert("RGB"))
    if pictures[0].size != pictures[1].size:
        return f"{path.name}: another size of the page"
    box = ImageChops.difference(*pictures).point(lambda v: 255 if v > 24 else 0).getbbox()
    if seen.is_shown is True and not box:
        return f"{path.name}: nothing changed on the page ({seen.detail})"
    if seen.is_shown is False and box:
        return f"{path.name}: the page changed in {[round(c * 0.72) for c in box]} ({seen.detail})"
    scale = [c * 0.72 for c in box] if box else None
    if scale and seen.said == "cell" and not seen.affected and (scale[0] < note["box"][0] - 70 or scale[2] > note["box"][2] + 70):
        return f"{path.name}: the page changed far from the cell ({seen.detail})"
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--clean", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default="", help="only kinds with one of these words in their names")
    parser.add_argument("--verify", action="store_true")
    options = parser.parse_args()
    os.nice(5)
    options.out.mkdir(parents=True, exist_ok=True)
    pdfs, docxs = sorted(options.clean.glob("*.pdf")), sorted(options.clean.glob("*.docx"))
    words = options.kinds.split(",")
    kinds = [name for name in [*paintpdf.KINDS, *paintdocx.KINDS] if any(word in name for word in words)]
    kinds = [name for name in kinds if (docxs if name in paintdocx.KINDS else pdfs)]
    if not kinds:
        sys.exit("no such kind, or nothing clean to paint on")
    jobs = [(number, kinds[number % len(kinds)], docxs if kinds[number % len(kinds)] in paintdocx.KINDS else pdfs, options.out, options.seed, options.verify)
            for number in range(options.count)]
    with multiprocessing.Pool(os.cpu_count()) as pool:
        rows = list(pool.imap_unordered(painted, jobs, chunksize=4))
    for kind, complaint in sorted(rows):
        if complaint:
            print(complaint)
    made = collections.Counter(kind for kind, complaint in rows if "given up" not in complaint)
    print(f"{sum(made.values())} painted, {len(made)} kinds", file=sys.stderr)
    sys.exit(1 if any(complaint for _, complaint in rows) else 0)


if __name__ == "__main__":
    main()
