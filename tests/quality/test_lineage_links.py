# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is whose child in drawn lineage tables 世系圖: links read against links drawn, of seeds that nothing was set by."""
import pathlib
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from page_truth import NAMESPACE  # noqa: E402
from wenlan_program import PROGRAM, run  # noqa: E402

ROOT = HERE.parents[1]
SEEDS = range(701, 705)  # two tables each
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.7


def links_of(path):
    """The links of a PAGE file as pairs of boxes, child and father."""
    root = ET.parse(path).getroot()
    boxes = {line.get("id"): _box(line) for line in root.iter(NAMESPACE + "TextLine")}
    return [tuple(boxes[node.find(NAMESPACE + end).get("regionRef")]
                  for end in ("SourceRegionRef", "TargetRegionRef"))
            for node in root.iter(NAMESPACE + "Relation")]


def _box(line):
    points = [tuple(map(int, point.split(","))) for point in line.find(NAMESPACE + "Coords").get("points").split()]
    xs, ys = zip(*points)
    return min(xs), min(ys), max(xs), max(ys)


def same_cell(a, b):
    """Do the middles lie in one another?"""
    def holds(box, other):
        x, y = (other[0] + other[2]) / 2, (other[1] + other[3]) / 2
        return box[0] <= x <= box[2] and box[1] <= y <= box[3]
    return holds(a, b) and holds(b, a)


def counts(truth, read):
    """(right, drawn, read) links."""
    right = sum(any(all(map(same_cell, link, other)) for other in read) for link in truth)
    return right, len(truth), len(read)


@unittest.skipUnless(PROGRAM.exists(), f"{PROGRAM} is not built")
class LineageLinks(unittest.TestCase):
    def test_children_are_linked_to_their_fathers(self):
        total = [0, 0, 0]
        with tempfile.TemporaryDirectory() as folder:
            for seed in SEEDS:
                book = pathlib.Path(folder, str(seed))
                subprocess.run([sys.executable, "-m", "samples.generator", "--book", "lineage", "--vary",
                                "--seed", str(seed), "--out", book], cwd=ROOT, check=True, capture_output=True)
            scans = sorted(pathlib.Path(folder).glob("*/0*.*"))
            for scan in scans:
                run("read", scan, "--as", "page", "--out", scan.parent / "read", timeout=600)
                found = counts(links_of(scan.parent / "truth" / f"{scan.stem}.xml"),
                               links_of(scan.parent / "read" / f"{scan.stem}.xml"))
                total = [a + b for a, b in zip(total, found)]
        right, drawn, read = total
        print(f"\n{len(scans)} tables: {drawn} links drawn, {read} read, {right} right", file=sys.stderr)
        self.assertGreaterEqual(right, LEAST_PRECISION * read)
        self.assertGreaterEqual(right, LEAST_RECALL * drawn)


if __name__ == "__main__":
    unittest.main()
