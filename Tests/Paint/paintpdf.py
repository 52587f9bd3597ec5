"""The defects that are painted over a number of a PDF: each kind changes what a page shows or what its text says, not both.

A maker takes a `Target`, changes its page and says what a reader sees; it raises `Unfit` where this number won't do.
"""

import io
import math

import pikepdf
from glyphs import Instruction, advance_of, copied, instruction, resource, shown, write_map
from pikepdf import Array, Dictionary, Name, Operator, String
from PIL import Image, ImageDraw
from target import Seen, Unfit, enclosed

KINDS = {}


def kind(name):
    def entered(maker):
        KINDS[name] = maker
        return maker
    return entered


# Struck out.

def _struck(t, left, right):
    """A line through the middle of what stands between, in front of the rest of the page or behind the number."""
    y = t.base + t.height * t.dice.uniform(0.26, 0.36)
    colour = t.dice.choice([(0, 0, 0), (0, 0, 0), (1, 0, 0)])
    t.block(t.line(left - t.height * 0.04, right + t.height * 0.04, y, t.dice.choice([0.4, 0.6, 1.0]), colour), at_end=t.dice.random() < 0.3)


@kind("strike-number")
def strike_number(t):
    _struck(t, t.left, t.right)
    return Seen(None, is_shown=True)


@kind("strike-digit")
def strike_digit(t):
    place, rest = t.without_digit()
    glyph = t.glyphs[place]
    _struck(t, glyph.left, glyph.left + glyph.width)
    return Seen(rest, detail=f"digit {place + 1} of {t.raw} struck out", is_shown=True)


@kind("strike-replaced")
def strike_replaced(t):
    new = t.changed()
    drawn, end = t.written(new, t.right + t.height * t.dice.uniform(0, 0.2), t.base)
    if end > t.room:
        raise Unfit("no room beside it")
    underlined = t.line(t.right, end, t.base - t.height * 0.1) if t.dice.random() < 0.4 else []
    at_end = t.dice.random() < 0.3
    y = t.base + t.height * t.dice.uniform(0.26, 0.36)
    t.block([*t.line(t.left, t.right, y), *drawn, *underlined], at_end=at_end)
    return Seen(new, detail=f"{t.raw} struck out, {new} beside it", is_shown=True)


# Covered.

def _box(t, left=None, right=None):
    return (left if left is not None else t.left - 1, t.base - t.height * 0.25, right if right is not None else t.right + 1, t.base + t.height * 0.85)


@kind("cover-replaced")
def cover_replaced(t):
    new = t.changed()
    drawn, end = t.written(new, t.left, t.base)
    if end > t.room:
        raise Unfit("no room")
    t.block([*t.rectangle(*_box(t), t.ground), *drawn], at_end=t.dice.random() < 0.6)
    return Seen(new, detail=f"{t.raw} under a box, {new} on it", is_shown=True)


@kind("cover-empty")
def cover_empty(t):
    t.block(t.rectangle(*_box(t), t.ground), at_end=t.dice.random() < 0.6)
    return Seen(None, is_shown=True)


@kind("cover-digit")
def cover_digit(t):
    if len(t.raw) < 2 or not t.raw[-2].isdigit():
        raise Unfit("one digit only")
    last = t.glyphs[-1]
    t.block(t.rectangle(*_box(t, left=last.left - t.height * 0.02), t.ground), at_end=t.dice.random() < 0.6)
    return Seen(t.raw[:-1], detail=f"the last digit of {t.raw} under a box", is_shown=True)


def _cover_picture(t, new):
    left, bottom, right, top = _box(t)
    picture = t.picture_of(new) if new else Image.new("L", (16, 8), round(255 * sum(t.ground) / 3))
    if sum(abs(c - t.ground[0]) for c in t.ground) > 0.01:
        raise Unfit("a coloured ground")
    t.block(t.image(picture, left, bottom, right - left, top - bottom), at_end=t.dice.random() < 0.6)


@kind("cover-picture")
def cover_picture(t):
    _cover_picture(t, None)
    return Seen(None, is_shown=True)


@kind("cover-picture-number")
def cover_picture_number(t):
    new = t.changed()
    _cover_picture(t, new)
    return Seen(new, detail=f"a picture of {new} over {t.raw}", is_shown=True)


@kind("typed-over")
def typed_over(t):
    new, (left, bottom, right, top) = t.changed(), _box(t)
    size = t.height * 0.9
    wide = max(right, left + 2 + len(new) * size * 0.56)
    if wide > t.room + 1:
        raise Unfit("no room")
    font = t.pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding))
    content = (f"q {' '.join(f'{c:.3f}' for c in t.ground)} rg 0 0 {wide - left:.2f} {top - bottom:.2f} re f Q "
               f"BT 0 g /Helv {size:.2f} Tf 1 {t.base - bottom:.2f} Td ({new}) Tj ET")
    form = t.pdf.make_stream(content.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, round(wide - left, 2), round(top - bottom, 2)]),
                             Resources=Dictionary(Font=Dictionary(Helv=font)))
    t.annotation({"Subtype": Name.FreeText, "Rect": _rect(left, bottom, wide, top), "Contents": String(new), "DA": String(f"/Helv {size:.1f} Tf 0 g"),
                  "AP": Dictionary(N=form)})
    return Seen(new, detail=f"{new} typed over {t.raw}", is_shown=True)


# Covered by what is no rectangle and no plain picture.

def _hiding(t, operators):
    t.block(operators, at_end=t.dice.random() < 0.6)
    return Seen(None, is_shown=True)


def _picture(t, data, width, height, **entries):
    return t.pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height, **entries)


def _placed(t, image, left, bottom, right, top):
    return [instruction("q"), instruction("cm", float(right - left), 0, 0, float(top - bottom), float(left), float(bottom)),
            instruction("Do", resource(t.pdf, t.page, "/XObject", image)), instruction("Q")]


def _of_ground(t, count):
    return bytes(round(255 * c) for c in t.ground) * count


@kind("hide-soft-mask")
def hide_soft_mask(t):
    """A picture of the ground's colour with a mask that leaves all of it."""
    bits = t.dice.choice([8, 8, 4, 1])
    mask = _picture(t, b"\xff" * (16 * 8), 16, 8, ColorSpace=Name.DeviceGray, BitsPerComponent=bits)
    return _hiding(t, _placed(t, _picture(t, _of_ground(t, 128), 16, 8, ColorSpace=Name.DeviceRGB, BitsPerComponent=8, SMask=mask), *_box(t)))


