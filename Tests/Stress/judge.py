"""A record beside what its page shows: each cell right, null or wrong, and what a reader is told of it."""

import collections
import re

import paths  # noqa: F401
from cells import are_equal, cells_in, evidence_in
from form import APPLICANT_KEYS, APPLICANTS

COLUMNS = ["cells", "right", "null", "at", "table", "blank", "SILENT", "meta"]
META = {"title": "title", "agency": "agency_name", "year": "report_year", "date": "dated_on"}
BOX = re.compile(r"page (\d+) box ([\d.-]+),([\d.-]+),([\d.-]+),([\d.-]+)$")
REVIEW_CHECKS = {"R1": "review", "R2": "direct_suit", "R3": "suit_after_review"}
ONLY_A1 = {"new_received", "carried_in", "carried_out"}
# What says nothing of a table's cells, and what tells of a table.
OF_PROSE = re.compile(r"title|agency|year|period|date|section|parts_announced|document_number|figure_|extension_|encoding_|noise_|edition_|annotation|attachment|running_text")
OF_TABLES = ("table_", "row", "column_", "label_", "text_table", "pdf_", "docx_")


def box_of(location):
    match = BOX.match(location or "")
    return (int(match[1]), *map(float, match.groups()[1:])) if match else None


def overlap(one, other):
    return one[0] == other[0] and one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]


class Judged:
    """The cells of one record beside what its page shows."""

    def __init__(self, truth, record):
        self.truth, self.counts, self.why = truth, collections.Counter(), []
        self.record = record if record and record["status"] != "failed" else None
        self.printed, self.issues = truth["cells"], []
        self.counts["cells"] = len(self.printed)
        if self.record is None:
            # A file without a line vanished unsaid; a typed failure tells that all is null.
            kind = "null" if record else "SILENT"
            self.counts[kind] += len(self.printed)
            self.why.append((kind, "*", record["error"]["code"] if record else "no line", ""))
            return
        self.evidence = evidence_in(self.record)
        self.issues = [issue for issue in self.record["issues"] if issue["severity"] != "info" and not OF_PROSE.search(issue["code"])]
        self.failing = {(failure["id"], failure["scope"]) for failure in self.record["checks"]["failures"]}
        have = cells_in(self.record)
        for name in dict.fromkeys([*self.printed, *have]):
            self.judge(name, have.get(name), self.printed.get(name))
        for key, field in META.items():
            if self.record[field] not in (None, truth[key]):
                self.counts["meta"] += 1
                self.why.append(("meta", field, self.record[field], truth[key]))
        self.judge_errors(have)
        if self.truth.get("is_owed_a_word") and not self.issues and not self.failing:
            self.counts["SILENT"] += 1
            self.why.append(("SILENT", "*", "no word", "a table of another structure"))

    @property
    def is_right(self):
        """Whether every cell is right."""
        return self.counts["right"] == len(self.printed)

    def judge(self, name, value, wanted):
        if name not in self.printed and value is not None:
            self.counts["cells"] += 1
        if are_equal(value, wanted):
            self.counts["right"] += name in self.printed
            return
        is_at, is_of_table = self.is_at(name), self.is_of_table(name)
        if value is None:
            is_called_blank = self.evidence.get(name, ("",))[0] == "blank"
            kind = "SILENT" if not (is_at or is_of_table) else "blank" if is_called_blank and not is_at else "null"
        else:
            kind = "at" if is_at else "table" if is_of_table else "SILENT"
        self.counts[kind] += 1
        self.why.append((kind, name, value, wanted))

    def is_at(self, name):
        """Whether a failing check or an issue stands at a cell."""
        table, *row, column = name.split(".")
        row = ".".join(row)
        if table == "applications":
            checks = {("A3", row)} | ({("A1", column)} if row in ONLY_A1 | {"result_total"} else set()) | ({("A2", column)} if row not in ONLY_A1 else set())
        else:
            checks = {(check, scope) for check, scope in REVIEW_CHECKS.items() if table == "review_litigation" and scope == row}
        return bool(checks & self.failing) or any(self.stands_at(issue, name, row) for issue in self.issues)

    def stands_at(self, issue, name, row):
        if issue["code"] not in ("rows_absent", "table_missing") and re.search(rf"(?<![\w.]){re.escape(row)}(?![\w.])", issue["message"]):
            return True
        own = self.evidence.get(name, (None, None, None))[2]
        if own is None or issue["location"] is None:
            return False
        one, other = box_of(issue["location"]), box_of(own)
        if one and other:  # one that covers half a page stands at no cell of it
            return one[4] - one[2] <= max(60, 3 * (other[4] - other[2])) and overlap(one, other)
        return issue["location"] == own

    def is_of_table(self, name):
        """Whether an issue tells of the cell's table, its rows or its columns: without a place, in a text, or on a page where the table stands or goes on."""
        table = name.split(".")[0]
        own = {box[0] for key, (_, _, place) in self.evidence.items() if key.startswith(table) and (box := box_of(place))}
        def is_there(issue):
            box = box_of(issue["location"])
            return not box or not own or {box[0], box[0] - 1} & own
        return any(table in issue["message"] or issue["code"].startswith(OF_TABLES) and is_there(issue) for issue in self.issues)

    def judge_errors(self, have):
        """Every identity that the printed numbers break is named, where its cells were read as they are printed."""
        if not self.is_right:
            return
        rows = {" / ".join(row["path"]): row["key"] for row in self.truth["tables"].get("applications", {}).get("rows", [])}
        for identity in self.truth["identities"]:
            if identity["strict"] != "fails":
                continue
            scope = identity["scope"].removeprefix("applications row ").removeprefix("applications column ")
            key = REVIEW_CHECKS.get(identity["id"]) or (rows[scope] if identity["id"] == "A3" else APPLICANT_KEYS[APPLICANTS.index(scope)])
            key = "other.all" if key == "other" else key
            self.counts["broken"] += 1
            if (identity["id"], key) in self.failing:
                self.counts["named"] += 1
            else:
                self.why.append(("UNNAMED", f"{identity['id']} {key}", "", ""))
