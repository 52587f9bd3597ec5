"""Kills the run at every call that touches a file, or lets that call fail: `strace -e inject` at the N-th call, for every N."""

import collections
import concurrent.futures
import errno
import os
import re
import shutil
import subprocess

from harness import Report, fresh, run, standings, unsaid

# What changes a disk, and openat, which may create. The order in which they are tried.
CALLS = ["write", "pwrite64", "writev", "openat", "rename", "renameat", "renameat2", "link", "linkat", "unlink",
         "unlinkat", "fsync", "fdatasync", "ftruncate", "mkdir", "mkdirat", "symlink", "symlinkat", "fallocate",
         "copy_file_range", "sendfile"]
KNOWN = CALLS + ["clone", "clone3", "vfork", "fork", "execve"]
LINE = re.compile(r"^(\d+) +(\w+)\(")
SPAWNED = re.compile(r"(?:clone3?|vfork|fork)\(.*CLONE_THREAD.*?\) = (\d+)$|resumed>.*CLONE_THREAD.*= (\d+)$")


# Follows the parent's threads and lets go of the programs that it starts.
PARENT_ONLY = ["-f", "-b", "execve"]


def counted(setting, source, out):
    """How often the parent makes each call, on the thread that makes it most often; how many children it has."""
    log = setting.work / "count.strace"
    subprocess.run(["strace", "-f", "-qq", "-o", log, "-e", "trace=" + ",".join(KNOWN),
                    *setting.command(source, out)], stdin=subprocess.DEVNULL, capture_output=True, timeout=1800)
    main, threads, counts = None, set(), collections.defaultdict(collections.Counter)
    with open(log, errors="replace") as file:
        for line in file:
            found = LINE.match(line)
            pid = int(line.split(" ", 1)[0])
            main = main or pid
            thread = SPAWNED.search(line)
            if thread and (pid == main or pid in threads):
                threads.add(int(thread[1] or thread[2]))
            if found and found[2] in CALLS:
                counts[pid][found[2]] += 1
    most = collections.Counter()
    for thread in [main, *threads]:
        most |= counts[thread]
    return most, len(set(counts) - threads - {main})


class Injection:
    """One way of disturbing every call. Instances travel to the processes that try the points."""

    def __init__(self, setting, mode, source, reference, earlier=None):
        self.setting, self.mode, self.source, self.reference, self.earlier = setting, mode, source, reference, earlier
        self.effect = "signal=KILL" if mode == "kill" else f"error={mode.upper()}"

    def try_point(self, point):
        """(point, faults, whether the call was hit)."""
        call, number, children_too = point
        name = f"{self.mode}-{'update-' if self.earlier else ''}{call}-{number}{'-children' if children_too else ''}"
        out, log = fresh(self.setting.work / name), self.setting.work / f"{name}.strace"
        if self.earlier:
            shutil.copytree(self.earlier, out, symlinks=True)
        disturbed = ["strace", "-qq", *(["-f"] if children_too else PARENT_ONLY), "-y", "-s", "0", "-o", str(log), "-e", f"trace={call}",
                     "-e", f"inject={call}:{self.effect}:when={number}", *self.setting.command(self.source, out)]
        outcome = run(disturbed, limit=300)
        text = log.read_text(errors="replace") if log.exists() else ""
        hits = [line for line in text.splitlines() if "(INJECTED)" in line]
        is_hit = bool(hits) or outcome.status in (-9, 137)
        faults = [f"left running: {stray}" for stray in outcome.strays]
        if self.mode != "kill" and is_hit:
            faults += self.judge(outcome, out, hits, children_too)
        elif outcome.is_done and not self.reference.is_right(out) and not (children_too and self.reference.is_nearly_right(out)):
            faults.append(f"{outcome} with a wrong output")
        faults += self.reference.rerun(out)
        if self.earlier:
            faults += unsaid(standings(self.earlier), set(os.listdir(self.earlier / "runs")), out)
        if faults:
            faults.insert(0, " ".join(disturbed))
            if hits:
                faults.insert(1, hits[0])
        else:
            log.unlink(missing_ok=True)
            shutil.rmtree(out, ignore_errors=True)
        return name, faults, is_hit

    def judge(self, outcome, out, hits, children_too):
        """A failed call: never a good end with a wrong output, and a message that names the file.

        Where an input could not be read, or a worker could not be spoken to, a document may have failed in a way that passes.
        """
        faults = []
        if outcome.status < 0:
            faults.append(f"it dies: {outcome}")
        text = "\n".join(hits)
        may_pass = children_too or str(self.source) in text or "<pipe:" in text
        is_ours = str(out) in text and not children_too
        if outcome.is_done and not self.reference.is_right(out) and not (may_pass and self.reference.is_nearly_right(out)):
            faults.append(f"{outcome} with a wrong output")
        if is_ours and not outcome.is_done and str(out) not in outcome.errors:
            faults.append(f"the message does not name the path: {outcome}")
        return faults


def points(counts, children_too=False):
    """(call, number, children_too) for every call that was counted, and two more for what another night may add."""
    return [(call, number, children_too) for call in CALLS if counts[call] for number in range(1, counts[call] + 3)]


def sampled(found, most):
    return found if len(found) <= most else [found[i * len(found) // most] for i in range(most)]


def tried(injection, report, todo):
    hit = 0
    with concurrent.futures.ProcessPoolExecutor(injection.setting.jobs) as pool:
        for name, faults, is_hit in pool.map(injection.try_point, todo):
            hit += is_hit
            report.add(name, faults)
    return hit


def mode(setting, name):
    report = Report(name)
    folder = setting.corpus(60)
    source = folder / "documents"
    reference = setting.undisturbed(folder)
    report.add("undisturbed", reference.faults)
    counts, programs = counted(setting, source, fresh(setting.work / f"{name}-counted"))
    injection = Injection(setting, name, source, reference)
    todo = points(counts)
    if setting.short:
        todo = sampled(todo, 6)
    hit = tried(injection, report, todo)
    report.notes.append(f"{hit} of {sum(counts.values())} calls of the parent hit")
    # Here the N-th calls of workers and of their children are hit too.
    more = points(counts, children_too=True)
    if not setting.unsampled:
        more = sampled(more, 1 if setting.short else 60)
    report.notes.append(f"{tried(injection, report, more)} with {programs} children hit too")
    if not setting.short:
        half = earlier_output(setting, source, name)
        update = Injection(setting, name, source, reference, half)
        counts, _ = counted(setting, source, shutil.copytree(half, setting.work / f"{name}-update-counted", symlinks=True))
        report.notes.append(f"{tried(update, report, points(counts))} in a run that updates")
    return report


def earlier_output(setting, source, name):
    """The output of a run over an older state of the tree: files missing, changed, and some that are gone since."""
    if (source, "earlier") in setting.known:
        return setting.known[source, "earlier"]
    older = fresh(setting.work / f"{name}-older")
    shutil.copytree(source, older / "documents")
    files = sorted(p for p in (older / "documents").rglob("*") if p.is_file())
    for path in files[::3]:
        path.unlink()
    for path in files[1::6]:
        path.write_text("旧版\n")
    (files[2].parent / "后来删除.txt").write_text("不再有的文件\n")
    shutil.copy(source.parent / "expected.jsonl", older)
    out = fresh(setting.work / f"{name}-earlier")
    run(setting.command(older / "documents", out), limit=600)
    setting.known[source, "earlier"] = out
    return out
