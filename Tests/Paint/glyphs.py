"""The glyphs that a page's content stream shows, each with its operator, its place and the state that it is drawn in.

Reads what the producers of `clean.py` write, and is no reader of PDFs at large: horizontal fonts of one or two bytes a code,
page content without form XObjects. What it can't decode is left out, and a painter then finds no number there.
"""

import copy
import re
from dataclasses import dataclass, field
from decimal import Decimal

import pikepdf
from pikepdf import Array, Name, Operator, String

Instruction = pikepdf.ContentStreamInstruction
IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
SHOWING = {"Tj", "TJ"}


def times(one, other):
    """The matrix that does `one` and then `other`."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def applied(point, matrix):
    a, b, c, d, e, f = matrix
    return (point[0] * a + point[1] * c + e, point[0] * b + point[1] * d + f)


def inverse(matrix):
    a, b, c, d, e, f = matrix
    det = a * d - b * c
    return (d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det)


def instruction(operator, *operands):
    """An instruction of numbers and objects."""
    made = [Decimal(f"{x:.5f}") if isinstance(x, float) else x for x in operands]
    return Instruction(made, Operator(operator))


@dataclass
class Font:
    """What a font of the page says of its codes."""

    object: pikepdf.Object
    name: str  # in the resources of the page
    size: int = 1  # bytes of a code
    widths: dict = field(default_factory=dict)
    default: float = 0
    scale: float = 0.001  # of a width
    unicode: dict = field(default_factory=dict)

    def width(self, code):
        """In thousandths of the font's size."""
        return self.widths.get(code, self.default) * self.scale * 1000

    def code_of(self, character):
        """The bytes that show `character`; None where the font has none for it."""
        for code, text in self.unicode.items():
            if text == character and self.width(code) > 0:
                return code.to_bytes(self.size, "big")
        return None


WIN_ANSI = {code: bytes([code]).decode("cp1252", "replace") for code in range(32, 256)}
DIGIT_NAMES = dict(zip("zero one two three four five six seven eight nine period plus minus hyphen".split(), "0123456789.+--"))


def read_font(found, name):
    font = Font(found, name)
    kind = str(found.Subtype)
    if kind == "/Type0":
        below = found.DescendantFonts[0]
        font.size, font.default = 2, float(below.get("/DW", 1000))
        entries = list(below.get("/W", []))
        place = 0
        while place < len(entries):
            start = int(entries[place])
            if isinstance(entries[place + 1], pikepdf.Array):
                for offset, width in enumerate(entries[place + 1]):
                    font.widths[start + offset] = float(width)
                place += 2
            else:
                for code in range(start, int(entries[place + 1]) + 1):
                    font.widths[code] = float(entries[place + 2])
                place += 3
    else:
        first = int(found.get("/FirstChar", 0))
        font.widths = {first + offset: float(width) for offset, width in enumerate(found.get("/Widths", []))}
        if kind == "/Type3":
            font.scale = float(found.FontMatrix[0])
    if "/ToUnicode" in found:
        font.unicode = read_map(found.ToUnicode.read_bytes())
    elif kind != "/Type0":
        font.unicode = read_encoding(found)
    return font


def read_encoding(found):
    encoding = found.get("/Encoding")
    if isinstance(encoding, pikepdf.Name):
        return dict(WIN_ANSI) if str(encoding) == "/WinAnsiEncoding" else {}
    codes, code = dict(WIN_ANSI), 0
    for entry in encoding.get("/Differences", []) if encoding is not None else []:
        if isinstance(entry, pikepdf.Name):
            codes[code] = DIGIT_NAMES.get(str(entry)[1:], "\ufffd")
            code += 1
        else:
            code = int(entry)
    return codes


BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
PART = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


def read_map(content):
    """{code: text} of a ToUnicode map."""
    codes = {}
    text = lambda digits: bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")
    for kind, body in BLOCK.findall(content):
        parts = [b"[" if match[2] else b"]" if match[3] else re.sub(rb"\s", b"", match[1]) for match in PART.finditer(body)]
        place = 0
        while place < len(parts):
            if kind == b"bfchar":
                codes[int(parts[place], 16)] = text(parts[place + 1])
                place += 2
                continue
            low, high = int(parts[place], 16), int(parts[place + 1], 16)
            if parts[place + 2] == b"[":
                for offset in range(high - low + 1):
                    codes[low + offset] = text(parts[place + 3 + offset])
                place += 5 + high - low
            else:
                start = text(parts[place + 2])
                for offset in range(high - low + 1):
                    codes[low + offset] = start[:-1] + chr(ord(start[-1]) + offset) if start else ""
                place += 3
    return codes


