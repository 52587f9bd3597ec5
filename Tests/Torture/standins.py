#!/usr/bin/env python3
"""Two programs to try the torture itself on: `careful` must pass it, `naive` must not.

usage: torture.py --program "python3 Tests/Torture/standins.py careful" kill random

They convert nothing: the record of a document is what expected.jsonl beside the tree says, with the file's SHA-256.
"""

import fcntl
import hashlib
import json
import os
import pathlib
import signal
import sys
import time


def record(path, digest, expected):
    known = expected.get(path, {"codes": ["ok"], "numbers": {}})
    code = known["codes"][0]
    made = {"source": {"path": path, "sha256": digest},
            "status": code if code in ("ok", "partial") else "failed",
            "error": None if code in ("ok", "partial") else {"code": code}}
    for place, value in known["numbers"].items():
        *folders, last = place.split(".")
        at = made
        for folder in folders:
            at = at.setdefault(folder, {})
        at[last] = value
    time.sleep(0.01)
    return json.dumps(made, ensure_ascii=False) + "\n"


def paths(root):
    found = [p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file() and p.stat().st_size
             and not p.name.startswith((".", "~$")) and p.suffix not in (".part", ".crdownload")]
    return sorted(found, key=os.fsencode)


def replace(path, text):
    new = path.with_name(path.name + ".tmp")
    with open(new, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.rename(new, path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def lock(out, waits):
    holder = os.open(out / "state" / "lock", os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(holder, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
    except BlockingIOError:
        print(f"process {os.read(holder, 20).decode()} is at work on {out}", file=sys.stderr)
        sys.exit(75)
    os.truncate(holder, 0)
    os.pwrite(holder, str(os.getpid()).encode(), 0)


def careful(root, out, expected, waits):
    (out / "state").mkdir(parents=True, exist_ok=True)
    lock(out, waits)
    for left in out.rglob("*.tmp"):
        left.unlink()
    cache, lines, failures = out / "state" / "cache.json", [], "path,code\n"
    try:
        known = json.loads(cache.read_text())
    except (OSError, ValueError):
        known = {}
    found = {}
    for path in paths(root):
        try:
            found[path] = hashlib.sha256((root / path).read_bytes()).hexdigest()
        except FileNotFoundError:
            continue
    for number, (path, digest) in enumerate(found.items()):
        if known.get(path, [None])[0] != digest:
            known[path] = [digest, record(path, digest, expected)]
            if number % 10 == 9:
                replace(cache, json.dumps(known))
        lines.append(known[path][1])
    replace(cache, json.dumps({path: known[path] for path in found}))
    replace(out / "records.jsonl", "".join(lines))
    replace(out / "failures.csv", failures)
    run = out / "runs" / str(time.time_ns())
    run.mkdir(parents=True)
    replace(run / "summary.json", "{}")
    os.symlink(f"runs/{run.name}", out / "latest.tmp")
    os.rename(out / "latest.tmp", out / "latest")


def naive(root, out, expected, waits):
    (out / "state").mkdir(parents=True, exist_ok=True)
    (out / "runs" / "1").mkdir(parents=True, exist_ok=True)
    done = (out / "state" / "done").read_text().splitlines() if (out / "state" / "done").exists() else []
    with open(out / "records.jsonl", "a", encoding="utf-8") as records, open(out / "state" / "done", "a") as list_of:
        for path in paths(root):
            if path not in done:
                records.write(record(path, hashlib.sha256((root / path).read_bytes()).hexdigest(), expected))
                records.flush()
                list_of.write(path + "\n")
                list_of.flush()
    (out / "failures.csv").write_text("path,code\n")
    (out / "runs" / "1" / "summary.json").write_text("{}")
    if not (out / "latest").is_symlink():
        os.symlink("runs/1", out / "latest")


def main():
    kind, _, source, _, out, *options = sys.argv[1:]
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda number, _: os._exit(128 + number))
    root = pathlib.Path(source)
    beside = root.parent / "expected.jsonl"
    expected = {}
    if beside.exists():
        expected = {line["path"]: line for line in map(json.loads, beside.read_text(encoding="utf-8").splitlines())}
    try:
        {"careful": careful, "naive": naive}[kind](root, pathlib.Path(out), expected, "--wait" in options)
    except OSError as error:
        print(f"{out}: {error}", file=sys.stderr)
        sys.exit(74)


if __name__ == "__main__":
    main()
