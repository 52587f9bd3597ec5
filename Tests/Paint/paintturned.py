"""More defects of PDFs: numbers that are turned, faint, framed or shadowed, digits of two sizes or heights, grounds that fade."""

import math

from glyphs import instruction, resource
from paintpdf import _size, _watermark, kind
from pikepdf import Array, Dictionary, Name
from target import Seen, Unfit


def _state(t, **entries):
    return instruction("gs", resource(t.pdf, t.page, "/ExtGState", Dictionary(Type=Name.ExtGState, **entries)))


def _plain(t):
    if not t.raw.isdigit() or len(t.raw) < 2:
        raise Unfit("no plain number of two digits")


def _about(x, y, a, b, c, d):
    return [instruction("cm", float(a), float(b), float(c), float(d), float(x), float(y)), instruction("cm", 1, 0, 0, 1, float(-x), float(-y))]


def _middle(t, left=None, right=None):
    return ((t.left if left is None else left) + (t.right if right is None else right)) / 2, t.base + t.height * 0.33


def _turn(angle):
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return cos, sin, -sin, cos


def _redrawn(t, matrix):
    t.remove()
    t.block([*_about(*_middle(t), *matrix), *t.text(t.raw, t.left, t.base)])


def _parts(t, first, second, scale=(1.0, 1.0), rise=(0.0, 0.0)):
    """The number in two pieces, each with its size and height."""
    t.remove()
    wide = sum(map(t.width_of, first)) * scale[0]
    t.block([*t.text(first, t.left, t.base + t.height * rise[0], scale[0]), *t.text(second, t.left + wide, t.base + t.height * rise[1], scale[1])])


# Turned.

@kind("turned-number")
def turned_number(t):
    angle = t.dice.choice([-1, 1]) * t.dice.uniform(16, 60)
    _redrawn(t, _turn(angle))
    return Seen(t.raw, detail=f"{t.raw} turned by {angle:.0f}°", is_shown=True)


@kind("none-turned-slightly")
def turned_slightly(t):
    angle = t.dice.choice([-1, 1]) * t.dice.uniform(1, 8)
    _redrawn(t, _turn(angle))
    return Seen(t.raw, said=None, detail=f"{t.raw} turned by {angle:.0f}°", is_shown=True)


@kind("turned-quarter")
def turned_quarter(t):
    _redrawn(t, _turn(t.dice.choice([90, -90])))
    return Seen(t.raw, said=None, detail=f"{t.raw} on its side", is_shown=True)


@kind("turned-last-digit")
def turned_last_digit(t):
    _plain(t)
    angle = t.dice.choice([-1, 1]) * t.dice.uniform(18, 50)
    wide = t.width_of(t.raw[-1])
    t.remove([t.glyphs[-1]])
    t.block([*_about(*_middle(t, t.right - wide), *_turn(angle)), *t.text(t.raw[-1], t.right - wide, t.base)])
    return Seen(t.raw, detail=f"the last digit of {t.raw} turned by {angle:.0f}°", is_shown=True)


@kind("turned-digit-more")
def turned_digit_more(t):
    _plain(t)
    digit = t.dice.choice([d for d in t.digits if d != "0"] or t.digits)
    wide = t.width_of(digit)
    if t.right + wide * 1.6 > t.room:
        raise Unfit("no room")
    t.block([*_about(*_middle(t, t.right, t.right + wide), *_turn(25)), *t.text(digit, t.right + wide * 0.2, t.base)])
    return Seen(t.raw + digit, detail=f"{digit} turned behind {t.raw}", is_shown=True)


@kind("turned-watermark-of-digits")
def turned_watermark(t):
    wide, tall = _size(t)
    size, angle = t.dice.choice([18, 30]), t.dice.choice([20, 35])
    touched = _watermark(t, t.dice.choice(["2024", "7 7 7 7 7"]), size, angle, [(t.left - size, t.base - size * 0.5)], 0.8, None, t.dice.random() < 0.5, [t.word.page])
    return Seen(t.raw, "document", touched, "digits turned across the number")


