# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages set across in other scripts: English, Tibetan, and Chinese with English words; for tests."""

from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from .bend import Bend
from .drawn import DrawnPage
from .faults import InkLook, PaperLook
from .fonts import FONT_FILES, FONT_ROOT, MING_AFTER, stack_of
from .markup import read_text
from .page_model import Glyph, PageTruth
from .rows import RowSetter, RowStyle
from .scanning import ScanLook
from .sheet import Sheet
from .wish import Wish

RECORD = {
    "title": "錦溪雜俎", "creator": "錦溪縣水利局", "dynasty": "", "date": "1958",
    "language": "en, bo, zh-Hant", "rights": "GPL-3.0-or-later; composed and drawn for this project",
}
CONTAINER = "png"
PAGE = (1654, 2339)
LEFT, RIGHT, TOP, BOTTOM = 190, 1464, 230, 2120
MODE = "horizontal-ltr"


@dataclass(frozen=True)
class ShapedFont:
    """A font for scripts whose letters change or stack beside each other: whole words are drawn."""

    name: str
    size: int

    @property
    def face(self):
        file, index = FONT_FILES[self.name]
        return ImageFont.truetype(str(FONT_ROOT / file), self.size, index=index,
                                  layout_engine=ImageFont.Layout.RAQM)

    def width(self, text):
        return self.face.getlength(text)

    def draw(self, sheet, text, left, baseline):
        """Draws on the ink of the sheet; returns the box of the ink."""
        picture = Image.fromarray(sheet.ink)
        pen = ImageDraw.Draw(picture)
        pen.text((left, baseline), text, font=self.face, fill=255, anchor="ls")
        sheet.ink[:] = picture
        return tuple(float(side) for side in pen.textbbox((left, baseline), text, font=self.face, anchor="ls"))


class WordSetter:
    """Sets words from the left, as many in a row as it holds; `space` stands between words."""

    def __init__(self, sheet, truth, font, leading):
        self.sheet, self.truth, self.font = sheet, truth, font
        self.region = truth.add_region("text", MODE)
        self.leading = leading
        self.y = TOP

    def paragraph(self, words, space):
        """Returns the words that found no room."""
        gap = self.font.width(" ") if space else 0.0
        row, used = [], 0.0
        for place, word in enumerate(words):
            width = self.font.width(word)
            if row and used + width > RIGHT - LEFT:
                self._row(row, gap)
                row, used = [], 0.0
                if self.y > BOTTOM:
                    return words[place:]
            row.append(word)
            used += width + gap
        self._row(row, gap)
        return []

    def _row(self, words, gap):
        line = self.truth.add_line(self.region, column=self.truth.next_column())
        x = float(LEFT)
        for word in words:
            box = self.font.draw(self.sheet, word, x, self.y)
            line.glyphs.append(Glyph(word, box, spaced=gap > 0 and bool(line.glyphs)))
            x += self.font.width(word) + gap
        self.y += self.leading


def _english(rng, paragraphs, size):
    sheet, truth = Sheet(*PAGE, rng), PageTruth()
    setter = WordSetter(sheet, truth, ShapedFont("noto-latin", size), 1.7 * size)
    for paragraph in paragraphs:
        setter.paragraph(paragraph.plain.split(), space=True)
        setter.y += 0.6 * size
    return sheet, truth


def _tibetan(rng, phrases, size):
    """Phrases by chance; each ends with ། and a space, as Tibetan writes. Rows end after a syllable."""
    sheet, truth = Sheet(*PAGE, rng), PageTruth()
    setter = WordSetter(sheet, truth, ShapedFont("noto-tibetan", size), 2.1 * size)
    syllables = []
    for _ in range(120):
        phrase = phrases[int(rng.integers(len(phrases)))].plain.split("་")
        syllables += [f"{syllable}་" for syllable in phrase[:-1]] + [f"{phrase[-1]}། "]
    setter.paragraph(syllables, space=False)
    return sheet, truth


def _mixed(rng, paragraphs, size):
    sheet, truth = Sheet(*PAGE, rng), PageTruth()
    region = truth.add_region("text", MODE)
    fonts = stack_of("noto-serif", MING_AFTER)
    setter = RowSetter(sheet, truth, region, RowStyle(fonts, size, size * 1.9), LEFT, RIGHT, TOP, BOTTOM)
    for paragraph in paragraphs:
        setter.paragraph(paragraph.items, paragraph.indent)
    return sheet, truth


def pages(rng, wish=Wish()):
    """English, Tibetan and mixed pages, each in two sizes."""
    text = read_text("scripts", wish.texts)
    drawn = []
    for way, section, sizes in ((_english, "English", (30, 44)), (_tibetan, "Tibetan", (36, 54)),
                                (_mixed, "混排", (34, 46))):
        for size in sizes:
            size += int(rng.integers(-4, 5)) if wish.vary else 0
            drawn.append(way(rng, text[section], size))
    for number, (sheet, truth) in enumerate(drawn, 1):
        yield DrawnPage(f"{number:04d}", sheet, truth, *_conditions(sheet, rng))


def _conditions(sheet, rng):
    """A flatbed scan of good paper."""
    bend = Bend(sheet.width, sheet.height, tilt_deg=float(rng.normal(0, 0.3)))
    ink = InkLook(spread=1.0, rough=0.04, uneven=0.02, pale=0.05, weight=0.02)
    paper = PaperLook(colour=(236, 232, 220), mottle=2.0, fibre=0.6, grain=2.5, foxing=4, edge=0.04)
    return bend, ScanLook(ink=ink, paper=paper, through=0.03, ink_colour=(40, 40, 46))
