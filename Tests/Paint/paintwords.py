"""More defects of PDFs: fonts that lie, glyphs without ink, strikes of any shape, marks anywhere, lines for digits, spread and turned digits."""

import math

from glyphs import Instruction, advance_of, copied, instruction, resource, write_map
from paintpdf import _extra, _gb1, _in_font, _needs_map, _one_digit, _size, _watermark, kind  # noqa: F401
from pikepdf import Array, Dictionary, Name, Operator, String
from target import Seen, Unfit

DIGIT_NAMES = "zero one two three four five six seven eight nine".split()


# Fonts that lie.

def _codes(t):
    """{digit: code} of the number's font."""
    return {text: code for code, text in t.font.unicode.items() if text.isdigit() and len(text) == 1 and text.isascii()}


def _embedded(t):
    below = t.font.object.DescendantFonts[0] if "/DescendantFonts" in t.font.object else t.font.object
    return below.get("/FontDescriptor")


def _named_font(t, names, unicode, encoding=None):
    """A Helvetica whose codes from 0x30 on have those names, with that map."""
    differences = [*[48], *[Name("/" + name) for name in names]]
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, FirstChar=48, LastChar=57, Widths=Array([556] * 10),
                      Encoding=encoding or Dictionary(Type=Name.Encoding, Differences=Array(differences)),
                      ToUnicode=t.pdf.make_stream(write_map({48 + i: text for i, text in enumerate(unicode)}, 1)))
    return resource(t.pdf, t.page, "/Font", t.pdf.make_indirect(font), "LF")


def _shown_in(t, font, text):
    t.remove()
    size = t.height * 0.9
    t.block([instruction("BT"), *t.glyphs[0].state.restored_fill(), instruction("Tf", font, float(size)), instruction("Tc", 0), instruction("Tr", 0),
             instruction("Tm", 1, 0, 0, 1, float(t.left), float(t.base)), Instruction([String(text)], Operator("Tj")), instruction("ET")])


def _plain(t):
    if not t.raw.isdigit():
        raise Unfit("more than digits")


@kind("font-map-contradicts-names")
def font_contradicts_names(t):
    """Glyphs are named and shown rightly, and the map says another digit."""
    _plain(t)
    new = t.changed()
    other = {}
    for own, wrong in zip(t.raw, new):
        if other.setdefault(own, wrong) != wrong:
            raise Unfit("not one to one")
    style = t.dice.choice(["names", "uni", "standard"])
    names = DIGIT_NAMES if style == "names" else [f"uni003{d}" for d in range(10)]
    encoding = Name.WinAnsiEncoding if style == "standard" else None
    _shown_in(t, _named_font(t, names, [other.get(str(d), str(d)) for d in range(10)], encoding), t.raw)
    return Seen(t.raw, detail=f"{t.raw} is mapped to {new} ({style})")


@kind("font-names-shuffled")
def font_names_shuffled(t):
    """The map says the digits of the codes, the glyph names others: what is shown is what the names say."""
    _plain(t)
    order = list(range(10))
    t.dice.shuffle(order)
    shown = "".join(str(order[int(c)]) for c in t.raw)
    if shown == t.raw or shown[0] == "0" and len(shown) > 1:
        raise Unfit("nothing changed")
    _shown_in(t, _named_font(t, [DIGIT_NAMES[d] for d in order], [str(d) for d in range(10)]), t.raw)
    return Seen(shown, detail=f"codes of {t.raw} with the glyphs of {shown}")


@kind("font-map-shuffled")
def font_map_shuffled(t):
    """The map of the number's own embedded font says another digit for one of its digits."""
    _needs_map(t)
    place = t.dice.choice([i for i, c in enumerate(t.raw) if c.isdigit()])
    own, codes = t.raw[place], _codes(t)
    wrong = t.dice.choice([d for d in "0123456789" if d != own])
    map = dict(t.font.unicode)
    map[codes[own]] = wrong
    if t.dice.random() < 0.5 and wrong in codes:
        map[codes[wrong]] = own
    font = copied(t.font.object)
    font.ToUnicode = t.pdf.make_stream(write_map(map, t.font.size))
    _in_font(t, resource(t.pdf, t.page, "/Font", t.pdf.make_indirect(font), "PF"))
    return Seen(t.raw, detail=f"{own} of {t.raw} is mapped to {wrong}", is_shown=False)


