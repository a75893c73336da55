# SPDX-License-Identifier: GPL-3.0-or-later
"""Book 4: a modern local document, set across and mimeographed, with tables and Latin; one PDF of
scans."""

from .bend import Bend
from .drawn import DrawnPage
from .faults import InkLook, PaperLook
from .fonts import MING_AFTER, stack_of
from .markup import Char, read_text
from .page_model import PageTruth
from .rows import RowSetter, RowStyle, width_of, write_row
from .scanning import ScanLook
from .sheet import Sheet
from .wish import MING_FONTS, Wish

RECORD = {
    "title": "錦溪縣水利志稿", "creator": "錦溪縣水利局", "dynasty": "", "date": "1957",
    "language": "zh-Hant", "rights": "GPL-3.0-or-later; composed and drawn for this project",
}
CONTAINER = "pdf"
PAGE = (1654, 2339)
LEFT, RIGHT, TOP, BOTTOM = 190, 1464, 230, 2120
MODE = "horizontal-ltr"
HEAVY = stack_of("noto-sans-bold", MING_AFTER)


class Typist:
    """Sets the text from page to page."""

    def __init__(self, rng, wish):
        self.rng = rng
        self.fonts = stack_of(wish.font_of("noto-serif", MING_FONTS, rng), MING_AFTER)
        size = float(rng.uniform(34, 48)) if wish.vary else 44
        self.body = RowStyle(self.fonts, size, size * 1.955)
        self.done = []
        self.new_page()

    def new_page(self, kind="text"):
        self.sheet, self.truth = Sheet(*PAGE, self.rng), PageTruth(kind=kind)
        self.done.append((self.sheet, self.truth))
        self._new_region()
        self.setter.y = TOP

    def _new_region(self):
        y = self.setter.y if len(self.truth.regions) else TOP
        self.region = self.truth.add_region("text", MODE)
        self.setter = RowSetter(self.sheet, self.truth, self.region, self.body, LEFT, RIGHT, y, BOTTOM)

    def _need(self, height):
        if self.setter.y + height > BOTTOM:
            self.new_page()

    def heading(self, text, size, room):
        self._need(2 * room + 3 * self.body.leading)
        y = self.setter.y
        region = self.truth.add_region("headline", MODE)
        line = self.truth.add_line(region, column=self.truth.next_column())
        left = (LEFT + RIGHT - width_of(text, size, HEAVY)) / 2
        write_row(self.sheet, line, text, left, y + room / 2, size, HEAVY)
        self._new_region()
        self.setter.y = y + room

    def paragraph(self, chars, indent):
        rest = self.setter.paragraph(chars, indent)
        if rest:
            self.new_page()
            self.setter.paragraph(rest, indent=0)

    def table(self, title, rows):
        """A ruled table under its title; each cell is a line, a row shares its column number."""
        height = 60
        self._need(height * len(rows) + self.body.leading * 2)
        self.heading(title, 38, 74)
        top = self.setter.y
        widths = [max(width_of(row[i], 38, self.fonts) for row in rows) + 60 for i in range(len(rows[0]))]
        stretch = (RIGHT - LEFT) / sum(widths)
        edges = [LEFT]
        for width in widths:
            edges.append(edges[-1] + width * stretch)
        bottom = top + height * len(rows)
        region = self.truth.add_region("table", MODE, box=(LEFT, top, RIGHT, bottom))
        for number, row in enumerate(rows):
            column = self.truth.next_column()
            for cell, start, end in zip(row, edges, edges[1:]):
                line = self.truth.add_line(region, column=column)
                left = (start + end - width_of(cell, 38, self.fonts)) / 2
                write_row(self.sheet, line, cell, left, top + (number + 0.5) * height, 38, self.fonts)
            self.sheet.rule((LEFT, top + number * height), (RIGHT, top + number * height),
                            3 if number < 2 else 1.6)
        self.sheet.rule((LEFT, bottom), (RIGHT, bottom), 3)
        for x in edges:
            self.sheet.rule((x, top), (x, bottom), 1.8)
        self._new_region()
        self.setter.y = bottom + 40

    def number_pages(self, first):
        """Page numbers at the foot, from the page `first` (counted from 0)."""
        for number, (sheet, truth) in enumerate(self.done[first:], 1):
            region = truth.add_region("fold-strip", MODE)
            line = truth.add_line(region, "running-title", column=truth.next_column())
            text = f"- {number} -"
            write_row(sheet, line, text, PAGE[0] / 2 - width_of(text, 36, self.fonts) / 2, 2215, 36, self.fonts)


