# SPDX-License-Identifier: GPL-3.0-or-later
"""Seals on drawn pages of seeds used nowhere else: how many are found where they lie, and that pages
without a seal show none. Grey and two-tone scans tell no red and are left out."""
import pathlib
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

from PIL import Image

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "support"))

from page_truth import NAMESPACE  # noqa: E402
from wenlan_program import PROGRAM, run  # noqa: E402

SEEDS = ("5201", "5202")
PAGES = {"gazetteer": "7", "genealogy": "3"}  # where the seals are, and as many without
LEAST_OVERLAP = 0.5  # of the boxes: what both share over what either covers
LEAST_FOUND = 0.9


def seals_of(path):
    """Boxes of the seals in a PAGE file."""
    boxes = []
    for region in ET.parse(path).getroot().iter(NAMESPACE + "GraphicRegion"):
        if region.get("type") == "stamp":
            points = region.find(NAMESPACE + "Coords").get("points").split()
            xs, ys = zip(*(map(float, point.split(",")) for point in points))
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
    return boxes


def is_coloured(path):
    with Image.open(path) as scan:
        return scan.mode == "RGB"


def overlap(a, b):
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    shared = max(0, width) * max(0, height)
    return shared / (_area(a) + _area(b) - shared)


def _area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


@unittest.skipUnless(PROGRAM.exists(), f"{PROGRAM} is not built")
class Seals(unittest.TestCase):
    def test_seals_are_found_where_they_lie(self):
        found = stamped = false = pages = 0
        for book, count in PAGES.items():
            for seed in SEEDS:
                with tempfile.TemporaryDirectory() as folder:
                    subprocess.run([sys.executable, "-m", "samples.generator", "--book", book, "--seed",
                                    seed, "--vary", "--pages", count, "--out", folder],
                                   cwd=ROOT, check=True, capture_output=True)
                    scans = [path for path in sorted(pathlib.Path(folder).glob("0*.*"))
                             if is_coloured(path)]
                    run("read", *scans, "--as", "page", "--out", f"{folder}/read", "--jobs", "2",
                        timeout=1800)
                    for scan in scans:
                        truth = seals_of(f"{folder}/truth/{scan.stem}.xml")
                        read = seals_of(f"{folder}/read/{scan.stem}.xml")
                        met = sum(any(overlap(seal, other) >= LEAST_OVERLAP for other in read)
                                  for seal in truth)
                        found, stamped, false = found + met, stamped + len(truth), false + len(read) - met
                        pages += 1
        print(f"seals: {pages} pages, {found} of {stamped} found, {false} false", file=sys.stderr)
        self.assertGreaterEqual(stamped, 4)
        self.assertGreaterEqual(found, LEAST_FOUND * stamped)
        self.assertEqual(0, false)


if __name__ == "__main__":
    unittest.main()
