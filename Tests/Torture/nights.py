"""Nights in which originals are emptied, cut, deleted, renamed, unmounted, restored and made error pages at random, and runs killed.

After each night: whatever record was there before and is not there now, or is a failure, no report or without tables now, was named with its whole path
in a mail, whose subject or whose run's exit status says so; and where a run stopped, nothing has changed.
"""

import json
import os
import random
import shutil
import subprocess
from signal import SIGKILL

from harness import Report, Started, fresh, in_a_mail, run, standings, unsaid

STOPPED, NOTHING = 4, 66
# A document that is no report.
TABLE = ("<html><head><title>公示</title></head><body><h1>公示第 {0} 号</h1><table border><tr><td>项目</td><td>金额</td></tr>"
         "<tr><td>道路</td><td>{0}</td></tr></table><p>特此公示。</p></body></html>")


class Originals:
    """A tree of originals, and what a disk, a person and a download do to it."""

    def __init__(self, root, source, dice):
        self.root, self.away, self.dice = root, root.with_name(root.name + "-away"), dice
        fresh(self.away).mkdir(parents=True)
        fresh(root).mkdir()
        self.content, self.renamed = {}, 0
        for number, path in enumerate(sorted(p for p in source.rglob("*") if p.is_file() and not p.name.startswith(("~", ".")))):
            target = root / f"盘{number % 4}" / path.name
            target.parent.mkdir(exist_ok=True)
            shutil.copy(path, target)
            self.content[target] = path.read_bytes()
        for number in range(6):
            target = root / f"盘{number % 4}" / f"公示{number}.html"
            target.write_text(TABLE.format(number), encoding="utf-8")
            self.content[target] = target.read_bytes()

    def files(self):
        return sorted(p for p in self.root.rglob("*") if p.is_file())

    def folders(self):
        return sorted(p for p in self.root.iterdir() if any(p.iterdir()))

    def change(self):
        """One thing that happens; what it was, for the report."""
        kinds = [self.empty, self.cut, self.delete, self.rename, self.rename, self.unmount, self.restore, self.remount, self.copy, self.page]
        return self.dice.choice(kinds)()

    def some(self):
        files = self.files()
        return self.dice.choice(files) if files else None

    def empty(self):
        if path := self.some():
            os.truncate(path, 0)
        return f"{path} emptied"

    def cut(self):
        if path := self.some():
            os.truncate(path, self.dice.randrange(path.stat().st_size + 1))
        return f"{path} cut"

    def delete(self):
        if path := self.some():
            path.unlink()
        return f"{path} deleted"

    def page(self):
        if path := self.some():
            self.renamed += 1
            path.write_text(self.dice.choice(["404 Not Found {}", "<html><body><p>系统维护中 {}</p></body></html>"]).format(self.renamed))
        return f"{path} made an error page"

    def rename(self):
        if path := self.some():
            self.renamed += 1
            odd = self.dice.choice(["", "\n", "\x1b[2J", "空 格"])
            path.rename(self.dice.choice(sorted(self.root.iterdir())) / f"改{odd}{self.renamed}{path.suffix}")
        return f"{path} renamed"

    def copy(self):
        if path := self.some():
            self.renamed += 1
            shutil.copy(path, path.with_name(f"副本{self.renamed}{path.suffix}"))
        return f"{path} copied"

    def unmount(self):
        folders = self.folders()
        if not folders:
            return "nothing to unmount"
        folder = self.dice.choice(folders)
        if (self.away / folder.name).exists():
            return f"{folder} is away already"
        folder.rename(self.away / folder.name)
        folder.mkdir()
        return f"{folder} unmounted"

    def remount(self):
        for folder in list(self.away.iterdir()):
            # What was written below the mount point meanwhile is hidden by it.
            shutil.rmtree(self.root / folder.name)
            folder.rename(self.root / folder.name)
        return "all mounted"

    def restore(self):
        path = self.dice.choice(sorted(self.content))
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(self.content[path])
        return f"{path} restored"


