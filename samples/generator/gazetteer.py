# SPDX-License-Identifier: GPL-3.0-or-later
"""Book 1: a ruled woodblock gazetteer 縣志, scanned by half leaves, with one spread, one unfolded leaf,
a map and a blank leaf."""

from dataclasses import replace

from .bend import Bend
from .columns import Block, ColumnSetter, TextFlow, write_column
from .drawn import DrawnPage
from .faults import InkLook, PaperLook
from .fonts import KAI_AFTER, MING_AFTER, stack_of
from .maps import draw_map
from .markup import Char, read_text, without_punctuation
from .page_model import PageTruth
from .scanning import ScanLook
from .sheet import Sheet
from .wish import KAI_FONTS, MING_FONTS, Wish
from .woodblock import (
    BlockStyle, FoldStrip, HalfLeaf, cut_at, draw_fold_strip, draw_seal, woodblock_text,
)

RECORD = {
    "title": "錦溪縣志", "creator": "周士衡", "dynasty": "清", "date": "1759",
    "language": "lzh", "rights": "GPL-3.0-or-later; composed and drawn for this project",
}
CONTAINER = "jpg"
PAGE = (1500, 2200)
KAI = stack_of("kai", KAI_AFTER)
SEAL = stack_of("noto-serif-black", MING_AFTER)


class GazetteerPress:
    """Prints the pages one after the other; text flows from page to page."""

    def __init__(self, rng, wish):
        self.rng, self.usual = rng, not wish.vary
        sections = read_text("gazetteer", wish.texts)
        self.cover = sections["內封"]
        self.map_names = [paragraph.plain for paragraph in sections["圖"]]
        self.preface = TextFlow(without_punctuation(sections["序"]))
        self.body = TextFlow(without_punctuation(sections["正文"]))
        fonts = stack_of(wish.font_of("ming", MING_FONTS + KAI_FONTS, rng), MING_AFTER)
        self.style = _other_block(fonts, rng) if wish.vary else BlockStyle(
            woodblock_text(fonts, 122, 76, stretch=(1.0, 0.98)))
        self.preface_style = BlockStyle(
            woodblock_text(KAI, 155, 90), columns=7, rows=17, wear=0.06
        )

    def _half(self, fold, style):
        """Sheet and frame of a half leaf scan; the fold lies at the left or right edge."""
        sheet = Sheet(*PAGE, self.rng)
        top = (PAGE[1] - style.height) * 0.60
        spare = PAGE[0] - style.width - style.strip_width
        edge = 0.22 * spare  # beyond the fold, where the bed is seen
        left = edge + style.strip_width if fold == "left" else spare - edge
        return sheet, HalfLeaf(left, top, style)

    def _strip_and_edge(self, sheet, truth, half, fold, strip):
        """The fold strip with the paper's edge a little beyond its middle."""
        wide = half.style.strip_width
        center = half.left - wide / 2 if fold == "left" else half.right + wide / 2
        draw_fold_strip(sheet, truth, center, half, strip)
        reach = self.rng.uniform(0.10, 0.30) * wide
        if fold == "left":
            cut_at(sheet, truth, center - reach, sheet.width)
        else:
            cut_at(sheet, truth, 0, center + reach)

    def text_page(self, fold, style, flow, strip, seal=None):
        sheet, half = self._half(fold, style)
        truth = PageTruth()
        half.draw_frame(sheet, fold)
        half.set_text(sheet, truth, flow)
        self._strip_and_edge(sheet, truth, half, fold, strip)
        if seal:
            text, x, y, side, white = seal
            center = (half.left + x * style.width, half.top + y * style.height)
            draw_seal(sheet, truth, text, center, side, SEAL, white)
        return sheet, truth

    def cover_page(self):
        """內封: three columns in a frame, the middle one large."""
        style = BlockStyle(woodblock_text(KAI, 330, 150), columns=3, rows=11, ruled=True)
        sheet, half = self._half("left", style)
        truth = PageTruth(kind="cover")
        half.draw_frame(sheet, "left")
        region = truth.add_region("text", box=(half.left, half.top, half.right, half.bottom))
        right, middle, left = self.cover
        for paragraph, share, size, start, step in (
            (right, 2.5, 108, 0.06, 150), (middle, 1.5, 258, 0.07, 375), (left, 0.5, 120, 0.52, 168)
        ):
            line = truth.add_line(region, "main", column=truth.next_column())
            x = half.left + share * style.text.pitch
            write_column(sheet, line, paragraph.items, x, half.top + start * style.height, size,
                         step, KAI)
        cut_at(sheet, truth, half.left - 60, sheet.width)
        draw_seal(sheet, truth, "錦溪縣印", (half.left + 1.5 * 330, half.bottom - 270), 260, SEAL)
        return sheet, truth

    def map_page(self, strip):
        sheet, half = self._half("right", self.style)
        half.style = replace(self.style, ruled=False)
        truth = PageTruth(kind="picture")
        places = ((0.80, 0.12), (0.30, 0.36), (0.70, 0.80), (0.10, 0.66), (0.42, 0.66),
                  (0.56, 0.47), (0.91, 0.70), (0.80, 0.70))
        labels = [(name, x, y) for name, (x, y) in zip(self.map_names, places)]
        draw_map(sheet, truth, half, labels, self.style.text.fonts, self.rng)
        half.draw_frame(sheet, "right")
        self._strip_and_edge(sheet, truth, half, "right", strip)
        return sheet, truth

    def blank_page(self):
        sheet = Sheet(*PAGE, self.rng)
        sheet.paper[:, :38] = 0
        return sheet, PageTruth(kind="blank")

    def double_page(self, folds, strips):
        """Two halves side by side, the right read first. Folds outside: an open spread with a
        gutter; folds inside: an unfolded leaf with the whole strip in the middle."""
        style = self.style
        open_book = folds == "outside"
        inner = 170 if open_book else style.strip_width / 2
        outer = 230 if open_book else 170
        width = int(2 * (style.width + inner + outer))
        sheet, truth = Sheet(width, PAGE[1] - 80, self.rng), PageTruth()
        top = (sheet.height - style.height) * 0.58
        right = HalfLeaf(width / 2 + inner, top, style)
        left = HalfLeaf(width / 2 - inner - style.width, top, style)
        for half, side in ((right, "right"), (left, "left")):
            opposite = {"right": "left", "left": "right"}[side]
            half.draw_frame(sheet, side if open_book else opposite)
            half.set_text(sheet, truth, self.body)
        if open_book:
            edges = []
            for half, sign, strip in ((right, 1, strips[0]), (left, -1, strips[1])):
                base = half.right if sign > 0 else half.left
                center = base + sign * style.strip_width / 2
                draw_fold_strip(sheet, truth, center, half, strip)
                edges.append(center + sign * self.rng.uniform(0.1, 0.3) * style.strip_width)
            cut_at(sheet, truth, edges[1], edges[0])
        else:
            draw_fold_strip(sheet, truth, width / 2, left, strips[0])
        return sheet, truth


