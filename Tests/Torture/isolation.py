"""What a run touches beside its input and its output: nothing on the network, no file, but those of the system."""

import os
import re
import subprocess
import tempfile

from harness import Report, fresh

LIBRARIES = ("/usr/", "/lib/", "/lib64/", "/bin/", "/proc/", "/sys/", "/dev/", "/opt/", "/etc/ld.so", "/etc/fonts/",
             "/etc/localtime", "/etc/ssl/openssl.cnf", "/etc/malloc.conf", "/var/cache/fontconfig/", "pipe:", "anon_inode:", "/memfd:",
             # Where LibreOffice is installed, its settings are there.
             "/etc/libreoffice/", "/var/lib/libreoffice/", "/var/spool/libreoffice/")
# The folder of a night in which LibreOffice works, which goes with its end.
SCRATCH = re.compile(re.escape(tempfile.gettempdir()) + r"/gongkai-\w{6}(/|$)")
WRITABLE = ("/dev/null", "/dev/tty", "/dev/stdin", "/memfd:", "pipe:", "anon_inode:", "/proc/")
CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += +(-?\d+)(?:<([^>]*)>)?")
CHANGES = {"mkdir", "mkdirat", "unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat", "symlink",
           "symlinkat", "truncate", "creat", "rmdir", "chmod", "fchmodat", "chown", "fchownat", "mknodat"}
DIRECTORY = re.compile(r"(?:AT_FDCWD|\d+)<([^>]*)>, \"((?:[^\"\\]|\\.)*)\"|^\"((?:[^\"\\]|\\.)*)\"")


def mode(setting):
    report = Report("isolation")
    folder = setting.corpus(300, "docx=30,pdf=20,text=10,hostile=40")
    source = folder / "documents"
    reference = setting.undisturbed(folder)
    report.add("undisturbed", reference.faults)
    out, log = fresh(setting.work / "isolation-out"), setting.work / "isolation.strace"
    calls = "trace=%network,openat,open," + ",".join(sorted(CHANGES))
    subprocess.run(["strace", "-f", "-qq", "-y", "-s", "4096", "-o", log, "-e", calls, *setting.command(source, out)],
                   stdin=subprocess.DEVNULL, capture_output=True, timeout=3600)
    report.add("the output under strace", reference.faults_of(out))
    with open(log, errors="replace") as file:
        lines = file.readlines()
    home = os.path.dirname(os.path.realpath(setting.program[0])) + "/"
    reads, writes, network, made = set(), set(), set(), set()
    for line in lines:
        found = CALL.match(line)
        if not found:
            continue
        call, arguments, result, path = found.groups()
        if call in ("openat", "open") and path and int(result) >= 0:
            kept = any(path.startswith(f"{own}/") or path == str(own) for own in (out, source))
            if re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC", arguments):
                if not path.startswith((f"{out}/", *WRITABLE)) and not SCRATCH.match(path):
                    writes.add(f"{call} {path} {arguments[-60:]}")
            elif (not kept and not f"{path}/".startswith((*LIBRARIES, home)) and path not in above(source, out)
                  and not SCRATCH.match(path)):
                reads.add(path)
        elif call in CHANGES and int(result) >= 0:
            for folder_of, name, plain in DIRECTORY.findall(arguments):
                target = os.path.join(folder_of, name) if folder_of else plain
                if scratch := SCRATCH.match(target):
                    made.add(scratch.group().rstrip("/"))
                if target.startswith("/") and not target.startswith(str(out)) and not SCRATCH.match(target):
                    writes.add(f"{call} {target}")
        elif call in ("connect", "sendto", "sendmsg") or call == "socket" and "AF_INET" in arguments:
            if "AF_UNIX" not in arguments or call == "connect":
                network.add(line.strip()[:200])
    report.add(f"network ({len(lines)} calls seen)", sorted(network) + ([] if len(lines) > 20 else ["strace saw nothing"]))
    report.add("files written outside", sorted(writes))
    report.add("files read outside", sorted(reads))
    report.add("scratch left behind", sorted(filter(os.path.exists, made)))
    return report


def above(*folders):
    """The folders on the way: opening them is no reading of what lies in them."""
    return {str(parent) for folder in folders for parent in [folder, *folder.parents]}
