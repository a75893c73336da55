// SPDX-License-Identifier: GPL-3.0-or-later

const kCloths = 5;

// Which cloth (1..5) a book is bound in: always the same for the same book.
export function clothOf(book: string): number {
  let sum = 0;
  for (const character of book) sum = (sum * 37 + (character.codePointAt(0) ?? 0)) % 9973;
  return (sum % kCloths) + 1;
}
