"""Annual reports of invented agencies by the thousand: the forms and sentences are those of Fixtures/making.

A report is printed once a year of the form, voice and layout, with a token in every place that varies; a document is
that print with the tokens filled, which takes a tenth of a millisecond.
"""

import functools
import pathlib
import random
import re
import sys

MAKING = pathlib.Path(__file__).resolve().parents[2] / "Fixtures" / "making"
sys.path.insert(0, str(MAKING))

import docx  # noqa: E402
import form  # noqa: E402
import prose  # noqa: E402
from form import V  # noqa: E402
from printed import as_text  # noqa: E402
from report import Report, active, applications, h1, p, plain, review, right  # noqa: E402
from text import cell_lines, html_rows, markdown_rows, tab_rows  # noqa: E402

CITIES = [("青岚", "0999"), ("望川", "0998"), ("临湖", "0997"), ("松坪", "0996"), ("百石", "0995"), ("兰山口", "0994")]
COUNTIES = ["云溪区", "柳桥区", "石浦区", "桐岭县", "东坡区", "西街区", "鹿鸣县", "南垣区", "白渡县", "清荷区", "古槐县", "新埠区"]
BUREAUS = ["水务局", "财政局", "教育局", "民政局", "司法局", "审计局", "统计局", "林业局", "交通运输局", "农业农村局", "应急管理局",
           "科学技术局", "卫生健康局", "文化和旅游局", "生态环境局", "住房和城乡建设局", "市场监督管理局", "人力资源和社会保障局"]
WORK = ["防汛抗旱、农村供水、河湖治理", "保障性住房、老旧小区改造、物业管理", "乡村振兴、就业创业、生态保护", "营商环境、民生实事、城市更新"]
TEXT_ROWS = [tab_rows, cell_lines, html_rows, markdown_rows]
YEARS = range(2019, 2025)
TOKEN = re.compile("\ue000([^\ue001]+)\ue001")


def token(name):
    """Where the value called `name` will stand: private-use characters, so that no printed text is taken for one."""
    return f"\ue000{name}\ue001"


def edition_of(year):
    return "2019" if year < 2021 else "2021"


def active_widths(edition):
    """How many values each item of table 1 has."""
    return {key: len(headers) for _, headers, items in form.active_blocks(edition) for key, _ in items}


@functools.cache
def with_tokens(year, voice, style):
    """The report with a token in every place that varies."""
    edition, agency = edition_of(year), token("agency")
    blank = form.no_applications(edition)
    proactive = (f"{year}年通过政府门户网站主动公开政府信息[[{token('published')}条]]，其中政策文件[[{token('policies')}件]]，"
                 f"发布政策解读材料[[{token('explained')}篇]]。")
    overview = prose.five(year, token("short"), token("work"), proactive, blank, voice,
                          [token(name) for name in "abcde"], style=style)
    for block in overview:
        block.text = block.text.replace(prose.requests(year, blank), token("requests"))
    return Report(
        "generated", agency, year, edition, [f"{agency}{year}年政府信息公开工作年度报告"],
        [*prose.preamble(agency, year, token("contact")), *overview,
         h1("二", prose.SECTION_2), active(), h1("三", prose.SECTION_3), applications(),
         h1("四", prose.SECTION_4), review(), h1("五", prose.SECTION_5), *p(*prose.PROBLEMS),
         h1("六", prose.SECTION_6), *p("本年度没有需要报告的其他事项。"), right(agency), right(token("date"))],
        active={key: [V(0, token(f"active.{key}.{i}")) for i in range(width)]
                for key, width in active_widths(edition).items()},
        applications={key: [V(0, token(f"applications.{key}.{i}")) for i in range(7)]
                      for key, _ in form.application_rows(edition)},
        review=[V(0, token(f"review.{i}")) for i in range(15)])


@functools.cache
def pieces(printed, year, voice, style, rows):
    """The print of the report, cut at its tokens: text, token name, text, ..."""
    report = with_tokens(year, voice, style)
    text = docx.report_body(report) if printed == "docx" else as_text(report, TEXT_ROWS[rows]).decode()
    return TOKEN.split(text)


