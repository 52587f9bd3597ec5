#!/usr/bin/env python3
"""Damages every document of a format in Fixtures, and sees that each still gives one line: a record, or a failure of a known kind.

usage: damage.py PROGRAM [--format pdf|html|mht|doc] [--flips 2000] [--each] [--seed 1] [--only WORD] [--list] [--keep DIR]

Each is cut at every hundredth of its length, and gets seeded damage: --flips copies of all documents together, with --each of
every one. Half of it hits what says how the document is made: of a PDF what stands between the streams, of a page its tags, of a Word file
what is no text, where numbers of four bytes are written over too; and pages lose and repeat stretches. Exit status 1 where a file gave no line or two, an
internal error or a crash, or took more than its time or memory; --keep puts such files into DIR. Records that have other
values than the whole document's, and no issue that the whole one has not, are counted, and named by --list: a byte may well
change what a page shows.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from cells import cells_in  # noqa: E402

FIXTURES = HERE.parents[1] / "Fixtures"
BATCH, SECONDS, MEBIBYTES = 50, 20, 256  # files of a call; of processor time for one file; of the largest process
NEVER = {"internal", "worker_crashed", "worker_timeout", "worker_memory", "backend_missing"}
STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
TAG = re.compile(rb"<[^>]{0,2000}>")
WORD_TEXT = re.compile(rb"(?:[\x00-\xff][\x4e-\x9f]){8,}")
LENGTHS = [0, 1, 0xFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF]


def outside_streams(content):
    """Indices of the bytes between the streams."""
    places, at = [], 0
    for match in STREAM.finditer(content):
        places.append(range(at, match.start()))
        at = match.end()
    places.append(range(at, len(content)))
    return [place for each in places for place in each]


def telling(content, form):
    """Indices of the bytes that say how a document is made."""
    if form == "pdf":
        return outside_streams(content)
    if form == "doc":
        text = set()
        for match in WORD_TEXT.finditer(content):
            text.update(range(*match.span()))
        return [place for place, byte in enumerate(content) if byte and place not in text]
    return [place for match in TAG.finditer(content) for place in range(*match.span())] or list(range(len(content)))


def rewritten(damaged, at, dice, form):
    """Damages `damaged` at one place."""
    if form == "doc" and dice.random() < 0.4 and at + 4 <= len(damaged):
        damaged[at:at + 4] = dice.choice(LENGTHS + [dice.randrange(1 << 16), dice.randrange(1 << 32)]).to_bytes(4, "little")
    elif form in ("html", "mht") and dice.random() < 0.4:
        length = dice.choice([1, 8, 64, 512, 4096])
        stretch = bytes(damaged[at:at + length])
        damaged[at:at + length] = dice.choice([b"", stretch * dice.choice([2, 2, 8]), dice.choice([b"<", b">", b'"', b"<table>", b"</td>", b"<!--", b"&#", b"\0"])])
    elif at < len(damaged):
        damaged[at] = dice.choice([damaged[at] ^ 1 << dice.randrange(8), dice.randrange(256), 0x30 + dice.randrange(10)])


def damages(path, flips, seed, form):
    """(name, bytes) of every damaged copy of a document."""
    content, stem = path.read_bytes(), path.parent.name + ("" if path.parent.parent.name != "twins" else "-twin")
    for hundredth in range(100):
        yield f"{stem}-cut-{hundredth:02d}.{form}", content[:len(content) * hundredth // 100]
    between = telling(content, form)
    for number in range(flips):
        dice = random.Random(f"damage/{seed}/{stem}/{number}")
        damaged = bytearray(content)
        for _ in range(dice.choice([1, 1, 1, 2, 8])):
            rewritten(damaged, dice.choice(between) if dice.random() < 0.5 else dice.randrange(len(content)), dice, form)
        yield f"{stem}-flip-{number:04d}.{form}", bytes(damaged)


class Batch:
    """Files that one call converts."""

    def __init__(self, program, folder, jobs=None):
        self.program, self.folder, self.jobs = program, pathlib.Path(folder), jobs

    def run(self, names):
        """({name: [records]}, seconds of the processor, seconds, MiB of the largest process, exit status)."""
        more = ["-j", str(self.jobs)] if self.jobs else []
        out = self.folder / "records"
        start = time.monotonic()
        with open(out, "wb") as file, open(os.devnull, "r+b") as null:
            child = subprocess.Popen([self.program, "convert", *more, *(self.folder / name for name in names)], stdin=null, stdout=file, stderr=null)
            deadline = start + SECONDS * len(names)
            while True:
                done, status, usage = os.wait4(child.pid, os.WNOHANG)
                if done:
                    break
                if time.monotonic() > deadline:
                    child.kill()
                    _, status, usage = os.wait4(child.pid, 0)
                    break
                time.sleep(0.005)
            child.returncode = 0
        found = collections.defaultdict(list)
        for line in out.read_text(errors="replace").splitlines():
            record = json.loads(line)
            found[record["source"]["name"]].append(record)
        return found, usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def complaint(name, records, seconds, mebibytes, status):
    """What is wrong with one file, or ""."""
    if len(records) != 1:
        return f"{len(records)} lines, exit status {status}"
    error = records[0]["error"]
    if error and error["code"] in NEVER:
        return f"{error['code']}: {error['message']}"
    if (records[0]["status"] == "failed") != (error is not None):
        return f"status {records[0]['status']} with error {error}"
    if seconds is not None and seconds > SECONDS:
        return f"{seconds:.1f} s of the processor"
    return f"{mebibytes:.0f} MiB" if mebibytes > MEBIBYTES else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--flips", type=int, default=2000)
    parser.add_argument("--each", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", default="pdf", choices=["pdf", "html", "mht", "doc"])
    parser.add_argument("--only", default="", help="documents with this word in their paths")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args()
    form = options.format
    paths = [path for path in sorted(FIXTURES.glob(f"*/*/input.{form}")) if options.only in str(path)]
    start, outcomes, wrong, changed, most = time.monotonic(), collections.Counter(), [], [], 0.0
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    total = 0
    for path in paths:
        flips = options.flips if options.each else -(-options.flips // len(paths))
        with tempfile.TemporaryDirectory(dir=memory) as folder:
            batch = Batch(options.program, folder)
            (pathlib.Path(folder) / f"whole.{form}").write_bytes(path.read_bytes())
            whole = batch.run([f"whole.{form}"])[0][f"whole.{form}"][0]
            everything = list(damages(path, flips, options.seed, form))
            total += len(everything)
            for place in range(0, len(everything), BATCH):
                files = everything[place:place + BATCH]
                for name, content in files:
                    (pathlib.Path(folder) / name).write_bytes(content)
                names = [name for name, _ in files]
                found, seconds, _, mebibytes, status = batch.run(names)
                most = max(most, mebibytes)
                # A file that spoils a batch is looked for alone.
                is_odd = seconds > SECONDS or mebibytes > MEBIBYTES or any(len(found[name]) != 1 for name in names)
                for name in names:
                    result = (found[name], None, 0 if is_odd else mebibytes, status)
                    if is_odd:
                        alone, seconds, _, mebibytes, status = Batch(options.program, folder, 1).run([name])
                        result = (alone[name], seconds, mebibytes, status)
                    if why := complaint(name, *result):
                        wrong.append(f"{path.parent.relative_to(FIXTURES)}: {name}: {why}")
                        if options.keep:
                            options.keep.mkdir(parents=True, exist_ok=True)
                            (options.keep / name).write_bytes(dict(files)[name])
                    for record in result[0][:1]:
                        outcomes[(record["error"] or {}).get("code") or record["status"]] += 1
                        if is_quietly_other(whole, record):
                            changed.append(f"{path.parent.relative_to(FIXTURES)}: {name}")
                    (pathlib.Path(folder) / name).unlink()
    for line in wrong:
        print(line)
    for line in changed if options.list else []:
        print(f"other values without a word: {line}")
    told = ", ".join(f"{code} {count}" for code, count in outcomes.most_common())
    print(f"{total} damaged copies of {len(paths)} {form}: {told}; {len(wrong)} wrong, {len(changed)} with other values and no issue; "
          f"at most {most:.0f} MiB, {time.monotonic() - start:.0f} s", file=sys.stderr)
    sys.exit(1 if wrong else 0)


def is_quietly_other(whole, record):
    """Whether the record has other cells than that of the whole document, and says nothing that the other doesn't."""
    if record["status"] == "failed" or whole["status"] == "failed":
        return False
    one, other = cells_in(whole), cells_in(record)
    if all(other.get(name) == value for name, value in one.items()):
        return False
    known = {issue["code"] for issue in whole["issues"]}
    failures = len(record["checks"]["failures"]) - len(whole["checks"]["failures"])
    return not failures and not any(issue["severity"] != "info" and issue["code"] not in known for issue in record["issues"])


if __name__ == "__main__":
    main()
