"""Stand-ins for pdftotext that misbehave, put first in PATH."""

import json
import os
import shutil

from harness import Report, fresh, run

REAL = shutil.which("pdftotext") or "/usr/bin/pdftotext"
TIMEOUT = 3
EAT = """exec /usr/bin/python3 -SE -c '
import os, sys
held = []
try:
    for _ in range(64):
        held.append(bytearray(64 << 20))
except MemoryError:
    held.clear()
    sys.stderr.write("terminate called after throwing an instance of std::bad_alloc\\n")
    sys.stderr.flush()
    os.abort()
'"""

TIMED_OUT = {"backend_timeout", "worker_timeout"}
UNUSABLE = {"backend_failed", "pdf_corrupt", "pdf_no_pages", "pdf_no_text"}
# name: (script; None for no program at all, what may become of a PDF)
CASES = {
    "missing": (None, set()),
    "hang": ("exec sleep 1000", TIMED_OUT),
    "drip": ("while :; do printf x; sleep 0.2; done", TIMED_OUT),
    "drips-messages": ("while :; do printf x >&2; sleep 0.2; done", TIMED_OUT),
    "endless": ("exec yes", {"backend_output_limit", "backend_timeout"}),
    "endless-messages": ("exec yes >&2", {"backend_output_limit", "backend_timeout"}),
    "closes-its-output": ("exec >&- 2>&-; exec sleep 1000", TIMED_OUT),
    "spins": ("while :; do :; done", TIMED_OUT),
    "stops-itself": ("kill -STOP $$; exit 0", TIMED_OUT),
    "ignores-sigterm": ("trap '' TERM HUP INT; while :; do sleep 1; done", TIMED_OUT),
    "crash": ("kill -SEGV $$", {"backend_crashed"}),
    "abort": ("kill -ABRT $$", {"backend_crashed"}),
    "killed": ("kill -KILL $$", {"backend_crashed", "backend_memory"}),
    "eats-memory": (EAT, {"backend_memory"}),
    "exit-0-nothing": ("exit 0", UNUSABLE),
    "exit-0-half": (f"'{REAL}' \"$@\" | head -c 3000", UNUSABLE | {"backend_crashed"}),
    "exit-0-rubbish": ("head -c 30000 /dev/urandom", UNUSABLE | {"text_binary"}),
    "exit-1": ("exit 1", {"pdf_corrupt"}),
    "exit-2": ("exit 2", {"backend_failed"}),
    "exit-99": ("exit 99", {"pdf_no_pages"}),
    "exit-127": ("exit 127", {"backend_missing"}),
    "not-a-program": ("\0\1\2", {"backend_missing", "backend_failed"}),
    "holds-the-pipe": (f"setsid sleep 1000 & exec '{REAL}' \"$@\"", {"ok"} | TIMED_OUT),
    "leaves-a-child": (f"(setsid sleep 1000 >/dev/null 2>&1 </dev/null &) ; exec '{REAL}' \"$@\"", {"ok"}),
    "leaves-and-hangs": ("(setsid sh -c 'trap \"\" TERM; sleep 1000; sleep 1000' >/dev/null 2>&1 </dev/null &) ; exec sleep 1000",
                         TIMED_OUT),
    "many-children": ("for i in $(seq 200); do sleep 1000 & done; wait", TIMED_OUT),
}
# Programs that fail on the first night only: the next one has to get everything right.
ONCE = {
    "pdftotext-killed-once": ("pdftotext", "kill -KILL $$"),
    "pdftotext-hangs-once": ("pdftotext", "exec sleep 1000"),
    "pdftocairo-killed-once": ("pdftocairo", "kill -KILL $$"),
    "pdftocairo-hangs-once": ("pdftocairo", "exec sleep 1000"),
}
SHORT = ["missing", "ignores-sigterm", "leaves-a-child"]


def lay_out(setting, name, script):
    """The folder that becomes PATH."""
    folder = fresh(setting.work / "fakes" / name)
    folder.mkdir(parents=True)
    for tool in ["sleep", "yes", "seq", "setsid", "head", "sh", "pdftocairo", "pdfinfo"]:
        if shutil.which(tool):
            (folder / tool).symlink_to(shutil.which(tool))
    if script is not None:
        fake = folder / "pdftotext"
        fake.write_bytes((script if script.startswith("\0") else f"#!/bin/sh\n{script}\n").encode())
        fake.chmod(0o755)
    return folder


