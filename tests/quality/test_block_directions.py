# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages on which some blocks are set upright and some across, of a seed used nowhere else: how many of their
characters are read the other way."""
import pathlib
import sys
import tempfile
import unittest
from collections import Counter

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from block_directions import directions, shares  # noqa: E402
from test_generator import draw  # noqa: E402
from wenlan_program import PROGRAM, run  # noqa: E402

SEED = "861"
# Most of the characters, by how they are set. See docs/decisions/0046.
MOST = {"upright": {"wrong": 0.04, "missing": 0.02}, "across": {"wrong": 0.02, "turned": 0.08, "missing": 0.02}}


@unittest.skipUnless(PROGRAM.exists(), f"{PROGRAM} is not built")
class BlockDirections(unittest.TestCase):
    def test_each_block_is_read_the_way_it_runs(self):
        with tempfile.TemporaryDirectory() as folder:
            book, out = pathlib.Path(folder, "book"), pathlib.Path(folder, "read")
            draw("mixed", book, "--seed", SEED, "--vary")
            run("read", *sorted(book.glob("*.png")), "--as", "page", "--out", out, "--jobs", "2", timeout=1800)
            counts = Counter()
            for truth in sorted((book / "truth").glob("*.xml")):
                counts += directions(truth, out / truth.name)
        for kind, limits in MOST.items():
            found = shares(counts, kind)
            print(f"{kind}: {found}", file=sys.stderr)
            for answer, most in limits.items():
                with self.subTest(kind=kind, answer=answer):
                    self.assertLessEqual(found[answer], most, (kind, answer))


if __name__ == "__main__":
    unittest.main()
