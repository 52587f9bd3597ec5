"""Ends the run, or one of its workers, at random moments."""

import random
import signal
import time

from harness import Report, Started, children, fresh, kill, leftovers


def mode(setting):
    report = Report("random")
    kills, stops = (3, 2) if setting.short else (100, 50)
    folder = setting.corpus(2000, "docx=60,pdf=30,text=9,hostile=1")
    source = folder / "documents"
    reference = setting.undisturbed(folder)
    report.add("undisturbed", reference.faults)
    dice = random.Random(setting.seed)
    full = reference.outcome.seconds
    disturbed(setting, report, reference, source, kills, lambda: (signal.SIGKILL, dice.uniform(0, full)), dice)
    disturbed(setting, report, reference, source, stops,
              lambda: (dice.choice([signal.SIGTERM, signal.SIGINT]), dice.uniform(0.02, full)), None)
    return report


def disturbed(setting, report, reference, source, count, choose, worker_dice):
    """Starts the run again and again on one output, each time cut off, until it gets through; then starts anew."""
    out = fresh(setting.work / "random-out")
    for number in range(count):
        signal_number, delay = choose()
        point = f"{signal.Signals(signal_number).name} after {delay:.2f} s, number {number}"
        started = Started(setting.command(source, out))
        is_alive = wait_killing(started, delay, worker_dice)
        if is_alive:
            started.signal(signal_number)
        stopped = time.monotonic()
        outcome = started.wait(60)
        faults = [f"left running: {stray}" for stray in outcome.strays]
        if is_alive and signal_number != signal.SIGKILL:
            took = time.monotonic() - stopped
            faults += leftovers(out)
            if outcome.status not in (128 + signal_number, -signal_number) and not reference.is_right(out):
                faults.append(f"it does not stop as told: {outcome}")
            if took > 5 * setting.slack:
                faults.append(f"it took {took:.1f} s to stop")
        elif not is_alive and not outcome.is_done:
            faults.append(f"it ends by itself: {outcome}")
        if outcome.is_done or number == count - 1:
            faults += reference.rerun(out)
            fresh(out)
        report.add(point, faults)


def wait_killing(started, seconds, dice):
    """Waits, with `dice` killing a worker now and then; whether the program is still running."""
    end = time.monotonic() + seconds
    next_victim = time.monotonic() + (dice.expovariate(0.5) if dice else seconds + 1)
    while time.monotonic() < end:
        if started.process.poll() is not None:
            return False
        if time.monotonic() > next_victim:
            workers = children(started.pid)
            if workers:
                kill(dice.choice(workers))
            next_victim = time.monotonic() + dice.expovariate(0.5)
        time.sleep(0.005)
    return started.process.poll() is None
