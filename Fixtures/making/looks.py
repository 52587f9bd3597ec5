"""How a printed report looks: what varies between the templates of agencies and changes no number."""

import random
import struct
import zlib
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Look:
    han: str = "serif"  # serif, sans, hei or ming: a family of HAN
    latin: str | None = "Liberation Serif"  # of digits and letters; None: that of the Han characters
    size: float = 12  # of prose, in points
    table_size: float = 9
    margin: float = 22  # mm
    line: float = 1.5  # height of a line of prose, in letters
    landscape: bool = False
    row: float = 16  # least height of a table row, in points
    border: str = "#000000"
    border_width: float = 0.5
    head_fill: str | None = None
    head_color: str = "#000000"  # of letters on head_fill
    stripe: str | None = None  # the ground of every other row
    align: str = "center"  # of figures
    figure_color: str | None = None  # of figures in tables
    bold_totals: bool = False
    bold_labels: bool = False
    underline: bool = False  # figures of prose
    bold_figures: bool = False  # of prose
    prose_color: str | None = None  # of figures of prose
    page_number: str | None = "- 1 -"  # with the digit 1 where the number stands
    running_head: str | None = None
    title_color: str = "#000000"
    link: bool = False  # the address of a site under the overview
    seal: bool = False  # a translucent picture over the signature
    footnote: bool = False
    repeat_head: bool = False  # the head of table 2 again on its second page
    own_pages: bool = False  # each table begins a page
    narrow: bool = False  # columns of table 2 in which figures wrap
    fake_bold: bool = False  # headings are bold in a font that has no bold: its outlines are stroked


    @property
    def is_bold(self):
        """Whether headings are bold."""
        return self.fake_bold or self.han in ("serif", "sans")


# Names of installed fonts (Debian: fonts-noto-cjk, fonts-wqy-microhei, fonts-arphic-uming).
HAN = {"serif": "Noto Serif CJK SC", "sans": "Noto Sans CJK SC", "hei": "WenQuanYi Micro Hei", "ming": "AR PL UMing CN"}
LINK = "http://www.example.cn/zwgk/"
FOOTNOTE = "不含所属事业单位。"


def random_look(dice: random.Random):
    """A look as some agency might have it. Figures are never on the ground of their own colour."""
    light, dark = ["#d9e2f3", "#e7e6e6", "#fff2cc", "#f2f2f2", "#e2efd9"], ["#1f4e79", "#c00000", "#385623", "#404040"]
    fill = dice.choice([None, None, "light", "dark"])
    look = Look(
        han=dice.choice(list(HAN)), latin=dice.choice(["Liberation Serif", "Liberation Sans", "DejaVu Sans", None]),
        size=dice.choice([10.5, 12, 12, 14, 16]), table_size=dice.choice([7.5, 8, 9, 9, 10.5]), margin=dice.choice([15, 20, 22, 25.4]),
        line=dice.choice([1.3, 1.5, 1.75]), landscape=dice.random() < 0.12, row=dice.choice([13, 16, 18, 24]),
        border=dice.choice(["#000000", "#000000", "#000000", "#808080", "#4472c4", "#999999"]), border_width=dice.choice([0.5, 0.5, 0.75, 1]),
        head_fill=dice.choice(light) if fill == "light" else dice.choice(dark) if fill == "dark" else None,
        head_color="#ffffff" if fill == "dark" else "#000000", stripe=dice.choice([None, None, None, "#f2f2f2", "#deeaf6"]),
        align=dice.choice(["center", "center", "center", "right", "left"]), figure_color=dice.choice([None, None, None, "#0000ff", "#c00000", "#595959"]),
        bold_totals=dice.random() < 0.2, bold_labels=dice.random() < 0.15, underline=dice.random() < 0.2, bold_figures=dice.random() < 0.2,
        prose_color=dice.choice([None, None, None, "#ff0000", "#0070c0"]), page_number=dice.choice([None, "- 1 -", "— 1 —", "1", "第1页"]),
        running_head=dice.choice([None, None, None, "政府信息公开工作年度报告"]), title_color=dice.choice(["#000000", "#000000", "#c00000"]),
        link=dice.random() < 0.3, seal=dice.random() < 0.3, footnote=dice.random() < 0.2, repeat_head=dice.random() < 0.3, own_pages=dice.random() < 0.2)
    if not look.is_bold:  # a program would stroke the outlines of what has no bold face
        look = replace(look, bold_totals=False, bold_labels=False, bold_figures=look.bold_figures and bool(look.latin))
    return look


def seal_png(side=160):
    """A red ring with a star's disc in it, most of it transparent: what a scanned seal looks like from afar."""
    rows, middle = [], (side - 1) / 2
    for y in range(side):
        row = bytearray(b"\0")
        for x in range(side):
            away = ((x - middle) ** 2 + (y - middle) ** 2) ** 0.5 / middle
            alpha = 150 if 0.88 < away < 0.98 or away < 0.18 else 0
            row += bytes((220, 20, 20, alpha))
        rows.append(bytes(row))
    chunk = lambda kind, content: struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"".join(rows), 9)) + chunk(b"IEND", b""))
