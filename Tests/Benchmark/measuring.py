"""Measures commands beside each other: every round runs each of them once, so that a slow minute meets all alike."""

import dataclasses
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import typing

HERE = pathlib.Path(__file__).resolve().parent
BUILT = HERE.parents[1] / ".build" / "bench"
MIB = 1 << 20


class Sample(typing.NamedTuple):
    """What one run of a command took, with all that it started."""

    wall: float  # seconds
    cpu: float  # seconds, user and system
    own: float  # seconds of the first process alone, to 0.01
    peak: int  # bytes resident in the largest process


def compiled(name, *libraries):
    """The program that `name`.c is."""
    source, program = HERE / f"{name}.c", BUILT / name
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        BUILT.mkdir(parents=True, exist_ok=True)
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", *libraries], check=True, capture_output=True,
                               text=True).stdout.split() if libraries else []
        subprocess.run(["gcc", "-O2", "-Wall", "-Wextra", "-Werror", source, "-o", program, *flags], check=True)
    return program


def measure(command, allowed=(0,)):
    """Runs `command` with its output thrown away."""
    done = subprocess.run([compiled("stopwatch"), *map(str, command)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, env={**os.environ, "LC_ALL": "C.UTF-8"})
    *messages, line = done.stderr.decode(errors="replace").splitlines()
    wall, user, system, own, peak, status = line.split()
    if int(status) not in allowed:
        raise SystemExit(f"{' '.join(map(str, command))[:300]}\nends with {status}: {' '.join(messages)[-1000:]}")
    return Sample(float(wall), float(user) + float(system), float(own), int(peak) << 10)


@dataclasses.dataclass
class Contender:
    """A command over some documents, measured round by round."""

    name: str
    command: list
    documents: int
    content: int  # what a reader goes through in them: bytes of XML or text, pages
    fresh: pathlib.Path | None = None  # removed before each run
    idle: list | None = None  # the same command over nothing: its cost is not counted
    samples: list = dataclasses.field(default_factory=list)

    def run(self):
        if self.fresh:
            shutil.rmtree(self.fresh, ignore_errors=True)
        sample = measure(self.command)
        start = measure(self.idle) if self.idle else Sample(0, 0, 0, 0)
        return Sample(sample.wall - start.wall, sample.cpu - start.cpu, sample.own - start.own, sample.peak)

    def each(self, of):
        """`of` ("cpu" or "wall") of a document, in every round: seconds."""
        return [getattr(sample, of) / self.documents for sample in self.samples]

    def median(self, of):
        return statistics.median(self.each(of))

    @property
    def speed(self):
        """How much of that a second of processor time."""
        return self.content / self.documents / self.median("cpu")

    @property
    def peak(self):
        return statistics.median(sample.peak for sample in self.samples)


def run_rounds(contenders, rounds):
    """One run of each to warm up, then `rounds` of them in turn, each round beginning with another one."""
    for number in range(rounds + 1):
        shift = number % len(contenders)
        for contender in contenders[shift:] + contenders[:shift]:
            sample = contender.run()
            if number:
                contender.samples.append(sample)
        print("." if number else " ", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


class Ratio(typing.NamedTuple):
    """How many times of the other's cost one took: the medians against each other, and the rounds at the ends."""

    value: float
    low: float
    high: float


def ratio(one, other, of):
    each = [a / b for a, b in zip(one.each(of), other.each(of))]
    return Ratio(one.median(of) / other.median(of), min(each), max(each))