def _mapped_to(t, text):
    _needs_map(t)
    place = _one_digit(t)
    own, codes = t.raw[place], _codes(t)
    font = copied(t.font.object)
    font.ToUnicode = t.pdf.make_stream(write_map({**t.font.unicode, codes[own]: text}, t.font.size))
    _in_font(t, resource(t.pdf, t.page, "/Font", t.pdf.make_indirect(font), "PF"))
    return Seen(t.raw, detail=f"{own} of {t.raw} is mapped to {text!r}", is_shown=False)


@kind("font-maps-digit-to-blank")
def font_blank(t):
    return _mapped_to(t, t.dice.choice([" ", "\u00a0", "\u3000"]))


@kind("font-maps-digit-to-zero-width")
def font_zero_width(t):
    return _mapped_to(t, t.dice.choice(["\u200b", "\ufeff", "\u00ad", "\u200d", "\u2060"]))


@kind("font-maps-digit-to-combining")
def font_combining(t):
    return _mapped_to(t, t.dice.choice(["\u0301", "\u0335", "\u20dd"]))


@kind("font-maps-digit-to-nothing")
def font_nothing(t):
    return _mapped_to(t, "")


# Digits without ink.

@kind("ink-type3-empty")
def ink_type3(t):
    """A digit behind the number from a Type 3 font whose procedure paints nothing."""
    wide = t.height * 0.5
    if t.right + wide > t.room:
        raise Unfit("no room")
    empty = t.pdf.make_stream(t.dice.choice([b"500 0 d0", b"500 0 0 0 500 700 d1", b"500 0 d0 q Q", b"500 0 d0 0 0 m 10 10 l n"]))
    digit = t.dice.choice("123456789")
    name = DIGIT_NAMES[int(digit)]
    font = Dictionary(Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 700]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
                      CharProcs=Dictionary({"/" + name: empty}), FirstChar=48, LastChar=57, Widths=Array([500] * 10), Resources=Dictionary(),
                      Encoding=Dictionary(Type=Name.Encoding, Differences=Array([48 + int(digit), Name("/" + name)])),
                      ToUnicode=t.pdf.make_stream(write_map({48 + int(digit): digit}, 1)))
    name = resource(t.pdf, t.page, "/Font", t.pdf.make_indirect(font), "T3")
    t.block([instruction("BT"), instruction("g", 0), instruction("Tf", name, float(t.height)), instruction("Tc", 0), instruction("Tr", 0),
             instruction("Tm", 1, 0, 0, 1, float(t.right), float(t.base)), Instruction([String(digit)], Operator("Tj")), instruction("ET")])
    return Seen(t.raw, detail=f"{digit} without ink behind {t.raw}", is_shown=False)


@kind("ink-blank-as-digit")
def ink_blank(t):
    """The blank of an embedded font, mapped to a digit, behind the number."""
    _needs_map(t)
    code = t.font.code_of(" ")
    if code is None or _embedded(t) is None:
        raise Unfit("no blank")
    digit = t.dice.choice("123456789")
    font = copied(t.font.object)
    number = int.from_bytes(code, "big")
    font.ToUnicode = t.pdf.make_stream(write_map({**{c: x for c, x in t.font.unicode.items() if x != digit}, number: digit}, t.font.size))
    name = resource(t.pdf, t.page, "/Font", t.pdf.make_indirect(font), "PF")
    state, matrix = t.glyphs[0].state, t.glyphs[0].matrix
    size = state.size or 1
    if t.right + t.font.width(number) / 1000 * matrix[0] > t.room:
        raise Unfit("no room")
    t.block([instruction("BT"), *state.restored_fill(), instruction("Tf", name, float(size)), instruction("Tc", 0), instruction("Tr", 0), instruction("Tz", 100),
             instruction("Tm", float(matrix[0] / size), 0.0, 0.0, float(matrix[3] / size), float(t.right), float(t.base)),
             Instruction([String(code)], Operator("Tj")), instruction("ET")])
    return Seen(t.raw, detail=f"a blank mapped to {digit} behind {t.raw}", is_shown=False)


# Struck out in other ways.

def _path(points, width, rgb=(0, 0, 0)):
    out = [instruction("RG", *map(float, rgb)), instruction("w", float(width)), Instruction([Array([]), 0], Operator("d"))]
    for at, (x, y) in enumerate(points):
        out.append(instruction("m" if at == 0 else "l", float(x), float(y)))
    return [*out, instruction("S")]


