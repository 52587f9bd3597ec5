#!/usr/bin/env python3
"""Measures how time and memory grow with the size of a document, and draws it as growth.svg.

usage: growth.py [--runs 3] [--only WORD] [--largest 1.0] [--program PROGRAM] [--write]

The exponent is the slope of a straight line through the logarithms (least squares) of size and cost, where the cost of
the smallest, which is the start of the program, is taken off, and only sizes count that cost clearly more than that.
--largest leaves out sizes over that share of the largest.
"""

import argparse
import json
import math
import os
import pathlib
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Torture")]

import originals  # noqa: E402
import plot  # noqa: E402
import tables  # noqa: E402
from comparisons import OUT, PDFTOTEXT  # noqa: E402
from measuring import compiled, measure  # noqa: E402

OURS, FLOOR = "#0b5cad", "#888888"


def floor_of_docx(path):
    return [compiled("floor", "libxml-2.0", "libzip"), path]


def floor_of_pdf(path):
    return [*PDFTOTEXT, path, "/dev/null"]


def steps(first, last):
    """1, 3, 10, 30 and so on."""
    found = [first]
    while found[-1] < last:
        found.append(found[-1] * 10 // 3 if str(found[-1])[0] == "3" else found[-1] * 3)
    return found


# Title, what x is, extension, maker, sizes, floor and its name.
SERIES = [
    ("docx", "bytes of document.xml", "docx", originals.docx_of_size,
     [*steps(1_000, 30_000_000), 50_000_000, 100_000_000], floor_of_docx, "libzip + libxml2"),
    ("docx, a table", "cells", "docx", originals.docx_of_cells, steps(10, 1_000_000), floor_of_docx, "libzip + libxml2"),
    ("PDF", "pages", "pdf", originals.pdf_of_pages, [*steps(1, 1_000), 2_000], floor_of_pdf, "pdftotext"),
    ("text", "bytes", "txt", originals.text_of_size, [*steps(10_000, 30_000_000), 50_000_000, 100_000_000], None, ""),
]


def least(command, runs):
    """The least CPU seconds and the least peak of some runs."""
    samples = [measure(command, allowed=(0, 3)) for _ in range(runs)]
    return min(sample.cpu for sample in samples), min(sample.peak for sample in samples)


# How many times of the smallest size's cost counts as more: times repeat to a tenth, memory much better.
IS_MORE = {"time": 2, "memory": 1.2}


def slope(points, is_more):
    """(exponent, from where on) of what points cost beyond the first, where it is more; None for fewer than three."""
    start = points[0][1]
    points = [(x, y - start) for x, y in points if y >= is_more * start]
    if len(points) < 3:
        return None
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    middle, level = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - middle) * (b - level) for a, b in zip(xs, ys)) / sum((a - middle) ** 2 for a in xs), points[0][0]


def measured(program, series, runs, largest):
    """Points (size, CPU seconds, peak bytes) of ours and of the floor, and the refusals (size, message)."""
    title, _, extension, make, sizes, floor, _ = series
    ours, floors, refused = [], [], []
    for size in sizes:
        if size > sizes[-1] * largest:
            continue
        print(f"{title} {size}", file=sys.stderr, flush=True)
        documents = originals.originals(f"growth-{title.split()[-1]}-{size}", extension, make, [(size, 0)])
        out = OUT / "growth.jsonl"
        cost = least([program, "convert", documents.paths[0], "-o", out], runs)
        record = json.loads(out.read_text())
        if record["error"]:
            refused.append((size, f"{record['error']['code']}: {record['error']['message']}"))
            continue
        if wrong := documents.wrong(out):
            raise SystemExit("\n".join(wrong[:20]))
        ours.append((documents.content if extension != "pdf" and title != "docx, a table" else size, *cost))
        if floor:
            floors.append((ours[-1][0], *least(floor(documents.paths[0]), runs)))
    return ours, floors, refused


def row(title, points, name, of):
    """A row of the table: the exponent, and the largest that was done."""
    index, unit, scale = {"time": (1, "s", 1), "memory": (2, "MiB", 1 << 20)}[of]
    found = slope([(point[0], point[index]) for point in points], IS_MORE[of])
    last = points[-1]
    amount = f"{last[index] / scale:,.{2 if unit == 's' else 0}f} {unit}"
    return [title, name, of, f"{found[0]:.2f}" if found else "–", plot.short(found[1]) if found else "",
            f"{amount} at {plot.short(last[0])}"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=str(HERE.parents[1] / ".build" / "release" / "gongkai"))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default="")
    parser.add_argument("--largest", type=float, default=1)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    OUT.mkdir(parents=True, exist_ok=True)
    panels, rows, notes = ([], []), [], []
    for series in SERIES:
        title, x, *_, name = series
        if options.only not in title:
            continue
        ours, floors, refused = measured(options.program, series, options.runs, options.largest)
        notes += [f"{title} of {plot.short(size)} {x}: refused, `{message}`" for size, message in refused]
        for index, of, unit in ((1, "time", "s"), (2, "memory", "B")):
            lines = [plot.Line([(p[0], p[index]) for p in points], color, label)
                     for points, color, label in ((ours, OURS, "gongkai"), (floors, FLOOR, name)) if points]
            panels[index - 1].append(plot.Panel(f"{title}: {'CPU time' if of == 'time' else 'peak memory'}", x, unit, lines, [r[0] for r in refused]))
            rows += [row(title, points, label, of) for points, label in ((ours, "gongkai"), (floors, name)) if points]
    (HERE / "growth.svg").write_text(plot.figure(panels))
    head = ["", "by", "of", "exponent", "from", "largest"]
    page = "\n\n".join([
        "![CPU time and peak memory against the size of a document](../Tests/Benchmark/growth.svg)",
        tables.markdown(head, rows, 3),
        f"Each point is the least of {options.runs} runs. The exponent is the slope on logarithmic axes (least squares) of what a size "
        "costs beyond the smallest, from where it takes twice the time or 1.2 times the memory; a dash stands for fewer than three such "
        "sizes. × marks a size that a limit refuses.",
        *notes, f"Measured {tables.conditions(options.program, load)}"]) + "\n"
    print(page)
    if options.write:
        tables.put_into_page("growth", page)


if __name__ == "__main__":
    main()
