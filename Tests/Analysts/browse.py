"""Opens a page in headless Chromium, clicks its filters and holds its figures against the tables of the same records.

usage: browse.py CHROMIUM PAGE FOLDER_OF_TABLES

Speaks to the browser by pipes (DevTools protocol): no port, no package. Prints what was held.
"""

import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile


class Browser:
    """One page in a browser of its own."""

    def __init__(self, chromium: str, profile: str, page: pathlib.Path) -> None:
        asks, self.questions = os.pipe()
        self.answers, tells = os.pipe()
        # Chromium reads from descriptor 3 and writes to 4; duplicates first, as the pipes may have these numbers.
        spare = [os.dup(each) for each in (asks, tells)]

        def arrange() -> None:
            high = [os.dup2(each, 100 + index) for index, each in enumerate(spare)]
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        self.process = subprocess.Popen(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--remote-debugging-pipe", f"--user-data-dir={profile}", "--window-size=1400,2000", "about:blank"],
            close_fds=False, preexec_fn=arrange, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for each in (asks, tells, *spare):
            os.close(each)
        self.rest, self.count, self.session, self.blocked = b"", 0, None, []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable")
        self.ask("Page.navigate", url=page.resolve().as_uri())
        self.wait("Page.loadEventFired")

    def receive(self) -> dict:
        while b"\0" not in self.rest:
            part = os.read(self.answers, 1 << 16)
            assert part, "the browser has ended"
            self.rest += part
        message, self.rest = self.rest.split(b"\0", 1)
        answer = json.loads(message)
        if answer.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown"):
            self.blocked.append(json.dumps(answer["params"]))
        return answer

    def wait(self, event: str) -> None:
        while self.receive().get("method") != event:
            pass

    def ask(self, method: str, **parameters) -> dict:
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.questions, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.count:
                assert "error" not in answer, answer
                return answer["result"]

    def run(self, script: str):
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def click(self, selector: str) -> None:
        """As a mouse does: where the element is."""
        x, y = self.run(f"""(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView({{block: "center"}});
            const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; }})()""")
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def choose(self, selector: str, value: str) -> None:
        self.run(f"""(() => {{ const e = document.querySelector({json.dumps(selector)}); e.value = {json.dumps(value)};
            e.dispatchEvent(new Event("input", {{bubbles: true}})); }})()""")

    def type(self, selector: str, text: str) -> None:
        self.click(selector)
        self.run(f"document.querySelector({json.dumps(selector)}).select()")
        self.ask("Input.insertText", text=text)

    def close(self) -> None:
        self.session = None
        self.ask("Browser.close")
        self.process.wait(timeout=60)


ROWS = """[...document.querySelector("#coverage table").tBodies[0].rows].filter((r) => !r.hidden).map((r) => [...r.cells].map((c) => c.textContent))"""
SUMS = """[...document.querySelector("#coverage table").tFoot.rows[0].cells].slice(2, -1).map((c) => c.textContent)"""
YEARS = """[...document.querySelector("#coverage table").tHead.rows[0].cells].slice(2, -1).map((c) => c.childNodes[0].textContent)"""


def expected(reports: list[dict[str, str]], years: list[str]) -> list[str]:
    sums = []
    for year in years:
        numbers = [int(each["applications_new_received_total"]) for each in reports
                   if each["report_year"] == year and each["applications_new_received_total"]]
        sums.append(f"{sum(numbers):,}" if numbers else "")
    return sums


def main(chromium: str, page: str, folder: str) -> None:
    with open(pathlib.Path(folder) / "reports.csv", encoding="utf-8", newline="") as file:
        reports = [each for each in csv.DictReader(file)
                   if each["counted"] == "true" and each["report_year"] and each["agency_key"]]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(chromium, profile, pathlib.Path(page))
        try:
            look(browser, reports)
        finally:
            browser.close()


def look(browser: Browser, reports: list[dict[str, str]]) -> None:
    years = browser.run(YEARS)
    shown = sorted({each["report_year"] for each in reports}, reverse=True)[:10]
    assert years == shown, (years, shown)
    everyone = {each["agency_key"] for each in reports}

    def hold(what: str, chosen: list[dict[str, str]]) -> None:
        sums, found = browser.run(SUMS), browser.run("document.getElementById('found').textContent")
        agencies = len({each["agency_key"] for each in chosen})
        assert sums == expected(chosen, years), (what, sums, expected(chosen, years))
        assert found.split()[0] == f"{agencies:,}", (what, found, agencies)
        rows = browser.run(ROWS)
        assert len(rows) == min(agencies, 60), (what, len(rows), agencies)
        print(f"{what}: {agencies} agencies, {' '.join(each or '-' for each in sums)}")

    hold("all", reports)
    browser.type("#find-name", "人民政府")
    hold("人民政府", [each for each in reports if "人民政府" in each["agency_name"]])
    browser.type("#find-name", "")
    latest = {each["agency_key"] for each in reports if each["report_year"] == years[0]}
    browser.choose("#find-state", "g")
    hold(f"none on {years[0]}", [each for each in reports if each["agency_key"] not in latest])
    failing = {each["agency_key"] for each in reports if each["checks_failed"] != "0" and each["report_year"] in years}
    browser.choose("#find-state", "f")
    hold("failing", [each for each in reports if each["agency_key"] in failing])
    browser.choose("#find-state", "")
    province = browser.run("document.querySelector('#find-province').options[1]?.textContent")
    if province:
        newest = {}
        for each in sorted(reports, key=lambda each: each["report_year"]):
            newest[each["agency_key"]] = each["region_province"]
        browser.choose("#find-province", province)
        hold(province, [each for each in reports if newest[each["agency_key"]] == province])
        browser.choose("#find-province", "")
    browser.click("#coverage thead th:nth-child(3)")
    column = [re.sub(r"×\d+|\D", "", row[2]) for row in browser.run(ROWS)]
    numbers = [int(each) for each in column if each]
    assert numbers == sorted(numbers, reverse=True) and not any(column[len(numbers):]), column
    browser.click("#coverage thead th:nth-child(1)")
    names = [row[0] for row in browser.run(ROWS)]
    assert names == sorted(names, key=lambda name: name.encode("utf-16-be")), names
    browser.click("#find-all")
    assert len(browser.run(ROWS)) == len(everyone)
    print(f"sorted by {years[0]} and by name; all {len(everyone)} are listed")
    assert not browser.blocked, browser.blocked


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
