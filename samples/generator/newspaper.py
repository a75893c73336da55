# SPDX-License-Identifier: GPL-3.0-or-later
"""Book 3: a local newspaper of the 1930s in two registers: headlines across, text upright, adverts in
boxes. All pages are pictures of one TIFF."""

import math
from dataclasses import dataclass, field

from .bend import Bend
from .columns import Block, ColumnSetter, ColumnStyle, TextFlow, write_column
from .drawn import DrawnPage
from .faults import InkLook, PaperLook
from .fonts import KAI_AFTER, MING_AFTER, stack_of
from .markup import Char, Note, read_text
from .page_model import PageTruth
from .rows import write_row
from .scanning import ScanLook
from .sheet import SET, Sheet
from .wish import MING_FONTS, Wish

RECORD = {
    "title": "錦溪民報", "creator": "錦溪民報社", "dynasty": "民國", "date": "1936",
    "language": "zh-Hant", "rights": "GPL-3.0-or-later; composed and drawn for this project",
}
CONTAINER = "tif"
PAGE = (1560, 2140)
MARGIN = 80
STEP_SHARE, SIZE_SHARE = 0.742, 0.68  # of the column pitch
LEAST_HEADLINE = 40
GAP = 26  # between the blocks of a register
HEAVY = stack_of("noto-serif-black", MING_AFTER)
KAI = stack_of("cns-kai", KAI_AFTER)
DATES = ("四月十二日", "四月十三日", "四月十四日", "六月三日", "六月四日", "七月九日")
RIGHT_TO_LEFT_PAGE = 4  # its banner is set the old way


@dataclass(frozen=True)
class Makeup:
    """How the pages of one paper are made up."""
    registers: int = 2
    backwards: bool | None = None  # headlines from the right; None: on one page only
    ruled: bool = True  # rules between articles and registers, or white space alone

    @property
    def gap(self):
        return GAP if self.ruled else 2.2 * GAP


@dataclass
class Article:
    headline: str
    paragraphs: list = field(default_factory=list)

    def columns(self, rows, pitch):
        """How many columns wide it is: its text, or a headline that can still be read."""
        lengths = [2 + sum(not isinstance(i, Note) for i in p.items) for p in self.paragraphs]
        text = sum(math.ceil(length / rows) for length in lengths)
        return max(text, math.ceil(len(self.headline) * LEAST_HEADLINE * 1.08 / pitch))


@dataclass
class Advert:
    title: str
    lines: list = field(default_factory=list)


def _items_of(paragraphs):
    """Articles and adverts of one page, in the order of the text."""
    items = []
    for paragraph in paragraphs:
        start, text = paragraph.plain[:2], paragraph.plain[2:]
        if start == "題：":
            items.append(Article(text))
        elif start == "告：":
            items.append(Advert(text))
        elif isinstance(items[-1], Advert):
            items[-1].lines.append(paragraph.plain)
        else:
            paragraph.indent = 0
            paragraph.items = [Char("\u3000"), *paragraph.items]
            items[-1].paragraphs.append(paragraph)
    return items


