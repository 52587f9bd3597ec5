#!/usr/bin/env python3
"""Puts the program and the C libraries that it needs into the package, and prints which platform the wheel is of.

usage: bundle.py PROGRAM PACKAGE

The program is stripped. Of its libraries all but those of the GNU C library and compiler are copied beside it, with their licences, and
found there by a path relative to the program (patchelf). The platform is manylinux_X_Y, by the latest symbol version of the GNU C library
that any of them asks for.
"""

import pathlib
import platform
import re
import shutil
import subprocess
import sys

# Of the system: the same program runs with any later version of these.
SYSTEM = re.compile(r"^(linux-vdso|ld-linux|lib(c|m|pthread|dl|rt|gcc_s|stdc\+\+)\.so)")


def output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def libraries(program: pathlib.Path) -> dict[str, pathlib.Path]:
    """What the program loads, directly or not, by the name that it is asked for under."""
    found = re.findall(r"^\s*(\S+) => (\S+) \(", output("ldd", str(program)), re.M)
    return {name: pathlib.Path(path).resolve() for name, path in found if not SYSTEM.match(name)}


def licence(library: pathlib.Path, folder: pathlib.Path) -> None:
    """Copies the copyright file of the Debian package that ``library`` is of."""
    # Where /lib is a link into /usr, some packages still say /lib.
    for path in (library, pathlib.Path("/") / library.relative_to("/usr") if "usr" in library.parts else library):
        done = subprocess.run(["dpkg", "-S", str(path)], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            package = done.stdout.split(":")[0]
            shutil.copyfile(f"/usr/share/doc/{package}/copyright", folder / package)
            return
    raise SystemExit(f"{library} is of no package, and its licence isn't known")


def libc_version(file: pathlib.Path) -> tuple[int, int]:
    versions = re.findall(r"\bGLIBC_(\d+)\.(\d+)", output("objdump", "-T", str(file)))
    return max(((int(major), int(minor)) for major, minor in versions), default=(2, 17))


def main(program: pathlib.Path, package: pathlib.Path) -> None:
    folders = [package / name for name in ("bin", "lib", "licenses")]
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    binaries, copies, licences = folders
    needed = libraries(program)
    files = [binaries / "gongkai"]
    subprocess.run(["strip", "-o", files[0], program], check=True)
    subprocess.run(["patchelf", "--set-rpath", "$ORIGIN/../lib", files[0]], check=True)
    for name, library in sorted(needed.items()):
        copy = copies / name
        shutil.copyfile(library, copy)
        subprocess.run(["patchelf", "--set-rpath", "$ORIGIN", copy], check=True)
        licence(library, licences)
        files.append(copy)
    left = {str(path) for path in libraries(files[0]).values() if copies.resolve() not in path.parents}
    if left:
        raise SystemExit(f"still of the system: {' '.join(sorted(left))}")
    major, minor = max(map(libc_version, files))
    print(f"manylinux_{major}_{minor}_{platform.machine()}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
