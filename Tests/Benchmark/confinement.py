#!/usr/bin/env python3
"""Measures what it costs a run that its workers and their programs are confined: `run` beside itself without that.

usage: confinement.py --calls [--program PROGRAM]
       confinement.py [--program PROGRAM] [--documents 10000] [--rounds 8] [--mix docx=45,pdf=25,text=15,html=10,doc=5]

The two differ in nothing but the calls that unconfined.c lets through or not. Both are run in turn over the same
documents: made reports, and the web pages and Word files of Fixtures, each with a note of its own behind it, so that no two are
equal. Processor time is that of all processes, user and system.

--calls says it without that noise, also on a busy machine: the least time that a call of the system takes with and without, times
the calls that 400 documents take (strace counts them), against their processor time.
"""

import argparse
import json
import pathlib
import shutil
import statistics
import subprocess
import sys

from measuring import BUILT, HERE, compiled, measure

ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "Torture"))

import pdf_reports  # noqa: E402
from corpus import kinds_of  # noqa: E402
from reports import Facts, dice_for  # noqa: E402

# What a web page and a compound file may have behind their end.
NOTES = {"html": "\n<!-- {} -->\n", "doc": "{:>512}"}


def documents(count, mix):
    """A folder of them, made once for each count and mix."""
    folder = BUILT / f"mixture-{count}-{mix.replace('=', '').replace(',', '-')}"
    if folder.exists():
        return folder
    kinds, new = kinds_of(mix), folder.with_suffix(".new")
    shutil.rmtree(new, ignore_errors=True)
    samples = {kind: [path.read_bytes() for path in sorted((ROOT / "Fixtures" / kind).glob(f"*/input.{kind}"))] for kind in NOTES}
    for number in range(count):
        kind, dice = kinds[number % len(kinds)], dice_for(20260101, number)
        facts = Facts(dice, number)
        if kind in NOTES:
            content = samples[kind][number % len(samples[kind])] + NOTES[kind].format(number).encode()
        else:
            content = {"docx": facts.docx, "pdf": lambda: pdf_reports.pdf(facts), "text": lambda: facts.text(dice)}[kind]()
        path = new / f"{number // 200:03d}" / f"{number:06d}.{'txt' if kind == 'text' else kind}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    new.rename(folder)
    return folder


def shim(name, *flags):
    library = BUILT / f"{name}.so"
    subprocess.run(["gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", *flags, HERE / "unconfined.c", "-o", library],
                   check=True)
    return library


def summary(title, one, other):
    each = sorted(a / b for a, b in zip(one, other))
    return (f"{title}: median {100 * (statistics.median(one) / statistics.median(other) - 1):+.2f} %, "
            f"least against least {100 * (min(one) / min(other) - 1):+.2f} %, median of rounds {100 * (statistics.median(each) - 1):+.2f} %, "
            f"rounds {100 * (each[0] - 1):+.2f} to {100 * (each[-1] - 1):+.2f} %")


def call_costs(program, mix):
    """Prints what confinement adds to a call, and what that is of a document's processor time at the most."""
    folder, tool, csys = documents(400, mix), BUILT / "confinedcalls", ROOT / "Sources" / "CLibraries" / "CSys"
    subprocess.run(["gcc", "-O2", "-w", "-D_Nonnull=", "-D_Nullable=", f"-I{csys / 'include'}", f"-I{csys}", HERE / "confinedcalls.c",
                    *csys.glob("*.c"), "-o", tool, "-lpthread"], check=True)
    file, out, log = next(folder.rglob("*.txt")), BUILT / "confinement-out", BUILT / "confinement.strace"
    timed = [[json.loads(subprocess.run([tool, way, file, folder], check=True, capture_output=True).stdout) for _ in range(3)] for way in "01"]
    without, confined = ({name: min(run[name] for run in runs) for name in runs[0]} for runs in timed)
    added = {name: confined[name] - without[name] for name in without}
    shutil.rmtree(out, ignore_errors=True)
    subprocess.run(["strace", "-c", "-f", "-o", log, program, "run", folder, "-o", out, "--quiet"], stderr=subprocess.DEVNULL)
    rows = [line.split() for line in log.read_text().splitlines()]
    counts = {row[-1]: int(row[3]) for row in rows if len(row) > 4 and row[3].isdigit()}
    opens = sum(counts.get(name, 0) for name in ("openat", "openat2", "open"))
    calls = counts.pop("total", 0) or sum(counts.values())
    cost = ((calls - opens) * max(added["getppid"], added["pread"], added["fstat"]) + opens * added["open_and_close"]) / 400
    cpu = []
    for _ in range(5):
        shutil.rmtree(out, ignore_errors=True)
        cpu.append(measure([program, "run", folder, "-o", out, "--quiet"], allowed=(0, 3)).cpu / 400)
    print("a call more: " + ", ".join(f"{name} {value} ns of {without[name]}" for name, value in added.items()))
    print(f"a document: {calls / 400:.0f} calls, {opens / 400:.1f} of them open, {cost / 1000:.1f} us of {min(cpu) * 1000:.2f} ms "
          f"of processor time, {cost / min(cpu) / 1e7:.2f} %")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / ".build" / "release" / "gongkai")
    parser.add_argument("--calls", action="store_true")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--mix", default="docx=45,pdf=25,text=15,html=10,doc=5")
    options = parser.parse_args()
    BUILT.mkdir(parents=True, exist_ok=True)
    if options.calls:
        call_costs(options.program, options.mix)
        return
    folder, out = documents(options.documents, options.mix), BUILT / "confinement-out"
    libraries = {"confined": shim("confined", "-DCONFINES"), "not": shim("unconfined")}
    samples, records = {name: [] for name in libraries}, {}
    compiled("stopwatch")
    for number in range(options.rounds + 1):
        # The first round warms up; each begins with the other one.
        for name in sorted(libraries, reverse=number % 2 == 1):
            shutil.rmtree(out, ignore_errors=True)
            sample = measure(["env", f"LD_PRELOAD={libraries[name]}", options.program, "run", folder, "-o", out, "--quiet"], allowed=(0, 3))
            content = (out / "records.jsonl").read_bytes()
            if records.setdefault("first", content) != content:
                raise SystemExit("the records differ")
            if number:
                samples[name].append(sample)
        print("." if number else " ", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    first = samples["not"][0]
    print(f"{options.documents} documents ({options.mix}), {options.rounds} rounds, {first.cpu:.1f} s of processor without confinement")
    for title, of in [("processor time", "cpu"), ("wall clock", "wall")]:
        one, other = ([getattr(sample, of) for sample in samples[name]] for name in ("confined", "not"))
        print(summary(title, one, other))


if __name__ == "__main__":
    main()
