# SPDX-License-Identifier: GPL-3.0-or-later
"""The flat page being drawn: masks of black ink, red ink and paper, before paper, light and scanner
do their work on them."""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from .page_model import Glyph


UPRIGHT_SHAPES = dict(zip("【】「」（）《》", "︻︼﹁﹂︵︶︽︾"))


@dataclass(frozen=True)
class Hand:
    """How unlike its font a written character is: 0 everywhere is type."""

    turn: float = 0.0  # degrees, standard deviation
    size: float = 0.0  # share
    shift: float = 0.0  # share of the character
    drying: float = 0.0  # how much thinner the strokes are before the brush is dipped again


CARVED = Hand(0.6, 0.015, 0.012)
WRITTEN = Hand(1.6, 0.045, 0.03, 0.22)
DIP = 13  # characters a brush writes between two dips
SET = Hand(0.25, 0.0, 0.01)


@dataclass
class Rule:
    """A ruled line as it was asked for: pixels of the flat page."""

    start: tuple
    end: tuple
    width: float
    layer: str = "ink"


class Sheet:
    """Masks are uint8, 255 where there is ink (or paper). Ink colours are chosen in scanning.py."""

    def __init__(self, width, height, rng):
        self.width, self.height, self.rng = width, height, rng
        self.ink = np.zeros((height, width), np.uint8)
        self.red = np.zeros((height, width), np.uint8)
        self.paper = np.full((height, width), 255, np.uint8)
        self.written = 0
        self.rules = []

    def put(self, character, center, size, fonts, hand=Hand(), stretch=(1.0, 1.0), layer="ink"):
        """Draws one character around `center`; returns its ink box, or None when off the sheet."""
        tile = fonts.tile(character, int(round(size)))
        if stretch != (1.0, 1.0) or hand != Hand():
            tile, center = self._by_hand(tile, center, size, hand, stretch)
        pixels = np.asarray(tile)
        if hand.drying:
            self.written += 1
            wet = 1 - hand.drying * (self.written % DIP) / DIP
            pixels = (pixels * wet).astype(np.uint8)
        left = int(round(center[0] - pixels.shape[1] / 2))
        top = int(round(center[1] - pixels.shape[0] / 2))
        return self._laid(pixels, left, top, layer)

    def _by_hand(self, tile, center, size, hand, stretch):
        turn, grow_x, grow_y, dx, dy = self.rng.standard_normal(5)
        scale_x = stretch[0] * (1 + hand.size * grow_x)
        scale_y = stretch[1] * (1 + hand.size * grow_y)
        sized = tile.resize(
            (max(2, int(tile.width * scale_x)), max(2, int(tile.height * scale_y))), Image.BICUBIC
        )
        if hand.turn:
            sized = sized.rotate(float(hand.turn * turn), Image.BICUBIC)
        return sized, (center[0] + dx * hand.shift * size, center[1] + dy * hand.shift * size)

    def _laid(self, pixels, left, top, layer):
        x0, y0 = max(0, left), max(0, top)
        x1 = min(self.width, left + pixels.shape[1])
        y1 = min(self.height, top + pixels.shape[0])
        if x0 >= x1 or y0 >= y1:
            return None
        seen = pixels[y0 - top : y1 - top, x0 - left : x1 - left]
        target = getattr(self, layer)[y0:y1, x0:x1]
        np.maximum(target, seen, out=target)
        rows, columns = np.nonzero((seen > 96).any(1))[0], np.nonzero((seen > 96).any(0))[0]
        if not len(rows) or not len(columns):
            return None
        return (
            float(x0 + columns[0]),
            float(y0 + rows[0]),
            float(x0 + columns[-1] + 1),
            float(y0 + rows[-1] + 1),
        )

    def write(self, line, char, center, size, fonts, upright=False, **how):
        """`put`, and keeps the glyph in the line. In `upright` text brackets take other shapes."""
        shape = UPRIGHT_SHAPES.get(char.text, char.text) if upright else char.text
        box = self.put(shape, center, size, fonts, **how)
        if box is not None:
            line.glyphs.append(Glyph(char.text, box, char.mark))

    def polygon(self, points, layer="ink", value=255):
        """Fills the area inside `points`."""
        self._drawn(layer, points, lambda draw, at: draw.polygon(at, fill=value))

    def stroke(self, points, width, layer="ink", value=255):
        """A line through `points`."""

        def run(draw, at):
            draw.line(at, fill=value, width=max(1, int(round(width))), joint="curve")

        self._drawn(layer, points, run, int(width) + 2)

    def _drawn(self, layer, points, run, margin=2):
        left = max(0, int(min(x for x, _ in points)) - margin)
        top = max(0, int(min(y for _, y in points)) - margin)
        right = min(self.width, int(max(x for x, _ in points)) + margin + 1)
        bottom = min(self.height, int(max(y for _, y in points)) + margin + 1)
        if left >= right or top >= bottom:
            return
        target = getattr(self, layer)
        patch = Image.fromarray(target[top:bottom, left:right])
        run(ImageDraw.Draw(patch), [(x - left, y - top) for x, y in points])
        target[top:bottom, left:right] = np.asarray(patch)

    def rule(self, start, end, width, wear=0.0, layer="ink"):
        """A ruled line as carved: it wavers a little; `wear` 0..1 is how much of it is broken."""
        self.rules.append(Rule(start, end, width, layer))
        length = float(np.hypot(end[0] - start[0], end[1] - start[1]))
        steps = max(2, int(length / 24))
        along = np.linspace(0, 1, steps)
        waver = np.cumsum(self.rng.standard_normal(steps)) * 0.18
        waver -= np.linspace(waver[0], waver[-1], steps)
        across = ((end[1] - start[1]) / length, -(end[0] - start[0]) / length)
        xs = start[0] + (end[0] - start[0]) * along + across[0] * waver
        ys = start[1] + (end[1] - start[1]) * along + across[1] * waver
        # Wear comes in stretches: one draw decides several steps.
        worn = np.repeat(self.rng.random(steps // 4 + 1) < wear, 4)[:steps]
        for i in range(steps - 1):
            if not worn[i]:
                self.stroke([(xs[i], ys[i]), (xs[i + 1], ys[i + 1])], width, layer)

    def frame(self, box, width, layer="ink"):
        left, top, right, bottom = box
        for a, b in (
            ((left, top), (right, top)),
            ((right, top), (right, bottom)),
            ((right, bottom), (left, bottom)),
            ((left, bottom), (left, top)),
        ):
            self.rule(a, b, width, layer=layer)