@kind("hide-hard-mask")
def hide_hard_mask(t):
    mask = _picture(t, b"\x00" * 16, 16, 8, ImageMask=True, BitsPerComponent=1)
    return _hiding(t, _placed(t, _picture(t, _of_ground(t, 128), 16, 8, ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Mask=mask), *_box(t)))


@kind("hide-colour-key")
def hide_colour_key(t):
    mask = Array([7, 7, 7, 7, 7, 7])
    return _hiding(t, _placed(t, _picture(t, _of_ground(t, 128), 16, 8, ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Mask=mask), *_box(t)))


@kind("hide-stencil")
def hide_stencil(t):
    stencil = _picture(t, b"\x00" * 16, 16, 8, ImageMask=True, BitsPerComponent=1)
    return _hiding(t, [*t.colour(t.ground), *_placed(t, stencil, *_box(t))])


@kind("hide-thick-stroke")
def hide_thick_stroke(t):
    left, bottom, right, top = _box(t)
    y, slant = (bottom + top) / 2, t.dice.choice([0, 0, 1.5])
    return _hiding(t, [instruction("RG", *map(float, t.ground)), instruction("w", float(top - bottom)), Instruction([Array([]), 0], Operator("d")),
                       instruction("m", float(left - 2), float(y - slant)), instruction("l", float(right + 2), float(y + slant)), instruction("S")])


@kind("hide-strips")
def hide_strips(t):
    left, bottom, right, top = _box(t)
    high = t.dice.choice([0.5, 1, 2])
    out, y = [], bottom
    while y < top:
        out += t.rectangle(left, y, right, y + high + 0.05, t.ground)
        y += high
    return _hiding(t, out)


def _ellipse(left, bottom, right, top):
    x, y, a, b = (left + right) / 2, (bottom + top) / 2, (right - left) / 2, (top - bottom) / 2
    k, at = 0.5523, lambda u, v: (float(x + u * a), float(y + v * b))
    curve = lambda *points: instruction("c", *[c for point in points for c in at(*point)])
    return [instruction("m", *at(1, 0)), curve((1, k), (k, 1), (0, 1)), curve((-k, 1), (-1, k), (-1, 0)), curve((-1, -k), (-k, -1), (0, -1)),
            curve((k, -1), (1, -k), (1, 0))]


@kind("hide-ellipse")
def hide_ellipse(t):
    left, bottom, right, top = _box(t)
    wide, high = (right - left) * 0.25, (top - bottom) * 0.25
    return _hiding(t, [*t.colour(t.ground), *_ellipse(left - wide, bottom - high, right + wide, top + high), instruction("f")])


@kind("hide-nested")
def hide_nested(t):
    """Two rectangles both one way round, one within the other: by the usual rule both are filled."""
    left, bottom, right, top = map(float, _box(t))
    rim = t.dice.choice([0.5, 1, 2])
    return _hiding(t, [*t.colour(t.ground), instruction("re", left - rim, bottom - rim, right - left + 2 * rim, top - bottom + 2 * rim),
                       instruction("re", left, bottom, right - left, top - bottom), instruction("f")])


@kind("hide-polygon")
def hide_polygon(t):
    left, bottom, right, top = map(float, _box(t))
    points = [(left - 2, bottom), ((left + right) / 2, bottom - 1), (right + 2, bottom), (right + 2, top), ((left + right) / 2, top + 1), (left - 2, top)]
    return _hiding(t, [*t.colour(t.ground), instruction("m", *points[0]), *[instruction("l", *p) for p in points[1:]], instruction("h"), instruction("f")])


@kind("hide-layers")
def hide_layers(t):
    """Layers that each leave a half."""
    half = resource(t.pdf, t.page, "/ExtGState", Dictionary(Type=Name.ExtGState, ca=0.5))
    return _hiding(t, [instruction("gs", half), *t.rectangle(*_box(t), t.ground) * 8])


@kind("hide-pattern")
def hide_pattern(t):
    """A pattern whose tiles leave no gap."""
    ground = " ".join(f"{c:.3f}" for c in t.ground)
    tile = t.pdf.make_stream(f"{ground} rg 0 0 4 4 re f".encode(), Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 4, 4]),
                             XStep=4, YStep=4, Resources=Dictionary())
    name = resource(t.pdf, t.page, "/Pattern", tile)
    left, bottom, right, top = map(float, _box(t))
    return _hiding(t, [Instruction([Name.Pattern], Operator("cs")), Instruction([name], Operator("scn")),
                       instruction("re", left, bottom, right - left, top - bottom), instruction("f")])


@kind("hide-gradient")
def hide_gradient(t):
    colour = Array([round(c, 3) for c in t.ground])
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 600, 0]), Extend=Array([True, True]),
                         Function=Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=colour, C1=colour))
    left, bottom, right, top = map(float, _box(t))
    return _hiding(t, [instruction("re", left, bottom, right - left, top - bottom), instruction("W"), instruction("n"),
                       instruction("sh", resource(t.pdf, t.page, "/Shading", t.pdf.make_indirect(shading)))])


# Digits in colours of all kinds of spaces, in other modes and behind other clips.

def _hidden_digit(t, before, after=()):
    """A digit behind the number in a text object of its own."""
    digit = t.dice.choice(t.digits)
    if t.right + t.width_of(digit) > t.room:
        raise Unfit("no room")
    t.block([*before, *t.text(digit, t.right, t.base, colour=[]), *after], at_end=t.dice.random() < 0.3)
    return Seen(t.raw, detail=f"{digit} behind {t.raw}", is_shown=False)


def _space(t, space, *values):
    name = resource(t.pdf, t.page, "/ColorSpace", space)
    return [Instruction([name], Operator("cs")), instruction("scn", *values)]


def _needs_white(t):
    if t.ground != (1, 1, 1):
        raise Unfit("a coloured ground")


@kind("digit-lab-white")
def digit_lab_white(t):
    _needs_white(t)
    return _hidden_digit(t, _space(t, Array([Name.Lab, Dictionary(WhitePoint=Array([0.9505, 1, 1.089]))]), 100, 0, 0))


@kind("digit-spot-white")
def digit_spot_white(t):
    """A spot colour whose full tint is white, by a function of each type."""
    _needs_white(t)
    rgb = {"Domain": Array([0, 1]), "Range": Array([0, 1] * 3)}
    tint = t.dice.choice([
        Dictionary(FunctionType=2, N=1, C0=Array([1, 1, 1]), C1=Array([1, 1, 1]), **rgb),
        t.pdf.make_stream(b"{ pop 1 1 1 }", FunctionType=4, **rgb),
        t.pdf.make_stream(b"\xff" * 6, FunctionType=0, Size=Array([2]), BitsPerSample=8, **rgb)])
    return _hidden_digit(t, _space(t, Array([Name.Separation, Name.Paper, Name.DeviceRGB, tint]), 1))


