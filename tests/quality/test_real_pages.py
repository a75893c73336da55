# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the measuring pages that lie beside the checkout, where they do, and scores them with the
script that comes with them. The table is printed."""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from wenlan_program import PROGRAM, SHARED, run  # noqa: E402

MEASURE = SHARED / "gt"
# Vertical Chinese books; the newspaper and the photographed genealogy are measured apart.
BOOKS = ("luatexcn_honglou_jiaxu", "luatexcn_modern_vertical", "luatexcn_shiji_wyg", "mthv2_samples",
         "ndl_lunyu_gozan", "openguji_book4_shiji_mulu_colour", "openguji_book5_siku_zongmu",
         "openguji_book6_jianmingmulu_j1")
MOST_WRONG = 0.03  # folded, over all pages; .022 when set
LEAST_NOTE_F1 = 0.96  # .988 when set


@unittest.skipUnless((MEASURE / "score.py").exists(), "no measuring pages beside the checkout")
@unittest.skipUnless(PROGRAM.exists(), f"{PROGRAM} is not built")
class RealPages(unittest.TestCase):
    def test_book_pages(self):
        with tempfile.TemporaryDirectory() as folder:
            for book in BOOKS:
                images = sorted(path for path in (MEASURE / book).iterdir() if path.suffix != ".json")
                run("read", *images, "--as", "txt", "--out", f"{folder}/{book}", "--jobs", "2",
                    timeout=1800)
            table = subprocess.run([sys.executable, MEASURE / "score.py", folder, *BOOKS],
                                   capture_output=True, text=True, check=True).stdout
        print("\n" + table, file=sys.stderr)
        pages, _, _, folded, _, notes = re.search(r"^ALL\s+(.*)$", table, re.M)[1].split()
        self.assertEqual("19", pages)
        self.assertLessEqual(float(folded), MOST_WRONG)
        self.assertGreaterEqual(float(notes), LEAST_NOTE_F1)


if __name__ == "__main__":
    unittest.main()
