"""What the tests share: folders, documents, and which program they are of."""

import os
import pathlib
import stat
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = str(pathlib.Path(os.environ.setdefault("PYTHON_GONGKAI", str(ROOT / ".build/debug/gongkai"))).resolve())
os.environ["PYTHON_GONGKAI"] = PROGRAM
PACKAGE = ROOT / "Sources/Python"
# For the processes that tests start in folders of their own; an installed package is tested with PYTHONPATH empty.
if os.environ.get("PYTHONPATH") != "":
    os.environ["PYTHONPATH"] = str(PACKAGE)
    sys.path.insert(0, str(PACKAGE))
TROUBLED = pathlib.Path(__file__).with_name("troubled.py")


class FolderTest(unittest.TestCase):
    """A test in a folder of its own."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        before = os.getcwd()
        self.addCleanup(os.chdir, before)
        os.chdir(folder.name)

    def write(self, *names: str) -> list[str]:
        """A document of each name, with the name as its title."""
        for name in names:
            (self.folder / name).write_text(f"关于{name}的通知\n", encoding="utf-8")
        return list(names)

    def trouble(self) -> None:
        """Lets workers be such as have troubles."""
        mode = os.stat(TROUBLED).st_mode
        self.assertTrue(mode & stat.S_IXUSR, "troubled.py is executable")
        os.environ.update(PYTHON_GONGKAI=str(TROUBLED), TROUBLED_PROGRAM=PROGRAM)
        self.addCleanup(os.environ.__setitem__, "PYTHON_GONGKAI", PROGRAM)
