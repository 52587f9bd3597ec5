"""What is made: for each kind of document a list of jobs, which are a function and what it is given.

A job writes documents with their truths and gives lines of what a person has to know.
"""

import contextlib
import copy
import json
import random
import shutil
import zlib

import paths  # noqa: F401
import dialects_cells  # noqa: F401
import dialects_programs
import dialects_tables  # noqa: F401
import mutations
import producers
import textforms
from browser import Browser
from cells import cells_of
from dialects import DIALECTS
from looks import Look
from printing import BATCH, Print, printed
from sources import FILLINGS, source
from styled import styled_docx
from styles import STYLES
from text import cell_lines, joined, lines_of, markdown_rows, tab_rows
from truth import truth
from webpage import webpage


def edition_of(name, turn):
    """The form of a document: the other one at the next turn, whatever else is made."""
    return ("2021", "2019")[(zlib.crc32(name.encode()) + turn) % 2]


def save(path, content, report, **facts):
    """A file and its truth."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    known = truth(report, path.name) | facts
    known["cells"] = {name: value for name, (value, _) in cells_of(known).items()}
    path.with_suffix(".json").write_text(json.dumps(known, ensure_ascii=False, indent=1))


ALWAYS = ("chromium", "libreoffice")


def prints(options, missing):
    """What is to be printed, by producer: every style by Chromium and LibreOffice, and by one of its other producers in turn."""
    found = {}
    for style in STYLES:
        names = [name for name in style.producers if name not in missing]
        if options.style not in style.name or not names:
            continue
        for number in range(options.count):
            for turn, filling in enumerate(FILLINGS):
                chosen, others = [name for name in names if name in ALWAYS], [name for name in names if name not in ALWAYS]
                place = zlib.crc32(style.name.encode()) + options.seed + number + turn
                for producer in chosen + others[place % max(1, len(others)):][:1]:
                    edition = edition_of(style.name + producer, options.seed + number + turn)
                    found.setdefault(producer, []).append(Print(style.name, producer, filling, edition, f"{options.seed}{number:02d}"))
    return found


def print_batch(job):
    out, producer, batch = job
    contents, crowded = printed(producer, batch)
    for each, content in zip(batch, contents):
        save(out / "pdf" / f"{each.name}.pdf", content, each.report(), style=each.style.name, lines=each.style.lines, producer=producer, filling=each.filling)
    return [f"text reaches over its cell in {line}" for line in crowded]


def pdf_jobs(options):
    missing = {name: what for name in BATCH if (what := producers.what_is_missing(name))}
    for name, what in missing.items():
        print(f"left out: {name}, which needs {what}")
    jobs = [(print_batch, (options.out, producer, wanted[start:start + BATCH[producer]]))
            for producer, wanted in prints(options, missing).items() for start in range(0, len(wanted), BATCH[producer])]
    return sorted(jobs, key=lambda job: -len(job[1][2]) / BATCH[job[1][1]])


def numbered(options, names, times=1):
    """(name, filling, edition, stem of the file) of everything that is made of the names, `count` times `times` of each."""
    for name in names:
        if options.style in name:
            for number in range(options.count * times):
                for turn, filling in enumerate(FILLINGS):
                    edition = edition_of(name, options.seed + number + turn)
                    yield name, filling, edition, f"{name}-{filling}-{options.seed}{number:02d}-{edition}"


def docx_jobs(options):
    missing = {need for need in set(dialects_programs.NEEDS.values()) if is_missing(need)}
    for need in missing:
        print(f"left out: the docx by {need}, which isn't installed")
    wanted = [each for each in numbered(options, DIALECTS) if dialects_programs.NEEDS.get(each[0]) not in missing]
    return [(docx_batch, (options.out, wanted[start:start + 12])) for start in range(0, len(wanted), 12)]


def docx_batch(job):
    out, batch = job
    for name, filling, edition, stem in batch:
        report = source(f"docx/{stem}", filling, edition, big=None)
        content = DIALECTS[name](report, random.Random(stem))
        save(out / "docx" / f"{stem}.docx", content, report, style=name, filling=filling)
    return []


def text_jobs(options):
    missing = {need for need in set(textforms.NEEDS.values()) if is_missing(need)}
    for need in missing:
        print(f"left out: the texts by {need}, which isn't installed")
    wanted = [each for each in numbered(options, textforms.TEXT_FORMS, times=3) if textforms.NEEDS.get(each[0]) not in missing]
    jobs = [(text_batch, (options.out, wanted[start:start + 20])) for start in range(0, len(wanted), 20)]
    if not is_missing("chromium"):
        jobs.append((browser_batch, (options.out, [*numbered(options, textforms.FROM_BROWSER, times=3)])))
    for producer in ALWAYS:
        if not is_missing(producer):
            wanted = [Print(look, producer, filling, edition, f"t{options.seed}{number:02d}")
                      for look in textforms.PDF_LOOKS if options.style in look or options.style in textforms.FROM_PDF
                      for number in range(options.count) for turn, filling in enumerate(FILLINGS) for edition in [edition_of(look + producer, options.seed + number + turn)]]
            jobs.append((pdf_text_batch, (options.out, producer, wanted)))
    return [(function, arguments) for function, arguments in jobs if arguments[-1]]


def save_text(out, stem, text, report, name, filling, **facts):
    save(out / "text" / f"{stem}{textforms.ENDINGS.get(name, '.txt')}", text.encode(), report, style=name, filling=filling, **facts)


def text_batch(job):
    out, batch = job
    for name, filling, edition, stem in batch:
        report = source(f"text/{stem}", filling, edition, big=None)
        save_text(out, stem, textforms.TEXT_FORMS[name](report, random.Random(stem)), report, name, filling)
    return []


def browser_batch(job):
    """Texts out of a browser's window."""
    out, batch = job
    with Browser() as browser:
        for name, filling, edition, stem in batch:
            report = source(f"text/{stem}", filling, edition, big=None)
            changed, expression = textforms.FROM_BROWSER[name]
            save_text(out, stem, browser.copied(changed(webpage(report, Look(page_number=None))), expression), report, name, filling)
    return []