def mode(setting):
    report = Report("fakes")
    folder = setting.corpus(10, "docx=40,pdf=40,text=20")
    source = folder / "documents"
    options = ("--timeout", str(TIMEOUT))
    # Under the usual deadline, and so is each rerun: a limit that changes makes every record anew.
    reference = setting.undisturbed(folder)
    report.add("undisturbed", reference.faults)
    right = dict(zip(paths(reference.out), reference.files["records.jsonl"].splitlines()))
    pdfs = sum(path.endswith(".pdf") for path in right)
    for name, (script, codes) in CASES.items():
        if setting.short and name not in SHORT:
            continue
        out = fresh(setting.work / "fakes-out")
        path = lay_out(setting, name, script)
        # Where the document is to come out whole, a slow machine must not run out of time.
        outcome = run(setting.command(source, out, *(() if "ok" in codes and len(codes) == 1 else options)), limit=300, grace=2, environment={"PATH": str(path)})
        faults = [f"left running: {stray}" for stray in outcome.strays]
        waves = (pdfs + 1) // 2
        # A document may be tried a second time in a fresh worker.
        most = (waves * (TIMEOUT + 2) * (2 if codes & {"worker_timeout"} else 1) + reference.outcome.seconds + 2) * setting.slack
        if outcome.seconds > most and "ok" not in codes:
            faults.append(f"it took {outcome.seconds:.1f} s and not at most {most:.1f} s")
        # What can't be run is as good as missing.
        if script is None or ("backend_missing" in codes and outcome.status == 69):
            faults += [] if outcome.status == 69 else [f"not 69: {outcome}"]
        elif not outcome.is_done:
            faults.append(f"{outcome}")
        else:
            faults += wrong_lines(out, right, codes)
        report.add(name, faults + reference.rerun(out))
    for name, (tool, script) in ONCE.items():
        if not setting.short:
            report.add(name, one_bad_night(setting, reference, source, name, tool, script))
    return report


def one_bad_night(setting, reference, source, name, tool, script):
    """A program that fails on the first night: the next night, with nothing changed, puts it right."""
    out, marks = fresh(setting.work / "fakes-out"), fresh(setting.work / "fakes-marks")
    marks.mkdir()
    folder = lay_out(setting, name, None)
    (folder / "pdftotext").symlink_to(REAL)
    (folder / tool).unlink()
    (folder / tool).write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\nif [ ! -e '{marks}/over' ]; then {script}; fi\n"
                               f"exec '{shutil.which(tool)}' \"$@\"\n")
    (folder / tool).chmod(0o755)
    environment = {"PATH": str(folder)}
    first = run(setting.command(source, out, "--timeout", str(TIMEOUT)), limit=300, environment=environment)
    (marks / "over").touch()
    second = run(setting.command(source, out, "--timeout", str(TIMEOUT)), limit=300, environment=environment)
    faults = [f"left running: {stray}" for stray in first.strays + second.strays]
    if second.status != reference.outcome.status:
        faults.append(f"the second night: {second}")
    return faults + reference.faults_of(out)


def paths(out):
    return [json.loads(line)["source"]["path"] for line in (out / "records.jsonl").read_bytes().splitlines()]


def wrong_lines(out, right, codes):
    """Records of PDFs with another outcome than `codes`, and other records that are not as always."""
    faults, seen = [], set()
    for line in (out / "records.jsonl").read_bytes().splitlines():
        record = json.loads(line)
        path = record["source"]["path"]
        seen.add(path)
        outcome = record["error"]["code"] if record["status"] == "failed" else record["status"]
        if path.endswith(".pdf"):
            if outcome not in codes:
                faults.append(f"{path}: {outcome} and not {' or '.join(sorted(codes))}")
            elif outcome == "ok" and line != right.get(path):
                faults.append(f"{path}: ok, but another record than with the real program")
        elif line != right.get(path):
            faults.append(f"{path}: no PDF, and yet its record is another")
    return faults + [f"{path}: no record" for path in sorted(set(right) - seen)]
