#!/usr/bin/env python3
"""Prints clean reports of invented agencies by all producers at hand, the same reports each time.

usage: clean.py OUT [--count 200] [--seed 1] [--producers NAME,NAME] [--docx N] [--fake-bold]

OUT gets NAME.pdf with NAME.json beside it: the truth in the scorer's format, with the producer, the look and the value of
every cell. A producer that is not installed is left out and named. --docx also writes so many reports as docx. The bytes
of a PDF differ from run to run (dates, ids), what it shows does not. --fake-bold: bold headings and totals in fonts that have
no bold face, whose outlines LibreOffice and office programs stroke; version 0.1.0 takes the strokes for lines of a table.
"""

import argparse
import dataclasses
import json
import multiprocessing
import os
import pathlib
import random
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "Fixtures" / "making")]

import producers  # noqa: E402
from cells import cells_of  # noqa: E402
from generated import generated  # noqa: E402
from looks import random_look  # noqa: E402
from styled import styled_docx  # noqa: E402
from truth import truth  # noqa: E402

BATCH = 10  # documents that a producer prints by one start


def report_of(seed, number, kind, fake_bold=False):
    """(report, look, edition) of a document: they depend on nothing else."""
    dice = random.Random(f"clean/{seed}/{kind}/{number}")
    edition = dice.choice(["2019", "2021"])
    look = random_look(dice)
    # In a wide column of prose between narrow margins all lines fit; in table 3 five digits need a small font.
    if look.latin == "DejaVu Sans" or look.landscape:
        look = dataclasses.replace(look, table_size=min(look.table_size, 8))
    if fake_bold:
        look = dataclasses.replace(look, han=dice.choice(["hei", "ming"]), fake_bold=True, bold_totals=dice.random() < 0.5)
    annex = dice.choice([0, 0, 0, 5, 20, 60])
    return generated(f"{seed}/{kind}/{number}", edition, annex=annex, big=dice.random() < 0.6), look, edition


def save(path, content, report, look, producer):
    path.write_bytes(content)
    facts = truth(report, path.name)
    facts |= {"producer": producer, "look": dataclasses.asdict(look), "cells": {name: value for name, (value, _) in cells_of(facts).items()}}
    path.with_suffix(".json").write_text(json.dumps(facts, ensure_ascii=False, indent=1))


def print_batch(job):
    """Prints one batch; a list of what went wrong."""
    out, producer, seed, numbers, fake_bold = job
    made = [report_of(seed, number, producer, fake_bold) for number in numbers]
    try:
        contents = producers.printed(producer, [(report, look) for report, look, _ in made])
    except Exception as error:  # one that prints nothing is named, and the others go on
        return [f"{producer}: {error}"]
    for number, (report, look, edition), content in zip(numbers, made, contents):
        save(out / f"{producer}-{number:03d}-{edition}.pdf", content, report, look, producer)
    return []


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--producers", default=",".join(producers.PRODUCERS))
    parser.add_argument("--docx", type=int, default=0)
    parser.add_argument("--fake-bold", action="store_true")
    options = parser.parse_args()
    os.nice(5)
    options.out.mkdir(parents=True, exist_ok=True)
    names = options.producers.split(",")
    missing = {name: what for name in names if (what := producers.what_is_missing(name))}
    names = [name for name in names if name not in missing]
    for name, what in missing.items():
        print(f"left out: {name}, which needs {what}")
    jobs = []
    for place, name in enumerate(names):
        numbers = range(options.count // len(names) + (place < options.count % len(names)))
        jobs += [(options.out, name, options.seed, numbers[i:i + BATCH], options.fake_bold) for i in range(0, len(numbers), BATCH)]
    # The slow programs first, and two at a time.
    with multiprocessing.Pool(os.cpu_count(), maxtasksperchild=4) as pool:
        failed = [line for lines in pool.imap_unordered(print_batch, jobs) for line in lines]
    for number in range(options.docx):
        report, look, edition = report_of(options.seed, number, "docx")
        save(options.out / f"docx-{number:03d}-{edition}.docx", styled_docx(report, look), report, look, "docx")
    for line in failed:
        print(line)
    made = len(list(options.out.glob("*.pdf")))
    print(f"{made} PDFs by {', '.join(names)}; {options.docx} docx", file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
