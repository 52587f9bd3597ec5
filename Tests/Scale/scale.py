#!/usr/bin/env python3
"""What 10^6, 10^8 and 10^9 originals cost, calculated from what some thousands have cost: scale.py [--check | --write] [--costs FILE].

costs.json holds each measured cost with the conditions under which it was measured, and each assumption with its reason. Printed is the section
of docs/scaling.md between its marks: --write puts it there, --check ends with 1 where it says something else.
"""

import argparse
import json
import math
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs/scaling.md"
BEGIN, END = "<!-- make scale -->\n", "<!-- end -->\n"
SIZES = (10**6, 10**8, 10**9)


def rounded(number: float) -> str:
    """Two digits that count: more would say more than is known."""
    if number == 0:
        return "0"
    digits = 1 - math.floor(math.log10(abs(number)))
    return f"{round(number, digits):,.{max(0, min(digits, 2))}f}"


def size(count: float) -> str:
    for unit in ("B", "KB", "MB", "GB", "TB", "PB"):
        if count < 1000 or unit == "PB":
            return f"{rounded(count)} {unit}"
        count /= 1000
    raise AssertionError


def duration(seconds: float) -> str:
    for unit, length in (("s", 60), ("min", 60), ("h", 48)):
        if seconds < length:
            return f"{rounded(seconds)} {unit}"
        seconds /= length if unit != "h" else 24
    return f"{rounded(seconds)} days"


class Costs:
    """Values by name, of measurements and assumptions."""

    def __init__(self, path: pathlib.Path) -> None:
        self.all = json.loads(path.read_text(encoding="utf-8"))
        self.values = {each["name"]: each["value"] for kind in ("measured", "assumed") for each in self.all[kind]}

    def __getattr__(self, name: str) -> float:
        return self.values[name]


def rows(costs: Costs, count: int) -> list[tuple[str, str]]:
    """What so many originals cost."""
    core_seconds = count * costs.run_cpu_ms / 1000
    night = costs.night_hours * 3600
    cores = max(1, math.ceil(core_seconds / night / costs.busy_share))
    shards = max(1, math.ceil(count / costs.shard_documents))
    spark_seconds = count * costs.spark_cpu_ms / 1000
    tasks = math.ceil(count * costs.spark_cpu_ms / 1000 / costs.task_seconds)
    reports = count * costs.report_share
    packs = math.ceil(count * costs.original_bytes / costs.pack_bytes)
    return [
        ("work of `run`, core hours", rounded(core_seconds / 3600)),
        (f"cores for one night of {costs.night_hours:g} h", f"{cores:,}"),
        ("on one machine of 64 cores", duration(core_seconds / 64 / costs.busy_share)),
        ("work of Spark, core hours, records alone", rounded(spark_seconds / 3600)),
        ("a later night with 1 of 1,000 changed, core hours, without the walk", rounded(core_seconds / 3600 / 1000)),
        (f"shards of {costs.shard_documents:,.0f} originals", f"{shards:,}"),
        ("walk over the tree by one shard, local disk", duration(count * costs.walk_us / 1e6)),
        ("walks of all shards together, core hours", rounded(shards * count * costs.walk_us / 3.6e9)),
        ("`merge`, one core", duration(count * costs.merge_us / 1e6)),
        ("originals", size(count * costs.original_bytes)),
        ("records as lines, in the shards and again merged", size(2 * count * costs.line_bytes)),
        ("records as Parquet", size(count * costs.parquet_bytes)),
        ("state of all shards (index)", size(count * costs.index_bytes)),
        ("shuffles for the tables (two), before compression", size(2 * reports * costs.line_bytes)),
        ("work of the tables by Spark, core hours", rounded(len(TABLES) * reports * costs.tables_cpu_ms / 3.6e6)),
        (f"tasks of {costs.task_seconds:.0f} s", f"{tasks:,}"),
        ("requests to list an object store, 1,000 names each", f"{math.ceil(count / 1000):,}"),
        ("requests to read it, a file each", f"{count:,}"),
        (f"the same in files of {costs.pack_bytes / 1e6:.0f} MB", f"{packs:,}"),
    ]


TABLES = ("reports", "cells", "checks", "figures", "cited")


def restarts(costs: Costs) -> list[tuple[str, str]]:
    """What is done again; it doesn't depend on the number of originals but for the walk."""
    return [
        ("a shard that is killed", f"what it did in the last second (it commits each second), and its walk: {duration(costs.shard_documents * costs.walk_us / 1e6)} for each {costs.shard_documents:,.0f} files of the tree"),
        ("an executor that is lost", f"its tasks under way, {costs.task_seconds / 2:.0f} s a slot on average, and what it had shuffled"),
        ("a driver that is lost", "the job: `write` begins anew, with the records, or with the tables where these are written"),
        ("a merge that is killed", "all of it"),
    ]


def text(costs: Costs) -> str:
    names = [f"10{str(round(math.log10(count))).translate(str.maketrans('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹'))}" for count in SIZES]
    lines = ["| originals | " + " | ".join(names) + " |", "| --- |" + " --: |" * len(SIZES)]
    columns = [rows(costs, count) for count in SIZES]
    lines += ["| " + " | ".join([row[0][0], *(cell for _, cell in row)]) + " |" for row in zip(*columns)]
    lines += ["", "| restart of | is done again |", "| --- | --- |"]
    lines += [f"| {what} | {cost} |" for what, cost in restarts(costs)]
    lines += ["", f"Measured: {costs.all['conditions']}.", ""]
    lines += [f"- {each['what']}: **{each['value']:g} {each['unit']}** ({each['how']})" for each in costs.all["measured"]]
    lines += ["", "Assumed, to be replaced by what you know of your originals:", ""]
    lines += [f"- {each['what']}: **{each['value']:,g} {each['unit']}** ({each['how']})" for each in costs.all["assumed"]]
    return "\n".join(lines) + "\n"


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--check", action="store_true")
    options.add_argument("--write", action="store_true")
    options.add_argument("--costs", type=pathlib.Path, default=HERE / "costs.json")
    given = options.parse_args()
    calculated = text(Costs(given.costs))
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    stated, _, after = rest.partition(END)
    if given.write:
        PAGE.write_text(before + BEGIN + calculated + END + after, encoding="utf-8")
    elif given.check:
        if stated != calculated:
            sys.exit("docs/scaling.md says something else than Tests/Scale/costs.json: make scale")
    else:
        print(calculated, end="")


if __name__ == "__main__":
    main()
