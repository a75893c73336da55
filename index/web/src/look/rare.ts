// SPDX-License-Identifier: GPL-3.0-or-later
// Which characters the reader's own fonts may lack.

// Extension A, compatibility ideographs, and everything beyond the first plane from Extension B on.
const kRare = /[\u3400-\u4dbf\uf900-\ufaff\u{20000}-\u{3ffff}]/gu;

export function rareCharacters(text: string): string[] {
  return [...new Set(text.match(kRare) ?? [])];
}

const codeOf = (character: string) => (character.codePointAt(0) ?? 0).toString(16);

// Where the server has the character drawn, alone in a font.
export function faceAddress(style: 'song' | 'kai', character: string): string {
  return `/faces/${style}/${codeOf(character)}.ttf`;
}

export function rangeOf(character: string): string {
  return `U+${codeOf(character)}`;
}
