#!/usr/bin/env python3
"""Holds the records of generated reports against what their pages show, and prints a table by style.

usage: check.py PROGRAM DIR [--by style|lines|producer|carrier] [--list] [--match WORD] [--targets] [--markdown FILE] [--records FILE]

DIR is what make.py made. Each cell of the three tables is

  right    the value that is printed, or null where none is
  null     null where a value is printed, and a warning or an error tells so: at the cell, at its row or of its table
  at       wrong, and a failing check or an issue stands at that cell
  table    wrong, and only an issue of the whole table says that it was rebuilt
  blank    null where a value is printed and called blank, though an issue tells of the table: a reader takes it for 0
  SILENT   wrong otherwise, or a null that nothing tells of: a reader takes it for what is printed

`meta` counts titles, agencies, years and dates that are other ones than those that are printed.
`errors` counts the identities that the printed numbers break, in documents whose cells were all read, and how many a check names.
Exit status 1 if a cell is SILENT, called blank or wrong under an issue of its table alone, or such an identity isn't named; with --targets also where a group misses its
share of right cells. --list names files and cells. --markdown writes the tables between the marks of FILE.
"""

import argparse
import collections
import json
import pathlib
import subprocess
import sys
import textwrap

from judge import COLUMNS, Judged

BATCH = 25  # files of one call
# The least share of right cells, by what a group is.
TARGETS = [
    ("all lines", lambda kind, truth: truth.get("lines") == "all" and truth["filling"] == "filled", 99.9),
    ("no or part of the lines, filled", lambda kind, truth: truth.get("lines") in ("part", "none") and truth["filling"] == "filled", 95),
    ("no or part of the lines, blanks", lambda kind, truth: truth.get("lines") in ("part", "none") and truth["filling"] == "blanks", 85),
    ("pdftotext -raw, plain and -layout, filled", lambda kind, truth: kind == "text" and truth["style"] in ("raw", "plain", "layout") and truth["filling"] == "filled", 90),
    ("w3m, pandoc, one cell a line, two spaces, filled",
     lambda kind, truth: kind == "text" and truth["style"] in ("w3m", "pandoc-plain", "cell-a-line", "two-spaces") and truth["filling"] == "filled", 98),
]


def records_of(program, files):
    """{path: record} of files, a batch a call; what gives no line has none."""
    found = {}
    for start in range(0, len(files), BATCH):
        batch = [str(path) for path in files[start:start + BATCH]]
        try:
            output = subprocess.run([program, "convert", *batch], capture_output=True, timeout=60 * len(batch)).stdout
        except subprocess.TimeoutExpired as late:  # what has no line by then has none
            output = late.stdout or b""
        for line in output.decode("utf-8", "replace").splitlines():
            record = json.loads(line)
            found[record["source"]["path"]] = record
    by_name = {pathlib.PurePath(path).name: record for path, record in found.items()}
    return {path: by_name.get(path.name) for path in files}


def share(counts):
    return 100 * counts["right"] / counts["cells"] if counts["cells"] else 100


def table_of(groups):
    """Rows of cells of a table, the first its head."""
    rows = [["", "files", *COLUMNS, "errors", "right %"]]
    for name, (files, counts) in groups:
        rows.append([name, str(files), *(str(counts[column] or "·") for column in COLUMNS), f"{counts['named']}/{counts['broken']}", f"{share(counts):.2f}"])
    return rows


def aligned(rows):
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return "\n".join("  ".join(cell.ljust(widths[0]) if not place else cell.rjust(widths[place]) for place, cell in enumerate(row)) for row in rows)


def markdown(rows):
    return [f"| {' | '.join(rows[0])} |", "| --- |" + " ---: |" * (len(rows[0]) - 1), *(f"| {' | '.join(row)} |" for row in rows[1:])]


def grouped(judged, label):
    """{label: (files, counts)} in the order of the labels."""
    groups = {}
    for path, each in judged:
        files, counts = groups.get(label(path, each.truth), (0, collections.Counter()))
        groups[label(path, each.truth)] = (files + 1, counts + each.counts)
    return dict(sorted(groups.items()))


