"""Runs, tables, types, and what the documentation shows."""

import datetime
import decimal
import doctest
import importlib
import json
import os
import pathlib
import pkgutil
import re
import shutil
import subprocess
import sys
import unittest

from support import PROGRAM, ROOT, FolderTest

import gongkai  # after support, which says where it is


def reports() -> list[pathlib.Path]:
    """Fixtures that hold a report with tables."""
    expected = sorted((ROOT / "Fixtures").glob("*/*/expected.jsonl"))
    documents = [path.with_name("input.docx") for path in expected if '"annual_report":{' in path.read_text(encoding="utf-8")]
    return [path for path in documents if path.exists()]


class RunTests(FolderTest):
    def test_a_run_returns_its_summary(self):
        os.mkdir("in")
        self.write("in/a.txt", "in/b.txt")
        summary = gongkai.run("in", "out", jobs=1, tables=True, exclude=["b.*", "c.*"])
        self.assertEqual(summary["exit_status"], 0)
        self.assertEqual(
            {**json.loads(pathlib.Path("out/latest/summary.json").read_text(encoding="utf-8")), "exit_status": 0}, summary)
        self.assertTrue(pathlib.Path("out/reports.csv").exists() or list(pathlib.Path("out").rglob("reports.csv")))
        pathlib.Path("in/c").write_bytes(b"\x00\x01")
        self.assertEqual(gongkai.run(["in"], "out")["exit_status"], 3)

    def test_what_was_no_run_has_no_summary(self):
        os.mkdir("in")
        self.write("in/a.txt")
        gongkai.run("in", "out", jobs=1)
        self.write("in/b.txt")
        for name in ("dry_run", "show_config", "help", "version"):
            with self.subTest(name), self.assertRaisesRegex(gongkai.Error, "the run left no summary"):
                gongkai.run("in", "out", **{name: True})
        self.assertEqual(gongkai.run("in", "out", jobs=1)["documents"]["total"], 2)

    def test_a_value_is_no_setting(self):
        os.mkdir("in")
        self.write("in/-x.txt", "in/b.txt")
        summary = gongkai.run("in", "out", exclude=["-x*"])
        self.assertEqual(summary["inputs"]["found"], 1)
        with self.assertRaisesRegex(gongkai.Error, 'not "-1"'):
            gongkai.run("in", "out", jobs=-1)
        shutil.copy("out/records.jsonl", "-r.jsonl")
        self.assertEqual(gongkai.tables("-r.jsonl")["reports"].num_rows, 0)

    def test_a_run_that_breaks_is_an_error(self):
        with self.assertRaises(gongkai.Error) as caught:
            gongkai.run("none", "out")
        self.assertEqual(caught.exception.status, 66)
        with self.assertRaises(gongkai.Error) as caught:
            gongkai.run("none", "out", no_such_setting=1)
        self.assertEqual(caught.exception.status, 64)


