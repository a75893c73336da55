// SPDX-License-Identifier: GPL-3.0-or-later
import type { BookName } from '../api/types';

export type AddedBook = BookName & { added: string };

// Books that scans were added to, the last first; books of one moment stay in their order.
export function newestFirst(books: readonly BookName[]): AddedBook[] {
  return books
    .filter((book): book is AddedBook => typeof book.added === 'string')
    .sort((one, other) => other.added.localeCompare(one.added));
}
