# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets running text into upright columns, right to left, with 雙行小注 as double rows."""

from dataclasses import dataclass

from .markup import NEVER_FIRST, PUNCTUATION, Note
from .reader_marks import MarkStyle, draw_mark
from .sheet import CARVED


@dataclass
class ColumnStyle:
    fonts: object
    size: float  # of a main character, pixels
    pitch: float  # from column to column
    step: float  # from character to character
    note_size: float
    note_step: float
    hand: object = CARVED
    stretch: tuple = (1.0, 1.0)
    note_stretch: tuple = (1.0, 1.0)
    marks: MarkStyle | None = None  # beside the text in place of punctuation, which takes no room


@dataclass
class Block:
    """A rectangle of columns on a sheet."""

    right: float
    top: float
    bottom: float
    columns: int


class TextFlow:
    """Paragraphs waiting to be set: each block takes what it holds and leaves the rest."""

    def __init__(self, paragraphs):
        self.waiting = [
            (paragraph.indent, list(paragraph.items), paragraph.head_note)
            for paragraph in paragraphs
        ]

    @property
    def empty(self):
        return not self.waiting


class ColumnSetter:
    """Fills one block of one page. Head notes it met are left in `head_notes` as (x, chars)."""

    def __init__(self, sheet, truth, region, style, block):
        self.sheet, self.truth, self.region = sheet, truth, region
        self.style, self.block = style, block
        self.used = 0  # columns begun
        self.y = block.top
        self.line = None
        self.column = None
        self.head_notes = []
        self.praising = False  # whether each character is marked

    def fill(self, flow):
        """Sets text until the block is full or the flow is empty."""
        while flow.waiting:
            indent, items, head_note = flow.waiting[0]
            if not self._next_column(indent):
                return
            if head_note:
                self.head_notes.append((self._x(), head_note))
            rest = self._set_items(items, indent)
            if rest:
                flow.waiting[0] = (indent, rest, None)
                return
            flow.waiting.pop(0)

    def _x(self):
        return self.block.right - (self.used - 0.5) * self.style.pitch

    def _next_column(self, indent):
        if self.used >= self.block.columns:
            return False
        self.used += 1
        self.y = self.block.top + indent * self.style.step
        self.column = self.truth.next_column()
        self.line = None
        return True

    def _room(self):
        return self.block.bottom - self.y + 0.02 * self.style.step

    def _set_items(self, items, indent):
        """Sets what fits; returns what does not."""
        waiting = list(items)
        while waiting:
            item = waiting[0]
            if isinstance(item, Note):
                left = self._set_note(item.chars)
                if not left:
                    waiting.pop(0)
                    continue
                waiting[0] = Note(left)
            elif self.style.marks and item.text in PUNCTUATION:
                self._punctuate(item.text)
                waiting.pop(0)
                continue
            elif self._room() >= self.style.step or self._hangs(item):
                self._set_char(item)
                waiting.pop(0)
                continue
            if not self._next_column(indent):
                return waiting
        return []

    def _hangs(self, char):
        """A mark that may not begin a column hangs below the last character."""
        return char.text in NEVER_FIRST and self.line is not None

    def _set_char(self, char):
        if self.line is None:
            self.line = self.truth.add_line(self.region, "main", column=self.column)
        style = self.style
        center = (self._x(), self.y + style.step / 2)
        if char.text in "，。、":
            center = (center[0] + 0.30 * style.size, center[1] - 0.30 * style.size)
        if char.text != "\u3000":
            self.sheet.write(
                self.line, char, center, style.size, style.fonts, hand=style.hand,
                stretch=style.stretch, upright=True,
            )
            if self.praising:
                self._mark(style.marks.praise, center[1])
        self.y += style.step

    def _punctuate(self, text):
        self._mark(self.style.marks.shape_of(text), self.y)
        if self.style.marks.praised:
            self.praising = self.sheet.rng.random() < self.style.marks.praised

    def _mark(self, shape, y):
        marks = self.style.marks
        center = (self._x() + self.style.pitch * marks.aside, y)
        draw_mark(self.sheet, self.truth, shape, center, self.style.size * marks.radius, marks.layer)

    def _set_note(self, chars):
        """Sets the piece of a note that this column holds; returns the rest."""
        style = self.style
        holds = int(self._room() / style.note_step)
        if holds <= 0:
            return chars
        rows = min(holds, (len(chars) + 1) // 2)
        piece, rest = chars[: 2 * rows], chars[2 * rows :]
        segment = self.truth.next_note()
        for half, part, side in (("right", piece[:rows], 1), ("left", piece[rows:], -1)):
            if not part:
                continue
            line = self.truth.add_line(
                self.region, "note", column=self.column, note_segment=segment, note_half=half
            )
            x = self._x() + side * style.pitch * 0.235
            for i, char in enumerate(part):
                center = (x, self.y + (i + 0.5) * style.note_step)
                self.sheet.write(
                    line, char, center, style.note_size, style.fonts, hand=style.hand,
                    stretch=style.note_stretch,
                )
        self.y += rows * style.note_step
        self.line = None
        return rest


def write_column(sheet, line, chars, center_x, top, size, step, fonts, **how):
    """One plain column of characters from `top` down; returns where it ends."""
    for i, char in enumerate(chars):
        sheet.write(line, char, (center_x, top + (i + 0.5) * step), size, fonts, **how)
    return top + len(chars) * step
