"""A wall clock that is a day off, or that jumps by a day during the run."""

import pathlib
import random
import shutil
import subprocess
import time

from harness import Report, fresh, run

DAY = 86_400


def mode(setting):
    report = Report("clock")
    shim = setting.work / "clock_shim.so"
    compiler = shutil.which("cc") or shutil.which("clang")
    if not compiler:
        report.skipped = "no C compiler"
        return report
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", shim, pathlib.Path(__file__).with_name("clock_shim.c")], check=True)
    year = subprocess.run(["date", "+%Y"], env={"LD_PRELOAD": str(shim), "TORTURE_CLOCK_OFFSET": str(1000 * DAY), "PATH": "/usr/bin:/bin"},
                          capture_output=True, text=True).stdout
    report.add("the shim works", [] if year.strip() > str(time.gmtime().tm_year) else [f"it is {year!r}"])
    folder = setting.corpus(200)
    source = folder / "documents"
    reference = setting.undisturbed(folder)
    dice = random.Random(setting.seed)
    out = setting.work / "clock-out"
    for number in range(1 if setting.short else 20):
        fresh(out)
        for name, offset in [("a day ahead", DAY), ("a day behind", -DAY), ("a jump ahead", DAY), ("a jump back", -DAY)]:
            delay = dice.uniform(0, reference.outcome.seconds) if "jump" in name else 0
            environment = {"LD_PRELOAD": str(shim), "TORTURE_CLOCK_OFFSET": str(offset),
                           "TORTURE_CLOCK_FROM": str(time.monotonic() + delay)}
            if number % 2:
                fresh(out)
            outcome = run(setting.command(source, out), environment=environment,
                          limit=max(60, 4 * reference.outcome.seconds) * setting.slack)
            faults = [f"left running: {stray}" for stray in outcome.strays]
            if outcome.status != reference.outcome.status:
                faults.append(f"{outcome}")
            report.add(f"number {number}: {name} after {delay:.2f} s", faults + reference.faults_of(out))
        report.add(f"number {number}: the right clock again", reference.rerun(out))
    return report
