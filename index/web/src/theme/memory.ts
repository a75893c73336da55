// SPDX-License-Identifier: GPL-3.0-or-later
// Small choices of the reader, kept in this browser only. Where storage is closed (private
// windows) nothing is kept and the site works the same.

export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`wenlan.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`wenlan.${name}`);
    else localStorage.setItem(`wenlan.${name}`, value);
  } catch (error) {
    console.info(`wenlan: "${name}" is not kept`, error);
  }
}
