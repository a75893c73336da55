# SPDX-License-Identifier: GPL-3.0-or-later
"""Which way blocks are read: of the characters of a page, how many stand in lines that run as the truth has it.

    python3 tests/quality/block_directions.py TRUTH READ …   PAGE files or folders of them, in pairs
"""
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

from page_truth import NAMESPACE, mode_of, is_han

VERTICAL = "vertical-rl"


def lines_with_ways(path):
    """(mode, box of the line, [(character, center)]) of each line."""
    lines = []
    for node in ET.parse(path).getroot().iter(NAMESPACE + "TextLine"):
        glyphs = [(glyph.find(f"{NAMESPACE}TextEquiv/{NAMESPACE}Unicode").text, _box(glyph))
                  for glyph in node.iter(NAMESPACE + "Glyph")]
        lines.append((mode_of(node), _box(node), [(text, _center(box)) for text, box in glyphs]))
    return lines


def directions(truth, read):
    """Characters by (upright or across in the truth, how they are read): `right`, `turned` (across, from the other
    side), `wrong` or `missing`."""
    counts, found = Counter(), lines_with_ways(read)
    for mode, _, glyphs in lines_with_ways(truth):
        kind = "upright" if mode == VERTICAL else "across"
        for text, center in glyphs:
            if is_han(text[0]):
                counts[kind, _answer(mode, center, found)] += 1
    return counts


def _answer(mode, center, found):
    over = [(_area(box), way) for way, box, glyphs in found if glyphs and _holds(box, center)]
    if not over:
        return "missing"
    way = min(over)[1]
    if way == mode:
        return "right"
    return "wrong" if VERTICAL in (way, mode) else "turned"


def shares(counts, kind):
    """Shares of the characters of one kind: read the other way, from the other side, not read."""
    total = sum(count for (of, _), count in counts.items() if of == kind) or 1
    return {answer: counts[kind, answer] / total for answer in ("wrong", "turned", "missing")}


def _holds(box, point):
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def _center(box):
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _box(node):
    points = [tuple(map(int, point.split(","))) for point in node.find(NAMESPACE + "Coords").get("points").split()]
    xs, ys = zip(*points)
    return min(xs), min(ys), max(xs), max(ys)


def _pairs(names):
    for truth, read in zip(names[::2], names[1::2]):
        if Path(truth).is_dir():
            for page in sorted(Path(truth).glob("*.xml")):
                yield page, next(Path(read).glob(f"*{page.stem}.xml"))
        else:
            yield Path(truth), Path(read)


def main():
    total = Counter()
    for truth, read in _pairs(sys.argv[1:]):
        counts = directions(truth, read)
        total += counts
        print(_told(truth.stem, counts))
    print(_told("all", total))


def _told(name, counts):
    parts = []
    for kind in ("upright", "across"):
        told = ", ".join(f"{share:.3f} {answer}" for answer, share in shares(counts, kind).items())
        parts.append(f"{kind}: {told}")
    return f"{name}  {'; '.join(parts)}"


if __name__ == "__main__":
    main()
