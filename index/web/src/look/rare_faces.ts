// SPDX-License-Identifier: GPL-3.0-or-later
// Announces a face for every rare character that comes onto the page. The browser fetches one only
// where no font before it in the list (tokens.css) has the character: nobody waits for what is there.
import { faceAddress, rangeOf, rareCharacters } from './rare';

const kFamilies = { song: 'Wenlan Rare Song', kai: 'Wenlan Rare Kai' } as const;
const announced = new Set<string>();

function announce(text: string): void {
  for (const character of rareCharacters(text)) {
    if (announced.has(character)) continue;
    announced.add(character);
    for (const style of ['song', 'kai'] as const) {
      const source = `url(${faceAddress(style, character)})`;
      document.fonts.add(new FontFace(kFamilies[style], source, { unicodeRange: rangeOf(character), display: 'swap' }));
    }
  }
}

// Watches the whole document: names, titles, snippets and pages alike.
export function serveRareFaces(): void {
  announce(document.body.textContent ?? '');
  const seen = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'characterData') announce(target.textContent ?? '');
      for (const node of addedNodes) announce(node.textContent ?? '');
    }
  });
  seen.observe(document.body, { childList: true, characterData: true, subtree: true });
}
