"""Two runs at once, and inputs that change while they are read."""

import os
import random
import shutil
import signal
import threading
import time

from harness import Reference, Report, Started, fresh, run


def two(setting):
    report = Report("two")
    folder = setting.corpus(2000, "docx=60,pdf=30,text=9,hostile=1")
    source = folder / "documents"
    reference = setting.undisturbed(folder)
    dice = random.Random(setting.seed)
    out = setting.work / "two-out"
    for number in range(2 if setting.short else 10):
        fresh(out)
        holder = Started(setting.command(source, out))
        # Two files in the state: the lock is taken and work has begun. There it is halted, so that it holds the lock.
        while holder.process.poll() is None and (not (out / "state").exists() or len(os.listdir(out / "state")) < 2):
            time.sleep(0.002)
        time.sleep(dice.uniform(0, min(0.2, reference.outcome.seconds / 4)))
        holder.signal(signal.SIGSTOP)
        if holder.process.poll() is not None:
            report.add(f"number {number}", [f"the holder is gone already: {holder.wait()}"])
            continue
        second = run(setting.command(source, out))
        faults = [*second.strays]
        if second.status != 75:
            faults.append(f"not 75: {second}")
        if second.seconds > 1 * setting.slack:
            faults.append(f"it took {second.seconds:.1f} s to leave")
        if str(holder.pid) not in second.errors:
            faults.append(f"the message does not name process {holder.pid}: {second}")
        waiting = Started(setting.command(source, out, "--wait"))
        holder.before.add(waiting.pid)
        time.sleep(0.3)
        if waiting.process.poll() is not None and holder.process.poll() is None:
            faults.append(f"--wait does not wait: {waiting.wait()}")
        if number % 2:
            holder.signal(signal.SIGKILL)
        holder.signal(signal.SIGCONT)
        faults += holder.wait(600).strays
        after = waiting.wait(600)
        if after.status != reference.outcome.status:
            faults.append(f"the one that waited: {after}")
        report.add(f"number {number}, holder {'killed' if number % 2 else 'ended'}",
                   faults + after.strays + reference.faults_of(out))
    return report


class Mutator(threading.Thread):
    """Changes a tree until it is stopped: appends, truncates, replaces, deletes, renames.

    One file stays: a tree without any is another matter, and ends a run with 66.
    """

    STAYS = "留下.txt"

    def __init__(self, root, dice, pause):
        super().__init__(daemon=True)
        self.root, self.dice, self.pause, self.is_over = root, dice, pause, False
        self.done = 0
        (root / self.STAYS).write_text("留下", encoding="utf-8")

    def run(self):
        while not self.is_over:
            files = [p for p in self.root.rglob("*") if p.is_file() and p.name != self.STAYS]
            for _ in range(20):
                if self.is_over or not files:
                    break
                try:
                    self.change(self.dice.choice(files), self.dice.choice(files))
                    self.done += 1
                except OSError:
                    pass  # it was renamed away before
                time.sleep(self.pause)

    def change(self, path, other):
        action = self.dice.randrange(6)
        if action == 0:
            with open(path, "ab") as file:
                file.write(b"\n\xe5\xa4\x9a")
        elif action == 1:
            os.truncate(path, self.dice.randrange(path.stat().st_size + 1))
        elif action == 2:
            new = path.with_name(f".new-{path.name}")
            shutil.copy2(other, new)
            os.replace(new, path)
        elif action == 3:
            path.unlink()
        elif action == 4:
            os.rename(path, path.with_name(f"r{self.dice.randrange(1_000_000)}{path.suffix}"))
        else:  # in place and of the same size
            content = bytearray(path.read_bytes())
            if content:
                content[self.dice.randrange(len(content))] ^= 1 << self.dice.randrange(8)
                with open(path, "r+b") as file:
                    file.write(content)


def mutate(setting):
    report = Report("mutate")
    folder = setting.corpus(500, "docx=60,pdf=30,text=9,hostile=1")
    for number in range(1 if setting.short else 10):
        dice = random.Random(setting.seed + number)
        source, out = fresh(setting.work / "mutate-in"), fresh(setting.work / "mutate-out")
        shutil.copytree(folder / "documents", source)
        mutator = Mutator(source, dice, 0.02)
        mutator.start()
        faults = []
        for _ in range(2):
            # Of a few documents the mutator may take most, which is meant here.
            outcome = run(setting.command(source, out, "--allow-removal"), limit=600)
            if not outcome.is_done or outcome.strays:
                faults.append(f"beside the changes: {outcome} {outcome.strays}")
        mutator.is_over = True
        mutator.join()
        reference = Reference(setting, source, f"mutate-{number}", ("--allow-removal",))
        report.add(f"number {number}, {mutator.done} changes", faults + reference.rerun(out))
        shutil.rmtree(reference.out)
    return report
