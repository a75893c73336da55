# SPDX-License-Identifier: GPL-3.0-or-later
"""A leaf of a ruled woodblock print 刻本: frame, ruling, fold strip 版心 with fish-tail, head notes."""

from dataclasses import dataclass, field

import numpy as np

from .columns import Block, ColumnSetter, ColumnStyle, write_column
from .markup import Char
from .sheet import CARVED

NUMERALS = "〇一二三四五六七八九十"


def numeral(number):
    """1..99 as leaf numbers are cut: 十, 十一, 二十."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("" if tens == 1 else NUMERALS[tens]) + "十"
    return head + (NUMERALS[ones] if ones else "")


@dataclass
class FoldStrip:
    title: str
    chapter: str
    section: str
    leaf: int
    black_mouth: bool = False  # 黑口: a black line down the fold
    tails: int = 1


@dataclass
class BlockStyle:
    """One book's printing block; lengths in pixels."""

    text: ColumnStyle
    columns: int = 9
    rows: int = 20
    ruled: bool = True
    thick: float = 6.0
    thin: float = 2.0
    double_border: bool = True
    wear: float = 0.04
    rule: float = 1.8
    strip_share: float = 0.86  # width of the whole fold strip, in pitches
    side_margin: float = 6.0

    @property
    def width(self):
        return self.columns * self.text.pitch

    @property
    def height(self):
        return self.rows * self.text.step + 0.25 * self.text.step

    @property
    def strip_width(self):
        return self.strip_share * self.text.pitch


@dataclass
class HalfLeaf:
    """Where half a leaf lies: `left`, `top` of its text area."""

    left: float
    top: float
    style: BlockStyle
    head_notes: list = field(default_factory=list)

    @property
    def right(self):
        return self.left + self.style.width

    @property
    def bottom(self):
        return self.top + self.style.height

    def draw_frame(self, sheet, fold):
        """The border on three sides and the ruling; `fold` 'left' or 'right' is the open side."""
        style = self.style
        gap = style.thick + style.thin + 2.5
        sides = [("thin", 0.0, style.thin)]
        if style.double_border:
            sides.append(("thick", gap, style.thick))
        fold_reach = style.strip_width
        for _, out, width in sides:
            left = self.left - (fold_reach if fold == "left" else out)
            right = self.right + (fold_reach if fold == "right" else out)
            outer = self.right + out if fold == "left" else self.left - out
            sheet.rule((left, self.top - out), (right, self.top - out), width, style.wear / 3)
            sheet.rule((left, self.bottom + out), (right, self.bottom + out), width, style.wear / 3)
            sheet.rule((outer, self.top - out), (outer, self.bottom + out), width, style.wear / 3)
        inner = self.left if fold == "left" else self.right
        sheet.rule((inner, self.top), (inner, self.bottom), style.rule, style.wear)
        if style.ruled:
            for i in range(1, style.columns):
                x = self.left + i * style.text.pitch
                sheet.rule((x, self.top), (x, self.bottom), style.rule, style.wear)

    def set_text(self, sheet, truth, flow):
        """Fills the columns from the flow; head notes go above the border."""
        box = (self.left, self.top, self.right, self.bottom)
        region = truth.add_region("text", box=box)
        inset = 0.12 * self.style.text.step
        block = Block(self.right, self.top + inset, self.bottom - inset, self.style.columns)
        setter = ColumnSetter(sheet, truth, region, self.style.text, block)
        setter.fill(flow)
        if setter.head_notes:
            self.set_head_notes(sheet, truth, setter.head_notes)

    def set_head_notes(self, sheet, truth, notes, most_rows=5):
        style = self.style.text
        size = style.note_size * 0.92
        step = size * 1.12
        rows = max(1, min(most_rows, int((self.top - 40) / step - 0.9)))
        top = self.top - (rows + 0.9) * step
        region = truth.add_region("head-margin")
        for x, chars in notes:
            for start in range(0, len(chars), rows):
                line = truth.add_line(region, "head-note", column=truth.next_column())
                write_column(
                    sheet, line, chars[start : start + rows], x - start / rows * size * 1.35, top,
                    size, step, style.fonts, hand=style.hand,
                )