def mode(setting):
    report = Report("nights")
    folder = setting.corpus(60)
    dice = random.Random(setting.seed)
    tree = Originals(setting.work / "nights-in", folder / "documents", dice)
    out = fresh(setting.work / "nights-out")
    first = run(setting.command(tree.root, out), limit=300)
    report.add("the first night", [] if first.is_done else [str(first)])
    kills, stops, lost, stopped, seconds = 0, 0, 0, False, first.seconds
    for number in range(8 if setting.short else 50):
        before, held, known = standings(out), holdings(out), set(os.listdir(out / "runs"))
        records = (out / "records.jsonl").read_bytes()
        happened = [tree.change() for _ in range(dice.randrange(1, 5))]
        options = ["--checksum"] if dice.random() < 0.2 else []
        # After a night that stopped somebody looks: a disk is mounted again, or what is gone is meant to be.
        if stopped:
            if dice.random() < 0.5:
                happened.append(tree.remount())
            else:
                options.append("--allow-removal")
        faults = []
        for _ in range(dice.randrange(4) if dice.random() < 0.6 else 0):
            started = Started(setting.command(tree.root, out, *options))
            try:
                started.process.wait(dice.uniform(0, 1.1 * seconds))
            except subprocess.TimeoutExpired:
                started.signal(SIGKILL)
                kills += 1
            faults += [f"left running: {stray}" for stray in started.wait(60).strays]
        outcome = run(setting.command(tree.root, out, *options), limit=300)
        seconds = outcome.seconds
        stopped = outcome.status in (STOPPED, NOTHING)
        if not outcome.is_done and not stopped:
            faults.append(f"it ends with {outcome}")
        elif stopped and (out / "records.jsonl").read_bytes() != records and not killed_in_between(out, known):
            faults.append("it stopped, and the records changed")
        elif not stopped:
            faults += unsaid(before, known, out) + emptied(held, known, out)
            lost += len(set(before) - set(standings(out)))
            faults += wrong_words(out, outcome)
        stops += stopped
        report.add(f"night {number}: {'; '.join(happened)}", faults)
    tree.remount()
    after = run(setting.command(tree.root, out, "--allow-removal"), limit=300)
    anew = fresh(setting.work / "nights-anew")
    run(setting.command(tree.root, anew), limit=300)
    same = (out / "records.jsonl").read_bytes() == (anew / "records.jsonl").read_bytes()
    report.add("the last night", [] if same and after.is_done else [f"not what a first night writes: {after}"])
    report.notes.append(f"{kills} runs killed, {stops} stopped, {lost} records gone")
    return report


def killed_in_between(out, known):
    """Whether a run that was killed has published before this one stopped: it was told of in its own right."""
    return any(not (out / "runs" / name / "summary.txt").exists() for name in set(os.listdir(out / "runs")) - known)


def holdings(out):
    """What each record holds by its path: a report, tables of another document, or neither."""
    with open(out / "records.jsonl", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    return {record["source"]["path"]: "report" if record["kind"] == "annual_report" else "tables" if record["tables"] else ""
            for record in records if record["status"] != "failed"}


def emptied(before, known, out):
    """Records of `before` that hold no report or no tables any more, and that no mail of these nights names: sentences."""
    after = holdings(out)
    paths = [path for path, held in before.items()
             if path in after and (held == "report" and after[path] != "report" or held == "tables" and not after[path])]
    mails = [path.read_text(encoding="utf-8").splitlines() for path in (out / "runs").glob("*/summary.txt")
             if path.parent.name not in known]
    faults = [f"{path!r} holds less, and no mail names it" for path in paths if not any(in_a_mail(path) in mail for mail in mails)]
    if paths and not any(" lost (" in mail[0] for mail in mails if mail):
        faults.append(f"{paths[:3]} hold less, and no subject says so: {[mail[0] for mail in mails]}")
    return faults


def wrong_words(out, outcome):
    """What is wrong with the subject of the last night, beside the records."""
    subject = (out / "latest" / "summary.txt").read_text(encoding="utf-8").splitlines()[0]
    summary = json.loads((out / "latest" / "summary.json").read_text(encoding="utf-8"))
    states = list(standings(out).values())
    faults = []
    counted = summary["documents"]
    for state in ("ok", "partial", "failed"):
        if counted[state] != states.count(state):
            faults.append(f"{counted[state]} documents are said to be {state}, and {states.count(state)} are")
        if state != "ok" and states.count(state) and f"{states.count(state)} {state}" not in subject:
            faults.append(f"the subject does not say {states.count(state)} {state}: {subject}")
    news = summary["news"]
    bad = counted["failed"] + counted["partial"] + counted["unbalanced"] + news["removed"] + news["lost"] + news["replaced"] + news["doubled"]
    if ("all well" in subject) != (bad == 0):
        faults.append(f"the subject is not true: {subject}")
    if outcome.status != (3 if counted["failed"] else 0):
        faults.append(f"{outcome} with {counted['failed']} failed documents")
    return faults