class Facts:
    """What one report says: its tokens' values, and the numbers that its record must hold."""

    def __init__(self, dice, serial):
        city, area = dice.choice(CITIES)
        county, bureau = dice.choice(COUNTIES), dice.choice(BUREAUS)
        self.year = dice.choice(YEARS)
        self.voice, self.style = dice.randrange(3), dice.choice(["h", "run"])
        self.edition = edition_of(self.year)
        self.agency = f"{city}市{county}{bureau}"
        carried = dice.choice([0, 0, 1, 4])
        self.applications = form.made_up_applications(
            self.edition, dice.getrandbits(32), dice.choice([0, 3, 17, 42, 90]), carried, dice.choice([0, carried]))
        self.review = form.review_values(*(tuple(dice.choice([0, 0, 1, 5, 30]) for _ in range(4)) for _ in range(3)))
        self.active = self._active(dice)
        self.values = {
            "agency": self.agency, "short": f"{county[-1]}{bureau}", "work": dice.choice(WORK),
            "contact": f"如有疑问，请与{self.agency}办公室联系（地址：{city}市{county}滨河路{dice.randrange(1, 400)}号；"
                       f"电话：{area}-{serial:08d}）。",
            "requests": plain(prose.requests(self.year, self.applications)),
            "date": f"{self.year + 1}年1月{dice.randrange(4, 31)}日",
            "published": str(dice.randrange(20, 4000)), "policies": str(dice.randrange(1, 20)),
            "explained": str(dice.randrange(1, 60)), **{name: str(dice.randrange(1, 60)) for name in "abcde"}}
        self.values |= {f"active.{key}.{i}": raw for key, row in self.active.items() for i, raw in enumerate(row)}
        self.values |= {f"applications.{key}.{i}": str(value)
                        for key, row in self.applications.items() for i, value in enumerate(row)}
        self.values |= {f"review.{i}": str(value) for i, value in enumerate(self.review)}

    def _active(self, dice):
        table = {key: [str(dice.choice([0, 0, 1, 12, 340, 5078])) for _ in range(width)]
                 for key, width in active_widths(self.edition).items()}
        self.hundredths = dice.randrange(0, 1_000_000)  # of 万元, which are 100 元
        money = f"{self.hundredths // 100}.{self.hundredths % 100:02d}"
        if self.edition == "2021":
            table["fees"] = [money]
        else:
            table["procurement"][1] = money + "万元"
        return table

    def fill(self, cut):
        return "".join(piece if i % 2 == 0 else self.values[piece] for i, piece in enumerate(cut))

    def docx(self):
        return docx.package(self.fill(pieces("docx", self.year, self.voice, self.style, 0)))

    def text(self, dice):
        text = self.fill(pieces("text", self.year, self.voice, self.style, dice.randrange(len(TEXT_ROWS))))
        encoding = dice.choice(["utf-8"] * 7 + ["gb18030"] * 2 + ["utf-16"])
        return b"\xff\xfe" + text.encode("utf-16-le") if encoding == "utf-16" else text.encode(encoding)

    def numbers(self):
        """Paths into a record and the values there."""
        table = self.applications
        money = "fees" if self.edition == "2021" else "procurement"
        made = "issued" if self.edition == "2021" else "made"
        return {
            "report_year": self.year, "edition": f"e{self.edition}", "agency_name": self.agency,
            "annual_report.applications.new_received.total": table["new_received"][6],
            "annual_report.applications.new_received.natural_person": table["new_received"][0],
            "annual_report.applications.carried_in.total": table["carried_in"][6],
            "annual_report.applications.granted.total": table["granted"][6],
            "annual_report.applications.unable.not_held.total": table["unable.not_held"][6],
            "annual_report.applications.result_total.total": table["result_total"][6],
            "annual_report.applications.carried_out.total": table["carried_out"][6],
            "annual_report.review_litigation.review.total": self.review[4],
            "annual_report.review_litigation.suit_after_review.upheld": self.review[10],
            f"annual_report.active_disclosure.normative_docs.{made}": int(self.active["normative_docs"][0]),
            f"annual_report.active_disclosure.{money}.amount_cny": self.hundredths * 100,
        }


def dice_for(seed, number):
    """Random numbers of their own for each document, so that it does not matter who makes it or when."""
    return random.Random(f"{seed}/{number}")