@kind("digit-no-ink")
def digit_no_ink(t):
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0]), C1=Array([0]))
    return _hidden_digit(t, _space(t, Array([Name.Separation, Name("/None"), Name.DeviceGray, tint]), 1))


@kind("digit-pattern-white")
def digit_pattern_white(t):
    _needs_white(t)
    tile = t.pdf.make_stream(b"1 g 0 0 4 4 re f", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 4, 4]), XStep=4, YStep=4,
                             Resources=Dictionary())
    name = resource(t.pdf, t.page, "/Pattern", tile)
    return _hidden_digit(t, [Instruction([Name.Pattern], Operator("cs")), Instruction([name], Operator("scn"))])


@kind("digit-multiplied-white")
def digit_multiplied_white(t):
    multiply = resource(t.pdf, t.page, "/ExtGState", Dictionary(Type=Name.ExtGState, BM=Name.Multiply))
    return _hidden_digit(t, [instruction("gs", multiply), instruction("g", 1)])


@kind("digit-mode-7")
def digit_mode_7(t):
    digit = t.dice.choice(t.digits)
    if t.right + t.width_of(digit) > t.room:
        raise Unfit("no room")
    shown_text = [instruction("Tr", 7) if str(each.operator) == "Tr" else each for each in t.text(digit, t.right, t.base)]
    t.block(shown_text, at_end=t.dice.random() < 0.3)
    return Seen(t.raw, detail=f"{digit} behind {t.raw} as a clip", is_shown=False)


@kind("digit-outside-polygon")
def digit_outside_polygon(t):
    """Outside of a clip whose box it lies in."""
    x, y, size = float(t.right), float(t.base), float(t.height)
    clip = [instruction("m", x - 40, y - 40), instruction("l", x + 3 * size, y - 40), instruction("l", x - 40, y + 3 * size), instruction("h")]
    if t.dice.random() < 0.5:
        clip = [instruction("m", x - 60, y - 30), instruction("l", x + 60, y - 30), instruction("l", x + 60, y - size), instruction("l", x - 60, y - size),
                instruction("h"), instruction("re", x - 60, y + 2 * size, 120.0, 9.0)]
    else:
        clip = [instruction("re", x - 60, y - 30, 120.0, 60.0), instruction("re", x - 40, y - 20, 80.0, 40.0)]
    return _hidden_digit(t, [*clip, instruction("W*"), instruction("n")])


@kind("digit-blank-glyph")
def digit_blank_glyph(t):
    """A font of procedures has none of any ink for it."""
    empty, digit = t.pdf.make_stream(b"500 0 0 0 500 700 d1"), t.dice.choice("123456789")
    font = t.pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 700]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
                                          CharProcs=Dictionary(blank=empty), Encoding=Dictionary(Type=Name.Encoding, Differences=Array([65, Name.blank])),
                                          FirstChar=65, LastChar=65, Widths=Array([500]), Resources=Dictionary(),
                                          ToUnicode=t.pdf.make_stream(write_map({65: digit}, 1))))
    if t.right + t.height * 0.5 > t.room:
        raise Unfit("no room")
    t.block([instruction("BT"), instruction("g", 0), instruction("Tf", resource(t.pdf, t.page, "/Font", font), float(t.height)), instruction("Tc", 0), instruction("Tr", 0),
             instruction("Tm", 1, 0, 0, 1, float(t.right), float(t.base)), Instruction([String("A")], Operator("Tj")), instruction("ET")])
    return Seen(t.raw, detail=f"{digit} behind {t.raw} without ink", is_shown=False)


@kind("digit-on-own-colour")
def digit_on_own_colour(t):
    """A digit on a picture of its colour, a black bar beside the number."""
    digit = t.dice.choice(t.digits)
    wide = t.width_of(digit)
    if t.right + wide + 1 > t.room:
        raise Unfit("no room")
    image = _picture(t, b"\x00" * 4, 2, 2, ColorSpace=Name.DeviceGray, BitsPerComponent=8)
    t.block([*_placed(t, image, t.right, t.base - t.height * 0.25, t.right + wide, t.base + t.height * 0.85), *t.text(digit, t.right, t.base, colour=[instruction("g", 0)])])
    return Seen(t.raw, detail=f"a black {digit} on a black picture behind {t.raw}", is_shown=True)


def _rect(*box):
    return Array([round(float(c), 2) for c in box])


# Digits that are there and can't be seen.

def _extra(t, before, after, size=None, digit=None):
    """A digit of that state behind the number, or in front of it."""
    widest = max(map(t.width_of, t.digits), default=t.height)
    in_front = t.raw[0].isdigit() and t.dice.random() < 0.25 and t.left - widest > t.sides[0]
    if not in_front and t.right + widest > t.room:
        raise Unfit("no room")
    digits = [d for d in t.digits if d != "0"]
    if not digits:
        raise Unfit("no digit")
    digit = digit or t.dice.choice(digits)
    t.beside(digit, before, after, in_front, size)
    return f"{digit} {'before' if in_front else 'behind'} {t.raw}"


@kind("digit-white")
def digit_white(t):
    if t.ground == (1, 1, 1):
        colour = t.dice.choice([[instruction("g", 1)], t.colour((1, 1, 1)), [instruction("k", 0, 0, 0, 0)]])
    else:
        colour = t.colour(t.ground)
    return Seen(t.raw, detail=_extra(t, colour, t.glyphs[0].state.restored_fill()), is_shown=False)


@kind("digit-near-white")
def digit_near_white(t):
    off = t.dice.choice([0.004, 0.01, 0.02])
    colour = t.colour(tuple(max(0.0, c - off) for c in t.ground))
    return Seen(t.raw, detail=_extra(t, colour, t.glyphs[0].state.restored_fill()))


@kind("digit-half-point")
def digit_half_point(t):
    size = t.dice.choice([0.1, 0.5, 0.5, 1.0])
    state = t.glyphs[0].state
    if t.dice.random() < 0.4:  # small by the matrix of a text object of its own
        digit = t.dice.choice(t.digits)
        t.block(t.text(digit, t.right, t.base, size / t.height))
        return Seen(t.raw, detail=f"{digit} behind {t.raw}, {size} pt by its matrix")
    return Seen(t.raw, detail=_extra(t, [], [], float(state.size * size / t.height)) + f", {size} pt")


