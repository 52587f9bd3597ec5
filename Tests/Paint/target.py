"""A number in a cell of a PDF, and the means to draw around it, over it, behind it and in place of it."""

import functools
import io
import pathlib
import subprocess
from dataclasses import dataclass

import pikepdf
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from glyphs import Instruction, Walk, advance_of, atoms_of, instruction, inverse, resource, shown
from pikepdf import Array, Dictionary, Name, Operator, String
from PIL import Image, ImageDraw, ImageFont

SERIF = "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"


class Unfit(Exception):
    """This defect can't be painted over this number."""


@dataclass
class Seen:
    """What a reader of the painted page sees."""

    raw: str | None  # in the cell: the printed number, None where nothing is left
    #: What a converter owes a word about: "cell", "document", or None where it may read the page as if nothing were there.
    said: str | None = "cell"
    affected: list | None = None  # cells beside this one that may be lost with an issue
    detail: str = ""
    is_shown: bool | None = None  # whether the picture of the page is another one than before; None: it may be
    words: tuple = ()  # one of which a message about the document has to hold


class Target:
    """A number on a page that can be painted on; `document` is what it stands in."""

    def __init__(self, document, cell, dice):
        self.document, self.cell, self.dice = document, cell, dice
        self.pdf, self.word = document.pdf, document.places[cell]
        self.page = document.pdf.pages[self.word.page]
        self.walk = document.walk(self.word.page)
        left, top, right, bottom = self.word.box
        self.tall = float(self.page.MediaBox[3])
        raw = self.word.text
        self.raw = raw.removesuffix("万元")
        self.suffix = document.cells[cell][1].removeprefix(self.raw)
        self.glyphs = self.walk.line_in_box((left, self.tall - bottom, right, self.tall - top), raw)[:len(self.raw)]
        if not self.glyphs or not all(g.is_upright for g in self.glyphs) or len({g.state.font.name for g in self.glyphs}) > 1:
            raise Unfit("no plain number")
        self.font = self.glyphs[0].state.font
        self.digits = [d for d in "0123456789" if self.font.code_of(d)]
        first, last = self.glyphs[0], self.glyphs[-1]
        self.edits, self.head, self.tail, self.is_written = {}, [], [], False
        self.left, self.right, self.base, self.height = first.left, last.left + last.width, first.base, first.height

    # What stands around it.

    @functools.cached_property
    def sides(self):
        """Where the cell ends to the left and to the right."""
        y, middle = self.base + self.height * 0.3, (self.left + self.right) / 2
        sides = [x for x, low, high in self.walk.edges if low <= y <= high and high - low > self.height * 0.9]
        return max((x for x in sides if x < middle), default=self.left - 60), min((x for x in sides if x > middle), default=self.right + 60)

    @property
    def room(self):
        """How far to the right something may reach that is in the cell still."""
        return self.right + 0.2 if self.suffix else self.sides[1] - 0.5

    @functools.cached_property
    def ground(self):
        """The colour behind the number."""
        return self.document.ground(self.word)

    def changed(self, raw=None):
        """Another number of the same form, of digits that the font has."""
        raw = raw or self.raw
        for _ in range(40):
            new = "".join(self.dice.choice(self.digits) if c.isdigit() else c for c in raw)
            first = next((c for c in new if c.isdigit()), "")
            if new != raw and (first != "0" or raw.lstrip("+-")[:1] == "0"):
                return new
        raise Unfit("no other number")

    def without_digit(self):
        """(index, the number without that digit), which must be a number still."""
        fit = [(i, rest) for i, c in enumerate(self.raw) if c.isdigit() and (rest := self.raw[:i] + self.raw[i + 1:])
               and rest[0].isdigit() and (rest[0] != "0" or len(rest) == 1) and rest[-1] != "." and rest != self.raw]
        if not fit:
            raise Unfit("one digit only")
        return self.dice.choice(fit)

    # Operators.

    def colour(self, rgb):
        return [instruction("rg", *map(float, rgb))]

    def block(self, operators, after=True, at_end=False):
        """`operators`, in the space of the page, behind the text that holds the number (or at the end of the page)."""
        if at_end:
            self.append(operators)
            return
        at = self.glyphs[-1].at if after else self.glyphs[0].at
        step = 1 if after else -1
        wanted = "ET" if after else "BT"
        while str(self.walk.instructions[at].operator) != wanted:
            at += step
        inside = [instruction("q"), instruction("cm", *inverse(self.glyphs[0].state.ctm)), *operators, instruction("Q")]
        each = self.walk.instructions[at]
        self.change({at: [each, *inside] if after else [*inside, each]})

    def append(self, operators, first=False):
        """`operators` behind all of the page, or before it."""
        if first:
            self.head += operators
        else:
            self.tail += operators

    def change(self, changes):
        """Puts lists of instructions in the place of those of the page; one place is changed once."""
        if self.edits.keys() & changes.keys():
            raise Unfit("painted twice on one operator")
        self.edits |= changes

    def save(self):
        if not self.is_written:
            self.walk.write(self.pdf, enclosed(self.walk.replaced(self.edits), self.head, self.tail))

    def around(self, before, after, glyphs=None, replaced=None):
        """`before` and `after` put around the showing of the number's glyphs (or of some of them), or `replaced(glyphs)` in its place."""
        glyphs, changes = glyphs or self.glyphs, {}
        for at in sorted({g.at for g in glyphs}):
            own = [g for g in glyphs if g.at == at]
            atoms = atoms_of(self.walk.instructions[at], self.font.size)
            first, last = own[0].atom, own[-1].atom
            middle = atoms[first:last + 1] if replaced is None else replaced(own, atoms[first:last + 1])
            changes[at] = [*shown(atoms[:first]), *before, *(middle if middle and isinstance(middle[0], Instruction) else shown(middle)), *after,
                           *shown(atoms[last + 1:])]
        self.change(changes)

    def remove(self, glyphs=None):
        """Takes the glyphs out; what follows stays where it is."""
        def moved(own, atoms):
            places = {g.atom - own[0].atom: -advance_of(g) for g in own}
            return [places.get(i, atom) for i, atom in enumerate(atoms)]
        self.around([], [], glyphs, moved)

    def beside(self, text, before, after, in_front=False, size=None):
        """One more piece of text right behind the number (or in front of it), by an operator of its own; nothing is moved."""
        glyph = self.glyphs[0 if in_front else -1]
        codes = [self.code(c) for c in text]
        back = sum(self.width_of(c) * 1000 / glyph.matrix[0] for c in text) + len(text) * glyph.state.spacing / (glyph.state.size or 1) * 1000
        extra = [instruction("Tf", Name(self.font.name), size)] if size else []
        restored = [instruction("Tf", Name(self.font.name), float(glyph.state.size))] if size else []
        show = shown([back, *codes] if in_front else [*codes, back])
        atoms = atoms_of(self.walk.instructions[glyph.at], self.font.size)
        cut = glyph.atom if in_front else glyph.atom + 1
        self.change({glyph.at: [*shown(atoms[:cut]), *before, *extra, *show, *restored, *after, *shown(atoms[cut:])]})

    def code(self, character):
        code = self.font.code_of(character)
        if code is None:
            raise Unfit("the font lacks a digit")
        return code

    def width_of(self, character):
        """In the space of the page, at the size of the number."""
        return self.font.width(int.from_bytes(self.code(character), "big")) / 1000 * self.glyphs[0].matrix[0]

    def text(self, text, left, base, scale=1.0, colour=None):
        """Operators that draw `text` in the number's own font, in the space of the page."""
        state, matrix = self.glyphs[0].state, self.glyphs[0].matrix
        size = state.size or 1
        place = (matrix[0] / size * scale, 0.0, 0.0, matrix[3] / size * scale, left, base)
        fill = colour if colour is not None else self.glyphs[0].state.restored_fill()
        return [instruction("BT"), *fill, instruction("Tf", Name(self.font.name), float(size)), instruction("Tc", 0), instruction("Tw", 0),
                instruction("Tz", 100), instruction("Ts", 0), instruction("Tr", 0), instruction("Tm", *map(float, place)),
                *shown([self.code(c) for c in text]), instruction("ET")]

    def helvetica(self, text, left, base, size, colour=()):
        """The same in a font that every reader has."""
        name = resource(self.pdf, self.page, "/Font", self.pdf.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)))
        return [instruction("BT"), *(colour or [instruction("g", 0)]), instruction("Tf", name, float(size)), instruction("Tc", 0), instruction("Tr", 0),
                instruction("Tm", 1, 0, 0, 1, float(left), float(base)), Instruction([String(text)], Operator("Tj")), instruction("ET")]

    def written(self, text, left, base):
        """`text` at the size of the number, in its font or in Helvetica."""
        if self.dice.random() < 0.5:
            return self.text(text, left, base), left + sum(map(self.width_of, text))
        size = self.height * 0.95
        return self.helvetica(text, left, base, size), left + len(text) * size * 0.556

    def rectangle(self, left, bottom, right, top, rgb):
        return [*self.colour(rgb), instruction("re", float(left), float(bottom), float(right - left), float(top - bottom)), instruction("f")]

    def line(self, left, right, y, width=0.6, rgb=(0, 0, 0)):
        """A line as a stroke or as a thin filled rectangle."""
        if self.dice.random() < 0.5:
            return self.rectangle(left, y - width / 2, right, y + width / 2, rgb)
        return [instruction("RG", *map(float, rgb)), instruction("w", float(width)), Instruction([Array([]), 0], Operator("d")),
                instruction("m", float(left), float(y)), instruction("l", float(right), float(y)), instruction("S")]

    def image(self, picture, left, bottom, width, height):
        """Operators that draw a picture of PIL's, as an object or inline."""
        data, (w, h) = picture.convert("L").tobytes(), picture.size
        place = [instruction("q"), instruction("cm", float(width), 0, 0, float(height), float(left), float(bottom))]
        name = resource(self.pdf, self.page, "/XObject", self.pdf.make_stream(
            data, Type=Name.XObject, Subtype=Name.Image, Width=w, Height=h, ColorSpace=Name.DeviceGray, BitsPerComponent=8))
        return [*place, instruction("Do", name), instruction("Q")]

    def picture_of(self, text, scale=6):
        """`text` as a picture on the colour of the ground."""
        font = ImageFont.truetype(SERIF, int(self.height * scale))
        box = font.getbbox(text)
        picture = Image.new("L", (max(1, box[2] + 4), max(1, box[3] - box[1] + 4)), round(255 * sum(self.ground) / 3))
        ImageDraw.Draw(picture).text((2, 2 - box[1]), text, fill=0, font=font)
        return picture

    def outlines(self, text, left, base):
        """Operators that fill the outlines of `text`; (operators, width)."""
        font = _serif()
        names, glyph_set, unit = font.getBestCmap(), font.getGlyphSet(), self.height / font["head"].unitsPerEm
        out, x = [*self.glyphs[0].state.restored_fill()], left
        for character in text:
            pen = DecomposingRecordingPen(glyph_set)
            glyph_set[names[ord(character)]].draw(pen)
            at = lambda p: (float(x + p[0] * unit), float(base + p[1] * unit))
            last = (0.0, 0.0)
            for verb, points in pen.value:
                if verb in ("moveTo", "lineTo"):
                    last = at(points[0])
                    out.append(instruction("m" if verb == "moveTo" else "l", *last))
                elif verb == "qCurveTo":
                    for control, end in _quadratics(points):
                        c, e = at(control), at(end)
                        one = tuple(a + (b - a) * 2 / 3 for a, b in zip(last, c))
                        two = tuple(a + (b - a) * 2 / 3 for a, b in zip(e, c))
                        out.append(instruction("c", *one, *two, *e))
                        last = e
                elif verb == "closePath":
                    out.append(instruction("h"))
            x += font["hmtx"][names[ord(character)]][0] * unit
        return [*out, instruction("f")], x - left

    def annotation(self, entries, flags=4):
        annotations = Array(self.page.obj.get("/Annots", []))
        annotations.append(self.pdf.make_indirect(Dictionary(Type=Name.Annot, F=flags, **entries)))
        self.page.obj.Annots = annotations


