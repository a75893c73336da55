# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets text across, left to right: single rows and justified paragraphs."""

from dataclasses import dataclass

from .markup import NEVER_FIRST, NEVER_LAST, Char
from .sheet import SET



@dataclass
class RowStyle:
    fonts: object
    size: float
    leading: float  # from row to row
    hand: object = SET


def width_of(text, size, fonts):
    return sum(fonts.advance(character, int(round(size))) for character in text)


def write_row(sheet, line, text, left, center_y, size, fonts, spread=1.0, backwards=False, hand=SET):
    """One row from `left`; `backwards` sets it right to left, as old headlines run. `text` is a
    string or Chars. Returns where the row ends."""
    chars = [Char(c) if isinstance(c, str) else c for c in text]
    advances = [fonts.advance(char.text, int(round(size))) * spread for char in chars]
    x = left + sum(advances) if backwards else left
    for char, advance in zip(chars, advances):
        x -= advance if backwards else 0
        if not char.text.isspace():
            sheet.write(line, char, (x + advance / 2, center_y), size, fonts, hand=hand)
        x += 0 if backwards else advance
    return x


def broken_rows(chars, width, size, fonts, first_indent=0.0):
    """Chars cut into rows no wider than `width`. Latin words and numbers stay whole."""
    rows, row, used = [], [], first_indent
    for word in _words(chars):
        need = width_of("".join(char.text for char in word), size, fonts)
        hangs = len(word) == 1 and word[0].text in NEVER_FIRST
        if row and used + need > width and not hangs:
            carried = []
            while row and row[-1].text in NEVER_LAST:
                carried.insert(0, row.pop())
            rows.append(row)
            row = carried
            used = width_of("".join(char.text for char in carried), size, fonts)
        row.extend(word)
        used += need
    return [*rows, row] if row else rows


def _words(chars):
    """Runs of ASCII without spaces, every other character alone."""
    word = []
    for char in chars:
        if (char.text.isascii() and not char.text.isspace()) or char.text in "²³℃":
            word.append(char)
            continue
        if word:
            yield word
            word = []
        yield [char]
    if word:
        yield word


class RowSetter:
    """Sets paragraphs downwards from `top`; says what did not fit."""

    def __init__(self, sheet, truth, region, style, left, right, top, bottom):
        self.sheet, self.truth, self.region, self.style = sheet, truth, region, style
        self.left, self.right, self.y, self.bottom = left, right, top, bottom

    def paragraph(self, chars, indent=2):
        """Returns the characters left over when the page is full."""
        style = self.style
        rows = broken_rows(chars, self.right - self.left, style.size, style.fonts,
                           indent * style.size)
        for number, row in enumerate(rows):
            if self.y + style.leading > self.bottom:
                return [char for later in rows[number:] for char in later]
            start = self.left + (indent * style.size if number == 0 else 0)
            self._row(row, start, justified=number + 1 < len(rows))
            self.y += style.leading
        return []

    def _row(self, row, start, justified):
        style = self.style
        natural = width_of("".join(char.text for char in row), style.size, style.fonts)
        spread = (self.right - start) / natural if justified and natural else 1.0
        line = self.truth.add_line(self.region, column=self.truth.next_column())
        write_row(self.sheet, line, row, start, self.y + style.leading / 2, style.size, style.fonts,
                  spread if 0.95 < spread < 1.12 else 1.0, hand=style.hand)
