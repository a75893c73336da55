# SPDX-License-Identifier: GPL-3.0-or-later
"""Test pages: leaves of a printed canon 藏經 in two to four registers: scripture, charms whose phrases are numbered in
small notes, and 音釋, the sounds and meanings of single characters at the end of a scroll."""

from dataclasses import dataclass

from .bend import Bend
from .columns import Block, ColumnSetter, ColumnStyle, TextFlow
from .drawn import DrawnPage
from .faults import InkLook, PaperLook
from .fonts import KAI_AFTER, MING_AFTER, stack_of
from .markup import Char, Note, Paragraph, read_text
from .page_model import PageTruth
from .scanning import ScanLook
from .sheet import CARVED, Sheet
from .wish import KAI_FONTS, MING_FONTS, Wish
from .woodblock import numeral

RECORD = {
    "title": "雲峯寺藏經", "creator": "雲峯寺", "dynasty": "明", "date": "1601",
    "language": "lzh", "rights": "GPL-3.0-or-later; composed and drawn for this project",
}
CONTAINER = "jpg"
PAGE = (2200, 3100)
PAGES = 4
SAID_OF_CHARMS = ("二合", "引", "上", "去聲", "轉舌呼", "下同", "三合", "長聲", "半音")


@dataclass(frozen=True)
class Makeup:
    """How the leaves of one canon are made up."""
    registers: int = 3
    rows: int = 15
    spread: float = 1.2  # from column to column, in steps from character to character
    note_share: float = 0.42  # of the pitch of columns
    note_step: float = 0.72  # of the step of the text
    gap: float = 1.6  # between registers, in steps
    parted: str = "frames"  # or "rule", "white": what is seen between registers
    ruled: bool = False

    @property
    def step(self):
        return (PAGE[1] - 300) / (self.registers * self.rows + (self.registers - 1) * self.gap)

    @property
    def pitch(self):
        return self.spread * self.step

    @property
    def columns(self):
        return int((PAGE[0] - 240) / self.pitch)


class Texts:
    """What the leaves say: composed scripture, charms and glosses put together by chance."""

    def __init__(self, rng, folder):
        self.rng = rng
        self.sections = read_text("canon", folder)

    def _one_of(self, section):
        text = self.sections[section][0].plain
        return text[int(self.rng.integers(len(text)))]

    def scripture(self):
        paragraphs = self.sections["經"]
        first = int(self.rng.integers(len(paragraphs)))
        return [Paragraph(p.indent, list(p.items)) for p in paragraphs[first:] + paragraphs[:first]]

    def of_leaf(self, number):
        scripture = self.scripture()
        if number == 1:
            return scripture * 2
        if number == 2:
            return [*scripture[:4], self.charm(40), *scripture[4:]]
        if number == 3:
            return [self.charm(40) for _ in range(6)]
        return [*scripture[:3], *self.glosses(220)]

    def charm(self, phrases):
        """One paragraph of phrases, each with its number and now and then with how it is said. A note
        right after another is set as one with it, as printers do: 下同二十四."""
        items = []
        for number in range(1, phrases + 1):
            for _ in range(int(self.rng.integers(2, 8))):
                items.append(Char(self._one_of("咒")))
                if self.rng.random() < 0.12:
                    items.append(_note(str(self.rng.choice(SAID_OF_CHARMS))))
            said = items.pop().chars if isinstance(items[-1], Note) else []
            items.append(Note([*said, *_note(numeral(number)).chars]))
        return Paragraph(0, items)

    def glosses(self, count):
        """The heading and one or two paragraphs of a gloss after the other, or one for each column."""
        items = []
        meanings = "".join(p.plain for p in self.sections["義"]).split("\u3000")
        for _ in range(count):
            word = [self._one_of("釋") for _ in range(1 + int(self.rng.random() < 0.45))]
            items.extend(Char(character) for character in word)
            said = f"{self._one_of('切')}{self._one_of('韻')}切"
            if len(word) > 1 and self.rng.random() < 0.7:
                said = f"{word[0]}{said}{word[1]}{self._one_of('切')}{self._one_of('韻')}切"
            if self.rng.random() < 0.65:
                said += str(self.rng.choice(meanings))
            items.append(_note(said))
            if self.rng.random() < 0.3:
                items.append(Char("\u3000"))
        return [Paragraph(1, [Char(character) for character in "音釋"]), Paragraph(0, items)]


