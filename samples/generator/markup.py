# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the texts of samples/texts: sections, paragraphs, notes and entities.

    ## name          a section begins
    @眉 text          a head note beside the next paragraph
    {{text}}         a small note 雙行小注
    [人周士衡]        an entity: 人 person, 地 place, 官 office, 書 book, 時 date, 事 event
Every other line is a paragraph, which begins a new column; full-width spaces before it indent it.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

TEXTS = Path(__file__).resolve().parent.parent / "texts"
ENTITY_KINDS = {"人": "person", "地": "place", "官": "office", "書": "book", "時": "date", "事": "event"}
NEVER_FIRST = "，。、；：？！」』》）】,.;:?!)%℃"  # may not begin a row or column
NEVER_LAST = "「『《（【("  # may not end one
PUNCTUATION = "，。、；：？！「」『』《》（）"


@dataclass(frozen=True)
class Mark:
    """One entity in the text; characters that share a mark belong together."""

    number: int
    kind: str


@dataclass(frozen=True)
class Char:
    text: str
    mark: Mark | None = None


@dataclass
class Note:
    chars: list


@dataclass
class Paragraph:
    indent: int = 0
    items: list = field(default_factory=list)  # of Char and Note
    head_note: list | None = None  # of Char

    @property
    def plain(self):
        return "".join(item.text for item in self.items if isinstance(item, Char))


class MarkupError(ValueError):
    """A text that does not follow the markup; says the line."""


class _Reader:
    def __init__(self):
        self.marks = 0

    def items(self, text, where):
        items, note, mark = [], None, None
        for token in re.findall(r"\{\{|\}\}|\[.|\]|.", text):
            target = items if note is None else note.chars
            if token == "{{":
                note = Note([])
            elif token == "}}":
                if note is None:
                    raise MarkupError(f"{where}: }}}} without {{{{")
                items.append(note)
                note = None
            elif token.startswith("[") and len(token) == 2:
                if token[1] not in ENTITY_KINDS or mark is not None:
                    raise MarkupError(f"{where}: bad entity {token}")
                self.marks += 1
                mark = Mark(self.marks, ENTITY_KINDS[token[1]])
            elif token == "]":
                mark = None
            else:
                target.append(Char(token, mark))
        if note is not None or mark is not None:
            raise MarkupError(f"{where}: note or entity is not closed")
        return items


def read_text(name, folder=TEXTS):
    """All sections of <folder>/<name>.txt, each a list of paragraphs."""
    reader, sections, paragraphs, head_note = _Reader(), {}, None, None
    lines = (Path(folder) / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        where = f"{name}.txt:{number}"
        if line.startswith("## "):
            paragraphs = sections.setdefault(line[3:].strip(), [])
        elif line.startswith("@眉 "):
            head_note = reader.items(line[3:], where)
        elif line and not line.startswith("# "):
            if paragraphs is None:
                raise MarkupError(f"{where}: text before the first section")
            body = line.lstrip("\u3000")
            paragraphs.append(Paragraph(len(line) - len(body), reader.items(body, where), head_note))
            head_note = None
    return sections


def without_punctuation(paragraphs, in_notes_alone=False):
    """As old books print it: nothing but characters."""

    def kept(chars):
        return [char for char in chars if char.text not in PUNCTUATION]

    return [
        Paragraph(
            paragraph.indent,
            [
                Note(kept(item.chars)) if isinstance(item, Note) else item
                for item in paragraph.items
                if isinstance(item, Note) or in_notes_alone or item.text not in PUNCTUATION
            ],
            kept(paragraph.head_note) if paragraph.head_note else None,
        )
        for paragraph in paragraphs
    ]
