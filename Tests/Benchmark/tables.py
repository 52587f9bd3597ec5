"""What was measured, as tables of Markdown, and their place in docs/speed.md."""

import datetime
import os
import pathlib
import platform
import re
import subprocess

import comparisons
import peers
from measuring import MIB

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs/speed.md"
MEASURES = {"cpu": "CPU", "wall": "time", "peak": "memory"}


def output_of(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    return done.stdout + done.stderr


def conditions(program, load, rounds=None, with_peers=False):
    """When, where and with what, in one paragraph."""
    model = next(line.partition(":")[2].strip() for line in open("/proc/cpuinfo") if line.startswith("model name"))
    poppler = re.search(r"version (\S+)", output_of("pdftotext", "-v"))[1]
    libraries = ", ".join(f"{name} {output_of('pkg-config', '--modversion', name).strip()}" for name in ("libxml-2.0", "libzip"))
    others = ", ".join(f"{name} {version}" for name, version in sorted(peers.versions().items())
                       if name in {peers.PACKAGES.get(name, name) for name in peers.READERS})
    return (f"{datetime.date.today().isoformat()}, {os.cpu_count()} cores of {model}, {platform.system()} {platform.release()}, "
            f"load {load:.2f} before the start. "
            + (f"{rounds} rounds, each with one run of every command. " if rounds else "")
            + f"{output_of(program, '--version').strip()}; poppler {poppler}, {libraries}{', ' + others if others and with_peers else ''}.")


def amount(of, value):
    return {"speed": lambda: f"{value / 1e6:.0f} MB/s", "peak": lambda: f"{value / MIB:.0f} MiB"}[of]()


def ratio_rows(measured):
    """A row for each target: [documents, what is held against what, ratio, target, verdict]."""
    for comparison, _, contenders in measured:
        for target in comparison.targets:
            found = comparisons.outcome(target, contenders)
            if not found:
                continue
            value, low, high, is_met = found
            name = "" if target.ours == "gongkai convert" else f"`{target.ours}`: "
            if not target.other:
                shown, bound = amount(target.of, value), amount(target.of, target.bound)
                sign = "≥" if target.of == "speed" else "<"
                what = "text a second of CPU" if target.of == "speed" else "peak memory of a process"
            else:
                span = "" if low == high else f" ({low:.2f}–{high:.2f})"
                shown, bound = f"{value:.2f}{span}", target.bound and f"{target.bound:g}"
                sign = "≥" if target.is_faster else "<" if target.of == "peak" else "≤"
                measure = MEASURES[target.of]
                what = f"{name}{measure} of {target.other}, in ours" if target.is_faster else f"{name}{measure} in that of {target.other}"
            verdict = "" if target.bound is None else "met" if is_met else "**missed**"
            yield [comparison.title, what, shown, f"{sign} {bound}" if target.bound else "", verdict]


def cost_rows(measured):
    for comparison, documents, contenders in measured:
        for contender in contenders:
            scale, unit = (1, "pages") if documents.paths[0].endswith(".pdf") else (1000, "KB")
            yield [comparison.title, contender.name, str(contender.documents),
                   f"{contender.content / contender.documents / scale:,.0f} {unit}",
                   milliseconds(contender.median("cpu")), milliseconds(contender.median("wall")),
                   f"{contender.speed:,.0f} pages" if unit == "pages" else f"{contender.speed / 1e6:,.1f} MB",
                   f"{contender.peak / MIB:.0f}"]


def milliseconds(seconds):
    value = seconds * 1000
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def markdown(head, rows, numbers):
    """A table; the columns from `numbers` on are aligned to the right."""
    rows, titles = list(rows), head
    ruler = ["---:" if i >= numbers else "---" for i in range(len(titles))]
    out, last = [], None
    for row in rows:
        out.append([row[0] if row[0] != last else "", *row[1:]])
        last = row[0]
    return "\n".join("| " + " | ".join(row) + " |" for row in [titles, ruler, *out])


def share_rows(shares):
    """A row for each set of PDFs as printed: which share of its pages our own reader took."""
    for title, (taken, pages) in shares:
        share = taken / pages
        yield [title, f"of {pages} pages, taken by our own reader", f"{share:.1%}", f"≥ {comparisons.OWN_SHARE:.0%}",
               "met" if share >= comparisons.OWN_SHARE else "**missed**"]


def page(measured, runs, missing, told, shares=()):
    """The tables with what has to be said beside them."""
    parts = [f"Measured {told}"]
    parts.append(markdown(["over", "what", "median (least–most)", "target", ""], [*ratio_rows(measured), *share_rows(shares), *runs], 5))
    parts.append(markdown(["over", "by", "documents", "size", "CPU ms each", "ms each", "a second of CPU", "peak MiB"],
                          cost_rows(measured), 2))
    parts.append("The size of a docx is that of its `document.xml`. CPU is user and system time of all processes, from start to end; of "
                 "Python's libraries and pandoc's driver the start and the imports are not counted. Peak is the largest process. The "
                 "PDFs as printed are copies of those in Fixtures/pdf and Tests/Benchmark/pdf, of 4 to 30 pages and both forms; the "
                 "generated ones have no fonts, which spares `pdftotext` work.")
    if missing:
        parts.append(f"Not installed, so not measured: {', '.join(missing)}.")
    return "\n\n".join(parts) + "\n"


def put_into_page(name, text):
    """Replaces what stands between the marks `<!-- name:begin -->` and `<!-- name:end -->`."""
    begin, end = f"<!-- {name}:begin -->\n", f"<!-- {name}:end -->\n"
    before, mark, rest = PAGE.read_text().partition(begin)
    _, closing, after = rest.partition(end)
    if not mark or not closing:
        raise SystemExit(f"docs/speed.md has no marks {begin.strip()} and {end.strip()}")
    PAGE.write_text(before + begin + text + end + after)
