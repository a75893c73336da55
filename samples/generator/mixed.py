# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages on which some blocks are set upright and some across: magazines and papers; for tests."""

from dataclasses import dataclass

from .bend import Bend
from .columns import Block, ColumnSetter, ColumnStyle, TextFlow
from .drawn import DrawnPage
from .faults import InkLook, PaperLook
from .fonts import MING_AFTER, stack_of
from .markup import Paragraph, read_text
from .page_model import PageTruth
from .rows import RowSetter, RowStyle, width_of, write_row
from .scanning import ScanLook
from .sheet import SET, Sheet
from .wish import MING_FONTS, Wish

RECORD = {
    "title": "錦溪月刊", "creator": "錦溪民報社", "dynasty": "民國", "date": "1948",
    "language": "zh-Hant", "rights": "GPL-3.0-or-later; composed and drawn for this project",
}
CONTAINER = "png"
PAGE = (1560, 2140)
LEFT, RIGHT, TOP, BOTTOM = 110, 1450, 120, 2020
LEVEL, BACKWARDS = "horizontal-ltr", "horizontal-rtl"
HEAVY = stack_of("noto-serif-black", MING_AFTER)


@dataclass
class Type:
    """How the text of one page is set."""
    fonts: object
    size: float
    step: float  # from character to character
    leading: float  # from column to column, from row to row
    framed: bool  # blocks within blocks stand in a frame, or in white space

    @property
    def gap(self):
        return 1.9 * self.leading


class Writer:
    """Sets blocks of one page, each from a text of its own."""

    def __init__(self, rng, texts, type_):
        self.rng, self.texts, self.type = rng, texts, type_
        self.sheet, self.truth = Sheet(*PAGE, rng), PageTruth()

    def paragraphs(self, count=3):
        """Some that follow each other, from any place of the text."""
        first = int(self.rng.integers(len(self.texts)))
        return [Paragraph(1, self.texts[(first + i) % len(self.texts)].items) for i in range(count)]

    def upright(self, left, top, right, bottom):
        """A block of columns, filled; returns where its last column ends."""
        kind = self.type
        style = ColumnStyle(kind.fonts, kind.size, kind.leading, kind.step, kind.size / 2, kind.size / 2, SET)
        columns = int((right - left) / kind.leading + 0.01)
        region = self.truth.add_region("text")
        paragraphs = [Paragraph(0, p.items) for p in self.paragraphs(24)]
        ColumnSetter(self.sheet, self.truth, region, style, Block(right, top, bottom, columns)).fill(
            TextFlow(paragraphs))
        return right - columns * kind.leading

    def level(self, left, top, right, bottom):
        """A block of rows, filled."""
        kind = self.type
        region = self.truth.add_region("text", LEVEL)
        style = RowStyle(kind.fonts, kind.size, kind.leading)
        setter = RowSetter(self.sheet, self.truth, region, style, left, right, top, bottom)
        for paragraph in self.paragraphs(24):
            if setter.paragraph(paragraph.items, 2):
                return

    def row(self, text, left, right, y, size, mode, stream="main", spread=1.08):
        """A headline or a caption in the middle between `left` and `right`."""
        kind = "headline" if stream == "main" else "text"
        region = self.truth.add_region(kind, mode)
        line = self.truth.add_line(region, stream, column=self.truth.next_column())
        start = (left + right - width_of(text, size, HEAVY) * spread) / 2
        fonts = HEAVY if stream == "main" else self.type.fonts
        write_row(self.sheet, line, text, start, y, size, fonts, spread=spread, backwards=mode == BACKWARDS)

    def headline(self, left, right, y):
        text = self.some_title()
        size = min(self.type.size * float(self.rng.uniform(1.4, 2.1)), (right - left) / len(text) / 1.2)
        mode = BACKWARDS if self.rng.random() < 0.5 else LEVEL
        room = (right - left) / (len(text) * size)
        self.row(text, left, right, y, size, mode, spread=min(room, float(self.rng.uniform(1.05, 1.5))))

    def some_title(self):
        titles = [p.plain[2:] for p in self.texts.titles if 5 <= len(p.plain) <= 12]
        return titles[int(self.rng.integers(len(titles)))]

    def frame(self, left, top, right, bottom):
        if self.type.framed:
            self.sheet.frame((left, top, right, bottom), 3)


class Texts(list):
    """Paragraphs to set, and titles."""

    def __init__(self, paragraphs):
        super().__init__(p for p in paragraphs if p.plain[:2] not in ("題：", "告：") and len(p.plain) > 40)
        self.titles = [p for p in paragraphs if p.plain[:2] == "題："]


def _under_a_title(writer):
    """Columns under a title across, a caption below."""
    kind = writer.type
    writer.headline(LEFT, RIGHT, TOP + kind.size)
    writer.upright(LEFT, TOP + 2 * kind.leading + kind.size, RIGHT, BOTTOM - 2.4 * kind.leading)
    writer.row(writer.texts[0].plain.lstrip("　")[:18], LEFT, RIGHT, BOTTOM - kind.size / 2, kind.size, LEVEL, "other", 1.0)


