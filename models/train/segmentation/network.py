# SPDX-License-Identifier: GPL-3.0-or-later
"""The network: a small U-Net of plain convolutions (Ronneberger et al. 2015), which processors without an accelerator run
fast. Its maps are half as large as its picture."""

import torch
from torch import nn

MULTIPLE = 32  # of the picture's sides
WIDTHS = (16, 32, 64, 96, 128)  # channels at 1/2, 1/4, 1/8, 1/16, 1/32 of the picture
DECODED = (32, 48, 64)  # channels on the way back, at 1/4, 1/8, 1/16
STRIDE = 2  # of the maps


def convolution(inside, outside, size=3, stride=1, dilation=1):
    return nn.Sequential(
        nn.Conv2d(inside, outside, size, stride, dilation * (size // 2), dilation, bias=False),
        nn.BatchNorm2d(outside), nn.ReLU(inplace=True),
    )


class Residual(nn.Module):
    def __init__(self, width, dilation=1):
        super().__init__()
        self.first = convolution(width, width, dilation=dilation)
        self.second = nn.Sequential(nn.Conv2d(width, width, 3, 1, 1, bias=False), nn.BatchNorm2d(width))

    def forward(self, x):
        return torch.relu(x + self.second(self.first(x)))


class Joined(nn.Module):
    """What was seen far off, brought to the finer map."""

    def __init__(self, coarse, fine, width):
        super().__init__()
        self.coarse, self.fine = nn.Conv2d(coarse, width, 1), nn.Conv2d(fine, width, 1)
        self.mixed = convolution(width, width)

    def forward(self, coarse, fine):
        coarse = nn.functional.interpolate(self.coarse(coarse), scale_factor=2, mode="nearest")
        return self.mixed(torch.relu(coarse + self.fine(fine)))


class PageNetwork(nn.Module):
    """Pictures (N, 3, H, W), blue, green, red in -1..1; gives logits (N, channels, H / 2, W / 2)."""

    def __init__(self, channels):
        super().__init__()
        a, b, c, d, e = WIDTHS
        self.at_half = convolution(3, a, 5, 2)
        self.at_quarter = nn.Sequential(convolution(a, b, 3, 2), convolution(b, b))
        self.at_eighth = nn.Sequential(convolution(b, c, 3, 2), convolution(c, c))
        self.at_sixteenth = nn.Sequential(convolution(c, d, 3, 2), Residual(d))
        self.at_far = nn.Sequential(convolution(d, e, 3, 2), Residual(e, 2), Residual(e, 4))
        self.to_sixteenth = Joined(e, d, DECODED[2])
        self.to_eighth = Joined(DECODED[2], c, DECODED[1])
        self.to_quarter = Joined(DECODED[1], b, DECODED[0])
        self.head = nn.Sequential(nn.Conv2d(DECODED[0], channels * 4, 1), nn.PixelShuffle(2))

    def forward(self, x):
        quarter = self.at_quarter(self.at_half(x))
        eighth = self.at_eighth(quarter)
        sixteenth = self.at_sixteenth(eighth)
        x = self.to_sixteenth(self.at_far(sixteenth), sixteenth)
        x = self.to_eighth(x, eighth)
        return self.head(self.to_quarter(x, quarter))