@kind("digit-squeezed")
def digit_squeezed(t):
    """Of full height and no width."""
    state = t.glyphs[0].state
    return Seen(t.raw, detail=_extra(t, [instruction("Tz", 1)], [instruction("Tz", float(state.scale * 100))]))


@kind("digit-covered")
def digit_covered(t):
    """Drawn, and a box of the ground's colour over it."""
    digit = t.dice.choice(t.digits)
    wide = t.width_of(digit)
    if t.right + wide + 1.5 > t.room:
        raise Unfit("no room")
    box = t.rectangle(t.right, t.base - t.height * 0.25, t.right + wide + 0.4, t.base + t.height * 0.85, t.ground)
    t.block([*t.text(digit, t.right, t.base), *box], at_end=t.dice.random() < 0.4)
    return Seen(t.raw, detail=f"{digit} behind {t.raw} under a box", is_shown=False)


@kind("digit-clipped")
def digit_clipped(t):
    digit = t.dice.choice(t.digits)
    if t.right + t.width_of(digit) > t.room:
        raise Unfit("no room")
    away = [instruction("re", float(t.left - 3), float(t.base - 3), 2.0, 2.0), instruction("W"), instruction("n")]
    t.block([*away, *t.text(digit, t.right, t.base)], at_end=t.dice.random() < 0.3)
    return Seen(t.raw, detail=f"{digit} behind {t.raw}, outside its clip", is_shown=False)


@kind("digit-transparent")
def digit_transparent(t):
    clear = resource(t.pdf, t.page, "/ExtGState", Dictionary(Type=Name.ExtGState, ca=0, CA=0))
    full = resource(t.pdf, t.page, "/ExtGState", Dictionary(Type=Name.ExtGState, ca=1, CA=1))
    return Seen(t.raw, detail=_extra(t, [instruction("gs", clear)], [instruction("gs", full)]), is_shown=False)


@kind("digit-mode-3")
def digit_mode_3(t):
    return Seen(t.raw, detail=_extra(t, [instruction("Tr", 3)], [instruction("Tr", t.glyphs[0].state.mode)]), is_shown=False)


def _hidden_group(t):
    """A group of optional content that is off; the name of it in the page's properties."""
    group = t.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("draft")))
    t.pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(ON=Array([]), OFF=Array([group]), Order=Array([group])))
    return resource(t.pdf, t.page, "/Properties", group, "OC")


@kind("digit-hidden-group")
def digit_hidden_group(t):
    begin = [Instruction([Name.OC, _hidden_group(t)], Operator("BDC"))]
    return Seen(t.raw, detail=_extra(t, begin, [instruction("EMC")]), is_shown=False)


@kind("number-hidden-group")
def number_hidden_group(t):
    """The whole number is hidden, and another one shown."""
    new = t.changed()
    t.around([Instruction([Name.OC, _hidden_group(t)], Operator("BDC"))], [instruction("EMC")])
    t.block(t.text(new, t.left, t.base))
    return Seen(new, detail=f"{t.raw} in a hidden group, {new} in its place", is_shown=True)


@kind("digit-outside-crop-box")
def digit_outside(t):
    width = float(t.page.MediaBox[2])
    media = [float(c) for c in t.page.MediaBox]
    t.page.obj.CropBox = Array(media)
    t.page.obj.MediaBox = Array([media[0], media[1], media[2] + 60, media[3]])
    digit = t.dice.choice(t.digits)
    t.append(t.text(digit, width + t.dice.uniform(2, 30), t.base))
    return Seen(t.raw, said=None, detail=f"{digit} outside the crop box on the line of {t.raw}", is_shown=False)


# Drawn twice, or in another order.

@kind("twice-bold")
def twice_bold(t):
    """As a heading is made bold without a bold face."""
    t.block(t.text(t.raw, t.left + t.height * t.dice.uniform(0, 0.03), t.base), at_end=t.dice.random() < 0.3)
    return Seen(t.raw, said=None, detail=f"{t.raw} twice on one place")


@kind("twice-beside")
def twice_beside(t):
    if t.right + t.height * 0.2 > t.room:
        raise Unfit("no room")
    t.block(t.text(t.raw, t.left + t.height * t.dice.uniform(0.1, 0.2), t.base), at_end=t.dice.random() < 0.3)
    return Seen(t.raw, said=None, detail=f"{t.raw} twice, 0.15 em apart", is_shown=True)


@kind("twice-shadow")
def twice_shadow(t):
    grey = t.colour((0.7, 0.7, 0.7)) if t.dice.random() < 0.6 else None
    down = t.dice.choice([1, 1.5, 2])
    if t.right + down > t.room:
        raise Unfit("no room")
    t.block(t.text(t.raw, t.left + down, t.base - down, colour=grey), after=t.dice.random() < 0.5)
    return Seen(t.raw, said=None, detail=f"{t.raw} with a shadow of {down} pt", is_shown=True)


@kind("twice-digit")
def twice_digit(t):
    glyph = t.dice.choice([g for g in t.glyphs if g.text.isdigit()])
    t.block(t.text(glyph.text, glyph.left + t.height * t.dice.choice([0, 0.02, 0.08]), t.base), at_end=t.dice.random() < 0.3)
    return Seen(t.raw, said=None, detail=f"{glyph.text} of {t.raw} twice")


@kind("from-the-right")
def from_the_right(t):
    if t.raw == t.raw[::-1]:
        raise Unfit("the same from both ends")
    if len({g.at for g in t.glyphs}) == 1 and t.dice.random() < 0.5:
        def backwards(own, atoms):
            starts = [(g.left - own[0].left) / own[0].matrix[0] * 1000 for g in own]
            out, at = [], 0.0
            for glyph, start in reversed(list(zip(own, starts))):
                out += [at - start, glyph.code]
                at = start + advance_of(glyph)
            return [*out, at - starts[-1] - advance_of(own[-1])]
        t.around([], [], None, backwards)
    else:
        t.remove()
        t.block([each for g in reversed(t.glyphs) for each in t.text(g.text, g.left, t.base)])
    return Seen(t.raw, said=None, detail=f"{t.raw} from the right")


# Fonts whose map to characters has holes.

def _with_map(t, codes):
    """A font like that of the number with another map; None for none."""
    font = copied(t.font.object)
    if codes is None:
        del font["/ToUnicode"]
    else:
        font.ToUnicode = t.pdf.make_stream(write_map(codes, t.font.size))
    return resource(t.pdf, t.page, "/Font", t.pdf.make_indirect(font), "PF")


