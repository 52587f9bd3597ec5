"""A report as its author would describe it: blocks of text and tables, and the facts a reader should find.

In texts, [[64条]] marks a quantity, [[8000余份|8000|份]] one whose value isn't the printed digits.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from form import BLANK, active_grid, applications_grid, review_grid, v

REGULATION = "《中华人民共和国政府信息公开条例》"
NOTICE_2019 = "《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》"
NOTICE_2021 = "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》"


@dataclass
class Block:
    kind: str  # title, p, h, run, caption, right, noise, table
    text: str = ""
    level: int = 0
    number: str | None = None
    heading: str | None = None
    grid: list | None = None
    name: str = ""
    lines: list | None = None


def p(*texts):
    return [Block("p", t) for t in texts]


def h1(number, heading, raw=None):
    return Block("h", raw or f"{number}、{heading}", 1, number, heading)


def h2(number, heading, raw=None):
    return Block("h", raw or f"{number}{heading}", 2, number, heading)


def h3(number, heading, raw=None):
    return Block("h", raw or f"{number}{heading}", 3, number, heading)


def run2(number, heading, text, mark="。"):
    """A heading with its text on the same line."""
    return Block("run", f"{number}{heading}{mark}{text}", 2, number, heading)


def caption(heading, lines=None):
    """A heading without a number over one of the tables, perhaps broken over lines."""
    return Block("caption", heading, 1, None, heading, lines=lines)


def right(text):
    return Block("right", text)


def noise(text):
    return Block("noise", text)


def active(caption_level=0):
    return Block("table", name="active")


def applications():
    return Block("table", name="applications")


def review():
    return Block("table", name="review")


def extra(grid, name="extra"):
    return Block("table", name=name, grid=grid)


@dataclass
class Report:
    slug: str
    agency: str
    year: int
    edition: str
    title_lines: list
    blocks: list
    region: dict = field(default_factory=dict)
    period: tuple | None = None
    date: str | None = None
    signature: str | None = None
    note: str | None = None
    compiled_by: str | None = None
    contacts: dict = field(default_factory=dict)
    active: dict | None = None
    applications: dict | None = None
    review: list | None = None
    collapsed: bool = False
    labels: dict = field(default_factory=dict)
    active_columns: int = 4
    numbers: dict = field(default_factory=dict)  # 文号 of a cited title, where it stands apart
    title: str | None = None
    about: str = ""
    kind: str = "annual_report"
    before: list = field(default_factory=list)  # noise before the title

    def grid(self, block):
        if block.grid is not None:
            return block.grid
        if block.name == "active":
            return active_grid(self.edition, self.active, self.labels, self.active_columns)
        if block.name == "applications":
            return applications_grid(self.edition, self.applications, self.collapsed, self.labels)
        return review_grid(self.review, self.labels)

    def all_blocks(self):
        titles = [Block("title", line) for line in self.title_lines]
        return [*self.before, *titles, *self.blocks]


MARK = re.compile(r"\[\[([^|\]]+)(?:\|([^|\]]*)\|([^|\]]*))?\]\]")
NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(余|多)?\s*(万|亿)?\s*(余|多)?\s*(.*)$")


def plain(text):
    return MARK.sub(r"\1", text)


def figures(text):
    """The marked quantities of `text`: (printed, value, unit)."""
    for match in MARK.finditer(text):
        printed, value, unit = match.groups()
        if value is None:
            number = NUMBER.search(printed)
            scale = {"万": 10_000, "亿": 100_000_000}.get(number[3], 1)
            value, unit = Decimal(number[1].replace(",", "")) * scale, number[5]
        yield printed, Decimal(value), unit


CITED = re.compile(r"《([^《》]+)》(?:\s*[（(]\s*([^（）()]*?号(?:令)?)\s*[）)])?")
ALIAS = re.compile(r"以下(?:简称|称为|称)[：:]?[“\"]?《([^》]+)》")
ORDER = re.compile(r"^(?:[\u4e00-\u9fff]*〔\d{4}〕\d+号|国务院令第\d+号|国令第\d+号)$")


def cited(texts, numbers):
    """Cited documents of the report in order of appearance, with counts, numbers and aliases."""
    order, counts, found, alias = [], {}, {}, {}
    for text in texts:
        last = None
        for match in CITED.finditer(text):
            title = re.sub(r"\s", "", match[1])
            before = text[:match.start()]
            if re.search(r"以下(?:简称|称为|称)[：:]?[“\"]?$", before):
                alias[title] = last
            else:
                last = title
            if title not in counts:
                order.append(title)
            counts[title] = counts.get(title, 0) + 1
            number = re.sub(r"\s", "", match[2] or "")
            if ORDER.match(number):
                found.setdefault(title, number)
    found.update(numbers)
    return [{"title": t, "number": found.get(t), "count": counts[t], "alias_of": alias.get(t)} for t in order]
