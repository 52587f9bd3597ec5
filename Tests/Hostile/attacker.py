#!/usr/bin/python3
"""Takes the place of pdftotext and tries what a program may that a document has taken over.

Its answer is a page that names each thing that was not refused, and how many were tried. It lies in bin/ of a folder with a
`victim`, the output `out` and the input `in/b.txt`, all of them the user's own.
"""

import ctypes
import os
import resource
import signal
import socket
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(sys.argv[0])))
VICTIM, MADE, PARENT = f"{TOP}/victim", f"{TOP}/made", os.getppid()
LIBC = ctypes.CDLL(None, use_errno=True)
# As on x86_64 and on aarch64.
CALLS = {
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "unshare": (272, 97), "mount": (165, 40), "umount2": (166, 39),
    "setns": (308, 268), "bpf": (321, 280), "io_uring_setup": (425, 425), "keyctl": (250, 219), "shmget": (29, 194),
    "perf_event_open": (298, 241), "userfaultfd": (323, 282), "pidfd_getfd": (438, 438), "kexec_file_load": (320, 294),
    "open_by_handle_at": (304, 265), "finit_module": (313, 273), "setpriority": (141, 140), "sched_setaffinity": (203, 122),
    "ioprio_set": (251, 30),
}


class Refused(Exception):
    pass


def call(number, refusal=1):
    # No request of ptrace, no command of others: where it isn't refused it fails.
    if LIBC.syscall(number, -1, 0, 0, 0, 0, 0) < 0:
        raise Refused if ctypes.get_errno() == refusal else OSError(ctypes.get_errno(), "")


def write(path):
    with open(path, "wb") as file:
        file.write(b"x")


def raise_limit():
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    except ValueError:
        raise Refused


def shell():
    os.waitpid(os.posix_spawn("/bin/sh", ["sh", "-c", "exit 0"], os.environ), 0)


def in_new_namespace():
    # clone(CLONE_NEWUSER | SIGCHLD)
    child = LIBC.syscall({"x86_64": 56, "aarch64": 220}[os.uname().machine], 0x10000011, 0, 0, 0, 0)
    if child == 0:
        os._exit(0)
    if child < 0:
        raise Refused if ctypes.get_errno() == 1 else OSError(ctypes.get_errno(), "")


# What Landlock refuses, by its path or by the process it is about.
FILES = {
    "read-passwd": lambda: open("/etc/passwd").readline(),
    "read-input": lambda: open(f"{TOP}/in/b.txt").read(),
    "list-own-folder": lambda: os.listdir(TOP),
    "list-root": lambda: os.listdir("/"),
    "list-processes": lambda: os.listdir("/proc"),
    "parent-environ": lambda: open(f"/proc/{PARENT}/environ", "rb").read(),
    "parent-maps": lambda: open(f"/proc/{PARENT}/maps").read(),
    "create": lambda: write(MADE),
    "create-in-tmp": lambda: write(f"/tmp/gongkai-{os.getpid()}"),
    "create-in-output": lambda: write(f"{TOP}/out/made"),
    "write": lambda: write(VICTIM),
    "mkdir": lambda: os.mkdir(MADE),
    "mkfifo": lambda: os.mkfifo(MADE),
    "symlink": lambda: os.symlink("/etc/passwd", MADE),
    "link": lambda: os.link(VICTIM, MADE),
    "rename": lambda: os.rename(VICTIM, MADE),
    "unlink": lambda: os.unlink(VICTIM),
    "unlink-in-output": lambda: os.unlink(f"{TOP}/out/records.jsonl"),
    "run-a-shell": shell,
}
SIGNALS = {"signal-parent": lambda: os.kill(PARENT, 0)}
OTHERS = {
    "truncate": lambda: os.truncate(VICTIM, 0),
    "truncate-by-opening": lambda: os.open(VICTIM, os.O_RDONLY | os.O_TRUNC),
    "truncate-by-opening-for-drivers": lambda: os.open(VICTIM, 3 | os.O_TRUNC),
    "chmod": lambda: os.chmod(VICTIM, 0o777),
    "chown": lambda: os.chown(VICTIM, os.getuid(), os.getgid()),
    "utime": lambda: os.utime(VICTIM, (1, 1)),
    "setxattr": lambda: os.setxattr(VICTIM, "user.a", b"b"),
    "tcp": lambda: socket.create_connection(("127.0.0.1", 18999), 2),
    "udp": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
    "unix": lambda: socket.socket(socket.AF_UNIX),
    "socketpair": lambda: socket.socketpair(),
    "limit-parent": lambda: resource.prlimit(PARENT, resource.RLIMIT_CORE, (0, 0)),
    "raise-limit": raise_limit,
    "new-namespace": in_new_namespace,
    **{name: lambda number=numbers[os.uname().machine == "aarch64"], refusal=38 if "io_uring" in name else 1: call(number, refusal)
       for name, numbers in CALLS.items()},
}

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
done = []
for actions in (FILES, SIGNALS, OTHERS):
    for name, action in actions.items():
        try:
            action()
            done.append(f"DONE:{name}")
        except (PermissionError, Refused):
            pass
        except Exception as error:
            done.append(f"DONE:{name}:{error!r}".replace(" ", "_").replace("<", "").replace("&", ""))
child = os.fork()
if child == 0:
    os._exit(0)
os.waitpid(child, 0)
print('<body>\n<doc>\n  <page width="595.0" height="842.0">')
for line, word in enumerate(["甲", *done, f"TRIED:{len(FILES) + len(SIGNALS) + len(OTHERS)}"]):
    print(f'    <word xMin="50.0" yMin="{20 + 14 * line}.0" xMax="500.0" yMax="{30 + 14 * line}.0">{word}</word>')
print("  </page>\n</doc>\n</body>\n</html>")
