# SPDX-License-Identifier: GPL-3.0-or-later
"""Spearman's rank correlation, and how sure it is."""
import numpy as np
from scipy.stats import rankdata

DRAWS = 500


def correlation(expected, real):
    return np.corrcoef(rankdata(expected), rankdata(real))[0, 1]


def interval(expected, real, groups):
    """The 95 % interval, by drawing groups of pages (those made of one page) anew, always the same draws."""
    numbers = np.unique(groups, return_inverse=True)[1]
    members = [np.flatnonzero(numbers == number) for number in range(numbers.max() + 1)]
    chance = np.random.default_rng(1)
    drawn = (np.concatenate([members[at] for at in chance.integers(0, len(members), len(members))]) for _ in range(DRAWS))
    found = [correlation(expected[of], real[of]) for of in drawn if np.ptp(expected[of]) > 0 and np.ptp(real[of]) > 0]
    return np.quantile(found, (0.025, 0.975))
