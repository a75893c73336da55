# SPDX-License-Identifier: GPL-3.0-or-later
"""What a fault of the scan costs: one page of each measured book is read as it is, and again tilted,
halved, badly compressed, stained and with the other side of the leaf shining through. The faults are made
here, the same ones each time. The table is printed."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

from PIL import Image

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from page_faults import beside_a_page, compressed, scaled, stained, through, tilted  # noqa: E402
from test_real_pages import BOOKS, MEASURE  # noqa: E402
from wenlan_program import PROGRAM, run  # noqa: E402

FOLDED, NOTE_F1 = 3, 5  # columns of the score table
# How much more of the characters may be wrong than on the page as it is, folded: the limit the project
# set itself. The test prints what it measured.
MOST_WORSE = {"tilted": 0.02, "scaled": 0.02, "compressed": 0.02, "stained": 0.02, "through": 0.02,
              "beside_a_page": 0.02}

# Of small notes: some points below what each fault was measured at.
LEAST_NOTE_F1 = {"tilted": 0.93, "scaled": 0.95, "compressed": 0.95, "stained": 0.95, "through": 0.85,
                 "beside_a_page": 0.95}


def as_it_is(page):
    return page


def first_pages():
    """One page of each book: (book, scan)."""
    for book in BOOKS:
        yield book, min(path for path in (MEASURE / book).iterdir() if path.suffix != ".json")


def rates_with(fault, folder):
    """Characters wrong, folded, and the F1 of small notes."""
    truths = []
    (folder / "scans").mkdir()
    for book, scan in first_pages():
        with Image.open(scan) as page:
            fault(page.convert("RGB")).save(folder / "scans" / f"{book}.png", compress_level=1)
        truths.append(scan.with_suffix(".json"))
    run("read", *sorted((folder / "scans").iterdir()), "--as", "txt", "--out", folder / "read",
        "--jobs", "2", timeout=1800)
    for truth in truths:
        (folder / truth.parent.name).mkdir()
        (folder / "read" / f"{truth.parent.name}.txt").rename(folder / truth.parent.name / f"{truth.stem}.txt")
    table = subprocess.run([sys.executable, MEASURE / "score.py", folder, "-"], text=True, check=True,
                           input=" ".join(map(str, truths)), capture_output=True).stdout
    print(f"\n{fault.__name__}\n{table}", file=sys.stderr)
    row = next(row for row in table.splitlines() if row.startswith("ALL")).split()[1:]
    return float(row[FOLDED]), float(row[NOTE_F1])


@unittest.skipUnless((MEASURE / "score.py").exists(), "no measuring pages beside the checkout")
@unittest.skipUnless(PROGRAM.exists(), f"{PROGRAM} is not built")
class Robustness(unittest.TestCase):
    def test_faults_cost_little(self):
        rates, notes = {}, {}
        for fault in (as_it_is, tilted, scaled, compressed, stained, through, beside_a_page):
            with tempfile.TemporaryDirectory() as folder:
                rates[fault.__name__], notes[fault.__name__] = rates_with(fault, pathlib.Path(folder))
        print("folded, note F1: " + "  ".join(f"{name} {rates[name]:.3f} {notes[name]:.3f}" for name in rates),
              file=sys.stderr)
        for name, most in MOST_WORSE.items():
            with self.subTest(name):
                self.assertLessEqual(rates[name], rates["as_it_is"] + most)
                self.assertGreaterEqual(notes[name], LEAST_NOTE_F1[name])


if __name__ == "__main__":
    unittest.main()
