#!/usr/bin/env python3
"""A third edition of the form, as data alone: does the program read, check, compare, tabulate and explain a report of it?

usage: third_edition.py PROGRAM

Copies the sources (to .build/edition, where they stay built), adds an invented edition of 2027 to two files of the form's data (two rows, a changed label, a changed
identity), builds it, and compares with PROGRAM, which doesn't know that edition: every record of Fixtures has to be the same but
for the nulls of the new rows. A report of the new edition is then read, checked, compared, tabulated and explained.
"""
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TREE = ROOT / ".build/edition"
FORM = "Sources/Parsing/NationalForm"
EDITS = {
    f"{FORM}/Edition.swift": [
        ("  case e2021\n", "  case e2021\n  case e2027\n"),
        ("    case .e2021: 2021\n", "    case .e2021: 2021\n    case .e2027: 2027\n"),
    ],
    f"{FORM}/ApplicationsForm.swift": [
        # A reason for refusal more.
        ('      row(\n        "unable.not_held"',
         '      row(\n        "denied.data_security", "Refused: security of data",\n'
         '        [results, denied, .init("9.涉及数据安全")], "第十四条", .since(.e2027)),\n'
         '      row(\n        "unable.not_held"'),
        # What was withdrawn stands beside the results, and 四 becomes 五.
        ('      row("carried_out", "Carried over to the next year", [.init("四、结转下年度继续办理")]),\n',
         '      row(\n        "withdrawn", "Withdrawn by the applicant", [.init("四、申请人主动撤回申请")], nil, .since(.e2027)),\n'
         '      row(\n        "carried_out", "Carried over to the next year",\n'
         '        [.init("四、结转下年度继续办理", since: [.e2027: "五、结转到下一年度办理"])]),\n'),
        ('        id: "A1",\n', '        id: "A1", editions: .before(.e2027),\n'),
        ('      // （一） to （六） = （七）\n',
         '      IdentityRule(\n        id: "A1", editions: .since(.e2027),\n        scope: .columns(\n'
         '          sum: .named(["new_received", "carried_in"]),\n'
         '          equals: ["result_total", "withdrawn", "carried_out"])),\n'
         '      // （一） to （六） = （七）\n'),
    ],
}
NEW_ROWS = [("denied", "data_security"), ("withdrawn",)]
REPORT = "Fixtures/twins/wangchuan-market-2023/input.txt"


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    copy(TREE)
    subprocess.run(["swift", "build", "--product", "gongkai"], cwd=TREE, check=True, stdout=subprocess.DEVNULL)
    edition = TREE / ".build/debug/gongkai"
    files = fixtures()
    same_records(records(program, files), records(edition, files))
    with tempfile.TemporaryDirectory(prefix="gongkai-edition-") as name:
        report = pathlib.Path(name) / "2027.txt"
        report.write_text(report_of_2027(), encoding="utf-8")
        base = records(edition, [ROOT / REPORT])[0]
        reads(records(edition, [report])[0], failing(base))
        checks(edition, report, failing(base))
        tabulates(edition, report, pathlib.Path(name))
        compares(edition, report)
        explains(edition, report)
    print(f"a third edition is {len(EDITS)} files of data: {len(files)} documents as before, and one of 2027 read, checked, "
          "compared, tabulated and explained")


def copy(tree):
    listed = subprocess.run(["git", "ls-files", "-z", "Package.swift", "Sources", "Tests"], cwd=ROOT, check=True, capture_output=True)
    paths = [path for path in listed.stdout.decode().split("\0") if path]
    for old in set(map(str, (each.relative_to(tree) for each in (tree / "Sources").rglob("*.swift")))) - set(paths):
        (tree / old).unlink()
    for path in paths:
        target = tree / path
        target.parent.mkdir(parents=True, exist_ok=True)
        content = (ROOT / path).read_bytes()
        for old, new in EDITS.get(path, []):
            expect(content.count(old.encode()), 1, f"places of {old!r} in {path}")
            content = content.replace(old.encode(), new.encode())
        # What stays as it is isn't built anew.
        if not target.exists() or target.read_bytes() != content:
            target.write_bytes(content)


def fixtures():
    return sorted(path for path in (ROOT / "Fixtures").rglob("input.*") if path.suffix in {".txt", ".docx", ".pdf", ".html", ".doc"})


def records(program, files):
    run = subprocess.run([program, "convert", *files], capture_output=True, check=False)
    return [json.loads(line) for line in run.stdout.splitlines()]


def same_records(old, new):
    expect(len(new), len(old), "records")
    for before, after in zip(old, new):
        report = after.get("annual_report")
        for row in NEW_ROWS if report else []:
            group = report["applications"]
            for key in row[:-1]:
                group = group[key]
            cells = group.pop(row[-1])
            expect(set(cells.values()), {None}, f"cells of {row[-1]} in {before['source']['path']}")
        expect(after, before, f"the record of {before['source']['path']}")


