#!/usr/bin/env python3
"""The PDFs as producers print them: those of Fixtures/pdf/printed-*, and others of both forms and more lengths beside them.

usage: asprinted.py

A machine that measures has no producers, so what they printed is kept in pdf/. This prints what is missing there;
where each producer comes from is said in Fixtures/making/producers.py.
"""

import pathlib
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "Fixtures" / "making"), str(ROOT / "Tests" / "Paint")]

from cells import cells_of  # noqa: E402
from looks import Look  # noqa: E402
from printouts import BROWSER, LINED, OFFICE, PRINTOUTS, print_out, report_of  # noqa: E402
from truth import truth  # noqa: E402

SIMPLE = Look(size=14, table_size=8, margin=25.4, page_number="— 1 —")
# As PRINTOUTS: (about, producer, number of the report, edition, paragraphs behind it, look).
MORE = {
    "libreoffice-2019": ("30 pages", "libreoffice", 31, "2019", 150, SIMPLE),
    "libreoffice-2021": ("4 pages", "libreoffice", 32, "2021", 4, LINED),
    "chromium-2021": ("12 pages", "chromium", 33, "2021", 120, BROWSER),
    "office-2021": ("5 pages", "office", 34, "2021", 2, OFFICE),
    "office-simple-2019": ("15 pages, digits in simple fonts", "office-simple", 35, "2019", 50, OFFICE),
}
FAMILIES = {"PDF by LibreOffice": ["printed-libreoffice-2021", "libreoffice-2019", "libreoffice-2021"], "PDF by Chromium": ["printed-chromium-2019", "chromium-2021"],
            "PDF by an office program": ["printed-office-subset-2019", "office-2021", "office-simple-2019"]}


def path_of(name):
    return ROOT / "Fixtures" / "pdf" / name / "input.pdf" if name in PRINTOUTS else HERE / "pdf" / f"{name}.pdf"


def numbers_of(name):
    """Paths into the record of that PDF and the values there: every cell of the three tables."""
    report, _ = report_of(name, PRINTOUTS if name in PRINTOUTS else MORE)
    cells = {f"annual_report.{cell}": value for cell, (value, _) in cells_of(truth(report, "")).items()}
    return {"report_year": report.year, "agency_name": report.agency, "edition": f"e{report.edition}", **cells}


def main():
    for name in MORE:
        path = path_of(name)
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(print_out(name, MORE))
            print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
