"""Chromium as one process that prints and copies many pages, driven over the pipe of its DevTools protocol."""

import base64
import json
import pathlib
import shutil
import subprocess
import tempfile

PROGRAMS = ["chromium", "chromium-browser", "google-chrome"]
SECONDS = 60  # for one page
# The cells whose text reaches over their edges: there a page doesn't show clearly what stands where.
OVERFLOWING = "[...document.querySelectorAll('td')].filter(cell => cell.scrollWidth > cell.clientWidth + 2).length"
COPIED = "document.body.innerText"
SELECTED = "(getSelection().selectAllChildren(document.body), getSelection().toString())"


class Browser:
    """Use as a context; each call opens a page of HTML of its own."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        program = next(filter(shutil.which, PROGRAMS))
        # The protocol wants descriptors 3 and 4.
        self.process = subprocess.Popen(
            ["sh", "-c", 'exec "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1', "sh", program, "--headless", "--no-sandbox", "--disable-gpu",
             f"--user-data-dir={self.folder.name}/profile", "--remote-debugging-pipe"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number, self.buffer = 0, b""
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close")
        except EOFError:
            pass
        self.process.wait(SECONDS)
        self.folder.cleanup()

    def receive(self):
        while b"\0" not in self.buffer:
            piece = self.process.stdout.read1(1 << 20)
            if not piece:
                raise EOFError("the browser ended")
            self.buffer += piece
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters} | ({"sessionId": session} if session else {})
        self.process.stdin.write(json.dumps(message).encode() + b"\0")
        self.process.stdin.flush()
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def opened(self, html):
        """(target, session) of a page that is loaded."""
        path = pathlib.Path(self.folder.name) / "page.html"
        path.write_text(html)
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable", session)
        self.call("Page.navigate", session, url=path.as_uri())
        while self.receive().get("method") != "Page.loadEventFired":
            pass
        return target, session

    def evaluated(self, session, expression):
        return self.call("Runtime.evaluate", session, expression=expression, returnByValue=True)["result"].get("value")

    def printed(self, html):
        """(the PDF of a page, how many cells overflow)."""
        target, session = self.opened(html)
        overflowing = self.evaluated(session, OVERFLOWING)
        data = self.call("Page.printToPDF", session, printBackground=True, preferCSSPageSize=True)["data"]
        self.call("Target.closeTarget", targetId=target)
        return base64.b64decode(data), overflowing

    def copied(self, html, expression):
        """The text that `expression` gives on a page."""
        target, session = self.opened(html)
        text = self.evaluated(session, expression)
        self.call("Target.closeTarget", targetId=target)
        return text
