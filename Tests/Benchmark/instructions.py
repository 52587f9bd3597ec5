#!/usr/bin/env python3
"""Counts the instructions that the program takes by stage and format, and compares them with the recorded ones.

usage: instructions.py [--record] [--program PROGRAM]

callgrind counts them in our process alone, so that neither pdftotext nor other work on the machine is in it; they
repeat to one in a hundred, while times don't repeat to a tenth. Exit status 1 where a count is more than 3 % over
baseline.json. Another compiler or another libxml2 counts differently: --record writes a new baseline, to be committed
with what made the difference.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Torture")]

import originals  # noqa: E402
import tables  # noqa: E402
from comparisons import OUT  # noqa: E402

BASELINE = HERE / "baseline.json"
ALLOWED = 1.03
ENVIRONMENT = {"SWIFT_DETERMINISTIC_HASHING": "1", "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}


def stages():
    """{name: command} over one small fixed document of each format."""
    first = lambda name, extension, make, arguments: originals.originals(f"counted-{name}", extension, make, [arguments]).paths[0]
    edition = {year: originals.of_edition(year, 1)[0] for year in ("2019", "2021")}
    found = {"start": ["--version"]}
    documents = {
        "docx": first("docx", "docx", originals.docx_of, (edition["2021"],)),
        "docx-2019": first("docx-2019", "docx", originals.docx_of, (edition["2019"],)),
        "docx-1mb": first("docx-1mb", "docx", originals.docx_of_size, (1_000_000, 0)),
        "pdf": first("pdf", "pdf", originals.pdf_of, (edition["2021"],)),
        "pdf-2019": first("pdf-2019", "pdf", originals.pdf_of, (edition["2019"],)),
        "pdf-30": first("pdf-30", "pdf", originals.pdf_of_pages, (30, edition["2021"])),
        "text": first("text", "txt", originals.text_of_size, (20_000, edition["2021"])),
        "text-1mb": first("text-1mb", "txt", originals.text_of_size, (1_000_000, 0)),
    }
    for name, path in documents.items():
        # Reading the format, then all of it: the difference is parsing and writing.
        found[f"{name}: extract"] = ["extract", path, "-o", OUT / "counted.txt"]
        found[f"{name}: convert"] = ["convert", path, "-j", "1", "-o", OUT / "counted.jsonl"]
    # Without what the first document of a process costs.
    more = originals.originals("counted-more", "docx", originals.docx_of, [(number,) for number in range(10)])
    found["ten docx: convert"] = ["convert", *more.paths, "-j", "1", "-o", OUT / "counted.jsonl"]
    return found


def count(program, arguments):
    out = OUT / "callgrind"
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", program, *map(str, arguments)]
    done = subprocess.run(command, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\nends with {done.returncode}: {done.stderr[-2000:]}")
    return int(re.search(r"^(?:summary|totals): (\d+)", out.read_text(), re.MULTILINE)[1])


def stripped(program):
    """A copy without debug information, which valgrind reads and can't make sense of."""
    copy = OUT / "gongkai-without-debug"
    subprocess.run(["strip", "--strip-debug", "-o", copy, program], check=True)
    return copy


def made_with():
    """What the counts depend on beside our sources."""
    compiler = re.search(r"Swift version (\S+)", tables.output_of("swift", "--version"))
    libraries = {name: tables.output_of("pkg-config", "--modversion", name).strip() for name in ("libxml-2.0", "libzip", "zlib")}
    return {"machine": os.uname().machine, "swift": compiler[1] if compiler else "", "glibc": os.confstr("CS_GNU_LIBC_VERSION"), **libraries}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=str(HERE.parents[1] / ".build" / "release" / "gongkai"))
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        raise SystemExit("valgrind is missing: apt install valgrind")
    OUT.mkdir(parents=True, exist_ok=True)
    baseline = json.loads(BASELINE.read_text()) if BASELINE.exists() else {"made_with": {}, "instructions": {}}
    known, counts, grown = baseline["instructions"], {}, []
    program = stripped(options.program)
    for name, arguments in stages().items():
        counts[name] = count(program, arguments)
        change = counts[name] / known[name] - 1 if name in known else None
        is_grown = name in known and counts[name] > known[name] * ALLOWED and count(program, arguments) > known[name] * ALLOWED
        print(f"{name:20} {counts[name]:>14,}  {'' if change is None else f'{change:+.2%}'}{'  GREW' if is_grown else ''}", flush=True)
        if is_grown:
            grown.append(name)
    here = made_with()
    if options.record:
        BASELINE.write_text(json.dumps({"made_with": here, "instructions": counts}, indent=1) + "\n")
        return
    if others := [f"{key} {value}, not {baseline['made_with'].get(key)}" for key, value in here.items() if baseline["made_with"].get(key) != value]:
        print(f"the baseline was made with something else, which counts differently: {'; '.join(others)}")
    if unknown := sorted(counts.keys() - known.keys()):
        print(f"not in the baseline: {', '.join(unknown)}")
    if grown:
        sys.exit(f"more than 3 % over the baseline: {', '.join(grown)}.\nIf that is meant, record the new counts with `make bench-record`"
                 " and commit Tests/Benchmark/baseline.json.")


if __name__ == "__main__":
    main()
