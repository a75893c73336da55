# SPDX-License-Identifier: GPL-3.0-or-later
"""The report of quality: truth as plain text, alignment for the pictures, the plot, the fit of the weights."""
import pathlib
import sys
import unittest
import xml.etree.ElementTree as ET

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/quality"))
sys.path.insert(0, str(ROOT / "models/train/quality"))

import fit_weights  # noqa: E402
from make_report import plain_text  # noqa: E402
from reliability_plot import reliability_plot  # noqa: E402
from worst_pages import _aligned  # noqa: E402


class Report(unittest.TestCase):
    def test_notes_of_the_truth_stand_in_braces(self):
        page = {"lines": [{"kind": "main", "text": "天地"}, {"kind": "note", "text": "小注"},
                          {"kind": "main", "text": "玄字黃", "markup": "玄(字)黃"}]}
        self.assertEqual("天地\n{{小注}}\n玄{{字}}黃", plain_text(page))

    def test_what_was_not_read_is_told_from_what_was(self):
        right, at = _aligned(list("天地玄黃"), list("天他玄"))
        self.assertEqual([True, False, True, False], right)
        self.assertEqual([0, 1, 2, 3], at)

    def test_the_plot_is_well_formed_and_marks_every_group(self):
        rates = np.linspace(0, 1, 40)
        root = ET.fromstring(reliability_plot([("drawn", rates, rates), ("real", rates[:3], rates[:3])]))
        circles = [node for node in root if node.tag.endswith("circle")]
        self.assertEqual(8 + 1, len(circles))  # and one in the legend


class Fit(unittest.TestCase):
    def test_weights_that_made_the_rates_are_found_again(self):
        signs = np.column_stack([np.random.default_rng(3).random((200, 2)) * 0.1, np.ones(200)])
        true = np.array([0.5, 2.0, 0.0])
        found = fit_weights.fit(signs, signs @ true, np.full(200, 200.0), np.array([0.3, 1.0, 0.0]), 1e-6)
        np.testing.assert_allclose(found, true, atol=0.1)

    def test_the_header_keeps_every_weight_and_the_constant_apart(self):
        text = fit_weights.header_text(np.arange(13) / 10)
        self.assertIn("0.0000, 0.1000", text)
        self.assertIn("1.1000};", text)
        self.assertIn("kUnseenErrors = 1.2000;", text)


if __name__ == "__main__":
    unittest.main()
