#!/usr/bin/env python3
"""Holds the records of painted or clean reports against what their pages show.

usage: check.py PROGRAM DIR [--clean [--allow CODE,CODE]] [--base DIR] [--list] [--said]

DIR is what defects.py made, or with --clean what clean.py made. Of a painted report every cell has the value that a reader
sees, but for those that the defect touches: such a one may also be null or wrong if a warning or an error stands at that
cell (its box overlaps the cell's; in a docx the same cell of the same row), and a null may not be called blank. A line a
kind says how many of the touched cells came out

  right   the value that a reader sees        null    null, with an issue at the cell
  said    wrong, with an issue at the cell     WRONG   wrong or null without one, or a sum that a lost member is missing from
  HURT    other cells, agencies, years and titles that are wrong
  mute    right, though a word is owed about what was painted and none is said: in no column of failures, but with --said

Exit status 1 if WRONG or HURT is not 0 (with --said: or mute). --base is the folder of the clean originals: with it an issue
that the clean one has too is no word about the defect. --list names every file that fails, and why.
--clean: no warning or error (but those of --allow), no text taken for a watermark, every cell, agency, title and year right.
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from cells import are_equal, cells_in, evidence_in  # noqa: E402

BATCH = 40  # files of one call
PLACE = re.compile(r"page (\d+) box ([\d.-]+),([\d.-]+),([\d.-]+),([\d.-]+)$")
COLUMNS = ["right", "null", "said", "WRONG", "HURT", "mute"]
SUMS = {"denied_total": ("applications.denied.",), "unable_total": ("applications.unable.",), "not_processed_total": ("applications.not_processed.",),
        "other_total": ("applications.other.",), "review_total": ("review_litigation.review.",),
        "suit_total": ("review_litigation.direct_suit.", "review_litigation.suit_after_review.")}
META = {"agency": "agency_name", "year": "report_year", "title": "title", "date": "dated_on"}


def records_of(program, paths):
    """{path: record, or None where there is no line}."""
    found = {path: None for path in paths}
    for start in range(0, len(paths), BATCH):
        batch = paths[start:start + BATCH]
        done = subprocess.run([program, "convert", *batch], capture_output=True, timeout=60 + 30 * len(batch))
        for line in done.stdout.decode("utf-8", "replace").splitlines():
            record = json.loads(line)
            found[str(record["source"]["path"])] = record
    by_name = {pathlib.PurePath(path).name: record for path, record in found.items() if record}
    return {path: by_name.get(pathlib.PurePath(path).name) for path in paths}


def loud(record):
    return [issue for issue in record["issues"] if issue["severity"] != "info"]


def box_of(location):
    match = PLACE.match(location or "")
    return (int(match[1]), *map(float, match.groups()[1:])) if match else None


def overlap(one, other):
    return one[0] == other[0] and one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]


class Judged:
    """What came of one painted report."""

    def __init__(self, note, record, base):
        self.note, self.record, self.counts, self.why = note, record, collections.Counter(), []
        self.has_base = base is not None
        self.before = {(issue["code"], issue["message"], issue["location"]) for issue in (base or {}).get("issues", [])}
        self.whole = len(note["affected"]) > 20
        # The digits of labels, titles and dates are in doubt too: a null anywhere needs a word only.
        self.is_everywhere = note["kind"].startswith(("text-layer", "map-of-document"))
        if record is None:
            self.fail("WRONG", "no line")
        elif record["status"] == "failed":
            code = record["error"]["code"]
            if self.whole and code == "text_undecodable":
                self.counts["null"] += len(note["affected"])
            else:
                self.fail("WRONG", f"failed: {code}")
        else:
            self.evidence = evidence_in(record)
            self.judge()

    def fail(self, column, why):
        self.counts[column] += 1
        self.why.append(why)

    def judge(self):
        note, have = self.note, cells_in(self.record)
        sees = dict(note["cells"])
        if note["said"] != "document":
            sees[note["cell"]] = note["sees"]["value"]
        affected = set(note["affected"])
        if self.is_everywhere:
            affected |= set(sees)
        for name in dict.fromkeys([*sees, *have]):
            value, wanted = have.get(name), sees.get(name)
            is_touched = name in affected or name == note["cell"]
            if are_equal(value, wanted):
                if is_touched:
                    self.counts["right"] += 1
            elif not is_touched:
                self.fail("HURT", f"{name} is {value}, printed {wanted}")
            elif value is not None:
                if self.is_told(name):
                    self.counts["said"] += 1
                else:
                    self.fail("WRONG", f"{name} is {value}, a reader sees {wanted}")
            elif self.evidence.get(name, ("",))[0] == "blank" and wanted is not None:
                self.fail("WRONG", f"{name} is blank, a reader sees {wanted}")
            elif self.is_told(name):
                self.counts["null"] += 1
            else:
                self.fail("WRONG", f"{name} is null without an issue, a reader sees {wanted}")
        self.judge_sums(sees, have)
        for key, field in META.items():
            is_lost = self.is_everywhere and (self.record[field] is None or key in ("title", "agency"))
            if not are_equal(self.record[field], note["meta"][key]) and not is_lost:
                self.fail("HURT", f"{field} is {self.record[field]}")
        if (note["said"] and self.counts["right"] and not self.counts["WRONG"] and not self.is_said()):
            self.fail("mute", "nothing is said about it")

    def judge_sums(self, sees, have):
        """A derived sum is null, or that of what a reader sees."""
        derived = self.record["annual_report"]["derived"] or {}
        for field, beginnings in SUMS.items():
            members = [name for name in sees if name.startswith(beginnings) and not name.endswith(".total")]
            is_odd = any(have.get(name) is not None and not are_equal(have[name], sees[name]) for name in members)
            wanted = sum(sees[name] or 0 for name in members)
            if derived.get(field) is not None and derived[field] != wanted and not is_odd:
                self.fail("WRONG", f"derived.{field} is {derived[field]}, not {wanted}")

    def is_told(self, name):
        """Whether a warning or an error stands at that cell."""
        if self.note["kind"] == "text-layer" or self.is_everywhere and name not in self.note["affected"]:
            return bool(loud(self.record))
        return any(self.is_at(issue, name) for issue in loud(self.record))

    def is_at(self, issue, name):
        location = issue["location"]
        own = self.evidence.get(name, (None, None, None))[2]
        table = name.split(".")[0]
        if self.whole and issue["severity"] == "error" and (table in issue["message"] or issue["code"] == "table_unreadable"):
            return True
        if "location" in self.note:
            return location is not None and location in (own, self.note["location"] if name == self.note["cell"] else None)
        box = box_of(location)
        if box is None:
            return False
        places = [place for place in (box_of(own), tuple(self.note["boxes"].get(name) or ()) or None) if place]
        # One that covers half a page stands at no cell of it.
        high = max((place[4] - place[2] for place in places), default=0)
        return box[4] - box[2] <= max(60, 3 * high) and any(overlap(box, place) for place in places)

    def is_said(self):
        """Whether the record says a word about what was painted."""
        new = [issue for issue in self.record["issues"] if (issue["code"], issue["message"], issue["location"]) not in self.before]
        if self.note["kind"] == "text-layer":
            return self.record["extraction"]["method"] == "ocr"
        if self.note["said"] == "document":
            words = self.note["words"]
            return any(not words or any(word in issue["message"] or word in issue["code"] for word in words) for issue in new)
        return any(self.is_at(issue, self.note["cell"]) or self.has_base and not issue["location"] for issue in new)


def painted(options, notes):
    paths = [str(path) for path, _ in notes]
    records = records_of(options.program, paths)
    bases = {}
    if options.base:
        sources = sorted({str(options.base / note["source"]) for _, note in notes})
        bases = {pathlib.PurePath(path).name: record for path, record in records_of(options.program, sources).items()}
    table, files, failed = collections.defaultdict(collections.Counter), collections.Counter(), []
    for path, note in notes:
        judged = Judged(note, records[str(path)], bases.get(note["source"]))
        table[note["kind"]].update(judged.counts)
        files[note["kind"]] += 1
        if judged.why:
            failed.append((path, note, judged))
    print(f"{'kind':30} files " + " ".join(f"{column:>6}" for column in COLUMNS))
    total = collections.Counter()
    for kind, counts in table.items():
        total.update(counts)
        print(f"{kind:30} {files[kind]:5} " + " ".join(f"{counts[column] or '·':>6}" for column in COLUMNS))
    print(f"{'all':30} {sum(files.values()):5} " + " ".join(f"{total[column]:>6}" for column in COLUMNS))
    if options.list:
        for path, note, judged in failed:
            more = f" (and {len(judged.why) - 4} more)" if len(judged.why) > 4 else ""
            print(f"{path.name}: {note['detail'] or note['kind']}: {'; '.join(judged.why[:4])}{more}")
    return total["WRONG"] or total["HURT"] or options.said and total["mute"]


def clean(options, truths):
    allowed = set(filter(None, options.allow.split(",")))
    records = records_of(options.program, [str(path) for path, _ in truths])
    table, complaints = collections.defaultdict(collections.Counter), []
    for path, truth in truths:
        record, found = records[str(path)], []
        if record is None or record["status"] == "failed":
            found.append("no record" if record is None else f"failed: {record['error']['code']}")
        else:
            have = cells_in(record)
            found += [f"{name} is {have.get(name)}, printed {truth['cells'].get(name)}" for name in dict.fromkeys([*truth["cells"], *have])
                      if not are_equal(have.get(name), truth["cells"].get(name))]
            found += [f"{field} is {record[field]}, printed {truth[key]}" for key, field in META.items() if not are_equal(record[field], truth[key])]
            found += [f"{issue['code']}: {issue['message'][:90]} ({issue['location']})" for issue in loud(record) if issue["code"] not in allowed]
            found += [f"{issue['message'][:90]} ({issue['location']})" for issue in record["issues"] if "as a watermark" in issue["message"]]
            if record["extraction"]["method"] != "native":
                found.append(f"method {record['extraction']['method']}")
            table[truth["producer"]]["cells"] += len(truth["cells"])
        table[truth["producer"]].update(files=1, clean=not found)
        complaints += [f"{path.name}: {line}" for line in found]
    print(f"{'producer':22} files clean  cells")
    for producer, counts in [*sorted(table.items()), ("all", sum(table.values(), collections.Counter()))]:
        print(f"{producer:22} {counts['files']:5} {counts['clean']:5} {counts['cells']:6}")
    infos = collections.Counter(issue["code"] for record in records.values() if record for issue in record["issues"] if issue["severity"] == "info")
    print("infos: " + ", ".join(f"{code} {count}" for code, count in infos.most_common()))
    for line in complaints[:None if options.list else 40]:
        print(line)
    return complaints


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("dir", type=pathlib.Path)
    parser.add_argument("--clean", action="store_true")
    parser.add_argument("--allow", default="", help="codes that are no complaint")
    parser.add_argument("--base", type=pathlib.Path)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--said", action="store_true")
    options = parser.parse_args()
    notes = [(path, json.loads(path.with_suffix(".json").read_text())) for path in sorted(options.dir.iterdir()) if path.suffix in (".pdf", ".docx")]
    if not notes:
        sys.exit(f"nothing in {options.dir}")
    sys.exit(1 if (clean if options.clean else painted)(options, notes) else 0)


if __name__ == "__main__":
    main()