@kind("none-skewed")
def skewed(t):
    _redrawn(t, (1, 0, t.dice.choice([-0.3, 0.2, 0.35]), 1))
    return Seen(t.raw, said=None, detail=f"{t.raw} set oblique", is_shown=True)


# Faint.

@kind("faint-number")
def faint_number(t):
    clear = t.dice.uniform(0.2, 0.45)
    t.remove()
    t.block([_state(t, ca=clear, CA=clear), *t.text(t.raw, t.left, t.base, colour=t.colour((0, 0, 0)))])
    return Seen(t.raw, said=None, detail=f"{t.raw} with an alpha of {clear:.2f}", is_shown=True)


@kind("faint-last-digit")
def faint_last_digit(t):
    _plain(t)
    clear = t.dice.uniform(0.2, 0.34)
    wide = t.width_of(t.raw[-1])
    t.remove([t.glyphs[-1]])
    t.block([_state(t, ca=clear, CA=clear), *t.text(t.raw[-1], t.right - wide, t.base, colour=t.colour((0, 0, 0)))])
    return Seen(t.raw, detail=f"the last digit of {t.raw} with an alpha of {clear:.2f}", is_shown=True)


@kind("faint-first-digit")
def faint_first_digit(t):
    _plain(t)
    clear = t.dice.uniform(0.2, 0.34)
    t.remove([t.glyphs[0]])
    t.block([_state(t, ca=clear, CA=clear), *t.text(t.raw[0], t.left, t.base, colour=t.colour((0, 0, 0)))])
    return Seen(t.raw, detail=f"the first digit of {t.raw} with an alpha of {clear:.2f}", is_shown=True)


# Two sizes, two heights.

@kind("size-last-digit")
def size_last_digit(t):
    _plain(t)
    scale = t.dice.uniform(0.5, 0.78)
    _parts(t, t.raw[:-1], t.raw[-1], (1, scale))
    return Seen(t.raw, detail=f"the last digit of {t.raw} at {scale:.2f}", is_shown=True)


@kind("size-first-digit")
def size_first_digit(t):
    _plain(t)
    scale = t.dice.uniform(0.5, 0.78)
    _parts(t, t.raw[0], t.raw[1:], (scale, 1))
    return Seen(t.raw, detail=f"the first digit of {t.raw} at {scale:.2f}", is_shown=True)


@kind("size-digit-more")
def size_digit_more(t):
    """A mark of a note that isn't raised."""
    _plain(t)
    digit, scale = t.dice.choice([d for d in t.digits if d in "123"] or t.digits), t.dice.uniform(0.5, 0.65)
    if t.right + t.width_of(digit) > t.room:
        raise Unfit("no room")
    t.block(t.text(digit, t.right, t.base, scale))
    return Seen(t.raw, detail=f"{t.raw} and a small {digit} on its line", is_shown=True)


@kind("height-last-digit")
def height_last_digit(t):
    _plain(t)
    rise = t.dice.choice([-1, 1]) * t.dice.uniform(0.16, 0.6)
    _parts(t, t.raw[:-1], t.raw[-1], rise=(0, rise))
    return Seen(t.raw, detail=f"the last digit of {t.raw} moved up by {rise:.2f}", is_shown=True)


@kind("height-first-digit")
def height_first_digit(t):
    _plain(t)
    rise = t.dice.choice([-1, 1]) * t.dice.uniform(0.16, 0.6)
    _parts(t, t.raw[0], t.raw[1:], rise=(rise, 0))
    return Seen(t.raw, detail=f"the first digit of {t.raw} moved up by {rise:.2f}", is_shown=True)


@kind("none-height-little")
def height_little(t):
    _plain(t)
    rise = t.dice.choice([-1, 1]) * t.dice.uniform(0.01, 0.05)
    _parts(t, t.raw[:-1], t.raw[-1], rise=(0, rise))
    return Seen(t.raw, said=None, detail=f"the last digit of {t.raw} moved up by {rise:.2f}")


# Shadows.