def _other_block(fonts, rng):
    """A printing block of another book, about as large."""
    columns, rows = int(rng.integers(7, 12)), int(rng.integers(17, 25))
    text = woodblock_text(fonts, 1110 / columns, 1540 / rows, float(rng.uniform(0.40, 0.46)))
    return BlockStyle(
        text, columns=columns, rows=rows, ruled=bool(rng.random() < 0.85),
        double_border=bool(rng.random() < 0.7), wear=float(rng.uniform(0, 0.15)),
        strip_share=float(rng.uniform(0.7, 0.95)),
    )


def pages(rng, wish=Wish()):
    """All pages of the book, in order."""
    press = GazetteerPress(rng, wish)
    for number, (sheet, truth) in enumerate(_sheets(press), 1):
        yield DrawnPage(f"{number:04d}", sheet, truth, *_conditions(number, sheet, rng))


def _sheets(press):
    plain, preface = press.style, press.preface_style
    tails, mouth = (1, False) if press.usual else (int(press.rng.integers(1, 3)), True)

    def strip(chapter, section, leaf):
        return FoldStrip("錦溪縣志", chapter, section, leaf, mouth, tails)

    yield press.cover_page()
    yield press.text_page("left", preface, press.preface, strip("序", "", 1),
                          ("白鶴書院藏書", 0.90, 0.90, 170, False))
    yield press.text_page("right", preface, press.preface, strip("序", "", 1))
    yield press.text_page("left", preface, press.preface, strip("序", "", 2),
                          ("周士衡印", 0.12, 0.80, 132, True))
    yield press.map_page(strip("卷首", "圖", 2))
    yield press.text_page("left", plain, press.body, strip("卷一", "輿地", 1),
                          ("雲峯山館珍藏", 0.83, 0.88, 190, False))
    yield press.double_page("outside", (strip("卷一", "輿地", 1), strip("卷一", "輿地", 2)))
    yield press.text_page("right", plain, press.body, strip("卷一", "輿地", 2))
    yield press.double_page("inside", (strip("卷一", "輿地", 3),))
    leaf = 1
    while not press.body.empty:
        side, section = ("left", "職官") if leaf % 2 else ("right", "人物")
        yield press.text_page(side, plain, press.body, strip("卷二", section, (leaf + 1) // 2))
        leaf += 1
    yield press.blank_page()


def _conditions(number, sheet, rng):
    """How this page lies and looks: one book, one paper, but every leaf has its own faults."""
    spread = number == 7
    bend = Bend(
        sheet.width, sheet.height,
        tilt_deg=float(rng.normal(0, 0.45)) if number != 8 else 1.3,
        bow_x=float(rng.normal(0, 3)), bow_y=float(rng.normal(0, 3)),
        gutter_x=sheet.width / 2 if spread else None, gutter_drop=14.0 if spread else 0.0,
    )
    ink = InkLook(
        spread=1.25, rough=0.10, uneven=0.05 if number != 10 else 0.11, pale=0.06,
        dropout=0.04 if number in (8, 10) else 0.0, weight=0.10,
    )
    paper = PaperLook(
        colour=(229, 215, 184), foxing=int(rng.integers(5, 40)),
        stains=2 if number in (6, 10) else int(number == 3), holes=int(rng.integers(0, 4)),
    )
    return bend, ScanLook(ink=ink, paper=paper, through=0.05 + 0.05 * (number in (2, 8)),
                          gutter_shade=0.7 if spread else 0.0, light_fall=0.04)
