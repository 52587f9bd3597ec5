#!/usr/bin/env python3
"""Loads the output of a run as docs/analysing.md says, with every tool that it names, and compares what comes out.

usage: check.py --program PROGRAM [--documents 600] [--keep]

Runs with the packages of requirements.txt; jq and mlr must be installed. Exit status 1 where anything differs.
"""

import argparse
import csv
import decimal
import html
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import duckdb

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# The generator of the endurance run, in a process of its own and without a pool: that
# waits for ever for a member that is gone.
CORPUS = ROOT / "Tests" / "Torture" / "corpus.py"
sys.path.insert(0, str(CORPUS.parent))

import pdf_reports  # noqa: E402
import reports  # noqa: E402

TABLES = ["reports", "cells", "checks", "figures", "cited"]


def section():
    """What docs/analysing.md says of tables."""
    text = (ROOT / "docs/analysing.md").read_text(encoding="utf-8")
    return text.split("\n## ")[0]


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", section(), re.M | re.S)


def shell(command, folder, **options):
    # The tools of this environment come first, as they would where a user has installed them.
    path = f"{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder, text=True, capture_output=True, timeout=900,
                          env={**os.environ, "PATH": path, "MPLBACKEND": "agg"}, **options)
    if done.returncode:
        raise AssertionError(f"{command}\n{done.stdout}{done.stderr}")
    return done.stdout


def database(folder):
    connection = duckdb.connect()
    connection.execute(f"SET file_search_path = '{folder}'")
    connection.execute((folder / "views.sql").read_text(encoding="utf-8"))
    return connection


def plain(value):
    """A value of DuckDB as CSV prints it; numbers without what doesn't count."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return same(format(value, "f") if isinstance(value, decimal.Decimal) else str(value))


def same(text):
    return format(decimal.Decimal(text).normalize(), "f") if re.fullmatch(r"-?\d{1,19}\.\d+", text) else text


def views_are_the_tables(folder):
    """views.sql and the CSV files are made from one definition, and hold the same."""
    connection = database(folder)
    for name in [*TABLES, "labels"]:
        with open(folder / f"{name}.csv", newline="", encoding="utf-8-sig") as file:
            header, *rows = csv.reader(file)
        cursor = connection.execute(f"SELECT * FROM {name}")
        assert [column[0] for column in cursor.description] == header, name
        viewed = sorted([plain(value) for value in row] for row in cursor.fetchall())
        written = sorted([same(value) for value in row] for row in rows)
        assert viewed == written, (name, next((a, b) for a, b in zip(viewed, written) if a != b))
        print(f"{name}: {len(written)} rows, the same by views.sql")


def repeat_reports(folder):
    """A report as docx, as PDF, as an equal copy and as it was put out again with other numbers, some times over."""
    folder.mkdir()
    for number in range(4):
        facts = reports.Facts(reports.dice_for(99, number), number)
        for name, content in [("a.docx", facts.docx()), ("b.pdf", pdf_reports.pdf(facts)), ("c.docx", facts.docx())]:
            (folder / f"{number}{name}").write_bytes(content)
        facts.values["date"] = f"{facts.year + 1}年6月{number + 1}日"
        for column in (0, 6):  # one more person asked, and has no answer yet
            for row in ("new_received", "carried_out"):
                name = f"applications.{row}.{column}"
                facts.values[name] = str(int(facts.values[name]) + 1)
        (folder / f"{number}d.docx").write_bytes(facts.docx())
        # One of a real place, which has a code, and is late.
        facts.values["agency"] = ["淮安市洪泽区水务局", "洪泽区水务局", "南京市玄武区财政局", "济宁市兖州区教育局"][number]
        (folder / f"{number}e.docx").write_bytes(facts.docx())


def rank(record):
    """What comes first counts, among the reports of an agency on a year: docs/analysing.md says this rule in words."""
    posted = record["source"]["published_on"] or record["dated_on"] or ""
    formats = ["docx", "doc", "html", "pdf"]
    reader = record["extraction"]["extractor"]
    return (record["status"] == "partial", record["checks"]["unassessable"], record["checks"]["failed"],
            [-ord(digit) for digit in posted] or [0], formats.index(reader) if reader in formats else len(formats),
            record["source"]["path"].encode())


def counted(folder):
    """The reports that count, by other means than the program's."""
    firsts = {}
    for line in open(folder / "records.jsonl", encoding="utf-8"):
        record = json.loads(line)
        if record["kind"] == "annual_report":
            firsts.setdefault(record["doc_id"], record)
    series = {}
    for record in firsts.values():
        agency, year = record["agency_id"] or record["agency_name"], record["report_year"]
        known = record["region"]["stated"] and "region_uncertain" not in [issue["code"] for issue in record["issues"]]
        assert known or record["agency_id"] or not agency or year is None, record["source"]["path"]
        series.setdefault((agency, year) if agency and year else record["doc_id"], []).append(record)
    return [min(group, key=rank) for group in series.values()], len(firsts)