def _needs_map(t):
    if "/ToUnicode" not in t.font.object:
        raise Unfit("a font without a map")


def _in_font(t, name):
    size = float(t.glyphs[0].state.size)
    t.around([instruction("Tf", name, size)], [instruction("Tf", Name(t.font.name), size)])


@kind("map-lacks-digit")
def map_lacks_digit(t):
    _needs_map(t)
    digit = t.dice.choice([c for c in t.raw if c.isdigit()])
    _in_font(t, _with_map(t, {code: text for code, text in t.font.unicode.items() if text != digit}))
    return Seen(t.raw, detail=f"the font of {t.raw} has no character for {digit}", said=None, is_shown=False)


@kind("map-lacks-digits")
def map_lacks_digits(t):
    _needs_map(t)
    _in_font(t, _with_map(t, {code: text for code, text in t.font.unicode.items() if not text.isdigit()}))
    return Seen(t.raw, detail=f"the font of {t.raw} has no characters for digits", said=None, is_shown=False)


@kind("map-missing")
def map_missing(t):
    _needs_map(t)
    _in_font(t, _with_map(t, None))
    return Seen(t.raw, detail=f"the font of {t.raw} has no map", said=None, is_shown=False)


def _same_font(t, digit=None):
    """The cells whose number is in the very font of this one, and has that digit."""
    out = []
    for name, word in t.document.places.items():
        if digit and digit not in word.text:
            continue
        walk = t.document.walk(word.page)
        tall = float(t.pdf.pages[word.page].MediaBox[3])
        left, top, right, bottom = word.box
        glyphs = walk.line_in_box((left, tall - bottom, right, tall - top), word.text)
        if any(g.state.font.object.objgen == t.font.object.objgen for g in glyphs):
            out.append(name)
    return out


@kind("map-of-document-lacks-digit")
def map_of_document(t):
    _needs_map(t)
    digit = t.dice.choice([c for c in t.raw if c.isdigit()])
    affected = _same_font(t, digit)
    t.font.object.ToUnicode = t.pdf.make_stream(write_map({code: text for code, text in t.font.unicode.items() if text != digit}, t.font.size))
    return Seen(t.raw, affected=affected, detail=f"the font of {len(affected)} cells has no character for {digit}", said=None, is_shown=False)


@kind("map-of-document-missing")
def map_of_document_missing(t):
    _needs_map(t)
    affected = _same_font(t)
    if "+" in str(t.font.object.get("/BaseFont", "")) and len(t.font.unicode) > 60:
        raise Unfit("the font of the prose too")
    del t.font.object["/ToUnicode"]
    return Seen(t.raw, affected=affected, detail=f"the font of {len(affected)} cells has no map", said=None, is_shown=False)


# Numbers that are no text.

@kind("number-picture")
def number_picture(t):
    left, bottom, right, top = _box(t)
    t.remove()
    t.block(t.image(t.picture_of(t.raw), left, bottom, right - left, top - bottom), at_end=t.dice.random() < 0.3)
    return Seen(t.raw, detail=f"{t.raw} is a picture")


@kind("number-inline-picture")
def number_inline_picture(t):
    left, bottom, right, top = _box(t)
    t.remove()
    picture = t.picture_of(t.raw, 2)
    content = f"BI /W {picture.size[0]} /H {picture.size[1]} /BPC 8 /CS /G /F /AHx ID {picture.tobytes().hex()}> EI".encode()
    place = instruction("cm", float(right - left), 0, 0, float(top - bottom), float(left), float(bottom))
    t.block([place, *pikepdf.parse_content_stream(t.pdf.make_stream(content))])
    return Seen(t.raw, detail=f"{t.raw} is an inline picture")


@kind("number-form")
def number_form(t):
    """A form whose only content is a picture."""
    left, bottom, right, top = _box(t)
    t.remove()
    picture = t.picture_of(t.raw).convert("L")
    image = t.pdf.make_stream(picture.tobytes(), Type=Name.XObject, Subtype=Name.Image, Width=picture.size[0], Height=picture.size[1],
                              ColorSpace=Name.DeviceGray, BitsPerComponent=8)
    form = t.pdf.make_stream(b"q %.2f 0 0 %.2f 0 0 cm /Im Do Q" % (right - left, top - bottom), Type=Name.XObject, Subtype=Name.Form,
                             BBox=Array([0, 0, round(right - left, 2), round(top - bottom, 2)]), Resources=Dictionary(XObject=Dictionary(Im=image)))
    name = resource(t.pdf, t.page, "/XObject", form)
    t.block([instruction("cm", 1, 0, 0, 1, float(left), float(bottom)), instruction("Do", name)])
    return Seen(t.raw, detail=f"{t.raw} is a picture in a form")


@kind("number-outlines")
def number_outlines(t):
    drawn, _ = t.outlines(t.raw, t.left, t.base)
    t.remove()
    t.block(drawn, at_end=t.dice.random() < 0.3)
    return Seen(t.raw, detail=f"{t.raw} is outlines")


def _one_digit(t):
    places = [i for i, g in enumerate(t.glyphs) if g.text.isdigit()]
    if len(places) < 2:
        raise Unfit("one digit only")
    return t.dice.choice(places)


@kind("digit-picture")
def digit_picture(t):
    place = _one_digit(t)
    glyph = t.glyphs[place]
    t.remove([glyph])
    picture = t.picture_of(glyph.text)
    t.block(t.image(picture, glyph.left, t.base - t.height * 0.05, glyph.width, t.height * 0.75))
    return Seen(t.raw, detail=f"{glyph.text} of {t.raw} is a picture")


@kind("digit-outlines")
def digit_outlines(t):
    place = _one_digit(t)
    glyph = t.glyphs[place]
    drawn, _ = t.outlines(glyph.text, glyph.left, t.base)
    t.remove([glyph])
    t.block(drawn)
    return Seen(t.raw, detail=f"{glyph.text} of {t.raw} is outlines")


# Marks.

@kind("note-mark")
def note_mark(t):
    """A smaller digit raised behind the figure."""
    mark, scale = t.dice.choice([d for d in t.digits if d in "123"] or t.digits), t.dice.choice([0.5, 0.6, 0.65])
    if t.right + t.height * 0.4 > t.room:
        raise Unfit("no room")
    t.block(t.text(mark, t.right + t.height * t.dice.choice([0, 0, 0.03]), t.base + t.height * t.dice.uniform(0.3, 0.45), scale))
    return Seen(t.raw, detail=f"{t.raw} with the mark {mark}", is_shown=True)


