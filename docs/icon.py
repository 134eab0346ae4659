#!/usr/bin/env python3
"""Draws docs/icon.png, the packages' icon: docs/icon.py > docs/icon.png

A card with one customer on it, and the edges of four more behind: five vendors. No library, no font.
"""
import struct
import sys
import zlib

SIZE, SCALE = 128, 4  # drawn four times as large, and averaged
BACK, CARD, INK, PALE = (36, 52, 92), (255, 255, 255), (52, 168, 131), (176, 190, 214)


def rounded(x, y, left, top, right, bottom, radius):
    nearest_x, nearest_y = min(max(x, left + radius), right - radius), min(max(y, top + radius), bottom - radius)
    return (x - nearest_x) ** 2 + (y - nearest_y) ** 2 <= radius**2


def colour(x, y):
    if not rounded(x, y, 0, 0, 128, 128, 24):
        return (0, 0, 0, 0)
    if rounded(x, y, 22, 46, 106, 104, 8):
        if (x - 45) ** 2 + (y - 66) ** 2 <= 9**2:
            return (*INK, 255)
        if (x - 45) ** 2 + (y - 93) ** 2 <= 15**2 and y <= 92:
            return (*INK, 255)
        for top, right in ((60, 96), (72, 90), (84, 96)):
            if rounded(x, y, 66, top, right, top + 6, 3):
                return (*PALE, 255)
        return (*CARD, 255)
    for behind in range(4):
        inset = 28 + 5 * behind
        if 42 - 7 * behind <= y <= 45 - 7 * behind and inset <= x <= 128 - inset:
            return (*PALE, 255)
    return (*BACK, 255)


def pixel(column, row):
    parts = [colour(column + (i + 0.5) / SCALE, row + (j + 0.5) / SCALE) for i in range(SCALE) for j in range(SCALE)]
    alpha = sum(part[3] for part in parts)
    if alpha == 0:
        return bytes(4)
    return bytes([*(round(sum(part[c] * part[3] for part in parts) / alpha) for c in range(3)), round(alpha / len(parts))])


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


rows = b"".join(b"\0" + b"".join(pixel(column, row) for column in range(SIZE)) for row in range(SIZE))
sys.stdout.buffer.write(
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(rows, 9))
    + chunk(b"IEND", b"")
)
