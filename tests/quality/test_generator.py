# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample generator: the same bytes for a seed, truth that lies on the ink, text that is whole."""
import hashlib
import pathlib
import subprocess
import sys
import tempfile
import unittest

import numpy as np
from PIL import Image

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from page_truth import lines_of  # noqa: E402
from samples.generator.books import BOOKS  # noqa: E402
from samples.generator.columns import TextFlow  # noqa: E402
from samples.generator.fonts import FontStack, MissingGlyph  # noqa: E402
from samples.generator.markup import (  # noqa: E402
    MarkupError, Note, _Reader, read_text, without_punctuation,
)

SINGLE_FILES = ("gazetteer", "genealogy")


def draw(book, out, *options):
    subprocess.run([sys.executable, "-m", "samples.generator", "--book", book, "--out", out, *options],
                   cwd=ROOT, check=True, capture_output=True)


def digests(folder):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(pathlib.Path(folder).rglob("*")) if path.is_file()}


class Bytes(unittest.TestCase):
    def test_a_seed_gives_the_same_bytes_again(self):
        for book in BOOKS:
            with self.subTest(book), tempfile.TemporaryDirectory() as folder:
                draw(book, f"{folder}/a", "--pages", "2")
                draw(book, f"{folder}/b", "--pages", "2")
                self.assertEqual(digests(f"{folder}/a"), digests(f"{folder}/b"))

    def test_another_seed_gives_other_pages(self):
        with tempfile.TemporaryDirectory() as folder:
            draw("genealogy", f"{folder}/a", "--pages", "1")
            draw("genealogy", f"{folder}/b", "--pages", "1", "--seed", "8")
            first, second = digests(f"{folder}/a"), digests(f"{folder}/b")
            self.assertNotEqual(first["0001.jpg"], second["0001.jpg"])
            self.assertEqual(first["book.toml"], second["book.toml"])


class Truth(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        for book in SINGLE_FILES:
            draw(book, f"{cls.folder.name}/{book}")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_glyph_boxes_lie_on_ink(self):
        for book in SINGLE_FILES:
            for truth in sorted(pathlib.Path(self.folder.name, book, "truth").glob("*.xml")):
                with self.subTest(f"{book} {truth.stem}"):
                    self._check_page(truth)

    def _check_page(self, truth):
        scan = np.asarray(Image.open(truth.parents[1] / f"{truth.stem}.jpg").convert("L"))
        bare = 0
        glyphs = [box for line in lines_of(truth) if line.stream != "seal" for _, box in line.boxes]
        for left, top, right, bottom in glyphs:
            self.assertTrue(0 <= left < right <= scan.shape[1] and 0 <= top < bottom <= scan.shape[0])
            around = scan[max(0, top - 8) : bottom + 8, max(0, left - 8) : right + 8]
            inside = scan[top:bottom, left:right]
            bare += int(inside.min()) > int(np.median(around)) - 50
        self.assertLessEqual(bare, len(glyphs) // 100)

    def test_no_character_of_the_text_is_lost(self):
        paragraphs = without_punctuation(read_text("gazetteer")["正文"])
        wanted = {"main": "", "note": ""}
        for _, items, _ in TextFlow(paragraphs).waiting:
            for item in items:
                if isinstance(item, Note):
                    wanted["note"] += "".join(char.text for char in item.chars)
                else:
                    wanted["main"] += item.text
        read = {"main": "", "note": ""}
        for truth in sorted(pathlib.Path(self.folder.name, "gazetteer", "truth").glob("*.xml")):
            if int(truth.stem) >= 6:
                for line in lines_of(truth):
                    if line.stream in read:
                        read[line.stream] += line.text
        self.assertEqual(wanted["main"], read["main"])
        self.assertEqual(sorted(wanted["note"]), sorted(read["note"]))


class BadInput(unittest.TestCase):
    def test_a_character_without_a_font_is_an_error(self):
        with self.assertRaises(MissingGlyph):
            FontStack().tile("\U0010fffd", 40)

    def test_markup_that_is_not_closed_is_an_error(self):
        for text in ("山{{水", "山}}水", "[人周", "[天周]"):
            with self.subTest(text), self.assertRaises(MarkupError):
                _Reader().items(text, "here")
