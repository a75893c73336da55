# SPDX-License-Identifier: GPL-3.0-or-later
"""Test pages: a text that readers and printers marked and annotated, and columns raised 抬頭 above the
others. Every page draws its own layout, hand and faults."""

from dataclasses import dataclass, replace

from .bend import Bend
from .columns import Block, ColumnSetter, TextFlow, write_column
from .drawn import DrawnPage
from .faults import InkLook, PaperLook
from .fonts import KAI_AFTER, MING_AFTER, stack_of
from .gazetteer import PAGE, RECORD
from .markup import Char, Note, Paragraph, read_text, without_punctuation
from .page_model import PageTruth
from .reader_marks import MarkStyle
from .scanning import ScanLook
from .sheet import WRITTEN, Sheet
from .wish import KAI_FONTS, MING_FONTS, Wish
from .woodblock import BlockStyle, HalfLeaf, cut_at, woodblock_text

CONTAINER = "jpg"
__all__ = ["RECORD", "CONTAINER", "pages"]
REMARK = "此段最爲緊要讀者宜細玩之筆力雄健氣象萬千前後照應一絲不亂"


@dataclass(frozen=True)
class Leaf:
    """What one page shows."""

    marks: MarkStyle | None = None
    ruled: bool = True
    thin: bool = False  # characters much narrower than their columns, so that remarks fit between
    raised: tuple = ()  # by how many characters its paragraphs rise in turn
    above_frame: bool = False  # raised beyond the frame, not within it
    remarks: int = 0  # side notes between the columns
    red: bool = False  # these are in red
    head_notes: bool = False  # by hand above a text without a frame


def leaves(rng):
    def side():
        return float(rng.uniform(0.38, 0.44))

    def radius():
        return float(rng.uniform(0.08, 0.14))

    yield Leaf(MarkStyle("red", side(), radius(), {"、": "tick"}, "circle", 0.25))
    yield Leaf(MarkStyle("red", side(), radius(), {"，": "dot"}, "dot", 0.25), ruled=False)
    yield Leaf(MarkStyle("red", side(), radius(), {"，": "tick"}, "tick", 0.25), ruled=False)
    yield Leaf(MarkStyle("ink", side(), radius()), ruled=False)
    yield Leaf(MarkStyle("ink", side(), radius(), {"、": "tick"}, "circle", 0.25), thin=True)
    yield Leaf(MarkStyle("ink", side(), radius(), {"，": "dot"}, "dot", 0.3), False, True)
    yield Leaf(MarkStyle("ink", side(), radius(), {"，": "tick"}, "tick", 0.3), False, True)
    yield Leaf(raised=(0, 1, 2, 3))
    yield Leaf(raised=(0, 2, 0, 1), ruled=False)
    yield Leaf(raised=(0, 1, 0, 2), above_frame=True)
    yield Leaf(remarks=4, ruled=False, thin=True)
    yield Leaf(remarks=6, ruled=False, thin=True)
    yield Leaf(head_notes=True, ruled=False)
    yield Leaf()
    yield Leaf(remarks=4, red=True, ruled=False, thin=True)