def draw_fold_strip(sheet, truth, center, half, strip):
    """The fold strip around `center`, as high as `half`; what the page's edge cuts is cut later."""
    style = half.style
    width, height = style.strip_width, half.bottom - half.top
    region = truth.add_region("fold-strip")
    size = style.text.note_size * 0.98
    left, right = center - width / 2, center + width / 2

    def tail(at, up):
        depth, notch = 0.034 * height * (-1 if up else 1), 0.018 * height * (-1 if up else 1)
        sheet.polygon(
            [(left, at), (right, at), (right, at + depth), (center, at + depth - notch),
             (left, at + depth)]
        )
        sheet.rule((left, at - depth * 0.2), (right, at - depth * 0.2), style.thin)

    upper = half.top + 0.225 * height
    lower = half.top + 0.80 * height
    tail(upper, False)
    if strip.tails > 1:
        tail(lower, True)
    else:
        sheet.rule((left, lower), (right, lower), style.thin)
    if strip.black_mouth:
        sheet.rule((center, half.top), (center, half.top + 0.05 * height), width * 0.16)
        sheet.rule((center, half.bottom - 0.05 * height), (center, half.bottom), width * 0.16)
    step = size * 1.12
    places = (
        (strip.title, upper - 0.015 * height - len(strip.title) * step),
        (strip.chapter, upper + 0.045 * height),
        (strip.section, upper + 0.075 * height + len(strip.chapter) * step),
        (numeral(strip.leaf), lower - 0.05 * height - len(numeral(strip.leaf)) * step),
    )
    column = truth.next_column()
    for text, top in places:
        line = truth.add_line(region, "running-title", column=column)
        write_column(sheet, line, [Char(c) for c in text], center, top, size, step,
                     style.text.fonts, hand=CARVED)


def draw_seal(sheet, truth, text, center, side, fonts, white=False):
    """A square seal of two columns; `white` characters stand in red ground 白文."""
    ground = sheet.red.copy()
    sheet.red[:] = 0
    half = side / 2
    x, y = center
    square = [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
    region = truth.add_region("seal", box=(*square[0], *square[2]))
    if not white:
        sheet.stroke(square + square[:2], side * 0.045, layer="red")
    rows = (len(text) + 1) // 2
    cell_y, cell_x = side * 0.9 / rows, side * 0.9 / 2
    size = int(min(cell_x, cell_y) * 0.98)
    for column, part in enumerate((text[:rows], text[rows:])):
        line = truth.add_line(region, "seal", column=truth.next_column())
        for row, character in enumerate(part):
            at = (x + (0.5 - column) * cell_x, y + (row - (rows - 1) / 2) * cell_y)
            sheet.write(line, Char(character), at, size, fonts, layer="red",
                        stretch=(cell_x / size * 0.97, cell_y / size * 0.97))
    if white:
        letters = sheet.red.copy()
        sheet.polygon(square, layer="red")
        sheet.red[letters > 110] = 0
    np.maximum(sheet.red, ground, out=sheet.red)


def cut_at(sheet, truth, left, right):
    """The paper ends at `left` and `right`: ink beyond is gone, glyphs cut by half are no truth."""
    for layer in (sheet.ink, sheet.red, sheet.paper):
        layer[:, : max(0, int(left))] = 0
        layer[:, int(right) :] = 0
    for line in truth.lines:
        kept = []
        for glyph in line.glyphs:
            x0, y0, x1, y1 = glyph.box
            seen0, seen1 = max(x0, left), min(x1, right)
            if seen1 - seen0 >= 0.6 * (x1 - x0):
                glyph.box = (seen0, y0, seen1, y1)
                kept.append(glyph)
        line.glyphs = kept
    truth.drop_empty()


def woodblock_text(fonts, pitch, step, note_share=0.44, stretch=(1.0, 1.0), hand=CARVED):
    """The usual proportions of main text and notes for a column pitch."""
    size = min(pitch * 0.80, step * 1.02)
    note = pitch * note_share
    return ColumnStyle(
        fonts, size, pitch, step, note, max(note * 1.06, step * 0.68), hand, stretch, stretch
    )
