"""Records come in the order of the inputs, whatever happens to workers."""

import contextlib
import importlib.util
import itertools
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time
import unittest.mock
import zipfile

from support import PROGRAM, FolderTest

import gongkai  # after support, which says where it is


def summary(records):
    """Of each record its path, or its member's, and the code of its failure."""
    return [
        (record["source"]["container_path"] or record["source"]["path"], record["error"] and record["error"]["code"])
        for record in records
    ]


def own_workers() -> list[int]:
    """The processes that this one has started and that live."""
    listed = subprocess.run(["ps", "-o", "pid=,stat=,args=", "--ppid", str(os.getpid())], capture_output=True, text=True).stdout
    return [int(line.split()[0]) for line in listed.splitlines() if " worker " in line and line.split()[1][0] != "Z"]


class ConvertTests(FolderTest):
    def test_records_are_those_of_the_program(self):
        # The program sorts what it is given.
        names = self.write(*(f"{number:02}.txt" for number in range(50)), "b\n.txt", "{odd")
        subprocess.run([PROGRAM, "convert", *names, "-o", "records.jsonl"], check=False, stderr=subprocess.DEVNULL)
        with open("records.jsonl", encoding="utf-8") as lines:
            expected = [gongkai._records.load(line.encode()) for line in lines]
        for jobs in (1, 3):
            self.assertEqual(list(gongkai.convert(iter(names), jobs=jobs)), expected)
        self.assertEqual(own_workers(), [])

    def test_inputs_may_be_given_in_any_way(self):
        self.write("a.txt")
        content = "关于乙的通知\n".encode()
        inputs = [
            "a.txt", pathlib.Path("a.txt"), content, b"a.txt", b"",
            gongkai.Document(content=content, name="b.txt", url="https://example.invalid/b"),
            gongkai.Document(b"a.txt", name="c.txt"), gongkai.Document("a.txt", root=self.folder),
            gongkai.Document("../a.txt", root=self.folder), gongkai.Document("p/q", content=content),
        ]
        found = [
            (record["source"]["path"], record["source"]["name"], record["source"]["url"], record["title"],
             record["error"] and record["error"]["code"])
            for record in gongkai.convert(inputs)
        ]
        self.assertEqual(found, [
            ("a.txt", "a.txt", None, "关于a.txt的通知", None), ("a.txt", "a.txt", None, "关于a.txt的通知", None),
            ("-", "-", None, "关于乙的通知", None), ("-", "-", None, None, None), ("-", "-", None, None, "input_empty"),
            ("b.txt", "b.txt", "https://example.invalid/b", "关于乙的通知", None),
            ("a.txt", "c.txt", None, "关于a.txt的通知", None), ("a.txt", "a.txt", None, "关于a.txt的通知", None),
            ("../a.txt", "a.txt", None, None, "input_changed"), ("p/q", "q", None, "关于乙的通知", None),
        ])
        self.assertEqual(summary(gongkai.convert("a.txt")), [("a.txt", None)])
        self.assertEqual([code for _, code in summary(gongkai.convert(["a" * 5000]))], ["input_unreadable"])
        self.assertEqual(list(gongkai.convert([])), [])

    def test_a_name_that_is_no_utf8_is_opened(self):
        with open(b"\xb5.txt", "wb") as file:
            file.write("关于丙的通知\n".encode())
        [record] = gongkai.convert(os.fsdecode(b"\xb5.txt"))
        self.assertEqual((record["source"]["path"], record["title"]), ("\\xB5.txt", "关于丙的通知"))

    def test_a_name_that_is_no_utf8_is_carried(self):
        given = [gongkai.Document(path, content="甲".encode(), name=os.fsdecode(b"\xb5.txt")) for path in (None, "p/q")]
        self.assertEqual(
            [(record["source"]["path"], record["source"]["name"]) for record in gongkai.convert(given)],
            [("\\xB5.txt", "\\xB5.txt"), ("p/q", "\\xB5.txt")])

    def test_bytes_may_be_of_any_kind(self):
        content = "关于乙的通知\n".encode()
        kinds = [content, bytearray(content), memoryview(content), memoryview(content + b"?" * 3)[: len(content)]]
        found = [*gongkai.convert(kinds), *gongkai.convert([gongkai.Document(content=each) for each in kinds]), *gongkai.convert(kinds[1])]
        self.assertEqual([record["title"] for record in found], ["关于乙的通知"] * 9)

    def test_the_lines_of_a_file_are_no_documents(self):
        self.write("a.txt")
        for mode in ("r", "rb"):
            with open("a.txt", mode) as file, self.assertRaisesRegex(TypeError, "open file"):
                gongkai.convert(file)
            with open("a.txt", mode) as file, self.assertRaisesRegex(TypeError, "not (TextIOWrapper|BufferedReader)"):
                list(gongkai.convert([file]))

    def test_what_comes_before_an_input_that_is_none_has_records(self):
        names = self.write(*map(str, range(40)))

        def broken():
            yield from names
            raise OSError("the listing broke")

        for inputs, kind in ((broken(), OSError), ([*names, ""], ValueError), ([*names, None], TypeError)):
            for jobs in (1, 3):
                found = []
                with self.assertRaises(kind):
                    for record in gongkai.convert(inputs if isinstance(inputs, list) else broken(), jobs=jobs):
                        found.append(record["source"]["path"])
                self.assertEqual(found, names)
        self.assertEqual(own_workers(), [])

    def test_large_content_goes_by_a_file_that_is_gone_afterwards(self):
        os.environ["TMPDIR"] = str(self.folder)
        self.addCleanup(os.environ.pop, "TMPDIR")
        import tempfile
        tempfile.tempdir = None
        self.addCleanup(setattr, tempfile, "tempdir", None)
        content = "关于丁的通知\n".encode() + b"\n" * (17 << 20)
        [record] = gongkai.convert(gongkai.Document(content=content, name="d.txt"), limits={"text_lines": 1 << 25})
        self.assertEqual((record["source"]["name"], record["source"]["bytes"]), ("d.txt", len(content)))
        self.assertEqual(os.listdir(), [])
        # A process that was forked meanwhile leaves it alone.
        records = gongkai.convert([gongkai.Document(content=content, name="d.txt")] * 3, jobs=1, limits={"text_lines": 1 << 25})
        next(records)
        child = os.fork()
        if child == 0:
            records.close()
            os._exit(0)
        os.waitpid(child, 0)
        self.assertEqual([record["status"] for record in records], ["ok"] * 2)
        self.assertEqual(os.listdir(), [])

    def test_an_archive_has_a_record_for_each_member(self):
        with zipfile.ZipFile("a.zip", "w") as archive:
            for name in ("1.txt", "2.txt"):
                archive.writestr(name, "甲")
        self.write("b.txt")
        content = pathlib.Path("a.zip").read_bytes()
        self.assertEqual(
            summary(gongkai.convert(["a.zip", "b.txt", content], jobs=2)),
            [("1.txt", None), ("2.txt", None), ("b.txt", None), ("1.txt", None), ("2.txt", None)])

    def test_what_is_no_input_is_said_at_once(self):
        for given in ({}, {"path": ""}, {"path": "a\0"}, {"content": b"", "name": "a/b"}, {"content": b"", "root": "a"},
                      {"content": b"", "name": "a" * 200_000}, {"path": "a", "root": "a" * 140_000},
                      {"path": "\1" * 16_000, "name": "\1" * 16_000, "content": b"", "url": "b" * 130_000}):
            with self.assertRaises(ValueError, msg=list(given)):
                gongkai.Document(**given)
        for given in ({"path": 3}, {"content": "关于"}, {"content": b"", "name": b"a"}, {"content": b"", "url": 3}):
            with self.assertRaises(TypeError, msg=given):
                gongkai.Document(**given)
        # The longest that is taken is understood.
        [record] = gongkai.convert(gongkai.Document("\1" * 16_000, content=b"a", url="b" * 300_000, name="\1"))
        self.assertEqual(len(record["source"]["url"]), 300_000)
        nan, infinite = float("nan"), float("inf")
        for options in ({"jobs": 0}, {"timeout": 0}, {"timeout": nan}, {"timeout": infinite}, {"timeout": 86_401}, {"memory": -1}):
            with self.assertRaises(ValueError, msg=options):
                gongkai.convert([], **options)
        for options in ({"jobs": "2"}, {"jobs": 2.5}, {"timeout": None}, {"memory": "512M"}, {"memory": 5e8}):
            with self.assertRaises(TypeError, msg=options):
                gongkai.convert([], **options)
        for limits in ({"none": 1}, {"text_lines": -1}):
            with self.assertRaisesRegex(gongkai.Error, "^Error: (there is no limit|text_lines takes)") as caught:
                list(gongkai.convert(["a", "b"], limits=limits))
            self.assertEqual(caught.exception.status, 64)

    def test_inputs_are_taken_as_they_are_needed_and_workers_end(self):
        self.write("a.txt")
        taken = itertools.count()
        records = gongkai.convert(("a.txt" for _ in iter(lambda: next(taken), -1)), jobs=2)
        for _ in range(100):
            next(records)
        self.assertGreater(len(own_workers()), 0)
        records.close()
        self.assertEqual(own_workers(), [])
        self.assertLess(next(taken), 10_000)

    def test_progress_is_shown(self):
        self.write("a.txt")
        script = "import gongkai; print(len(list(gongkai.convert(['a.txt'] * 9, progress=True))))"

        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        self.assertEqual(done.stdout, "9\n")
        # Without tqdm nothing is shown.
        self.assertIn("9/9" if importlib.util.find_spec("tqdm") else "", done.stderr)


