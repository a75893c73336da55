# SPDX-License-Identifier: GPL-3.0-or-later
"""The network: a small U-Net that takes specks out of a picture of writing."""

import torch
from torch import nn
from torch.nn import functional

MULTIPLE = 8  # of the picture's sides
WIDTHS = (24, 48, 80)  # channels at 1/2, 1/4, 1/8 of the picture


def convolution(inside, outside, size=3, stride=1):
    return nn.Sequential(
        nn.Conv2d(inside, outside, size, stride, size // 2, bias=False), nn.BatchNorm2d(outside), nn.ReLU(inplace=True),
    )


class SpeckNetwork(nn.Module):
    """Ink (N, 1, H, W), 0 paper to 1 black; gives logits of the ink that is writing, of the same shape."""

    def __init__(self):
        super().__init__()
        a, b, c = WIDTHS
        self.from_half = nn.Sequential(convolution(1, a, 5, 2), convolution(a, a))
        self.quarter = nn.Sequential(convolution(a, b, 3, 2), convolution(b, b))
        self.eighth = nn.Sequential(convolution(b, c, 3, 2), convolution(c, c), convolution(c, c))
        self.to_quarter, self.at_quarter = nn.Conv2d(c, b, 1), convolution(b, b)
        self.to_half, self.at_half = nn.Conv2d(b, a, 1), convolution(a, 32)
        self.head = nn.Conv2d(32, 4, 3, 1, 1)

    def forward(self, x):
        half = self.from_half(x)
        quarter = self.quarter(half)
        eighth = self.eighth(quarter)
        quarter = self.at_quarter(torch.relu(quarter + twice(self.to_quarter(eighth))))
        half = self.at_half(torch.relu(half + twice(self.to_half(quarter))))
        return functional.pixel_shuffle(self.head(half), 2)


def twice(x):
    return functional.interpolate(x, scale_factor=2, mode="nearest")