def sums_are_equal(folder, program):
    """One number: by each of the one-liners, on the page, by the audit, and by the rule that the docs say."""
    lines = [line for block in blocks("sh") for line in block.splitlines() if line]
    assert len(lines) == 6, lines
    sums = [decimal.Decimal(shell(line, folder).split()[-1]) for line in lines]
    chosen, files = counted(folder)
    expected = sum(record["annual_report"]["applications"]["new_received"]["total"] or 0 for record in chosen)
    page = (folder / "latest/report.html").read_text(encoding="utf-8")
    sums.append(decimal.Decimal(re.search("本年新收申请合计<.*?<b>([0-9,]+)</b>", page)[1].replace(",", "")))
    audit = json.loads(shell(f"'{program}' audit records.jsonl --json | head -1 || true", folder))
    sums += [decimal.Decimal(each["value"]) for each in audit["operands"] if each["name"] == "applications.new_received.total"]
    assert len(sums) == 8, sums
    assert len(chosen) < files - 3, (len(chosen), files)
    assert expected > 0 and set(sums) == {expected}, (expected, sums)
    print(f"{len(sums)} ways to add up {expected} requests of {len(chosen)} reports in {files} files of different bytes")


def audited(folder, program):
    """What `gongkai audit` says of the identities between two years, those that break and how many hold, and of late reports."""
    findings = [json.loads(line) for line in shell(f"'{program}' audit records.jsonl --json", folder).splitlines()]
    breaks = sorted((finding["agency"], finding["year"], finding["message"].split(":")[0])
                    for finding in findings if finding["kind"] == "carry_over_break")
    late = sorted((finding["year"], finding["message"][6:16]) for finding in findings if finding["kind"] == "late_publication")
    return breaks, {operand["name"]: operand["value"] for operand in findings[0]["operands"]}["carry_over.holds"], late


