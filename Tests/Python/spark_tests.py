"""Documents of a Spark cluster give the records of one run, whatever happens to executors and workers.

Runs under local-cluster[2,1,1024]: two executors of one core, each a process of its own. SPARK_DOCUMENTS is the number of documents of
the large test (5,000).
"""

import contextlib
import doctest
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from support import PACKAGE, PROGRAM, ROOT, TROUBLED, FolderTest

sys.path.insert(0, str(ROOT / "Tests/Torture"))
import corpus  # noqa: E402

DOCUMENTS = int(os.environ.get("SPARK_DOCUMENTS", "5000"))
# What is no PDF of a thousand pages, and nothing that takes its whole time.
MIX = "docx=60,text=35,pdf=4,hostile=1"
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
os.environ["PYSPARK_PYTHON"] = sys.executable

import gongkai  # noqa: E402
import gongkai.spark  # noqa: E402
from pyspark.errors import PythonException  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402
from pyspark.sql import functions as F  # noqa: E402


def fixtures(folder: pathlib.Path, count: int) -> None:
    """Every kind of document of Fixtures, copied under new names till there are ``count`` of them."""
    kinds = sorted(path for path in (ROOT / "Fixtures").glob("*/*/input.*") if path.suffix not in (".pdf", ".expected"))
    folder.mkdir()
    for number in range(count):
        path = kinds[number % len(kinds)]
        shutil.copy(path, folder / f"{number:04}-{path.parent.name}{path.suffix}")


