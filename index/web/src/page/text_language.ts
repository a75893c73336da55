// SPDX-License-Identifier: GPL-3.0-or-later

const kTags: Record<string, string> = { chi: 'zh-Hant', zho: 'zh-Hant', lzh: 'zh-Hant', zh: 'zh-Hant' };

// The `lang` of a book's text from its record; old Chinese books are in traditional characters
// unless the record says otherwise.
export function languageOf(recorded: string | undefined): string {
  if (!recorded) return 'zh-Hant';
  return kTags[recorded.toLowerCase()] ?? recorded;
}
