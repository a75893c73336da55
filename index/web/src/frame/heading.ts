// SPDX-License-Identifier: GPL-3.0-or-later
// What stands at the head of a record.
export interface Fact {
  name: string;
  text: string;
  ofBook?: boolean; // in the words of the books, not of the interface
}

export interface Heading {
  title: string;
  badge?: string;
  facts: Fact[];
}
