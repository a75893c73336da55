# SPDX-License-Identifier: GPL-3.0-or-later
"""The line finder of our own, models/page: small enough to ship, and what the samples read with it are worth."""
import json
import pathlib
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from wenlan_program import PROGRAM, ROOT, SAMPLES, run, run_json  # noqa: E402

MOST_BYTES = 5_000_000
# Order-free and folded error rates at most, by book; a page that is a map is left out. When set: .0050 and
# .0013, .0007 and 0.
MOST_WRONG = {"gazetteer": (0.012, 0.012), "genealogy": (0.01, 0.01)}
MAPS = {("gazetteer", "0005")}


def scans_of(book):
    return [path for path in sorted((SAMPLES / book).glob("0*")) if (book, path.stem) not in MAPS]


class PageNetwork(unittest.TestCase):
    def test_it_is_small_and_the_one_the_manifest_names(self):
        manifest = json.loads((ROOT / "models/manifest.json").read_text(encoding="utf8"))
        (entry,) = [model for model in manifest["models"] if model["name"] == "page-network"]
        self.assertEqual((ROOT / "models" / entry["file"]).stat().st_size, entry["bytes"])
        self.assertLess(entry["bytes"], MOST_BYTES)

    @unittest.skipUnless(PROGRAM.exists(), f"{PROGRAM} is not built")
    def test_samples_are_read_with_it(self):
        for book, (order_free, folded) in MOST_WRONG.items():
            with self.subTest(book), tempfile.TemporaryDirectory() as folder:
                out, truth = pathlib.Path(folder) / "read", pathlib.Path(folder) / "truth"
                run("read", *scans_of(book), "--segment.detector", "page-network", "--as", "page", "--out", out)
                truth.mkdir()
                for scan in scans_of(book):
                    (truth / f"{scan.stem}.xml").write_bytes((SAMPLES / book / f"truth/{scan.stem}.xml").read_bytes())
                score = run_json("evaluate", truth, out)
                print(f"{book}: order-free {score['cer_order_free']:.4f} folded {score['cer_folded']:.4f}")
                self.assertLessEqual(score["cer_order_free"], order_free)
                self.assertLessEqual(score["cer_folded"], folded)


if __name__ == "__main__":
    unittest.main()