def documents(folder: pathlib.Path, count: int) -> None:
    """Mixed documents in ``documents`` below ``folder``: nine tenths made, each with numbers of its own, and one of Fixtures."""
    corpus.make(folder, count * 9 // 10, mix=MIX, jobs=2)
    fixtures(folder / "documents/夹具", count - count * 9 // 10)
    # Spark's strings are UTF-8.
    for path in sorted((folder / "documents").rglob("*")):
        if os.fsencode(path).decode("utf-8", "ignore") != str(path):
            path.rename(path.with_name(path.name.encode("utf-8", "replace").decode()))


def inputs(folder: pathlib.Path) -> list[str]:
    """What a run takes of ``folder``, by its paths below it, in the order of their bytes."""
    paths = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith((".", "~$"))]
    taken = [path for path in paths if path.name not in corpus.PASSED_OVER]
    return sorted((os.fsencode(path.relative_to(folder)).decode() for path in taken), key=str.encode)


def run(folder: pathlib.Path, output: pathlib.Path) -> list[str]:
    """The lines of one run."""
    gongkai.run(folder, output, jobs=2)
    return (output / "records.jsonl").read_text(encoding="utf-8").splitlines()


class SparkTests(FolderTest):
    session: SparkSession

    @classmethod
    def setUpClass(cls) -> None:
        cls.shared = pathlib.Path(tempfile.mkdtemp(prefix="gongkai-spark-"))
        cls.addClassCleanup(shutil.rmtree, cls.shared)
        # The program, or one that has troubles while the file is there.
        cls.trouble_file = cls.shared / "trouble"
        program = cls.shared / "gongkai"
        program.write_text(
            f'#!/bin/sh\n[ "$1" = worker ] && [ -e "{cls.trouble_file}" ] && exec "{TROUBLED}" "$@"\nexec "{PROGRAM}" "$@"\n')
        program.chmod(0o755)
        settings = {
            "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.driver.host": "127.0.0.1", "spark.local.dir": str(cls.shared / "local"),
            "spark.sql.warehouse.dir": str(cls.shared / "warehouse"), "spark.sql.session.timeZone": "UTC",
            "spark.executorEnv.PYTHON_GONGKAI": str(program), "spark.executorEnv.PYTHONPATH": str(PACKAGE),
            "spark.executorEnv.TROUBLED_PROGRAM": PROGRAM, "spark.executorEnv.PYTHONDONTWRITEBYTECODE": "1",
            "spark.sql.shuffle.partitions": "4",
        }
        builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("gongkai")
        for name, value in settings.items():
            builder = builder.config(name, value)
        began = time.monotonic()
        cls.session = builder.getOrCreate()
        cls.session.sparkContext.setLogLevel("OFF")
        cls.addClassCleanup(shutil.rmtree, pathlib.Path(os.environ.get("SPARK_HOME", "") or __import__("pyspark").__path__[0]) / "work", True)
        cls.addClassCleanup(cls.session.stop)
        print(f"a session: {time.monotonic() - began:.1f} s")

    def setUp(self) -> None:
        super().setUp()
        self.began = time.monotonic()
        self.addCleanup(lambda: print(f"{self._testMethodName}: {time.monotonic() - self.began:.1f} s"))

    def paths(self, folder: pathlib.Path, partitions: int):
        """The inputs of ``folder`` as a DataFrame, in their order."""
        rows = [(path,) for path in inputs(folder)]
        context = self.session.sparkContext
        return self.session.createDataFrame(context.parallelize(rows, partitions), "path string")

    def trouble(self) -> None:
        self.trouble_file.touch()
        self.addCleanup(self.trouble_file.unlink)

    def test_many_documents_give_the_records_of_one_run(self):
        folder = pathlib.Path("made/documents")
        documents(folder.parent, DOCUMENTS)
        expected = run(folder, self.folder / "out")
        made = time.monotonic()
        counters = gongkai.spark.Counters.on(self.session)
        gongkai.spark.write(self.paths(folder, 16), str(self.folder / "lake"), tables=False, root=str(folder.resolve()), counters=counters)
        print(f"{len(inputs(folder))} documents by Spark: {time.monotonic() - made:.1f} s")
        found = self.session.read.parquet(str(self.folder / "lake/records"))
        lines = [row.record for row in found.select("path", "member", "record").collect()]
        self.assertEqual(len(lines), len(expected))
        self.assertEqual(sorted(lines), sorted(expected))
        records = [json.loads(line) for line in expected]
        self.assertEqual(
            [counter.value for counter in (counters.documents, counters.records, counters.partial, counters.failed)],
            [len(inputs(folder)), len(records), *(sum(record["status"] == name for record in records) for name in ("partial", "failed"))])
        places = {
            (path.parent.parent.name, path.parent.name) for path in (self.folder / "lake/records").glob("*/*/*.parquet")}
        none = "__HIVE_DEFAULT_PARTITION__"
        self.assertEqual(
            places, {(f"year={record['report_year'] or none}", f"edition={record['edition'] or none}") for record in records})
        self.assertTrue((self.folder / "lake/records/_SUCCESS").exists())

    def test_order_and_members_are_kept(self):
        folder = self.folder / "in"
        fixtures(folder, 60)
        expected = run(folder, self.folder / "out")
        rows = gongkai.spark.records(self.paths(folder, 5), root=f"file:{folder}").collect()
        self.assertEqual([row.record for row in rows], expected)
        self.assertGreater(max(row.member for row in rows), 1)
        # The rows of binaryFile have the bytes; their executors need not see the files.
        files = self.session.read.format("binaryFile").load(str(folder))
        found = gongkai.spark.records(files, root=str(folder)).collect()
        # Spark's sources pass over files without bytes, and say nothing of it.
        self.assertEqual(
            sorted(row.record for row in found),
            sorted(line for line in expected if json.loads(line)["source"]["bytes"] != 0 or json.loads(line)["source"]["container_path"]))
        # As packed originals have them.
        packed = self.session.sparkContext.parallelize([(path, bytearray((folder / path).read_bytes())) for path in inputs(folder)], 2)
        packed.saveAsSequenceFile(str(self.folder / "packed"))
        unpacked = self.session.sparkContext.sequenceFile(str(self.folder / "packed")).toDF("path string, content binary")
        self.assertEqual([row.record for row in gongkai.spark.records(unpacked).collect()], expected)
        for row in found:
            record = json.loads(row.record)
            self.assertEqual(
                [row.path, row.container_path, row.status, row.report_year, row.edition, row.error_code],
                [record["source"]["path"], record["source"]["container_path"], record["status"], record["report_year"], record["edition"],
                 record["error"] and record["error"]["code"]])

    def test_tables_are_those_of_one_run(self):
        folder = self.folder / "in"
        fixtures(folder, 190)
        run(folder, self.folder / "out")
        expected = gongkai.tables(self.folder / "out/records.jsonl")
        (self.folder / "map.csv").write_text("id,name\nx,岚山县人民政府\n", encoding="utf-8")
        mapped = gongkai.tables(self.folder / "out/records.jsonl", agencies="map.csv")
        gongkai.spark.write(self.paths(folder, 4), str(self.folder / "lake"), root=str(folder))
        records = self.session.read.parquet(str(self.folder / "lake/records"))
        for name in gongkai.spark.TABLES:
            with self.subTest(name):
                columns = expected[name].schema.names
                written = self.session.read.parquet(str(self.folder / "lake" / name)).select(*columns)
                self.assertEqual(self.rows(written), sorted(map(str, (tuple(row.values()) for row in expected[name].to_pylist()))))
                self.assertEqual(
                    [field.dataType for field in written.schema if field.name != "edition"],
                    [field.dataType for field in gongkai.spark.table_schema(name) if field.name in columns and field.name != "edition"])
        one = gongkai.spark.table(records.select(*gongkai.spark.RECORDS.names), "reports", agencies=self.folder / "map.csv")
        self.assertEqual(
            self.rows(one.select(*mapped["reports"].schema.names)), sorted(map(str, (tuple(row.values()) for row in mapped["reports"].to_pylist()))))
        self.assertTrue(any(not row for row in expected["reports"]["counted"].to_pylist()), "some reports are one")
        with self.assertRaisesRegex(ValueError, "there is no table none; there are reports"):
            gongkai.spark.table(records, "none")

    @staticmethod
    def rows(frame) -> list[str]:
        return sorted(str(tuple(row)) for row in frame.collect())

    def test_a_poison_document_costs_one_line(self):
        folder = self.folder / "in"
        folder.mkdir()
        os.chdir(folder)
        self.folder = folder
        self.write(*(f"{number:03}" for number in range(80)), "die", "memory", "babble", "die-once")
        self.trouble()
        rows = gongkai.spark.records(self.paths(folder, 2), root=str(folder)).collect()
        self.assertEqual([row.path for row in rows], inputs(folder))
        self.assertEqual(
            {row.path: row.error_code for row in rows if row.error_code},
            {"die": "worker_crashed", "babble": "worker_crashed", "memory": "worker_memory"})

    def test_a_worker_that_drops_a_line_fails_the_job(self):
        folder = self.folder / "in"
        folder.mkdir()
        os.chdir(folder)
        self.folder = folder
        self.write(*(f"{number:03}" for number in range(40)), "020-swallow")
        self.trouble()
        with self.assertRaisesRegex(Exception, "020-swallow was answered with the record of another document"):
            gongkai.spark.write(self.paths(folder, 1), str(folder.parent / "lake"), root=str(folder))
        self.assertEqual(list(folder.parent.glob("lake/**/_SUCCESS")), [])
        self.assertEqual(list(folder.parent.glob("lake/**/*.parquet")), [])

    def test_an_executor_that_is_killed_changes_nothing(self):
        folder = self.folder / "in"
        fixtures(folder, 400)
        expected = run(folder, self.folder / "out")
        executors = self.executors()
        self.assertEqual(len(executors), 2)
        counted = gongkai.spark.Counters.on(self.session)
        killed: list[int] = []

        def kill() -> None:
            tracker = self.session.sparkContext.statusTracker()
            while not killed:
                stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
                if any(stage and stage.numCompletedTasks >= 3 for stage in stages):
                    os.kill(executors[0], signal.SIGKILL)
                    killed.append(executors[0])
                time.sleep(0.01)

        killer = threading.Thread(target=kill, daemon=True)
        killer.start()
        gongkai.spark.write(self.paths(folder, 20), str(self.folder / "lake"), tables=False, root=str(folder), counters=counted)
        self.assertEqual(killed, executors[:1])
        found = self.session.read.parquet(str(self.folder / "lake/records"))
        self.assertEqual(sorted(row.record for row in found.select("record").collect()), sorted(expected))
        self.assertNotIn(executors[0], self.executors())
        # What was under way there ends with its executor.
        self.assertEqual(self.orphans(), [])

    def executors(self) -> list[int]:
        """The processes that are executors of this session."""
        mark = f"--app-id\0{self.session.sparkContext.applicationId}\0".encode()
        found = []
        for path in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):
                if mark in path.read_bytes():
                    found.append(int(path.parent.name))
        return sorted(found)

    @staticmethod
    def orphans() -> list[str]:
        """Workers whose supervisor is gone, a second later."""
        time.sleep(1)
        listed = subprocess.run(["ps", "-eo", "ppid=,args="], capture_output=True, text=True, check=True).stdout.splitlines()
        return [line for line in listed if line.split()[0] == "1" and f"{PROGRAM} worker" in line]

    def test_every_example_of_a_docstring_is_right(self):
        result = doctest.testmod(gongkai.spark, optionflags=doctest.NORMALIZE_WHITESPACE)
        self.assertEqual((result.failed, result.attempted > 10), (0, True))

    def test_what_is_no_document_is_said(self):
        frame = self.session.createDataFrame([("s3a://bucket/a.docx",)], "path string")
        with self.assertRaisesRegex(PythonException, "read it by the source binaryFile"):
            gongkai.spark.records(frame).collect()
        with self.assertRaisesRegex(ValueError, "no column path"):
            gongkai.spark.records(frame.select(F.col("path").alias("file")))
        for options in ({"timeout": 0}, {"timeout": float("inf")}, {"memory": -1}):
            with self.assertRaises(ValueError, msg=options):
                gongkai.spark.records(frame, **options)
        for schema in ("path int", "path string, content string", "path string, url int"):
            with self.assertRaisesRegex(ValueError, "is no (string|binary)", msg=schema):
                gongkai.spark.records(self.session.createDataFrame([], schema))
        for path in (None, "", "a\0b"):
            rows = self.session.createDataFrame([("a.txt", b"a"), (path, b"a")], "path string, content binary")
            with self.assertRaisesRegex(PythonException, "gongkai._errors.Error: (a row has no path|.*: a path or name is empty)"):
                gongkai.spark.records(rows).collect()

    def test_a_record_names_a_file_so_that_no_other_is_called_the_same(self):
        paths = [
            "s3a://lake/in/a.txt", "s3a://other/in/a.txt", "https://example.invalid/in/a.txt", "hdfs://name:8020/in/a.txt", "a:b.txt", "file:/in/a.txt",
            "\U0010ffb5.txt",
        ]
        frame = self.session.createDataFrame([(path, b"a") for path in paths], "path string, content binary").coalesce(1)
        # U+10FFB5 stands for a byte of a name that is no UTF-8.
        whole = [*paths[:5], "/in/a.txt", "\\xB5.txt"]
        expected = {
            None: whole, "s3a://lake/in": ["a.txt", *whole[1:]], "file:///in/": [*whole[:5], "a.txt", whole[6]],
            "hdfs:///in": [*whole[:3], "a.txt", *whole[4:]], "/in": ["a.txt"] * 4 + ["a:b.txt", "a.txt", whole[6]],
        }
        for root, names in expected.items():
            rows = gongkai.spark.records(frame, root=root).collect()
            self.assertEqual(([row.path for row in rows], {row.status for row in rows}), (names, {"ok"}), root)

    def test_what_was_written_before_is_replaced(self):
        mode = "spark.sql.sources.partitionOverwriteMode"
        self.session.conf.set(mode, "dynamic")
        self.addCleanup(self.session.conf.unset, mode)
        for text in ("云溪区人民政府2023年政府信息公开工作年度报告\n", "关于乙的通知\n"):
            frame = self.session.createDataFrame([("a.txt", text.encode())], "path string, content binary")
            gongkai.spark.write(frame, str(self.folder / "lake"), tables=False)
        self.assertEqual([row.kind for row in self.session.read.parquet(str(self.folder / "lake/records")).collect()], ["document"])


if __name__ == "__main__":
    unittest.main()
