#!/usr/bin/env python3
"""Runs the program on a tree of make.py and says where it did not do what it may.

usage: check.py PROGRAM TREE MANIFEST [--each] [--run] [--report FILE]

The whole tree is converted in one go (`convert`, or `run` with --run): each file must give exactly one line, and an
archive one for each member, with an outcome that the manifest allows, and no success for a damaged or empty text without an issue. --each also runs every
file alone and bounds time and memory. Exit status 1 and one line a complaint if anything is wrong.
"""

import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

#: Issues that say that something of the file is lost, guessed or odd; others speak of what the text says.
READING = re.compile("extension_mismatch|encoding_guessed|garbled_text|no_text|path_not_utf8|docx_|pdf_|text_|member_")
#: Unless a case wants it.
NEVER = {"internal", "worker_crashed", "worker_timeout", "worker_memory", "backend_missing"}
SECONDS, BUSY_SECONDS, MEBIBYTES = 125, 60, 512


def complaints(case, record, line):
    """What is wrong with the record of a case."""
    for text in case["must_not"]:
        if text in line:
            yield f"holds {text!r}"
    code = (record["error"] or {}).get("code")
    if (record["status"] == "failed") != (code is not None):
        yield f"status {record['status']} with error {code}"
    if code in NEVER and code not in case["want"]:
        yield f"{code}: {record['error']['message']}"
    elif code is not None:
        if code not in case["want"]:
            yield f"{code} ({record['error']['message']}), not {' '.join(case['want'])}"
    else:
        issues = [issue["code"] for issue in record["issues"]]
        is_flagged = any(READING.match(issue) for issue in issues)
        if "ok" not in case["want"] and not ("flagged" in case["want"] and is_flagged):
            yield f"{record['status']} with issues {issues}, not {' '.join(case['want'])}"
        if record["extraction"]["chars"] == 0 and "no_text" not in issues:
            yield "no text, and no issue says so"
        for text in case["must"]:
            if text not in line:
                yield f"lacks {text!r}"


def all_complaints(case, records):
    """What is wrong with the lines of a case, each a record and its text."""
    if not case["members"]:
        for record, line in records:
            if record["source"]["container_path"] is not None:
                yield "a line of a member"
            yield from complaints(case, record, line)
        return
    for number, ((record, line), want) in enumerate(zip(records, case["members"])):
        for complaint in complaints({**case, "want": want, "must": []}, record, line):
            yield f"member {number}: {complaint}"
        if record["source"]["container_path"] is None:
            yield f"member {number}: no container_path"


def printed(path):
    """A path as records have it: a byte that is no UTF-8 is written as \\xFF."""
    return re.sub("[\udc80-\udcff]", lambda byte: f"\\x{ord(byte[0]) - 0xDC00:02X}", path)


def whole_tree(options, manifest):
    with tempfile.TemporaryDirectory() as folder:
        if options.run:
            subprocess.run([options.program, "run", options.tree, "-o", folder, "--quiet"], check=False)
            lines = pathlib.Path(folder, "records.jsonl").read_text().split("\n")
        else:
            out = pathlib.Path(folder, "records.jsonl")
            subprocess.run([options.program, "convert", options.tree, "-o", out], check=False, stderr=subprocess.DEVNULL)
            lines = out.read_text().split("\n")
    if lines.pop() != "":
        yield "the last line has no end"
    found = collections.defaultdict(list)
    for line in lines:
        record = json.loads(line)
        found[printed(record["source"]["path"])].append((record, line))
    for case in manifest:
        path = printed(case["path"])
        if path not in found:
            # Folders that are too deep to make by their path.
            name = path.rsplit("/", 1)[1]
            path = next((it for it in found if it.endswith("ddd/" + name)), path)
        records = found.pop(path, [])
        if case["listed"] is False:
            if records:
                yield f"{path!r}: a line for what is passed over"
            continue
        if len(records) != (len(case["members"]) or 1) and (records or case["listed"]):
            yield f"{path!r}: {len(records)} lines"
        for complaint in all_complaints(case, records):
            yield f"{path!r}: {complaint}"
    for path in found:
        yield f"{path!r}: a line for no file of the tree"


def alone(program, path, case):
    """What is wrong with one file by itself, and its cost: seconds, of the processor too, and MiB of the largest process."""
    with tempfile.TemporaryFile() as out, open(os.devnull, "r+b") as null:
        start = time.monotonic()
        actions = [(os.POSIX_SPAWN_DUP2, null.fileno(), 0), (os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, null.fileno(), 2)]
        child = os.posix_spawn(program, [program, "convert", "-j", "1", path], os.environ, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
        seconds, mebibytes = time.monotonic() - start, usage.ru_maxrss / 1024
        busy = usage.ru_utime + usage.ru_stime
        out.seek(0)
        lines = out.read().decode().split("\n")
    found = []
    if os.waitstatus_to_exitcode(status) not in (0, 3):
        found.append(f"exit status {os.waitstatus_to_exitcode(status)}")
    lines.pop()
    records = [json.loads(line) for line in lines]
    if len(lines) != (len(case["members"]) or 1):
        found.append(f"{len(lines)} lines")
    else:
        found += all_complaints(case, list(zip(records, lines)))
    # A machine that is busy with other things makes no document slow; one that hangs is over its deadline anyway.
    if busy > BUSY_SECONDS or seconds > SECONDS and busy < seconds / 100:
        found.append(f"{seconds:.1f} s, {busy:.1f} s of the processor")
    outcome = " ".join((record["error"] or {}).get("code") or record["status"] for record in records[:20]) or "none"
    return found, seconds, busy, mebibytes, outcome


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("tree")
    parser.add_argument("manifest", type=pathlib.Path)
    parser.add_argument("--each", action="store_true")
    parser.add_argument("--run", action="store_true")
    parser.add_argument("--report", type=pathlib.Path)
    options = parser.parse_args()
    manifest = json.loads(options.manifest.read_text())
    wrong = []
    if options.each:
        for case in manifest:
            path = os.path.join(os.fsencode(options.tree), os.fsencode(case["path"]))
            if not case["listed"] or not os.path.lexists(path):
                continue
            found, seconds, busy, mebibytes, outcome = alone(options.program, path, case)
            # Children are limited by themselves, and only the largest process of all can be seen.
            is_pdf = case["group"] == "pdf"
            if mebibytes > (1024 if is_pdf else MEBIBYTES):
                found.append(f"{mebibytes:.0f} MiB")
            wrong += [f"{case['path']!r}: {complaint}" for complaint in found]
            if options.report:
                with options.report.open("a") as file:
                    print(f"{seconds:8.2f} s {busy:8.2f} s {mebibytes:6.0f} MiB {outcome:20} {case['path']!r} {found or ''}", file=file)
    else:
        wrong = list(whole_tree(options, manifest))
    for line in wrong:
        print(line)
    print(f"{len(manifest)} cases, {len(wrong)} complaints", file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
