// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of a scan to cut out around a hit, so that it can be read in its column.
import type { Box } from '../api/types';

export interface Strip {
  box: Box; // what to cut, in pixels of the scan
  mark: Box; // the hit within it, in parts of the cut's size, 0..1
  column: { begin: number; size: number }; // the hit's own column across the cut, 0..1
  vertical: boolean;
}

const kCharactersShown = 9; // along the column
const kAcross = 3.2; // widths of the column: itself and a bare neighbour on each side

interface Stretch {
  begin: number;
  size: number;
}

function around(middle: number, size: number): Stretch {
  return { begin: Math.max(0, Math.round(middle - size / 2)), size: Math.round(size) };
}

function within(begin: number, size: number, whole: Stretch): [begin: number, size: number] {
  return [(begin - whole.begin) / whole.size, size / whole.size];
}

// `characters` is how many the hit box holds. One character tells no direction: vertical is assumed,
// as nearly all of these books are.
export function stripAround(hit: Box, characters: number): Strip {
  const [x, y, width, height] = hit;
  const vertical = characters < 2 || height >= width;
  const [length, thickness] = vertical ? [height, width] : [width, height];
  const character = length / Math.max(1, characters);
  const along = around((vertical ? y : x) + length / 2, Math.max(kCharactersShown, characters + 3) * character);
  const across = around((vertical ? x : y) + thickness / 2, kAcross * Math.max(thickness, character * 0.6));
  const [horizontal, upright] = vertical ? [across, along] : [along, across];
  const [markX, markWidth] = within(x, width, horizontal);
  const [markY, markHeight] = within(y, height, upright);
  return {
    box: [horizontal.begin, upright.begin, horizontal.size, upright.size],
    mark: [markX, markY, markWidth, markHeight],
    column: vertical ? { begin: markX, size: markWidth } : { begin: markY, size: markHeight },
    vertical,
  };
}
