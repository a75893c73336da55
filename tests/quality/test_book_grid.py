# SPDX-License-Identifier: GPL-3.0-or-later
"""The book helps the page: of a ruled book whose columns hold small notes, two pages lose their rules. Read
alone their notes are taken for columns; read with their book they are notes again, in whatever order and
company the pages are run."""
import json
import pathlib
import sys
import tempfile
import unittest

import numpy as np
from PIL import Image
from scipy import ndimage

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from wenlan_program import PROGRAM, SHARED, run, run_json  # noqa: E402

BOOK = SHARED / "gt/openguji_book6_jianmingmulu_j1"
BARE = (1, 4)  # which pages lose their rules


def without_rules(scan):
    """The scan with what stands upright over a twenty-second of the page painted with paper."""
    page = np.asarray(scan.convert("L")).copy()
    ink = page < ndimage.uniform_filter(page.astype(float), 51) - 20
    ink = ndimage.binary_dilation(ink, np.ones((1, 3)))
    rules = ndimage.binary_opening(ink, np.ones((page.shape[0] // 22, 1)))
    page[ndimage.binary_dilation(rules, np.ones((9, 5)))] = np.percentile(page, 80)
    return Image.fromarray(page)


def notes_of(archive, page):
    """The characters of small notes in one page of the archive."""
    run("export", archive, "b", "--as", "json", "--out", archive.parent / "out")
    lines = json.loads((archive.parent / f"out/{page:04}.json").read_text(encoding="utf8"))["lines"]
    return sum(len(line["text"]) for line in lines if line["stream"] == "note")


@unittest.skipUnless(PROGRAM.exists(), f"{PROGRAM} is not built")
@unittest.skipUnless(BOOK.exists(), "no measuring data beside the checkout")
class BookGrid(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.root = pathlib.Path(cls.folder.name)
        (cls.root / "scans").mkdir()
        for index, path in enumerate(sorted(BOOK.glob("*.jpg"))):
            with Image.open(path) as scan:
                page = without_rules(scan) if index in BARE else scan
                page.save(cls.root / f"scans/{path.stem}.png")
        cls.scans = sorted((cls.root / "scans").glob("*.png"))
        cls.whole = cls.read("whole", [cls.scans])

    @classmethod
    def read(cls, name, steps):
        """An archive that is given the scans in steps, and run after each."""
        archive = cls.root / name / "lib"
        run("init", archive)
        for scans in steps:
            run("add", archive, "--book", "b", *scans)
            run("run", archive, "--jobs", "2", timeout=1800)
        return archive

    def test_pages_without_rules_have_their_notes_by_the_book(self):
        for index in BARE:
            alone = self.read(f"alone{index}", [[self.scans[index]]])
            known, unknown = notes_of(self.whole, index + 1), notes_of(alone, 1)
            print(f"notes of {self.scans[index].stem}: {unknown} alone, {known} with the book", file=sys.stderr)
            self.assertGreater(known, 50)
            self.assertLess(unknown, 10)

    def test_it_plays_no_part_in_which_order_pages_are_run(self):
        parts = self.read("parts", [self.scans[:2], self.scans[2:4], self.scans[4:]])
        for page in sorted((self.whole / "books/b/pages").glob("*.xml")):
            self.assertEqual(page.read_bytes(), (parts / "books/b/pages" / page.name).read_bytes())

    def test_a_second_run_has_nothing_to_do(self):
        again = run_json("run", self.whole)
        self.assertEqual((0, 0), (again["pages"]["done"], again["again"]))


if __name__ == "__main__":
    unittest.main()