class Press:
    """Makes up one page."""

    def __init__(self, rng, number, fonts, pitch, makeup):
        self.rng, self.number, self.fonts, self.pitch = rng, number, fonts, pitch
        self.makeup = makeup
        self.sheet, self.truth = Sheet(*PAGE, rng), PageTruth()
        self.step = pitch * STEP_SHARE
        self.style = ColumnStyle(fonts, pitch * SIZE_SHARE, pitch, self.step, 30, 32, SET)

    def masthead(self):
        """Title and date line; returns where they end."""
        sheet, truth = self.sheet, self.truth
        region = truth.add_region("headline", "horizontal-ltr")
        if self.number == 1:
            line = truth.add_line(region, column=truth.next_column())
            write_row(sheet, line, "錦溪民報", PAGE[0] / 2 - 350, 200, 166, HEAVY, spread=1.1)
            top = 320
        else:
            top = MARGIN + 14
        sheet.rule((MARGIN, top), (PAGE[0] - MARGIN, top), 4)
        line = truth.add_line(region, column=truth.next_column())
        text = f"中華民國二十五年{DATES[self.number - 1]}　第{'一二三四五六'[self.number - 1]}版"
        write_row(sheet, line, text, PAGE[0] / 2 - len(text) * 19, top + 36, 36, self.fonts, spread=1.06)
        sheet.rule((MARGIN, top + 68), (PAGE[0] - MARGIN, top + 68), 2)
        return top + 84

    def rows(self, top, bottom):
        """Characters in a column of a register, below the headline."""
        return int((bottom - top - 140) / self.step)

    def register(self, items, top, bottom):
        """Blocks from right to left: each article as wide as it needs, adverts share the rest."""
        rows = self.rows(top, bottom)
        room = PAGE[0] - 2 * MARGIN
        gap = self.makeup.gap
        need = [i.columns(rows, self.pitch) * self.pitch + gap for i in items if isinstance(i, Article)]
        adverts = sum(isinstance(item, Advert) for item in items)
        spare = room - sum(need)
        right = PAGE[0] - MARGIN
        for place, item in enumerate(items):
            if isinstance(item, Article):
                width = item.columns(rows, self.pitch) * self.pitch + gap
                width += 0 if adverts else spare / len(need)
                self.article(item, (right - width, top, right, bottom))
            else:
                width = spare / adverts
                self.advert(item, (right - width + 8, top + 6, right - GAP + 8, bottom - 8))
            right -= width
            followed = place + 1 < len(items) and not isinstance(items[place + 1], Advert)
            if followed and self.makeup.ruled:
                self.sheet.rule((right, top), (right, bottom), 2, wear=0.02)

    def article(self, article, box):
        left, top, right, bottom = box
        self._headline(article.headline, left, right, top + 62)
        inner = right - self.makeup.gap / 2
        columns = int((inner - left) / self.pitch + 0.01)
        region = self.truth.add_region("text")
        block = Block(inner, top + 124, bottom - 4, columns)
        setter = ColumnSetter(self.sheet, self.truth, region, self.style, block)
        flow = TextFlow(article.paragraphs)
        setter.fill(flow)
        assert flow.empty, f"page {self.number}: {article.headline} does not fit"

    def _headline(self, text, left, right, y):
        wanted = self.makeup.backwards
        old = self.number == RIGHT_TO_LEFT_PAGE if wanted is None else wanted
        region = self.truth.add_region("headline", "horizontal-rtl" if old else "horizontal-ltr")
        size = min(78, (right - left - 30) / len(text) / 1.08)
        line = self.truth.add_line(region, column=self.truth.next_column())
        start = (left + right) / 2 - len(text) * size * 0.54
        write_row(self.sheet, line, text, start, y, size, HEAVY, spread=1.08, backwards=old)

    def advert(self, advert, box):
        """A framed box: a large name upright at the right, smaller columns beside it."""
        left, top, right, bottom = box
        for inset, width in ((0, 5), (11, 2)):
            self.sheet.frame((left + inset, top + inset, right - inset, bottom - inset), width)
        region = self.truth.add_region("text", box=box)
        height, room = bottom - top - 90, right - left - 50
        count = len(advert.lines)
        big = min(height / len(advert.title) / 1.12, room * (0.42 if count else 0.8), 120)
        longest = max((len(line) for line in advert.lines), default=1)
        small = min(height / longest / 1.15, (room - big * 1.2) / max(1, count) / 1.25, 62)
        x = right - 30 - big * 0.55
        for text, size, step, fonts in (
            (advert.title, big, height / len(advert.title), HEAVY),
            *((line, small, small * 1.3, KAI) for line in advert.lines),
        ):
            line = self.truth.add_line(region, column=self.truth.next_column())
            step = min(step, size * 1.45)
            start = (top + bottom) / 2 - step * len(text) / 2
            write_column(self.sheet, line, [Char(c) for c in text], x, start, size, step, fonts,
                         hand=SET)
            x -= size * 0.62 + small * 0.72


