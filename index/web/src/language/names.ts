// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the archive in the reader's language.
import type { Facet, Kind, ReaderMark, Stream } from '../api/types';
import { t } from './language.svelte';

export function kindName(kind: Kind): string {
  return t(`kind_${kind}`);
}

export function facetName(facet: Facet): string {
  return t(`facet_${facet}`);
}

export function markName({ kind, ink }: ReaderMark): string {
  const mark = t(`mark_${kind}`);
  return ink === 'red' ? t('mark_in_red', { mark }) : mark;
}

export function streamName(stream: Stream): string {
  switch (stream) {
    case 'main':
      return t('in_main');
    case 'head-note':
      return t('stream_head_note');
    case 'side-note':
      return t('stream_side_note');
    case 'running-title':
      return t('stream_running_title');
    default:
      return t(`stream_${stream}`);
  }
}
