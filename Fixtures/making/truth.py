"""The truth about a report in the format of the project's scorer."""

from decimal import Decimal

from form import (APPLICANT_KEYS, APPLICANTS, GROUPS, OUTCOME_KEYS, OUTCOMES, active_blocks,
                  application_rows, identities, v)
from report import cited, figures, plain


def number(value):
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral() else float(value)
    return value


def sections(report):
    roots, path = [], []
    for block in report.all_blocks():
        if block.kind in ("h", "run", "caption"):
            node = {"number": block.number, "heading": block.heading, "heading_raw": plain(block.text),
                    "paragraphs": 0, "tables": [], "children": []}
            path = path[:block.level - 1]
            (path[-1]["children"] if path else roots).append(node)
            path.append(node)
        elif block.kind == "p" and path:
            path[-1]["paragraphs"] += 1
        elif block.kind == "table" and path:
            path[-1]["tables"].append(block.name)
    return roots


def tables(report):
    result = {}
    names = [b.name for b in report.blocks if b.kind == "table"]
    if "active" in names:
        rows = []
        for article, headers, items in active_blocks(report.edition):
            for key, label in items:
                cells = [v(x) for x in report.active.get(key, [])]
                there = key in report.active
                rows.append({
                    "key": key, "article": article, "item": label, "columns": headers, "present": there,
                    "values": [number(c.value) for c in cells] if there else [None] * len(headers),
                    "raw": [c.raw for c in cells] if there else [None] * len(headers),
                    "units": [c.unit for c in cells] if there else [None] * len(headers)})
        result["active_disclosure"] = {"edition": report.edition, "rows": rows}
    if "applications" in names:
        rows = []
        for key, path in application_rows(report.edition, report.collapsed):
            there = key in report.applications
            cells = [v(x) for x in report.applications[key]] if there else []
            rows.append({"key": key, "path": path, "present": there,
                         "values": [number(c.value) for c in cells] if there else [None] * 7,
                         "raw": [c.raw for c in cells] if there else [None] * 7})
        columns = [{"key": k, "label": l} for k, l in zip(APPLICANT_KEYS, APPLICANTS)]
        result["applications"] = {"columns": columns, "rows": rows}
    if "review" in names:
        cells = [v(x) for x in report.review]
        columns = [{"key": f"{g}.{o}", "path": [*path, label]} for g, path in GROUPS
                   for o, label in zip(OUTCOME_KEYS, OUTCOMES)]
        missing = 15 - len(cells)
        result["review_litigation"] = {
            "columns": columns, "values": [number(c.value) for c in cells] + [None] * missing,
            "raw": [c.raw for c in cells] + [None] * missing}
    return result


def truth(report, file):
    prose = [b.text for b in report.all_blocks() if b.kind in ("p", "run", "h", "right")]
    names = [b.name for b in report.blocks if b.kind == "table"]
    marked, section = [], None
    for block in report.all_blocks():
        if block.kind in ("h", "run", "caption"):
            section = block.heading
        if block.kind in ("p", "run"):
            marked += [{"label": None, "value": number(x), "unit": unit, "section": section, "quote": printed}
                       for printed, x, unit in figures(block.text)]
    title = report.title or "".join(report.title_lines).replace(" ", "")
    region = {"stated": None, "province": None, "prefecture": None, "county": None} | report.region
    return {
        "file": file, "about": report.about, "agency": report.agency, "compiled_by": report.compiled_by,
        "region": region, "year": report.year, "edition": report.edition, "title": title,
        "title_lines": report.title_lines,
        "period": {"start": report.period[0], "end": report.period[1]} if report.period else None,
        "date": report.date, "signature": report.signature, "disclosure_note": report.note,
        "contacts": report.contacts or None, "sections": sections(report), "tables": tables(report),
        "identities": identities(report.edition, report.collapsed,
                                 report.applications if "applications" in names else None,
                                 report.review if "review" in names else None),
        "cited": cited([plain(t) for t in prose], report.numbers), "figures": marked}