def queries_answer(folder, program):
    """Every query of docs/analysing.md answers with rows, checked against the records by other means."""
    connection = database(folder)
    text = "\n".join(blocks("sql"))
    answers = {}
    for number, title, query in re.findall(r"^-- ([0-9]+)\. (.*?)\n(.*?;)$", text, re.M | re.S):
        assert len(query.splitlines()) <= 4, query
        cursor = connection.execute(query)
        names = [column[0] for column in cursor.description]
        answers[int(number)] = rows = [dict(zip(names, row)) for row in cursor.fetchall()]
        print(f"{number}. {title} {len(rows)} rows")
    assert list(answers) == list(range(1, 16)) and all(answers.values()), {number: len(rows) for number, rows in answers.items()}
    # A share of nothing is no number, and not one that is none.
    assert not any(value != value for rows in answers.values() for row in rows for value in row.values())
    with open(folder / "reports.csv", newline="", encoding="utf-8") as file:
        everything = list(csv.DictReader(file))
    counting = [row for row in everything if row["counted"] == "true"]

    def total(name, rows=counting):
        return sum(decimal.Decimal(row[name] or 0) for row in rows)

    def added(number, name):
        return sum(decimal.Decimal(row[name] or 0) for row in answers[number])

    received = total("applications_new_received_total")
    assert added(1, "requests") == added(15, "requests") == received
    assert added(12, "requests") == sum(total(name) for name in counting[0] if re.fullmatch("applications_new_received_.*", name)) - received
    worst = max(row["percent"] for row in answers[2])
    assert answers[2][0]["percent"] == worst <= 100 and all(row["handled"] >= 20 for row in answers[2])
    assert added(3, "refused") == sum(total(name) for name in counting[0] if re.fullmatch("applications_denied_.*_total", name))
    years = {(row["agency_key"], int(row["report_year"])): row for row in counting if row["agency_key"] and row["report_year"]}
    pairs = [(years[key, year - 1], row) for (key, year), row in years.items() if (key, year - 1) in years]
    pairs = [pair for pair in pairs if all(row["applications_new_received_total"] for row in pair)]
    assert added(4, "agencies") == len(pairs) > 0
    assert added(4, "before") == total("applications_new_received_total", [older for older, _ in pairs])
    decided = [name for name in counting[0] if re.fullmatch("review_litigation_.*_(upheld|corrected|other)", name)]
    assert added(5, "decided") == sum(total(name) for name in decided)
    assert added(5, "without") == sum(row[name] == "" for row in counting for name in decided if row["edition"] in ("e2019", "e2021"))
    with open(folder / "checks.csv", newline="", encoding="utf-8") as file:
        errors = [row for row in csv.DictReader(file) if row["severity"] == "error" and row["counted"] == "true"]
    assert errors and all(row["location"] and row["printed"] and row["rule_zh"] and row["rule_en"] for row in errors)
    assert sorted(row["printed"] for row in answers[6]) == sorted(row["printed"] for row in errors)
    page = (folder / "latest/report.html").read_text(encoding="utf-8")
    assert all(html.escape(row["printed"]) in page for row in errors), errors
    with open(folder / "cells.csv", newline="", encoding="utf-8") as file:
        blank = sum(row["counted"] == "true" and row["state"] != "value" for row in csv.DictReader(file))
    assert added(7, "blank") + added(7, "unreadable") + added(7, "absent") == blank
    assert added(8, "cny") == total("active_disclosure_fees_amount_cny")
    breaks, holds, late = audited(folder, program)
    found = sorted((row["agency_name"], row["report_year"], f"{row['check_id']} {row['scope']}") for row in answers[9])
    assert breaks and found == breaks, (found[:3], breaks[:3], len(found), len(breaks))
    assert {check.split()[0] for _, _, check in breaks} == {"X1", "X2", "X3"}, breaks
    assert connection.execute("SELECT count(*) FROM carry_over WHERE delta = 0").fetchone() == (holds,)
    assert sorted((row["report_year"], str(row["dated"])) for row in answers[10]) == late
    assert added(11, "requests") == total("applications_new_received_total", [row for row in counting if row["region_code"]])
    assert len(answers[13]) == len(everything) - len(counting)
    assert len(answers[14]) == len(years) and any(row["change"] for row in answers[14])


def walks_to_a_chart(folder):
    code = "\n".join(blocks("python"))
    (folder / "walk.py").write_text(code, encoding="utf-8")
    shell("python3 walk.py", folder)
    assert (folder / "requests.png").read_bytes().startswith(b"\x89PNG"), "no picture"
    shell("python3 - <<'E'\nimport duckdb\nduckdb.execute(open('views.sql').read())\n"
          "duckdb.execute(open('parquet.sql').read())\nE", folder)
    counts = duckdb.execute(f"SELECT (SELECT count(*) FROM '{folder}/cells.parquet'), "
                            f"(SELECT count(*) FROM '{folder}/reports.parquet')").fetchone()
    assert all(counts), counts
    print("the walk ends with a chart, and Parquet files")


