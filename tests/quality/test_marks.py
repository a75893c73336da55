# SPDX-License-Identifier: GPL-3.0-or-later
"""Circles, dots and ticks beside the characters: marks found against marks drawn, of seeds that nothing was set by.
`test_marks.py TRUTH_DIR READ_DIR…` prints what was found on each page of folders at hand."""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from page_truth import NAMESPACE  # noqa: E402
from wenlan_program import PROGRAM, run  # noqa: E402

ROOT = HERE.parents[1]
SEEDS = (811, 812)
MARKED_PAGES = 7  # of the book; the others have none
LEAST_PRECISION, LEAST_RECALL, LEAST_OF_KIND = 0.97, 0.8, 0.9
MOST_ON_BARE_PAGES = 0


@dataclass
class Mark:
    kind: str
    box: tuple  # left, top, right, bottom


@dataclass
class Count:
    drawn: int = 0
    found: int = 0
    right: int = 0
    of_its_kind: int = 0

    def __add__(self, other):
        return Count(*(getattr(self, name) + getattr(other, name) for name in vars(self)))


def marks_of(path):
    marks = []
    for node in ET.parse(path).getroot().iter(NAMESPACE + "GraphicRegion"):
        kind = re.search(r"\bmark:(\w+);", node.get("custom", ""))
        if kind:
            points = [tuple(map(int, point.split(",")))
                      for point in node.find(NAMESPACE + "Coords").get("points").split()]
            xs, ys = zip(*points)
            marks.append(Mark(kind[1], (min(xs), min(ys), max(xs), max(ys))))
    return marks


def overlap(a, b):
    """Shared area over that of both together."""
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    shared = max(0, width) * max(0, height)
    area = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (a, b))
    return shared / (area - shared) if shared else 0.0


def compare(drawn, found):
    """Each mark found is right once, where it covers a drawn one."""
    count, left = Count(len(drawn), len(found)), list(drawn)
    for mark in found:
        best = max(left, key=lambda other: overlap(mark.box, other.box), default=None)
        if best is not None and overlap(mark.box, best.box) > 0.3:
            left.remove(best)
            count.right += 1
            count.of_its_kind += mark.kind == best.kind
    return count


def read_and_compare(book):
    """The counts of each page of a drawn book, in order."""
    scans = sorted(book.glob("0*.*"))
    run("read", *scans, "--as", "page", "--out", book / "read", "--jobs", 2, timeout=900)
    return [compare(marks_of(book / "truth" / f"{scan.stem}.xml"), marks_of(book / "read" / f"{scan.stem}.xml"))
            for scan in scans]


@unittest.skipUnless(PROGRAM.exists(), f"{PROGRAM} is not built")
class Marks(unittest.TestCase):
    def test_marks_are_found_and_nothing_else(self):
        marked, bare = Count(), Count()
        with tempfile.TemporaryDirectory() as folder:
            for seed in SEEDS:
                book = pathlib.Path(folder, str(seed))
                subprocess.run([sys.executable, "-m", "samples.generator", "--book", "annotated", "--vary",
                                "--seed", str(seed), "--out", book], cwd=ROOT, check=True, capture_output=True)
                counts = read_and_compare(book)
                marked = sum(counts[:MARKED_PAGES], marked)
                bare = sum(counts[MARKED_PAGES:], bare)
        print(f"\nmarked pages: {marked}\nothers: {bare}", file=sys.stderr)
        self.assertGreaterEqual(marked.right, LEAST_PRECISION * marked.found)
        self.assertGreaterEqual(marked.right, LEAST_RECALL * marked.drawn)
        self.assertGreaterEqual(marked.of_its_kind, LEAST_OF_KIND * marked.right)
        self.assertLessEqual(bare.found, MOST_ON_BARE_PAGES)


def print_pages(truth, read):
    total = Count()
    for path in sorted(read.glob("*.xml")):
        count = compare(marks_of(truth / path.name), marks_of(path))
        print(path.stem, count)
        total += count
    print("all", total)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print_pages(*map(pathlib.Path, sys.argv[1:]))
    else:
        unittest.main()
