# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of a PAGE file, true or read, in reading order: what the quality tests compare."""
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from difflib import SequenceMatcher

NAMESPACE = "{http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15}"


@dataclass
class PageLine:
    order: int
    stream: str
    text: str
    custom: str
    boxes: list  # of (character, (left, top, right, bottom))


def lines_of(path):
    """All lines of the file by their `order`."""
    lines = [_line(node) for node in ET.parse(path).getroot().iter(NAMESPACE + "TextLine")]
    return sorted(lines, key=lambda line: line.order)


def _line(node):
    custom = node.get("custom", "")
    text = node.find(f"{NAMESPACE}TextEquiv/{NAMESPACE}Unicode")
    boxes = [(glyph.find(f"{NAMESPACE}TextEquiv/{NAMESPACE}Unicode").text, _box(glyph))
             for glyph in node.iter(NAMESPACE + "Glyph")]
    return PageLine(int(_value(custom, "order", 0)), _value(custom, "stream", "main"),
                    "" if text is None else text.text or "", custom, boxes)


def mode_of(node):
    """Which way the line of a PAGE file runs: vertical-rl, horizontal-ltr or horizontal-rtl."""
    return _value(node.get("custom", ""), "mode", "vertical-rl")


def _value(custom, key, default):
    found = re.search(rf"\b{key}:([^;]+);", custom)
    return found[1] if found else default


def _box(node):
    points = [tuple(map(int, point.split(",")))
              for point in node.find(NAMESPACE + "Coords").get("points").split()]
    xs, ys = zip(*points)
    return min(xs), min(ys), max(xs), max(ys)


def flagged(lines):
    """Han of main text and notes, each with True where it stands in a note."""
    return [(character, line.stream == "note") for line in lines if line.stream in ("main", "note")
            for character in line.text if is_han(character)]


def is_han(character):
    return ("\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff"
            or character >= "\U00020000")


def note_counts(truth, read):
    """(hits, notes in the truth, notes read), in characters, over the aligned texts."""
    a, b = flagged(truth), flagged(read)
    matcher = SequenceMatcher(None, [c for c, _ in a], [c for c, _ in b], autojunk=False)
    hits = sum(a[block.a + i][1] and b[block.b + i][1]
               for block in matcher.get_matching_blocks() for i in range(block.size))
    return hits, sum(note for _, note in a), sum(note for _, note in b)
