# SPDX-License-Identifier: GPL-3.0-or-later
"""The report of quality: truth as plain text, alignment for the pictures, the plot, the fit of the weights."""
import pathlib
import sys
import unittest
import xml.etree.ElementTree as ET

import numpy as np
from PIL import Image

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/quality"))
sys.path.insert(0, str(ROOT / "models/train/quality"))

import fit_weights  # noqa: E402
from page_faults import FAULTS, STRENGTHS  # noqa: E402
from real_pages import page_of_worn, plain_text  # noqa: E402
from reliability_plot import reliability_plot  # noqa: E402
from worst_pages import _aligned  # noqa: E402


class Report(unittest.TestCase):
    def test_notes_of_the_truth_stand_in_braces(self):
        page = {"lines": [{"kind": "main", "text": "天地"}, {"kind": "note", "text": "小注"},
                          {"kind": "main", "text": "玄字黃", "markup": "玄(字)黃"}]}
        self.assertEqual("天地\n{{小注}}\n玄{{字}}黃", plain_text(page))

    def test_what_was_not_read_is_told_from_what_was(self):
        right, at, added = _aligned(list("天地玄黃"), list("天他玄"))
        self.assertEqual([True, False, True, False], right)
        self.assertEqual([0, 1, 2, 3], at)
        self.assertEqual([0, 0, 0, 0], added)

    def test_what_was_read_and_does_not_stand_there_counts_before_what_follows(self):
        _, _, added = _aligned(list("天地玄黃"), list("人天地人人玄黃人"))
        self.assertEqual([1, 0, 2, 1], added)

    def test_the_plot_is_well_formed_and_marks_every_group(self):
        rates = np.linspace(0, 1, 40)
        root = ET.fromstring(reliability_plot([("drawn", rates, rates), ("real", rates[:3], rates[:3])]))
        circles = [node for node in root if node.tag.endswith("circle")]
        self.assertEqual(8 + 1, len(circles))  # and one in the legend


class Fit(unittest.TestCase):
    @staticmethod
    def pages(weights):
        """Of four books, with rates that the confidences and signs of these weights make."""
        chance = np.random.default_rng(3)
        names = [*fit_weights.OF_CONFIDENCE, *weights]
        pages = []
        for number in range(120):
            signs = {name: chance.random() * 20 for name in names} | {"characters": 200}
            rate = sum((fit_weights.OF_CONFIDENCE | weights)[name] * signs[name] for name in names) / 200
            pages.append({"signs": signs, "cer_folded": rate, "characters": 200, "book": f"book{number % 4}",
                          "original": "" if number % 4 < 2 else str(number)})
        return fit_weights.Pages(pages)

    def test_signs_that_made_the_rates_are_told_from_one_that_did_not(self):
        pages = self.pages({"strong": 2.0, "weak": 0.5, "idle": 0.0})
        strong, weak, idle = fit_weights.fit(pages, np.full(120, True))
        self.assertGreater(strong, 2 * weak)
        self.assertGreater(weak, 5 * idle)
        self.assertGreater(fit_weights.correlation(fit_weights.foretold(pages), pages.rates), 0.9)

    def test_what_is_foretold_of_a_book_does_not_know_its_rates(self):
        pages = self.pages({"strong": 2.0, "weak": 0.5})
        before = fit_weights.foretold(pages)
        of_book = pages.books == "book1"
        pages.rates[of_book] = pages.rates[of_book][::-1]
        after = fit_weights.foretold(pages)
        np.testing.assert_array_equal(before[of_book], after[of_book])
        self.assertFalse(np.array_equal(before[~of_book], after[~of_book]))

    def test_new_weights_are_kept_only_if_better_on_books_left_out(self):
        pages = self.pages({"strong": 2.0})
        kinds = fit_weights.kinds_of_pages(pages, np.arange(120) % 4 == 3)
        self.assertEqual([60, 30, 30, 120], [of.sum() for of in kinds.values()])
        askew = np.sqrt(pages.rates) + np.random.default_rng(1).normal(0, 0.05, 120)
        self.assertTrue(fit_weights.is_better(pages, kinds, pages.rates, askew))
        self.assertFalse(fit_weights.is_better(pages, kinds, askew, pages.rates))
        one_kind_out_of_order = np.where(kinds["real"], -pages.rates, pages.rates)
        self.assertFalse(fit_weights.is_better(pages, kinds, one_kind_out_of_order, askew))

    def test_the_curve_gives_back_the_rates_it_made(self):
        pages = self.pages({"strong": 2.0})
        said = np.linspace(0.01, 0.4, 120)
        pages.rates = 1.2 * said**2 / (said + 0.04)
        np.testing.assert_allclose(fit_weights.bend(pages, said), (1.2, 0.04), rtol=0.05)

    def test_the_header_keeps_every_weight_and_the_curve(self):
        text = fit_weights.header_text(np.arange(12) / 10, (1.25, 0.0375))
        self.assertIn("0.0000, 0.1000", text)
        self.assertIn("1.1000};", text)
        self.assertIn("kHeight = 1.2500;", text)
        self.assertIn("kBend = 0.0375;", text)


class Worn(unittest.TestCase):
    def test_the_same_page_gets_the_same_faults(self):
        page = Image.new("RGB", (120, 160), "white")
        page.paste((40, 30, 20), (30, 40, 60, 120))
        for fault in FAULTS:
            for strength in STRENGTHS:
                with self.subTest(fault.__name__, strength=strength):
                    made = fault(page, strength)
                    self.assertEqual(made.tobytes(), fault(page, strength).tobytes())
                    self.assertNotEqual((made.size, made.tobytes()), (page.size, page.tobytes()))

    def test_a_worn_page_is_known_by_the_page_it_was(self):
        self.assertEqual("003_page_3", page_of_worn("003_page_3+tilted2"))


if __name__ == "__main__":
    unittest.main()
