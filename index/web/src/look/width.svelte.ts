// SPDX-License-Identifier: GPL-3.0-or-later
import { MediaQuery } from 'svelte/reactivity';

// Up to this width panes stand one above the other; the style sheets say the same.
export const kPhoneWidth = 900;

export function matches(query: string): MediaQuery {
  return new MediaQuery(query);
}