def write_map(codes, size):
    """A ToUnicode map of {code: text}."""
    pairs = [f"<{code:0{size * 2}X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in sorted(codes.items())]
    blocks = "".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n" for part in (pairs[i:i + 100] for i in range(0, len(pairs), 100)))
    return ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            f"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<{'00' * size}> <{'FF' * size}>\nendcodespacerange\n"
            f"{blocks}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").encode()


@dataclass
class State:
    """The graphics state, as far as showing text depends on it."""

    ctm: tuple = IDENTITY
    font: Font | None = None
    size: float = 0
    spacing: float = 0
    word_spacing: float = 0
    scale: float = 1
    leading: float = 0
    rise: float = 0
    mode: int = 0
    fill: tuple = ()  # the instructions that set the colour
    settings: tuple = ()  # the last `gs`

    def restored_fill(self):
        return list(self.fill) or [instruction("g", 0)]


@dataclass
class Glyph:
    text: str
    code: bytes
    at: int  # index of its instruction
    atom: int  # its place among the atoms of that instruction
    matrix: tuple  # of letters of one unit, in the page's space
    text_matrix: tuple  # before it is shown, in the space of the text
    width: float  # in the page's space
    state: State

    @property
    def left(self):
        return self.matrix[4]

    @property
    def base(self):
        return self.matrix[5]

    @property
    def height(self):
        """The size of the letters in the page's space."""
        return abs(self.matrix[3])

    @property
    def is_upright(self):
        return abs(self.matrix[1]) < 1e-6 and abs(self.matrix[2]) < 1e-6 and self.matrix[0] > 0 and self.matrix[3] > 0


