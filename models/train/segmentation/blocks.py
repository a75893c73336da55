# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of books nobody printed: blocks, hands and registers drawn by chance, to train with. The characters are those
of the sample texts and any other of the common block: what stands where is learnt, not what it says."""

from dataclasses import dataclass, replace

import numpy as np

from samples.generator import faults, noise, scanning
from samples.generator.bend import Bend
from samples.generator.columns import Block, ColumnSetter, TextFlow, write_column
from samples.generator.drawn import DrawnPage
from samples.generator.fonts import KAI_AFTER, MING_AFTER, stack_of
from samples.generator.markup import Char, Note, Paragraph, read_text
from samples.generator.page_model import PageTruth
from samples.generator.sheet import CARVED, SET, WRITTEN, Sheet
from samples.generator.wish import KAI_FONTS, MING_FONTS
from samples.generator.woodblock import BlockStyle, FoldStrip, HalfLeaf, cut_at, draw_fold_strip, draw_seal, woodblock_text

HEAVY = stack_of("noto-serif-black", MING_AFTER)
COMMON_BLOCK = (0x4E00, 0x9FA6)
# Shares of main text between notes and lengths of notes, in characters: (least, most) of each.
RHYTHMS = {
    "plain": None,
    "seldom": ((12, 60), (2, 30)),
    "often": ((4, 24), (4, 60)),
    "commentary": ((1, 12), (10, 120)),
    "glosses": ((1, 4), (1, 7)),
    "dictionary": ((1, 1), (6, 50)),
    "marks": ((2, 14), (1, 5)),
}
OFTEN = (0.17, 0.2, 0.2, 0.18, 0.15, 0.1, 0)  # how often each comes
OFTEN_STAMPED = (0.15, 0.15, 0.17, 0.18, 0.12, 0.08, 0.15)


def printed_characters():
    """The characters of the sample texts, as often as they stand there."""
    found = []
    for name in ("gazetteer", "genealogy", "newspaper"):
        for paragraphs in read_text(name).values():
            for paragraph in paragraphs:
                found += [item.text for item in paragraph.items if isinstance(item, Char)]
    return [character for character in found if "\u4e00" <= character <= "\u9fa5"]


class Scribbler:
    """Text without sense."""

    def __init__(self, rng):
        self.rng, self.known = rng, printed_characters()
        self.rare = rng.uniform(0, 0.4)

    def characters(self, count):
        rare = self.rng.random(count) < self.rare
        known = self.rng.integers(0, len(self.known), count)
        other = self.rng.integers(*COMMON_BLOCK, count)
        return [Char(chr(other[i]) if rare[i] else self.known[known[i]]) for i in range(count)]

    def between(self, least, most):
        return int(self.rng.integers(least, most + 1))

    def paragraph(self, rhythm, length):
        """About `length` characters of main text, with notes as `rhythm` has them."""
        indent = int(self.rng.choice((0, 0, 0, 1, 2)))
        if rhythm is None:
            return Paragraph(indent, self.characters(length))
        (least_text, most_text), (least_note, most_note) = rhythm
        items = []
        while len(items) < length:
            items += self.characters(self.between(least_text, most_text))
            items.append(Note(self.characters(self.between(least_note, most_note))))
        return Paragraph(indent, items)

    def flow(self, rhythm, most_length):
        return TextFlow([self.paragraph(rhythm, self.between(1, most_length)) for _ in range(40)])


class LooseSetter(ColumnSetter):
    """Also sets notes as one row of small characters, at the right or in the middle."""

    single_share = 0.0

    def _set_note(self, chars):
        if self.sheet.rng.random() >= self.single_share:
            return super()._set_note(chars)
        style = self.style
        holds = int(self._room() / style.note_step)
        piece, rest = chars[:holds], chars[holds:]
        if piece:
            segment = self.truth.next_note()
            line = self.truth.add_line(self.region, "note", column=self.column, note_segment=segment,
                                       note_half="single")
            x = self._x() + style.pitch * float(self.sheet.rng.choice((0.0, 0.12, 0.22)))
            self.y = write_column(self.sheet, line, piece, x, self.y, style.note_size, style.note_step,
                                  style.fonts, hand=style.hand, stretch=style.note_stretch)
            self.line = None
        return rest


@dataclass
class Plan:
    """One book's habits."""

    style: BlockStyle
    rhythm: tuple | None
    bands: int
    band_rules: bool
    framed: bool
    red_rules: bool
    single_share: float
    circles: str | None