def _note(text):
    return Note([Char(character) for character in text])


def _makeup(rng):
    registers = int(rng.integers(2, 5))
    rows = int(rng.integers(36, 54) / registers)
    return Makeup(
        registers, rows, float(rng.uniform(1.05, 1.5)), float(rng.uniform(0.38, 0.46)),
        float(rng.uniform(0.6, 1.0)), float(rng.uniform(1.0, 2.5)),
        str(rng.choice(("frames", "rule", "white"))), bool(rng.random() < 0.25),
    )


class CanonPress:
    """Prints leaf after leaf: each is filled by its own text."""

    def __init__(self, rng, wish):
        self.rng, self.texts = rng, Texts(rng, wish.texts)
        after, first = (KAI_AFTER, KAI_FONTS) if rng.random() < 0.5 else (MING_AFTER, MING_FONTS)
        self.fonts = stack_of(wish.font_of("cns-kai", first, rng), after)
        self.makeup = _makeup(rng) if wish.vary else Makeup()

    def style(self):
        makeup = self.makeup
        size = min(makeup.pitch * 0.84, makeup.step * 0.98)
        note_step = makeup.step * makeup.note_step
        note = min(makeup.pitch * makeup.note_share, note_step * 0.98)
        return ColumnStyle(self.fonts, size, makeup.pitch, makeup.step, note, note_step, CARVED)

    def leaf(self, paragraphs):
        makeup = self.makeup
        sheet, truth, flow = Sheet(*PAGE, self.rng), PageTruth(), TextFlow(paragraphs)
        width = makeup.columns * makeup.pitch
        left = (PAGE[0] - width) / 2 + self.rng.uniform(-20, 20)
        top = 150 + self.rng.uniform(-20, 20)
        for register in range(makeup.registers):
            bottom = top + makeup.rows * makeup.step
            region = truth.add_region("text", box=(left, top, left + width, bottom))
            self._rules(sheet, (left, top, left + width, bottom), register)
            block = Block(left + width, top, bottom, makeup.columns)
            ColumnSetter(sheet, truth, region, self.style(), block).fill(flow)
            top = bottom + makeup.gap * makeup.step
        return sheet, truth

    def _rules(self, sheet, box, register):
        """What is seen around one register."""
        makeup, step, wear, (left, top, right, bottom) = self.makeup, self.makeup.step, 0.05, box
        if makeup.parted == "frames":
            for y in (top - 0.2 * step, bottom + 0.2 * step):
                sheet.rule((left, y), (right, y), 3, wear)
        elif makeup.parted == "rule" and register:
            y = top - makeup.gap * step / 2
            sheet.rule((left, y), (right, y), 3, wear)
        if makeup.ruled:
            for i in range(makeup.columns + 1):
                x = left + i * makeup.pitch
                sheet.rule((x, top - 0.2 * step), (x, bottom + 0.2 * step), 2, 2 * wear)


def pages(rng, wish=Wish()):
    """Four leaves: scripture alone, with a charm, a charm alone, the end of a scroll with its glosses."""
    press = CanonPress(rng, wish)
    for number in range(1, PAGES + 1):
        sheet, truth = press.leaf(press.texts.of_leaf(number))
        yield DrawnPage(f"{number:04d}", sheet, truth, *_conditions(sheet, rng))


def _conditions(sheet, rng):
    """A photographic reprint of an old print: even paper, ink as the block left it."""
    bend = Bend(sheet.width, sheet.height, tilt_deg=float(rng.normal(0, 0.4)),
                bow_x=float(rng.normal(0, 2)), bow_y=float(rng.normal(0, 2)))
    ink = InkLook(spread=0.8, rough=0.06, uneven=0.03, pale=0.04, weight=0.04)
    paper = PaperLook(colour=(232, 228, 216), foxing=int(rng.integers(0, 20)))
    return bend, ScanLook(ink=ink, paper=paper, through=0.03, colour=False)
