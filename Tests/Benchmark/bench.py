#!/usr/bin/env python3
"""Measures Gongkai beside its floor and its peers, on documents made from a fixed seed.

usage: bench.py [--quick] [--only WORD] [--rounds 7] [--no-peers] [--program PROGRAM] [--write]

The floor is what cannot be done without: libzip and libxml2 for a docx (floor.c), pdftotext for a PDF. The peers are what
others read such files with (`make peers`). --quick leaves out the peers, the long run and most sizes. --write writes
the tables into docs/speed.md between its marks; exit status 0 also where a target is missed, which the tables say.
"""

import argparse
import json
import os
import pathlib
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Torture")]

import comparisons  # noqa: E402
import scaling  # noqa: E402
import tables  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=str(HERE.parents[1] / ".build" / "release" / "gongkai"))
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--only", default="", metavar="WORD", help="comparisons with this word in their titles")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    comparisons.OUT.mkdir(parents=True, exist_ok=True)
    chosen = [c for c in comparisons.ALL if options.only in c.title and (c.is_quick or not options.quick)]
    with_peers = not options.quick and not options.no_peers
    measured = [(c, *c.measured(options.program, options.rounds, with_peers)) for c in chosen]
    runs = []
    if not options.quick and options.only in scaling.TITLE:
        runs = scaling.rows(scaling.measured(options.program, options.rounds))
    missing = sorted({name for c in chosen for name in c.missing()}) if with_peers else []
    told = tables.conditions(options.program, load, options.rounds, with_peers)
    shares = [(c.title, comparisons.own_pages(options.program, documents)) for c, documents, _ in measured if c.is_printed]
    page = tables.page(measured, runs, missing, told, shares)
    print(page)
    samples = {c.title: {k.name: [s._asdict() for s in k.samples] for k in contenders} for c, _, contenders in measured}
    (comparisons.BUILT / "samples.json").write_text(json.dumps(samples, indent=1))
    if options.write:
        tables.put_into_page("bench", page)


if __name__ == "__main__":
    main()