class TroubleTests(FolderTest):
    def setUp(self):
        super().setUp()
        self.trouble()

    def test_a_worker_that_dies_costs_one_document(self):
        names = self.write("1", "die", "2", "die-once", "3", "babble", "memory", *map(str, range(4, 40)))
        records = list(gongkai.convert(names, jobs=2))
        codes = {"die": "worker_crashed", "babble": "worker_crashed", "memory": "worker_memory"}
        self.assertEqual(summary(records), [(name, codes.get(name)) for name in names])
        self.assertEqual(
            gongkai.failure(records[1]), gongkai.Failed("worker_crashed", "the worker was ended by signal 9", "run", True))
        [lost] = gongkai.convert("none-such")
        self.assertEqual(list(records[1]), list(lost), "the shape is that of any failed record")
        self.assertEqual(own_workers(), [])

    def test_a_document_that_hangs_is_waited_for_once(self):
        names = self.write("1", "hang", "2", "3")
        began = time.monotonic()
        records = list(gongkai.convert(names, jobs=1, timeout=1))
        self.assertEqual(
            summary(records), [("1", None), ("hang", "worker_timeout"), ("2", None), ("3", None)])
        self.assertEqual(records[1]["error"]["message"], "the document took longer than 1 s")
        self.assertLess(time.monotonic() - began, 6)

    def test_a_member_over_which_workers_die_costs_itself(self):
        for name, at in (("die-at-0.zip", 0), ("die-at-1.zip", 1), ("die-at-2.zip", 2)):
            with zipfile.ZipFile(name, "w") as archive:
                for member in ("0", "1", "2"):
                    archive.writestr(f"{member}.txt", "甲")
            records = list(gongkai.convert([name, "none"], jobs=1))
            expected = [(f"{member}.txt", "worker_crashed" if member == at else None) for member in range(3)]
            self.assertEqual(summary(records), [*expected, ("none", "input_unreadable")])
            self.assertEqual(records[at]["source"]["path"], name)
            self.assertEqual(records[at]["source"]["bytes"], 3)

    def test_what_waits_is_bounded_and_nobody_waits_for_ever(self):
        names = []
        for number in range(9):
            archive_name = f"{number}-die-at-{number}.zip"
            with zipfile.ZipFile(archive_name, "w") as archive:
                for member in range(4):
                    archive.writestr(f"{member}.txt", "甲" * 100)
            names += [archive_name, *self.write(f"{number}.txt")]
        for held in (0, 2000):
            with unittest.mock.patch("gongkai._supervisor.HELD_BYTES", held):
                for jobs in (1, 3):
                    records = list(gongkai.convert(names, jobs=jobs))
                    paths = [record["source"]["path"] for record in records]
                    self.assertEqual(paths, [name for name in names for _ in range(4 if "zip" in name else 1)])
                    self.assertEqual(sum(map(gongkai.is_failed, records)), 4)

    # Some are asked for ahead, however long they take.
    @unittest.mock.patch("gongkai._supervisor._AHEAD_SECONDS", 1000)
    def test_a_record_is_of_the_document_that_was_asked_for(self):
        before = self.write(*(f"{number:03}" for number in range(20)))
        after = self.write(*(f"{number:03}" for number in range(20, 40)))
        for name in self.write("swallow", "twice"):
            names = [*before, name, *after]
            for jobs in (1, 2):
                found, error = [], None
                try:
                    for record in gongkai.convert(names, jobs=jobs):
                        found.append(record["source"]["path"])
                except gongkai.Error as raised:
                    error = str(raised)
                with self.subTest(name=name, jobs=jobs):
                    self.assertEqual(found, names[:len(found)])
                    # What is given twice while its worker has nothing else to do harms nothing, and ends the worker.
                    if name == "swallow" or len(found) < len(names):
                        self.assertRegex(error or "", "was answered with the record of another document")
        # Nor are documents of one name mixed up.
        named_alike = [gongkai.Document("twice", content=f"关于{number}的通知\n".encode()) for number in range(9)]
        with self.assertRaisesRegex(gongkai.Error, "twice was answered with the record of another document"):
            list(gongkai.convert(named_alike, jobs=1))

    def test_a_member_is_the_one_that_was_announced(self):
        with zipfile.ZipFile("twice-at-0.zip", "w") as archive:
            for member in ("0", "1"):
                archive.writestr(f"{member}.txt", "甲")
        found = []
        with self.assertRaisesRegex(gongkai.Error, "1.txt was answered with the record of another"):
            for record in gongkai.convert("twice-at-0.zip"):
                found.append(record["source"]["container_path"])
        self.assertEqual(found, ["0.txt"])

    def test_a_broken_record_is_an_error(self):
        with self.assertRaisesRegex(gongkai.Error, "what is no record"):
            list(gongkai.convert(self.write("garble")))

    def test_a_program_that_answers_nothing_is_an_error(self):
        with self.assertRaisesRegex(gongkai.Error, "cannot allocate memory"):
            list(gongkai.convert(self.write("mute")))
        os.environ["PYTHON_GONGKAI"] = "/none/gongkai"
        with self.assertRaisesRegex(gongkai.Error, "/none/gongkai cannot be started"):
            list(gongkai.convert(["a"]))

    def test_time_in_which_nobody_asks_is_nobodys(self):
        records = gongkai.convert(self.write(*map(str, range(200))), jobs=2, timeout=0.2)
        found = []
        for record in records:
            found.append(record)
            if len(found) % 50 == 1:
                time.sleep(1.5)
        self.assertEqual([code for _, code in summary(found)], [None] * 200)


class KillTests(FolderTest):
    def test_workers_killed_in_midst_cost_nothing_that_a_second_one_can_read(self):
        names = self.write(*(f"{number}.txt" for number in range(2000)))
        is_over = threading.Event()

        def kill() -> None:
            while not is_over.wait(0.15):
                for worker in own_workers()[:1]:
                    os.kill(worker, signal.SIGKILL)

        killer = threading.Thread(target=kill)
        killer.start()
        try:
            records = list(gongkai.convert(names, jobs=2))
        finally:
            is_over.set()
            killer.join()
        self.assertEqual([record["source"]["path"] for record in records], names)
        self.assertLessEqual(sum(map(gongkai.is_failed, records)), 5)