def _reach(t):
    r = t.height * t.dice.uniform(-0.02, 0.3)
    return t.left - r, t.right + r, t.base - t.height * 0.02, t.base + t.height * 0.68


def _ink(t):
    return t.dice.choice([(0, 0, 0), (1, 0, 0), (0, 0, 1)]), t.dice.choice([0.5, 0.8, 1.2])


@kind("stroke-slanting")
def stroke_slanting(t):
    left, right, low, high = _reach(t)
    rgb, width = _ink(t)
    up = t.dice.random() < 0.5
    one, other = (left, low if up else high), (right, high if up else low)
    if t.dice.random() < 0.4:  # a filled quadrilateral
        t.block([*t.colour(rgb), instruction("m", one[0], one[1] - width / 2), instruction("l", other[0], other[1] - width / 2),
                 instruction("l", other[0], other[1] + width / 2), instruction("l", one[0], one[1] + width / 2), instruction("h"), instruction("f")])
    else:
        t.block(_path([one, other], width, rgb), at_end=t.dice.random() < 0.3)
    return Seen(None, detail=f"a slanting line over {t.raw}", is_shown=True)


@kind("stroke-nearly-level")
def stroke_nearly_level(t):
    left, right, _, _ = _reach(t)
    y = t.base + t.height * 0.33
    rise = t.height * t.dice.choice([0.08, 0.15, 0.22]) * t.dice.choice([1, -1])
    t.block(_path([(left, y - rise), (right, y + rise)], 0.7), at_end=t.dice.random() < 0.3)
    return Seen(None, detail=f"a line over {t.raw} that rises by {rise:.1f}", is_shown=True)


@kind("stroke-cross")
def stroke_cross(t):
    left, right, low, high = _reach(t)
    rgb, width = _ink(t)
    t.block([*_path([(left, low), (right, high)], width, rgb), *_path([(left, high), (right, low)], width, rgb)], at_end=t.dice.random() < 0.3)
    return Seen(None, detail=f"an X over {t.raw}", is_shown=True)


@kind("stroke-zigzag")
def stroke_zigzag(t):
    left, right, _, _ = _reach(t)
    rgb, width = _ink(t)
    count = max(3, int((right - left) / (t.height * 0.2)))
    points = [(left + (right - left) * i / count, t.base + t.height * (0.2 if i % 2 else 0.48)) for i in range(count + 1)]
    t.block(_path(points, width, rgb), at_end=t.dice.random() < 0.3)
    return Seen(None, detail=f"a zigzag over {t.raw}", is_shown=True)


@kind("stroke-wave")
def stroke_wave(t):
    left, right, _, _ = _reach(t)
    rgb, width = _ink(t)
    count = t.dice.choice([1, 2, 4])
    step, y, up = (right - left) / count, t.base + t.height * 0.33, t.height * 0.2
    out = [instruction("RG", *map(float, rgb)), instruction("w", float(width)), instruction("m", float(left), float(y))]
    for i in range(count):
        x = left + step * i
        out.append(instruction("c", float(x + step / 3), float(y + up), float(x + step * 2 / 3), float(y - up), float(x + step), float(y)))
    t.block([*out, instruction("S")], at_end=t.dice.random() < 0.3)
    return Seen(None, detail=f"a wave over {t.raw}", is_shown=True)


@kind("stroke-double")
def stroke_double(t):
    left, right, _, _ = _reach(t)
    low, high = t.dice.choice([(0.2, 0.45), (0.1, 0.6), (0.28, 0.38)])
    t.block([*t.line(left, right, t.base + t.height * low), *t.line(left, right, t.base + t.height * high)], at_end=t.dice.random() < 0.3)
    return Seen(None, detail=f"two lines over {t.raw}", is_shown=True)


@kind("stroke-white-on-dark")
def stroke_white(t):
    """White on a dark ground, number and strike."""
    left, right, _, _ = _reach(t)
    t.remove()
    dark, rgb = t.dice.choice([(0, 0, 0), (0.1, 0.2, 0.5)]), (1, 1, 1)
    box = (t.left - 2, t.base - t.height * 0.3, t.right + 2, t.base + t.height * 0.9)
    text = t.text(t.raw, t.left, t.base, colour=t.colour(t.dice.choice([(1, 1, 1), (1, 1, 0.2)])))
    t.block([*t.rectangle(*box, dark), *text, *t.line(left, right, t.base + t.height * 0.32, 0.7, rgb)])
    return Seen(None, detail=f"white on dark, {t.raw} struck out", is_shown=True)


