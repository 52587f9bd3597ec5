#!/usr/bin/env python3
"""A worker that does as the real one, but for requests whose path says otherwise.

die: it kills itself; die-once: only the first of all workers does; hang: it never answers; babble: it answers what is no record;
memory: it ends as one does that has met its limit; mute: not even the record of a failure is answered. A member of an archive is such
where the file has been asked for from it on: `die-at-1.zip` dies after the first member. swallow: its record is lost; twice: it is
given twice, as is that of the first member of `twice-at-0.zip`; garble: it is broken.
"""

import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

real = subprocess.Popen([os.environ["TROUBLED_PROGRAM"], *sys.argv[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
for line in sys.stdin.buffer:
    request = json.loads(line)
    path = request["path"]
    if "mute" in path or ("memory" in path and "failure" not in request):
        print("Fatal: cannot allocate memory", file=sys.stderr)
        sys.exit(1)
    if "failure" not in request:
        mark = pathlib.Path(path + ".died")
        if "die-once" in path and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        elif "die" in path and not re.search("die-(once|at)", path):
            os.kill(os.getpid(), signal.SIGKILL)
        elif "hang" in path:
            time.sleep(1000)
        elif "babble" in path:
            print("what?", flush=True)
            continue
    real.stdin.write(line)
    real.stdin.flush()
    answer = real.stdout.readline()
    if "swallow" in path:
        continue
    if "garble" in path:
        answer = answer.replace(b'"status":', b'"status"', 1)
    sys.stdout.buffer.write(answer * (2 if re.search("twice(?!-at)", path) else 1))
    sys.stdout.buffer.flush()
    if b'"members":' in answer[:40]:
        start = request.get("start", 0)
        for member in range(start, start + json.loads(answer)["members"]):
            answer = real.stdout.readline()
            if f"die-at-{member}" in path:
                os.kill(os.getpid(), signal.SIGKILL)
            sys.stdout.buffer.write(answer * (2 if f"twice-at-{member}" in path else 1))
            sys.stdout.buffer.flush()
