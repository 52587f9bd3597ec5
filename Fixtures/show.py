#!/usr/bin/env python3
"""Shows records.jsonl as a table: one line a record, for people who want to see what came out.

usage: show.py RECORDS.jsonl
"""
import json
import sys
import unicodedata


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def cell(value, columns):
    text = "-" if value is None else str(value)
    while width(text) > columns:
        text = text[:-2] + "…" if text.endswith("…") else text[:-1] + "…"
    return text + " " * (columns - width(text))


def row(record):
    report = record["annual_report"] or {}
    applications = report.get("applications") or {}
    checks, error = record["checks"], record["error"]
    what = error["code"] if error else record["kind"]
    yield record["source"]["path"], 44
    yield record["status"], 7
    yield what, 18
    yield record["agency_name"], 30
    yield record["report_year"], 4
    yield record["edition"], 6
    yield (applications.get("new_received") or {}).get("total"), 6
    yield (applications.get("granted") or {}).get("total"), 7
    yield f"{checks['passed']}/{checks['passed'] + checks['failed']}" if report else None, 7
    yield len(record["issues"]), 6


HEAD = ["input", "status", "kind or error", "agency", "year", "form", "asked", "granted", "checks", "issues"]

if __name__ == "__main__":
    records = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    if records:
        widths = [columns for _, columns in row(records[0])]
        print("  ".join(cell(name, columns) for name, columns in zip(HEAD, widths)).rstrip())
    for record in records:
        print("  ".join(cell(value, columns) for value, columns in row(record)).rstrip())
    print(f"\n{len(records)} records in {sys.argv[1]}")