@kind("note-mark-by-rise")
def note_mark_by_rise(t):
    """The same as word processors write it: another size and a rise in one text object."""
    state = t.glyphs[0].state
    mark, scale = t.dice.choice([d for d in t.digits if d in "123"] or t.digits), t.dice.choice([0.55, 0.6])
    if t.right + t.height * 0.4 > t.room:
        raise Unfit("no room")
    up = instruction("Ts", float(state.size * t.dice.uniform(0.3, 0.4)))
    t.beside(mark, [up], [instruction("Ts", float(state.rise))], size=float(state.size * scale))
    return Seen(t.raw, detail=f"{t.raw} with the mark {mark}", is_shown=True)


# Over the whole page.

def _gb1(t, page):
    below = t.pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=Name("/SimSun"), DW=1000, W=Array([1, 95, 500, 814, 939, 500]),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("GB1"), Supplement=4),
        FontDescriptor=Dictionary(Type=Name.FontDescriptor, FontName=Name("/SimSun"), Flags=4, FontBBox=Array([0, -120, 1000, 880]), ItalicAngle=0,
                                  Ascent=880, Descent=-120, CapHeight=700, StemV=80)))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/SimSun"), Encoding=Name("/UniGB-UTF16-H"), DescendantFonts=Array([below]))
    return resource(t.pdf, page, "/Font", t.pdf.make_indirect(font), "WM")


def _watermark(t, words, size, angle, places, grey, clear, is_first, pages):
    """Draws `words` on those pages; the cells that they touch."""
    touched = set()
    for number in pages:
        page = t.pdf.pages[number]
        tall = float(page.MediaBox[3])
        is_han = any(ord(c) > 0x7f for c in words)
        if is_han:
            font = _gb1(t, page)
        else:
            font = resource(t.pdf, page, "/Font", Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding), "WM")
        operators = [instruction("g", grey)]
        if clear is not None:
            operators.append(instruction("gs", resource(t.pdf, page, "/ExtGState", Dictionary(Type=Name.ExtGState, ca=clear, CA=clear), "WG")))
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        widths = [size if ord(c) > 0x7f else size * (0.5 if is_han else 0.58) for c in words]
        for x, y in places:
            text = words.encode("utf-16-be") if is_han else words.encode()
            operators += [instruction("BT"), instruction("Tf", font, float(size)), instruction("Tm", cos, sin, -sin, cos, float(x), float(y)),
                          *shown([text]), instruction("ET")]
            # Every letter's box, turned.
            at = 0.0
            for width in widths:
                corners = [(x + u * cos - v * sin, y + u * sin + v * cos) for u in (at, at + width) for v in (-0.2 * size, 0.85 * size)]
                left, right = min(c[0] for c in corners) - 2, max(c[0] for c in corners) + 2
                low, high = min(c[1] for c in corners) - 2, max(c[1] for c in corners) + 2
                touched |= {name for name, word in t.document.places.items() if word.page == number
                            and word.box[0] < right and word.box[2] > left and tall - word.box[3] < high and tall - word.box[1] > low}
                at += width
        if number == t.word.page:
            t.append(operators, first=is_first)
        else:
            walk = t.document.walk(number)
            walk.write(t.pdf, enclosed(walk.instructions, operators if is_first else [], [] if is_first else operators))
    return sorted(touched)


WORDS = ["20240118", "内部资料", "2024 0118 3", "征求意见稿", "DRAFT 2", "政务公开2023"]


def _size(t):
    return float(t.page.MediaBox[2]), float(t.page.MediaBox[3])


@kind("watermark-turned")
def watermark_turned(t):
    words, (wide, tall) = t.dice.choice(WORDS), _size(t)
    size, angle = t.dice.choice([24, 36, 60]), t.dice.choice([30, 45, 55])
    touched = _watermark(t, words, size, angle, [(wide * 0.2, tall * 0.2 + t.dice.uniform(0, 0.3) * tall)], t.dice.choice([0.75, 0.85, 0.9]), None,
                         True, [t.word.page] if t.dice.random() < 0.5 else range(len(t.pdf.pages)))
    return Seen(t.raw, "document", touched, f"{words} turned by {angle}°")


@kind("watermark-translucent")
def watermark_translucent(t):
    words, (wide, tall) = t.dice.choice(WORDS), _size(t)
    size = t.dice.choice([28, 40, 54])
    places = [(wide * 0.12, t.base - size * 0.3), (wide * 0.3, tall * 0.3)][:t.dice.choice([1, 2])]
    touched = _watermark(t, words, size, t.dice.choice([0, 0, 20]), places, 0.5, t.dice.choice([0.1, 0.2, 0.3]), t.dice.random() < 0.4, [t.word.page])
    return Seen(t.raw, "document", touched, f"{words} translucent over the table")


@kind("watermark-repeated")
def watermark_repeated(t):
    """The same large run on the same places of all pages."""
    words, (wide, tall) = t.dice.choice(WORDS), _size(t)
    size, places = t.dice.choice([20, 26, 32]), [(x, y) for x in (wide * 0.08, wide * 0.5) for y in (tall * 0.2, tall * 0.45, tall * 0.7)]
    touched = _watermark(t, words, size, t.dice.choice([0, 0, 30]), places, t.dice.choice([0.8, 0.88]), None, True, range(len(t.pdf.pages)))
    return Seen(t.raw, "document", touched, f"{words} six times on every page")


# Annotations and what else a file carries.

def _quads(t):
    left, bottom, right, top = _box(t)
    return {"Rect": _rect(left, bottom, right, top), "QuadPoints": _rect(left, top, right, top, left, bottom, right, bottom)}


def _appearance(t, content, **entries):
    left, bottom, right, top = _box(t)
    return Dictionary(N=t.pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=_rect(left, bottom, right, top), **entries))


@kind("annotation-strikeout")
def annotation_strikeout(t):
    left, bottom, right, top = _box(t)
    more = {}
    if t.dice.random() < 0.6:
        more["AP"] = _appearance(t, b"1 0 0 RG 0.8 w %.2f %.2f m %.2f %.2f l S" % (left, (bottom + top) / 2, right, (bottom + top) / 2))
    t.annotation({"Subtype": Name.StrikeOut, **_quads(t), "C": Array([1, 0, 0]), "T": String("审核"), **more})
    return Seen(t.raw, detail=f"{t.raw} struck out by an annotation")


