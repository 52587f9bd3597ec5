#!/usr/bin/env python3
"""Makes a tree of documents to run over, and says what their records must hold.

usage: corpus.py DIR --documents N [--seed S] [--mix docx=60,pdf=30,text=9,hostile=1] [--jobs J]
       corpus.py DIR --check RECORDS

Writes DIR/documents/, some 200 documents a folder, and DIR/expected.jsonl, one line a document in the order of the
paths' bytes: {path, codes, numbers}. `codes` are the outcomes allowed to the record: its error code, or its status
where it has none. `numbers` are places in the record with the value that must stand there. The same N, S and mix give
the same bytes. One document in a hundred is an exact copy of another; beside the N lie files that a run passes over.

--check compares the records of a run with expected.jsonl; exit status 1 where one is missing, doubled or wrong.
"""

import argparse
import json
import multiprocessing
import os
import pathlib
import sys

import hostile
import pdf_reports
from reports import CITIES, COUNTIES, Facts, dice_for

FOLDER = 200
PASSED_OVER = {".隐藏.txt": b"x", "~$报告.docx": b"x", "下载.pdf.part": b"x", "下载.docx.crdownload": b"x", "Thumbs.db": b"x"}
ODD_NAMES = ["-rf {}", "带 空格 {}", "引号\"'`$({})", "换行\n{}", "坏名\udcb5{}", "é́{}", "很长" * 30 + "{}"]


def kinds_of(mix):
    """The kinds in parts of a hundred, spread evenly: a list of 100 names."""
    shares = [part.partition("=") for part in mix.split(",")]
    spread = [((i + 0.5) / int(share), kind) for kind, _, share in shares for i in range(int(share))]
    return [kind for _, kind in sorted(spread)]


class Maker:
    """Makes the documents of one corpus, each from the seed and its number alone."""

    def __init__(self, root, seed, mix):
        self.root, self.seed, self.kinds = pathlib.Path(root), seed, kinds_of(mix)
        self.hostile = [i for i, kind in enumerate(self.kinds) if kind == "hostile"]

    def document(self, number):
        """(extension, bytes, allowed outcomes, numbers) of a document."""
        dice = dice_for(self.seed, number)
        kind = self.kinds[number % len(self.kinds)]
        facts = Facts(dice, number)
        if kind == "hostile":
            makers = {"docx": facts.docx, "pdf": lambda: pdf_reports.pdf(facts)}
            cycle, place = divmod(number, len(self.kinds))
            families = list(hostile.FAMILIES.values())
            extension, make, codes = families[(cycle * len(self.hostile) + self.hostile.index(place)) % len(families)]
            return extension, make(number, lambda wanted: makers[wanted]()), codes, {}
        content = {"docx": facts.docx, "pdf": lambda: pdf_reports.pdf(facts), "text": lambda: facts.text(dice)}[kind]()
        return {"text": "txt"}.get(kind, kind), content, ["ok"], facts.numbers()

    def folder(self, number):
        city, _ = CITIES[number // len(COUNTIES) % len(CITIES)]
        return f"{city}市/{COUNTIES[number % len(COUNTIES)]}/第{number:04d}批"

    def write_folder(self, job):
        """Writes one folder; the lines of expected.jsonl with their sort keys."""
        number, last = job
        folder, lines = self.folder(number), []
        os.makedirs(os.fsencode(self.root / folder), exist_ok=True)
        for serial in range(number * FOLDER, min(last, (number + 1) * FOLDER)):
            source = serial - 3 if serial % 100 == 23 else serial
            extension, content, codes, numbers = self.document(source)
            name = f"{serial:06d}"
            if serial % 1000 == 310:
                name = ODD_NAMES[serial // 1000 % len(ODD_NAMES)].format(name)
            path = f"{folder}/{name}.{extension}"
            with open(os.fsencode(self.root / path), "wb") as file:
                file.write(content)
            key = os.fsencode(path)
            lines.append((key, json.dumps({"path": printed(key), "codes": codes, "numbers": numbers}, ensure_ascii=False)))
        if number % 20 == 3:
            for name, content in PASSED_OVER.items():
                (self.root / folder / name).write_bytes(content)
        return lines


def printed(name):
    """A path as records show it: bytes that are no UTF-8 as \\xB5."""
    text = name.decode("utf-8", "surrogateescape")
    return "".join(f"\\x{ord(c) - 0xDC00:02X}" if 0xDC80 <= ord(c) <= 0xDCFF else c for c in text)


def make(folder, documents, seed=1, mix="docx=60,pdf=30,text=9,hostile=1", jobs=None):
    folder = pathlib.Path(folder)
    maker = Maker(folder / "documents", seed, mix)
    jobs_list = [(number, documents) for number in range((documents + FOLDER - 1) // FOLDER)]
    lines = []
    if jobs == 1 or len(jobs_list) == 1:
        for job in jobs_list:
            lines += maker.write_folder(job)
    else:
        with multiprocessing.Pool(jobs or os.cpu_count()) as pool:
            for part in pool.imap_unordered(maker.write_folder, jobs_list):
                lines += part
    with open(folder / "expected.jsonl", "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for _, line in sorted(lines))


def value(record, place):
    for part in place.split("."):
        record = record.get(part) if isinstance(record, dict) else None
    return record


def check(folder, records):
    """What is wrong with the records of a run over the corpus in `folder`: a list of sentences."""
    wrong = []
    with open(pathlib.Path(folder) / "expected.jsonl", encoding="utf-8") as file, open(records, "rb") as written:
        for line in file:
            expected = json.loads(line)
            text = written.readline()
            if not text:
                return wrong + [f"{expected['path']}: the records end before it"]
            record = json.loads(text)
            if record["source"]["path"] != expected["path"]:
                return wrong + [f"expected {expected['path']!r}, found {record['source']['path']!r}"]
            outcome = record["error"]["code"] if record["status"] == "failed" else record["status"]
            if outcome not in expected["codes"]:
                wrong.append(f"{expected['path']}: {outcome} and not {' or '.join(expected['codes'])}")
                continue
            wrong += [f"{expected['path']}: {place} is {value(record, place)!r} and not {wanted!r}"
                      for place, wanted in expected["numbers"].items() if value(record, place) != wanted]
        if written.readline():
            wrong.append("there are more records than documents")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--documents", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mix", default="docx=60,pdf=30,text=9,hostile=1")
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--check", type=pathlib.Path, metavar="RECORDS")
    options = parser.parse_args()
    if options.check:
        wrong = check(options.folder, options.check)
        print("\n".join(wrong[:50] + [f"{len(wrong)} wrong"]))
        sys.exit(bool(wrong))
    if not options.documents:
        parser.error("--documents says how many")
    make(options.folder, options.documents, options.seed, options.mix, options.jobs)


if __name__ == "__main__":
    main()
