# SPDX-License-Identifier: GPL-3.0-or-later
"""How the flat page lies under the camera: tilt, bowed columns, the curl into a gutter, perspective.
The map goes both ways, so that truth follows the ink."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

MESH = 48  # pixels between the nodes of the picture's mesh


@dataclass
class Bend:
    width: int
    height: int
    tilt_deg: float = 0.0
    bow_x: float = 0.0  # columns bow sideways by so many pixels in the middle
    bow_y: float = 0.0  # rows bow by so many pixels in the middle
    keystone: float = 0.0  # share by which the top is narrower than the foot
    gutter_x: float | None = None  # the page sinks into the gutter here
    gutter_drop: float = 0.0  # pixels
    aside: float = 0.0  # perspective: share by which the right edge is farther away than the left
    leaning: float = 0.0  # the same of the top and the foot
    curl: float = 0.0  # the leaf rises from its spine towards the camera, share of its distance
    spine: float = 0.0  # where the spine is, share of the width
    bulge: float = 0.0  # the leaf rises in the middle of its height, share of the distance
    slanting: float = 0.0  # the camera looks at the raised leaf from aside: the bulge bows columns

    def to_flat(self, xs, ys):
        """Where the flat page's ink comes from, for points of the scan."""
        return self._lying(*self._photographed(xs, ys))

    def _photographed(self, xs, ys):
        """The lens of a camera over a leaf that is not flat: what is nearer looks larger."""
        if not any((self.aside, self.leaning, self.curl, self.bulge)):
            return xs, ys
        cx, cy = self.width / 2, self.height / 2
        dx, dy = (xs - cx) / cx, (ys - cy) / cy
        far = 1 + self.aside * dx / 2 - self.leaning * dy / 2
        curled = self.curl * np.exp(-np.abs((dx + 1) / 2 - self.spine) / 0.22)
        bulging = self.bulge * (1 - dy**2)
        near = (1 - curled - bulging) * far
        u = cx + (dx * near + self.slanting * bulging) * cx
        v = cy + (dy * near + 0.5 * curled) * cy
        return u, v

    def _lying(self, xs, ys):
        turn = np.deg2rad(self.tilt_deg)
        cx, cy = self.width / 2, self.height / 2
        dx, dy = xs - cx, ys - cy
        u = cx + np.cos(turn) * dx + np.sin(turn) * dy
        v = cy - np.sin(turn) * dx + np.cos(turn) * dy
        across, down = u / self.width, v / self.height
        x = u + self.bow_x * np.sin(np.pi * down) + self.keystone * (0.5 - down) * (u - cx)
        y = v + self.bow_y * np.sin(np.pi * across)
        if self.gutter_x is not None:
            y = y + self.gutter_drop * np.exp(-np.abs(u - self.gutter_x) / (0.06 * self.width))
        return x, y

    def to_scan(self, xs, ys):
        """The inverse, by steps that shrink fast because every bend is small."""
        xs, ys = np.asarray(xs, float), np.asarray(ys, float)
        x, y = xs.copy(), ys.copy()
        for _ in range(24 if self.curl or self.bulge else 12):
            u, v = self.to_flat(x, y)
            x, y = x + xs - u, y + ys - v
        return x, y

    @property
    def is_flat(self):
        return not any((self.tilt_deg, self.bow_x, self.bow_y, self.keystone, self.gutter_drop,
                        self.aside, self.leaning, self.curl, self.bulge))

    def bent(self, mask):
        """A mask of the flat page as the scan sees it."""
        picture = Image.fromarray(mask)
        if self.is_flat:
            return mask
        mesh = []
        for top in range(0, self.height, MESH):
            bottom = min(self.height, top + MESH)
            for left in range(0, self.width, MESH):
                right = min(self.width, left + MESH)
                xs = np.array([left, left, right, right], float)
                ys = np.array([top, bottom, bottom, top], float)
                u, v = self.to_flat(xs, ys)
                mesh.append(((left, top, right, bottom), np.stack([u, v], 1).ravel().tolist()))
        return np.asarray(picture.transform(picture.size, Image.MESH, mesh, Image.BILINEAR))

    def box(self, box):
        """The upright box on the scan around a box of the flat page."""
        xs, ys = self.to_scan([box[0], box[2], box[2], box[0]], [box[1], box[1], box[3], box[3]])
        return float(xs.min()), float(ys.min()), float(xs.max()), float(ys.max())

    def outline(self, box):
        """The outline on the scan of a box of the flat page: its long sides get points between."""
        left, top, right, bottom = box
        tall = bottom - top >= right - left
        steps = np.linspace(0, 1, 4)
        if tall:
            xs = [right] * 4 + [left] * 4
            ys = [*(top + (bottom - top) * steps), *(bottom - (bottom - top) * steps)]
        else:
            xs = [*(left + (right - left) * steps), *(right - (right - left) * steps)]
            ys = [top] * 4 + [bottom] * 4
        xs, ys = self.to_scan(xs, ys)
        xs, ys = np.clip(xs, 0, self.width), np.clip(ys, 0, self.height)
        return list(zip(xs.tolist(), ys.tolist()))
