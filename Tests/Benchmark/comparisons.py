"""Which commands are held against each other, over which documents, and what the project asks of the outcome."""

import dataclasses
import json
import os
import pathlib
import re
import subprocess
import sys

import originals
import peers
from measuring import BUILT, MIB, Contender, compiled, ratio, run_rounds
from asprinted import FAMILIES
from originals import docx_of, docx_of_size, of_edition, pdf_as_printed, pdf_of, pdf_of_fixture, pdf_of_pages, text_of_size

# As Gongkai asks for words with their places: Sources/Extraction/PDFReading.
PDFTOTEXT = ["pdftotext", "-bbox", "-cropbox", "-raw", "-enc", "UTF-8", "-l", "10001"]
OUT = BUILT / "out"


@dataclasses.dataclass
class Target:
    """What a comparison is held to."""

    other: str  # name of the contender that Gongkai is held against; "" for a bound of its own
    of: str  # "cpu" or "wall" (a ratio), "speed" (bytes a second of CPU), "peak" (bytes, or a ratio)
    bound: float | None  # None: shown without a target
    is_faster: bool = False  # the other's cost over ours, at least `bound`; else ours over the other's, at most `bound`
    ours: str = "gongkai convert"


ONE = "gongkai convert -j 1"  # for what is held against one process on one core: two that share a core slow each other down


@dataclasses.dataclass
class Comparison:
    """A set of documents with the commands that go over it, ours first."""

    title: str
    make: tuple  # name, extension, maker and its arguments, as `originals.originals` takes them
    targets: list
    with_peers: dict = dataclasses.field(default_factory=dict)  # name of the peer: how many of the documents
    is_quick: bool = False  # part of the short form
    floor: str = ""  # "libxml2" or "pdftotext"
    with_run: bool = False
    is_printed: bool = False  # PDFs with fonts: the share of pages that our own reader took is stated

    def measured(self, program, rounds, with_peers):
        """(documents, contenders) with their samples."""
        documents = originals.originals(*self.make)
        contenders = self.contenders(program, documents, with_peers)
        verify(program, documents)
        print(f"{self.title}: {len(documents.paths)} documents, {', '.join(c.name for c in contenders)}", file=sys.stderr, end="")
        run_rounds(contenders, rounds)
        return documents, contenders

    def missing(self):
        """The peers that are not installed."""
        return [name for name in self.with_peers if not peers.is_installed(name)]

    def contenders(self, program, documents, with_peers):
        paths, share = documents.paths, lambda count: documents.content * count // len(documents.paths)
        every = len(paths), documents.content
        found = [Contender("gongkai convert", [program, "convert", *paths, "-o", OUT / "records.jsonl"], *every)]
        if any(target.ours == ONE for target in self.targets):
            found.append(Contender(ONE, [*found[0].command, "-j", "1"], *every))
        if self.floor == "libxml2":
            found.append(Contender("libzip + libxml2", [compiled("floor", "libxml-2.0", "libzip"), *paths], *every))
        if self.floor == "pdftotext":
            names = OUT / f"{documents.name}.txt"
            names.write_text("".join(path + "\n" for path in paths))
            found.append(Contender("pdftotext", ["xargs", "-a", names, f"-P{os.cpu_count()}", "-I{}", *PDFTOTEXT, "{}", "/dev/null"], *every))
        if self.with_run:
            folder = pathlib.Path(paths[0]).parent
            command = [program, "run", folder, "-o", OUT / "run", "--include", f"*{pathlib.Path(paths[0]).suffix}", "--quiet"]
            found.append(Contender("gongkai run", command, *every, fresh=OUT / "run"))
        for name, count in (self.with_peers if with_peers else {}).items():
            if peers.is_installed(name):
                count = min(count, len(paths))
                found.append(Contender(name, peers.command(name, paths[:count]), count, share(count),
                                       idle=peers.command(name, [])))
        return found


def own_pages(program, documents):
    """(pages that our own reader took, pages) of PDFs: those that pdftocairo wasn't started for, by a trace of the program's calls."""
    records, trace = OUT / "counted.jsonl", OUT / "counted.trace"
    command = ["strace", "-f", "-qq", "-s", "4096", "-e", "trace=execve", "-o", trace, program, "convert", *documents.paths, "-o", records]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    pages = sum(json.loads(line)["extraction"]["pages"] for line in records.open())
    ranges = re.findall(r'pdftocairo.*"-f", "(\d+)", "-l", "(\d+)"', trace.read_text(errors="replace"))
    return pages - sum(int(last) - int(first) + 1 for first, last in ranges), pages


def verify(program, documents):
    """Stops where a record of these documents is wrong: nothing wrong is fast."""
    records = OUT / "verified.jsonl"
    subprocess.run([program, "convert", *documents.paths, "-o", records], check=True, stderr=subprocess.DEVNULL)
    if wrong := documents.wrong(records):
        raise SystemExit("\n".join(["its records are wrong:", *wrong[:20]]))


def outcome(target, contenders):
    """(value, low, high, is met) of a target; None where the other side was not measured."""
    by_name = {contender.name: contender for contender in contenders}
    ours, other = by_name[target.ours], by_name.get(target.other)
    if target.other and not other:
        return None
    if target.of == "speed":
        return ours.speed, ours.speed, ours.speed, ours.speed >= target.bound
    if target.of == "peak":
        value = ours.peak / other.peak if other else ours.peak
        return value, value, value, target.bound is None or value < target.bound
    value, low, high = ratio(other, ours, target.of) if target.is_faster else ratio(ours, other, target.of)
    is_met = target.bound is None or (value >= target.bound if target.is_faster else value <= target.bound)
    return value, low, high, is_met


