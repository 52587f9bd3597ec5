"""The documents that are measured: sets of one kind and size each, made from a fixed seed and kept in .build/bench.

The reports are those of Tests/Torture (forms and sentences of Fixtures/making), with the noise of an editor in the
docx and with an annex where they have to be long. Every document knows the numbers that its record must hold, so that
nothing wrong is ever called fast.
"""

import dataclasses
import functools
import hashlib
import io
import itertools
import json
import multiprocessing
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "Torture"))

import annex  # noqa: E402
import asprinted  # noqa: E402
import pdfprint  # noqa: E402
import reports  # noqa: E402
import wordnoise  # noqa: E402
from corpus import value  # noqa: E402
from reports import Facts, dice_for, docx  # noqa: E402

SEED = 20260101
COPIED = ["report_year", "agency_name", "annual_report.applications.new_received.total",
          "annual_report.applications.result_total.total", "annual_report.review_litigation.review.total"]
KEPT = ROOT / ".build" / "bench"


def facts_of(number):
    return Facts(dice_for(SEED, number), number)


def of_edition(edition, count):
    """The first numbers of reports in the form of that year."""
    return list(itertools.islice((n for n in itertools.count() if facts_of(n).edition == edition), count))


def report_body(facts):
    return facts.fill(reports.pieces("docx", facts.year, facts.voice, facts.style, 0))


def block_xml(block):
    if isinstance(block, str):
        return docx.paragraph(docx.run(block), docx.INDENT)
    return docx.table([[reports.form.Cell(text) for text in row] for row in block], [700, 4000, 1800, 1500, 800])


def docx_of(number):
    """A report as an agency sends it: 20 to 30 KB of docx, some 300 KB of document.xml."""
    facts = facts_of(number)
    return wordnoise.package(report_body(facts), dice_for(SEED, number)), facts.numbers()


def docx_of_size(size, number=0):
    """A report with an annex, of `size` bytes of document.xml; a small one has a title and paragraphs only."""
    facts, dice = facts_of(number), dice_for(SEED, number)
    title = docx.paragraph(docx.run(f"{facts.agency}{facts.year}年政府信息公开工作年度报告"), docx.CENTER)
    is_whole = size > 400_000
    numbers = facts.numbers() if is_whole else {"report_year": facts.year, "agency_name": facts.agency}
    parts = [wordnoise.noisy(report_body(facts) if is_whole else title, dice)]
    total = len(parts[0].encode())
    for block in annex.blocks(dice, with_lists=is_whole):
        if total >= size:
            break
        parts.append(wordnoise.noisy(block_xml(block), dice))
        total += len(parts[-1].encode())
    return docx.package("".join(parts), font="仿宋_GB2312", extra_parts=wordnoise.PARTS), numbers


