"""Tries an installed wheel: its program reads a docx, a run's confined workers do, and no library of the system is needed."""

import pathlib
import subprocess
import sys
import tempfile

import gongkai

ROOT = pathlib.Path(__file__).resolve().parents[2]
report = str(min((ROOT / "Fixtures/reports").glob("*/input.docx")))

program = pathlib.Path(gongkai.program())
assert pathlib.Path(sys.prefix) in program.parents, program
loaded = subprocess.run(["ldd", str(program)], capture_output=True, text=True, check=True).stdout
print("\n".join(line.split(" (")[0].strip() for line in loaded.splitlines() if str(program.parent.parent) not in line))
[record] = gongkai.convert(report)
assert record["status"] != "failed", record["error"]
with tempfile.TemporaryDirectory() as folder:
    summary = gongkai.run(str(pathlib.Path(report).parent), f"{folder}/out", include=["*.docx"])
    assert summary["exit_status"] == 0, summary
command = subprocess.run([f"{sys.prefix}/bin/gongkai", "--version"], capture_output=True, text=True, check=True)
assert command.stdout.strip() == gongkai.version()
print(f"{command.stdout.strip()}, from a wheel: it converts and runs")
