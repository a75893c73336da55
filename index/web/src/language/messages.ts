// SPDX-License-Identifier: GPL-3.0-or-later

export type Values = Record<string, string | number>;

// Fills {name} in a message. "{n|leaf|leaves}" takes the first word where n counts as one in the
// language and the second otherwise. An unknown name stays as it is written.
export function filled(message: string, values: Values, language: string): string {
  return message.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, other?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (one !== undefined) return (pluralOf(Number(value), language) === 'one' ? one : other) ?? '';
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
  });
}

function pluralOf(count: number, language: string): Intl.LDMLPluralRule {
  return new Intl.PluralRules(language).select(count);
}
