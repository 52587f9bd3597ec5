#!/usr/bin/env python3
"""Runs `gongkai run` over N documents, measures what it takes, and says which targets are missed.

usage: endurance.py [--documents 100000] [--small 10000] [--program PROGRAM] [--corpus DIR] [--keep]

First over a small tree, for the growth of memory with the number of documents; then over the large one; then once
more with one document in a hundred changed. Exit status 1 where a target is missed.
"""

import argparse
import os
import pathlib
import resource
import shlex
import shutil
import sys
import tempfile
import threading
import time

import corpus
import harness
from torture import built

MIB = 1 << 20
TICKS = os.sysconf("SC_CLK_TCK")


class Watch(threading.Thread):
    """Samples a run and its children until it ends."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.is_over = pid, False
        self.peak, self.worker_peak, self.child_peak, self.cpu = 0, 0, 0, 0.0
        self.descriptors = []

    def run(self):
        while not self.is_over:
            self.sample()
            time.sleep(0.25)

    def sample(self):
        try:
            self.peak = max(self.peak, peak_memory(self.pid))
            self.cpu = max(self.cpu, processor_time(self.pid))
            self.descriptors.append(len(os.listdir(f"/proc/{self.pid}/fd")))
        except OSError:
            return
        for worker in harness.children(self.pid):
            self.worker_peak = max(self.worker_peak, quietly(peak_memory, worker))
            for child in harness.children(worker):
                self.child_peak = max(self.child_peak, quietly(peak_memory, child))


def quietly(measure, pid):
    try:
        return measure(pid)
    except OSError:
        return 0


def peak_memory(pid):
    """Bytes that the process had resident at its peak."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) << 10
    return 0


def processor_time(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


class Measured:
    """One run, measured."""

    def __init__(self, name, program, source, out, documents, jobs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = harness.Started([*program, "run", source, "-o", out, "-j", str(jobs), "--quiet"])
        watch = Watch(started.pid)
        watch.start()
        self.outcome = started.wait(limit=6 * 3600)
        watch.is_over = True
        watch.join()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.name, self.documents, self.seconds = name, documents, self.outcome.seconds
        self.cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self.parent_cpu, self.peak = watch.cpu, watch.peak
        self.worker_peak, self.child_peak = watch.worker_peak, watch.child_peak
        counts = watch.descriptors or [0]
        # The first samples see it open its files.
        self.descriptors = (counts[min(8, len(counts) - 1)], max(counts), counts[-1])
        self.temporary = [str(p) for p in out.rglob("*") if harness.TEMPORARY.search(p.name)]
        self.state = sum(p.stat().st_size for p in out.rglob("*") if p.is_file())

    def show(self):
        low, high, last = self.descriptors
        print(f"{self.name}: exit {self.outcome.status}, {self.documents} documents in {self.seconds:.0f} s "
              f"({self.documents / self.seconds:.0f}/s), CPU {self.cpu:.0f} s (parent {self.parent_cpu:.1f} s)\n"
              f"  peak memory: parent {self.peak / MIB:.1f} MiB, worker {self.worker_peak / MIB:.0f} MiB, "
              f"their children {self.child_peak / MIB:.0f} MiB\n"
              f"  descriptors of the parent: {low} early, {high} at most, {last} last; left: {len(self.outcome.strays)} "
              f"processes, {len(self.temporary)} temporary files; output and state {self.state / MIB:.0f} MiB", flush=True)

    def faults(self):
        faults = [f"left running: {stray}" for stray in self.outcome.strays] + [f"left: {path}" for path in self.temporary]
        if not self.outcome.is_done:
            faults.append(f"{self.outcome}")
        if self.peak > 256 * MIB:
            faults.append(f"the parent takes {self.peak / MIB:.0f} MiB, not at most 256")
        if self.worker_peak > 512 * MIB:
            faults.append(f"a worker takes {self.worker_peak / MIB:.0f} MiB, not at most 512")
        if self.descriptors[2] > self.descriptors[0] + 4:
            faults.append(f"open descriptors grow from {self.descriptors[0]} to {self.descriptors[2]}")
        return [f"{self.name}: {fault}" for fault in faults]


def change(source, share):
    """Changes one document in `share`, and touches as many others without changing them."""
    files = sorted(p for p in source.rglob("*") if p.is_file() and p.stat().st_size)
    for path in files[::share]:
        with open(path, "ab") as file:
            file.write(b"\n ")
    for path in files[share // 2::share]:
        os.utime(path)
    return len(files[::share])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--small", type=int, default=10_000)
    parser.add_argument("--program")
    parser.add_argument("--corpus", type=pathlib.Path, help="a corpus of so many documents, made before; it is changed")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--minutes", type=float, default=30, help="the large run may take so long (for 100,000 documents)")
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args()
    harness.adopt_orphans()
    program = shlex.split(options.program or built())
    work = pathlib.Path(tempfile.mkdtemp(prefix="gongkai-endurance-")).resolve()
    faults = []

    def measured(name, folder, documents, out):
        result = Measured(name, program, folder / "documents", out, documents, options.jobs)
        result.show()
        faults.extend(result.faults())
        return result

    def verify(name, folder, out):
        wrong = corpus.check(folder, out / "records.jsonl") if (out / "records.jsonl").exists() else ["no records"]
        faults.extend(f"{name}: {sentence}" for sentence in wrong[:20])
        print(f"  records wrong or missing: {len(wrong)}", flush=True)

    small_folder, large_folder = work / "small", options.corpus or work / "large"
    since = time.monotonic()
    corpus.make(small_folder, options.small)
    if not (large_folder / "expected.jsonl").exists():
        corpus.make(large_folder, options.documents)
    print(f"documents made in {time.monotonic() - since:.0f} s", flush=True)
    small = measured("small run", small_folder, options.small, work / "small-out")
    verify("small run", small_folder, work / "small-out")
    large = measured("large run", large_folder, options.documents, work / "large-out")
    verify("large run", large_folder, work / "large-out")
    if large.peak > small.peak * 1.05:
        faults.append(f"the parent's memory grows from {small.peak / MIB:.1f} to {large.peak / MIB:.1f} MiB, over 5 %")
    if large.seconds > options.minutes * 60 * options.documents / 100_000:
        faults.append(f"the large run takes {large.seconds / 60:.1f} minutes")
    changed = change(large_folder / "documents", 100)
    second = measured(f"second run, {changed} changed", large_folder, options.documents, work / "large-out")
    share = second.cpu / large.cpu
    print(f"  {share:.1%} of the CPU of the first")
    if share >= 0.05:
        faults.append(f"the second run takes {share:.1%} of the CPU of the first, not under 5 %")
    print("\n".join(f"MISSED {fault}" for fault in faults) or "every target is met")
    if not options.keep:
        shutil.rmtree(work)
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
