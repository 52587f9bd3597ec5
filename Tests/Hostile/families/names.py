"""Sound files under names that break programs, and things that are no files."""

import os
import socket

from families.case import group

NAMES, add_name = group("names")
SPECIAL, add_special = group("special")
TEXT = "年度报告\n一、总体情况\n公开1条。\n".encode()

for name in [
    "a\nb.txt", "a\rb.txt", "a\tb.txt", "a b.txt", " a.txt", "a .txt ", "a'b.txt", 'a"b.txt', "a`b`.txt", "a$(touch x).txt", "a;b.txt", "a&b.txt", "a|b.txt", "a*b.txt", "a?b.txt", "a[b].txt", "a{b,c}.txt",
    "a\\b.txt", "a%00.txt", "%2e%2e.txt", "a#b.txt", "a!b.txt", "-rf.txt", "--help.txt", "-", "+a.txt", "=cmd.txt", "@a.txt", "a\x01b.txt", "a\x1b[31mb.txt", "a\x7fb.txt", "\u202etxt.fdp.txt", "a\u200bb.txt",
    "\ufeffa.txt", "a\u2028b.txt", "\u00e9.txt", "e\u0301.txt", "Case.txt", "case.txt", "CON.txt", "a.txt.", "a", "年度报告.txt", "𠀀.txt", "字" * 83 + ".txt", "a" * 251 + ".txt",
]:
    add_name(name, "ok flagged", TEXT)
for name in (b"\xff\xfe.txt", b"a\x80b.txt", "年度".encode("gbk") + b".txt", b"\xed\xa0\x80.txt", b"a\xc3.txt"):
    add_name(name, "flagged", TEXT)
for name in (".hidden.txt", "x.part", "x.crdownload", "~$x.txt", ".~lock.x.txt#"):
    add_name(name, "ok flagged", TEXT, listed=False)


def nested(levels):
    def place(path):
        folder = os.path.dirname(path)
        handle = os.open(folder, os.O_RDONLY)
        for _ in range(levels):
            try:
                os.mkdir("d" * 200, dir_fd=handle)
            except FileExistsError:
                pass
            below = os.open("d" * 200, os.O_RDONLY, dir_fd=handle)
            os.close(handle)
            handle = below
        file = os.open(os.path.basename(path), os.O_WRONLY | os.O_CREAT, 0o644, dir_fd=handle)
        os.write(file, TEXT)
        os.close(file)
        os.close(handle)
    return place


add_name("deep_3000.txt", "ok flagged", nested(15))
add_name("deep_5000.txt", "ok flagged input_unreadable", nested(25), listed=True, slow=True)


def link(target):
    return lambda path: os.symlink(target, path)


def bound(path):
    here = os.getcwd()
    os.chdir(os.path.dirname(path))
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.basename(path))
    os.chdir(here)


def closed(path):
    with open(path, "wb") as file:
        file.write(TEXT)
    os.chmod(path, 0)


# A link that leads to a folder is passed over and counted; any other that is no document in the tree is said to be none.
for name, target in [("loop_folder", "."), ("parent", ".."), ("root", "/"), ("proc", "/proc")]:
    add_special(f"{name}.txt", "", link(target), listed=False)
for name, target in [("loop", "loop.txt"), ("zero", "/dev/zero"), ("random", "/dev/urandom"), ("memory", "/proc/self/mem"),
                     ("passwd", "/etc/passwd"), ("dangling", "nowhere"), ("tty", "/dev/tty")]:
    add_special(f"{name}.txt", "input_not_regular", link(target), must_not="root:x:0")
add_special("fifo.txt", "input_not_regular", os.mkfifo)
add_special("fifo.pdf", "input_not_regular", os.mkfifo)
add_special("socket.txt", "input_not_regular input_unreadable", bound)
add_special("folder.docx", "ok", lambda path: os.mkdir(path), listed=False)
add_special("closed.txt", "input_unreadable ok flagged", closed)
add_special("device_zero.txt", "input_not_regular", lambda path: os.mknod(path, 0o644 | 0o020000, os.makedev(1, 5)))
CASES = NAMES + SPECIAL