@kind("stroke-dashes")
def stroke_dashes(t):
    left, right, _, _ = _reach(t)
    y, dash = t.base + t.height * 0.32, t.dice.choice([0.8, 1.5, 3.0])
    out, x = [], left
    while x < right:
        out += t.line(x, min(x + dash, right), y, 0.6)
        x += dash * t.dice.choice([1.5, 1.8])
    t.block(out, at_end=t.dice.random() < 0.3)
    return Seen(None, detail=f"dashes of {dash} over {t.raw}", is_shown=True)


@kind("stroke-long")
def stroke_long(t):
    """A line that reaches far beyond the number, inside of its cell."""
    reach = t.height * t.dice.uniform(1.3, 3)
    left, right = max(t.sides[0] + 2.5, t.left - reach), min(t.sides[1] - 2.5, t.right + reach)
    if left > t.left - t.height * 1.1 and right < t.right + t.height * 1.1:
        raise Unfit("no room")
    t.block(t.line(left, right, t.base + t.height * 0.32, 0.7), at_end=t.dice.random() < 0.3)
    return Seen(None, detail=f"a line far beyond {t.raw}", is_shown=True)


# Marks.

def _mark(t, scale, rise, in_front, colour=None, digit=None):
    digit = digit or t.dice.choice([d for d in t.digits if d in "123"] or t.digits)
    wide = t.width_of(digit) * scale
    at = t.left - wide if in_front else t.right
    if in_front and at < t.sides[0] + 0.5 or not in_front and at + wide > t.room:
        raise Unfit("no room")
    drawn = t.text(digit, at, t.base + t.height * rise, scale, colour)
    t.block(drawn, after=not in_front)
    return Seen(t.raw, detail=f"{t.raw} with the mark {digit} {'in front' if in_front else 'behind'}, {scale} em, {rise} up", is_shown=True)


@kind("mark-in-front")
def mark_in_front(t):
    if not t.raw[0].isdigit():
        raise Unfit("a sign")
    return _mark(t, t.dice.choice([0.5, 0.6, 0.65]), t.dice.uniform(0.3, 0.45), True)


@kind("mark-below")
def mark_below(t):
    return _mark(t, t.dice.choice([0.5, 0.6, 0.65]), -t.dice.uniform(0.1, 0.25), t.dice.random() < 0.3 and t.raw[0].isdigit())


@kind("mark-same-size")
def mark_same_size(t):
    return _mark(t, 1.0, t.dice.uniform(0.25, 0.45), False)


@kind("mark-same-size-by-rise")
def mark_same_size_by_rise(t):
    state = t.glyphs[0].state
    mark = t.dice.choice([d for d in t.digits if d in "123"] or t.digits)
    if t.right + t.width_of(mark) > t.room:
        raise Unfit("no room")
    t.beside(mark, [instruction("Ts", float(state.size * t.dice.uniform(0.25, 0.4)))], [instruction("Ts", float(state.rise))])
    return Seen(t.raw, detail=f"{t.raw} with the mark {mark}, raised at the same size", is_shown=True)


@kind("mark-large")
def mark_large(t):
    return _mark(t, 0.85, t.dice.uniform(0.2, 0.4), t.dice.random() < 0.3 and t.raw[0].isdigit())


@kind("mark-coloured")
def mark_coloured(t):
    return _mark(t, t.dice.choice([0.6, 0.85]), t.dice.uniform(0.2, 0.4), False, t.colour((0.9, 0.1, 0.1)))


@kind("mark-circled")
def mark_circled(t):
    font, size = _gb1(t, t.page), t.height * t.dice.choice([0.5, 0.7, 1.0])
    rise = t.dice.choice([0, 0.3])
    if t.right + size > t.room:
        raise Unfit("no room")
    t.block([instruction("BT"), instruction("g", 0), instruction("Tf", font, float(size)), instruction("Tc", 0), instruction("Tr", 0),
             instruction("Tm", 1, 0, 0, 1, float(t.right), float(t.base + t.height * rise)), Instruction([String("①".encode("utf-16-be"))], Operator("Tj")), instruction("ET")])
    return Seen(t.raw, detail=f"{t.raw} with ①", is_shown=None)


# Lines for digits and signs.

