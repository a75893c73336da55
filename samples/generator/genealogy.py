# SPDX-License-Identifier: GPL-3.0-or-later
"""Book 2: a clan genealogy 宗譜 written by hand on tinted paper, photographed page by page."""

from copy import deepcopy
from dataclasses import dataclass

from .bend import Bend
from .columns import Block, ColumnSetter, ColumnStyle, TextFlow, write_column
from .drawn import DrawnPage
from .faults import InkLook, PaperLook
from .fonts import KAI_AFTER, MING_AFTER, stack_of
from .lineage import Lineage, draw_lineage, other_lineage
from .markup import read_text, without_punctuation
from .page_model import PageTruth
from .reader_marks import MarkStyle
from .scanning import ScanLook
from .sheet import WRITTEN, Sheet
from .wish import KAI_FONTS, Wish
from .woodblock import draw_seal

RECORD = {
    "title": "錦溪周氏宗譜", "creator": "周樹聲", "dynasty": "清", "date": "1887",
    "language": "lzh", "rights": "GPL-3.0-or-later; composed and drawn for this project",
}
CONTAINER = "jpg"
PAGE = (1560, 2200)
SEAL = stack_of("noto-serif-black", MING_AFTER)
RED_CIRCLES = MarkStyle()  # 朱圈


@dataclass(frozen=True)
class Writing:
    """One scribe's hand and page."""

    fonts: object
    columns: int = 10
    pitch: float = 122
    step: float = 77
    rows: int = 22

    def style(self, marks=None):
        size = min(self.pitch * 0.6, self.step * 0.91)
        note = self.pitch * 0.375
        return ColumnStyle(self.fonts, size, self.pitch, self.step, note, note * 1.09, WRITTEN,
                           marks=marks)


def _writing(rng, wish):
    fonts = stack_of(wish.font_of("kai", KAI_FONTS, rng), KAI_AFTER)
    if not wish.vary:
        return Writing(fonts)
    columns, rows = int(rng.integers(8, 12)), int(rng.integers(18, 25))
    return Writing(fonts, columns, 1220 / columns, 1694 / rows, rows)


class Scribe:
    """Writes the pages one after the other."""

    def __init__(self, rng, wish):
        self.rng, self.writing = rng, _writing(rng, wish)
        sections = read_text("genealogy", wish.texts)
        self.cover = sections["封面"]
        self.preface = TextFlow(sections["譜序"])  # its punctuation becomes red circles
        self.lives = TextFlow(without_punctuation(sections["世傳"]))
        self.lineage = Lineage([paragraph.plain.split() for paragraph in sections["世系"]])
        self.rules = "red"
        if wish.vary:
            drawing = deepcopy(rng)  # what is drawn after is as it would be with the usual table
            self.lineage = other_lineage(drawing)
            self.rules = str(drawing.choice(("red", "ink")))

    def area(self):
        """Where the columns stand: the scribe is not a machine."""
        left = 165 + self.rng.uniform(-30, 30)
        top = 290 + self.rng.uniform(-25, 25)
        writing = self.writing
        return left, top, left + writing.columns * writing.pitch, top + writing.rows * writing.step

    def text_page(self, flow, marks=None, ruled=False):
        sheet, truth = Sheet(*PAGE, self.rng), PageTruth()
        left, top, right, bottom = self.area()
        columns = self.writing.columns
        if ruled:
            for i in range(columns + 1):
                x = left + i * self.writing.pitch
                sheet.rule((x, top - 14), (x, bottom + 14), 2, layer="red")
            sheet.frame((left, top - 14, right, bottom + 14), 5, layer="red")
        region = truth.add_region("text", box=(left, top, right, bottom))
        block = Block(right, top, bottom, columns)
        ColumnSetter(sheet, truth, region, self.writing.style(marks), block).fill(flow)
        return sheet, truth

    def cover_page(self):
        sheet, truth = Sheet(*PAGE, self.rng), PageTruth(kind="cover")
        region = truth.add_region("text", box=(230, 260, 1330, 1960))
        date, title, hall = self.cover
        for paragraph, x, top, size, step in (
            (date, 1200, 330, 104, 150), (title, 780, 330, 215, 262), (hall, 370, 1250, 124, 180)
        ):
            line = truth.add_line(region, "main", column=truth.next_column())
            write_column(sheet, line, paragraph.items, x, top, size, step, self.writing.fonts,
                         hand=WRITTEN)
        draw_seal(sheet, truth, "敦睦堂印", (370, 1880), 190, SEAL, white=True)
        return sheet, truth

    def lineage_page(self):
        sheet, truth = Sheet(*PAGE, self.rng), PageTruth(kind="table")
        left, top, right, bottom = self.area()
        draw_lineage(sheet, truth, self.lineage, (left, top, right, bottom), 62, self.writing.fonts,
                     WRITTEN, self.rules)
        return sheet, truth


def pages(rng, wish=Wish()):
    """All pages of the book, in order."""
    scribe = Scribe(rng, wish)
    made = [scribe.cover_page()]
    while not scribe.preface.empty:
        made.append(scribe.text_page(scribe.preface, RED_CIRCLES))
    made.append(scribe.lineage_page())
    while not scribe.lives.empty:
        made.append(scribe.text_page(scribe.lives, ruled=len(made) % 3 == 0))
    for number, (sheet, truth) in enumerate(made, 1):
        yield DrawnPage(f"{number:04d}", sheet, truth, *conditions(number, sheet, rng))


def conditions(number, sheet, rng):
    """A hand-held camera over an open book on a table."""
    spine_left = number % 2 == 1
    sheet.paper[:, -46 if spine_left else 0 : None if spine_left else 46] = 0
    sheet.paper[:40] = 0
    bend = Bend(
        sheet.width, sheet.height, tilt_deg=float(rng.normal(0, 0.6)),
        bow_x=float(rng.normal(0, 4)), bow_y=float(rng.normal(0, 7)),
        keystone=float(rng.normal(0, 0.012)),
        gutter_x=0.0 if spine_left else float(sheet.width), gutter_drop=-18.0,
    )
    ink = InkLook(spread=1.1, rough=0.05, uneven=0.05, pale=0.09, weight=0.10)
    paper = PaperLook(
        colour=(214, 188, 146), mottle=3.5, fibre=1.5, grain=3.0, foxing=int(rng.integers(10, 60)),
        stains=int(number % 4 == 2), holes=int(rng.integers(0, 6)), edge=0.12,
    )
    look = ScanLook(
        ink=ink, paper=paper, through=0.05, bed=(74, 62, 54), gutter_shade=0.55,
        light_fall=float(rng.uniform(-0.12, 0.16)), ink_colour=(38, 33, 34),
    )
    return bend, look
