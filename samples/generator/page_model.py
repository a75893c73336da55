# SPDX-License-Identifier: GPL-3.0-or-later
"""The truth of one page while it is drawn: regions, lines and glyphs, in pixels of the flat page.
Words and meaning are those of engine/page/layout.h."""

from dataclasses import dataclass, field


@dataclass
class Glyph:
    text: str
    box: tuple  # left, top, right, bottom of its ink
    mark: object = None  # markup.Mark or None
    spaced: bool = False  # a space stands before it


@dataclass
class Line:
    region: int
    stream: str = "main"
    mode: str = "vertical-rl"
    column: int = 0
    note_segment: int | None = None
    note_half: str | None = None
    glyphs: list = field(default_factory=list)

    @property
    def text(self):
        return "".join(" " * glyph.spaced + glyph.text for glyph in self.glyphs)

    @property
    def box(self):
        return united([glyph.box for glyph in self.glyphs])


@dataclass
class Region:
    kind: str
    mode: str = "vertical-rl"
    box: tuple | None = None  # when None, what its lines cover


@dataclass
class Mark:
    kind: str  # circle, dot or tick
    ink: str  # black or red
    box: tuple


@dataclass
class PageTruth:
    kind: str = "text"
    regions: list = field(default_factory=list)
    lines: list = field(default_factory=list)
    columns: int = 0
    notes: int = 0
    marks: list = field(default_factory=list)
    children: list = field(default_factory=list)  # (line of the child, line of the father)

    def add_region(self, kind, mode="vertical-rl", box=None):
        self.regions.append(Region(kind, mode, box))
        return len(self.regions) - 1

    def add_line(self, region, stream="main", **more):
        line = Line(region, stream, self.regions[region].mode, **more)
        self.lines.append(line)
        return line

    def next_column(self):
        self.columns += 1
        return self.columns - 1

    def next_note(self):
        self.notes += 1
        return self.notes - 1

    def drop_empty(self):
        """Forgets lines that came to hold nothing."""
        self.lines = [line for line in self.lines if line.glyphs]


def united(boxes):
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
