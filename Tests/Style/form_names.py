#!/usr/bin/env python3
"""Fails where a row or column of the form is named outside of the form's data (Sources/Parsing/NationalForm)."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FORM = ROOT / "Sources/Parsing/NationalForm"
# Ids that are words of other things too: a status, a tally, a key.
WORDS = {"partial", "other", "total", "rules", "published", "review", "made", "business", "research"}


def main():
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(FORM.glob("*Form.swift")))
    ids = set(re.findall(r'\b(?:row|column)\(\s*"([a-z_.]+)"', text))
    if len(ids) < 50:
        sys.exit(f"only {len(ids)} rows and columns found in {FORM.relative_to(ROOT)}")
    names = "|".join(re.escape(each) for each in sorted(ids - WORDS, key=len, reverse=True))
    tables = "active_disclosure|applications|review_litigation"
    named = re.compile(rf'"(?:(?:{tables})\.[a-z_.]+|(?:{names})(?:\.[a-z_]+)?)"')
    found = False
    for path in sorted((ROOT / "Sources").rglob("*.swift")):
        if path.is_relative_to(FORM):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            code = line.split("//")[0]
            if match := named.search(code):
                found = True
                print(f"{path.relative_to(ROOT)}:{number}: {match.group()} is named outside of NationalForm")
    sys.exit(found)


if __name__ == "__main__":
    main()
