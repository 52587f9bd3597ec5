"""Where the modules stand that this generator shares with Fixtures/making and Tests/Paint; importing it lets them be imported."""

import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path[:0] = [str(HERE.parents[1] / "Fixtures" / "making"), str(HERE.parent / "Paint")]