@kind("line-minus")
def line_minus(t):
    if not t.raw[0].isdigit() or t.raw == "0":
        raise Unfit("no positive number")
    end = t.left - t.height * t.dice.uniform(0.03, 0.12)
    start = end - t.height * t.dice.uniform(0.28, 0.5)
    if start < t.sides[0] + 1:
        raise Unfit("no room")
    t.block(t.line(start, end, t.base + t.height * 0.28, t.dice.choice([0.5, 0.8])), after=t.dice.random() < 0.5)
    return Seen("-" + t.raw, detail=f"a line for a minus before {t.raw}", is_shown=True)


@kind("line-one")
def line_one(t):
    _plain(t)
    wide, in_front = t.dice.choice([0.5, 0.8, 1.0]), t.dice.random() < 0.4
    x = t.left - t.height * 0.2 if in_front else t.right + t.height * 0.2
    if x + 2 > t.room or x - 2 < t.sides[0] or t.raw == "0" and not in_front:
        raise Unfit("no room")
    if t.dice.random() < 0.5:
        drawn = t.rectangle(x - wide / 2, t.base, x + wide / 2, t.base + t.height * 0.68, (0, 0, 0))
    else:
        drawn = _path([(x, t.base), (x, t.base + t.height * 0.68)], wide)
    t.block(drawn)
    return Seen("1" + t.raw if in_front else t.raw + "1", detail=f"a line for a 1 {'before' if in_front else 'behind'} {t.raw}", is_shown=True)


# Over the whole page.

@kind("watermark-once-large")
def watermark_once(t):
    words, (wide, tall) = t.dice.choice(["20240118", "内部资料", "DRAFT 2", "草案3", "2024"]), _size(t)
    size = t.dice.choice([24, 36, 60])
    touched = _watermark(t, words, size, 0, [(wide * 0.15, t.base - size * 0.3)], t.dice.choice([0.7, 0.8, 0.9]), None, True, [t.word.page])
    return Seen(t.raw, "document", touched, f"{words} level, once, {size} pt")


@kind("watermark-small-translucent")
def watermark_small(t):
    words, (wide, tall) = t.dice.choice(["20240118", "DRAFT 2", "2024"]), _size(t)
    size = t.dice.choice([11, 14, 16])
    touched = _watermark(t, words, size, 0, [(wide * 0.15, t.base - size * 0.3)], 0.5, t.dice.choice([0.1, 0.2, 0.3]), t.dice.random() < 0.4, [t.word.page])
    return Seen(t.raw, "document", touched, f"{words} level, translucent, {size} pt")


@kind("watermark-repeated-digit")
def watermark_repeated_digit(t):
    (wide, tall), size = _size(t), t.dice.choice([20, 26, 32])
    places = [(x, y) for x in (wide * 0.08, wide * 0.5) for y in (tall * 0.2, tall * 0.45, tall * 0.7)]
    touched = _watermark(t, "DRAFT 2", size, 0, places, t.dice.choice([0.8, 0.88]), None, True, range(len(t.pdf.pages)))
    return Seen(t.raw, "document", touched, "DRAFT 2 six times on every page")


# Spread, overlapping, mirrored, turned.

@kind("digits-spread")
def digits_spread(t):
    """The digits of a number with even gaps between them."""
    _plain(t)
    if len(t.raw) < 2:
        raise Unfit("one digit")
    gap = t.height * t.dice.choice([0.15, 0.25, 0.4, 0.6])
    wide = sum(map(t.width_of, t.raw)) + gap * (len(t.raw) - 1)
    left = max(t.sides[0] + 1, t.left - gap * (len(t.raw) - 1) / 2)
    if left + wide > t.room:
        raise Unfit("no room")
    t.remove()
    if t.dice.random() < 0.5:
        out, x = [], left
        for c in t.raw:
            out += t.text(c, x, t.base)
            x += t.width_of(c) + gap
    else:
        out = t.text(t.raw, left, t.base)
        at = next(i for i, each in enumerate(out) if str(each.operator) == "Tc")
        out[at] = instruction("Tc", float(gap / (t.glyphs[0].matrix[0] / (t.glyphs[0].state.size or 1))))
    t.block(out)
    return Seen(t.raw, said=None, detail=f"{t.raw} with {gap / t.height:.2f} em between its digits", is_shown=True)


