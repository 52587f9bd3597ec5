#!/usr/bin/env python3
"""Prints what makes it hard to find one's way in the sources; fails at cycles and at types of one name.

- cycles between the folders of a target: types of one are used in the other, and the other way round;
- types of one name within a stage (a folder of Sources), nested ones left out;
- files over 250 lines, lists of data aside.
"""
import collections
import itertools
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCES = ROOT / "Sources"
DECLARATION = re.compile(r"^([ ]*)(?:(?:package|private|fileprivate|internal|public|final|indirect|@\w+(?:\([^)]*\))?)\s+)*"
                         r"(struct|class|enum|protocol|actor|typealias|extension)\s+([A-Za-z_][\w.]*)", re.M)
LONGEST = 250


def main():
    files = {path: strip(path.read_text(encoding="utf-8")) for path in sorted(SOURCES.rglob("*.swift"))}
    cycles = list(folder_cycles(files))
    homonyms = list(same_names(files))
    long = [(path, count) for path in files if (count := lines(path)) > LONGEST and not is_data(path)]
    print(f"cycles between folders of a target: {len(cycles)}")
    for target, left, right, there, back in cycles:
        print(f"  {target}: {left} uses {', '.join(sorted(there)[:4])}; {right} uses {', '.join(sorted(back)[:4])}")
    print(f"types of one name within a stage: {len(homonyms)}")
    for stage, name, places in homonyms:
        print(f"  {stage}: {name} in {', '.join(places)}")
    print(f"files over {LONGEST} lines: {len(long)}")
    for path, count in sorted(long, key=lambda each: -each[1]):
        print(f"  {path.relative_to(SOURCES)}: {count}")
    sys.exit(bool(cycles or homonyms))


def strip(text):
    """Without comments and the contents of strings."""
    text = re.sub(r'"""[\s\S]*?"""', '""', text)
    text = re.sub(r'"(?:\\.|[^"\\\n])*"', '""', text)
    text = re.sub(r"/\*[\s\S]*?\*/", "", text)
    return re.sub(r"//[^\n]*", "", text)


def lines(path):
    return path.read_text(encoding="utf-8").count("\n")


def is_data(path):
    """Whether most of a file is one literal."""
    text = path.read_text(encoding="utf-8")
    literals = sum(len(each) for each in re.findall(r'"""[\s\S]*?"""', text))
    return literals > len(text) * 0.6


def target(path):
    parts = path.relative_to(SOURCES).parts
    return parts[:2] if len(parts) > 2 and (SOURCES / parts[0] / parts[1]).is_dir() else parts[:1]


def declared(text):
    """(whole name, access is private) of each type that `text` declares, nested ones by their indentation."""
    open_types = []
    for match in DECLARATION.finditer(text):
        depth = len(match.group(1)) // 2
        open_types = [each for each in open_types if each[0] < depth]
        name = ".".join([each[1] for each in open_types] + [match.group(3)])
        if match.group(2) != "extension":
            yield name, "private" in match.group(0)
        if match.group(2) != "typealias":
            open_types.append((depth, match.group(3)))


def folder_cycles(files):
    by_target = collections.defaultdict(lambda: collections.defaultdict(list))
    for path, text in files.items():
        base = SOURCES.joinpath(*target(path))
        rest = path.relative_to(base).parts
        if len(rest) > 1:
            by_target[base][rest[0]].append(text)
    for base, folders in by_target.items():
        if len(folders) < 2:
            continue
        owned = {folder: {name for text in texts for name, private in declared(text) if "." not in name and not private}
                 for folder, texts in folders.items()}
        used = {folder: set(re.findall(r"\b[A-Z]\w+\b", " ".join(texts))) for folder, texts in folders.items()}
        for left, right in itertools.combinations(sorted(folders), 2):
            there = used[left] & owned[right] - owned[left]
            back = used[right] & owned[left] - owned[right]
            if there and back:
                yield base.relative_to(SOURCES), left, right, there, back


def same_names(files):
    stages = collections.defaultdict(lambda: collections.defaultdict(set))
    for path, text in files.items():
        parts = path.relative_to(SOURCES).parts
        for name, private in declared(text):
            if not private and "." not in name:
                stages[parts[0]][name].add(str(path.relative_to(SOURCES / parts[0])))
    for stage, names in stages.items():
        for name, places in sorted(names.items()):
            if len(places) > 1:
                yield stage, name, sorted(places)


if __name__ == "__main__":
    main()
