#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits the weights of engine/quality/sign_weights.h on pages of the project's own generator.

    models/train/quality/fit_weights.py            draws, reads, fits and writes the weights
    models/train/quality/fit_weights.py --dry-run  the same, but only prints them

The pages lie in build/quality/fit and are drawn once; they are read anew when the program is newer. Each page gives one
equation: the signs of it (engine/quality/signs.h), by `wenlan evaluate --json --pages`, against its real rate. Weights
are not negative; the fit is of logarithms, with outliers held down, so that clean pages count as much as bad ones."""
import argparse
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.stats import spearmanr

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests/quality"))

from drawn_pages import FIT_SETS, scored_pages  # noqa: E402

HEADER = ROOT / "engine/quality/sign_weights.h"
OFFSET = 0.01  # added to both rates before their logarithm: one per cent more or less is as good as none
SPARING = 0.001  # for each unit of weight
STARTS = (0.1, 0.3)


def fit(signs, rates, characters):
    """Weights for the columns of `signs` (shares of the characters), the last one being constant."""
    trust = np.clip(np.sqrt(characters / 100), 0.2, 1.5)  # the rate of a short page is chance

    def loss(roots):
        weights = roots**2
        expected = signs @ weights
        off = np.log(expected + OFFSET) - np.log(rates + OFFSET)
        value = np.where(np.abs(off) < 1, off**2 / 2, np.abs(off) - 0.5)  # Huber
        slope = signs.T @ (trust * np.clip(off, -1, 1) / (expected + OFFSET)) / len(rates)
        return (trust * value).mean() + SPARING * weights.sum(), (slope + SPARING) * 2 * roots

    tries = [minimize(loss, np.full(signs.shape[1], start), jac=True, method="L-BFGS-B",
                      options={"maxiter": 3000}) for start in STARTS]
    return min(tries, key=lambda found: found.fun).x**2


def table_of(pages):
    """Signs as shares, with the constant behind, real rates, and characters."""
    names = [name for name in pages[0]["signs"] if name != "characters"]
    read = [max(1, page["signs"]["characters"]) for page in pages]
    signs = np.array([[page["signs"][name] / count for name in names] + [1.0] for page, count in zip(pages, read)])
    return names, signs, np.array([min(1, page["cer_folded"]) for page in pages]), \
        np.array([page["characters"] for page in pages], float)


def header_text(weights):
    rows = [f"{weight:.4f}" for weight in weights]
    lines = [", ".join(rows[begin : begin + 8]) for begin in range(0, len(rows) - 1, 8)]
    listed = ",\n    ".join(lines[:-1] + [", ".join(rows[(len(rows) - 2) // 8 * 8 : -1])])
    return f"""// SPDX-License-Identifier: GPL-3.0-or-later
// Written by models/train/quality/fit_weights.py: do not edit.
#pragma once

#include <array>

#include "engine/quality/signs.h"

namespace wenlan {{

// clang-format off
// Wrong characters for each character a sign speaks against, in the order of kSigns.
inline constexpr std::array<double, kSigns.size()> kSignWeights{{
    {listed}}};
// Wrong characters no sign speaks of, for each character.
inline constexpr double kUnseenErrors = {rows[-1]};
// clang-format on

}}  // namespace wenlan
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry-run", action="store_true")
    options = parser.parse_args()
    pages = scored_pages(FIT_SETS)
    names, signs, rates, characters = table_of(pages)
    weights = fit(signs, rates, characters)
    for name, weight in zip(names + ["unseen"], weights):
        print(f"{name:16} {weight:.4f}")
    print(f"{len(pages)} pages, rank correlation {spearmanr(signs @ weights, rates)[0]:.3f}")
    if not options.dry_run:
        HEADER.write_text(header_text(weights), encoding="utf-8")


if __name__ == "__main__":
    main()
