"""Runs the program, finds what it leaves behind, and compares what it wrote with an undisturbed run."""

import ctypes
import dataclasses
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time

PR_SET_CHILD_SUBREAPER = 36
DONE = (0, 3)


@dataclasses.dataclass
class Setting:
    """What all modes share."""

    program: list  # argv in front of `run`
    work: pathlib.Path  # a folder of our own
    short: bool
    seed: int
    jobs: int  # points tried at a time
    slack: float  # what time limits are multiplied by on a slow machine
    unsampled: bool = False
    known: dict = dataclasses.field(default_factory=dict)  # undisturbed runs by corpus

    def corpus(self, documents, mix="docx=52,pdf=26,text=14,hostile=8"):
        """The folder of a corpus, made once; a small one of small documents for the short form."""
        import corpus
        if self.short:
            documents, mix = min(documents, 7), "text=50,docx=25,pdf=17,hostile=8"
        folder = self.work / f"corpus-{documents}-{mix.replace(',', '-').replace('=', '')}"
        if not (folder / "expected.jsonl").exists():
            folder.mkdir()
            corpus.make(folder, documents, self.seed, mix)
        return folder

    def undisturbed(self, folder):
        """The run over a corpus that others are compared with; its records are checked, once."""
        if folder not in self.known:
            self.known[folder] = Reference(self, folder / "documents", folder.name, expected=folder)
        return self.known[folder]

    def command(self, source, out, *options):
        return [*self.program, "run", str(source), "-o", str(out), "-j", "2", "--quiet", *options]


@dataclasses.dataclass
class Outcome:
    status: int  # negative: the signal that ended it
    errors: str
    seconds: float
    strays: list  # command lines of what it left running

    @property
    def is_done(self):
        return self.status in DONE

    def __str__(self):
        return f"exit {self.status} after {self.seconds:.1f} s, {self.errors[-300:].strip()!r}"


