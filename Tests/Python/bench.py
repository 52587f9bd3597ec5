#!/usr/bin/env python3
"""Measures Python and Spark beside `gongkai run` on the same documents, in one go: bench.py PROGRAM [--documents 5000] [--rounds 3] [--write].

The documents are those of the large test of Spark. In turns they are given to `gongkai run` (a first night, two workers), to
`gongkai.convert` (two workers, each record a dict) and to `gongkai.spark.write` (two executors of one core, records into Parquet, without the start
of the session). Printed are the medians of wall time and of CPU time with that of all processes, in ms a document, and their ratios to
`run`. --write puts the table into docs/python.md.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
options.add_argument("program", type=pathlib.Path)
options.add_argument("--documents", type=int, default=5000)
options.add_argument("--rounds", type=int, default=3)
options.add_argument("--write", action="store_true")
given = options.parse_args()
os.environ["PYTHON_GONGKAI"] = str(given.program.resolve())

import spark_tests  # noqa: E402
from support import ROOT  # noqa: E402

import gongkai  # noqa: E402
import gongkai.spark  # noqa: E402

PAGE = ROOT / "docs/python.md"
BEGIN, END = "<!-- make bench-python -->\n", "<!-- end -->\n"
TICKS = os.sysconf("SC_CLK_TCK")


def cpu() -> dict[int, float]:
    """Seconds of CPU of this process and of each that it has started and that lives, with those of their children that were waited for."""
    parents, times = {}, {}
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(path.parent.name)] = int(fields[1])
        times[int(path.parent.name)] = sum(map(int, fields[11:15])) / TICKS

    def is_ours(process: int) -> bool:
        while process not in (0, os.getpid()):
            process = parents.get(process, 0)
        return process != 0

    return {process: seconds for process, seconds in times.items() if is_ours(process)}


def measured(work) -> tuple[float, float]:
    before, began = cpu(), time.perf_counter()
    work()
    ended, after = time.perf_counter(), cpu()
    # An idle worker of Spark's that ends takes its times with it.
    return ended - began, sum(seconds - before.get(process, 0) for process, seconds in after.items())


def main() -> None:
    spark_tests.SparkTests.setUpClass()
    test = spark_tests.SparkTests()
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place) / "made/documents"
        spark_tests.documents(folder.parent, given.documents)
        names = spark_tests.inputs(folder)
        output, lake = pathlib.Path(place) / "out", pathlib.Path(place) / "lake"

        def run() -> None:
            shutil.rmtree(output, ignore_errors=True)
            gongkai.run(folder, output, jobs=2)

        def convert() -> None:
            documents = (gongkai.Document(name, root=folder) for name in names)
            assert sum(1 for _ in gongkai.convert(documents, jobs=2)) >= len(names)

        def spark() -> None:
            gongkai.spark.write(test.paths(folder, 16), str(lake), tables=False, root=str(folder))

        works = {"`gongkai run --jobs 2`": run, "`gongkai.convert(…, jobs=2)`": convert, "`gongkai.spark.write(…, tables=False)`": spark}
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
        # The first task of an executor starts Python.
        test.session.range(100, numPartitions=4).mapInArrow(lambda batches: batches, "id long").count()
        for _ in range(given.rounds):
            for name, work in works.items():
                found[name].append(measured(work))
        sizes = [sum(file.stat().st_size for file in files) for files in (output.glob("records.jsonl"), (lake / "records").rglob("*.parquet"))]
    lines = [f"| {len(names)} documents, {given.rounds} rounds | wall, ms a document | CPU, ms a document | wall, to `run` | CPU, to `run` |", "| --- | --: | --: | --: | --: |"]
    medians = {name: [statistics.median(column) / len(names) * 1000 for column in zip(*times)] for name, times in found.items()}
    base = next(iter(medians.values()))
    for name, (wall, busy) in medians.items():
        lines.append(f"| {name} | {wall:.2f} | {busy:.2f} | {wall / base[0]:.2f} | {busy / base[1]:.2f} |")
    lines.append(f"\nRecords take {sizes[0] / len(names) / 1000:.1f} KB a document as lines and {sizes[1] / len(names) / 1000:.1f} KB as Parquet.")
    text = "\n".join(lines) + "\n"
    print(text)
    if given.write:
        page = PAGE.read_text(encoding="utf-8")
        before, _, rest = page.partition(BEGIN)
        _, _, after = rest.partition(END)
        PAGE.write_text(before + BEGIN + text + END + after, encoding="utf-8")
    spark_tests.SparkTests.doClassCleanups()


if __name__ == "__main__":
    main()
