# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages set across in English, in Tibetan, and in Chinese with English words, drawn by the generator and read without any
option: every character but white space counts."""
import json
import pathlib
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from page_truth import lines_of  # noqa: E402
from test_generator import draw  # noqa: E402
from wenlan_program import PROGRAM, run  # noqa: E402

SEED = "21"
# Most characters wrong, by kind; two pages of each. Measured when set: see docs/decisions/0044.
MOST_WRONG = {"english": 0.01, "tibetan": 0.02, "mixed": 0.06, "mixed, Han folded": 0.01}


def distance(truth, read):
    row = list(range(len(read) + 1))
    for i, wanted in enumerate(truth, 1):
        diagonal, row[0] = row[0], i
        for j, found in enumerate(read, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (wanted != found))
    return row[-1]


@unittest.skipUnless(PROGRAM.exists(), f"{PROGRAM} is not built")
class OtherScripts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        book, out = pathlib.Path(cls.folder.name, "book"), pathlib.Path(cls.folder.name, "read")
        draw("scripts", book, "--seed", SEED)
        run("read", *sorted(book.glob("*.png")), "--out", out, "--jobs", "2", timeout=1800)
        cls.files = [(truth, out / f"{truth.stem}.txt") for truth in sorted((book / "truth").glob("*.xml"))]
        cls.pages = [("".join("".join(line.text for line in lines_of(truth)).split()),
                      "".join(read.read_text(encoding="utf-8").split())) for truth, read in cls.files]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def check(self, kind, pages):
        wrong = sum(distance(truth, read) for truth, read in pages)
        self.hold(kind, wrong / sum(len(truth) for truth, _ in pages))

    def hold(self, kind, rate):
        print(f"{kind}: {rate:.4f} of the characters wrong", file=sys.stderr)
        self.assertLessEqual(rate, MOST_WRONG[kind])

    def test_english_is_read_by_tesseract(self):
        self.check("english", self.pages[0:2])

    def test_tibetan_is_read_by_tesseract_without_being_asked(self):
        self.check("tibetan", self.pages[2:4])

    def test_chinese_with_english_words_stays_whole(self):
        self.check("mixed", self.pages[4:6])
        scored = [json.loads(run("evaluate", *files, "--json").stdout) for files in self.files[4:6]]
        characters = sum(page["characters"] for page in scored)
        self.hold("mixed, Han folded",
                  sum(page["characters"] * page["cer_folded"] for page in scored) / characters)


if __name__ == "__main__":
    unittest.main()