class Walk:
    """The instructions of a page and its glyphs."""

    def __init__(self, page):
        self.page = page
        self.instructions = list(pikepdf.parse_content_stream(page))
        self.glyphs, self.fonts = [], {}
        self.edges = []  # (x, low, high) of what is drawn or clipped upright: sides of rectangles and upright lines
        self.final = None
        self._walk()

    def _walk(self):
        resources = self.page.get("/Resources", {})
        fonts = resources.get("/Font", {})
        state, stack, matrix, line = State(), [], IDENTITY, IDENTITY
        point = (0.0, 0.0)
        for at, each in enumerate(self.instructions):
            operator, operands = str(each.operator), each.operands
            if operator == "q":
                stack.append(copy.copy(state))
            elif operator == "Q":
                state = stack.pop() if stack else state
            elif operator == "re":
                x, y, width, height = map(float, operands)
                (x, y), (right, top) = applied((x, y), state.ctm), applied((x + width, y + height), state.ctm)
                self.edges += [(at, min(y, top), max(y, top)) for at in (x, right)]
            elif operator in ("m", "l"):
                last, point = point, applied(tuple(map(float, operands)), state.ctm)
                if operator == "l" and abs(last[0] - point[0]) < 0.3:
                    self.edges.append((point[0], min(last[1], point[1]), max(last[1], point[1])))
            elif operator == "cm":
                state.ctm = times(tuple(map(float, operands)), state.ctm)
            elif operator == "BT":
                matrix = line = IDENTITY
            elif operator == "Tf":
                name = str(operands[0])
                if name not in self.fonts and name in fonts:
                    self.fonts[name] = read_font(fonts[name], name)
                state.font, state.size = self.fonts.get(name), float(operands[1])
            elif operator in ("Td", "TD"):
                if operator == "TD":
                    state.leading = -float(operands[1])
                matrix = line = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), line)
            elif operator == "Tm":
                matrix = line = tuple(map(float, operands))
            elif operator == "T*":
                matrix = line = times((1, 0, 0, 1, 0, -state.leading), line)
            elif operator in ("Tc", "Tw", "TL", "Ts", "Tr", "Tz"):
                value = float(operands[0])
                name = {"Tc": "spacing", "Tw": "word_spacing", "TL": "leading", "Ts": "rise", "Tr": "mode", "Tz": "scale"}[operator]
                setattr(state, name, value / 100 if operator == "Tz" else int(value) if operator == "Tr" else value)
            elif operator in ("g", "rg", "k", "cs"):
                state.fill = (each,)
            elif operator in ("sc", "scn"):
                state.fill = tuple(i for i in state.fill if str(i.operator) == "cs") + (each,)
            elif operator == "gs":
                state.settings = (each,)
            elif operator in SHOWING and state.font:
                matrix = self._show(at, state, matrix)
        self.final = state

    def _show(self, at, state, matrix):
        for number, atom in enumerate(atoms_of(self.instructions[at], state.font.size)):
            if not isinstance(atom, bytes):
                matrix = times((1, 0, 0, 1, -atom / 1000 * state.size * state.scale, 0), matrix)
                continue
            code = int.from_bytes(atom, "big")
            advance = (state.font.width(code) / 1000 * state.size + state.spacing + (state.word_spacing if atom == b" " else 0)) * state.scale
            whole = times(times((state.size * state.scale, 0, 0, state.size, 0, state.rise), matrix), state.ctm)
            width = state.font.width(code) / 1000 * whole[0]
            self.glyphs.append(Glyph(state.font.unicode.get(code, "\ufffd"), atom, at, number, whole, matrix, width, copy.copy(state)))
            matrix = times((1, 0, 0, 1, advance, 0), matrix)
        return matrix

    def in_box(self, box):
        """The glyphs whose middles are in a box of (left, bottom, right, top)."""
        left, bottom, right, top = box
        return [g for g in self.glyphs if left - 0.5 <= g.left + g.width / 2 <= right + 0.5 and bottom - 0.5 <= g.base + g.height * 0.3 <= top + 0.5]

    def line_in_box(self, box, text):
        """The glyphs of a box that read `text` on one line; none where no line of it does."""
        lines = {}
        for glyph in self.in_box(box):
            lines.setdefault(round(glyph.base, 1), []).append(glyph)
        return next((line for line in lines.values() if "".join(g.text for g in line) == text), [])

    def replaced(self, changes):
        """The instructions with those at the keys of `changes` replaced."""
        return [new for at, each in enumerate(self.instructions) for new in changes.get(at, [each])]

    def write(self, pdf, instructions):
        self.page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))


def atoms_of(each, size):
    """The codes and the adjustments of an operator that shows text."""
    out = []
    for operand in each.operands[0] if str(each.operator) == "TJ" else [each.operands[0]]:
        if isinstance(operand, String):
            content = bytes(operand)
            out += [content[i:i + size] for i in range(0, len(content), size)]
        else:
            out.append(float(operand))
    return out


def shown(atoms):
    """An instruction that shows `atoms`; none where there is nothing to show."""
    out = []
    for atom in atoms:
        if isinstance(atom, bytes):
            if out and isinstance(out[-1], bytes):
                out[-1] += atom
            else:
                out.append(atom)
        else:
            out.append(atom)
    if not out:
        return []
    return [Instruction([Array([String(x) if isinstance(x, bytes) else Decimal(f"{x:.3f}") for x in out])], Operator("TJ"))]


def advance_of(glyph):
    """How far the glyph moves on, as an adjustment between codes undoes it."""
    state = glyph.state
    return state.font.width(int.from_bytes(glyph.code, "big")) + state.spacing / (state.size or 1) * 1000


def resource(pdf, page, kind, value, stem="Paint"):
    """The name under which `value` is found in the page's resources of that kind; resources that pages share are copied."""
    resources = copied(page.obj.get("/Resources", pikepdf.Dictionary()))
    page.obj.Resources = resources
    group = copied(resources.get(kind, pikepdf.Dictionary()))
    resources[kind] = group
    number = 0
    while f"/{stem}{number}" in group:
        number += 1
    group[f"/{stem}{number}"] = value
    return Name(f"/{stem}{number}")


def copied(dictionary):
    """A dictionary of its own with the same entries."""
    return pikepdf.Dictionary({key: value for key, value in dictionary.items()})
