// SPDX-License-Identifier: GPL-3.0-or-later
// Light or dark: the system's choice until the reader makes one, which is then remembered.
import { remember, remembered } from './memory';

export type ThemeChoice = 'system' | 'light' | 'dark';

function startingChoice(): ThemeChoice {
  const kept = remembered('theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

class Theme {
  choice = $state<ThemeChoice>(startingChoice());

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    remember('theme', choice === 'system' ? null : choice);
    if (choice === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
  }

  get isDark(): boolean {
    if (this.choice !== 'system') return this.choice === 'dark';
    return matchMedia('(prefers-color-scheme: dark)').matches;
  }
}

export const theme = new Theme();
