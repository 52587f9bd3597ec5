"""Flips bits in the state and in the output between runs, cuts them, swaps them, takes them away."""

import os
import random
import shutil

from harness import Report, fresh, run
from storage import copied_or_linked


def flip(path, dice):
    size = path.stat().st_size
    if not size:
        return "nothing, it is empty"
    at, bit = dice.randrange(size), dice.randrange(8)
    with open(path, "r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 1 << bit]))
    return f"bit {bit} of byte {at} flipped"


def cut(path, dice):
    at = dice.randrange(path.stat().st_size + 1)
    os.truncate(path, at)
    return f"cut to {at} bytes"


def zeros(path, dice):
    size = path.stat().st_size
    at = dice.randrange(size + 1) // 512 * 512
    with open(path, "r+b") as file:
        file.seek(at)
        file.write(bytes(min(4096, size - at)))
    return f"4096 bytes from {at} zeroed"


def gone(path, dice):
    path.unlink()
    return "deleted"


def rubbish(path, dice):
    path.write_bytes(dice.randbytes(8192))
    return "replaced by noise"


def emptied(path, dice):
    os.truncate(path, 0)
    return "emptied"


def mode(setting):
    report = Report("damage")
    folder = setting.corpus(60)
    source = folder / "documents"
    reference = setting.undisturbed(folder)
    dice, out = random.Random(setting.seed), fresh(setting.work / "damage-out")
    copy = lambda: shutil.copytree(reference.out, fresh(out), symlinks=True, copy_function=copied_or_linked({}))
    copy()
    refused = healed = 0
    each = 1 if setting.short else 200
    plan = [flip] * each + [cut] * each + [zeros] * (each // 4) + [gone, rubbish, emptied] * (1 if setting.short else 8)
    plan += [(gone, "index"), (rubbish, "index"), (emptied, "index"), (gone, "records-"), (emptied, "records-"),
             (gone, "records.jsonl"), (gone, "failures.csv"), (flip, "failures.csv")]
    for number, step in enumerate(plan):
        change, wanted = step if isinstance(step, tuple) else (step, "")
        files = sorted(p for p in [*(out / "state").iterdir(), out / "records.jsonl", out / "failures.csv"]
                       if p.is_file() and p.name != "lock" and not p.name.startswith("damaged-") and wanted in p.name)
        if not files:
            continue
        path = dice.choice(files)
        name = f"number {number}: {path.relative_to(out)}, {change(path, dice)}"
        outcome = run(setting.command(source, out), limit=300)
        faults = [f"left running: {stray}" for stray in outcome.strays]
        if outcome.is_done:
            faults += reference.faults_of(out, is_after_damage=True)
            healed += 1
        else:
            refused += 1
            if outcome.status < 0 or not outcome.errors.strip():
                faults.append(f"neither healed nor refused with a message: {outcome}")
        report.add(name, faults)
        # Else the same output is damaged again and again, as it stands, so that inodes and times stay its own.
        if faults or not outcome.is_done:
            copy()
            run(setting.command(source, out), limit=300)
    report.notes.append(f"{healed} healed, {refused} refused")
    return report