def numbered(count):
    return [(number,) for number in range(count)]


# Reports of Fixtures that LibreOffice printed.
PLAIN = ["reports/liuqiao-government-2023", "reports/liuqiao-government-2024", "reports/shipu-energy-2022"]
# How many times pdftotext's CPU a PDF as printed may take, and what share of its pages our own reader has to take.
AS_PRINTED, OWN_SHARE = 1.25, 0.95
IN_DOUBT = ["reports/baishi-office-2025", "reports/wangchuan-government-2024", "twins/tongling-archives-2020",
            "twins/wangchuan-market-2023", "twins/yunxi-water-2023"]

ALL = [
    Comparison("docx, typical", ("docx-typical", "docx", docx_of, numbered(200)),
               [Target("libzip + libxml2", "cpu", 1.5, ours=ONE), Target("libzip + libxml2", "cpu", None, ours="gongkai run"),
                Target("", "peak", 60 * MIB),
                Target("kreuzberg", "cpu", 1.7, True, ONE), Target("python-docx", "cpu", 15, True, ONE), Target("docx2txt", "cpu", None, True, ONE),
                Target("pandoc", "cpu", 50, True, ONE), Target("markitdown", "cpu", 50, True, ONE)],
               {"kreuzberg": 200, "python-docx": 40, "docx2txt": 60, "pandoc": 20, "markitdown": 15},
               is_quick=True, floor="libxml2", with_run=True),
    Comparison("docx, small", ("docx-small", "docx", docx_of_size, [(4_000, number) for number in range(500)]),
               [Target("libzip + libxml2", "cpu", None, ours=ONE)], floor="libxml2"),
    Comparison("docx, 50 MB of XML", ("docx-huge", "docx", docx_of_size, [(50_000_000,)]),
               [Target("libzip + libxml2", "cpu", 1.3, ours=ONE), Target("libzip + libxml2", "peak", 3)], floor="libxml2"),
    Comparison("PDF, 3 pages", ("pdf-typical", "pdf", pdf_of, [(n,) for n in of_edition("2021", 120)]),
               [Target("pdftotext", "cpu", 1.08), Target("pdftotext", "wall", 1.08),
                Target("pdftotext", "cpu", 1.08, ours="gongkai run"), Target("pdftotext", "wall", 1.08, ours="gongkai run"),
                Target("", "peak", 60 * MIB)],
               is_quick=True, floor="pdftotext", with_run=True),
    Comparison("PDF, 3 pages, form of 2019", ("pdf-2019", "pdf", pdf_of, [(n,) for n in of_edition("2019", 120)]),
               [Target("pdftotext", "cpu", 1.08), Target("pdftotext", "wall", 1.08)], floor="pdftotext"),
    *(Comparison(family, (f"pdf-printed-{number}", "pdf", pdf_as_printed, [(copy, names) for copy in range(30)]),
                 [Target("pdftotext", "cpu", AS_PRINTED), Target("pdftotext", "wall", None), Target("", "peak", 60 * MIB)],
                 is_quick=True, floor="pdftotext", is_printed=True)
      for number, (family, names) in enumerate(FAMILIES.items())),
    Comparison("PDF with fonts", ("pdf-fonts", "pdf", pdf_of_fixture, [(number, PLAIN) for number in range(60)]),
               [Target("pdftotext", "cpu", 1.08), Target("pdftotext", "wall", 1.08),
                Target("pdfplumber", "cpu", 8, True), Target("pymupdf text", "cpu", None, True),
                Target("pymupdf tables", "cpu", None, True), Target("markitdown", "cpu", None, True)],
               {"pdfplumber": 12, "pymupdf text": 60, "pymupdf tables": 6, "markitdown": 9}, is_quick=True, floor="pdftotext"),
    # With wrapped figures, blanks and notes: the words leave doubt, and pdftocairo draws the page.
    Comparison("PDF with fonts, tables in doubt", ("pdf-doubt", "pdf", pdf_of_fixture, [(number, IN_DOUBT) for number in range(60)]),
               [Target("pdftotext", "cpu", None), Target("pdftotext", "wall", None)], floor="pdftotext"),
    Comparison("PDF, 30 pages", ("pdf-30", "pdf", pdf_of_pages, [(30, n) for n in of_edition("2021", 12)]),
               [Target("pdftotext", "cpu", 1.08), Target("pdftotext", "wall", 1.08)], floor="pdftotext"),
    Comparison("PDF, 300 pages", ("pdf-300", "pdf", pdf_of_pages, [(300, n) for n in of_edition("2021", 2)]),
               [Target("pdftotext", "cpu", 1.08), Target("pdftotext", "wall", 1.08)], floor="pdftotext"),
    Comparison("text, 20 KB", ("text-20k", "txt", text_of_size, [(20_000, number) for number in range(500)]),
               [Target("", "speed", 150e6, ours=ONE)]),
    Comparison("text, 10 MB", ("text-10m", "txt", text_of_size, [(10_000_000, number) for number in range(4)]),
               [Target("", "speed", 150e6, ours=ONE)], is_quick=True),
]