def is_described(folder, program):
    """frictionless and check-jsonschema find nothing."""
    found = shell("frictionless validate datapackage.json --json", folder)
    assert json.loads(found)["valid"] is True, found[:2000]
    sample = folder / "sample.json"
    lines = (folder / "records.jsonl").read_text(encoding="utf-8").splitlines()
    sample.write_text("[" + ",".join(lines[::max(1, len(lines) // 60)]) + "]", encoding="utf-8")
    shell(f"'{program}' schema --array > array.json; check-jsonschema --schemafile array.json sample.json", folder)
    print("frictionless and check-jsonschema find nothing")


def a_map_and_doubtful_names_are_the_same(folder, program):
    """Names that several bodies may have, and agencies that a map makes one by name, folder or file: views and tables agree."""
    mapped = folder / "mapped"
    mapped.mkdir()
    lines = [json.loads(line) for line in open(folder / "records.jsonl", encoding="utf-8")]
    lines = [record for record in lines if record["kind"] == "annual_report"][:120]
    for number, record in enumerate(lines):
        record["report_year"] = 2020 + number % 2 if number % 10 else None
        record["doc_id"] = f"{number:016x}"
        record["source"]["path"] = f"{number // 40}/{number % 7}/{number}.docx"
        record["agency_name"] = ["城关镇人民政府", "甲区局", "乙'区局", "丙区局", "丁区局", None][number % 6]
        record["region"]["stated"] = None if number % 6 == 0 else "区"
        if number % 5 == 0:
            record["agency_id"] = "999999/局"
        if number % 12 == 6:
            record["annual_report"] = lines[number - 6]["annual_report"]
    with open(mapped / "records.jsonl", "w", encoding="utf-8") as file:
        file.writelines(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in lines)
    (mapped / "map.csv").write_text("id,name,path\nA,甲区局,\nA,乙'区局,1\nB,,1/3\nC,丁区局,1/3/45.docx\n", encoding="utf-8")
    for options in ["", "--agencies map.csv"]:
        shell(f"'{program}' tables records.jsonl -o . {options}", mapped)
        views_are_the_tables(mapped)
        with open(mapped / "reports.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        counts = database(mapped).execute("SELECT count(*), count(DISTINCT agency_key) FROM reports WHERE counted").fetchone()
        assert counts[0] == sum(row["counted"] == "true" for row in rows) and counts[0] < len(rows), counts
        assert ("A" in {row["agency_key"] for row in rows}) == bool(options)
        print(f"{counts[0]} of {len(rows)} reports of {counts[1]} agencies count {options}")


def late_keys_are_read(folder, program):
    """25,000 failures, which have no report, stand before the first report."""
    late = folder / "late"
    late.mkdir()
    lines = (folder / "records.jsonl").read_bytes().splitlines(keepends=True)
    failure = json.loads(next(line for line in lines if json.loads(line)["status"] == "failed"))
    reports = [line for line in lines if json.loads(line)["kind"] == "annual_report"][:50]
    with open(late / "records.jsonl", "wb") as file:
        for number in range(25_000):
            failure["source"]["path"] = f"a/{number:05}.docx"
            file.write(json.dumps(failure, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
        file.writelines(reports)
    shell(f"'{program}' tables records.jsonl -o .", late)
    views_are_the_tables(late)
    read = database(late).execute("SELECT count(*), count(applications_new_received_total) FROM reports").fetchone()
    assert read[0] == 50 and read[1] > 0, read


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--documents", type=int, default=600)
    parser.add_argument("--keep", action="store_true", help="keep the output")
    options = parser.parse_args()
    program = options.program.resolve()
    with tempfile.TemporaryDirectory(prefix="gongkai-analysts-") as place:
        place = pathlib.Path(place)
        shell(f"'{sys.executable}' '{CORPUS}' in --documents {options.documents} --seed 4 --jobs 1 "
              "--mix docx=50,pdf=5,text=44,hostile=1", place)
        # Those are without a fault; some of these have identities that fail.
        for path in sorted((ROOT / "Fixtures" / "reports").glob("*/input.*")):
            shutil.copy(path, place / "in" / "documents" / f"{path.parent.name}{path.suffix}")
        repeat_reports(place / "in" / "documents" / "again")
        out = place / "out"
        command = f"'{program}' run in/documents -o out --tables --quiet || [ $? -eq 3 ]"
        shell(command, place)
        views_are_the_tables(out)
        sums_are_equal(out, program)
        queries_answer(out, program)
        is_described(out, program)
        walks_to_a_chart(out)
        a_map_and_doubtful_names_are_the_same(out, program)
        late_keys_are_read(out, program)
        shell(f"'{program}' tables out/records.jsonl -o again --csv-bom", place)
        for name in TABLES:
            written = (place / "again" / f"{name}.csv").read_bytes()
            assert written.startswith(b"\xef\xbb\xbf"), name
            # The apostrophe stands before what a spreadsheet would run or round, and nothing else is another one.
            rows = [csv.reader(io.StringIO(text.decode("utf-8-sig"), newline="")) for text in (written, (out / f"{name}.csv").read_bytes())]
            for row, plain in zip(*rows, strict=True):
                assert all(cell in (field, f"'{field}") for cell, field in zip(row, plain, strict=True)), (name, row, plain)
        shell("frictionless validate datapackage.json --json", place / "again")
        print("gongkai tables gives the same bytes")


if __name__ == "__main__":
    main()
