# SPDX-License-Identifier: GPL-3.0-or-later
"""What the network is to see: a page's truth as maps, one for each kind of thing."""

import numpy as np
from PIL import Image, ImageDraw

from samples.generator.page_model import united

WRITING = ("main", "note", "fold", "margin")  # what a line of writing in black can be
CHANNELS = (*WRITING, "seal", "rule", "red")  # of the maps drawn
SEEN = ("writing", "seal", "rule", "red")  # maps of the network that stand alone; after them a map for each of WRITING
OF_STREAM = {"main": "main", "note": "note", "running-title": "fold", "head-note": "margin", "side-note": "margin",
             "page-number": "fold"}
CORE = 0.5  # of a line's width is marked, so that neighbours stay apart
END = 0.25  # of its width is left out at each end
LONGEST_GAP = 1.2  # between characters of one piece, in characters,
WIDER_GAP = 2.2  # and in the gaps usual in the line


def maps_of(page, size):
    """uint8 (height, width) with bit i set where CHANNELS[i] is, for a scan reduced to `size` (width, height)."""
    scale = (size[0] / page.sheet.width, size[1] / page.sheet.height)
    maps = {name: Image.new("1", size, 0) for name in CHANNELS}
    pens = {name: ImageDraw.Draw(picture) for name, picture in maps.items()}
    for line in page.truth.lines:
        name = OF_STREAM.get(line.stream)
        if name is None or getattr(line, "layer", "ink") == "red":
            continue
        for box, across in pieces(line):
            _mark(pens[name], page.bend.outline(core_of(box, across, line.mode)), scale)
    for region in page.truth.regions:
        if region.kind == "seal" and region.box:
            _mark(pens["seal"], page.bend.outline(region.box), scale)
    for rule in page.sheet.rules:
        if rule.layer == "ink":
            _stroke(pens["rule"], page.bend, rule, scale)
    red = Image.fromarray(page.bend.bent(page.sheet.red)).resize(size, Image.BOX).point(lambda v: 255 * (v > 90))
    bits = np.zeros((size[1], size[0]), np.uint8)
    for i, name in enumerate(CHANNELS):
        seen = red if name == "red" else maps[name]
        bits |= (np.asarray(seen).astype(bool)).astype(np.uint8) << i
    return bits


def pieces(line):
    """Boxes of a line's stretches without a wide gap, and how wide its characters are across."""
    upright = line.mode.startswith("vertical")
    begin, end = (1, 3) if upright else (0, 2)
    low, high = (0, 2) if upright else (1, 3)
    across = np.percentile([glyph.box[high] - glyph.box[low] for glyph in line.glyphs], 80)
    boxes = sorted((glyph.box for glyph in line.glyphs), key=lambda box: box[begin])
    gaps = [after[begin] - before[end] for before, after in zip(boxes, boxes[1:])]
    longest = max(LONGEST_GAP * across, WIDER_GAP * float(np.median(gaps)) if gaps else 0)
    run = boxes[:1]
    for box, gap in zip(boxes[1:], gaps):
        if gap > longest:
            yield united(run), across
            run = []
        run.append(box)
    if run:
        yield united(run), across


def core_of(box, across, mode):
    """The middle of a line, along its whole length but the ends."""
    left, top, right, bottom = box
    half, cut = CORE * across / 2, END * across
    if mode.startswith("vertical"):
        x = (left + right) / 2
        short = min(cut, (bottom - top) / 4)
        return x - half, top + short, x + half, bottom - short
    y = (top + bottom) / 2
    short = min(cut, (right - left) / 4)
    return left + short, y - half, right - short, y + half


def _mark(pen, outline, scale):
    pen.polygon([(x * scale[0], y * scale[1]) for x, y in outline], fill=1)


def _stroke(pen, bend, rule, scale):
    along = np.linspace(0, 1, 7)
    (x0, y0), (x1, y1) = rule.start, rule.end
    xs, ys = bend.to_scan(x0 + (x1 - x0) * along, y0 + (y1 - y0) * along)
    width = max(3, round(rule.width * scale[0]) + 2)
    pen.line([(x * scale[0], y * scale[1]) for x, y in zip(xs, ys)], fill=1, width=width)
