"""The defects that are painted over a number of a docx. As `paintpdf`, on the XML of one cell of a value."""

import io
import re
import zipfile

from lxml import etree
from PIL import Image, ImageDraw, ImageFont
from styled import with_part
from target import SERIF, Seen, Unfit

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
FIGURE = re.compile(r"[+-]?\d[\d.]*(?:万元)?$")
KINDS = {}
AUTHOR = {W + "id": "91", W + "author": "审核", W + "date": "2024-01-10T00:00:00Z"}


def kind(name):
    def entered(maker):
        KINDS[name] = maker
        return maker
    return entered


class DocxDocument:
    """A clean docx that is to be painted on."""

    def __init__(self, content, cells):
        self.content, self.cells = content, cells
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.tree = etree.fromstring(archive.read("word/document.xml"))
        found = [cell for cell in self.tree.iter(W + "tc") if FIGURE.match("".join(cell.itertext()))]
        wanted = [(name, raw) for name, (_, raw) in cells.items() if raw]
        if ["".join(cell.itertext()) for cell in found] != [raw for _, raw in wanted]:
            raise Unfit("the cells are not found")
        self.places = {name: cell for (name, _), cell in zip(wanted, found)}
        self.parts, self.styles = [], []

    def location(self, cell):
        """Where the cell stands: merged cells count once, in the row where they begin."""
        element = self.places[cell]
        row = element.getparent()
        table = row.getparent()
        own = [each for each in row.iterchildren(W + "tc") if not self._goes_on(each)]
        return (f"table {list(self.tree.iter(W + 'tbl')).index(table) + 1} row {list(table.iterchildren(W + 'tr')).index(row) + 1} "
                f"cell {own.index(element) + 1}")

    @staticmethod
    def _goes_on(cell):
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        return merge is not None and merge.get(W + "val") != "restart"

    def saved(self):
        """The bytes of the painted docx."""
        content = self.content
        for name, part, relation in self.parts:
            content = with_part(content, name, part, relation, "image")
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {entry: archive.read(entry) for entry in archive.namelist()}
        parts["word/document.xml"] = etree.tostring(self.tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", "".join(self.styles).encode() + b"</w:styles>")
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
        return out.getvalue()


class DocxTarget:
    """A number in a cell of a docx; its cell has one run."""

    def __init__(self, document, cell, dice):
        self.document, self.cell, self.dice = document, cell, dice
        self.element = document.places[cell]
        raw = document.cells[cell][1]
        self.raw = raw.removesuffix("万元")
        self.suffix = raw[len(self.raw):]
        self.run = next(self.element.iter(W + "r"))
        shade = self.element.find(f"{W}tcPr/{W}shd")
        self.ground = (shade.get(W + "fill") if shade is not None else None) or "FFFFFF"

    def changed(self):
        for _ in range(40):
            new = "".join(self.dice.choice("0123456789") if c.isdigit() else c for c in self.raw)
            if new != self.raw and (next(c for c in new if c.isdigit()) != "0" or self.raw.lstrip("+-")[0] == "0"):
                return new
        raise Unfit("no other number")

    def without_digit(self):
        fit = [(i, rest) for i, c in enumerate(self.raw) if c.isdigit() and (rest := self.raw[:i] + self.raw[i + 1:])
               and rest[0].isdigit() and (rest[0] != "0" or len(rest) == 1) and rest[-1] != "."]
        if not fit:
            raise Unfit("one digit only")
        return self.dice.choice(fit)

    def piece(self, text, *properties, deleted=False):
        """A run like that of the number with other text and more properties."""
        run = etree.fromstring(etree.tostring(self.run))
        texts = run.find(W + "t")
        texts.text = text
        if deleted:
            texts.tag = W + "delText"
        inside = run.find(W + "rPr")
        for property in properties:
            for old in inside.findall(property.tag):
                inside.remove(old)
            if property.tag == W + "rStyle":
                inside.insert(0, property)
            else:
                inside.append(property)
        return run

    def put(self, *runs):
        """Runs (or what holds some) in the place of the number's own."""
        paragraph = self.run.getparent()
        at = paragraph.index(self.run)
        paragraph.remove(self.run)
        for offset, run in enumerate(runs):
            paragraph.insert(at + offset, run)

    def with_digit(self, *properties):
        """An extra digit of those properties behind the number or in front of it."""
        digit, in_front = self.dice.choice("123456789"), self.raw[0].isdigit() and not self.suffix and self.dice.random() < 0.25
        extra = self.piece(digit, *properties)
        number, suffix = self.piece(self.raw), [self.piece(self.suffix)] if self.suffix else []
        self.put(*([extra, number] if in_front else [number, extra]), *suffix)
        return f"{digit} {'before' if in_front else 'behind'} {self.raw}"

    def picture(self, text):
        """A run that holds a picture of `text`."""
        font = ImageFont.truetype(SERIF, 48)
        box = font.getbbox(text)
        image = Image.new("L", (box[2] + 6, box[3] - box[1] + 6), 255)
        ImageDraw.Draw(image).text((3, 3 - box[1]), text, fill=0, font=font)
        out = io.BytesIO()
        image.save(out, "PNG")
        self.document.parts.append(("media/figure.png", out.getvalue(), "rIdFigure"))
        high, wide = 110_000, 110_000 * image.size[0] // image.size[1]
        a, pic = "http://schemas.openxmlformats.org/drawingml/2006/main", "http://schemas.openxmlformats.org/drawingml/2006/picture"
        return etree.fromstring(
            f'<w:r xmlns:w="{W[1:-1]}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="{a}" '
            f'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:drawing><wp:inline><wp:extent cx="{wide}" cy="{high}"/>'
            f'<wp:docPr id="77" name="figure"/><a:graphic><a:graphicData uri="{pic}"><pic:pic xmlns:pic="{pic}"><pic:nvPicPr><pic:cNvPr id="77" name="figure.png"/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdFigure"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
            f'<a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
            "</a:graphic></wp:inline></w:drawing></w:r>")


def element(name, **attributes):
    return etree.Element(W + name, {W + key: value for key, value in attributes.items()})


def _strike(t):
    return element(t.dice.choice(["strike", "strike", "dstrike"]))


@kind("docx-strike-number")
def strike_number(t):
    t.put(t.piece(t.raw + t.suffix, _strike(t)))
    return Seen(None)


@kind("docx-strike-digit")
def strike_digit(t):
    place, rest = t.without_digit()
    pieces = [t.piece(t.raw[:place]), t.piece(t.raw[place], _strike(t)), t.piece(t.raw[place + 1:] + t.suffix)]
    t.put(*(piece for piece in pieces if "".join(piece.itertext())))
    return Seen(rest, detail=f"digit {place + 1} of {t.raw} struck out")


@kind("docx-strike-replaced")
def strike_replaced(t):
    new = t.changed()
    t.put(t.piece(t.raw, _strike(t)), t.piece(new + t.suffix, *([element("u", val="single")] if t.dice.random() < 0.5 else [])))
    return Seen(new, detail=f"{t.raw} struck out, {new} beside it")


@kind("docx-digit-white")
def digit_white(t):
    return Seen(t.raw, detail=t.with_digit(element("color", val=t.ground)))


@kind("docx-digit-near-white")
def digit_near_white(t):
    near = "".join(f"{max(0, int(t.ground[i:i + 2], 16) - t.dice.choice([1, 2, 5])):02X}" for i in (0, 2, 4))
    return Seen(t.raw, detail=t.with_digit(element("color", val=near)) + f", colour {near}")


@kind("docx-digit-theme-white")
def digit_theme_white(t):
    if t.ground.upper() != "FFFFFF":
        raise Unfit("a coloured ground")
    return Seen(t.raw, detail=t.with_digit(element("color", val="FFFFFF" if t.dice.random() < 0.5 else "auto", themeColor="background1")))


@kind("docx-digit-white-by-style")
def digit_white_by_style(t):
    t.document.styles.append(f'<w:style w:type="character" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:color w:val="{t.ground}"/></w:rPr></w:style>')
    colour = t.run.find(f"{W}rPr/{W}color")
    if colour is not None:  # its own colour would win
        colour.getparent().remove(colour)
    return Seen(t.raw, detail=t.with_digit(element("rStyle", val="Unseen")))


@kind("docx-strike-by-style")
def strike_by_style(t):
    t.document.styles.append('<w:style w:type="character" w:styleId="Struck"><w:name w:val="Struck"/><w:rPr><w:strike/></w:rPr></w:style>')
    new = t.changed()
    t.put(t.piece(t.raw, element("rStyle", val="Struck")), t.piece(new + t.suffix))
    return Seen(new, detail=f"{t.raw} struck out by a style, {new} beside it")


@kind("docx-digit-squeezed")
def digit_squeezed(t):
    return Seen(t.raw, detail=t.with_digit(element("w", val="1")))


@kind("docx-none-marked")
def none_marked(t):
    """Coloured, underlined, highlighted: the number is what it was."""
    t.put(t.piece(t.raw + t.suffix, *t.dice.choice([[element("u", val="single")], [element("highlight", val="yellow")], [element("color", val="C00000")],
                                                   [element("em", val="dot")]])))
    return Seen(t.raw, said=None, detail=f"{t.raw} marked")


@kind("docx-none-white-on-dark")
def none_white_on_dark(t):
    """White on a dark ground is seen well."""
    shade = t.element.find(f"{W}tcPr/{W}shd")
    if shade is None:
        shade = element("shd", val="clear", color="auto")
        cell = t.element.find(W + "tcPr")
        cell.insert(len(cell) - (cell[-1].tag == W + "vAlign"), shade)
    shade.set(W + "fill", "1F4E79")
    t.put(t.piece(t.raw + t.suffix, element("color", val="FFFFFF")))
    return Seen(t.raw, said=None, detail=f"{t.raw} white on dark")


@kind("docx-digit-half-point")
def digit_half_point(t):
    return Seen(t.raw, detail=t.with_digit(element("sz", val=t.dice.choice(["1", "1", "2"]))))


@kind("docx-digit-no-fill")
def digit_no_fill(t):
    fill = etree.fromstring(f'<w14:textFill xmlns:w14="{W14}"><w14:noFill/></w14:textFill>')
    return Seen(t.raw, detail=t.with_digit(fill))


@kind("docx-digit-vanished")
def digit_vanished(t):
    return Seen(t.raw, detail=t.with_digit(element("vanish")))


@kind("docx-number-vanished")
def number_vanished(t):
    new = t.changed()
    t.put(t.piece(t.raw, element("vanish")), t.piece(new + t.suffix))
    return Seen(new, detail=f"{t.raw} hidden, {new} beside it")


@kind("docx-number-picture")
def number_picture(t):
    t.put(t.picture(t.raw), *([t.piece(t.suffix)] if t.suffix else []))
    return Seen(t.raw, detail=f"{t.raw} is a picture")


@kind("docx-digit-picture")
def digit_picture(t):
    places = [i for i, c in enumerate(t.raw) if c.isdigit()]
    if len(places) < 2:
        raise Unfit("one digit only")
    place = t.dice.choice(places)
    pieces = [t.piece(t.raw[:place]), t.picture(t.raw[place]), t.piece(t.raw[place + 1:] + t.suffix)]
    t.put(*(piece for piece in pieces if piece.find(f".//{W}drawing") is not None or "".join(piece.itertext())))
    return Seen(t.raw, detail=f"digit {place + 1} of {t.raw} is a picture")


@kind("docx-note-mark")
def note_mark(t):
    t.put(t.piece(t.raw + t.suffix), t.piece(t.dice.choice("123"), element("vertAlign", val="superscript")))
    return Seen(t.raw, detail=f"{t.raw} with a raised mark")


@kind("docx-note-mark-by-position")
def note_mark_by_position(t):
    """Raised by hand: another size and another place."""
    t.put(t.piece(t.raw + t.suffix), t.piece(t.dice.choice("123"), element("position", val="6"), element("sz", val="10")))
    return Seen(t.raw, detail=f"{t.raw} with a raised mark")


def _tracked(name, run):
    holder = etree.Element(W + name, AUTHOR)
    holder.append(run)
    return holder


@kind("docx-tracked")
def tracked(t):
    """The old number deleted, a new one inserted, neither accepted yet."""
    new = t.changed()
    runs = [_tracked("del", t.piece(t.raw, deleted=True)), _tracked("ins", t.piece(new))]
    t.put(*runs, *([t.piece(t.suffix)] if t.suffix else []))
    return Seen(new, detail=f"{t.raw} deleted, {new} inserted")


@kind("docx-tracked-digit")
def tracked_digit(t):
    place, rest = t.without_digit()
    pieces = [t.piece(t.raw[:place]), _tracked("del", t.piece(t.raw[place], deleted=True)), t.piece(t.raw[place + 1:] + t.suffix)]
    t.put(*(piece for piece in pieces if "".join(piece.itertext())))
    return Seen(rest, detail=f"digit {place + 1} of {t.raw} deleted")


@kind("docx-tracked-away")
def tracked_away(t):
    t.put(_tracked("del", t.piece(t.raw + t.suffix, deleted=True)))
    return Seen(None, detail=f"{t.raw} deleted")