def _shadow(t, raw, is_after):
    right, down = t.dice.uniform(0.05, 0.4) * t.height, t.dice.uniform(0.05, 0.25) * t.height
    grey = t.dice.uniform(0.55, 0.8)
    t.block(t.text(raw, t.left + right, t.base - down, colour=t.colour((grey, grey, grey))), after=is_after)


@kind("shadow-paler")
def shadow_paler(t):
    _shadow(t, t.raw, False)
    return Seen(t.raw, detail=f"a shadow under {t.raw}", is_shown=True)


@kind("shadow-over")
def shadow_over(t):
    _shadow(t, t.raw, True)
    return Seen(t.raw, detail=f"a shadow over {t.raw}", is_shown=True)


@kind("shadow-of-another")
def shadow_of_another(t):
    _plain(t)
    _shadow(t, t.changed(), False)
    return Seen(t.raw, detail=f"another number in grey under {t.raw}", is_shown=True)


# Frames.

def _frame(t, gap=1.5, left=None, right=None):
    left, right = (t.left if left is None else left) - gap, (t.right if right is None else right) + gap
    return left, t.base - t.height * 0.12 - gap * 0.5, right, t.base + t.height * 0.72 + gap * 0.5


@kind("none-frame-of-bars")
def frame_of_bars(t):
    left, low, right, high = map(float, _frame(t))
    bars = [(left, low, right - left, 0.5), (left, high, right - left, 0.5), (left, low, 0.5, high - low + 0.5), (right, low, 0.5, high - low + 0.5)]
    t.block([*t.colour((0.8, 0, 0)), *[step for bar in bars for step in (instruction("re", *bar), instruction("f"))]])
    return Seen(t.raw, said=None, detail=f"{t.raw} in a frame of bars", is_shown=True)


@kind("none-frame-filled")
def frame_filled(t):
    left, low, right, high = map(float, _frame(t))
    t.block([instruction("g", 0), instruction("re", left - 0.7, low - 0.7, right - left + 1.4, high - low + 1.4), instruction("re", left, low, right - left, high - low),
             instruction("f*")])
    return Seen(t.raw, said=None, detail=f"{t.raw} in a filled frame", is_shown=True)


@kind("frame-of-one-digit")
def frame_of_one_digit(t):
    _plain(t)
    left, low, right, high = map(float, _frame(t, 0.2, right=t.left + t.width_of(t.raw[0])))
    t.block([instruction("w", 0.4), instruction("RG", 1, 0, 0), instruction("re", left, low, right - left, high - low), instruction("S")])
    return Seen(t.raw, said=None, detail=f"a frame around the first digit of {t.raw}", is_shown=True)


# Grounds that fade.

def _shading(t, one, other, box):
    left, low, right, high = map(float, box)
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([left, 0, right, 0]), Extend=Array([True, True]),
                         Function=Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array(list(one)), C1=Array(list(other)), N=1))
    name = resource(t.pdf, t.page, "/Shading", t.pdf.make_indirect(shading))
    return [instruction("re", left, low, right - left, high - low), instruction("W"), instruction("n"), instruction("sh", name)]


@kind("none-ground-fades")
def ground_fades(t):
    t.block(_shading(t, (0.6, 0.8, 1), (1, 1, 1), _frame(t)), after=False)
    return Seen(t.raw, said=None, detail=f"a bar that fades under {t.raw}", is_shown=True)


@kind("ground-fades-to-ink")
def ground_fades_to_ink(t):
    t.remove()
    t.block([*_shading(t, (0, 0, 0), (0.03, 0.03, 0.03), _frame(t, 3)), *t.text(t.raw, t.left, t.base, colour=t.colour((0, 0, 0)))])
    return Seen(None, detail=f"{t.raw} in the colour of its dark ground", is_shown=True)


@kind("cover-fades")
def cover_fades(t):
    t.block(_shading(t, (1, 1, 1), (0.97, 0.97, 0.97), _frame(t, 2)))
    return Seen(None, detail=f"a white bar over {t.raw}")
