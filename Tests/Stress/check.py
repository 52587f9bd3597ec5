#!/usr/bin/env python3
"""Holds the records of generated reports against what their pages show, and prints a table by style.

usage: check.py PROGRAM DIR [--by style|lines|producer] [--list] [--markdown FILE] [--targets] [--match WORD] [--records FILE]

DIR is what make.py made. Each of the three tables' cells is

  right    the value that is printed, or null where none is
  null     null where a value is printed, and a warning or an error tells so: at the cell, at its row or of its table
  at       wrong, and a failing check or an issue stands at that cell
  table    wrong, and only an issue of the whole table says that it was rebuilt
  SILENT   wrong otherwise, or a null that nothing tells of: a reader takes it for what is printed

`errors` counts the identities that are broken on purpose, whose cells were all read, and how many of them a check names.
Exit status 1 if any cell is SILENT or a broken identity isn't named; with --targets also where a group misses its share of right cells.
--list names files and cells. --markdown writes the table between the marks of FILE.
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

import paths  # noqa: F401
from cells import are_equal, cells_in, evidence_in
from form import APPLICANT_KEYS, APPLICANTS

BATCH = 25  # files of one call
COLUMNS = ["cells", "right", "null", "at", "table", "SILENT"]
BOX = re.compile(r"page (\d+) box ([\d.-]+),([\d.-]+),([\d.-]+),([\d.-]+)$")
REVIEW_CHECKS = {"R1": "review", "R2": "direct_suit", "R3": "suit_after_review"}
ONLY_A1 = {"new_received", "carried_in", "carried_out"}
# What says nothing of a table's cells.
OF_PROSE = re.compile(r"title|agency|year|period|date|section|parts_announced|document_number|figure_|extension_|encoding_|noise_|edition_|annotation|attachment|running_text")
# The least share of right cells, by what a group is.
TARGETS = [
    ("all lines", lambda truth: truth.get("lines") == "all" and truth["filling"] == "filled", 99.9),
    ("no or part of the lines, filled", lambda truth: truth.get("lines") in ("part", "none") and truth["filling"] == "filled", 95),
    ("no or part of the lines, blanks", lambda truth: truth.get("lines") in ("part", "none") and truth["filling"] == "blanks", 85),
    ("pdftotext -raw, plain and -layout, filled", lambda truth: truth["style"] in ("raw", "plain", "layout") and truth["filling"] == "filled", 90),
    ("w3m, pandoc, one cell a line, two spaces, filled",
     lambda truth: truth["style"] in ("w3m", "pandoc-plain", "cell-a-line", "two-spaces") and truth["filling"] == "filled", 98),
]


def records_of(program, files):
    """{path: record} of files, a batch a call; what gives no line has none."""
    found = {}
    for start in range(0, len(files), BATCH):
        batch = [str(path) for path in files[start:start + BATCH]]
        done = subprocess.run([program, "convert", *batch], capture_output=True, timeout=60 * len(batch))
        for line in done.stdout.decode("utf-8", "replace").splitlines():
            record = json.loads(line)
            found[record["source"]["path"]] = record
    by_name = {pathlib.PurePath(path).name: record for path, record in found.items()}
    return {path: by_name.get(path.name) for path in files}


def box_of(location):
    match = BOX.match(location or "")
    return (int(match[1]), *map(float, match.groups()[1:])) if match else None


def overlap(one, other):
    return one[0] == other[0] and one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]


class Judged:
    """The cells of one record beside what its page shows."""

    def __init__(self, truth, record):
        self.truth, self.counts, self.why = truth, collections.Counter(), []
        self.record = record if record and record["status"] != "failed" else None
        self.printed = truth["cells"]
        self.counts["cells"] = len(self.printed)
        if self.record is None:
            # A file without a line vanished unsaid; a typed failure tells that all is null.
            kind = "null" if record else "SILENT"
            self.counts[kind] += len(self.printed)
            self.why.append((kind, "*", record["error"]["code"] if record else "no line", ""))
            return
        self.evidence = evidence_in(self.record)
        self.issues = [issue for issue in self.record["issues"] if issue["severity"] != "info" and not OF_PROSE.search(issue["code"])]
        self.failing = {(failure["id"], failure["scope"]) for failure in self.record["checks"]["failures"]}
        have = cells_in(self.record)
        for name in dict.fromkeys([*self.printed, *have]):
            self.judge(name, have.get(name), self.printed.get(name))
        self.judge_errors(have)
        if self.truth.get("is_owed_a_word") and not self.issues and not self.failing:
            self.counts["SILENT"] += 1
            self.why.append(("SILENT", "*", "no word", "a table of another structure"))

    def judge(self, name, value, wanted):
        if name not in self.printed and value is not None:
            self.counts["cells"] += 1
        if are_equal(value, wanted):
            self.counts["right"] += name in self.printed
            return
        if name in self.truth.get("or_null", ()) and value is None:
            self.counts["right"] += 1
            return
        is_at, is_of_table = self.is_at(name), self.is_of_table(name)
        if value is None:
            is_called_blank = self.evidence.get(name, ("",))[0] == "blank"
            kind = "null" if is_at or is_of_table and not is_called_blank else "SILENT"
        else:
            kind = "at" if is_at else "table" if is_of_table else "SILENT"
        self.counts[kind] += 1
        self.why.append((kind, name, value, wanted))

    def is_at(self, name):
        """Whether a failing check or an issue stands at a cell."""
        table, *row, column = name.split(".")
        row = ".".join(row)
        if table == "applications":
            checks = {("A3", row)} | ({("A1", column)} if row in ONLY_A1 | {"result_total"} else set()) | ({("A2", column)} if row not in ONLY_A1 else set())
        else:
            checks = {(check, scope) for check, scope in REVIEW_CHECKS.items() if table == "review_litigation" and scope == row}
        return bool(checks & self.failing) or any(self.stands_at(issue, name, row) for issue in self.issues)

    def stands_at(self, issue, name, row):
        if issue["code"] not in ("rows_absent", "table_missing") and re.search(rf"(?<![\w.]){re.escape(row)}(?![\w.])", issue["message"]):
            return True
        own = self.evidence.get(name, (None, None, None))[2]
        if own is None or issue["location"] is None:
            return False
        one, other = box_of(issue["location"]), box_of(own)
        if one and other:  # one that covers half a page stands at no cell of it
            return one[4] - one[2] <= max(60, 3 * (other[4] - other[2])) and overlap(one, other)
        return issue["location"] == own

    def is_of_table(self, name):
        """Whether an issue tells of the cell's table, its rows or its columns."""
        table = name.split(".")[0]
        return any(issue["code"].startswith(("table_", "row", "column_", "label_", "text_table", "pdf_", "docx_")) or table in issue["message"] for issue in self.issues)

    def judge_errors(self, have):
        """Every identity that the printed numbers break is named, where its cells were read as they are printed."""
        if self.why:
            return
        rows = {" / ".join(row["path"]): row["key"] for row in self.truth["tables"].get("applications", {}).get("rows", [])}
        for identity in self.truth["identities"]:
            if identity["strict"] != "fails":
                continue
            scope = identity["scope"].removeprefix("applications row ").removeprefix("applications column ")
            key = REVIEW_CHECKS.get(identity["id"]) or (rows[scope] if identity["id"] == "A3" else APPLICANT_KEYS[APPLICANTS.index(scope)])
            key = "other.all" if key == "other" else key
            self.counts["broken"] += 1
            if (identity["id"], key) in self.failing:
                self.counts["named"] += 1
            else:
                self.why.append(("UNNAMED", f"{identity['id']} {key}", "", ""))


