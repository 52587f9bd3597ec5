"""The Debian package: `deb.py PROGRAM FOLDER` writes FOLDER/gongkai_VERSION_ARCHITECTURE.deb.

What install.py lays out, and besides the units, a tmpfiles.d entry, the settings as a conffile, the mail script and a user. Nothing is
enabled: where originals and records lie is the administrator's to say.
"""

import pathlib
import subprocess
import sys
import tempfile

import install

UNITS = ["gongkai.service", "gongkai-mail.service", "gongkai.timer"]

CONTROL = """\
Package: gongkai
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {libraries}, adduser, poppler-utils, poppler-data
Recommends: libarchive-tools
Suggests: libreoffice-writer-nogui, mailx
Section: text
Priority: optional
Description: Chinese annual disclosure reports as structured JSON Lines
 Converts the annual reports on open government information (docx, PDF, web
 pages, doc, text) into records with proof for every number: the printed
 string, where it stands, and the arithmetic of the form.
"""

SETTINGS = """\
# Settings of the nightly run, gongkai.service: every option of `gongkai run` under its name with _ for -.
# `gongkai run --show-config` prints what comes out. An example: /usr/share/doc/gongkai/examples/gongkai.yaml
"""

ENVIRONMENT = """\
# Who gets the mail about a night, and the folder of the output.
#GONGKAI_MAIL_TO=root
#GONGKAI_OUT=/srv/gongkai
"""

INSTALLED = """\
#!/bin/sh
set -e
if [ "$1" = configure ]; then
  adduser --system --group --quiet --no-create-home --home /nonexistent gongkai
  if [ -d /run/systemd/system ]; then systemctl daemon-reload || true; fi
fi
"""

REMOVING = """\
#!/bin/sh
set -e
if [ "$1" = remove ] && [ -d /run/systemd/system ]; then systemctl disable --now gongkai.timer || true; fi
"""

REMOVED = """\
#!/bin/sh
set -e
if [ -d /run/systemd/system ]; then systemctl daemon-reload || true; fi
"""

COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: gongkai

Files: *
Copyright: the authors of Gongkai
License: Apache-2.0
 On Debian systems, the license is in /usr/share/common-licenses/Apache-2.0.
"""


def output(*command, folder=None):
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder).stdout.strip()


def libraries(binary):
    """The packages of the libraries that the program is linked with, with the versions that it needs."""
    with tempfile.TemporaryDirectory() as place:
        stub = pathlib.Path(place, "debian", "control")
        stub.parent.mkdir()
        stub.write_text("Source: gongkai\n\nPackage: gongkai\nArchitecture: any\nDescription: gongkai\n")
        line = output("dpkg-shlibdeps", "-O", "-e", str(binary), folder=place)
    return line.removeprefix("shlibs:Depends=")


def maintainer():
    """Who is asked about the package, from the last commit; a package built outside of git names nobody."""
    found = subprocess.run(
        ["git", "log", "-1", "--format=%an <%ae>"], capture_output=True, text=True, cwd=install.PROJECT)
    return found.stdout.strip() or "The authors of Gongkai <nobody@localhost>"


def lay_out(program, tree):
    install.install(program, tree / "usr")
    documents = tree / "usr" / "share" / "doc" / "gongkai"
    (documents / "LICENSE").unlink()
    install.write(documents / "copyright", COPYRIGHT)
    for name in UNITS:
        text = install.shown(f"/etc/systemd/system/{name}").replace("/usr/local/bin/", "/usr/bin/")
        install.write(tree / "usr" / "lib" / "systemd" / "system" / name, text)
    install.write(tree / "usr" / "bin" / "gongkai-mail", install.shown("/usr/local/bin/gongkai-mail"), 0o755)
    install.write(tree / "usr" / "lib" / "tmpfiles.d" / "gongkai.conf", install.shown("/etc/tmpfiles.d/gongkai.conf"))
    install.write(tree / "etc" / "gongkai.yaml", SETTINGS)
    install.write(tree / "etc" / "default" / "gongkai", ENVIRONMENT)


def build(program, folder):
    with tempfile.TemporaryDirectory() as place:
        tree = pathlib.Path(place, "gongkai")
        lay_out(program, tree)
        control = tree / "DEBIAN"
        architecture = output("dpkg", "--print-architecture")
        version = install.version(program)
        size = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file())
        install.write(control / "control", CONTROL.format(
            version=version, architecture=architecture, maintainer=maintainer(), kilobytes=size // 1024,
            libraries=libraries(tree / "usr" / "bin" / "gongkai")))
        install.write(control / "conffiles", "/etc/gongkai.yaml\n/etc/default/gongkai\n")
        install.write(control / "postinst", INSTALLED, 0o755)
        install.write(control / "prerm", REMOVING, 0o755)
        install.write(control / "postrm", REMOVED, 0o755)
        for path in [tree, *tree.rglob("*")]:
            if path.is_dir():
                path.chmod(0o755)
        folder.mkdir(parents=True, exist_ok=True)
        package = folder / f"gongkai_{version}_{architecture}.deb"
        subprocess.run(
            ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", tree, package], check=True, stdout=subprocess.DEVNULL)
    print(f"{package}: {package.stat().st_size / 1e6:.0f} MB, {size / 1e6:.0f} MB installed")


if __name__ == "__main__":
    build(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve())
