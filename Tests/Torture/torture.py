#!/usr/bin/env python3
"""Kills, starves and misleads `gongkai run`, and checks each time that the output is that of an undisturbed run.

usage: torture.py [--short | --unsampled] [--program PROGRAM] [--keep] [MODE...]

Modes: kill enospc eio random tmpfs readonly two mutate damage clock power fakes isolation nights; all of them by default.
tmpfs, readonly and power mount file systems: they are skipped unless root runs them. kill, enospc, eio and isolation
need strace. --short tries a few points of each mode, for the test suite; --unsampled tries every call of workers and of their programs
too, of which else 60 are tried. --keep keeps the working folder, with the
outputs and traces of the points that failed. Exit status 1 where anything failed.
"""

import argparse
import pathlib
import shlex
import shutil
import sys
import tempfile
import time
import traceback

import clock
import company
import damage
import fakes
import harness
import injection
import isolation
import nights
import signals
import storage

MODES = {
    "kill": lambda setting: injection.mode(setting, "kill"), "enospc": lambda setting: injection.mode(setting, "enospc"),
    "eio": lambda setting: injection.mode(setting, "eio"), "random": signals.mode, "tmpfs": storage.tmpfs,
    "readonly": storage.readonly, "two": company.two, "mutate": company.mutate, "damage": damage.mode, "clock": clock.mode,
    "power": storage.power, "fakes": fakes.mode, "isolation": isolation.mode, "nights": nights.mode,
}
NEEDS = {"kill": "strace", "enospc": "strace", "eio": "strace", "isolation": "strace"}
BUILT = pathlib.Path(__file__).resolve().parents[2] / ".build"


def built():
    for kind in ("release", "debug"):
        if (BUILT / kind / "gongkai").exists():
            return str(BUILT / kind / "gongkai")
    raise SystemExit("there is no .build/release/gongkai: make release")


def attempt(mode, setting):
    if mode in NEEDS and not shutil.which(NEEDS[mode]):
        return harness.Report(mode, skipped=f"{NEEDS[mode]} is not installed")
    try:
        return MODES[mode](setting)
    except (SystemExit, Exception):  # a mode that cannot go on has failed; the others are still tried
        report = harness.Report(mode)
        report.add("the mode itself", traceback.format_exc().strip().splitlines()[-6:])
        return report


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("modes", nargs="*", metavar="MODE")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--unsampled", action="store_true")
    parser.add_argument("--program", help="what stands for gongkai (default: the one in .build)")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2, help="points tried at a time")
    parser.add_argument("--slack", type=float, help="what limits of time are multiplied by (default: 1; 4 with --short)")
    options = parser.parse_args()
    unknown = set(options.modes) - set(MODES)
    if unknown:
        parser.error(f"no such mode: {', '.join(sorted(unknown))}")
    harness.adopt_orphans()
    work = pathlib.Path(tempfile.mkdtemp(prefix="gongkai-torture-")).resolve()
    setting = harness.Setting(shlex.split(options.program or built()), work, options.short, options.seed, options.jobs,
                              options.slack or (4 if options.short else 1), options.unsampled)
    is_failed = False
    try:
        for mode in options.modes or MODES:
            since = time.monotonic()
            report = attempt(mode, setting)
            print("\n".join(report.lines()) + f"\n{'':10} {time.monotonic() - since:.0f} s", flush=True)
            is_failed |= bool(report.failures)
    finally:
        if options.keep:
            print(f"kept in {work}")
        else:
            shutil.rmtree(work, ignore_errors=True)
    sys.exit(is_failed)


if __name__ == "__main__":
    main()
