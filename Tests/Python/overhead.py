#!/usr/bin/env python3
"""Measures what Python costs a document, beside `convert -j`: overhead.py PROGRAM [--rounds 9].

1,000 copies of two fixtures, 600 docx and 400 texts, in one folder. In turns the program converts them into a file and this package
yields their records, each of which is a dict. Printed are the medians of wall time and of CPU time with that of all processes that were
started, in ms a document, and what of it is the decoding of lines as JSON.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Sources/Python"))

import gongkai  # noqa: E402

COPIES = [("reports/lanshan-government-2023/input.docx", 600), ("documents/flood-notice/input.txt", 400)]
JOBS = 2


def measured(work) -> tuple[float, float]:
    """Milliseconds, and those of CPU."""
    before, began = os.times(), time.perf_counter()
    work()
    after, ended = os.times(), time.perf_counter()
    return (ended - began) * 1000, (sum(after[:4]) - sum(before[:4])) * 1000


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("program", type=pathlib.Path)
    options.add_argument("--rounds", type=int, default=9)
    given = options.parse_args()
    program = str(given.program.resolve())
    os.environ["PYTHON_GONGKAI"] = program
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for path, count in COPIES:
            for number in range(count):
                shutil.copy(ROOT / "Fixtures" / path, f"{number:04}{pathlib.Path(path).suffix}")
        names = sorted(os.listdir())
        lines = pathlib.Path(folder) / "records"

        def convert() -> None:
            subprocess.run([program, "convert", "-j", str(JOBS), *names, "-o", lines], check=True, stderr=subprocess.DEVNULL)

        def package() -> None:
            assert sum(1 for _ in gongkai.convert(names, jobs=JOBS)) == len(names)

        def decode() -> None:
            with open(lines, "rb") as file:
                for line in file:
                    json.loads(line)

        works = {"gongkai convert -j 2 -o FILE": convert, "gongkai.convert(names, jobs=2)": package, "json.loads alone": decode}
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
        for _ in range(given.rounds):
            for name, work in works.items():
                found[name].append(measured(work))
        print("| ms a document | wall | CPU |\n| --- | --: | --: |")
        for name, times in found.items():
            wall, cpu = (statistics.median(column) / len(names) for column in zip(*times))
            print(f"| `{name}` | {wall:.2f} | {cpu:.2f} |")


if __name__ == "__main__":
    main()