def _rows_in_a_corner(writer):
    """Columns, and a block of rows below those at the left."""
    kind, rng = writer.type, writer.rng
    columns = int((RIGHT - LEFT) / kind.leading)
    beside = RIGHT - int(columns * rng.uniform(0.3, 0.5)) * kind.leading
    corner = BOTTOM - (BOTTOM - TOP) * float(rng.uniform(0.28, 0.45))
    writer.upright(beside, TOP, RIGHT, BOTTOM)
    writer.upright(LEFT, TOP, beside, corner - kind.gap / 2)
    writer.frame(LEFT - 20, corner, beside - kind.gap / 3, BOTTOM)
    writer.level(LEFT + 10, corner + kind.gap / 2, beside - kind.gap, BOTTOM - 20)


def _columns_in_a_corner(writer):
    """Rows, and a block of columns at the right of the lower ones."""
    kind, rng = writer.type, writer.rng
    upper = TOP + int(rng.uniform(6, 14)) * kind.leading
    lower = upper + int(rng.uniform(10, 16)) * kind.leading
    beside = RIGHT - int(rng.integers(4, 9)) * kind.leading
    writer.level(LEFT, TOP, RIGHT, upper)
    writer.level(LEFT, upper, beside - kind.gap, lower)
    writer.frame(beside - kind.gap / 2, upper + kind.leading / 3, RIGHT + 20, lower - kind.leading / 3)
    writer.upright(beside, upper + 0.8 * kind.leading, RIGHT, lower - 0.8 * kind.leading)
    if rng.random() < 0.5:
        writer.level(LEFT, lower, RIGHT, BOTTOM)


def _columns_between(writer):
    """Rows, a verse in columns, rows."""
    kind, rng = writer.type, writer.rng
    upper = TOP + int(rng.uniform(6, 12)) * kind.leading
    lower = upper + int(rng.integers(9, 17)) * kind.step + 2 * kind.gap
    inset = float(rng.uniform(0, 4)) * kind.leading
    writer.level(LEFT, TOP, RIGHT, upper)
    writer.frame(LEFT + inset - 20, upper + kind.gap / 3, RIGHT - inset + 20, lower - kind.gap / 3)
    writer.upright(LEFT + inset, upper + kind.gap, RIGHT - inset, lower - kind.gap)
    writer.level(LEFT, lower, RIGHT, BOTTOM)


def _registers(writer):
    """A paper: two registers of blocks with headlines across; a block of one of them is set in rows."""
    kind, rng = writer.type, writer.rng
    middle = (TOP + BOTTOM) / 2 + float(rng.uniform(-120, 120))
    level, side = int(rng.integers(2)), 1 if rng.random() < 0.5 else -1
    for register, (top, bottom) in enumerate(((TOP, middle), (middle, BOTTOM))):
        if register and kind.framed:
            writer.sheet.rule((LEFT - 20, middle), (RIGHT + 20, middle), 3)
        side = -side  # else the paper might as well be two pages
        cut = (LEFT + RIGHT) / 2 + side * float(rng.uniform(70, 220))
        blocks = [(cut, RIGHT), (LEFT, cut - kind.gap)]
        across = int(rng.integers(2)) if register == level else None
        for place, (left, right) in enumerate(blocks):
            writer.headline(left, right, top + 0.4 * kind.gap + kind.size)
            upper, lower = top + kind.gap + 2.2 * kind.size, bottom - kind.gap / 2
            (writer.level if place == across else writer.upright)(left, upper, right, lower)
        if kind.framed:
            x = cut - kind.gap / 2
            writer.sheet.rule((x, top + 15), (x, bottom - 15), 2)


WAYS = (_under_a_title, _rows_in_a_corner, _columns_in_a_corner, _columns_between, _registers, _registers)


def pages(rng, wish=Wish()):
    """One page of each way."""
    texts = Texts([p for section in read_text("newspaper", wish.texts).values() for p in section])
    for number, way in enumerate(WAYS, 1):
        writer = Writer(rng, texts, _type_of(rng, wish))
        way(writer)
        yield DrawnPage(f"{number:04d}", writer.sheet, writer.truth, *_conditions(writer.sheet, rng))


def _type_of(rng, wish):
    fonts = stack_of(wish.font_of("noto-serif", MING_FONTS, rng), MING_AFTER)
    size = float(rng.uniform(30, 42)) if wish.vary else 36.0
    step = size * (float(rng.uniform(1.04, 1.16)) if wish.vary else 1.08)
    leading = size * (float(rng.uniform(1.45, 1.9)) if wish.vary else 1.7)
    return Type(fonts, size, step, leading, framed=bool(rng.random() < 0.5))


def _conditions(sheet, rng):
    """A flatbed scan of cheap paper."""
    bend = Bend(sheet.width, sheet.height, tilt_deg=float(rng.normal(0, 0.3)))
    ink = InkLook(spread=1.0, rough=0.06, uneven=0.03, pale=0.06, weight=0.05)
    paper = PaperLook(colour=(226, 222, 210), mottle=2.5, fibre=1.2, grain=3.5, foxing=8, edge=0.06)
    return bend, ScanLook(ink=ink, paper=paper, through=0.04, ink_colour=(44, 43, 46), colour=False)