def _cover(typist, paragraphs):
    typist.truth.kind = "cover"
    for paragraph, y, size in zip(paragraphs, (640, 800, 1780, 1880), (118, 62, 60, 54)):
        line = typist.truth.add_line(typist.region, column=typist.truth.next_column())
        text = paragraph.plain
        fonts = HEAVY if size > 100 else typist.fonts
        left = (PAGE[0] - width_of(text, size, fonts)) / 2
        write_row(typist.sheet, line, text, left, y, size, fonts)
    typist.sheet.frame((130, 150, PAGE[0] - 130, PAGE[1] - 150), 5)
    typist.sheet.frame((146, 166, PAGE[0] - 146, PAGE[1] - 166), 2)


def _contents(typist, paragraphs):
    typist.heading(paragraphs[0].plain, 64, 130)
    for paragraph in paragraphs[1:]:
        title, _, number = paragraph.plain[2:].partition("|")
        y = typist.setter.y + typist.body.leading * 0.6
        column = typist.truth.next_column()
        line = typist.truth.add_line(typist.region, column=column)
        end = write_row(typist.sheet, line, title, LEFT + 60, y, 44, typist.fonts)
        if number:
            for x in range(int(end) + 30, RIGHT - 110, 24):
                typist.sheet.polygon([(x, y + 4), (x + 5, y + 4), (x + 5, y + 9), (x, y + 9)])
            line = typist.truth.add_line(typist.region, column=column)
            write_row(typist.sheet, line, number, RIGHT - 80, y, 44, typist.fonts)
        typist.setter.y += typist.body.leading * 1.25


def _body(typist, paragraphs):
    waiting = list(paragraphs)
    while waiting:
        paragraph = waiting.pop(0)
        kind, text = paragraph.plain[:2], paragraph.plain[2:]
        if kind == "章：":
            typist.heading(text, 60, 124)
        elif kind == "節：":
            typist.heading(text, 48, 100)
        elif kind == "表：":
            rows = []
            while waiting and "|" in waiting[0].plain:
                rows.append(waiting.pop(0).plain.split("|"))
            typist.table(text, rows)
        elif kind == "列：":
            typist.paragraph(paragraph.items[2:], indent=1)
        else:
            typist.paragraph(paragraph.items, indent=paragraph.indent)


def pages(rng, wish=Wish()):
    """All pages of the book, in order."""
    sections = read_text("modern", wish.texts)
    typist = Typist(rng, wish)
    _cover(typist, sections["封面"])
    typist.new_page()
    _contents(typist, sections["目錄"])
    typist.new_page()
    _body(typist, sections["正文"])
    typist.number_pages(2)
    for number, (sheet, truth) in enumerate(typist.done, 1):
        yield DrawnPage(f"{number:04d}", sheet, truth, *_conditions(sheet, rng))


def _conditions(sheet, rng):
    """A flatbed scan of cheap paper."""
    bend = Bend(sheet.width, sheet.height, tilt_deg=float(rng.normal(0, 0.4)))
    ink = InkLook(spread=1.0, rough=0.06, uneven=0.025, pale=0.06, weight=0.06)
    paper = PaperLook(colour=(232, 226, 209), mottle=2.5, fibre=1.0, grain=3.0,
                      foxing=int(rng.integers(0, 15)), edge=0.06)
    return bend, ScanLook(ink=ink, paper=paper, through=0.05, ink_colour=(44, 44, 52))
