# SPDX-License-Identifier: GPL-3.0-or-later
"""A map leaf 圖 of a gazetteer: hills, a walled town, a stream with a bridge, and place labels."""

import numpy as np

from .columns import write_column
from .markup import Char


def _wavering(rng, points, amount):
    """A hand-drawn line through the points."""
    xs, ys = np.array(points, float).T
    along = np.linspace(0, 1, len(xs))
    fine = np.linspace(0, 1, len(xs) * 14)
    waver = np.convolve(rng.standard_normal(len(fine) + 6), np.ones(7) / 7, "valid") * amount
    return list(zip(np.interp(fine, along, xs) + waver, np.interp(fine, along, ys) + waver[::-1]))


def _hill(sheet, rng, x, foot, width, height):
    """Outline and texture strokes 皴."""
    peak = x + rng.uniform(-0.15, 0.15) * width
    shape = [(x - width / 2, foot), (x - width * 0.3, foot - height * 0.45), (peak, foot - height),
             (x + width * 0.28, foot - height * 0.5), (x + width / 2, foot)]
    sheet.polygon(shape, value=0)  # a hill hides those behind it
    sheet.stroke(_wavering(rng, shape, 5), 3)
    for _ in range(int(rng.integers(4, 9))):
        t = rng.uniform(0.15, 0.8)
        sx = peak + (rng.uniform(-0.3, 0.34)) * width * t
        sy = foot - height * (1 - t) * 0.95
        sheet.stroke(_wavering(rng, [(sx, sy), (sx + rng.uniform(-14, 14), sy + height * 0.2)], 2), 2)
    for _ in range(3):
        _tree(sheet, rng, x + rng.uniform(-0.4, 0.4) * width, foot - rng.uniform(0, 0.12) * height)


def _tree(sheet, rng, x, foot):
    top = foot - rng.uniform(26, 44)
    sheet.stroke([(x, foot), (x + rng.uniform(-3, 3), top)], 3)
    for i in range(5):
        y = top + (foot - top) * i / 9
        reach = 6 + 3 * i
        sheet.stroke([(x - reach, y + 5), (x, y - 2), (x + reach, y + 5)], 2)


def _town(sheet, rng, x, y, width, height):
    """Walls with battlements, gates on two sides, a hall inside."""
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
    sheet.polygon(corners[:4], value=0)
    for inset in (0, 9):
        box = [(x + inset, y + inset), (x + width - inset, y + inset),
               (x + width - inset, y + height - inset), (x + inset, y + height - inset),
               (x + inset, y + inset)]
        sheet.stroke(_wavering(rng, box, 1.2), 2.4)
    for i in range(int(width // 22)):
        left = x + 4 + i * 22
        sheet.stroke([(left, y), (left, y - 8), (left + 11, y - 8), (left + 11, y)], 2)
        sheet.stroke([(left, y + height), (left, y + height + 8), (left + 11, y + height + 8),
                      (left + 11, y + height)], 2)


def _hall(sheet, x, y, size):
    sheet.polygon([(x - size, y), (x + size, y), (x + size * 0.7, y - size * 0.5),
                   (x - size * 0.7, y - size * 0.5)], value=0)
    sheet.stroke([(x - size, y), (x - size * 0.7, y - size * 0.5), (x + size * 0.7, y - size * 0.5),
                  (x + size, y), (x - size, y)], 2.6)
    for dx in (-0.7, -0.25, 0.25, 0.7):
        sheet.stroke([(x + dx * size, y), (x + dx * size, y + size * 0.55)], 2.4)
    sheet.stroke([(x - size * 0.9, y + size * 0.55), (x + size * 0.9, y + size * 0.55)], 2.6)


def _stream(sheet, rng, points, width):
    line = _wavering(rng, points, 4)
    sheet.stroke(line, width)
    sheet.stroke(line, width - 5, value=0)
    for i in range(6, len(line) - 4, 9):
        x, y = line[i]
        dx, dy = line[i + 3][0] - x, line[i + 3][1] - y
        sheet.stroke([(x - 3, y), (x - 3 + dx * 0.7, y + dy * 0.7)], 1.4)


def draw_map(sheet, truth, half, labels, fonts, rng):
    """Fills the frame of `half`; `labels` are (name, x share, y share) of the frame."""
    left, top, width, height = half.left, half.top, half.style.width, half.style.height

    def at(x, y):
        return left + x * width, top + y * height

    for row, foot in enumerate((0.24, 0.33, 0.43)):
        for i in range(4):
            x, y = at(0.12 + 0.26 * i + 0.07 * (row % 2), foot)
            _hill(sheet, rng, x, y, rng.uniform(0.24, 0.34) * width, rng.uniform(0.11, 0.18) * height)
    _stream(sheet, rng, [at(0.70, 0.44), at(0.62, 0.56), at(0.40, 0.62), at(0.34, 0.72),
                         at(0.16, 0.80), at(0.02, 0.92)], 26)
    _town(sheet, rng, *at(0.52, 0.66), 0.36 * width, 0.2 * height)
    _hall(sheet, *at(0.70, 0.75), 62)
    _hall(sheet, *at(0.30, 0.52), 54)
    outside = sheet.ink.copy()
    outside[int(top) : int(half.bottom), int(left) : int(half.right)] = 0
    sheet.ink -= outside  # hills and water end where the frame will be
    region = truth.add_region("illustration", box=(left, top, half.right, half.bottom))
    size = half.style.text.note_size
    for name, x, y in labels:
        px, py = at(x, y)
        pad = size * 0.62
        box = [(px - pad, py - 4), (px + pad, py - 4), (px + pad, py + len(name) * size * 1.08 + 4),
               (px - pad, py + len(name) * size * 1.08 + 4)]
        sheet.polygon(box, value=0)
        sheet.stroke(box + box[:1], 2)
        line = truth.add_line(region, "other", column=truth.next_column())
        write_column(sheet, line, [Char(c) for c in name], px, py, size, size * 1.08, fonts)
