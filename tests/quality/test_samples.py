# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every sample page with the real program and scores it against its truth, by book; the floors
are in sample_floors.toml. A table of what was measured is printed."""
import json
import pathlib
import shutil
import sys
import tempfile
import tomllib
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from page_truth import flagged, lines_of, note_counts  # noqa: E402
from wenlan_program import PROGRAM, SAMPLES, run  # noqa: E402

FLOORS = tomllib.loads((HERE / "sample_floors.toml").read_text(encoding="utf-8"))


def read_book(book, out):
    """PAGE files named as the truth's: the pages of a multi-page file by their place in it."""
    scans = sorted(path for path in (SAMPLES / book).iterdir()
                   if path.suffix in (".jpg", ".png", ".tif", ".pdf"))
    run("read", *scans, "--as", "page", "--out", out / "raw", "--jobs", "2", timeout=1800)
    (out / "pages").mkdir()
    for read in sorted((out / "raw").glob("*.xml")):
        shutil.copyfile(read, out / "pages" / f"{read.stem[-4:]}.xml")
    return out / "pages"


def note_f1(truth, read):
    hits = noted = called = 0
    for page in sorted(truth.glob("*.xml")):
        mine = read / page.name
        counts = note_counts(lines_of(page), lines_of(mine) if mine.exists() else [])
        hits, noted, called = hits + counts[0], noted + counts[1], called + counts[2]
    return 2 * hits / (noted + called) if noted + called else None


@unittest.skipUnless(PROGRAM.exists(), f"{PROGRAM} is not built")
class SampleBooks(unittest.TestCase):
    def check(self, book):
        if not (SAMPLES / book / "truth").is_dir():
            self.skipTest("the samples are not made; run samples/make.sh")
        truth, floor = SAMPLES / book / "truth", FLOORS[book]
        with tempfile.TemporaryDirectory() as folder:
            read = read_book(book, pathlib.Path(folder))
            scored = json.loads(run("evaluate", truth, read, "--json").stdout)
            notes = note_f1(truth, read)
        print(f"{book:10} {scored['pages']:3} pages {scored['characters']:5} characters  strict "
              f"{scored['cer']:.3f}  folded {scored['cer_folded']:.3f}  order free "
              f"{scored['cer_order_free']:.3f}  note F1 "
              + (f"{notes:.3f}" if notes is not None else "-"), file=sys.stderr)
        self.assertEqual(len(list(truth.glob("*.xml"))), scored["pages"])
        for rate in ("cer_folded", "cer_order_free"):
            self.assertLessEqual(scored[rate], floor[rate], rate)
        if "note_f1" in floor:
            self.assertGreaterEqual(notes, floor["note_f1"])

    def test_gazetteer(self):
        self.check("gazetteer")

    def test_genealogy(self):
        self.check("genealogy")

    def test_newspaper(self):
        self.check("newspaper")

    def test_modern(self):
        self.check("modern")

    @unittest.skipUnless((SAMPLES / "gazetteer/truth").is_dir(), "the samples are not made")
    def test_truth_against_itself_is_right(self):
        for book in FLOORS:
            truth = SAMPLES / book / "truth"
            scored = json.loads(run("evaluate", truth, truth, "--json").stdout)
            self.assertEqual((0, 0), (scored["cer"], scored["missing"]))
            characters = sum(len(flagged(lines_of(page))) for page in truth.glob("*.xml"))
            self.assertEqual(characters, scored["characters"])
