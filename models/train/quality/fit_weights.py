#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits the weights of engine/quality/sign_weights.h on pages of the project's own generator.

    models/train/quality/fit_weights.py            draws, reads, fits and writes the weights
    models/train/quality/fit_weights.py --dry-run  the same, but only prints them

The pages lie in build/quality/fit and are drawn once; they are read anew when the program is newer. Each page gives one
equation: the signs of it (engine/quality/signs.h), by `wenlan evaluate --json --pages`, against its real rate. Weights
are not negative and held near what the confidences say themselves, as tightly as leaving out one seed after the other
allows, and drawn back to it in the end (DRAWN_BACK); the fit is of logarithms, with outliers held down, so that clean
pages count as much as bad ones."""
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
# What the confidences say of themselves: a character between two limits is wrong as often as the middle of them is below 1.
# Drawn pages are poor judges of the middling confidences of real paper, so weights stay near these unless the pages insist.
OF_CONFIDENCE = {"below-99": 0.025, "below-95": 0.07, "below-85": 0.225, "below-50": 0.275, "below-30": 0.25,
                 "unseen": 0.005}
# How far the fitted weights are drawn back to these in the end. The fit is to how pages were misread when they were drawn;
# the layout and the reading change faster than it is repeated, and what confidences say of themselves stays true.
DRAWN_BACK = 0.75
LEAST_SPREAD = 0.05  # how far a weight may stray at the price of one, at least
INSISTENCES = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05)


def fit(signs, rates, characters, start, insistence):
    """Weights for the columns of `signs` (shares of the characters), near `start`."""
    trust = np.clip(np.sqrt(characters / 100), 0.2, 1.5)  # the rate of a short page is chance
    spread = np.maximum(start, LEAST_SPREAD)

    def loss(roots):
        weights = roots**2
        expected = signs @ weights
        off = np.log(expected + OFFSET) - np.log(rates + OFFSET)
        value = np.where(np.abs(off) < 1, off**2 / 2, np.abs(off) - 0.5)  # Huber
        slope = signs.T @ (trust * np.clip(off, -1, 1) / (expected + OFFSET)) / len(rates)
        strayed = (weights - start) / spread
        return ((trust * value).mean() + insistence * (strayed**2).sum(),
                (slope + 2 * insistence * strayed / spread) * 2 * roots)

    tries = [minimize(loss, np.sqrt(start + more), jac=True, method="L-BFGS-B", options={"maxiter": 3000})
             for more in (0.003, 0.05)]
    return min(tries, key=lambda found: found.fun).x**2


def chosen_insistence(signs, rates, characters, start, seeds):
    """The strongest hold on the start that foretells pages of a seed left out as well as the best one does, to one
    standard error over the seeds."""
    found = []
    for insistence in INSISTENCES:
        correlations = []
        for seed in sorted(set(seeds)):
            out = seeds == seed
            weights = fit(signs[~out], rates[~out], characters[~out], start, insistence)
            correlations.append(spearmanr(signs[out] @ weights, rates[out])[0])
        found.append((np.mean(correlations), np.std(correlations) / np.sqrt(len(correlations))))
        print(f"insistence {insistence:6}: rank correlation on the seed left out {found[-1][0]:.3f} ± {found[-1][1]:.3f}")
    best, error = max(found)
    return max(insistence for insistence, (mean, _) in zip(INSISTENCES, found) if mean >= best - error)


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
    start = np.array([OF_CONFIDENCE.get(name, 0) for name in names + ["unseen"]])
    seeds = np.array([page["volume"].rsplit("-", 1)[1] for page in pages])
    insistence = chosen_insistence(signs, rates, characters, start, seeds)
    fitted = fit(signs, rates, characters, start, insistence)
    weights = DRAWN_BACK * start + (1 - DRAWN_BACK) * fitted
    print(f"insistence {insistence}")
    for name, weight in zip(names + ["unseen"], weights):
        print(f"{name:16} {weight:.4f}")
    print(f"{len(pages)} pages, rank correlation {spearmanr(signs @ weights, rates)[0]:.3f}")
    if not options.dry_run:
        HEADER.write_text(header_text(weights), encoding="utf-8")


if __name__ == "__main__":
    main()