class TablesTests(FolderTest):
    def test_tables_have_the_types_of_the_data_package(self):
        import pyarrow

        for index, path in enumerate(reports()):
            shutil.copy(path, f"{index:02}.docx")
        names = [f"{index:02}.docx" for index in range(len(reports()))]
        records = list(gongkai.convert(names))
        tables = gongkai.tables(records)
        subprocess.run([PROGRAM, "convert", *names, "-o", "records.jsonl"], check=True, stderr=subprocess.DEVNULL)
        written = "".join(gongkai._records.dump(record) + "\n" for record in records)
        self.assertEqual(written, pathlib.Path("records.jsonl").read_text(encoding="utf-8"), "a record is written as it was read")
        self.assertEqual(tables, gongkai.tables("records.jsonl"))
        package = json.loads(subprocess.run([PROGRAM, "schema", "--datapackage"], capture_output=True, check=True).stdout)
        types = {
            "string": pyarrow.string(), "integer": pyarrow.int64(), "number": pyarrow.decimal128(38, 10),
            "boolean": pyarrow.bool_(), "date": pyarrow.date32(),
        }
        for resource in package["resources"]:
            schema = tables[resource["name"]].schema
            self.assertEqual(
                [(field.name, field.type) for field in schema],
                [(field["name"], types[field["type"]]) for field in resource["schema"]["fields"]])
        rows = tables["reports"].to_pylist()
        self.assertEqual(len(rows), len(records))
        years = {record["doc_id"]: record["report_year"] for record in records}
        self.assertEqual({row["doc_id"]: row["report_year"] for row in rows}, years)
        self.assertTrue(any(isinstance(row["dated_on"], datetime.date) for row in rows))
        self.assertTrue(any(row["applications_new_received_total"] for row in rows))

    def test_no_records_make_empty_tables(self):
        tables = gongkai.tables([])
        self.assertEqual(tables["reports"].num_rows, 0)
        self.assertGreater(tables["labels"].num_rows, 0)

    def test_what_is_no_records_is_said_as_such(self):
        [record] = gongkai.convert(reports()[:1])
        self.assertEqual(gongkai.tables(record), gongkai.tables([record]))
        for given in ([b"x"], ["x"], [None], [1]):
            with self.subTest(given=given), self.assertRaisesRegex(TypeError, "a record is a dict, not"):
                gongkai.tables(given)
        for given in ([{}], [{"schema": "x"}]):
            with self.subTest(given=given), self.assertRaisesRegex(gongkai.Error, "^gongkai: the records: 1 lines are not records"):
                gongkai.tables(given)
        # A number that a column of whole numbers does not hold.
        changed = json.loads(gongkai._records.dump(record))
        changed["annual_report"]["active_disclosure"]["rules"]["issued"] = 1.5
        with self.assertRaisesRegex(gongkai.Error, "^reports: .*1.5"):
            gongkai.tables(changed)

    def test_a_text_is_never_taken_for_an_amount(self):
        amount = decimal.Decimal("12345678901234567.89")
        record = {"title": "\ue000decimal 0", "a": [amount, "\ue000decimal 1", amount]}
        self.assertEqual(gongkai._records.load(gongkai._records.dump(record).encode()), record)

    def test_an_amount_is_what_is_printed(self):
        for text, value in (("0.1", 0.1), ("62299500.55", 62299500.55), ("12345678901234567.89", decimal.Decimal("12345678901234567.89"))):
            line = f'{{"a":{text}}}'
            record = gongkai._records.load(line.encode())
            self.assertEqual((record["a"], type(record["a"])), (value, type(value)))
            self.assertEqual(gongkai._records.dump(record), line)


class DocumentationTests(FolderTest):
    def setUp(self):
        super().setUp()
        os.mkdir("in")
        report = next(path for path in reports() if '"report_year":2023' in path.with_name("expected.jsonl").read_text(encoding="utf-8") and "lanshan" in str(path))
        shutil.copy(report, "in/2023.docx")
        pathlib.Path("in/notice.txt").write_text("关于做好防汛工作的通知\n", encoding="utf-8")

    def test_the_page_on_python_says_what_happens(self):
        page = (ROOT / "docs/python.md").read_text(encoding="utf-8")
        [script] = re.findall(r"^```python\n(.*?)^```$", page, re.M | re.S)
        [printed] = re.findall(r"^```text\n(.*?)^```$", page, re.M | re.S)
        self.assertEqual(len(script.strip().splitlines()), 10)
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
        self.assertEqual((done.stdout, done.stderr), (printed, ""))

    def test_every_example_of_a_docstring_is_right(self):
        tried = 0
        for module in pkgutil.iter_modules(gongkai.__path__, "gongkai."):
            # What needs Spark is tried out in spark_tests.
            if module.name in ("gongkai.__main__", "gongkai.spark"):
                continue
            result = doctest.testmod(importlib.import_module(module.name), optionflags=doctest.NORMALIZE_WHITESPACE)
            self.assertEqual(result.failed, 0, module.name)
            tried += result.attempted
        self.assertGreater(tried, 15)
        documented = [getattr(gongkai, name) for name in gongkai.__all__ if callable(getattr(gongkai, name))]
        for each in documented:
            if each.__module__.startswith("gongkai") and each.__name__ not in ("Failed", "Record", "Source"):
                self.assertIn(">>> ", each.__doc__ or "", each.__name__)

    def test_the_package_has_the_version_of_the_program(self):
        self.assertEqual(gongkai.version().split(",")[0], f"gongkai {gongkai.__version__}")
        done = subprocess.run([sys.executable, "-m", "gongkai", "--version"], capture_output=True, text=True, check=True)
        self.assertEqual(done.stdout.strip(), gongkai.version())

    def test_a_record_has_the_keys_of_the_schema(self):
        schema = json.loads(subprocess.run([PROGRAM, "schema"], capture_output=True, check=True).stdout)
        self.assertEqual(list(gongkai.Record.__annotations__), list(schema["properties"]))
        self.assertEqual(list(gongkai.Source.__annotations__), list(schema["properties"]["source"]["properties"]))

    def test_types_are_sound(self):
        done = subprocess.run(
            [sys.executable, "-m", "mypy", "--cache-dir", os.devnull, "--config-file", ROOT / "Sources/Python/pyproject.toml", ROOT / "Sources/Python/gongkai"],
            capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout)


if __name__ == "__main__":
    unittest.main()