@kind("annotation-highlight")
def annotation_highlight(t):
    left, bottom, right, top = _box(t)
    multiply = Dictionary(ExtGState=Dictionary(G0=Dictionary(Type=Name.ExtGState, BM=Name.Multiply)))
    more = {"AP": _appearance(t, b"/G0 gs 1 1 0 rg %.2f %.2f %.2f %.2f re f" % (left, bottom, right - left, top - bottom), Resources=multiply,
                              Group=Dictionary(S=Name.Transparency))} if t.dice.random() < 0.6 else {}
    t.annotation({"Subtype": Name.Highlight, **_quads(t), "C": Array([1, 1, 0]), **more})
    return Seen(t.raw, detail=f"{t.raw} highlighted")


@kind("annotation-redact")
def annotation_redact(t):
    """Marked for redaction, which was never applied."""
    t.annotation({"Subtype": Name.Redact, **_quads(t), "IC": Array([0, 0, 0]), "OverlayText": String("")})
    return Seen(t.raw, detail=f"{t.raw} marked for redaction")


@kind("annotation-note")
def annotation_note(t):
    t.annotation({"Subtype": Name.Text, "Rect": _rect(t.right + 1, t.base, t.right + 9, t.base + 8), "Contents": String(f"应为{t.changed()}"), "Name": Name.Comment})
    return Seen(t.raw, detail=f"a note beside {t.raw}")


@kind("annotation-line")
def annotation_line(t):
    """A line as an annotation, through the number."""
    left, bottom, right, top = _box(t)
    y = t.base + t.height * 0.3
    content = b"0 0 0 RG 0.8 w %.2f %.2f m %.2f %.2f l S" % (left, y, right, y)
    name = t.dice.choice([Name.Line, Name.Ink])
    more = {"L": _rect(left, y, right, y)} if name == Name.Line else {"InkList": Array([_rect(left, y, right, y)])}
    t.annotation({"Subtype": name, "Rect": _rect(left, bottom, right, top), "C": Array([0, 0, 0]), "AP": _appearance(t, content), **more})
    return Seen(None, detail=f"a line over {t.raw} by an annotation", is_shown=True)


@kind("annotation-square")
def annotation_square(t):
    """An opaque rectangle as an annotation, over the number."""
    left, bottom, right, top = _box(t)
    ground = " ".join(f"{c:.3f}" for c in t.ground)
    content = f"{ground} rg {left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re f".encode()
    t.annotation({"Subtype": t.dice.choice([Name.Square, Name.Stamp]), "Rect": _rect(left, bottom, right, top), "AP": _appearance(t, content)})
    return Seen(None, detail=f"a rectangle over {t.raw} by an annotation", is_shown=True)


@kind("annotation-hidden")
def annotation_hidden(t):
    """A FreeText that is switched off: nothing of it is shown."""
    left, bottom, right, top = _box(t)
    content = f"1 g {left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re f".encode()
    t.annotation({"Subtype": Name.FreeText, "Rect": _rect(left, bottom, right, top), "Contents": String(t.changed()), "DA": String("/Helv 9 Tf 0 g"),
                  "AP": _appearance(t, content)}, flags=2)
    return Seen(t.raw, said=None, detail=f"a hidden annotation over {t.raw}", is_shown=False)


# What looks like a defect and is none: the number is to be right, though nobody minds a word.

@kind("none-underlined")
def none_underlined(t):
    t.block(t.line(t.left, t.right, t.base - t.height * t.dice.uniform(0.1, 0.18), t.dice.choice([0.4, 0.7])), at_end=t.dice.random() < 0.3)
    return Seen(t.raw, said=None, detail=f"{t.raw} underlined", is_shown=True)


@kind("none-marked")
def none_marked(t):
    """On a yellow ground that is drawn first."""
    t.block(t.rectangle(*_box(t), (1, 1, 0.4)), after=False)
    return Seen(t.raw, said=None, detail=f"{t.raw} on yellow", is_shown=True)


@kind("none-sealed")
def none_sealed(t):
    """A seal of which most is transparent over the table."""
    side = 60
    ring = Image.new("L", (side, side), 0)
    ImageDraw.Draw(ring).ellipse((2, 2, side - 3, side - 3), outline=140, width=4)
    entries = {"Type": Name.XObject, "Subtype": Name.Image, "Width": side, "Height": side, "BitsPerComponent": 8}
    mask = t.pdf.make_stream(ring.tobytes(), ColorSpace=Name.DeviceGray, **entries)
    image = t.pdf.make_stream(bytes((220, 20, 20)) * side * side, ColorSpace=Name.DeviceRGB, SMask=mask, **entries)
    name = resource(t.pdf, t.page, "/XObject", image)
    t.append([instruction("cm", 80, 0, 0, 80, float(t.left - 40), float(t.base - 36)), instruction("Do", name)])
    near = [name for name, word in t.document.places.items() if word.page == t.word.page and abs(word.box[0] - t.word.box[0]) < 90 and abs(word.box[1] - t.word.box[1]) < 90]
    return Seen(t.raw, said=None, affected=near, detail=f"a seal over {t.raw}", is_shown=True)


@kind("none-repainted")
def none_repainted(t):
    """A box of the ground's colour behind the number, as cells are filled twice."""
    t.block(t.rectangle(*_box(t), t.ground), after=False)
    return Seen(t.raw, said=None, detail=f"{t.raw} on a box of the ground's colour", is_shown=False)


@kind("none-sealed-translucent")
def none_sealed_translucent(t):
    """A full red disc that one sees through."""
    side = 60
    disc = Image.new("L", (side, side), 0)
    ImageDraw.Draw(disc).ellipse((2, 2, side - 3, side - 3), fill=110)
    entries = {"ColorSpace": Name.DeviceGray, "BitsPerComponent": 8}
    image = _picture(t, bytes((220, 20, 20)) * side * side, side, side, ColorSpace=Name.DeviceRGB, BitsPerComponent=8,
                     SMask=_picture(t, disc.tobytes(), side, side, **entries))
    t.append(_placed(t, image, t.left - 40, t.base - 36, t.left + 40, t.base + 44))
    return Seen(t.raw, said=None, detail=f"a translucent disc over {t.raw}", is_shown=True)


