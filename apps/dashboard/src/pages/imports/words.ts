import type { Import } from '@shelfcast/contract';
import type { Tone } from '../../components/badge.tsx';
import { count, counted, percent } from '../../format/numbers.ts';

const states: Record<Import['state'], { word: string; tone: Tone }> = {
  queued: { word: 'Waiting', tone: 'warn' },
  surveying: { word: 'Being checked', tone: 'warn' },
  surveyed: { word: 'To review', tone: 'accent' },
  loading: { word: 'Loading', tone: 'warn' },
  committed: { word: 'Loaded', tone: 'good' },
  failed: { word: 'Failed', tone: 'bad' },
  undone: { word: 'Undone', tone: 'quiet' },
  discarded: { word: 'Discarded', tone: 'quiet' },
  unchanged: { word: 'Nothing new', tone: 'quiet' },
};

export const importState = (one: Import) => states[one.state];

/** The answer of an import's page. */
export function importAnswer(one: Import): string {
  switch (one.state) {
    case 'queued':
      return `${one.file_name} is waiting its turn`;
    case 'surveying':
      return `Looking through ${one.file_name}`;
    case 'surveyed':
      return `Nothing of ${one.file_name} is loaded yet`;
    case 'discarded':
      return `${one.file_name} was discarded`;
    case 'loading':
      return `Loading ${one.file_name}: ${counted(one.rows_in, 'row')} so far`;
    case 'committed':
      return one.rows_rejected > 0
        ? `${counted(one.rows_loaded, 'row')} loaded, ${count(one.rows_rejected)} could not be used`
        : `All ${counted(one.rows_in, 'row')} accounted for, ${count(one.rows_loaded)} loaded`;
    case 'failed':
      return `${one.file_name} could not be loaded`;
    case 'undone':
      return `${one.file_name} was taken back`;
    default:
      return `${one.file_name} was imported before; nothing has changed`;
  }
}

/** "rows in = loaded + skipped + rejected", each share of the whole. */
export const shareOf = (part: number, whole: number) =>
  whole > 0 && part > 0 ? `${percent(part / whole)} of all` : undefined;

/** Causes as the ledger names them (`invalid_date`), as people read them. */
export const causeWords = (cause: string) => {
  const last = cause.split('.').at(-1)!.replaceAll('_', ' ').replaceAll('-', ' ');
  return last.charAt(0).toUpperCase() + last.slice(1);
};