def enclosed(instructions, head, tail):
    """The instructions of a page with others before and behind them, each in the state in which a page begins."""
    depth = sum({"q": 1, "Q": -1}.get(str(each.operator), 0) for each in instructions)
    before = [instruction("q"), *head, instruction("Q")] if head else []
    if not tail:
        return [*before, *instructions]
    return [*before, instruction("q"), *instructions, *[instruction("Q")] * (depth + 1), instruction("q"), *tail, instruction("Q")]


@functools.cache
def _serif():
    return TTFont(SERIF)


def _quadratics(points):
    """(control, end) of each piece of a TrueType curve."""
    controls, end = points[:-1], points[-1]
    for one, other in zip(controls, controls[1:]):
        yield one, ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
    yield controls[-1], end


class Document:
    """A clean PDF that is to be painted on."""

    def __init__(self, path, truth, cells, places):
        self.path, self.truth, self.cells, self.places = path, truth, cells, places
        self.pdf = pikepdf.open(path)
        self.walks = {}

    def walk(self, page):
        if page not in self.walks:
            self.walks[page] = Walk(self.pdf.pages[page])
        return self.walks[page]

    def ground(self, word):
        """The commonest colour around a word of the page, as three numbers up to 1."""
        left, top, right, bottom = word.box
        scale = 150 / 72
        box = [round(left * scale) - 2, round(top * scale), round((right - left) * scale) + 4, max(4, round((bottom - top) * scale))]
        done = subprocess.run(["pdftoppm", "-r", "150", "-f", str(word.page + 1), "-l", str(word.page + 1), "-x", str(box[0]), "-y", str(box[1]),
                               "-W", str(box[2]), "-H", str(box[3]), str(self.path)], capture_output=True, check=True)
        colours = Image.open(io.BytesIO(done.stdout)).convert("RGB").getcolors(1 << 20)
        return tuple(value / 255 for value in max(colours)[1])

    def picture(self, page):
        """A page as a scanner sees it."""
        done = subprocess.run(["pdftoppm", "-r", "100", "-gray", "-f", str(page + 1), "-l", str(page + 1), str(self.path)], capture_output=True, check=True)
        return Image.open(io.BytesIO(done.stdout)).convert("L")

    def save(self, path: pathlib.Path):
        self.pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