@kind("digits-overlapped")
def digits_overlapped(t):
    """Each digit over a part of the one before."""
    _plain(t)
    if len(t.raw) < 2 or len(set(t.raw)) < len(t.raw):
        raise Unfit("one digit")
    step = t.dice.choice([0.05, 0.12, 0.2, 0.3, 0.35])
    order = list(enumerate(t.raw))
    t.remove()
    if t.dice.random() < 0.3:
        order.reverse()
    t.block([each for i, c in order for each in t.text(c, t.left + i * t.height * step, t.base)])
    return Seen(None if step < 0.36 else t.raw, detail=f"{t.raw}, its digits {step} em apart", is_shown=True)


@kind("digits-out-of-order")
def digits_out_of_order(t):
    _plain(t)
    if len(set(t.raw)) < 2:
        raise Unfit("one digit")
    order = list(t.glyphs)
    t.dice.shuffle(order)
    t.remove()
    t.block([each for g in order for each in t.text(g.text, g.left, t.base)])
    return Seen(t.raw, said=None, detail=f"{t.raw} drawn as {''.join(g.text for g in order)}")


def _transformed(t, a, d):
    """The number by a matrix of (a, 0, 0, d) about its middle."""
    x, y = (t.left + t.right) / 2, t.base + t.height * 0.33
    t.remove()
    t.block([instruction("cm", a, 0, 0, d, float(x), float(y)), instruction("cm", 1, 0, 0, 1, float(-x), float(-y)), *t.text(t.raw, t.left, t.base)])


def _asymmetric(t):
    if set(t.raw) <= set("018.") and t.raw == t.raw[::-1]:
        raise Unfit("the same in a mirror")


@kind("digits-mirrored")
def digits_mirrored(t):
    _asymmetric(t)
    _transformed(t, *t.dice.choice([(-1, 1), (1, -1)]))
    return Seen(None, detail=f"{t.raw} mirrored", is_shown=True)


@kind("digits-turned")
def digits_turned(t):
    _asymmetric(t)
    _transformed(t, -1, -1)
    return Seen(None, detail=f"{t.raw} upside down", is_shown=True)


@kind("digits-squeezed")
def digits_squeezed(t):
    """The whole number of no width, or nearly."""
    scale = t.dice.choice([0, 0, 3, 8])
    state = t.glyphs[0].state
    t.around([instruction("Tz", scale)], [instruction("Tz", float(state.scale * 100))])
    return Seen(None, detail=f"{t.raw} at a width of {scale} %")


# Text that stands for glyphs.

@kind("actual-text-number")
def actual_text_number(t):
    new = t.dice.choice([t.changed(), t.raw + "1", t.raw[:-1] or "77", "0", "", t.raw[0] + " " + t.raw[1:]])
    if new == t.raw:
        raise Unfit("the same")
    if t.dice.random() < 0.5 or len(t.glyphs) < 2:
        t.around([Instruction([Name.Span, Dictionary(ActualText=String(new))], Operator("BDC"))], [instruction("EMC")])
    else:
        place = _one_digit(t)
        new = t.dice.choice(["7", "", "12", " ", "\u200b"])
        if new == t.raw[place]:
            raise Unfit("the same")
        t.around([Instruction([Name.Span, Dictionary(ActualText=String(new))], Operator("BDC"))], [instruction("EMC")], [t.glyphs[place]])
    return Seen(t.raw, said=None, detail=f"{t.raw} with the ActualText {new!r}", is_shown=False)


# What looks like a defect and is none.

@kind("none-diagonal-beside")
def none_diagonal(t):
    """A slanting line in the cell that touches no digit."""
    low = t.base - t.height * 0.5
    t.block(_path([(t.left - 2, low), (t.right + 2, low + t.height * 0.2)], 0.5))
    return Seen(t.raw, said=None, detail=f"a slanting line below {t.raw}", is_shown=True)


@kind("none-wave-below")
def none_wave(t):
    count = 6
    points = [(t.left + (t.right - t.left) * i / count, t.base - t.height * (0.1 if i % 2 else 0.18)) for i in range(count + 1)]
    t.block(_path(points, 0.4, (1, 0, 0)))
    return Seen(t.raw, said=None, detail=f"a wavy underline below {t.raw}", is_shown=True)


@kind("none-framed")
def none_framed(t):
    t.block([instruction("RG", 0, 0, 0), instruction("w", 0.5), instruction("re", float(t.left - 1.5), float(t.base - t.height * 0.25), float(t.right - t.left + 3), float(t.height * 1.1)), instruction("S")])
    return Seen(t.raw, said=None, detail=f"{t.raw} in a frame", is_shown=True)