def plan_of(rng, stamped):
    columns, rows = int(rng.integers(5, 15)), int(rng.integers(12, 32))
    carved = rng.random() < 0.65
    fonts = stack_of(str(rng.choice(MING_FONTS + KAI_FONTS)), MING_AFTER) if carved else stack_of(
        str(rng.choice(KAI_FONTS)), KAI_AFTER)
    width, height = rng.uniform(950, 1250), rng.uniform(1350, 1750)
    stretch = (float(rng.uniform(0.9, 1.35 if stamped else 1.12)), float(rng.uniform(0.88, 1.05)))
    text = woodblock_text(fonts, width / columns, height / rows, float(rng.uniform(0.34, 0.48)), stretch,
                          CARVED if carved else WRITTEN)
    size = min(text.size * float(rng.uniform(0.72, 1.05)), 1.05 * text.step / stretch[1])
    if stamped:
        size = min(size, text.pitch / stretch[0])
    note_step = max(text.note_size * float(rng.uniform(0.92, 1.15)), text.step * float(rng.uniform(0.4, 0.7)))
    text = replace(text, size=size, note_step=note_step)
    style = BlockStyle(
        text, columns=columns, rows=rows, ruled=bool(rng.random() < 0.7), thick=float(rng.uniform(3, 11)),
        thin=float(rng.uniform(1.2, 3.5)), double_border=bool(rng.random() < 0.6),
        wear=float(rng.uniform(0, 0.3)), rule=float(rng.uniform(1, 4)), strip_share=float(rng.uniform(0.5, 1.1)),
    )
    rhythm = RHYTHMS[str(rng.choice(list(RHYTHMS), p=OFTEN_STAMPED if stamped else OFTEN))]
    return Plan(style, rhythm, int(rng.choice((1, 1, 1, 1, 2, 3, 4))), bool(rng.random() < 0.6),
                bool(rng.random() < 0.8), bool(rng.random() < 0.12),
                float(rng.choice((0, 0, 0.1, 0.5))), rng.choice((None, None, None, "red", "ink")))