def pages(rng, wish=Wish()):
    """All pages of the book, in order."""
    fonts = stack_of(wish.font_of("arphic-ming", MING_FONTS, rng), MING_AFTER)
    pitch = float(rng.uniform(52, 68)) if wish.vary else 66.0
    makeup = _makeup(rng) if wish.vary else Makeup()
    for number, paragraphs in enumerate(read_text("newspaper", wish.texts).values(), 1):
        press = Press(rng, number, fonts, pitch, makeup)
        items = _items_of(paragraphs)
        top, bottom = press.masthead(), PAGE[1] - MARGIN
        registers = _registers(items, press, top, bottom)
        height = (bottom - top) / len(registers)
        for place, blocks in enumerate(registers):
            upper, lower = top + place * height, top + (place + 1) * height
            if place and makeup.ruled:
                press.sheet.rule((MARGIN, upper), (PAGE[0] - MARGIN, upper), 3)
            press.register(blocks, upper + (12 if place else 0),
                           lower - (12 if place + 1 < len(registers) else 0))
        yield DrawnPage(f"{number:04d}", press.sheet, press.truth,
                        *_conditions(press.sheet, rng))


def _makeup(rng):
    return Makeup(int(rng.integers(2, 4)), bool(rng.random() < 0.5), bool(rng.random() < 0.7))


def _registers(items, press, top, bottom):
    """The items of each register: as many registers as are wanted, two where more do not hold them."""
    wanted = press.makeup.registers
    if wanted > 2:
        height = (bottom - top) / wanted
        groups = _shared_out(items, wanted)
        rows = press.rows(top, top + height - 24)
        room = PAGE[0] - 2 * MARGIN
        needs = [sum(item.columns(rows, press.pitch) * press.pitch + press.makeup.gap
                     for item in group if isinstance(item, Article)) for group in groups]
        kept = [room if not any(isinstance(i, Advert) for i in group) else 0.75 * room
                for group in groups]
        if all(need and need <= most for need, most in zip(needs, kept)):
            return groups
    return _two_registers(items, press.rows(top, (top + bottom) / 2), press.pitch)


def _shared_out(items, count):
    """Articles in their order, as many in each register; an advert at the end of the first ones."""
    articles = [item for item in items if isinstance(item, Article)]
    adverts = [item for item in items if isinstance(item, Advert)]
    groups = []
    for place in range(count):
        first, last = (place * len(articles) // count, (place + 1) * len(articles) // count)
        groups.append([*articles[first:last], *adverts[place:place + 1]])
    groups[-1].extend(adverts[count:])
    return groups


def _two_registers(items, rows, pitch):
    """Articles in their order, cut where the registers come out most alike; an advert in each."""
    articles = [item for item in items if isinstance(item, Article)]
    adverts = [item for item in items if isinstance(item, Advert)]

    def unlike(count):
        above = sum(article.columns(rows, pitch) for article in articles[:count])
        return abs(2 * above - sum(article.columns(rows, pitch) for article in articles))

    count = min(range(1, len(articles)), key=unlike)
    return [*articles[:count], adverts[0]], [*articles[count:], *adverts[1:]]


def _conditions(sheet, rng):
    """Newsprint: grey, coarse, over-inked, scanned from a bound volume."""
    bend = Bend(sheet.width, sheet.height, tilt_deg=float(rng.normal(0, 0.35)),
                bow_x=float(rng.normal(0, 2)), bow_y=float(rng.normal(0, 2)))
    ink = InkLook(spread=1.15, rough=0.09, uneven=0.05, pale=0.10, dropout=0.01, weight=0.13)
    paper = PaperLook(colour=(219, 216, 208), mottle=4, fibre=2.0, grain=6.0, foxing=30, edge=0.14)
    look = ScanLook(ink=ink, paper=paper, ink_colour=(48, 46, 46), through=0.09, colour=False)
    return bend, look