def report_of_2027():
    """The report of 2023 with the new rows: 3 requests refused for the new reason, 2 withdrawn."""
    lines = (ROOT / REPORT).read_text(encoding="utf-8").replace("2023年", "2027年").splitlines()
    result = []
    for line in lines:
        if "1.本机关不掌握相关政府信息" in line:
            result.append("\t\t9.涉及数据安全\t2\t1\t0\t0\t0\t0\t3")
        if line.startswith("一、本年新收"):
            line = added(line, [4, 1, 0, 0, 0, 0, 5])
        if "（七）总计" in line:
            line = added(line, [2, 1, 0, 0, 0, 0, 3])
        if line.startswith("四、结转下年度"):
            result.append("四、申请人主动撤回申请\t\t\t2\t0\t0\t0\t0\t0\t2")
            line = line.replace("四、结转下年度继续办理", "五、结转到下一年度办理")
        result.append(line)
    return "\n".join(result) + "\n"


def added(line, numbers):
    cells = line.split("\t")
    for place, number in zip(range(len(cells) - 7, len(cells)), numbers):
        cells[place] = str(int(cells[place].replace(",", "")) + number)
    return "\t".join(cells)


def failing(record):
    """What fails in the form, blanks as zeros; the report has errors of its own."""
    return {(each["id"], each["scope"]) for each in record["checks"]["failures"] if each["id"][0] in "AR"}


def reads(record, failures):
    expect((record["edition"], record["report_year"]), ("e2027", 2027), "edition and year")
    table = record["annual_report"]["applications"]
    expect(list(table["withdrawn"].values()), [2, 0, 0, 0, 0, 0, 2], "withdrawn")
    expect(list(table["denied"]["data_security"].values()), [2, 1, 0, 0, 0, 0, 3], "denied.data_security")
    expect(record["annual_report"]["derived"]["denied_total"], 209, "denied_total")
    checks = record["checks"]
    # A1 and A2 in 7 columns, A3 in 27 rows, R1 to R3.
    expect(checks["passed"] + checks["failed"] + checks["unassessable"], 44, "identities")
    expect(failing(record), failures, "failing identities")
    expect([each["code"] for each in record["issues"] if each["code"] in ("rows_absent", "row_unknown", "edition_mixed", "label_uncertain")],
           [], "issues of the tables")


def checks(program, report, before):
    """A number of each new row that is one too many fails the identities that it is in, and no others."""
    text = report.read_text(encoding="utf-8")
    wrong = report.with_name("wrong.txt")
    wrong.write_text(text.replace("申请人主动撤回申请\t\t\t2\t0", "申请人主动撤回申请\t\t\t3\t0"), encoding="utf-8")
    expect(failing(records(program, [wrong])[0]) - before, {("A1", "natural_person"), ("A3", "withdrawn")},
           "failures of a wrong number in 四")
    wrong.write_text(text.replace("9.涉及数据安全\t2\t1\t0", "9.涉及数据安全\t2\t1\t1"), encoding="utf-8")
    expect(failing(records(program, [wrong])[0]) - before, {("A2", "research"), ("A3", "denied.data_security")},
           "failures of a wrong number in 9.")


def tabulates(program, report, folder):
    lines = folder / "records.jsonl"
    with open(lines, "wb") as file:
        subprocess.run([program, "convert", report], stdout=file, check=False)
    tables = folder / "tables"
    output(program, "tables", lines, "-o", tables)
    cells = list(csv.DictReader(io.StringIO((tables / "cells.csv").read_text(encoding="utf-8-sig"))))
    withdrawn = [(row["edition"], row["col_id"], row["value"]) for row in cells if row["row_id"] == "withdrawn"]
    expect(withdrawn[0], ("e2027", "natural_person", "2"), "cells.csv")
    labels = output(program, "schema", "--labels").decode("utf-8-sig")
    row = next(each for each in csv.DictReader(io.StringIO(labels)) if each["id"] == "applications.carried_out.total")
    expect((row["label_2021"], row["label_2027"]), ("四、结转下年度继续办理 / 总计", "五、结转到下一年度办理 / 总计"), "labels")


def compares(program, report):
    earlier = ROOT / REPORT
    run = subprocess.run([program, "diff", earlier, report], capture_output=True, check=False)
    text = run.stdout.decode()
    expect("applications.new_received.total" in text and "1306 -> 1311" in text.replace("→", "->"), True, f"diff:\n{text}")


def explains(program, report):
    text = output(program, "explain", report, "--cell", "applications.withdrawn.total").decode()
    expect("四、申请人主动撤回申请" in text and "A3" in text, True, f"explain:\n{text}")


def output(program, *arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True).stdout


def expect(found, wanted, about):
    if found != wanted:
        sys.exit(f"{about}:\n  found  {found!r}\n  wanted {wanted!r}")


if __name__ == "__main__":
    main()