def adopt_orphans():
    """Whatever is left running by what we start becomes our child, and can be found."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def children(pid):
    """Process ids of the children of `pid`, zombies included."""
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                fields = pathlib.Path(f"/proc/{name}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == pid:
                found.append(int(name))
    return found


def descendants(pid):
    found = []
    for child in children(pid):
        found += [child, *descendants(child)]
    return found


def shown(pid):
    try:
        line = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
        return f"{pid} {line[:120]}"
    except OSError:
        return str(pid)


class Started:
    """A program that is running."""

    def __init__(self, command, environment=None, folder=None, new_session=True):
        adopt_orphans()
        self.before = set(children(os.getpid()))
        self.output, self.messages = tempfile.TemporaryFile(), tempfile.TemporaryFile()
        self.since = time.monotonic()
        self.process = subprocess.Popen(
            [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=self.output, stderr=self.messages,
            env={**os.environ, **(environment or {})}, cwd=folder, start_new_session=new_session)
        self.pid = self.process.pid

    def signal(self, number):
        try:
            os.kill(self.pid, number)
        except ProcessLookupError:
            pass

    def wait(self, limit=120, grace=3):
        """The outcome; it is killed where it takes longer than `limit` seconds, which counts as a stray."""
        strays = []
        try:
            self.process.wait(limit)
        except subprocess.TimeoutExpired:
            strays.append(f"still running after {limit} s: {shown(self.pid)}")
            for pid in [self.pid, *descendants(self.pid)]:
                kill(pid)
            self.process.wait()
        seconds = time.monotonic() - self.since
        strays += self.strays(grace)
        self.messages.seek(0)
        return Outcome(self.process.returncode, self.messages.read().decode(errors="replace"), seconds, strays)

    def strays(self, grace):
        """What is still running `grace` seconds after the program ended; it is killed then."""
        end = time.monotonic() + grace
        while True:
            left = []
            for pid in set(children(os.getpid())) - self.before - {self.pid}:
                try:
                    if os.waitpid(pid, os.WNOHANG) == (0, 0):
                        left.append(pid)
                except ChildProcessError:
                    pass
            if not left or time.monotonic() > end:
                break
            time.sleep(0.02)
        names = [shown(pid) for pid in left]
        for pid in left:
            for each in [pid, *descendants(pid)]:
                kill(each)
        return names


def kill(pid, number=signal.SIGKILL):
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        pass


def run(command, limit=120, grace=3, **options):
    return Started(command, **options).wait(limit, grace)


TEMPORARY = re.compile(r"\.tmp|\.part$|\.temp$")


class Reference:
    """What an undisturbed run over a tree writes, and how it ends."""

    def __init__(self, setting, source, name, options=(), expected=None):
        self.setting, self.source, self.options = setting, source, options
        self.out = setting.work / f"reference-{name}"
        self.outcome = run(setting.command(source, self.out, *options), limit=3600)
        if not self.outcome.is_done:
            raise SystemExit(f"the undisturbed run itself fails: {self.outcome}")
        self.faults = [*self.outcome.strays]
        if expected:
            import corpus
            self.faults += corpus.check(expected, self.out / "records.jsonl")
        self.files = {name: (self.out / name).read_bytes() for name in ("records.jsonl", "failures.csv")}
        self.shape, self.bytes = shape(self.out)

    def faults_of(self, out, is_after_damage=False):
        """What is wrong with the output in `out`, as sentences; empty where it is right."""
        found = []
        for name, content in self.files.items():
            try:
                written = (out / name).read_bytes()
            except OSError as error:
                found.append(f"{name}: {error.strerror}")
                continue
            if written != content:
                found.append(f"{name} differs: {difference(content, written)}")
        found += leftovers(out)
        try:
            json.loads((out / "latest" / "summary.json").read_text())
        except (OSError, ValueError) as error:
            found.append(f"latest/summary.json: {error}")
        if not is_after_damage:
            names, size = shape(out)
            # Between two publications there are two files of lines.
            if set(names) != set(self.shape) or len(names) > len(self.shape) + 1:
                found.append(f"the state holds {names} and not {self.shape}")
            if size > 2 * self.bytes + (256 << 10):
                found.append(f"the state grew to {size} bytes from {self.bytes}")
        return found

    def rerun(self, out, limit=600):
        """What is wrong after one more, undisturbed run into `out`."""
        outcome = run(self.setting.command(self.source, out, *self.options), limit)
        found = [f"left running: {stray}" for stray in outcome.strays]
        if outcome.status != self.outcome.status:
            found.append(f"the rerun ends with {outcome} and not {self.outcome.status}")
        return found + self.faults_of(out)

    def is_right(self, out):
        return all((out / name).exists() and (out / name).read_bytes() == content for name, content in self.files.items())

    def is_nearly_right(self, out):
        """Whether only such records are other ones as failed in a way that may pass by itself."""
        wanted = self.files["records.jsonl"].splitlines()
        try:
            written = (out / "records.jsonl").read_bytes().splitlines()
        except OSError:
            return False
        others = [(one, json.loads(other)) for one, other in zip(wanted, written) if one != other]
        return len(wanted) == len(written) and all(
            may_pass(record) and record["source"]["path"] == json.loads(one)["source"]["path"]
            for one, record in others)


def may_pass(record):
    """Whether a run tries the document of this record again although nothing changed."""
    if record["error"]:
        return record["error"]["retryable"] or record["error"]["code"] == "backend_failed"
    return any(issue["code"] == "pdf_drawing_failed" for issue in record["issues"])


def standings(out):
    """The status of each record by its path."""
    with open(out / "records.jsonl", encoding="utf-8") as file:
        records = map(json.loads, file)
        return {record["source"]["path"]: record["status"] for record in records}


def in_a_mail(path):
    """A path as a mail writes it, on a line of its own."""
    names = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return "  " + "".join(names.get(c) or (f"\\u{{{ord(c):x}}}" if ord(c) < 32 or 126 < ord(c) < 160 else c) for c in path)


def unsaid(before, known, out):
    """Records of `before` that `out` lacks or has as failures, and that no summary names which is not in `known`: sentences."""
    after = standings(out)
    gone = [path for path, status in before.items()
            if path not in after or after[path] == "failed" and status != "failed"]
    mails = [path.read_text(encoding="utf-8").splitlines() for path in (out / "runs").glob("*/summary.txt")
             if path.parent.name not in known]
    named = {line: rest[:1] for mail in mails for line, *rest in zip(mail, mail[1:] + [""])}
    faults = [f"{path!r} is gone, and no mail names it" for path in gone if in_a_mail(path) not in named]
    # What failed before had no record to lose.
    lost = [path for path in gone if before[path] != "failed" and not named.get(in_a_mail(path), [""])[0].startswith("      -> ")]
    if lost and not any(" lost (" in mail[0] for mail in mails if mail):
        faults.append(f"{lost[:3]} are lost, and no subject says so: {[mail[0] for mail in mails]}")
    return faults


def shape(out):
    """The names in the state, their digits set aside, and its size."""
    files = [p for p in (out / "state").rglob("*") if p.is_file()]
    return sorted(re.sub(r"\d+", "N", p.name) for p in files), sum(p.stat().st_size for p in files)


def difference(wanted, found):
    """Where two JSONL or CSV contents part, in one sentence."""
    lines, others = wanted.splitlines(), found.splitlines()
    for number, (one, other) in enumerate(zip(lines, others), 1):
        if one != other:
            at = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
            start = max(0, at - 60)
            return (f"line {number} of {len(lines)}: {one[start:at + 60].decode(errors='replace')!r} became "
                    f"{other[start:at + 60].decode(errors='replace')!r}")
    return f"{len(lines)} lines became {len(others)}"


def leftovers(out):
    """A sentence where temporary files are left in `out`."""
    names = [str(p.relative_to(out)) for p in out.rglob("*") if TEMPORARY.search(p.name)]
    return [f"temporary files left: {names[:5]}"] if names else []


def fresh(folder):
    """`folder`, without whatever was there."""
    shutil.rmtree(folder, ignore_errors=True)
    return folder


@dataclasses.dataclass
class Report:
    """What a mode found: how many points it tried, and the failures with what it takes to see them again."""

    mode: str
    points: int = 0
    failures: list = dataclasses.field(default_factory=list)
    notes: list = dataclasses.field(default_factory=list)
    skipped: str = ""

    def add(self, point, faults):
        self.points += 1
        if faults:
            self.failures.append((point, faults))

    def lines(self):
        if self.skipped:
            yield f"{self.mode:10} skipped: {self.skipped}"
            return
        notes = f" ({'; '.join(self.notes)})" if self.notes else ""
        yield f"{self.mode:10} {self.points} points, {len(self.failures)} failed{notes}"
        for point, faults in self.failures[:40]:
            yield f"  {point}"
            for fault in faults[:5]:
                yield f"    {fault}"
