"""Lays Gongkai out below a prefix: `install.py PROGRAM PREFIX [DESTDIR]`.

Program without its symbols, manual pages, completions for bash, zsh and fish, documents, and the files that docs/operating.md shows
as examples.
"""

import gzip
import pathlib
import re
import subprocess
import sys

import manual

PROJECT = pathlib.Path(__file__).resolve().parents[2]
OPERATING = PROJECT / "docs" / "operating.md"
COMPLETIONS = {
    "bash": "share/bash-completion/completions/gongkai",
    "zsh": "share/zsh/vendor-completions/_gongkai",
    "fish": "share/fish/vendor_completions.d/gongkai.fish",
}


def shown(path):
    """The file that docs/operating.md shows as `path`: the first block behind the name."""
    text = OPERATING.read_text(encoding="utf-8")
    found = re.search(rf"`{re.escape(path)}`.*?\n```\w*\n(.*?)```", text, re.S)
    if not found:
        sys.exit(f"{OPERATING} shows no {path}")
    return found[1]


def write(path, text, mode=0o644):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)


def compressed(path, content):
    """Writes `content` as Debian wants it, the same bytes each time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(content, 9, mtime=0))


def version(program):
    return subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.split()[1].rstrip(",")


def install(program, root):
    """Everything that a prefix gets: `root` is the prefix, with a DESTDIR in front where there is one."""
    binary = root / "bin" / "gongkai"
    binary.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["strip", "-o", binary, program], check=True)
    binary.chmod(0o755)
    for name, text in manual.pages(program, version(program)).items():
        compressed(root / "share" / "man" / "man1" / f"{name}.gz", text.encode())
    for shell, path in COMPLETIONS.items():
        script = subprocess.run(
            [program, "--generate-completion-script", shell], check=True, capture_output=True, text=True).stdout
        write(root / path, script)
    documents = root / "share" / "doc" / "gongkai"
    for name in ["README.md", "README.zh-CN.md", "LICENSE"]:
        write(documents / name, (PROJECT / name).read_text(encoding="utf-8"))
    for page in sorted((PROJECT / "docs").glob("*.md")):
        write(documents / "docs" / page.name, page.read_text(encoding="utf-8"))
    compressed(documents / "changelog.gz", (PROJECT / "CHANGELOG.md").read_bytes())
    write(documents / "examples" / "gongkai.yaml", shown("/etc/gongkai.yaml"))


def main():
    program, prefix, *destination = sys.argv[1:]
    root = pathlib.Path((destination or [""])[0] + prefix)
    install(pathlib.Path(program).resolve(), root)
    size = (root / "bin" / "gongkai").stat().st_size
    print(f"installed below {root}; the program has {size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