def pdf_text_batch(job):
    """Texts out of PDFs: each PDF in all of its forms."""
    out, producer, prints = job
    contents, _ = printed(producer, prints)
    for each, content in zip(prints, contents):
        for name, extracted in textforms.FROM_PDF.items():
            save_text(out, f"{name}-{each.name}", extracted(content), each.report(), name, each.filling, look=each.style_name, producer=producer)
    return []


TEXT_ROWS = {"tabs": tab_rows, "markdown": markdown_rows, "cell-a-line": cell_lines}
# Those behind `lined` take a browser.
CARRIERS = ("docx", "tabs", "markdown", "cell-a-line", "lined", "rules", "bare", *textforms.FROM_PDF)


def mutation_jobs(options):
    wanted = [each for each in numbered(options, mutations.MUTATIONS) if each[1] == "filled"]
    return [(mutation_batch, (options.out, wanted[start:start + 12], not is_missing("chromium"))) for start in range(0, len(wanted), 12)]


def mutation_batch(job):
    """Each mutation as a docx, as texts and, where there is a browser, as PDFs with lines and without, and as texts out of these."""
    out, batch, has_browser = job
    with Browser() if has_browser else contextlib.nullcontext() as browser:
        for name, filling, edition, stem in batch:
            for carrier in CARRIERS[:None if browser else CARRIERS.index("lined")]:
                seed = f"mutation/{carrier}/{stem}"
                report = source(seed, filling, edition, big=None)
                shown = copy.copy(report)
                shown.blocks = list(report.blocks)
                mutations.MUTATIONS[name](shown, random.Random(seed))
                content, ending = carried(shown, carrier, browser)
                save(out / "mutations" / f"{carrier}-{stem}{ending}", content, report, style=name, filling="mutated", carrier=carrier,
                     is_owed_a_word=name in mutations.OWED_A_WORD)
    return []


def carried(report, carrier, browser):
    """(the bytes, the ending of the file) of a report whose tables are changed."""
    if carrier == "docx":
        return styled_docx(report, Look()), ".docx"
    if carrier in TEXT_ROWS:
        return joined(lines_of(report, TEXT_ROWS[carrier])).encode(), ".md" if carrier == "markdown" else ".txt"
    css = {"rules": "td { border-width: .5pt 0 }", "bare": "td { border: 0 }"}.get(carrier, "")
    content = browser.printed(webpage(report, Look(), css=css))[0]
    return (textforms.FROM_PDF[carrier](content).encode(), ".txt") if carrier in textforms.FROM_PDF else (content, ".pdf")


def is_missing(program):
    return bool(producers.what_is_missing(program)) if program in ("libreoffice", "chromium") else not shutil.which(program)


JOBS = {"pdf": pdf_jobs, "docx": docx_jobs, "text": text_jobs, "mutations": mutation_jobs}
