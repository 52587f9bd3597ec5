#!/usr/bin/env python3
"""Makes a tree of hostile files, the same each time, and says what may come of each.

usage: make.py TREE MANIFEST [--fast] [GROUP...]

MANIFEST is a JSON list of {path, group, want, must, must_not, listed}; path is relative to TREE, with \\udcXX for a
byte that is no UTF-8. --fast leaves out what takes seconds or gigabytes, and what only root can make.
"""

import argparse
import inspect
import json
import os
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from families import archives, bodies, mislabelled, names, packages, pdfs, texts, xml_parts, zips  # noqa: E402

FAMILIES = [zips, archives, packages, xml_parts, bodies, pdfs, mislabelled, texts, names]


def place(case, path):
    content = case.content
    if callable(content) and inspect.signature(content).parameters:
        content(path)
        return
    with open(path, "wb") as file:
        file.write(content() if callable(content) else content)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tree", type=pathlib.Path)
    parser.add_argument("manifest", type=pathlib.Path)
    parser.add_argument("groups", nargs="*")
    parser.add_argument("--fast", action="store_true")
    options = parser.parse_intermixed_args()
    rows = []
    for case in [case for family in FAMILIES for case in family.CASES]:
        if options.groups and case.group not in options.groups or options.fast and case.slow:
            continue
        folder = options.tree / case.group
        folder.mkdir(parents=True, exist_ok=True)
        path = os.path.join(os.fsencode(folder), os.fsencode(case.name))
        try:
            place(case, path)
        except PermissionError:
            # A device needs root.
            continue
        rows.append({"path": f"{case.group}/{os.fsdecode(case.name)}", "group": case.group, "want": sorted(case.want),
                     "must": case.must, "must_not": case.must_not, "listed": case.listed,
                     "members": [want.split() for want in case.members]})
    options.manifest.write_text(json.dumps(rows, ensure_ascii=True, indent=0))


if __name__ == "__main__":
    main()
