#!/usr/bin/env python3
"""Cuts a part out of a PNG of 8-bit RGB, as `gongkai explain --png` writes one.

usage: crop.py IN OUT LEFT TOP WIDTH HEIGHT
"""

import struct
import sys
import zlib


def chunks(data):
    start = 8
    while start < len(data):
        length, kind = struct.unpack(">I4s", data[start:start + 8])
        yield kind, data[start + 8:start + 8 + length]
        start += length + 12


def lines(data, width, height):
    """The bytes of each line, whatever filter it has (PNG, 9.2)."""
    pixel, size, before = 3, width * 3, bytearray(width * 3)
    for row in range(height):
        kind, *rest = data[row * (size + 1):(row + 1) * (size + 1)]
        line = bytearray(rest)
        for at in range(size):
            left, above = line[at - pixel] if at >= pixel else 0, before[at]
            corner = before[at - pixel] if at >= pixel else 0
            if kind == 4:
                guess = left + above - corner
                nearest = min((abs(guess - each), number, each) for number, each in enumerate((left, above, corner)))[2]
            else:
                nearest = (0, left, above, (left + above) // 2)[kind]
            line[at] = (line[at] + nearest) & 255
        yield bytes(line)
        before = line


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def main():
    source, target, *numbers = sys.argv[1:]
    left, top, width, height = map(int, numbers)
    with open(source, "rb") as file:
        parts = list(chunks(file.read()))
    full_width, full_height, depth, colour = struct.unpack(">IIBB", dict(parts)[b"IHDR"][:10])
    if (depth, colour) != (8, 2) or left + width > full_width or top + height > full_height:
        sys.exit(f"{source} is no picture of 8-bit RGB that holds this part")
    pixels = zlib.decompress(b"".join(body for kind, body in parts if kind == b"IDAT"))
    rows = list(lines(pixels, full_width, full_height))[top:top + height]
    cut = b"".join(b"\0" + row[left * 3:(left + width) * 3] for row in rows)
    with open(target, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
                   + chunk(b"IDAT", zlib.compress(cut, 9)) + chunk(b"IEND", b""))


if __name__ == "__main__":
    main()
