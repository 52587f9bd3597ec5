"""Draws small plots with logarithmic axes as SVG."""

import dataclasses
import math
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 250, 190  # of a panel
LEFT, RIGHT, TOP, BOTTOM = 52, 14, 26, 36  # its margins
PREFIXES = [(1e9, "G"), (1e6, "M"), (1e3, "k"), (1, ""), (1e-3, "m"), (1e-6, "µ")]


@dataclasses.dataclass
class Line:
    """Points (x, y) joined by a line."""

    points: list
    color: str
    label: str


@dataclasses.dataclass
class Panel:
    title: str
    x: str
    y: str  # the unit, which ticks are printed with
    lines: list
    refused: list  # x of what was refused


def short(value):
    """1e6 as 1M."""
    scale, letter = next(((s, p) for s, p in PREFIXES if value >= s * 0.999), PREFIXES[-1])
    return f"{value / scale:.3g}{letter}"


class Scale:
    """Whole decades around `values`, onto the range from `start` to `end`."""

    def __init__(self, values, start, end):
        self.low, self.high = math.floor(math.log10(min(values)) + 1e-9), math.ceil(math.log10(max(values)) - 1e-9)
        self.high = max(self.high, self.low + 1)
        self.start, self.end = start, end

    def __call__(self, value):
        return self.start + (math.log10(value) - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def ticks(self):
        return [10.0 ** power for power in range(self.low, self.high + 1)]


def text(x, y, content, anchor="middle", size=11, color="#333", more=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{color}"{more}>{escape(content)}</text>\n'


def drawn(panel):
    """The panel with its upper left corner at 0, 0."""
    every = [point for line in panel.lines for point in line.points]
    x = Scale([p[0] for p in every] + panel.refused, LEFT, WIDTH - RIGHT)
    y = Scale([p[1] for p in every], HEIGHT - BOTTOM, TOP)
    out = [text((LEFT + WIDTH - RIGHT) / 2, 16, panel.title, size=12, color="#000")]
    for i, tick in enumerate(x.ticks):
        out.append(f'<path d="M{x(tick):.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#e4e4e4"/>\n')
        if len(x.ticks) < 6 or i % 2 != len(x.ticks) % 2:
            out.append(text(x(tick), HEIGHT - BOTTOM + 13, short(tick), size=10))
    for tick in y.ticks:
        out.append(f'<path d="M{LEFT} {y(tick):.1f}H{WIDTH - RIGHT}" stroke="#e4e4e4"/>\n')
        out.append(text(LEFT - 4, y(tick) + 3.5, short(tick) + panel.y, "end", 10))
    for line in panel.lines:
        places = " ".join(f"{x(a):.1f},{y(b):.1f}" for a, b in line.points)
        out.append(f'<polyline points="{places}" fill="none" stroke="{line.color}" stroke-width="1.5"/>\n')
        out += [f'<circle cx="{x(a):.1f}" cy="{y(b):.1f}" r="2.5" fill="{line.color}"/>\n' for a, b in line.points]
    for place in panel.refused:
        out.append(text(x(place), TOP + 12, "×", size=14, color="#b00020"))
    for i, line in enumerate(panel.lines):
        out.append(text(LEFT + 6, TOP + 13 + 13 * i, line.label, "start", 10, line.color))
    out.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, panel.x, size=10))
    return "".join(out)


def figure(rows):
    """The SVG of rows of panels."""
    width, height = WIDTH * max(len(row) for row in rows), HEIGHT * len(rows)
    body = "".join(f'<g transform="translate({WIDTH * c} {HEIGHT * r})">\n{drawn(panel)}</g>\n'
                   for r, row in enumerate(rows) for c, panel in enumerate(row))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
            f' font-family="sans-serif">\n<rect width="100%" height="100%" fill="#fff"/>\n{body}</svg>\n')