def family(path, truth):
    """What a document is in the short table: its folder, the lines that are drawn, the filling."""
    lines = {"all": "PDF, all lines", "part": "PDF, part of the lines", "none": "PDF, no lines", "picture": "PDF, tables are pictures"}.get(truth.get("lines"))
    return f"{lines or {'mutations': 'another structure'}.get(path.parent.name, path.parent.name)}, {truth['filling']}"


def style(path, truth):
    return f"{path.parent.name}/{truth['style']}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("dir", type=pathlib.Path)
    parser.add_argument("--by", default="style", choices=["style", "lines", "producer", "carrier"])
    parser.add_argument("--list", action="store_true", help="name files and cells")
    parser.add_argument("--match", default="", help="only files whose path holds this")
    parser.add_argument("--targets", action="store_true")
    parser.add_argument("--markdown", type=pathlib.Path, help="a file whose part between its marks is written anew")
    parser.add_argument("--records", type=pathlib.Path, help="keep the records here")
    options = parser.parse_args()
    files = [path for path in sorted(options.dir.rglob("*")) if path.suffix not in (".json", "") and path.with_suffix(".json").exists() and options.match in str(path)]
    if not files:
        sys.exit(f"nothing in {options.dir}")
    records = records_of(options.program, files)
    if options.records:
        options.records.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records.values() if record))
    judged = [(path, Judged(json.loads(path.with_suffix(".json").read_text()), records[path])) for path in files]
    label = {"style": lambda path, truth: f"{style(path, truth)}, {truth['filling']}", "lines": family}.get(options.by, lambda path, truth: truth.get(options.by, path.parent.name))
    total = (len(judged), sum((each.counts for _, each in judged), collections.Counter()))
    print(aligned(table_of([*grouped(judged, label).items(), ("all", total)])))
    if options.list:
        for path, each in judged:
            for kind, name, value, wanted in each.why:
                if kind != "null" or len(each.why) < 8:
                    print(f"{kind} {path.parent.name}/{path.name}: {name} is {value}, printed {wanted}")
    issues = collections.Counter(issue["code"] for _, each in judged if each.is_right for issue in each.issues)
    print("issues of documents whose cells are all right: " + ", ".join(f"{code} {count}" for code, count in issues.most_common()))
    missed = total[1]["SILENT"] or total[1]["blank"] or total[1]["table"] or total[1]["broken"] != total[1]["named"]
    reached = []
    for name, fits, wanted in TARGETS:
        counts = sum((each.counts for path, each in judged if fits(path.parent.name, each.truth)), collections.Counter())
        if counts["cells"]:
            reached.append(f"{name}: {share(counts):.2f} % right, {wanted} % wanted")
            missed = missed or options.targets and share(counts) < wanted
    print("\n".join(reached))
    if options.markdown:
        write(options.markdown, [*documented(judged, total), "", *(f"* {line}" for line in reached)])
    sys.exit(1 if missed else 0)


def documented(judged, total):
    """Lines of Markdown: the families, then the styles of which a cell isn't right."""
    styles = grouped(judged, style)
    right = [name for name, (_, counts) in styles.items() if counts["right"] == counts["cells"]]
    others = [(name, group) for name, group in styles.items() if name not in right]
    named = textwrap.wrap("Styles of which every cell is right: " + ", ".join(f"`{name}`" for name in right) + ".", 140, break_on_hyphens=False)
    return [*markdown(table_of([*grouped(judged, family).items(), ("all", total)])), "", *named, "", "The others:", "", *markdown(table_of(others))]


def write(path, lines):
    """Puts lines between the marks of a Markdown file."""
    begin, end = "<!-- stress -->", "<!-- /stress -->"
    before, rest = path.read_text().split(begin, 1)
    path.write_text(f"{before}{begin}\n" + "\n".join(lines) + f"\n{end}{rest.split(end, 1)[1]}")


if __name__ == "__main__":
    main()