class Press:
    """Draws the pages of one such book. `stamped`: stamped over in black, wider characters, more in the margins."""

    def __init__(self, rng, stamped):
        self.rng, self.stamped = rng, stamped
        self.plan, self.scribbler = plan_of(rng, stamped), Scribbler(rng)

    def page(self, number):
        spread = self.rng.random() < 0.25
        style = self.plan.style
        wide = style.width + style.strip_width
        margin = float(self.rng.uniform(50, 200))
        high = style.height + float(self.rng.uniform(120, 600))
        sheet = Sheet(int((2 if spread else 1) * (wide + margin) + margin), int(high), self.rng)
        truth = PageTruth()
        top = (high - style.height) * float(self.rng.uniform(0.35, 0.75))
        folds = self._folds(spread)
        for place, fold in enumerate(folds):
            left = margin + place * (wide + margin * self.rng.uniform(0.2, 1)) + (
                style.strip_width if fold == "left" else 0)
            self._half(sheet, truth, HalfLeaf(left, top, style), fold)
        self._seals(sheet, truth)
        if self.stamped and self.rng.random() < 0.35:
            self._black_stamp(sheet)
        return DrawnPage(f"{number:04d}", sheet, truth, *self._conditions(sheet, spread))

    def _folds(self, spread):
        if spread:
            return ("left", "right") if self.rng.random() < 0.6 else ("right", "left")
        return (str(self.rng.choice(("left", "right"))),)

    def _half(self, sheet, truth, half, fold):
        plan = self.plan
        if plan.framed:
            self._frame(sheet, half, fold)
        height = half.style.height / plan.bands
        for band in range(plan.bands):
            top = half.top + band * height
            if band and plan.band_rules:
                sheet.rule((half.left, top), (half.right, top), half.style.rule, half.style.wear)
            self._band(sheet, truth, half, top, top + height)
        if self.rng.random() < 0.7 and plan.framed:
            self._strip(sheet, truth, half, fold)
        if self.rng.random() < (0.3 if self.stamped else 0.15):
            self._head_notes(sheet, truth, half)

    def _frame(self, sheet, half, fold):
        layer = "ink"
        if self.plan.red_rules:
            layer, ink = "red", sheet.ink.copy()
        half.draw_frame(sheet, fold)
        if layer == "red":
            sheet.red[:], sheet.ink[:] = (sheet.ink - ink) | sheet.red, ink
            for rule in sheet.rules:
                rule.layer = "red"

    def _band(self, sheet, truth, half, top, bottom):
        plan, style = self.plan, half.style
        region = truth.add_region("text", box=(half.left, top, half.right, bottom))
        inset = float(self.rng.uniform(0, 0.3)) * style.text.step
        empty = int(self.rng.integers(0, style.columns)) if self.rng.random() < 0.15 else 0
        block = Block(half.right, top + inset, bottom - 0.05 * style.text.step, style.columns - empty)
        setter = LooseSetter(sheet, truth, region, style.text, block)
        setter.single_share = plan.single_share
        # Short paragraphs leave columns half empty, as lists of names do.
        longest = int(self.rng.choice((4, style.rows, 200)))
        rhythm = plan.rhythm if self.rng.random() < 0.85 else None
        setter.fill(self.scribbler.flow(rhythm, longest))
        self._beside(sheet, truth, setter, half)

    def _beside(self, sheet, truth, setter, half):
        """Circles and remarks between the columns."""
        style = half.style.text
        if self.plan.circles:
            for line in [line for line in truth.lines if line.stream == "main"]:
                for glyph in line.glyphs:
                    if self.rng.random() < 0.12:
                        self._circle(sheet, glyph.box[2] + 0.08 * style.pitch, glyph.box[3], style.size * 0.12)
        if self.rng.random() < (0.25 if self.stamped else 0.12):
            layer = str(self.rng.choice(("ink", "red")))
            for _ in range(int(self.rng.integers(1, 6))):
                column = int(self.rng.integers(0, half.style.columns))
                x = half.right - column * style.pitch
                y = half.top + self.rng.uniform(0, 0.8) * half.style.height
                size = style.pitch * 0.24
                line = truth.add_line(setter.region, "side-note", column=truth.next_column())
                chars = self.scribbler.characters(int(self.rng.integers(2, 14)))
                if y + len(chars) * size * 1.1 < half.bottom:
                    write_column(sheet, line, chars, x, y, size, size * 1.1, style.fonts, hand=WRITTEN, layer=layer)
                line.layer = layer

    def _circle(self, sheet, x, y, radius):
        points = [(x - radius, y), (x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
        sheet.stroke(points, radius * 0.5, layer=self.plan.circles)

    def _strip(self, sheet, truth, half, fold):
        wide = half.style.strip_width
        center = half.left - wide / 2 if fold == "left" else half.right + wide / 2
        words = [self.words(1, 6), self.words(1, 4), self.words(0, 4)]
        strip = FoldStrip(*words, int(self.rng.integers(1, 99)), bool(self.rng.random() < 0.4),
                          int(self.rng.integers(1, 3)))
        draw_fold_strip(sheet, truth, center, half, strip)
        if self.rng.random() < 0.5:
            reach = self.rng.uniform(0.05, 0.5) * wide
            if fold == "left" and center < 0.3 * sheet.width:
                cut_at(sheet, truth, center - reach, sheet.width)
            elif fold == "right" and center > 0.7 * sheet.width:
                cut_at(sheet, truth, 0, center + reach)

    def words(self, least, most):
        return "".join(char.text for char in self.scribbler.characters(int(self.rng.integers(least, most + 1))))

    def _head_notes(self, sheet, truth, half):
        style = half.style.text
        size = style.note_size * float(self.rng.uniform(0.8, 1.1))
        rows = int((half.top - 30) / (size * 1.15)) - 1
        if rows < 2:
            return
        region = truth.add_region("head-margin")
        x = half.right - self.rng.uniform(0, 0.4) * half.style.width
        for _ in range(int(self.rng.integers(1, 10))):
            if x < half.left:
                break
            line = truth.add_line(region, "head-note", column=truth.next_column())
            chars = self.scribbler.characters(int(self.rng.integers(1, rows + 1)))
            write_column(sheet, line, chars, x, half.top - 15 - rows * size * 1.15, size, size * 1.15, style.fonts,
                         hand=style.hand)
            x -= size * 1.35

    def _seals(self, sheet, truth):
        for _ in range(int(self.rng.choice((0, 0, 0, 1, 2)))):
            side = float(self.rng.uniform(80, 330))
            at = (float(self.rng.uniform(0.1, 0.9)) * sheet.width, float(self.rng.uniform(0.1, 0.9)) * sheet.height)
            draw_seal(sheet, truth, self.words(2, 8) or "印", at, side, HEAVY, bool(self.rng.random() < 0.4))

    def _black_stamp(self, sheet):
        """A stamp scanned without colour: specks all over the writing, which nobody reads as writing."""
        red, sheet.red = sheet.red, np.zeros_like(sheet.red)
        side = float(self.rng.uniform(250, 1100))
        at = (float(self.rng.uniform(0.15, 0.85)) * sheet.width, float(self.rng.uniform(0.15, 0.85)) * sheet.height)
        draw_seal(sheet, PageTruth(), self.words(2, 8) or "印", at, side, HEAVY, bool(self.rng.random() < 0.6))
        grain = noise.cloud(self.rng, sheet.width, sheet.height, float(self.rng.uniform(2, 6)))
        specks = np.where(grain > self.rng.uniform(0.2, 1.6), sheet.red, 0).astype(np.uint8)
        np.maximum(sheet.ink, specks, out=sheet.ink)
        sheet.red = red

    def _conditions(self, sheet, spread):
        rng = self.rng
        bend = Bend(sheet.width, sheet.height, tilt_deg=float(rng.normal(0, 0.7)), bow_x=float(rng.normal(0, 5)),
                    bow_y=float(rng.normal(0, 5)), keystone=float(rng.normal(0, 0.006)),
                    gutter_x=sheet.width / 2 if spread else None,
                    gutter_drop=float(rng.uniform(0, 16)) if spread else 0.0)
        ink = faults.InkLook(spread=float(rng.uniform(0.9, 1.9)), rough=float(rng.uniform(0.02, 0.2)),
                             uneven=float(rng.uniform(0.02, 0.14)), pale=float(rng.uniform(0.03, 0.2)),
                             dropout=float(rng.choice((0, 0, 0.03, 0.08))), weight=float(rng.uniform(-0.02, 0.2)))
        level = rng.uniform(190, 250)
        paper = faults.PaperLook(colour=(level, level - rng.uniform(2, 22), level - rng.uniform(5, 60)),
                                 foxing=int(rng.integers(0, 60)), stains=int(rng.choice((0, 0, 1, 3))),
                                 holes=int(rng.integers(0, 6)), grain=float(rng.uniform(1, 5)))
        look = scanning.ScanLook(ink=ink, paper=paper, through=float(rng.choice((0, 0.05, 0.12, 0.25))),
                                 gutter_shade=0.6 if spread else 0.0, light_fall=float(rng.normal(0, 0.06)),
                                 ink_colour=tuple(float(v) for v in rng.uniform(10, 75, 3)))
        return bend, look


def pages(rng, count, stamped=False):
    """`count` pages, three of a book."""
    for number in range(count):
        if number % 3 == 0:
            press = Press(rng, stamped)
        yield press.page(number + 1)
