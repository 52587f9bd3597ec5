"""`gongkai run` over 10,000 documents, by one worker and by two: what the second one brings, and what the supervisor takes."""

import pathlib
import shutil
import statistics
import subprocess
import sys
import threading
import time

import endurance
import harness
import originals
from comparisons import OUT
from measuring import MIB, compiled

TITLE = "run, 10,000 docx"
DOCUMENTS = 10_000
# Documents of each of the processes that share nothing.
APART = 1_000


class WorkerWatch(threading.Thread):
    """The peak memory of the workers below a process, looked at four times a second."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.peak, self.is_over = pid, 0, threading.Event()

    def run(self):
        while not self.is_over.wait(0.25):
            for pid in harness.descendants(self.pid):
                if " worker" in harness.shown(pid):
                    self.peak = max(self.peak, endurance.quietly(endurance.peak_memory, pid))


def run(program, folder, jobs):
    """(seconds, CPU seconds, the supervisor's share of them, bytes of the largest worker)."""
    out = OUT / "scaling"
    shutil.rmtree(out, ignore_errors=True)
    command = [compiled("stopwatch"), program, "run", folder, "-o", out, "--include", "*.docx", "-j", str(jobs), "--quiet"]
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    watch = WorkerWatch(process.pid)
    watch.start()
    messages = process.communicate()[1]
    watch.is_over.set()
    watch.join()
    wall, user, system, own, _, status = messages.splitlines()[-1].split()
    if status != "0":
        raise SystemExit(f"gongkai run ends with {status}: {messages[-1000:]}")
    cpu = float(user) + float(system)
    return float(wall), cpu, float(own) / cpu, watch.peak


def ceiling(program, paths):
    """What two processes that share nothing bring against one: the most that this machine has to give."""
    OUT.mkdir(parents=True, exist_ok=True)
    parts = [paths[:APART], paths[APART : 2 * APART]]

    def seconds(parts):
        start = time.monotonic()
        started = [
            subprocess.Popen([program, "convert", "-j", "1", "-o", OUT / f"apart-{number}.jsonl", *part], stderr=subprocess.DEVNULL)
            for number, part in enumerate(parts)
        ]
        if any(process.wait() for process in started):
            raise SystemExit("gongkai convert fails")
        return time.monotonic() - start

    return 2 * seconds(parts[:1]) / seconds(parts)


def measured(program, rounds):
    """The runs by one and by two workers, in turn, and the machine's own gain: three lists of equal length."""
    documents = originals.originals("docx-10000", "docx", originals.docx_of, [(number,) for number in range(DOCUMENTS)])
    folder = pathlib.Path(documents.paths[0]).parent
    print(f"{TITLE}: ", file=sys.stderr, end="")
    runs, gains = {1: [], 2: []}, []
    for number in range(rounds):
        gains.append(ceiling(program, documents.paths))
        for jobs in ((1, 2), (2, 1))[number % 2]:
            runs[jobs].append(run(program, folder, jobs))
        print(".", file=sys.stderr, end="", flush=True)
    print(file=sys.stderr)
    return runs[1], runs[2], gains


def rows(measured):
    """Rows for the table of targets."""
    one, two, gains = measured
    seconds = lambda runs: statistics.median(run[0] for run in runs)
    each = [a[0] / b[0] for a, b in zip(one, two)]
    gain, share = seconds(one) / seconds(two), statistics.median(run[2] for run in two)
    shares, peak = [run[2] for run in two], max(run[3] for run in one + two)
    verdict = lambda is_met: "met" if is_met else "**missed**"
    return [
        [TITLE, "time of one worker in that of two", f"{gain:.2f} ({min(each):.2f}–{max(each):.2f})", "≥ 1.85", verdict(gain >= 1.85)],
        [TITLE, "the same of two processes that share nothing", f"{statistics.median(gains):.2f} ({min(gains):.2f}–{max(gains):.2f})", "", ""],
        [TITLE, "documents a second, two workers", f"{DOCUMENTS / seconds(two):.0f}", "", ""],
        [TITLE, "the supervisor's share of the CPU", f"{share:.1%} ({min(shares):.1%}–{max(shares):.1%})", "< 3%", verdict(share < 0.03)],
        [TITLE, "peak memory of a worker", f"{peak / MIB:.0f} MiB", "< 60 MiB", verdict(peak < 60 * MIB)],
    ]
