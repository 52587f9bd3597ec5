"""Full, read-only and suddenly unplugged disks. All of it needs root, for mounts."""

import ctypes
import fcntl
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time

from harness import Report, Started, fresh, run, standings, unsaid
from injection import earlier_output

EXT4_SHUTDOWN = 0x8004587D  # _IOR('X', 125, __u32), also known as FS_IOC_GOINGDOWN
WITHOUT_LOG = 2


def needs_root(report):
    if os.geteuid() != 0:
        report.skipped = "mounting needs root"
    return bool(report.skipped)


class Mounted:
    """A file system mounted while the block runs."""

    def __init__(self, folder, *arguments):
        self.folder, self.arguments = folder, arguments

    def __enter__(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mount", *self.arguments, self.folder], check=True, capture_output=True)
        return self.folder

    def __exit__(self, *_):
        for _ in range(50):
            if subprocess.run(["umount", self.folder], capture_output=True).returncode == 0:
                return
            time.sleep(0.1)
        subprocess.run(["umount", "-l", self.folder], capture_output=True)


def size_of(folder):
    # Blocks, and hard links once, as the file system counts.
    return int(subprocess.run(["du", "-sk", folder], capture_output=True, text=True, check=True).stdout.split()[0])


def tmpfs(setting):
    report = Report("tmpfs")
    if needs_root(report):
        return report
    folder = setting.corpus(200)
    source = folder / "documents"
    reference = setting.undisturbed(folder)
    report.add("undisturbed", reference.faults)
    half = earlier_output(setting, source, "tmpfs")
    for start in [None, half]:
        size, step, right = (size_of(start) + 8 if start else 16), 4 if setting.short else 1.15, 0
        while right < (1 if setting.short else 2) and size < 1 << 20:
            name = f"{'update' if start else 'fresh'} in {size} KiB"
            faults, is_right = full_disk(setting, reference, source, start, size)
            report.add(name, faults)
            right += is_right
            size = int(size * step) + 4
    return report


def full_disk(setting, reference, source, start, size):
    with Mounted(setting.work / "tmpfs", "-t", "tmpfs", "-o", f"size={size}k", "none") as disk:
        out, before = disk / "out", None
        if start:
            shutil.copytree(start, out, symlinks=True, copy_function=copied_or_linked({}))
            before = (out / "records.jsonl").read_bytes()
        outcome = run(setting.command(source, out), limit=300)
        faults = [f"left running: {stray}" for stray in outcome.strays]
        if outcome.is_done:
            faults += reference.faults_of(out)
            return faults, True
        if outcome.status not in (73, 74):
            faults.append(f"not 74: {outcome}")
        if str(out) not in outcome.errors:
            faults.append(f"the message does not name the path: {outcome}")
        if before is not None and (out / "records.jsonl").read_bytes() not in (before, reference.files["records.jsonl"]):
            faults.append("the old output is damaged")
        subprocess.run(["mount", "-o", "remount,size=512m", disk], check=True)
        return faults + reference.rerun(out), False


def copied_or_linked(known):
    """Copies files, and links what was linked."""
    def copy(source, target, **_):
        status = os.lstat(source)
        if status.st_nlink > 1 and status.st_ino in known:
            os.link(known[status.st_ino], target)
        else:
            shutil.copy2(source, target, follow_symlinks=False)
            known[status.st_ino] = target
        return target
    return copy


def prepared(setting, name):
    """A tree of 60 documents, an undisturbed run over it, and the output of an earlier one."""
    folder = setting.corpus(60)
    source = folder / "documents"
    return source, setting.undisturbed(folder), earlier_output(setting, source, name)


def readonly(setting):
    report = Report("readonly")
    if needs_root(report):
        return report
    source, reference, half = prepared(setting, "readonly")
    for name, start in [("no output yet", None), ("an older output", half), ("a finished output", reference.out)]:
        disk = fresh(setting.work / "readonly-disk")
        disk.mkdir()
        if start:
            shutil.copytree(start, disk / "out", symlinks=True)
        with Mounted(disk, "--bind", disk):
            subprocess.run(["mount", "-o", "remount,ro,bind", disk], check=True)
            outcome = run(setting.command(source, disk / "out"))
        faults = [] if outcome.status in (73, 74) else [f"not 73 or 74: {outcome}"]
        if str(disk) not in outcome.errors:
            faults.append(f"the message does not name the path: {outcome}")
        if start and (disk / "out" / "records.jsonl").read_bytes() != (start / "records.jsonl").read_bytes():
            faults.append("the old output is damaged")
        report.add(name, faults + outcome.strays + reference.rerun(disk / "out"))
    return report


def power(setting):
    report = Report("power")
    if needs_root(report):
        return report
    source, reference, half = prepared(setting, "power")
    old = (half / "records.jsonl").read_bytes()
    dice, full = random.Random(setting.seed), reference.outcome.seconds
    count = 2 if setting.short else 100
    for number in range(count):
        delay = None if number % 4 == 1 else dice.uniform(0, full * 1.1)
        start = half if number % 2 or number % 4 == 2 else None
        name = f"number {number}, {'older output' if start else 'no output yet'}, plug pulled " + (
            "when it had ended" if delay is None else f"after {delay:.2f} s")
        try:
            report.add(name, unplugged(setting, reference, source, start, old, delay))
        except (subprocess.CalledProcessError, OSError) as error:
            report.skipped = f"no loop device with ext4 here ({error})"
            return report
    return report


def unplugged(setting, reference, source, start, old, delay):
    image, disk = setting.work / "power.img", setting.work / "power"
    with open(image, "wb") as file:
        file.truncate(128 << 20)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True, capture_output=True)
    options = ("-o", "loop,noauto_da_alloc,commit=300", image)
    with Mounted(disk, *options):
        out = disk / "out"
        if start:
            shutil.copytree(start, out, symlinks=True)
        subprocess.run(["sync", "-f", disk], check=True)
        started = Started(setting.command(source, out))
        if delay is None:
            outcome = started.wait(300)
            pull(disk)
        else:
            until = time.monotonic() + delay
            while time.monotonic() < until and started.process.poll() is None:
                time.sleep(0.002)
            is_done = started.process.poll() is not None
            pull(disk)
            if not is_done:
                time.sleep(0.05)
                started.signal(signal.SIGKILL)
            outcome = started.wait(60)
    faults = [f"left running: {stray}" for stray in outcome.strays]
    with Mounted(disk, *options):
        records = out / "records.jsonl"
        written = records.read_bytes() if records.exists() else None
        if outcome.is_done and written != reference.files["records.jsonl"]:
            faults.append(f"{outcome}, but its records are not on disk")
        if written not in (None if not start else old, reference.files["records.jsonl"]):
            faults.append(f"records.jsonl is neither the old nor the new one: {written and len(written)} bytes")
        faults += rows_without_lines(out, setting.work)
        faults += reference.rerun(out)
        if start:
            faults += unsaid(standings(start), set(os.listdir(start / "runs")), out)
    image.unlink()
    return faults


def pull(disk):
    descriptor = os.open(disk, os.O_RDONLY)
    try:
        fcntl.ioctl(descriptor, EXT4_SHUTDOWN, ctypes.c_uint32(WITHOUT_LOG))
    finally:
        os.close(descriptor)


def rows_without_lines(out, work):
    """Rows of the state whose record is not on disk: what the state calls done has to be there."""
    copy = fresh(work / "state-copy")
    if not (out / "state" / "index.sqlite").exists():
        return []
    shutil.copytree(out / "state", copy)
    faults = []
    try:
        with sqlite3.connect(copy / "index.sqlite") as db:
            rows = db.execute("SELECT path, segment, place, length FROM entries").fetchall()
    except sqlite3.Error as error:
        return [] if "no such table" in str(error) else [f"the state cannot be read: {error}"]
    for path, segment, place, length in rows:
        try:
            with open(copy / f"records-{segment}.jsonl", "rb") as file:
                file.seek(place)
                record = json.loads(file.read(length))
            if record["source"]["path"] != path.decode("utf-8", "replace"):
                faults.append(f"the row of {path!r} points to {record['source']['path']!r}")
        except (OSError, ValueError) as error:
            faults.append(f"the row of {path!r} has no line: {error}")
    return faults[:5]
