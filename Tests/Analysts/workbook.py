"""Holds a workbook of tables against the same tables as CSV: every head and every cell.

usage: workbook.py FOLDER WORKBOOK [--office SOFFICE]

With --office, LibreOffice opens the workbook, and what it makes of each sheet is compared too. Prints what is held, or what differs.
"""

import argparse
import csv
import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
DAY = "2"


def column(reference: str) -> int:
    number = 0
    for letter in re.match(r"[A-Z]+", reference)[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def plain(text: str) -> str:
    """Text without the escapes of SpreadsheetML."""
    return re.sub(r"_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def value(cell: ElementTree.Element) -> str:
    if cell.get("t") == "inlineStr":
        return plain(cell.find(f"{MAIN}is/{MAIN}t").text or "")
    text = cell.findtext(f"{MAIN}v", "")
    if cell.get("t") == "b":
        return {"0": "false", "1": "true"}[text]
    if cell.get("s") == DAY:
        return str(datetime.date(1899, 12, 30) + datetime.timedelta(days=int(text)))
    return text


def sheets(workbook: pathlib.Path) -> dict[str, list[list[str]]]:
    with zipfile.ZipFile(workbook) as archive:
        assert archive.testzip() is None
        relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        targets = {each.get("Id"): each.get("Target") for each in relations}
        found = {}
        for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet"):
            rows = []
            root = ElementTree.fromstring(archive.read(f"xl/{targets[sheet.get(RELATION)]}"))
            for row in root.iter(f"{MAIN}row"):
                cells = {column(cell.get("r")): value(cell) for cell in row}
                rows.append([cells.get(place, "") for place in range(max(cells, default=-1) + 1)])
            found[sheet.get("name")] = rows
    return found


def opened(workbook: pathlib.Path, office: str) -> dict[str, list[list[str]]]:
    """The sheets as LibreOffice opens them, numbers as they are and not as they are shown."""
    with tempfile.TemporaryDirectory() as folder:
        options = "44,34,76,1,,0,false,false,false,false,false,-1"
        done = subprocess.run(
            [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
             f"csv:Text - txt - csv (StarCalc):{options}", "--outdir", folder, str(workbook)],
            capture_output=True, text=True, timeout=300)
        found = {}
        for path in pathlib.Path(folder).glob("*.csv"):
            with path.open(encoding="utf-8", newline="") as file:
                found[path.stem.removeprefix(f"{workbook.stem}-")] = list(csv.reader(file))
        assert found, done.stdout + done.stderr
        return found


def same(expected: str, cell: str) -> bool:
    if expected == cell or expected == cell.lower():
        return True
    # A cell holds 32,767 characters, and its end tells that it was cut.
    return len(expected.encode("utf-16-le")) // 2 > 32_767 and cell.endswith("…") and expected.startswith(cell[:-1])


def differences(table: str, heads: list[str], rows: list[list[str]], sheet: list[list[str]]) -> list[str]:
    if not sheet or sheet[0] != heads:
        return [f"{table}: other heads"]
    if len(sheet) - 1 != len(rows):
        return [f"{table}: {len(sheet) - 1} rows and not {len(rows)}"]
    found = []
    for number, (row, cells) in enumerate(zip(rows, sheet[1:])):
        cells = cells + [""] * (len(row) - len(cells))
        found += [f"{table}, row {number}, {head}: {a!r} is {b!r}" for head, a, b in zip(heads, row, cells) if not same(a, b)]
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("workbook", type=pathlib.Path)
    parser.add_argument("--office")
    arguments = parser.parse_args()
    package = json.loads((arguments.folder / "datapackage.json").read_text(encoding="utf-8"))
    readings = [sheets(arguments.workbook)]
    if arguments.office:
        readings.append(opened(arguments.workbook, arguments.office))
    for reading in readings:
        found, cells = [], 0
        for resource in package["resources"]:
            with (arguments.folder / resource["path"]).open(encoding="utf-8", newline="") as file:
                rows = list(csv.reader(file))[1:]
            heads = [field["title"] for field in resource["schema"]["fields"]]
            found += differences(resource["name"], heads, rows, reading.get(resource["title"], []))
            cells += len(rows) * len(heads)
        if found:
            sys.exit("\n".join(found[:20]))
        print(f"{cells} cells are the same")


if __name__ == "__main__":
    main()
