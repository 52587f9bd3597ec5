#!/usr/bin/env python3
"""Sends the mail of a night as docs/operating.md says, from cron's and systemd's bare environments, by s-nail and by bsd-mailx.

usage: check.py --program PROGRAM --mailers DIR

DIR holds both as their packages unpack (make test puts them there). What they hand to sendmail is read back: subject, character
set and every line must be those of the summary. Exit status 1 where anything differs.
"""

import argparse
import email
import email.policy
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
MANUAL = (ROOT / "docs/operating.md").read_text(encoding="utf-8")
# Names that a mail program might take for a command, a header or another character set.
NAMES = ["柳桥区/2023年报.txt", "~!touch pwned.txt", "~r /etc/passwd.txt", "-s x.txt", "From x.txt", "'\"$(touch pwned)`.txt", "很长" * 40 + ".txt"]
NONE = "gongkai: 今夜没有运行结束，以下是上一次的摘要 / no run has ended tonight; what follows is of the last one"
MAILERS = {"s-nail": "set mta={sendmail}\n", "bsd-mailx": "set sendmail={sendmail}\n"}


def block(before):
    """The code block of docs/operating.md that follows `before`."""
    return re.search(r"```\w*\n(.*?)```", MANUAL[MANUAL.index(before):], re.S)[1]


def night(program, place):
    """An output whose last run has lost a record of each name."""
    for name in NAMES:
        (place / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (place / "in" / name).write_text(f"第{name}份", encoding="utf-8")
    (place / "in" / "stays.txt").write_text("留", encoding="utf-8")
    # As for cron and systemd, nothing says a language.
    environment = {name: value for name, value in os.environ.items() if name != "GONGKAI_LANG"}
    for _ in range(2):
        command = [program, "run", place / "in", "-o", place / "out", "--quiet", "--allow-removal"]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL, env=environment)
        for name in NAMES:
            (place / "in" / name).unlink(missing_ok=True)
    return (place / "out" / "latest" / "summary.txt").read_text(encoding="utf-8")


class Setting:
    """A machine on which `mail` is one of the two, and sendmail writes down what it gets."""

    def __init__(self, place, mailers, mailer):
        self.place, self.spool = place, place / f"{mailer}.eml"
        bin = place / f"bin-{mailer}"
        bin.mkdir()
        os.symlink((mailers / "usr/bin" / mailer).resolve(), bin / "mail")
        self.write(bin / "sendmail", f"#!/bin/sh\nexec cat > '{self.spool}'\n")
        self.write(bin / "systemctl", "#!/bin/sh\n[ \"$*\" = 'show -P Result gongkai.service' ] && echo exit-code\n")
        (place / f"rc-{mailer}").write_text(MAILERS[mailer].format(sendmail=bin / "sendmail"))
        self.script = self.write(place / "gongkai-mail", block("`/usr/local/bin/gongkai-mail`")
                                 .replace("/srv/gongkai", str(place / "out")))
        # What cron and systemd give: no locale, no terminal.
        self.environment = {"HOME": "/", "SHELL": "/bin/sh", "PATH": f"{bin}:/usr/bin:/bin", "MAILRC": str(place / f"rc-{mailer}"),
                            "LD_LIBRARY_PATH": ":".join(map(str, (mailers / "usr/lib").glob("*-linux-gnu")))}

    @staticmethod
    def write(path, text):
        path.write_text(text)
        path.chmod(0o755)
        return path

    def sent(self, command):
        """The message that `command` of docs/operating.md sends, and what is said beside it."""
        self.spool.unlink(missing_ok=True)
        command = command.replace("/usr/local/bin/gongkai-mail", str(self.script))
        result = subprocess.run(["/bin/sh", "-c", command], env=self.environment, cwd="/", stdin=subprocess.DEVNULL, capture_output=True,
                                text=True, start_new_session=True)
        assert result.returncode == 0 and not result.stderr and not result.stdout, result
        head = self.spool.read_bytes().split(b"\n\n")[0]
        assert head.isascii(), head
        return email.message_from_bytes(self.spool.read_bytes(), policy=email.policy.default)


def check(message, subject, text):
    assert message["subject"] == subject, (message["subject"], subject)
    assert message["to"] == "root", message["to"]
    # What is ASCII may say nothing of its characters.
    sets = ["utf-8", "us-ascii", None] if text.isascii() else ["utf-8"]
    assert message.get_content_type() == "text/plain" and message.get_content_charset() in sets, message["content-type"]
    body = message.get_content()
    assert body.splitlines() == text.splitlines(), body


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--mailers", required=True, type=pathlib.Path)
    options = parser.parse_args()
    cron = re.search(r"^0 6 \* \* \* +\w+ +(.*gongkai-mail.*)$", MANUAL, re.M)[1]
    unit = re.search(r"^ExecStart=/bin/sh -c '(.*gongkai-mail.*)'$", MANUAL, re.M)[1].replace("$$", "$")
    with tempfile.TemporaryDirectory(prefix="gongkai-mail-") as place:
        place = pathlib.Path(place)
        text = night(options.program, place)
        headline = text.splitlines()[0]
        assert f" / {len(NAMES)} records lost" in headline and headline.startswith(f"gongkai: 丢失 {len(NAMES)} 条记录"), headline
        for name in NAMES:
            assert f"  {name}\n" in text, name
        for mailer in MAILERS:
            setting = Setting(place, options.mailers.resolve(), mailer)
            check(setting.sent(cron), headline, text)
            check(setting.sent(unit), f"{headline} [exit-code]", text)
            # No run has ended since yesterday: yesterday's words are not tonight's.
            summary = place / "out" / "latest" / "summary.txt"
            before = summary.stat().st_mtime
            os.utime(summary, (before - 86_400, before - 86_400))
            check(setting.sent(cron), NONE, text)
            os.utime(summary, (before, before))
            # One that was cut off, as by a full disk, left a folder and no summary.
            (place / "out" / "runs" / "20990101T020000Z").mkdir()
            check(setting.sent(cron), NONE, text)
            (place / "out" / "runs" / "20990101T020000Z").rmdir()
            # No summary at all is no reason for no mail.
            summary.rename(place / "away")
            check(setting.sent(unit), f"{NONE} [exit-code]",
                  f"{place / 'out'} 中没有任何一次运行的摘要：请查看 journal，或手工运行 gongkai。\n"
                  f"There is no summary of any run in {place / 'out'}: see the journal, or run gongkai by hand.")
            (place / "away").rename(summary)
            assert not list(place.rglob("pwned*")) and not os.path.exists("/pwned"), "a name was run"
            print(f"{mailer} sends what the summary says")


if __name__ == "__main__":
    sys.exit(main())
