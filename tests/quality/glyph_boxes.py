#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well the box of each character lies on its ink: intersection by union with the truth of rendered pages.

python3 tests/quality/glyph_boxes.py TRUTH READ [TRUTH READ …]  prints a table over the folders of PAGE files."""
import statistics
import sys
from difflib import SequenceMatcher
from pathlib import Path

from page_truth import is_han, lines_of

KINDS = ("main, columns", "small notes", "main, rows")


def overlaps_of(truth, read):
    """For each kind of line the overlaps of the Han read right, and how many Han the truth has: {kind: (list, count)}.
    `truth` and `read` are PAGE files of one page."""
    true_glyphs, read_glyphs = _glyphs(truth), _glyphs(read)
    found = {kind: ([], 0) for kind in KINDS}
    for kind, _, _ in true_glyphs:
        found[kind] = (found[kind][0], found[kind][1] + 1)
    matcher = SequenceMatcher(None, [g[1] for g in true_glyphs], [g[1] for g in read_glyphs], autojunk=False)
    for block in matcher.get_matching_blocks():
        for i in range(block.size):
            kind, _, box = true_glyphs[block.a + i]
            found[kind][0].append(overlap(box, read_glyphs[block.b + i][2]))
    return found


def overlaps_of_folders(pairs):
    """The same, over all pages of (truth folder, read folder) that were read."""
    all_found = {kind: ([], 0) for kind in KINDS}
    for truth_folder, read_folder in pairs:
        for truth in sorted(Path(truth_folder).glob("*.xml")):
            read = Path(read_folder) / truth.name
            if not read.exists():
                continue
            for kind, (overlaps, count) in overlaps_of(truth, read).items():
                all_found[kind] = (all_found[kind][0] + overlaps, all_found[kind][1] + count)
    return all_found


def overlap(a, b):
    """Intersection by union of two (left, top, right, bottom)."""
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / (_area(a) + _area(b) - width * height)


def table(found):
    """Rows of Markdown."""
    rows = ["| kind | characters | read right | median IoU | tenth lowest | over .5 |", "|---|---|---|---|---|---|"]
    for kind, (overlaps, count) in found.items():
        if overlaps:
            over = sum(value >= 0.5 for value in overlaps) / len(overlaps)
            lowest = sorted(overlaps)[len(overlaps) // 10]
            rows.append(f"| {kind} | {count} | {len(overlaps)} | {statistics.median(overlaps):.3f} | {lowest:.3f} | "
                        f"{100 * over:.1f} % |")
    return "\n".join(rows)


def _glyphs(path):
    glyphs = []
    for line in lines_of(path):
        if line.stream in ("main", "note"):
            kind = _kind_of(line)
            glyphs += [(kind, character, box) for character, box in line.boxes if is_han(character)]
    return glyphs


def _kind_of(line):
    if "mode:horizontal" in line.custom:
        return "main, rows"
    return "small notes" if line.stream == "note" else "main, columns"


def _area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


if __name__ == "__main__":
    print(table(overlaps_of_folders(zip(sys.argv[1::2], sys.argv[2::2]))))