@kind("none-framed")
def none_framed(t):
    """A thick frame around the number, hollow by the even-odd rule."""
    left, bottom, right, top = map(float, _box(t))
    if t.right + 5 > t.room or t.left - 5 < t.sides[0]:
        raise Unfit("no room")
    rim = 3.5
    t.block([instruction("rg", 0.8, 0.1, 0.1), instruction("re", left - rim, bottom - rim, right - left + 2 * rim, top - bottom + 2 * rim),
             instruction("re", left, bottom, right - left, top - bottom), instruction("f*")])
    near = [name for name, word in t.document.places.items() if word.page == t.word.page and abs(word.box[1] - t.word.box[1]) < 20]
    return Seen(t.raw, said=None, affected=near, detail=f"a frame around {t.raw}", is_shown=True)


@kind("none-highlighted")
def none_highlighted(t):
    mode = t.dice.choice([Name.Multiply, Name.Darken])
    t.block([instruction("gs", resource(t.pdf, t.page, "/ExtGState", Dictionary(Type=Name.ExtGState, BM=mode))), *t.rectangle(*_box(t), (1, 1, 0))], at_end=True)
    return Seen(t.raw, said=None, detail=f"{t.raw} under a yellow marker", is_shown=True)


@kind("none-on-picture")
def none_on_picture(t):
    """Dark on a light picture, plain or as JPEG."""
    picture = Image.new("L", (16, 16), 225)
    data, more = (_jpeg(picture), {"Filter": Name.DCTDecode}) if t.dice.random() < 0.5 else (picture.tobytes(), {})
    t.append(_placed(t, _picture(t, data, 16, 16, ColorSpace=Name.DeviceGray, BitsPerComponent=8, **more), *_box(t)), first=True)
    return Seen(t.raw, said=None, detail=f"{t.raw} on a picture")


@kind("none-on-gradient")
def none_on_gradient(t):
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 600, 0]), Extend=Array([True, True]),
                         Function=Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([1, 1, 1]), C1=Array([0.7, 0.8, 1])))
    left, bottom, right, top = map(float, _box(t))
    t.block([instruction("re", left, bottom, right - left, top - bottom), instruction("W"), instruction("n"),
             instruction("sh", resource(t.pdf, t.page, "/Shading", t.pdf.make_indirect(shading)))], after=False)
    return Seen(t.raw, said=None, detail=f"{t.raw} on a gradient")


@kind("none-round-clip")
def none_round_clip(t):
    """Drawn once more behind a round clip that leaves all of it."""
    left, bottom, right, top = _box(t)
    wide, high = (right - left) * 0.4, (top - bottom) * 0.4
    t.remove()
    t.block([*_ellipse(left - wide, bottom - high, right + wide, top + high), instruction("W"), instruction("n"), *t.text(t.raw, t.left, t.base)])
    return Seen(t.raw, said=None, detail=f"{t.raw} within a round clip", is_shown=False)


@kind("none-spot-colour")
def none_spot_colour(t):
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0, 0, 0, 0]), C1=Array([1, 0.8, 0, 0.4]))
    t.remove()
    t.block([*_space(t, Array([Name.Separation, Name.Blue, Name.DeviceCMYK, tint]), 1), *t.text(t.raw, t.left, t.base, colour=[])])
    return Seen(t.raw, said=None, detail=f"{t.raw} in a spot colour")


@kind("actual-text")
def actual_text(t):
    new = t.changed()
    t.around([Instruction([Name.Span, Dictionary(ActualText=String(new))], Operator("BDC"))], [instruction("EMC")])
    return Seen(t.raw, said=None, detail=f"{t.raw} with the ActualText {new}", is_shown=False)


@kind("attachment")
def attachment(t):
    name = t.dice.choice(["2023-tables.xlsx", "附件.docx", "data.csv"])
    if t.dice.random() < 0.5:
        t.pdf.attachments[name] = b"PK\x03\x04 nothing to see"
    else:
        file = t.pdf.make_stream(b"PK\x03\x04 nothing to see", Type=Name.EmbeddedFile)
        t.annotation({"Subtype": Name.FileAttachment, "Rect": _rect(20, 20, 32, 40), "Contents": String("附件"),
                      "FS": Dictionary(Type=Name.Filespec, F=String(name), UF=String(name), EF=Dictionary(F=file))})
    return Seen(t.raw, "document", [], f"the file {name} inside", words=(name, "attach", "embed"))


# A scan with a layer of text.

@kind("text-layer")
def text_layer(t):
    """Every page is a picture of itself with its text under it, unseen; one digit of one number was recognised wrongly."""
    if len(t.pdf.pages) > 6:
        raise Unfit("too long")
    place = t.dice.choice([i for i, g in enumerate(t.glyphs) if g.text.isdigit()])
    wrong = t.dice.choice([d for d in t.digits if d != t.glyphs[place].text])
    at = t.glyphs[place].atom

    def misread(own, atoms):
        return [t.code(wrong) if g == at - own[0].atom else atom for g, atom in enumerate(atoms)]
    if len({g.at for g in t.glyphs}) > 1:
        raise Unfit("a number in pieces")
    t.around([], [], None, misread)
    for number, page in enumerate(t.pdf.pages):
        walk = t.document.walk(number)
        old = walk.replaced(t.edits) if number == t.word.page else walk.instructions
        quiet = [each for each in old if str(each.operator) not in {"f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "Tr"} | {"INLINE IMAGE"}]
        text = [more for each in _without_paths(quiet) for more in ([each, instruction("Tr", 3)] if str(each.operator) == "BT" else [each])]
        wide, tall = float(page.MediaBox[2]), float(page.MediaBox[3])
        picture = t.document.picture(number)
        image = t.pdf.make_stream(_jpeg(picture), Type=Name.XObject, Subtype=Name.Image, Width=picture.size[0], Height=picture.size[1],
                                  ColorSpace=Name.DeviceGray, BitsPerComponent=8, Filter=Name.DCTDecode)
        name = resource(t.pdf, page, "/XObject", image, "Scan")
        scan = [instruction("cm", wide, 0, 0, tall, 0, 0), instruction("Do", name)]
        walk.write(t.pdf, enclosed(text, [], scan) if t.dice.random() < 0.5 else enclosed(text, scan, []))
    t.is_written = True
    return Seen(t.raw, "document", list(t.document.places), f"{t.raw} recognised with {wrong} as digit {place + 1}", words=("recogni", "ocr", "layer", "识别", "picture"))


def _jpeg(picture):
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=60)
    return out.getvalue()


def _without_paths(instructions):
    """The instructions without those that build paths; clips go too, which need them."""
    drop = {"m", "l", "c", "v", "y", "h", "re", "W", "W*", "n"}
    return [each for each in instructions if str(each.operator) not in drop]
