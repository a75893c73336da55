// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the interface. The text of books is never touched by it.
import { remember, remembered } from '../theme/memory';
import en from './en.json';
import hans from './zh-Hans.json';
import hant from './zh-Hant.json';
import { filled, type Values } from './messages';

export const kLanguages = ['zh-Hant', 'zh-Hans', 'en'] as const;
export type LanguageTag = (typeof kLanguages)[number];
export type MessageId = keyof typeof hant;

export const kLanguageNames: Record<LanguageTag, string> = { 'zh-Hant': '繁體', 'zh-Hans': '简体', en: 'English' };

const kMessages: Record<LanguageTag, Record<MessageId, string>> = { 'zh-Hant': hant, 'zh-Hans': hans, en };

// The first of the browser's languages that the interface speaks; Chinese otherwise.
export function preferredLanguage(wanted: readonly string[]): LanguageTag {
  for (const tag of wanted) {
    if (/^zh\b.*\b(hans|cn|sg|my)\b/i.test(tag)) return 'zh-Hans';
    if (/^zh\b/i.test(tag)) return 'zh-Hant';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'zh-Hant';
}

function startingLanguage(): LanguageTag {
  const kept = kLanguages.find((tag) => tag === remembered('language'));
  return kept ?? preferredLanguage(navigator.languages);
}

class Language {
  tag = $state<LanguageTag>(startingLanguage());

  choose(tag: LanguageTag): void {
    this.tag = tag;
    remember('language', tag);
  }
}

export const language = new Language();

// The message in the reader's language, with {names} filled in and numbers written its way.
export function t(id: MessageId, values: Values = {}): string {
  return filled(kMessages[language.tag][id], values, language.tag);
}

// A day as the reader's language writes it.
export function dayText(moment: string): string {
  return new Intl.DateTimeFormat(language.tag, { dateStyle: 'medium' }).format(new Date(moment));
}

export function numberText(value: number): string {
  return new Intl.NumberFormat(language.tag).format(value);
}