def share(counts):
    return 100 * counts["right"] / counts["cells"] if counts["cells"] else 100


def table_of(groups):
    """Lines of the table, the first two its head."""
    lines = ["| style | files | " + " | ".join(COLUMNS) + " | errors | right % |", "| --- |" + " ---: |" * (len(COLUMNS) + 3)]
    for name, (files, counts) in groups:
        cells = " | ".join(str(counts[column] or "·") for column in COLUMNS)
        lines.append(f"| {name} | {files} | {cells} | {counts['named']}/{counts['broken']} | {share(counts):.2f} |")
    return lines


def aligned(lines):
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if not line.startswith("| ---")]
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return ["  ".join(cell.ljust(widths[0]) if not place else cell.rjust(widths[place]) for place, cell in enumerate(row)) for row in rows]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("dir", type=pathlib.Path)
    parser.add_argument("--by", default="style", choices=["style", "lines", "producer"])
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
    groups, total = collections.defaultdict(lambda: [0, collections.Counter()]), [0, collections.Counter()]
    for path, each in judged:
        label = each.truth.get(options.by) or each.truth["style"]
        if options.by == "style":
            label = f"{path.parent.name}/{label}, {each.truth['filling']}"
        for group in (groups[label], total):
            group[0] += 1
            group[1].update(each.counts)
    lines = table_of([*sorted(groups.items()), ("all", total)])
    print("\n".join(aligned(lines)))
    if options.list:
        for path, each in judged:
            for kind, name, value, wanted in each.why:
                if kind != "null" or len(each.why) < 8:
                    print(f"{kind} {path.parent.name}/{path.name}: {name} is {value}, printed {wanted}")
    missed = total[1]["SILENT"] or total[1]["broken"] != total[1]["named"]
    reached = []
    for name, fits, wanted in TARGETS:
        counts = sum((each.counts for _, each in judged if fits(each.truth)), collections.Counter())
        if counts["cells"]:
            reached.append(f"{name}: {share(counts):.2f} % right, {wanted} % wanted")
            missed = missed or options.targets and share(counts) < wanted
    print("\n".join(reached))
    if options.markdown:
        write(options.markdown, [*lines, "", *(f"* {line}" for line in reached)])
    sys.exit(1 if missed else 0)


def write(path, lines):
    """Puts lines between the marks of a Markdown file."""
    begin, end = "<!-- stress -->", "<!-- /stress -->"
    text = path.read_text() if path.exists() else f"{begin}\n{end}\n"
    before, rest = text.split(begin, 1)
    path.write_text(f"{before}{begin}\n" + "\n".join(lines) + f"\n{end}{rest.split(end, 1)[1]}")


if __name__ == "__main__":
    main()
