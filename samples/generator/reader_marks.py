# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks 圈點 beside the characters: in place of punctuation, and along whole clauses to praise them."""

import math
from dataclasses import dataclass, field

from .page_model import Mark

TURNS = [i * math.tau / 16 for i in range(18)]


@dataclass(frozen=True)
class MarkStyle:
    """How a reader or a printer marks a text. Punctuation marks stand between two characters."""

    layer: str = "red"  # or "ink"
    aside: float = 0.41  # from the middle of the column to its right, pitches
    radius: float = 0.12  # of a main character
    shapes: dict = field(default_factory=dict)  # of punctuation; all others are circles
    praise: str | None = None  # the shape beside each character of a praised clause
    praised: float = 0.0  # share of the clauses

    def shape_of(self, punctuation):
        return self.shapes.get(punctuation, "circle")


def draw_mark(sheet, truth, shape, center, radius, layer):
    """A circle ○, a dot ● or a tick 、 around `center`, and what the truth says of it."""
    x, y = center
    if shape == "tick":
        tip, foot = (x - 0.75 * radius, y - radius), (x + 0.8 * radius, y + 0.95 * radius)
        points = [tip, (x + 0.75 * radius, y - 0.2 * radius), foot, (x - 0.1 * radius, y + 0.5 * radius)]
        sheet.polygon(points, layer)
        sheet.stroke(points[1:3], 0.5 * radius, layer)
    else:
        ring = [(x + radius * math.cos(t), y + radius * math.sin(t)) for t in TURNS]
        if shape == "dot":
            sheet.polygon(ring, layer)
        else:
            sheet.stroke(ring, radius * 0.45, layer=layer)
    reach = radius * (1.2 if shape == "circle" else 1.0)
    ink = "red" if layer == "red" else "black"
    truth.marks.append(Mark(shape, ink, (x - reach, y - reach, x + reach, y + reach)))