class Annotator:
    def __init__(self, rng, wish):
        self.rng, self.wish = rng, wish
        self.text = read_text("gazetteer", wish.texts)["正文"]

    def page(self, leaf):
        fonts = self._fonts()
        style = self._style(fonts, leaf)
        sheet, truth = Sheet(*PAGE, self.rng), PageTruth()
        half = HalfLeaf((PAGE[0] - style.width) / 2, (PAGE[1] - style.height) * 0.6, style)
        if not leaf.head_notes:
            half.draw_frame(sheet, "right")
        self._set(sheet, truth, half, leaf)
        if leaf.remarks:
            self._remark(sheet, truth, half, leaf)
        cut_at(sheet, truth, half.left - 90, half.right + 30)
        return sheet, truth

    def _fonts(self):
        return stack_of(self.wish.font_of("ming", MING_FONTS + KAI_FONTS, self.rng), MING_AFTER)

    def _style(self, fonts, leaf):
        columns, rows = int(self.rng.integers(7, 10)), int(self.rng.integers(16, 21))
        text = woodblock_text(fonts, 1110 / columns, 1540 / rows, float(self.rng.uniform(0.40, 0.45)))
        text = replace(text, marks=leaf.marks)
        if leaf.thin:
            text = replace(text, size=min(text.size, 0.62 * text.pitch))
        return BlockStyle(text, columns=columns, rows=rows, ruled=leaf.ruled)

    def _set(self, sheet, truth, half, leaf):
        style = half.style
        region = truth.add_region("text", box=(half.left, half.top, half.right, half.bottom))
        inset = 0.12 * style.text.step
        low = max(leaf.raised, default=0) * style.text.step
        top = half.top + inset + (0 if leaf.above_frame else low)
        block = Block(half.right, top, half.bottom - inset, style.columns)
        setter = ColumnSetter(sheet, truth, region, style.text, block)
        setter.fill(TextFlow(self._paragraphs(leaf)))
        if leaf.head_notes:
            writing = replace(style.text, fonts=stack_of("kai", KAI_AFTER), hand=WRITTEN)
            above = replace(half, style=replace(style, text=writing))
            at = (half.right - (1.5 + 2 * i) * style.text.pitch for i in range(3))
            above.set_head_notes(sheet, truth, [(x, self._remark_text(9)) for x in at])

    def _paragraphs(self, leaf):
        """From a place of its own in the text; raised ones short enough to show."""
        start = int(self.rng.integers(0, len(self.text) // 2))
        chosen = [replace(paragraph, head_note=None) for paragraph in self.text[start:]]
        chosen = without_punctuation(chosen, in_notes_alone=leaf.marks is not None)
        if leaf.remarks:  # beside the text, not beside small notes
            chosen = [Paragraph(p.indent, [c for c in p.items if not isinstance(c, Note)])
                      for p in chosen]
        if not leaf.raised:
            return chosen
        return [
            Paragraph(-leaf.raised[i % len(leaf.raised)], paragraph.items)
            for i, paragraph in enumerate(chosen)
        ]

    def _remark_text(self, most):
        start = int(self.rng.integers(0, len(REMARK) - most))
        return [Char(c) for c in REMARK[start : start + int(self.rng.integers(4, most + 1))]]

    def _remark(self, sheet, truth, half, leaf):
        """Between two columns that both have text there."""
        text = half.style.text
        size = (0.34 if leaf.red else 0.26) * text.pitch
        region = truth.add_region("text")
        between = self.rng.choice(half.style.columns - 1, leaf.remarks, replace=False) + 1
        for place in sorted(between):
            x = half.right - place * text.pitch
            top = half.top + float(self.rng.uniform(0.05, 0.35)) * half.style.height
            line = truth.add_line(region, "side-note", column=truth.next_column())
            write_column(sheet, line, self._remark_text(10), x, top, size, 1.1 * size,
                         stack_of("kai", KAI_AFTER), hand=WRITTEN, layer="red" if leaf.red else "ink")


def pages(rng, wish=Wish()):
    annotator = Annotator(rng, wish)
    for number, leaf in enumerate(leaves(rng), 1):
        sheet, truth = annotator.page(leaf)
        yield DrawnPage(f"{number:04d}", sheet, truth, *_conditions(sheet, rng))


def _conditions(sheet, rng):
    bend = Bend(sheet.width, sheet.height, tilt_deg=float(rng.normal(0, 0.3)),
                bow_x=float(rng.normal(0, 2)), bow_y=float(rng.normal(0, 2)))
    ink = InkLook(spread=1.1, rough=0.08, uneven=0.05, pale=0.06, weight=0.06)
    paper = PaperLook(colour=(229, 215, 184), foxing=int(rng.integers(5, 40)), stains=int(rng.integers(0, 2)))
    return bend, ScanLook(ink=ink, paper=paper, through=0.05, light_fall=0.04)
