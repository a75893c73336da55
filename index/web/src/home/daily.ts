// SPDX-License-Identifier: GPL-3.0-or-later
// The page that lies open on the home page: another one each day, the same one all day.
import type { Box, Leaf } from '../api/types';

export function dayNumber(date: Date): number {
  return Math.floor((date.getTime() - date.getTimezoneOffset() * 60_000) / 86_400_000);
}

// One of `things`, by the day; neighbours in time are far apart on the shelf.
export function ofTheDay<T>(things: readonly T[], day: number): T | undefined {
  return things[(day * 7919) % Math.max(1, things.length)];
}

// The pages worth laying open: pictured ones, without the covers and titles a book begins with.
export function showablePages(pages: readonly Leaf[]): Leaf[] {
  const pictured = pages.filter((leaf) => !leaf.text_only && leaf.kind === 'text');
  const inside = pictured.slice(2, -1);
  return inside.length > 0 ? inside : pictured;
}

// A band across the page, `proportion` times as wide as high, from its upper middle: there the
// columns begin and there is always writing. A page wider than that is taken whole.
export function bandOf(leaf: Leaf, proportion: number): Box {
  const height = Math.min(leaf.height, Math.round(leaf.width / proportion));
  const top = Math.round((leaf.height - height) * 0.42);
  return [0, top, leaf.width, height];
}