def docx_of_cells(cells, number=0):
    """A report with a table of `cells` cells, ten in a row, behind it."""
    facts, dice = facts_of(number), dice_for(SEED, number)
    row = lambda: "<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{dice.getrandbits(20)}</w:t></w:r></w:p></w:tc>" for _ in range(10)) + "</w:tr>"
    table = "<w:tbl>" + "".join(row() for _ in range(max(1, cells // 10))) + "</w:tbl>"
    return docx.package(report_body(facts) + docx.paragraph(docx.run("附件")) + table), facts.numbers()


def pdf_of(number):
    """A report of three pages."""
    facts = facts_of(number)
    return pdfprint.content(facts), facts.numbers()


def pdf_of_pages(pages, number=0):
    """A report with prose behind it; on one or two pages the prose alone."""
    facts = facts_of(number)
    paragraphs = annex.blocks(dice_for(SEED, number), with_lists=False)
    return pdfprint.content(facts, pages, paragraphs), facts.numbers() if pages > 2 else {}


def pdf_of_fixture(number, names):
    """One of the reports of Fixtures that LibreOffice printed, with its fonts; every copy has bytes of its own."""
    path = ROOT / "Fixtures" / names[number % len(names)] / "input.pdf"
    expected = next(path.parent.glob("expected.jsonl"), path.parent / "expected-pdf.jsonl")
    record = json.loads(expected.read_text())
    return path.read_bytes() + b"%% copy %d\n" % number, {place: value(record, place) for place in COPIED}


def pdf_as_printed(number, names):
    """One of `asprinted`, as a producer printed it; every copy has bytes of its own."""
    name = names[number % len(names)]
    return asprinted.path_of(name).read_bytes() + b"%% copy %d\n" % number, asprinted.numbers_of(name)


def text_of_size(size, number):
    """A report as text with an annex, of `size` bytes of UTF-8."""
    facts, dice = facts_of(number), dice_for(SEED, number)
    parts = [facts.fill(reports.pieces("text", facts.year, facts.voice, facts.style, 0))]
    total = len(parts[0].encode())
    for block in annex.blocks(dice):
        if total >= size:
            break
        parts.append(block + "\n" if isinstance(block, str) else "".join("\t".join(row) + "\n" for row in block))
        total += len(parts[-1].encode())
    return "".join(parts).encode(), facts.numbers()


@functools.cache
def generators():
    """A digest of all that the documents are made by."""
    ours = [HERE / name for name in ("originals.py", "annex.py", "asprinted.py", "wordnoise.py", "pdfprint.py")]
    torture = [HERE.parent / "Torture" / name for name in ("reports.py", "pdf_reports.py")]
    digest = hashlib.sha256()
    for source in [*ours, *torture, *sorted((ROOT / "Fixtures" / "making").glob("*.py"))]:
        digest.update(source.read_bytes())
    for name in [name for family in asprinted.FAMILIES.values() for name in family]:
        digest.update(asprinted.path_of(name).read_bytes())
    return digest.hexdigest()


@dataclasses.dataclass
class Originals:
    """A set of documents on disk."""

    name: str
    paths: list
    numbers: list  # of each document: places in its record and the values that must stand there
    content: int  # what a reader has to go through: bytes of document.xml of a docx, pages of a PDF, bytes of text

    def wrong(self, records):
        """What is wrong with the lines of `records`, one for each document in order: a list of sentences."""
        lines = records.read_bytes().splitlines()
        if len(lines) != len(self.paths):
            return [f"{self.name}: {len(lines)} records of {len(self.paths)} documents"]
        found = []
        for path, numbers, line in zip(self.paths, self.numbers, lines):
            record = json.loads(line)
            if record["status"] == "failed":
                found.append(f"{path}: {record['error']['code']}")
                continue
            for place, wanted in numbers.items():
                if value(record, place) != wanted:
                    found.append(f"{path}: {place} is {value(record, place)!r} and not {wanted!r}")
        return found


def pages_of(path):
    """Of a PDF whose pages stand in compressed objects."""
    told = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"^Pages: +(\d+)", told, re.MULTILINE)[1])


def _write(job):
    path, make, arguments = job
    content, numbers = make(*arguments)
    path.write_bytes(content)
    size = len(content)
    if path.suffix == ".pdf":
        size = len(re.findall(rb"/Type\s*/Page\b", content)) or pages_of(path)
    if path.suffix == ".docx":
        size = zipfile.ZipFile(io.BytesIO(content)).getinfo("word/document.xml").file_size
    return str(path), numbers, size


def originals(name, extension, make, jobs):
    """The set `name`: a file for each of `jobs`, which are the arguments of `make`; made anew where any of it changed."""
    folder = KEPT / "originals" / name
    index, state = folder / "documents.json", f"{generators()} {make.__name__} {jobs}"
    if not index.exists() or json.loads(index.read_text())["state"] != state:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        work = [(folder / f"{number:05d}.{extension}", make, arguments) for number, arguments in enumerate(jobs)]
        with multiprocessing.Pool() as pool:
            rows = pool.map(_write, work, chunksize=max(1, len(work) // 100))
        index.write_text(json.dumps({"state": state, "documents": rows}, ensure_ascii=False))
    rows = json.loads(index.read_text())["documents"]
    return Originals(name, [row[0] for row in rows], [row[1] for row in rows], sum(row[2] for row in rows))
