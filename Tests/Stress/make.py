#!/usr/bin/env python3
"""Makes reports as producers print and copy them, each with its truth: the same ones each time.

usage: make.py OUT [--count 1] [--seed 1] [--only pdf,docx,text,mutations] [--style WORD]

OUT gets pdf/, docx/, text/ and mutations/, each NAME.pdf (or .docx, .txt, .md) with NAME.json beside it: the truth in the scorer's
format, with the style, which lines are drawn, the producer, the filling and the value of every cell. --count is how often each
style is made, with other numbers and by other producers. A producer that is not installed is left out and named.
"""

import argparse
import multiprocessing
import os
import pathlib
import sys
import traceback

from jobs import JOBS


NOT_MADE = "not made: "


def run(job):
    function, arguments = job
    try:
        return function(arguments)
    except Exception as error:  # what can't be made is named, and the others go on
        return [f"{NOT_MADE}{function.__name__}: {error!r}\n{traceback.format_exc()}"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default=",".join(JOBS))
    parser.add_argument("--style", default="", help="only styles whose name holds this")
    options = parser.parse_args()
    os.nice(10)
    jobs = [job for kind in options.only.split(",") for job in JOBS[kind](options)]
    is_whole = True
    with multiprocessing.Pool(2, maxtasksperchild=4) as pool:
        for lines in pool.imap_unordered(run, jobs):
            for line in lines:
                print(line, flush=True)
                is_whole = is_whole and not line.startswith(NOT_MADE)
    print(f"{sum(1 for path in options.out.rglob('*') if path.suffix not in ('.json', ''))} documents in {options.out}", file=sys.stderr)
    sys.exit(0 if is_whole else 1)


if __name__ == "__main__":
    main()
