// SPDX-License-Identifier: GPL-3.0-or-later

export type TextDirection = 'vertical' | 'horizontal';

// The direction a kept word stands for; null when nothing (or nothing known) was kept.
export function directionOf(kept: string | null): TextDirection | null {
  return kept === 'vertical' || kept === 'horizontal' ? kept : null;
}
